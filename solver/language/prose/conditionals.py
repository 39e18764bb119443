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
#: How a sentence begins that concludes, or that adds something, which after a request may be either given or claimed.
_CONCLUDING = frozenset(
    ["hence", "thus", "therefore", "then", "so", "consequently", "whence", "从而", "因此", "所以", "故"]
)
_ADDING = frozenset(["moreover", "furthermore", "further", "also", "additionally"])
_IF_IN_CHINESE = frozenset(["若", "如果", "假如"])


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
    """Raises ParseError where it is said to be given that something follows from a condition, or from what is to be proved."""
    asking = [k for k, sentence in enumerate(sentences) if any(isinstance(item, Goal) for item in sentence.items)]
    for k, sentence in enumerate(sentences):
        if k in asking or not sentence.items:
            continue
        if end := _end_of_condition(sentence):
            raise ParseError(
                "what follows from a condition can't be given",
                span_at(text, sentence.tokens[0].start, sentence.tokens[end - 1].end, line),
                "say what is given, or what is to be proved if it holds",
            )
        first = sentence.tokens[0].text
        is_sequel = first in _CONCLUDING or (first in _ADDING and asking and k > asking[-1])
        if is_sequel and asking and k > asking[0] and not _tells(sentence, 0):
            raise ParseError(
                "it isn't clear whether this is given or to be proved",
                span_at(text, sentence.tokens[0].start, sentence.tokens[-1].end, line),
                "begin with: prove that, or with: suppose that",
            )


def _end_of_condition(sentence: ReadSentence) -> int:
    """Where the condition of a sentence ends that says what follows from it; 0 where it says no such thing."""
    words = [token.text for token in sentence.tokens]
    if "则" in words and _IF_IN_CHINESE & {*words[: words.index("则")]}:
        return words.index("则")
    match list(sentence.items):
        case [Together((Clause("given"), *_)) as condition, *others] if others:
            return 0 if _tells(sentence, condition.place[1]) else condition.place[1]
    return 0


def _tells(sentence: ReadSentence, i: int) -> bool:
    """Whether a sentence goes on there with `let` or the like."""
    return any(token.text in _TELLING for token in sentence.tokens[i : i + 3])
