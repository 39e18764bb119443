"""Why an expression isn't negative: an identity that says so, made of facts about signs.

A bound says `times · e = terms`, where both sides are sums of products of things that aren't negative: lengths and areas, what
the triangle inequality says, squares. It is a certificate of positivity in the sense of Stengle and of Schmüdgen; the identity
holds modulo what is known of the quantities (Heron's formula, the definition of a root, equations proved before).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from solver.statements.expression import Expression, points_of
from solver.statements.expression_data import as_data, from_data, rational

#: Kinds of facts that name points, and how many: see `solver.checker.inequality.bounds`.
OF_POINTS = {"length": 2, "area": 3, "triangle": 3, "ptolemy": 4}
#: Kinds that are made of an expression.
OF_EXPRESSIONS = ("square", "root")
#: Terms of a side, and factors of a term.
MOST_TERMS, MOST_FACTORS = 600, 24


@dataclass(frozen=True)
class Fact:
    """Something that isn't negative.

    kind: see `OF_POINTS` and `OF_EXPRESSIONS`; `vectors` is the square of a sum of multiples of points, the factors adding up to
    0; `use` is an inequality that was proved before. id: of that.
    """

    kind: str
    points: tuple[str, ...] = ()
    factors: tuple[Fraction, ...] = ()
    expression: Expression | None = None
    id: str = ""


@dataclass(frozen=True)
class Term:
    """A positive multiple of a product of facts."""

    factor: Fraction
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Bound:
    """times · e = terms. sums: triangles whose angles, each multiple of 180° less their sum, are added to a claim about angles."""

    terms: tuple[Term, ...]
    times: tuple[Term, ...] = (Term(Fraction(1)),)
    sums: tuple[tuple[Fraction, tuple[str, str, str]], ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(f for t in (*self.times, *self.terms) for f in t.facts)

    @property
    def points(self) -> tuple[str, ...]:
        """The points that it names, each once."""
        named = [p for f in self.facts for p in (*f.points, *(points_of(f.expression) if f.expression else ()))]
        return tuple(dict.fromkeys([*named, *(p for _, corners in self.sums for p in corners)]))


def renumbered(bound: Bound, names: Mapping[str, str]) -> Bound:
    """The same bound with other ids of the inequalities that it uses."""

    def of(terms: tuple[Term, ...]) -> tuple[Term, ...]:
        return tuple(
            Term(t.factor, tuple(replace(f, id=names[f.id]) if f.kind == "use" else f for f in t.facts)) for t in terms
        )

    return replace(bound, terms=of(bound.terms), times=of(bound.times))


def bound_as_data(bound: Bound) -> dict[str, Any]:
    """In the form of JSON."""
    data: dict[str, Any] = {
        "times": [[str(t.factor), *map(_fact_as_data, t.facts)] for t in bound.times],
        "terms": [[str(t.factor), *map(_fact_as_data, t.facts)] for t in bound.terms],
    }
    if bound.sums:
        data["sums"] = [[str(c), *corners] for c, corners in bound.sums]
    return data


def _fact_as_data(fact: Fact) -> list[Any]:
    if fact.kind == "use":
        return ["use", fact.id]
    if fact.kind == "vectors":
        return ["vectors", *(x for p, c in zip(fact.points, fact.factors, strict=True) for x in (p, str(c)))]
    if fact.expression is not None:
        return [fact.kind, as_data(fact.expression)]
    return [fact.kind, *fact.points]


def bound_from_data(data: object) -> Bound:
    """What `bound_as_data` made. Raises ValueError where it is nothing such."""
    if not isinstance(data, dict) or not {"times", "terms"} <= data.keys() <= {"times", "terms", "sums"}:
        raise ValueError("a bound has terms, times and perhaps sums")
    sums = []
    for entry in _list(data.get("sums", []), MOST_TERMS):
        c, *corners = _list(entry, 4)
        if len(corners) != 3 or not all(isinstance(p, str) for p in corners):
            raise ValueError("a sum of angles is of three points")
        sums.append((rational(c), (corners[0], corners[1], corners[2])))
    return Bound(_terms(data["terms"]), _terms(data["times"]), tuple(sums))


def _list(data: object, most: int) -> list[Any]:
    if not isinstance(data, list) or len(data) > most:
        raise ValueError(f"it isn't a list of at most {most}")
    return data


def _terms(data: object) -> tuple[Term, ...]:
    found = []
    for entry in _list(data, MOST_TERMS):
        if not _list(entry, MOST_FACTORS + 1):
            raise ValueError("a term has a factor")
        factor = rational(entry[0])
        if factor <= 0:
            raise ValueError("the factor of a term is positive")
        found.append(Term(factor, tuple(map(_fact, entry[1:]))))
    return tuple(found)


def _fact(data: object) -> Fact:
    kind, *rest = _list(data, 2 * MOST_FACTORS) or [""]
    if kind in OF_EXPRESSIONS and len(rest) == 1:
        return Fact(kind, expression=from_data(rest[0]))
    if not rest or not all(isinstance(x, str) for x in rest):
        raise ValueError("it isn't a fact about signs")
    if kind == "use" and len(rest) == 1:
        return Fact("use", id=rest[0])
    if kind == "vectors" and len(rest) % 2 == 0:
        points, factors = tuple(rest[::2]), tuple(map(rational, rest[1::2]))
        if len(set(points)) != len(points) or sum(factors, Fraction(0)):
            raise ValueError("the factors of different points add up to 0")
        return Fact("vectors", points, factors)
    if len(rest) != OF_POINTS.get(kind):
        raise ValueError("it isn't a fact about signs")
    return Fact(kind, tuple(rest))
