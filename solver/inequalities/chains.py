"""Chains of triangle inequalities: an inequality as a sum of known ones, by linear programming.

Known are the triangle inequalities of all triples of points, Ptolemy's where products are compared, and what is given; modulo
the equations between lengths that the statement gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

from solver.checker.inequality.bounds import Ring, equations_of, expression_of
from solver.inequalities.cone import combination, monomials_of
from solver.statements.bound import Fact, Term
from solver.statements.expression import Expression, Length
from solver.statements.predicates import Statement

#: Equations of higher degree aren't looked at.
LINEAR = 1


def chain(
    e: Expression,
    points: Sequence[str],
    equal: Sequence[Statement],
    greater: Sequence[Statement],
    is_known: Callable[[Fact], bool],
) -> tuple[tuple[Term, ...], tuple[Statement, ...]] | None:
    """Terms that add up to an expression of lengths, and what is used of what is given; None where there are none.

    is_known: which triangle inequalities and lengths may be used.

    Raises Unfit.
    """
    pairs = [Length(*pair) for pair in combinations(points, 2)]
    equations = [(s, x) for s in equal for x in equations_of(s)]
    ring = Ring([*(x for _, x in equations), e, *pairs])
    relations = [(s, r) for s, x in equations if len(r := ring.numerator(x)) and r.total_degree() == LINEAR]
    goal = ring.signed(e)
    degree = goal.total_degree() if len(goal) else 0
    if not 1 <= degree <= 2:
        return None
    bases = [ring.number(Fraction(1))] if degree == 1 else [ring.of(x) for x in pairs]
    offered: list[tuple[tuple[Fact, ...], Any]] = []
    for fact in filter(is_known, _facts(points)):
        value = ring.numerator(expression_of(fact))
        if degree == 1:
            offered.append(((fact,), value))
        else:
            offered += [((fact, Fact("length", (x.a, x.b))), value * b) for x, b in zip(pairs, bases, strict=True)]
    if degree == 2:
        offered += [((f,), ring.numerator(expression_of(f))) for f in _ptolemy(points)]
    for s in greater:
        assert s.expression is not None
        value = ring.signed(s.expression)
        if value.total_degree() == degree:
            offered.append(((Fact("use", id=str(greater.index(s))),), value))
    columns: list[tuple[tuple[Fact, ...] | None, Any]] = list(offered)
    for _, r in relations:
        for b in bases:
            columns += [(None, r * b), (None, -r * b)]
    found = combination(monomials_of(goal), [monomials_of(v) for _, v in columns])
    if found is None:
        return None
    terms, named = [], dict[Statement, None]()
    rank = len(offered)
    for j in found:
        if j >= rank:
            named[relations[(j - rank) // (2 * len(bases))][0]] = None
    used = [s for k, s in enumerate(greater) if any(_uses(columns[j][0], k) for j in found)]
    number = {str(greater.index(s)): str(i) for i, s in enumerate([*named, *used]) if s in used}
    for j, c in found.items():
        facts = columns[j][0]
        if facts is not None:
            terms.append(Term(c, tuple(Fact("use", id=number[f.id]) if f.kind == "use" else f for f in facts)))
    return tuple(terms), (*named, *used)


def _uses(facts: tuple[Fact, ...] | None, k: int) -> bool:
    return facts is not None and any(f.kind == "use" and f.id == str(k) for f in facts)


def _facts(points: Sequence[str]) -> Iterator[Fact]:
    for triple in combinations(points, 3):
        a, b, c = triple
        yield from (Fact("triangle", t) for t in ((a, b, c), (b, c, a), (c, a, b)))
    yield from (Fact("length", pair) for pair in combinations(points, 2))


def _ptolemy(points: Sequence[str]) -> Iterator[Fact]:
    for a, b, c, d in combinations(points, 4):
        yield from (Fact("ptolemy", p) for p in ((a, b, c, d), (a, c, b, d), (a, b, d, c)))
