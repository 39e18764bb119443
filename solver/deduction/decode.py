"""What each theorem of the core says: from the numbers in its journal to premises and conclusions with names.

One function per rule, named in the table `RULES` in the order of `enum class Rule` in core/theories/state.hpp. A premise here is
what the core asked its theories before it concluded; the lifted constant of a direction premise comes from the diagram.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from solver.deduction.lift import Lifter
from solver.statements.equation import Equation, Quantity, Theory, segment, sine
from solver.statements.predicates import CIRCLE, CYCLIC, OVERLAP, Claim, Statement, prime_exponents

THEORIES = (Theory.DIRECTION, Theory.LOG, Theory.LENGTH, Theory.SQUARE)

#: log sin of the special angles, by the angle in units of π.
SPECIAL_SINES: dict[Fraction, dict[int, Fraction]] = {
    Fraction(1, 6): {2: Fraction(-1)},
    Fraction(1, 4): {2: Fraction(-1, 2)},
    Fraction(1, 3): {3: Fraction(1, 2), 2: Fraction(-1)},
    Fraction(1, 2): {},
}

#: Coefficient and the two ends of a segment.
Term = tuple[int, str, str]


@dataclass(frozen=True)
class Decoder:
    """Names the points and knows the lifts of one journal."""

    names: tuple[str, ...]
    lifter: Lifter

    def directions(self, *terms: Term) -> Equation:
        """The lifted direction equation with these terms."""
        return self.lifter.lift(Equation.of(Theory.DIRECTION, [(segment(a, b), c) for c, a, b in terms]))

    def logs(self, *terms: Term) -> Equation:
        return Equation.of(Theory.LOG, [(segment(a, b), c) for c, a, b in terms])

    def angle(self, v: str, a: str, b: str, w: str, c: str, d: str) -> Equation:
        """Interior angles avb and cwd are equal: with opposite signs if the triangles are mirrored."""
        sign = 1 if self.lifter.orientation(v, a, b) == self.lifter.orientation(w, c, d) else -1
        return self.directions((1, v, b), (-1, v, a), (-sign, w, d), (sign, w, c))

    def sines_agree(self, first: tuple[str, ...], second: tuple[str, ...]) -> Equation:
        """Angles a v b and c w d are equal as acute angles between lines: equal, or supplementary."""
        terms: list[Term] = []
        for factor, (a, v, b) in ((1, first), (-1, second)):
            sign = factor * self.lifter.acute_sign(a, v, b)
            terms += [(sign, v, b), (-sign, v, a)]
        return self.directions(*terms)

    def ratio(self, theory: Theory, x: Quantity, y: Quantity, squared: Fraction) -> Equation:
        """|x|² = squared · |y|² in a theory; in LENGTH `squared` is the square of a rational."""
        if theory is Theory.SQUARE:
            return Equation.of(theory, [(x, squared.denominator), (y, -squared.numerator)])
        if theory is Theory.LENGTH:
            root = rational_root(squared)
            return Equation.of(theory, [(x, root.denominator), (y, -root.numerator)])
        return Equation.of(theory, [(x, 2), (y, -2)], {p: -e for p, e in prime_exponents(squared).items()})


def rational_root(value: Fraction) -> Fraction:
    """√value. Raises ValueError when it is irrational."""
    root = Fraction(isqrt(value.numerator), isqrt(value.denominator))
    if root * root != value:
        raise ValueError(f"the square root of {value} is irrational")
    return root


Premises = Callable[[Decoder, tuple[str, ...], Sequence[int]], tuple[Claim, ...]]


def _line(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c = p
    return (d.directions((1, a, b), (-1, a, c)),)


def _aa(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return d.angle(a, b, c, x, y, z), d.angle(b, c, a, y, z, x)


def _sas(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return d.angle(a, b, c, x, y, z), d.logs((1, a, b), (-1, a, c), (-1, x, y), (1, x, z))


def _sss(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return (
        d.logs((1, a, b), (-1, a, c), (-1, x, y), (1, x, z)),
        d.logs((1, a, b), (-1, b, c), (-1, x, y), (1, y, z)),
    )


def _ssa(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return d.angle(a, b, c, x, y, z), d.logs((1, a, b), (-1, b, c), (-1, x, y), (1, y, z))


def _circle_of_center(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    return (Statement(CIRCLE, tuple(dict.fromkeys(p))),)


def _equal_arcs(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    x, y, z, w = p
    return (d.logs((1, x, y), (-1, z, w)),)


def _equal_chords(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    x, y, z, w, s, t = p
    # Chords are oriented below half a turn, so the arcs t(x) − t(y) and t(z) − t(w) are equal.
    return d.directions((1, x, s), (-1, y, s), (-1, z, t), (1, w, t)), *_on_one_circle(p)


def _on_one_circle(points: tuple[str, ...]) -> tuple[Claim, ...]:
    """The claim that points are concyclic, unless they are at most three."""
    distinct = tuple(dict.fromkeys(points))
    return (Statement(CYCLIC, distinct),) if len(distinct) > 3 else ()


def _transfer(d: Decoder, p: tuple[str, ...], rest: Sequence[int]) -> tuple[Claim, ...]:
    a, b, x, y = p
    theory, numerator, denominator = rest
    return (d.ratio(THEORIES[theory], segment(a, b), segment(x, y), Fraction(numerator, denominator)),)


def _perp_to_squares(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c, e = p
    return (d.directions((1, a, b), (-1, c, e)),)


def _squares_to_perp(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c, e = p
    terms = [(1, a, c), (-1, a, e), (-1, b, c), (1, b, e)]
    return (Equation.of(Theory.SQUARE, [(segment(u, v), k) for k, u, v in terms if u != v]),)


def _stewart(d: Decoder, p: tuple[str, ...], rest: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c, _ = p
    ratio = d.lifter.length_ratio(segment(a, b), segment(a, c))
    return (
        d.directions((1, a, b), (-1, a, c)),
        d.ratio(THEORIES[rest[0]], segment(a, b), segment(a, c), ratio * ratio),
    )


def _lines_cut(d: Decoder, p: tuple[str, ...]) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return d.directions((1, a, b), (-1, a, c)), d.directions((1, x, y), (-1, x, z))


def _division_ratios(d: Decoder, p: tuple[str, ...]) -> tuple[Equation, Equation, Equation]:
    """ab : bc, ab : ac and bc : ac are as de : ef, de : df and ef : df."""
    a, b, c, x, y, z = p
    return (
        d.logs((1, a, b), (-1, x, y), (-1, b, c), (1, y, z)),
        d.logs((1, a, b), (-1, x, y), (-1, a, c), (1, x, z)),
        d.logs((1, b, c), (-1, y, z), (-1, a, c), (1, x, z)),
    )


def _thales(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    rungs = [(u, v) for u, v in ((a, x), (b, y), (c, z)) if u != v]  # a = x where the lines meet
    first = rungs[0]
    return *_lines_cut(d, p), *(d.directions((1, *first), (-1, *other)) for other in rungs[1:])


def _thales_converse(d: Decoder, p: tuple[str, ...], rest: Sequence[int]) -> tuple[Claim, ...]:
    a, b, _c, x, y, _z = p
    parallel = () if a == x else (d.directions((1, a, x), (-1, b, y)),)
    return *_lines_cut(d, p), *parallel, _division_ratios(d, p)[rest[0]]


def _overlap(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    return (Statement(OVERLAP, p[:2]),)


def _concyclic_angle(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, b, c, e = p
    return (d.directions((1, a, c), (-1, b, c), (-1, a, e), (1, b, e)),)


def _concyclic_radii(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    o, a, *rest = p
    return tuple(d.logs((1, o, a), (-1, o, x)) for x in rest)


def _none(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    return ()


def _proportion(d: Decoder, p: tuple[str, ...], rest: Sequence[int]) -> tuple[Claim, ...]:
    return *_lines_cut(d, p), _division_ratios(d, p)[rest[0]]


def _sine_law(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    return tuple(
        d.sines_agree(mine, other)
        for mine, other in ((p[0:3], p[6:9]), (p[3:6], p[9:12]))
        if sine(*mine) != sine(*other)
    )


def sine_law_points(p: tuple[str, ...]) -> tuple[str, ...]:
    """a b c of the triangle, from its angles at a and b; then the angles that stand for them."""
    a, b = p[1], p[4]
    c = next(x for x in (p[0], p[2]) if x != b)
    return (a, b, c, *p[6:])


def _sine_equal(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    return (d.sines_agree(p[0:3], p[3:6]),)


def _sine_value(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    a, v, b = p
    return (d.lifter.lift_value(Equation.of(Theory.DIRECTION, [(segment(v, a), 1), (segment(v, b), -1)])),)


def _sine_to_angle(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    constants = SPECIAL_SINES[d.lifter.acute(*p)]
    return (Equation.of(Theory.LOG, [(sine(*p), 1)], {base: -c for base, c in constants.items()}),)


def _sine_to_angles(d: Decoder, p: tuple[str, ...], _: Sequence[int]) -> tuple[Claim, ...]:
    return (Equation.of(Theory.LOG, [(sine(*p[0:3]), 1), (sine(*p[3:6]), -1)]),)


def _power_side(d: Decoder, p: tuple[str, ...]) -> tuple[Claim, ...]:
    """What makes |pa|·|pb| the power of p: a and b on the circle about o, in line with p, or pa tangent (a = b)."""
    x, a, b, o = p
    if a == b:
        return (d.directions((1, x, a), (-1, o, a)),)
    return d.logs((1, o, a), (-1, o, b)), d.directions((1, x, a), (-1, x, b))


def _power_equations(d: Decoder, p: tuple[str, ...], on_circle: bool) -> tuple[Equation, Equation]:
    """The equation of products and that of squares."""
    x, a, b, o, y, c, e, u = p
    products = d.logs((1, x, a), (1, x, b), (-1, y, c), (-1, y, e) if on_circle else (-1, y, c))
    sign = 1 if d.lifter.is_longer(segment(x, o), segment(o, a)) else -1
    squares: list[tuple[Quantity, Fraction | int]] = [(segment(x, o), sign), (segment(o, a), -sign)]
    if on_circle:
        sign = 1 if d.lifter.is_longer(segment(y, u), segment(u, c)) else -1
        squares += [(segment(y, u), -sign), (segment(u, c), sign)]
    else:
        squares.append((segment(y, c), -1))
    return products, Equation.of(Theory.SQUARE, squares)


def _power_to_squares(d: Decoder, p: tuple[str, ...], rest: Sequence[int]) -> tuple[Claim, ...]:
    sides = (*_power_side(d, p[:4]), *(_power_side(d, p[4:]) if rest[0] else ()))
    return (*dict.fromkeys(sides), _power_equations(d, p, bool(rest[0]))[0])


def _squares_to_power(d: Decoder, p: tuple[str, ...], rest: Sequence[int]) -> tuple[Claim, ...]:
    sides = (*_power_side(d, p[:4]), *(_power_side(d, p[4:]) if rest[0] else ()))
    squares = _power_equations(d, p, bool(rest[0]))[1]
    return tuple(dict.fromkeys(sides)) + (() if squares.is_trivial else (squares,))


@dataclass(frozen=True)
class RuleEntry:
    """name: as in docs/certificate.md. points: how many arguments are points (None: all). arcs: its rows have arcs."""

    name: str
    premises: Premises
    points: int | None = None
    arcs: bool = False


#: In the order of `enum class Rule`.
RULES: tuple[RuleEntry, ...] = (
    RuleEntry("premise", _none, 0),
    RuleEntry("line", _line),
    RuleEntry("similar_aa", _aa),
    RuleEntry("similar_sas", _sas),
    RuleEntry("similar_sss", _sss),
    RuleEntry("similar_ssa", _ssa),
    RuleEntry("inscribed", _none, arcs=True),
    RuleEntry("radial", _circle_of_center, arcs=True),
    RuleEntry("radii", _circle_of_center),
    RuleEntry("equal_arcs", _equal_arcs, arcs=True),
    RuleEntry("equal_chords", _equal_chords),
    RuleEntry("between", _line),
    RuleEntry("transfer", _transfer, 4),
    RuleEntry("perp_to_squares", _perp_to_squares),
    RuleEntry("squares_to_perp", _squares_to_perp),
    RuleEntry("stewart", _stewart, 4),
    RuleEntry("thales", _thales),
    RuleEntry("thales_converse", _thales_converse, 6),
    RuleEntry("proportion", _proportion, 6),
    RuleEntry("sine_law", _sine_law),
    RuleEntry("sine_equal", _sine_equal),
    RuleEntry("sine_value", _sine_value),
    RuleEntry("sine_to_angle", _sine_to_angle),
    RuleEntry("sine_to_angles", _sine_to_angles),
    RuleEntry("power_to_squares", _power_to_squares, 8),
    RuleEntry("squares_to_power", _squares_to_power, 8),
    RuleEntry("substitute", _overlap),
    RuleEntry("concyclic_angle", _concyclic_angle),
    RuleEntry("concyclic_radii", _concyclic_radii),
    RuleEntry("centre", _none, 0),
    RuleEntry("substitute", _overlap),
    RuleEntry("coincide", _none, 0),
    RuleEntry("theorem", _none, 0),
)
