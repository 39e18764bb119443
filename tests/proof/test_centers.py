"""What a textbook says of centers, of lines compared with a third, and of divided segments."""

from __future__ import annotations

import pytest

from solver.collection import find
from tests.proof.proofs import proof_of


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("brahmagupta", "so MA = MD = MP, as △APD is right-angled at P (2, 3, 5)."),
        ("imo-2004-p1", "as O is the midpoint of the diameter BC (10, 11)."),
        ("imo-2013-p4", "H, X, Y are collinear, since AW ⟂ HX (6, 14) and AW ⟂ HY (8, 20)."),
        ("imo-2013-p4", "△NWA ∼ △NXH (SAS), since ∡WNA = ∡XNH and NW : NX = NA : NH (13)."),
        ("butterfly", "PY = QX, as Y divides PQ in the same ratio as X divides QP (15)."),
        ("butterfly", "MX = MY, as MP = MQ (2) and PY = QX (16), so M is the midpoint of XY."),
    ],
)
def test_a_reason_is_that_of_a_textbook(name: str, said: str) -> None:
    lines = [line.words for line in proof_of(find(name).statement.parse()).reading.steps]
    assert any(words.endswith(said) for words in lines), lines
