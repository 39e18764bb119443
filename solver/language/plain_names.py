"""What a statement gives names to, looked through before anything is said: a name may be used before it is explained."""

from __future__ import annotations

import re
from functools import partial

from lark import Token, Tree

from solver.language.plain_meaning import bindings, completed, read_curve, read_object, slots_of
from solver.language.plain_scope import Scope, noun_key
from solver.language.plain_trees import alternative_of, span_of, subtrees

#: Phrases about a triangle or another polygon, whose points are the slots a, b, c and perhaps d.
_ABOUT_TRIANGLE = re.compile(r"(\[shape\]|triangle) \{?a b c\b|^\{?a b c\}? .*triangle")
_QUADRILATERAL = "(quadrilateral|trapezoid|parallelogram|rhombus|rectangle|square|kite)"
_ABOUT_QUADRILATERAL = re.compile(rf"{_QUADRILATERAL} \{{?a b c d\b|^\{{?a b c d\}}? .*{_QUADRILATERAL}")


def note_polygons(tree: Tree[Token], scope: Scope) -> None:
    """Note the triangles and quadrilaterals that a sentence speaks of."""
    alternative = alternative_of(tree)
    if alternative is not None:
        for about, slots in ((_ABOUT_TRIANGLE, "abc"), (_ABOUT_QUADRILATERAL, "abcd")):
            if about.search(alternative.pattern):
                for bound in bindings(tree, alternative, scope, str):
                    scope.add_polygon(tuple(str(bound[slot]) for slot in slots))
    for child in subtrees(tree):
        note_polygons(child, scope)


def note_names(tree: Tree[Token], scope: Scope) -> None:
    """Note the points, lines and circles that a sentence gives names to."""
    if not tree.children:
        return
    scope.span = span_of(tree)
    alternative = alternative_of(tree)
    if tree.data in ("name_line", "name_circle"):
        scope.add_name(str(tree.children[0]), partial(read_object, scope, subtrees(tree)[0]))
    elif alternative is not None and alternative.names:
        scope.add_name(str(tree.children[0]), partial(read_curve, scope, tree, alternative))
    elif alternative is not None and alternative.phrase.name:
        slots = ("x", *slots_of(alternative.phrase))
        for bound in completed(tree, alternative, scope, str):
            x, *arguments = (str(bound[slot]) for slot in slots)
            scope.nouns.setdefault(noun_key(alternative.phrase.name, arguments), x)
    for child in subtrees(tree):
        note_names(child, scope)
