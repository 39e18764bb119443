"""Whether a step is an instance of its rule: the checker's own judgement, asked while a proof is being shortened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from time import monotonic

from solver.checker.rules import is_instance
from solver.checker.schema import Step as CheckedStep
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.proof.steps import Step
from solver.statements.predicates import Claim


class Judge:
    """Knows the diagram, from which the rules take orientations, orders and lifts; asked after its deadline, it raises
    DeadlineExceeded (on time.monotonic())."""

    def __init__(self, diagram: Diagram, deadline: float | None = None) -> None:
        self._deadline = deadline
        self.at = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}

    def accepts(self, step: Step, claims: Mapping[str, Claim]) -> bool:
        """Whether the checker will accept the step (it may still find a line spare). claims: by id, of what it uses."""
        if self._deadline is not None and monotonic() > self._deadline:
            raise DeadlineExceeded("timeout: the time limit ran out while the proof was being simplified")
        checked = CheckedStep(
            step.id,
            step.rule,
            step.points,
            step.uses,
            step.coefficients,
            step.claim,
            step.forms,
            step.lines,
            step.lengths,
        )
        return is_instance(checked, claims, self.at)

    def without_spare(self, step: Step, claims: Mapping[str, Claim]) -> Step:
        """The step with only those of its lines and lengths that it needs."""
        for spare in step.lines:
            fewer = replace(step, lines=tuple(i for i in step.lines if i != spare))
            step = fewer if self.accepts(fewer, claims) else step
        for spare in step.lengths:
            fewer = replace(step, lengths=tuple(i for i in step.lengths if i != spare))
            step = fewer if self.accepts(fewer, claims) else step
        return step
