"""What the package does beyond `solver`: takes text, files and proofs as they come."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from solver.checker import CheckReport, TheoremStatement
from solver.checking import check_certificate
from solver.cli.sources import read_suite
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.readings import settled
from solver.errors import FalseStatement
from solver.explore.explore import Exploration
from solver.explore.explore import explore as explore_problem
from solver.explore.known import Known
from solver.language.problem import UNNAMED, Problem
from solver.language.read import NamedStatement, parse_statement
from solver.language.read import read_problems as read_text
from solver.proof.proof import Proof
from solver.service import exploring
from solver.service.answers import PointsTried, StatementChecked
from solver.service.lint import check_statement
from solver.store.figures import figure_of
from solver.store.known import search as search_known
from solver.store.known import sql as sql_known
from solver.store.query import Condition, Found, Order, Query

from .figure import Figure


def read_problems(source: str | Path, name: str = UNNAMED) -> list[NamedStatement]:
    """The statements of a file or folder (a Path), or of a text (a str). Raises ParseError, OSError.

    name: of a statement in a text that doesn't name it.
    """
    return read_suite(source) if isinstance(source, Path) else read_text(source, name)


def draw(problem: Problem | str, *, seed: int = 0, timeout: float = 60.0) -> Figure:
    """A figure of the statement: a counterexample, if its goal is false. timeout: in seconds.

    Raises ParseError where the statement can't be read, ConstructionError where no figure is found, DeadlineExceeded.
    """
    problem = settled(parse_statement(problem) if isinstance(problem, str) else problem, seed)
    try:
        return Figure(problem, build_diagram(problem, seed, time.monotonic() + timeout))
    except FalseStatement as false:
        places = np.array([false.counterexample[p] for p in problem.points])
        return Figure(problem, Diagram(problem.points, places, seed), holds=False)


def explore(problem: Problem | str, *, timeout: float = 60.0, seed: int = 0) -> Exploration:
    """What can be said: facts that hold in the figure and follow from what is given, with their proofs, the best first."""
    problem = parse_statement(problem) if isinstance(problem, str) else problem
    return explore_problem(problem, timeout=timeout, seed=seed)


def facts(problem: Problem | str, *, timeout: float = 20.0, seed: int = 0) -> Known:
    """All that follows from what is given, by deduction alone: iterate over it, or ask whether it `entails` a claim.

    Raises ParseError, ConstructionError where there is no figure, DeadlineExceeded.
    """
    problem = parse_statement(problem) if isinstance(problem, str) else problem
    return Known.of(problem, timeout, seed)


def lint(statement: str, *, timeout: float = 10.0) -> StatementChecked:
    """Whether a statement is true, told by many figures of what is given; nothing is proved. timeout: in seconds.

    A text that isn't understood is a verdict, too: nothing is raised for it.
    """
    return check_statement(NamedStatement("statement", statement), timeout)


def try_points(statement: str, points: str, *, timeout: float = 20.0, seed: int = 0) -> PointsTried:
    """What follows with auxiliary points of your own, without any search.

    points: how they are constructed, in the statement's language: `M midpoint of A B`. Raises ParseError, also where they
    say something about the statement's own points; ConstructionError where there is no figure.
    """
    return exploring.try_points(statement, points, "statement", timeout, seed)


def search(
    *words: str,
    where: Sequence[str] = (),
    like: Problem | str | None = None,
    order: str | None = None,
    count: int = 20,
    store: Path | None = None,
    timeout: float = 20.0,
) -> list[Found]:
    """Problems and theorems that are known: the collection, and those of your store. The best first, each a `Found`.

    words: each is part of the name, title, source, tags or texts. where: conditions that all hold, such as "auxiliary=1" or
    "difficulty>6" (docs/known.md lists the columns). like: those with a figure like this one come first. order: a column, with a
    minus for the greatest first. store: another than yours. Raises ParseError, StoreError, ConstructionError.
    """
    vector = None if like is None else figure_of(_parsed(like), timeout).likeness.vector()
    conditions = tuple(map(Condition.parse, where))
    query = Query(words, conditions, vector, order=Order.parse(order) if order else None, count=count)
    return list(search_known(query, store).found)


def similar(
    problem: Problem | str,
    *,
    where: Sequence[str] = (),
    count: int = 5,
    store: Path | None = None,
    timeout: float = 20.0,
) -> list[Found]:
    """What is known with figures most like that of the problem, the nearest first. Arguments and errors as for `search`."""
    return search(where=where, like=problem, count=count, store=store, timeout=timeout)


def sql(query: str, *, store: Path | None = None) -> list[dict[str, Any]]:
    """The rows of a query in DuckDB's SQL over the tables `entries` and `runs`; it reads only. Raises StoreError."""
    names, rows = sql_known(query, store)
    return [dict(zip(names, row, strict=True)) for row in rows]


def check(
    certificate: Proof | str,
    *,
    diagrams: int = 3,
    digits: int = 50,
    theorems: Mapping[str, TheoremStatement] | None = None,
) -> CheckReport:
    """Let the independent checker verify a proof, or a certificate as JSON. Raises CertificateError where it refuses.

    diagrams: fresh figures to verify it in. digits: of the numeric check. theorems: those that it may cite, by id; None:
    the library's.
    """
    text = certificate.to_json() if isinstance(certificate, Proof) else certificate
    return check_certificate(text, diagrams=diagrams, digits=digits, theorems=theorems)


def _parsed(problem: Problem | str) -> Problem:
    return parse_statement(problem) if isinstance(problem, str) else problem
