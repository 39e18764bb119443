"""The file of what was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver.errors import PorismError
from solver.web.history import History


def test_the_newest_come_first_and_what_is_asked_again_stands_once(tmp_path: Path) -> None:
    history = History(tmp_path / "deep" / "h.sqlite")
    for statement in ("a", "b", "a"):
        history.add("prove", statement, "proved", 1.0)
    assert [entry.statement for entry in history.newest(10)] == ["a", "b"]
    assert [entry.statement for entry in History(tmp_path / "deep" / "h.sqlite").newest(1)] == ["a"]
    history.clear()
    assert history.newest(10) == ()


def test_the_oldest_are_dropped(tmp_path: Path) -> None:
    history = History(tmp_path / "h.sqlite", most=3)
    for number in range(5):
        history.add("prove", str(number), "proved", 0.1)
    assert [entry.statement for entry in history.newest(10)] == ["4", "3", "2"]


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "h.sqlite").write_text("a letter, not a database, and long enough to be looked at" * 20)
    with pytest.raises(PorismError, match="can't be used"):
        History(tmp_path / "h.sqlite")


def test_nothing_is_kept_without_a_file() -> None:
    history = History(None)
    history.add("prove", "a", "proved", 1.0)
    assert history.newest(10) == ()
