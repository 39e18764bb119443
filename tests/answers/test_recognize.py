"""Numbers of many digits are recognized as what they are."""

from __future__ import annotations

import mpmath
import pytest
import sympy

from solver.answers.recognize import recognize


def many_digits() -> mpmath.MPContext:
    mp = mpmath.MPContext()
    mp.dps = 80
    return mp


@pytest.mark.parametrize("value", ["2535/463", "540/7", "17761/169", "1234/5678", "99991/10007", "12"])
def test_a_rational_is_told_as_a_fraction(value: str) -> None:
    mp, exact = many_digits(), sympy.Rational(value)
    closed = recognize(mp.mpf(int(exact.p)) / int(exact.q), mp)
    assert closed is not None
    assert closed.text == str(exact)
    assert closed.expression is not None


@pytest.mark.parametrize("value", ["sqrt(2535)/463", "(3 - sqrt(3))/6", "sqrt(25 + 12*sqrt(3))", "1/2 + sqrt(5)/2"])
def test_what_is_told_has_the_value(value: str) -> None:
    mp, exact = many_digits(), sympy.sympify(value)
    closed = recognize(mp.mpf(str(sympy.N(exact, 80))), mp)
    assert closed is not None
    assert sympy.simplify(sympy.sympify(closed.text) - exact) == 0
