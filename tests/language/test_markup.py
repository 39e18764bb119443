"""What stands around a statement where it is pasted from: it says nothing of the figure, and costs nothing of what does."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.markup import without_markup
from solver.language.read import parse_statement
from tests.language.said import all_said

PLAIN = "Let ABC be a triangle with AB = AC. Let D be the midpoint of BC. Prove that AD ⟂ BC."


@pytest.mark.parametrize(
    "text",
    [
        "Let $ABC$ be a triangle with $AB = AC$. Let **$D$** be the midpoint of $BC$. *Prove that* $AD \\perp BC$.",
        "Let ABC be a **triangle** with AB = AC. Let D be the *midpoint* of BC. __Prove that__ AD ⟂ BC.",
        "\\begin{problem}\nLet $ABC$ be a triangle with $AB = AC$. Let $D$ be the midpoint of $BC$. Prove that $AD \\perp BC$.\n\\end{problem}",
        "1. Let ABC be a triangle with AB = AC.\n2. Let D be the midpoint of BC.\n3. Prove that AD ⟂ BC.",
        "Given:\n- Triangle ABC with AB = AC\n- D is the midpoint of BC\n\nProve: AD ⟂ BC",
        "Given:\n• Triangle ABC with AB = AC.\n• D is the midpoint of BC.\n\nProve: AD ⟂ BC.",
        "Let ABC be a triangle with AB = AC. Let D be the midpoint of BC. Please prove that AD ⟂ BC.",
        "Let ABC be a triangle with AB = AC. Let D be the midpoint of BC. Can you prove that AD ⟂ BC?",
        "Let ABC be a triangle with AB = AC. Let D be the midpoint of BC\n\nProve: AD ⟂ BC",
    ],
)
def test_what_is_around_it_doesnt_count(text: str) -> None:
    assert all_said(parse_statement(text)) == all_said(parse_statement(PLAIN))


@pytest.mark.parametrize(
    "picture", ["[asy]\ndraw((0,0)--(1,0)); [/asy]", "![figure](a.png)", "\\includegraphics[width=5cm]{a.pdf}"]
)
def test_the_code_of_a_picture_is_passed_over_and_this_is_said(picture: str) -> None:
    problem = parse_statement(f"{PLAIN}\n{picture}")
    assert all_said(problem) == all_said(parse_statement(PLAIN))
    assert "the code of a picture is passed over" in problem.notes


@pytest.mark.parametrize(
    "text",
    [
        "triangle A B C; |A B| * |C D| = |B C| * |D E|",
        "Prove that $AB*CD*EF = 2*BC$.",
        "(a) Find AB.\n(b) Find BC.",
        "1. Prove that AB = AC.\n2. Prove that AC = AD.",
        "∠A\n-∠B = 30°",
    ],
)
def test_signs_that_mean_something_are_kept(text: str) -> None:
    assert without_markup(text) == (text, False)


def test_places_are_those_of_the_text_as_typed() -> None:
    with pytest.raises(ParseError) as refused:
        parse_statement("**Let** ABC be a triangle.\n[asy] x; [/asy] *Prove that* AB is frobnicated.")
    assert refused.value.span is not None
    assert (refused.value.span.line, refused.value.span.column) == (2, 33)
