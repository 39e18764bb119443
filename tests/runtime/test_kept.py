"""What is kept from one start of the program to the next."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lark.exceptions import UnexpectedInput

from solver.collection import entries
from solver.knowledge import library as libraries
from solver.language import plain_grammar
from solver.language.plain import is_plain_language
from solver.language.plain_tokens import PlainToken, sentences
from solver.runtime.kept import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("solver.runtime.kept.user_cache_path", lambda *_, **__: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source"
    path.write_text("1", encoding="utf-8")
    return path


def never() -> object:
    raise AssertionError("it is made again")


def test_it_is_made_once_for_the_same_sources(folder: Path, source: Path) -> None:
    assert kept("it", [source], lambda: {"a": 1}) == {"a": 1}
    assert kept("it", [source], never) == {"a": 1}


def test_changed_sources_never_meet_an_old_entry(folder: Path, source: Path) -> None:
    kept("it", [source], lambda: 1)
    source.write_text("2", encoding="utf-8")
    assert kept("it", [source], lambda: 2) == 2


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 100])
def test_a_damaged_entry_is_made_again(folder: Path, source: Path, damage: bytes) -> None:
    kept("it", [source], lambda: 1)
    (entry,) = folder.iterdir()
    entry.write_bytes(damage)
    assert kept("it", [source], lambda: 2) == 2
    entry.write_bytes(entry.read_bytes()[:-1])
    assert kept("it", [source], lambda: 3) == 3


def test_an_entry_of_another_user_isnt_read(folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept("it", [source], lambda: 1)
    monkeypatch.setattr("os.getuid", lambda: 12345, raising=False)
    assert kept("it", [source], lambda: 2) == 2


def test_what_cant_be_kept_is_made(folder: Path, source: Path) -> None:
    assert kept("it", [source], lambda: never) is never  # by name
    assert callable(kept("local", [source], lambda: lambda: 0))
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("this is no folder", encoding="utf-8")
    assert kept("it", [source], lambda: 1) == 1


def test_first_starts_side_by_side_leave_one_whole_entry(folder: Path, source: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: kept("it", [source], lambda: list(range(10_000))), range(24)))
    assert all(one == list(range(10_000)) for one in found)
    assert len(list(folder.iterdir())) == 1
    assert kept("it", [source], never) == list(range(10_000))


def test_few_old_entries_stay(folder: Path, source: Path) -> None:
    for number in range(20):
        source.write_text(str(number), encoding="utf-8")
        kept("it", [source], lambda: 1)
    assert len(list(folder.iterdir())) <= 8


def test_a_kept_grammar_and_library_are_what_they_were(folder: Path) -> None:
    fresh = plain_grammar._made()
    for _ in range(2):
        plain_grammar.grammar.cache_clear()
        libraries.library.cache_clear()
        again, theorems = plain_grammar.grammar(), libraries.library()
    texts = [entry.statement.text for entry in entries()]
    said = [s for text in filter(is_plain_language, texts) for s in sentences(text, 1)][::80]
    assert len(said) > 10
    for sentence in (*said, said[0][1:], said[1] + said[2]):
        assert _shown(again, sentence) == _shown(fresh, sentence)
    assert theorems == libraries._read(sorted(libraries.content_folder("theorems").glob("*.thm")))


def _shown(grammar: plain_grammar.Grammar, sentence: list[PlainToken]) -> object:
    """The tree, or what is wrong; by the whole grammar, and by its useful part."""
    try:
        return grammar.parse(sentence).pretty()
    except UnexpectedInput as error:
        return str(error)
