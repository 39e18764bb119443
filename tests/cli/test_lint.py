"""`porism lint`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import run

SUITE = """altitudes
a b c = triangle a b c; h = on_tline h b a c, on_tline h c a b ? perp a h b c
right
a b c = triangle a b c ? perp a b a c
given
a b c = triangle a b c; m = midpoint m b c ? midp m b c
odd
a b c = triange a b c ? perp a b a c
"""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    path = tmp_path / "suite.txt"
    path.write_text(SUITE, encoding="utf-8")
    return path


def test_what_is_wrong_is_listed_with_its_place(suite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "lint", suite)
    assert outcome.code == 1
    assert f"{suite}:4: right: false: " in outcome.out and "where it fails: a (" in outcome.out
    assert f"{suite}:8:" in outcome.out and "triange" in outcome.out
    assert "altitudes" not in outcome.out
    assert outcome.out.endswith("4 statements: 1 true, 1 false, 1 trivial, 1 unread\n")


def test_what_is_only_worth_a_look_is_no_failure(suite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "lint", suite, "--only", "[ag]*", "--all")
    assert outcome.code == 0
    assert "altitudes: true: " in outcome.out and "given: trivial: " in outcome.out


def test_json_has_a_verdict_for_each_statement(suite: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "verdicts.json"
    assert run(capsys, "lint", suite, "--format", "json", "--out", out).code == 1
    found = json.loads(out.read_text(encoding="utf-8"))
    assert [one["verdict"] for one in found] == ["true", "false", "trivial", "unread"]
    assert set(found[1]["goals"][0]["counterexample"]) == {"a", "b", "c"}


def test_sarif_names_rules_levels_and_lines(suite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(run(capsys, "lint", suite, "--format", "sarif").out)
    (one_run,) = log["runs"]
    assert log["version"] == "2.1.0"
    rules = {rule["id"] for rule in one_run["tool"]["driver"]["rules"]}
    results = [(r["ruleId"], r["level"]) for r in one_run["results"]]
    assert results == [("false", "error"), ("trivial", "warning"), ("unread", "error")]
    assert {rule for rule, _ in results} <= rules
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in one_run["results"]]
    assert [region["startLine"] for region in regions] == [4, 6, 8]


def test_a_name_that_nothing_has_is_refused(suite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "lint", suite, "--only", "nothing")
    assert outcome.code == 2 and "no name matches" in outcome.err
