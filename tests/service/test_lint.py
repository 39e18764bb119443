"""What is wrong with a statement, told by its figures."""

from __future__ import annotations

import numpy as np
import pytest

from solver.diagram.diagram import Diagram
from solver.diagram.truth import error_of
from solver.language.read import NamedStatement, parse_statement
from solver.service.answers import Place, StatementChecked, Verdict
from solver.service.lint import check_statement
from tests.service.lint_statements import STATEMENTS


def checked(text: str) -> StatementChecked:
    return check_statement(NamedStatement("statement", text))


# A third of the table; `python -m tests.service.lint_statements` has all of it.
@pytest.mark.parametrize("text", list(STATEMENTS)[::3])
def test_the_verdict_on_a_statement_of_ours(text: str) -> None:
    assert checked(text).verdict is STATEMENTS[text]


def test_a_false_statement_comes_with_a_counterexample() -> None:
    text = "triangle A B C; D midpoint of B C; prove A D perpendicular to B C"
    (goal,) = checked(text).goals
    problem = parse_statement(text)
    figure = Diagram(problem.points, np.array([goal.counterexample[p] for p in problem.points]))
    assert error_of(problem.goal, figure) > 1e-3
    assert all(error_of(premise, figure) < 1e-6 for premise in problem.premises)


def test_a_statement_that_depends_says_on_what() -> None:
    found = checked("Let $H$ be the orthocenter of a triangle $ABC$. Prove that $\\angle ABH = \\angle ACH$.")
    (goal,) = found.goals
    assert found.verdict is Verdict.DEPENDS and not found.is_faulty
    holding, failing = goal.configurations
    assert holding.holds and holding.condition and not failing.holds
    assert holding.condition[0] in found.hint


def test_a_sentence_that_isnt_needed_is_named_with_its_place() -> None:
    found = checked(
        "triangle A B C\nD midpoint of B C\nE midpoint of C A\nF midpoint of A B\nprove D E parallel to A B"
    )
    (remark,) = found.remarks
    assert found.verdict is Verdict.TRUE
    assert remark.rule == "superfluous-premise" and "F midpoint of A B" in remark.message
    assert remark.place == Place(4, 1, 17)


def test_of_several_goals_the_gravest_counts() -> None:
    found = checked("triangle A B C; M midpoint of B C; prove A M perpendicular to B C and |M B| = |M C|")
    assert [goal.verdict for goal in found.goals] == [Verdict.FALSE, Verdict.TRIVIAL]
    assert found.verdict is Verdict.FALSE and found.is_faulty


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Let D be a point on line BC in triangle ABC. Prove that [ABD]/[ACD] = BD/DC.", Verdict.TRUE),
        ("Let D be a point on line BC in triangle ABC. Prove that [ABD] = [ACD].", Verdict.FALSE),
        ("Let ABC be a triangle with angle A = 2 angle B. Prove that BC^2 = AC * (AC + AB).", Verdict.TRUE),
        ("Let ABC be a triangle with AB < AC. Prove that angle C < angle B.", Verdict.TRUE),
    ],
)
def test_goals_that_are_no_linear_equations_say_something(text: str, verdict: Verdict) -> None:
    assert checked(text).verdict is verdict


def test_what_an_equivalence_supposes_beyond_equations_is_supposed() -> None:
    text = (
        "Let M be a point on the circumcircle of triangle ABC. Prove that AM bisects angle BAC if and only if M is the midpoint of "
        "the arc BC not containing A."
    )
    assert checked(text).verdict is Verdict.TRUE


def test_a_question_is_answered_in_figures_in_which_nothing_collapses() -> None:
    text = "Let ABCD be a square with side 3. Points E and F trisect BC. Find the area of AEF."
    assert "the answer is 3/2" in checked(text).message


def test_a_question_is_answered_or_has_no_one_answer() -> None:
    assert "the answer is 45" in checked("square A B C D; find angle B A C").message
    assert "same" in checked("triangle A B C; find angle A B C").message


def test_what_isnt_understood_is_named_with_its_place() -> None:
    found = checked("triangle A B C\nD blorb of B C\nprove |A D| = |A B|")
    assert found.verdict is Verdict.UNREAD and found.place is not None and found.place.line == 2


def test_a_choice_of_intersections_is_enough_in_a_statement_by_constructions() -> None:
    text = (
        "a b c = triangle a b c; d = on_line d a b, on_circle d a c; e = on_line e a c, on_circle e a b ? para d c b e"
    )
    assert checked(text).verdict is Verdict.TRUE


def test_time_that_runs_out_decides_nothing() -> None:
    text = "triangle A B C; A D and B E altitudes; A D meets B E at H; prove C H perpendicular to A B"
    found = check_statement(NamedStatement("statement", text), 1e-6)
    assert found.verdict is Verdict.UNDECIDED and not found.is_faulty


def test_of_several_readings_the_one_that_is_true_is_looked_at() -> None:
    text = "Let ABC be a triangle with CA = CB and circumcenter O. Prove that O lies on an altitude of triangle ABC."
    assert checked(text).verdict is Verdict.TRUE
