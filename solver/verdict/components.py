"""Which pieces of a statement's figures are meant, and which are degenerate.

The figures that meet a statement's premises form pieces (components). "P on the bisector of angle BAC and on the
perpendicular bisector of BC" has two: P is the midpoint of an arc, or AB = AC and P is anywhere on the axis. The second
is degenerate: the triangle was given as any triangle, and there it is isosceles, though no premise about A, B and C says so.

The test looks at how a figure can move. Points are taken in the order in which the statement introduces them. The first
k of them could move in as many ways as the premises among them allow (the kernel of these premises' Jacobian); in the
whole figure they move in as many ways as all premises allow (the kernel of the whole Jacobian, projected onto them). The
difference is the k-th *restriction*: what later points demand of earlier ones. In the example, with A, B, C, P, the arc's
midpoint restricts nothing, the isosceles triangle has lost one way to move at k = 3.

A figure is degenerate where another one exists in which less is lost:
1. fewer premises are silent, since a line through two points that coincide has no direction; else
2. fewer premises name two points that coincide: "A, B, C, D concyclic" speaks of four points, whatever the order of the
   sentences (with A = B it would be met by any C and D, a freedom that isn't meant); else
3. somewhere a smaller restriction, which lets the points up to there move in more ways, and nowhere the other way round; else
4. fewer points coincide: points with two names are meant to be two points where that is possible.
Where no such figure exists ("BE and CF are altitudes, BE = CF", which restricts every triangle), the restricted ones are meant.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.diagram.diagram import Diagram
from solver.diagram.residuals import Array, compile_system
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.statements.equation import Theory
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, Statement

#: Points this near are at one place.
TOGETHER = 1e-8
#: Singular values below NOTHING (over the largest) are 0, above SOMETHING they aren't. A figure with one in between is at
#: the boundary between pieces.
NOTHING, SOMETHING = 1e-8, 1e-5
#: What an elimination leaves of a row of length 1, above which it plainly says something new.
PLAIN = 1e-3


@dataclass(frozen=True)
class Piece:
    """What a figure's piece has lost: see the module.

    silent, crowded: numbers of premises, of those that say nothing, and of those that name two points that coincide. freedoms, restrictions: after each point, in order of introduction, how many ways to move
    the points up to it have, and have lost. together: pairs of points.
    """

    silent: frozenset[int]
    crowded: frozenset[int]
    freedoms: tuple[int, ...]
    restrictions: tuple[int, ...]
    together: frozenset[tuple[str, str]]

    @property
    def is_plain(self) -> bool:
        """Whether nothing is lost: no other piece is meant before this one."""
        return not (self.silent or self.crowded or self.together or any(self.restrictions))

    def is_meant_before(self, other: Piece) -> bool:
        """Whether the other piece is degenerate, as this one exists."""
        if self.silent != other.silent:
            return self.silent < other.silent
        if self.crowded != other.crowded:
            return self.crowded < other.crowded
        if self._loses_to(other) or other._loses_to(self):
            return not self._loses_to(other)
        return self.together < other.together

    def _loses_to(self, other: Piece) -> bool:
        """Whether points are restricted here that aren't there, and could move in more ways."""
        here, there = (
            zip(self.freedoms, self.restrictions, strict=True),
            zip(other.freedoms, other.restrictions, strict=True),
        )
        return any(f < g and r > q for (f, r), (g, q) in zip(here, there, strict=True))


def meant(pieces: Iterable[Piece]) -> frozenset[Piece]:
    """Those before which no other is meant."""
    found = frozenset(pieces)
    return frozenset(p for p in found if not any(q.is_meant_before(p) for q in found)) or found


def piece_of(problem: Problem, diagram: Diagram, order: Sequence[str]) -> Piece | None:
    """The piece that a figure lies on; None at the boundary between pieces, or where a length of 0 breaks a premise.

    order: of introduction.
    """
    premises = oriented(problem, diagram.places()).premises
    pairs = together(diagram)
    if pairs and any(_is_broken(s, pairs) for s in premises):
        return None
    premises = tuple(_in_order(s, order) for s in premises)
    silent = frozenset(k for k, s in enumerate(premises) if pairs and _is_silent(s, pairs))
    crowded = frozenset(k for k, s in enumerate(premises) if pairs and _is_crowded(s, pairs))
    moves = _freedoms_and_restrictions(premises, diagram, order, pairs)
    return None if moves is None else Piece(silent, crowded, *moves, pairs)


def together(diagram: Diagram) -> frozenset[tuple[str, str]]:
    """Pairs of points that coincide in a figure."""
    z = diagram.vertices()
    close = np.abs(z[:, None] - z) < TOGETHER
    if np.count_nonzero(close) == len(z):  # each only with itself
        return frozenset()
    return frozenset((diagram.points[i], diagram.points[j]) for i, j in np.argwhere(np.triu(close, 1)))


def _in_order(premise: Statement, order: Sequence[str]) -> Statement:
    """The same premise with its points in order of introduction, where their order means nothing: what it says of the first
    ones is then an equation of its own."""
    if premise.predicate not in (COLL, CYCLIC):
        return premise
    return Statement(premise.predicate, tuple(sorted(premise.points, key=order.index)))


def _is_silent(premise: Statement, together: frozenset[tuple[str, str]]) -> bool:
    """Whether it speaks of the direction or the ratio of a segment without length, or puts its last point on a line or
    circle that the others don't determine."""
    if premise.predicate in (COLL, CYCLIC):
        *others, _ = premise.points
        places = [p for i, p in enumerate(others) if not any(_is_pair((p, q), together) for q in others[:i])]
        return len(places) < (2 if premise.predicate is COLL else 3)
    if premise.predicate in (CIRCLE, OVERLAP):
        return False
    return any(
        e.theory in (Theory.DIRECTION, Theory.LOG) and any(_is_pair(q, together) for q, _ in e.terms)
        for e in premise.equations()
    )


def _is_crowded(premise: Statement, together: frozenset[tuple[str, str]]) -> bool:
    """Whether it names two points that coincide, other than to say that they do."""
    return premise.predicate is not OVERLAP and any(a in premise.points and b in premise.points for a, b in together)


def _is_broken(premise: Statement, together: frozenset[tuple[str, str]]) -> bool:
    """Whether a product of lengths is 0 on one side only (residuals leave such an equation out)."""
    logs = (e for e in premise.equations() if e.theory is Theory.LOG)
    return any(sum(c for q, c in e.terms if _is_pair(q, together)) != 0 for e in logs)


def _is_pair(quantity: Sequence[str], together: frozenset[tuple[str, str]]) -> bool:
    return (quantity[0], quantity[-1]) in together or (quantity[-1], quantity[0]) in together


def _freedoms_and_restrictions(
    premises: Sequence[Statement], diagram: Diagram, order: Sequence[str], together: frozenset[tuple[str, str]]
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """See `Piece`."""
    xy = diagram.xy[[diagram.points.index(p) for p in order]]
    others = [s for s in premises if s.predicate not in (COLL, CYCLIC)]
    jacobian = np.concatenate([*_curve_rows(premises, order, xy), compile_system(others, order).jacobian(xy)[1]])
    norms = np.linalg.norm(jacobian, axis=1)
    jacobian = jacobian[norms > NOTHING] / norms[norms > NOTHING, None]
    # The last point of each.
    ends = (jacobian.shape[1] - 1 - np.argmax(jacobian[:, ::-1] != 0, axis=1)) // 2
    count = len(order)
    if not together and (plain := _unrestricted(jacobian, ends, count)) is not None:
        return plain, (0,) * count
    kept = compile_system([Statement(OVERLAP, pair) for pair in sorted(together)], order).jacobian(xy)[1]
    moves = _kernel(np.concatenate([jacobian, kept]))  # points that coincide on all of a piece stay together
    if moves is None:
        return None
    freedoms: list[int] = []
    restrictions: list[int] = []
    for k in range(1, count + 1):
        within = _rank(jacobian[ends < k][:, : 2 * k])
        actual = _rank(moves[: 2 * k])
        if within is None or actual is None:
            return None
        freedoms.append(actual)
        restrictions.append(2 * k - within - actual)
    return tuple(freedoms), tuple(restrictions)


def _unrestricted(jacobian: Array, ends: NDArray[np.int64], count: int) -> tuple[int, ...] | None:
    """The freedoms where plainly no point restricts those before it: each adds to the rank what its own columns have.

    None where it isn't so, or where that isn't plain.
    """
    basis = np.zeros((2 * count, 2 * count))
    rank = 0
    freedoms = []
    for k in range(count):
        before = rank
        mine = jacobian[ends == k]
        for row in mine:
            rest = row - (basis[:rank] @ row) @ basis[:rank]
            rest -= (basis[:rank] @ rest) @ basis[:rank]
            size = math.sqrt(rest @ rest)
            if size > PLAIN:
                basis[rank] = rest / size
                rank += 1
            elif size > NOTHING:
                return None
        if rank - before != _rank_of_pairs(mine[:, 2 * k : 2 * k + 2].tolist()):
            return None
        freedoms.append(2 * (k + 1) - rank)
    return tuple(freedoms)


def _rank_of_pairs(pairs: Sequence[Sequence[float]]) -> int | None:
    """The rank of a matrix of two columns; None where it isn't plain."""
    x, y = max(pairs, key=lambda pair: math.hypot(*pair), default=(0.0, 0.0))
    size = math.hypot(x, y)
    across = max((abs(x * v - y * u) for u, v in pairs), default=0.0) / (size or 1.0)
    if any(NOTHING < value <= PLAIN for value in (size, across)):
        return None
    return int(size > PLAIN) + int(across > PLAIN)


def _curve_rows(premises: Sequence[Statement], order: Sequence[str], xy: Array) -> Iterator[Array]:
    """How the determinants change that are 0 where points are on one line or circle; an angle would mean nothing where two
    of the points coincide."""
    index = {p: i for i, p in enumerate(order)}
    for predicate, base in ((COLL, 2), (CYCLIC, 3)):
        curves = [[index[p] for p in s.points] for s in premises if s.predicate is predicate]
        ids = np.array([[*some[:base], last] for some in curves for last in some[base:]], dtype=np.int64)
        if not len(ids):
            continue
        x, y = xy[ids].transpose(2, 0, 1)
        lifted = np.stack([x * x + y * y, x, y, np.ones_like(x)], axis=2)[:, :, 1 if base == 2 else 0 :]
        rows, columns, signs = _MINORS[base + 1]
        factors = np.linalg.det(lifted[:, rows, columns]) * signs
        slopes = np.zeros((len(ids), *xy.shape))
        each = np.arange(len(ids))[:, None]
        slopes[each, ids, 0], slopes[each, ids, 1] = factors[:, :, -3], factors[:, :, -2]
        if base == 3:
            slopes[each, ids, 0] += 2 * x * factors[:, :, 0]
            slopes[each, ids, 1] += 2 * y * factors[:, :, 0]
        yield slopes.reshape(len(ids), -1)


def _minors(size: int) -> tuple[NDArray[np.int64], NDArray[np.int64], Array]:
    """Rows and columns of the minors of a matrix, (size, size, size − 1, size − 1), and their signs, (size, size)."""
    rest = np.array([[k for k in range(size) if k != i] for i in range(size)])
    signs = (-1.0) ** np.add.outer(np.arange(size), np.arange(size))
    return rest[:, None, :, None], rest[None, :, None, :], signs


#: For lines and for circles.
_MINORS = {size: _minors(size) for size in (3, 4)}


def _kernel(matrix: Array) -> Array | None:
    """An orthonormal basis as columns; None where it isn't clear which directions belong to it."""
    if not len(matrix):
        return np.eye(matrix.shape[1])
    _, values, rows = np.linalg.svd(matrix)
    rank = _clear(values)
    return None if rank is None else rows[rank:].T


def _rank(matrix: Array) -> int | None:
    return _clear(np.linalg.svd(matrix, compute_uv=False)) if min(matrix.shape) else 0


def _clear(values: NDArray[np.floating[Any]]) -> int | None:
    """How many singular values aren't 0; None where it isn't clear."""
    rank = int(np.sum(values > SOMETHING))
    return rank if rank == np.sum(values > NOTHING) else None
