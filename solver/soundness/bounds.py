"""Random steps of the rule `bound`: sums of products of facts, and claims that they may or may not prove."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from solver.checker.inequality.bounds import expression_of
from solver.checker.schema import Step
from solver.statements.bound import OF_POINTS, Bound, Fact, Term
from solver.statements.expression import Expression, Number, Product, Sum
from solver.statements.predicates import AT_LEAST, GREATER, Statement

#: How often the claim isn't what the terms add up to.
OFF = 0.5


def bounded_step(points: Sequence[str], rng: np.random.Generator) -> Step:
    """A step that claims that an expression isn't negative, for which a sum of facts is given that is it, or nearly.

    Half of them square a fact, as is done with a root.
    """
    terms = [_term(points, rng) for _ in range(int(rng.integers(1, 4)))]
    said: list[Expression] = [_said(t) for t in terms]
    if rng.random() < OFF:
        k = int(rng.integers(len(said)))
        said[k] = Product((Number(Fraction(int(rng.choice([-1, -2, 2])))), said[k]))
    claim = Statement.about(GREATER if rng.random() < 0.5 else AT_LEAST, Sum(tuple(said)))
    times = (Term(Fraction(1), tuple(_fact(points, rng) for _ in range(int(rng.integers(0, 2))))),)
    if times[0].facts and rng.random() < 0.8:
        terms = [Term(t.factor, (*t.facts, *times[0].facts)) for t in terms]
    return Step("s", "bound", (), (), (), claim, bound=Bound(tuple(terms), times))


def _term(points: Sequence[str], rng: np.random.Generator) -> Term:
    first = _fact(points, rng)
    return Term(_number(rng), (first, first if rng.random() < 0.5 else _fact(points, rng)))


def _said(term: Term) -> Expression:
    """What a term comes to, the square of a root being what is under it."""
    first, second = term.facts
    if first.kind == "root" and first == second and first.expression is not None:
        return Product((Number(term.factor), first.expression))
    return Product((Number(term.factor), *map(expression_of, term.facts)))


def _number(rng: np.random.Generator) -> Fraction:
    return Fraction(int(rng.integers(1, 4)), int(rng.integers(1, 3)))


def _fact(points: Sequence[str], rng: np.random.Generator) -> Fact:
    """One of degree 2; a root's is of the square of a difference of lengths, which exists, or of a product with one, which may not."""
    kind = str(rng.choice(["length", "triangle", "triangle", "square", "root", "ptolemy", "area", "vectors"]))
    chosen = tuple(str(points[int(i)]) for i in rng.permutation(len(points))[:4])
    if kind == "square":
        return Fact("square", expression=_difference(chosen))
    if kind == "root":
        return Fact(
            "root", expression=Product((_difference(chosen), _difference(chosen[1:] if rng.random() < 0.5 else chosen)))
        )
    if kind == "vectors":
        first = _number(rng)
        return Fact("vectors", chosen[:3], (first, Fraction(1), -1 - first))
    return Fact(kind, chosen[: OF_POINTS[kind]])


def inequality(points: Sequence[str], rng: np.random.Generator) -> Statement:
    """What may be so or not: to be claimed by other rules."""
    return Statement.about(GREATER if rng.random() < 0.5 else AT_LEAST, expression_of(_fact(points, rng)))


def _difference(p: Sequence[str]) -> Expression:
    first, second = (expression_of(Fact("length", pair)) for pair in ((p[0], p[1]), (p[1], p[2])))
    return Sum((first, Product((Number(Fraction(-1)), second))))
