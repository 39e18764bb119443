"""Conditions: their margins are positive exactly where they hold, and sudden changes have a place."""

from __future__ import annotations

import math

import numpy as np
import pytest

from solver.language.read import parse_statement
from solver.statements.conditions import CONDITIONS, Condition, margins

A, B, C, D = 0j, 4 + 0j, 1 + 3j, 5 + 4j
UP, DOWN, LEFT, MIDDLE = 2 + 1j, 2 - 1j, -1 + 0j, 1 + 0j

HOLDS = {
    "apart": [A, B],
    "noncollinear": [A, B, C],
    "between": [MIDDLE, A, B],
    "on_ray": [5 + 0j, A, B],
    "same_side": [UP, C, A, B],
    "opposite_sides": [DOWN, C, A, B],
    "inside": [2 + 1j, A, B, C],
    "outside": [DOWN, A, B, C],
    "acute": [B, A, C],
    "obtuse": [LEFT, A, C],
    "unequal": [A, B, A, C],
    "longer": [A, B, A, C],
    "wider": [B, C, A, C, B, A],
    "convex": [A, B, D, C],
    "inside_circle": [UP, A, B, C],
    "outside_circle": [9 + 0j, A, B, C],
    "crossing": [A, B, A, C],
}
FAILS = {
    "apart": [A, A],
    "noncollinear": [A, B, MIDDLE],
    "between": [LEFT, A, B],
    "on_ray": [LEFT, A, B],
    "same_side": [DOWN, C, A, B],
    "opposite_sides": [UP, C, A, B],
    "inside": [DOWN, A, B, C],
    "outside": [UP, A, B, C],
    "acute": [LEFT, A, C],
    "obtuse": [B, A, C],
    "unequal": [A, B, B, 8 + 0j],
    "longer": [A, C, A, B],
    "wider": [C, B, A, B, C, A],
    "convex": [A, D, B, C],
    "inside_circle": [9 + 0j, A, B, C],
    "outside_circle": [UP, A, B, C],
    "crossing": [A, B, C, C + 1],
}


def _condition(name: str, places: list[complex]) -> tuple[Condition, dict[str, complex]]:
    names = tuple("PQRSTUV"[: len(places)])
    return Condition(CONDITIONS[name], names), dict(zip(names, places, strict=True))


@pytest.mark.parametrize("name", CONDITIONS)
@pytest.mark.parametrize("turn", [0.0, 1.0, 2.5])
def test_it_holds_in_any_position_where_it_should(name: str, turn: float) -> None:
    move = 0.3 * complex(math.cos(turn), math.sin(turn))
    condition, at = _condition(name, [move * z + 1j for z in HOLDS[name]])
    assert condition.holds(at)
    mirrored = {p: z.conjugate() for p, z in at.items()}
    assert condition.holds(mirrored)


@pytest.mark.parametrize("name", CONDITIONS)
def test_it_fails_where_it_should(name: str) -> None:
    condition, at = _condition(name, FAILS[name])
    assert not condition.holds(at)


@pytest.mark.parametrize("name", CONDITIONS)
def test_it_fails_where_all_points_are_at_one_place(name: str) -> None:
    condition, at = _condition(name, [1j] * len(HOLDS[name]))
    assert not condition.holds(at)


def test_a_star_is_not_convex() -> None:
    corners = [complex(math.cos(a), math.sin(a)) for a in (2 * math.pi * k / 5 for k in range(5))]
    condition, at = _condition("convex", [corners[k] for k in (0, 2, 4, 1, 3)])
    assert not condition.holds(at)
    condition, at = _condition("convex", corners)
    assert condition.holds(at)


@pytest.mark.parametrize("name", CONDITIONS)
def test_its_sentence_is_read_back_as_the_same_condition(name: str) -> None:
    condition, _ = _condition(name, HOLDS[name])
    problem = parse_statement(f"{condition}\nwhat can be said?")
    assert condition in problem.conditions


@pytest.mark.parametrize(
    "name",
    [
        "apart",
        "noncollinear",
        "between",
        "on_ray",
        "same_side",
        "opposite_sides",
        "inside",
        "outside",
        "acute",
        "obtuse",
        "longer",
        "convex",
    ],
)
def test_margins_of_many_figures_are_those_of_each(name: str) -> None:
    kind = CONDITIONS[name]
    least, most = kind.points
    for count in {least, most or least + 1}:
        points = "abcdef"[:count]
        places = np.random.default_rng(count).standard_normal((count, 2, 50)) @ np.diag(np.ones(50))
        z = places[:, 0] + 1j * places[:, 1]
        z[-1, 0] = z[0, 0]  # points together
        each = [
            Condition(kind, tuple(points)).margin(dict(zip(points, z[:, k].tolist(), strict=True))) for k in range(50)
        ]
        assert margins(kind, list(z)) == pytest.approx(np.array(each))
