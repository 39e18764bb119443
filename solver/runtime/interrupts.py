"""Ctrl-C while processes begin: it is for the process that begins them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Processes that are begun within inherit that Ctrl-C is blocked; here it comes when the block is left.

    Windows blocks no signals, and tells every process of a console of a Ctrl-C: a process that is still loading then ends,
    and who waits for its first word finds its pipe closed.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker  # not on Windows

    resource_tracker.ensure_running()  # it would unblock the signal if it were begun within
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
