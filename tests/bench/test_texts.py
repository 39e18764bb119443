"""Texts in words: how far each comes, and what is said of those that aren't understood."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from solver.bench.attempt import attempt
from solver.bench.texts import check_texts
from solver.language.read import NamedStatement
from tests.cli.command import run

ALTITUDES = "Let ABC be a triangle and let H be its orthocenter. Prove that AH is perpendicular to BC."
WRONG = "Let ABC be a triangle and let H be its orthocenter. Prove that AH is perpendicular to AB."
UNKNOWN = "Let ABC be a triangle.\nThe blorp of A meets BC at D. Prove that AD = BD."
FORMAL = NamedStatement("altitudes", "a b c = triangle a b c; h = orthocenter h a b c ? perp a h b c")


def test_each_text_is_counted_as_far_as_it_comes() -> None:
    texts = [NamedStatement("altitudes", ALTITUDES), NamedStatement("wrong", WRONG), NamedStatement("unknown", UNKNOWN)]
    table = check_texts(texts, [FORMAL], 0, 10.0).table()
    assert {key: table[key] for key in ("texts", "read", "drawn", "goal_true", "faithful")} == {
        "texts": 3, "read": 2, "drawn": 2, "goal_true": 1, "faithful": 1,
    }  # fmt: skip


def test_a_reading_that_isnt_so_in_the_formal_figure_is_unlike() -> None:
    other = NamedStatement("altitudes", "a b c = triangle a b c; h = incenter h a b c ? eqangle a b a h a h a c")
    (found,) = check_texts([NamedStatement("altitudes", ALTITUDES)], [other], 0, 10.0).found
    assert found.is_true and found.unlike and not found.is_faithful


def test_a_record_names_the_passages_that_werent_understood() -> None:
    answer, _ = attempt(NamedStatement("unknown", UNKNOWN, line=7), 5.0, 0)
    assert answer.record["read"] is False
    (passage,) = answer.record["unread"]
    assert passage["line"] == 8 and "blorp" in str(passage["text"])


def test_a_record_says_that_a_statement_was_understood() -> None:
    answer, _ = attempt(NamedStatement("altitudes", ALTITUDES), 5.0, 0)
    assert answer.record["read"] is True and answer.record["unread"] == []


def test_the_command_shows_a_suite_and_what_problem_files_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suite = tmp_path / "suite.json"
    suite.write_text(json.dumps({"altitudes": ALTITUDES, "unknown": {"text": UNKNOWN}}), encoding="utf-8")
    shown = run(capsys, "problems", "check", "--texts", suite)
    assert shown.code == 1 and "texts 2; read 1; drawn 1; goal true 1" in shown.out
    problem = tmp_path / "altitudes.txt"
    head = f"title: Altitudes\nenglish: {ALTITUDES}\nchinese: 设H是△ABC的垂心。求证：AH⊥BC。\n\n"
    problem.write_text(f"{head}triangle A B C\nH orthocenter of A B C\nprove A H ⟂ B C\n", encoding="utf-8")
    for language in ("en", "zh"):
        shown = run(capsys, "problems", "check", problem, "--texts", "--language", language, "--format", "json")
        found = json.loads(shown.out)
        assert found["faithful"] == 1 and found["found"][0]["goal_true"]
