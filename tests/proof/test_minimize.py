"""Short proofs: valid, no longer than the first traceback, the same on every run."""

from __future__ import annotations

import time

import pytest

from solver.proof import minimize
from solver.proof.evidence import Evidence, Record
from solver.proof.minimize import shortest_trace
from solver.proof.proof import Proof
from solver.proof.steps import Step, numbered
from solver.proof.traceback import trace
from tests.proof.proofs import closed

STATEMENTS = {
    "simson": "a b c = triangle a b c; o = circle o a b c; p = on_circle p o a; d = foot d p b c; e = foot e p c a; "
    "f = foot f p a b ? coll d e f",
    "nine points": "a b c = triangle a b c; d = midpoint d b c; e = midpoint e c a; f = midpoint f a b; "
    "h = foot h a b c ? cyclic d e f h",
    "secants": "a b c = triangle a b c; o = circle o a b c; p = on_line p a b; d = on_line d p c, on_circle d o a "
    "? eqratio p a p c p d p b",
    "excenter": "a b c = triangle a b c; i = incenter i a b c; j = excenter j a b c; o = circle o a b c; "
    "d = on_line d a i, on_circle d o a ? circle d b c i j",
}


def shortest(name: str, deadline: float | None = None) -> tuple[Step, ...]:
    problem, diagram, closure = closed(STATEMENTS[name])
    return shortest_trace(diagram, closure.journal(), problem.goal, deadline)


@pytest.mark.parametrize("name", STATEMENTS)
def test_what_is_left_is_a_proof_that_the_checker_accepts(name: str):
    problem, diagram, _ = closed(STATEMENTS[name])
    steps = shortest(name)
    proof = Proof(problem, diagram, numbered(steps), problem.goal)
    assert proof.check(diagrams=1, digits=20).steps == len(proof)
    used = {u for s in steps for u in s.rests_on}
    assert all(s.id in used for s in steps[:-1])


@pytest.mark.parametrize("name", STATEMENTS)
def test_it_is_at_most_half_as_long_as_the_first_traceback(name: str):
    problem, diagram, closure = closed(STATEMENTS[name])
    first = trace(Evidence.of(Record(diagram, closure.journal())), problem.goal)
    steps = first.steps()
    assert 2 * len(shortest(name)) <= len(steps) + sum(s.rule == "premise" for s in steps)


def test_detours_are_looked_for_until_the_work_is_done_not_the_time(monkeypatch: pytest.MonkeyPatch):
    whole = shortest("nine points")
    assert whole == shortest("nine points")
    monkeypatch.setattr(minimize, "MOST_WORK", 0)
    assert len(shortest("nine points")) >= len(whole)


def test_a_deadline_that_comes_while_it_shortens_leaves_the_proof_found_so_far(monkeypatch: pytest.MonkeyPatch):
    # The clock jumps once the first traceback is there.
    first_is_done = False
    traced = minimize.trace

    def first_then_late(*arguments, **options):
        nonlocal first_is_done
        if first_is_done:
            monkeypatch.setattr("solver.proof.evidence.monotonic", lambda: time.monotonic() + 1000)
        first_is_done = True
        return traced(*arguments, **options)

    monkeypatch.setattr(minimize, "trace", first_then_late)
    steps = shortest("simson", deadline=time.monotonic() + 60)
    problem, diagram, _ = closed(STATEMENTS["simson"])
    assert Proof(problem, diagram, numbered(steps), problem.goal).check(diagrams=1, digits=20)
