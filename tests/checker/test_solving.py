"""Figures in which premises hold, to many digits: residuals, their derivatives, and double roots."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from solver.checker.conditions import Places
from solver.checker.figures import FineFigure
from solver.checker.residuals import Residuals
from solver.checker.solving import PremiseSystem
from solver.statements.equation import Equation
from solver.statements.predicates import Statement
from tests.checker.claims import claim, form, turned
from tests.deduction.figures import on_circle

A, B, C, D = (z + 0.1j for z in (0.13 + 1.41j, -1.0 - 0.2j, 1.3 - 0.35j, 0.4 + 0.6j))
EQUATIONS = ("d: ab - cd + 1/3", "l: ab - 2bc + #2", "m: ab + bc - ac", "s: ab + 3cd - 2bd", "d: ab + ac - bc")


def residuals() -> tuple[Residuals, np.ndarray]:
    equations: list[Equation] = [form(text) for text in EQUATIONS]
    return Residuals(equations, "abcd"), np.array([z.real for z in (A, B, C, D)] + [z.imag for z in (A, B, C, D)])


def test_derivatives_are_those_of_the_residuals() -> None:
    system, u = residuals()
    value, jacobian = system.linearized(u)
    for k in range(len(u)):
        step = np.zeros(len(u))
        step[k] = 1e-6
        slope = (system.linearized(u + step)[0] - system.linearized(u - step)[0]) / 2e-6
        assert jacobian[:, k] == pytest.approx(slope, abs=1e-8)
    exact = system.exact(130, [int(Fraction(float(x)) * 2**130) for x in u])
    assert value == pytest.approx([v / 2**130 for v in exact], abs=1e-14)


def solved(premises: list[str], at: Places, digits: int = 50) -> FineFigure | None:
    said = [claim(text) for text in premises]
    system = PremiseSystem([s for s in said if isinstance(s, Statement)], at)
    z = system.solve(np.array([at[p] for p in system.points]))
    assert z is not None
    return system.polish(z, digits)


def is_exact(figure: FineFigure | None, text: str) -> bool:
    assert figure is not None
    error = figure.error(claim(text))
    return error is not None and error < Fraction(1, 10**50)


def test_premises_are_solved_to_many_digits() -> None:
    at = turned(a=A, b=B, c=C, m=(B + C) / 2 + 1e-9)
    figure = solved(["coll m b c", "cong m b m c"], at)
    assert is_exact(figure, "midp m b c")


def test_redundant_premises_are_no_hindrance() -> None:
    a, b, c, d = on_circle(10, 80, 190, 300)
    at = turned(a=a, b=b, c=c, d=d, o=0j)
    figure = solved(["cyclic a b c d", "circle o a b c", "circle o b c d", "cong o a o d", "cyclic b a d c"], at)
    assert is_exact(figure, "circle o a b c d")


@pytest.mark.parametrize("off", [0.0, 1e-8])
def test_a_chord_as_long_as_a_diameter_is_a_double_root(off: float) -> None:
    a, b, c, d = on_circle(10, 190, 60, 240 + off)
    at = turned(a=a, b=b, c=c, d=d, o=0j)
    premises = ["cong a b c d", "cong c o a o", "cyclic a b c d", "coll o a b", "cong o a o b"]
    figure = solved(premises, at)
    assert is_exact(figure, "coll o c d")
    assert all(is_exact(figure, p) for p in premises)


def test_two_touching_circles_are_a_double_root() -> None:
    # x on both circles, which touch there because |op| = |oa| + |pa|.
    at = turned(o=0, p=3, a=1, x=1, b=2.2 + 0.4j)
    figure = solved(["distseq o p o a p a 1 -1 -1", "cong o x o a", "cong p x p a", "cong b x b a"], at)
    assert is_exact(figure, "overlap a x")
    assert is_exact(figure, "coll o p a")


def test_contradicting_premises_have_no_figure() -> None:
    at = turned(a=A, b=B, c=C)
    system = PremiseSystem(
        [
            Statement(s.predicate, s.points, s.constants)
            for s in map(claim, ("perp a b a c", "aconst a b a c 89"))
            if isinstance(s, Statement)
        ],
        at,
    )
    assert system.solve(np.array([at[p] for p in system.points])) is None
