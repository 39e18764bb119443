"""The steps of a proof: what is claimed, by which rule, from which earlier steps; and the graph that they make."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from solver.knowledge.theorem import Theorem
from solver.statements.bound import Bound, renumbered
from solver.statements.equation import Equation
from solver.statements.predicates import CIRCLE, CYCLIC, Claim

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Step:
    """One node of the proof DAG.

    rule: a name of docs/certificate.md, or "premise". points: what the rule is applied to, where it takes points.
    uses: ids of earlier steps. coefficients, forms: of a `linear` step, one for each use (forms may be empty); a form
    is the equation as which the use takes part, where it doesn't state just one.
    lines, lengths: ids of earlier steps that say that points are collinear or lengths equal; directions of one line and
    equal lengths are the same in this step. theorem, bound: of steps of
    these rules.
    """

    id: str
    claim: Claim
    rule: str
    points: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    coefficients: tuple[Fraction, ...] = ()
    forms: tuple[Equation | None, ...] = ()
    lines: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    theorem: Theorem | None = None
    bound: Bound | None = None

    def __repr__(self) -> str:
        rests = f" from {', '.join(self.rests_on)}" if self.rests_on else ""
        return f"<Step {self.id}: {self.rule}{rests}>"

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Every earlier step that this one needs, each once."""
        return tuple(dict.fromkeys((*self.uses, *self.lines, *self.lengths)))


def same_claim_key(claim: Claim) -> Hashable:
    """Equal for claims that say the same: equations up to a factor, circles up to the order of points."""
    if isinstance(claim, Equation):
        return claim.scaled(1 / claim.terms[0][1]) if claim.terms else claim
    if claim.predicate is CYCLIC:
        return ("cyclic", frozenset(claim.points))
    if claim.predicate is CIRCLE:
        return ("circle", claim.points[0], frozenset(claim.points[1:]))
    return claim


def graph_of(steps: Sequence[Step]) -> nx.DiGraph[str]:
    """The proof DAG: an edge from each step to what uses it; the node's attribute `step` is the step."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for step in steps:
        graph.add_node(step.id, step=step)
        graph.add_edges_from((use, step.id) for use in step.rests_on)
    return graph


def needed_for(steps: Sequence[Step], goal: str) -> list[Step]:
    """The steps that `goal` rests on, and it, in order."""
    by_id = {s.id: s for s in steps}
    wanted, waiting = {goal}, [goal]
    while waiting:
        for use in by_id[waiting.pop()].rests_on:
            if use not in wanted:
                wanted.add(use)
                waiting.append(use)
    return [s for s in steps if s.id in wanted]


def numbered(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Premises first, as p1, p2, …; then the other steps in order, as s1, s2, …."""
    premises = [s for s in steps if s.rule == "premise"]
    others = [s for s in steps if s.rule != "premise"]
    names = {s.id: f"p{i}" for i, s in enumerate(premises, 1)} | {s.id: f"s{i}" for i, s in enumerate(others, 1)}
    return tuple(
        replace(
            s,
            id=names[s.id],
            uses=tuple(names[u] for u in s.uses),
            lines=tuple(names[u] for u in s.lines),
            lengths=tuple(names[u] for u in s.lengths),
            bound=None if s.bound is None else renumbered(s.bound, names),
        )
        for s in (*premises, *others)
    )
