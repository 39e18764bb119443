"""A proof by coordinates in words: which points are free, and which ones these determine."""

from __future__ import annotations

from solver.coordinates.figure import plan
from solver.proof.context import Context
from solver.proof.steps import Step
from solver.statements.predicates import Statement, named_in


def placed_in_words(step: Step, context: Context) -> tuple[str, str]:
    """`by coordinates: A, B, C may be anywhere, D anywhere on a line or circle and this determines P`.

    Only that the points are placed, where an order of construction doesn't say it all: a later premise restricts earlier points.
    """
    voice, phrases = context.voice, context.voice.phrases
    given = [claim for use in step.uses if isinstance(claim := context.steps[use].claim, Statement)]
    placed = plan(given, step.points, sorted(named_in(step.claim))).steps
    if any(s.checks or s.pencil for s in placed) or len(placed) != len(step.points):
        return context.with_refs(phrases.hows[step.rule], step.uses), ""
    free, on_curves, determined = ([s.point for s in placed if s.freedom == k] for k in (2, 1, 0))
    templates = ((phrases.free, free), (phrases.on_curves, on_curves), (phrases.determined, determined))
    said = voice.enumerated([template.format(points=voice.listed(some)) for template, some in templates if some])
    return context.with_refs(phrases.by_coordinates.format(placed=said), (*step.uses, *context.unit)), ""
