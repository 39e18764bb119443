"""The rule `identity`: a claim that follows from its premises by coordinates.

The points are placed one after the other, each where two of the premises put it; what is left is free. The claim is then
tested at random points of random prime fields (`solver.coordinates`): one that isn't an identity passes with a
probability below 2⁻⁸⁰. The random choices are made from the claims themselves, so that a check can be repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from solver.checker.uses import Uses
from solver.coordinates.goals import Stated
from solver.coordinates.prove import Identity, Scope, identity
from solver.statements.predicates import Claim, Statement


def identity_step(u: Uses) -> None:
    """Placing its points in order, its premises make the claim an identity; `branch` where on the figure's branch only."""
    premises = [c for c in u.claims if isinstance(c, Statement)]
    if len(premises) < len(u.claims):
        raise u.fail("its premises must be predicates")
    order = u.step.points
    named = {p for c in premises for p in c.points} | set(Stated(u.step.claim).points)
    if len(set(order)) < len(order) or named != set(order):
        raise u.fail("its points must be those of its claims, each once")
    found = _identity(tuple(premises), u.step.claim, order, tuple(u.at[p] for p in order))
    if found is None:
        raise u.fail("its claim isn't an identity in the coordinates of what is free")
    for i in range(len(premises)):
        u.mark(i)
    if found.scope is Scope.FIGURE:
        u.need_branch()


@lru_cache(maxsize=16)
def _identity(
    premises: Sequence[Statement], claim: Claim, order: Sequence[str], places: Sequence[complex]
) -> Identity | None:
    """Kept, since a certificate's rules are asked more than once."""
    said = "; ".join(map(str, (*premises, claim, *order)))
    seed = int.from_bytes(sha256(said.encode()).digest()[:8])
    return identity(premises, Stated(claim), order, [dict(zip(order, places, strict=True))], seed, None)
