"""Proofs and their certificates."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace

from solver.checking import check_certificate as check
from solver.errors import CertificateError, ParseError
from solver.language.convert import goal_in_words, understood
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proving import DEFAULT_SEARCH, Result, prove
from solver.search.budget import Memory, SearchReport
from solver.service.answers import CertificateChecked, Configuration, GoalProved, Progress, StatementProved
from solver.statements.predicates import EXPLORE

#: The part of its time that a call spends before writing its answer.
MARGIN = 0.9
#: Bytes that the search of one call may take.
SEARCH_MEMORY = 600_000_000


def prove_statement(
    text: str,
    name: str,
    seconds: float,
    seed: int,
    has_search: bool,
    observe: Callable[[Progress], None] = lambda progress: None,
) -> StatementProved:
    """Raises ParseError; ConstructionError where there is no figure."""
    return _proved(parse_statement(text, name), seconds, seed, has_search, observe)


def find_value(
    text: str,
    name: str,
    seconds: float,
    seed: int,
    observe: Callable[[Progress], None] = lambda progress: None,
) -> StatementProved:
    """The value that a statement asks for, with a proof. Raises ParseError, also where the statement asks for none."""
    problem = parse_statement(text, name)
    if not any(goal.statement.predicate.is_question for goal in problem.goals):
        raise ParseError("the statement asks for no value", None, "end it with what to find, such as find ∠ A B C")
    return _proved(problem, seconds, seed, True, observe)


def _proved(
    problem: Problem, seconds: float, seed: int, has_search: bool, observe: Callable[[Progress], None]
) -> StatementProved:
    begun = time.monotonic()
    return answer_of(result_of(problem, seconds, seed, has_search, observe), time.monotonic() - begun)


def result_of(
    problem: Problem, seconds: float, seed: int, has_search: bool, observe: Callable[[Progress], None]
) -> Result:
    """What comes of a problem. Raises ParseError where it has nothing to prove; ConstructionError where there is no figure."""
    if problem.goal.predicate is EXPLORE:
        raise ParseError("the statement asks what can be said", None, "call explore, or end it with what to prove")
    begun = time.monotonic()

    def report(search: SearchReport) -> None:
        observe(Progress(search.closures, round(time.monotonic() - begun, 3), tuple(search.by_depth), search.one_point))

    budget = replace(DEFAULT_SEARCH, memory=Memory.of(SEARCH_MEMORY)) if has_search else None
    return prove(problem, timeout=seconds * MARGIN, seed=seed, search=budget, observe=report)


def answer_of(result: Result, seconds: float) -> StatementProved:
    problem = result.problem
    goals = tuple(
        _goal(goal_in_words(problem, goal), part) for goal, part in zip(problem.goals, result.each, strict=True)
    )
    return StatementProved(problem.name, result.status.value, result.reason, understood(problem), goals, seconds)


def _goal(goal: str, result: Result) -> GoalProved:
    proof = result.proof
    configurations = tuple(
        Configuration(
            "" if case.goal is None else str(case.goal), tuple(map(str, case.condition)), case.count,
            case.figure.as_dict(),
        )
        for case in result.cases
    )  # fmt: skip
    return GoalProved(
        goal,
        result.status.value,
        result.reason,
        proof.text() if proof is not None else "",
        len(proof) if proof is not None else 0,
        tuple(clause.text() for clause in proof.auxiliary) if proof is not None else (),
        proof.to_json() if proof is not None else "",
        tuple(map(str, result.hypotheses)),
        result.note,
        result.answer.text if result.answer is not None else "",
        result.counterexample,
        configurations,
    )


def check_certificate(certificate: str) -> CertificateChecked:
    """Raises CertificateError only where the text is no certificate at all."""
    try:
        value = json.loads(certificate)
    except (ValueError, RecursionError) as error:
        raise CertificateError(f"the certificate is not JSON: {error}") from None
    if not isinstance(value, dict) or "format" not in value:
        raise CertificateError("this is no certificate: give what prove has returned as one")
    try:
        report = check(certificate)
    except CertificateError as error:
        return CertificateChecked(False, error.message, error.step)
    return CertificateChecked(
        True, f"accepted: {report.steps} steps, {report.diagrams} figures of its own, {report.digits} digits", "",
        report.name, tuple(report.given), report.proved, tuple(report.conditions), report.steps, tuple(report.theorems),
    )  # fmt: skip
