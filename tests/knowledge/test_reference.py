"""The generated pages are those of the library as it is."""

from __future__ import annotations

from pathlib import Path

from solver.cli.theorem_pages import coverage_page, reference_page, rule_set

DOCS = Path(__file__).parents[2] / "docs"


def test_the_reference_is_up_to_date() -> None:
    """Run `porism theorems docs` after a change of the library."""
    assert (DOCS / "theorems.md").read_text(encoding="utf-8") == reference_page()


def test_the_coverage_has_a_row_for_each_rule_and_no_hole() -> None:
    """What it names as the reason may change with the engine; that there is one may not."""
    rules = [*rule_set("alphageometry"), *rule_set("newclid")]
    for page in ((DOCS / "coverage.md").read_text(encoding="utf-8"), coverage_page()):
        rows = [line for line in page.splitlines() if line.startswith(("| ag-", "| newclid-"))]
        assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == [rule.id for rule in rules]
        assert not [row for row in rows if "not derived" in row]
