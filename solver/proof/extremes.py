"""The greatest or least value of an expression: reached by a descent, recognized, proved as a bound that a figure attains."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import mpmath
import numpy as np

from solver.answers.find import AGREED, DIGITS, Answer
from solver.answers.recognize import recognize
from solver.checker.solving import PremiseSystem
from solver.diagram.diagram import Diagram
from solver.inequalities.equality import Special, is_zero_in, special_near
from solver.inequalities.lowest import figures_of, lowest_of
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.proof.inequalities import proof_of_inequality
from solver.proof.proof import Proof
from solver.statements.expression import Expression, Number, difference, evaluate, sizes_of, value_of, written
from solver.statements.predicates import AT_LEAST, GREATEST, Statement

#: A value beyond this has no bound; conditions with less than this margin are about to fail.
UNBOUNDED, BOUNDARY = 1e6, 2e-3
#: Degrees of an angle are recognized with denominators up to this.
LARGEST_DENOMINATOR = 360


@dataclass(frozen=True)
class Extreme:
    """What came of a question for an extreme. figure: where it is reached, or nearly. answer: recognized. proof: of the bound."""

    figure: Diagram
    reason: str
    answer: Answer | None = None
    proof: Proof | None = None


def extreme(problem: Problem, seed: int, deadline: float) -> Extreme | None:
    """The extreme value that a problem asks for; None where no figure of the statement was found.

    Raises CertificateError where the checker refuses a proof, and DeadlineExceeded.
    """
    goal = problem.goal
    e = goal.expression
    assert e is not None
    sign = -1 if goal.predicate is GREATEST else 1
    name = "greatest" if sign < 0 else "least"

    def value(at: Any) -> float:
        found = value_of(mpmath.fp, e, at)
        return math.inf if found is None else sign * float(found)

    figures = figures_of(problem, deadline)
    low = lowest_of(problem, value, figures, -UNBOUNDED)
    if low is None:
        return None
    if low.value <= -UNBOUNDED:
        return Extreme(
            low.figure, f"there is no {name} value: it can be as {'large' if sign < 0 else 'small'} as you like"
        )
    special = special_near(problem, low.figure)
    if special is None and _is_at_boundary(problem, low.figure):
        return Extreme(
            low.figure,
            f"there is no {name} value in what was looked at: it comes near to {sign * low.value:.6g} in figures that degenerate",
        )
    found = None if special is None else _recognized(problem, special, e)
    if special is None or found is None:
        return Extreme(
            low.figure, f"the {name} value that was found is {sign * low.value:.9g}, not recognized, not proved"
        )
    answer, exact = found
    reached = f"the {name} value is {answer.shown}{f' ≈ {answer.decimal}' if answer.decimal else ''}"
    if exact is None or not is_zero_in(problem, special, difference(e, exact)):
        return Extreme(special.figure, f"{reached}, recognized from {AGREED} digits in a figure, not proved", answer)
    claim = Statement.about(AT_LEAST, difference(exact, e) if sign < 0 else difference(e, exact))
    shown = [special.figure, *figures]
    proof = proof_of_inequality(problem, shown, claim, seed, deadline, special.equations)
    if proof is None:
        return Extreme(special.figure, f"{reached}, attained in a figure; that it is the {name} isn't proved", answer)
    return Extreme(special.figure, reached, answer, proof)


def _is_at_boundary(problem: Problem, figure: Diagram) -> bool:
    at = figure.places()
    z = np.array(list(at.values()))
    gaps = np.abs(z[:, None] - z[None, :]) + np.eye(len(z))
    return bool(np.min(gaps) < BOUNDARY) or any(c.margin(at) < BOUNDARY for c in problem.conditions)


def _recognized(problem: Problem, special: Special, e: Expression) -> tuple[Answer, Expression | None] | None:
    """The value in a special figure: as it is said, and as an expression."""
    places = special.figure.places()
    system = PremiseSystem([*oriented(problem, places).premises, *special.equations], places)
    fine = system.polish(np.array([places[p] for p in system.points]), DIGITS)
    if fine is None:
        return None
    mp = mpmath.MPContext()
    mp.dps = DIGITS
    try:
        value = evaluate(mp, e, fine.places(mp))
    except (ZeroDivisionError, ValueError):
        return None
    if sizes_of(e):
        degrees = Fraction(str(mp.nstr(value, 40))).limit_denominator(LARGEST_DENOMINATOR)
        if abs(mp.mpf(degrees.numerator) / degrees.denominator - value) > mp.mpf(10) ** -AGREED:
            return None
        return Answer(str(degrees), f"{degrees}°"), Number(degrees)
    closed = recognize(value, mp)
    if closed is None:
        return None
    shown = closed.text if closed.expression is None else written(closed.expression)
    return Answer(closed.text, shown, "" if closed.text.lstrip("-").isdigit() else closed.decimal), closed.expression
