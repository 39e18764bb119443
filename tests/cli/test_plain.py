"""What a new user types, through the command: proofs that the checker accepts, and messages with what to write instead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.language.plain_statements import TYPED, WRONG


@pytest.mark.parametrize("name", TYPED)
def test_what_a_new_user_types_is_proved_or_answered(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, expected = TYPED[name]
    path, certificate = tmp_path / "statement.txt", tmp_path / "proof.json"
    path.write_text(text, encoding="utf-8")
    outcome = run(capsys, "prove", path, "--format", "json", "--out", certificate, "--timeout", 30)
    assert outcome.code == 0, outcome.err
    result = json.loads(certificate.read_text(encoding="utf-8"))
    assert result["message"] == ("" if expected == "proved" else f"the answer is {expected}")
    checked = run(capsys, "check", certificate, "--diagrams", 1)
    assert checked.code == 0 and checked.out.startswith("accepted: ")


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_statement_says_where_it_is_wrong_and_what_to_write(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, (line, column), message, hint = WRONG[name]
    path = tmp_path / "statement.txt"
    path.write_text(text, encoding="utf-8")
    outcome = run(capsys, "prove", path)
    assert (outcome.code, outcome.out) == (2, "")
    said, instead = outcome.err.splitlines()
    assert said.startswith(f"error: line {line}, column {column}: ")
    assert message in said
    assert instead.startswith("  hint: ") and hint in instead
