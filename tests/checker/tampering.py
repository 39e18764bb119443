"""Every way of changing one field of a certificate, each with where it was changed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from solver.checker.conditions import POINT_KINDS, STEP_KINDS
from solver.checker.rules import RULES
from solver.statements.equation import Theory
from solver.statements.predicates import PREDICATES

Json = dict[str, Any]
#: The number of other words that are tried for one.
MOST_WORDS = 3
#: Keys and indices that lead to a field.
Path = tuple[str | int, ...]


def tampered(certificate: Json) -> Iterator[tuple[Path, str, Json]]:
    """(path, what was done, certificate): each field of each part replaced, removed, repeated or put elsewhere."""
    for path, value in _fields(certificate, ()):
        for what, new in _variants(certificate, path, value):
            changed = copy.deepcopy(certificate)
            if path:
                _get(changed, path[:-1])[path[-1]] = new
            else:
                changed = new
            if changed != certificate:
                yield path, what, changed


def _fields(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _fields(inner, (*path, i))


def _get(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value


def _variants(certificate: Json, path: Path, value: Any) -> Iterator[tuple[str, Any]]:
    yield "another type", 17 if isinstance(value, str) else "17"
    if isinstance(value, dict):
        yield from ((f"without {key}", {k: v for k, v in value.items() if k != key}) for key in value)
        yield "with an unknown field", {**value, "q": "1"}
    elif isinstance(value, list):
        for i in range(len(value)):
            yield f"without entry {i}", value[:i] + value[i + 1 :]
            yield f"with entry {i} twice", [*value[: i + 1], *value[i:]]
        for i in range(len(value) - 1):
            yield f"entries {i} and {i + 1} swapped", [*value[:i], value[i + 1], value[i], *value[i + 2 :]]
    elif isinstance(value, str):
        yield "not a word", "?!"
        others = [new for new in _other_words(certificate, path, value) if new != value]
        # Not always the same few of many, but the same in every run.
        start = sum(map(ord, value)) + 7 * len(path) + sum(k for k in path if isinstance(k, int))
        for i in range(min(MOST_WORDS, len(others))):
            new = others[(start + i) % len(others)]
            yield f"{value} becomes {new}", new
    elif isinstance(value, int):
        yield "one more", value + 1


def _other_words(certificate: Json, path: Path, value: str) -> Iterator[str]:
    """Words that would be well-formed there."""
    ids = [s["id"] for part in ("premises", "steps") for s in certificate[part]]
    points = list(certificate["coordinates"])
    if path[0] == "coordinates":
        yield from (repr(float(value) + 1e-3), repr(-float(value)), "1e400")
    elif path[-1] in ("name", "statement") or path[0] == "format":
        yield f"{value} {value}"
    elif path[-1] == "rule":
        yield from RULES
    elif path[-1] == "kind":
        yield from (*POINT_KINDS, *STEP_KINDS)
    elif path[-1] == "predicate":
        yield from PREDICATES
    elif path[-1] == "equation":
        yield from (t.value for t in Theory)
    elif (value in ids and path[-1] in ("id", "by", "step")) or any(
        _is_in(path, name) for name in ("uses", "lines", "lengths")
    ):
        yield from ids
    elif value in points:
        yield from points
    else:
        yield from ("0", f"-{value}".replace("--", ""), "7/3", "1/0")


def _is_in(path: Path, name: str) -> bool:
    return len(path) > 1 and path[-2] == name
