"""Certificates: what is written is read again, and says what the proof says."""

from __future__ import annotations

import json

import pytest

from solver.checker import check_certificate, read_certificate, required_conditions
from solver.errors import DeadlineExceeded
from solver.proof.certificate import claim_as_json, write_certificate
from tests.checker.claims import claim
from tests.checker.test_tampering import REAL
from tests.proof.proofs import proof_of


@pytest.mark.parametrize("name", REAL)
def test_a_certificate_says_what_the_proof_says(name: str) -> None:
    proof = proof_of(REAL[name])
    read = read_certificate(proof.to_json())
    assert read.statement == proof.problem.text
    assert set(read.coordinates) == set(proof.problem.points)
    assert {p: (float(x), float(y)) for p, (x, y) in read.coordinates.items()} == proof.diagram.as_dict()
    assert list(read.premises.items()) == [(s.id, s.claim) for s in proof.premises]
    others = [s for s in proof.steps if s.rule != "premise"]
    for step, written in zip(others, read.steps, strict=True):
        assert (step.id, step.rule, step.points, step.uses, step.claim) == (
            written.id, written.rule, written.points, written.uses, written.claim
        )  # fmt: skip
        assert step.coefficients == written.coefficients
    assert (read.goal, read.goal_by) == (proof.goal, proof.steps[-1].id)
    assert read.side_conditions == proof.side_conditions


@pytest.mark.parametrize("name", REAL)
def test_it_lists_the_side_conditions_that_its_steps_need(name: str) -> None:
    proof = proof_of(REAL[name])
    bare = write_certificate(proof.problem, proof.diagram, proof.steps, proof.goal, conditions=())
    assert bare["side_conditions"] == []
    assert required_conditions(bare) == proof.side_conditions
    report = check_certificate(proof.certificate)
    assert (report.steps, report.side_conditions) == (len(proof), len(proof.side_conditions))


def test_the_same_problem_gives_the_same_certificate() -> None:
    first, again = (proof_of(REAL["altitudes"]).to_json() for _ in range(2))
    assert first == again


@pytest.mark.parametrize(
    "text",
    ["cong a b c d", "aconst a b c d 30", "rconst a b c d 3/4", "distseq a b c d 1 -2", "circle o a b c",
     "d: ab - cd + 1/2", "l: 2ab - 2cd - #3", "l: avb - cwd", "m: ab + bc - ac", "s: 1/2ab - 3cd"],
)  # fmt: skip
def test_claims_come_back_as_they_were(text: str) -> None:
    said = claim(text)
    points = {p: ["0.1", "0.2"] for p in "abcdovw"}
    certificate = {
        "format": "porism-proof", "version": 2, "problem": {"name": "", "statement": ""}, "seed": 0,
        "coordinates": points, "premises": [], "steps": [{"id": "s", "rule": "meaning", "uses": [], "claim": claim_as_json(said)}],
        "goal": {"claim": claim_as_json(said), "by": "s"}, "side_conditions": [],
    }  # fmt: skip
    read = read_certificate(json.dumps(certificate))
    assert read.steps[0].claim == said == read.goal


def test_checking_ends_with_the_time_that_it_may_take() -> None:
    """Before the monotonic clock began there is none left."""
    with pytest.raises(DeadlineExceeded):
        proof_of(next(iter(REAL.values()))).check(deadline=-1.0)
