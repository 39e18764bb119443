"""How a proof speaks of angles, and how much it says."""

from __future__ import annotations

from enum import Enum


class Style(str, Enum):
    """OLYMPIAD: directed angles, without what a reader sees in the figure. SCHOOL: undirected angles wherever the statement
    settles how the points lie, with the reason. DIRECTED: directed angles, and each line that a step takes for granted."""

    OLYMPIAD = "olympiad"
    SCHOOL = "school"
    DIRECTED = "directed"
