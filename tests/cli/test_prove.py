"""`porism prove` and `porism check`: what they say, in words and in JSON, and their exit codes."""

from __future__ import annotations

import io
import json
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.command import run, run_process
from tests.search.statements import NEEDS_A_POINT

ORTHOCENTRE = "a b c = triangle a b c; h = on_tline h b a c, on_tline h c a b ? perp a h b c"
FALSE = "a b c = triangle a b c ? perp a b a c"


def test_a_proof_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", ORTHOCENTRE, "--seed", 3)
    assert outcome.code == 0
    assert outcome.err == ""
    assert "AH ⟂ BC" in outcome.out
    verdict, spent = outcome.out.splitlines()[-2:]
    assert verdict.startswith("proved in ")
    assert verdict.endswith("s, checked (seed 3)")
    assert re.fullmatch(r"\(reading [\d.]+ s, figures [\d.]+ s, closing [\d.]+ s, writing [\d.]+ s.*\)", spent)


def test_what_a_search_took_is_said_and_threads_beyond_the_processors_are_not_used(
    capsys: pytest.CaptureFixture[str],
) -> None:
    outcome = run(capsys, "prove", NEEDS_A_POINT, "--threads", 1000, "--memory-limit", 300)
    assert outcome.code == 0
    assert re.match(r"note: 1000 threads on \d+ processors would bring nothing: \d+ are used\n", outcome.err)
    assert " searching " in outcome.out.splitlines()[-1]


def test_a_search_needs_some_memory(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", ORTHOCENTRE, "--memory-limit", 1)
    assert outcome.code == 2 and "--memory-limit" in outcome.err


def test_nothing_else_is_printed() -> None:
    # As a process: libraries print past Python's own streams.
    outcome = run_process("prove", ORTHOCENTRE, "--quiet")
    assert outcome.code == 0
    assert outcome.out.startswith("Prove that AH ⟂ BC.\n")
    assert outcome.err == ""


def test_a_false_statement_is_told_with_a_counterexample(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", FALSE, "--quiet")
    assert outcome.code == 1
    lines = outcome.out.splitlines()
    assert lines[0] == "false: statement"
    assert [line.split(" = ")[0].strip() for line in lines[1:4]] == ["a", "b", "c"]
    assert lines[-2].startswith("the goal perp a b a c is false: it is off by ")


def test_a_false_statement_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", FALSE, "--format", "json")
    value = json.loads(outcome.out)
    assert (outcome.code, value["status"], value["certificate"]) == (1, "false", None)
    assert set(value["counterexample"]) == {"a", "b", "c"}


def test_json_has_the_record_and_the_certificate(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", ORTHOCENTRE, "--format", "json", "--seed", 5, "--jobs", 2, "--no-search")
    value = json.loads(outcome.out)
    assert outcome.code == 0
    assert (value["status"], value["checked"], value["seed"], value["message"]) == ("proved", True, 5, "")
    assert value["seconds"] > 0
    assert value["certificate"]["format"] == "porism-proof"
    assert outcome.err.startswith("proved in ")


def test_the_same_seed_gives_the_same_certificate(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (json.loads(run(capsys, "prove", ORTHOCENTRE, "--format", "json").out) for _ in range(2))
    assert first["certificate"] == second["certificate"]


def test_what_is_written_can_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new" / "proof.json"
    assert run(capsys, "prove", ORTHOCENTRE, "--format", "json", "--out", path).code == 0
    outcome = run(capsys, "check", path)
    assert outcome.code == 0
    assert outcome.out.startswith("accepted: statement, ")
    value = json.loads(run(capsys, "check", path, "--format", "json", "--seed", 2, "--diagrams", 1).out)
    assert (value["accepted"], value["diagrams"]) == (True, 1)


def test_a_premise_that_is_the_goal_is_a_proof_of_no_steps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "proof.json"
    statement = "a b = segment a b; c = s_angle a b c 50 ? aconst b a b c 50"
    assert run(capsys, "prove", statement, "--format", "json", "--out", path).code == 0
    assert run(capsys, "check", path).code == 0


def test_a_tampered_certificate_is_rejected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "proof.json"
    run(capsys, "prove", ORTHOCENTRE, "--format", "json", "--out", path)
    path.write_text(path.read_text().replace("perp a h b c", "perp a h a c"))
    outcome = run(capsys, "check", path)
    assert outcome.code == 1
    assert outcome.out.startswith("rejected: ")
    value = json.loads(run(capsys, "check", path, "--format", "json").out)
    assert value["accepted"] is False


def test_a_question_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", "a b c = ieq_triangle a b c; d = midpoint d b c ? acompute a d b c")
    assert outcome.code == 0
    assert "The answer is 90°." in outcome.out


GOALS = "triangle A B C; AB = AC; M midpoint of BC; "


def test_the_statement_is_shown_as_it_was_understood(capsys: pytest.CaptureFixture[str]) -> None:
    said = "P inside triangle ABC; PB = PC; AB = AC; triangle ABC; prove AP bisects angle BAC"
    outcome = run(capsys, "prove", said)
    shown, proof = outcome.out.split("\n\n", maxsplit=1)
    assert shown.splitlines() == [
        "Understood as", "  triangle A B C", "  |P B| = |P C|", "  |A B| = |A C|", "  P inside A B C",
        "  prove P on bisector of angle B A C",
    ]  # fmt: skip
    assert "Seen in the figures, not proved: B and C lie on opposite sides of AP." in proof
    assert "Understood" not in run(capsys, "prove", said, "--quiet").out


@pytest.mark.parametrize(
    ("goals", "code", "last"),
    [
        ("prove AM ⟂ BC and AM bisects angle BAC", 0, "2 goals proved in"),
        ("prove AM ⟂ BC and AB = BC", 1, "1 of 2 goals proved; “|A B| = |B C|” is false"),
        ("prove AB = BC; prove AM ⟂ BC", 1, "1 of 2 goals proved; “|A B| = |B C|” is false"),
    ],
)
def test_each_of_several_goals_has_its_verdict(
    capsys: pytest.CaptureFixture[str], goals: str, code: int, last: str
) -> None:
    outcome = run(capsys, "prove", GOALS + goals)
    assert outcome.code == code
    assert f"\n{last}" in outcome.out
    assert "\nGoal 1 of 2: prove " in outcome.out and "\nGoal 2 of 2: prove " in outcome.out


def test_each_of_several_goals_has_its_certificate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "proof.json"
    goals = "prove AM ⟂ BC and ∠B = ∠C"
    assert run(capsys, "prove", GOALS + goals, "--format", "json", "--out", path).code == 0
    assert run(capsys, "check", path).out.count("accepted: ") == 2
    changed = json.loads(path.read_text())
    certificate = changed["goals"][1]["certificate"]
    certificate["problem"]["statement"] = GOALS + "prove AM ⟂ BC and AB = BC"
    path.write_text(json.dumps(changed))
    assert run(capsys, "check", path).code == 1


def test_a_goal_that_is_false_by_its_order_is_false(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", "triangle A B C; D on extension of B C; prove D on segment B C")
    assert outcome.code == 1
    assert "\n“D on segment B C” is false" in outcome.out


def test_what_is_not_proved_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", "a b c = triangle a b c; d = on_line d b c ? acompute a b a d")
    assert outcome.code == 1
    assert outcome.out.splitlines()[-2].startswith("the value asked for is no simple number")


def test_a_file_a_name_and_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "problems.txt"
    path.write_text(f"first\n{FALSE}\nsecond\n{ORTHOCENTRE}\n")
    assert run(capsys, "prove", path, "--name", "second").code == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ORTHOCENTRE.encode())))
    assert run(capsys, "prove", "-").code == 0


def test_a_terminal_without_geometry_gets_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    outcome = run_process("prove", ORTHOCENTRE, "--quiet")
    assert outcome.code == 0
    assert "\\u27c2" in outcome.out


def test_a_goal_that_says_nothing_is_proved(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", "a b c = triangle a b c ? cong a b b a")
    assert outcome.code == 0
    assert "\nSo AB = BA.\n" in outcome.out


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "--version")
    assert (outcome.code, outcome.err) == (0, "")
    assert re.fullmatch(rf"porism {re.escape(version('porism'))}( \(commit [0-9a-f]{{12}}\))?\n", outcome.out)


@pytest.mark.parametrize(
    "statement",
    [
        "在△ABC中,D是A到BC的垂线的垂足,求证:AD⊥BC。",
        "设M是BC的中点，N是AC的中点，求证MN平行于AB。",
        "已知AD⊥BC于D;求证:AD⊥BD",
    ],
)
def test_a_chinese_statement_without_blanks_is_no_name(statement: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "prove", statement).code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("在△ABC中，AB=AC，D是BC的中点。求证：AD⊥BC。", ["理解为", "D 是 BC 的中点", "求证：AD ⟂ BC。"]),
        ("在△ABC中，∠C=90°，AC=3，BC=4。求AB的长。", ["理解为", "答案：5。"]),
        ("在△ABC中，AB=AC。（1）求证：∠B=∠C。（2）若D是BC的中点，求证：AD⊥BC。", ["第 1 问（共 2 问）", "第 2 问（共 2 问）"]),
    ],
)  # fmt: skip
def test_a_chinese_statement_is_shown_and_proved_in_chinese(
    text: str, said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, "prove", text, "--timeout", 10).out
    assert all(one in out for one in said)
    assert "Understood as" not in out


def test_a_chinese_statement_can_be_proved_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "prove", "在△ABC中，AB=AC，D是BC的中点。求证：AD⊥BC。", "--language", "en").out
    assert "Understood as" in out
