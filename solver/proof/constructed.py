"""Auxiliary points in words: `X, the midpoint of AC`.

Each is where two loci cross (solver.search.placement); pairs of loci that are a construction with a name get that name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from solver.language.problem import Call, Clause
from solver.statements.names import Names

_Points = tuple[str, ...]

#: A locus, by its construction; {0}, {1}, … are its points.
_LOCI: Mapping[str, str] = {
    "on_line": "line {0}{1}",
    "on_pline": "the parallel to {1}{2} through {0}",
    "on_tline": "the perpendicular to {1}{2} through {0}",
    "on_bline": "the perpendicular bisector of {0}{1}",
    "angle_bisector": "a bisector of angle {0}{1}{2}",
    "on_circle": "the circle about {0} through {1}",
    "on_circum": "the circle through {0}, {1}, {2}",
    "on_dia": "the circle on the diameter {0}{1}",
}


def constructed_in_words(clause: Clause, names: Names) -> str:
    """One point and how it is constructed."""
    (new,) = clause.points
    loci = [_locus(call, names) for call in clause.calls]
    if len(clause.calls) == 2:
        first, second = sorted(clause.calls, key=lambda call: call.construction.name)
        rule = _NAMED.get((first.construction.name, second.construction.name))
        named = rule(first.arguments, second.arguments, names) if rule else None
        if named:
            return f"{names[new]}, {named}"
        common = [p for p in _own(clause.calls[0]) if p in _own(clause.calls[1])]
        again = f" again, besides {names[common[0]]}" if common else ""
        return f"{names[new]}, where {loci[0]} meets {loci[1]}{again}"
    return f"{names[new]} on {loci[0]}"


def _locus(call: Call, names: Names) -> str:
    words = _LOCI[call.construction.name].replace("}{", f"}}{names.gap}{{")
    return words.format(*(names[p] for p in call.arguments))


def _own(call: Call) -> _Points:
    """The points that a locus goes through by its definition."""
    p = call.arguments
    return {
        "on_line": p, "on_circum": p, "on_dia": p, "on_pline": p[:1], "on_tline": p[:1], "on_circle": p[1:], "angle_bisector": p[1:2],
    }.get(call.construction.name, ())  # fmt: skip


def _midpoint(bisected: _Points, line: _Points, names: Names) -> str | None:
    return f"the midpoint of {names.joined(line)}" if set(bisected) == set(line) else None


def _foot(line: _Points, through: _Points, names: Names) -> str | None:
    if set(line) != set(through[1:]):
        return None
    return f"the foot of the perpendicular from {names[through[0]]} to {names.joined(line)}"


def _mirrored_in_point(circle: _Points, line: _Points, names: Names) -> str | None:
    centre, point = circle
    return f"the reflection of {names[point]} in {names[centre]}" if set(line) == {centre, point} else None


def _mirrored_in_line(first: _Points, second: _Points, names: Names) -> str | None:
    if first[1] != second[1]:
        return None
    return f"the reflection of {names[first[1]]} in line {names.joined((first[0], second[0]))}"


def _circumcentre(first: _Points, second: _Points, names: Names) -> str | None:
    three = tuple(dict.fromkeys((*first, *second)))
    return f"the centre of the circle through {names.listed(three)}" if len(three) == 3 else None


def _orthocentre(first: _Points, second: _Points, names: Names) -> str | None:
    three = {*first}
    if three != {*second} or len(three) != 3 or first[0] == second[0]:
        return None
    return f"the orthocentre of △{names.joined(sorted(three))}"


def _parallelogram(first: _Points, second: _Points, names: Names) -> str | None:
    b, (c, d) = first[0], second[1:]
    if {b} | {second[0]} | ({*first[1:]} & {c, d}) != {*first} or {*first} != {*second} or b == second[0]:
        return None
    (corner,) = {*first[1:]} & {c, d}
    return f"the fourth corner of the parallelogram with sides {names.joined((corner, b))} and {names.joined((corner, second[0]))}"


#: By the names of the two constructions, in alphabetical order.
_NAMED: Mapping[tuple[str, str], Callable[[_Points, _Points, Names], str | None]] = {
    ("on_bline", "on_line"): _midpoint,
    ("on_line", "on_tline"): _foot,
    ("on_circle", "on_line"): _mirrored_in_point,
    ("on_circle", "on_circle"): _mirrored_in_line,
    ("on_bline", "on_bline"): _circumcentre,
    ("on_tline", "on_tline"): _orthocentre,
    ("on_pline", "on_pline"): _parallelogram,
}
