"""What is settled of how points lie, and sentences with undirected angles."""

from __future__ import annotations

import pytest

from solver.checker import SideCondition
from solver.language.read import parse_statement
from solver.proof.configuration import Configuration
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Voice
from solver.proof.undirected import undirected
from solver.statements.names import Names
from tests.proof.test_fold import step

AT = {"a": 0j, "b": 4 + 0j, "c": 5 + 3j, "d": 1 + 4j, "m": 2 + 0j, "p": 2.3 + 1.6j}
VOICE = Voice(Names.of("abcdmp"), ENGLISH)


def configuration(
    statement: str = "triangle a b c ? perp a b a c", *claims: str, sides: tuple[SideCondition, ...] = ()
) -> Configuration:
    problem = parse_statement("a b c = triangle a b c ? perp a b a c")
    steps = [step(f"s{i}", "premise", "", "", claim) for i, claim in enumerate(claims)]
    return Configuration(problem, steps, sides, AT)


def test_nothing_is_known_of_points_of_which_nothing_is_said() -> None:
    assert configuration().sign(("a", "b", "c"), ("a", "b", "d")) == 0
    assert configuration().sign(("a", "b", "c"), ("b", "c", "a")) == 1
    assert configuration().sign(("a", "b", "c"), ("b", "a", "c")) == -1


def test_a_point_between_two_others_turns_as_they_do() -> None:
    known = configuration(sides=(SideCondition("in_order", ("a", "m", "b"), "s0"),))
    assert known.sign(("a", "m", "c"), ("a", "b", "c")) == 1
    assert known.sign(("m", "b", "d"), ("b", "a", "d")) == -1


@pytest.mark.parametrize(
    ("claim", "first", "second", "sign"),
    [
        ("para a b c d", ("a", "b", "c"), ("a", "b", "d"), 1),
        ("simtri a b c d c p", ("a", "b", "c"), ("d", "c", "p"), 1),
        ("simtrir a b c d c p", ("a", "b", "c"), ("d", "c", "p"), -1),
        ("perp a b c d", ("a", "b", "c"), ("a", "b", "d"), 0),
    ],
)
def test_what_claims_say_of_orientation(
    claim: str, first: tuple[str, str, str], second: tuple[str, str, str], sign: int
) -> None:
    assert configuration("", claim).sign(first, second) == sign


def test_a_midpoint_is_between() -> None:
    assert configuration("", "midp m a b").sign(("a", "m", "c"), ("a", "b", "c")) == 1
    assert configuration("", "cong m a m b", "coll m a b").sign(("a", "m", "c"), ("a", "b", "c")) == 1


def test_angles_are_undirected_where_their_triangles_are_known_to_turn_alike() -> None:
    known = configuration("", "para a b c d")
    assert undirected("∡ACB = ∡ADB (3).", known, VOICE) == "∠ACB = ∠ADB (3), as C and D lie on the same side of AB."
    assert (
        undirected("∡ACB = ∡BDA (3).", known, VOICE) == "∠ACB = 180° − ∠BDA (3), as C and D lie on the same side of AB."
    )
    assert undirected("∡ACB = ∡APB (3).", known, VOICE) == "∡ACB = ∡APB (3)."


def test_sums_and_multiples_stay_directed() -> None:
    known = configuration("", "para a b c d")
    for said in ("2∡ACB = 2∡ADB.", "∡ACB + ∡ADB = ∡ADB.", "∡ACB = ∡ADB + 90° (3).", "α = ∡ACB = ∡ADB (3)."):
        assert undirected(said, known, VOICE) == said


def test_a_right_angle_has_no_direction() -> None:
    assert undirected("∡ACB = 90° (1).", configuration(), VOICE) == "∠ACB = 90° (1)."
