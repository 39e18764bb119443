"""Statements and problems written in the plain language.

What is written here is read back as a statement with the same meaning (the order of points in a segment aside).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from solver.language.orientation import EITHER_WAY, Senses
from solver.statements.expression import related, written
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
    EXPLORE,
    EXTREMES,
    MIDP,
    OVERLAP,
    PARA,
    PERP,
    RCOMPUTE,
    RCONST,
    SIGNS,
    SIMTRI,
    SIMTRIR,
    SQDISTSEQ,
    Predicate,
    Statement,
)

_Points = tuple[str, ...]


def _list(points: Sequence[str]) -> str:
    return " ".join(points)


def _length(a: str, b: str) -> str:
    return f"|{a} {b}|"


def _angle(p: _Points, senses: Senses | None) -> str:
    """From line p₀p₁ to p₂p₃; between them, whichever way; or, where its size counts, ∠ p₁ p₀ p₃."""
    if senses is not None and EITHER_WAY in senses:
        return f"angle between {p[0]} {p[1]} and {p[2]} {p[3]}"
    if senses is not None and p[0] == p[2]:
        return f"∠ {p[1]} {p[0]} {p[3]}"
    return f"∠({p[0]} {p[1]}, {p[2]} {p[3]})"


def _distances(p: _Points, k: tuple[Fraction, ...], _: Senses | None) -> str:
    return in_sides((c, _length(a, b)) for a, b, c in zip(p[::2], p[1::2], k, strict=True))


def _squares(p: _Points, k: tuple[Fraction, ...], _: Senses | None) -> str:
    return in_sides((c, f"{_length(a, b)}^2") for a, b, c in zip(p[::2], p[1::2], k, strict=True))


def _powers(p: _Points, k: tuple[Fraction, ...], _: Senses | None) -> str:
    """Lengths with positive powers on the left, the others on the right, with the denominator and numerator of the value."""
    sides: dict[bool, list[str]] = {True: [], False: []}
    for a, b, c in zip(p[::2], p[1::2], k[:-1], strict=True):
        sides[c > 0].append(f"{_length(a, b)}{f'^{abs(c)}' if abs(c) != 1 else ''}")
    for side, factor in ((True, k[-1].denominator), (False, k[-1].numerator)):
        if factor != 1:
            sides[side].insert(0, str(factor))
    return " = ".join(" * ".join(side) or "1" for side in sides.values())


def _angles(p: _Points, k: tuple[Fraction, ...], senses: Senses | None) -> str:
    """A sum of angles: where the figure decides their senses, four points each; else lines paired as they come."""
    turns: Iterable[tuple[Fraction, _Points]]
    if senses is not None:
        turns = [(k[i // 2 + 1], p[i : i + 4]) for i in range(0, len(p), 4)]
    else:
        turns = turns_of(p, k[:-1])
    return in_sides(((c, _angle(turn, senses)) for c, turn in turns), k[-1])


def turns_of(p: Sequence[str], k: Sequence[Fraction]) -> Iterator[tuple[Fraction, _Points]]:
    """Angles c·∠(ab, cd) whose sum is that of the directions, the numbers of which add up to 0."""
    p = tuple(p)
    starts = [(-c, p[2 * i : 2 * i + 2]) for i, c in enumerate(k) if c < 0]
    ends = [(c, p[2 * i : 2 * i + 2]) for i, c in enumerate(k) if c > 0]
    while starts and ends:
        (c, start), (d, end) = starts.pop(0), ends.pop(0)
        yield min(c, d), (*start, *end)
        if c > d:
            starts.insert(0, (c - d, start))
        if d > c:
            ends.insert(0, (d - c, end))


def in_sides(terms: Iterable[tuple[Fraction, str]], degrees: Fraction | None = None, equals: str = " = ") -> str:
    """Σ factor · term = degrees° (or 0): positive terms on the left, the others on the right."""
    sides: dict[bool, list[str]] = {True: [], False: []}
    for c, term in terms:
        sides[c > 0].append(f"{'' if abs(c) == 1 else f'{abs(c)} '}{term}")
    if degrees is not None and (degrees or not sides[False]):
        sides[degrees < 0].append(f"{abs(degrees)}°")
    return equals.join(" + ".join(side) or "0" for side in sides.values())


def _turned(p: _Points) -> _Points:
    return (*p[2:], *p[:2])


def _two_angles(p: _Points, _: tuple[Fraction, ...], senses: Senses | None) -> str:
    first, second = _angle(p[:4], senses), _angle(p[4:], senses)
    return f"{first} + {second} = 180°" if senses is not None and senses[0] != senses[1] else f"{first} = {second}"


_Writer = Callable[[_Points, tuple[Fraction, ...], Senses | None], str]

_WRITERS: Mapping[Predicate, _Writer] = {
    COLL: lambda p, k, s: f"{_list(p)} collinear",
    PARA: lambda p, k, s: f"{_list(p[:2])} ∥ {_list(p[2:])}",
    PERP: lambda p, k, s: f"{_list(p[:2])} ⟂ {_list(p[2:])}",
    CONG: lambda p, k, s: f"{_length(*p[:2])} = {_length(*p[2:])}",
    EQANGLE: _two_angles,
    EQRATIO: lambda p, k, s: f"{_length(*p[:2])} / {_length(*p[2:4])} = {_length(*p[4:6])} / {_length(*p[6:])}",
    CYCLIC: lambda p, k, s: f"{_list(p)} concyclic",
    CIRCLE: lambda p, k, s: f"{p[0]} equidistant from {_list(p[1:])}",
    MIDP: lambda p, k, s: f"{p[0]} midpoint of {_list(p[1:])}",
    SIMTRI: lambda p, k, s: f"{_list(p[:3])} {_directly(s)}similar to {_list(p[3:])}",
    SIMTRIR: lambda p, k, s: f"{_list(p[:3])} oppositely similar to {_list(p[3:])}",
    CONTRI: lambda p, k, s: f"{_list(p[:3])} {_directly(s)}congruent to {_list(p[3:])}",
    CONTRIR: lambda p, k, s: f"{_list(p[:3])} oppositely congruent to {_list(p[3:])}",
    ACONST: lambda p, k, s: f"{_angle(_turned(p), s)} = {k[0]}°",
    RCONST: lambda p, k, s: f"{_length(*p[:2])} = {k[0]} {_length(*p[2:])}",
    DISTSEQ: _distances,
    SQDISTSEQ: _squares,
    DISTMEQ: _powers,
    ANGEQ: _angles,
    OVERLAP: lambda p, k, s: f"{p[0]} = {p[1]}",
    ACOMPUTE: lambda p, k, s: _angle(_turned(p), s),
    RCOMPUTE: lambda p, k, s: f"{_length(*p[:2])} / {_length(*p[2:])}",
    EXPLORE: lambda p, k, s: "what can be said?",
}


def _directly(senses: Senses | None) -> str:
    return "directly " if senses is None else ""


def sentence(statement: Statement, senses: Senses | None = None) -> str:
    """The statement as a fact. senses: where the figure decides how it is written (`solver.language.orientation`)."""
    if statement.expression is not None:
        sign = SIGNS.get(statement.predicate)
        return written(statement.expression) if sign is None else related(statement.expression, sign)
    return _WRITERS[statement.predicate](statement.points, statement.constants, senses)


def goal_sentence(statement: Statement, senses: Senses | None = None) -> str:
    """The statement as what is to be proved or found."""
    if statement.predicate is EXPLORE:
        return sentence(statement)
    if statement.predicate in EXTREMES:
        return f"find the {statement.predicate.name} value of {sentence(statement, senses)}"
    return f"{'find' if statement.predicate.is_question else 'prove'} {sentence(statement, senses)}"
