"""A rigid figure in coordinates that a reader can check by hand: where the axes lie, and what the points' coordinates are.

The figure is known to hundreds of digits (`solver.coordinates.rigid`); each number is recognized as a rational, or by
square roots. Of the frames with a segment of the statement on an axis that one is taken in which least has to be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from math import gcd, isqrt, lcm
from typing import Any

from solver.answers.recognize import recognize
from solver.coordinates.figure import FORMULAS
from solver.coordinates.relations import integer_relation
from solver.coordinates.rigid import many_digits, rigid_part
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.expression import Expression, Length, Number, Power, Product, Sum, evaluate, measures, written
from solver.statements.predicates import Claim, Statement, equations_of, named_in

#: Digits by which numbers are recognized; how many more agree than a number's relation has; the largest denominator.
DIGITS, SURPLUS, DENOMINATOR = 150, 40, 10**6
#: Frames that are compared; what a number without a closed form counts for, in characters.
MOST_FRAMES, UNKNOWN = 10, 40
#: Lengths of a base that are tried in figures without a unit, at most.
MOST_UNITS = 60
#: Digits of a number without a closed form.
SHOWN = 6


@dataclass
class Numbers:
    """Recognizes numbers, and keeps what it knows.

    roots: radicands of those that it has met. is_hopeless: whether one had no closed form; no others are looked at closely then.
    """

    context: Any
    known: dict[str, Expression | None] = field(default_factory=dict)
    roots: list[int] = field(default_factory=list)
    is_hopeless: bool = False

    def closed(self, x: Any) -> Expression | None:
        """A number by rationals and square roots; None where it isn't recognized."""
        key = self.context.nstr(x, 40)
        if key not in self.known:
            found = self._closed(x)
            agrees = found is not None and abs(evaluate(self.context, found, {}) - x) < self.context.mpf(10) ** -DIGITS
            self.known[key] = found if agrees else None
        return self.known[key]

    def said(self, x: Any) -> str:
        """`5/12`, `1 + √3`, `≈ 0.347296`."""
        found = self.closed(x)
        return written(found) if found is not None else f"≈ {self.context.nstr(x, SHOWN)}".replace("-", "−")

    def denominator(self, x: Any) -> int:
        """By what a number is multiplied to be whole, or a sum of whole multiples of roots; 1 where that isn't known."""
        found = self.closed(x)
        return 1 if found is None else _denominator(found)

    def _closed(self, x: Any) -> Expression | None:
        mp = self.context
        near = Fraction(int(mp.nint(mp.ldexp(x, 600))), 2**600).limit_denominator(DENOMINATOR)
        if abs(mp.mpf(near.numerator) / near.denominator - x) < mp.mpf(10) ** -DIGITS:
            return Number(near)
        for d in self.roots:
            relation = integer_relation(mp, [x, mp.one, mp.sqrt(d)], DIGITS, SURPLUS)
            if relation is not None and relation[0]:
                return _with_root(Fraction(-relation[1], relation[0]), Fraction(-relation[2], relation[0]), d)
        relation = integer_relation(mp, [x * x, x, mp.one], DIGITS, SURPLUS)
        if relation is not None and relation[0]:
            a, b, c = relation
            factor, d = _square_free(b * b - 4 * a * c)
            self.roots.append(d)
            sign = 1 if 2 * a * x + b > 0 else -1
            return _with_root(Fraction(-b, 2 * a), Fraction(sign * factor, 2 * a), d)
        square = self.closed(x * x)
        if isinstance(square, Sum) and len(square.terms) == 2 and all(map(_is_simple, square.terms)):
            return _root_of(square, 1 if x > 0 else -1)
        if self.is_hopeless:
            return None
        found = recognize(x, self._coarse())
        self.is_hopeless = found is None or found.expression is None
        return found.expression if found is not None else None

    def _coarse(self) -> Any:
        import mpmath

        coarse = mpmath.MPContext()
        coarse.dps = DIGITS
        return coarse


def _with_root(rational: Fraction, factor: Fraction, radicand: int) -> Expression:
    multiple = _multiple(factor, radicand)
    return Sum((Number(rational), multiple)) if rational else multiple


def _is_simple(e: Expression) -> bool:
    """Whether it is p, √d or q√d."""
    match e:
        case Number() | Power(Number(), _) | Product((Number(), Power(Number(), _))):
            return True
    return False


def _root_of(square: Sum, sign: int) -> Expression:
    """±√(p + q√d), as a sum of two roots where it is one."""
    parts = [_rational_and_root(part) for part in square.terms]
    p = sum((rational for rational, *_ in parts), Fraction(0))
    q = sum((factor for _, factor, _ in parts), Fraction(0))
    d = max(n for *_, n in parts)
    norm = p**2 - d * q**2
    if norm >= 0 and (r := _rational_root(norm)) is not None:
        larger = _multiple(*_simple_root((p + r) / 2), sign=sign)
        smaller = _multiple(*_simple_root((p - r) / 2), sign=sign if q > 0 else -sign)
        return Sum((smaller, larger) if sign < 0 < -q else (larger, smaller))
    whole = lcm(p.denominator, q.denominator)
    first_, second_ = int(p * whole * whole), int(q * whole * whole)
    k, _ = _square_free(gcd(first_, second_))
    rest = _multiple(Fraction(abs(second_), k * k), d, 1 if q > 0 else -1)
    root = Power(Sum((Number(Fraction(first_, k * k)), rest)), Fraction(1, 2))
    factor = Fraction(sign * k, whole)
    return root if factor == 1 else Product((Number(factor), root))


def _rational_and_root(e: Expression) -> tuple[Fraction, Fraction, int]:
    """What is added to a rational, to a multiple of a root, and its radicand."""
    match e:
        case Number(value):
            return value, Fraction(0), 1
        case Power(Number(value), _):
            return Fraction(0), Fraction(1), int(value)
        case Product((Number(factor), Power(Number(value), _))):
            return Fraction(0), factor, int(value)
    raise ValueError(e)


def _rational_root(x: Fraction) -> Fraction | None:
    a, b = isqrt(x.numerator), isqrt(x.denominator)
    return Fraction(a, b) if (a * a, b * b) == (x.numerator, x.denominator) else None


def _simple_root(x: Fraction) -> tuple[Fraction, int]:
    """(k, d) with √x = k√d."""
    k, d = _square_free(x.numerator * x.denominator)
    return Fraction(k, x.denominator), d


def _multiple(factor: Fraction, radicand: int, sign: int = 1) -> Expression:
    """± factor·√radicand."""
    root = Power(Number(Fraction(radicand)), Fraction(1, 2))
    if radicand == 1:
        return Number(sign * factor)
    return root if sign * factor == 1 else Product((Number(sign * factor), root))


def _square_free(n: int) -> tuple[int, int]:
    """(k, d) with n = k²·d, d without square factors as far as small ones go."""
    k, p = 1, 2
    while p * p <= n and p < 10**4:
        while n % (p * p) == 0:
            n, k = n // (p * p), k * p
        p += 1
    root = isqrt(n)
    return (k * root, 1) if root * root == n else (k, n)


def _denominator(e: Expression) -> int:
    match e:
        case Number(value):
            return value.denominator
        case Sum(parts):
            return lcm(*map(_denominator, parts))
        case Product((Number(value), _)):
            return value.denominator
        case _:
            return 1


@dataclass(frozen=True)
class Frame:
    """Coordinates of a rigid figure.

    base: the point at the origin, and one on an axis. groups: the others in the order in which they are found, each with the numbers
    of the premises that say where it is; several points, where these say it of all together.
    """

    numbers: Numbers
    places: Mapping[str, Any]
    base: tuple[str, str]
    groups: tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]

    @property
    def is_closed(self) -> bool:
        """Whether all coordinates have closed forms."""
        return all(self.numbers.closed(c) is not None for z in self.places.values() for c in (z.real, z.imag))

    def vector(self, a: str, b: str) -> Any:
        return self.places[b] - self.places[a]


@lru_cache(maxsize=8)
def frame_of(
    premises: tuple[Statement, ...], claim: Claim, places: tuple[tuple[str, complex], ...], unit: Expression | None
) -> Frame | None:
    """A frame for the points that the premises determine up to similarity, if those of the claim are among them.

    places: of the figure. unit: of length, where the statement gives one.
    """
    at = dict(places)
    rigid = rigid_part(premises, at, named_in(claim))
    found = None if rigid is None else many_digits(rigid, claim, at)
    if rigid is None or found is None or len(found[1]) < 3:
        return None
    context, exact = found
    numbers = Numbers(context)
    kept = [s for s in premises if s in rigid.premises]
    order = {s: i for i, s in enumerate(premises)}
    best: tuple[int, tuple[str, str], Mapping[str, Any]] | None = None
    turned = any(_tells_turns(said) for said in (claim, *kept))
    for base in _bases(kept, at, unit):
        for placed in _scaled(numbers, exact, base, unit, turned):
            size = _size(numbers, placed, best[0] if best else None)
            if best is None or size < best[0]:
                best = size, base, placed
        if numbers.is_hopeless:
            break
    if best is None:
        return None
    _, base, placed = best
    groups = tuple((p, tuple(order[s] for s in by)) for p, by in _groups(kept, rigid.points, base))
    return Frame(numbers, placed, base, groups)


def _bases(
    premises: Sequence[Statement], at: Mapping[str, complex], unit: Expression | None
) -> Iterator[tuple[str, str]]:
    """Segments of which the statement speaks, in both directions, those first that come first in it.

    Where it gives lengths their values, only such as it gives one.
    """
    points = list(dict.fromkeys(p for s in premises for p in s.points))
    rank = {p: i for i, p in enumerate(points)}
    equations = [e for s in premises for e in s.equations()]
    spoken: set[Quantity] = {q for e in equations for q, _ in e.terms if len(q) == 2}
    known: set[Quantity] = (
        set() if unit is None else {segment(e.a, e.b) for e in measures(unit) if isinstance(e, Length)}
    )
    while known and (more := {q for e in equations for q in _with_value(e, known)} - known):
        known |= more
    spoken = spoken & known or known or spoken
    found = sorted((max(map(rank.__getitem__, q)), min(map(rank.__getitem__, q)), q[0], q[1]) for q in spoken)
    segments = [(a, b) if rank[a] < rank[b] else (b, a) for *_, a, b in found if abs(at[a] - at[b]) > 1e-6]
    both = dict.fromkeys(chain.from_iterable(((a, b), (b, a)) for a, b in segments))
    return iter(list(both)[:MOST_FRAMES])


def _with_value(e: Equation, known: set[Quantity]) -> set[Quantity]:
    """The lengths of an equation whose values follow from others': AB : CD = 2 : 3."""
    terms = {q for q, _ in e.terms}
    is_ratio = e.theory is Theory.LOG and len(terms) == 2 and all(len(q) == 2 for q in terms)
    return terms if is_ratio and terms & known else set()


def _scaled(
    numbers: Numbers, exact: Mapping[str, Any], base: tuple[str, str], unit: Expression | None, turned: bool
) -> Iterator[Mapping[str, Any]]:
    """The figure with its base on the x-axis, to the right: in the unit of the statement, else in units in which many numbers are whole.

    turned: whether it may not be mirrored.
    """
    mp = numbers.context
    origin, along = exact[base[0]], exact[base[1]]
    placed = {p: (z - origin) / (along - origin) for p, z in exact.items()}
    is_below = sum(z.imag for z in placed.values()) < 0
    if is_below and turned:
        return  # its ends exchanged it is above
    if is_below:
        placed = {p: mp.conj(z) for p, z in placed.items()}
    whole = lcm(*(numbers.denominator(c) for z in placed.values() for c in (z.real, z.imag)))
    factors = [1 / evaluate(mp, unit, placed)] if unit is not None else _divisors(whole)
    for factor in factors:
        yield {p: z * factor for p, z in placed.items()}


def _tells_turns(claim: Claim) -> bool:
    """Whether it isn't true in the mirror image: an angle is 60°, counterclockwise."""
    equations = (e for e in equations_of(claim) if e.theory is Theory.DIRECTION)
    return any((2 * c).denominator > 1 for e in equations for _, c in e.constants)


def _divisors(n: int) -> list[int]:
    """Those that aren't too large, the number itself first."""
    found = [d for d in range(1, min(n, MOST_UNITS) + 1) if n % d == 0]
    return [n, *reversed([d for d in found if d < n])]


def _size(numbers: Numbers, placed: Mapping[str, Any], limit: int | None) -> int:
    """Characters that the coordinates take; what is beyond the limit isn't counted."""
    total = 0
    for z in placed.values():
        for x in (z.real, z.imag):
            found = numbers.closed(x)
            total += UNKNOWN if found is None else len(written(found))
        if limit is not None and total > limit:
            break
    return total


def _groups(
    premises: Sequence[Statement], points: Sequence[str], base: tuple[str, str]
) -> Iterator[tuple[tuple[str, ...], tuple[Statement, ...]]]:
    """The points after the base in an order in which they are found, with the premises that are complete with each."""
    placed, waiting = {*base}, [p for p in points if p not in base]
    told = list(premises)
    while waiting:
        group: list[str] = []
        missing = 0
        while waiting and (not group or missing > 0):
            known = placed.union(group)
            counts = {p: _said(premises, p, known) for p in waiting}
            chosen = max(waiting, key=counts.__getitem__)
            chosen = next((p for p in waiting if counts[p] >= 2), chosen) if not group else chosen
            missing += 2 - counts[chosen]
            group.append(chosen)
            waiting.remove(chosen)
        placed.update(group)
        complete = tuple(s for s in told if placed.issuperset(s.points))
        told = [s for s in told if s not in complete]
        yield tuple(group), complete


def _said(premises: Sequence[Statement], point: str, known: set[str]) -> int:
    """How many equations place a point, once others are known."""
    about = [s for s in premises if point in s.points and known.issuperset({*s.points} - {point})]
    return sum(2 if s.predicate in FORMULAS else len(s.equations()) for s in about)
