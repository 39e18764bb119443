"""`porism prove --format`: the forms in which a proof is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import run

STATEMENT = "a b c = triangle a b c; h = on_tline h b a c, on_tline h c a b ? perp a h b c"
BEGINNINGS = {
    ".md": "**Statement.** Prove",
    ".tex": "\\documentclass",
    ".html": "<!doctype html>",
    ".tikz": "\\begin{tikz",
}


def test_the_suffix_says_the_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for suffix, beginning in BEGINNINGS.items():
        path = tmp_path / f"proof{suffix}"
        outcome = run(capsys, "prove", STATEMENT, "--out", path)
        assert outcome.code == 0
        assert path.read_text(encoding="utf-8").startswith(beginning)


def test_a_form_goes_to_the_terminal_alone(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", STATEMENT, "--format", "tikz")
    assert outcome.out.startswith("\\begin{tikzpicture}") and outcome.out.endswith("\\end{tikzpicture}\n")
    assert "proved in" in outcome.err


def test_where_there_is_no_proof_nothing_is_written_and_the_verdict_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "proof.html"
    outcome = run(capsys, "prove", "triangle A B C; prove |A B| = |A C|", "--out", path)
    assert (outcome.code, outcome.out, path.exists()) == (1, "", False)
    assert "false" in outcome.err
