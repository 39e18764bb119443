"""Problems of suites by their forms: what must not be in training data, and whether it is.

A suite's problem is drawn and closed like one to be proved, so that a question has its answer and an angle its sense.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from solver.deduction.closure import Outcome, close
from solver.diagram.pair import draw_pair
from solver.errors import DeadlineExceeded, PorismError
from solver.knowledge.library import run_by_default
from solver.language.problem import Problem
from solver.language.read import NamedStatement
from solver.records.canonical import canonical_form
from solver.records.dataset import Dataset
from solver.records.known import known_form
from solver.runtime.executors import Executor, in_order
from solver.statements.predicates import EXPLORE

#: Seconds for the figure of a problem and for its closure, and problems in a batch.
SECONDS, BATCH = 20.0, 8


@dataclass(frozen=True)
class Forms:
    """The forms of a suite's problem; empty where it has none, and then the reason."""

    name: str
    canonical: str = ""
    known: str = ""
    missing: str = ""


@dataclass(frozen=True)
class Overlap:
    """found: problems that are in the data, with the number of a row of the same form. unknown: those without a form."""

    problems: int
    found: tuple[tuple[Forms, int], ...]
    unknown: tuple[Forms, ...]


def forms_of(statement: NamedStatement, seed: int = 0) -> list[Forms]:
    """Both forms of a problem, or why one is missing: one entry a goal."""
    try:
        parts = statement.parse().parts()
    except PorismError as error:
        return [Forms(statement.name, missing=str(error))]
    return [_forms_of(statement.name, part, seed) for part in parts]


def _forms_of(name: str, problem: Problem, seed: int) -> Forms:
    if problem.goal.predicate is EXPLORE:
        return Forms(name, missing="it has no goal")
    canonical = ""
    try:
        if not problem.senses and not problem.goal_senses:
            canonical = canonical_form(problem.premises, problem.goal)
        drawn = draw_pair(problem, seed, time.monotonic() + SECONDS)
        problem, goal = drawn.problem, drawn.goal
        if goal is None:
            raise PorismError("the value asked for is no simple number")
        canonical = canonical_form(problem.premises, goal)
        closure = close(problem, drawn.diagrams, timeout=SECONDS, theorems=run_by_default())
        if closure.outcome is Outcome.TIMEOUT:
            raise DeadlineExceeded("timeout: the closure was not complete")
        return Forms(name, canonical, known_form(closure, goal))
    except PorismError as error:
        return Forms(name, canonical, missing=str(error))


def forms_of_all(statements: Sequence[NamedStatement], executor: Executor) -> list[Forms]:
    """One entry a goal, in their order."""
    parts = [statements[i : i + BATCH] for i in range(0, len(statements), BATCH)]
    tasks: Iterable[Callable[[], list[Forms]]] = (partial(_forms, part) for part in parts)
    return [forms for batch in in_order(executor, iter(tasks)) for forms in batch]


def _forms(statements: Sequence[NamedStatement]) -> list[Forms]:
    return [forms for statement in statements for forms in forms_of(statement)]


def excluded(forms: Iterable[Forms]) -> frozenset[str]:
    """What `RunOptions.exclude` takes."""
    return frozenset(form for f in forms for form in (f.canonical, f.known) if form)


def overlap(data: Dataset, forms: Collection[Forms]) -> Overlap:
    """Which problems are in the data, by either form. Raises PorismError where the data's forms are of another version."""
    data.require_labelling()
    rows: dict[str, int] = {}
    for name in ("canonical", "known_form"):
        for number, form in enumerate(data.column(name)):
            rows.setdefault(form, number)
    found = [
        (f, rows[form]) for f in forms for form in [next((x for x in (f.canonical, f.known) if x in rows), "")] if form
    ]
    return Overlap(len(forms), tuple(found), tuple(f for f in forms if f.missing))
