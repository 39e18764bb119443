"""Small figures for tests of the closure: points, premises and what should follow, in our own words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

import numpy as np

from solver.deduction.closure import Closure, close
from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.statements.predicates import PREDICATES, Statement


def statement(text: str, names: set[str]) -> Statement:
    """`aconst a b c d 30`: words that are points, then numbers."""
    head, *rest = text.split()
    points = tuple(w for w in rest if w in names)
    return Statement(PREDICATES[head], points, tuple(Fraction(w) for w in rest if w not in names))


def diagram(points: Mapping[str, complex], turn: float = 0.7317) -> Diagram:
    """Turned by a generic angle so that no direction is near 0."""
    rotated = [p * complex(math.cos(turn), math.sin(turn)) for p in points.values()]
    return Diagram(tuple(points), np.array([(z.real, z.imag) for z in rotated]))


def closure(points: Mapping[str, complex], premises: str) -> Closure:
    """The closure of comma-separated premises over one diagram."""
    names = set(points)
    given = tuple(statement(p, names) for p in premises.split(",") if p.strip())
    placed = diagram(points)
    return close(Problem("test", premises, placed.points, given, given[0]), [placed])


def follows(points: Mapping[str, complex], premises: str, conclusion: str) -> bool:
    return closure(points, premises).is_entailed(statement(conclusion, set(points)))


def on_circle(*degrees: float, center: complex = 0, radius: float = 1) -> list[complex]:
    return [center + radius * complex(math.cos(math.radians(t)), math.sin(math.radians(t))) for t in degrees]


def meet(a: complex, b: complex, c: complex, d: complex) -> complex:
    """Where lines ab and cd cross."""
    u, v, w = b - a, d - c, c - a
    return a + u * ((w.conjugate() * v).imag / (u.conjugate() * v).imag)


def foot(p: complex, a: complex, b: complex) -> complex:
    """The foot of the perpendicular from p to ab."""
    return a + (b - a) * ((p - a) / (b - a)).real
