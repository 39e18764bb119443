"""Each construction: its example, what it asserts, and which way it turns."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.residuals import compile_system
from solver.diagram.sketch import Branches, Unplaced, sketch
from solver.diagram.truth import error_of
from solver.language.constructions import CONSTRUCTIONS
from solver.language.constructions.reference import reference_page
from solver.language.read import parse_statement

#: AlphaGeometry's own definitions; files of its users rely on all of them.
FAMILY = [
    "angle_bisector",
    "angle_mirror",
    "circle",
    "circumcenter",
    "eq_quadrangle",
    "eq_trapezoid",
    "eq_triangle",
    "eqangle2",
    "eqdia_quadrangle",
    "eqdistance",
    "foot",
    "free",
    "incenter",
    "incenter2",
    "excenter",
    "excenter2",
    "centroid",
    "ninepoints",
    "intersection_cc",
    "intersection_lc",
    "intersection_ll",
    "intersection_lp",
    "intersection_lt",
    "intersection_pp",
    "intersection_tt",
    "iso_triangle",
    "lc_tangent",
    "midpoint",
    "mirror",
    "nsquare",
    "on_aline",
    "on_aline2",
    "on_bline",
    "on_circle",
    "on_line",
    "on_pline",
    "on_tline",
    "orthocenter",
    "parallelogram",
    "pentagon",
    "psquare",
    "quadrangle",
    "r_trapezoid",
    "r_triangle",
    "rectangle",
    "reflect",
    "risos",
    "s_angle",
    "segment",
    "shift",
    "square",
    "isquare",
    "trapezoid",
    "triangle",
    "triangle12",
    "2l1c",
    "e5128",
    "3peq",
    "trisect",
    "trisegment",
    "on_dia",
    "ieq_triangle",
    "on_opline",
    "cc_tangent0",
    "cc_tangent",
    "eqangle3",
    "tangent",
    "on_circum",
]


def built(text: str, seed: int = 0) -> dict[str, complex]:
    return {p: complex(x, y) for p, (x, y) in build_diagram(parse_statement(text), seed).as_dict().items()}


def test_the_whole_family_is_there() -> None:
    assert not [name for name in FAMILY if name not in CONSTRUCTIONS]


@pytest.mark.parametrize("name", CONSTRUCTIONS)
@pytest.mark.parametrize("seed", range(3))
def test_all_that_the_example_asserts_holds(name: str, seed: int) -> None:
    problem = parse_statement(CONSTRUCTIONS[name].example, name)
    diagram = build_diagram(problem, seed)
    assert max((error_of(p, diagram) for p in problem.premises), default=0.0) < 1e-10


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_its_sketch_is_exact_without_polish(name: str) -> None:
    problem = parse_statement(CONSTRUCTIONS[name].example, name)
    for seed in range(40):
        try:
            places = sketch(problem, np.random.default_rng(seed), Branches(np.random.default_rng(seed)), 0.01)
        except Unplaced:
            continue
        xy = np.array([(z.real, z.imag) for z in places])
        residuals = compile_system(problem.premises, problem.points, xy).residuals(xy)
        assert float(np.max(np.abs(residuals), initial=0.0)) < 1e-8
        return
    pytest.fail("no sketch in 40 attempts")


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_it_says_what_it_is(name: str) -> None:
    construction = CONSTRUCTIONS[name]
    assert construction.description
    assert construction.syntax.startswith(" ".join(construction.new))


def test_the_reference_page_is_current() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "constructions.md"
    assert page.read_text(encoding="utf-8") == reference_page(), "run porism constructions --out docs/constructions.md"


def turn(a: complex, b: complex, c: complex) -> complex:
    """From ab to ac: its direction is the angle, its length the ratio."""
    return (c - a) / (b - a)


@pytest.mark.parametrize(
    ("call", "expected"),
    [("x = psquare x a b", 1j), ("x = nsquare x a b", -1j), ("y x = square a b y x", 1j), ("x = mirror x b a", -1)],
)
def test_which_way_it_turns(call: str, expected: complex) -> None:
    at = built(f"a b = segment a b; {call} ? cong a b a x")
    assert turn(at["a"], at["b"], at["x"]) == pytest.approx(expected)


@pytest.mark.parametrize("degrees", [20, 75, 130, -40])
def test_an_angle_turns_counterclockwise(degrees: int) -> None:
    for call in (f"s_angle a b x {degrees}", f"aconst b a b x {degrees}"):
        at = built(f"a b = segment a b; x = {call} ? aconst b a b x {degrees}")
        turned = np.degrees(np.angle(turn(at["b"], at["a"], at["x"])))
        assert (turned - degrees + 90) % 180 - 90 == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("name", "low", "high"), [("between_bound", 0.0, 1.0), ("on_opline", -np.inf, 0.0)])
def test_a_part_of_a_line(name: str, low: float, high: float) -> None:
    for seed in range(5):
        at = built(f"a b = segment a b; x = {name} x a b ? coll x a b", seed)
        assert low < turn(at["a"], at["b"], at["x"]).real < high


def test_an_acute_triangle_is_acute() -> None:
    for seed in range(5):
        at = built("a b c = acute_triangle a b c; d = midpoint d a b ? coll a b d", seed)
        a, b, c = at["a"], at["b"], at["c"]
        assert all(turn(p, q, r).real > 0 for p, q, r in ((a, b, c), (b, c, a), (c, a, b)))


def test_an_isosceles_trapezium_is_no_parallelogram() -> None:
    for name in ("eq_trapezoid", "iso_trapezoid"):
        at = built(f"a b c d = {name} a b c d ? cong a c b d")
        assert abs(at["a"] + at["c"] - at["b"] - at["d"]) > 0.1


def test_similar_triangles_turn_the_way_they_say() -> None:
    setting = "a b c = triangle a b c; p q = segment p q"
    for name, mirrored in (("simtri", False), ("simtrir", True)):
        at = built(f"{setting}; x = {name} x a b c p q ? {name} a b c p q x")
        first, second = turn(at["a"], at["b"], at["c"]), turn(at["p"], at["q"], at["x"])
        assert second == pytest.approx(first.conjugate() if mirrored else first)


def test_a_triangle_is_drawn_either_way_round() -> None:
    text = "a b c = triangle a b c; d = midpoint d a b ? coll a b d"
    ways = {turn(at["a"], at["b"], at["c"]).imag > 0 for at in (built(text, seed) for seed in range(12))}
    assert ways == {True, False}


def test_diagrams_name_their_points() -> None:
    diagram: Diagram = build_diagram(parse_statement("a b = segment a b; m = midpoint m a b ? cong m a m b"))
    assert diagram["m"] == pytest.approx(tuple(np.mean([diagram["a"], diagram["b"]], axis=0)))


def test_a_construction_that_comes_from_another_process_is_that_of_the_table() -> None:
    assert all(pickle.loads(pickle.dumps(one)) is one for one in CONSTRUCTIONS.values())
