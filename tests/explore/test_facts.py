"""What is true in a figure: each kind is found, and nothing that is false."""

from __future__ import annotations

import numpy as np
import pytest

from solver.diagram.build import build_diagram
from solver.diagram.fresh import fresh_diagram
from solver.explore.facts import facts
from solver.language.orientation import oriented
from solver.language.read import parse_statement


def _found(text: str) -> set[str]:
    problem = parse_statement(f"{text}; what can be said?")
    diagram = build_diagram(problem)
    problem = oriented(problem, diagram.places())
    other = fresh_diagram(problem, diagram, np.random.default_rng(1))
    return set(map(str, facts((diagram, other))))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("triangle ABC; D on BC", "coll B C D"),
        ("A, B, C, D concyclic", "cyclic A B C D"),
        ("triangle ABC; O circumcenter", "circle O A B C"),
        ("triangle ABC; AB ∥ CD", "para A B C D"),
        ("triangle ABC; ∠ABC = 90", "perp B A B C"),
        ("triangle ABC; M midpoint of AB", "midp M A B"),
        ("triangle ABC; M midpoint of AB", "rconst A B A M 2"),
        ("triangle ABC; AB = AC", "cong A B A C"),
        ("triangle ABC; AD bisects ∠BAC", "eqangle A B A D A D A C"),
        ("points A, B, C, D, E, F; triangle ABC; A B C congruent to D E F", "cong A B D E"),
    ],
)
def test_each_kind_is_found(text: str, fact: str) -> None:
    assert fact in _found(text)


def test_an_angle_of_whole_degrees() -> None:
    assert {"aconst B A B C 60", "aconst B A B C 120"} & _found("triangle ABC; ∠ABC = 60")


def test_similar_triangles_in_either_orientation() -> None:
    found = _found("triangle ABC; A B C similar to D E F")
    similar = [fact.split() for fact in found if fact.startswith("simtri")]
    assert [set(words[1:]) for words in similar] == [set("ABCDEF")]


def test_an_accident_of_one_figure_is_no_fact() -> None:
    assert _found("triangle A B C") == set()
