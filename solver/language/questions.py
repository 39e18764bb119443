"""What answers a question."""

from __future__ import annotations

from fractions import Fraction

from solver.statements.equation import Equation
from solver.statements.expression import Expression, Length, Number, Product, Sum, points_of, quotient, sides
from solver.statements.predicates import (
    ACOMPUTE,
    ACONST,
    AT_LEAST,
    CIRCLE,
    COLL,
    CYCLIC,
    EXPLORE,
    EXTREMES,
    FIND,
    GREATEST,
    OVERLAP,
    QUANTITY,
    RCOMPUTE,
    RCONST,
    Claim,
    Statement,
)

_ANSWERS = {ACOMPUTE: ACONST, RCOMPUTE: RCONST}


def question_of(asked: Statement) -> Statement:
    """A question for the ratio of two lengths as one for the value of an expression."""
    if asked.predicate is RCOMPUTE:
        a, b, c, d = asked.points
        return Statement.about(FIND, quotient(Length(a, b), Length(c, d)))
    return asked


def is_answer(goal: Claim, asked: Statement) -> bool:
    """Whether a goal is what is asked for, or an answer, where it is a question.

    The value of an expression is a number, or another expression that doesn't contain it.
    """
    if asked.predicate is EXPLORE:
        return isinstance(goal, Statement)
    if not asked.predicate.is_question or not isinstance(goal, Statement):
        return goal == asked
    if asked.predicate in EXTREMES:
        return goal.predicate is AT_LEAST and goal.expression is not None and _bounds(sides(goal.expression), asked)
    if goal.predicate is QUANTITY:
        match goal.expression:
            case Sum((first, Product((Number(sign), value)))):
                return first == question_of(asked).expression and sign == Fraction(-1) and value != first
        return False
    return asked.predicate in _ANSWERS and goal.predicate is _ANSWERS[asked.predicate] and goal.points == asked.points


def _bounds(compared: tuple[Expression, Expression], asked: Statement) -> bool:
    """Whether the greater of two sides is what bounds the other, which is asked for; the least is asked for the other way."""
    bound, value = compared if asked.predicate is GREATEST else compared[::-1]
    return value == asked.expression and not points_of(bound)


def says(claim: Claim, goal: Claim) -> bool:
    """Whether two claims are one, the order of points on a line, on a circle or at one place aside."""
    if isinstance(claim, Equation) or isinstance(goal, Equation) or claim.predicate is not goal.predicate:
        return claim == goal
    if claim.predicate in (CYCLIC, COLL, OVERLAP):
        return set(claim.points) == set(goal.points)
    if claim.predicate is CIRCLE:
        return claim.points[0] == goal.points[0] and set(claim.points) == set(goal.points)
    return claim == goal
