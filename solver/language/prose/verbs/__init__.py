"""Verbs, by what they state. Importing this enters each of them in the table of verbs."""

from solver.language.prose.verbs import (
    being,
    comparing,
    directing,
    forming,
    having,
    incidence,
    inclining,
    meeting,
    order,
    picturing,
    placing,
    ratios,
    shaping,
    touching,
)

__all__ = [
    "being",
    "comparing",
    "directing",
    "forming",
    "having",
    "incidence",
    "inclining",
    "meeting",
    "order",
    "picturing",
    "placing",
    "ratios",
    "shaping",
    "touching",
]
