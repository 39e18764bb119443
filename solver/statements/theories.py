"""The table of theories: the four kinds of linear equations.

The core's enumeration is made from it (solver/core/tables.py, which CMake runs: so this module needs the standard library only).
"""

from __future__ import annotations

from enum import Enum


class Theory(Enum):
    """What the quantities of an equation are; see `solver.statements.equation`. The values are what certificates write."""

    DIRECTION = "direction"
    LOG = "log"
    LENGTH = "length"
    SQUARE = "square"
