"""The generated pages are those of the library as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver.knowledge.reference import coverage_page, reference_page

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("name", "page"), [("theorems.md", reference_page), ("coverage.md", coverage_page)])
def test_a_page_is_up_to_date(name: str, page: object) -> None:
    """Run `porism theorems docs` after a change of the library."""
    assert callable(page)
    assert (DOCS / name).read_text(encoding="utf-8") == page()
