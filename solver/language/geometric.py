"""Whether a text speaks of geometry at all: small talk, algebra and programs get a message that says so.

It is asked only of a text that can't be read, so that a word too many here costs no more than a less fitting message.
"""

from __future__ import annotations

import re
from functools import cache

#: Signs of geometry, and points: two capitals or more in a row, or one that is no word.
_SIGNS = re.compile(
    r"[∠∡∢△▵⟂⊥∥∼≅≌⊙°⌒▱]|\\(?:angle|triangle|perp|parallel|odot|circ|sim|cong|overline)\b"
    r"|(?<![A-Za-z])[A-Z](?:[A-Z][A-Z_0-9']*|[_0-9'](?![a-z])[A-Z_0-9']*| [A-Z]\b)|(?<![A-Za-z'])[B-HJ-Z](?![A-Za-z'])"
)
#: Words of the tables that everybody uses of everything.
_EVERYDAY = frozenset(
    [
        "equal",
        "equals",
        "right",
        "different",
        "other",
        "distinct",
        "image",
        "sum",
        "product",
        "number",
        "value",
        "ratio",
        "mean",
        "difference",
        "part",
        "middle",
        "measure",
        "side",
        "base",
        "position",
        "place",
        "thing",
        "answer",
        "order",
        "root",
    ]
)
_WORD = re.compile(r"[a-z]{3,}")
#: Chinese words of one character that speak of geometry.
_CHINESE = frozenset("圆弦")
#: A clause of the constructive language: `x = on_line x a b`.
_CLAUSE = re.compile(r"\w\s*=\s*(\w+)(?:\s+[\w./-]+)+")


def speaks_of_geometry(text: str) -> bool:
    """Whether it has a sign or a word of geometry, or a point."""
    if _SIGNS.search(text) or any(c in text for c in _CHINESE):
        return True
    if {*_WORD.findall(text.lower())} & _english() or any(word in text for word in _chinese()):
        return True
    names = _constructive()
    return any(m[1] in names for m in _CLAUSE.finditer(text)) or bool(set(re.findall(r"\?\s*(\w+)", text)) & names)


def is_constructive(text: str) -> bool:
    """Whether it may be meant in the constructive or the coordinate language, right or wrong: they have `=` or `?`."""
    return not {"=", "?", "@"}.isdisjoint(text)


@cache
def _english() -> frozenset[str]:
    """Nouns and adjectives of one word, with those of the terse language."""
    from solver.language.prose.english.lexicon import NOUNS, PREDICATES

    return frozenset(form[0] for form in (*NOUNS, *PREDICATES) if len(form) == 1) - _EVERYDAY


@cache
def _chinese() -> frozenset[str]:
    from solver.language.prose.chinese.lexicon import NOUNS

    return frozenset(word for word in NOUNS if len(word) > 1)


@cache
def _constructive() -> frozenset[str]:
    from solver.language.constructions import CONSTRUCTIONS
    from solver.statements.predicates import PREDICATES

    return frozenset((*CONSTRUCTIONS, *PREDICATES))
