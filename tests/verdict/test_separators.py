"""What tells two kinds of figures apart is the first condition that does it alone, and the search ends there."""

from __future__ import annotations

import numpy as np
import pytest

from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.statements.conditions import Condition
from solver.verdict import separators, survey
from tests.verdict.statements import DEPENDS


def test_conditions_after_the_first_that_does_it_alone_arent_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Condition] = []
    looked_at = separators._Table._looked_at

    def counting(table: separators._Table, conditions: list[Condition]) -> object:
        looked.extend(conditions)
        return looked_at(table, conditions)

    monkeypatch.setattr(separators._Table, "_looked_at", counting)
    found: list[tuple[Condition, ...]] = []
    separating = separators.separating

    def kept(problem: Problem, holds: list[Diagram], fails: list[Diagram]) -> tuple[Condition, ...]:
        looked.clear()
        found.append(separating(problem, holds, fails))
        if len(found[-1]) == 1:
            assert found[-1][0] in looked
            assert len(looked) < sum(1 for _ in separators._candidates(problem, [*holds, *fails]))
        return found[-1]

    monkeypatch.setattr(separators, "separating", kept)
    survey.survey(parse_statement(DEPENDS["an inscribed angle"]))
    assert any(len(conditions) == 1 for conditions in found)


def test_lines_are_told_in_any_figure() -> None:
    flat = Diagram(("a", "b", "c", "d"), np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [0.5, 1.0]]))
    bent = Diagram(("a", "b", "c", "d"), np.array([[0.0, 0.0], [1.0, 0.3], [2.0, 0.0], [0.5, 1.0]]))
    assert separators._flat_triples("abcd", [bent, flat]) == {frozenset("abc")}
    assert separators._flat_triples("abcd", [bent]) == set()
