"""Shortening a proof without losing what it proves.

The traceback's linear programs each see one claim; a conclusion that several claims share is dearer to each of them
than it is to the whole. So the traceback is repeated with what it has used as good as free, as long as that shortens
the proof; then without one conclusion after the other, those that alone need the most steps first (a detour is what can
be done without). On the public suites the first saves 3 % of the steps and the second 8 %; starting afresh from four
randomly changed costs saved 1.6 % more for four times the time, and ordering the journal by depth instead of by time
nothing. At last restating steps are folded (solver.proof.fold) and what remains is tidied (solver.proof.tidy).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from time import monotonic

from solver._core import LONG, MANY, USE
from solver.deduction.journal import Journal
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.proof.arcs import Unexplained
from solver.proof.evidence import Evidence, Record, is_past
from solver.proof.fold import fold
from solver.proof.instance import Judge
from solver.proof.mirrored import with_mirrored
from solver.proof.steps import Step, needed_for
from solver.proof.textbook import with_first_steps
from solver.proof.tidy import tidy
from solver.proof.told import told_steps
from solver.proof.traceback import Guide, Trace, trace
from solver.statements.equation import Equation
from solver.statements.predicates import Statement

#: Tracebacks that start afresh with what the one before used as good as free.
MOST_ROUNDS = 3
#: Work (see Evidence) after which no further traceback starts; 1000 take about 0.01 s.
MOST_WORK = 2500
#: A conclusion that alone needs fewer visible steps is done without only for a nicer proof, as long as little work is
#: done: on the suites this costs no step and saves a fifth of the linear programs.
LEAST_DETOUR, LIGHT_WORK = 1.0, 300

#: What simplifying and checking a proof take at most, in times of the first traceback: left for them before a deadline.
SIMPLIFYING, CHECKING = 4.0, 8.0
#: A longer journal's costs aren't estimated; to estimate them may take the LEFT-th part of the time that is left.
MOST_ESTIMATED, LEFT = 1500, 8
#: Ways to begin that weigh up to NEARLY times what the lightest does are shortened, too. (To shorten those up to 1.5 times as heavy
#: gave not a step more on the public suites, up to 1.1 times only 20 steps of 7200 more; the lightest alone gives 1 % more.)
NEARLY = 1.3
#: Once a way is shortened, others are, too, if they weigh at most HOPELESS times as much (1.2 made a proof of 7 steps one of 9).
HOPELESS = 1.3
#: What two tracebacks' weights differ by at most that are simplified both: by a few uses, not by a step. (To simplify those up to a
#: tenth heavier gave a thousandth fewer steps in a tenth more time.)
ALIKE = 0.1
#: Seconds: the checker reads the statement and draws figures of its own, however short the proof is.
LEAST_CHECKING = 0.3


@dataclass(frozen=True)
class Way:
    """A journal made ready for tracebacks, and the first of these."""

    evidence: Evidence
    first: Trace


@dataclass(frozen=True)
class Draft:
    """A goal that has been traced once in each of some ways, the closure's own journal first.

    seconds: how long that took. record: the journal from which it will be traced with estimated costs, too.
    shortest: the lightest that these ways lead to, once that has been looked for.
    """

    goal: Statement
    ways: tuple[Way, ...]
    seconds: float
    record: Record | None = None
    shortest: tuple[Trace, ...] = ()

    @property
    def plain(self) -> Draft:
        """The same from the closure's own journal."""
        return Draft(self.goal, self.ways[:1], self.seconds)

    @property
    def is_plain(self) -> bool:
        return len(self.ways) == 1 and self.record is None

    @property
    def work(self) -> int:
        """See Evidence."""
        return sum(way.evidence.work for way in self.ways)

    @property
    def weight(self) -> float:
        """How long the proof will be, about: it gets shorter by a quarter or so unless it is shortened already."""
        return min(found.weight for found in self.shortest or [way.first for way in self.ways])


def shortest_trace(
    diagram: Diagram, journal: Journal, goal: Statement, deadline: float | None = None
) -> tuple[Step, ...]:
    """The steps of a short proof of an entailed goal; the last one is the goal.

    deadline: on time.monotonic(), for writing and checking; near it the proof is longer, but there. Raises Unexplained,
    and DeadlineExceeded if not even one traceback is ready by then.
    """
    draft = drafted(diagram, journal, goal, deadline)
    return shortened(replace(draft, record=None), diagram, Judge(diagram), deadline)


def drafted(
    diagram: Diagram, journal: Journal, goal: Statement, deadline: float | None, heaviest: float = inf
) -> Draft:
    """The first tracebacks; one, if that weighs more than the heaviest that is of use. Raises Unexplained and DeadlineExceeded."""
    started = monotonic()
    record = Record(diagram, journal)
    own = _way(Evidence.of(record), goal, deadline)
    seconds = monotonic() - started
    if own.first.weight > heaviest:
        return Draft(goal, (own,), seconds)
    begun = with_first_steps(journal, diagram)
    if is_past(None if deadline is None else deadline - seconds):
        return Draft(goal, (own,), seconds)
    if begun is None:
        return Draft(goal, (own,), seconds, record)
    longer = Record(diagram, begun.journal, record.questions)
    try:
        other = _way(Evidence.of(longer, begun.light), goal, deadline)
    except (Unexplained, DeadlineExceeded):
        return Draft(goal, (own,), seconds, record)  # the proof without these steps stands
    if begun.light.isdisjoint(other.first.times):
        return Draft(goal, (own,), seconds, record)  # none of them helps: to shorten it as well would bring nothing
    return Draft(goal, (own, other), seconds, longer)


def _way(evidence: Evidence, goal: Statement, deadline: float | None) -> Way:
    return Way(evidence, trace(evidence, goal, deadline=deadline))


def _completed(draft: Draft, diagram: Diagram, deadline: float | None) -> list[Way]:
    """The ways of a draft, and those with estimated costs, with and without congruent triangles, as far as there is time."""
    ways = list(draft.ways)
    record = draft.record
    if record is None or len(record.entries) > MOST_ESTIMATED:
        return ways
    for make in (_as_it_is, _with_mirrored):
        began = monotonic()
        if deadline is not None and deadline - began < LEFT * draft.seconds:
            break
        by = None if deadline is None else began + (deadline - began) / LEFT
        try:
            made = make(record, diagram)
            if made is not None:
                ways.append(_way(Evidence.estimated(made, by), draft.goal, deadline))
        except (Unexplained, DeadlineExceeded):
            continue
    return ways


def _as_it_is(record: Record, _: Diagram) -> Record:
    return record


def _with_mirrored(record: Record, diagram: Diagram) -> Record | None:
    journal = with_mirrored(record, diagram)
    return None if journal is None else Record(diagram, journal, record.questions)


def with_shortest(draft: Draft, diagram: Diagram, deadline: float | None) -> Draft:
    """The draft with the lightest tracebacks that there is time for: the most promising ways to begin are shortened further."""
    goal, shorten_by = draft.goal, _left_for(draft, SIMPLIFYING, deadline)
    ways = _completed(draft, diagram, shorten_by)
    settled = [(way.evidence, _settled(way.evidence, goal, way.first, shorten_by)) for way in ways]
    traced: list[Trace] = []
    for evidence, best in sorted(_lightest([*settled[1:], settled[0]]), key=lambda each: each[1].weight):
        if traced and (is_past(shorten_by) or best.weight > HOPELESS * min(each.weight for each in traced)):
            break
        traced.append(_without_detours(evidence, goal, best, shorten_by))
    least = min(found.weight for found in traced)
    return replace(draft, shortest=tuple(found for found in traced if found.weight < least + ALIKE))


def shortened(draft: Draft, diagram: Diagram, judge: Judge, deadline: float | None) -> tuple[Step, ...]:
    """The steps, as short as there is time for. judge: of the diagram; may be asked for more afterwards."""
    shortest = draft.shortest or with_shortest(draft, diagram, deadline).shortest
    simplify_by = _left_for(draft, 0.0, deadline)
    found: list[tuple[Step, ...]] = []
    for each in shortest:
        if found and is_past(simplify_by):
            break
        found.append(_simplified(each, judge, simplify_by))
    return min(found, key=lambda steps: round(_length(steps, judge), 6)) if len(found) > 1 else found[0]


def _left_for(draft: Draft, simplifying: float, deadline: float | None) -> float | None:
    """The time by which a step has to be done that leaves time for simplifying, if that follows, and for the check."""
    if deadline is None:
        return None
    return deadline - max(CHECKING * draft.seconds, LEAST_CHECKING) - simplifying * draft.seconds


def _lightest(some: Sequence[tuple[Evidence, Trace]]) -> list[tuple[Evidence, Trace]]:
    """Those that weigh up to NEARLY times what the lightest does, in their order; of traces that say the same the first."""
    least = min(found.weight for _, found in some)
    distinct: dict[bytes, tuple[Evidence, Trace]] = {}
    for evidence, found in some:
        if found.weight <= NEARLY * least:
            distinct.setdefault(found.said, (evidence, found))
    return list(distinct.values())


def _length(steps: Sequence[Step], judge: Judge) -> float:
    """How long a proof looks: the steps that are told, what they rest on, and what is long in one of them."""
    told = told_steps(steps, judge.at)
    shown = [s for s in steps if s.id in told]
    facts = sum(max(0, len(s.uses) - MANY) for s in shown if s.rule == "linear")
    return len(told) + LONG * facts + USE * sum(len(s.uses) for s in shown)


def _settled(evidence: Evidence, goal: Statement, best: Trace, deadline: float | None) -> Trace:
    """Traced again with what it used as good as free, as long as that shortens it."""
    for _ in range(MOST_ROUNDS):
        try:
            again = trace(evidence, goal, Guide(best.times), deadline)
        except (Unexplained, DeadlineExceeded):
            break
        if again.weight >= best.weight:
            break
        best = again
    return best


def _without_detours(evidence: Evidence, goal: Statement, best: Trace, deadline: float | None) -> Trace:
    """Traced without one entry after the other, the rest being kept as far as possible, wherever that shortens it."""
    tried: set[int] = set()
    banned: tuple[int, ...] = ()
    detours = best.detours()
    while evidence.work < MOST_WORK and not is_past(deadline):
        spare, weight = next((each for each in detours if each[0] not in tried), (None, 0.0))
        if spare is None or (weight < LEAST_DETOUR and evidence.work > LIGHT_WORK):
            break
        tried.add(spare)
        try:
            again = trace(evidence, goal, Guide(best.without(spare), (*banned, spare), best), deadline)
        except Unexplained:
            continue
        except DeadlineExceeded:
            break
        if again.weight < best.weight:
            best, banned = again, (*banned, spare)
            detours = best.detours()
    return best


def _simplified(found: Trace, judge: Judge, deadline: float | None) -> tuple[Step, ...]:
    """Folded and tidied, as far as there is time for it."""
    judge.until(deadline)
    steps = _concluding(list(found.steps()))
    steps = needed_for(steps, steps[-1].id)
    for simpler in (fold, tidy):
        try:
            steps = simpler(steps, judge)
        except DeadlineExceeded:
            break
    judge.until(None)
    return tuple(steps)


def _concluding(steps: list[Step]) -> list[Step]:
    """Where the last step only puts the equation before it into the goal's words, that one claims the goal itself."""
    *before, last = steps
    if last.rule != "meaning" or len(last.uses) != 1 or not isinstance(last.claim, Statement):
        return steps
    inner = next(s for s in before if s.id == last.uses[0])
    meant = last.claim.equations()
    is_shared = any(inner.id in s.uses for s in before)
    if is_shared or not isinstance(inner.claim, Equation) or len(meant) != 1:
        return steps
    factor = dict(meant[0].terms)[inner.claim.terms[0][0]] / inner.claim.terms[0][1]
    if abs(factor) != 1:
        return steps
    coefficients = tuple(factor * c for c in inner.coefficients)
    return [*(s for s in before if s is not inner), replace(inner, claim=last.claim, coefficients=coefficients)]
