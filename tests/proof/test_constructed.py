"""Auxiliary points in words."""

from __future__ import annotations

import pytest

from solver.language.jgex import read_clause
from solver.proof.constructed import constructed_in_words
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Voice
from solver.statements.names import Names


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("x = on_line x a b, on_bline x a b", "X, the midpoint of AB"),
        ("x = on_tline x a b c, on_line x b c", "X, the foot of the perpendicular from A to BC"),
        ("x = on_line x a b, on_circle x b a", "X, the reflection of A in B"),
        ("x = on_circle x b a, on_circle x c a", "X, the reflection of A in line BC"),
        ("x = on_bline x a b, on_bline x a c", "X, the center of the circle through A, B, C"),
        ("x = on_tline x a b c, on_tline x b a c", "X, the orthocenter of △ABC"),
        ("x = on_pline x b a c, on_pline x c a b", "X, the fourth corner of the parallelogram with sides AB and AC"),
        ("x = on_line x a b, on_line x c d", "X, where line AB meets line CD"),
        ("x = on_line x a b, on_circum x a c d", "X, where line AB meets the circle through A, C, D again, besides A"),
        ("x = on_line x a b, on_bline x c d", "X, where line AB meets the perpendicular bisector of CD"),
        (
            "x = on_dia x a b, on_circle x c d",
            "X, where the circle on the diameter AB meets the circle about C through D",
        ),
        ("x = on_pline x a b c", "X on the parallel to BC through A"),
        ("x = angle_bisector x a b c", "X on a bisector of angle ABC"),
    ],
)
def test_a_construction_is_called_by_its_name_or_by_its_loci(clause: str, words: str) -> None:
    points = "abcd"
    read, _ = read_clause(clause, points)
    assert constructed_in_words(read, Voice(Names.of((*points, "x")), ENGLISH)) == words
