"""What can be said: the facts are true, proved, new, and the best ones come first."""

from __future__ import annotations

import pytest

from solver.checking import check_certificate
from solver.explore.explore import explore
from solver.language.read import parse_statement
from solver.statements.predicates import CYCLIC, Statement


def _facts(text: str) -> list[Statement]:
    return [f.statement for f in explore(parse_statement(text), timeout=60).findings]


def test_the_nine_point_circle_is_found_first() -> None:
    facts = _facts("triangle ABC; AD, BE, CF altitudes; M midpoint of BC; what can be said?")
    assert facts[0].predicate is CYCLIC
    assert set(facts[0].points) == {"D", "E", "F", "M"}


def test_what_follows_from_one_sentence_isnt_said() -> None:
    assert _facts("triangle ABC; D midpoint of BC; what can be said?") == []


@pytest.mark.parametrize(
    "text",
    [
        "A, B, C, D concyclic; P = AB ∩ CD; what can be said?",
        "triangle ABC; I incenter; J A-excenter; what can be said?",
        "parallelogram ABCD; M midpoint of AB; P = AC ∩ DM; what can be said?",
    ],
)
def test_each_finding_has_a_certificate_that_the_checker_accepts(text: str) -> None:
    findings = explore(parse_statement(text), timeout=60).findings
    assert findings
    for finding in findings:
        assert check_certificate(finding.proof.to_json(), diagrams=1).goal == finding.statement
