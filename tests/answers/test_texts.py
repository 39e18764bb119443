"""Questions as contests and textbooks print them, answered exactly and proved: one or two of each kind."""

from __future__ import annotations

import pytest

from solver.answers.agree import agrees
from solver.proving import prove

#: A text, its answer as papers print it.
TEXTS = {
    "legs without names": ("In a right triangle with legs $6$ and $8$, find the length of the median to the hypotenuse.", "5"),
    "the side of a length": (
        "The sides of a triangle are 13, 14 and 15. Find the length of the altitude to the side of length 14.", "12",
    ),
    "a trapezoid with perpendicular diagonals": (
        "In isosceles trapezoid $PQRS$ with bases $QR = 4$ and $PS = 10$, the diagonals are perpendicular. Find the area of $PQRS$.", "49",
    ),
    "an angle of the only figure, at a double root": ("In triangle $ABC$, $AB = 2AC$ and $\\angle B = 30^\\circ$. Find $\\angle A$.", "60"),
    "a double angle": ("In triangle $ABC$, $\\angle B = 2\\angle C$. Express $AC^2$ in terms of $AB$ and $BC$.", "$AB(AB+BC)$"),
    "a double angle with values": ("在△ABC中，∠B=2∠C，AB=4，BC=5，求AC的长。", "6"),
    "a half angle": ("Let ABC be a triangle with AB = 6, BC = 7, CA = 8. Find $\\cos\\frac{A}{2}$.", r"$\frac78$"),
    "a triangle in a square": (
        "Let $KLMN$ be a square. Equilateral triangle $KLX$ is constructed inside the square. Find $\\angle MXN$ in degrees.", "150",
    ),
    "a triangle in a square, in Chinese": ("以正方形ABCD的边AB为边向内作等边△ABE，求∠CED的度数。", "150"),
    "a surd times a name": (
        "Triangle $XYZ$ is inscribed in a circle of radius $R$, $\\angle X = 45^\\circ$ and $\\angle Y = 60^\\circ$. Find $[XYZ]$ in terms of $R$.",
        r"$\frac{(3+\sqrt3)R^2}{4}$",
    ),
    "how much": ("In triangle ABC, AB = 13, BC = 14 and CA = 15. How much longer is the circumradius than the inradius?", r"\frac{33}{8}"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_answered_exactly_and_proved(name: str) -> None:
    text, key = TEXTS[name]
    found = prove(text, timeout=60)
    assert found.answer is not None, found.reason
    assert agrees(found.answer.text, key)
    assert found.is_proved, found.reason


def test_several_questions_with_one_answer_have_it() -> None:
    found = prove("Rectangle ABCD has sides 3 and 4. Find the length of the diagonals of rectangle ABCD.", timeout=60)
    assert found.answer is not None
    assert found.answer.text == "5"
