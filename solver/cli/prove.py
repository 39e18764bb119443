"""`porism prove`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from solver.cli.figures import drawing_for, numbered, require_places, save_figure
from solver.cli.isolated import run_observed
from solver.cli.options import (
    Assume,
    Format,
    Goal,
    Jobs,
    MemoryLimit,
    Name,
    NoSearch,
    OutFile,
    PolicyName,
    ProofForm,
    ProofLanguage,
    ProofStyle,
    Quiet,
    SearchBudget,
    Seed,
    Source,
    Theorems,
    Threads,
    Timeout,
    Trust,
    Without,
)
from solver.cli.progress import search_progress
from solver.cli.report import Report, report_on, statement_read
from solver.cli.search_options import HowToProve, allowed_theorems, search_budget, strategy_for, threads_of_use
from solver.cli.sources import read_source, write
from solver.errors import DeadlineExceeded, ProcessDied
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem
from solver.language.prose.recognize import is_chinese
from solver.policy.default import BEST
from solver.proof.phrases.phrases import Tongue
from solver.proof.style import Style
from solver.proof.write.form import Form, form_for
from solver.proving import Method, Result, Status
from solver.proving import prove as run_prove
from solver.search.budget import MEGABYTE, MEMORY, Budget, SearchReport
from solver.statements.predicates import EXPLORE
from solver.verdict.survey import survey

if TYPE_CHECKING:
    from solver.search.strategy import Strategy


def prove(
    source: Source,
    name: Name = None,
    goal: Goal = None,
    timeout: Timeout = 60.0,
    seed: Seed = 0,
    jobs: Jobs = 1,
    threads: Threads = 1,
    format: ProofForm = None,
    language: ProofLanguage = None,
    style: ProofStyle = Style.OLYMPIAD,
    out: OutFile = None,
    figure: Annotated[
        Path | None, typer.Option("--figure", help="draw the proof's figure, or the counterexample: .svg, .png or .ggb")
    ] = None,
    method: HowToProve = Method.AUTO,
    no_search: NoSearch = False,
    search_closures: SearchBudget = None,
    memory_limit: MemoryLimit = MEMORY // MEGABYTE,
    policy: PolicyName = BEST,
    theorems: Theorems = None,
    without: Without = None,
    trust: Trust = False,
    quiet: Quiet = False,
    assume: Annotated[
        Assume | None,
        typer.Option("--assume", help="if the goal depends on the figure, prove it for the first kind of figures"),
    ] = None,
) -> None:
    """Prove a problem. Exit code 0: all its goals are proved and checked; 1: not, and the verdict says why."""
    started = time.monotonic()
    if figure is not None:
        drawing_for(figure)  # refuses a suffix that isn't known before the work begins
    problem = read_source(source, name, goal)
    require_places(figure, out)
    told = language or (Tongue.CHINESE if is_chinese(problem.text) else Tongue.ENGLISH)
    form = form_for(out) if format is None else format
    if problem.goal.predicate is EXPLORE:
        from solver.cli.exploring import say_what_can_be_said

        say_what_can_be_said(problem, timeout, seed, Format.JSON if form is Form.JSON else Format.TEXT, out)
        return
    try:
        budget = search_budget(no_search, search_closures, memory_limit)
        allowed = allowed_theorems(theorems, trust, without)
        strategy = strategy_for(policy)
        used = threads_of_use(max(threads, jobs))
        reading = time.monotonic() - started
        left = max(0.0, timeout - reading)
        work = partial(
            _prove, problem, left, seed, budget, used, strategy, allowed, method, form, told, style, figure, assume
        )
        with search_progress() as observe:
            report = run_observed(work, left, observe)
    except DeadlineExceeded as late:
        report = report_on(Result(problem, Status.TIMEOUT, late.message), seed, form, told, style)
    except ProcessDied as died:
        report = report_on(Result(problem, Status.UNPROVED, died.message), seed, form, told, style)
    is_text = form is Form.TEXT
    if report.is_written:
        write(f"{statement_read(problem, told)}{report.text}" if is_text and not quiet else report.text, out)
    else:
        sys.stderr.write(report.text)
    timings = replace(report.timings, reading=reading)
    print(f"{report.verdict}\n({timings.in_words()})", file=sys.stdout if is_text else sys.stderr)
    if figure is not None:
        for drawn, path in zip(report.figures, numbered(figure, len(report.figures)), strict=True):
            save_figure(drawn, path)
    raise typer.Exit(0 if report.is_proved else 1)


def _prove(
    problem: Problem,
    timeout: float,
    seed: int,
    search: Budget | None,
    threads: int,
    strategy: Strategy | None,
    theorems: tuple[Theorem, ...],
    method: Method,
    form: Form,
    language: Tongue,
    style: Style,
    figure: Path | None,
    assume: Assume | None,
    observe: Callable[[SearchReport], None],
) -> Report:
    begun = time.monotonic()
    stated = problem
    if assume is Assume.FIGURE:
        problem = _with_conditions(problem, timeout / 4)
        timeout -= time.monotonic() - begun
    result = run_prove(
        problem,
        timeout=timeout,
        seed=seed,
        search=search,
        threads=threads,
        strategy=strategy,
        observe=observe,
        theorems=theorems,
        method=method,
    )
    added = tuple(c for c in problem.conditions if c not in stated.conditions)
    return report_on(result.under(added), seed, form, language, style, figure)


def _with_conditions(problem: Problem, seconds: float) -> Problem:
    """The statement with what each of its goals needs to be said of the figure."""
    from solver.verdict.assume import with_condition

    goals = len(problem.goals)
    for number in range(goals):
        part = problem.parts()[number]
        assumed = with_condition(part, survey(part, time.monotonic() + seconds / goals))
        problem = problem if assumed is part else assumed
    return problem
