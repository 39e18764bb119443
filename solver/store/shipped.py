"""The problems that come with porism, as entries, in a store of their own in the user's cache folder.

`problems/known.jsonl` has what takes long to find out: figures as vectors, and what solving brought, a line a problem with a
digest of its statement. Where the statement has changed since, it isn't used, and the problem is found by its words only.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from solver import collection
from solver.content import content_folder
from solver.records.likeness import VERSION as VECTORS
from solver.records.likeness import bytes_of, vector_of_bytes
from solver.runtime.kept import kept_file
from solver.store.database import VERSION, Store
from solver.store.entry import Entry, Kind, constructions_from_json, constructions_to_json

#: The file beside the problems.
KNOWN = "known.jsonl"
#: What it has of each problem, as it is in an entry.
_AS_IT_IS = (
    "goal", "points", "circles", "auxiliary", "points_added", "proof_length", "difficulty", "seconds", "form",
)  # fmt: skip


def shipped() -> Store:
    """The collection's store, made where there is none of this content."""
    return Store(kept_file("collection", ".duckdb", _key(), _make))


def entries() -> Iterator[Entry]:
    """The collection's problems, with what is known of each."""
    known = read_known(content_folder("problems") / KNOWN)
    for problem in collection.entries():
        yield with_known(plain_entry(problem), known.get(problem.name))


def plain_entry(problem: collection.Entry) -> Entry:
    """What the problem's file says."""
    file = problem.file
    return Entry(
        Kind.COLLECTION, problem.name, file.statement.strip(), problem.suite, file.title, file.source, file.year, file.tags,
        file.english, file.chinese,
    )  # fmt: skip


def with_known(entry: Entry, row: Mapping[str, Any] | None) -> Entry:
    """The entry with a line of `known.jsonl`, unless that is of another statement or version."""
    if row is None or row["statement"] != digest(entry.statement) or row["version"] != VECTORS:
        return entry
    return replace(
        entry,
        **{name: row[name] for name in _AS_IT_IS},
        theorems=None if row["theorems"] is None else tuple(row["theorems"]),
        constructions=constructions_from_json(row["constructions"]),
        vector=vector_of_bytes(base64.b64decode(row["vector"])) if row["vector"] else None,
    )


def known_row(entry: Entry) -> dict[str, Any]:
    """A line of `known.jsonl`."""
    return {
        "name": entry.name,
        "statement": digest(entry.statement),
        "version": VECTORS,
        **{name: getattr(entry, name) for name in _AS_IT_IS},
        "theorems": entry.theorems,
        "constructions": constructions_to_json(entry.constructions),
        "vector": "" if entry.vector is None else base64.b64encode(bytes_of(entry.vector)).decode(),
    }


def read_known(path: Path) -> dict[str, dict[str, Any]]:
    """The lines of the file, by name; none where there is no file."""
    if not path.exists():
        return {}
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {row["name"]: row for row in rows}


def digest(statement: str) -> str:
    """The digest of a problem's statement, as `known.jsonl` has it."""
    return hashlib.blake2b(statement.strip().encode(), digest_size=8).hexdigest()


@cache
def _key() -> str:
    """The digest of all that the store is made from."""
    found = hashlib.sha256(f"{VERSION}.{VECTORS}".encode())
    root = content_folder("problems")
    for path in (root / KNOWN, *sorted(root.rglob("*.txt"))):
        if path.exists():
            found.update(f"\0{path.relative_to(root)}\0".encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:32]


def _make(path: Path) -> None:
    Store(path).add(entries())
