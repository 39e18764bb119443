"""What equations come to by products of integers is what angles and logarithms to many digits say."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import inf

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.checker.figures import MOST_TIMES, FineFigure
from solver.statements.equation import Equation, Quantity, Theory, segment, sine
from solver.statements.measured import Measured

BITS = 200
MP = mpmath.MPContext()
MP.prec = 4 * BITS  # the sine of an angle of nearly 180° has few of its digits
POINTS = "abcde"

_PLACE = st.integers(-(2**BITS), 2**BITS)
_PLACES = st.lists(st.tuples(_PLACE, _PLACE), min_size=5, max_size=5, unique=True)
_SEGMENT = st.lists(st.sampled_from(POINTS), min_size=2, max_size=2, unique=True).map(lambda p: segment(*p))
_SINE = st.lists(st.sampled_from(POINTS), min_size=3, max_size=3, unique=True).map(lambda p: sine(*p))
_FACTOR = st.fractions(-4, 4, max_denominator=3).filter(bool)


@st.composite
def equations(draw: st.DrawFn) -> Equation:
    theory = draw(st.sampled_from(Theory))
    quantity = st.one_of(_SEGMENT, _SINE) if theory is Theory.LOG else _SEGMENT
    terms = draw(st.lists(st.tuples(quantity, _FACTOR), min_size=1, max_size=4))
    bases = {Theory.DIRECTION: (1,), Theory.LOG: (2, 3)}.get(theory, ())
    return Equation.of(theory, terms, {base: draw(_FACTOR) for base in bases})


def by_functions(e: Equation, at: dict[str, tuple[int, int]]) -> mpmath.mpf:
    places = {p: MP.mpc(x, y) / 2**BITS for p, (x, y) in at.items()}

    def along(a: str, b: str) -> mpmath.mpc:
        return places[b] - places[a]

    def measure(q: Quantity) -> mpmath.mpf:
        if len(q) == 3:
            return MP.log(abs(MP.sin(MP.arg(along(q[1], q[0]) / along(q[1], q[2])))))
        size = abs(along(*q))
        return {
            Theory.DIRECTION: MP.arg(along(*q)) / MP.pi,
            Theory.LOG: MP.log(size),
            Theory.LENGTH: size,
            Theory.SQUARE: size**2,
        }[e.theory]

    total = sum((MP.mpf(c.numerator) / c.denominator * measure(q) for q, c in e.terms), MP.zero)
    for base, c in e.constants:
        total += MP.mpf(c.numerator) / c.denominator * (1 if base == 1 else MP.log(base))
    if e.theory is not Theory.DIRECTION:
        return total
    total *= e.whole[0]
    return total - MP.nint(total)


def _is_any_flat(e: Equation, at: Mapping[str, tuple[int, int]]) -> bool:
    """Whether a sine is that of an angle of 0° or 180°, which functions may take for a very small one."""
    corners = ([at[p] for p in q] for q, _ in e.terms if len(q) == 3)
    return any((a[0] - v[0]) * (b[1] - v[1]) == (a[1] - v[1]) * (b[0] - v[0]) for a, v, b in corners)


@settings(max_examples=150, deadline=None)
@given(equations(), _PLACES)
def test_products_say_what_functions_say(e: Equation, places: list[tuple[int, int]]) -> None:
    at = dict(zip(POINTS, places, strict=True))
    try:
        expected = by_functions(e, at)
    except (ZeroDivisionError, ValueError):
        return
    if not MP.isfinite(expected) or _is_any_flat(e, at):  # an angle of 180° has no sine to take the logarithm of
        return
    found = mpmath.mpf(Measured(BITS, at).value(e)) / 2**BITS
    off = abs(found - expected)
    assert min(off, 1 - off if e.theory is Theory.DIRECTION else inf) < 1e-12 * (1 + abs(expected))


@pytest.mark.parametrize(
    ("theory", "terms", "constants"),
    [
        (Theory.DIRECTION, {"ab": 1, "bc": -1}, {1: Fraction(1, 2)}),
        (Theory.DIRECTION, {"ab": Fraction(1, 2), "bc": Fraction(-1, 2)}, {1: Fraction(1, 4)}),
        (Theory.LOG, {"ab": 1, "bc": -1}, {2: 1, 3: -1}),
        (Theory.LOG, {"ab": Fraction(3, 2), "bc": Fraction(-3, 2)}, {2: Fraction(3, 2), 3: Fraction(-3, 2)}),
        (Theory.LENGTH, {"ab": 2, "bc": -3}, {}),
        (Theory.SQUARE, {"ab": 4, "bc": -9, "ac": 0}, {}),
    ],
)
def test_what_is_true_is_true_to_all_digits(
    theory: Theory, terms: dict[str, Fraction | int], constants: dict[int, Fraction | int]
) -> None:
    e = Equation.of(theory, [(segment(*q), c) for q, c in terms.items()], constants)
    b = (2**BITS // 7, 2**BITS // 11)
    at = {"a": (b[0] - 3 * 10**50, b[1] - 6 * 10**50), "b": b, "c": (b[0] - 4 * 10**50, b[1] + 2 * 10**50)}
    assert abs(Measured(BITS, at).value(e)) < 2**20  # of 2^200


def test_an_equation_of_more_quantities_than_anybody_needs_is_not_believed() -> None:
    figure = FineFigure(BITS, {"a": (0, 0), "b": (2**BITS, 0), "c": (0, 2**BITS)})
    said = Equation.of(Theory.DIRECTION, [(("a", "b"), MOST_TIMES), (("a", "c"), -MOST_TIMES)])
    assert figure.error(said) == inf
    assert figure.error(Equation.of(Theory.DIRECTION, [(("a", "b"), 2), (("a", "c"), -2)])) == 0
