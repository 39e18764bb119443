"""What a textbook concludes first: midlines, equal tangents, feet on a bisected angle's arms, the bisector through a center."""

from __future__ import annotations

from dataclasses import replace

import pytest

from solver.collection import find
from solver.deduction.journal import Journal
from solver.diagram.diagram import Diagram
from solver.proof import minimize
from solver.proof.textbook import Begun, with_first_steps
from tests.proof.proofs import proof_of


def sentences(statement: str) -> list[str]:
    return [line.words for line in proof_of(statement).reading.steps]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "a b c = triangle a b c; m = midpoint m a b; n = midpoint n c b ? para m n a c",
            ["MN ∥ AC and AC = 2·MN, as MN is a midline of △BAC (1, 2)."],
        ),
        (
            "a b c d = quadrangle a b c d; p = midpoint p a b; q = midpoint q b c; r = midpoint r c d; s = midpoint s d a"
            " ? cong p q r s",
            [
                "PQ ∥ AC and AC = 2·PQ, as PQ is a midline of △BAC (1, 2).",
                "Similarly to (5), SR ∥ AC and AC = 2·SR.",
                "PQ = AC : 2 (5) = RS (6).",
            ],
        ),
        (
            "o s t = iso_triangle o s t; q = on_tline q s o s, on_tline q t o t ? cong q s q t",
            [
                "△SOQ ≅ △TOQ (HL), since ∡OSQ = 90° (2) = ∡QTO (3) and SO = TO (1).",
                "QS = QT, since △SOQ ≅ △TOQ (4).",
            ],
        ),
        (
            "a b c = triangle a b c; i = angle_bisector i b a c; e = foot e i a b; f = foot f i a c ? cong i e i f",
            [
                "△EAI ≅ △FAI (AAS), since ∡AEI = 90° (2) = ∡IFA (3) and ∡EAI = ∡IAF (1).",
                "IE = IF, since △EAI ≅ △FAI (4).",
            ],
        ),
        (
            "a b c = r_triangle a b c; d = on_dia d b c; m = midpoint m b c; n = midpoint n a d ? perp m n a d",
            [
                "MA = MB = MC, as M is the midpoint of the hypotenuse of the right triangle BAC (1, 3).",
                "MB = MC = MD, as M is the midpoint of the hypotenuse of the right triangle BDC (2, 3).",
                "△MAN ≅ △MDN (SSS), since AM = DM and AN = DN (4–6), so MN ⟂ AD.",
            ],
        ),
        (
            "a b c = triangle a b c; o = circle o a b c; m = midpoint m b c ? perp o m b c",
            ["△OBM ≅ △OCM (SSS), since BO = CO and BM = CM (1, 2), so OM ⟂ BC."],
        ),
    ],
)
def test_a_school_fact_gets_a_school_proof(statement: str, expected: list[str]) -> None:
    assert sentences(statement) == expected


def test_a_right_angle_is_one_whichever_way_it_turns() -> None:
    told = proof_of("o s t = iso_triangle o s t; q = on_tline q s o s, on_tline q t o t ? cong q s q t").text(
        style="school"
    )
    assert "∠OSQ = 90° (2) = ∠QTO (3)" in told


def test_what_is_stated_is_not_seen_in_the_figure() -> None:
    proof = proof_of("a b c = triangle a b c; m = midpoint m a b; n = midpoint n a c ? rconst b c m n 2")
    assert not any("between" in words for words in proof.reading.conditions)


def test_four_equal_tangents_add_up_to_two_sides() -> None:
    said = [line.words for line in proof_of(find("pitot").statement.parse()).reading.steps]
    assert not any("collinear" in words for words in said)
    assert said[-1] == "AB + CD = AK + BK + CM + DM (2, 4) = AN + BL + CL + DN (10–13) = AD + BC (3, 5)."


def test_a_first_step_that_is_refused_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(journal: Journal, diagram: Diagram) -> Begun | None:
        begun = with_first_steps(journal, diagram)
        assert begun is not None
        entries = [replace(e, rule="similar_sss") if e.rule == "similar_ssa" else e for e in begun.journal.entries]
        return Begun(Journal(tuple(entries)), begun.light)

    monkeypatch.setattr(minimize, "with_first_steps", mistaken)
    monkeypatch.setattr(minimize, "with_mirrored", lambda *_, **__: None)
    proof = proof_of("o s t = iso_triangle o s t; q = on_tline q s o s, on_tline q t o t ? cong q s q t")
    assert {"similar_ssa", "similar_sss"}.isdisjoint(s.rule for s in proof.steps)
