"""Auxiliary points in certificates: accepted where they exist in every figure nearby, refused where they may not."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest

from solver.checker import check_certificate
from solver.checker.auxiliary import LOCI, check_crossings, normal_of
from solver.checker.auxiliary import with_auxiliary as with_clauses
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.truth import error_of
from solver.errors import CertificateError
from solver.language.constructions import CONSTRUCTIONS
from solver.language.read import parse_statement
from solver.proving import prove
from tests.search.statements import NEEDS_A_POINT

Json = dict[str, Any]


@pytest.fixture(scope="module")
def certificate() -> Json:
    proof = prove(NEEDS_A_POINT).proof
    assert proof is not None and len(proof.auxiliary) == 1
    return proof.certificate


def with_auxiliary(certificate: Json, *clauses: str) -> Json:
    changed = copy.deepcopy(certificate)
    changed["problem"]["auxiliary"] = list(clauses)
    return changed


def test_a_proof_with_an_auxiliary_point_is_accepted(certificate: Json) -> None:
    (clause,) = certificate["problem"]["auxiliary"]
    assert clause.split(" = ")[0] in certificate["coordinates"]
    assert check_certificate(certificate).steps == len(certificate["steps"])


def test_without_the_construction_its_premises_are_assumed_by_nobody(certificate: Json) -> None:
    with pytest.raises(CertificateError, match="doesn't assume"):
        check_certificate(with_auxiliary(certificate))


@pytest.mark.parametrize(
    ("clause", "message"),
    [
        ("x = on_line x a c, on_bline x a c, on_line x b d", "two loci at most"),
        ("x = midpoint x a c", "no locus"),
        ("x = free x", "no locus"),
        ("x y = segment x y", "one point"),
        ("a = on_line a b c, on_line a d e", "can't be read"),
        ("x = on_line x a q, on_bline x a c", "can't be read"),
        ("x = on_line x a c; y = on_line y a c", "can't be read"),
        ("nonsense", "can't be read"),
    ],
)
def test_what_may_not_exist_is_refused(certificate: Json, clause: str, message: str) -> None:
    with pytest.raises(CertificateError, match=message):
        check_certificate(with_auxiliary(certificate, clause))


@pytest.mark.parametrize(
    "clause",
    [
        "x = on_line x b c, on_circle x o a",  # bc touches the circle at a, but only in this diagram
        "x = on_line x b c, on_line x c b",
    ],
)
def test_a_point_whose_loci_touch_is_refused(clause: str) -> None:
    """It would bind the statement's points: where the loci part, there is no such point."""
    forged: Json = {
        "format": "porism-proof",
        "version": 2,
        "problem": {
            "name": "forged",
            "statement": "o = free o; a = free a; b = free b; c = free c; d = on_circle d o a ? cong o d o a",
            "auxiliary": [clause],
        },
        "seed": 0,
        "coordinates": {
            "o": ["0", "0"],
            "a": ["0.6", "0.8"],
            "b": ["1.4", "0.2"],
            "c": ["-0.2", "1.4"],
            "d": ["0.28", "-0.96"],
            "x": ["0.6", "0.8"],
        },
        "premises": [{"id": "p1", "claim": {"predicate": "cong", "points": ["o", "d", "o", "a"]}}],
        "steps": [],
        "goal": {"claim": {"predicate": "cong", "points": ["o", "d", "o", "a"]}, "by": "p1"},
        "side_conditions": [],
    }
    with pytest.raises(CertificateError, match="cross"):
        check_certificate(forged)


@pytest.mark.parametrize("name", LOCI)
def test_a_locus_goes_on_across_its_normal(name: str) -> None:
    """A step along the locus changes what it asserts to second order only, a step along the normal to first."""
    problem = parse_statement(CONSTRUCTIONS[name].example)
    diagram = build_diagram(problem)
    at = diagram.places()
    (call,) = problem.clauses[-1].calls
    (new,) = problem.clauses[-1].points
    normal = normal_of(call, at, at[new])

    def error(step: complex) -> float:
        moved = {**at, new: at[new] + step}
        places = np.array([(moved[p].real, moved[p].imag) for p in diagram.points])
        said = call.construction.statements((new,), call.arguments, ())
        return max(error_of(s, Diagram(diagram.points, places, 0)) for s in said)

    along = 1e-4 * normal / abs(normal)
    assert error(1j * along) < 1e-2 * error(along)


def test_a_point_may_fall_on_one_that_its_locus_goes_through() -> None:
    """That the two are one may be what is to be proved; the line through the other one is what it was."""
    stated = parse_statement("a b c = triangle a b c; m = midpoint m b c ? coll m b c")
    problem = with_clauses(stated, ["x = on_line x a m, on_line x b c"])
    at = build_diagram(stated).places()
    check_crossings(problem, {**at, "x": at["m"]})
