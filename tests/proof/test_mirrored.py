"""Congruent triangles with a common side, put into a journal where their premises are known."""

from __future__ import annotations

import pytest

from solver.collection import find
from solver.proof.evidence import Record
from solver.proof.mirrored import with_mirrored
from tests.proof.proofs import closed, proof_of

#: An altitude that bisects an angle, a circle's chord and its perpendicular, points of tangency.
STATEMENTS = {
    "ASA": "a b c = triangle a b c; d = angle_bisector d b a c; e = on_tline e d a d, on_line e a b; f = on_line f d e, on_line f a c ? cong d e d f",
    "SAS": "a b c = triangle a b c; m = midpoint m b c; p = on_bline p b c ? eqangle p b b c b c p c",
    "HL": "o s t = iso_triangle o s t; q = on_tline q s o s, on_tline q t o t ? cong q s q t",
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_what_is_new_rests_on_what_stands_before_it(name: str) -> None:
    _, diagram, closure = closed(STATEMENTS[name])
    journal = closure.journal()
    told = with_mirrored(Record(diagram, journal), diagram)
    assert told is not None
    assert [e.time for e in told.entries] == list(range(len(told.entries)))
    kept = {(e.rule, e.points) for e in journal.entries}
    new = [e for e in told.entries if (e.rule, e.points) not in kept]
    assert new
    assert all(e.rule.startswith("similar") and e.premises for e in new)
    assert len(told.entries) >= len(journal.entries) + len(new)


def test_a_mirror_image_is_seen_where_a_closure_had_no_news_of_it() -> None:
    """The excircle's problem of IMO 2012: S is A's image in BJ, T in CJ."""
    proof = proof_of(find("imo-2012-p1").statement.parse())
    assert len(proof.reading.steps) <= 10
