"""One form for all ways to write a statement, and for all ways to tell a figure; others for others."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.records.canonical import canonical_form
from solver.records.known import known_form
from solver.statements.predicates import (
    CIRCLE,
    COLL,
    CONG,
    CYCLIC,
    EQANGLE,
    EQRATIO,
    MIDP,
    PARA,
    PERP,
    SIMTRI,
    Statement,
)
from tests.generate.stub import STATEMENTS
from tests.search.statements import FIGURES, opened

#: Ways to order the segments of a statement.
_ORDERS = {
    PARA: ((0, 1), (1, 0)),
    PERP: ((0, 1), (1, 0)),
    CONG: ((0, 1), (1, 0)),
    EQANGLE: ((0, 1, 2, 3), (2, 3, 0, 1), (1, 0, 3, 2), (0, 2, 1, 3), (3, 1, 2, 0)),
    EQRATIO: ((0, 1, 2, 3), (2, 3, 0, 1), (1, 0, 3, 2), (0, 2, 1, 3), (3, 1, 2, 0)),
}


def rewritten(statement: Statement, rng: random.Random) -> Statement:
    """The same in another order of its points."""
    p = statement.points
    if statement.predicate in _ORDERS:
        pairs = [p[i : i + 2] for i in range(0, len(p), 2)]
        order = rng.choice(_ORDERS[statement.predicate])
        points = [q for i in order for q in rng.sample(pairs[i], 2)]
    elif statement.predicate in (COLL, CYCLIC):
        points = rng.sample(p, len(p))
    elif statement.predicate in (MIDP, CIRCLE):
        points = [p[0], *rng.sample(p[1:], len(p) - 1)]
    elif statement.predicate is SIMTRI:
        order = rng.sample(range(3), 3)
        first, second = rng.sample((p[:3], p[3:]), 2)
        points = [*(first[i] for i in order), *(second[i] for i in order)]
    else:
        points = list(p)
    return Statement(statement.predicate, tuple(points), statement.constants)


def form(premises: Sequence[str], goal: str) -> str:
    points = sorted({w for s in (*premises, goal) for w in s.split()[1:] if w.isalpha()})
    places = " ; ".join(f"{p}@{i}_{i * i % 7} =" for i, p in enumerate(points))
    problem = parse_statement(f"{places} {', '.join(premises)} ? {goal}")
    return canonical_form(problem.premises, problem.goal)


PROBLEMS = [parse_statement(text) for text in (*STATEMENTS, *FIGURES.values())] + [
    parse_statement(
        "a b c = triangle a b c; i = incenter i a b c; d e f j = incenter2 d e f j a b c ? simtri a e j a f j"
    ),
    parse_statement("a b c = triangle a b c; d = on_line d b c, angle_bisector d b a c ? eqratio d b d c a b a c"),
]


@given(st.sampled_from(PROBLEMS), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_names_order_and_symmetries_do_not_matter(problem: Problem, rng: random.Random) -> None:
    names = dict(zip(problem.points, rng.sample([f"p{i}" for i in range(20)], len(problem.points)), strict=True))

    def other(statement: Statement) -> Statement:
        renamed = Statement(statement.predicate, tuple(names[p] for p in statement.points), statement.constants)
        return rewritten(renamed, rng)

    premises = rng.sample(problem.premises, len(problem.premises))
    assert canonical_form(map(other, premises), other(problem.goal)) == canonical_form(problem.premises, problem.goal)


def test_other_statements_have_other_forms() -> None:
    forms = {canonical_form(p.premises, p.goal) for p in PROBLEMS}
    assert len(forms) == len(PROBLEMS)


@pytest.mark.parametrize(
    ("premises", "same"),
    [
        (["midp m a b"], ["coll a b m", "cong b m m a"]),
        (["cong a b c d", "cong c d e f"], ["cong e f a b", "cong a b c d"]),
        (["coll a b c", "perp a b d e"], ["coll b c a", "perp e d c b"]),
        (["cyclic a b c d", "cyclic a b c e"], ["cyclic e a b c d"]),
        (["circle o a b c"], ["cong o b o c", "cong a o o b"]),
        (["distseq a b c d 1 -1"], ["cong a b c d"]),
        (["aconst a b b c 60"], ["aconst b c a b 120"]),
        (["aconst a b b c 60"], ["aconst a b b c 120"]),  # its mirror image
        (["para a b c d", "para c d a e"], ["coll a b e", "para b e c d"]),
    ],
)
def test_what_means_the_same_is_the_same(premises: list[str], same: list[str]) -> None:
    assert form(premises, "perp a b x y") == form(same, "perp b a y x")


@pytest.mark.parametrize(
    ("premises", "other"),
    [
        (["para a b c d"], ["perp a b c d"]),
        (["cong a b c d"], ["cong a c b d"]),
        (["aconst a b b c 60"], ["aconst a b b c 30"]),
        (["aconst a b b c 60", "aconst c b c a 60"], ["aconst a b b c 60", "aconst c b c a 120"]),
        (["rconst a b c d 2"], ["rconst c d a b 2"]),
        (["simtri a b c d e f"], ["simtrir a b c d e f"]),
    ],
)
def test_what_means_another_thing_is_another(premises: list[str], other: list[str]) -> None:
    assert form(premises, "perp a b x y") != form(other, "perp a b x y")


def test_a_goal_counts_beside_what_is_given() -> None:
    assert form(["coll a b c"], "perp a b d e") == form(["coll a b c"], "perp b c d e")
    assert form(["perp a b d e"], "coll a b c") != form(["coll a b c"], "perp a b d e")


@pytest.mark.parametrize("asked", ["AB + BC + CA", "AB + BC", "AB * BC"])
def test_an_expression_that_is_asked_for_has_a_form(asked: str) -> None:
    value, ratio = (parse_statement(f"triangle A B C; AB = 3; BC = 4; find {x}") for x in (asked, "AB : CA"))
    assert canonical_form(value.premises, value.goal) != canonical_form(ratio.premises, ratio.goal)


def known(text: str) -> str:
    problem, _, closure = opened(text)
    return known_form(closure, problem.goal)


def test_a_figure_told_by_other_premises_has_the_same_known_form() -> None:
    # Where two altitudes meet is the orthocenter.
    goal = "eqangle a b a h a o a c"
    altitudes = "a b c = triangle a b c; o = circle o a b c; h = on_tline h a b c, on_tline h b a c"
    named = "b c a = triangle b c a; h = orthocenter h b c a; o = circumcenter o a b c"
    assert known(f"{altitudes} ? {goal}") == known(f"{named} ? {goal}")
    assert known(f"{altitudes} ? {goal}") != known(f"{named} ? cong o a o b")


def test_angles_and_right_angles_are_known() -> None:
    right = "a b c = triangle a b c; d = on_tline d c a b ? cong a b a b"
    parallel = "a b c = triangle a b c; d = on_pline d c a b ? cong a b a b"
    bisector = "a b c = triangle a b c; d = angle_bisector d b a c ? cong a b a b"
    assert len({known(text) for text in (right, parallel, bisector)}) == 3
