"""Integer relations between real numbers of many digits, by lattice reduction (Lenstra, Lenstra and Lovász, 1982)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def integer_relation(context: Any, values: Sequence[Any], digits: int, surplus: int) -> list[int] | None:
    """Whole numbers c, not all 0, with Σ c·x = 0; None where there are none that are far simpler than chance allows.

    digits: to which the numbers are known, after the point. surplus: how many more of them must agree than the whole numbers
    have digits together.
    """
    import flint

    scale = context.mpf(10) ** digits
    count = len(values)
    rows = [[int(i == j) for j in range(count)] + [int(context.nint(v * scale))] for i, v in enumerate(values)]
    reduced = flint.fmpz_mat(rows).lll().tolist()
    first = [int(c) for c in min(reduced, key=lambda r: sum(int(c) ** 2 for c in r))]
    relation = first[:count]
    size = sum(len(str(abs(c))) for c in relation if c)
    if size + surplus > digits or not any(relation):
        return None
    return None if abs(first[count]) > 10 ** (max(len(str(abs(c))) for c in relation) + 6) else relation
