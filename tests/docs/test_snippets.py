"""What the documentation shows can be run: Python as it stands, commands by their options, the tutorial's for real."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from solver.cli.commands import app
from tests.cli.command import run

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONTINUED = re.compile(r"\\\n\s*")
_OPTIONAL = re.compile(r"\[(--[^\]]*)\]")
_INDENTED = re.compile(r"^    (porism .*)$", re.MULTILINE)


def blocks(page: Path, language: str) -> list[str]:
    return [text for kind, text in _BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def commands(page: Path) -> list[list[str]]:
    """The words of each command on a page; what it only hints at with … is left out."""
    text = _CONTINUED.sub(" ", page.read_text(encoding="utf-8"))
    shown = [
        line.strip() for kind, block in _BLOCK.findall(text) if kind == "sh" for line in block.splitlines()
    ] + _INDENTED.findall(text)
    lines = [part.strip() for line in shown for part in _OPTIONAL.sub(r"\1", line).split("&&")]
    whole = (line for line in lines if line.startswith("porism ") and "…" not in line and "|" not in line)
    return [shlex.split(line, comments=True)[1:] for line in whole]


@pytest.mark.parametrize("page", [p for p in PAGES if commands(p)], ids=lambda p: p.name)
def test_commands_have_the_options_that_pages_show(page: Path) -> None:
    group = get_command(app)
    for words in commands(page):
        command, rest = group, list(words)
        while hasattr(command, "get_command") and rest and not rest[0].startswith("-"):
            name = rest.pop(0)
            command = command.get_command(command.make_context("porism", ["--help"], resilient_parsing=True), name)
            assert command is not None, words
        command.make_context("porism", rest, resilient_parsing=not rest)


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "python")], ids=lambda p: p.name)
def test_python_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "page"}
    for number, text in enumerate(blocks(page, "python")):
        code = compile(text, f"{page.name}, block {number + 1}", "exec")
        if "StdioServerParameters" not in text:  # starts a server: tests/agents has such a client
            exec(code, names)


def test_the_tutorial_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other: commands use each other's files."""
    monkeypatch.chdir(tmp_path)
    for words in commands(ROOT / "docs" / "index.md"):
        outcome = run(capsys, *words)
        is_false = "D midpoint of B C; prove A D" in " ".join(words)
        assert outcome.code == int(is_false), (words, outcome.err)
