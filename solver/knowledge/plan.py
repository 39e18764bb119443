"""The order in which the core looks for a theorem's points, and where it takes the candidates for each from.

A step's candidates come from a relation that the points before it decide: the rest of a line or a circle, the points in
a known direction or at a known distance. Which order is best is a matter of how many partial instances there will be;
the estimate is rough, and the greedy choice by it is good enough: a plan with a blind step beyond its anchor stands out
in `Plan.cost`, and tests/benchmarks shows it. There is a plan for every slot as the anchor, the first point: with that
one a new point of the figure, and the slots of the plans before it old ones, each instance with a new point is found
once (semi-naive evaluation, as in Datalog engines).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from solver.knowledge.pattern import Fact, FactKind
from solver.statements.equation import Equation, Theory


class Source(Enum):
    """In the order of PlanStep::Source in core/theorems.hpp."""

    ANY = 0
    LINE = 1
    NEIGHBOUR = 2
    CIRCLE = 3
    RAY = 4
    DISTANCE = 5


#: About how many candidates a source has in a figure of a dozen points; a circle's by how many of its points are given.
_CANDIDATES = {Source.ANY: 12.0, Source.LINE: 1.6, Source.NEIGHBOUR: 6.0, Source.RAY: 1.2, Source.DISTANCE: 1.5}
_ON_CIRCLE = {1: 6.0, 2: 3.0}
#: Which part of the candidates passes a fact that is decided with them.
_PASSED = 0.3


@dataclass(frozen=True)
class Step:
    """slot: the point that is bound. fact, equation: what the source refers to (premises first, then conclusions)."""

    source: Source
    slot: str
    fact: int = 0
    equation: int = 0


@dataclass(frozen=True)
class Plan:
    """steps: the first is the anchor. old: slots that take old points only. cost: estimated partial instances."""

    steps: tuple[Step, ...]
    old: tuple[str, ...]
    cost: float

    @property
    def blind_steps(self) -> int:
        """Steps beyond the anchor that try every point."""
        return sum(s.source is Source.ANY for s in self.steps[1:])


def plans_for(points: Sequence[str], facts: Sequence[Fact]) -> tuple[Plan, ...]:
    """A plan for every anchor, the cheapest first."""
    greedy = sorted((_greedy(anchor, points, facts) for anchor in points), key=lambda p: p.cost)
    anchors = [p.steps[0].slot for p in greedy]
    return tuple(Plan(p.steps, tuple(anchors[:i]), p.cost) for i, p in enumerate(greedy))


def _greedy(anchor: str, points: Sequence[str], facts: Sequence[Fact]) -> Plan:
    steps = [Step(Source.ANY, anchor)]
    bound = {anchor}
    partial = _CANDIDATES[Source.ANY]
    cost = partial
    while len(bound) < len(points):
        candidates, step = min(
            (_branching(step, candidates, bound, facts) for step, candidates in _steps(bound, points, facts)),
            key=lambda option: option[0],
        )
        steps.append(step)
        bound.add(step.slot)
        partial *= candidates
        cost += partial
    return Plan(tuple(steps), (), cost)


def _branching(step: Step, candidates: float, bound: set[str], facts: Sequence[Fact]) -> tuple[float, Step]:
    """Candidates that pass what is decided once the step's point is bound; its own source passes by itself."""
    now = bound | {step.slot}
    decided = [i for i, f in enumerate(facts) if step.slot in f.points and now.issuperset(f.points)]
    passed = sum(step.source is Source.ANY or i != step.fact for i in decided)
    return candidates * _PASSED**passed, step


def _steps(bound: set[str], points: Sequence[str], facts: Sequence[Fact]) -> Iterator[tuple[Step, float]]:
    for slot in points:
        if slot in bound:
            continue
        yield Step(Source.ANY, slot), _CANDIDATES[Source.ANY]
        for number, fact in enumerate(facts):
            if slot not in fact.points:
                continue
            given = sum(p in bound for p in fact.points)
            if fact.kind is FactKind.COLLINEAR and given:
                source = Source.LINE if given > 1 else Source.NEIGHBOUR
                yield Step(source, slot, number), _CANDIDATES[source]
            elif fact.kind is FactKind.CONCYCLIC and given:
                yield Step(Source.CIRCLE, slot, number), _ON_CIRCLE.get(given, 2.0)
            for index, equation in enumerate(fact.equations):
                if _decides(equation, slot, bound):
                    source = Source.RAY if equation.theory is Theory.DIRECTION else Source.DISTANCE
                    yield Step(source, slot, number, index), _CANDIDATES[source]


def _decides(equation: Equation, slot: str, bound: set[str]) -> bool:
    """Whether the equation tells one segment from a known point to the slot."""
    unknown = [(q, c) for q, c in equation.terms if not bound.issuperset(q)]
    if len(unknown) != 1 or slot not in unknown[0][0]:
        return False
    quantity, c = unknown[0]
    other = next(p for p in quantity if p != slot)
    return other in bound and (equation.theory is not Theory.DIRECTION or abs(c) == 1)
