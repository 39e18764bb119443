"""Where a goal holds: everywhere, nowhere or somewhere, and what tells the figures apart."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import count

import pytest

from solver.diagram.diagram import Diagram
from solver.language.read import NamedStatement, parse_statement
from solver.service.answers import Verdict
from solver.service.lint import check_statement
from solver.statements.predicates import ACOMPUTE, ACONST, RCONST, Statement
from solver.verdict.assume import with_condition
from solver.verdict.sample import Figures
from solver.verdict.survey import FEWEST, Holds, survey
from solver.verdict.words import assumptions, case_in_words, dependence
from tests.verdict.statements import DEPENDS, DEPENDS_AS_A_WHOLE, FALSE, FALSE_AS_A_WHOLE, TRUE, VALUES


@pytest.mark.parametrize("name", DEPENDS)
def test_a_goal_that_holds_in_some_figures_depends_on_a_condition(name: str) -> None:
    problem = parse_statement(DEPENDS[name])
    seen = survey(problem)
    assert seen.holds is Holds.SOMEWHERE
    first, *others = seen.cases
    assert first.condition and first.goal is not None
    assert all(c.holds(first.figure.places()) for c in first.condition)
    assert not any(all(c.holds(case.figure.places()) for c in first.condition) for case in others)
    added = with_condition(problem, seen)
    assert set(first.condition) <= set(added.conditions)
    assert survey(added).holds is Holds.EVERYWHERE


@pytest.mark.parametrize("name", VALUES)
def test_each_value_has_its_figures(name: str) -> None:
    text, values = VALUES[name]
    seen = survey(parse_statement(text))
    assert {case.goal.constants[0] for case in seen.cases if case.goal is not None} >= values
    assert (seen.holds is Holds.SOMEWHERE) == (len(seen.cases) > 1)


@pytest.mark.parametrize("name", TRUE)
def test_a_theorem_holds_everywhere(name: str) -> None:
    assert survey(parse_statement(TRUE[name])).holds is Holds.EVERYWHERE


@pytest.mark.parametrize("name", FALSE)
def test_what_holds_in_degenerate_figures_only_holds_nowhere(name: str) -> None:
    assert survey(parse_statement(FALSE[name])).holds is Holds.NOWHERE


@pytest.mark.parametrize("name", FALSE_AS_A_WHOLE)
def test_nothing_of_a_goal_is_given_and_a_false_one_is_found(name: str) -> None:
    problem = parse_statement(FALSE_AS_A_WHOLE[name])
    figures = Figures(problem)
    assert Holds.NOWHERE in [survey(part, figures=figures).holds for part in problem.parts()]


@pytest.mark.parametrize("name", DEPENDS_AS_A_WHOLE)
def test_what_a_goal_says_of_order_is_part_of_it(name: str) -> None:
    assert survey(parse_statement(DEPENDS_AS_A_WHOLE[name])).holds is Holds.SOMEWHERE


def test_points_are_taken_to_be_different_where_they_can_be() -> None:
    seen = survey(parse_statement("A, B, C, D, E, F concyclic; A B meets D E at X; prove X, A, B collinear"))
    assert seen.holds is Holds.EVERYWHERE
    assert seen.apart


@pytest.mark.parametrize(
    "text",
    [
        "triangle A B C; D on line B C; find ∠ADB",
        "triangle A B C; D on circle (A B C); find A D / A B",
        "points P, Q, R; S foot from P to Q R; find ∠QPS",
    ],
)
def test_a_simple_value_in_one_figure_of_many_is_an_accident(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = parse_statement(text)
    numbers = count()

    def simple_once(asked: Statement, figures: Sequence[Diagram]) -> Statement | None:
        kind = ACONST if asked.predicate is ACOMPUTE else RCONST
        return Statement(kind, asked.points, (Fraction(7, 3),)) if next(numbers) == 5 else None

    monkeypatch.setattr("solver.verdict.survey.answer", simple_once)
    assert survey(problem).holds is Holds.NOWHERE


def test_the_same_figures_are_looked_at_every_time() -> None:
    problem = parse_statement(DEPENDS["an inscribed angle"])
    first, second = survey(problem), survey(problem)
    assert [str(c) for case in first.cases for c in case.condition] == [
        str(c) for case in second.cases for c in case.condition
    ]
    assert first.figures == second.figures


def test_a_busy_machine_sees_no_fewer_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock on the wall runs, the processor's doesn't: others have it."""
    problem = parse_statement(DEPENDS["an inscribed angle"])
    quiet = survey(problem)
    hours = count(0, 3600)
    monkeypatch.setattr("solver.verdict.survey.time.monotonic", lambda: float(next(hours)))
    monkeypatch.setattr("solver.verdict.survey.time.thread_time", lambda: 0.0)
    busy = survey(problem, None, 0.5)
    assert (busy.figures, busy.holds) == (quiet.figures, quiet.holds)


@pytest.mark.parametrize("name", list(TRUE)[:3])
def test_few_figures_that_agree_are_not_all(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("solver.verdict.survey.ATTEMPTS", FEWEST - 1)
    seen = survey(parse_statement(TRUE[name]))
    assert 0 < seen.figures < FEWEST
    assert seen.holds is Holds.UNKNOWN and len(seen.cases) == 1
    assert f"to look at: {seen.figures}" in assumptions(seen)
    (goal,) = check_statement(NamedStatement("few", TRUE[name])).goals
    assert goal.verdict is Verdict.UNDECIDED and f"in {seen.figures} figures only" in goal.message


def test_a_survey_that_is_cut_short_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("solver.verdict.survey.LONGEST", 0.0)
    seen = survey(parse_statement("triangle A B C; M midpoint of B C; N midpoint of A C; prove M N ∥ A B"))
    assert seen.holds is Holds.UNKNOWN and not seen.is_complete
    assert f"only {seen.figures} figures" in assumptions(seen)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "triangle A B C; O circumcenter of A B C; prove ∠BOC = 2 ∠BAC",
            "“∠ B O C = 2 ∠ B A C” holds where angle B A C < 90",
        ),
        ("square A B C D; equilateral triangle A B E; find ∠DEC", "∠ D E C = 150° where angle D A E < 90"),
        ("triangle A B C; D on line B C; B D = 2 D C; find B C / D C", "|B C| / |D C| = 3 where B on ray C D"),
        ("triangle A B C; D on line B C; B D = 2 D C; prove B C = 3 D C", "“|B C| = 3 |D C|” holds where B on ray C D"),
        (
            "square A B C D; A B = 2; equilateral triangle A B E; find D E^2",
            "DE^2 ≈ 1.0718 where angle D A E < 90",
        ),
    ],
)
def test_each_kind_of_figures_is_told_in_words(text: str, said: str) -> None:
    problem = parse_statement(text)
    seen = survey(problem)
    assert case_in_words(problem, seen.cases[0]) == said
    assert said.split(" where ")[1] in dependence(problem, seen)


def test_goals_about_the_same_givens_are_looked_at_in_the_same_figures() -> None:
    problem = parse_statement("triangle A B C; D on circle (A B C); prove ∠BAC = ∠BDC and A B = A C")
    figures = Figures(problem)
    for part in problem.parts():
        together, alone = survey(part, figures=figures), survey(part)
        assert (together.holds, together.attempts, together.figures) == (alone.holds, alone.attempts, alone.figures)
        assert [c.figure.as_dict() for c in together.cases] == [c.figure.as_dict() for c in alone.cases]


def test_figures_of_other_givens_are_not_looked_at() -> None:
    figures = Figures(parse_statement("triangle A B C; prove A B = A C"))
    other = parse_statement("triangle A B C; A B = A C; prove ∠B = ∠C")
    assert not figures.are_of(other)
    assert survey(other, figures=figures).holds is Holds.EVERYWHERE
