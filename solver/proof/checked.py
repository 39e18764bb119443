"""From closures that reach the goal to a proof that the checker has accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from math import inf
from time import monotonic

from solver.deduction.closure import Closure
from solver.errors import CertificateError, DeadlineExceeded
from solver.proof.arcs import Unexplained
from solver.proof.instance import Judge
from solver.proof.minimize import Draft, drafted, shortened, with_shortest
from solver.proof.proof import Proof
from solver.proof.steps import numbered
from solver.statements.predicates import Statement

#: How many closures with different auxiliary points are traced; those whose tracebacks are nearly as short as the shortest
#: are shortened, and of these the lightest is written out. (On the public suites the first traceback tells the
#: shortest proof in 9 of 11 cases, and misses by ten steps in one.)
TRACED, SHORTENED, NEARLY = 4, 2, 1.1
#: Once tracebacks have taken so much work (see Evidence), no further closure is looked at: the proof is a long one, and to trace it
#: once in two ways takes as long as to write a short one.
MOST_WORK = 2500
#: A closure whose first traceback weighs more than that many times what the lightest does isn't traced in other ways.
HOPELESS = 1.3


def checked_proof(closure: Closure, goal: Statement, deadline: float) -> Proof:
    """The proof, as short as time allows; with the theorems that the closure had.

    Raises CertificateError where the checker refuses it, Unexplained, and DeadlineExceeded.
    """
    begun = _begun(closure, goal, deadline)
    return _checked(_written(begun, deadline), begun, deadline)


def shortest_proof(
    closures: Iterable[Closure], goal: Statement, deadline: float, reserve: float, refused: Callable[[str], None]
) -> Proof | None:
    """The shortest checked proof from one of some closures, those with the fewest auxiliary points first.

    Once less than `reserve` is left before the deadline (seconds), no further closure is looked at. refused: told why a
    proof can't be written or isn't accepted; None where none is.
    """
    begun: list[_Begun] = []
    for closure in islice(closures, TRACED):
        try:
            begun.append(_begun(closure, goal, deadline, HOPELESS * min((b.draft.weight for b in begun), default=inf)))
        except Unexplained as error:
            refused(str(error))
        except DeadlineExceeded:
            break
        is_enough = deadline - monotonic() < reserve or sum(b.draft.work for b in begun) > MOST_WORK
        if begun and is_enough:
            break
    for proof, one in _in_order(sorted(begun, key=lambda b: b.size), deadline, refused):
        try:
            return _checked(proof, one, deadline)
        except CertificateError as error:
            refused(str(error))
    return None


@dataclass(frozen=True, eq=False)
class _Begun:
    closure: Closure
    draft: Draft

    @property
    def size(self) -> tuple[int, float]:
        return len(self.closure.problem.auxiliary), self.draft.weight


def _in_order(begun: list[_Begun], deadline: float, refused: Callable[[str], None]) -> Iterator[tuple[Proof, _Begun]]:
    """Proofs, not yet checked: those that promise most by what they are shortened to. refused: told why one can't be written."""
    if not begun:
        return
    added, weight = begun[0].size
    near = [b for b in begun if b.size[0] == added and b.size[1] <= NEARLY * weight][:SHORTENED]
    others = [b for b in begun if b not in near]
    if len(near) > 1:
        near = [replace(b, draft=with_shortest(b.draft, b.closure.diagram, deadline)) for b in near]
    for one in (*sorted(near, key=lambda b: b.size), *others):
        try:
            yield _written(one, deadline), one
        except CertificateError as error:
            refused(str(error))


def _begun(closure: Closure, goal: Statement, deadline: float, heaviest: float = inf) -> _Begun:
    return _Begun(closure, drafted(closure.diagram, closure.journal(), goal, deadline, heaviest))


def _written(begun: _Begun, deadline: float) -> Proof:
    """Raises CertificateError."""
    try:
        return _told(begun.closure, begun.draft, deadline)
    except CertificateError:
        if begun.draft.is_plain:
            raise
        return _told(begun.closure, begun.draft.plain, deadline)


def _told(closure: Closure, draft: Draft, deadline: float) -> Proof:
    judge = Judge(closure.diagram)
    steps = numbered(shortened(draft, closure.diagram, judge, deadline))
    return Proof(closure.problem, closure.diagram, steps, draft.goal, judge.conditions(steps))


def _checked(proof: Proof, begun: _Begun, deadline: float) -> Proof:
    """The proof; where the checker refuses it, that without a textbook's first steps.

    Raises CertificateError and DeadlineExceeded.
    """
    theorems = {t.id: t.statement for t in begun.closure.theorems}
    try:
        proof.check(theorems=theorems, deadline=deadline)
    except CertificateError:
        if begun.draft.is_plain:
            raise
        proof = _told(begun.closure, begun.draft.plain, deadline)
        proof.check(theorems=theorems, deadline=deadline)
    return proof
