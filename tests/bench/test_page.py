"""report.html: what it shows, and that names can't do anything in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from solver.bench.attempt import failed
from solver.bench.cactus import cactus_plot
from solver.bench.page import results_page
from solver.proving import Status

XHTML, SVG = "{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/2000/svg}"
HOSTILE = '<script>alert("1")</script>\x1b[31m\u202e&amp;\'#?%'


def record(name: str, status: Status = Status.PROVED, **more: Any) -> dict[str, Any]:
    return failed(name, status.value, "", 3, 0.25) | {"checked": status is Status.PROVED, "proof_steps": 4} | more


def page(records: list[dict[str, Any]], folder: Path = Path("nowhere"), name: str = "run") -> ElementTree.Element:
    """It is well-formed, or this raises."""
    text = results_page(name, records, folder)
    assert text.startswith("<!DOCTYPE html>\n")
    return ElementTree.fromstring(text)


def rows(root: ElementTree.Element) -> list[list[str]]:
    found = root.findall(f".//{XHTML}tbody/{XHTML}tr")
    return [["".join(cell.itertext()) for cell in row] for row in found]


def test_a_row_has_all_that_is_asked_for() -> None:
    proved = record("simson", seconds=1.5, seconds_diagram=0.1, seconds_closure=0.2, seconds_search=1.0, auxiliary=2)
    unproved = record("hard", Status.TIMEOUT, message="timeout: 3 closures")
    root = page([proved | {"seconds_proof": 0.2}, unproved])
    heads = ["".join(h.itertext()) for h in root.findall(f".//{XHTML}thead//{XHTML}button")]
    assert heads == [
        "name", "status", "seconds", "diagram", "closure", "search", "proof", "auxiliary points", "proof steps", "seed",
        "files", "remark",
    ]  # fmt: skip
    assert rows(root) == [
        ["simson", "proved", "1.500", "0.100", "0.200", "1.000", "0.200", "2", "4", "3", "", ""],
        ["hard", "timeout", "0.250", "0.000", "0.000", "0.000", "0.000", "", "", "3", "", "timeout: 3 closures"],
    ]
    assert "1 of 2 proved and checked; 1 timeout." in "".join(root.itertext())


def test_only_files_that_exist_are_linked(tmp_path: Path) -> None:
    (tmp_path / "proofs").mkdir()
    (tmp_path / "proofs" / "a#2 é.txt").write_text("proof")
    files = {"proof": "proofs/a#2 é.txt", "certificate": "proofs/gone.json"}
    links = page([record("a", files=files)], tmp_path).findall(f".//{XHTML}a")
    assert [(a.text, a.get("href")) for a in links] == [("proof", "proofs/a%232%20%C3%A9.txt")]


def test_the_figure_of_a_false_statement_is_its_counterexample(tmp_path: Path) -> None:
    (tmp_path / "f.svg").write_text("<svg/>")
    files = {"figure": "f.svg"}
    root = page([record("a", Status.FALSE, files=files), record("b", files=files)], tmp_path)
    assert [a.text for a in root.findall(f".//{XHTML}a")] == ["counterexample", "figure"]


@pytest.mark.parametrize("where", ["name", "message", "seed"])
def test_names_and_messages_are_only_text(where: str) -> None:
    root = page([record("a") | {where: HOSTILE}], name=HOSTILE)
    assert len(root.findall(f".//{XHTML}script")) == 1
    shown = HOSTILE.replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert shown in rows(root)[0]
    assert root.findtext(f".//{XHTML}h1") == f"porism bench: {shown}"


def test_it_is_whole_in_itself() -> None:
    text = results_page("run", [record("a")], Path("nowhere"))
    assert re.findall(r"(?:src|href|url|@import)\s*[=(]?", text) == []
    assert set(re.findall(r"https?://[^\"]+", text)) == {"http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"}
    assert "prefers-color-scheme: dark" in text


def test_numbers_are_sorted_as_such_and_what_there_isnt_comes_last() -> None:
    cells = page([record("a", seconds=10.0), record("b", Status.UNPROVED)]).findall(f".//{XHTML}tbody/{XHTML}tr")
    assert cells[0][2].get("data-key") == "10.0"
    assert cells[1][8].get("data-key") == ""


def test_a_run_without_results_or_proofs_has_a_page() -> None:
    assert rows(page([])) == []
    root = page([record("a", Status.UNPROVED)])
    assert root.find(f".//{SVG}svg") is None


@pytest.mark.parametrize(
    ("times", "ticks"),
    [
        ([0.0], ["0.001", "0.01"]),
        ([1.0], ["1", "10"]),
        ([0.02, 3.0, 40.0], ["0.01", "0.1", "1", "10", "100"]),
        ([0.5] * 400, ["0.1", "1"]),
    ],
)
def test_the_plot_goes_up_by_one_at_each_time(times: list[float], ticks: list[str]) -> None:
    root = ElementTree.fromstring(cactus_plot([(f"p<{i}>", t) for i, t in enumerate(times)]))
    words = [t.text for t in root.findall(f"{SVG}text")]
    assert words[: len(ticks)] == ticks
    dots = root.findall(f"{SVG}circle")
    assert len(dots) == len(times)
    heights = [float(d.get("cy", "")) for d in dots]
    assert heights == sorted(heights, reverse=True) and len(set(heights)) == len(times)
    assert all(0 <= float(d.get("cx", "")) <= 720 and 0 <= y <= 340 for d, y in zip(dots, heights, strict=True))
    assert (dots[0].findtext(f"{SVG}title") or "").startswith("p<0>: ")
