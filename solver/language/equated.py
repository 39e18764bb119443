"""Says what equations and inequalities between lengths and angles state: |A B| = 2 |C D|, ∠ABC + ∠DEF = 180°.

Each side is a sum of products of lengths, angles and numbers. What the predicates can say of it is said: a relation of
products of lengths, of sums of lengths or of their squares, or of sums of angles. Both languages that people write, the
terse one and prose, say it so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from math import lcm

from solver.language.atoms import Angle, AngleKind, Length
from solver.language.orientation import EITHER_WAY
from solver.language.sums import Atom, Sum, plus, power, times
from solver.language.telling import Telling
from solver.statements.conditions import ACUTE, LONGER, OBTUSE, UNEQUAL, WIDER
from solver.statements.predicates import (
    ACOMPUTE,
    ACONST,
    ANGEQ,
    CONG,
    DISTMEQ,
    DISTSEQ,
    EQANGLE,
    EQRATIO,
    PARA,
    PERP,
    RCOMPUTE,
    RCONST,
    SQDISTSEQ,
    Predicate,
    Statement,
)

#: The largest number of angles in a sum, and the largest factor of one.
MOST_ANGLES, LARGEST_FACTOR = 6, 12
#: How the figure decides which way an angle turns that stands alone (`solver.language.orientation`).
_SENSES: Mapping[AngleKind, tuple[int, ...] | None] = {
    AngleKind.SIZE: (1,), AngleKind.DIRECTED: None, AngleKind.EITHER_WAY: (EITHER_WAY,)
}  # fmt: skip


def _angles(of: Sum) -> list[Angle]:
    return [atom for product in of for atom, _ in product if isinstance(atom, Angle)]


def state_equal(told: Telling, left: Sum, right: Sum) -> None:
    """Say that the sides are equal. Raises ParseError where no predicate can."""
    first, second = _single(left), _single(right)
    if told.is_goal and isinstance(first, Length) and isinstance(second, Length) and first == second:
        told.say(CONG, first.a, first.b, second.a, second.b)  # of no use, but true
    elif _angles(left) or _angles(right):
        _equal_angles(told, plus(left, times(right, {(): Fraction(-1)})))
    elif len(left) == 1 and len(right) == 1:
        _equal_products(told, times(left, power(right, -1)))
    else:
        _equal_sums(told, plus(left, times(right, {(): Fraction(-1)})))


def _equal_products(told: Telling, ratio: Sum) -> None:
    """A product of powers of lengths is 1."""
    ((product, c),) = ratio.items()
    if not product:
        raise told.fail(
            "this is about numbers only" if c != 1 else "both sides are the same", "name two lengths: |A B| = |C D|"
        )
    above = [atom for atom, e in product for _ in range(e) if isinstance(atom, Length)]
    below = [atom for atom, e in product for _ in range(-e) if isinstance(atom, Length)]
    if c <= 0:
        raise told.fail("a ratio of lengths is positive", "write |A B| = 2 |C D|")
    if len(above) != len(below):
        raise told.fail("the two sides have different dimensions", "compare lengths with lengths: |A B| = |C D|")
    pairs = [(p, q) for p, q in zip(above, below, strict=True)]
    if len(pairs) == 1:
        ((p, q),) = pairs
        if c == 1:
            told.say(CONG, p.a, p.b, q.a, q.b)
        else:
            told.say(RCONST, p.a, p.b, q.a, q.b, constants=(1 / c,))
    elif len(pairs) == 2 and pairs[0] == pairs[1]:
        _root(told, pairs[0], 1 / c)
    elif len(pairs) == 2 and c == 1:
        (p, q), (r, s) = pairs
        told.say(EQRATIO, p.a, p.b, q.a, q.b, s.a, s.b, r.a, r.b)
    else:
        powers = [(atom, e) for atom, e in product if isinstance(atom, Length)]
        points = [p for atom, _ in powers for p in (atom.a, atom.b)]
        told.say(DISTMEQ, *points, constants=(*(Fraction(e) for _, e in powers), 1 / c))


def _root(told: Telling, pair: tuple[Length, Length], square: Fraction) -> None:
    """The squares of two lengths have this ratio."""
    p, q = pair
    roots = [int(n**0.5 + 0.5) for n in (square.numerator, square.denominator)]
    ratio = Fraction(roots[0], roots[1])
    if ratio**2 != square:
        told.say(DISTMEQ, p.a, p.b, q.a, q.b, constants=(Fraction(2), Fraction(-2), square))
    elif ratio != 1:
        told.say(RCONST, p.a, p.b, q.a, q.b, constants=(ratio,))
    else:
        told.say(CONG, p.a, p.b, q.a, q.b)


def _equal_sums(told: Telling, total: Sum) -> None:
    """A sum of lengths, or of squares of lengths, is 0."""
    terms = [(c, product[0][0]) for product, c in total.items() if len(product) == 1]
    exponents = {e for product in total for _, e in product}
    lengths = [(c, atom) for c, atom in terms if isinstance(atom, Length)]
    if len(lengths) == len(total) and exponents == {1}:
        _say_sum(told, DISTSEQ, lengths)
    elif len(lengths) == len(total) and exponents == {2}:
        # As what is given it says that lines are perpendicular; as a goal it is to be proved, by Pythagoras.
        perpendicular = None if told.is_goal else _perpendicular(lengths)
        if perpendicular is not None:
            told.say(PERP, *perpendicular)
        else:
            _say_sum(told, SQDISTSEQ, lengths)
    else:
        raise told.fail(
            "this sum can't be said: a sum of lengths or one of their squares can",
            "write |A B| + |C D| = |E F| or |A B|^2 + |C D|^2 = 2 |E F|^2, or use the theorem that the equation stands for",
        )


def _say_sum(told: Telling, predicate: Predicate, terms: Sequence[tuple[Fraction, Length]]) -> None:
    points = [p for _, atom in terms for p in (atom.a, atom.b)]
    told.say(predicate, *points, constants=tuple(c for c, _ in terms))


def _perpendicular(squares: Sequence[tuple[Fraction, Length]]) -> tuple[str, str, str, str] | None:
    """a b c d where the sum is a multiple of |ac|² − |ad|² − |bc|² + |bd|², |pp| being 0."""
    sums = {atom: c for c, atom in squares}
    points = sorted({p for _, atom in squares for p in (atom.a, atom.b)})
    size = max(abs(c) for c in sums.values())
    for a, b, c, d in (
        permutations(points, 4) if len(points) == 4 else [(p[0], p[1], p[1], p[2]) for p in permutations(points, 3)]
    ):
        wanted: dict[Length, Fraction] = {}
        for sign, p, q in ((1, a, c), (-1, a, d), (-1, b, c), (1, b, d)):
            if p != q:
                wanted[Length.of(p, q)] = sign * size
        if wanted == sums:
            return a, b, c, d
    return None


def state_powers(told: Telling, exponents: dict[Length, int], value: Fraction) -> None:
    """Say that a product of powers of lengths has a value. Raises ParseError where the powers don't add up to 0."""
    _equal_products(told, {tuple(sorted(exponents.items())): 1 / value})


def state_angles(told: Telling, total: Sum) -> None:
    """Say that a sum of angles and degrees is 0. Raises ParseError."""
    _equal_angles(told, total)


def _equal_angles(told: Telling, total: Sum) -> None:
    """A sum of angles and degrees is 0."""
    degrees = total.pop((), Fraction(0))
    terms: list[tuple[Fraction, Angle]] = []
    for product, c in total.items():
        ((atom, e),) = product if len(product) == 1 else ((None, 0),)
        if not isinstance(atom, Angle) or e != 1:
            raise told.fail("angles can only be added and compared", "write ∠ A B C = ∠ D E F")
        # What is given is meant as the lines are named.
        is_open = atom.kind is AngleKind.EITHER_WAY and not told.is_goal
        terms.append((c, replace(atom, kind=AngleKind.DIRECTED) if is_open else atom))
    if not terms:
        what = "this is about numbers only" if degrees else "both sides are the same"
        raise told.fail(what, "compare two angles: ∠ A B C = ∠ D E F")
    if any(angle.kind is AngleKind.EITHER_WAY for _, angle in terms):
        _either_way(told, terms, degrees)
        return
    if len({angle.kind for _, angle in terms}) > 1:
        raise told.fail(
            "an angle between lines and the size of an angle can't be compared",
            "write both in one way: ∠ A B C = ∠ D E F",
        )
    coefficients = sorted(c for c, _ in terms)
    if len(terms) == 1:
        ((c, angle),) = terms
        _angle_is(told, angle, -degrees / c)
    elif len(terms) == 2 and coefficients[0] == -coefficients[1] and degrees == 0:
        _two_angles(told, terms[0][1], terms[1][1], 1)
    elif len(terms) == 2 and coefficients[0] == coefficients[1] and -degrees / coefficients[0] == 180:
        _two_angles(told, terms[0][1], terms[1][1], -1)
    else:
        _angle_sum(told, terms, degrees)


def _angle_sum(told: Telling, terms: Sequence[tuple[Fraction, Angle]], degrees: Fraction) -> None:
    """Σ factor · angle + degrees = 0, multiplied so that the factors are whole: directions count modulo 180°."""
    whole = lcm(*(c.denominator for c, _ in terms))
    factors = [c * whole for c, _ in terms]
    if len(terms) > MOST_ANGLES or max(map(abs, factors)) > LARGEST_FACTOR:
        raise told.fail(
            f"a sum has at most {MOST_ANGLES} angles, each taken at most {LARGEST_FACTOR} times",
            "write ∠ A B C = 2 ∠ D E F",
        )
    told.say(
        ANGEQ,
        *(p for _, angle in terms for p in angle.points),
        constants=(*(sign * c for c in factors for sign in (-1, 1)), -degrees * whole),
        senses=None if terms[0][1].kind is AngleKind.DIRECTED else (1,) * len(terms),
    )


def _two_angles(told: Telling, first: Angle, second: Angle, sense: int) -> None:
    """The first equals the second (sense 1) or its supplement (−1)."""
    if first.kind is AngleKind.DIRECTED:
        other = second.points if sense > 0 else (*second.points[2:], *second.points[:2])
        told.say(EQANGLE, *first.points, *other)
    else:
        told.say(EQANGLE, *first.points, *second.points, senses=(1, sense))


def _either_way(told: Telling, terms: Sequence[tuple[Fraction, Angle]], degrees: Fraction) -> None:
    """An angle between lines has a value, or is equal to another one: of lines, or of the lines of two rays."""
    match terms:
        case [(c, angle)]:
            _angle_is(told, angle, -degrees / c)
        case [(c, first), (d, second)] if (c == -d and degrees == 0) or (c == d and -degrees / c == 180):
            told.say(EQANGLE, *first.points, *second.points, senses=(EITHER_WAY, EITHER_WAY))
        case _:
            raise told.fail(
                "an angle between lines can be equal to another angle or to a number of degrees only",
                "write angle between A B and C D = ∠ E F G",
            )


def _angle_is(told: Telling, angle: Angle, degrees: Fraction) -> None:
    if angle.kind is AngleKind.SIZE and not 0 < degrees < 180:
        raise told.fail(f"an angle of {degrees}° has no size between 0° and 180°", "write e.g. ∠ A B C = 60")
    # The angle of an aconst turns from its second line to its first.
    reversed_points = (*angle.points[2:], *angle.points[:2])
    if degrees % 180 == 90:
        told.say(PERP, *angle.points)
    elif degrees % 180 == 0:
        told.say(PARA, *angle.points)
    else:
        told.say(ACONST, *reversed_points, constants=(degrees % 180,), senses=_SENSES[angle.kind])


def state_greater(told: Telling, left: Sum, right: Sum) -> None:
    """Demand that the left side is greater. Raises ParseError where that can't be said."""
    sides = [_single(side) for side in (left, right)]
    match sides:
        case [Length(a, b), Length(c, d)]:
            told.demand(LONGER, a, b, c, d)
        case [Angle(), Angle()] if all(s.kind is AngleKind.SIZE for s in sides if isinstance(s, Angle)):
            told.demand(WIDER, *(p for s in sides if isinstance(s, Angle) for p in (s.b, s.a, s.d)))
        case [Angle() as angle, Fraction()] if sides[1] == 90:
            told.demand(OBTUSE, angle.b, angle.a, angle.d)
        case [Fraction(), Angle() as angle] if sides[0] == 90:
            told.demand(ACUTE, angle.b, angle.a, angle.d)
        case _:
            raise told.fail(
                "only two lengths, two angles, or an angle and 90° can be compared",
                "write |A B| > |A C| or ∠ A B C < 90; sums are compared in prose: Let AB + AC > 2BC.",
            )


def state_unequal(told: Telling, left: Sum, right: Sum) -> None:
    """Demand that two lengths differ. Raises ParseError where that can't be said."""
    match [_single(side) for side in (left, right)]:
        case [Length(_, _, a, b), Length(_, _, c, d)]:
            told.demand(UNEQUAL, a, b, c, d)
        case _:
            raise told.fail("only two lengths, or points, can be said to differ", "write |A B| != |A C|, or D != A")


def _single(side: Sum) -> Atom | Fraction | None:
    """The length, angle or number that a side consists of."""
    if len(side) != 1:
        return None
    ((product, c),) = side.items()
    if not product:
        return c
    return product[0][0] if len(product) == 1 and product[0][1] == 1 and c == 1 else None


def question(told: Telling, side: Sum) -> tuple[Statement, tuple[int, ...] | None]:
    """What `find` asks for: an angle, or the ratio of two lengths. Raises ParseError."""
    atom = _single(side)
    if isinstance(atom, Angle):
        points = (*atom.points[2:], *atom.points[:2])
        return Statement(ACOMPUTE, points), _SENSES[atom.kind]
    if len(side) == 1:
        ((product, c),) = side.items()
        parts = {e: a for a, e in product}
        above, below = parts.get(1), parts.get(-1)
        if c == 1 and len(product) == 2 and isinstance(above, Length) and isinstance(below, Length):
            return Statement(RCOMPUTE, (above.a, above.b, below.a, below.b)), None
    raise told.fail(
        "only an angle or the ratio of two lengths can be asked for where no length is given: figures have no scale",
        "give a length, AB = 13, or write find ∠ A B C or find |A B| / |C D|",
    )
