"""Evidence whose entries cost about as many steps as a proof of each takes, all that it rests on included.

A traceback chooses among combinations of conclusions, and how late one was drawn (`solver.proof.evidence`) says little about
how much it rests on. Here, in order of time, each costs one step and what its premises do, each explained as cheaply as what
comes before allows. What several premises rest on together is counted for each, so only a part of it is (SHARED). On 45
problems of the collection the shortest of both kinds of proofs has 6 % fewer lines, on some half as many.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import numpy as np

from solver.deduction.journal import CircleEntry, Entry, EquationEntry, Journal
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.proof.evidence import Evidence, Question, Questions, is_past
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import CIRCLE, CYCLIC, OVERLAP

#: What a premise costs, and a row of a circle beside its share of what shows the circle: a quarter, four rows being an angle.
GIVEN, ROW, QUARTER = 0.4, 0.2, 0.25
#: The part of what an entry rests on that is counted.
SHARED = 0.7
#: For so many entries what a premise costs is taken to be the same: those of a pair of similar triangles ask for the same premises. (On
#: the longest third of imo_ag_30 and imo_sl_dev, to ask each time took a sixth longer for no shorter proofs.)
LATELY = 30
#: What an entry costs if what it rests on isn't found.
UNKNOWN = 3.0


class EstimatedEvidence(Evidence):
    """A journal whose entries cost what proofs of them take. Raises DeadlineExceeded if that takes longer than allowed."""

    def __init__(
        self, diagram: Diagram, journal: Journal, deadline: float | None = None, questions: Questions | None = None
    ) -> None:
        super().__init__(diagram, journal, questions=questions)
        self._steps: dict[int, float] = {}
        self._asked: dict[int, tuple[int, float]] = {}
        self._before = {t: np.full(len(some), inf) for t, some in self.equations.items()}
        self._count = dict.fromkeys(Theory, 0)
        for entry in journal.entries:
            if is_past(deadline):
                raise DeadlineExceeded("timeout: the time limit ran out while steps were being counted")
            cost = self._steps[entry.time] = self._estimated(entry)
            if isinstance(entry, EquationEntry):
                self._before[entry.theory][self._count[entry.theory]] = cost
                self._count[entry.theory] += 1

    def cost(self, entry: Entry) -> float:
        return self._steps.get(entry.time, inf)

    def _estimated(self, entry: Entry) -> float:
        if entry.rule in ("premise", "meaning", "line"):
            return GIVEN
        rests_on = SHARED * sum(self._lately_asked(q, entry.time) for q in self.premises(entry))
        return ROW + QUARTER * rests_on if entry.rule in ("inscribed", "radial") else 1 + rests_on

    def _lately_asked(self, asked: Question, time: int) -> float:
        """What it cost to explain a premise when it was asked for just before, if it was."""
        since, cost = self._asked.get(asked.number, (-LATELY, 0.0))
        if time - since >= LATELY:
            cost = self._to_explain(asked, time)
            self._asked[asked.number] = time, cost
        return cost

    def _to_explain(self, asked: Question, time: int) -> float:
        """What it costs to explain a premise by entries before a time."""
        claim = asked.claim
        if isinstance(claim, Equation):
            costs = self._before[claim.theory][: self._count[claim.theory]]
            factors = self.rows(claim.theory).combine(costs, self._target(asked))
            return UNKNOWN if factors is None else float(sum([costs[i] for i, _, _ in factors]))
        if claim.predicate in (CYCLIC, CIRCLE):
            found: Sequence[CircleEntry] | None = self.circles_of(asked, time, self.cost)
            return UNKNOWN if found is None else sum(map(self.cost, found))
        if claim.predicate is OVERLAP:
            entry = self.overlaps.get(frozenset(claim.points))
            return UNKNOWN if entry is None else self._steps.get(entry.time, UNKNOWN)
        return GIVEN
