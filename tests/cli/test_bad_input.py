"""Bad input: one clear message with its place, exit code 2, no traceback, little memory, within the time limit."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from tests.cli.command import Outcome, run, run_process

TRIANGLE = "a b c = triangle a b c"


def refused(outcome: Outcome) -> str:
    """The message, after a look at its form."""
    assert outcome.code == 2
    assert outcome.out == ""
    lines = outcome.err.splitlines()
    assert lines[0].startswith("error: ")
    assert len(lines) <= 2
    assert all(len(line) < 300 for line in lines)
    assert len(lines) == 1 or lines[1].startswith("  hint: ")
    return outcome.err


#: Statement, place, message, hint: every kind of fault in a statement.
FAULTS = {
    "unknown construction": (
        "a b c = triange a b c ? coll a b c", "line 1, column 9", "no construction “triange”", "did you mean triangle?"
    ),
    "too few points": (f"{TRIANGLE}; d = foot a b ? coll a b d", "line 1, column 29", "takes 3 points", "x = foot x a b c"),
    "too many points": (f"{TRIANGLE}; d = foot a b c a b ? coll a b d", "line 1, column 29", "takes 3 points", "x = foot"),
    "goal of the wrong length": (f"{TRIANGLE} ? cong a b c", "line 1, column 26", "cong takes 4 points", "e.g. cong a b c d"),
    "undefined point": (f"{TRIANGLE}; d = foot a b q ? coll a b d", "line 1, column 38", "“q” is not defined", "define it"),
    "undefined point in the goal": (f"{TRIANGLE} ? coll a b d", "line 1, column 35", "“d” is not defined", "define it"),
    "redefined point": (f"{TRIANGLE}; a = foot a b c ? coll a b c", "line 1, column 25", "a is defined twice", "another name"),
    "point defined twice": (f"{TRIANGLE}; a = free a ? coll a b c", "line 1, column 25", "a is defined twice", "another name"),
    "missing question mark": (f"{TRIANGLE}; d = foot a b c", "line 1, column 39", "the goal is missing", "? cong a b c d"),
    "missing goal": (f"{TRIANGLE} ?", "line 1, column 25", "ends too early", "what to prove"),
    "impossible construction": (
        f"{TRIANGLE}; d = on_line a b, on_pline c a b ? coll a b d", "line 1, column 25",
        "d = on_line, on_pline can't be constructed: the lines are parallel", "check the points",
    ),
    "degenerate figure": (
        f"{TRIANGLE}; m = midpoint a b; o = circle a b m ? coll a b m", "line 1, column 43",
        "o = circle can't be constructed: three points of the circle are collinear", "degenerate",
    ),
    "degenerate coordinates": (
        "a@0_0 = ; b@0_0 = ; c@1_0 = perp a b a c ? coll a b c", "line 1, column 29", "a and b coincide", "degenerate"
    ),
    "contradictory coordinates": (
        "a@0_0 = ; b@1_0 = ; c@1_1 = perp a b a c ? coll a b c", "line 1, column 29", "contradict the premise", "correct"
    ),
    "coordinates that are no numbers": ("a@nan_0 = ; b@0_0 = ; c@1_0 = ? coll a b c", "line 1, column 3", "not usable", "finite"),
    "infinite coordinates": ("a@inf_0 = ; b@0_0 = ; c@1_0 = ? coll a b c", "line 1, column 3", "not usable", "finite"),
    "huge coordinates": ("a@1e300_0 = ; b@0_0 = ; c@1_0 = ? coll a b c", "line 1, column 3", "not usable", "1,000,000"),
    "a constant that is no number": (f"{TRIANGLE}; d = s_angle a b d nan ? coll a b d", "line 1, column 43", "is no number", "30"),
    "a huge constant": (f"{TRIANGLE}; d = s_angle a b d 1e999999999 ? coll a b d", "line 1, column 43", "is no number", "30"),
    "500 points": (
        "; ".join(f"p{i} = free p{i}" for i in range(500)) + " ? coll p0 p1 p2", "line 1, column 2481",
        "more than 150 points", "split it",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_statement(fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    statement, place, message, hint = FAULTS[fault]
    said = refused(run(capsys, "prove", statement))
    assert said.startswith(f"error: {place}: ")
    assert message in said
    assert hint in said


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_statement_in_a_file(fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    statement, place, message, _ = FAULTS[fault]
    path = tmp_path / "problem.txt"
    path.write_text(f"# a comment\nname\n{statement}\n")
    said = refused(run(capsys, "draw", path, "--out", tmp_path / "figure.svg"))
    assert said.startswith(f"error: {place.replace('line 1', 'line 3')}: ")
    assert message in said


def test_a_statement_whose_sentences_are_at_odds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "problem.txt"
    path.write_text("title: None\n\ntriangle ABC\nAB = 2 BC\nM midpoint of BC\nAC = 5 BC\nprove AM = BM\n")
    said = refused(run(capsys, "prove", path))
    assert said.startswith("error: line 6, column 1: no figure was found in which ")
    assert "“AB = 2 BC” (line 4, column 1) and “AC = 5 BC” (line 6, column 1) hold together" in said
    assert "change or leave out one of them" in said


def _garbage(size: int) -> bytes:
    return random.Random(1).randbytes(size)


#: File, message: every kind of file that is none.
FILES = {
    "empty": (b"", "line 1, column 1: there is no statement here"),
    "blank": (b"\n \n", "line 1, column 1: there is no statement here"),
    "binary garbage": (_garbage(100_000), "this is no text in UTF-8"),
    "zeros": (bytes(100_000), "line 1, column 1: this is a binary file"),
    "10 MB of garbage": (_garbage(10_000_000), "line 1, column 1: the file is larger than 5,000,000 bytes"),
    "10 MB of statements": (
        b"a b c = triangle a b c ? cong a b a c\n" * 270_000,
        "line 1, column 1: the file is larger",
    ),
    "one line of 4 MB": (b"a = free a; " * 340_000 + b"? coll a b c", "line 1, column 1: the statement has"),
    "4 MB without a statement": (b"name " * 800_000, "there is no statement under the name"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_none(kind: str, tmp_path: Path) -> None:
    data, message = FILES[kind]
    path = tmp_path / "problems.txt"
    path.write_bytes(data)
    outcome = run_process("prove", path, "--timeout", 5)
    assert message in refused(outcome)
    assert re.match(r"error: line \d+, column \d+: ", outcome.err)
    assert outcome.memory < 1e9
    assert outcome.seconds < 30  # not minutes; how long exactly is up to how busy the machine is


@pytest.mark.parametrize("kind", ["empty", "10 MB of garbage"])
def test_standard_input_that_is_none(kind: str) -> None:
    data, message = FILES[kind]
    outcome = run_process("prove", "-", data=data)
    assert message in refused(outcome)
    assert outcome.memory < 1e9


@pytest.mark.parametrize("kind", ["empty", "binary garbage", "10 MB of garbage"])
def test_a_file_that_is_none_as_a_certificate_or_a_suite(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "problems.txt"
    path.write_bytes(FILES[kind][0])
    refused(run(capsys, "check", path))
    refused(run(capsys, "bench", path, "--out", tmp_path / "out"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("nothing", ["", " ", "\n\n", "\t"])
def test_a_statement_of_nothing(nothing: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(run(capsys, "prove", nothing)).startswith("error: the statement is empty\n")


def test_a_file_of_several_problems_needs_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "problems.txt"
    path.write_text(f"first\n{TRIANGLE} ? cong a b b a\nsecond\n{TRIANGLE} ? cong a b b a\n")
    assert "choose one with --name" in refused(run(capsys, "prove", path))
    assert "leave --name out" in refused(run(capsys, "prove", "triangle A B C; prove A B = A C", "--name", "second"))
    assert "did you mean second?" in refused(run(capsys, "prove", path, "--name", "secnd"))


def test_files_that_arent_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "there is no file" in refused(run(capsys, "prove", tmp_path / "missing.txt"))
    assert "Is a directory" in refused(run(capsys, "prove", tmp_path))
    assert "No such file" in refused(run(capsys, "check", tmp_path / "missing.json"))
    assert "No such file" in refused(run(capsys, "bench", tmp_path / "missing.txt", "--out", tmp_path / "out"))
    assert "File name too long" in refused(run(capsys, "prove", "x" * 5000))


@pytest.mark.parametrize(
    "arguments",
    [
        ["prove"],
        ["prove", TRIANGLE, "--timeout", "nan"],
        ["prove", TRIANGLE, "--timeout", "inf"],
        ["prove", TRIANGLE, "--timeout", "-1"],
        ["prove", TRIANGLE, "--jobs", "0"],
        ["prove", TRIANGLE, "--seed", "-1"],
        ["prove", TRIANGLE, "--format", "xml"],
        ["prove", TRIANGLE, "--nonsense"],
        ["nonsense"],
    ],
)
def test_wrong_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Usage: " in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    "text", ["{}", "[]", "[1, 2]", '"text"', "5", "null", '{"name": "x"}', '{"certificate": null}']
)
def test_json_that_is_no_certificate(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p.json").write_text(text)
    assert "the file holds no certificate" in refused(run(capsys, "check", tmp_path / "p.json"))


@pytest.mark.parametrize("arguments", [["test"], ["test", "--record"], ["list"]])
def test_a_pattern_that_no_theorem_matches(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for only in ("zzz*", "", "ptolemy?"):
        assert f"no name matches {only!r}" in refused(run(capsys, "theorems", *arguments, "--only", only))
