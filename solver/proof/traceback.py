"""Traceback: from the journal of a closure to the steps of a proof.

The journal says what was concluded when, not from what. To explain a claim that was entailed at time t, it is written
as a combination of what was concluded before t (solver.proof.explain), or as a union of circles known before t
(solver.proof.circles); the premises of each of these are explained in turn. Time strictly decreases, so the result is a
directed acyclic graph.

Arc variables of circles cancel in each combination, circle by circle: what remains of a circle's rows is one equation
between directions, an instance of the inscribed angle theorem (solver.proof.evidence).

A proof is traced some two dozen times while it is shortened, and written once. So a traceback makes nodes only: which
claim by which rule from which nodes. Coefficients are worked out when a trace is written as steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from solver.deduction.journal import Entry, EquationEntry, Journal, OverlapEntry
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.knowledge.theorem import Theorem
from solver.proof.evidence import Answer, Evidence, Question, Unexplained, is_past
from solver.proof.fold import RESTATING
from solver.proof.steps import Step
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, Claim, Statement, equations_of
from solver.statements.rules import RULES

#: The cost in an explanation of what the proof has anyway.
AT_HAND = 0.3

#: Facts that a reader combines at once, how long each further one looks, over a step, and how long each use.
MANY, LONG, USE = 3, 0.3, 0.02

#: How many points a step takes at most (None: any number), by rule; the journal's entries may have more.
_MOST_POINTS = {rule.name: rule.step.count[1] for rule in RULES if rule.step is not None}


@dataclass(frozen=True)
class Guide:
    """What a traceback should prefer.

    used: times of entries that the proof has anyway, cheap. banned: those that it must do without.
    chosen: explanations to keep, by question and time, where they rest on nothing banned.
    """

    used: frozenset[int] = frozenset()
    banned: frozenset[int] = frozenset()
    chosen: Mapping[tuple[Question, int], Answer] = field(default_factory=dict)


class _Part(NamedTuple):
    """A summand of a combination: factor · terms, which a node claims up to a factor."""

    factor: Fraction
    terms: Mapping[Quantity, Fraction]
    node: int


class Node(NamedTuple):
    """A step before it is written: numbers of the nodes that it uses, its parts if it is a combination."""

    said: Question
    rule: str
    points: tuple[str, ...] = ()
    uses: tuple[int, ...] = ()
    parts: tuple[_Part, ...] = ()
    theorem: Theorem | None = None


@dataclass(frozen=True)
class Trace:
    """Nodes in order, each after those that it uses; goal: the number of the last one.

    entries: the times of the conclusions used, each with its node. chosen: how each equation was explained.
    """

    nodes: Sequence[Node]
    goal: int
    entries: Mapping[int, int]
    chosen: Mapping[tuple[Question, int], Answer]

    @cached_property
    def needed(self) -> list[int]:
        """The nodes that the goal rests on, and it, in order."""
        wanted = {self.goal}
        for i in range(self.goal, -1, -1):
            if i in wanted:
                wanted.update(self.nodes[i].uses)
        return sorted(wanted)

    @cached_property
    def said(self) -> frozenset[tuple[int, str, tuple[str, ...], frozenset[int]]]:
        """What it says, by which rules and from what: equal for traces whose proofs are the same but for their order."""
        needed = [self.nodes[i] for i in self.needed]
        return frozenset(
            (n.said.number, n.rule, n.points, frozenset([self.nodes[u].said.number for u in n.uses])) for n in needed
        )

    @cached_property
    def weights(self) -> Mapping[int, float]:
        """How long each node will look: 1 if it is a visible step, and a little for every use."""
        return {i: self._weight(self.nodes[i]) for i in self.needed}

    @cached_property
    def weight(self) -> float:
        return sum(self.weights.values())

    def _weight(self, node: Node) -> float:
        if node.rule == "premise":
            return 0.01
        if node.rule == "line" or node.rule in RESTATING:
            return 0.02
        if node.rule == "linear" and sum(not self.nodes[u].said.is_line for u in node.uses) < 2:
            return 0.02
        if node.rule == "linear":
            facts = sum(not self.nodes[u].said.is_line for u in node.uses)
            return 1 + USE * len(node.uses) + LONG * max(0, facts - MANY)
        return 1 + USE * len(node.uses)

    @cached_property
    def alone(self) -> Mapping[int, frozenset[int]]:
        """For each node those that the proof has only for it, itself included; empty for the goal and premises.

        These are the nodes that it dominates, seen from the goal.
        """
        above: dict[int, int] = {self.goal: -1}
        depth: dict[int, int] = {self.goal: 0, -1: -1}
        users: dict[int, list[int]] = {i: [] for i in self.needed}
        for i in self.needed:
            for use in dict.fromkeys(self.nodes[i].uses):
                users[use].append(i)
        for i in reversed(self.needed[:-1]):
            common, *others = users[i]
            for other in others:
                while common != other:
                    if depth[common] >= depth[other]:
                        common = above[common]
                    else:
                        other = above[other]
            above[i], depth[i] = common, depth[common] + 1
        below: dict[int, set[int]] = {i: {i} for i in self.needed}
        for i in sorted(self.needed, key=lambda i: -depth[i]):
            if i != self.goal:
                below[above[i]] |= below[i]
        nothing = frozenset[int]()
        return {
            i: nothing if i == self.goal or self.nodes[i].rule == "premise" else frozenset(below[i])
            for i in self.needed
        }

    def steps(self) -> tuple[Step, ...]:
        """Written out, premises among them; the last one is the goal."""
        return written(self.nodes, [self.goal])


def written(nodes: Sequence[Node], goals: Sequence[int]) -> tuple[Step, ...]:
    """The steps of some nodes and of what they rest on, in order; coefficients that cancel are left out."""
    wanted = set(goals)
    found: list[Step] = []
    for i in range(max(goals), -1, -1):
        if i in wanted:
            step = _written(i, nodes)
            wanted.update(int(u[1:]) for u in step.uses)
            found.append(step)
    return tuple(reversed(found))


def _written(number: int, nodes: Sequence[Node]) -> Step:
    node = nodes[number]
    if node.rule != "linear":
        uses = tuple(f"n{u}" for u in node.uses)
        return Step(f"n{number}", node.said.claim, node.rule, node.points, uses, theorem=node.theorem)
    total: dict[int, Fraction] = {}
    for part in node.parts:
        total[part.node] = total.get(part.node, Fraction(0)) + part.factor * _ratio(part, nodes[part.node])
    total = {use: factor for use, factor in total.items() if factor}
    return Step(f"n{number}", node.said.claim, "linear", (), tuple(f"n{u}" for u in total), tuple(total.values()))


def _ratio(part: _Part, node: Node) -> Fraction:
    """The factor by which a part's terms are the equation that a node claims: claims are kept up to a factor."""
    claim = node.said.claim
    (quantity, c), *_ = equations_of(claim)[0].terms
    return part.terms[quantity] / c


def trace(evidence: Evidence, goal: Statement, guide: Guide | None = None, deadline: float | None = None) -> Trace:
    """What leads to an entailed goal; deadline on time.monotonic(). Raises Unexplained, DeadlineExceeded."""
    tracer = _Tracer(evidence, guide or Guide(), deadline)
    last = tracer.explain_goal(goal)
    found = Trace(tracer.nodes, last, {}, tracer.chosen)
    needed = set(found.needed)
    return Trace(tracer.nodes, last, {t: i for t, i in tracer.of_entry.items() if i in needed}, tracer.chosen)


def trace_all(diagram: Diagram, journal: Journal, claims: Sequence[Claim]) -> tuple[Step, ...]:
    """The steps that lead to claims which the journal entails, each a predicate or an equation. Raises Unexplained."""
    evidence = Evidence(diagram, journal)
    tracer = _Tracer(evidence, Guide(), None)
    wanted = [
        tracer.explain(evidence.question(evidence.lifter.lift(claim)), evidence.end)
        if isinstance(claim, Equation)
        else tracer.explain_goal(claim)
        for claim in claims
    ]
    return written(tracer.nodes, wanted) if wanted else ()


class _Tracer:
    """The nodes found so far and what they claim; one for each traceback."""

    def __init__(self, evidence: Evidence, guide: Guide, deadline: float | None) -> None:
        self.evidence = evidence
        self.guide = guide
        self.deadline = deadline
        self.nodes: list[Node] = []
        self.of_entry: dict[int, int] = {}
        self.chosen: dict[tuple[Question, int], Answer] = {}
        self._of_claim: dict[int, int] = {}
        self._costs: dict[Theory, NDArray[np.float64]] = {}
        self._at_hand: dict[Theory, list[int]] = {theory: [] for theory in Theory}

    # -- nodes ------------------------------------------------------------------------------------------------------

    def add(
        self,
        said: Question,
        rule: str,
        points: tuple[str, ...] = (),
        uses: tuple[int, ...] = (),
        parts: tuple[_Part, ...] = (),
        theorem: Theorem | None = None,
    ) -> int:
        """A new node, unless the claim was proved before."""
        known = self._of_claim.get(said.number)
        return self._append(Node(said, rule, points, uses, parts, theorem)) if known is None else known

    def _append(self, node: Node) -> int:
        self.nodes.append(node)
        number = self._of_claim[node.said.number] = len(self.nodes) - 1
        return number

    def explain_goal(self, goal: Statement) -> int:
        evidence = self.evidence
        if goal.predicate is CYCLIC:
            return self._explain_circle(evidence.question(goal), evidence.end, is_exact=True)
        if goal.predicate is OVERLAP:
            return self.explain(evidence.question(goal), evidence.end)
        if goal.predicate is COLL:
            goal = self._as_explained_best(goal)
        asked = [evidence.question(evidence.lifter.lift(e)) for e in goal.equations()]
        parts = tuple(self.explain(q, evidence.end) for q in asked)
        if len(parts) == 1 and self.nodes[parts[0]].said.claim == goal:
            return parts[0]
        # Not `add`: what is known may say the same in other words, and the last step says exactly the goal.
        return self._append(Node(evidence.question(goal), "meaning", uses=tuple(dict.fromkeys(parts))))

    def _as_explained_best(self, goal: Statement) -> Statement:
        """Collinear points with that one first from which the others are seen in one direction at the least cost."""
        evidence = self.evidence
        entries = evidence.equations[Theory.DIRECTION]

        def cost(statement: Statement) -> float:
            asked = [evidence.question(evidence.lifter.lift(e)) for e in statement.equations()]
            try:
                found = [self._combination(q, evidence.end).factors for q in asked]
            except Unexplained:
                return inf
            return sum(self._cost(entries[i]) * float(abs(c)) for some in found for i, c in some.items())

        firsts = [Statement(COLL, (p, *(q for q in goal.points if q != p))) for p in goal.points]
        return min((s for s in firsts if len(s.equations()) == len(goal.points) - 2), key=cost, default=goal)

    def explain(self, asked: Question, time: int) -> int:
        """The node that proves a claim which was entailed before `time`. Raises Unexplained."""
        known = self._of_claim.get(asked.number)
        if known is not None:
            return known
        claim = asked.claim
        if isinstance(claim, Equation):
            return self._explain_equation(asked, time)
        if claim.predicate in (CYCLIC, CIRCLE):
            return self._explain_circle(asked, time)
        if claim.predicate is OVERLAP:
            entry = self.evidence.overlaps.get(frozenset(claim.points))
            if entry is None or entry.time >= time:
                raise Unexplained(f"{claim} can't be explained")
            return self._explain_entry(entry)
        return self.add(asked, "premise")

    # -- entries ----------------------------------------------------------------------------------------------------

    def _explain_entry(self, entry: Entry) -> int:
        known = self.of_entry.get(entry.time)
        if known is None:
            known = self.of_entry[entry.time] = self._node_of_entry(entry)
            if isinstance(entry, EquationEntry):
                number = self.evidence.before(entry.theory, entry.time)
                self._at_hand[entry.theory].append(number)
                if entry.theory in self._costs:
                    self._costs[entry.theory][number] = AT_HAND
        return known

    def _node_of_entry(self, entry: Entry) -> int:
        claim = self.evidence.claim(entry)
        if entry.rule == "premise":
            return self.add(claim, "premise")
        premises = self.evidence.premises(entry)
        if entry.rule == "meaning":
            return self.add(claim, "meaning", uses=(self.add(premises[0], "premise"),))
        uses = tuple(dict.fromkeys([self.explain(p, entry.time) for p in premises]))
        if entry.rule.startswith("similar"):
            triangles = self.add(self.evidence.similar(entry), entry.rule, entry.points, uses)
            return self.add(claim, "meaning", uses=(triangles,))
        points = entry.points[: _MOST_POINTS[entry.rule]]
        if entry.rule == "centre" and isinstance(claim.claim, Statement) and len(claim.claim.points) > 4:
            points = points[:1]
        theorem = None if isinstance(entry, OverlapEntry) else entry.theorem
        return self.add(claim, entry.rule, points, uses, theorem=theorem)

    # -- circles ----------------------------------------------------------------------------------------------------

    def _explain_circle(self, asked: Question, time: int, is_exact: bool = False) -> int:
        """A circle through the claim's points; for those alone if exact."""
        joined = self.evidence.circles_of(asked, time, self._cost)
        if joined is None:
            raise Unexplained(f"{asked.claim} can't be explained")
        parts = tuple([self._explain_entry(entry) for entry in joined])
        if len(parts) == 1 and (not is_exact or self.nodes[parts[0]].said.number == asked.number):
            return parts[0]
        return self.add(asked, "concyclic_merge", uses=parts)

    # -- equations --------------------------------------------------------------------------------------------------

    def _explain_equation(self, asked: Question, time: int) -> int:
        if is_past(self.deadline):
            raise DeadlineExceeded("timeout: the time limit ran out while the proof was being written")
        parts = tuple(self._parts(self._combination(asked, time)))
        if len(parts) == 1 and self.nodes[parts[0].node].said.number == asked.number:
            return parts[0].node
        return self.add(asked, "linear", uses=tuple(dict.fromkeys([p.node for p in parts])), parts=parts)

    def _parts(self, answer: Answer) -> Iterator[_Part]:
        for factor, entry in answer.entries:
            yield _Part(factor, entry.row, self._explain_entry(entry))
        for piece in answer.pieces:
            uses = tuple(dict.fromkeys([self.explain(some.question, some.time) for some in piece.rests_on]))
            yield _Part(piece.factor, piece.terms, self.add(piece.said, piece.rule, piece.points, uses))

    def _combination(self, asked: Question, time: int) -> Answer:
        """How an equation is explained. Raises Unexplained."""
        answer = self.guide.chosen.get((asked, time))
        if answer is None or not all(self._may_use(e, time) for e in answer.used):
            assert isinstance(asked.claim, Equation)
            answer = self.evidence.explained(asked, time, self._costs_before(asked.claim.theory, time))
        self.evidence.work += 1
        self.chosen[asked, time] = answer
        return answer

    def _may_use(self, entry: Entry, time: int) -> bool:
        """Whether it stands before a time, or among the nodes; unless it is to be avoided."""
        return entry.time in self.of_entry or (entry.time < time and entry.time not in self.guide.banned)

    def _cost(self, entry: Entry) -> float:
        if entry.time in self.of_entry:
            return AT_HAND
        if entry.time in self.guide.banned:
            return inf
        return AT_HAND if entry.time in self.guide.used else self.evidence.cost(entry)

    def _costs_before(self, theory: Theory, time: int) -> NDArray[np.float64]:
        """The costs of a theory's entries before a time and of later ones that the proof has by now; inf for the rest."""
        evidence = self.evidence
        if theory not in self._costs:
            costs = evidence.base_costs[theory].copy()
            for times, cost in ((self.guide.used, AT_HAND), (self.guide.banned, inf), (self.of_entry, AT_HAND)):
                costs[evidence.numbers(theory, times)] = cost
            self._costs[theory] = costs
        known = self._costs[theory]
        count = evidence.before(theory, time)
        later = [i for i in self._at_hand[theory] if i >= count]
        if not later:
            return known[:count]
        costs = known[: max(later) + 1].copy()
        costs[count:] = inf
        costs[later] = AT_HAND
        return costs
