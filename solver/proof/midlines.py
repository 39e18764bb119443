"""Midlines: similar triangles at a common corner, the one with its other corners in the middle of the other's sides.

A school knows the two things that follow by a name: the midline of a triangle is parallel to its base and half as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from solver.proof.steps import Step
from solver.statements.equation import Equation, Quantity, Theory, linear_combination, segment
from solver.statements.lengths import equal_lengths
from solver.statements.predicates import MIDP, SIMTRI, Claim, Statement

#: Facts that may halve a side, of one sum.
MOST_HALVES = 4
#: Two points nearer than this, over a segment of the figure, are one.
SAME_PLACE = 1e-7


@dataclass(frozen=True)
class Midline:
    """line, base: each by two points. apex: the corner opposite. rests: the steps that say what is in the middle of what."""

    line: tuple[str, str]
    base: tuple[str, str]
    apex: str
    rests: tuple[str, ...]

    @property
    def equations(self) -> tuple[Equation, Equation]:
        """The base is twice as long, and parallel."""
        long, short = segment(*self.base), segment(*self.line)
        return (
            Equation.of(Theory.LOG, [(long, 1), (short, -1)], {2: Fraction(-1)}),
            Equation.of(Theory.DIRECTION, [(long, 1), (short, -1)]),
        )


def midlines(steps: Sequence[Step], places: Mapping[str, complex]) -> Mapping[str, Midline]:
    """By the id of a step that says that triangles are similar the midline that it is about."""
    by_id = {s.id: s for s in steps}
    found: dict[str, Midline] = {}
    for step in steps:
        if places and step.rule == "similar_sas" and (midline := _midline(step, by_id, places)) is not None:
            found[step.id] = midline
    return found


def _midline(step: Step, by_id: Mapping[str, Step], places: Mapping[str, complex]) -> Midline | None:
    claim = step.claim
    if not isinstance(claim, Statement) or claim.predicate is not SIMTRI or step.points[0] != step.points[3]:
        return None
    x, *ends = step.points[:3]
    middles = step.points[4:]
    if not _are_middles(middles, x, ends, places):
        middles, ends = tuple(ends), list(middles)
    if not _are_middles(middles, x, ends, places):
        return None
    below = list(_below(step, by_id))
    rests = [next((i for i, c in below if _says(c, m, x, a)), None) for m, a in zip(middles, ends, strict=True)]
    if None in rests:
        return None
    (m, n), (a, b) = middles, ends
    return Midline((m, n), (a, b), x, tuple(i for i in rests if i is not None))


def _are_middles(middles: Sequence[str], x: str, ends: Sequence[str], places: Mapping[str, complex]) -> bool:
    return all(
        abs(places[x] + places[a] - 2 * places[m]) < SAME_PLACE * abs(places[x] - places[a])
        for m, a in zip(middles, ends, strict=True)
    )


def _below(step: Step, by_id: Mapping[str, Step]) -> Iterator[tuple[str, Claim]]:
    """What a step rests on, directly or by what it rests on."""
    waiting, seen = list(step.rests_on), set(step.rests_on)
    while waiting:
        one = by_id[waiting.pop(0)]
        yield one.id, one.claim
        more = [i for i in one.rests_on if i not in seen]
        seen.update(more)
        waiting += more


def _says(claim: Claim, m: str, a: str, b: str) -> bool:
    """Whether a claim says that m is as far from a as from b."""
    if isinstance(claim, Statement) and claim.predicate is MIDP:
        return claim.points[0] == m and set(claim.points[1:]) == {a, b}
    pair: frozenset[Quantity] = equal_lengths(claim) or frozenset()
    return {segment(m, a), segment(m, b)} <= pair


#: factor · equation of a step, by its id.
Part = tuple[Fraction, Equation, str]


def told_by_midlines(
    parts: Sequence[Part], known: Mapping[str, Midline], rename: Callable[[Quantity], Quantity]
) -> list[Part]:
    """A sum in which midlines say that they are parallel to the base or half of it.

    That is what the similar triangles say together with what halves the sides. rename: to one name for what is one.
    """
    result = list(parts)
    for part in parts:
        midline = known.get(part[2])
        if midline is None or part not in result:
            continue
        others = [p for p in result if p is not part]
        halves = [p for p in others if p[2] == part[2]] + [
            p for p in others if len(p[1].terms) == 2 and p[2] != part[2]
        ]
        halves = halves[:MOST_HALVES]
        for some in (s for count in range(len(halves) + 1) for s in combinations(halves, count)):
            said = _said(midline, (part, *some), rename)
            if said is not None:
                at = result.index(part)
                result[at] = (*said, part[2])
                result = [p for p in result if p not in some]
                break
    return _joined(result)


def _joined(parts: Sequence[Part]) -> list[Part]:
    """One part for each fact."""
    factors: dict[tuple[Equation, str], Fraction] = {}
    for factor, e, use in parts:
        factors[e, use] = factors.get((e, use), Fraction(0)) + factor
    return [(factor, e, use) for (e, use), factor in factors.items() if factor]


def _said(
    midline: Midline, parts: Sequence[Part], rename: Callable[[Quantity], Quantity]
) -> tuple[Fraction, Equation] | None:
    """A sum as a multiple of what the midline says."""
    theory = parts[0][1].theory
    total = _renamed(linear_combination([(c, e) for c, e, _ in parts], theory), rename)
    for e in midline.equations:
        terms = _renamed(e, rename).terms
        if e.theory is not theory or not total.terms or [q for q, _ in terms] != [q for q, _ in total.terms]:
            continue
        factor = total.terms[0][1] / terms[0][1]
        rest = linear_combination([(1, total), (-factor, _renamed(e, rename))], theory)
        if not rest.terms and (theory is Theory.DIRECTION or not rest.constants):
            return factor, e
    return None


def _renamed(e: Equation, rename: Callable[[Quantity], Quantity]) -> Equation:
    return Equation.of(e.theory, [(rename(q), c) for q, c in e.terms], dict(e.constants))
