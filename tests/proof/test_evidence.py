"""Journals as the core has them, and what their entries cost."""

from __future__ import annotations

import time

import pytest

from solver.deduction.journal import EquationEntry, Journal
from solver.errors import DeadlineExceeded
from solver.proof.arcs import Unexplained
from solver.proof.evidence import Evidence, Record
from solver.proof.questions import Questions
from solver.proof.traceback import Guide, trace, trace_all
from solver.statements.predicates import COLL, CONG, CYCLIC, PARA, PERP, Statement
from tests.proof.proofs import closed

MIDLINE = "a b c = triangle a b c; m = midpoint m a b; n = midpoint n a c ? para m n b c"
NINE_POINTS = "a b c = triangle a b c; d = midpoint d b c; e = midpoint e c a; f = midpoint f a b; h = foot h a b c ? cyclic d e f h"


@pytest.mark.parametrize("statement", [MIDLINE, NINE_POINTS])
@pytest.mark.parametrize("is_estimated", [False, True])
def test_each_step_rests_on_steps_before_it_and_the_last_one_is_the_goal(statement: str, is_estimated: bool) -> None:
    problem, diagram, closure = closed(statement)
    record = Record(diagram, closure.journal())
    found = trace(Evidence.estimated(record) if is_estimated else Evidence.of(record), problem.goal)
    steps = found.steps()
    place = {s.id: i for i, s in enumerate(steps)}
    assert steps[-1].claim == problem.goal
    assert all(place[u] < i for i, s in enumerate(steps) for u in s.uses)
    assert all(s.rule == "premise" or s.uses for s in steps)


def test_what_a_journal_does_not_entail_is_not_explained() -> None:
    _, diagram, closure = closed(MIDLINE)
    evidence = Evidence.of(Record(diagram, closure.journal()))
    for goal in (Statement(PERP, ("a", "b", "a", "c")), Statement(CYCLIC, ("a", "b", "c", "m"))):
        with pytest.raises(Unexplained, match="can't be explained"):
            trace(evidence, goal)


def test_a_traceback_does_without_what_is_banned() -> None:
    problem, diagram, closure = closed(NINE_POINTS)
    evidence = Evidence.of(Record(diagram, closure.journal()))
    first = trace(evidence, problem.goal)
    for spare, _ in first.detours()[:5]:
        assert spare in first.times
        assert spare not in first.without(spare)
        try:
            again = trace(evidence, problem.goal, Guide(first.without(spare), (spare,), first))
        except Unexplained:
            continue
        assert spare not in again.times


def test_detours_are_told_by_what_they_alone_need_the_longest_first() -> None:
    problem, diagram, closure = closed(NINE_POINTS)
    found = trace(Evidence.of(Record(diagram, closure.journal())), problem.goal)
    weights = [weight for _, weight in found.detours()]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight < found.weight for weight in weights)


def test_traces_from_the_same_beginning_say_the_same() -> None:
    problem, diagram, closure = closed(NINE_POINTS)
    record = Record(diagram, closure.journal())
    first, again = (trace(Evidence.of(record), problem.goal) for _ in range(2))
    other = trace(Evidence.of(Record(diagram, closure.journal(), record.questions)), problem.goal)
    assert first.said == again.said == other.said
    assert first.said != trace(Evidence.of(record), Statement(PARA, ("e", "f", "b", "c"))).said


def test_the_order_of_collinear_points_in_the_last_step_is_that_which_costs_least() -> None:
    problem, diagram, closure = closed(
        "a b c = triangle a b c; o = circle o a b c; p = on_circle p o a; d = foot d p b c; e = foot e p c a; "
        "f = foot f p a b ? coll d e f"
    )
    last = trace(Evidence.of(Record(diagram, closure.journal())), problem.goal).steps()[-1]
    assert isinstance(last.claim, Statement)
    assert last.claim.predicate is COLL
    assert {*last.claim.points} == {*problem.goal.points}


def test_time_for_estimates_may_run_out() -> None:
    _, diagram, closure = closed(NINE_POINTS)
    with pytest.raises(DeadlineExceeded):
        Evidence.estimated(Record(diagram, closure.journal()), time.monotonic() - 1)


def test_work_grows_with_each_traceback() -> None:
    problem, diagram, closure = closed(NINE_POINTS)
    evidence = Evidence.of(Record(diagram, closure.journal()))
    trace(evidence, problem.goal)
    before = evidence.work
    trace(evidence, problem.goal)
    assert evidence.work > before > 0


def test_several_claims_are_traced_at_once() -> None:
    _, diagram, closure = closed(MIDLINE)
    claims = [Statement(PARA, ("m", "n", "b", "c")), Statement(CONG, ("a", "m", "b", "m"))]
    steps = trace_all(diagram, closure.journal(), claims)
    assert {*claims} <= {s.claim for s in steps}
    assert len({s.id for s in steps}) == len(steps)
    assert trace_all(diagram, closure.journal(), []) == ()


def test_an_equation_that_the_core_finds_in_floating_point_only_is_solved_exactly() -> None:
    _, diagram, closure = closed(MIDLINE)
    source = Record(diagram, closure.journal()).source
    entry = next(e for e in closure.journal().entries if isinstance(e, EquationEntry) and e.claim is not None)
    assert entry.claim is not None
    number = source._questions.of(entry.claim)
    assert source.exact(number, [0]) is not None
    assert source.exact(number, []) is None


def test_questions_are_known_by_what_they_say() -> None:
    _, diagram, _ = closed(MIDLINE)
    questions = Questions(diagram)
    first = questions.of(Statement(PARA, ("m", "n", "b", "c")))
    assert questions.of(Statement(PARA, ("m", "n", "b", "c"))) == first
    assert questions.of(Statement(PERP, ("m", "n", "b", "c"))) != first
    assert questions.claims[first] == Statement(PARA, ("m", "n", "b", "c"))
    assert questions.of_points(()) == 0
    assert questions.points[questions.of_points(("a", "b"))] == ("a", "b")


def test_a_journal_without_entries_explains_nothing_but_what_says_nothing() -> None:
    _, diagram, _ = closed(MIDLINE)
    with pytest.raises(Unexplained):
        trace(Evidence.of(Record(diagram, Journal(()))), Statement(PARA, ("m", "n", "b", "c")))
