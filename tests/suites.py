"""The public benchmark suites, where they lie beside the repository; tests that need them skip where they don't."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver.language.read import NamedStatement, read_problems

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"

#: File and number of problems.
SUITES = {
    "imo_ag_30.txt": 30,
    "jgex_ag_231.txt": 231,
    "imo_sl_dev.txt": 42,
    "hageo_dev.txt": 106,
    "ag2_imo_without_aux.txt": 15,
    "ag2_imo_with_aux.txt": 11,
    "examples.txt": 67,
    "rules_minimal.txt": 98,
}


def suite(name: str) -> list[NamedStatement]:
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"the benchmark suites are not beside the repository ({path} is missing)")
    return read_problems(path.read_text(encoding="utf-8"))
