"""Statements without LaTeX."""

from __future__ import annotations

import pytest

from solver.proof.write.printed import in_a_row, printed

CASES = [
    (r"$\angle BA_1C = 60^\circ$.", "∠BA₁C = 60°."),
    (r"circumcircle $\omega$ of $\triangle ABC$", "circumcircle ω of △ABC"),
    (r"$\overline{AB} \parallel \overline{CD}$, $AB^2 = \frac{1}{2} CD^{2}$", "AB ∥ CD, AB² = 1/2 CD²"),
    (
        r"$\frac{AB+CD}{2} = \dfrac{\sqrt{3}}{2 \cdot AD}$, $\sqrt{AB \cdot CD} = \frac12$",
        "(AB+CD)/2 = √3/(2 · AD), √(AB · CD) = 1/2",
    ),
    (r"Let $\Gamma$ and $\varphi$", "Let Γ and φ"),
    ("triangle A B C; prove |A B| = |A_1 C'|", "triangle A B C; prove |A B| = |A₁ C'|"),
    ("在△ABC中，∠A=60°", "在△ABC中，∠A=60°"),
]


@pytest.mark.parametrize(("typed", "shown"), CASES)
def test_signs_are_shown_as_a_paper_does(typed: str, shown: str) -> None:
    assert printed(typed) == shown


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "triangle A B C\nM midpoint of B C\nprove |M B| = |M C|",
            "triangle A B C; M midpoint of B C; prove |M B| = |M C|",
        ),
        ("Let ABC be a\ntriangle. Prove that\n∠A = ∠A.", "Let ABC be a triangle. Prove that ∠A = ∠A."),
        ("在三角形ABC中，\nAB=AC。", "在三角形ABC中，AB=AC。"),
    ],
)
def test_a_text_in_a_row(text: str, row: str) -> None:
    assert in_a_row(text) == row
