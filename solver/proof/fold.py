"""Folding: steps that only restate what a proof has are put into the steps that use them.

The traceback writes every form of a fact as a step: what a predicate means, an inscribed angle of a circle, the same
line by other points, the same ratio of squares. To a reader these are no steps. The checker takes a use in such a form
(docs/certificate.md, `forms` and `lines`), so here each is replaced by what it restates, wherever the checker's rule
still accepts the step; where it doesn't, the restatement stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from solver.proof.checker.lines import Lines, collinear_points
from solver.proof.instance import Judge
from solver.proof.steps import Step, needed_for
from solver.statements.equation import Equation, Theory, linear_combination
from solver.statements.predicates import MIDP, Claim, Statement

#: Rules whose steps say again, as one equation, what their only use says.
RESTATING = ("meaning", "inscribed", "radii", "transfer")


#: Ids of the uses and of the lines that stand for one use.
_Sources = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Restated:
    """What a folded step says: a step that stays, in a form that it means, modulo lines.

    source, form: None where the lines alone say it; form None where the source is just that equation, up to a factor.
    factor: the folded step's claim is factor · form (or the source's equation).
    """

    source: str | None
    form: Equation | None
    factor: Fraction
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    """factor · form of source in a combination."""

    factor: Fraction
    source: str
    form: Equation | None


def fold(steps: Sequence[Step], judge: Judge) -> list[Step]:
    """The same proof without restating steps; the last step claims what it did."""
    folder = _Folder(judge)
    for step in steps:
        folder.add(step, is_last=step is steps[-1])
    return needed_for(list(folder.kept.values()), steps[-1].id)


class _Folder:
    """The steps that stay so far, and what became of the others."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.kept: dict[str, Step] = {}
        self.claims: dict[str, Claim] = {}
        self.folded: dict[str, Restated] = {}
        self._originals: dict[str, Step] = {}

    def add(self, step: Step, is_last: bool) -> None:
        self.claims[step.id] = step.claim
        self._originals[step.id] = step
        if step.rule == "premise":
            self.kept[step.id] = step
            return
        restated = None if is_last else self._restated(step)
        if restated is not None:
            self.folded[step.id] = restated
        elif step.rule == "linear":
            self._add_combination(step, is_last)
        else:
            self.kept[step.id] = self._shortest(step)

    def _restated(self, step: Step) -> Restated | None:
        """What a step restates, if it only does that."""
        if not isinstance(step.claim, Equation) or len(step.uses) != 1:
            return None
        (use,) = step.uses
        before = self.folded.get(use)
        if collinear_points(step.claim) is not None and step.rule in ("line", "meaning"):
            if before is None and collinear_points(self.claims[use]) is not None:
                return Restated(None, None, Fraction(1), (use,))
            return before if before is not None and before.source is None else None
        if step.rule not in RESTATING:
            return None
        if before is None:
            return Restated(use, step.claim, Fraction(1), ())
        return replace(before, form=step.claim, factor=Fraction(1)) if before.source and not before.lines else None

    # -- combinations -----------------------------------------------------------------------------------------------

    def _add_combination(self, step: Step, is_last: bool) -> None:
        parts: dict[tuple[str, Equation | None], Fraction] = {}
        lines: dict[str, None] = {}
        for use, c in zip(step.uses, step.coefficients, strict=True):
            part = self._part(use, c)
            lines.update(dict.fromkeys(part.lines))
            if part.source is not None:
                key = (part.source, part.form)
                parts[key] = parts.get(key, Fraction(0)) + part.factor
        found = self._merged([_Part(c, source, form) for (source, form), c in parts.items() if c])
        needed = self._lines_needed(step.claim, found, tuple(lines))
        if not is_last and isinstance(step.claim, Equation):
            if not found:
                self.folded[step.id] = Restated(None, None, Fraction(1), needed)
                return
            if len(found) == 1:
                self.folded[step.id] = Restated(found[0].source, found[0].form, found[0].factor, needed)
                return
        if not found:
            self.kept[step.id] = self._unfolded(step)
            return
        self.kept[step.id] = replace(
            step,
            uses=tuple(p.source for p in found),
            coefficients=tuple(p.factor for p in found),
            forms=tuple(p.form for p in found) if any(p.form for p in found) else (),
            lines=needed,
        )

    def _merged(self, parts: Sequence[_Part]) -> list[_Part]:
        """Forms of one source whose sum is a form of it, too, taken together."""
        by_source: dict[str, list[_Part]] = {}
        for part in parts:
            by_source.setdefault(part.source, []).append(part)
        result: list[_Part] = []
        for source, some in by_source.items():
            if len(some) == 1:
                result += some
                continue
            total = linear_combination([(p.factor, self._equation(p)) for p in some], self._equation(some[0]).theory)
            if total.is_trivial:
                continue
            whole = Step("", total, "meaning", (), (source,))
            result += [_Part(Fraction(1), source, total)] if self._is_accepted(whole) else some
        return result

    def _part(self, use: str, c: Fraction) -> Restated:
        """A use of a combination as it is to stand there."""
        restated = self.folded.get(use)
        if restated is not None:
            return replace(restated, factor=c * restated.factor)
        if collinear_points(self.claims[use]) is not None:
            return Restated(None, None, Fraction(1), (use,))
        return Restated(use, None, c, ())

    def _equation(self, part: _Part) -> Equation:
        if part.form is not None:
            return part.form
        claim = self.claims[part.source]
        return claim if isinstance(claim, Equation) else claim.equations()[0]

    def _lines_needed(self, claim: Claim, parts: Sequence[_Part], lines: Sequence[str]) -> tuple[str, ...]:
        """Those lines modulo which the parts' terms make the claim's; constants don't matter here."""
        target = claim if isinstance(claim, Equation) else claim.equations()[0]
        if target.theory is not Theory.DIRECTION:
            return ()
        total = linear_combination([(p.factor, self._equation(p)) for p in parts], target.theory)
        rest = linear_combination([(1, total), (-1, target)], target.theory)
        kept = tuple(lines)
        for spare in lines:
            fewer = tuple(i for i in kept if i != spare)
            if not self._along(fewer).renamed(rest).terms:
                kept = fewer
        return kept

    def _along(self, lines: Sequence[str]) -> Lines:
        return Lines([p for i in lines if (p := collinear_points(self.claims[i])) is not None], self.judge.at)

    # -- other steps ------------------------------------------------------------------------------------------------

    def _shortest(self, step: Step) -> Step:
        """The step with as few restatements among its uses as its rule allows."""
        best = self._pruned(step, [self._sources(use) for use in step.uses])
        if best is not None:
            return best
        options = [self._sources(use) for use in step.uses]
        chosen: list[_Sources] = [((use,), ()) for use in step.uses]
        for i, option in enumerate(options):
            attempt = [*chosen[:i], option, *chosen[i + 1 :]]
            if self._pruned(step, attempt) is not None:
                chosen = attempt
        shortest = self._pruned(step, chosen) or step
        for use in shortest.uses:
            self._keep(use)
        return shortest

    def _sources(self, use: str) -> _Sources:
        """What stands for a use: uses and lines."""
        restated = self.folded.get(use)
        if restated is None:
            claim = self.claims[use]
            if collinear_points(claim) is None:
                return (use,), ()
            return ((use,) if isinstance(claim, Statement) and claim.predicate is MIDP else ()), (use,)
        return ((restated.source,) if restated.source else ()), restated.lines

    def _pruned(self, step: Step, chosen: Sequence[_Sources]) -> Step | None:
        """The step with the chosen uses and lines, less what it doesn't need; None if its rule refuses."""
        uses = tuple(dict.fromkeys(u for some, _ in chosen for u in some))
        lines = tuple(dict.fromkeys(i for _, some in chosen for i in some))
        whole = replace(step, uses=uses, lines=lines)
        found = next((f for f in (whole, *_with_one_less(whole)) if self._is_accepted(f)), None)
        if found is None:
            return None
        for spare in lines:
            fewer = _without_line(found, spare)
            if self._is_accepted(fewer):
                found = fewer
        return found

    def _is_accepted(self, step: Step) -> bool:
        return self.judge.accepts(step, self.claims)

    def _keep(self, use: str) -> None:
        """A restatement stays after all."""
        if use in self.kept:
            return
        self.kept[use] = self._unfolded(self._originals[use])

    def _unfolded(self, step: Step) -> Step:
        for use in step.uses:
            self._keep(use)
        return step


def _without_line(step: Step, spare: str) -> Step:
    return replace(step, lines=tuple(i for i in step.lines if i != spare))


def _with_one_less(step: Step) -> Iterator[Step]:
    """Folded uses may say the same: then one of them has nothing to do."""
    for spare in step.uses:
        yield replace(step, uses=tuple(u for u in step.uses if u != spare))
