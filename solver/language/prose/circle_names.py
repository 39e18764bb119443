"""Circles that are called like points, `circles C_1 and C_2`: wherever the name stands, it is that of the circle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.language.prose.tokens import Kind, Token

#: Letters of circles, with a number; O_1 is a center.
_CALLED = re.compile(r"[CKSW]_\w+")
#: What stands before points.
_BEFORE_POINTS = frozenset(["center", "centers", "centre", "centres", "point", "points", "vertex", "vertices"])


def with_circle_names(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with names in place of points that are circles and nothing else."""
    names = set(_after_circle(tokens)) - set(_points(tokens))
    return [replace(t, kind=Kind.NAME, points=()) if t.kind is Kind.RUN and t.text in names else t for t in tokens]


def _after_circle(tokens: Sequence[Token]) -> Iterator[str]:
    """What `circle` or `circles` is followed by, one or several names."""
    for i, token in enumerate(tokens):
        if token.kind is Kind.WORD and token.text in ("circle", "circles"):
            k = i + 1
            while k < len(tokens) and (tokens[k].kind is Kind.RUN or tokens[k].text in ("and", ",")):
                if _CALLED.fullmatch(tokens[k].text):
                    yield tokens[k].text
                k += 1


def _points(tokens: Sequence[Token]) -> Iterator[str]:
    """What is a point for certain: part of a segment, or called so."""
    for last, token in zip((None, *tokens), tokens, strict=False):
        if len(token.points) > 1 or (last is not None and last.text in _BEFORE_POINTS):
            yield from token.points
