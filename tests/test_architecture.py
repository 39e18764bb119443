"""The map is true: imports go down only, and ARCHITECTURE.md lists the rooms as the contract does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PROJECT = ROOT / "pyproject.toml"


def test_rooms_import_those_below_them_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    code = lint_imports(str(PROJECT), no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


def test_a_room_that_reaches_up_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Shown with two layers in the wrong order."""
    text = PROJECT.read_text(encoding="utf-8")
    swapped = text.replace('"plane | statements",\n', "").replace(
        '"language",', '"plane | statements",\n    "language",'
    )
    assert swapped != text
    (tmp_path / "pyproject.toml").write_text(swapped, encoding="utf-8")
    assert lint_imports(str(tmp_path / "pyproject.toml"), no_cache=True, no_logo=True) == 1
    assert "solver.language is not allowed to import solver.statements" in capsys.readouterr().out


def test_the_table_of_rooms_is_the_contract() -> None:
    contracts = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = reversed(contracts[0]["layers"])
    wanted = {room.strip(): level for level, layer in enumerate(layers, start=1) for room in layer.split("|")}
    rows = re.findall(
        r"^\| (\d+) \| `([^`]+)` \|", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert {room.removesuffix(".py"): int(level) for level, room in rows} == wanted
    assert all((ROOT / "solver" / room).exists() for _, room in rows)
