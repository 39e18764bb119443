"""Equations between any number of lengths, squares of lengths, powers of lengths, or angles."""

from __future__ import annotations

import time

import pytest

from solver.diagram.build import build_diagram
from solver.errors import ConstructionError, ParseError
from solver.language.plain_write import sentence
from solver.language.read import parse_statement
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Voice
from solver.proof.words import statement_in_words
from solver.proving import Status, prove
from solver.statements.names import Names
from solver.statements.predicates import ANGEQ, DISTMEQ, DISTSEQ, PERP, RCONST, SQDISTSEQ, Predicate

#: What is given, and a goal that follows.
TRUE = {
    "twice an angle": "acute triangle ABC; O circumcenter; prove ∠BOC = 2∠BAC",
    "angles given as multiples": "triangle ABC; ∠A = 3∠B; D on segment BC; ∠DAB = ∠B; prove ∠CAD = 2∠B",
    "half an angle": "triangle ABC; ∠B = 1/2 ∠C; D on segment AB; CD bisects angle ACB; prove CD = BD",
    "a sum of three angles": "convex quadrilateral ABCD; AB ∥ CD; prove ∠ABD + ∠DBC + ∠BCD = 180°",
    "what cancels out": "triangle ABC; prove ∠A + ∠B + ∠C = 180°",
    "Apollonius' theorem": "triangle ABC; M midpoint of BC; prove AB^2 + AC^2 = 2 AM^2 + 2 BM^2",
    "the British flag": "rectangle ABCD; point P; prove AP² + CP² = BP² + DP²",
    "Ceva's theorem": (
        "triangle ABC; D on segment BC, E on segment CA, F on segment AB; AD, BE, CF concurrent; "
        "prove AF * BD * CE = FB * DC * EA"
    ),
    "a ratio that is no fraction": "square ABCD; prove AC^2 = 2 AB^2",
    "squares given": "triangle ABC; AB^2 = 2 AC^2; BC = AC; prove ∠ACB = 90°",
}

FALSE = {
    "another multiple of 180°": "triangle ABC; prove ∠A + ∠B + ∠C = 360°",
    "true modulo 180° in some figures": "convex pentagon ABCDE; A, B, C, D, E concyclic; prove ∠ABC + ∠CDE = 180° + ∠BAE",
    "twice an obtuse angle": "triangle ABC, ∠BAC > 90; O circumcenter; prove ∠BOC = 2∠BAC",
    "squares": "triangle ABC; prove AB² + AC² = 2 BC²",
    "products": "triangle ABC; D on segment BC; prove AB * BD * AD = AC * CD * AD",
}


@pytest.mark.parametrize("name", TRUE)
def test_an_equation_that_follows_is_proved(name: str) -> None:
    assert prove(TRUE[name], timeout=20.0).status is Status.PROVED


@pytest.mark.parametrize("name", FALSE)
def test_an_equation_that_is_false_has_a_counterexample(name: str) -> None:
    result = prove(FALSE[name], timeout=20.0)
    assert result.status is Status.FALSE
    assert result.counterexample


@pytest.mark.parametrize(
    ("text", "predicate", "points", "constants"),
    [
        ("AB + CD = 2 EF", DISTSEQ, "A B C D E F", (1, 1, -2)),
        ("AB^2 + CD^2 = 2 EF^2", SQDISTSEQ, "A B C D E F", (1, 1, -2)),
        ("AB^2 + BC^2 = AC^2", SQDISTSEQ, "A B B C A C", (1, 1, -1)),
        ("AB * CD * EF = 2 AC * BD * AE", DISTMEQ, "A B A C A E B D C D E F", (1, -1, -1, -1, 1, 1, 2)),
        ("AB^2 = 3 CD^2", DISTMEQ, "A B C D", (2, -2, 3)),
        ("AB^2 = 4 CD^2", RCONST, "A B C D", (2,)),
        ("∠ABC = 2 ∠DEF", ANGEQ, "B A B C E D E F", (-1, 1, 2, -2, 0)),
        ("∠ABC + 2/3 ∠DEF = 90°", ANGEQ, "B A B C E D E F", (-3, 3, -2, 2, 270)),
        ("∠(AB, CD) + ∠(EF, AB) = ∠(CD, AC)", ANGEQ, "A B C D E F A B C D A C", (-1, 1, -1, 1, 1, -1, 0)),
    ],
)
def test_what_an_equation_is(text: str, predicate: Predicate, points: str, constants: tuple[int, ...]) -> None:
    problem = parse_statement(f"points A, B, C, D, E, F; prove {text}")
    goal = problem.goal
    assert (goal.predicate, " ".join(goal.points), goal.constants) == (predicate, points, constants)
    again = parse_statement(f"points A, B, C, D, E, F; prove {sentence(goal, problem.goal_senses.get(goal))}")
    assert again.goal.equations() == goal.equations()
    assert again.goal_senses.get(again.goal) == problem.goal_senses.get(goal)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("distmeq a b c d e f 1 1 -2 2", "AB·CD = 2·EF²"),
        ("sqdistseq a b c d e f 1 1 -2", "AB² + CD² = 2·EF²"),
        ("angeq a b a c d e d f -1 1 2 -2 0", "∡BAC = 2∡EDF"),
    ],
)
def test_its_words(statement: str, words: str) -> None:
    goal = parse_statement(f"a b c = triangle a b c; d e f = triangle d e f ? {statement}").goal
    assert statement_in_words(goal, Voice(Names.of("abcdef"), ENGLISH)) == words


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("distmeq a b a c 1 -1 -3", "positive"),
        ("distmeq a b a c 1 1 3", "add up to 0"),
        ("distmeq a b a c 1 3", "a number for each pair and one more"),
        ("angeq a b a c 1/2 -1/2 30", "whole numbers"),
        ("angeq a b a c 1 1 30", "add up to 0"),
        ("sqdistseq a b a c 1", "a number for each pair"),
    ],
)
def test_numbers_without_a_meaning_are_refused(statement: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        parse_statement(f"a b c = triangle a b c ? {statement}")


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("AB != AC", ["|A B| != |A C|"]),
        ("|A B| ≠ |A C|", ["|A B| != |A C|"]),
        ("D, E != A", ["D != A", "E != A"]),
        ("D != A, B", ["D != A", "D != B"]),
    ],
)
def test_what_differs(text: str, conditions: list[str]) -> None:
    problem = parse_statement(f"points A, B, C, D, E; {text}; prove AB = CD")
    assert [str(c) for c in problem.conditions] == conditions


def test_a_figure_has_lengths_that_differ_where_they_are_to() -> None:
    problem = parse_statement("triangle ABC; AB ≠ AC; M midpoint of BC; AM ⟂ BC; what can be said?")
    with pytest.raises(ConstructionError, match="hold together"):
        build_diagram(problem, 0, time.monotonic() + 20)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("∠ABC = 13 ∠DEF", "at most"),
        ("∠ABC = 2 ∠(DE, EF)", "can't be compared"),
    ],
)
def test_what_can_not_be_said(text: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        parse_statement(f"points A, B, C, D, E, F; prove {text}")


def test_squares_that_are_given_say_that_lines_are_perpendicular() -> None:
    problem = parse_statement("triangle ABC; AB^2 + BC^2 = AC^2; prove AB ⟂ BC")
    assert [(s.predicate, s.points) for s in problem.premises] == [(PERP, ("A", "B", "B", "C"))]
