"""Sentences about a figure: in the plain language or as a predicate, `B H = B D` or `cong B H B D`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from solver.diagram.premise_loci import error_at, loci_of
from solver.errors import ParseError, Span
from solver.language import plain
from solver.language.constructions import with_angle_reversed
from solver.language.orientation import oriented
from solver.language.plain_tokens import POINT, sentences
from solver.language.syntax import Scope, Word, read_statement
from solver.plane.geometry import intersections
from solver.plane.loci import Degenerate, Places
from solver.statements.predicates import PREDICATES, Statement

_ASKS = re.compile(r"\s*(?:prove|show|find|determine|compute|calculate|what)\b", re.IGNORECASE)
#: A point or number of a predicate.
_WORD = re.compile(r"[\w'./-]+")
#: A premise of a point that a goal names holds this well where the point is placed.
_FITS = 1e-6


@dataclass(frozen=True)
class Stated:
    """points: that the sentence needs and nothing has named, with their places; premises: that say where they are."""

    statement: Statement
    points: Mapping[str, complex]
    premises: tuple[Statement, ...]


def stated(text: str, at: Mapping[str, complex]) -> Stated:
    """What a sentence says about points with these places. Raises ParseError with the place in the sentence."""
    words = [Word(match[0], Span(1, match.start() + 1, len(match[0]))) for match in re.finditer(r"\S+", text)]
    if words and words[0].text in PREDICATES and all(_WORD.fullmatch(word.text) for word in words):
        scope = Scope()
        for point in at:
            scope.add(Word(point, Span(1, 1)))
        return Stated(with_angle_reversed(read_statement(tuple(words), scope)), {}, ())
    before = "" if _ASKS.match(text) else "prove "
    try:
        mentioned = dict.fromkeys(t.text for said in sentences(text) for t in said if t.kind == POINT)
        declared = "".join(f"point {p}\n" for p in mentioned if p in at)
        problem = plain.build_problem(f"{declared}{before}{' '.join(text.split())}", "goal")
    except ParseError as error:
        span = error.span and Span(1, max(1, error.span.column - len(before)), error.span.length)
        raise ParseError(f"{error.message}, in “{text.strip()[:80]}”", span, error.hint) from None
    if any(set(s.points) <= set(at) for s in problem.premises):
        raise ParseError(f"“{text.strip()[:80]}” says more than what to prove", None, "a goal is one sentence")
    if problem.conditions and any(set(c.points) <= set(at) for c in problem.conditions):
        raise ParseError(f"“{text.strip()[:80]}” is seen in the figure, it can't be proved", None, "prove an equation")
    places = dict(at)
    for point in problem.points:
        if point not in places:
            places[point] = _placed(point, problem.premises, places)
    read = oriented(problem, places)
    new = {p: z for p, z in places.items() if p not in at}
    return Stated(read.goal, new, read.premises)


def _placed(x: str, premises: Sequence[Statement], at: Mapping[str, complex]) -> complex:
    """Where the premises put a point. Raises ParseError."""
    about = [s for s in premises if x in s.points and set(s.points) <= {*at, x}]
    try:
        curves = [locus for s in about for loci in loci_of(s, x, at) for locus in loci]
        options = [option[0] for locus in curves if isinstance(locus, Places) for option in locus.options]
        for first, second in combinations(curves, 2):
            options += [] if isinstance(first, Places) or isinstance(second, Places) else intersections(first, second)
    except Degenerate as degenerate:
        raise ParseError(
            f"point {x} of the goal can't be placed: {degenerate}", None, "name it in the figure"
        ) from None
    for z in options:
        if all(error_at(s, {**at, x: z}) < _FITS for s in about):
            return z
    raise ParseError(f"point {x} of the goal can't be placed in this figure", None, "name it in the figure")
