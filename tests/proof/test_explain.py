"""Explanations: combinations of rows are exact, exist where linear algebra says so, and cost little."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from solver._core import Combinations
from solver.proof.explain import exact_combination

Row = Mapping[Hashable, Fraction]

_KEYS = "abcdefg"
_SMALL = st.fractions(min_value=-3, max_value=3, max_denominator=4)
_ROW = st.dictionaries(st.sampled_from(_KEYS), _SMALL.filter(bool), min_size=1, max_size=4)
_ROWS = st.lists(_ROW, min_size=1, max_size=9)


def total(rows: Sequence[Row], factors: Mapping[int, Fraction]) -> dict[Hashable, Fraction]:
    found: dict[Hashable, Fraction] = {}
    for i, factor in factors.items():
        for key, c in rows[i].items():
            found[key] = found.get(key, Fraction(0)) + factor * c
    return {key: c for key, c in found.items() if c}


def combine(rows: Sequence[Row], costs: Sequence[float], target: Row) -> dict[int, Fraction] | None:
    """The core's combination of the first rows; where its factors aren't exact, that of its rows."""
    keys = {key: i for i, key in enumerate(dict.fromkeys(key for row in (*rows, target) for key in row))}
    encoded = [[(keys[k], *c.as_integer_ratio()) for k, c in row.items()] for row in (*rows, target)]
    found = Combinations(encoded[:-1], len(keys)).least(np.array(costs, dtype=np.float64), encoded[-1])
    if found is None:
        return None
    factors, is_exact = found
    if is_exact:
        return {i: Fraction(p, q) for i, p, q in factors if p}
    support = [i for i, _, _ in factors]
    exact = exact_combination([rows[i] for i in support], target)
    if exact is None:
        return exact_combination(rows[: len(costs)], target)
    return {support[i]: c for i, c in exact.items()}


def rank(rows: Sequence[Row]) -> int:
    return int(sympy.Matrix([[sympy.Rational(str(row.get(k, 0))) for k in _KEYS] for row in rows]).rank())


@settings(max_examples=150, deadline=None)
@given(_ROWS, _ROW)
def test_a_combination_is_found_exactly_where_there_is_one(rows: list[Row], target: Row) -> None:
    found = combine(rows, [1.0] * len(rows), target)
    if rank([*rows, target]) == rank(rows):
        assert found is not None
        assert total(rows, found) == target
    else:
        assert found is None


@settings(max_examples=100, deadline=None)
@given(_ROWS, st.lists(_SMALL, min_size=9, max_size=9))
def test_what_is_made_of_rows_is_found_again(rows: list[Row], factors: list[Fraction]) -> None:
    target = total(rows, dict(enumerate(factors[: len(rows)])))
    found = combine(rows, [1.0 + i for i in range(len(rows))], target)
    assert found is not None
    assert total(rows, found) == target
    assert all(found.values())


@settings(max_examples=60, deadline=None)
@given(_ROWS, st.lists(_SMALL, min_size=9, max_size=9), st.integers(1, 9))
def test_the_first_rows_alone_are_used(rows: list[Row], factors: list[Fraction], count: int) -> None:
    count = min(count, len(rows))
    target = total(rows, dict(enumerate(factors[:count])))
    for _ in range(2):  # asked again, it answers the same
        found = combine(rows, [1.0] * count, target)
        assert found is not None
        assert all(i < count for i in found)
        assert total(rows, found) == target


def test_the_cheaper_of_two_explanations_is_taken() -> None:
    one = Fraction(1)
    rows = [{"a": one, "b": -one}, {"b": one, "c": -one}, {"a": one, "c": -one}]
    target = {"a": one, "c": -one}
    assert combine(rows, [1.0, 1.0, 1.0], target) == {2: one}
    assert combine(rows, [1.0, 1.0, 3.0], target) == {0: one, 1: one}


@settings(max_examples=100, deadline=None)
@given(_ROWS, st.lists(_SMALL, min_size=9, max_size=9), st.lists(st.integers(1, 9), min_size=9, max_size=9))
def test_no_combination_of_independent_rows_costs_less(
    rows: list[Row], factors: list[Fraction], costs: list[int]
) -> None:
    target = total(rows, dict(enumerate(factors[: len(rows)])))
    found = combine(rows, [float(c) for c in costs[: len(rows)]], target)
    assert found is not None
    least = sum(costs[i] * abs(float(c)) for i, c in found.items())
    matrix = np.array([[float(row.get(k, 0)) for k in _KEYS] for row in rows])
    wanted = np.array([float(target.get(k, 0)) for k in _KEYS])
    size = np.linalg.matrix_rank(matrix)
    for some in combinations(range(len(rows)), size):
        if np.linalg.matrix_rank(matrix[list(some)]) == size:
            solved = np.linalg.lstsq(matrix[list(some)].T, wanted, rcond=None)[0]
            assert least <= sum(costs[i] * abs(x) for i, x in zip(some, solved, strict=True)) + 1e-6


def test_rows_of_infinite_cost_take_no_part() -> None:
    one = Fraction(1)
    rows = [{"a": one, "b": -one}, {"b": one, "c": -one}, {"a": one, "c": -one}]
    target = {"a": one, "c": -one}
    assert combine(rows, [1.0, 1.0, math.inf], target) == {0: one, 1: one}
    assert combine(rows, [1.0, math.inf, math.inf], target) is None


def test_nothing_is_explained_by_nothing() -> None:
    assert combine([], [], {}) == {}
    assert combine([{"a": Fraction(1)}], [1.0], {}) == {}
    assert combine([], [], {"a": Fraction(1)}) is None
    assert combine([{"a": Fraction(1)}], [1.0], {"b": Fraction(1)}) is None


def test_coefficients_that_floats_cannot_hold_are_exact() -> None:
    third = Fraction(1, 3)
    rows = [{"a": third, "b": Fraction(-7, 11)}, {"b": Fraction(7, 13)}]
    target = {"a": Fraction(10**12, 7)}
    found = combine(rows, [1.0, 1.0], target)
    assert found is not None
    assert total(rows, found) == target
    assert found[0] == Fraction(3 * 10**12, 7)


@pytest.mark.parametrize("length", [40, 200])
def test_a_long_chain_is_explained(length: int) -> None:
    rows = [{i: Fraction(1), i + 1: Fraction(-1)} for i in range(length)]
    target = {0: Fraction(1), length: Fraction(-1)}
    assert combine(rows, [1.0] * length, target) == dict.fromkeys(range(length), Fraction(1))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_order_of_the_rows_the_least_cost_is_the_same(seed: int) -> None:
    """With few different costs and coefficients most factors are 0 on the way, and exchanges may move nothing."""
    rng = np.random.default_rng(seed)
    keys = [f"k{i}" for i in range(30)]
    rows: list[Row] = []
    for _ in range(120):
        some = rng.choice(len(keys), size=int(rng.integers(2, 5)), replace=False)
        rows.append({keys[i]: Fraction(int(rng.choice([-1, 1]))) for i in some})
    costs = [float(c) for c in rng.integers(1, 4, size=len(rows))]
    target = total(rows, {int(i): Fraction(1) for i in rng.choice(len(rows), size=6, replace=False)})

    def least(order: Sequence[int]) -> float:
        shuffled = [rows[i] for i in order]
        found = combine(shuffled, [costs[i] for i in order], target)
        assert found is not None
        assert total(shuffled, found) == target
        return sum(costs[order[i]] * abs(float(c)) for i, c in found.items())

    first = least(range(len(rows)))
    for _ in range(3):
        assert least([int(i) for i in rng.permutation(len(rows))]) == pytest.approx(first)
