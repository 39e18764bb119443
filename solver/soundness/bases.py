"""Where attacks begin: true statements, of the collection and of random figures."""

from __future__ import annotations

import time
from functools import cache

import numpy as np

from solver.collection import entries
from solver.deduction.closure import close
from solver.diagram.pair import draw_pair
from solver.errors import PorismError
from solver.knowledge.library import run_by_default
from solver.language.constructions import with_angle_reversed
from solver.language.convert import to_plain
from solver.language.read import parse_statement
from solver.soundness.candidates import candidates
from solver.soundness.random_statements import random_statement
from solver.statements.predicates import Statement

#: How often a base is of the collection; how often a random one is put in the plain language.
COLLECTED, PLAIN = 0.4, 0.6
#: Clauses of a random statement after the first, at most.
CLAUSES = 4
#: Seconds for drawing a random statement and for its closure.
DRAWING, CLOSING = 2.0, 3.0
#: Random statements tried.
TRIES = 50


@cache
def _collection() -> tuple[str, ...]:
    return tuple(entry.statement.text for entry in entries())


def true_statement(rng: np.random.Generator) -> str:
    """A theorem in the plain or the constructive language: of the collection, or what a random closure entails."""
    if rng.random() < COLLECTED:
        found = _collection()
        return found[int(rng.integers(len(found)))]
    for _ in range(TRIES):
        try:
            text = random_theorem(rng)
            return to_plain(parse_statement(text)) if rng.random() < PLAIN else text
        except PorismError:
            continue
    raise PorismError(f"none of {TRIES} random statements could be drawn")


def random_theorem(rng: np.random.Generator) -> str:
    """A random statement in the constructive language whose goal follows. Raises PorismError where it can't be drawn."""
    clauses = random_statement(rng).split(" ?")[0].split("; ")
    given = "; ".join(clauses[: 2 + int(rng.integers(CLAUSES))])
    problem = parse_statement(f"{given} ? cong a b b a")
    drawn = draw_pair(problem, int(rng.integers(2**31)), time.monotonic() + DRAWING)
    closure = close(problem, drawn.diagrams, timeout=CLOSING, theorems=run_by_default())
    asked = [s for s in candidates(drawn.diagrams[0], rng) if closure.is_entailed(s) and s not in problem.premises]
    asked = [s for s in asked if not _says_nothing(s)]
    if not asked:
        raise PorismError("nothing follows")
    kinds = sorted({s.predicate.name for s in asked})
    kind = kinds[int(rng.integers(len(kinds)))]
    mine = [s for s in asked if s.predicate.name == kind]
    return f"{given} ? {with_angle_reversed(mine[int(rng.integers(len(mine)))])}"


def _says_nothing(statement: Statement) -> bool:
    return statement.repeated_point() is not None or (
        statement.predicate.name != "overlap" and not statement.equations()
    )
