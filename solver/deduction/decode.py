"""From what each conclusion of the core follows: the numbers in its journal become premises about named points.

One function a rule, registered by its name; where there is none, the premises are those that the rule's entry in
theorems/theory.thm states, at the points of the journal's entry. A premise here is what the core asked its theories before it
concluded; the lifted constant of a direction premise comes from the diagram.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import isqrt

from solver import _core
from solver.deduction.lift import Lifter
from solver.knowledge.library import library
from solver.knowledge.pattern import equations_of
from solver.statements.equation import Equation, Quantity, Theory, segment, sine
from solver.statements.predicates import CIRCLE, CYCLIC, OVERLAP, Claim, Statement, prime_exponents
from solver.statements.rules import BY_NAME, Division, Logged

#: log sin of the special angles, by the angle in units of π.
SPECIAL_SINES: dict[Fraction, dict[int, Fraction]] = {
    Fraction(1, 6): {2: Fraction(-1)},
    Fraction(1, 4): {2: Fraction(-1, 2)},
    Fraction(1, 3): {3: Fraction(1, 2), 2: Fraction(-1)},
    Fraction(1, 2): {},
}

#: Coefficient and the two ends of a segment.
Term = tuple[int, str, str]


def theory_of(number: int) -> Theory:
    """The theory that has this number in the core."""
    return _THEORIES[number]


#: In the order of the core's numbers.
_THEORIES = tuple(Theory[name] for name in _core.Theory.__members__)


@dataclass(frozen=True)
class Decoder:
    """Names the points and knows the lifts of one journal."""

    names: tuple[str, ...]
    lifter: Lifter
    _premises: dict[tuple[str, tuple[str, ...], tuple[int, ...]], tuple[Claim, ...]] = field(
        init=False, repr=False, default_factory=dict
    )
    _directions: dict[tuple[Term, ...], Equation] = field(init=False, repr=False, default_factory=dict)

    def premises(self, rule: CoreRule, points: tuple[str, ...], numbers: tuple[int, ...]) -> tuple[Claim, ...]:
        """From what a rule concluded: of one pair of similar triangles, say, there are many conclusions."""
        key = rule.name, points, numbers
        known = self._premises.get(key)
        if known is None:
            known = self._premises[key] = rule.premises(self, points, numbers)
        return known

    def directions(self, *terms: Term) -> Equation:
        """The lifted direction equation with these terms."""
        known = self._directions.get(terms)
        if known is None:
            said = Equation.of(Theory.DIRECTION, [(segment(a, b), c) for c, a, b in terms])
            known = self._directions[terms] = self.lifter.lift(said)
        return known

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


#: The numbers that an entry has beside its points, by name: see `solver.statements.rules.Logged`.
Numbers = Mapping[str, int]
#: The premises of an entry, from its points and numbers.
Premises = Callable[[Decoder, tuple[str, ...], Numbers], tuple[Claim, ...]]

_PREMISES: dict[str, Premises] = {}


def _premises_of(*rules: str) -> Callable[[Premises], Premises]:
    """Register a function as the one that gives the premises of these rules."""

    def registered(premises: Premises) -> Premises:
        _PREMISES.update(dict.fromkeys(rules, premises))
        return premises

    return registered


@_premises_of("line", "between")
def _line(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, b, c = p
    return (d.directions((1, a, b), (-1, a, c)),)


@_premises_of("similar_aa")
def _aa(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return d.angle(a, b, c, x, y, z), d.angle(b, c, a, y, z, x)


@_premises_of("similar_sas")
def _sas(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return d.angle(a, b, c, x, y, z), d.logs((1, a, b), (-1, a, c), (-1, x, y), (1, x, z))


@_premises_of("similar_sss")
def _sss(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return (
        d.logs((1, a, b), (-1, a, c), (-1, x, y), (1, x, z)),
        d.logs((1, a, b), (-1, b, c), (-1, x, y), (1, y, z)),
    )


@_premises_of("similar_ssa")
def _ssa(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return d.angle(a, b, c, x, y, z), d.logs((1, a, b), (-1, b, c), (-1, x, y), (1, y, z))


@_premises_of("radial", "radii")
def _circle_of_center(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    return (Statement(CIRCLE, tuple(dict.fromkeys(p))),)


@_premises_of("equal_arcs")
def _equal_arcs(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    x, y, z, w = p
    return (d.logs((1, x, y), (-1, z, w)),)


@_premises_of("equal_chords")
def _equal_chords(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    x, y, z, w, s, t = p
    # Chords are oriented below half a turn, so the arcs t(x) − t(y) and t(z) − t(w) are equal.
    return d.directions((1, x, s), (-1, y, s), (-1, z, t), (1, w, t)), *_on_one_circle(p)


def _on_one_circle(points: tuple[str, ...]) -> tuple[Claim, ...]:
    """The claim that points are concyclic, unless they are at most three."""
    distinct = tuple(dict.fromkeys(points))
    return (Statement(CYCLIC, distinct),) if len(distinct) > 3 else ()


@_premises_of("transfer")
def _transfer(d: Decoder, p: tuple[str, ...], numbers: Numbers) -> tuple[Claim, ...]:
    a, b, x, y = p
    squared = Fraction(numbers["numerator"], numbers["denominator"])
    return (d.ratio(theory_of(numbers["theory"]), segment(a, b), segment(x, y), squared),)


@_premises_of("perp_to_squares")
def _perp_to_squares(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, b, c, e = p
    return (d.directions((1, a, b), (-1, c, e)),)


@_premises_of("squares_to_perp")
def _squares_to_perp(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, b, c, e = p
    terms = [(1, a, c), (-1, a, e), (-1, b, c), (1, b, e)]
    return (Equation.of(Theory.SQUARE, [(segment(u, v), k) for k, u, v in terms if u != v]),)


@_premises_of("stewart")
def _stewart(d: Decoder, p: tuple[str, ...], numbers: Numbers) -> tuple[Claim, ...]:
    a, b, c, _ = p
    ratio = d.lifter.length_ratio(segment(a, b), segment(a, c))
    return (
        d.directions((1, a, b), (-1, a, c)),
        d.ratio(theory_of(numbers["theory"]), segment(a, b), segment(a, c), ratio * ratio),
    )


def _lines_cut(d: Decoder, p: tuple[str, ...]) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    return d.directions((1, a, b), (-1, a, c)), d.directions((1, x, y), (-1, x, z))


def _division_ratios(d: Decoder, p: tuple[str, ...]) -> tuple[Equation, Equation, Equation]:
    """ab : bc, ab : ac and bc : ac are as de : ef, de : df and ef : df: in the order of `Division`."""
    a, b, c, x, y, z = p
    return (
        d.logs((1, a, b), (-1, x, y), (-1, b, c), (1, y, z)),
        d.logs((1, a, b), (-1, x, y), (-1, a, c), (1, x, z)),
        d.logs((1, b, c), (-1, y, z), (-1, a, c), (1, x, z)),
    )


@_premises_of("thales")
def _thales(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, b, c, x, y, z = p
    rungs = [(u, v) for u, v in ((a, x), (b, y), (c, z)) if u != v]  # a = x where the lines meet
    first = rungs[0]
    return *_lines_cut(d, p), *(d.directions((1, *first), (-1, *other)) for other in rungs[1:])


@_premises_of("thales_converse")
def _thales_converse(d: Decoder, p: tuple[str, ...], numbers: Numbers) -> tuple[Claim, ...]:
    a, b, _c, x, y, _z = p
    parallel = () if a == x else (d.directions((1, a, x), (-1, b, y)),)
    return *_lines_cut(d, p), *parallel, _division_ratios(d, p)[Division(numbers["ratio"])]


@_premises_of("substitute")
def _overlap(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    return (Statement(OVERLAP, p[:2]),)


@_premises_of("concyclic_angle")
def _concyclic_angle(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, b, c, e = p
    return (d.directions((1, a, c), (-1, b, c), (-1, a, e), (1, b, e)),)


@_premises_of("concyclic_radii")
def _concyclic_radii(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    o, a, *rest = p
    return tuple(d.logs((1, o, a), (-1, o, x)) for x in rest)


@_premises_of("inscribed")
def _of_its_circle(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    """Nothing but the circle whose tag the entry has."""
    return ()


@_premises_of("touch")
def _touch(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    x, y, a, b = p
    return d.logs((1, a, x), (-1, a, y)), d.logs((1, b, x), (-1, b, y)), d.directions((1, a, x), (-1, b, x))


@_premises_of("proportion")
def _proportion(d: Decoder, p: tuple[str, ...], numbers: Numbers) -> tuple[Claim, ...]:
    return *_lines_cut(d, p), _division_ratios(d, p)[Division(numbers["ratio"])]


@_premises_of("sine_law")
def _sine_law(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
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


@_premises_of("sine_equal")
def _sine_equal(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    return (d.sines_agree(p[0:3], p[3:6]),)


@_premises_of("sine_value")
def _sine_value(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    a, v, b = p
    return (d.lifter.lift_value(Equation.of(Theory.DIRECTION, [(segment(v, a), 1), (segment(v, b), -1)])),)


@_premises_of("sine_to_angle")
def _sine_to_angle(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
    constants = SPECIAL_SINES[d.lifter.acute(*p)]
    return (Equation.of(Theory.LOG, [(sine(*p), 1)], {base: -c for base, c in constants.items()}),)


@_premises_of("sine_to_angles")
def _sine_to_angles(d: Decoder, p: tuple[str, ...], _: Numbers) -> tuple[Claim, ...]:
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


@_premises_of("power_to_squares")
def _power_to_squares(d: Decoder, p: tuple[str, ...], numbers: Numbers) -> tuple[Claim, ...]:
    sides = (*_power_side(d, p[:4]), *(_power_side(d, p[4:]) if numbers["is_circle"] else ()))
    return (*dict.fromkeys(sides), _power_equations(d, p, bool(numbers["is_circle"]))[0])


@_premises_of("squares_to_power")
def _squares_to_power(d: Decoder, p: tuple[str, ...], numbers: Numbers) -> tuple[Claim, ...]:
    sides = (*_power_side(d, p[:4]), *(_power_side(d, p[4:]) if numbers["is_circle"] else ()))
    squares = _power_equations(d, p, bool(numbers["is_circle"]))[1]
    return tuple(dict.fromkeys(sides)) + (() if squares.is_trivial else (squares,))


@dataclass(frozen=True)
class CoreRule:
    """A rule of the core: its name in `solver.statements.rules`, and how its entries are logged.

    count: how many of the arguments are points; None: all. has_arcs: as in `Logged`. Both are asked of every entry.
    """

    name: str
    logged: Logged
    count: int | None
    has_arcs: bool

    @classmethod
    def of(cls, name: str, logged: Logged) -> CoreRule:
        return cls(name, logged, logged.count, logged.has_arcs)

    def premises(self, decoder: Decoder, points: tuple[str, ...], numbers: Sequence[int]) -> tuple[Claim, ...]:
        """From what it concluded; lifted equations, `cyclic`, `circle` or `overlap`."""
        given = _PREMISES.get(self.name)
        if given is not None:
            return given(decoder, points, dict(zip(self.logged.numbers, numbers, strict=True)))
        (entry,) = (theorem for theorem in library() if theorem.id == self.name)
        stated = equations_of(entry.statement.at(points).premises)
        return tuple(decoder.lifter.lift(claim) if isinstance(claim, Equation) else claim for claim in stated)


def _core_rule(name: str) -> CoreRule:
    """Raises ImportError where the core was built from another table."""
    rule = BY_NAME.get(name)
    if rule is None or rule.logged is None:
        raise ImportError(f"the compiled core has a rule {name} that solver/statements/rules.py hasn't: build it again")
    return CoreRule.of(name, rule.logged)


#: In the order of the core's numbers.
CORE_RULES = tuple(_core_rule(name.lower()) for name in _core.Rule.__members__)
