"""`porism theorems`, and a user's own theorems: the story of docs/writing-theorems.md."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from solver.cli.commands import app
from solver.errors import FalseStatement, ParseError, PorismError

#: Five lines, as a new user would write them from the docs.
VECTEN = """theorem vecten "Vecten's theorem"
  points a b c d e f x
  given  perp d b d c, |d b| = |d c|, perp e c e a, |e c| = |e a|, perp f a f b, |f a| = |f b|, coll x a d, coll x b e
  where  opposite_orientation d b c a b c, opposite_orientation e c a a b c, opposite_orientation f a b a b c
  then   coll x c f
"""
WRONG = """theorem wrong "Equal segments are parallel"
  points a b c d
  given  |a b| = |c d|
  then   para a b c d
"""


def outer_squares() -> str:
    """The centers of the squares, in coordinates."""
    a, b, c = 0.2 + 1.3j, -1 - 0.4j, 1.1 - 0.3j
    d, e, f = ((q + r) / 2 - 0.5j * (r - q) for q, r in ((b, c), (c, a), (a, b)))
    # where ad and be cross
    u, v, w = d - a, e - b, b - a
    x = a + u * ((w.conjugate() * v).imag / (u.conjugate() * v).imag)
    points = "; ".join(f"{n}@{z.real!r}_{z.imag!r} =" for n, z in zip("abcdefx", (a, b, c, d, e, f, x), strict=True))
    given = "perp d b d c, cong d b d c, perp e c e a, cong e c e a, perp f a f b, cong f a f b, coll x a d, coll x b e"
    return f"{points} {given} ? coll x c f"


@pytest.fixture
def vecten(tmp_path: Path) -> Path:
    file = tmp_path / "vecten.thm"
    file.write_text(VECTEN)
    return file


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, words)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def test_a_new_theorem_is_tested_used_and_visible(vecten: Path, tmp_path: Path) -> None:
    code, output = run("theorems", "test", str(vecten))
    assert code == 0 and "vecten: holds in 200 figures to 50 digits" in output

    code, output = run("prove", outer_squares(), "--no-search")
    assert code == 1

    code, output = run("prove", outer_squares(), "--no-search", "--theorems", str(vecten))
    assert code == 0 and "by Vecten's theorem" in output

    certificate = tmp_path / "proof.json"
    code, _ = run(
        "prove",
        outer_squares(),
        "--no-search",
        "--theorems",
        str(vecten),
        "--format",
        "json",
        "--out",
        str(certificate),
    )
    assert code == 0
    stated = json.loads(certificate.read_text())["certificate"]["theorems"]
    assert list(stated) == ["vecten"] and stated["vecten"]["name"] == "Vecten's theorem"

    code, output = run("check", str(certificate))
    assert code == 1 and "it rests on the theorem vecten, which isn't among those accepted" in output
    for accepting in (("--theorems", str(vecten)), ("--trust",)):
        code, output = run("check", str(certificate), *accepting)
        assert code == 0 and "theorems that aren't in the library: vecten" in output


def test_a_wrong_theorem_is_refused_with_its_counterexample(tmp_path: Path) -> None:
    file = tmp_path / "wrong.thm"
    file.write_text(WRONG)
    code, output = run("theorems", "test", str(file))
    assert code == 1 and "wrong: FALSE, para a b c d fails here:" in output and "  a = (" in output
    with pytest.raises(FalseStatement, match="the theorem wrong is false") as caught:
        run("prove", outer_squares(), "--no-search", "--theorems", str(file))
    assert set(caught.value.counterexample) == set("abcd")
    code, _ = run("prove", outer_squares(), "--no-search", "--theorems", str(file), "--trust")
    assert code == 1


def test_the_checker_refuses_what_a_wrong_theorem_proves(tmp_path: Path) -> None:
    """A wrong theorem that is trusted applies where its conclusion is true by chance; fresh figures show it."""
    file = tmp_path / "wrong.thm"
    file.write_text(WRONG)
    parallel = "a@0_0.1 = ; b@1_0.3 = ; c@0.2_1 = ; d@1.2_1.2 = cong a b c d ? para a b c d"
    code, output = run("prove", parallel, "--theorems", str(file), "--trust")
    assert code == 1 and "false" in output


def test_a_theorem_of_no_figure_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "none.thm"
    file.write_text('theorem none "None" points a b c given |a b| = 3*|a c|, |b c| = |a c| then coll a b c')
    with pytest.raises(PorismError, match="no figure was found"):
        run("prove", outer_squares(), "--no-search", "--theorems", str(file))


def test_bench_takes_theorems_too(vecten: Path, tmp_path: Path) -> None:
    problems = tmp_path / "problems.txt"
    problems.write_text(f"squares\n{outer_squares()}\n")
    out = tmp_path / "out"
    code, output = run("bench", str(problems), "--out", str(out), "--jobs", "1", "--theorems", str(vecten))
    assert code == 0 and "1 of 1 proved and checked" in output


def test_list_and_show() -> None:
    code, output = run("theorems", "list", "--only", "mi*")
    assert code == 0
    assert any(
        line.startswith("miquel ") and "covered" in line and "密克尔定理" in line for line in output.splitlines()
    )
    code, output = run("theorems", "show", "pappus")
    assert code == 0 and output.startswith('theorem pappus "Pappus') and "? coll x y z" in output


def test_show_suggests_the_nearest_id() -> None:
    with pytest.raises(ParseError) as caught:
        run("theorems", "show", "papus")
    assert caught.value.hint == "did you mean pappus?"


def test_docs_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("solver.cli.theorems.coverage_page", lambda: "coverage\n")
    code, _ = run("theorems", "docs", "--out", str(tmp_path))
    assert code == 0
    assert '<a id="pappus"></a>' in (tmp_path / "theorems.md").read_text()
    assert (tmp_path / "coverage.md").read_text() == "coverage\n"
