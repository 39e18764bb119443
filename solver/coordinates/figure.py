"""A statement's figures over a field, point by point.

Each point is placed by at most two of the premises about it and earlier points: free, anywhere on one curve, or where two
curves cross. Square roots and roots of higher degree make branches; the remaining premises say which of these are
figures of the statement. A crossing that is an earlier point is another point's place, and left out where there are others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from math import lcm, prod
from typing import Any

from numpy.random import Generator

from solver.coordinates.equations import Curve, Places, Point, curves, is_about, residual
from solver.coordinates.fields import Field
from solver.language.problem import Problem
from solver.statements.equation import Equation, Quantity, Theory, linear_combination, segment
from solver.statements.predicates import MIDP, OVERLAP, Statement

#: Predicates that give a point by a formula.
FORMULAS = (MIDP, OVERLAP)
#: How many terms the equations have that are looked for: with two, points would be in line that are so by coinciding only.
FEWEST_TERMS, MOST_TERMS = 3, 4
#: Primes are 1 modulo this, so that they have the roots of -1, 2, 3 and 5 that figures often ask for.
ROOTS = 120

#: Places a point that its curve leaves free: the point, and its curve if there is one.
Choose = Callable[[str, Curve | None], Point]
#: Whether a place of a point is looked at further.
Keep = Callable[[str, Point], bool]


@dataclass(frozen=True)
class Pencil:
    """An equation of a point x once the line from `center` to x is chosen: it stands there as the line to CHOSEN."""

    equation: Equation
    center: str


#: A place on the line that is chosen.
CHOSEN = "#"


@dataclass(frozen=True)
class Step:
    """A point: what places it, and what else must hold once it is there.

    given: a statement that gives its place by a formula. loci: equations that are curves of it. pencil: where there are none, an
    equation of the directions of two lines through it, of which one may be chosen (∠B = 2∠C).
    """

    point: str
    given: Statement | None
    loci: tuple[Equation, ...]
    checks: tuple[Equation, ...]
    pencil: Pencil | None = None

    @property
    def freedom(self) -> int:
        if self.pencil is not None:
            return 1
        return 0 if self.given is not None else max(0, 2 - len(self.loci))

    @property
    def degree(self) -> int:
        """The number of places where the point may be, not counting common points of its curves."""
        if self.pencil is not None:
            return _branches(self.pencil.equation, self.point)
        if self.given is not None or not self.loci:
            return 1
        lines = [_is_line(e, self.point) for e in self.loci[:2]]
        return prod(_branches(e, self.point) for e in self.loci[:2]) * (1 if len(lines) < 2 or all(lines) else 2)


@dataclass(frozen=True)
class Plan:
    """An order of construction, as far as the goal needs it.

    freedom: coordinates that all points together leave free. order: of the roots of unity that its equations need.
    """

    steps: tuple[Step, ...]
    freedom: int
    order: int

    @property
    def degree(self) -> int:
        """The branches of the construction, at most."""
        return prod(s.degree for s in self.steps)


def plan(premises: Sequence[Statement], order: Sequence[str], wanted: Sequence[str], turns: Sequence[int] = ()) -> Plan:
    """The plan that follows an order of the points, as far as the wanted ones need it.

    turns: orders of roots of unity that are needed besides those of the premises.
    """
    rank = {p: i for i, p in enumerate(order)}
    givens: dict[str, Statement] = {}
    by_last: dict[str, list[Equation]] = {p: [] for p in order}
    needs: dict[str, set[str]] = {p: set() for p in order}
    for s in premises:
        last = max(s.points, key=rank.__getitem__)
        needs[last].update(s.points)
        if s.predicate in FORMULAS and last not in givens:
            givens[last] = s
        else:
            by_last[last] += s.equations()
    for e, spoken_of in eliminated([e for equations in by_last.values() for e in equations]).items():
        last = max(e.points(), key=rank.__getitem__)
        by_last[last].append(e)
        needs[last] |= spoken_of
    steps = {p: _step(p, givens.get(p), by_last[p]) for p in order}
    needed, waiting = set[str](), list(wanted)
    while waiting:
        p = waiting.pop()
        if p not in needed:
            needed.add(p)
            waiting += needs[p]
    chosen = tuple(steps[p] for p in order if p in needed)
    spoken = [e for s in chosen for e in (*s.loci, *s.checks) if e.theory is Theory.DIRECTION]
    orders = [c.denominator for e in spoken for _, c in e.constants] + [
        abs(int(c)) for e in spoken for _, c in e.terms if c
    ]
    return Plan(chosen, sum(s.freedom for s in steps.values()), lcm(ROOTS, *orders, *turns))


def eliminated(equations: Sequence[Equation]) -> dict[Equation, frozenset[str]]:
    """Equations of directions that two others give when a line that both speak of is eliminated, with all points of these two.

    Of two trisectors of an angle, each is defined by the other; what is left of one is three times an angle.
    """
    by_line: dict[Quantity, list[Equation]] = {}
    for e in dict.fromkeys(equations):
        if e.theory is Theory.DIRECTION:
            for q, _ in e.terms:
                by_line.setdefault(q, []).append(e)
    found: dict[Equation, frozenset[str]] = {}
    for q, sharing in by_line.items():
        for first, second in combinations(sharing, 2):
            c, d = (dict(e.terms)[q] for e in (first, second))
            if abs(c) != 1 and abs(d) != 1:
                continue
            factors = (Fraction(1), -c / d) if abs(d) == 1 else (-d / c, Fraction(1))
            made = linear_combination(zip(factors, (first, second), strict=True), Theory.DIRECTION)
            if (
                made.terms
                and made.points() < (both := first.points() | second.points())
                and FEWEST_TERMS <= len(made.terms) <= MOST_TERMS
            ):
                found.setdefault(made, both)
    return found


def _step(x: str, given: Statement | None, equations: Sequence[Equation]) -> Step:
    if given is not None:
        return Step(x, given, (), tuple(equations))
    about = sorted((e for e in equations if is_about(e, x) is None), key=lambda e: _branches(e, x))
    others = tuple(e for e in equations if is_about(e, x) is not None)
    pencils = [] if about else [p for e in others if (p := _pencil(e, x)) is not None]
    return Step(x, None, tuple(about), others, min(pencils, key=lambda p: _branches(p.equation, x), default=None))


def _pencil(e: Equation, x: str) -> Pencil | None:
    """An equation of the directions of two lines through x, the one with the larger multiple chosen; None where it is no such."""
    mine = sorted((abs(c), q) for q, c in e.terms if x in q)
    if e.theory is not Theory.DIRECTION or len(mine) != 2:
        return None
    _, chosen = mine[1]
    center = chosen[0] if chosen[1] == x else chosen[1]
    terms = [(segment(center, CHOSEN) if q == chosen else q, c) for q, c in e.terms]
    made = Equation.of(e.theory, terms, dict(e.constants))
    return Pencil(made, center) if is_about(made, x) is None else None


def _is_line(e: Equation, x: str) -> bool:
    """Whether the curves of x are lines, by the form of the equation."""
    mine = [c for q, c in e.terms if x in q]
    if e.theory is Theory.DIRECTION:
        return len(mine) == 1
    return e.theory is not Theory.LENGTH and sum(mine) == 0 and not e.constants


def _branches(e: Equation, x: str) -> int:
    """How many curves of x an equation gives, at most."""
    if e.theory is Theory.LENGTH:
        return 8
    if e.theory is Theory.SQUARE:
        return 1
    return max(abs(c.numerator) for q, c in e.terms if x in q)


def greedy_order(problem: Problem, rng: Generator | None = None) -> tuple[str, ...]:
    """The points in their order, or in a random one, but one that is determined by those before it comes at once."""
    placed: list[str] = []
    waiting = list(problem.points) if rng is None else [problem.points[i] for i in rng.permutation(len(problem.points))]
    while waiting:
        known = set(placed)
        best = next((p for p in waiting if _loci_count(problem, p, known) >= 2), waiting[0])
        placed.append(best)
        waiting.remove(best)
    return tuple(placed)


def _loci_count(problem: Problem, x: str, known: set[str]) -> int:
    count = 0
    for s in problem.premises:
        if x in s.points and all(q in known for q in s.points if q != x):
            if s.predicate in FORMULAS:
                return 2
            count += sum(is_about(e, x) is None for e in s.equations() if x in e.points())
    return count


def branches(field: Field, plan_: Plan, choose: Choose, keep: Keep | None = None) -> Iterator[dict[str, Point]]:
    """All branches of a figure with these choices of what is free that lie in the field; keep: which of them, by point."""
    yield from _extended(field, plan_.steps, {}, choose, keep or (lambda p, place: True))


def _extended(
    field: Field, steps: Sequence[Step], at: dict[str, Point], choose: Choose, keep: Keep
) -> Iterator[dict[str, Point]]:
    if not steps:
        yield at
        return
    step, rest = steps[0], steps[1:]
    try:
        places = [p for p in _places(field, step, at, choose) if keep(step.point, p)]
    except ZeroDivisionError:
        return
    for place in places:
        extended = {**at, step.point: place}
        if all(_is_met(field, e, extended) for e in (*step.loci, *step.checks)):
            yield from _extended(field, rest, extended, choose, keep)


def _is_met(field: Field, e: Equation, at: Places) -> bool:
    """Whether an equation holds; one that speaks of the direction from a point to itself says nothing."""
    try:
        return field.is_zero(residual(field, e, at))
    except ZeroDivisionError:
        return True


def _places(field: Field, step: Step, at: Places, choose: Choose) -> Iterator[Point]:
    x = step.point
    if step.given is not None:
        yield _given(field, step.given, x, at)
        return
    if step.pencil is not None:
        yield from _on_pencil(field, step.pencil, x, at, choose)
        return
    if not step.loci:
        yield choose(x, None)
        return
    found: list[Point] = []
    for combination in _combinations(field, step, at):
        if len(combination) == 1:
            found.append(choose(x, combination[0]))
        else:
            found += _crossings(field, combination[0], combination[1], at)
    apart = [p for p in found if not any(is_same(field, p, q) for q in at.values())]
    distinct: list[Point] = []
    for p in apart or found:
        if not any(is_same(field, p, q) for q in distinct):
            distinct.append(p)
    yield from distinct


def _on_pencil(field: Field, pencil: Pencil, x: str, at: Places, choose: Choose) -> Iterator[Point]:
    """Where the chosen line meets those that the equation then gives."""
    chosen, center = choose(x, None), at[pencil.center]
    z, w = chosen[0] - center[0], chosen[1] - center[1]
    line = (field.number(0), w, -z, z * center[1] - w * center[0])
    for curve in curves(field, pencil.equation, x, {**at, CHOSEN: chosen}):
        yield from _crossings(field, line, curve, at)


def _combinations(field: Field, step: Step, at: Places) -> Iterator[tuple[Curve, ...]]:
    """One curve of the point, or two different ones from different equations; further equations are checked later."""
    for first in curves(field, step.loci[0], step.point, at):
        yield from _with_second(field, step, at, first, 1)


def _with_second(field: Field, step: Step, at: Places, first: Curve, number: int) -> Iterator[tuple[Curve, ...]]:
    """The first curve with those of the equation of this number; where one is the first curve again, with later ones."""
    if number == len(step.loci):
        yield (first,)
        return
    again = False
    for second in curves(field, step.loci[number], step.point, at):
        if _proportional(field, first, second):
            again = True
        else:
            yield first, second
    if again:
        yield from _with_second(field, step, at, first, number + 1)


def _proportional(field: Field, u: Curve, v: Curve) -> bool:
    return all(field.is_zero(u[i] * v[j] - u[j] * v[i]) for i, j in product(range(4), repeat=2) if i < j)


def is_same(field: Field, p: Point, q: Point) -> bool:
    return field.is_zero(p[0] - q[0]) and field.is_zero(p[1] - q[1])


def _given(field: Field, s: Statement, x: str, at: Places) -> Point:
    if s.predicate is OVERLAP:
        return at[s.points[0] if s.points[1] == x else s.points[1]]
    m, a, b = s.points
    two = field.number(2)
    if x == m:
        return tuple((u + v) / two for u, v in zip(at[a], at[b], strict=True))
    other = b if x == a else a
    return tuple(two * u - v for u, v in zip(at[m], at[other], strict=True))


def _crossings(field: Field, first: Curve, second: Curve, at: Places) -> list[Point]:
    """Where two curves cross. A known point on both leaves one other, and no root to take."""
    a1, a2 = first[0], second[0]
    if field.is_zero(a1) and field.is_zero(a2):
        determinant = first[1] * second[2] - second[1] * first[2]
        if field.is_zero(determinant):
            return []
        z = (first[2] * second[3] - second[2] * first[3]) / determinant
        w = (second[1] * first[3] - first[1] * second[3]) / determinant
        return [(z, w)]
    circle = second if field.is_zero(a1) else first
    a, b, c, d = circle
    _, bb, cc, dd = (a2 * u - a1 * v for u, v in zip(first, second, strict=True))
    if field.is_zero(bb) and field.is_zero(cc):
        return []
    if field.is_zero(bb):  # a line w = const
        w = -dd / cc
        return [(-(c * w + d) / (a * w + b), w)]
    known = [q for q in at.values() if field.is_zero(_on(circle, q)) and field.is_zero(bb * q[0] + cc * q[1] + dd)]
    p2, p1, p0 = a * cc, a * dd + b * cc - c * bb, b * dd - d * bb
    if field.is_zero(p2):
        ws = [-p0 / p1]
    elif known:
        ws = [-p1 / p2 - known[0][1]]
    else:
        two = field.number(2)
        ws = [(r - p1) / (two * p2) for r in field.roots(p1 * p1 - two * two * p2 * p0, 2)]
    return [(-(cc * w + dd) / bb, w) for w in ws]


def _on(curve: Curve, p: Point) -> Any:
    a, b, c, d = curve
    return a * p[0] * p[1] + b * p[0] + c * p[1] + d
