"""Time limits: a deadline is a moment on time.monotonic(), None where there is no limit."""

from __future__ import annotations

import time

from solver.errors import DeadlineExceeded

#: A longer limit is as good as none (seconds).
LONGEST = 1e6


def deadline_in(seconds: float) -> float:
    """The moment when this much time has passed from now."""
    return time.monotonic() + min(seconds, LONGEST)


def check_deadline(deadline: float | None, doing: str) -> None:
    """Raises DeadlineExceeded where the deadline has passed; `doing` completes "the time limit ran out while …"."""
    if deadline is not None and time.monotonic() > deadline:
        raise DeadlineExceeded(f"timeout: the time limit ran out while {doing}")
