"""How many statements have a figure, and how long it takes to find it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from solver.diagram.build import build_diagram
from solver.errors import ParseError, PorismError
from solver.language.read import NamedStatement


@dataclass(frozen=True)
class FigureFound:
    """message: why there is none, empty where there is one in which the goal holds. seconds: to find out."""

    name: str
    seconds: float
    message: str = ""


@dataclass(frozen=True)
class FigureCount:
    """What came of many statements."""

    found: tuple[FigureFound, ...]

    @property
    def failures(self) -> tuple[FigureFound, ...]:
        return tuple(f for f in self.found if f.message)

    @property
    def share(self) -> float:
        """The share of statements that have a figure."""
        return 1 - len(self.failures) / len(self.found)

    @property
    def median(self) -> float:
        return statistics.median(f.seconds for f in self.found)

    @property
    def longest(self) -> float:
        return max(f.seconds for f in self.found)


def look_for_figure(
    statement: NamedStatement, seed: int, timeout: float, rewrite: Callable[[NamedStatement], NamedStatement]
) -> FigureFound:
    """timeout: seconds. rewrite: what is done to the statement before. What can't be read is a failure, too."""
    started = time.monotonic()
    try:
        problem = rewrite(statement).parse()
        started = time.monotonic()  # reading isn't what is measured
        build_diagram(problem, seed, started + timeout)
    except ParseError as error:
        return FigureFound(statement.name, 0.0, str(error))
    except PorismError as error:
        return FigureFound(statement.name, time.monotonic() - started, str(error))
    return FigureFound(statement.name, time.monotonic() - started)


def count_figures(
    statements: Sequence[NamedStatement],
    seed: int,
    timeout: float,
    rewrite: Callable[[NamedStatement], NamedStatement] = lambda statement: statement,
    observe: Callable[[FigureFound], None] = lambda found: None,
) -> FigureCount:
    """Looks for figures of the statements, one after the other; there is at least one. observe: called with each result."""
    found = []
    for statement in statements:
        found.append(look_for_figure(statement, seed, timeout, rewrite))
        observe(found[-1])
    return FigureCount(tuple(found))
