"""What each part of the search is worth."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from solver.bench.ablation import as_table, run_ablation
from solver.bench.records import read_results
from solver.bench.run import BenchOptions
from solver.language.read import NamedStatement
from solver.search.budget import Budget
from solver.search.strategy import STANDARD, variants
from tests.search.statements import NEEDS_A_POINT


def test_every_variant_has_a_run_and_a_row(tmp_path: Path) -> None:
    easy = NamedStatement("needs none", "a b = segment a b ? cong a b b a")
    problems = [NamedStatement("needs a point", NEEDS_A_POINT), easy]
    options = BenchOptions(tmp_path, timeout=20.0, jobs=1, search=Budget(seconds=20.0, closures=3000))
    rows = run_ablation(problems, options, Console(file=io.StringIO()))
    assert [row.variant for row in rows] == list(variants(STANDARD))
    for row in rows:
        records = read_results(tmp_path / row.variant.replace(" ", "-") / "results.jsonl").records
        assert row.solved == sum(r["checked"] for r in records.values()) == 2
        # The other problem is proved without a point, so that it doesn't count here.
        assert row.median == row.total == records["needs a point"]["closures"] > 1
    assert as_table(rows).count("\n") == len(variants(STANDARD)) + 2
