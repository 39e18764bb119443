"""How a statement is said to be understood."""

from __future__ import annotations

import pytest

from solver.service.reading import read_statement


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("Let $H$ be the orthocenter of triangle $ABC$. Prove that $AH$ is perpendicular to $BC$.", "Let $H$ be the"),
        ("In triangle ABC, suppose that D is the midpoint of BC. Prove that BD = DC.", "suppose that D is the"),
        ("设H是△ABC的垂心。求证：AH⊥BC。", "设H是"),
        ("D is the midpoint of the side BC of triangle ABC. Prove that BD = DC.", "D is the"),
        ("triangle A B C; H orthocenter of A B C; prove A H perpendicular to B C", "H orthocenter"),
    ],
)
def test_a_sentence_is_quoted_from_its_first_word(statement: str, first: str) -> None:
    quoted = [sentence.text for sentence in read_statement(statement).sentences]
    assert any(text.startswith(first) for text in quoted), quoted
    assert all(text.count("$") % 2 == 0 for text in quoted)
