"""Combinations told by angles with names."""

from __future__ import annotations

from cmath import exp
from fractions import Fraction
from math import pi

import pytest

from solver.proof.context import Context, Letters
from solver.proof.named_angles import Fact, Value, with_names
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Voice
from solver.statements.equation import Equation, Theory, segment
from solver.statements.names import Names

#: A triangle with its incenter.
PLACES = {"a": 0j, "b": 6 + 0j, "c": 2 + 4j}


def incenter() -> complex:
    a, b, c = PLACES["a"], PLACES["b"], PLACES["c"]
    x, y, z = abs(b - c), abs(c - a), abs(a - b)
    return (x * a + y * b + z * c) / (x + y + z)


CONTEXT = Context(
    {}, {"p0": (1,), "p1": (2,), "p2": (3,)}, Voice(Names.of("abci"), ENGLISH), {**PLACES, "i": incenter()}, own=9
)


def bisector(a: str, v: str, b: str) -> Equation:
    terms = [(segment(v, "i"), 2), (segment(v, a), -1), (segment(v, b), -1)]
    return Equation.of(Theory.DIRECTION, terms)


def test_bisectors_get_names_which_add_up_to_a_right_angle() -> None:
    facts = [
        Fact(bisector("b", "a", "c"), "p0"),
        Fact(bisector("a", "b", "c"), "p1"),
        Fact(bisector("a", "c", "b"), "p2"),
    ]
    claim = Equation.of(Theory.DIRECTION, [(segment("b", "i"), 1), (segment("c", "i"), -1), (segment("a", "i"), 1), (segment("b", "c"), -1)], {1: Fraction(1, 2)})  # fmt: skip
    context = Context(CONTEXT.steps, CONTEXT.numbers, CONTEXT.voice, CONTEXT.places, own=9, letters=Letters())
    named = with_names(claim, facts, lambda q: q, context)
    assert named is not None
    assert len(named.lets) == 3
    assert named.relations == ["α + β + γ = 90°"]


def test_a_name_is_said_once() -> None:
    context = Context(CONTEXT.steps, CONTEXT.numbers, CONTEXT.voice, CONTEXT.places, own=9, letters=Letters())
    claim = Equation.of(Theory.DIRECTION, [(segment("a", "b"), 1), (segment("a", "c"), 1), (segment("a", "i"), -2)])
    first = with_names(claim, [Fact(bisector("b", "a", "c"), "p0")], lambda q: q, context)
    again = with_names(claim, [Fact(bisector("b", "a", "c"), "p0")], lambda q: q, context)
    assert first is not None and again is not None
    assert len(first.lets) == 1 and first.lets[0].startswith("α = ∡")
    assert len(again.lets) == 1  # the same line gives it again

    other = Context(context.steps, context.numbers, context.voice, context.places, own=10, letters=context.letters)
    later = with_names(claim, [Fact(bisector("b", "a", "c"), "p0")], lambda q: q, other)
    assert later is not None and later.lets == [] and later.known == {9: ["α"]}


def test_sums_of_names_are_written_without_a_leading_minus() -> None:
    assert str(Value.of({"α": 1, "β": 2}, Fraction(90))) == "α + 2β + 90°"
    assert str(Value.of({"α": -1}, Fraction(0))) == "180° − α"
    assert str(Value.of({"α": -1, "β": 1}, Fraction(0))) == "β − α"
    assert str(Value()) == "0°"


@pytest.mark.parametrize(("size", "half"), [(60, "30°"), (90, "45°"), (100, "50°"), (150, "75°")])
def test_half_of_an_angle_whose_size_is_known_is_half_as_large(size: int, half: str) -> None:
    turn = exp(1j * pi * size / 180)
    places = {"a": 0j, "b": 6 + 0j, "c": 4 * turn, "i": 3 * turn**0.5}
    context = Context(CONTEXT.steps, CONTEXT.numbers, CONTEXT.voice, places, own=9, letters=Letters())
    known = Equation.of(Theory.DIRECTION, [(segment("a", "c"), 1), (segment("a", "b"), -1)], {1: Fraction(-size, 180)})
    claim = Equation.of(Theory.DIRECTION, [(segment("a", "i"), 1), (segment("a", "b"), -1)], {1: Fraction(-size, 360)})
    facts = [Fact(bisector("b", "a", "c"), "p0"), Fact(known, "p1")]
    named = with_names(claim, facts, lambda q: q, context)
    assert named is not None
    assert named.relations == [f"α = {half}"]
