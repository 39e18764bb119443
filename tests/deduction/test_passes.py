"""One small figure for each kind of inference: what it finds, and what it must not find."""

from __future__ import annotations

import cmath
import math

import pytest

from tests.deduction.figures import closure, follows, foot, meet, on_circle, statement

A, B, C = 0.13 + 1.41j, -1.0 - 0.2j, 1.3 - 0.35j


def test_two_parallels_through_a_point_make_a_line() -> None:
    points = {"a": 0j, "b": 1 + 0j, "c": 2.7 + 0j, "d": 0.3 + 1j, "e": 1.9 + 1j}
    assert follows(points, "para a b d e, para b c d e", "coll a b c")


def test_parallels_alone_do_not_make_a_line() -> None:
    points = {"a": 0j, "b": 1 + 0j, "c": 2.7 + 0j, "d": 0.3 + 1j, "e": 1.9 + 1j}
    assert not follows(points, "para a b d e", "coll a b c")


@pytest.mark.parametrize(
    ("premises", "conclusion"),
    [
        ("cong a b a c", "eqangle b a b c c b c a"),  # isosceles: base angles
        ("eqangle b a b c c b c a", "cong a b a c"),  # and back
    ],
)
def test_an_isosceles_triangle_is_similar_to_its_mirror_image(premises: str, conclusion: str) -> None:
    assert follows({"a": 2j, "b": -1 + 0j, "c": 1 + 0j}, premises, conclusion)


@pytest.mark.parametrize(
    "premises",
    [
        "eqangle a b a c d e d f, eqangle b c b a e f e d",
        "eqangle a b a c d e d f, eqratio a b a c d e d f",
        "eqratio a b a c d e d f, eqratio a b b c d e e f",
    ],
    ids=["AA", "SAS", "SSS"],
)
def test_similar_triangles(premises: str) -> None:
    turn = cmath.rect(1.7, 0.6)
    points = {"a": A, "b": B, "c": C, "d": 5 + A * turn, "e": 5 + B * turn, "f": 5 + C * turn}
    assert follows(points, premises, "simtri a b c d e f")
    assert not follows(points, premises, "contri a b c d e f")


def test_side_side_angle_with_the_longer_side_opposite_the_angle() -> None:
    turn = cmath.rect(1.7, 0.6)
    points = {"a": A, "b": B, "c": C, "d": 5 + A * turn, "e": 5 + B * turn, "f": 5 + C * turn}
    assert abs(B - C) > abs(A - B)
    assert follows(points, "eqangle a b a c d e d f, eqratio a b b c d e e f", "simtri a b c d e f")


def test_equal_inscribed_angles_make_a_circle_and_a_circle_equal_angles() -> None:
    a, b, c, d = on_circle(10, 80, 200, 290)
    points = {"a": a, "b": b, "c": c, "d": d}
    assert follows(points, "eqangle c a c b d a d b", "cyclic a b c d")
    assert follows(points, "cyclic a b c d", "eqangle c a c b d a d b")


def test_circles_that_share_three_points_are_one() -> None:
    a, b, c, d, e = on_circle(10, 80, 140, 200, 290)
    points = {"a": a, "b": b, "c": c, "d": d, "e": e}
    assert follows(points, "cyclic a b c d, cyclic a b c e", "cyclic a b d e")
    # a cross of two circles of the diagram that share two points says nothing
    assert not follows(points, "cyclic a b c d", "cyclic a b d e")


def test_equal_radii_make_a_circle_with_central_angles() -> None:
    a, b, c = on_circle(15, 100, 230)
    points = {"o": 0j, "a": a, "b": b, "c": c, "m": (a + b) / 2}
    assert follows(points, "cong o a o b, cong o b o c, midp m a b", "eqangle o a o m c a c b")


def test_center_from_two_diameters() -> None:
    a, b, c, d = on_circle(15, 100, 190, 310)
    points = {"o": 0j, "a": a, "b": b, "c": c, "d": d}
    premises = "cyclic a b c d, eqangle a o a b d a d x, eqangle b o b c d b d y"
    # tangents: ax ⟂ oa says that oa is the diameter through a once the tangent angle is known
    points |= {"x": a + 1j * a, "y": b + 1j * b}
    premises = "cyclic a b c d, eqangle a x a b d a d b, perp o a a x, eqangle b y b c d b d c, perp o b b y"
    assert follows(points, premises, "circle o a b c d")


def test_equal_chords_and_equal_arcs() -> None:
    a, b, c, d, e = on_circle(0, 50, 130, 180, 260)
    points = {"a": a, "b": b, "c": c, "d": d, "e": e}
    assert follows(points, "cyclic a b c d e, cong a b c d", "eqangle e a e b e c e d")
    assert follows(points, "cyclic a b c d e, eqangle e a e b e c e d", "cong a b c d")


def test_lengths_add_along_a_line() -> None:
    points = {"a": 0j, "b": 1 + 0j, "c": 3 + 0j, "d": 1j, "e": 1 + 1j, "f": 3 + 1j}
    premises = "coll a b c, coll d e f, cong a b d e, cong b c e f"
    assert follows(points, premises, "cong a c d f")


def test_a_midpoint_halves() -> None:
    assert follows({"m": 0.5 + 0j, "a": 0j, "b": 1 + 0j}, "midp m a b", "rconst m a a b 1/2")


def test_pythagoras_and_its_converse() -> None:
    points = {"a": 0j, "b": 3 + 0j, "c": 4j}
    assert follows(points, "perp a b a c, rconst a b a c 3/4", "rconst a b b c 3/5")
    assert follows(points, "rconst a b a c 3/4, rconst a b b c 3/5", "perp a b a c")


def test_altitudes_meet() -> None:
    h = meet(A, foot(A, B, C), B, foot(B, A, C))
    points = {"a": A, "b": B, "c": C, "h": h}
    assert follows(points, "perp a h b c, perp b h a c", "perp c h a b")


def test_medians_meet_in_thirds() -> None:
    points = {"a": A, "b": B, "c": C, "m": (B + C) / 2, "n": (A + C) / 2, "g": (A + B + C) / 3}
    premises = "midp m b c, midp n a c, coll a g m, coll b g n"
    assert follows(points, premises, "rconst a g g m 2")


def test_the_median_to_the_hypotenuse_is_half_of_it() -> None:
    points = {"a": 0j, "b": 2 + 0j, "c": 1.3j, "m": 1 + 0.65j}
    assert follows(points, "perp a b a c, midp m b c", "cong m a m b")


def test_parallels_cut_in_proportion_and_conversely() -> None:
    points = {"a": 0j, "b": 1 + 0j, "c": 2.7 + 0j, "d": 0.4 + 1j, "e": 1.2 + 1.3j}
    d, e = points["d"], points["e"]
    points["f"] = d + (e - d) * 2.7
    points["b"], points["c"] = meet(0, 1, e, e + d), meet(0, 1, points["f"], points["f"] + d)
    lines = "coll a b c, coll d e f"
    assert follows(points, f"{lines}, para a d b e, para a d c f", "eqratio a b b c d e e f")
    assert follows(points, f"{lines}, para a d b e, eqratio a b b c d e e f", "para a d c f")


def test_bisector_theorem_and_its_converse() -> None:
    ratio = abs(A - B) / abs(A - C)
    points = {"a": A, "b": B, "c": C, "d": (B + ratio * C) / (1 + ratio)}
    assert follows(points, "coll b c d, eqangle a b a d a d a c", "eqratio a b a c d b d c")
    assert follows(points, "coll b c d, eqratio a b a c d b d c", "eqangle a b a d a d a c")


def test_power_of_a_point_on_the_common_chord() -> None:
    o1, o2 = -1 + 0j, 1.5 + 0j
    half = 0.8
    r1, r2 = math.hypot(1, half), math.hypot(1.5, half)
    p = 3j
    t1 = math.sqrt(abs(p - o1) ** 2 - r1**2)
    tangents = []
    for o, r in ((o1, r1), (o2, r2)):
        d = abs(p - o)
        along = (p - o) / d
        tangents.append(o + along * (r * r / d) + 1j * along * (r * math.sqrt(d * d - r * r) / d))
    assert abs(abs(p - tangents[0]) - t1) < 1e-12
    points = {"o": o1, "u": o2, "x": half * 1j, "y": -half * 1j, "p": p, "s": tangents[0], "t": tangents[1]}
    premises = "cong o x o y, cong u x u y, coll p x y, perp p s o s, cong o s o x, perp p t u t, cong u t u x"
    assert follows(points, premises, "cong p s p t")


def test_points_on_two_common_lines_are_one() -> None:
    x = 0.3 + 0.2j
    points = {"a": 0j, "b": 0.9 + 0.6j, "c": 1 + 0j, "d": -0.4 + 0.4j, "x": x, "y": x, "e": 0.5 + 2j}
    points["d"] = 1 + (x - 1) * 2
    premises = "coll a b x, coll a b y, coll c d x, coll c d y, coll y e a"
    points["e"] = 3 * x
    found = closure(points, premises)
    assert found.is_entailed(statement("overlap x y", set(points)))
    assert found.is_entailed(statement("coll x e a", set(points)))


def test_points_that_merely_look_alike_stay_apart() -> None:
    x = 0.3 + 0.2j
    points = {"a": 0j, "b": 0.9 + 0.6j, "c": 1 + 0j, "x": x, "y": x}
    assert not follows(points, "coll a b x, coll a b y", "overlap x y")


def test_circles_that_touch_have_one_point_in_common() -> None:
    points = {"o": 0j, "m": 0.5 + 0.2j, "a": 1 + 0.4j, "x": 1 + 0.4j, "b": abs(1 + 0.4j) * cmath.exp(2j)}
    on_both = "cong o a o x, cong m a m x"
    assert follows(points, f"{on_both}, coll o m a", "cong b a b x")
    assert not follows(points, on_both, "cong b a b x")
