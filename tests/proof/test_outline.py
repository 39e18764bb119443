"""What is told in one line, and in which order lines stand."""

from __future__ import annotations

from solver.proof.outline import outline
from tests.proof.test_fold import step

STEPS = [
    step("p0", "premise", "", "", "perp a b c d"),
    step("s0", "linear", "", "p0", "eqangle a b b c c d d e"),
    step("s1", "concyclic_angle", "a c b d", "s0", "cyclic a b c d"),
    step("s2", "linear", "", "p0", "eqangle a c b c c d d e"),
    step("s3", "similar_aa", "a b c d e f", "s2 s1", "simtri a b c d e f"),
    step("s4", "linear", "", "s2 s3 s1", "eqangle a e b c c d d e"),
]


def shape(*told: str) -> list[list[str]]:
    return [[" ".join(s.id for s in line.steps) for line in part] for part in outline(STEPS, frozenset(told))]


def test_what_only_one_step_needs_is_told_in_its_line() -> None:
    assert shape("s0", "s1", "s2", "s3", "s4") == [["s0 s1", "s2", "s3", "s4"]]


def test_what_several_claims_need_is_a_claim_of_its_own() -> None:
    both = [
        *STEPS[:4],
        step("t1", "linear", "", "s1 s2", "eqangle a e b c c d d e"),
        step("t2", "linear", "", "s1", "eqangle a e b c c d d f"),
        step("t3", "linear", "", "t1 t2 s1", "eqangle a e b c c d d g"),
    ]
    parts = outline(both, frozenset(("s1", "s2", "t1", "t2", "t3")))
    assert [[line.step.id for line in part] for part in parts] == [["s1", "s2", "t1", "t2", "t3"]]


def test_a_step_that_isnt_told_passes_on_what_it_rests_on() -> None:
    assert shape("s0", "s2", "s4") == [["s0", "s2", "s4"]]


def test_the_goal_is_last() -> None:
    assert shape("s0", "s1", "s2", "s3", "s4")[-1][-1] == "s4"
