"""The proofs of a statement's goals, told one after the other: what was said before isn't said again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.proof.reading import Line, Reading


def together(readings: Sequence[Reading]) -> list[Reading]:
    """The readings as parts of one text: the statement stands above the first one, what angles are below the last one.

    A goal that the proof of an earlier one shows on its way is told to be shown there.
    """
    told: list[Reading] = []
    for number, reading in enumerate(readings):
        goes_on = number > 0 and _is_of_same_statement(reading, readings[number - 1])
        before = told if goes_on else []
        part = replace(reading, goes_on=goes_on) if goes_on else reading
        told.append(_shown_before(part, [r for r in before if _is_of_same_statement(r, reading)]))
    notes = [n for n, reading in enumerate(told) if reading.about_angles]
    last = {told[n].about_angles: n for n in notes}
    return [replace(r, angles_later=bool(r.about_angles) and last[r.about_angles] != n) for n, r in enumerate(told)]


def _is_of_same_statement(one: Reading, other: Reading) -> bool:
    return (one.name, one.stated, one.understood) == (other.name, other.stated, other.understood)


def _shown_before(reading: Reading, before: Sequence[Reading]) -> Reading:
    """The reading, or that an earlier proof has all of its lines."""
    lines = {line.words for line in reading.lines}
    for goal, earlier in enumerate(before, start=1):
        found = [line for line in earlier.steps if reading.steps and line.words == reading.steps[-1].words]
        if found and lines <= {line.words for line in earlier.lines}:
            words = reading.phrases.shown_before.format(line=found[0].number, goal=goal)
            return replace(
                reading, given=(), constructed=(), steps=(Line(1, words),), conditions=(), brief=(), theorems=()
            )
    return reading
