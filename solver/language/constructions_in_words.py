"""Clauses of the constructive language in the words of the plain one.

Where a construction has a phrase, it is used; what it asserts beyond the phrase, and all that one without a phrase
asserts, is said in single sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from solver.language.plain import build_problem
from solver.language.plain_write import sentence
from solver.language.problem import Call, Clause
from solver.statements.equation import Equation
from solver.statements.predicates import CYCLIC, Statement

#: Templates in the names of the construction's signature.
PHRASES: Mapping[str, str] = {
    "triangle": "triangle {a} {b} {c}",
    "acute_triangle": "acute triangle {a} {b} {c}",
    "iso_triangle": "isosceles triangle {a} {b} {c} with |{a} {b}| = |{a} {c}|",
    "iso_triangle0": "isosceles triangle {a} {b} {c} with |{a} {b}| = |{a} {c}|",
    "ieq_triangle": "equilateral triangle {a} {b} {c}",
    "r_triangle": "right triangle {a} {b} {c} with {a} {b} perpendicular to {a} {c}",
    "isquare": "square {a} {b} {c} {d}",
    "rectangle": "rectangle {a} {b} {c} {d}",
    "quadrangle": "quadrilateral {a} {b} {c} {d}",
    "pentagon": "pentagon {a} {b} {c} {d} {e}",
    "trapezoid": "trapezoid {a} {b} {c} {d} with {a} {b} ∥ {c} {d}",
    "parallelogram": "parallelogram {a} {b} {c} {x}",
    "on_line": "{x} on line {a} {b}",
    "between_bound": "{x} on segment {a} {b}",
    "on_opline": "{x} on extension of {b} {a} beyond {a}",
    "on_circle": "{x} on circle with center {o} through {a}",
    "on_circum": "{x} on circle ({a} {b} {c})",
    "on_dia": "{x} on circle with diameter {a} {b}",
    "on_pline": "{x} {a} ∥ {b} {c}",
    "on_tline": "{x} {a} ⟂ {b} {c}",
    "on_bline": "{x} on perpendicular bisector of {a} {b}",
    "angle_bisector": "{x} on bisector of angle {a} {b} {c}",
    "midpoint": "{x} midpoint of {a} {b}",
    "mirror": "{x} reflection of {a} in {b}",
    "reflect": "{x} reflection of {a} in {b} {c}",
    "foot": "{x} foot of perpendicular from {a} to {b} {c}",
    "circle": "{x} circumcenter of {a} {b} {c}",
    "circumcenter": "{x} circumcenter of {a} {b} {c}",
    "orthocenter": "{x} orthocenter of {a} {b} {c}",
    "incenter": "{x} incenter of {a} {b} {c}",
    "excenter": "{x} excenter of {a} {b} {c} opposite {a}",
    "intersection_ll": "{a} {b} meets {c} {d} at {x}",
    "lc_tangent": "{x} {a} ⟂ {a} {o}",
}


def in_words(clause: Clause, names: Mapping[str, str]) -> Iterator[str]:
    """Sentences that say what a clause does. names: what its points are called in them."""
    for call in clause.calls:
        said: set[object] = set()
        phrase = PHRASES.get(call.construction.name)
        if phrase is not None:
            text = phrase.format_map(_named(clause, call, names))
            yield text
            said = {part for s in build_problem(f"{text}\nwhat can be said?", "").premises for part in _parts(s)}
        for statement in call.construction.statements(clause.points, call.arguments, call.constants):
            renamed = Statement(statement.predicate, tuple(names[p] for p in statement.points), statement.constants)
            if not _parts(renamed) <= said:
                yield sentence(renamed)


def _named(clause: Clause, call: Call, names: Mapping[str, str]) -> dict[str, str]:
    construction = call.construction
    words = dict(zip(construction.new, clause.points, strict=True))
    words |= dict(zip(construction.arguments, call.arguments, strict=True))
    return {word: names[p] for word, p in words.items()}


def _parts(statement: Statement) -> set[object]:
    """What it means: equations up to a factor, circles as sets of points."""
    if statement.predicate is CYCLIC:
        return {frozenset(statement.points)}
    return {_scaled(e) for e in statement.equations()}


def _scaled(e: Equation) -> Equation:
    return e.scaled(1 / e.terms[0][1])
