"""What the traceback makes of a journal: few steps, each an instance of its rule."""

from __future__ import annotations

import numpy as np
import pytest

from solver.deduction.closure import close
from solver.diagram.build import build_diagram
from solver.diagram.fresh import fresh_diagram
from solver.errors import DeadlineExceeded, PorismError
from solver.language.constructions import with_angle_reversed
from solver.language.read import parse_statement
from solver.proof.evidence import Evidence, Record
from solver.proof.traceback import trace
from solver.soundness.candidates import candidates
from solver.soundness.random_statements import random_statement
from tests.proof.proofs import closed, placed_statement, proof_of


def test_an_equation_that_a_premise_says_twice_over_is_no_step():
    # In an isosceles triangle and its mirror image, two ratios of sides say once and twice that two sides are equal.
    points = {"p": 0.1 + 1.3j, "q": -1 + 0j, "r": 1.2 + 0j}
    points["p"] = (points["q"] + points["r"]) / 2 + 1.3j
    proof = proof_of(placed_statement(points, "cong p q p r, eqangle q r q p r p r q", "simtrir p q r p r q"))
    assert [s.rule for s in proof.steps if s.rule != "premise"] == ["meaning"]


def test_three_equal_sides_make_a_triangle_similar_to_its_copies():
    text = (
        "p q r = triangle p q r; x = eq_triangle x p q; y = eq_triangle y r p; z = parallelogram r y x z ? cong q z z r"
    )
    assert len(proof_of(text)) > 0


def test_the_last_step_is_the_goal_in_its_own_words():
    points = {"p": 0j, "q": 1 + 0j, "r": 0.3 + 1j, "s": 1.3 + 1j}
    for goal in ("para p q r s", "para r s q p", "para s r p q"):
        proof = proof_of(placed_statement(points, "para p q r s", goal))
        assert str(proof.steps[-1].claim) == goal


def test_time_that_has_run_out_is_reported():
    problem, diagram, closure = closed(
        "a b c = triangle a b c; h = orthocenter h a b c; o = circle o a b c ? perp a h b c"
    )
    with pytest.raises(DeadlineExceeded):
        trace(Evidence.of(Record(diagram, closure.journal())), problem.goal, deadline=0.0)


@pytest.mark.parametrize("goal", ["overlap e f", "overlap f e", "simtrir c b e b c f", "cong e c f d", "para e a f a"])
def test_one_circle_may_be_known_by_two_centers(goal: str) -> None:
    text = "a b c d = rectangle a b c d; e = circumcenter b a d; f = circumcenter d a b"
    assert len(proof_of(f"{text} ? {goal}")) > 0


@pytest.mark.parametrize("number", range(5))
def test_whatever_is_entailed_has_a_proof_that_the_checker_accepts(number: int) -> None:
    """One entailed statement of each kind, from a random statement."""
    rng = np.random.default_rng([11, number])
    while True:
        problem = parse_statement(random_statement(rng))
        try:
            reference = build_diagram(problem)
        except PorismError:
            continue
        diagrams = (reference, fresh_diagram(problem, reference, rng))
        closure = close(problem, diagrams)
        entailed = [s for s in candidates(reference, rng) if s not in problem.premises and closure.is_entailed(s)]
        if entailed:
            break
    by_kind = {s.predicate: s for s in rng.permutation(np.array(entailed, dtype=object))}
    for goal in by_kind.values():
        text = problem.text.replace("? cong a b b a", f"? {with_angle_reversed(goal)}")
        proof = proof_of(parse_statement(text))
        order = {s.id: i for i, s in enumerate(proof.steps)}
        assert all(order[u] < order[s.id] for s in proof.steps for u in s.uses)
