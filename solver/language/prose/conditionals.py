"""Conditions and what follows from them, where nobody asks for it: `If AB = AC, then ∠B = ∠C`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.errors import ParseError
from solver.language.prose.sentences import ReadSentence
from solver.language.prose.syntax import Clause, Goal, Likewise, Together
from solver.language.prose.tokens import span_at

#: How a sentence goes on after a condition where it tells of something new: `If M is the midpoint of BC, let N be …`.
_TELLING = frozenset(
    ["let", "denote", "define", "call", "draw", "consider", "suppose", "assume", "take", "choose", "construct"]
)


def with_claim(sentences: list[ReadSentence]) -> list[ReadSentence]:
    """Where nothing is asked and the last sentence says “then …” or “if …, then …”, that is to be proved: a theorem is told."""
    if not sentences or any(isinstance(item, Goal) for sentence in sentences for item in sentence.items):
        return sentences
    *others, last = sentences
    if any(isinstance(item, Likewise) for item in last.items):
        return sentences
    match last.tokens[0].text, list(last.items):
        case "then", [*claimed]:
            given = []
        case "if", [Together((Clause("given"), *_)) as condition, *claimed] if claimed:
            given = [condition]
        case _:
            return sentences
    goal = Goal("prove", tuple(item for item in claimed if not isinstance(item, Goal)), None, (0, len(last.tokens)))
    return [*others, replace(last, items=[*given, goal])]


def check_conditionals(text: str, line: int, sentences: Sequence[ReadSentence]) -> None:
    """Raises ParseError where it is said to be given that something follows from a condition: then neither is given."""
    for sentence in sentences:
        match list(sentence.items):
            case [Together((Clause("given"), *_)) as condition, *others] if others:
                start, end = condition.place
                begins = {token.text for token in sentence.tokens[end : end + 3]}
                if not any(isinstance(item, Goal) for item in others) and not begins & _TELLING:
                    raise ParseError(
                        "what follows from a condition can't be given",
                        span_at(text, sentence.tokens[start].start, sentence.tokens[end - 1].end, line),
                        "say what is given, or what is to be proved if it holds",
                    )
