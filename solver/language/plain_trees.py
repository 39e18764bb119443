"""Trees of the grammar: where they stand, and which phrase they are about."""

from __future__ import annotations

from lark import Token, Tree

from solver.errors import Span
from solver.language.plain_grammar import Alternative, grammar


def span_of(tree: Tree[Token]) -> Span:
    """Where a sentence stands: from its first word to its last one."""
    meta = tree.meta
    if meta.empty:
        return Span(1, 1)
    return Span(meta.line, meta.column, max(1, meta.end_column - meta.column))


def subtrees(tree: Tree[Token]) -> list[Tree[Token]]:
    return [child for child in tree.children if isinstance(child, Tree)]


def alternative_of(tree: Tree[Token]) -> Alternative | None:
    """The alternative of the table that a tree is about, if it is about one."""
    rule, _, number = str(tree.data).rpartition("_")
    return grammar().alternatives[int(number)] if rule and number.isdigit() else None
