"""The core's linear theories against a plain exact model: Gaussian elimination over the rationals."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from solver._core import LinearSystem

Row = list[tuple[int, int, int]]


class ExactSystem:
    """Rows in echelon form over Fraction; slow and obvious."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.rows: dict[int, list[Fraction]] = {}

    def reduced(self, equation: Row) -> list[Fraction]:
        dense = [Fraction(0)] * self.count
        for variable, p, q in equation:
            dense[variable] += Fraction(p, q)
        for pivot, row in sorted(self.rows.items()):
            if dense[pivot]:
                factor = dense[pivot]
                dense = [a - factor * b for a, b in zip(dense, row, strict=True)]
        return dense

    def add(self, equation: Row) -> bool:
        dense = self.reduced(equation)
        pivot = next((i for i, c in enumerate(dense) if c), None)
        if pivot is None:
            return False
        row = [c / dense[pivot] for c in dense]
        for other, old in self.rows.items():
            if old[pivot]:
                factor = old[pivot]
                self.rows[other] = [a - factor * b for a, b in zip(old, row, strict=True)]
        self.rows[pivot] = row
        return True

    def is_entailed(self, equation: Row) -> bool:
        return not any(self.reduced(equation))


def random_equation(rng: random.Random, count: int) -> Row:
    size = rng.randint(1, min(5, count))
    return [
        (v, rng.choice([-3, -2, -1, 1, 1, 2, 5]), rng.choice([1, 1, 1, 2, 3])) for v in rng.sample(range(count), size)
    ]


@pytest.mark.parametrize("block", range(10))
def test_agrees_with_exact_elimination_on_random_systems(block: int) -> None:
    """1 000 systems in all: every addition and every query gives the same answer."""
    for seed in range(100 * block, 100 * block + 100):
        rng = random.Random(seed)
        count = rng.randint(2, 12)
        core, exact = LinearSystem(count, seed + 1), ExactSystem(count)
        for _ in range(rng.randint(1, 2 * count)):
            equation = random_equation(rng, count)
            assert core.is_entailed(equation) == exact.is_entailed(equation)
            assert core.add(equation) == exact.add(equation)
            assert core.rank == len(exact.rows)
        for _ in range(20):
            equation = random_equation(rng, count)
            assert core.is_entailed(equation) == exact.is_entailed(equation)


def test_combinations_of_what_was_added_are_entailed() -> None:
    rng = random.Random(7)
    core = LinearSystem(30, 5)
    added = [random_equation(rng, 30) for _ in range(15)]
    for equation in added:
        core.add(equation)
    for _ in range(200):
        combination: Row = []
        for equation in rng.sample(added, 3):
            factor = rng.randint(-4, 4)
            combination += [(v, factor * p, q) for v, p, q in equation]
        assert core.is_entailed(combination)


def test_the_same_equation_twice_is_news_once() -> None:
    core = LinearSystem(3)
    assert core.add([(0, 1, 1), (1, -1, 1)])
    assert not core.add([(0, 2, 1), (1, -2, 1)])
    assert core.rank == 1
