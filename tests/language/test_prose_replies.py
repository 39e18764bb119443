"""What is replied to statements in prose that are ambiguous, misspelt or impossible: what was taken, or what to write."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from solver.diagram.build import build_diagram
from solver.diagram.readings import settled
from solver.errors import ParseError, PorismError
from solver.language.prose.chart import MOST_STEPS
from solver.language.prose.english import words
from solver.language.prose.english.grammar import Grammar
from solver.language.prose.tokens import tokens_of
from solver.language.read import parse_statement

#: What is left open, the goal that is taken, and what is said of it; or, with no goal, why it is refused.
AMBIGUOUS = [
    ("Let ABC be a triangle with AB = AC and M the midpoint of BC. Prove that either AM ⟂ AB or AM ⟂ BC.", "perp A M B C", "the second"),
    ("Let ABC be a triangle with AB = AC and M the midpoint of BC. Prove that AM ⟂ BC or AM ⟂ AB.", "perp A M B C", "the first"),
    ("Triangle ABC is inscribed in k, and AB < AC. Circles c and d touch the lines AB and AC, and their centers lie on k. Prove that C lies on a common external "
     "tangent of c and d.", "coll C T_4 T_5", "each touches both"),
    ("Let O be the midpoint of BC in triangle ABC, with OA = OB. Prove that triangle ABC is right-angled.", "perp A B A C", "the right angle is at A"),
    ("Let ABC be a triangle with ∠ABC = ∠ACB. Prove that triangle ABC is isosceles.", "cong A B A C", "AB = AC"),
    ("Let ABC be an isosceles triangle and M the midpoint of AC. Prove that BM ⟂ AC.", "perp B M A C", "BC = BA"),
    ("Let ABC be a right triangle and M the midpoint of BC. Prove that MA = MB.", "cong M A M B", "the right angle is at A"),
    ("Let ABCD be a trapezoid. AC and BD meet at P. Prove that $PA \\cdot PB = PC \\cdot PD$.", "eqratio P A P C P D P B", "BC ∥ DA"),
    ("Let ABCD be a square with center O. Prove that the midpoint of one of its sides lies on AO.", "coll M A O", "the first"),
    ("Let the incircle of ABC touch AB and AC at D and E. Prove that ∠BID = ∠BDI + ∠IBD - ∠BID + 90° - ∠IBD - ∠IBD.", None, "I"),
    ("Let ABC be a triangle with excenter J. Prove that ∠BAJ = ∠JAC.", None, "which excenter"),
    ("Let ABC be a triangle. Let D be the foot of the altitude. Prove that AD ⟂ BC.", None, "1 name for 3 points"),
    ("Let ABC be a triangle and let D, E be the midpoint of BC. Suppose that AB = AC or AB = BC. Prove that AD ⟂ BC.", None, "can't be read"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goal", "said"), [case for case in AMBIGUOUS if case[1] is not None])
def test_of_an_ambiguous_statement_what_is_taken_is_said(text: str, goal: str, said: str) -> None:
    problem = settled(parse_statement(text))
    assert str(problem.goal) == goal
    assert any("ways" in note and said in note for note in problem.notes)


@pytest.mark.parametrize(("text", "said"), [(text, said) for text, goal, said in AMBIGUOUS if goal is None])
def test_what_stays_unclear_is_asked_for_or_noted(text: str, said: str) -> None:
    try:
        problem = parse_statement(text)
    except ParseError as error:
        assert said in str(error)
    else:
        assert any(said in note for note in problem.notes)


#: Statements with a misspelt word: the word, what it is read as, the goal.
MISSPELT = [
    ("Let O be the circumcentter of triangle ABC. Prove that OA = OB.", "circumcenter", "cong O A O B"),
    ("Let M be the midpiont of BC in triangle ABC. Prove that MB = MC.", "midpoint", "cong M B M C"),
    ("Let ABC be a traingle with AB = AC. Prove that ∠ABC = ∠ACB.", "triangle", "eqangle B A B C C A C B"),
    ("Let ABCD be a paralelogram. Prove that AB = CD.", "parallelogram", "cong A B C D"),
    ("In triangle ABC let D be the foot of the perpendiculer from A to BC. Prove that AD ⟂ BC.", "perpendicular", "perp A D B C"),
    ("The bisecter of angle A of triangle ABC meets BC at D. Prove that ∠BAD = ∠DAC.", "bisector", "eqangle A B A D A D A C"),
    ("Let H be the orthocentre of triangle ABC. AH intersets BC at D. Prove that AD ⟂ BC.", "intersects", "perp A H B C"),
    ("Let ABC be an equilaterial triangle. Prove that AB = AC.", "equilateral", "cong A B A C"),
    ("Let ABCD be a cyclic quadrilaterial. Prove that ∠ABD = ∠ACD.", "quadrilateral", "eqangle B A B D C A C D"),
    ("Let ω be the circumcirle of triangle ABC and P a point on ω. Prove that A, B, C, P are concyclic.", "circumcircle", "cyclic A B C P"),
    ("Let D be the reflexion of A in the midpoint M of BC. Prove that AB = CD.", "reflection", "cong A B C D"),
    ("The tangnet to the circumcircle of ABC at A meets BC at T. Prove that ∠TAB = ∠ACB.", "tangent", "eqangle A T A B C A C B"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant", "goal"), MISSPELT)
def test_a_misspelt_word_is_read_as_the_nearest_one_and_this_is_said(text: str, meant: str, goal: str) -> None:
    problem = parse_statement(text)
    assert str(problem.goal) == goal
    assert any(f"is read as “{meant}”" in note for note in problem.notes)


#: Statements that nothing can be made of: why, in the reply.
IMPOSSIBLE = [
    ("Let ABCD be a triangle with AB = CD. Prove that AC = BD.", "a triangle has 3 vertices"),
    ("Let ABC be an acute triangle with ∠ABC = 100°. Prove that AB = AC.", "no figure was found"),
    ("Let ABC be a triangle with ∠ABC = 200°. Prove that AB = AC.", "no size between 0° and 180°"),
    ("Let ABC be a triangle with AB = AC. Nonsense. Prove that ∠B = ∠C.", "“nonsense” isn't known"),
    ("0$!0", "isn.t a statement of geometry"),
    ("Let ABCD be a square with AC = AB. Prove that BD = AB.", "no figure was found"),
    ("Let M be the midpoint of AA in triangle ABC. Prove that MA = MB.", "two different points"),
    ("Let ABC be a triangle with AB = AC. Prove that E lies on BC.", "nothing is said about point E"),
    ("Let ABC be a triangle. Find the locus of points P with PA = PB.", "can't be read.*locus"),
    ("Let ABC be a triangle. Prove that AB + [ABC] > 1.", "different dimensions"),
    ("Let ABC be a triangle. Prove that AB > x.", "it isn't said what x is"),
    ("Let ABC be a triangle. Prove that 2 > 1.", "about numbers only"),
    ("Let ABC be a triangle. Prove that AB > ∠A.", "different dimensions"),
    ("Let ABC be a triangle. Find the maximum value of AB.", "figures have no scale"),
    ("Let ABC be a triangle. The blorp of A meets BC at D. The zork of B meets CA at E. Prove that AD = BE.", "blorp.*zork"),
    ("Let ABC be a triangle with incenter I. Prove that I is a nice point.", "nice"),
    ("Let ABC be a triangle. Let M be the midpoint of BC.", "the goal is missing"),
    ("Let ABC be a triangle. Two lines ℓ and m meet AB, BC and CA at D and E. Prove that AD = AE.", "2 things on one side and 3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), IMPOSSIBLE)
def test_an_impossible_statement_is_refused_with_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(PorismError, match=message) as refused:
        build_diagram(parse_statement(text))
    assert refused.value.span is not None and refused.value.hint


#: More than anybody writes: long, deep, or no language at all.
EXCESSIVE = {
    "thousands of words": "Let ABC be a triangle. " + "Let D be the midpoint of BC. " * 700 + "Prove that DB = DC.",
    "a sentence without an end": "Let ABC be a triangle" + " and let D be the midpoint of BC" * 40,
    "a million characters": "Let ABC be a triangle. " * 45_000,
    "fractions in fractions": "Let ABC be a triangle. Prove that $" + "\\frac{" * 3000 + "AB" + "}{CD}" * 3000 + "=1$.",
    "brackets in brackets": "Let ABC be a triangle. Prove that $" + "(" * 5000 + "AB" + ")" * 5000 + "=CD$.",
    "unknown words": "Let " + " ".join(f"zork{'abcdefgh'[i % 8]}{'qrstuvw'[i % 7]}x" for i in range(9000)) + ". Prove that AB = CD.",
    "signs": "Let $" + "".join(map(chr, range(33, 9000))) + "$. Prove that",
}  # fmt: skip


@pytest.mark.parametrize("name", EXCESSIVE)
def test_what_nobody_writes_is_answered_after_bounded_work(name: str) -> None:
    steps = 0
    parse = Grammar.parse

    def counted(grammar: Grammar) -> object:
        nonlocal steps
        found = parse(grammar)
        steps += grammar.steps
        return found

    with (
        patch.object(Grammar, "parse", counted),
        patch.object(words, "get_close_matches", wraps=words.get_close_matches) as looked_up,
    ):
        try:
            parse_statement(EXCESSIVE[name])
        except PorismError as error:
            assert len(str(error)) < 2000
    assert steps <= 4 * MOST_STEPS
    assert looked_up.call_count <= words.MOST_LOOKED_UP


def test_the_tokens_of_a_long_text_are_found_in_one_pass() -> None:
    assert len(tokens_of("Let ABC be a triangle. " * 800)) == 6 * 800


@pytest.mark.parametrize(
    "asked", ["∠A = 50°. Find it", "its angles are in the ratio 2:3:4. Find them", "AB = AC. Prove that they are equal"]
)
def test_a_word_that_refers_to_no_quantity_is_named(asked: str) -> None:
    with pytest.raises(ParseError, match="what is meant by this word"):
        parse_statement(f"In triangle ABC, {asked}.")


def test_a_property_of_nothing_is_refused() -> None:
    with pytest.raises(ParseError, match=r"can't be read|isn't said of what|out of place"):
        parse_statement("In trapezoid ABCD with AB ∥ CD, AB = 4, CD = 10, height 6. Find the area of ABCD.")


ISOSCELES = "Let ABC be a triangle with AB = AC and D a point on BC. "
#: Goals that are true of points between A and B only, or of all points of the line, or of none; the condition that is taken.
ON_AB = [
    (ISOSCELES + "Prove that ∠BAD + ∠DAC = ∠BAC.", "D between B and C"),
    ("Let AB be a segment and choose a point K on AB. Prove that AK + KB = AB.", "K between A and B"),
    (
        "In triangle ABC, points D and E lie on AB and AC with DE ∥ BC. Prove that ∠BDE + ∠ABC = 180°.",
        "D between A and B",
    ),
    (
        "Let AB be a chord of a circle with center O, and M the midpoint of arc AB. Prove that ∠AOM = ∠MOB and ∠AOM + ∠MOB = ∠AOB.",
        "M and O on opposite sides of A B",
    ),
    (
        "Chord AB of a circle with center O is as long as OA. Let C be a point on arc AB. Prove that ∠ACB = 150°.",
        "C and O on opposite sides of A B",
    ),
    (
        "In triangle ABC, X and Y are on the bisector of ∠BAC. Let ∠ABX = ∠ACY. BX meets CY at P, and circles (BYP) and (CXP) meet at Q different from P. "
        "Prove that A, P, Q lie on a line.",
        "Y on ray A X",
    ),
    (ISOSCELES + "Let AD ⟂ BC. Prove that BD = DC.", None),
    (ISOSCELES + "Prove that BD = DC.", None),
    ("Let ABC be a triangle with AB = AC and D a point on line BC. Prove that ∠BAD + ∠DAC = ∠BAC.", None),
]


@pytest.mark.parametrize(("text", "taken"), ON_AB)
def test_points_on_ab_are_between_a_and_b_or_on_the_smaller_arc_where_else_the_goal_is_not_true(
    text: str, taken: str | None
) -> None:
    problem = settled(parse_statement(text))
    conditions = [
        str(condition) for condition in problem.conditions if {"between", "sides", "ray"} & set(str(condition).split())
    ]
    assert (taken in conditions) if taken else not conditions
    assert any("are taken to be between" in note for note in problem.notes) == (taken is not None)
    assert problem.closer is None and parse_statement(text).read_as(problem.reading).conditions == problem.conditions
