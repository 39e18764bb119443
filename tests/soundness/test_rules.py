"""No rule takes what is false, even where no number is looked at afterwards."""

from __future__ import annotations

import pytest

from solver.checker.rules import RULES
from solver.checker.uses import Uses
from solver.soundness.rules import examine_rules

#: Enough for an instance of nearly every rule.
SMALL = 6000


def test_no_rule_takes_a_false_claim() -> None:
    report = examine_rules(SMALL, seed=3)
    assert not report.wrong
    assert sum(report.taken[name] > 0 for name in RULES) >= len(RULES) - 2


@pytest.mark.parametrize(
    ("loosened", "rule"),
    [("is_lifted", "inscribed"), ("is_multiple", "thales_converse"), ("cases", "sine_to_angle")],
)
def test_a_rule_that_takes_another_case_is_noticed(loosened: str, rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Uses, loosened, lambda u, *arguments: arguments)
    assert examine_rules(2000, seed=3, rules=(rule,)).wrong
