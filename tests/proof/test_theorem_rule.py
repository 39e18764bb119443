"""The checker's rule `theorem`, and what a certificate says of the theorems that it cites."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from solver.checker import TheoremStatement
from solver.checking import check_certificate
from solver.errors import CertificateError
from solver.knowledge.language import read_theorems
from solver.knowledge.library import library
from solver.proving import prove

Json = dict[str, Any]

STATEMENT = (
    "a b = segment a b; p q = segment p q; c = on_line c a b; r = on_line r p q; x = on_line x a q, on_line x p b; "
    "y = on_line y a r, on_line y p c; z = on_line z b r, on_line z q c ? coll x y z"
)


@pytest.fixture(scope="module")
def proved() -> Json:
    result = prove(STATEMENT)
    assert result.proof is not None
    return result.proof.certificate


@pytest.fixture
def certificate(proved: Json) -> Json:
    return copy.deepcopy(proved)


def citing_step(certificate: Json) -> Json:
    (step,) = (s for s in certificate["steps"] if s["rule"] == "theorem")
    found: Json = step
    return found


def test_a_certificate_states_the_theorems_that_it_cites(certificate: Json) -> None:
    assert list(certificate["theorems"]) == ["pappus"]
    assert certificate["theorems"]["pappus"]["points"] == ["a", "b", "c", "p", "q", "r", "x", "y", "z"]
    assert citing_step(certificate)["theorem"] == "pappus"
    report = check_certificate(certificate)
    assert report.theorems == ("pappus",)


def test_conditions_of_the_theorem_are_side_conditions(certificate: Json) -> None:
    step = citing_step(certificate)
    mine = {(c["kind"], tuple(c["points"])) for c in certificate["side_conditions"] if c["step"] == step["id"]}
    a, b, _, p = step["points"][:4]
    assert ("apart", tuple(step["points"])) in mine
    assert ("noncollinear", (a, b, p)) in mine


def swap_points(c: Json) -> None:
    points = citing_step(c)["points"]
    points[0], points[3] = points[3], points[0]


def repeat_a_point(c: Json) -> None:
    citing_step(c)["points"][0] = citing_step(c)["points"][1]


def leave_out_a_premise(c: Json) -> None:
    citing_step(c)["uses"].pop()


def leave_out_a_condition(c: Json) -> None:
    c["side_conditions"] = [s for s in c["side_conditions"] if s["kind"] != "apart"]


def claim_something_else(c: Json) -> None:
    step = citing_step(c)
    step["claim"] = {"predicate": "coll", "points": step["points"][:3]}


def state_another_theorem(c: Json) -> None:
    c["theorems"]["pappus"]["given"].pop()


def drop_a_condition_of_the_theorem(c: Json) -> None:
    c["theorems"]["pappus"]["where"] = []


def rename_the_theorem(c: Json) -> None:
    c["theorems"] = {"mine": c["theorems"]["pappus"]}
    citing_step(c)["theorem"] = "mine"


def state_no_theorem(c: Json) -> None:
    del c["theorems"]


def state_one_for_nothing(c: Json) -> None:
    c["theorems"]["desargues"] = c["theorems"]["pappus"]


def name_a_theorem_in_another_step(c: Json) -> None:
    c["steps"][0]["theorem"] = "pappus"


def name_none(c: Json) -> None:
    del citing_step(c)["theorem"]


def unknown_condition(c: Json) -> None:
    c["theorems"]["pappus"]["where"][0]["kind"] = "pretty"


def strange_points(c: Json) -> None:
    c["theorems"]["pappus"]["points"][0] = "b"


@pytest.mark.parametrize(
    ("tamper", "message"),
    [
        (swap_points, "none of its premises says"),
        (repeat_a_point, "9 different points"),
        (leave_out_a_premise, "none of its premises says"),
        (leave_out_a_condition, "isn't listed"),
        (claim_something_else, "doesn't conclude that|doesn't claim the goal"),
        (state_another_theorem, "isn't what is accepted"),
        (drop_a_condition_of_the_theorem, "isn't what is accepted"),
        (rename_the_theorem, "mine, which isn't among those accepted"),
        (state_no_theorem, "doesn't state the theorem 'pappus'"),
        (state_one_for_nothing, "for nothing"),
        (name_a_theorem_in_another_step, "only there"),
        (name_none, "only there"),
        (unknown_condition, "isn't known"),
        (strange_points, "not different names"),
    ],
)
def test_tampering_is_refused(certificate: Json, tamper: Callable[[Json], None], message: str) -> None:
    tamper(certificate)
    with pytest.raises(CertificateError, match=message):
        check_certificate(certificate)


def test_the_reader_decides_which_theorems_count(certificate: Json) -> None:
    with pytest.raises(CertificateError, match="isn't among those accepted"):
        check_certificate(certificate, theorems={})
    rename_the_theorem(certificate)
    pappus = next(t.statement for t in library() if t.id == "pappus")
    mine = TheoremStatement("mine", pappus.points, pappus.premises, pappus.conditions, pappus.conclusions)
    assert check_certificate(certificate, theorems={"mine": mine}).theorems == ("mine",)


def test_a_false_theorem_does_not_get_a_false_claim_accepted(certificate: Json) -> None:
    """Whoever trusts any theorem still has every claim tested in fresh figures."""
    (false,) = (t.statement for t in read_theorems('theorem f "F" points a b c given coll a b c then |a b| = |a c|'))
    certificate["theorems"]["f"] = {
        "name": "F", "points": ["a", "b", "c"], "where": [],
        "given": [{"predicate": "coll", "points": ["a", "b", "c"]}], "then": [{"predicate": "cong", "points": ["a", "b", "a", "c"]}],
    }  # fmt: skip
    line = certificate["premises"][0]
    assert line["claim"]["predicate"] == "coll"
    a, b, c = line["claim"]["points"]
    certificate["steps"].insert(0, {
        "id": "t1", "rule": "theorem", "theorem": "f", "points": [a, b, c], "uses": [line["id"]],
        "claim": {"predicate": "cong", "points": [a, b, a, c]},
    })  # fmt: skip
    certificate["side_conditions"].append({"kind": "apart", "points": [a, b, c], "step": "t1"})
    accepted = {t.id: t.statement for t in library()} | {"f": false}
    with pytest.raises(CertificateError, match=r"t1: .*its claim is false"):
        check_certificate(certificate, theorems=accepted)


def test_a_conclusion_may_be_claimed_in_other_words_that_say_the_same() -> None:
    """The two sides of an equation of angles exchanged."""
    blanchet = (
        "a b c = triangle a b c; d = foot d a b c; x = on_line x a d; e = on_line e c a, on_line e b x; "
        "f = on_line f a b, on_line f c x ? eqangle d f d a d a d e"
    )
    theorem = next(t for t in library() if t.id == "blanchet")
    result = prove(blanchet, theorems=(theorem,), search=None)
    assert result.proof is not None, result.reason
    assert "blanchet" in result.proof.certificate["theorems"]
