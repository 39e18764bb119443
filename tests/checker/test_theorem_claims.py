"""What steps may claim that the checker once refused."""

from __future__ import annotations

from solver import collection
from solver.proving import Status, prove


def test_a_conclusion_that_is_an_equation_may_be_claimed_as_the_predicate_that_means_it() -> None:
    # Van Schooten's theorem concludes |pa| = |pb| + |pc|; the goal is the predicate distseq. The checker refused that.
    result = prove(
        "a b c = ieq_triangle a b c; p@0.5_-0.2886751345948129 = on_circum p a b c ? distseq p c p a p b 1 -1 -1"
    )
    assert result.status is Status.PROVED, result.reason
    assert result.proof is not None
    assert result.proof.steps[-1].rule == "theorem"


def test_lines_alone_may_make_a_combination() -> None:
    # "BM₂ and M₂X are one line, as both lie on AB": no equation takes part. The checker refused it (APMO 1991, problem 1).
    problem = collection.find("apmo-1991-p1").statement.parse()
    result = prove(problem, seed=1, search=None)
    assert result.status is Status.PROVED, result.reason
