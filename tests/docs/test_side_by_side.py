"""The page of twenty proofs shows what is written today."""

from __future__ import annotations

import pytest

from tests.side_by_side.page import HEAD, PAGE, names, now, outline_and_before, section

SAMPLE = ("simson-line", "imo-2014-p4", "midline-theorem")


def test_the_page_has_all_twenty_and_what_was_before() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page.startswith(HEAD.read_text(encoding="utf-8"))
    assert len(names()) == 20
    for name in names():
        outline, before = outline_and_before(name)
        assert outline in page and before.split("\n")[-3].strip() in page


@pytest.mark.parametrize("name", SAMPLE)
def test_a_proof_of_the_page_is_the_one_written_today(name: str) -> None:
    assert section(name, now(name)) in PAGE.read_text(encoding="utf-8")
