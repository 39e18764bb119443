"""The core's search for instances, against trying everything."""

from __future__ import annotations

import cmath
import math
import time

import numpy as np
import pytest

from solver.deduction.closure import close
from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.statements.predicates import PREDICATES, Statement
from tests.deduction.figures import diagram, foot, meet, on_circle, statement
from tests.knowledge.figures import coordinates, first_image, instances_by_brute_force, library_of

A, B, C = 0.13 + 1.41j, -1.0 - 0.2j, 1.3 - 0.35j

#: One theorem for each way in which candidates are found: lines, circles, rays, distances, twin angles, and none.
THEOREMS = {
    "lines": "points a b c d given coll a b c, coll a b d where in_order a b c, in_order b c d then |a b| = |c d|",
    "midline": "points a b c m n given midp m a b, midp n a c where noncollinear a b c then para m n b c",
    "circle": "points a b c d given cyclic a b c d, |a b| = |c d| then eqangle c a c b b c b d",
    "feet": "points a b c d e given perp a d b c, coll d b c, perp b e a c, coll e a c then cyclic a b d e",
    "centre": "points o a b m given |o a| = |o b|, midp m a b then perp o m a b",
    "bisector": "points a b c d given eqangle a b a d a d a c, coll d b c where noncollinear a b c then |a b|*|d c| = |a c|*|d b|",
    "isogonal": "points a b c x y given eqangle a b a x a y a c, eqangle b c b x b y b a where noncollinear a b c then eqangle c a c x c y c b",
    "sum": "points a b c given coll a b c then |a c| = |a b| + |b c|",
    "squares": "points a b c given perp a b a c then |a b|^2 + |a c|^2 = |b c|^2",
    "constant": "points a b c d given |a b| = 2*|c d|, para a b c d then |a b|^2 = 4*|c d|^2",
    "orientation": "points a b c d given |a b| = |c b|, |a d| = |c d| where same_orientation a b c a d c then perp a c b d",
    "longer": "points a b c d given para a b c d where longer a b c d, unparallel a c b d then para a b c d",
}  # fmt: skip


def orthocentric() -> Diagram:
    d, e, f = foot(A, B, C), foot(B, A, C), foot(C, A, B)
    points = {"a": A, "b": B, "c": C, "d": d, "e": e, "f": f, "h": meet(A, d, B, e), "m": (B + C) / 2, "n": (C + A) / 2}
    return diagram(points)


def incentric() -> Diagram:
    a, b, c = abs(B - C), abs(C - A), abs(A - B)
    center = (a * A + b * B + c * C) / (a + b + c)
    outer = (-a * A + b * B + c * C) / (b + c - a)
    points = {"a": A, "b": B, "c": C, "i": center, "j": outer, "p": foot(center, B, C), "q": foot(center, C, A)}
    return diagram({**points, "r": foot(center, A, B), "x": meet(A, center, B, C)})


def regular() -> Diagram:
    """Much symmetry: a hexagon with its center and two midpoints."""
    corners = on_circle(*range(0, 360, 60))
    points = dict(zip("abcdef", corners, strict=True))
    return diagram({**points, "o": 0j, "m": (corners[0] + corners[1]) / 2, "n": (corners[1] + corners[2]) / 2})


FIGURES = {"altitudes": orthocentric(), "bisectors": incentric(), "hexagon": regular()}


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("name", THEOREMS)
def test_finds_what_trying_everything_finds(name: str, figure: str) -> None:
    (theorem,), library = library_of(f'theorem {name} "T" {THEOREMS[name]}')
    placed, symmetries = FIGURES[figure], library.symmetries(0)
    found = [first_image(points, symmetries) for _, points in library.instances(coordinates(placed))]
    assert len(found) == len(set(found))
    assert set(found) == instances_by_brute_force(theorem, placed, symmetries)


@pytest.mark.parametrize("figure", FIGURES)
def test_instances_with_the_last_point_are_those_that_the_figure_without_it_lacks(figure: str) -> None:
    text = "\n".join(f'theorem {name} "T" {said}' for name, said in THEOREMS.items())
    _, library = library_of(text)
    xy = coordinates(FIGURES[figure])
    count = xy.shape[1]

    def canonical(found: list[tuple[int, list[int]]]) -> set[tuple[int, tuple[int, ...]]]:
        named = {(t, first_image(points, library.symmetries(t))) for t, points in found}
        assert len(named) == len(found)
        return named

    for first_new in (count - 1, count - 3):
        old = canonical(library.instances(np.ascontiguousarray(xy[:, :first_new])))
        new = canonical(library.instances(xy, first_new))
        assert not old & new
        assert old | new == canonical(library.instances(xy))


def test_symmetries_of_pappus_exchange_the_lines_and_permute_their_points() -> None:
    _, library = library_of(
        'theorem p "P" points a b c p q r x y z given coll a b c, coll p q r, coll a q x, coll p b x, coll a r y, coll p c y, '
        "coll b r z, coll q c z then coll x y z"
    )
    symmetries = library.symmetries(0)
    assert len(symmetries) == 12
    assert symmetries[0] == list(range(9))
    assert all(sorted(s) == list(range(9)) for s in symmetries)


def test_a_theorem_whose_points_hardly_depend_on_each_other_is_given_up() -> None:
    """Six free points would make 10⁸ partial instances here."""
    _, library = library_of(
        'theorem t "T" points a b c d e f given eqangle a b c d c d e f then eqangle a b e f c d c d'
    )
    xy = np.ascontiguousarray([np.random.default_rng(0).standard_normal((25, 2))])
    started = time.process_time()
    assert not library.instances(xy)
    assert time.process_time() - started < 2


def test_points_at_one_place_are_not_two_points_of_a_theorem() -> None:
    _, library = library_of('theorem t "T" points a b c given |a b| = |a c| then eqangle b a b c c b c a')
    placed = diagram({"a": 2j, "b": 1 + 0j, "c": 1 + 0j, "d": -1 + 0j})
    assert {tuple(sorted(p)) for _, p in library.instances(coordinates(placed))} == {(0, 1, 3), (0, 2, 3)}


def closure_with(text: str, points: dict[str, complex], premises: str) -> list[tuple[str, tuple[str, ...]]]:
    """Rule and points of what the closure concluded by theorems."""
    theorems, _ = library_of(text)
    placed = diagram(points)
    given = tuple(statement(p, set(points)) for p in premises.split(","))
    closure = close(
        Problem("test", "", placed.points, given, Statement(PREDICATES["coll"], ())), [placed], theorems=theorems
    )
    return [(e.rule, e.points) for e in closure.journal().entries if e.rule == "theorem"]


VAN_AUBEL = (
    'theorem v "V" points a b c e f m given perp e a e b, |e a| = |e b|, perp f c f a, |f c| = |f a|, midp m b c '
    "where same_orientation e a b f c a then perp m e m f"
)


def squares() -> dict[str, complex]:
    quarter = cmath.exp(0.25j * math.pi) / math.sqrt(2)
    e, f = A + (B - A) * quarter, C + (A - C) * quarter
    return {"a": A, "b": B, "c": C, "e": e, "f": f, "m": (B + C) / 2}


def test_an_instance_fires_once_its_premises_are_known() -> None:
    premises = "perp e a e b, cong e a e b, perp f c f a, cong f c f a, midp m b c"
    assert closure_with(VAN_AUBEL, squares(), premises) == [("theorem", ("a", "b", "c", "e", "f", "m"))]


def test_an_instance_with_an_unknown_premise_does_not_fire() -> None:
    assert not closure_with(VAN_AUBEL, squares(), "perp e a e b, cong e a e b, perp f c f a, midp m b c")
