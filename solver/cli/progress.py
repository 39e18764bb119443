"""What a search shows while it goes on, on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.status import Status

from solver.search.tree import SearchReport


@contextmanager
def search_progress() -> Iterator[Callable[[SearchReport], None]]:
    """An observer for `prove`: one line on standard error; nothing where that is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda report: None
        return
    with Status("proving", console=console) as status:
        yield lambda report: status.update(
            f"searching: {report.closures:,} closures, {report.rate:,.0f}/s, "
            f"{len(report.by_depth)} auxiliary points deep, {report.seconds:.0f} s"
        )
