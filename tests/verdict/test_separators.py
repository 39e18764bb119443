"""What tells two kinds of figures apart is the first condition that does it alone, and the search ends there."""

from __future__ import annotations

import pytest

from solver.diagram.diagram import Diagram
from solver.language.read import parse_statement
from solver.statements.conditions import Condition
from solver.verdict import separators, survey
from tests.verdict.statements import DEPENDS


def test_conditions_after_the_first_that_does_it_alone_arent_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Condition] = []
    of = separators._Useful.of

    def counting(late: int, condition: Condition, *rest: object) -> object:
        looked.append(condition)
        return of(late, condition, *rest)

    monkeypatch.setattr(separators._Useful, "of", counting)
    found: list[tuple[Condition, ...]] = []
    separating = separators.separating

    def kept(problem: object, holds: list[Diagram], fails: list[Diagram]) -> tuple[Condition, ...]:
        looked.clear()
        found.append(separating(problem, holds, fails))
        if len(found[-1]) == 1:
            assert looked[-1] == found[-1][0]
        return found[-1]

    monkeypatch.setattr(survey, "separating", kept)
    survey.survey(parse_statement(DEPENDS["an inscribed angle"]))
    assert any(len(conditions) == 1 for conditions in found)
