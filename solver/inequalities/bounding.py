"""An inequality from facts about signs: looked for in a few forms, from the simplest on.

In the sides of one triangle (`Sides`), as a sum of squares of vectors, as a chain of triangle inequalities. What is found is
checked as any other step of a proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from solver.checker.inequality.bounds import Ring, Unfit, equations_of, without_angles
from solver.checker.inequality.guaranteed import apart_pairs, proper_triangles, stated_of_quantities
from solver.inequalities.chains import chain
from solver.inequalities.derived import Derived, derived, free_points, related
from solver.inequalities.reasons import Argument, Bounded
from solver.inequalities.sides import Sides
from solver.inequalities.vectors import squares_of_vectors
from solver.language.problem import Problem
from solver.statements.bound import Bound, Fact
from solver.statements.conditions import NONCOLLINEAR
from solver.statements.equation import Theory
from solver.statements.expression import Expression, Length, Number, Size, points_of, sizes_of
from solver.statements.predicates import GREATER, INEQUALITIES, Statement

#: Points of a statement whose triangle inequalities are looked at.
MOST_POINTS = 8

Places = Mapping[str, complex]
Sums = tuple[tuple[Fraction, tuple[str, str, str]], ...]


def argument(problem: Problem, goal: Statement, figures: Sequence[Places]) -> Argument | None:
    """Why an inequality holds; None where nothing was found. figures: of the statement, a dozen or more."""
    assert goal.expression is not None
    for sums, e in _plain(goal.expression):
        try:
            found = _argued(problem, goal, e, sums, figures)
        except Unfit:
            continue
        if found is not None and (sure := _strict(problem, found)) is not None:
            return sure
    return None


def _strict(problem: Problem, of: Argument) -> Argument | None:
    """With a term that is positive in every figure of the statement first, where it takes one; None where there is none."""
    proper, apart = proper_triangles(problem), apart_pairs(problem)

    def is_sure(fact: Fact, uses: Sequence[Statement]) -> bool:
        match fact.kind:
            case "length":
                return frozenset(fact.points) in apart
            case "area" | "triangle":
                return frozenset(fact.points) in proper
            case "use":
                return uses[int(fact.id)].predicate is GREATER
            case "root" | "square":
                return isinstance(fact.expression, Number) and fact.expression.value > 0
        return False

    bounds: list[Bounded] = []
    for b in of.bounds:
        side = b.bound.terms if b.claim.predicate is GREATER else b.bound.times
        first = next((t for t in side if all(is_sure(f, b.uses) for f in t.facts)), None)
        if first is None:
            return None
        ordered = (first, *(t for t in side if t is not first))
        is_strict = b.claim.predicate is GREATER
        bound = replace(b.bound, terms=ordered) if is_strict else replace(b.bound, times=ordered)
        bounds.append(replace(b, bound=bound))
    return replace(of, bounds=tuple(bounds))


def _plain(e: Expression) -> Iterator[tuple[Sums, Expression]]:
    """The expression without sizes of angles, and the triangles whose sums of angles that took."""
    sizes = sizes_of(e)
    if not sizes:
        yield (), e
        return
    points = list(dict.fromkeys(p for s in sizes for p in (s.a, s.v, s.b)))
    about = {Size(min(s.a, s.b), s.v, max(s.a, s.b)) for s in sizes}
    triangles = [
        t for t in combinations(points, 3)
        if sum(Size(min(a, b), v, max(a, b)) in about for a, v, b in (t, (t[1], t[2], t[0]), (t[2], t[0], t[1]))) >= 2
    ]  # fmt: skip
    factors = [Fraction(n, d) for d in (1, 2, 3) for n in (1, -1, 2, -2)]
    ways: list[Sums] = [(), *(((c, t),) for t in triangles for c in factors)]
    for sums in ways:
        try:
            yield sums, without_angles(e, sums)
        except Unfit:
            continue


def _argued(problem: Problem, goal: Statement, e: Expression, sums: Sums, figures: Sequence[Places]) -> Argument | None:
    stated = stated_of_quantities(problem)
    wanted = points_of(e)
    lengths = list(dict.fromkeys(_lengths(e)))
    for corners in (c.points for c in problem.conditions if c.kind is NONCOLLINEAR):
        a, b, c = corners
        if not {p for x in lengths for p in (x.a, x.b)} <= set(corners):
            continue
        said = [s for s in problem.premises if set(s.points) <= set(corners) and _is_of_lengths(s)]
        for equal in (said, related(corners, figures)):
            if not equal:
                continue
            found = _in_sides(goal, e, sums, (a, b, c), (), stated, equal)
            if found is not None:
                return found
    for free in free_points(problem, wanted):
        found = _from_free(goal, e, sums, free, lengths, stated, figures)
        if found is not None:
            return found
    points = list(dict.fromkeys([*wanted, *problem.points]))[:MOST_POINTS]
    return _in_chain(problem, goal, e, sums, points, stated)


def _is_of_lengths(s: Statement) -> bool:
    """Whether it says nothing but an equation between lengths."""
    return bool(equations_of(s)) and all(e.theory is not Theory.DIRECTION for e in s.equations())


def _from_free(
    goal: Statement, e: Expression, sums: Sums, free: Sequence[str], lengths: Sequence[Length], stated: Sequence[Statement],
    figures: Sequence[Places],
) -> Argument | None:  # fmt: skip
    """In what is between free points, where everything can be expressed in it."""
    known: list[Derived] = []
    for x in lengths:
        if not {x.a, x.b} <= set(free):
            found = derived(x, free, figures)
            if found is None:
                return None
            known.append(found)
    for corners in _triangles(free, lengths):
        argued = _in_sides(goal, e, sums, corners, known, stated, ())
        if argued is not None:
            return argued
    return _of_vectors(goal, e, sums, free, known)


def _lengths(e: Expression) -> Iterator[Length]:
    ring = Ring([e])
    for key in ring.keys:
        if isinstance(key, Length):
            yield key


def _triangles(free: Sequence[str], lengths: Sequence[Length]) -> Iterator[tuple[str, str, str]]:
    """Triangles of free points in which all lengths between free points are."""
    named = {p for x in lengths for p in (x.a, x.b)} & set(free)
    for corners in combinations(free, 3):
        if named <= set(corners):
            yield corners


def _in_sides(
    goal: Statement, e: Expression, sums: Sums, corners: tuple[str, str, str], known: Sequence[Derived],
    stated: Sequence[Statement], equal: Sequence[Statement],
) -> Argument | None:  # fmt: skip
    about = [s for s in stated if s.predicate in INEQUALITIES and set(s.points) <= set(corners)]
    return Sides(corners, known, about, equal).argument(goal, e, sums)


def _of_vectors(
    goal: Statement, e: Expression, sums: Sums, free: Sequence[str], known: Sequence[Derived]
) -> Argument | None:
    equations = [x for d in known for x in equations_of(d.claim)]
    ring = Ring([*equations, e, *(Length(*pair) for pair in combinations(free, 2))])
    ring.relations += [ring.numerator(x) for x in equations]
    terms = squares_of_vectors(ring, ring.reduced(ring.signed(e)), free)
    if terms is None or goal.predicate is GREATER:
        return None
    uses = tuple(d.claim for d in known)
    return Argument((Bounded(goal, Bound(terms, sums=sums), uses),), uses)


def _in_chain(
    problem: Problem, goal: Statement, e: Expression, sums: Sums, points: Sequence[str], stated: Sequence[Statement]
) -> Argument | None:
    given = [s for s in (*problem.premises, *stated) if set(s.points) <= set(points)]
    equal = [s for s in given if s.predicate not in INEQUALITIES and equations_of(s)]
    greater = [
        s for s in given if s.predicate in INEQUALITIES and s.expression is not None and not sizes_of(s.expression)
    ]
    proper, apart = proper_triangles(problem), apart_pairs(problem)
    ways = [lambda f: frozenset(f.points) in proper | apart, lambda f: True]  # the first are strict
    for is_known in ways:
        found = chain(e, points, equal, greater, is_known)
        if found is not None:
            terms, uses = found
            return Argument((Bounded(goal, Bound(terms, sums=sums), uses),))
    return None
