"""Explanations in a linear theory: a sparse rational combination of rows that equals a target.

The rows are the journal's conclusions, most of them independent, some not: those leave a choice, and a small linear
program picks the combination of least total cost (minimum weighted L1 norm, which is sparse; Chen, Donoho and
Saunders, "Atomic decomposition by basis pursuit", 1998). HiGHS works with floats: its coefficients are taken as the
simple fractions next to them, and where these don't add up exactly, its support, for which they are solved exactly.

A proof takes hundreds of such programs over the first rows of the same few theories, so the matrix is built once.
Presolve is off: it took longer than the simplex method needs without it (190 programs of 150 rows: 0.25 s against 0.10 s).
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction

import highspy
import numpy as np
from numpy.typing import ArrayLike, NDArray

Row = Mapping[Hashable, Fraction]

#: For one linear program; the exact fallback takes over where it isn't enough. A limit in seconds would make proofs
#: depend on the machine (and HiGHS adds up the seconds of all programs that one solver has run).
MOST_ITERATIONS = 20_000

#: Coefficients with no greater denominator are read off the linear program and checked; others are solved for exactly.
LARGEST_DENOMINATOR = 1_000


def combine(rows: Sequence[Row], costs: Sequence[float], target: Row) -> dict[int, Fraction] | None:
    """Coefficients by row index with Σ coefficient · row = target, of small total cost; None if there are none."""
    return Rows(rows).combine(costs, target)


#: As HiGHS numbers them.
_COLUMNWISE, _MINIMIZE = int(highspy.MatrixFormat.kColwise), int(highspy.ObjSense.kMinimize)


class _Barred(Exception):
    """No combination does without the rows of infinite cost, in floating point; no exact elimination is worth its time
    to find out otherwise: then a proof keeps the explanation that it has."""


class _Solver(highspy.Highs):
    """HiGHS, silent from the start: its own constructor sets up callbacks first, which prints a banner."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        options: dict[str, bool | int | str] = {
            "output_flag": False,
            "threads": 1,
            "presolve": "off",
            "simplex_iteration_limit": MOST_ITERATIONS,
        }
        for option, setting in options.items():
            self.setOptionValue(option, setting)


class Rows:
    """The rows of one theory, in the order in which they were concluded; asked for combinations of the first few."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._keys: dict[Hashable, int] = {}
        starts, index, value, seen = [0], [], [], [0]
        for row in rows:
            for key, c in row.items():
                index.append(self._keys.setdefault(key, len(self._keys)))
                value.append(float(c))
            starts.append(len(index))
            seen.append(len(self._keys))
        self._starts = np.array(starts, dtype=np.int32)
        self._index = np.array(index, dtype=np.int32)
        self._value = np.array(value, dtype=np.float64)
        self._seen = seen  # how many keys occur in the first n rows
        self._solver = _Solver()
        self._known: dict[tuple[bytes, frozenset[tuple[Hashable, Fraction]]], dict[int, Fraction] | None] = {}

    def combine(self, costs: ArrayLike, target: Row) -> dict[int, Fraction] | None:
        """A combination of the first len(costs) rows of small total cost; rows of infinite cost don't take part.

        None if there is none. Where the linear program fails, any combination will do.
        """
        if not target:
            return {}
        of_rows = np.asarray(costs, dtype=np.float64)
        key = (of_rows.tobytes(), frozenset(target.items()))
        if key not in self._known:
            self._known[key] = self._combined(of_rows, target)
        return self._known[key]

    def _combined(self, costs: NDArray[np.float64], target: Row) -> dict[int, Fraction] | None:
        if any(self._keys.get(key, self._seen[len(costs)]) >= self._seen[len(costs)] for key in target):
            return None
        try:
            found = self._sparse(costs, target)
        except _Barred:
            return None
        if found is not None:
            near = {i: Fraction(c).limit_denominator(LARGEST_DENOMINATOR) for i, c in found.items()}
            if self._is_exact(near, target):
                return {i: c for i, c in near.items() if c}
            support = list(found)
            exact = _solve([self._rows[i] for i in support], target)
            if exact is not None:
                return {support[i]: c for i, c in exact.items()}
        allowed = [i for i, cost in enumerate(costs) if cost < math.inf]
        exact = _solve([self._rows[i] for i in allowed], target)
        return None if exact is None else {allowed[i]: c for i, c in exact.items()}

    def _is_exact(self, factors: Mapping[int, Fraction], target: Row) -> bool:
        """Whether the rows with these factors add up to the target."""
        left = dict(target)
        for i, factor in factors.items():
            for key, c in self._rows[i].items():
                left[key] = left.get(key, 0) - factor * c
        return not any(left.values())

    def _sparse(self, costs: NDArray[np.float64], target: Row) -> dict[int, float] | None:
        """The coefficients that a linear program finds, in floating point."""
        n = len(costs)
        last = self._starts[n]
        is_barred = np.isinf(costs)
        upper = np.where(is_barred, 0.0, highspy.kHighsInf)
        cost = np.where(is_barred, 0.0, costs)
        bound = np.zeros(self._seen[n])
        for key, c in target.items():
            bound[self._keys[key]] = float(c)
        self._solver.clearModel()
        self._solver.passModel(
            2 * n,
            len(bound),
            2 * int(last),
            _COLUMNWISE,
            _MINIMIZE,
            0.0,
            np.concatenate([cost, cost]),
            np.zeros(2 * n),
            np.concatenate([upper, upper]),
            bound,
            bound,
            np.concatenate([self._starts[: n + 1], self._starts[1 : n + 1] + last]),
            np.concatenate([self._index[:last], self._index[:last]]),
            np.concatenate([self._value[:last], -self._value[:last]]),
            np.zeros(2 * n, dtype=np.int32),
        )
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible and is_barred.any():
            raise _Barred
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        solution = np.array(self._solver.getSolution().col_value)
        factors = solution[:n] - solution[n:]
        return {int(i): float(factors[i]) for i in np.flatnonzero(np.abs(factors) > 1e-7)}


def _solve(rows: Sequence[Row], target: Row) -> dict[int, Fraction] | None:
    """Any exact combination, by elimination with bookkeeping; earlier rows are preferred."""
    basis: list[tuple[Hashable, dict[Hashable, Fraction], dict[int, Fraction]]] = []
    for i, row in enumerate(rows):
        rest, parts = _reduce(dict(row), basis)
        if rest:
            pivot = next(iter(rest))
            basis.append((pivot, rest, {**{j: -c for j, c in parts.items()}, i: Fraction(1)}))
    rest, parts = _reduce(dict(target), basis)
    return None if rest else {i: c for i, c in parts.items() if c}


def _reduce(
    row: dict[Hashable, Fraction], basis: Sequence[tuple[Hashable, dict[Hashable, Fraction], dict[int, Fraction]]]
) -> tuple[dict[Hashable, Fraction], dict[int, Fraction]]:
    parts: dict[int, Fraction] = {}
    for pivot, other, made_of in basis:
        c = row.get(pivot)
        if not c:
            continue
        factor = c / other[pivot]
        for key, value in other.items():
            left = row.get(key, Fraction(0)) - factor * value
            if left:
                row[key] = left
            else:
                row.pop(key, None)
        for i, share in made_of.items():
            parts[i] = parts.get(i, Fraction(0)) + factor * share
    return row, parts
