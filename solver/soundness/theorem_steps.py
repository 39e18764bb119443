"""Steps that cite a theorem of the library, made at random in figures of it, in their own order of points and in others."""

from __future__ import annotations

import cmath
from collections.abc import Sequence

import numpy as np

from solver.checker.conditions import Places
from solver.checker.schema import Step
from solver.soundness.cover import random_instance
from solver.soundness.rule_claims import claimed, made_true
from solver.soundness.rules import RulesReport
from solver.statements.equation import Equation
from solver.statements.predicates import Claim, Statement
from solver.statements.theorem import TheoremStatement

#: Steps made in one figure, and the longest names of further points.
STEPS = 60


def examine_theorem(statement: TheoremStatement, seed: Sequence[int], report: RulesReport, count: int = STEPS) -> None:
    """Random instances of a theorem in one figure of it, counted under "theorem NAME"."""
    rng = np.random.default_rng(seed)
    diagram = random_instance(statement, int(rng.integers(2**31)))
    if diagram is None:
        return
    turn = cmath.exp(1j * rng.uniform(0.01, 3.1))
    at = {p: z * turn for p, z in diagram.places().items()}
    for _ in range(count):
        made = _instance(statement, at, rng)
        if made is not None:
            report.add(f"theorem {statement.id}", *made, at)


def _instance(
    statement: TheoremStatement, at: Places, rng: np.random.Generator
) -> tuple[Step, dict[str, Claim]] | None:
    names = list(statement.points)
    for _ in range(int(rng.choice([0, 0, 1, 2, 8]))):
        i, j = map(int, rng.integers(len(names), size=2))
        names[i], names[j] = names[j], names[i]
    placed = statement.at(tuple(names))
    premises = [made for claim in placed.premises if (made := made_true(claim, at, rng)) is not None]
    said: list[Claim] = []
    for conclusion in placed.conclusions:
        said += [conclusion, *(conclusion.equations() if isinstance(conclusion, Statement) else ())]
    claim = claimed(said[int(rng.integers(len(said)))], at, rng)
    if claim is None or (isinstance(claim, Equation) and not claim.terms):
        return None
    uses = [premise for premise in premises if rng.random() < 0.97]
    ids = tuple(f"u{i}" for i in range(len(uses)))
    step = Step("s", "theorem", tuple(names), ids, (), claim, theorem=statement)
    return step, dict(zip(ids, uses, strict=True))
