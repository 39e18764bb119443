"""Claims made true of a figure by their constants, or claimed of it all the same."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

import numpy as np

from solver.checker.conditions import exists
from solver.checker.conditions import value as value_of
from solver.checker.figures import Figure
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import (
    Claim,
    Statement,
)

Figures = Mapping[str, complex]


#: A sine of an angle that is off a right one by so little, but by more than rounding, is 1 to as many digits as are looked at here.
NEARLY_RIGHT = (1e-9, 1e-3)
#: Constants of directions have denominators up to this, those of logarithms are halves of integers.
TURNS = 24


def made_true(said: Claim, at: Figures, rng: np.random.Generator) -> Claim | None:
    """The premise, if it can be true in the figure: with a constant for it, a factor, or as a predicate."""
    if isinstance(said, Statement):
        if said.repeated_point() is not None:
            return None
        error = Figure(at).error(said)
        return said if error is not None and error < 1e-9 else None
    made = _with_constant(said, at)
    if made is None:
        return None
    if made.theory is Theory.DIRECTION and rng.random() < 0.2:
        return made.scaled(Fraction(int(rng.choice([-2, 2, 3, 1])), int(rng.choice([1, 1, 2]))))
    return made.scaled(int(rng.choice([1, 1, 1, -1, 2])))


def _with_constant(said: Equation, at: Figures) -> Equation | None:
    """The equation with the constant that makes it true; None where that isn't one of those that are written."""
    if not said.terms or not all(exists(at, q) for q, _ in said.terms):
        return None
    if any(len(q) == 3 and NEARLY_RIGHT[0] < abs(_cosine(at, *q)) < NEARLY_RIGHT[1] for q, _ in said.terms):
        return None
    bare = Equation.of(said.theory, said.terms)
    value = value_of(bare, at)
    if said.theory is Theory.DIRECTION:
        turns = Fraction(round(value * TURNS), TURNS)
        return Equation.of(said.theory, said.terms, {1: -turns}) if abs(value - float(turns)) < 1e-9 else None
    if abs(value) < 1e-9:
        return bare
    if said.theory is Theory.LOG:
        for two in range(-4, 5):
            for three in (-2, -1, 0, 1, 2):
                if abs(value - (two * math.log(2) + three * math.log(3)) / 2) < 1e-9:
                    return Equation.of(said.theory, said.terms, {2: Fraction(-two, 2), 3: Fraction(-three, 2)})
    return None


def _cosine(at: Figures, a: str, v: str, b: str) -> float:
    x, y = at[a] - at[v], at[b] - at[v]
    return (x.conjugate() * y).real / abs(x * y)


def claimed(said: Claim, at: Figures, rng: np.random.Generator) -> Claim | None:
    """What the step claims: true, or off by a turn or half of one, with a factor, or without the constant that it needs."""
    if isinstance(said, Statement):
        return said if said.repeated_point() is None else None
    if not said.terms:
        return None
    made = _with_constant(said, at) or said
    if rng.random() < 0.4 and made.theory is Theory.DIRECTION:
        off = Fraction(int(rng.choice([-2, -1, 1, 2])), int(rng.choice([1, 1, 2, 3, 6])))
        constants = {1: sum((c for _, c in made.constants), Fraction(0)) + off}
        made = Equation.of(made.theory, made.terms, constants)
    elif rng.random() < 0.2:
        made = said
    if rng.random() < 0.25:
        made = made.scaled(Fraction(int(rng.choice([-1, 2, 3, -2])), int(rng.choice([1, 1, 2, 3]))))
    return made
