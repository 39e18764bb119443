"""What is an identity in coordinates, and what isn't."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import islice

import pytest

from solver.coordinates.goals import Stated
from solver.coordinates.prove import Identity, Scope, find_identity
from solver.coordinates.prove import identity_of as checked_identity
from solver.diagram.pair import draw_pair
from solver.diagram.solve import figures
from solver.language.orientation import oriented
from solver.language.read import parse_statement
from solver.proving import prove
from solver.result import Method
from solver.statements.equation import Equation, Theory, sine
from solver.statements.predicates import COLL, CONG, PERP, RCONST, SQDISTSEQ, Statement
from tests.checker.claims import turned


def identity_of_any(statement: str, seed: int = 0) -> Identity | None:
    """The identity of a goal that may be false, in two figures of what is given."""
    problem = parse_statement(statement)
    drawn = [d.places() for d in islice(figures(problem, seed, None, Counter()), 2)]
    problem = oriented(problem, drawn[0])
    return find_identity(problem, Stated(problem.goal), drawn, seed, None)


def identity_of(statement: str, seed: int = 0) -> Identity | None:
    drawn = draw_pair(parse_statement(statement), seed, float("inf"))
    assert drawn.goal is not None
    problem = replace(drawn.problem, goal=drawn.goal)
    return find_identity(problem, Stated(drawn.goal), [d.places() for d in drawn.diagrams], seed, None)


EVERYWHERE = {
    "altitudes": "triangle A B C; H on altitude from A of triangle A B C; B H perpendicular to A C; prove C H perpendicular to A B",
    "medians": "triangle A B C; M midpoint of B C; N midpoint of C A; G on A M, G on B N; K midpoint of A B; prove C, G, K collinear",
    "Simson": "triangle A B C; P on circle (A B C); D foot from P to B C; E foot from P to C A; F foot from P to A B; prove D, E, F collinear",
    "Pappus": "points A, B, X, Y; C on A B; Z on X Y; P = A Y ∩ B X; Q = A Z ∩ C X; R = B Z ∩ C Y; prove P, Q, R collinear",
    "nine points": "triangle A B C; D foot from A to B C; L midpoint of B C; M midpoint of C A; N midpoint of A B; prove D, L, M, N concyclic",
    "butterfly": "circle w with center O; A, B, C, D on w; M = A B ∩ C D; X on line through M perpendicular to O M; X on A C; Y on X M; Y on B D; prove |M X| = |M Y|",
    "Stewart for the median": "triangle A B C; M midpoint of B C; prove AB^2 + AC^2 = 2 AM^2 + 2 BM^2",
}

IN_THE_FIGURE = {
    "Van Schooten": "equilateral triangle A B C; P on circle (A B C); P and A on opposite sides of B C; prove PA = PB + PC",
    "Napoleon's segments": "triangle A B C; equilateral triangle A B D; D and C on opposite sides of A B; equilateral triangle A C E; E and B on opposite sides of A C; prove B E = C D",
}

NOWHERE = {
    "isosceles": "triangle A B C; M midpoint of B C; prove A M perpendicular to B C",
    "a fourth point": "triangle A B C; D on A B; prove A, B, C, D concyclic",
    "an altitude that bisects": "triangle A B C; D foot from A to B C; I incenter of A B C; prove A, I, D collinear",
}


@pytest.mark.parametrize("name", EVERYWHERE)
def test_theorems_that_hold_on_all_branches(name: str) -> None:
    found = identity_of(EVERYWHERE[name])
    assert found is not None
    assert found.scope is Scope.EVERY
    assert found.tested >= 48


@pytest.mark.parametrize("name", IN_THE_FIGURE)
def test_theorems_of_one_configuration_say_so(name: str) -> None:
    found = identity_of(IN_THE_FIGURE[name])
    assert found is not None
    assert found.scope is Scope.FIGURE


@pytest.mark.parametrize("seed", range(3))
def test_the_same_is_found_from_any_seed(seed: int) -> None:
    found = identity_of(EVERYWHERE["Simson"], seed)
    assert found is not None
    assert found.scope is Scope.EVERY


@pytest.mark.parametrize("name", NOWHERE)
def test_what_is_false_is_no_identity(name: str) -> None:
    assert identity_of_any(NOWHERE[name]) is None


@pytest.mark.parametrize("number", [6, 14, 17])
def test_a_branch_that_few_fields_have_is_met_all_the_same(number: int) -> None:
    """X is at 2 or −2 on the line, Y where its distance from A is 1 or √7: many fields have no √7, and the random choices are
    made from the names, of which a forger has many.
    """
    a, b, c, x, y = (f"{letter}{number}" for letter in "ABCXY")
    premises = (
        Statement(COLL, (x, a, b)),
        Statement(RCONST, (a, x, a, b), (Fraction(2),)),
        Statement(COLL, (y, a, b)),
        Statement(SQDISTSEQ, (a, y, b, x, a, b), (Fraction(4), Fraction(-3), Fraction(-1))),
        Statement(PERP, (a, c, a, b)),
    )
    at = turned(**{a: 0, b: 1, x: 2, y: -1, c: 0.7j})
    found = checked_identity(
        premises, Statement(CONG, (a, y, a, b)), (a, b, x, y, c), tuple(at[p] for p in (a, b, x, y, c))
    )
    assert found is not None
    assert found.scope is Scope.FIGURE


def test_the_sine_of_an_angle_is_no_length() -> None:
    """In log|sin ∠abc| − log|sin ∠abd| the points a and b are no segment, of which there would be nothing left."""
    claim = Equation.of(Theory.LOG, [(sine("a", "b", "c"), 1), (sine("a", "b", "d"), -1)])
    at = turned(a=1, b=0, c=0.5 + 1j, d=-0.5 + 1j)
    premises = (Statement(PERP, ("a", "b", "c", "d")),)
    assert checked_identity(premises, claim, ("a", "b", "c", "d"), tuple(at.values())) is None


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("P on circle (A B C); ∠A B U = ∠B C A; ∠U B P = ∠C A B; A and P on opposite sides of B U", "|A P| = |A C|"),
        (
            "acute triangle A B C; P on circle (A B C); U inside triangle A B C; ∠B A U = ∠A B C; ∠U A P = ∠A C B; "
            "P and B on opposite sides of A U",
            "|B P| = |B C|",
        ),
        (
            "P on circle (A B C); ∠A B U = ∠B C A; ∠U B P = 90°; A and P on opposite sides of B U; O circumcenter of A B C",
            "|A P|^2 + |A B|^2 = 4 |A O|^2",
        ),
    ],
)
def test_what_places_a_point_by_way_of_another_one_is_told_with_that_one(said: str, claim: str) -> None:
    """The line BU is eliminated between two angles, so that P needn't wait for U: the proof needs both angles, and so U."""
    found = prove(f"triangle A B C; {said}; prove {claim}", method=Method.ALGEBRAIC, timeout=20)
    assert found.is_proved and found.refusals == ()
