"""The rule `bound`: what it takes, what it refuses, and what becomes of certificates that are changed."""

from __future__ import annotations

import copy
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from solver.checker.inequality.bounds import Ring, Unfit, without_angles
from solver.checking import check_certificate
from solver.errors import CertificateError, DeadlineExceeded
from solver.language.read import parse_statement
from solver.proving import verdict
from solver.result import Status
from solver.statements.expression import Length, Number, Power, Product, Size, Sum, Trigonometric, difference
from tests.checker.tampering import Json, tampered
from tests.proof.proofs import proof_of

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "certificate.schema.json").read_text(encoding="utf-8"))
PROVED = {
    "chain": "triangle ABC; prove AB + AC > BC",
    "squares": "triangle ABC; prove R >= 2r",
    "given": "triangle ABC; AB > AC; prove ∠C > ∠B",
    "derived": "triangle ABC; M midpoint of BC; prove AM < (AB + AC)/2",
    "vectors": "points A, B, C, D; prove AB^2 + BC^2 + CD^2 + DA^2 >= AC^2 + BD^2",
}


@pytest.fixture(scope="module")
def certificates() -> dict[str, Json]:
    return {name: proof_of(statement).certificate for name, statement in PROVED.items()}


@pytest.mark.parametrize("name", PROVED)
def test_a_found_proof_validates(name: str, certificates: dict[str, Json]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(certificates[name])))


@pytest.mark.parametrize("name", PROVED)
def test_a_bound_with_any_field_changed_is_refused_or_the_same(name: str, certificates: dict[str, Json]) -> None:
    certificate = certificates[name]
    refused = 0
    for path, what, changed in _some(certificate):
        try:
            check_certificate(changed, diagrams=1, digits=20)
        except CertificateError:
            refused += 1
        else:
            assert _canonical(changed) == _canonical(certificate), (path, what)
    assert refused > 10


def _some(certificate: Json) -> list[tuple[Any, str, Json]]:
    """Changes of the steps and the goal, not all of them: each is checked in full."""
    found = [c for c in tampered(certificate) if c[0][:1] in (("steps",), ("goal",), ("side_conditions",))]
    return found[:: max(1, len(found) // 60)]


def _canonical(certificate: Json) -> Any:
    """Equal for bounds with the same facts, the order of terms and factors, and of the ends of lengths, aside."""

    def fact(f: list[Any]) -> str:
        kind, *rest = f
        if kind in ("length", "area"):
            return str([kind, *sorted(rest)])
        if kind == "triangle":
            return str([kind, rest[1], *sorted((rest[0], rest[2]))])
        return str([kind, *map(_plain, rest)])

    steps = []
    for s in certificate["steps"]:
        bound = s.get("bound", {})
        sides = [
            sorted((Fraction(t[0]), *sorted(map(fact, t[1:]))) for t in bound.get(k, [])) for k in ("times", "terms")
        ]
        claim = (s["claim"]["predicate"], _plain(s["claim"]["expression"]))
        steps.append((s["id"], s["rule"], sorted(s["uses"]), claim, sides, bound.get("sums", [])))
    goal = certificate["goal"]
    return steps, (_plain(goal["claim"]["expression"]), goal["by"]), sorted(map(str, certificate["side_conditions"]))


def _plain(e: Any) -> str:
    """An expression with its summands and factors in order."""
    if not isinstance(e, list):
        return str(e)
    inner = list(map(_plain, e[1:]))
    return str([e[0], *(sorted(inner) if e[0] in ("+", "*", "length", "area") else inner)])


def test_a_strict_inequality_needs_what_the_statement_guarantees() -> None:
    """Where three points may be in line, the triangle inequality needn't be strict."""
    certificate = copy.deepcopy(proof_of("triangle ABC; prove AB + AC > BC").certificate)
    certificate["problem"]["statement"] = "points A, B, C\nprove AB + AC > BC"
    with pytest.raises(CertificateError, match="doesn't guarantee"):
        check_certificate(certificate)


def test_an_inequality_of_other_figures_is_refused() -> None:
    """What was given, AB > AC, is in the statement no more."""
    certificate = copy.deepcopy(proof_of(PROVED["given"]).certificate)
    certificate["problem"]["statement"] = "triangle ABC\nprove ∠C > ∠B"
    with pytest.raises(CertificateError, match="doesn't assume"):
        check_certificate(certificate)


def test_angles_are_compared_by_their_cosines() -> None:
    wider = difference(Size("A", "B", "C"), Size("B", "C", "A"))
    assert without_angles(wider, ()) == difference(
        Trigonometric("cos", "A", "C", "B"), Trigonometric("cos", "A", "B", "C")
    )


@pytest.mark.parametrize(
    "e",
    [
        Sum((Size("A", "B", "C"), Length("A", "B"))),
        Product((Size("A", "B", "C"), Size("B", "C", "A"))),
        Sum((Size("A", "B", "C"), Trigonometric("sin", "A", "B", "C"))),
        difference(Size("A", "B", "C"), Number(Fraction(50))),
        Sum((Size("A", "B", "C"), Size("B", "C", "A"), Number(Fraction(-90)))),
    ],
)
def test_what_is_no_comparison_of_two_angles_is_unfit(e: Any) -> None:
    with pytest.raises(Unfit):
        without_angles(e, ())


def test_a_huge_polynomial_is_refused_before_it_is_computed() -> None:
    total = Sum(tuple(Length("A", p) for p in "BCDEFGHIJKLMN"))
    e = Power(Power(total, Fraction(12)), Fraction(12))
    with pytest.raises(Unfit, match="too large"):
        Ring([e]).signed(e)


def test_a_check_ends_at_its_deadline() -> None:
    with pytest.raises(DeadlineExceeded, match="a proof that was found"):
        check_certificate(proof_of(PROVED["squares"]).certificate, deadline=0.0)


@pytest.mark.parametrize(
    ("statement", "status"),
    [
        ("triangle ABC; prove R >= 2r", Status.UNPROVED),
        ("triangle ABC; prove AB + AC > 2BC", Status.FALSE),
        ("triangle ABC; prove R > 2r", Status.FALSE),
    ],
)
def test_figures_alone_judge_an_inequality(statement: str, status: Status, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("solver.proof.inequalities.proof_of_inequality")
    assert verdict(parse_statement(statement)).status is status
