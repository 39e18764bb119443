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
        (
            "trapezoid ABCD with AB ∥ CD; AC meets BD at P; prove [PAD] = [PBC]",
            Tongue.CHINESE,
            "A, D, P 任意取，B 在一条直线或圆上任意取，C 由此确定",
        ),
    ],
)
def test_it_is_said_what_places_the_points(statement: str, language: Tongue, said: str) -> None:
    proof = prove(parse_statement(statement), method=Method.ALGEBRAIC).proof
    assert proof is not None
    assert said in " ".join(proof.text(language).split())
