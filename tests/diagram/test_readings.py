"""Texts that can be read in several ways: the figure decides."""

from __future__ import annotations

import pytest

from solver.checking import check_certificate
from solver.diagram.readings import settled
from solver.errors import CertificateError
from solver.language.read import parse_statement
from solver.proving import prove

#: Texts that leave something open, and what the figure makes of them.
SETTLED = {
    "Let ABC be a triangle with AB = AC, and let M be the midpoint of BC. Prove that either AM ⟂ AB or AM ⟂ BC.": "perp A M B C",
    "Let ABC be a triangle with BA = BC and let M be the midpoint of AC. Prove that AM = BM or BM ⟂ AC.": "perp B M A C",
    "Let O be the midpoint of side BC of triangle ABC, with OA = OB. Prove that the triangle ABC is right-angled.": "perp A B A C",
    "Let ABC be a triangle with ∠ABC = ∠ACB. Prove that triangle ABC is isosceles.": "cong A B A C",
    "Let ABC be an isosceles triangle with ∠BAC = 40° and ∠ABC = 40°. Prove that CA = CB.": "cong C A C B",
}  # fmt: skip


@pytest.mark.parametrize("text", SETTLED)
def test_of_several_readings_the_one_that_can_be_drawn_is_taken(text: str) -> None:
    problem = settled(parse_statement(text))
    assert str(problem.goal) == SETTLED[text]
    assert not problem.alternatives and any("ways" in note for note in problem.notes)


def test_where_none_can_be_drawn_the_first_is_taken_and_this_is_said() -> None:
    text = "Let ABC be an acute triangle and let M be the midpoint of BC. Prove that either AM ⟂ AB or AM ⟂ AC."
    problem = settled(parse_statement(text))
    assert str(problem.goal) == "perp A M A B" and any("none of the ways" in note for note in problem.notes)


def test_a_certificate_says_which_reading_it_proves() -> None:
    text = next(iter(SETTLED))
    result = prove(text)
    assert result.proof is not None
    certificate = result.proof.to_json()
    assert '"reading": 1' in certificate
    check_certificate(certificate)
    for other in ("0", "7"):
        with pytest.raises(CertificateError):
            check_certificate(certificate.replace('"reading": 1', f'"reading": {other}'))
