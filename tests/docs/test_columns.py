"""The page on what is known lists every column that conditions may name."""

from __future__ import annotations

import re
from pathlib import Path

from solver.store.entry import COLUMNS

PAGE = Path(__file__).parents[2] / "docs" / "known.md"


def test_each_column_of_the_store_is_on_its_page() -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    listed = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert listed >= {column.name for column in COLUMNS}
