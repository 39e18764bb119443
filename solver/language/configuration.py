"""Is a figure one that the statement means?

Premises are predicates, and these often hold in several configurations: `incenter` and `excenter` assert the same
angles, `between` asserts no more than a line. What else a construction means is how it places its points (its `sketch`),
and what coordinates and conditions in the statement say. A proof is about the statement only if its diagram agrees with them.

Where a sketch leaves nothing to chance, the points must be at one of its places. Part of a line (`between_bound`) and a
new figure (`quadrangle`) mean what all of their samples share: the order on lines, the orientation of triangles. Other
sketches with random choices mean no more than they assert.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from solver.language.problem import Call, Clause, Problem
from solver.plane.loci import Degenerate, Line, Locus, Places

if TYPE_CHECKING:
    from solver.language.constructions import Construction

#: Sketches compared, and points of a line among the samples.
SKETCHES, ALONG = 12, 7
#: How far points may be from where the statement puts them, over the figure's extent: where a sketch places them; where
#: the statement gives rounded coordinates.
PLACED, GIVEN = 1e-5, 1e-2
#: Twice the area of a triangle over the square of its longest side, below which it is flat.
FLAT = 1e-6


def disagreement(problem: Problem, at: Mapping[str, complex]) -> str:
    """What in the statement disagrees with places of all of its points, premises aside; "" where nothing does."""
    given = problem.given_places
    if not _is_similar(given, at):
        return "the coordinates in the statement"
    extent = max(abs(p - q) for p in at.values() for q in at.values())
    for clause in problem.clauses:
        related = {*clause.points, *clause.arguments}
        if not related <= given.keys() and not _is_placed(clause, at, PLACED * extent):
            names = ", ".join(call.construction.name for call in clause.calls)
            return f"the construction {' '.join(clause.points)} = {names}"
    for condition in problem.conditions:
        if not condition.holds(at):
            return f"the condition “{condition}”"
    return ""


def _is_similar(given: Mapping[str, complex], at: Mapping[str, complex]) -> bool:
    """Whether places are the given ones turned, scaled and shifted (not mirrored), as nearly as can be had."""
    if len(given) < 2:
        return True
    z, w = np.array(list(given.values())), np.array([at[p] for p in given])
    z, w = z - z.mean(), w - w.mean()
    extent = float(np.max(np.abs(w)))
    if not np.any(z) or extent == 0:
        return False
    factor = np.vdot(z, w) / np.vdot(z, z)
    return bool(np.max(np.abs(factor * z - w)) < GIVEN * extent)


def _is_placed(clause: Clause, at: Mapping[str, complex], tolerance: float) -> bool:
    new = [at[p] for p in clause.points]
    own = {at[a] for a in clause.arguments}
    if len(clause.calls) > 1 and any(abs(z - w) < tolerance for z in new for w in own):
        return False  # of two common points of two loci, the one that isn't known yet is meant
    return all(_is_placed_by(call, new, at, tolerance) for call in clause.calls)


def _is_placed_by(call: Call, new: Sequence[complex], at: Mapping[str, complex], tolerance: float) -> bool:
    arguments = [at[a] for a in call.arguments]
    try:
        loci = _sketches(call, arguments) if arguments else _new_figures(call.construction, call.constants)
    except (Degenerate, ZeroDivisionError, OverflowError):
        return False
    if isinstance(loci[0], Places) and arguments:
        if any(locus != loci[0] for locus in loci):
            return True
        return any(all(abs(z - w) < tolerance for z, w in zip(new, option, strict=True)) for option in loci[0].options)
    samples = [[*arguments, *sample] for locus in loci for sample in _samples(locus, arguments)]
    return not samples or _lies_as_in(samples, [*arguments, *new], len(arguments))


class _Chance:
    """A random generator that is made when it is first needed: most sketches need none."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.generator: np.random.Generator | None = None

    def __getattr__(self, name: str) -> Any:
        self.generator = self.generator or np.random.default_rng(self._seed)
        return getattr(self.generator, name)


def _sketches(call: Call, arguments: Sequence[complex]) -> Sequence[Locus]:
    """Some of the loci that the construction gives; one, where nothing is left to chance."""
    found: list[Locus] = []
    for seed in range(SKETCHES):
        chance = _Chance(seed)
        found.append(call.construction.sketch(chance, *arguments, *map(float, call.constants)))
        if chance.generator is None:
            break
    return found


@cache
def _new_figures(construction: Construction, constants: tuple[Fraction, ...]) -> Sequence[Locus]:
    return _sketches(Call(construction, (), constants), ())


def _samples(locus: Locus, arguments: Sequence[complex]) -> Iterator[tuple[complex, ...]]:
    """Places of a new figure or along a part of a line; a whole line, a circle and the plane order nothing."""
    if isinstance(locus, Places):
        yield from locus.options
    elif isinstance(locus, Line) and (isfinite(locus.low) or isfinite(locus.high)):
        reach = 10 * max(abs(p - q) for p in arguments for q in arguments)
        low, high = max(locus.low, -reach), min(locus.high, reach)
        for k in range(ALONG):
            yield (locus.point + locus.direction * (low + (high - low) * (k + 0.5) / ALONG),)


def _lies_as_in(samples: Sequence[Sequence[complex]], found: Sequence[complex], known: int) -> bool:
    """Whether points lie as in all of the samples, mirrored ones among them where no point was known before."""
    triples = [t for t in combinations(range(len(found)), 3) if t[2] >= known]
    signs = [[_sign(*(sample[i] for i in t)) for t in triples] for sample in samples]
    mine = [_sign(*(found[i] for i in t)) for t in triples]
    if not known:
        signs, mine = [_unmirrored(s) for s in signs], _unmirrored(mine)
    return all(
        sign == common[0] for sign, common in zip(mine, zip(*signs, strict=True), strict=True) if len(set(common)) == 1
    )


def _sign(a: complex, b: complex, c: complex) -> int:
    """1 or −1, the orientation of a triangle; of a flat one, 2, 3 or 4: which point is in the middle."""
    sides = [abs(b - c), abs(c - a), abs(a - b)]
    area = ((b - a).conjugate() * (c - a)).imag
    if abs(area) > FLAT * max(sides) ** 2:
        return 1 if area > 0 else -1
    return 2 + sides.index(max(sides))


def _unmirrored(signs: Sequence[int]) -> list[int]:
    """Turned over so that the first proper triangle runs counter-clockwise."""
    first = next((s for s in signs if abs(s) == 1), 1)
    return [s * first if abs(s) == 1 else s for s in signs]
