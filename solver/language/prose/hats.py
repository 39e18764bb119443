"""What a hat is over: `\\widehat{ABC} = 90°` is an angle, the midpoint of `\\widehat{ABC}` that of an arc."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.prose.tokens import Kind, Token

#: Signs between sizes.
_OF_SIZES = frozenset(["=", "≠", "<", ">", "<=", ">=", "+", "-"])


def with_hats(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with angles in place of arcs by three points that are compared or added up in a text that speaks of no arc."""
    if any(token.text in ("arc", "arcs") for token in tokens):
        return list(tokens)
    hats = [i for i, token in enumerate(tokens) if token.kind is Kind.SIGN and token.text == "⌒"]
    if not all(_is_angle(tokens, i) for i in hats):
        return list(tokens)
    return [replace(token, text="∠") if i in hats else token for i, token in enumerate(tokens)]


def _is_angle(tokens: Sequence[Token], i: int) -> bool:
    """Whether three points stand under the hat, and a sign between sizes beside it."""
    around = [token.text for token in (*tokens[max(i - 1, 0) : i], *tokens[i + 2 : i + 3])]
    under = tokens[i + 1 : i + 2]
    return bool(under) and len(under[0].points) == 3 and any(text in _OF_SIZES for text in around)
