"""Is a figure on a piece of the statement's figures that is meant, or on a special one?

"P on the bisector of angle BAC and on the perpendicular bisector of BC" has two kinds of figures: P is the midpoint of
an arc, or AB = AC and P is anywhere on the axis. The triangle was given as any triangle, so the second kind is degenerate:
P, which comes later, imposes an equation on A, B and C. What each point imposes on those before it is seen from how the
figure can move: its premises' derivatives have some rank in all of the figure's coordinates, and some rank in its own; the
first, as far as it is more than that of all premises before, less the second is what it imposes.

A figure is special where another figure of the statement exists in which fewer premises are silent (a line through two
points that coincide has no direction, and a third point of it may be anywhere), or fewer premises name points that
coincide, or less is imposed, or fewer points coincide. `BE = CF` of two altitudes imposes something in every figure: then
these are the ones meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from solver.checker.conditions import Places, exists
from solver.checker.figures import plain_equations
from solver.checker.residuals import Array, Residuals
from solver.language.order import introduction
from solver.language.problem import Problem
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, Statement

#: Points nearer than this, the figure's extent being about 1, are at one place.
TOGETHER = 1e-6
#: Singular values below this, rows having length 1, are 0.
VANISHING = 1e-7
#: How many different points determine the curve on which a predicate puts others.
DETERMINED_BY = {COLL: 2, CYCLIC: 3}


@dataclass(frozen=True)
class Piece:
    """What is special about a figure.

    silent, crowded: numbers of premises: of those that say nothing, and of those that name points that coincide. imposed:
    equations that each group of points imposes on those before it, in order of introduction. together: pairs of points.
    """

    silent: frozenset[int]
    crowded: frozenset[int]
    imposed: tuple[int, ...]
    together: frozenset[tuple[str, str]]

    @property
    def is_plain(self) -> bool:
        """Whether nothing is special: no figure can then be less so."""
        return not (self.together or any(self.imposed))

    def special_beside(self, other: Piece) -> str:
        """Why figures of this piece are special, as the other one exists; "" where they aren't."""
        p, q = min(self.together - other.together, default=("", ""))
        if self.silent != other.silent:
            is_special = other.silent < self.silent
            why = "there are others in which no premise speaks of a segment without length"
        elif self.crowded != other.crowded:
            is_special = other.crowded < self.crowded
            why = "there are others in which fewer premises name points that are at one place"
        elif self.imposed != other.imposed:
            is_special = all(a <= b for a, b in zip(other.imposed, self.imposed, strict=True))
            why = "points given before others satisfy an equation there that they needn't satisfy"
        else:
            is_special = other.together < self.together
            why = f"{p} and {q} are at one place, though the statement lets them be apart"
        return why if is_special else ""


def piece_of(problem: Problem, at: Places) -> Piece:
    """The piece of a figure of a statement; auxiliary points, which impose nothing, aside."""
    groups = [c.points for c in problem.clauses] or [(p,) for p in introduction(problem)]
    points = [p for group in groups for p in group]
    rank = {p: k for k, group in enumerate(groups) for p in group}
    premises = [s for s in problem.premises if rank.keys() >= set(s.points)]
    equations: list[Equation] = []
    last: list[int] = []
    for s in premises:
        said = [e for e in plain_equations(s, at) if all(exists(at, q) for q, _ in e.terms)]
        equations += said
        last += [max(rank[p] for p in s.points)] * len(said)
    residuals = Residuals(equations, points)
    z = np.array([at[p] for p in points])
    jacobian = residuals.linearized(np.concatenate([z.real, z.imag]))[1]
    overlaps = [s for s in premises if s.predicate is OVERLAP]
    own = {p: np.eye(len(points))[k] for k, p in enumerate(points)}
    rows = np.vstack([jacobian, *(np.kron(np.eye(2), own[s.points[0]] - own[s.points[1]]) for s in overlaps)])
    last += [max(rank[p] for p in s.points) for s in overlaps for _ in (0, 1)]
    together = frozenset((p, q) for p, q in combinations(sorted(points), 2) if abs(at[p] - at[q]) < TOGETHER)
    silent = frozenset(k for k, s in enumerate(premises) if together and _is_silent(s, points, together))
    spoken = (k for k, s in enumerate(premises) if s.predicate is not OVERLAP)
    crowded = frozenset(k for k in spoken if any({*pair} <= {*premises[k].points} for pair in together))
    return Piece(silent, crowded, _imposed(rows, np.array(last, dtype=np.int64), groups), together)


def _imposed(rows: Array, last: NDArray[np.int64], groups: Sequence[tuple[str, ...]]) -> tuple[int, ...]:
    sizes = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = rows / np.where(sizes > 0, sizes, 1.0)
    n, done, known = rows.shape[1] // 2, 0, 0
    found: list[int] = []
    for k, group in enumerate(groups):
        own = [i for j in range(done, done + len(group)) for i in (j, n + j)]
        done += len(group)
        mine = last == k
        if not mine.any():
            found.append(0)
            continue
        now = _rank(rows[last <= k])
        found.append(now - known - _rank(rows[mine][:, own]))
        known = now
    return tuple(found)


def _rank(matrix: Array) -> int:
    return int(np.sum(np.linalg.svd(matrix, compute_uv=False) > VANISHING))


def _is_silent(premise: Statement, order: Sequence[str], together: frozenset[tuple[str, str]]) -> bool:
    """Whether it speaks of the direction or the ratio of a segment without length, or puts its last point on a line or circle
    that those before it don't determine."""
    if (least := DETERMINED_BY.get(premise.predicate)) is not None:
        *before, _ = sorted(premise.points, key=order.index)
        is_new = [not any((min(p, q), max(p, q)) in together for q in before[:i]) for i, p in enumerate(before)]
        return sum(is_new) < least
    if premise.predicate in (CIRCLE, OVERLAP):
        return False
    said = (e for e in premise.equations() if e.theory in (Theory.DIRECTION, Theory.LOG))
    return any(q in together for e in said for q, _ in e.terms)
