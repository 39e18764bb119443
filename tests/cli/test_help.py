"""`porism --help` and `porism language`."""

from __future__ import annotations

import pytest

from solver.cli.command_group import HEADINGS
from tests.cli.command import run


def test_commands_are_listed_in_the_order_of_use(capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, "--help").out.splitlines()
    places = [lines.index(f"{heading}:") for heading in HEADINGS]
    assert places == sorted(places)
    for heading, names in HEADINGS.items():
        below = lines[lines.index(f"{heading}:") + 1 :][: len(names)]
        assert [line.split()[0] for line in below] == list(names)


@pytest.mark.parametrize("name", [name for names in HEADINGS.values() for name in names])
def test_each_command_has_a_page_that_begins_with_a_sentence(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, name, "--help")
    assert outcome.code == 0
    assert any(line.strip().endswith((".", "]", ";", ":")) for line in outcome.out.splitlines()[2:6])


@pytest.mark.parametrize("word", ["# The plain language", "**Points**", "prove |B H| = |B D|"])
def test_the_language_is_printed(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert word in run(capsys, "language").out


@pytest.mark.parametrize("statement", ["prove", "triangle A B C; prove", "triangle A B C; points D; quux"])
def test_hints_name_what_an_installation_has(statement: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "docs/" not in run(capsys, "prove", f"{statement} ;").err
