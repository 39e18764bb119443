"""Statements with words left out, swapped, repeated and taken from others: readers refuse them or read them, no more.

`python -m tests.language.mutated SEED COUNT` reads many and prints what goes wrong.
"""

from __future__ import annotations

import random
import re
import sys
import traceback
from collections.abc import Iterator

from solver.collection import entries
from solver.errors import PorismError
from solver.language.read import parse_statement

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
#: What may stand anywhere, right or wrong.
_PIECES = (
    "=", "∠", "2", "|", "(", ")", "$", "and", "circle", "-", "+", "/", "A", "respectively", "the", "45°", "not", "if",
    "prove", "^2", "[ABC]", "cos", "sqrt",
)  # fmt: skip


def mutants(seed: int, count: int) -> Iterator[str]:
    """As many texts as are asked for, the same for the same seed."""
    rng = random.Random(seed)
    texts = [
        text
        for entry in entries()
        for text in (entry.file.statement, entry.file.english, entry.file.chinese)
        if text
    ]  # fmt: skip
    for _ in range(count):
        text = rng.choice(texts)
        for _ in range(rng.choice((1, 1, 2, 3, 5))):
            text = _changed(text, texts, rng)
        yield text


def _changed(text: str, texts: list[str], rng: random.Random) -> str:
    tokens = _TOKENS.findall(text)
    letters = sorted(set(re.findall(r"[A-Z]", text)))
    way = rng.randrange(6)
    if way == 0 and len(letters) > 1:
        return text.replace(*rng.sample(letters, 2))
    if way == 1:
        sentences = re.split(r"(?<=[.;\n。；])", text)
        rng.shuffle(sentences)
        return " ".join(sentences)
    if not tokens:
        return rng.choice(_PIECES)
    i, j = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    match way:
        case 2:
            del tokens[i]
        case 3:
            tokens[i], tokens[j] = tokens[j], tokens[i]
        case 4:
            other = _TOKENS.findall(rng.choice(texts))
            begin = rng.randrange(len(other))
            tokens[i:i] = [" ", *other[begin : begin + rng.randrange(1, 12)], " "]
        case _:
            tokens[i] = f"{rng.choice(_PIECES)} "
    return "".join(tokens)


def failures(seed: int, count: int) -> Iterator[tuple[str, Exception]]:
    """What a reader raises beside the errors that it tells."""
    for text in mutants(seed, count):
        try:
            parse_statement(text)
        except PorismError:
            pass
        except Exception as error:
            yield text, error


def main() -> None:
    seed, count = map(int, sys.argv[1:])
    found = 0
    for text, error in failures(seed, count):
        found += 1
        print(text, *traceback.format_exception(error, limit=-3), sep="\n", flush=True)
    print(f"{count} texts, {found} failures (seed {seed})")
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
