"""Explanations in a linear theory: a sparse rational combination of rows that equals a target.

The rows are the journal's conclusions, most of them independent, some not: those leave a choice, and a small linear
program picks the combination of least total cost (minimum weighted L1 norm, which is sparse; Chen, Donoho and
Saunders, "Atomic decomposition by basis pursuit", 1998). HiGHS works with floats, so only its support is taken: the
coefficients are then solved for exactly.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction

import highspy
import numpy as np
from highspy._core import _Highs

Row = Mapping[Hashable, Fraction]

#: Seconds for one linear program; the exact fallback takes over where it isn't enough.
LP_SECONDS = 0.8


def combine(rows: Sequence[Row], costs: Sequence[float], target: Row) -> dict[int, Fraction] | None:
    """Coefficients by row index with Σ coefficient · row = target, of small total cost; None if there are none."""
    if not target:
        return {}
    useful = _reachable(rows, target)
    if not useful:
        return None
    support = _sparse_support([rows[i] for i in useful], [costs[i] for i in useful], target)
    if support is not None:
        chosen = [useful[i] for i in support]
        exact = _solve([rows[i] for i in chosen], target)
        if exact is not None:
            return {chosen[i]: c for i, c in exact.items()}
    exact = _solve([rows[i] for i in useful], target)
    return None if exact is None else {useful[i]: c for i, c in exact.items()}


def _reachable(rows: Sequence[Row], target: Row) -> list[int]:
    """Rows without a key that occurs in no other row and not in the target: these can't take part."""
    count: dict[Hashable, int] = {}
    for row in rows:
        for key in row:
            count[key] = count.get(key, 0) + 1
    for key in target:
        count[key] = count.get(key, 0) + 2
    alive = set(range(len(rows)))
    holders: dict[Hashable, set[int]] = {}
    for i, row in enumerate(rows):
        for key in row:
            holders.setdefault(key, set()).add(i)
    lonely = [key for key, n in count.items() if n == 1]
    while lonely:
        key = lonely.pop()
        for i in holders[key] & alive:
            alive.discard(i)
            for other in rows[i]:
                count[other] -= 1
                if count[other] == 1 and other not in target:
                    lonely.append(other)
    return sorted(alive)


def _sparse_support(rows: Sequence[Row], costs: Sequence[float], target: Row) -> list[int] | None:
    keys: dict[Hashable, int] = {}
    for row in (*rows, target):
        for key in row:
            keys.setdefault(key, len(keys))
    n, m = len(rows), len(keys)
    starts = np.zeros(2 * n + 1, dtype=np.int32)
    index: list[int] = []
    value: list[float] = []
    for sign in (1.0, -1.0):
        for i, row in enumerate(rows):
            starts[(0 if sign > 0 else n) + i] = len(index)
            for key, c in row.items():
                index.append(keys[key])
                value.append(sign * float(c))
    starts[2 * n] = len(index)
    bound = np.zeros(m)
    for key, c in target.items():
        bound[keys[key]] = float(c)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = 2 * n, m
    lp.col_cost_ = np.array([*costs, *costs], dtype=np.float64)
    lp.col_lower_ = np.zeros(2 * n)
    lp.col_upper_ = np.full(2 * n, highspy.kHighsInf)
    lp.row_lower_ = lp.row_upper_ = bound
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = starts
    lp.a_matrix_.index_ = np.array(index, dtype=np.int32)
    lp.a_matrix_.value_ = np.array(value)
    # Not highspy.Highs: its constructor switches callbacks on, which prints a banner before output can be switched off.
    solver = _Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", LP_SECONDS)
    solver.setOptionValue("threads", 1)
    solver.passModel(lp)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    solution = np.array(solver.getSolution().col_value)
    return [i for i in range(n) if abs(solution[i] - solution[n + i]) > 1e-7]


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
