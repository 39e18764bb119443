"""A parsed problem: what every input language produces and everything downstream reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from solver.errors import Span
from solver.statements.predicates import Statement

if TYPE_CHECKING:
    from solver.language.constructions import Construction


@dataclass(frozen=True)
class Call:
    """One construction applied: `on_line x a b`; `arguments` are the known points, the new ones stand in the clause."""

    construction: Construction
    arguments: tuple[str, ...]
    constants: tuple[Fraction, ...] = ()
    span: Span | None = None


@dataclass(frozen=True)
class Clause:
    """`x y = call, call`: new points placed by one construction, or one point on several loci.

    coordinates: where the statement itself places the points (`x@1.5_2 = …`), a hint for the diagram.
    """

    points: tuple[str, ...]
    calls: tuple[Call, ...]
    coordinates: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    span: Span | None = None


@dataclass(frozen=True)
class Problem:
    """Points, premises and a goal.

    points: in order of introduction. premises: everything that the statement asserts.
    clauses: how to construct the points; empty in the coordinate language.
    coordinates: given positions of all points (coordinate language), else empty.
    spans: where in the text a premise comes from.
    """

    name: str
    text: str
    points: tuple[str, ...]
    premises: tuple[Statement, ...]
    goal: Statement
    clauses: tuple[Clause, ...] = ()
    coordinates: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    spans: Mapping[Statement, Span] = field(default_factory=dict)
