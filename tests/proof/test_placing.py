"""Proofs by coordinates say which points are free and which these determine."""

from __future__ import annotations

import pytest

from solver.language.read import parse_statement
from solver.proof.phrases.phrases import Tongue
from solver.proving import prove
from solver.result import Method


@pytest.mark.parametrize(
    ("statement", "language", "said"),
    [
        (
            "trapezoid ABCD with AB ∥ CD; AC meets BD at P; prove [PAD] = [PBC]",
            Tongue.ENGLISH,
            "A, D, P may be anywhere, B anywhere on a line or circle and this determines C",
        ),
        ("triangle ABC; ∠A = 45°; ∠B = 60°; AB = 2; prove [ABC] = 3 - √3", Tongue.ENGLISH, "A, C may be anywhere and this determines B"),
        ("triangle ABC; ∠A = 45°; ∠B = 60°; AB = 2; prove [ABC] = 3 - √3", Tongue.CHINESE, "A, C 任意取，B 由此确定"),
    ],
)  # fmt: skip
def test_it_is_said_what_places_the_points(statement: str, language: Tongue, said: str) -> None:
    proof = prove(parse_statement(statement), method=Method.ALGEBRAIC).proof
    assert proof is not None
    assert said in " ".join(proof.text(language).split())
