"""The collection as a store: made once, whoever comes first, and true to its file of what is known."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from solver import collection
from solver.content import content_folder
from solver.language.read import parse_statement
from solver.store import known, shipped
from solver.store.entry import Kind
from solver.store.figures import figure_of
from solver.store.query import Condition, Query

SEARCH = """
from solver.store.known import search
from solver.store.query import Query
print([f.entry.name for f in search(Query(("simson's line",), count=3)).found])
"""


def test_processes_that_start_at_once_for_the_first_time_find_the_same(tmp_path: Path) -> None:
    env = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_DATA_HOME": str(tmp_path / "data")}
    processes = [
        subprocess.Popen([sys.executable, "-c", SEARCH], env=env, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    said = {process.communicate()[0] for process in processes}
    assert len(said) == 1 and "simson-line" in said.pop()
    left = sorted(p.name for p in (tmp_path / "cache" / "porism").iterdir())
    assert len([name for name in left if name.endswith(".duckdb")]) == 1 and not [n for n in left if n.startswith(".c")]


def test_without_a_cache_folder_it_is_made_for_the_process(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    env = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "file"), "XDG_DATA_HOME": str(tmp_path / "data")}
    outcome = subprocess.run([sys.executable, "-c", SEARCH], env=env, capture_output=True, text=True, check=True)
    assert "simson-line" in outcome.stdout


def test_all_problems_are_in_it() -> None:
    found = known.search(Query(conditions=(Condition.parse("kind=collection"),), count=1000))
    assert [f.entry.name for f in found.found] == [e.name for e in collection.entries()]
    assert all(f.entry.kind is Kind.COLLECTION and f.entry.statement for f in found.found)


def test_most_problems_have_a_figure() -> None:
    rows = shipped.read_known(content_folder("problems") / shipped.KNOWN)
    entries = {e.name: e for e in shipped.entries()}
    assert set(rows) <= set(entries)
    have = [e for e in entries.values() if e.vector is not None]
    assert len(have) >= 0.85 * len(entries), "porism problems record"
    solved = [e for e in have if e.auxiliary is not None and e.proof_length is not None and e.difficulty is not None]
    assert len(solved) >= 0.8 * len(entries), "porism problems record --solve"
    assert (content_folder("problems") / shipped.KNOWN).stat().st_size < 2_000_000


def test_problems_are_found_by_what_their_proofs_need() -> None:
    conditions = tuple(map(Condition.parse, ("kind=collection", "auxiliary=1", "circles=0", "difficulty>3")))
    found = known.search(Query(conditions=conditions, count=1000)).found
    assert found and all(f.entry.points_added and f.entry.constructions for f in found)


@pytest.mark.parametrize("name", ["simson-line", "imo-2004-p1", "ceva-medians"])
def test_what_is_recorded_is_what_is_found_anew(name: str) -> None:
    entry = next(e for e in shipped.entries() if e.name == name)
    likeness = figure_of(parse_statement(entry.statement, name).parts()[0], 60.0).likeness
    assert entry.vector is not None and entry.form == likeness.form()
    assert abs(entry.vector - likeness.vector()).max() < 1e-3


def test_a_statement_that_has_changed_has_nothing_recorded() -> None:
    entry = shipped.plain_entry(collection.find("simson-line"))
    row = shipped.read_known(content_folder("problems") / shipped.KNOWN)["simson-line"]
    assert shipped.with_known(entry, row).vector is not None
    assert shipped.with_known(entry, json.loads(json.dumps(row)) | {"statement": "another"}).vector is None
    assert shipped.with_known(entry, row | {"version": 0}) == entry
