"""The attack on rules in numbered tasks, theorems of the library among the rules."""

from __future__ import annotations

import json

import numpy as np
import pytest
from typer.testing import CliRunner

from solver.checker.rules import RULES
from solver.checker.uses import Uses
from solver.checking import library_statements
from solver.cli.commands import app
from solver.soundness.rule_attack import attack_rules
from solver.soundness.rules import RulesReport, examine_rules
from solver.soundness.theorem_steps import examine_theorem
from solver.statements.theorem import TheoremStatement


def test_a_task_tries_all_rules_and_a_theorem_and_is_the_same_again() -> None:
    outcome = attack_rules(0, 3)
    assert not outcome.findings
    assert sum(outcome.counts[f"{name}: made"] > 0 for name in RULES) == len(RULES)
    assert outcome.counts["theorem: taken"] > 0
    assert attack_rules(0, 3).counts == outcome.counts


def test_a_theorem_that_concludes_too_much_is_noticed() -> None:
    true = library_statements()["pappus"]
    false = TheoremStatement("pappus", true.points, true.premises[1:], true.conditions, true.conclusions)
    reports = [RulesReport(), RulesReport()]
    for statement, report in zip((true, false), reports, strict=True):
        examine_theorem(statement, [0, 1], report)
    assert not reports[0].wrong
    assert reports[0].taken["theorem pappus"] > 0
    assert reports[1].wrong


def test_a_wrong_step_is_shown_without_the_premises_that_it_can_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Uses, "is_lifted", lambda u, *arguments: arguments)
    wrong = examine_rules(2000, seed=3, rules=("inscribed",)).wrong[0]
    shown = str(wrong)
    assert len(wrong.step.uses) == 1
    assert "rule inscribed" in shown
    assert "false by" in shown
    assert np.isfinite(complex(wrong.at["a"]))


def test_the_command_runs_the_attack_in_tasks() -> None:
    result = CliRunner().invoke(app, ["soundness", "--rules", "1000", "--jobs", "1", "--format", "json"])
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert report["attack"] == "rules"
    assert report["wrong"] == []
    assert 800 < report["counts"]["instances"] <= 1000
