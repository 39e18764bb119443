"""Premises as the statement says them."""

from __future__ import annotations

import pytest

from solver.language.read import parse_statement
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.languages import LANGUAGES
from solver.proof.phrases.phrases import Tongue, Voice
from solver.proof.premises import premise_groups
from solver.proof.steps import Step
from solver.statements.names import Names


def said(statement: str, tongue: Tongue = Tongue.ENGLISH) -> list[str]:
    """The lines of a proof that uses all premises."""
    problem = parse_statement(f"{statement}; what can be said?")
    steps = [Step(f"p{i}", claim, "premise") for i, claim in enumerate(problem.premises)]
    return [group.words for group in premise_groups(problem, steps, Voice(Names.of(problem.points), LANGUAGES[tongue]))]


@pytest.mark.parametrize(
    ("statement", "lines"),
    [
        ("triangle A B C; H orthocenter of A B C", ["H is the orthocenter of △ABC"]),
        ("M midpoint of A B; D foot of perpendicular from C to A B", ["M is the midpoint of AB", "D is the foot of the perpendicular from C to AB"]),
        ("square A B C D", ["ABCD is a square"]),
        ("triangle A B C; D on segment B C", ["D lies on segment BC"]),
        ("|O A| = |O B|; |O B| = |O C|; |O C| = |O D|", ["O is the center of the circle through A, B, C, D"]),
        ("A B C D concyclic; A B C E concyclic; A B F G concyclic", ["A, B, C, D, E are concyclic", "A, B, F, G are concyclic"]),
        ("A B ∥ C D", ["AB ∥ CD"]),
    ],
)  # fmt: skip
def test_what_the_statement_says_at_once_is_one_line(statement: str, lines: list[str]) -> None:
    assert said(statement) == lines


def test_a_phrase_is_said_even_where_only_a_part_is_needed() -> None:
    problem = parse_statement("triangle A B C; H orthocenter of A B C; what can be said?")
    (group,) = premise_groups(
        problem,
        [Step("p0", problem.premises[1], "premise")],
        Voice(Names.of(problem.points), LANGUAGES[Tongue.ENGLISH]),
    )
    assert group.words == "H is the orthocenter of △ABC"
    assert [s.id for s in group.steps] == ["p0"]


def test_every_language_has_words_for_the_same_phrases() -> None:
    english, chinese = LANGUAGES[Tongue.ENGLISH], LANGUAGES[Tongue.CHINESE]
    for table in ("facts", "statements", "hows", "loci", "named", "conditions", "brief", "because"):
        assert getattr(english, table).keys() == getattr(chinese, table).keys(), table


def test_chinese() -> None:
    assert said("triangle A B C; H orthocenter of A B C; M midpoint of B C", Tongue.CHINESE) == [
        "H 是 △ABC 的垂心",
        "M 是 BC 的中点",
    ]


def test_equal_base_angles_are_said_as_the_equal_sides_that_are_given_with_them():
    problem = parse_statement("a b d = triangle a b d; f = on_bline f b d ? cong f b f d")
    angles = next(s for s in problem.premises if s.predicate.name == "eqangle")
    groups = premise_groups(problem, [Step("p1", angles, "premise")], Voice(Names.of(problem.points), ENGLISH))
    assert [(group.words, [s.claim for s in group.steps]) for group in groups] == [("FB = FD", [angles])]
