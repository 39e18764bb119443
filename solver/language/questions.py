"""Whether a claim answers what a statement asks: an angle, a ratio, the value or an extreme of an expression."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.language.problem import Asking, Problem
from solver.statements.equation import Equation
from solver.statements.expression import Expression, Length, Number, Power, Product, Sum, points_of, quotient, sides
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


def is_answer(goal: Claim, asked: Statement, names: Sequence[Expression] = ()) -> bool:
    """Whether a goal is what is asked for, or an answer, where it is a question.

    The value of an expression is a number, or another one in terms of what has a name in the statement. names: of that.
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
                is_of_it = first == question_of(asked).expression and sign == Fraction(-1) and value != first
                return is_of_it and _leaves(value) <= frozenset().union(*map(_leaves, names))
        return False
    return asked.predicate in _ANSWERS and goal.predicate is _ANSWERS[asked.predicate] and goal.points == asked.points


def _bounds(compared: tuple[Expression, Expression], asked: Statement) -> bool:
    """Whether the greater of two sides is what bounds the other, which is asked for; the least is asked for the other way."""
    bound, value = compared if asked.predicate is GREATEST else compared[::-1]
    return value == asked.expression and not points_of(bound)


def names_in(problem: Problem) -> tuple[Expression, ...]:
    """What has a name in which the answer to a problem's question may be given."""
    return tuple(e for _, e in problem.asking.get(problem.goal, Asking()).names)


def _leaves(e: Expression) -> frozenset[frozenset[str]]:
    """The lengths, areas and angles in an expression, by their points."""
    match e:
        case Sum(parts) | Product(parts):
            return frozenset(leaf for part in parts for leaf in _leaves(part))
        case Power(base, _):
            return _leaves(base)
        case Number():
            return frozenset()
    return frozenset([frozenset(points_of(e))])


def says(claim: Claim, goal: Claim) -> bool:
    """Whether two claims are one, the order of points on a line, on a circle or at one place aside."""
    if isinstance(claim, Equation) or isinstance(goal, Equation) or claim.predicate is not goal.predicate:
        return claim == goal
    if claim.predicate in (CYCLIC, COLL, OVERLAP):
        return set(claim.points) == set(goal.points)
    if claim.predicate is CIRCLE:
        return claim.points[0] == goal.points[0] and set(claim.points) == set(goal.points)
    return claim == goal
