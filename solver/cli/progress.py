"""What a search shows while it goes on, on a terminal, and what it had tried when it is interrupted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from solver.search.budget import SearchReport

if TYPE_CHECKING:
    from rich.status import Status


@contextmanager
def search_progress() -> Iterator[Callable[[SearchReport], None]]:
    """An observer: one line on standard error, nothing where that isn't a terminal; on Ctrl-C, what was tried.

    It belongs to the process that outlives the search: only that one can show the terminal's cursor again.
    """
    last = SearchReport()

    def observe(report: SearchReport) -> None:
        nonlocal last
        last = report
        if status is not None:
            status.update(
                f"searching: {report.closures:,} closures, {report.rate:,.0f}/s, "
                f"{len(report.by_depth)} steps deep, {report.seconds:.0f} s"
            )

    status = _started() if sys.stderr.isatty() else None
    try:
        yield observe
    except KeyboardInterrupt:
        if status is not None:
            status.stop()
        if last.closures:
            print(f"tried {last.in_words()}", file=sys.stderr)
        raise
    finally:
        if status is not None:
            status.stop()


def _started() -> Status:
    from rich.console import Console
    from rich.status import Status

    status = Status("proving", console=Console(stderr=True))
    status.start()
    return status
