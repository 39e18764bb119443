"""What the checker takes as restated: forms of a use in a combination, lines with several names, ratios of lengths."""

from __future__ import annotations

import cmath
from dataclasses import replace
from fractions import Fraction

import pytest

from solver.checker.rules import check_step
from solver.checker.schema import Step
from solver.checker.uses import Term, equation
from solver.errors import CertificateError
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import (
    CIRCLE,
    COLL,
    CONG,
    CYCLIC,
    MIDP,
    PERP,
    RCONST,
    SIMTRI,
    SIMTRIR,
    Claim,
    Statement,
)
from tests.deduction.figures import foot, on_circle

ONE, HALF = Fraction(1), Fraction(1, 2)


def said(predicate, points: str) -> Statement:
    return Statement(predicate, tuple(points.split()))


def logs(*terms: Term) -> Equation:
    return equation(Theory.LOG, *terms)


def directions(*terms: Term, constant: Fraction | int = 0) -> Equation:
    return Equation.of(Theory.DIRECTION, equation(Theory.DIRECTION, *terms).terms, {1: constant})


def direction(a: complex, b: complex) -> float:
    """In units of π, from 0 to 1."""
    return cmath.phase(b - a) / cmath.pi % 1


def placed(**points: complex) -> dict[str, complex]:
    """Turned, so that no line is along the x-axis."""
    return {p: z * complex(0.8, 0.6) for p, z in points.items()}


A, B, C, D = on_circle(10, 80, 190, 300)
CIRCLE_PLACES = placed(a=A, b=B, c=C, d=D, m=(A + B) / 2, n=0.3 * A + 0.7 * B, o=0j, h=foot(D, A, B))


class _Anywhere(dict[str, complex]):
    """Places for all points, no two of them the same."""

    def __missing__(self, point: str) -> complex:
        return complex(ord(point[0]) * 0.371, (ord(point[0]) * 0.618) % 1)


ANYWHERE = _Anywhere()


def step(rule: str, claim: Claim, points: str = "", uses: str = "u", lines: str = "", **more) -> Step:
    return Step("s", rule, tuple(points.split()), tuple(uses.split()), more.get("coefficients", ()), claim,
                more.get("forms", ()), tuple(lines.split()), tuple(more.get("lengths", "").split()))  # fmt: skip


def kinds(found) -> list[str]:
    return [need.kind for need in found]


def test_a_combination_takes_several_forms_of_one_similarity():
    # am·ap = an² and am = an from △amn ∼ △anp (mirrored, say): only the forms say which ratios are meant.
    triangles = said(SIMTRIR, "a m n a n p")
    first, second = (
        logs((1, "a", "m"), (-1, "a", "n"), (-1, "a", "n"), (1, "a", "p")),
        logs((1, "a", "m"), (-1, "a", "n"), (-1, "m", "n"), (1, "n", "p")),
    )
    claim = logs((-1, "a", "n"), (1, "a", "p"), (1, "m", "n"), (-1, "n", "p"))
    combined = step("linear", claim, uses="u u", coefficients=(ONE, -ONE), forms=(first, second))
    assert check_step(combined, {"u": triangles}, ANYWHERE) == ()
    other = logs((1, "a", "m"), (-1, "n", "p"))
    wrong = replace(combined, coefficients=(ONE,), uses=("u",), forms=(other,), claim=other)
    with pytest.raises(CertificateError, match="doesn't mean the form"):
        check_step(wrong, {"u": triangles}, ANYWHERE)


def test_a_combination_takes_inscribed_angles_and_radii_from_a_circle():
    angles = directions((1, "a", "c"), (-1, "b", "c"), (-1, "a", "d"), (1, "b", "d"))
    same = step("linear", angles, coefficients=(ONE,), forms=(angles,))
    radii = logs((1, "o", "a"), (-1, "o", "b"))
    for circle in (said(CYCLIC, "a b c d"), said(CIRCLE, "o a b c d")):
        assert check_step(same, {"u": circle}, CIRCLE_PLACES) == ()
    assert check_step(step("linear", radii, coefficients=(ONE,), forms=(radii,)), {"u": circle}, CIRCLE_PLACES) == ()
    with pytest.raises(CertificateError):
        check_step(same, {"u": said(CYCLIC, "a b c h")}, CIRCLE_PLACES)


def test_an_isosceles_triangle_at_the_center_is_an_angle_at_a_circle():
    turns = round(sum(k * direction(*(CIRCLE_PLACES[p] for p in q)) for k, q in ((1, "oa"), (1, "ob"), (-2, "ab"))))
    angle = directions((1, "o", "a"), (1, "o", "b"), (-2, "a", "b"), constant=-turns)
    taken = step("linear", angle, coefficients=(ONE,), forms=(angle,))
    assert check_step(taken, {"u": said(CIRCLE, "o a b c")}, CIRCLE_PLACES) == ()
    right = directions((1, "o", "a"), (1, "o", "b"), (-2, "a", "b"), constant=HALF)
    with pytest.raises(CertificateError):
        check_step(step("linear", right, coefficients=(ONE,), forms=(right,)), {"u": said(CIRCLE, "o a b c")}, ANYWHERE)


def test_equal_lengths_are_equal_squares_wherever_a_rule_or_a_combination_asks():
    claim = equation(Theory.SQUARE, (1, "c", "m"), (-1, "d", "m"))
    taken = step("linear", claim, coefficients=(ONE,), forms=(claim,))
    assert check_step(taken, {"u": said(CONG, "c m d m")}, ANYWHERE) == ()
    perp = step("squares_to_perp", said(PERP, "c d m x"), "c d m x", "u v")
    pair = {"u": said(CONG, "c m d m"), "v": said(CONG, "c x d x")}
    with pytest.raises(CertificateError):  # two ratios aren't yet their difference
        check_step(perp, pair, ANYWHERE)
    ratio = equation(Theory.SQUARE, (1, "c", "m"), (-2, "d", "m"))
    with pytest.raises(CertificateError):
        check_step(replace(taken, claim=ratio, forms=(ratio,)), {"u": said(CONG, "c m d m")}, ANYWHERE)


def test_equal_radii_and_halves_are_ratios_of_squares():
    radii = equation(Theory.SQUARE, (1, "o", "a"), (-1, "o", "b"))
    taken = step("linear", radii, coefficients=(ONE,), forms=(radii,))
    assert check_step(taken, {"u": said(CIRCLE, "o a b c")}, CIRCLE_PLACES) == ()
    with pytest.raises(CertificateError):
        check_step(taken, {"u": said(CYCLIC, "o a b c")}, CIRCLE_PLACES)
    quarter = equation(Theory.SQUARE, (4, "o", "a"), (-1, "o", "b"))
    half = Statement(RCONST, ("o", "a", "o", "b"), (HALF,))
    assert check_step(step("linear", quarter, coefficients=(ONE,), forms=(quarter,)), {"u": half}, ANYWHERE) == ()


def test_a_premise_about_one_name_of_a_line_serves_for_the_other():
    perp = step("perp_to_squares", equation(Theory.SQUARE, (1, "a", "d"), (-1, "a", "h"), (-1, "b", "d"), (1, "b", "h")),
                "a b d h", lines="p")  # fmt: skip
    claims = {"u": said(PERP, "m n d h"), "p": said(COLL, "a b m n")}
    assert kinds(check_step(perp, claims, CIRCLE_PLACES)) == ["distinct"]  # ab, which nobody mentions
    with pytest.raises(CertificateError):
        check_step(replace(perp, lines=()), claims, CIRCLE_PLACES)
    with pytest.raises(CertificateError):
        check_step(perp, claims | {"p": said(COLL, "a b m")}, CIRCLE_PLACES)


def test_inscribed_angles_are_seen_through_other_points_of_the_chords():
    angle = directions((1, "m", "b"), (-1, "b", "c"), (-1, "a", "d"), (1, "c", "d"))
    chase = step("linear", angle, coefficients=(ONE,), lines="p",
                 forms=(directions((1, "a", "b"), (-1, "b", "c"), (-1, "a", "d"), (1, "c", "d")),))  # fmt: skip
    claims = {"u": said(CYCLIC, "a b c d"), "p": directions((1, "a", "m"), (-1, "a", "b"))}
    assert check_step(chase, claims, CIRCLE_PLACES) == ()
    same_circle = step("concyclic_angle", said(CYCLIC, "a c b d"), "a c b d", lines="p")
    as_seen = directions((1, "m", "b"), (-1, "b", "c"), (-1, "a", "d"), (1, "c", "d"))
    assert kinds(check_step(same_circle, claims | {"u": as_seen}, CIRCLE_PLACES)) == ["distinct", "noncollinear"]


def test_points_at_one_place_name_no_line():
    # A premise perp m n c h says nothing where m = n: no other name of its line may borrow it.
    perp = step("perp_to_squares", equation(Theory.SQUARE, (1, "a", "c"), (-1, "a", "h"), (-1, "b", "c"), (1, "b", "h")),
                "a b c h", lines="p")  # fmt: skip
    claims = {"u": said(PERP, "m n c h"), "p": said(COLL, "a b m n")}
    with pytest.raises(CertificateError):
        check_step(perp, claims, CIRCLE_PLACES | {"n": CIRCLE_PLACES["m"]})


def test_a_line_that_a_step_does_not_need_is_refused():
    angle = directions((1, "a", "c"), (-1, "b", "c"), (-1, "a", "d"), (1, "b", "d"))
    spare = step("concyclic_angle", said(CYCLIC, "a b c d"), "a b c d", lines="p")
    with pytest.raises(CertificateError, match="for nothing"):
        check_step(spare, {"u": angle, "p": said(COLL, "a b m")}, CIRCLE_PLACES)


def test_only_collinear_points_make_a_line():
    spare = step("between", equation(Theory.LENGTH, (1, "a", "m"), (1, "m", "b"), (-1, "a", "b")), "a m b", "", "p")
    assert kinds(check_step(spare, {"p": said(COLL, "a b m")}, CIRCLE_PLACES)) == ["in_order"]
    for other in (
        said(CYCLIC, "a b m c"),
        said(PERP, "a m a b"),
        directions((1, "a", "m"), (-1, "a", "b"), constant=HALF),
        directions((2, "a", "m"), (-2, "a", "b")),
        directions((1, "a", "m"), (-1, "b", "n")),
    ):
        with pytest.raises(CertificateError, match="collinear"):
            check_step(spare, {"p": other}, CIRCLE_PLACES)


def test_lines_are_merged_only_at_two_points_that_are_apart():
    apart = step("between", equation(Theory.LENGTH, (1, "a", "m"), (1, "m", "b"), (-1, "a", "b")), "a m b", "", "p q")
    claims = {"p": said(COLL, "a m n"), "q": said(COLL, "m n b")}
    assert kinds(check_step(apart, claims, CIRCLE_PLACES)) == ["distinct", "in_order"]
    together = CIRCLE_PLACES | {"n": CIRCLE_PLACES["m"]}
    with pytest.raises(CertificateError):
        check_step(apart, claims, together)


def test_a_premise_about_a_length_serves_for_an_equal_one():
    angle = directions((1, "a", "b"), (-1, "a", "c"), (-1, "a", "d"), (1, "a", "m"))
    ratio = logs((1, "a", "b"), (-1, "a", "c"), (-1, "o", "d"), (1, "a", "m"))
    claim = said(SIMTRI, "a b c a d m")
    similar = step("similar_sas", claim, "a b c a d m", "u v", lengths="p")
    claims = {"u": angle, "v": ratio, "p": said(CONG, "a d o d")}
    with pytest.raises(CertificateError, match="give fewer than 1 of the ratios of sides"):
        check_step(replace(similar, lengths=()), claims, CIRCLE_PLACES)
    needs = check_step(similar, claims, {**CIRCLE_PLACES, "d": 2 * B, "m": 2 * C})
    assert kinds(needs) == ["same_orientation"]


def test_equal_lengths_alone_make_a_circle():
    circle = step("concyclic_radii", said(CIRCLE, "o a b c"), "o a b c", "", lengths="p q")
    claims = {"p": said(CONG, "o a o b"), "q": said(MIDP, "o b c")}
    assert check_step(circle, claims, CIRCLE_PLACES) == ()
    with pytest.raises(CertificateError):
        check_step(replace(circle, lengths=("p",)), claims, CIRCLE_PLACES)


def test_a_conclusion_may_name_an_equal_length():
    twice = step("between", equation(Theory.LENGTH, (2, "a", "m"), (-1, "a", "b")), "a m b", "", "p", lengths="q")
    claims = {"p": said(COLL, "a m b"), "q": logs((1, "a", "m"), (-1, "b", "m"))}
    assert kinds(check_step(twice, claims, CIRCLE_PLACES)) == ["in_order"]
    thrice = replace(twice, claim=equation(Theory.LENGTH, (3, "a", "m"), (-1, "a", "b")))
    with pytest.raises(CertificateError):
        check_step(thrice, claims, CIRCLE_PLACES)


def test_a_combination_is_taken_modulo_equal_lengths():
    claim = logs((1, "a", "b"), (-1, "c", "d"))
    combined = step("linear", claim, coefficients=(ONE,), lengths="p")
    claims = {"u": logs((1, "o", "b"), (-1, "c", "d")), "p": said(CIRCLE, "b a o c")}
    assert check_step(combined, claims, ANYWHERE) == ()
    with pytest.raises(CertificateError):
        check_step(combined, claims | {"p": said(CIRCLE, "c a o b")}, ANYWHERE)


def test_only_equal_lengths_stand_among_lengths_and_only_those_that_are_needed():
    circle = step("concyclic_radii", said(CIRCLE, "o a b c"), "o a b c", "", lengths="p q")
    first = said(CONG, "o a o b")
    for other in (said(CYCLIC, "a b c d"), Statement(RCONST, ("o", "b", "o", "c"), (HALF,)), said(PERP, "o b o c")):
        with pytest.raises(CertificateError, match="equal"):
            check_step(circle, {"p": first, "q": other}, CIRCLE_PLACES)
    spare = replace(circle, lengths=("p", "q", "r"))
    claims = {"p": first, "q": said(CONG, "o b o c"), "r": said(CONG, "o a o c")}
    with pytest.raises(CertificateError, match="for nothing"):
        check_step(spare, claims, CIRCLE_PLACES)
