"""Certificates of answers: what they claim of expressions, and what is refused."""

from __future__ import annotations

import copy
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from solver.checker.figures import Figure
from solver.checking import check_certificate
from solver.errors import CertificateError
from solver.proving import prove
from solver.statements.expression import Expression, Length, Number, Power, Product, difference
from solver.statements.predicates import GREATER, QUANTITY, Predicate, Statement, read_quantity

AREA = "triangle ABC; AB = 13; BC = 14; CA = 15; find [ABC]"


@pytest.fixture(scope="module")
def certificate() -> dict[str, Any]:
    result = prove(AREA, timeout=20)
    assert result.proof is not None
    return result.proof.certificate


def test_an_answer_is_accepted(certificate: dict[str, Any]) -> None:
    assert check_certificate(certificate).proved.endswith("= 84")


def _claims(certificate: dict[str, Any]) -> list[dict[str, Any]]:
    return [certificate["goal"]["claim"], certificate["steps"][-1]["claim"]]


def _another_value(claim: dict[str, Any]) -> None:
    claim["expression"][2][2] = "85"


def _another_expression(claim: dict[str, Any]) -> None:
    claim["expression"][1] = claim["expression"][2][2]


def _in_other_words(claim: dict[str, Any]) -> None:
    claim["expression"][2][2] = ["*", "1", claim["expression"][1]]


def _other_points(claim: dict[str, Any]) -> None:
    claim["points"] = claim["points"][::-1]


def _of_itself(claim: dict[str, Any]) -> None:
    claim["expression"][2][2] = claim["expression"][1]


def _of_two_dimensions(claim: dict[str, Any]) -> None:
    claim["expression"] = ["+", ["length", "A", "B"], ["area", "A", "B", "C"]]


def _deep(claim: dict[str, Any]) -> None:
    for _ in range(30):
        claim["expression"] = ["^", claim["expression"], "1"]


@pytest.mark.parametrize(
    "change",
    [_another_value, _another_expression, _in_other_words, _other_points, _of_itself, _of_two_dimensions, _deep],
)
def test_what_is_tampered_with_is_refused(
    certificate: dict[str, Any], change: Callable[[dict[str, Any]], None]
) -> None:
    tampered = copy.deepcopy(certificate)
    for claim in _claims(tampered):
        change(claim)
    with pytest.raises(CertificateError):
        check_certificate(tampered)


def test_an_identity_without_its_premises_is_refused(certificate: dict[str, Any]) -> None:
    tampered = copy.deepcopy(certificate)
    tampered["steps"][-1]["uses"] = tampered["steps"][-1]["uses"][:1]
    with pytest.raises(CertificateError):
        check_certificate(tampered)


def _two_lengths(predicate: Predicate, e: Expression) -> Fraction | float | None:
    return Figure({"A": 0j, "B": 1 + 0j, "C": 0.2 + 0.9j}).error(Statement.about(predicate, e))


_DIFFERENCE = difference(Length("A", "B"), Length("A", "C"))
_SMALL = Number(Fraction(1, 10**30))


@pytest.mark.parametrize(
    "e",
    [
        Product((_SMALL, _DIFFERENCE)),
        Power(_DIFFERENCE, Fraction(12)),
        Product((Power(_SMALL, Fraction(2)), Power(_DIFFERENCE, Fraction(3)), Length("B", "C"))),
    ],
)
def test_what_is_not_0_is_not_made_0_by_a_factor_or_a_power(e: Expression) -> None:
    error = _two_lengths(QUANTITY, e)
    assert error is not None and error > 1e-3
    less = _two_lengths(GREATER, Product((Number(Fraction(-1)), Power(e, Fraction(2)))))
    assert less is not None and less > 1e-3


@pytest.mark.parametrize("numbers", [["1/" + "9" * 50], ["7" * 25, "3/" + "7" * 25]])
def test_numbers_that_hide_what_is_false_are_refused(numbers: list[str]) -> None:
    data = ["+", *(["*", n, ["length", "A", "B"]] for n in numbers), ["length", "A", "C"]]
    with pytest.raises(ValueError, match="too long"):
        read_quantity(QUANTITY, ("A", "B", "C"), data)
