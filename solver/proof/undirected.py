"""Sentences with undirected angles: `∠ACB = ∠ADB, since C and D lie on the same side of AB`.

A chain of directed angles is rewritten where it is settled, for each two that follow each other, whether their triangles turn
the same way (`Configuration`): then the angles are equal, else supplementary. Where one of them isn't settled the chain stays
as it is. Angles are found in sentences by their signs, as formulas are in `write.mathematics`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from solver.proof.configuration import Configuration, Triple
from solver.proof.phrases.phrases import Voice
from solver.proof.reading import Line, Reading

_REFERENCE = r"(?: \(\d+(?:(?:, |–)\d+)*\))?"


def with_undirected_angles(reading: Reading, configuration: Configuration) -> Reading:
    """The proof in the style of school."""

    def bare(sentence: str) -> str:
        return _rewritten(sentence, configuration, reading.voice)[0]

    def told(line: Line) -> Line:
        words = undirected(line.words, configuration, reading.voice)
        return replace(line, words=words, heading=line.heading and bare(line.heading))

    return replace(
        reading,
        task=bare(reading.task),
        given=tuple(replace(line, words=bare(line.words)) for line in reading.given),
        constructed=tuple(replace(line, words=bare(line.words)) for line in reading.constructed),
        steps=tuple(map(told, reading.steps)),
        conclusion=bare(reading.conclusion),
        left_directed=True,
    )


def undirected(sentence: str, configuration: Configuration, voice: Voice) -> str:
    """The sentence with the angles that can be said so, and why they can."""
    said, seen = _rewritten(sentence, configuration, voice)
    if not seen:
        return said
    stop = voice.phrases.stop
    lying = voice.enumerated(list(dict.fromkeys(seen))[:2])
    return voice.phrases.lying.format(sentence=said.removesuffix(stop), lying=lying) + stop


def _rewritten(sentence: str, configuration: Configuration, voice: Voice) -> tuple[str, list[str]]:
    """The sentence, and on which sides of what points lie for its angles to be so."""
    names = tuple(sorted(voice.names.written.values(), key=len, reverse=True))
    points = {name: point for point, name in voice.names.written.items()}
    seen: list[str] = []

    def rewritten(match: re.Match[str]) -> str:
        links = [(found[1], found[2], found[3]) for found in _link(names, voice.gap).finditer(match[0])]
        angles = [_triple(words, points, names) for words, _, _ in links]
        known = [a for a in angles if a is not None]
        if any(words == "90°" for words, _, _ in links):
            return match[0].replace("∡", "∠")  # a right angle is one whichever way it turns
        if len(known) < len(angles):
            return match[0]
        signs = [configuration.sign(known[0], a) for a in known]
        if 0 in signs:
            return match[0]
        for (one, s), (other, t) in pairwise(zip(known, signs, strict=True)):
            seen.extend(_lying(one, other, s * t, voice))
        shown = []
        for number, (words, reference, _) in enumerate(links):
            bare = words.replace("∡", "∠")
            turned = number < len(signs) and signs[number] < 0
            shown.append(f"{'180° − ' if turned else ''}{bare}{reference}")
        return " = ".join(shown)

    return _chain(names, voice.gap).sub(rewritten, sentence), seen


def _lying(one: Triple, other: Triple, sign: int, voice: Voice) -> list[str]:
    """Tell on which sides of their common segment two angles are."""
    (a, v, b), (c, w, d) = one, other
    if {a, b} != {c, d} or v == w:
        return []
    sides = (
        voice.phrases.same_side
        if ((a, b) == (c, d) and sign > 0) or ((a, b) == (d, c) and sign < 0)
        else voice.phrases.other_side
    )
    return [sides.format(first=voice[v], second=voice[w], line=voice.joined(sorted((a, b))))]


def _triple(words: str, points: dict[str, str], names: tuple[str, ...]) -> Triple | None:
    found = re.findall("|".join(map(re.escape, names)), words.removeprefix("∡")) if words.startswith("∡") else []
    return (points[found[0]], points[found[1]], points[found[2]]) if len(found) == 3 else None


@lru_cache(maxsize=64)
def _link(names: tuple[str, ...], gap: str) -> re.Pattern[str]:
    return re.compile(rf"({_item(names, gap)})({_REFERENCE})( = )?")


@lru_cache(maxsize=64)
def _chain(names: tuple[str, ...], gap: str) -> re.Pattern[str]:
    """Single angles that are equal; not where one of them is part of a sum or has a factor."""
    link = rf"{_item(names, gap)}{_REFERENCE}"
    return re.compile(rf"(?<![\w+−·°=α-ω])(?<![+−=] ){link}(?: = {link})+(?! ?[+−·=])(?![\w°])")


def _item(names: tuple[str, ...], gap: str) -> str:
    name = f"(?:{'|'.join(map(re.escape, names))})"
    return rf"(?:∡{name}{gap}{name}{gap}{name}|90°)"
