"""Certificates of claims that are false, or true but unproved: each was once accepted, or is a natural attempt."""

from __future__ import annotations

import cmath
import json
from dataclasses import replace
from fractions import Fraction

import pytest

from solver.checker.conditions import holds
from solver.checker.rules import check_step
from solver.checking import check_certificate
from solver.errors import CertificateError
from solver.statements.predicates import Statement
from tests.checker.claims import Forgery, claim, stated, step, turned
from tests.deduction.figures import foot, meet, on_circle

A, B, C = 0.13 + 1.41j, -1 - 0.2j, 1.3 - 0.35j


def refused(forgery: Forgery, words: str, step: str | None = None) -> None:
    with pytest.raises(CertificateError, match=words) as caught:
        check_certificate(forgery.as_json())
    if step is not None:
        assert caught.value.step == step


def test_a_sound_forgery_is_accepted() -> None:
    """So that the others are refused for what is wrong with them."""
    at = turned(a=A, b=B, c=C, m=(B + C) / 2)
    steps = [("s1", "meaning", "", "p1", "d≡ mb - mc"), ("s2", "line", "m b c", "s1", "d≡ mb - bc")]
    sound = Forgery("a b c = triangle a b c; m = midpoint m b c ? coll m b c", at, {"p1": "coll m b c"},
                    [*steps, ("s3", "meaning", "", "s1", "coll m b c")], "coll m b c", "s3")  # fmt: skip
    with pytest.raises(CertificateError):  # s2 isn't used by anything, but that is no lie
        check_certificate(replace(sound, by="s2").as_json())
    assert check_certificate(sound.as_json()).steps == 3


# -- what is claimed --------------------------------------------------------------------------------------------------


def test_a_segment_from_a_point_to_itself_says_nothing() -> None:
    # As equations, cong a a b c and coll a a b c would be empty: proved by nothing.
    at = turned(a=A, b=B, c=C)
    for said in ("cong a a b c", "coll a a b", "perp a a b c", "para a b c c", "cyclic a b c a", "circle a b c b",
                 "midp a b b", "simtri a a b c c a", "contrir a b c c b c", "overlap a a", "eqangle a b a a a c a b",
                 "eqratio a b a b a a c c", "aconst a a b c 30", "rconst a a b c 1", "distseq a a b c 1 0"):  # fmt: skip
        forged = Forgery("a b c = triangle a b c ? cong a b a c", at, {}, [("s1", "meaning", "", "", said)], said, "s1")
        refused(forged, "twice", "s1")


def test_the_goal_is_what_the_statement_asks_and_what_its_step_claims() -> None:
    at = turned(a=A, b=B, c=C, m=(B + C) / 2)
    good = Forgery("a b c = triangle a b c; m = midpoint m b c ? cong m b m c", at,
                   {"p1": "cong m b m c", "p2": "coll m b c"}, [], "cong m b m c", "p1")  # fmt: skip
    assert check_certificate(good.as_json()).steps == 0
    refused(replace(good, goal="coll m b c", by="p2"), "the statement asks for", "goal")
    refused(replace(good, by="p2"), "doesn't claim the goal", "goal")
    refused(replace(good, goal="cong m c m b"), "the statement asks for", "goal")


def test_an_answer_is_proved_and_an_angle_from_0_to_180_degrees() -> None:
    at = turned(a=0, b=1, c=1.3j)
    text = stated(at, "perp a b a c", "acompute a b a c")
    good = Forgery(text, at, {"p1": "perp a b a c"}, [("s1", "meaning", "", "p1", "aconst a b a c 90")],
                   "aconst a b a c 90", "s1")  # fmt: skip
    report = check_certificate(good.as_json())
    assert isinstance(report.goal, Statement)
    assert report.goal.constants == (Fraction(90),)
    for other in ("270", "-90"):
        said = f"aconst a b a c {other}"
        refused(replace(good, steps=[("s1", "meaning", "", "p1", said)], goal=said), "from 0° to 180°", "goal")
    wrong = "aconst a b a c 60"
    refused(replace(good, steps=[("s1", "meaning", "", "p1", wrong)], goal=wrong), "none of its premises", "s1")
    refused(replace(good, goal="aconst a c a b 90"), "the statement asks for", "goal")


def test_premises_are_the_statements() -> None:
    at = turned(a=A, b=B, c=C, m=(B + C) / 2)
    forged = Forgery("a b c = triangle a b c; m = midpoint m b c ? perp a m b c", at, {"p1": "perp a m b c"}, [],
                     "perp a m b c", "p1")  # fmt: skip
    refused(forged, "doesn't assume", "p1")


def test_a_step_uses_only_what_stands_before_it() -> None:
    at = turned(a=A, b=B, c=C, m=(B + C) / 2)
    good = Forgery("a b c = triangle a b c; m = midpoint m b c ? coll m b c", at, {"p1": "coll m b c"},
                   [("s1", "meaning", "", "p1", "d≡ mb - mc"), ("s2", "meaning", "", "s1", "coll m b c")],
                   "coll m b c", "s2")  # fmt: skip
    for number, use in ((0, "s1"), (0, "s2"), (1, "s2"), (1, "s3")):
        forged = good.as_json()
        forged["steps"][number]["uses"] = [use]
        with pytest.raises(CertificateError, match="no earlier step"):
            check_certificate(forged)
    twice = good.as_json()
    twice["steps"][1]["id"] = "s1"
    with pytest.raises(CertificateError, match="stands twice"):
        check_certificate(twice)


def test_a_field_that_stands_twice_is_refused() -> None:
    at = turned(a=A, b=B, c=C, m=(B + C) / 2)
    good = Forgery("a b c = triangle a b c; m = midpoint m b c ? cong m b m c", at, {"p1": "cong m b m c"}, [],
                   "cong m b m c", "p1")  # fmt: skip
    text = json.dumps(good.as_json())
    assert check_certificate(text).steps == 0
    with pytest.raises(CertificateError, match="twice"):
        check_certificate(text.replace('"seed": 0', '"seed": 0, "seed": 1'))


# -- the diagram ------------------------------------------------------------------------------------------------------


def test_a_triangle_with_a_special_shape_proves_nothing_about_all() -> None:
    at = turned(a=2j, b=-1, c=1)
    refused(Forgery("a b c = triangle a b c ? cong a b a c", at, {}, [("s1", "meaning", "", "", "cong a b a c")],
                    "cong a b a c", "s1"), "none of its premises", "s1")  # fmt: skip


def test_a_claim_that_holds_in_its_own_diagram_only_is_false_elsewhere() -> None:
    # A right angle at a, claimed from a perpendicular foot that happens to be at a.
    at = turned(a=0, b=1, c=1.3j, d=0.4 + 0.9j)
    forged = Forgery("a b c = triangle a b c; d = free d ? coll a b c d", at, {},
                     [("s1", "linear", "", "", "d: ab - ac + 1/2", "")], "coll a b c d", "s1")  # fmt: skip
    with pytest.raises(CertificateError):
        check_certificate(forged.as_json())


def incenter(a: complex, b: complex, c: complex, signs: tuple[int, int, int] = (1, 1, 1)) -> complex:
    p, q, r = (s * abs(x) for s, x in zip(signs, (b - c, c - a, a - b), strict=True))
    return (p * a + q * b + r * c) / (p + q + r)


def test_an_excenter_is_no_incenter_though_its_angles_are_the_same() -> None:
    premises = {"p1": "eqangle a b a i a i a c"}
    for center, fits in ((incenter(A, B, C), True), (incenter(A, B, C, (-1, 1, 1)), False)):
        forged = Forgery("a b c = triangle a b c; i = incenter i a b c ? eqangle a b a i a i a c",
                         turned(a=A, b=B, c=C, i=center), premises, [], premises["p1"], "p1")  # fmt: skip
        if fits:
            assert check_certificate(forged.as_json())
        else:
            refused(forged, "disagrees with the construction i = incenter")


def test_the_statements_coordinates_are_meant() -> None:
    # Premises that hold with a on either side of bc, say; the statement says which.
    places = turned(a=2j, b=-1, c=1, d=3j)
    premises = {"p1": "cong a b a c", "p2": "cong d b d c"}
    good = Forgery(
        stated(places, "cong a b a c, cong d b d c", "cong a b a c"), places, premises, [], "cong a b a c", "p1"
    )
    assert check_certificate(good.as_json())
    moved = cmath.rect(1.7, 2.1)
    assert check_certificate(replace(good, at={p: z * moved + 5 for p, z in places.items()}).as_json())
    refused(replace(good, at=turned(a=-2j, b=-1, c=1, d=3j)), "disagrees with the coordinates")
    refused(replace(good, at={p: z.conjugate() for p, z in places.items()}), "disagrees with the coordinates")


def test_the_order_that_a_construction_means() -> None:
    for x, fits in ((0.3, True), (1.3, False), (-0.4, False)):
        forged = Forgery("a b = segment a b; x = between_bound x a b ? coll x a b", turned(a=0, b=1, x=x),
                         {"p1": "coll x a b"}, [], "coll x a b", "p1")  # fmt: skip
        new = replace(forged, statement="x a b = between x a b ? coll x a b")
        beyond = replace(forged, statement="a b = segment a b; x = on_opline x a b ? coll x a b")
        if fits:
            assert check_certificate(forged.as_json())
            assert check_certificate(new.as_json())
        else:
            refused(forged, "disagrees with the construction")
            refused(new, "disagrees with the construction")
        if x < 0:
            assert check_certificate(beyond.as_json())
        else:
            refused(beyond, "disagrees with the construction")


def test_the_second_common_point_is_another() -> None:
    # With x = a the line and the circle say that x is a: true of the first common point, not of the one that is meant.
    o, a, b = 0j, 1 + 0j, 0.3 + 0.2j
    second = 2 * foot(o, a, b) - a
    text = "o a = segment o a; b = free b; x = on_line x a b, on_circle x o a ? cong o x o a"
    for x, fits in ((second, True), (a, False)):
        forged = Forgery(text, turned(o=o, a=a, b=b, x=x), {"p1": "cong o x o a"}, [], "cong o x o a", "p1")
        if fits:
            assert check_certificate(forged.as_json())
        else:
            refused(forged, "disagrees with the construction")


def test_unused_premises_hold_all_the_same() -> None:
    at = turned(a=A, b=B, c=C, m=(B + C) / 2, d=0.2 + 0.1j)
    forged = Forgery("a b c = triangle a b c; m = midpoint m b c; d = on_bline d b c ? cong m b m c", at,
                     {"p1": "cong m b m c"}, [], "cong m b m c", "p1")  # fmt: skip
    refused(forged, "disagrees with")


def test_points_are_the_statements() -> None:
    at = turned(a=A, b=B, c=C, m=(B + C) / 2)
    good = Forgery("a b c = triangle a b c; m = midpoint m b c ? cong m b m c", at, {"p1": "cong m b m c"}, [],
                   "cong m b m c", "p1")  # fmt: skip
    refused(replace(good, at={**at, "q": 0.3 + 0.3j}), "not in the statement")
    refused(replace(good, at={p: z for p, z in at.items() if p != "a"}), "has no coordinates")


def test_concyclic_points_are_not_in_line() -> None:
    # The angles of four collinear points are those of concyclic ones.
    at = turned(a=0, b=1, c=2.2, d=3.1)
    forged = Forgery(
        stated(at, "cyclic a b c d", "cyclic a b c d"), at, {"p1": "cyclic a b c d"}, [], "cyclic a b c d", "p1"
    )
    refused(forged, "disagrees with cyclic a b c d")


# -- points at one place ----------------------------------------------------------------------------------------------


def coincident(premises: str, goal: str) -> tuple[str, dict[str, complex]]:
    """x and y at one place, nobody says so."""
    at = turned(a=0.1 + 0.9j, b=-1.1 + 0.3j, c=0.8 - 0.4j, x=0.2 + 0.1j, y=0.2 + 0.1j)
    return stated(at, premises, goal), at


def test_a_line_through_one_place_has_no_direction() -> None:
    # coll x y a and coll x y b hold where x = y, and say nothing about a line xy through a and b.
    text, at = coincident("coll x y a, coll x y b", "coll x a b")
    premises = {"p1": "coll x y a", "p2": "coll x y b"}
    combined = Forgery(text, at, premises, [("s1", "linear", "", "p1 p2", "coll x a b", "1 -1")], "coll x a b", "s1")
    refused(combined, "doesn't exist", "s1")
    claims = {i: claim(t) for i, t in premises.items()}
    with pytest.raises(CertificateError, match="doesn't exist"):
        check_step(step("line", "x y a", "p1", "d≡ xa - ya", at), claims, at)


def test_a_premise_about_the_direction_of_a_point_is_refused() -> None:
    text, at = coincident("perp x y a b, perp x y a c", "para a b a c")
    forged = Forgery(text, at, {"p1": "perp x y a b", "p2": "perp x y a c"},
                     [("s1", "linear", "", "p1 p2", "para a b a c", "1 -1")], "para a b a c", "s1")  # fmt: skip
    refused(forged, "doesn't exist")


def test_the_bisector_of_a_point_is_no_line() -> None:
    a, b, c = on_circle(20, 130, 250)
    at = turned(a=a, b=b, c=c, d=a, o=0)
    claims = {"p1": claim("cyclic a b c d"), "p2": claim("cong o a o d"), "p3": claim("cong o a o b")}
    with pytest.raises(CertificateError, match="doesn't exist"):
        check_step(step("centre", "o", "p1 p2 p3", "circle o a b c"), claims, at)


def test_the_name_of_a_line_is_not_taken_by_points_at_one_place() -> None:
    # x = y on the line of a: perp x y b c says nothing, though x y are the first two points of the line by name.
    at = turned(x=0.2, y=0.2, z=1.4, b=0.1 + 1j, c=0.1 - 0.7j, w=0.9 + 1.3j)
    text = stated(at, "coll x y z, perp x y b c", "perp x z b c")
    made = Forgery(text, at, {"p1": "perp x y b c", "p2": "coll x y z"},
                   [("s1", "linear", "", "p1", "perp x z b c", "1")], "perp x z b c", "s1").as_json()  # fmt: skip
    made["steps"][0]["lines"] = ["p2"]
    with pytest.raises(CertificateError, match="doesn't exist"):
        check_certificate(made)


# -- cases that the diagram can't tell apart --------------------------------------------------------------------------


def test_a_chord_is_as_long_as_itself_but_no_diameter() -> None:
    # |xy| = |yx| would leave 2(t(x) − t(y)) = 0 or 0 = 0: only the former says that xy is a diameter.
    x, y, z, w = on_circle(20, 200, 310, 70)
    at = turned(x=x, y=y, z=z, w=w)
    text = stated(at, "cyclic x y z w", "perp x z y z")
    forged = Forgery(text, at, {"p1": "cyclic x y z w"},
                     [("s1", "equal_arcs", "x y y x", "p1", "d≡ 2xz - 2yz"),
                      ("s2", "linear", "", "s1", "perp x z y z", "1/2")], "perp x z y z", "s2")  # fmt: skip
    refused(forged, "leaves no cases", "s1")


@pytest.mark.parametrize(
    ("points", "said"), [("d e d e", "d≡ ad - ae"), ("d e e d", "d≡ ad - ae"), ("e d e d", "d≡ 2ad - 2ae")]
)
def test_two_points_of_a_circle_are_not_one_because_their_chord_is_as_long_as_itself(points: str, said: str) -> None:
    # They are one in every figure, f being opposite to a; but that the arc from d to e is its own doesn't prove it.
    a, b, c, d = on_circle(80, 200, 330, 265)
    at = turned(a=a, b=b, c=c, i=incenter(a, b, c), o=0, d=d, f=-a, e=d)
    text = (
        "a b c = triangle a b c; i = incenter i a b c; o = circle o a b c; d = on_line d a i, on_circle d o a; "
        "f = on_line f a o, on_circle f o a; e = on_tline e f a i, on_circle e o f ? overlap d e"
    )
    premises = {"p1": "cong o a o b", "p2": "cong o d o a", "p3": "cong o f o a", "p4": "cong o e o f"}
    steps = [
        ("s1", "concyclic_radii", "o a b d f e", "p1 p2 p3 p4", "circle o a b d f e"),
        ("s2", "equal_arcs", points, "s1", said),
        ("s3", "coincide", "d e", "s1 s2", "overlap d e"),
    ]
    refused(Forgery(text, at, premises, steps, "overlap d e", "s3"), "leaves no cases", "s2")


def test_equal_diameters_are_not_told_from_opposite_ones() -> None:
    x, y, z, w, p = on_circle(20, 200, 310, 130, 75)
    at = turned(x=x, y=y, z=z, w=w, p=p)
    for sign, goal in (("-", "eqangle x p y p z p w p"), ("+", "eqangle x p y p w p z p")):
        flipped = "+" if sign == "-" else "-"
        forged = Forgery(stated(at, "cyclic x y z w p, cong x y z w", goal), at,
                         {"p1": "cyclic x y z w p", "p2": "cong x y z w"},
                         [("s1", "equal_arcs", "x y z w", "p1 p2", f"d≡ xp - yp {sign} zp {flipped} wp"),
                          ("s2", "meaning", "", "s1", goal)], goal, "s2")  # fmt: skip
        with pytest.raises(CertificateError):
            check_certificate(forged.as_json())
        claims = {"p1": claim("cyclic x y z w p"), "p2": claim("cong x y z w")}
        needs = check_step(step("equal_arcs", "x y z w", "p1 p2", forged.steps[0][4], at), claims, at)
        assert not all(holds(need, at) for need in needs)


def test_twice_an_arc_is_not_the_arc() -> None:
    # 2(t(x) − t(y)) = 2(t(z) − t(w)) where the chords are quarters of the circle: equal, but by the other case.
    x, y, z, w, p = on_circle(20, 110, 320, 230, 75)
    at = turned(x=x, y=y, z=z, w=w, p=p)
    claims = {"c": claim("cyclic x y z w p"), "e": claim("d≡ 2xp - 2yp - 2zp + 2wp", at)}
    with pytest.raises(CertificateError, match="the arcs are different"):
        check_step(step("equal_chords", "x y z w", "c e", "l: xy - zw"), claims, at)
    other = {"c": claims["c"], "e": claim("d≡ 2xp - 2yp + 2zp - 2wp", at)}
    needs = check_step(step("equal_chords", "x y z w", "c e", "l: xy - zw"), other, at)
    assert [n.kind for n in needs] == ["branch"]


def test_a_right_angle_does_not_follow_from_its_sine_being_that_of_its_supplement() -> None:
    at = turned(v=0, a=1.3j, b=-1.0)
    with pytest.raises(CertificateError, match="leaves no cases"):
        check_step(step("sine_to_angles", "a v b a v b", "", "d≡ 2va - 2vb", at), {}, at)
    known = {"p": claim("l: avb - awb")}
    at = turned(v=0, a=1.3j, b=-1.0, w=1.3j - 1)
    needs = check_step(step("sine_to_angles", "a v b a w b", "p", "d≡ va - vb - wa + wb", at), known, at)
    assert not all(holds(need, at) for need in needs)


def test_two_loci_that_touch_do_not_fix_a_point() -> None:
    # x and y on the circle about o and on its tangent at x: only because y = x in the figure do both hold.
    a = 1.4 + 0.3j
    touch = meet(0j, cmath.rect(1, 0.4), a, a + 1j * cmath.rect(1, 0.4))
    at = turned(o=0, a=a, x=touch, y=touch)
    forged = Forgery(stated(at, "coll a x y, cong o x o y", "overlap x y"), at, {"p1": "coll a x y", "p2": "cong o x o y"},
                     [("s1", "coincide", "x y", "p1 p2", "overlap x y")], "overlap x y", "s1")  # fmt: skip
    refused(forged, "side condition", "s1")


# -- side conditions --------------------------------------------------------------------------------------------------


def test_side_conditions_are_all_listed_once_and_none_more() -> None:
    at = turned(a=0, m=0.4, b=1)
    text = "m a b = between m a b ? distseq a m m b a b 1 1 -1"
    goal = "distseq a m m b a b 1 1 -1"
    good = Forgery(text, at, {"p1": "coll m a b"}, [("s1", "between", "a m b", "p1", goal)], goal, "s1")
    assert check_certificate(good.as_json()).side_conditions == 1
    for change, words in (
        (lambda found: found.clear(), "isn't listed"),
        (lambda found: found.append(found[0]), "listed twice"),
        (lambda found: found.append({"kind": "distinct", "points": ["a", "b"], "step": "s1"}), "doesn't need"),
        (lambda found: found[0].update(points=["b", "m", "a"]), "isn't listed"),
        (lambda found: found[0].update(step="p1"), "isn't listed"),
        (lambda found: found[0].update(kind="branch"), "isn't listed"),
    ):
        made = good.as_json()
        change(made["side_conditions"])
        with pytest.raises(CertificateError, match=words):
            check_certificate(made)


@pytest.mark.parametrize(
    ("points", "said"), [("f e g g e f", "coll e f g"), ("f e g f e g", "coll e f g"), ("e f g g f e", "coll f e g")]
)
def test_the_sine_of_a_flat_angle_says_nothing_of_it(points: str, said: str) -> None:
    # It has no logarithm, and that an angle's sine is its own leaves it any size: there are no cases to choose among.
    a, b, c, d = on_circle(20, 150, 250, 65)
    at = turned(a=a, b=b, c=c, o=0, d=d, e=foot(d, a, b), f=foot(d, b, c), g=foot(d, c, a))
    text = (
        "a b c = triangle a b c; o = circle o a b c; d = on_circle d o a; "
        "e = foot e d a b; f = foot f d b c; g = foot g d c a ? coll e f g"
    )
    simson = Forgery(text, at, {}, [("s1", "sine_to_angles", points, "", said)], "coll e f g", "s1")
    refused(simson, "leaves no cases", "s1")
