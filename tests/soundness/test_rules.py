"""No rule takes what is false, even where no number is looked at afterwards."""

from __future__ import annotations

import math

import numpy as np
import pytest

from solver.checker.rules import RULES
from solver.checker.uses import Uses
from solver.soundness.rule_claims import made_true
from solver.soundness.rules import examine_rules
from solver.statements.equation import Equation, Theory, sine

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


def test_a_sine_that_is_1_to_nine_digits_is_not_taken_for_1() -> None:
    """The angle is off a right one by 3e-5, its sine off 1 by 5e-10: what follows from the sine is false of the angle."""
    at = {"a": 1 + 0j, "v": 0j, "b": complex(math.sin(3e-5), math.cos(3e-5))}
    said = Equation.of(Theory.LOG, [(sine("a", "v", "b"), 1)])
    rng = np.random.default_rng(0)
    assert made_true(said, at, rng) is None
    assert made_true(said, at | {"b": 1j}, rng) is not None
