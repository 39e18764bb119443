"""Is a statement true in a diagram, and what is the value that a question asks for?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from solver.diagram.diagram import Diagram
from solver.diagram.residuals import compile_system
from solver.statements.equation import Equation
from solver.statements.expression import Expression, Sum, evaluate
from solver.statements.predicates import ACOMPUTE, ACONST, EXPLORE, QUANTITY, RCONST, SIGNS, Statement


def error_of(claim: Statement | Equation, diagram: Diagram) -> float:
    """The largest residual: units of π for directions, relative for lengths. Questions have none."""
    if isinstance(claim, Statement) and claim.expression is not None and claim.predicate in SIGNS:
        off = proportion(claim.expression, diagram.places())
        return abs(off) if claim.predicate is QUANTITY else max(-off, 0.0)
    return compile_system([claim], diagram.points, diagram.xy).largest(diagram.xy)


def proportion(e: Expression, at: Mapping[str, complex]) -> float:
    """An expression over the sum of its terms' sizes, −∞ where it has no value."""
    import mpmath

    terms = e.terms if isinstance(e, Sum) else (e,)
    try:
        values = [float(evaluate(mpmath.fp, t, at)) for t in terms]
    except (ZeroDivisionError, ValueError, OverflowError):
        return -math.inf
    return sum(values) / (sum(map(abs, values)) or 1.0)


def holds(claim: Statement | Equation, diagram: Diagram, tolerance: float = 1e-7) -> bool:
    return error_of(claim, diagram) < tolerance


def answer(question: Statement, diagrams: Sequence[Diagram]) -> Statement | None:
    """The `aconst` or `rconst` that answers `acompute` or `rcompute`; None if no simple value fits all diagrams.

    Angles are recognized as rational degrees, ratios as rationals, both of denominator at most 60.
    """
    if question.expression is not None or question.predicate is EXPLORE:
        return None
    values = [value_of(question, d) for d in diagrams]
    whole = 180.0 if question.predicate is ACOMPUTE else math.inf
    exact = Fraction(values[0]).limit_denominator(60)
    if any(
        abs((v - float(exact) + whole / 2) % whole - whole / 2 if whole < math.inf else v - float(exact)) > 1e-6
        for v in values
    ):
        return None
    if question.predicate is ACOMPUTE:
        return Statement(ACONST, question.points, (exact % 180,))
    return Statement(RCONST, question.points, (exact,))


def value_of(question: Statement, diagram: Diagram) -> float:
    """Degrees in [0, 180) from cd to ab, or |ab| / |cd|."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = (diagram[p] for p in question.points)
    if question.predicate is ACOMPUTE:
        return math.degrees(math.atan2(by - ay, bx - ax) - math.atan2(dy - cy, dx - cx)) % 180
    return math.hypot(bx - ax, by - ay) / math.hypot(dx - cx, dy - cy)
