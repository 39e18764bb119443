"""Plane geometry in complex numbers, against what defines each thing."""

from __future__ import annotations

import cmath
import math

import pytest

from solver.plane import geometry as g
from solver.plane.loci import Circle, Degenerate, Line

A, B, C, D = 0.2 - 0.7j, 1.3 + 0.4j, -0.6 + 0.9j, 0.9 + 1.8j


def test_centers_of_a_triangle() -> None:
    o = g.circumcenter(A, B, C)
    assert abs(o - A) == pytest.approx(abs(o - B)) == pytest.approx(abs(o - C))
    h = g.orthocenter(A, B, C)
    assert g.dot(h - A, B - C) == pytest.approx(0)
    assert g.dot(h - B, C - A) == pytest.approx(0)
    for center in (g.incenter(A, B, C), g.excenter(A, B, C)):
        distances = [abs(center - g.foot(center, p, q)) for p, q in ((A, B), (B, C), (C, A))]
        assert distances == pytest.approx([distances[0]] * 3)


def test_intersections_lie_on_both() -> None:
    circle, line = Circle(A, 1.4), g.line(B, C)
    for z in g.line_circle(line, circle):
        assert abs(z - A) == pytest.approx(1.4)
        assert g.cross(B - C, z - C) == pytest.approx(0)
    for z in g.circle_circle(circle, Circle(B, 0.9)):
        assert (abs(z - A), abs(z - B)) == pytest.approx((1.4, 0.9))
    z = g.meet(g.line(A, C), g.line(B, D))
    assert g.cross(C - A, z - A) == pytest.approx(0)
    assert g.cross(D - B, z - B) == pytest.approx(0)


def test_a_part_of_a_line_is_cut_in_that_part_only() -> None:
    ray = Line(A, g.unit(B - A), 0.0)
    (found,) = g.intersections(ray, Circle(A, 0.5))
    assert g.dot(B - A, found - A) > 0
    with pytest.raises(Degenerate, match="where they may"):
        g.intersections(Line(A, g.unit(B - A), 2.0, 3.0), Circle(A, 0.5))


@pytest.mark.parametrize("ratio", [0.3, 1.0, 2.5])
def test_the_circle_of_apollonius(ratio: float) -> None:
    locus = g.apollonius(A, B, ratio)
    points = (
        [locus.point + t * locus.direction for t in (-1.0, 0.4)]
        if isinstance(locus, Line)
        else [locus.center + cmath.rect(locus.radius, t) for t in (0.3, 2.0, 4.0)]
        if isinstance(locus, Circle)
        else []
    )
    assert points
    assert [abs(z - A) / abs(z - B) for z in points] == pytest.approx([ratio] * len(points))


def test_the_circle_that_sees_a_segment_under_an_angle() -> None:
    locus = g.seen_under(A, B, cmath.exp(1j * math.radians(40)))
    assert isinstance(locus, Circle)
    for t in (0.3, 1.0, 2.5, 4.0):
        z = locus.center + cmath.rect(locus.radius, t)
        assert math.degrees(cmath.phase((B - z) / (A - z))) % 180 == pytest.approx(40)


@pytest.mark.parametrize("tangents", [g.outer_tangents, g.inner_tangents])
def test_common_tangents_touch_both_circles(tangents: object) -> None:
    assert callable(tangents)
    o, w, r, s = A, A + 3, 0.9, 0.5
    for x, y in tangents(o, r, w, s):
        assert (abs(x - o), abs(y - w)) == pytest.approx((r, s))
        assert g.dot(x - o, y - x) == pytest.approx(0)
        assert g.dot(y - w, y - x) == pytest.approx(0)


@pytest.mark.parametrize(
    ("attempt", "reason"),
    [
        (lambda: g.meet(g.line(A, B), g.parallel(C, A, B)), "parallel"),
        (lambda: g.line_circle(g.line(A, B), Circle(A + 10j, 1)), "misses"),
        (lambda: g.circle_circle(Circle(A, 1), Circle(A + 5, 1)), "don't meet"),
        (lambda: g.circle_circle(Circle(A, 1), Circle(A, 1)), "same center"),
        (lambda: g.circumcenter(A, (A + B) / 2, B), "collinear"),
        (lambda: g.line(A, A), "coincide"),
        (lambda: g.circle(A, A), "radius 0"),
        (lambda: g.excenter(A, A, A), "flat"),
        (lambda: g.outer_tangents(A, 3, A + 1, 1), "inside"),
        (lambda: g.inner_tangents(A, 3, A + 1, 1), "overlap"),
    ],
)
def test_what_does_not_exist_says_why(attempt: object, reason: str) -> None:
    assert callable(attempt)
    with pytest.raises(Degenerate, match=reason):
        attempt()
