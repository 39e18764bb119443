"""Certificates of inequalities made by hand: each tries to prove what isn't so, or isn't so everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from solver.checker import check_certificate, required_conditions
from solver.errors import CertificateError
from solver.language.read import parse_statement
from solver.statements.bound import Bound, Fact, Term, bound_as_data
from solver.statements.expression import (
    Expression,
    Length,
    Number,
    Power,
    Product,
    Sum,
    difference,
    points_of,
    quotient,
)
from solver.statements.expression_data import as_data
from solver.statements.predicates import AT_LEAST, GREATER, QUANTITY, Predicate
from tests.checker.claims import turned

Json = dict[str, Any]
TRIANGLE = turned(A=0.1 + 2j, B=-1.3, C=1)
AB, AC, BC = Length("A", "B"), Length("A", "C"), Length("B", "C")


def number(text: str) -> Number:
    return Number(Fraction(text))


def plus(*terms: Expression) -> Expression:
    return Sum(terms)


def times(*factors: Expression) -> Expression:
    return Product(factors)


def square(e: Expression) -> Expression:
    return Power(e, number("2").value)


def said(predicate: Predicate, e: Expression) -> Json:
    return {"predicate": predicate.name, "points": list(points_of(e)), "expression": as_data(e)}


def step(name: str, rule: str, claim: Json, uses: str = "", **more: Any) -> Json:
    return {"id": name, "rule": rule, "uses": uses.split(), "claim": claim, **more}


def by(terms: list[Term], times: list[Term] | None = None) -> Json:
    return bound_as_data(Bound(tuple(terms), tuple(times or [Term(number("1").value)])))


def term(factor: str, *facts: Fact) -> Term:
    return Term(number(factor).value, facts)


def forged(
    statement: str,
    at: Mapping[str, complex],
    steps: list[Json],
    premises: Mapping[str, str] | None = None,
    auxiliary: str = "",
    attained: list[Json] | None = None,
) -> Json:
    """A certificate whose last step claims its goal, with the side conditions that its steps ask for."""
    predicates = {i: p.split() for i, p in (premises or {}).items()}
    made: Json = {
        "format": "porism-proof",
        "version": 2,
        "problem": {"name": "forged", "statement": statement},
        "seed": 0,
        "coordinates": {p: [repr(z.real), repr(z.imag)] for p, z in at.items()},
        "premises": [{"id": i, "claim": {"predicate": p[0], "points": p[1:]}} for i, p in predicates.items()],
        "steps": steps,
        "goal": {"claim": steps[-1]["claim"], "by": steps[-1]["id"]},
        "side_conditions": [],
    }
    if auxiliary:
        made["problem"]["auxiliary"] = [auxiliary]
    if attained is not None:
        made["goal"]["attained"] = attained
    try:
        needed = required_conditions(made)
    except CertificateError:
        return made  # the check will say so
    made["side_conditions"] = [{"kind": c.kind, "points": list(c.points), "step": c.step} for c in needed]
    return made


# AB + AC > 1.00001·BC is true in nearly all figures, and false where A is near to BC.
NEARLY = difference(plus(AB, AC), times(number("100001/100000"), BC))
NEARLY_STATED = "triangle ABC; prove AB + AC > 100001/100000*BC"


@pytest.mark.parametrize("rule", ["meaning", "identity", "linear", "transfer", "concyclic_merge"])
@pytest.mark.parametrize("predicate", [GREATER, AT_LEAST])
def test_only_a_bound_claims_an_inequality(rule: str, predicate: Predicate) -> None:
    more: Json = {"coefficients": []} if rule == "linear" else {}
    statement = NEARLY_STATED if predicate is GREATER else NEARLY_STATED.replace(">", ">=")
    made = forged(statement, TRIANGLE, [step("s1", rule, said(predicate, NEARLY), **more)])
    with pytest.raises(CertificateError, match="inequalities are claimed by the rule bound"):
        check_certificate(made)


def test_what_is_0_everywhere_is_not_positive() -> None:
    """The length of a median, by an identity, claimed to be greater than it is."""
    at = turned(A=0.1 + 2j, B=-1.3, C=1, D=-0.15)
    sides = plus(square(AB), square(AC))
    halves = plus(times(number("2"), square(Length("A", "D"))), times(number("2"), square(Length("B", "D"))))
    statement = "triangle ABC; D midpoint of BC; prove AB^2 + AC^2 {} 2*AD^2 + 2*BD^2"
    premises = {"p1": "coll D B C", "p2": "cong D B D C"}
    points = ["A", "B", "C", "D"]
    for sign, predicate in (("=", QUANTITY), (">", GREATER), (">=", AT_LEAST)):
        claim = said(predicate, difference(sides, halves))
        made = forged(statement.format(sign), at, [step("s1", "identity", claim, "p1 p2", points=points)], premises)
        if predicate is QUANTITY:
            made["goal"]["claim"] = made["steps"][0]["claim"]
            continue
        with pytest.raises(CertificateError, match="inequalities are claimed by the rule bound"):
            check_certificate(made)


def _root(e: Expression) -> Fact:
    return Fact("root", expression=e)


BY_ROOTS = {
    "of what is claimed": by([term("1", _root(NEARLY), _root(NEARLY))]),
    "of a negative number": by(
        [
            term("1/4", Fact("square", expression=plus(NEARLY, BC))),
            term("1/4", _root(number("-1")), _root(number("-1")), Fact("square", expression=difference(NEARLY, BC))),
        ],
        [term("1", Fact("length", ("B", "C")))],
    ),
    "of a quotient": by(
        [
            term(
                "1", _root(quotient(NEARLY, BC)), _root(quotient(NEARLY, BC)), Fact("length", ("B", "C")),
                Fact("length", ("B", "C")),
            )
        ],
        [term("1", Fact("length", ("B", "C")))],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_ROOTS)
def test_a_root_of_what_may_be_negative_proves_nothing(name: str) -> None:
    claim = said(AT_LEAST, NEARLY)
    made = forged(NEARLY_STATED.replace(">", ">="), TRIANGLE, [step("s1", "bound", claim, bound=BY_ROOTS[name])])
    with pytest.raises(CertificateError, match="root"):
        check_certificate(made)


def test_a_root_proves_nothing_in_two_steps_either() -> None:
    """The first says truly that a root isn't negative, where there is one."""
    root = Power(NEARLY, number("1/2").value)
    first = step("s1", "bound", said(AT_LEAST, root), bound=by([term("1", _root(NEARLY))]))
    used = Fact("use", id="s1")
    second = step("s2", "bound", said(AT_LEAST, NEARLY), "s1", bound=by([term("1", used, used)]))
    with pytest.raises(CertificateError, match="root"):
        check_certificate(forged(NEARLY_STATED.replace(">", ">="), TRIANGLE, [first, second]))


def _two_circles() -> tuple[dict[str, complex], Expression]:
    at = {"A": 0j, "B": 1 + 0j, "C": 0.7 + 0.3j, "D": 0.2 + 0.4j}
    r, s = abs(at["C"]), abs(at["D"] - 1)
    x = (r * r - s * s + 1) / 2
    at["X"] = complex(x, (r * r - x * x) ** 0.5)
    return turned(**at), difference(plus(AC, Length("B", "D")), AB)


def test_an_auxiliary_point_that_is_in_some_figures_only_proves_nothing_of_all() -> None:
    """X is on two circles, which needn't meet: where they do, the triangle AXB says that AC + BD isn't less than AB."""
    at, e = _two_circles()
    steps = [step("s1", "bound", said(AT_LEAST, e), "p1 p2", bound=by([term("1", Fact("triangle", ("A", "X", "B")))]))]
    premises = {"p1": "cong A X A C", "p2": "cong B X B D"}
    made = forged("points A, B, C, D; prove AC + BD >= AB", at, steps, premises, "X = on_circle X A C, on_circle X B D")
    with pytest.raises(CertificateError, match="auxiliary points"):
        check_certificate(made)


def test_an_inequality_places_no_point() -> None:
    """That R isn't less than 2r doesn't say that they are equal, though they are in the figure."""
    at = turned(A=1j * 3**0.5, B=-1, C=1)
    first = step("s1", "bound", said(AT_LEAST, AB), bound=by([term("1", Fact("length", ("A", "B")))]))
    second = step("s2", "identity", {"predicate": "cong", "points": ["A", "B", "A", "C"]}, "s1", points=["A", "B", "C"])
    with pytest.raises(CertificateError, match="places no point"):
        check_certificate(forged("triangle ABC; prove AB = AC", at, [first, second]))


@pytest.mark.parametrize("asked", ["[ABC]/BC^2", "[ABC]^2/BC^4", "[ABC]^2/(AB*AC*BC^2)"])
def test_a_least_value_is_attained_exactly_or_not_at_all(asked: str) -> None:
    """An area comes as near to 0 as you like, and its square much nearer."""
    statement = f"triangle ABC; find the least value of {asked}"
    value = parse_statement(statement).goal.expression
    assert value is not None
    area = Fact("area", ("A", "B", "C"))
    proof = by([term("1", *[area] * (2 if "]^2" in asked else 1))])
    steps = [step("s1", "bound", said(AT_LEAST, difference(value, number("0"))), bound=proof)]
    at = turned(A=0.1 + 3e-6j, B=-1.3, C=1)
    for attained in ([], [{"predicate": "cong", "points": ["A", "B", "A", "C"]}], [said(QUANTITY, NEARLY)]):
        with pytest.raises(CertificateError, match="attain"):
            check_certificate(forged(statement, at, steps, attained=attained))


def test_what_is_no_question_for_an_extreme_has_no_figure_that_attains_it() -> None:
    steps = [
        step(
            "s1",
            "bound",
            said(GREATER, difference(plus(AB, AC), BC)),
            bound=by([term("1", Fact("triangle", ("B", "A", "C")))]),
        )
    ]
    made = forged("triangle ABC; prove AB + AC > BC", TRIANGLE, steps)
    check_certificate(made)
    made["goal"]["attained"] = [{"predicate": "cong", "points": ["A", "B", "A", "C"]}]
    with pytest.raises(CertificateError, match="isn't asked for"):
        check_certificate(made)
