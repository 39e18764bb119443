"""Workers that hang or die cost their problem only."""

from __future__ import annotations

import os
import signal
import time
from contextlib import closing
from multiprocessing import active_children

import pytest

from solver.bench.attempt import Answer, attempt, illustrated
from solver.bench.workers import PAPERWORK, Task, _answer, _Worker, run_tasks
from solver.language.read import NamedStatement
from tests.bench.statements import problems
from tests.cli.command import grid

PROVED = problems()[1]


def tasks(count: int) -> list[Task]:
    return [Task(NamedStatement(f"p{i}", PROVED.text), 10.0, 0) for i in range(count)]


def test_all_answers_come() -> None:
    names = [answer.record["name"] for answer in run_tasks(tasks(5), 2) if answer.certificate]
    assert sorted(names) == [f"p{i}" for i in range(5)]
    assert not active_children()


def test_no_more_workers_than_tasks() -> None:
    with closing(run_tasks(tasks(1), 8)) as answers:
        next(answers)
        assert len(active_children()) == 1


def test_stopping_early_stops_the_workers() -> None:
    with closing(run_tasks(tasks(6), 2)) as answers:
        next(answers)
    assert not active_children()


def test_a_worker_that_hangs_is_killed_and_replaced() -> None:
    hanging = Task(NamedStatement("heavy", grid()), 0.1, 0)
    answers = {a.record["name"]: a.record for a in run_tasks([hanging, *tasks(1)], 1)}
    assert answers["heavy"]["status"] == "timeout"
    assert answers["heavy"]["seconds"] >= 0.1
    assert answers["p0"]["status"] == "proved"


def test_workers_that_die_cost_their_problems_only() -> None:
    answers = []
    for answer in run_tasks(tasks(8), 2):
        answers.append(answer.record)
        if len(answers) == 2:
            for worker in active_children():
                assert worker.pid is not None
                os.kill(worker.pid, signal.SIGKILL)
    assert sorted(r["name"] for r in answers) == [f"p{i}" for i in range(8)]
    died = [r for r in answers if r["status"] == "error"]
    assert 1 <= len(died) <= 2
    assert all(r["message"].startswith("the process died") for r in died)
    assert sum(r["status"] == "proved" for r in answers) == 8 - len(died)


def test_an_idle_worker_that_dies_costs_nothing() -> None:
    answers = []
    for answer in run_tasks(tasks(3), 1):
        answers.append(answer.record)
        if len(answers) == 1:
            (worker,) = active_children()
            os.kill(worker.pid or 0, signal.SIGKILL)
            worker.join()
    assert [r["name"] for r in answers] == ["p0", "p1", "p2"]
    assert [r["status"] for r in answers] == ["proved", "proved", "proved"]


def test_a_defect_of_the_program_is_a_record_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def defective(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("solver.bench.attempt.prove", defective)
    answer, result = attempt(PROVED, 1.0, 7)
    assert (answer.record["status"], answer.record["message"]) == ("error", "a defect: ZeroDivisionError: oh")
    assert (answer.record["seed"], answer.certificate, result) == (7, "", None)


def test_a_proof_that_cant_be_written_out_is_still_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def defective(*_: object) -> str:
        raise ZeroDivisionError("oh")

    answer, result = attempt(PROVED, 10.0, 0)
    monkeypatch.setattr("solver.proof.proof.Proof.text", defective)
    written = illustrated(answer, result)
    assert (written.record["status"], written.certificate) == ("proved", answer.certificate)
    assert written.record["message"] == "not written out: a defect: ZeroDivisionError: oh"
    assert (written.words, written.figure) == ("", "")


class _Slow:
    """A worker's end of the pipe, and its process: the result comes, words and figure never do."""

    exitcode = -9

    def __init__(self, *messages: Answer) -> None:
        self.messages = list(messages)
        self.is_killed = False

    def recv(self) -> Answer:
        if not self.messages:
            raise EOFError
        return self.messages.pop(0)

    def kill(self) -> None:
        self.is_killed = True

    def join(self) -> None:
        pass


@pytest.mark.parametrize("dies", [True, False])
def test_words_and_figure_that_dont_come_cost_no_result(dies: bool) -> None:
    found = Answer({"name": "p0", "status": "proved"}, "certificate")
    end = _Slow(found)
    worker = _Worker(end, end)  # type: ignore[arg-type]
    worker.task, worker.started, worker.deadline = tasks(1)[0], time.monotonic(), time.monotonic() + 10
    assert _answer(worker, is_ready=True) is None
    assert worker.deadline > time.monotonic() + PAPERWORK / 2
    if not dies:
        assert _answer(worker, is_ready=False) is None
        worker.deadline = time.monotonic() - 1
    assert _answer(worker, is_ready=dies) == found
    assert end.is_killed is not dies
