"""Roots and roots of unity in the fields that figures are computed in."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from solver.coordinates.fields import ComplexField, PrimeField, Undecided


@pytest.mark.parametrize("k", [2, 3, 4, 5, 6, 12])
def test_a_power_has_all_of_its_roots_where_the_prime_was_chosen_for_them(k: int) -> None:
    field = PrimeField(np.random.default_rng(k), 120)
    for _ in range(20):
        x = field.random()
        roots = field.roots(x**k, k)
        assert len({r.value for r in roots}) == k
        assert all((r**k).value == (x**k).value for r in roots)
        assert x.value in {r.value for r in roots}


def test_half_of_the_elements_are_squares() -> None:
    field = PrimeField(np.random.default_rng(0), 120)
    squares = sum(bool(field.roots(field.random(), 2)) for _ in range(400))
    assert 150 < squares < 250


@pytest.mark.parametrize("order", [2, 3, 8, 120, 360])
def test_a_root_of_unity_has_its_order(order: int) -> None:
    field = PrimeField(np.random.default_rng(order), order)
    unit = field.root_of_unity(Fraction(1, order))
    powers = {(unit**k).value for k in range(order)}
    assert len(powers) == order
    assert (unit**order).value == 1


def test_a_complex_number_neither_zero_nor_clearly_not_is_undecided() -> None:
    field = ComplexField()
    assert field.is_zero(field.context.mpf(10) ** -40)
    assert not field.is_zero(field.context.mpf("0.001"))
    with pytest.raises(Undecided):
        field.is_zero(field.context.mpf(10) ** -20)
