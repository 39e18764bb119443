"""Circles that are called like points, `circles C_1 and C_2`: wherever the name stands, it is that of the circle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.language.prose.tokens import Kind, Token

#: Letters of circles, with a number; O_1 is a center.
_CALLED = re.compile(r"[CKSW]_\w+")
#: How soon after `(c) be` it is said to be a circle.
CIRCLE_WITHIN = 5
_CIRCLES = frozenset(["circle", "circumcircle", "incircle", "excircle", "semicircle"])
#: What stands before points.
_BEFORE_POINTS = frozenset(["center", "centers", "centre", "centres", "point", "points", "vertex", "vertices"])


def with_circle_names(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with names in place of points that are circles and nothing else, and without brackets around names of circles."""
    tokens = _unbracketed(tokens)
    names = set(_after_circle(tokens)) - set(_points(tokens))
    return [replace(t, kind=Kind.NAME, points=()) if t.kind is Kind.RUN and t.text in names else t for t in tokens]


def _unbracketed(tokens: Sequence[Token]) -> list[Token]:
    """`Let (c), (c_1) be the circumcircles of …`: wherever a name stands in brackets that is that of a circle, it is the circle."""
    starts = [i for i in range(len(tokens) - 2) if _is_bracketed(tokens, i)]
    called = {tokens[i + 1].text for i in starts if _names_circle(tokens, i, starts)}
    left_out = {k for i in starts if tokens[i + 1].text in called for k in (i, i + 2)}
    return [t for i, t in enumerate(tokens) if i not in left_out]


def _is_bracketed(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].text == "(" and tokens[i + 1].kind is Kind.NAME and tokens[i + 2].text == ")"


def _names_circle(tokens: Sequence[Token], i: int, starts: Sequence[int]) -> bool:
    """Whether `(c)` stands before `be`, or in a list that does; and circles are spoken of in what comes next."""
    k = i + 3
    while k < len(tokens) and (tokens[k].text in (",", "and") or k in starts):
        k += 3 if k in starts else 1
    after = [t.text for t in tokens[k : k + CIRCLE_WITHIN]]
    return after[:1] in (["be"], ["is"]) and any(word.rstrip("s") in _CIRCLES for word in after)


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
