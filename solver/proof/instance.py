"""Whether a step is an instance of its rule: the checker's own judgement, asked while a proof is being shortened."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from time import monotonic

from solver.checker import SideCondition
from solver.checker.rules import needs_of_instance
from solver.checker.schema import Step as CheckedStep
from solver.diagram.diagram import Diagram
from solver.errors import CertificateError, DeadlineExceeded
from solver.proof.steps import Step
from solver.statements.predicates import Claim
from solver.statements.theorem import Need


class Judge:
    """Knows the diagram, from which the rules take orientations, orders and lifts, and what it was asked before."""

    def __init__(self, diagram: Diagram) -> None:
        places = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
        centre = sum(places.values()) / len(places)
        extent = max(abs(z - centre) for z in places.values())
        self.at = {p: (z - centre) / extent for p, z in places.items()}
        self._deadline: float | None = None
        self._known: dict[Hashable, tuple[Need, ...] | None] = {}

    def until(self, deadline: float | None) -> None:
        """From then on (on time.monotonic()) questions raise DeadlineExceeded."""
        self._deadline = deadline

    def accepts(self, step: Step, claims: Mapping[str, Claim]) -> bool:
        """Whether the checker will accept the step (it may still find a line spare). claims: by id, of what it uses.

        A theorem of the library rests on what it says in its own words: those steps stay as they are.
        """
        return step.rule != "theorem" and self._needs(step, claims) is not None

    def conditions(self, steps: Sequence[Step]) -> tuple[SideCondition, ...]:
        """The side conditions of a proof. Raises CertificateError where a step isn't an instance of its rule."""
        claims = {s.id: s.claim for s in steps}
        found: list[SideCondition] = []
        for step in steps:
            if step.rule != "premise":
                needs = self._needs(step, claims)
                if needs is None:
                    needs = needs_of_instance(_checked(step), claims, self.at)  # which says why not
                found += [SideCondition(n.kind, n.points, step.id) for n in needs]
        return tuple(found)

    def without_spare(self, step: Step, claims: Mapping[str, Claim]) -> Step:
        """The step with only those of its lines and lengths that it needs."""
        for spare in step.lines:
            fewer = replace(step, lines=tuple(i for i in step.lines if i != spare))
            step = fewer if self.accepts(fewer, claims) else step
        for spare in step.lengths:
            fewer = replace(step, lengths=tuple(i for i in step.lengths if i != spare))
            step = fewer if self.accepts(fewer, claims) else step
        return step

    def _needs(self, step: Step, claims: Mapping[str, Claim]) -> tuple[Need, ...] | None:
        if self._deadline is not None and monotonic() > self._deadline:
            raise DeadlineExceeded("timeout: the time limit ran out while the proof was being simplified")
        used = tuple([claims[i] for i in (*step.uses, *step.lines, *step.lengths)])
        counts = len(step.uses), len(step.lines)
        theorem = step.theorem.id if step.theorem is not None else ""
        key = (step.rule, step.points, step.claim, step.coefficients, step.forms, theorem, counts, used)
        if key not in self._known:
            try:
                self._known[key] = needs_of_instance(_checked(step), claims, self.at)
            except CertificateError:
                self._known[key] = None
        return self._known[key]


def _checked(step: Step) -> CheckedStep:
    return CheckedStep(
        step.id,
        step.rule,
        step.points,
        step.uses,
        step.coefficients,
        step.claim,
        step.forms,
        step.lines,
        step.lengths,
        step.theorem.statement if step.theorem is not None else None,
    )
