"""Statements as GeoGebra's booleans: what `solver.geogebra.claims` reads back as the same statement.

An angle between lines counts modulo 180°: two are equal where the sine of their difference is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from solver.language.plain_write import in_sides, turns_of
from solver.statements.equation import Theory
from solver.statements.predicates import (
    ACOMPUTE,
    ACONST,
    ANGEQ,
    CIRCLE,
    COLL,
    CONG,
    CONTRI,
    CONTRIR,
    CYCLIC,
    DISTMEQ,
    DISTSEQ,
    EQANGLE,
    EQRATIO,
    MIDP,
    OVERLAP,
    PARA,
    PERP,
    RCOMPUTE,
    RCONST,
    SIMTRI,
    SIMTRIR,
    SQDISTSEQ,
    Predicate,
    Statement,
)

_Points = Sequence[str]
_Constants = Sequence[Fraction]


def _line(p: _Points) -> str:
    return f"Line[{p[0]}, {p[1]}]"


def _length(p: _Points) -> str:
    return f"Distance[{p[0]}, {p[1]}]"


def _turn(p: _Points) -> str:
    """From the line of the first two points to that of the others."""
    return f"Angle[{_line(p[:2])}, {_line(p[2:])}]"


def _all(command: str, count: int) -> Callable[[_Points, _Constants], str]:
    """`command` of the first points and each further one."""

    def write(p: _Points, _: _Constants) -> str:
        return " ∧ ".join(f"{command}[{', '.join((*p[:count], x))}]" for x in p[count:])

    return write


def _circle(p: _Points, _: _Constants) -> str:
    first = f"{p[0]} ≟ Center[Circle[{', '.join(p[1:4])}]]"
    return " ∧ ".join((first, *(f"{_length((p[0], p[1]))} ≟ {_length((p[0], x))}" for x in p[4:])))


def _sum(power: str) -> Callable[[_Points, _Constants], str]:
    def write(p: _Points, k: _Constants) -> str:
        terms = ((c, f"{_length((a, b))}{power}") for a, b, c in zip(p[::2], p[1::2], k, strict=True))
        return in_sides(terms, equals=" ≟ ")

    return write


def _product(p: _Points, k: _Constants) -> str:
    *powers, value = k
    sides: dict[bool, list[str]] = {True: [str(value.denominator)], False: [str(value.numerator)]}
    for a, b, c in zip(p[::2], p[1::2], powers, strict=True):
        sides[c > 0].append(f"{_length((a, b))}{f'^{abs(c)}' if abs(c) != 1 else ''}")
    return " ≟ ".join(" ".join(side) for side in sides.values())


def _angle_sum(p: _Points, k: _Constants) -> str:
    turns = " + ".join(f"{c} {_turn(turn)}" for c, turn in turns_of(p, k[:-1]))
    return f"sin({turns} - {_degrees(k[-1])}) ≟ 0"


def _triangles(predicate: Predicate) -> Callable[[_Points, _Constants], str]:
    """Similar and congruent triangles: equal angles, and equal ratios or sides."""

    def write(p: _Points, k: _Constants) -> str:
        is_reversed = predicate in (SIMTRIR, CONTRIR)
        first, second = p[:3], p[3:]
        parts = []
        for v, u, w in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
            legs = (w, u) if is_reversed else (u, w)
            points = (first[v], first[u], first[v], first[w], *(q for leg in legs for q in (second[v], second[leg])))
            if Statement(EQANGLE, points).equations():
                parts.append(f"sin({_turn(points[:4])} - {_turn(points[4:])}) ≟ 0")
        for equation in predicate.equations(tuple(p), tuple(k)):
            if equation.theory is Theory.LOG and not equation.is_trivial:
                sides = [[q for q, c in equation.terms for _ in range(int(c * sign))] for sign in (1, -1)]
                parts.append(" ≟ ".join(" ".join(map(_length, side)) for side in sides))
        return " ∧ ".join(parts)

    return write


_WRITERS: Mapping[Predicate, Callable[[_Points, _Constants], str]] = {
    COLL: _all("AreCollinear", 2),
    CYCLIC: _all("AreConcyclic", 3),
    PARA: lambda p, k: f"AreParallel[{_line(p[:2])}, {_line(p[2:])}]",
    PERP: lambda p, k: f"ArePerpendicular[{_line(p[:2])}, {_line(p[2:])}]",
    CONG: lambda p, k: f"AreCongruent[Segment[{p[0]}, {p[1]}], Segment[{p[2]}, {p[3]}]]",
    EQANGLE: lambda p, k: f"sin({_turn(p[:4])} - {_turn(p[4:])}) ≟ 0",
    EQRATIO: lambda p, k: f"{_length(p[:2])} / {_length(p[2:4])} ≟ {_length(p[4:6])} / {_length(p[6:])}",
    CIRCLE: _circle,
    MIDP: lambda p, k: f"{p[0]} ≟ Midpoint[{p[1]}, {p[2]}]",
    SIMTRI: _triangles(SIMTRI),
    SIMTRIR: _triangles(SIMTRIR),
    CONTRI: _triangles(CONTRI),
    CONTRIR: _triangles(CONTRIR),
    ACONST: lambda p, k: f"sin({_turn((*p[2:], *p[:2]))} - {_degrees(k[0])}) ≟ 0",
    RCONST: lambda p, k: f"{_length(p[:2])} ≟ {k[0]} {_length(p[2:])}",
    DISTSEQ: _sum(""),
    SQDISTSEQ: _sum("^2"),
    DISTMEQ: _product,
    ANGEQ: _angle_sum,
    OVERLAP: lambda p, k: f"{p[0]} ≟ {p[1]}",
    ACOMPUTE: lambda p, k: _turn((*p[2:], *p[:2])),
    RCOMPUTE: lambda p, k: f"{_length(p[:2])} / {_length(p[2:])}",
}


def _degrees(value: Fraction) -> str:
    """Between lines, modulo 180."""
    value %= 180
    return f"({value})°" if value.denominator != 1 else f"{value}°"


def formula(statement: Statement, names: Mapping[str, str]) -> str:
    """A boolean; of a question, an angle or a number. names: GeoGebra's, of points."""
    return _WRITERS[statement.predicate](tuple(names[p] for p in statement.points), statement.constants)
