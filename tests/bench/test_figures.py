"""How many statements have a figure, and how long it takes: the counts, and the figures of porism's own problems."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from solver import collection
from solver.bench.figures import FigureCount, FigureFound, count_figures
from solver.language.read import NamedStatement
from solver.language.unordered import unordered
from tests.cli.command import run

STATEMENTS = [
    NamedStatement("fine", "prove AM ⟂ BC; M midpoint of BC; AB = AC; triangle ABC"),
    NamedStatement("at odds", "triangle ABC; AB = 2 BC; AC = 5 BC; prove AB = AC"),
    NamedStatement("false", "triangle ABC; prove AB = AC"),
    NamedStatement("unreadable", "triangle abc; prove AB = AC"),
]


def test_what_has_no_figure_says_why() -> None:
    seen: list[FigureFound] = []
    count = count_figures(STATEMENTS, 0, 20.0, observe=seen.append)
    assert tuple(seen) == count.found
    messages = {f.name: f.message for f in count.found}
    assert messages.pop("fine") == ""
    assert "hold together" in messages["at odds"]
    assert "is false in a figure" in messages["false"]
    assert messages["unreadable"].startswith("line 1, column 10: ")
    assert [f.name for f in count.failures] == ["at odds", "false", "unreadable"]
    assert count.share == 0.25


def test_the_counts_add_up() -> None:
    count = FigureCount(tuple(FigureFound(str(s), s, "late" if s > 3 else "") for s in (1.0, 2.0, 3.0, 9.0)))
    assert (count.share, count.median, count.longest) == (0.75, 2.5, 9.0)


def test_it_never_hangs() -> None:
    hard = NamedStatement(
        "hard", "convex pentagon ABCDE; AB = 9 BC; BC = 9 CD; CD = 9 DE; DE = 9 EA; what can be said?"
    )
    (found,) = count_figures([hard], 0, 0.05).found
    assert "timeout" in found.message
    assert found.seconds < 2


def test_porisms_own_problems_have_figures_in_any_order_of_their_sentences() -> None:
    """At least 95 of 100, in half a second at the median; no order is the one in which they are written.

    Of every eighth problem; `porism problems check --shuffle` looks at all (the figures are in docs/benchmarks.md).
    """
    seed = 0
    statements = [entry.statement for entry in collection.entries()][::8]
    orders = [unordered(s, seed).text.split("\n") for s in statements]
    in_order = [
        [line.strip() for line in s.text.split("\n") if line.strip()] == o
        for s, o in zip(statements, orders, strict=True)
    ]
    assert sum(in_order) <= 0.1 * len(statements)
    count = count_figures(statements, seed, 10.0, partial(unordered, seed=seed))
    assert count.share >= 0.95, [f"{f.name}: {f.message}" for f in count.failures]
    assert count.median <= 0.5
    assert count.longest <= 11


class TestCommand:
    """`porism problems check`."""

    def test_in_words(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for s in STATEMENTS:
            (tmp_path / f"{s.name}.txt").write_text(s.text, encoding="utf-8")
        outcome = run(capsys, "problems", "check", tmp_path, "--shuffle", "--seed", 3)
        assert outcome.code == 1
        *failures, last = outcome.out.splitlines()
        assert [f.split(":")[0] for f in failures] == ["at odds", "false", "unreadable"]
        assert last.startswith("1 of 4 (25.0%) have a figure in which the goal holds; seconds: median ")
        assert last.endswith(" (seed 3)")

    def test_as_json(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "fine.txt").write_text(STATEMENTS[0].text, encoding="utf-8")
        outcome = run(capsys, "problems", "check", tmp_path, "--format", "json")
        value = json.loads(outcome.out)
        assert (outcome.code, value["problems"], value["with_figure"], value["share"]) == (0, 1, 1, 1.0)
        assert value["failures"] == {} and 0 <= value["seconds_median"] == value["seconds_max"]

    def test_verdicts(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        texts = {
            "everywhere": "triangle A B C; M midpoint of A B; N midpoint of A C; prove M N parallel to B C",
            "nowhere": "triangle A B C; prove A B = A C",
            "somewhere": "triangle A B C; D foot from A to B C; prove ∠ABC = ∠ABD",
            "unreadable": "triangle A B C; prove",
        }
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        outcome = run(capsys, "problems", "check", tmp_path, "--verdicts", "--format", "json")
        value = json.loads(outcome.out)
        assert (outcome.code, value["goals"]) == (1, 4)
        assert [value[name] for name in texts if name != "unreadable"] == [1, 1, 1]
        assert [e["name"] for e in value["exceptions"]] == ["nowhere", "somewhere", "unreadable"]
        assert value["exceptions"][1]["message"].startswith("somewhere, in ")
