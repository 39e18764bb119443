"""Proofs of inequalities: what is found about signs, as steps that the checker accepts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import mpmath

from solver.coordinates.goals import goal_of
from solver.coordinates.prove import find_identity
from solver.diagram.diagram import Diagram
from solver.inequalities.bounding import argument
from solver.inequalities.equality import attained_near, is_zero_in, special_near
from solver.inequalities.lowest import CLEAR, figures_of, is_confirmed, lowest
from solver.inequalities.reasons import Argument
from solver.language.orientation import oriented
from solver.language.plain_write import sentence
from solver.language.problem import NOT_STATED, Problem
from solver.proof.proof import Proof
from solver.proof.steps import Step, numbered
from solver.statements.bound import renumbered
from solver.statements.expression import Expression, dimension, sides, value_of
from solver.statements.predicates import GREATER, Statement

#: A proportion this near 0 may be 0 in a special figure.
EQUAL = 1e-9
#: And by less than this where a figure of equality may be near.
NEARLY = 1e-3
_EQUAL = "both sides are equal in a figure of what is given"


@dataclass(frozen=True)
class Judged:
    """What came of an inequality. reason: why it isn't proved. is_false: in the figure. proof: accepted by the checker.

    figures: how many were looked at.
    """

    figure: Diagram
    figures: int
    reason: str = ""
    is_false: bool = False
    proof: Proof | None = None


def judge(problem: Problem, goal: Statement, seed: int, deadline: float) -> Judged | None:
    """The verdict on an inequality; None where no figure of the statement was found.

    Raises CertificateError where the checker refuses a proof, and DeadlineExceeded.
    """
    figures = figures_of(problem, deadline)
    seen = seen_in(problem, goal, figures)
    if seen is None or seen.is_false:
        return seen
    proof = proof_of_inequality(problem, figures, goal, seed, deadline)
    return seen if proof is None else replace(seen, reason="", proof=proof)


def seen_in(problem: Problem, goal: Statement, figures: Sequence[Diagram]) -> Judged | None:
    """What figures say of an inequality, and those that a descent from them reaches: that it is false, or not.

    Where a statement excludes special figures in words that state nothing (`that isn't cyclic`), these refute nothing.
    """
    e = goal.expression
    assert e is not None
    low = lowest(problem, e, figures)
    if low is None:
        return None
    if low.value < -CLEAR and is_confirmed(problem, e, low.figure):
        return Judged(low.figure, len(figures), f"“{sentence(goal)}” is false: {_compared(e, low.figure)}", True)
    may_be_special = NOT_STATED not in problem.notes
    if goal.predicate is GREATER and may_be_special and abs(low.value) < EQUAL:
        special = special_near(problem, low.figure)
        if special is not None and is_zero_in(problem, special, e):
            return Judged(special.figure, len(figures), f"“{sentence(goal)}” is false: {_EQUAL}", True)
    if goal.predicate is GREATER and may_be_special and abs(low.value) < NEARLY:
        attained = attained_near(problem, low.figure, e, figures[0])
        if attained is not None:
            return Judged(attained, len(figures), f"“{sentence(goal)}” is false: {_EQUAL}", True)
    reason = (
        f"not proved: it holds in all {len(figures)} figures of what is given that were looked at, and in those that a descent "
        "from them reached"
    )
    return Judged(low.figure, len(figures), reason)


def _compared(e: Expression, figure: Diagram) -> str:
    """Both sides in a figure, as numbers where they have no unit."""
    left, right = (value_of(mpmath.fp, side, figure.places()) for side in sides(e))
    if left is None or right is None:
        return "it fails in a figure of what is given"
    if dimension(e) and right:
        return f"in a figure of what is given the left side is {left / right:.4g} times the right side"
    return f"in a figure of what is given the left side is {left:.4g} and the right side {right:.4g}"


def proof_of_inequality(
    problem: Problem,
    figures: Sequence[Diagram],
    goal: Statement,
    seed: int,
    deadline: float,
    attained: tuple[Statement, ...] = (),
) -> Proof | None:
    """A checked proof; None where none is found. figures: of the statement, a dozen or more; the proof speaks of the first.

    attained: see `Proof`. deadline: on time.monotonic(). Raises CertificateError where the checker refuses the proof, and DeadlineExceeded.
    """
    diagram = figures[0]
    found = argument(problem, goal, [d.places() for d in figures])
    if found is None:
        return None
    steps = _steps(oriented(problem, diagram.places()), diagram, found, seed, deadline)
    if steps is None:
        return None
    proof = Proof(problem, diagram, numbered(steps), goal, attained=attained)
    proof.check(deadline=deadline)
    return proof


def _steps(problem: Problem, diagram: Diagram, of: Argument, seed: int, deadline: float) -> list[Step] | None:
    given: dict[Statement, Step] = {}
    steps: list[Step] = []

    def premise(s: Statement) -> str:
        if s not in given:
            given[s] = Step(f"p{len(given) + 1}", s, "premise")
        return given[s].id

    known: dict[Statement, str] = {}
    for claim in of.identities:
        if claim in problem.premises:
            continue
        found = find_identity(problem, goal_of(claim), [diagram.places()], seed, deadline)
        if found is None:
            return None
        placed = set(found.order)
        uses = tuple(premise(s) for s in problem.premises if placed.issuperset(s.points))
        known[claim] = f"s{len(steps) + 1}"
        steps.append(Step(known[claim], claim, "identity", found.order, uses))
    for b in of.bounds:
        uses = tuple(known.get(s) or premise(s) for s in b.uses)
        name = f"s{len(steps) + 1}"
        bound = renumbered(b.bound, {str(i): u for i, u in enumerate(uses)})
        steps.append(Step(name, b.claim, "bound", (), uses, bound=bound))
        known[b.claim] = name
    return [*given.values(), *steps]
