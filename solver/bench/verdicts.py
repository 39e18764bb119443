"""Where the goals of many statements hold, before anything is proved (`solver.verdict.survey`)."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from solver.errors import ParseError
from solver.language.problem import Problem
from solver.language.read import NamedStatement
from solver.statements.predicates import EXPLORE
from solver.verdict.survey import Holds, survey
from solver.verdict.words import case_in_words


@dataclass(frozen=True)
class Seen:
    """One goal of a statement. message: what the figures say where it doesn't hold in all of them; holds: None where the
    statement can't be read. seconds: of the processor."""

    name: str
    holds: Holds | None
    figures: int
    seconds: float
    message: str = ""


@dataclass(frozen=True)
class VerdictCount:
    seen: tuple[Seen, ...]

    @property
    def exceptions(self) -> tuple[Seen, ...]:
        """Goals that don't hold everywhere."""
        return tuple(one for one in self.seen if one.holds is not Holds.EVERYWHERE)

    def table(self) -> dict[str, int | float]:
        """How many goals of each kind; seconds of the processor for one."""
        kinds = Counter(one.holds.value if one.holds is not None else "unread" for one in self.seen)
        seconds = [one.seconds for one in self.seen] or [0.0]
        return {
            "goals": len(self.seen), **dict(sorted(kinds.items())),
            "seconds_median": round(statistics.median(seconds), 3), "seconds_max": round(max(seconds), 3),
        }  # fmt: skip


def look_at_verdicts(statements: Iterable[NamedStatement]) -> Iterator[Seen]:
    """One for each goal; statements that give their coordinates, or ask what can be said, have no verdict and are left out."""
    for statement in statements:
        try:
            goals: Sequence[Problem] = statement.parse().parts()
        except ParseError as error:
            yield Seen(statement.name, None, 0, 0.0, str(error))
            continue
        yield from (_seen(statement.name, p) for p in goals if p.goal.predicate is not EXPLORE and not p.coordinates)


def _seen(name: str, problem: Problem) -> Seen:
    started = time.process_time()
    found = survey(problem)
    seconds = time.process_time() - started
    if found.holds is Holds.EVERYWHERE:
        return Seen(name, found.holds, found.figures, seconds)
    cases = "; ".join(f"{case_in_words(problem, case)} ({case.count})" for case in found.cases)
    said = f"{found.holds.value}, in {found.figures} figures of {found.attempts} attempts"
    return Seen(name, found.holds, found.figures, seconds, f"{said}: {cases}" if cases else said)
