"""Equations on a circle as sums of theorems."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from solver.checker.uses import arcs
from solver.proof.angles import theorems_on_circle
from solver.statements.equation import Equation, Theory, linear_combination, segment

ON = frozenset("abcde")


def equation(*terms: tuple[int, str], constant: Fraction | int = 0) -> Equation:
    return Equation.of(Theory.DIRECTION, [(segment(*pair), c) for c, pair in terms], {1: constant})


def test_two_pairs_of_inscribed_angles_come_apart():
    first = equation((1, "mb"), (-1, "ab"), (-1, "mc"), (1, "ac"))
    both = equation((1, "am"), (1, "am"), (-1, "ab"), (-1, "ac"), (1, "bc"), (1, "bc"), (-1, "bm"), (-1, "cm"))
    parts = theorems_on_circle(both, None)
    assert [len(p.terms) for p in parts] == [4, 4]
    assert linear_combination([(1, p) for p in parts], Theory.DIRECTION).terms == both.terms
    assert theorems_on_circle(first, None) == [first]


def test_a_theorem_stays_what_it_is():
    for single in (
        equation((1, "oa"), (1, "ob"), (-2, "ab")),
        equation((1, "oa"), (-1, "ob"), (-2, "ac"), (2, "bc")),
        equation((1, "oa"), (-1, "ab"), (-1, "ac"), (1, "bc"), constant=Fraction(1, 2)),
    ):
        assert theorems_on_circle(single, "o") == [single]


@pytest.mark.parametrize("seed", range(40))
def test_the_parts_hold_on_the_circle_and_add_up_to_the_whole(seed: int):
    choice = random.Random(seed)
    walk = [choice.choice("abcde") for _ in range(7)]
    around = [p for i, p in enumerate(walk) if p != walk[i - 1]]
    if len(around) % 2 or len(around) < 4 or around[0] == around[-1]:
        return
    whole = equation(*((1 - 2 * (i % 2), around[i - 1] + around[i]) for i in range(len(around))))
    if whole.is_trivial:
        return
    parts = theorems_on_circle(whole, None)
    total = linear_combination([(1, p) for p in parts], Theory.DIRECTION)
    assert total.terms == whole.terms
    assert all(arcs(p, ON, None) == {} for p in parts)
