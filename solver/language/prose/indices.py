"""What is said for every index: `let Y_i be the point where AX_i meets ω, for i = 1, 2`, once for each i.

A sentence that has names with i, j or k among their indices is said again for each value; A_{i+1} goes around. The values are
those that the sentence gives, or else those that the other names with the same letter have in the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from solver.language.prose.tokens import Kind, Token

Values = dict[str, list[int]]

VARIABLES = "ijk"
#: The largest number of times that a sentence is said again.
MOST_TIMES = 12
_LETTERED = re.compile(r"([^_]+)_([0-9ijk]*[ijk][0-9ijk]*)(?:([+-])([0-9]))?(['*]*)")
_NUMBERED = re.compile(r"([^_]+)_([0-9]+)['*]*")
_ABOUT_INDICES = frozenset(["indices", "indexes", "subscripts"])


def spelled_out(sentences: Iterable[Sequence[Token]]) -> list[Sequence[Token]]:
    """The sentences of a statement, those with indices once for each of their values."""
    told = list(sentences)
    numbers = _numbers(told)
    found: list[Sequence[Token]] = []
    for sentence in told:
        variables = sorted({v for name in _names(sentence) for v in _variables(name)})
        if not variables:
            found.append(sentence)
            continue
        rest, values = _with_values(sentence)
        for v in variables:
            values.setdefault(v, _usual(rest, v, numbers))
        ways = list(product(*(values[v] for v in variables)))
        if not 1 <= len(ways) <= MOST_TIMES:
            found.append(sentence)
            continue
        found += [_said_of(rest, dict(zip(variables, way, strict=True)), values) for way in ways]
    return found


def is_lettered(name: str) -> bool:
    """Whether a name has an index that stands for several: A_i."""
    return bool(_variables(name))


def _names(sentence: Sequence[Token]) -> Iterable[str]:
    for token in sentence:
        yield from token.points
        if token.kind is Kind.NAME:
            yield token.text


def _variables(name: str) -> set[str]:
    match = _LETTERED.fullmatch(name)
    return set(match[2]) & set(VARIABLES) if match else set()


def _numbers(sentences: Iterable[Sequence[Token]]) -> dict[str, list[int]]:
    """By the letter of names, the numbers that they have."""
    found: dict[str, set[int]] = {}
    for sentence in sentences:
        for name in _names(sentence):
            match = _NUMBERED.fullmatch(name)
            if match:
                found.setdefault(match[1], set()).add(int(match[2]))
    return {letter: sorted(values) for letter, values in found.items()}


def _usual(sentence: Sequence[Token], variable: str, numbers: Mapping[str, list[int]]) -> list[int]:
    """The values of an index that the sentence doesn't give: none where it has numbers itself, which it may go with."""
    if any(_NUMBERED.fullmatch(name) for name in _names(sentence)):
        return []
    letters = [name.split("_")[0] for name in _names(sentence) if variable in _variables(name)]
    return max((numbers.get(letter, []) for letter in letters), key=len, default=[])


def _with_values(sentence: Sequence[Token]) -> tuple[list[Token], Values]:
    """The sentence without `for i = 1, 2` and `where indices are taken cyclically`, and the values."""
    rest: list[Token] = []
    values: Values = {}
    i = 0
    while i < len(sentence):
        found: Values = {}
        end = _range_end(sentence, i, found)
        if end > i:
            values |= found
            i = end
            if rest and rest[-1].text == ",":
                rest.pop()
            continue
        if sentence[i].text == "where" and any(t.text in _ABOUT_INDICES for t in sentence[i:]):
            if rest and rest[-1].text == ",":
                rest.pop()
            break
        rest.append(sentence[i])
        i += 1
    return rest, values


def _range_end(sentence: Sequence[Token], i: int, values: Values) -> int:
    """Where `for i = 1, 2 and j = 1, 2, 3` ends that begins here; its values are added."""
    is_bracketed = sentence[i].text == "(" and [t.text in VARIABLES for t in sentence[i + 1 : i + 2]] == [True]
    if sentence[i].text != "for" and not is_bracketed:
        return i
    j = i + 1
    while j < len(sentence) and sentence[j].text in ("each", "all", "every", "any"):
        j += 1
    end = i
    while j + 1 < len(sentence) and sentence[j].text in VARIABLES and sentence[j + 1].text in ("=", "∈"):
        name, j = sentence[j].text, j + 2
        found: list[int] = []
        while j < len(sentence) and (sentence[j].kind is Kind.NUMBER or sentence[j].text in (",", "and", "…")):
            following = sentence[j + 1] if j + 1 < len(sentence) else None
            if sentence[j].kind is not Kind.NUMBER and (following is None or following.kind is not Kind.NUMBER):
                break
            if sentence[j].kind is Kind.NUMBER:
                found.append(int(float(sentence[j].text)))
            j += 1
        if not found:
            return end
        values[name] = found
        end = j
        if j < len(sentence) and sentence[j].text in ("and", ","):
            j += 1
    if is_bracketed:
        return end + 1 if i < end < len(sentence) and sentence[end].text == ")" else i
    return end


def _said_of(sentence: Sequence[Token], at: Mapping[str, int], values: Values) -> list[Token]:
    def name(of: str) -> str:
        match = _LETTERED.fullmatch(of)
        if match is None or not _variables(of):
            return of
        letter, index, sign, step, primes = match.groups()
        for variable, value in at.items():
            if sign and index == variable:
                around = values[variable]
                place = around.index(value) + int(sign + step)
                value = around[place % len(around)]
            index = index.replace(variable, str(value))
        return f"{letter}_{index}{primes}"

    found = []
    for token in sentence:
        points = tuple(map(name, token.points))
        text = name(token.text) if token.kind is Kind.NAME else "".join(points) if points else token.text
        found.append(replace(token, text=text, points=points))
    return found
