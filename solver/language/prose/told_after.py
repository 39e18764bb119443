"""What a letter stands for, where that is said after the letter was used: `a point on Γ, where Γ is the circumcircle of ABC`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial

from solver.language.prose.registry import THING_NOUNS
from solver.language.prose.sentences import ReadSentence
from solver.language.prose.syntax import (
    LEFT_OUT,
    SELF,
    About,
    Clause,
    Goal,
    Likewise,
    Named,
    Noun,
    Pronoun,
    Sentence,
    Together,
    nodes,
    rebuilt,
)

#: Articles of what is known by what was spoken of before.
_REFERRING = frozenset(("its", "this", "whose"))


def told_first(sentences: Sequence[ReadSentence]) -> list[ReadSentence]:
    """The sentences, with what says which line or circle a letter is before what else is said of it in its sentence."""
    known: set[str] = set()
    found: list[ReadSentence] = []
    for sentence in sentences:
        used = _named(tuple(sentence.items))
        told = [d for item in sentence.items for d in _definitions(item) if _is_late(d, sentence.items, known)]
        known |= used
        if told:
            moved = {id(definition) for definition in told}
            rest = [rebuilt(item, partial(_left_out, moved)) for item in sentence.items if id(item) not in moved]
            sentence = replace(sentence, items=[*told, *rest])
        found.append(sentence)
    return found


def _definitions(item: Sentence) -> Iterator[About]:
    """The definitions of letters in what is given; what is supposed for one question stays where it is."""
    match item:
        case Goal() | Together((Clause("given"), *_)):
            return
    for node in _removable(item):
        if isinstance(node, About) and isinstance(node.thing, Named) and isinstance(node.said, Clause):
            noun = node.said.role("object") if node.said.verb == "be" else None
            if isinstance(noun, Noun) and noun.head in THING_NOUNS and not (noun.names or _refers_back(noun)):
                yield node


def _removable(node: object, is_part: bool = True) -> Iterator[object]:
    """The parts of a tree that stand in lists of what is said, from which one can be taken out."""
    if is_part:
        yield node
    if isinstance(node, tuple):
        for part in node:
            yield from _removable(part)
    elif is_dataclass(node):
        for f in fields(node):
            if f.name != "place":
                yield from _removable(getattr(node, f.name), False)


def _refers_back(noun: Noun) -> bool:
    """Whether what it is depends on what was said before."""
    return any(
        (isinstance(part, Pronoun) and part is not SELF) or (isinstance(part, Noun) and part.article in _REFERRING)
        for part in nodes(noun)
    )


def _is_late(definition: About, items: Sequence[Sentence], known: set[str]) -> bool:
    """Whether the letter is first used in this sentence, before it is said what it stands for."""
    name = definition.thing
    assert isinstance(name, Named)
    if name.name in known:
        return False
    first = next(node for node in nodes(tuple(items)) if isinstance(node, Named) and node.name == name.name)
    return first is not name


def _left_out(moved: set[int], node: object) -> object:
    return LEFT_OUT if id(node) in moved else node


def introduced(sentences: Sequence[ReadSentence]) -> frozenset[str]:
    """The names that nouns have, `circle k`, and those of which it is said what they are, `k is the circumcircle`."""
    found: set[str] = set()
    for node in nodes(tuple(item for sentence in sentences for item in sentence.items)):
        match node:
            case Noun(names=names):
                found |= {name.name for name in names if isinstance(name, Named)}
            case About(thing, Clause("be") | Likewise()):
                found |= _named(thing)
            case Likewise() | Clause("called"):
                found |= _named(node)
    return frozenset(found)


def _named(tree: object) -> set[str]:
    return {part.name for part in nodes(tree) if isinstance(part, Named)}
