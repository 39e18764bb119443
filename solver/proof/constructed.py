"""Auxiliary points in words: `X, the midpoint of AC`.

Each is where two loci cross (solver.search.placement); pairs of loci that are a construction with a name get that name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from solver.language.problem import Call, Clause
from solver.proof.phrases.phrases import Voice
from solver.statements.locus_kinds import BY_CONSTRUCTION

_Points = tuple[str, ...]
#: A construction by its name in the phrase tables, and its points; None where it has none.
_Named = tuple[str, _Points] | None


def constructed_in_words(clause: Clause, voice: Voice) -> str:
    """One point and how it is constructed."""
    (new,) = clause.points
    phrases = voice.phrases
    loci = [voice.filled(phrases.loci[call.construction.name], call.arguments) for call in clause.calls]
    if len(clause.calls) < 2:
        return phrases.on_locus.format(new=voice[new], locus=loci[0])
    first, second = sorted(clause.calls, key=lambda call: call.construction.name)
    rule = _NAMED.get((first.construction.name, second.construction.name))
    named = rule(first.arguments, second.arguments) if rule else None
    if named:
        name, points = named
        template = phrases.named[name].replace("{new}", voice[new])
        return phrases.constructed.format(new=voice[new], what=voice.filled(template, points))
    common = [p for p in _own(clause.calls[0]) if p in _own(clause.calls[1])]
    again = phrases.again.format(point=voice[common[0]]) if common else ""
    return phrases.crossing.format(new=voice[new], first=loci[0], second=loci[1], again=again)


def _own(call: Call) -> _Points:
    """The points that a locus goes through by its definition."""
    kind = BY_CONSTRUCTION.get(call.construction.name)
    return () if kind is None else tuple(call.arguments[i] for i in kind.through)


def _midpoint(bisected: _Points, line: _Points) -> _Named:
    return ("midpoint", line) if set(bisected) == set(line) else None


def _foot(line: _Points, through: _Points) -> _Named:
    if set(line) != set(through[1:]):
        return None
    return "foot", (through[0], *line)


def _mirrored_in_point(circle: _Points, line: _Points) -> _Named:
    center, point = circle
    return ("mirrored_in_point", (point, center)) if set(line) == {center, point} else None


def _mirrored_in_line(first: _Points, second: _Points) -> _Named:
    if first[1] != second[1]:
        return None
    return "mirrored_in_line", (first[1], first[0], second[0])


def _circumcenter(first: _Points, second: _Points) -> _Named:
    three = tuple(dict.fromkeys((*first, *second)))
    return ("circumcenter", three) if len(three) == 3 else None


def _orthocenter(first: _Points, second: _Points) -> _Named:
    three = {*first}
    if three != {*second} or len(three) != 3 or first[0] == second[0]:
        return None
    return "orthocenter", tuple(sorted(three))


def _parallelogram(first: _Points, second: _Points) -> _Named:
    b, (c, d) = first[0], second[1:]
    if {b} | {second[0]} | ({*first[1:]} & {c, d}) != {*first} or {*first} != {*second} or b == second[0]:
        return None
    (corner,) = {*first[1:]} & {c, d}
    return "parallelogram", (corner, b, second[0])


#: By the names of the two constructions, in alphabetical order.
_NAMED: Mapping[tuple[str, str], Callable[[_Points, _Points], _Named]] = {
    ("on_bline", "on_line"): _midpoint,
    ("on_line", "on_tline"): _foot,
    ("on_circle", "on_line"): _mirrored_in_point,
    ("on_circle", "on_circle"): _mirrored_in_line,
    ("on_bline", "on_bline"): _circumcenter,
    ("on_tline", "on_tline"): _orthocenter,
    ("on_pline", "on_pline"): _parallelogram,
}
