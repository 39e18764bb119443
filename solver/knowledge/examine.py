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
from typing import TypeGuard

import numpy as np
from numpy.random import Generator

from solver.checker import TheoremStatement, renamed
from solver.knowledge.algebra import Algebra, prove_by_algebra
from solver.knowledge.digits import Digits
from solver.knowledge.sample import BATCH, Array, errors_of, random_pictures
from solver.knowledge.theorem import Theorem
from solver.statements.equation import Equation
from solver.statements.predicates import (
    COLL,
    CONG,
    CYCLIC,
    MIDP,
    OVERLAP,
    PARA,
    PERP,
    Claim,
    Predicate,
    Statement,
)
from solver.statements.theorem import Need

#: A conclusion is false in a picture of floating-point numbers where it is off by more than this.
FALSE = 1e-7
#: Pictures without a premise, in all of which the conclusions must hold before the premise counts as never needed.
ENOUGH_WITHOUT = 40
#: Batches without any picture after which no more are tried.
GIVE_UP = 30
#: Pictures started for each special relation.
SPECIAL_BATCH = 48

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
    """How much is tried; nothing of a kind where its number is 0.

    instances: how many random figures, from at most `batches` batches of `batch` starts each. special: relations for special figures.
    without: batches of figures without each premise. algebra_seconds: for the proof by algebra.
    """

    instances: int = 200
    digits: int = 50
    batches: int = 300
    batch: int = BATCH
    special: int = 24
    without: int = 6
    algebra_seconds: float = 8.0


def examine(theorem: Theorem, thoroughness: Thoroughness | None = None, seed: int = 0) -> Examination:
    """Test a theorem; the same seed gives the same result, but for algebra that runs out of time."""
    how = thoroughness or Thoroughness()
    started = time.monotonic()
    statement = _without_overlaps(theorem.statement)
    rng = np.random.default_rng([seed, *map(ord, theorem.id)])
    pictures = _pictures(statement, how, rng)
    special = np.concatenate([np.zeros((0, len(statement.points), 2)), *_special_pictures(statement, how.special, rng)])
    counterexample = _refuted(statement, np.concatenate([pictures, special]))
    verified = 0
    if counterexample is None:
        verified, counterexample = _to_digits(statement, pictures, how.digits)
    never_needed: tuple[Claim, ...] = ()
    algebra = None
    if counterexample is None:
        never_needed = tuple(p for p in statement.premises if not _is_needed(statement, p, how.without, rng))
        if how.algebra_seconds:
            algebra = prove_by_algebra(statement, how.algebra_seconds)
    return Examination(
        theorem, verified, len(special), how.digits, counterexample, never_needed, algebra, time.monotonic() - started
    )


def _without_overlaps(statement: TheoremStatement) -> TheoremStatement:
    """The statement with one name for points that its premises say are the same."""
    leader = {p: p for p in statement.points}
    for premise in statement.premises:
        if _is_overlap(premise):
            a, b = (leader[p] for p in premise.points)
            leader = {p: a if q == b else q for p, q in leader.items()}
    return TheoremStatement(
        statement.id,
        tuple(p for p in statement.points if leader[p] == p),
        tuple(renamed(p, leader) for p in statement.premises if not _is_overlap(p)),
        tuple(Need(c.kind, tuple(leader[p] for p in c.points)) for c in statement.conditions),
        tuple(c for c in (_renamed_or_trivial(c, leader) for c in statement.conclusions) if c is not None),
    )


def _renamed_or_trivial(claim: Claim, leader: Mapping[str, str]) -> Claim | None:
    """None where the renamed claim reads 0 = 0."""
    found = renamed(claim, leader)
    return None if isinstance(found, Equation) and found.is_trivial else found


def _is_overlap(claim: Claim) -> TypeGuard[Statement]:
    return isinstance(claim, Statement) and claim.predicate is OVERLAP


def _draw(statement: TheoremStatement, claims: Sequence[Claim], rng: Generator, batch: int = BATCH) -> Array:
    shown_equal = [c.points for c in statement.conclusions if _is_overlap(c)]
    return random_pictures(claims, statement.conditions, statement.points, rng, batch, shown_equal)


def _pictures(statement: TheoremStatement, how: Thoroughness, rng: Generator) -> Array:
    """(instances, points, 2), fewer where the batches run out."""
    found = np.zeros((0, len(statement.points), 2))
    for number in range(how.batches):
        if len(found) >= how.instances or (number >= GIVE_UP and not len(found)):
            break
        more = _draw(statement, statement.premises, rng, how.batch)
        found = np.concatenate([found, more])
    return found[: how.instances]


def _special_pictures(statement: TheoremStatement, relations: int, rng: Generator) -> Iterator[Array]:
    for _ in range(relations):
        relation = _random_relation(statement.points, rng)
        if relation is not None:
            yield _draw(statement, (*statement.premises, relation), rng, SPECIAL_BATCH)


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
        worst = errors_of(claim, statement.points, pictures)
        if np.any(worst > FALSE):
            return _places(statement, pictures[int(np.argmax(worst))]), claim
    return None


def _places(statement: TheoremStatement, xy: Array) -> dict[str, complex]:
    return {p: complex(x, y) for p, (x, y) in zip(statement.points, xy, strict=True)}


def _to_digits(statement: TheoremStatement, pictures: Array, digits: int) -> tuple[int, tuple[_Places, Claim] | None]:
    """In how many pictures the conclusions were verified to `digits` digits; and one in which one of them fails."""
    verified = 0
    for claim in statement.conclusions:
        errors = Digits(statement.premises, [claim], statement.points, digits).errors(pictures)
        for xy, error in zip(pictures, errors, strict=True):
            if error is not None and not error < Decimal(10) ** -digits:
                return 0, (_places(statement, xy), claim)
        verified = sum(error is not None for error in errors)  # None: too close to a double root for Newton's method
    return verified, None


def _is_needed(statement: TheoremStatement, premise: Claim, batches: int, rng: Generator) -> bool:
    """Whether the conclusions fail somewhere without the premise. Where there are too few pictures, it counts as needed."""
    claims = tuple(p for p in statement.premises if p != premise)
    seen = 0
    for _ in range(batches):
        pictures = _draw(statement, claims, rng)
        if _refuted(statement, pictures) is not None:
            return True
        seen += len(pictures)
        if seen >= ENOUGH_WITHOUT:
            return False
    return True
