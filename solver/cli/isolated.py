"""Work in a process of its own, so that the time limit and Ctrl-C hold whatever it is busy with.

The pipeline looks at the clock now and then; while it is inside compiled code, it can't. The process is a fork: it
starts in a few milliseconds and has all that the parent has. Where there is no fork (Windows) the work is done here.
What is shown of its progress is shown by the parent, which is still there to restore the terminal when the work is ended.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from solver.errors import DeadlineExceeded, PorismError, ProcessDied

T = TypeVar("T")
P = TypeVar("P")

#: Seconds over the limit after which the process is stopped.
GRACE = 0.3


def run_isolated(work: Callable[[], T], seconds: float) -> T:
    """What `work` returns; PorismErrors that it raises are raised here.

    Raises DeadlineExceeded where it takes longer than `seconds` (and a little), ProcessDied.
    """
    return run_observed(lambda _: work(), seconds, lambda _: None)


def run_observed(work: Callable[[Callable[[P], None]], T], seconds: float, observe: Callable[[P], None]) -> T:
    """The same of work that reports its progress: what it calls its argument with, `observe` is called with here."""
    if "fork" not in get_all_start_methods():
        return work(observe)
    context = get_context("fork")
    mine, theirs = context.Pipe(duplex=False)
    sys.stdout.flush()
    process = context.Process(target=_do, args=(theirs, work), daemon=True)
    process.start()
    theirs.close()
    try:
        result, error = _received(mine, time.monotonic() + seconds + GRACE, observe)
    except EOFError:
        process.join()
        raise ProcessDied(f"the process that did the work died (exit code {process.exitcode})") from None
    finally:
        process.kill()
        process.join()
        mine.close()
    if error is not None:
        raise error
    return result  # type: ignore[no-any-return]


def _received(pipe: Connection, deadline: float, observe: Callable[[P], None]) -> tuple[Any, PorismError | None]:
    """The result, or the error, after what is said of the progress. Raises DeadlineExceeded, EOFError."""
    while pipe.poll(max(0.0, deadline - time.monotonic())):
        is_progress, said = pipe.recv()
        if not is_progress:
            result, error = said
            return result, error
        observe(said)
    raise DeadlineExceeded("timeout: the time limit ran out and the work was stopped")


def _do(pipe: Connection, work: Callable[[Callable[[P], None]], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    try:
        pipe.send((False, (work(partial(_report, pipe)), None)))
    except PorismError as error:
        pipe.send((False, (None, error)))


def _report(pipe: Connection, progress: object) -> None:
    pipe.send((True, progress))
