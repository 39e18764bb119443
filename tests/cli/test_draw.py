"""`porism draw` and `porism constructions`."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from solver.language.constructions import CONSTRUCTIONS
from solver.language.constructions.reference import reference_page
from tests.cli.command import run

STATEMENT = "a b c = triangle a b c; d = on_circum d a b c ? cyclic a b c d"


def test_an_svg_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new" / "figure.svg"
    outcome = run(capsys, "draw", STATEMENT, "--out", path, "--seed", 2)
    assert (outcome.code, outcome.out, outcome.err) == (0, f"{path} (seed 2)\n", "")
    assert ElementTree.parse(path).getroot().tag.endswith("svg")


def test_a_png_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "figure.png"
    assert run(capsys, "draw", STATEMENT, "--out", path).code == 0
    assert path.read_bytes()[:4] == b"\x89PNG"


def test_a_false_statement_is_drawn_where_it_is_false(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figure.svg"
    outcome = run(capsys, "draw", "a b c = triangle a b c ? perp a b a c", "--out", path)
    assert outcome.code == 0
    assert "the goal perp a b a c is false" in outcome.out
    assert path.exists()


def test_the_coordinates_come_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "draw", STATEMENT, "--out", tmp_path / "figure.svg", "--format", "json")
    value = json.loads(outcome.out)
    assert value["goal_holds"] is True
    assert list(value["points"]) == ["a", "b", "c", "d"]


def test_other_kinds_of_file_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "draw", STATEMENT, "--out", tmp_path / "figure.pdf")
    assert outcome.code == 2
    assert "neither .svg nor .png nor .ggb" in outcome.err


def test_all_constructions_are_listed_with_what_they_assert(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "constructions")
    assert outcome.code == 0
    for construction in CONSTRUCTIONS.values():
        assert f"\n{construction.syntax}\n" in f"\n{outcome.out}"
        assert all(f"    asserts {template}\n" in outcome.out for template in construction.asserts)


def test_the_list_comes_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    value = json.loads(run(capsys, "constructions", "--format", "json").out)
    assert [c["name"] for c in value] == list(CONSTRUCTIONS)


def test_each_has_a_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "constructions", "--out", tmp_path).code == 0
    assert {p.stem for p in tmp_path.glob("*.svg")} == set(CONSTRUCTIONS)
    for path in tmp_path.glob("*.svg"):
        names = {str(t.text) for t in ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}text")}
        assert names >= {p.upper() for p in CONSTRUCTIONS[path.stem].signature}


def test_the_circle_that_a_point_is_put_on_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "constructions", "on_dia", "--out", tmp_path).code == 0
    circles = ElementTree.parse(tmp_path / "on_dia.svg").iter("{http://www.w3.org/2000/svg}circle")
    assert any(c.get("fill") == "none" for c in circles)


def test_the_reference_page_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "constructions.md"
    assert run(capsys, "constructions", "--out", path).code == 0
    assert path.read_text(encoding="utf-8") == reference_page()


def test_an_unknown_construction_gets_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "constructions", "on_lin")
    assert outcome.code == 2
    assert "did you mean on_line?" in outcome.err
