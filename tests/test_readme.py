"""README's first screen is what its command gives today; a change is taken over with python -m tests.readme."""

from __future__ import annotations

import re

import pytest

from tests.readme import FIGURE, README, STATEMENT, figure, first_proof, shown

_NUMBER = re.compile(r"-?\d+\.\d+")


def test_the_proof_shown_is_the_proof_found() -> None:
    readme = README.read_text(encoding="utf-8")
    assert shown(readme) == first_proof().text()
    assert " ".join(STATEMENT.read_text(encoding="utf-8").split()) in " ".join(readme.replace("> ", "").split())
    assert f"porism prove {STATEMENT.relative_to(README.parent)}" in readme


def test_the_figure_shown_is_drawn_from_it() -> None:
    kept, new = FIGURE.read_text(encoding="utf-8"), figure()
    assert _NUMBER.sub("0", kept) == _NUMBER.sub("0", new)
    places = [[float(n) for n in _NUMBER.findall(text)] for text in (kept, new)]
    assert places[0] == pytest.approx(places[1], abs=0.1)
