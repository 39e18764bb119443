"""Folding: steps that only restate what a proof has are put into the steps that use them.

The traceback writes every form of a fact as a step: what a predicate means, an inscribed angle of a circle, the same
line by other points, the same ratio of squares, a length by an equal one. To a reader these are no steps. The checker
takes a use in such a form (docs/certificate.md, `forms`, `lines` and `lengths`), so here each is replaced by what it
restates, wherever the checker's rule still accepts the step; where it doesn't, the restatement stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, product

from solver.proof.instance import Judge
from solver.proof.steps import Step, needed_for
from solver.statements.equation import Equation, linear_combination
from solver.statements.lengths import Lengths, equal_lengths
from solver.statements.lines import Lines, collinear_points
from solver.statements.predicates import CIRCLE, MIDP, Claim, Statement, equations_of
from solver.statements.rules import RULES

#: Rules whose steps say again, as one equation, what their only use says.
RESTATING = tuple(rule.name for rule in RULES if rule.restates)
#: How many ways to put a step's restated uses are tried.
MOST_WAYS = 40

_Ids = tuple[str, ...]


@dataclass(frozen=True)
class Put:
    """What stands for a use in a step: steps to use, lines and lengths."""

    uses: _Ids = ()
    lines: _Ids = ()
    lengths: _Ids = ()


@dataclass(frozen=True)
class Restated:
    """What a folded step says: a step that stays, in a form that it means, modulo lines and lengths.

    source, form: None where the lines or lengths alone say it; form None where the source is just that equation, up to
    a factor. factor: the folded step's claim is factor · form (or the source's equation).
    """

    source: str | None = None
    form: Equation | None = None
    factor: Fraction = Fraction(1)
    lines: _Ids = ()
    lengths: _Ids = ()


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


def same_in_a_step(claim: Claim) -> bool:
    """Whether a claim is one that a step may take for granted: that points are collinear, or that lengths are equal."""
    return collinear_points(claim) is not None or equal_lengths(claim) is not None


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
        if before is not None and before.source is None and step.rule in (*RESTATING, "line"):
            return before
        if before is None and step.rule in (*RESTATING, "line"):
            said = self._same(step.claim, use)
            if said is not None:
                return said
        if step.rule not in RESTATING:
            return None
        if before is None:
            return Restated(use, step.claim)
        if before.lines or before.lengths:
            self._keep(use)
            return Restated(use, step.claim)
        return Restated(before.source, step.claim)

    def _same(self, claim: Claim, use: str) -> Restated | None:
        """That points are collinear or lengths equal, said by a use that may stand among the lines or lengths."""
        if collinear_points(claim) is not None and collinear_points(self.claims[use]) is not None:
            return Restated(lines=(use,))
        if equal_lengths(claim) is not None and equal_lengths(self.claims[use]) is not None:
            return Restated(lengths=(use,))
        return None

    # -- combinations -----------------------------------------------------------------------------------------------

    def _add_combination(self, step: Step, is_last: bool) -> None:
        parts: dict[tuple[str, Equation | None], Fraction] = {}
        same: dict[str, None] = {}
        for use, c in zip(step.uses, step.coefficients, strict=True):
            part = self._part(use, c)
            same.update(dict.fromkeys((*part.lines, *part.lengths)))
            if part.source is not None:
                key = (part.source, part.form)
                parts[key] = parts.get(key, Fraction(0)) + part.factor
        found = self._merged([_Part(c, source, form) for (source, form), c in parts.items() if c])
        lines, lengths = self._needed(step.claim, found, tuple(same))
        if not is_last and isinstance(step.claim, Equation) and len(found) < 2:
            said = Restated(found[0].source, found[0].form, found[0].factor) if found else Restated()
            self.folded[step.id] = replace(said, lines=lines, lengths=lengths)
            return
        if not found:
            self.kept[step.id] = self._unfolded(step)
            return
        self.kept[step.id] = replace(
            step,
            uses=tuple(p.source for p in found),
            coefficients=tuple(p.factor for p in found),
            forms=tuple(p.form for p in found) if any(p.form for p in found) else (),
            lines=lines,
            lengths=lengths,
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
            result += [_Part(Fraction(1), source, total)] if self.judge.accepts(whole, self.claims) else some
        return result

    def _part(self, use: str, c: Fraction) -> Restated:
        """A use of a combination as it is to stand there."""
        restated = self.folded.get(use)
        if restated is not None:
            return replace(restated, factor=c * restated.factor)
        return self._same(self.claims[use], use) or Restated(use, None, c)

    def _equation(self, part: _Part) -> Equation:
        if part.form is not None:
            return part.form
        claim = self.claims[part.source]
        return equations_of(claim)[0]

    def _needed(self, claim: Claim, parts: Sequence[_Part], same: _Ids) -> tuple[_Ids, _Ids]:
        """Those lines and lengths modulo which the parts' terms make the claim's."""
        target = equations_of(claim)[0]
        total = linear_combination([(p.factor, self._equation(p)) for p in parts], target.theory)
        rest = linear_combination([(1, total), (-1, target)], target.theory)
        kept = same
        for spare in same:
            fewer = tuple(i for i in kept if i != spare)
            if not self._renamed(rest, fewer).terms:
                kept = fewer
        return self._among_lines(kept), self._among_lengths(kept)

    def _renamed(self, e: Equation, same: _Ids) -> Equation:
        along = [p for i in same if (p := collinear_points(self.claims[i])) is not None]
        equal = [s for i in same if (s := equal_lengths(self.claims[i])) is not None]
        return Lengths(equal).renamed(Lines(along, self.judge.at).renamed(e))

    def _among_lines(self, ids: _Ids) -> _Ids:
        return tuple(i for i in ids if collinear_points(self.claims[i]) is not None)

    def _among_lengths(self, ids: _Ids) -> _Ids:
        return tuple(i for i in ids if equal_lengths(self.claims[i]) is not None)

    # -- other steps ------------------------------------------------------------------------------------------------

    def _shortest(self, step: Step) -> Step:
        """The step with as few restatements among its uses as its rule allows."""
        ways = product(*(self._ways(use) for use in step.uses))
        found = next((s for way in islice(ways, MOST_WAYS) if (s := self._pruned(step, way)) is not None), step)
        for use in found.uses:
            self._keep(use)
        return found

    def _ways(self, use: str) -> list[Put]:
        """How a use may be put, the shortest way first."""
        restated = self.folded.get(use)
        if restated is not None:
            source = (restated.source,) if restated.source else ()
            return [Put(source, restated.lines, restated.lengths), Put((use,))]
        lines, lengths = self._among_lines((use,)), self._among_lengths((use,))
        claim = self.claims[use]
        if isinstance(claim, Statement) and claim.predicate in (MIDP, CIRCLE):  # these say more than that
            return [Put((use,)), *([Put((), lines)] if lines else []), *([Put((), (), lengths)] if lengths else [])]
        return [Put((), lines, lengths), Put((use,))] if lines or lengths else [Put((use,))]

    def _pruned(self, step: Step, way: Sequence[Put]) -> Step | None:
        """The step with its uses put in some way, less what it doesn't need; None if its rule refuses."""
        whole = replace(
            step,
            uses=tuple(dict.fromkeys(u for put in way for u in put.uses)),
            lines=tuple(dict.fromkeys(i for put in way for i in put.lines)),
            lengths=tuple(dict.fromkeys(i for put in way for i in put.lengths)),
        )
        found = self.judge.without_spare_uses(whole, self.claims)
        return None if found is None else self.judge.without_spare(found, self.claims)

    def _keep(self, use: str) -> None:
        """A restatement stays after all: as a combination of one fact if that will do."""
        if use in self.kept:
            return
        said = self.folded[use]
        if said.source is not None:
            step = replace(
                self._originals[use],
                rule="linear",
                points=(),
                uses=(said.source,),
                coefficients=(said.factor,),
                forms=(said.form,) if said.form else (),
                lines=said.lines,
                lengths=said.lengths,
            )
            if self.judge.accepts(step, self.claims):
                self.kept[use] = step
                return
        self.kept[use] = self._unfolded(self._originals[use])

    def _unfolded(self, step: Step) -> Step:
        for use in step.uses:
            self._keep(use)
        return step
