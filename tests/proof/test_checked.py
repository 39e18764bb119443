"""The shortest proof that the checker accepts is chosen from several closures that reach a goal."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from solver.deduction.closure import Closure
from solver.errors import CertificateError
from solver.proof import checked
from solver.proof.checked import SHORTENED, TRACED, checked_proof, shortest_proof
from solver.proof.minimize import Draft, drafted
from solver.proof.proof import Proof
from tests.proof.proofs import closed

STATEMENT = (
    "a b c = triangle a b c; o = circle o a b c; p = on_line p a b; d = on_line d p c, on_circle d o a "
    "? eqratio p a p c p d p b"
)


@pytest.fixture(scope="module")
def closure() -> Closure:
    return closed(STATEMENT)[2]


def soon() -> float:
    return time.monotonic() + 60


def test_one_closure_gives_the_proof_that_it_gives_alone(closure: Closure) -> None:
    goal = closure.problem.goal
    found = shortest_proof([closure], goal, soon(), 0.0, pytest.fail)
    assert found == checked_proof(closure, goal, soon())


def test_where_a_proof_is_refused_the_next_one_is_taken(closure: Closure, monkeypatch: pytest.MonkeyPatch) -> None:
    check, refused = Proof.check, list[str]()

    def refusing_the_first(proof: Proof, **options: object) -> object:
        if not refused:
            raise CertificateError("some step")
        return check(proof, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Proof, "check", refusing_the_first)
    assert shortest_proof([closure] * 3, closure.problem.goal, soon(), 0.0, refused.append) is not None
    assert refused == ["some step"]


@pytest.mark.parametrize("failures", [1, 2, 3])
def test_where_a_proof_cannot_be_written_the_next_one_is_taken(
    failures: int, closure: Closure, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, refused = checked._written, list[str]()

    def failing_at_first(*arguments: object) -> Proof:
        if len(refused) < failures:
            raise CertificateError(f"step {len(refused)}")
        return write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(checked, "_written", failing_at_first)
    closures = [closure, *(closed(STATEMENT)[2] for _ in range(3))]
    assert shortest_proof(closures, closure.problem.goal, soon(), 0.0, refused.append) is not None
    assert refused == [f"step {k}" for k in range(failures)]


def test_no_more_closures_are_looked_at_than_there_is_reason_or_time_for(closure: Closure) -> None:
    looked_at = []

    def closures() -> Iterator[Closure]:
        for i in range(10):
            looked_at.append(i)
            yield closure

    goal = closure.problem.goal
    assert shortest_proof(closures(), goal, soon(), 0.0, pytest.fail) is not None
    assert len(looked_at) == TRACED
    looked_at.clear()
    assert shortest_proof(closures(), goal, soon(), 3600.0, pytest.fail) is not None
    assert len(looked_at) == 1


def test_after_long_tracebacks_no_further_closure_is_looked_at(
    closure: Closure, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = []

    def closures() -> Iterator[Closure]:
        for i in range(10):
            looked_at.append(i)
            yield closure

    monkeypatch.setattr(checked, "MOST_WORK", 0)
    assert shortest_proof(closures(), closure.problem.goal, soon(), 0.0, pytest.fail) is not None
    assert looked_at == [0]


def test_a_closure_whose_first_traceback_is_hopeless_is_traced_in_one_way(closure: Closure) -> None:
    goal = closure.problem.goal
    whole = drafted(closure.diagram, closure.journal(), goal, None)
    assert not whole.is_plain
    again = drafted(closure.diagram, closure.journal(), goal, None, heaviest=whole.ways[0].first.weight)
    assert len(again.ways) == len(whole.ways)
    assert drafted(closure.diagram, closure.journal(), goal, None, heaviest=0.0).is_plain


def test_of_closures_that_promise_as_much_two_are_shortened_and_one_is_written(
    closure: Closure, monkeypatch: pytest.MonkeyPatch
) -> None:
    shortened, written = list[float](), list[float]()
    shorten, write = checked.with_shortest, checked._written

    def shortening(draft: Draft, *rest: object) -> Draft:
        found = shorten(draft, *rest)  # type: ignore[arg-type]
        shortened.append(found.weight)
        return found

    def writing(begun: checked._Begun, deadline: float) -> Proof:
        written.append(begun.draft.weight)
        return write(begun, deadline)

    monkeypatch.setattr(checked, "with_shortest", shortening)
    monkeypatch.setattr(checked, "_written", writing)
    assert shortest_proof([closure] * 3, closure.problem.goal, soon(), 0.0, pytest.fail) is not None
    assert len(shortened) == SHORTENED
    assert written == [min(shortened)]


def test_no_closure_gives_no_proof(closure: Closure) -> None:
    assert shortest_proof([], closure.problem.goal, soon(), 0.0, pytest.fail) is None
