"""Formulas within sentences."""

from __future__ import annotations

import pytest

from solver.proof.write.mathematics import Kind, latex_formula, runs
from solver.statements.names import Names

NAMES = Names.of(["a", "b", "c", "d", "e", "p", "o1", "i"])


def pieces(sentence: str, names: Names = NAMES) -> list[tuple[Kind, str]]:
    return [(run.kind, run.text) for run in runs(sentence, names)]


def formulas(sentence: str) -> list[str]:
    return [text for kind, text in pieces(sentence) if kind is Kind.FORMULA]


def test_a_sentence_is_words_formulas_and_references() -> None:
    assert pieces("∡ABC = ∡ADC (3, 12), as A, B (2) are there.") == [
        (Kind.FORMULA, "∡ABC = ∡ADC"),
        (Kind.WORDS, " "),
        (Kind.REFERENCE, "(3, 12)"),
        (Kind.WORDS, ", as "),
        (Kind.FORMULA, "A"),
        (Kind.WORDS, ", "),
        (Kind.FORMULA, "B"),
        (Kind.WORDS, " "),
        (Kind.REFERENCE, "(2)"),
        (Kind.WORDS, " are there."),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("By Pascal's theorem Find the Distance", []),
        ("△ABC ∼ △O₁DE (oppositely oriented)", ["△ABC ∼ △O₁DE"]),
        ("2·AB² + 3·CD² = 4·AB·CD", ["2·AB² + 3·CD² = 4·AB·CD"]),
        ("∡(AB, CD) + 90° = 2∡O₁AB", ["∡(AB, CD) + 90° = 2∡O₁AB"]),
        ("sin∠ABC = 1/2", ["sin∠ABC = 1/2"]),
        ("circles with 3 common points", []),
        ("AB : CD = 2 : 3", ["AB : CD = 2 : 3"]),
        ("AB·BC/(4·[ABC]) ≥ 4·[ABC]/(AB + BC), as", ["AB·BC/(4·[ABC]) ≥ 4·[ABC]/(AB + BC)"]),
        ("is x·y·(x − y)^2/32 + z^2, where x = BA − BC", ["x·y·(x − y)^2/32 + z^2", "x = BA − BC"]),
        ("a point (the first) is |2A − B − C|²/4 (ASA)", ["|2A − B − C|²/4"]),
        ("Take A(0, 0) and B(−4, √3/2) (1, 2); then", ["A(0, 0)", "B(−4, √3/2)"]),
        ("A(1 + √5, −√(10 − 2·√5)) (3) and O₁(≈ 0.25, ≈ −1.5)", ["A(1 + √5, −√(10 − 2·√5))", "O₁(≈ 0.25, ≈ −1.5)"]),
        ("AB = ⟨2, 1⟩ (2, 1)", ["AB = ⟨2, 1⟩"]),
        ("since 2·(−4) + (1/8)·16 = 0, and", ["2·(−4) + (1/8)·16 = 0"]),
        ("the circle (x − 3)² + (y + 1/2)² = 65/4", ["(x − 3)² + (y + 1/2)² = 65/4"]),
        ("[ABC] = |3·(−2) − 1·(1 + √3)|/2 = 5 (ASA)", ["[ABC] = |3·(−2) − 1·(1 + √3)|/2 = 5"]),
        ("AB = √((1 + √3)² + (1/2)²) (4)", ["AB = √((1 + √3)² + (1/2)²)"]),
        ("tan∡ABC = −3/4", ["tan∡ABC = −3/4"]),
        ("√(AB·(CD + 1)·BC) is cos∠ABC", ["√(AB·(CD + 1)·BC)", "cos∠ABC"]),
    ],
)
def test_formulas_are_found_by_names_and_signs(sentence: str, found: list[str]) -> None:
    assert formulas(sentence) == found


def test_nothing_is_lost() -> None:
    for sentence in ("∡ABC = ∡(AB, CD) + 90° (3) = ∡EPD (5), as B, C, D (2) are collinear.", "Plainly, 7 of them."):
        assert "".join(text for _, text in pieces(sentence)) == sentence


def test_names_as_they_are_typed_have_blanks_between_them() -> None:
    names = Names.of(["a", "A", "c"])
    assert [text for kind, text in pieces("∡a A c = 30°, as a, c are", names) if kind is Kind.FORMULA] == [
        "∡a A c = 30°",
        "a",
        "c",
    ]


def test_latex_has_commands_for_the_signs() -> None:
    assert latex_formula("∡O₁AB = 90°") == r"\measuredangle O_{1}AB = 90^{\circ}"
    assert latex_formula("2·AB² ≠ √3·CD") == r"2\cdot AB^{2} \neq  \sqrt{3}\cdot CD"
    assert latex_formula("(x − y)^2 ≥ √(AB·(x + y))") == r"(x - y)^{2} \geq  \sqrt{(AB\cdot (x + y))}"
