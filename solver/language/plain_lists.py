"""Lists that a sentence may mean as a whole, where the grammar reads a part of it so.

`perpendicular bisectors of B C, C A` are two bisectors; to the grammar they are a bisector and a line.
"""

from __future__ import annotations

from collections.abc import Sequence

from lark import Token, Tree

from solver.errors import ParseError
from solver.language.plain_phrase import Sort
from solver.language.plain_tokens import POINT, PlainToken
from solver.language.plain_trees import alternative_of, span_of, subtrees

#: Words that speak of several lines or circles.
_PLURALS = frozenset(
    (
        "bisectors", "perpendiculars", "parallels", "tangents", "altitudes", "medians", "circumcircles", "incircles",
        "diameters", "perpendicular-bisectors",
    )
)  # fmt: skip


def check_whole(tree: Tree[Token], sentence: Sequence[PlainToken]) -> None:
    """Refuse a list of which only the beginning was read as what it is. Raises ParseError."""
    for node in tree.iter_subtrees():
        children = subtrees(node)
        followers = [*children[1:], None]
        for child, after in zip(children, followers[: len(children)], strict=True):
            if not _is_described(child):
                continue
            words = sentence[child.meta.start_pos : child.meta.end_pos]
            plural = next((t.text for t in words if t.text.lower() in _PLURALS), None)
            if plural is not None:
                raise ParseError(
                    f"“{plural}” are several, and one of them is read here", span_of(child), _each_by_itself(words)
                )
            if after is not None and _is_bare(after, sentence) and words[-1].kind == POINT:
                said = " ".join(t.text for t in sentence[after.meta.start_pos : after.meta.end_pos])
                raise ParseError(
                    f"“{said}” could be a line, or go with what is before it", span_of(after),
                    f"write line {said}, or {_each_by_itself(words)}",
                )  # fmt: skip


def _is_described(tree: Tree[Token]) -> bool:
    alternative = alternative_of(tree)
    return alternative is not None and alternative.phrase.sort in (Sort.LINE, Sort.CIRCLE) and not alternative.names


def _is_bare(tree: Tree[Token], sentence: Sequence[PlainToken]) -> bool:
    """Whether a line is named by its two points, without the word."""
    return tree.data == "ends" and sentence[tree.meta.start_pos].kind == POINT


def _each_by_itself(words: Sequence[PlainToken]) -> str:
    said = " ".join(t.kind if t.text.lower() in _PLURALS else t.text for t in words)
    return f"say each by itself: {said}, and so on"
