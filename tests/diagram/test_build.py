"""Building diagrams: spread, exact, with the goal true where it can be; what is false or can't be built says so."""

from __future__ import annotations

import time

import numpy as np
import pytest

from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.truth import error_of
from solver.errors import ConstructionError, DeadlineExceeded, FalseStatement
from solver.language.problem import Problem
from solver.language.read import parse_statement
from tests.suites import SUITES, suite

TRIANGLE = "a b c = triangle a b c"


def equilateral_chain(count: int) -> str:
    """Equilateral triangles on the parts of a broken line, moved end to end: they close up if all turn the same way."""
    clauses, sum_ = ["c0 c1 = segment c0 c1; x1 = eq_triangle x1 c0 c1"], "x1"
    for i in range(2, count + 1):
        clauses.append(
            f"c{i} = free c{i}; x{i} = eq_triangle x{i} c{i - 1} c{i}; s{i} = shift s{i} {sum_} x{i} c{i - 1}"
        )
        sum_ = f"s{i}"
    return f"{'; '.join(clauses)} ? cong c0 {sum_} c0 c{count}"


def worst(problem: Problem, diagram: Diagram) -> float:
    return max(error_of(p, diagram) for p in problem.premises)


def test_the_same_seed_gives_the_same_diagram() -> None:
    problem = parse_statement(f"{TRIANGLE}; d = on_line d a b, on_circle d c a ? cong c a c d")
    first, again, other = (build_diagram(problem, seed).xy for seed in (3, 3, 4))
    assert np.array_equal(first, again)
    assert not np.allclose(first, other)


def test_points_keep_apart_and_directions_keep_from_zero() -> None:
    problem = parse_statement(f"{TRIANGLE}; o = circumcenter o a b c; h = orthocenter h a b c ? cong o a o b")
    for seed in range(10):
        xy = build_diagram(problem, seed).xy
        gaps = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))[np.triu_indices(len(xy), 1)]
        assert gaps.min() > 0.03 * gaps.max()
        i, j = np.triu_indices(len(xy), 1)
        directions = np.arctan2(*(xy[j] - xy[i]).T[::-1]) / np.pi % 1.0
        assert np.minimum(directions, 1 - directions).min() > 1e-3


def test_a_second_intersection_is_a_new_point() -> None:
    problem = parse_statement(f"{TRIANGLE}; o = circle o a b c; d = on_line d a b, on_circle d c a ? cong c a c d")
    diagram = build_diagram(problem)
    assert np.hypot(*np.subtract(diagram["d"], diagram["a"])) > 0.01


@pytest.mark.parametrize("count", [4, 6, 8])
def test_the_goal_holds_if_some_choice_of_intersections_makes_it_hold(count: int) -> None:
    problem = parse_statement(equilateral_chain(count))  # two of 2 ** count choices do
    for seed in range(3):
        assert error_of(problem.goal, build_diagram(problem, seed)) < 1e-7


def test_a_third_locus_is_met_by_moving_the_figure() -> None:
    problem = parse_statement(f"{TRIANGLE}; x = midpoint x a b, on_circle x a c ? cong x a x b")
    assert worst(problem, build_diagram(problem)) < 1e-10


def test_given_places_are_kept() -> None:
    text = "a@0_0 = free a; b@4_0 = free b; c@1_2 = free c; d = foot d c a b ? perp c d a b"
    diagram = build_diagram(parse_statement(text))
    a, b, c, d = (complex(*diagram[p]) for p in "abcd")
    assert (c - a) / (b - a) == pytest.approx(0.25 + 0.5j)
    assert (d - a) / (b - a) == pytest.approx(0.25)


@pytest.mark.parametrize(
    "goal", ["perp a b a c", "cong a b a c", "coll a b c", "cyclic a b c d", "aconst a b a c 60", "para a b c d"]
)
def test_a_false_goal_has_a_counterexample(goal: str) -> None:
    problem = parse_statement(f"{TRIANGLE}; d = midpoint d a b ? {goal}")
    with pytest.raises(FalseStatement, match="is false: it is off by") as caught:
        build_diagram(problem)
    at = caught.value.counterexample
    diagram = Diagram(problem.points, np.array([at[p] for p in problem.points]))
    assert worst(problem, diagram) < 1e-10
    assert error_of(problem.goal, diagram) > 1e-4


def test_the_same_point_twice_may_be_a_theorem() -> None:
    medians = "x = midpoint x b c; y = midpoint y c a; z = midpoint z a b"
    both = "g = on_line g a x, on_line g b y; k = on_line k a x, on_line k c z"
    diagram = build_diagram(parse_statement(f"{TRIANGLE}; {medians}; {both} ? overlap g k"))
    assert diagram["g"] == pytest.approx(diagram["k"])


@pytest.mark.parametrize(
    ("clause", "names", "reason"),
    [
        ("x = on_line x a b, on_line x a b", "x = on_line, on_line", "the lines are parallel"),
        ("x = on_pline x a b c, on_line x b c", "x = on_pline, on_line", "the lines are parallel"),
        ("x = foot x a a b", "x = foot", "it falls on a"),
        ("m = midpoint m a b; x = circle x a m b", "x = circle", "collinear"),
        ("x = on_circle x a b, on_circle x a c", "x = on_circle, on_circle", "the circles have the same center"),
        ("m = midpoint m a b; y z = tangent y z m a b", "y z = tangent", "inside the circle"),
        ("x = rconst a b c x 0", "x = rconst", "the ratio is not positive"),
        ("m = midpoint m a b; x = on_line x a m, on_tline x b a m", "x = on_line, on_tline", "it falls on b"),
        ("x = midpoint x a b, on_circle x a b", "x = midpoint, on_circle", "“cong a x a b” and the rest"),
    ],
)
def test_what_cant_be_built_says_which_clause_and_why(clause: str, names: str, reason: str) -> None:
    text = f"{TRIANGLE}; {clause} ? coll a b c"
    with pytest.raises(ConstructionError) as caught:
        build_diagram(parse_statement(text, line=5))
    error = caught.value
    assert f"{names} can't be constructed: " in error.message
    assert reason in error.message
    assert error.span is not None
    assert error.span.line == 5
    assert text[error.span.column - 1 :].startswith(clause.rpartition("; ")[2].partition(" ")[0])


def test_what_cant_be_built_is_given_up_soon() -> None:
    problem = parse_statement(
        "a b c d = isquare a b c d; e = on_circle e a b, on_circle e c b, on_line e a c ? coll a e c"
    )
    started = time.process_time()
    with pytest.raises(ConstructionError):
        build_diagram(problem)
    assert time.process_time() - started < 5


def test_a_hundred_and_fifty_points_find_room() -> None:
    text = "; ".join([TRIANGLE, *(f"p{i} = on_line p{i} a b; q{i} = on_circle q{i} a b" for i in range(73))])
    diagram = build_diagram(parse_statement(f"{text} ? cong a b a q0"), deadline=time.monotonic() + 30)
    assert len(diagram.points) == 149


def test_building_keeps_its_time_limit() -> None:
    problem = parse_statement(equilateral_chain(4))
    with pytest.raises(DeadlineExceeded, match="timeout"):
        build_diagram(problem, deadline=time.monotonic() - 1)


class TestCoordinates:
    """The coordinate language."""

    def test_coordinates_are_polished(self) -> None:
        text = "a@0_0 = ; b@4.00001_0 = ; c@2_3 = cong c a c b ? eqangle a b a c b c b a"
        problem = parse_statement(text)
        diagram = build_diagram(problem)
        assert worst(problem, diagram) < 1e-12
        assert abs(complex(*diagram["c"]) - complex(*diagram["a"])) > 0.1

    @pytest.mark.parametrize(
        ("text", "message", "column"),
        [
            ("a@0_0 = ; b@4_0 = ; c@1_3 = cong c a c b ? coll a b c", "contradict the premise cong c a c b", 29),
            ("a@0_0 = ; b@0_0 = ; c@0_0 = coll a b c ? perp a b b c", "all points are at one place", 29),
            ("a@0_0 = ; b@1_0 = ; c@0_0 = perp a c a b ? coll a b c", "a and c coincide", 29),
        ],
    )
    def test_what_is_contradictory_or_degenerate_is_refused(self, text: str, message: str, column: int) -> None:
        with pytest.raises(ConstructionError, match=message) as caught:
            build_diagram(parse_statement(text))
        assert caught.value.span is not None
        assert caught.value.span.column == column

    def test_points_may_coincide_where_lines_pass_through_them(self) -> None:
        text = "a@0_0 = ; b@2_1 = ; c@3_0 = ; u@3_0 = coll u a c ? coll u a c"
        assert build_diagram(parse_statement(text)) is not None

    def test_a_false_goal_has_a_counterexample(self) -> None:
        with pytest.raises(FalseStatement) as caught:
            build_diagram(parse_statement("a@0_0 = ; b@1_0 = ; c@0_1 = perp a b a c ? cong a b b c"))
        assert set(caught.value.counterexample) == {"a", "b", "c"}

    def test_building_keeps_its_time_limit(self) -> None:
        problem = parse_statement("a@0_0 = ; b@4.00001_0 = ; c@2_3 = cong c a c b ? eqangle a b a c b c b a")
        with pytest.raises(DeadlineExceeded, match="timeout"):
            build_diagram(problem, deadline=time.monotonic() - 1)


@pytest.mark.parametrize("name", [name for name in SUITES if name != "hageo_dev.txt"])  # which has a false one
def test_every_problem_of_the_suites_builds(name: str) -> None:
    for statement in suite(name):
        problem = statement.parse()
        diagram = build_diagram(problem, deadline=time.monotonic() + 20)
        assert all(error_of(p, diagram) < 1e-9 for p in problem.premises)
        assert error_of(problem.goal, diagram) < 1e-6


@pytest.mark.parametrize("seed", range(4))
def test_a_goal_that_holds_for_one_order_of_points_on_a_circle_is_found_true(seed: int) -> None:
    """The midpoints of the four arcs, and the incenters at the diagonals' crossing: for arcs that don't overlap only."""
    build_diagram(
        parse_statement(
            "a b c = triangle a b c; o = circle o a b c; d = on_circle d o a; k = on_bline k a b, on_circle k o a; "
            "l = on_bline l b c, on_circle l o a; m = on_bline m c d, on_circle m o a; p = intersection_ll p a c b d; "
            "s = incenter s a b p; t = incenter t b c p; u = incenter u c d p; x = on_line x k s, on_line x l t ? coll x m u"
        ),
        seed,
    )
