"""Whether a step is an instance of its rule: the checker's own judgment, asked while a proof is being shortened."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from solver.checker import SideCondition
from solver.checker.conditions import holds
from solver.checker.rules import matched
from solver.checker.schema import Step as CheckedStep
from solver.diagram.diagram import Diagram
from solver.errors import CertificateError, DeadlineExceeded
from solver.proof.steps import Step
from solver.statements.predicates import Claim
from solver.statements.theorem import Need


@dataclass(frozen=True)
class _Verdict:
    """needs: None where the step isn't an instance. spare: numbers of the uses that it would have to do without."""

    needs: tuple[Need, ...] | None
    spare: tuple[int, ...] = ()


class Judge:
    """Knows the diagram, from which the rules take orientations, orders and lifts, and what it was asked before."""

    def __init__(self, diagram: Diagram) -> None:
        places = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
        center = sum(places.values()) / len(places)
        extent = max(abs(z - center) for z in places.values())
        self.at = {p: (z - center) / extent for p, z in places.items()}
        self._deadline: float | None = None
        self._known: dict[Hashable, _Verdict] = {}

    def until(self, deadline: float | None) -> None:
        """From then on (on time.monotonic()) questions raise DeadlineExceeded."""
        self._deadline = deadline

    def accepts(self, step: Step, claims: Mapping[str, Claim]) -> bool:
        """Whether the checker will accept the step (it may still find a line spare). claims: by id, of what it uses.

        A theorem of the library rests on what it says in its own words: those steps stay as they are.
        """
        return step.rule != "theorem" and self._judged(step, claims).needs is not None

    def conditions(self, steps: Sequence[Step]) -> tuple[SideCondition, ...]:
        """The side conditions of a proof. Raises CertificateError where a step isn't an instance of its rule, or a condition fails here."""
        claims = {s.id: s.claim for s in steps}
        found: list[SideCondition] = []
        for step in steps:
            if step.rule != "premise":
                needs = self._judged(step, claims).needs
                if needs is None:
                    needs = matched(_checked(step), claims, self.at).finish()  # which says why not
                if (failing := next((n for n in needs if not holds(n, self.at)), None)) is not None:
                    raise CertificateError(f"{failing.kind} {' '.join(failing.points)} fails in the diagram", step.id)
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

    def without_spare_uses(self, step: Step, claims: Mapping[str, Claim]) -> Step | None:
        """The step with only those of its uses that its rule asks for; None where it isn't an instance of it."""
        if self.accepts(step, claims):
            return step
        spare = self._judged(step, claims).spare
        fewer = replace(step, uses=tuple(u for i, u in enumerate(step.uses) if i not in spare))
        return fewer if spare and self.accepts(fewer, claims) else None

    def _judged(self, step: Step, claims: Mapping[str, Claim]) -> _Verdict:
        if self._deadline is not None and monotonic() > self._deadline:
            raise DeadlineExceeded("timeout: the time limit ran out while the proof was being simplified")
        used = tuple([claims[i] for i in (*step.uses, *step.lines, *step.lengths)])
        counts = len(step.uses), len(step.lines)
        theorem = step.theorem.id if step.theorem is not None else ""
        key = (step.rule, step.points, step.claim, step.coefficients, step.forms, theorem, counts, used)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._judge(step, claims)
        return known

    def _judge(self, step: Step, claims: Mapping[str, Claim]) -> _Verdict:
        try:
            found = matched(_checked(step), claims, self.at)
            spare = tuple(i for i, use in enumerate(step.uses) if use in found.spare)
            return _Verdict(None, spare) if spare else _Verdict(found.finish())
        except CertificateError:
            return _Verdict(None)


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
