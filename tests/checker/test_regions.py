"""What a statement says of sizes and order holds in a part of its figures: a certificate says in which, or is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from solver.checking import check_certificate
from solver.errors import CertificateError
from solver.proving import Status, prove

#: By kind: given sentences with one that a forger leaves out, and the goal.
SIZES = {
    "base angles over the sides": (
        "triangle A B C; M and C on opposite sides of A B; N and A on opposite sides of B C; ∠MAB = ∠MBA; ∠MAB = ∠NBC; "
        "∠NBC = ∠NCB; ∠MAB = ∠KAC; ∠KAC = ∠KCA",
        "; K and B on the same side of A C",
        "; prove M B ∥ K N",
    ),
    "an inscribed angle": (
        "triangle A B C; D on circle (A B C)",
        "; A and D on the same side of B C",
        "; prove ∠BAC = ∠BDC",
    ),
    "equal angles on a side": (
        "triangle A B C; ∠ABC = ∠ACB; ∠EBC = ∠ECB",
        "; E and A on the same side of B C",
        "; prove ∠ABE = ∠ACE",
    ),
}
ORDER = {
    "a segment": ("triangle A B C; D on segment B C", "D on line B C", "; prove D on segment B C"),
    "a ray": ("triangle A B C; D on ray B C", "D on line B C", "; prove D on ray B C"),
    "between": ("points A, B; C between A and B", "C on line A B", "; prove C between A and B"),
}


def certificate_of(statement: str) -> dict[str, Any]:
    result = prove(statement, search=None, timeout=20)
    assert result.proof is not None, result.reason
    written: dict[str, Any] = json.loads(result.proof.to_json())
    return written


@pytest.mark.parametrize("name", SIZES)
def test_angles_turn_as_in_the_figure_and_this_is_said(name: str) -> None:
    given, sentence, goal = SIZES[name]
    certificate = certificate_of(given + sentence + goal)
    turning = [c for c in certificate["side_conditions"] if c["kind"] == "same_orientation"]
    certificate["problem"]["statement"] = given + goal
    report = check_certificate(certificate)
    assert turning and any("the same orientation" in condition for condition in report.conditions)
    certificate["side_conditions"] = [c for c in certificate["side_conditions"] if c not in turning]
    with pytest.raises(CertificateError, match="isn't listed"):
        check_certificate(certificate)


@pytest.mark.parametrize("name", ORDER)
def test_order_that_a_goal_claims_is_looked_at_far_from_the_figure(name: str) -> None:
    given, weaker, goal = ORDER[name]
    certificate = certificate_of(given + goal)
    check_certificate(certificate)
    certificate["problem"]["statement"] = f"{given.split('; ')[0]}; {weaker}{goal}"
    with pytest.raises(CertificateError, match="isn't so in every figure"):
        check_certificate(certificate)


def test_a_mirror_changes_a_directed_angle_and_not_a_size() -> None:
    given = "triangle A B C; D on ray B A; D != A; D != B"
    certificate = certificate_of(f"{given}; ∠(B A, B C) = 40°; prove ∠(B D, B C) = 40°")
    check_certificate(certificate)
    certificate["problem"]["statement"] = f"{given}; ∠ABC = 40°; prove ∠(B D, B C) = 40°"
    with pytest.raises(CertificateError):
        check_certificate(certificate)


@pytest.mark.parametrize("goal", ["∠(B D, B C) = 40°", "∠(B C, B D) = 40°"])
def test_a_directed_angle_depends_on_how_a_size_turns(goal: str) -> None:
    result = prove(f"triangle A B C; D on ray B A; D != A; D != B; ∠ABC = 40°; prove {goal}", search=None)
    assert result.status is Status.DEPENDS


def test_the_mirror_image_is_a_figure_too() -> None:
    result = prove("square A B C D; prove ∠(B A, B D) = 45°", search=None)
    assert result.status is Status.DEPENDS
    certificate = certificate_of("square A B C D; ∠(A B, A D) = 90°; ∠(A B, A C) = 45°; prove ∠(B A, B D) = 135°")
    check_certificate(certificate)
    certificate["problem"]["statement"] = "square A B C D; ∠(A B, A D) = 90°; prove ∠(B A, B D) = 135°"
    certificate["premises"] = [p for p in certificate["premises"] if p["claim"].get("predicate") != "aconst"]
    with pytest.raises(CertificateError):
        check_certificate(certificate)


IFF = "Let ABC be a triangle and M the midpoint of BC. Prove that AM is perpendicular to BC if and only if AB = AC."


def test_either_direction_rests_on_what_is_given_for_it() -> None:
    result = prove(IFF, search=None)
    assert result.status is Status.PROVED
    forward, backward = (json.loads(part.proof.to_json()) for part in result.parts if part.proof is not None)
    for certificate, other in ((forward, backward), (backward, forward)):
        check_certificate(certificate)
        certificate["premises"].append({"id": "p99", "claim": certificate["goal"]["claim"]})
        with pytest.raises(CertificateError, match="doesn't assume"):
            check_certificate(certificate)
        assert certificate["goal"]["claim"] != other["goal"]["claim"]


_TANGENT = "Let ABC be a triangle. A circle with center I is tangent to the lines AB, BC and CA."


@pytest.mark.parametrize("goal", ["∠BIC = 90° + ½∠BAC", "2∠AIC = 180° + ∠ABC", "∠AIB + ½∠BAC + ½∠ABC = 180°"])
def test_sizes_that_directions_do_not_tell_are_looked_at_everywhere(goal: str) -> None:
    """The angles at two excenters turn as those at the incenter, and the equation holds modulo 90° or 180° only."""
    certificate = certificate_of(f"{_TANGENT} The point I lies inside ABC. Prove that {goal}.")
    check_certificate(certificate)
    certificate["problem"]["statement"] = f"{_TANGENT} Prove that {goal}."
    with pytest.raises(CertificateError, match="fails in a figure of the checker's own"):
        check_certificate(certificate)
