"""The private binding refuses numbers that are out of range: no call with bad ones ends the process."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from solver._core import (
    Combinations,
    Core,
    Evidence,
    LinearSystem,
    Node,
    Outcome,
    Questions,
    Residuals,
    RetellOptions,
    TheoremLibrary,
    Theory,
    Trace,
    TracedJournal,
    covering_circles,
)
from solver.search.node import Candidates
from solver.search.node import Node as SearchNode

SQUARE = np.array([[[0, 0], [1, 0.1], [1.1, 1], [0.1, 1.2]]], dtype=np.float64)
ONE = [([0, 1], 1, 1)]
FAR = 2**62
BAD_POINTS = (4, 7, 65535)


@pytest.fixture
def core() -> Core:
    return Core(SQUARE, 1)


@pytest.fixture
def node(core: Core) -> Node:
    core.run(1.0)
    return core.node([])


def refuses(call: Callable[[], object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        call()


@pytest.mark.parametrize(
    "xy", [np.zeros((0, 4, 2)), np.zeros((1, 0, 2)), np.full((1, 4, 2), np.nan), np.full((1, 4, 2), np.inf)]
)
def test_a_figure_has_points_with_coordinates(xy: np.ndarray[tuple[int, int, int], np.dtype[np.float64]]) -> None:
    refuses(lambda: Core(np.ascontiguousarray(xy), 0))


@pytest.mark.parametrize("room", [-1, 10**5, FAR])
def test_a_figure_has_room_for_some_points(room: int) -> None:
    refuses(lambda: Core(SQUARE, room))


@pytest.mark.parametrize("p", BAD_POINTS)
def test_points_are_those_of_the_figure(core: Core, p: int) -> None:
    refuses(lambda: core.node([(0, p)]))
    refuses(lambda: core.assume(Theory.DIRECTION, [([0, p], 1, 1)], [], premise=0, part=0))
    refuses(lambda: core.assume_cyclic([0, 1, p], premise=0))
    refuses(lambda: core.assume_overlap(0, p, premise=0))
    refuses(lambda: core.add_goal(Theory.DIRECTION, [([p, 1], 1, 1)], []))
    refuses(lambda: core.add_goal_cyclic([0, 1, 2, p]))
    refuses(lambda: core.add_goal_overlap(p, 0))
    refuses(lambda: core.is_entailed(Theory.DIRECTION, [([0, p], 1, 1)], []))
    refuses(lambda: core.are_concyclic([0, 1, 2, p]))
    refuses(lambda: core.are_equal(p, 0))


@pytest.mark.parametrize("theory", [-1, 4, 99, "LOG", None])
def test_theories_are_those_of_the_enumeration(core: Core, theory: Theory) -> None:
    refuses(lambda: core.assume(theory, ONE, [], premise=0, part=0))
    refuses(lambda: core.add_goal(theory, ONE, []))
    refuses(lambda: core.is_entailed(theory, ONE, []))
    refuses(lambda: core.variable(theory, 0))
    refuses(lambda: core.hashes(theory))


@pytest.mark.parametrize(
    ("terms", "constants"),
    [
        ([([0], 1, 1)], []),
        ([([0, 1, 2], 1, 1)], []),
        ([([0, 0], 1, 1)], []),
        ([([0, -1], 1, 1)], []),
        ([([0, 1], 1, 0)], []),
        ([([0, 1], 1, FAR)], []),
        ([([0, 1], FAR, 1)], []),
        (ONE * 16, []),
        (ONE, [(2, 1, 0)]),
        (ONE, [(0, 1, 1)]),
        (ONE, [(-3, 1, 1)]),
    ],
)
def test_equations_have_terms_with_coefficients(
    core: Core, terms: list[tuple[list[int], int, int]], constants: list[tuple[int, int, int]]
) -> None:
    refuses(lambda: core.assume(Theory.LOG, terms, constants, premise=0, part=0))
    refuses(lambda: core.add_goal(Theory.LOG, terms, constants))
    refuses(lambda: core.is_entailed(Theory.LOG, terms, constants))


def test_circles_have_three_points_variables_and_time_limits_are_numbers(core: Core) -> None:
    refuses(lambda: core.assume_cyclic([], premise=0))
    refuses(lambda: core.are_concyclic([0, 1]))
    refuses(lambda: core.variable(Theory.DIRECTION, 10**6))
    refuses(lambda: core.variable(Theory.DIRECTION, -1))
    refuses(lambda: core.run(float("nan")))
    assert core.run(float("inf")) is Outcome.SATURATED


def test_a_search_takes_three_diagrams_at_most() -> None:
    refuses(lambda: Core(np.repeat(SQUARE, 4, axis=0), 1).node([]))


def candidates(node: Node) -> Candidates:
    return SearchNode(node, (), 60.0).candidates(0)


@pytest.mark.parametrize("stage", [-1, 3, 10**9])
def test_stages_are_three(node: Node, stage: int) -> None:
    refuses(lambda: node.candidates(stage, 0, 1.0))


def test_candidates_are_listed_from_a_point_of_the_figure(node: Node) -> None:
    refuses(lambda: node.candidates(0, 60000, 1.0))
    refuses(lambda: node.candidates(0, 0, float("nan")))


@pytest.mark.parametrize("side", ["first", "second"])
@pytest.mark.parametrize(
    ("kind", "parents"), [(9, (0, 1, 2)), (-1, (0, 1, 2)), (255, (0, 1, 2)), (0, (4, 1, 0)), (0, (-1, 1, 0)), (0, (0, 999, 0)),
                          (1, (0, 1, 60000)), (7, (0, 1, -7)), (7, (0, 10**9, 1))],
)  # fmt: skip
def test_loci_are_of_a_kind_and_go_through_points_of_the_figure(
    node: Node, side: str, kind: int, parents: tuple[int, int, int]
) -> None:
    some = candidates(node).part(0, 1)
    some.rows[side] = [(kind, parents)]
    refuses(lambda: node.evaluate(some.rows, some.places, 1, 1.0))
    refuses(lambda: node.extended(some.rows, some.places, 1.0))
    refuses(lambda: node.absorb(some.rows, some.places, 1.0))


def test_a_locus_through_one_point_twice_is_none(node: Node) -> None:
    some = candidates(node).part(0, 1)
    some.rows["first"] = [(0, (1, 1, 0))]
    refuses(lambda: node.evaluate(some.rows, some.places, 1, 1.0))


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_places_are_numbers(node: Node, bad: float) -> None:
    some = candidates(node).part(0, 2)
    some.places[1, 0] = bad
    refuses(lambda: node.evaluate(some.rows, some.places, 1, 1.0))
    refuses(lambda: node.extended(some.rows[1:], some.places[1:], 1.0))
    refuses(lambda: node.hints(some.places, 1.0))
    refuses(lambda: node.hints(some.places[:, :1].copy(), 1.0))
    refuses(lambda: node.evaluate(some.rows, some.places[:1].copy(), 1, 1.0))


def test_rows_are_of_the_type_of_candidates_and_in_one_piece(node: Node) -> None:
    some = candidates(node).part(0, 2)
    for rows in (some.rows["first"].copy(), some.rows.view("u1"), some.rows.reshape(1, -1), some.rows.tolist(), None):
        refuses(lambda rows=rows: node.evaluate(rows, some.places, 1, 1.0))  # type: ignore[misc]
    assert len(node.evaluate(some.rows, some.places, 1, 1.0)) == 2


def test_a_figure_without_room_takes_no_point(node: Node) -> None:
    some = candidates(node).part(0, 2)
    refuses(lambda: node.extended(some.rows, some.places, 1.0))
    full = node.extended(some.rows[:1], some.places[:1], 1.0)
    refuses(lambda: full.evaluate(some.rows, some.places, 1, 1.0))


@pytest.mark.parametrize("threads", [0, -1, 10**6])
def test_threads_are_some(node: Node, threads: int) -> None:
    some = candidates(node).part(0, 1)
    refuses(lambda: node.evaluate(some.rows, some.places, threads, 1.0))


def test_diagrams_and_tellings_are_there(node: Node) -> None:
    refuses(lambda: node.given(1, 0.0, 0.0))
    refuses(lambda: node.given(-1, 0.0, 0.0))
    few = {"tellings": 1, "patience": 1, "enough": 1, "goals": 1, "firsts": 0}
    refuses(lambda: node.retell(None, RetellOptions(**few, least=3, most=4, last_stage=9), 0))
    refuses(lambda: node.retell(None, RetellOptions(**few, least=5, most=4, last_stage=0), 0))


EQUATION = (0, [([0, 1], 1, 1), ([1, 2], -1, 1)], [])


@pytest.mark.parametrize(
    "theorem",
    [
        (0, [], [], []),
        (3, [(7, [0], [])], [], []),
        (3, [(0, [3], [EQUATION])], [], []),
        (3, [(1, [0, 1], [])], [], []),
        (3, [(0, [0, 1], [(9, [([0, 1], 1, 1)], [])])], [], []),
        (3, [(0, [0, 1], [(0, [([0], 1, 1)], [])])], [], []),
        (3, [(0, [0, 1], [(0, [([0, 9], 1, 1)], [])])], [], []),
        (3, [(0, [0, 1], [(0, [([0, 1], 1, 0)], [])])], [], []),
        (3, [(0, [0, 1], [EQUATION])], [(99, [0, 1])], []),
        (3, [(0, [0, 1], [EQUATION])], [(2, [0, 1])], []),
        (3, [(0, [0, 1], [EQUATION])], [(0, [0, 5])], []),
    ],
)
def test_theorems_speak_of_their_own_points(theorem: tuple[int, list[object], list[object], list[object]]) -> None:
    library = TheoremLibrary()
    refuses(lambda: library.add(*theorem))  # type: ignore[arg-type]
    assert len(library) == 0


def test_theorems_are_those_of_the_library() -> None:
    library = TheoremLibrary()
    refuses(lambda: library.symmetries(0))
    refuses(lambda: library.plans(5))
    refuses(lambda: library.instances(SQUARE, 9))


def test_combinations_are_of_rows_and_columns_that_are_there() -> None:
    refuses(lambda: Combinations([[(2, 1, 1)]], 2))
    refuses(lambda: Combinations([[(0, FAR, 1)]], 1))
    refuses(lambda: Combinations([[(0, 1, 0)]], 1))
    refuses(lambda: Combinations([], FAR))
    rows = Combinations([[(0, 1, 1)]], 1)
    refuses(lambda: rows.least(np.ones(2), [(0, 1, 1)]))
    refuses(lambda: rows.least(np.array([np.nan]), [(0, 1, 1)]))
    refuses(lambda: rows.least(np.array([-1.0]), [(0, 1, 1)]))
    refuses(lambda: rows.least(np.ones(1), [(1, 1, 1)]))
    refuses(lambda: rows.first_entailing([(1, 1, 1)]))
    assert rows.least(np.ones(1), [(0, 3, 2)]) == ([(0, 3, 2)], True)


def test_variables_of_a_system_are_its_own() -> None:
    system = LinearSystem(3)
    refuses(lambda: system.add([(3, 1, 1)]))
    refuses(lambda: system.is_entailed([(0, 1, 0)]))
    refuses(lambda: LinearSystem(0).query_four(1))
    refuses(lambda: LinearSystem(10**15))


def test_residuals_are_of_points_and_equations_that_are_there() -> None:
    equations = [(Theory.DIRECTION, 0.5)]
    for term in ((1, 0, 1, 1.0), (-1, 0, 1, 1.0), *((0, 0, p, 1.0) for p in BAD_POINTS)):
        refuses(lambda term=term: Residuals(4, [term], equations, []))
    refuses(lambda: Residuals(4, [], equations, [(0, 4)]))
    refuses(lambda: Residuals(0, [], [], []))
    few = np.ascontiguousarray(SQUARE[0, :3])
    made = Residuals(4, [(0, 0, 1, 1.0), (0, 0, 3, -1.0)], equations, [(2, 3)])
    for ask in (made.residuals, made.largest, made.jacobian):
        refuses(lambda ask=ask: ask(few))
    assert made.residuals(SQUARE[0]).shape == (made.rows,) == (3,)


class Silent:
    """A source that is never asked."""


def test_questions_and_journals_are_of_points_rows_and_rules_that_are_there() -> None:
    refuses(lambda: Questions([0, 7]))
    questions = Questions([0, 1, 2, 3])
    refuses(lambda: questions.add_circle([0, 1, 4], None))
    refuses(lambda: questions.add_circle([0, 1, 2], 9))
    refuses(lambda: questions.add_overlap(0, 4))
    refuses(lambda: questions.add_equation(Theory.LOG, [(0, 1, 0)], False))
    refuses(lambda: questions.add_row([(0, FAR, 1)]))
    journal = TracedJournal(questions, Silent())  # type: ignore[arg-type]
    refuses(lambda: journal.add_equation(0, 0, Theory.LOG, 0))
    row = questions.add_row([(0, 1, 1), (1, -1, 1)])
    refuses(lambda: journal.add_equation(99, 0, Theory.LOG, row))
    refuses(lambda: journal.add_circle(0, 0, 0, [0, 1, 5], None))
    refuses(lambda: journal.add_overlap(0, 0, 0, 4))
    refuses(lambda: Evidence(journal, [0]))
    refuses(lambda: covering_circles([([0, 1, 2], None, 0, 1.0)], [0, 9], None, [0, 1, 2]))


def test_a_traceback_is_of_questions_and_entries_that_are_there() -> None:
    questions = Questions([0, 1])
    journal = TracedJournal(questions, Silent())  # type: ignore[arg-type]
    journal.add_equation(0, 0, Theory.LOG, questions.add_row([(0, 1, 1)]))
    evidence, other = Evidence(journal, []), Evidence(journal, [])
    refuses(lambda: evidence.trace([(0, [])], [], [], None, None))
    given = questions.add_other(False)
    refuses(lambda: evidence.trace([(given, [(7, [])])], [], [], None, None))
    refuses(lambda: evidence.trace([(given, [])], [1], [], None, None))
    refuses(lambda: evidence.trace([(given, [])], [], [1], None, None))
    found = evidence.trace([(given, [])], [], [], None, None)
    assert isinstance(found, Trace)
    assert found.goals == [0]
    refuses(lambda: found.node(1))
    refuses(lambda: found.parts(1))
    refuses(lambda: other.trace([(given, [])], [], [], found, None))
