"""A statement without an order of construction: its sentences, in the plain language, shuffled."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from solver.language.convert import to_plain
from solver.language.plain_tokens import sentences
from solver.language.read import NamedStatement

#: What belongs to a sentence after its last word.
_REST = re.compile(r"[^;.#。；]*")


def unordered(statement: NamedStatement, seed: int) -> NamedStatement:
    """The same premises and goal; the same seed gives the same order.

    Raises ParseError where the statement is wrong, or can't be said in the plain language.
    """
    problem = statement.parse()
    lines = (problem.text if problem.is_plain else to_plain(problem)).split("\n")
    said = []
    for words in sentences("\n".join(lines)):
        first, last = words[0].span, words[-1].span
        whole = lines[first.line - 1 : last.line]
        end = last.column - 1 + last.length
        rest = _REST.match(whole[-1], end)  # words that the reader passes over, or another reader's name: AB = a
        whole[-1] = whole[-1][: rest.end() if rest else end].rstrip()
        whole[0] = whole[0][first.column - 1 :]
        said.append("\n".join(whole))
    random.Random(f"{seed} {statement.name}").shuffle(said)
    return replace(statement, text="\n".join(said), line=1)
