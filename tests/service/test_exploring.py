"""A caller's own points: what follows with them, and what they must not say."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.service.exploring import explore_statement, try_points

ISOSCELES = "triangle A B C; |A B| = |A C|; prove angle A B C = angle A C B"
MIDDLES = "a b c = triangle a b c; m = midpoint m a b; n = midpoint n a c ? para m n b c"


def test_facts_are_found_whatever_the_goal() -> None:
    given = "triangle A B C; A D and B E altitudes; A D meets B E at H"
    asked, proving = (
        explore_statement(f"{given}; {end}", "t", 20, 0, 5) for end in ("what can be said?", "prove |A B| = |A C|")
    )
    assert asked.facts and proving.facts


@pytest.mark.parametrize("text, points", [(ISOSCELES, "M midpoint of B C"), (MIDDLES, "p = midpoint p b c")])
def test_points_of_ones_own_are_added(text: str, points: str) -> None:
    tried = try_points(text, points, "t", 20, 0)
    assert tried.goal_follows and points in tried.statement


@pytest.mark.parametrize(
    "points, message",
    [
        ("M midpoint of B C; |A M| = |B M|", "own points"),
        ("|A B| = 2 |B C|", "no point is new"),
        (";", "no points are given"),
        ("M midpoint of B C; prove A M perpendicular to B C", "goal"),
        ("M blorb of B C", "blorb"),
    ],
)
def test_what_isnt_a_construction_of_points_is_refused(points: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        try_points(ISOSCELES, points, "t", 20, 0)
