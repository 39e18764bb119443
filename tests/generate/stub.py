"""A generator that costs nothing: a few theorems, again and again under other names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from solver.diagram.build import build_diagram
from solver.diagram.fresh import fresh_diagram
from solver.language.read import parse_statement
from solver.records.described import Described, describe, identify
from solver.records.record import Record
from solver.search.placement import Locus, Placement

STATEMENTS = (
    "a b c = triangle a b c; d = parallelogram a b c d; m = midpoint m a b; n = midpoint n c d ? para m c a n",
    "a b c = triangle a b c; m = midpoint m a b; n = midpoint n a c ? para m n b c",
    "a b c = triangle a b c; o = circle o a b c; d = on_circle d o a ? cong o b o d",
)


@dataclass(frozen=True)
class Settings:
    """defects: whether every fifth figure fails. proofs: as the real ones have it; nothing here is proved."""

    kinds: int = 3
    defects: bool = False
    proofs: bool = False


def discover(seed: int, settings: Settings) -> list[Record]:
    """One or two records, with names that the seed chooses; figures repeat each other after `kinds`."""
    if settings.defects and seed % 5 == 0:
        raise ZeroDivisionError("a defect")
    return [renamed(made(seed % settings.kinds), seed)] * (1 + seed % 2)


@cache
def made(number: int) -> Record:
    """A record whose point is no help: nobody asks for a proof here."""
    problem = parse_statement(STATEMENTS[number])
    diagram = build_diagram(problem)
    xy = np.array([diagram.xy, fresh_diagram(problem, diagram, np.random.default_rng(0)).xy])
    point = Placement(Locus(0, (0, 1)), Locus(3, (0, 2)), (0.25, 0.5, 0.125, 1 / 3))
    return Record(STATEMENTS[number], xy, (point,), (point,), 7, 3.5, 0)


def renamed(record: Record, seed: int) -> Record:
    names = dict(zip("abcdmno", np.random.default_rng(seed).permutation(list("pqrstuv")).tolist(), strict=True))
    statement = re.sub(r"\b[a-z]\b", lambda word: names[word[0]], record.statement)
    return replace(record, statement=statement, seed=seed)


def described(record: Record) -> Described:
    return describe(identify(record))
