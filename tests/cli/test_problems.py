"""`porism problems`, names of problems, `convert`, and questions without a goal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from solver.cli.sources import read_suite
from tests.cli.command import run

PLAIN = "triangle ABC; M midpoint of BC; AB = AC; prove AM ⟂ BC"


def test_list_shows_all_or_a_suite(capsys: pytest.CaptureFixture[str]) -> None:
    everything, imo = run(capsys, "problems", "list"), run(capsys, "problems", "list", "imo")
    assert everything.code == imo.code == 0
    assert set(imo.out.splitlines()[0].split()) <= set(everything.out.split()) | set(imo.out.split())
    assert "imo-2004-p1" in imo.out and "simson-line" not in imo.out
    assert run(capsys, "problems", "list", "nosuite").code == 2


def test_show_and_search(capsys: pytest.CaptureFixture[str]) -> None:
    shown = run(capsys, "problems", "show", "simson-line")
    assert shown.code == 0
    assert "prove D, E, F collinear" in shown.out
    assert json.loads(run(capsys, "problems", "show", "simson-line", "--format", "json").out)["year"] == 1799
    assert "simson-line" in run(capsys, "problems", "search", "simson").out
    assert run(capsys, "problems", "search", "no such words").code == 1
    wrong = run(capsys, "problems", "show", "simson-lin")
    assert wrong.code == 2 and "did you mean simson-line?" in wrong.err


def test_a_problem_is_proved_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "prove", "thales-circle").code == 0
    wrong = run(capsys, "prove", "thales-circl")
    assert wrong.code == 2 and "did you mean thales-circle?" in wrong.err


def test_a_file_in_the_plain_language_is_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "isosceles.txt"
    path.write_text(PLAIN.replace("; ", "\n"), encoding="utf-8")
    outcome = run(capsys, "prove", path)
    assert outcome.code == 0
    assert outcome.out.startswith("Understood as\n") and "\nisosceles\n" in outcome.out


def test_a_folder_is_a_suite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "suite").mkdir()
    (tmp_path / "suite" / "one.txt").write_text("title: One\n\n" + PLAIN.replace("; ", "\n"), encoding="utf-8")
    outcome = run(capsys, "bench", tmp_path / "suite", "--out", tmp_path / "run", "--jobs", 1)
    assert outcome.code == 0 and outcome.out.startswith("1 of 1 proved")
    assert 'href="proofs/one.txt"' in (tmp_path / "run" / "report.html").read_text(encoding="utf-8")


def test_files_of_a_folder_need_no_head_and_are_named_where_they_are_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text(PLAIN.replace("; ", "\n"), encoding="utf-8")
    (tmp_path / "more.txt").write_text("two\na b c = triangle a b c ? cong a b b a\n", encoding="utf-8")
    assert [p.name for p in read_suite(tmp_path)] == ["two", "one"]
    (tmp_path / "wrong.txt").write_text("titel: Wrong\n\ntriangle ABC; prove AB = BA", encoding="utf-8")
    outcome = run(capsys, "bench", tmp_path, "--out", tmp_path / "run")
    assert outcome.code == 2
    assert outcome.err.startswith("error: line 1, column 1: wrong.txt: ") and "did you mean title?" in outcome.err


def test_what_can_be_said_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    statement = "A, B, C, D concyclic; P = AB ∩ CD; what can be said?"
    outcome = run(capsys, "prove", statement)
    assert outcome.code == 0
    assert outcome.out.startswith("  1. △")
    facts = json.loads(run(capsys, "prove", statement, "--format", "json").out)["facts"]
    assert facts and all(fact["certificate"]["format"] == "porism-proof" for fact in facts)


def test_a_value_that_depends_on_the_figure_is_given_for_each_kind_of_figure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    pentagon = "A, B, C, D, E concyclic; AB = BC; BC = CD; CD = DE; DE = EA; find ∠ABC"
    outcome = run(capsys, "prove", pentagon)
    assert outcome.code == 1 and "depends" in outcome.out and "108" in outcome.out and "36" in outcome.out
    assert "isn't so in all figures" not in run(capsys, "prove", PLAIN).out


def test_several_configurations_are_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pentagon = "A, B, C, D, E concyclic; AB = BC; BC = CD; CD = DE; DE = EA; prove AC = AD"
    outcome = run(capsys, "draw", pentagon, "--out", tmp_path / "f.svg", "--configurations", 2)
    assert outcome.code == 0
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["f-1.svg", "f-2.svg"]
    constructive = "a b c = triangle a b c ? coll a b c"
    assert run(capsys, "draw", constructive, "--out", tmp_path / "f.svg", "--configurations", 2).code == 2


@pytest.mark.parametrize("language", ["plain", "constructive", "coordinates"])
@pytest.mark.parametrize("name", ["simson-line", "thales-circle"])
def test_a_statement_is_written_in_another_language_and_still_proved(
    name: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "translated.txt"
    assert run(capsys, "convert", name, "--to", language, "--out", path).code == 0
    assert run(capsys, "prove", path).code == 0


def test_a_false_statement_is_written_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "convert", "triangle ABC; prove AB = AC", "--to", "coordinates")
    assert outcome.code == 0 and outcome.out.rstrip().endswith("? cong A B A C")


def test_a_figure_of_the_proof_or_of_a_counterexample_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for statement, code in ((PLAIN, 0), (PLAIN.replace("AB = AC; ", ""), 1)):
        outcome = run(capsys, "prove", statement, "--figure", tmp_path / f"{code}.svg")
        assert outcome.code == code
        assert (tmp_path / f"{code}.svg").read_text(encoding="utf-8").startswith("<svg")
    assert f"drawn in {tmp_path / '1.svg'}" in outcome.out
    assert "add --figure counterexample.svg" in run(capsys, "prove", PLAIN.replace("AB = AC; ", "")).out
    assert run(capsys, "prove", PLAIN, "--figure", tmp_path / "figure.pdf").code == 2
