"""Figures for the tests of the memory."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from solver import collection
from solver.language.read import parse_statement
from solver.memory.configuration import Configuration
from solver.memory.known import Known, Relation, pair_ends
from solver.memory.learn import Figure, drawn, of_problem
from solver.search.placement import Locus
from solver.search.strategy import Strategy

#: One auxiliary point; two of them.
ONE, TWO = "imo-2012-p5", "imo-2009-p4-d"


@cache
def figure(text: str) -> Figure:
    """Of a statement, or of a problem of the collection."""
    problem = parse_statement(text) if "?" in text else collection.find(text).statement.parse()
    return drawn(problem, 10.0)


@cache
def solved(name: str) -> Configuration:
    # Without a prior, so that what is remembered doesn't depend on the policy at hand.
    return of_problem(collection.find(name).statement.parse(), 20.0, strategy=Strategy(policy=None))


def permuted(c: Configuration, to: list[int]) -> Configuration:
    """The same configuration, its points in another order: to[i] is the new number of point i."""
    old = {ends: p for p, ends in enumerate(pair_ends(c.known.size))}
    back = {new: i for i, new in enumerate(to)}

    def classes(of: tuple[int, ...]) -> tuple[int, ...]:
        first: dict[int, int] = {}
        moved = [of[old[min(back[a], back[b]), max(back[a], back[b])]] for a, b in pair_ends(c.known.size)]
        return tuple(first.setdefault(value, p) for p, value in enumerate(moved))

    def relation(r: Relation) -> Relation:
        sides = [tuple((role, tuple(to[p] for p in points)) for role, points in reversed(side)) for side in r.sides]
        return Relation(r.kind, tuple(reversed(sides)))

    number = {ends: p for p, ends in enumerate(pair_ends(c.known.size))}
    directions = classes(c.known.directions)
    renamed = {}
    for (a, b), value in zip(pair_ends(c.known.size), c.known.directions, strict=True):
        renamed[value] = directions[number[min(to[a], to[b]), max(to[a], to[b])]]
    known = Known(
        c.known.size,
        directions,
        classes(c.known.lengths),
        tuple((renamed[b], renamed[a]) for a, b in reversed(c.known.right)),
        tuple(tuple(sorted(to[p] for p in circle)) for circle in reversed(c.known.circles)),
        tuple(relation(r) for r in reversed(c.known.premises)),
        tuple(relation(r) for r in reversed(c.known.goal)),
    )
    moved = {**dict(enumerate(to)), **{i: i for i in range(c.known.size, c.known.size + 4)}}
    added = tuple(
        (
            Locus(one.kind, tuple(moved[p] for p in one.parents)),
            Locus(other.kind, tuple(moved[p] for p in other.parents)),
        )
        for one, other in c.added
    )
    names = sorted(c.points, key=lambda p: to[c.points.index(p)])
    return replace(c, points=tuple(names), known=known, added=added)
