"""What a piece has lost, told without singular values where it is plain."""

from __future__ import annotations

from itertools import islice

import pytest

from solver.language.order import introduction
from solver.language.read import parse_statement
from solver.verdict import components
from solver.verdict.components import piece_of
from solver.verdict.sample import samples

STATEMENTS = (
    "a b c = triangle a b c; d = foot d a b c; e = foot e b a c; h = on_line h a d, on_line h b e ? perp c h a b",
    "a b c = triangle a b c; i = incenter i a b c; o = circumcenter o a b c; m = midpoint m b c ? para o m o m",
    "a b c = triangle a b c; d = on_circum d a b c; e = on_line e a b, on_line e c d ? eqangle a b a d c b c d",
    "a b c = triangle a b c; d = on_bline d b c, angle_bisector d b a c ? cyclic a b c d",
    "a b c = iso_triangle a b c; m = midpoint m b c ? perp a m b c",
    "Triangle ABC. BE and CF are altitudes of triangle ABC. BE = CF. Prove AB = AC.",
)


@pytest.mark.parametrize("text", STATEMENTS)
def test_what_is_plain_is_so_by_singular_values_too(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = parse_statement(text)
    order = introduction(problem)
    figures = [f for f in islice(samples(problem, None), 20) if f is not None]
    quick = [piece_of(problem, f, order) for f in figures]
    monkeypatch.setattr(components, "_unrestricted", lambda *given: None)
    slow = [piece_of(problem, f, order) for f in figures]
    assert quick == slow
    assert figures


def test_a_restricted_triangle_is_not_plain() -> None:
    """Not every triangle has two altitudes of one length."""
    problem = parse_statement(STATEMENTS[-1])
    figure = next(f for f in samples(problem, None) if f is not None)
    piece = piece_of(problem, figure, introduction(problem))
    assert piece is not None
    assert not piece.is_plain
