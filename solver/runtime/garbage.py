"""How often a process looks for garbage: objects that refer to each other and nobody else to them."""

from __future__ import annotations

import atexit
import gc

#: Objects made and not freed between two looks: what is loaded for a command, which stays, is fewer.
SELDOM = 200_000


def look_seldom() -> None:
    """For a command that ends soon: at Python's own thresholds, looking takes a twentieth of a short run, and a last look at its
    end another tenth.
    """
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)  # what is frozen isn't looked at


def look_often() -> None:
    """For a server: what its calls leave behind is found soon, since what is there already is looked at no more.

    With the thresholds of `look_seldom` it grew by 4 KB a call, some sixty objects that each call leaves in cycles.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 10, 10)
