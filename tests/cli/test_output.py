"""Where results go: looked at before the work begins, written whole or not at all, shown where they can't be written."""

from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from tests.cli.command import run

STATEMENT = "a b c = triangle a b c; h = on_tline h b a c, on_tline h c a b ? perp a h b c"
#: Commands that write a file, without its name.
COMMANDS = {
    "a proof": ["prove", STATEMENT, "--out"],
    "a proof's figure": ["prove", STATEMENT, "--figure"],
    "a figure": ["draw", STATEMENT, "--out"],
    "another language": ["convert", STATEMENT, "--to", "plain", "--out"],
}


@pytest.fixture
def no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(*_: object, **__: object) -> None:
        raise AssertionError("the work begins")

    for name in ("prove.run_observed", "draw.build_diagram", "convert.build_diagram"):
        monkeypatch.setattr(f"solver.cli.{name}", work)


@pytest.mark.usefixtures("no_work")
@pytest.mark.parametrize("kind", COMMANDS)
def test_a_place_that_cant_be_written_is_named_before_the_work_begins(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.svg").mkdir()
    for place, message in (("file/p.svg", "Not a directory"), ("folder.svg", "Is a directory")):
        outcome = run(capsys, *COMMANDS[kind], tmp_path / place)
        assert (outcome.code, outcome.out) == (2, "")
        assert str(tmp_path) in outcome.err and (message in outcome.err or "File exists" in outcome.err)


@pytest.mark.usefixtures("no_work")
@pytest.mark.parametrize("command", ["a proof's figure", "a figure"])
def test_a_picture_without_matplotlib_is_refused_before_the_work_begins(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = importlib.util.find_spec

    def without(name: str) -> ModuleSpec | None:
        return None if name == "matplotlib" else known(name)

    monkeypatch.setattr("solver.cli.figures.find_spec", without)
    outcome = run(capsys, *COMMANDS[command], tmp_path / "figure.png")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: PNG needs matplotlib\n  hint: pip install")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize("options", [[], ["--format", "json"], ["--no-search"]])
def test_what_a_full_disk_takes_no_more_is_shown(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown = run(capsys, "prove", STATEMENT, *options).out
    outcome = run(capsys, "prove", STATEMENT, *options, "--out", "/dev/full")
    assert outcome.code == 2
    assert outcome.err.startswith("error: /dev/full: No space left on device")
    assert outcome.out.splitlines()[:3] == shown.splitlines()[:3]


def test_a_file_stays_as_it_was_where_the_new_one_cant_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "proof.txt"
    out.write_text("before")
    write = Path.write_text

    def full(path: Path, text: str, **options: str) -> int:
        write(path, text[:10], encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    outcome = run(capsys, "prove", STATEMENT, "--out", out)
    assert (outcome.code, outcome.err) == (2, f"error: {out}: No space left on device\n")
    assert "AH ⟂ BC" in outcome.out
    assert out.read_text() == "before"
    assert list(tmp_path.iterdir()) == [out]
