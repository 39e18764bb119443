"""Auxiliary points put into a problem and its diagrams."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from solver._core import Node as CoreNode
from solver.diagram.diagram import Diagram
from solver.diagram.refine import refine
from solver.diagram.residuals import compile_system
from solver.diagram.turned import turning
from solver.language.problem import Call, Clause, Problem
from solver.search.placement import Locus, Placement, is_midpoint
from solver.statements.predicates import EQANGLE, Statement

#: Names tried first; then these with numbers.
NAMES = "xyzuvwpqrstklmndefghabcoij"


def extend(
    problem: Problem, diagrams: Sequence[Diagram], node: CoreNode, added: Sequence[Placement]
) -> tuple[Problem, tuple[Diagram, ...]]:
    """The problem with auxiliary points and its diagrams with them, ready to be closed from scratch.

    diagrams: those that the node was made of, in order.
    """
    extended = extended_problem(problem, added)
    return extended, _extended_diagrams(extended, diagrams, node, added)


def extended_problem(problem: Problem, added: Sequence[Placement]) -> Problem:
    """The problem with auxiliary points, each introduced by a clause of two loci."""
    names = list(problem.points)
    clauses: list[Clause] = []
    premises = list(problem.premises)
    for placement in added:
        new = _unused(names)
        calls = []
        for locus in (placement.first, placement.second):
            arguments = tuple(names[i] for i in locus.parents)
            calls.append(Call(locus.construction, arguments))
            premises.extend(_said(placement, locus, new, arguments))
        clauses.append(Clause((new,), tuple(calls)))
        names.append(new)
    return problem.extended(tuple(clauses), tuple(names), tuple(dict.fromkeys(premises)))


def _said(placement: Placement, locus: Locus, new: str, arguments: tuple[str, ...]) -> tuple[Statement, ...]:
    """What a locus asserts; of a midpoint's bisector not the angles, which are flat there."""
    said = locus.construction.statements((new,), arguments, ())
    if not is_midpoint(placement.first, placement.second):
        return said
    return tuple(s for s in said if s.predicate is not EQANGLE)


def _unused(taken: Sequence[str]) -> str:
    """A name in the style of the others: x1 beside a and b, X_1 beside A and B_1."""
    are_capitals = all(name[0].isupper() for name in taken)
    for number in ("", *map(str, range(1, 1000))):
        for letter in NAMES:
            name = f"{letter.upper()}{number and '_' + number}" if are_capitals else letter + number
            if name not in taken:
                return name
    raise ValueError("no name is left for another point")


def _extended_diagrams(
    extended: Problem, diagrams: Sequence[Diagram], node: CoreNode, added: Sequence[Placement]
) -> tuple[Diagram, ...]:
    """The diagrams with the added points, polished and turned alike."""
    polished = []
    for k, diagram in enumerate(diagrams):
        places = [node.given(k, p.place[2 * k], p.place[2 * k + 1]) for p in added]
        xy = np.concatenate([diagram.xy, np.array(places).reshape(-1, 2)])
        system = compile_system(extended.premises, extended.points, xy)
        polished.append(refine(system, xy).xy)
    # All by one angle: half turns of arcs are compared between the diagrams.
    rotation = turning(polished[0], np.random.default_rng([diagrams[0].seed, 2]))
    return tuple(Diagram(extended.points, xy @ rotation, d.seed) for xy, d in zip(polished, diagrams, strict=True))
