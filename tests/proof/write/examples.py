"""Proofs to be written out in all forms, each made once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from solver.language.jgex import read_clause
from solver.language.read import parse_statement
from solver.proof.proof import Proof
from solver.proving import prove
from solver.statements.predicates import Statement
from tests.deduction.figures import diagram
from tests.proof.test_fold import step

STATEMENTS = {
    "orthocenter": "Let $H$ be the orthocenter of an acute triangle $ABC$ with circumcircle $\\omega$. The line $AH$ meets "
    "$\\omega$ again at $D$. Prove that $BH = BD$.",
    "simson": "triangle A B C; A B C P concyclic; D foot of perpendicular from P to B C; E foot of perpendicular from P to "
    "C A; F foot of perpendicular from P to A B; prove D E F collinear",
    "chinese": "在三角形ABC中，AB=AC，D是BC的中点。求证：AD⊥BC。",
    "euler": "triangle A B C; prove R >= 2r",
}


@cache
def proof_for(name: str) -> Proof:
    result = prove(STATEMENTS[name], search=None)
    assert result.proof is not None
    return result.proof


@cache
def proof_with_auxiliary_point() -> Proof:
    """That the base angles of an isosceles triangle are equal, by the midpoint of its base."""
    problem = parse_statement("a b c = iso_triangle0 a b c ? eqangle b a b c c b c a")
    clause, said = read_clause("m = on_line m b c, on_bline m b c", problem.points)
    extended = problem.extended((clause,), (*problem.points, "m"), (*problem.premises, *said))
    places = diagram({"a": 1.7j, "b": -1 + 0j, "c": 1 + 0j, "m": 0j})
    premises = [
        step(f"p{i}", "premise", "", "", text) for i, text in enumerate(("cong m b m c", "cong a b a c", "coll m b c"))
    ]
    similar = step("s1", "similar_sss", "a b m a c m", "p1 p0", "simtrir a b m a c m")
    angles = replace(step("s2", "meaning", "", "s1", "eqangle b a b c c b c a"), lines=("p2",))
    goal = angles.claim
    assert isinstance(goal, Statement)
    return Proof(extended, places, (*premises, similar, angles), goal)
