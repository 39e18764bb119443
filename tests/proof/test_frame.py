"""Coordinates of rigid figures, as a reader sees them: the frame, the points, and what is computed."""

from __future__ import annotations

import mpmath
import pytest

from solver.language.read import parse_statement
from solver.proof.frame import DIGITS, Numbers
from solver.proof.phrases.phrases import Tongue
from solver.proving import prove
from solver.result import Method
from solver.statements.expression import evaluate

SQUARE = "square ABCD; E midpoint of AB; F on segment BC; |BF| = 1/4 |BC|; "
TRIANGLE = "triangle ABC; AB : BC : CA = 13 : 14 : 15; "


def told(statement: str, language: Tongue = Tongue.ENGLISH) -> str:
    proof = prove(parse_statement(statement), method=Method.ALGEBRAIC).proof
    assert proof is not None
    return proof.reading_in(language).steps[-1].words


@pytest.mark.parametrize(
    ("statement", "frame", "computed"),
    [
        (
            SQUARE + "prove DE ⟂ EF",
            "Take A(0, 0) and B(4, 0); then C(4, 4) and D(0, 4) (1), E(2, 0) (2) and F(4, 1) (3, 4).",
            "DE = ⟨2, −4⟩ and EF = ⟨2, 1⟩ are perpendicular, since 2·2 + (−4)·1 = 0",
        ),
        (
            SQUARE + "G midpoint of CD; H midpoint of AD; prove GH ∥ AC",
            "then C(2, 2) and D(0, 2) (1), G(1, 2) (2) and H(0, 1) (3).",
            "AC = ⟨2, 2⟩ and GH = ⟨−1, −1⟩ are parallel",
        ),
        (
            "equilateral triangle ABC; D midpoint of BC; prove |AB|^2 = 4/3 |AD|^2",
            "then A(1, √3) (1) and D(1, 0) (2)",
            "AB² = 1² + (√3)² = 4 and AD² = (√3)² = 3",
        ),
        (
            TRIANGLE + "AD, BE altitudes; M midpoint of BC; N midpoint of AB; prove that D, E, M, N are concyclic",
            "D(",
            "D, E, M, N lie on the circle (x",
        ),
        ("square ABCD; E midpoint of AB; F midpoint of BC; AF meets DE at P; prove ∠ P A B = ∠ E D A", "P(", "tan∡"),
        ("Let ABCDE be a regular pentagon. AC and BD meet at F. Prove that AF = AB.", "√(5 − 2·√5)", "= 24 − 8·√5"),
    ],
)
def test_frame_points_and_computation_are_told(statement: str, frame: str, computed: str) -> None:
    words = told(statement)
    assert frame in words
    assert computed in words


def test_it_is_told_in_chinese() -> None:
    words = told(SQUARE + "prove DE ⟂ EF", Tongue.CHINESE)
    assert "取 A(0, 0)，B(4, 0)，则 C(4, 4)，D(0, 4) (1)" in words
    assert "且 2·2 + (−4)·1 = 0，故两者垂直" in words


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("cos(0)/8", "1/8"),
        ("-sqrt(3)/2", "−√3/2"),
        ("(1 + sqrt(5))/2", "1/2 + √5/2"),
        ("sqrt(10 - 2*sqrt(5))/4", "√(10 − 2·√5)/4"),
        ("sqrt(2) - sqrt(3)", "√2 − √3"),
        ("-(sqrt(6) + sqrt(2))/4", "−√6/4 − √2/4"),
        ("cos(pi/9)", "≈ 0.939693"),
    ],
)
def test_numbers_are_recognized_by_square_roots(value: str, said: str) -> None:
    mp = mpmath.MPContext()
    mp.dps = 500
    functions = {"sqrt": mp.sqrt, "cos": mp.cos, "pi": mp.pi}
    x = eval(value, functions)
    numbers = Numbers(mp)
    assert numbers.said(x) == said
    closed = numbers.closed(x)
    assert closed is None or abs(evaluate(mp, closed, {}) - x) < mp.mpf(10) ** -DIGITS


def test_what_is_free_has_no_frame() -> None:
    assert "Take" not in told("trapezoid ABCD with AB ∥ CD; AC meets BD at P; prove [PAD] = [PBC]")
