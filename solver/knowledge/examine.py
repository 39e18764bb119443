"""Testing a theorem: is it true, is each premise needed, does it hold in special figures?

A theorem passes when its conclusions hold to many digits in all of its random instances and in special ones: figures
that satisfy one relation more (three points in line, equal segments, …), where a condition that was forgotten shows. Then
each premise is dropped in turn: if the conclusions still hold, it is reported as never needed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.random import Generator

from solver.knowledge.algebra import Algebra, prove_by_algebra
from solver.knowledge.digits import Digits
from solver.knowledge.sample import Array, compile_equations, random_pictures
from solver.knowledge.theorem import Theorem
from solver.proof.checker import TheoremStatement
from solver.statements.predicates import COLL, CONG, CYCLIC, MIDP, PARA, PERP, Claim, Predicate, Statement

#: A conclusion is false in a picture of floating-point numbers where it is off by more than this.
FALSE = 1e-7
#: Pictures without a premise, in all of which the conclusions must hold before the premise counts as never needed.
ENOUGH_WITHOUT = 40
#: Special relations that are tried, and pictures started for each.
SPECIAL, SPECIAL_BATCH = 24, 48

_Places = Mapping[str, complex]


@dataclass(frozen=True)
class Examination:
    """What a test found.

    instances: random ones whose conclusions were verified to `digits` digits. special: further ones in special figures.
    counterexample: places of the points where premises and conditions hold and a conclusion fails, and that conclusion.
    never_needed: premises without which the conclusions held all the same.
    algebra: the outcome of the proof by ideal membership.
    """

    theorem: Theorem
    instances: int
    special: int
    digits: int
    counterexample: tuple[_Places, Claim] | None
    never_needed: tuple[Claim, ...]
    algebra: Algebra | None
    seconds: float

    @property
    def is_true(self) -> bool:
        return self.counterexample is None and self.instances > 0


@dataclass(frozen=True)
class Thoroughness:
    """instances: random ones. batches: most that are drawn. algebra_seconds: for the proof by algebra; 0: none is tried."""

    instances: int = 200
    digits: int = 50
    batches: int = 300
    algebra_seconds: float = 2.0


def examine(theorem: Theorem, thoroughness: Thoroughness | None = None, seed: int = 0) -> Examination:
    """Test a theorem; the same seed gives the same result, but for algebra that runs out of time."""
    how = thoroughness or Thoroughness()
    started = time.monotonic()
    statement = theorem.statement
    rng = np.random.default_rng([seed, *map(ord, theorem.id)])
    pictures = _pictures(statement, how, rng)
    special = np.concatenate([np.zeros((0, len(statement.points), 2)), *_special_pictures(statement, rng)])
    counterexample = _refuted(statement, np.concatenate([pictures, special]))
    verified = 0
    if counterexample is None:
        verified, counterexample = _to_digits(statement, pictures, how.digits)
    never_needed: tuple[Claim, ...] = ()
    algebra = None
    if counterexample is None:
        never_needed = tuple(p for p in statement.premises if not _is_needed(statement, p, rng))
        if how.algebra_seconds:
            algebra = prove_by_algebra(statement, how.algebra_seconds)
    return Examination(
        theorem, verified, len(special), how.digits, counterexample, never_needed, algebra, time.monotonic() - started
    )


def _pictures(statement: TheoremStatement, how: Thoroughness, rng: Generator) -> Array:
    """(instances, points, 2), fewer where the batches run out."""
    found = np.zeros((0, len(statement.points), 2))
    for _ in range(how.batches):
        if len(found) >= how.instances:
            break
        more = random_pictures(statement.premises, statement.conditions, statement.points, rng)
        found = np.concatenate([found, more])
    return found[: how.instances]


def _special_pictures(statement: TheoremStatement, rng: Generator) -> Iterator[Array]:
    for _ in range(SPECIAL):
        relation = _random_relation(statement.points, rng)
        if relation is not None:
            claims = (*statement.premises, relation)
            yield random_pictures(claims, statement.conditions, statement.points, rng, SPECIAL_BATCH)


#: Relations for special figures: predicate, points, and how many of these are different ones.
_RELATIONS: tuple[tuple[Predicate, int], ...] = (
    (COLL, 3),
    (CYCLIC, 4),
    (MIDP, 3),
    (PARA, 4),
    (PERP, 4),
    (PERP, 3),
    (CONG, 4),
    (CONG, 3),
)


def _random_relation(points: Sequence[str], rng: Generator) -> Statement | None:
    predicate, count = _RELATIONS[int(rng.integers(len(_RELATIONS)))]
    if len(points) < count:
        return None
    chosen = [points[i] for i in rng.permutation(len(points))[:count]]
    if count == 3 and predicate in (PERP, CONG):
        chosen = [chosen[0], chosen[1], chosen[0], chosen[2]]
    return Statement(predicate, tuple(chosen))


def _refuted(statement: TheoremStatement, pictures: Array) -> tuple[_Places, Claim] | None:
    """A picture in which a conclusion is false, if there is one among these."""
    for claim in statement.conclusions:
        residuals = compile_equations([claim], statement.points).residuals(pictures)
        worst = np.max(np.abs(residuals), axis=1, initial=0.0)
        if np.any(worst > FALSE):
            return _places(statement, pictures[int(np.argmax(worst))]), claim
    return None


def _places(statement: TheoremStatement, xy: Array) -> dict[str, complex]:
    return {p: complex(x, y) for p, (x, y) in zip(statement.points, xy, strict=True)}


def _to_digits(statement: TheoremStatement, pictures: Array, digits: int) -> tuple[int, tuple[_Places, Claim] | None]:
    """In how many pictures the conclusions were verified to so many digits; and one in which one of them fails."""
    verified = 0
    for claim in statement.conclusions:
        errors = Digits(statement.premises, [claim], statement.points, digits).errors(pictures)
        for xy, error in zip(pictures, errors, strict=True):
            if error is not None and not error < Decimal(10) ** -digits:
                return 0, (_places(statement, xy), claim)
        verified = sum(error is not None for error in errors)  # None: too close to a double root for Newton's method
    return verified, None


def _is_needed(statement: TheoremStatement, premise: Claim, rng: Generator) -> bool:
    """Whether the conclusions fail somewhere without the premise. Where there are too few pictures, it counts as needed."""
    claims = tuple(p for p in statement.premises if p != premise)
    seen = 0
    for _ in range(6):
        pictures = random_pictures(claims, statement.conditions, statement.points, rng)
        if _refuted(statement, pictures) is not None:
            return True
        seen += len(pictures)
        if seen >= ENOUGH_WITHOUT:
            return False
    return True
