"""Which porism this is."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver import __version__, version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "solver"
    (folder / "content").mkdir(parents=True)
    monkeypatch.setattr(version, "__file__", str(folder / "version.py"))
    return folder


def test_an_installed_package_knows_its_commit(package: Path) -> None:
    (package / "content" / "commit.txt").write_text(f"{'0123456789' * 4}\n", encoding="utf-8")
    assert version.version() == f"{__version__} (commit 012345678901)"


def test_without_git_the_commit_is_left_out(package: Path) -> None:
    assert version.version() == __version__
    (package.parent / ".git").write_text("damaged", encoding="utf-8")
    assert version.version() == __version__
