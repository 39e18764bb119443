"""Where a goal holds: everywhere, nowhere or somewhere, and what tells the figures apart."""

from __future__ import annotations

from itertools import count

import pytest

from solver.language.read import NamedStatement, parse_statement
from solver.service.answers import Verdict
from solver.service.lint import check_statement
from solver.verdict.assume import with_condition
from solver.verdict.survey import FEWEST, Holds, survey
from solver.verdict.words import assumptions
from tests.verdict.statements import DEPENDS, FALSE, TRUE, VALUES


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


def test_points_are_taken_to_be_different_where_they_can_be() -> None:
    seen = survey(parse_statement("A, B, C, D, E, F concyclic; A B meets D E at X; prove X, A, B collinear"))
    assert seen.holds is Holds.EVERYWHERE
    assert seen.apart


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
