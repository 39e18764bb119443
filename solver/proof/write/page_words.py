"""The words of a proof's page that aren't the proof's own, for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class PageWords:
    """script: what the page says while it is used; {} and {name} stand for what it fills in."""

    given: str
    construct: str
    proof: str
    figure: str
    understood: str
    conditions: str
    theorems: str
    previous: str
    next: str
    all: str
    reset: str
    hint: str
    check: str
    check_hint: str
    script: Mapping[str, str]


ENGLISH = PageWords(
    given="Given",
    construct="Construct",
    proof="Proof",
    figure="Figure",
    understood="How porism understood it",
    conditions="Seen in the figure",
    theorems="Theorems cited by name",
    previous="‹ Previous",
    next="Next step ›",
    all="Show all",
    reset="Reset figure",
    hint="Drag the points with a ring; step with ↓ and ↑. Everything that is given stays true.",
    check="Check the numbers here",
    check_hint="Every claim of the certificate, computed in your browser.",
    script={
        "movable": "Point {}: drag it, or move it with the arrow keys",
        "fixed": "Point {}: determined by the others",
        "residuals": "What is given is off by {premises}, what is to be proved by {goal}.",
        "confirmed": "All {count} claims hold at the certificate's coordinates, to {error}.",
        "refuted": "These don't hold at the certificate's coordinates: {} (of {count} claims, to {error}).",
    },
)
