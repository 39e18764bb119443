"""A chart: what rules of a grammar found at each token, kept, so that parsing takes polynomial time.

A rule is a method that yields readings, each with the token after it, the preferred ones first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeVar

#: How many readings that begin at a token with one rule are kept, the preferred ones first.
MOST_READINGS = 10
#: A sentence that needs more steps is given up.
MOST_STEPS = 150_000

T = TypeVar("T")
Readings = list[tuple[T, int]]


class TooHard(Exception):
    """The sentence needs more steps than are allowed."""


class Chart:
    """What was found, how many steps it took, and the farthest token that a reading reached."""

    def __init__(self, most_steps: int = MOST_STEPS) -> None:
        self.most_steps = min(most_steps, MOST_STEPS)
        self.chart: dict[Any, Any] = {}
        self.steps = 0
        self.farthest = 0


def kept(rule: Callable[..., Iterator[tuple[T, int]]]) -> Callable[..., Readings[T]]:
    """Each rule is tried once for each place and its arguments; one reading is kept for each end."""
    name = rule.__name__

    @wraps(rule)
    def once(self: Chart, i: int, *arguments: Any) -> Readings[T]:
        key = (name, i, *arguments)
        found: Readings[T] | None = self.chart.get(key)
        if found is None:
            self.chart[key] = []  # a rule that comes back to itself at the same place finds nothing there
            found = []
            ends: set[int] = set()
            for reading in rule(self, i, *arguments):
                self.steps += 1
                if self.steps > self.most_steps:
                    raise TooHard
                if reading[1] not in ends:
                    ends.add(reading[1])
                    found.append(reading)
                    if len(found) >= MOST_READINGS:
                        break
            self.chart[key] = found
            self.farthest = max((self.farthest, *ends))
        return found

    return once
