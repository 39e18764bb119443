"""An Earley parser that looks only at the rules whose words all stand in the sentence at hand.

The parser predicts every rule that could begin at each word, and the plain language has hundreds, of which a sentence can
use a few: those without a word that it lacks. Leaving out the others changes no tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from copy import copy
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput


def parse(parser: Lark, tokens: Sequence[Token]) -> Tree[Token]:
    """The tree of a sentence that is cut into tokens already. Raises UnexpectedInput, with all that could stand there."""
    try:
        return _narrowed(parser, {token.type for token in tokens}).parse(tokens)
    except UnexpectedInput:
        return parser.parse(tokens)


def _narrowed(parser: Lark, words: Collection[str]) -> Lark:
    """The same parser with fewer predictions. (They are an attribute of lark's Earley parser, two layers down.)"""
    narrow, front, earley = copy(parser), copy(parser.parser), copy(parser.parser.parser)
    usable = _usable(earley.parser_conf.rules, words)
    earley.predictions = {
        origin: [rule for rule in rules if id(rule) in usable] for origin, rules in earley.predictions.items()
    }
    narrow.parser, front.parser = front, earley
    return narrow


def _usable(rules: Iterable[Any], words: Collection[str]) -> set[int]:
    """The rules of which all words are there, and all parts can be made of usable rules: their identities, since lark computes
    the hash of a rule from all its symbols each time.
    """
    left = [
        (rule, {s.name for s in rule.expansion if not s.is_term})
        for rule in rules
        if all(s.name in words for s in rule.expansion if s.is_term)
    ]
    made: set[str] = set()
    usable: set[int] = set()
    while new := [rule for rule, parts in left if parts <= made]:
        usable.update(map(id, new))
        made.update(rule.origin.name for rule in new)
        left = [(rule, parts) for rule, parts in left if id(rule) not in usable]
    return usable
