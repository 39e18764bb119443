"""What a hat is over: `\\widehat{ABC} = 90°` is an angle, the midpoint of `\\widehat{ABC}` that of an arc."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.prose.tokens import Kind, Token

#: What stands before an arc.
_BEFORE_ARC = frozenset(["arc", "arcs", "minor", "major", "on", "in", "of", "the"])
#: What stands before `of` an angle.
_OF_ANGLE = frozenset(
    ["bisector", "bisectors", "measure", "measures", "size", "sizes", "value", "values", "cosine", "sine", "tangent"]
)


def with_hats(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with angles in place of arcs where a hat is over three points and nothing before it speaks of an arc."""
    hats = [
        i for i, token in enumerate(tokens) if token.kind is Kind.SIGN and token.text == "⌒" and _is_angle(tokens, i)
    ]
    return [replace(token, text="∠") if i in hats else token for i, token in enumerate(tokens)]


def _is_angle(tokens: Sequence[Token], i: int) -> bool:
    under = tokens[i + 1 : i + 2]
    if not under or len(under[0].points) not in (1, 3):
        return False
    before = [token.text for token in tokens[max(i - 3, 0) : i] if token.text not in ("internal", "external")]
    if before[-1:] == ["of"] or before[-2:] == ["of", "the"]:
        return bool(_OF_ANGLE & set(before))
    return not (before and before[-1] in _BEFORE_ARC)
