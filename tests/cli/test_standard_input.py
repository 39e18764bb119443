"""Commands for many problems read them from standard input, too, and say which files and forms they don't know."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import run, run_process


def test_lint_reads_standard_input() -> None:
    outcome = run_process(
        "lint", "-", "--all", data=b"triangle A B C; |A B| = |A C|; prove angle A B C = angle A C B\n"
    )
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("-:1: statement: true")
    assert outcome.out.endswith("1 statement: 1 true\n")


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("--theorems", "nowhere.thm"), "there is no file “nowhere.thm”", "school"),
        (("--out", "proof.docx"), ".docx is no form of a proof", "--format"),
        (("--out", "proof.HTM"), ".HTM is no form of a proof", ".html"),
    ],
)
def test_what_porism_prove_doesnt_know_is_told(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str, hint: str
) -> None:
    outcome = run(capsys, "prove", "simson-line", *arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert hint in outcome.err
    assert not Path(arguments[1]).exists()
