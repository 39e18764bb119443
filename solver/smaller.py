"""Making a collection as small as it can be: large parts are left out first, then ever smaller ones.

Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", IEEE TSE 2002.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def ever_smaller(
    whole: Sequence[T], suffices: Callable[[Sequence[T]], bool], without: Callable[[Sequence[T], range], Sequence[T]]
) -> Iterator[Sequence[T]]:
    """Ever smaller parts that suffice, the whole first; the last one has no element to spare.

    without: a part without the elements of these numbers, nor those behind them that need them.
    """
    kept = whole
    yield kept
    size = max(1, len(kept) // 2)
    while kept:
        end = len(kept)
        while end > 0:
            dropped = range(max(0, end - size), end)
            fewer = without(kept, dropped)
            end = dropped.start
            if len(fewer) < len(kept) and suffices(fewer):
                kept = fewer
                end = min(end, len(kept))
                yield kept
        if size == 1:
            return
        size //= 2
