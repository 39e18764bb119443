"""Answers beside keys, written as papers print them."""

from __future__ import annotations

import pytest

from solver.answers.agree import agrees


@pytest.mark.parametrize(
    ("answer", "key", "same"),
    [
        ("3*sqrt(15)/10", r"$\frac{3\sqrt{3}}{2\sqrt{5}}$", True),
        ("R - 2*r", "$R-2r$", True),
        ("-(3*XY - 3*XZ)/2", r"$\frac{3}{2}(XZ-XY)$", True),
        ("sqrt(y/z)", r"$\sqrt{\frac{y}{z}}$", True),
        ("R*sqrt(3)", r"$R\sqrt3$", True),
        ("AB^2 + AB*BC", "$AB(AB+BC)$", True),
        ("a*c/(b + c)", r"$\frac{ac}{b+c}$", True),
        ("2*R*sin(α)", r"$2R\sin\alpha$", True),
        ("3/5", r"$\frac35$", True),
        ("sqrt(25 + 12*sqrt(3))", r"$\sqrt{25+12\sqrt3}$", True),
        ("4*sqrt(2)", "4*sqrt(2)", True),
        ("3/2", "1.5", True),
        ("a*b", r"$\frac{ab}{2}$", False),
        ("45", r"$45^\circ$", True),
        ("7", "8", False),
        ("R - r", "$R-2r$", False),
        ("", "8", False),
        ("8", "it can't be said", None),
        ("60, 90", r"$90^\circ$ and $60^\circ$", True),
        ("60, 90", "60, 90", True),
        ("60, 90", "60", False),
        ("60", "60, 90", False),
        ("1, sqrt(2)", r"$\sqrt2$ or $1$", True),
        ("CRootOf(x**2 - 2, 1)", "2", False),
    ],
)
def test_an_answer_agrees_by_its_value(answer: str, key: str, same: bool | None) -> None:
    assert agrees(answer, key) is same
