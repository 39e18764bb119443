"""The value of an expression in a statement's figures: computed to many digits, recognized, and proved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from solver.answers.recognize import Closed, recognize
from solver.coordinates.equations import Unsupported
from solver.coordinates.fields import ComplexField, Undecided
from solver.coordinates.figure import plan
from solver.coordinates.goals import Valued
from solver.coordinates.prove import Identity, identity, likely_orders, own_branch
from solver.coordinates.value import real_value
from solver.language.problem import Problem
from solver.statements.expression import Expression, points_of

#: Digits to which a value is computed, and to which two figures must agree.
DIGITS, AGREED = 80, 60


@dataclass(frozen=True)
class Answer:
    """An exact value. proof: that it is one, None where it is only recognized. digits: to which figures agree."""

    value: Closed
    proof: Identity | None
    digits: int = AGREED


class NoValue(Exception):
    """Why an expression has no value that can be given."""


def find(
    problem: Problem,
    expression: Expression,
    figures: Sequence[Mapping[str, complex]],
    seed: int,
    deadline: float | None,
) -> Answer:
    """The value that an expression has in all of these figures. Raises NoValue, DeadlineExceeded.

    problem: as it reads in the figures.
    """
    wanted = Valued(expression, (1, 0))
    reason = "its points can't be computed one after the other"
    for order in likely_orders(problem, wanted, figures, np.random.default_rng([seed, 5])):
        field = ComplexField(DIGITS)
        made = plan(problem.premises, order, points_of(expression), wanted.turns)
        try:
            own = [own_branch(made, at, field) for at in figures]
            found = [real_value(field, expression, b).real for b in own if b is not None]
        except (Unsupported, Undecided, ZeroDivisionError):
            continue
        if len(found) < len(figures):
            continue
        limit = field.context.mpf(10) ** -AGREED
        if any(abs(v - found[0]) > limit * (1 + abs(v)) for v in found):
            raise NoValue("it isn't the same in all figures of what is given")
        closed = recognize(found[0], field.context)
        if closed is None:
            reason = f"it is {field.context.nstr(found[0], 12)}, which has no simple closed form"
            continue
        return Answer(
            closed, identity(problem.premises, Valued(expression, closed.polynomial), order, figures, seed, deadline)
        )
    raise NoValue(reason)
