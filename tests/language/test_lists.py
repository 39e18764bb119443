"""A phrase with a list is read whole: each thing by itself, in order, or it is refused; never the beginning only."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from solver.errors import ParseError
from solver.language import plain
from solver.language.plain_phrase import Phrase
from solver.language.plain_words import PHRASES
from solver.language.problem import Problem
from solver.language.read import parse_statement

BASE = "triangle A B C; points D, E, F, G, K; {}; prove A B = A C"
#: Nouns that a list makes plural.
PLURALS = {"bisector": "bisectors", "altitude": "altitudes", "median": "medians", "tangent": "tangents",
           "perpendicular": "perpendiculars", "parallel": "parallels", "midpoint": "midpoints", "circle": "circles",
           "angle": "angles", "segment": "segments", "triangle": "triangles", "side": "sides", "incircle": "incircles",
           "circumcircle": "circumcircles", "reflection": "reflections", "projection": "projections"}  # fmt: skip


def said(problem: Problem) -> set[object]:
    return {*map(str, problem.premises), *map(str, problem.conditions)}


def lists(phrase: Phrase) -> Iterator[tuple[str, str, str]]:
    """The last points of a phrase's example as a list of two: the sentence, and what it would be of each alone."""
    words = re.search(r"(?:\b[A-Z] )*[A-Z]$", phrase.example)
    if words is None or "," in phrase.example or " and " in phrase.example:
        return
    head, points = phrase.example[: words.start()], words[0].split()
    other = [{"A": "B", "B": "C", "C": "A"}.get(p, p) for p in points]
    if other == points:
        return
    first, second = " ".join(points), " ".join(other)
    for between in (", ", " and "):
        for plural in (head, re.sub(r"[a-z]+", lambda m: PLURALS.get(m[0], m[0]), head)):
            yield f"{plural}{first}{between}{second}", f"{head}{first}", f"{head}{second}"


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.pattern)
def test_a_list_at_the_end_of_any_phrase_is_read_whole_or_refused(phrase: Phrase) -> None:
    for text, first, second in lists(phrase):
        try:
            read = said(plain.build_problem(BASE.format(text), "statement"))
        except ParseError:
            continue
        alone = [said(plain.build_problem(BASE.format(one), "statement")) for one in (first, second)]
        assert read == alone[0] | alone[1], text


@pytest.mark.parametrize(
    "text",
    [
        "D, E, F on perpendicular bisectors of B C, C A, A B",
        "D, E on perpendicular bisector of B C, C A",
        "perpendicular bisectors of A B and A C meet at D",
        "D, E, F on tangents at A to circle (A B C), B C, C A",
        "D, E on parallels through A to B C, C A",
        "D, E on altitudes from A of triangle A B C, B C",
        "A, B, D and A, C, E collinear",
        "D, E inside A B C, A C B",
        "D, E on circle with diameter A B, A C",
    ],
)
def test_half_a_list_is_not_read_tersely(text: str) -> None:
    with pytest.raises(ParseError):
        plain.build_problem(BASE.format(text), "statement")


def test_bisectors_are_as_many_as_they_are_of() -> None:
    text = "Let ABC be a triangle. Points D, E, F lie on the perpendicular bisectors of BC, CA, AB. Prove that AB = AC."
    problem = parse_statement(text)
    assert set(map(str, problem.premises)) == {"cong D B D C", "cong E C E A", "cong F A F B"}


def test_several_bisectors_are_refused_in_terse_words() -> None:
    with pytest.raises(ParseError, match="several, and one of them is read here"):
        parse_statement("triangle A B C; D, E, F on perpendicular bisectors of B C, C A, A B; prove A B = A C")


#: What may follow a noun that is of the only triangle.
OF_TRIANGLE = re.compile(r" (?:of|in) (?:triangle )?A B C\b")


@pytest.mark.parametrize(
    "example", sorted({p.example for p in PHRASES if "[shape] a b c" in p.pattern or "of triangle a b c" in p.pattern})
)
def test_the_only_triangle_needs_no_name(example: str) -> None:
    short = OF_TRIANGLE.sub("", example)
    if short == example:
        return
    whole, left_out = (parse_statement(BASE.format(text)) for text in (example, short))
    assert said(whole) == said(left_out)


@pytest.mark.parametrize(
    "text",
    [
        "Let Γ be its circumcircle, D on Γ",
        "circumcircle Γ; D on Γ",
        "D on circumcircle",
        "Γ = circumcircle; Γ meets A K at D",
        "D on incircle",
        "D K diameter of the incircle; D on incircle",
        "let w be the nine-point circle; D on w",
    ],
)
def test_a_circle_of_the_only_triangle_has_a_meaning(text: str) -> None:
    assert any("D" in s.points for s in parse_statement(BASE.format(text)).premises)
