"""GeoGebra files on the command line: they stand where a file stands, and are written where figures are."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver.geogebra.archive import packed
from tests.cli.command import run, run_process
from tests.geogebra.files import TRIANGLE, command, construction, element, point, saved
from tests.search.statements import NEEDS_A_POINT


@pytest.fixture
def figure(tmp_path: Path) -> Path:
    path = tmp_path / "tangents.ggb"
    path.write_bytes(saved("tangents-from-a-point"))
    return path


def test_a_figure_is_proved(figure: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", figure)
    assert outcome.code == 0
    assert "So PO ⟂ T₁T₂." in outcome.out


def test_the_goal_may_be_given(figure: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "So PT₁ = PT₂." in run(capsys, "prove", figure, "--goal", "P T_1 = P T_2").out


def test_a_goal_may_speak_of_circles(figure: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "prove", figure, "--goal", "circle (O T_1 T_2) through P").code == 0


def test_standard_input_may_be_a_figure() -> None:
    outcome = run_process("prove", "-", data=saved("tangents-from-a-point"))
    assert (outcome.code, outcome.err) == (0, "")


def test_a_figure_is_drawn(figure: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "draw", figure, "--out", tmp_path / "figure.svg").code == 0
    assert (tmp_path / "figure.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("language", ["plain", "constructive", "coordinates"])
def test_a_figure_is_converted(language: str, figure: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "statement.txt"
    assert run(capsys, "convert", figure, "--to", language, "--out", text).code == 0
    assert run(capsys, "prove", text).code == 0


def test_a_suite_may_be_a_figure(figure: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "bench", figure, "--out", tmp_path / "out", "--jobs", 1)
    assert outcome.out.startswith("1 of 1 proved")


def test_a_problem_is_written_and_proved_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new" / "figure.ggb"
    assert run(capsys, "convert", "simson-line", "--to", "geogebra", "--out", path).code == 0
    outcome = run(capsys, "prove", path)
    assert outcome.code == 0
    assert "collinear" in outcome.out


def test_a_geogebra_file_isnt_for_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "convert", "simson-line", "--to", "geogebra")
    assert outcome.code == 2
    assert "add --out figure.ggb" in outcome.err


def test_the_figure_of_a_proof_has_its_auxiliary_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "proof.ggb"
    outcome = run(capsys, "prove", NEEDS_A_POINT, "--figure", path)
    assert outcome.code == 0
    assert "auxiliary" in outcome.out.lower() or "Construct" in outcome.out
    given = run(capsys, "convert", NEEDS_A_POINT, "--to", "coordinates").out
    drawn = run(capsys, "convert", path, "--to", "coordinates").out
    assert drawn.count("@") > given.count("@")
    assert run(capsys, "prove", path, "--no-search").code == 0


def test_a_counterexample_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "false.ggb"
    assert run(capsys, "prove", "triangle A B C; prove |A B| = |A C|", "--figure", path).code == 1
    assert "false" in run(capsys, "prove", path).out


def test_without_a_goal_it_is_said_what_can_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figure.ggb"
    altitudes = [command("OrthogonalLine A Line[B,C]", "f"), command("OrthogonalLine B Line[A,C]", "g")]
    meeting = [command("Intersect f g", "H"), point("H", 0, 0.75)]
    path.write_bytes(packed(construction(*TRIANGLE, *altitudes, *meeting)))
    assert run(capsys, "convert", path, "--to", "plain").out.endswith("what can be said?\n")
    outcome = run(capsys, "prove", path)
    assert outcome.code == 0
    assert "AB ⟂ CH" in outcome.out


def test_what_is_left_out_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figure.ggb"
    circles = (command("Circle A 1", "c"), command("Circle B 1", "d"), command("Intersect c d", "E"))
    path.write_bytes(
        packed(construction(*TRIANGLE, *circles, element("point", "E", '<coords x="NaN" y="NaN" z="NaN"/>')))
    )
    outcome = run(capsys, "convert", path, "--to", "plain")
    assert (outcome.code, outcome.err) == (0, "note: E is left out: it is undefined or too far away in this figure\n")


def test_goals_are_for_figures(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", "simson-line", "--goal", "A B = C D")
    assert outcome.code == 2
    assert "--goal is for GeoGebra files" in outcome.err


@pytest.mark.parametrize(
    ("goal", "message"),
    [
        ("A B = ", "in “A B =”"),
        ("cong O P Q", "takes 4 points"),
        ("O Z = O P", "nothing is said about point Z"),
        ("cong O Z O P", "“Z” is not defined"),
        ("O != P", "and can't be proved"),
        ("O P = O Q; O P = P Q", "says more than what to prove"),
        ("", "ends too early"),
    ],
)
def test_a_wrong_goal_gets_one_clear_message(
    goal: str, message: str, figure: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = run(capsys, "prove", figure, "--goal", goal)
    assert outcome.code == 2
    assert message in outcome.err
    assert len(outcome.err.splitlines()) <= 2
