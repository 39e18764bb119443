"""Work in a process of its own, so that the time limit and Ctrl-C hold whatever it is busy with.

The pipeline looks at the clock now and then; while it is inside compiled code, it can't. The process is a fork: it
starts in a few milliseconds and has all that the parent has. Where there is no fork (Windows) the work is done here.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

from solver.errors import DeadlineExceeded, PorismError, ProcessDied

T = TypeVar("T")

#: Seconds over the limit after which the process is stopped.
GRACE = 0.3


def run_isolated(work: Callable[[], T], seconds: float) -> T:
    """What `work` returns; PorismErrors that it raises are raised here.

    Raises DeadlineExceeded where it takes longer than `seconds` (and a little), ProcessDied.
    """
    if "fork" not in get_all_start_methods():
        return work()
    context = get_context("fork")
    mine, theirs = context.Pipe(duplex=False)
    sys.stdout.flush()
    process = context.Process(target=_do, args=(theirs, work), daemon=True)
    process.start()
    theirs.close()
    try:
        if not mine.poll(seconds + GRACE):
            raise DeadlineExceeded("timeout: the time limit ran out and the work was stopped")
        result, error = mine.recv()
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


def _do(pipe: Connection, work: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    try:
        pipe.send((work(), None))
    except PorismError as error:
        pipe.send((None, error))
