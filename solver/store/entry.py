"""What is known of a problem or theorem, and the columns in which the store keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from solver.records.likeness import Vector, vector_of_bytes
from solver.search.placement import LOCI, Locus
from solver.statements.locus_kinds import LOCUS_KINDS, NUMBER

#: The two loci of an auxiliary point; parents are numbers of points, in the order in which the statement introduces them.
Construction = tuple[Locus, Locus]


class Kind(str, Enum):
    """Where an entry comes from."""

    COLLECTION = "collection"
    ADDED = "added"
    SOLVED = "solved"
    GENERATED = "generated"


@dataclass(frozen=True)
class Entry:
    """A problem or theorem. What isn't known is None; texts are empty.

    suite: the folder of the collection, the run, or the data. goal: the name of its predicate. auxiliary: how many points its
    proof needs; constructions: the ways to place them, the first one the proof's, each as its points in order.
    points_added: these in words. circles: how many the statement speaks of. proof_length: steps. theorems: those that the proof
    cites, by id. difficulty: bits, log2 of how many places for a point there are for each that proves it. seconds: it took.
    canonical: the form of its text (`solver.records.canonical`), empty without igraph. form, vector: of its figure
    (`solver.records.likeness`); no vector where there is no figure.
    """

    kind: Kind
    name: str
    statement: str
    suite: str = ""
    title: str = ""
    source: str = ""
    year: int | None = None
    tags: tuple[str, ...] = ()
    english: str = ""
    chinese: str = ""
    goal: str = ""
    points: int | None = None
    circles: int | None = None
    auxiliary: int | None = None
    points_added: str = ""
    proof_length: int | None = None
    theorems: tuple[str, ...] | None = None
    difficulty: float | None = None
    seconds: float | None = None
    constructions: tuple[tuple[Construction, ...], ...] = ()
    canonical: str = ""
    form: str = ""
    vector: Vector | None = field(default=None, compare=False, repr=False)

    @property
    def quality(self) -> float | None:
        """Bits of difficulty for each point of the statement: much is needed, and little said."""
        return self.difficulty / self.points if self.difficulty is not None and self.points else None

    @property
    def haystack(self) -> str:
        """All that words are looked for in, in lower case."""
        parts = (
            self.name, self.title, self.source, str(self.year or ""), ", ".join(self.tags), self.english, self.chinese,
            self.statement,
        )  # fmt: skip
        return "\n".join(parts).lower()


@dataclass(frozen=True)
class Column:
    """type: DuckDB's. about: what it holds, for people. is_number, is_list: how conditions compare it."""

    name: str
    type: str
    about: str

    @property
    def is_number(self) -> bool:
        return self.type in ("SMALLINT", "INTEGER", "FLOAT")

    @property
    def is_list(self) -> bool:
        return self.type.endswith("[]")


#: Those that conditions and orders may name; docs/known.md has this table.
COLUMNS: tuple[Column, ...] = (
    Column("kind", "VARCHAR", "collection, added, solved or generated"),
    Column("name", "VARCHAR", "of the problem"),
    Column("suite", "VARCHAR", "folder of the collection, run, or data"),
    Column("title", "VARCHAR", "a few words"),
    Column("source", "VARCHAR", "competition, book or origin"),
    Column("year", "SMALLINT", "of the source"),
    Column("tags", "VARCHAR[]", "subjects"),
    Column("statement", "VARCHAR", "as porism reads it"),
    Column("english", "VARCHAR", "the statement in English"),
    Column("chinese", "VARCHAR", "the statement in Chinese"),
    Column("goal", "VARCHAR", "predicate that is to be proved, such as cyclic"),
    Column("points", "SMALLINT", "that the statement names"),
    Column("circles", "SMALLINT", "that the statement speaks of"),
    Column("auxiliary", "SMALLINT", "points that the proof needs beyond the statement's"),
    Column("points_added", "VARCHAR", "these points, as clauses"),
    Column("proof_length", "SMALLINT", "steps of the checked proof"),
    Column("theorems", "VARCHAR[]", "that the proof cites, by id"),
    Column("difficulty", "FLOAT", "bits: log2 of the places for a point for each that proves it; 0 without points"),
    Column("quality", "FLOAT", "bits of difficulty for each point of the statement"),
    Column("seconds", "FLOAT", "that the proof took"),
    Column("canonical", "VARCHAR", "form of the text: equal for one statement under other names"),
    Column("form", "VARCHAR", "form of the figure and goal: equal for one figure told in other words"),
)
_BY_NAME = {column.name: column for column in COLUMNS}


def column(name: str) -> Column | None:
    """The column of that name, if there is one."""
    return _BY_NAME.get(name)


def values_of(entry: Entry) -> list[Any]:
    """In the order of COLUMNS."""
    return [_plain(getattr(entry, c.name)) for c in COLUMNS]


def entry_of(values: Mapping[str, Any], constructions: str, vector: bytes | None) -> Entry:
    """From the values of COLUMNS, by name. Raises ValueError, TypeError where they aren't those of an entry."""
    given = {name: value for name, value in values.items() if name not in ("quality", "kind", "tags", "theorems")}
    return Entry(
        kind=Kind(values["kind"]),
        tags=tuple(values["tags"]),
        theorems=None if values["theorems"] is None else tuple(values["theorems"]),
        constructions=constructions_from_json(constructions),
        vector=None if vector is None else vector_of_bytes(vector),
        **given,
    )


def constructions_to_json(constructions: Sequence[Sequence[Construction]]) -> str:
    rows = [
        [[[LOCUS_KINDS[locus.kind].name, *locus.parents] for locus in loci] for loci in points]
        for points in constructions
    ]
    return json.dumps(rows, separators=(",", ":")) if rows else ""


def constructions_from_json(text: str) -> tuple[tuple[Construction, ...], ...]:
    """Raises ValueError, TypeError where it isn't that."""
    rows = json.loads(text) if text else []
    return tuple(tuple((_locus(first), _locus(second)) for first, second in points) for points in rows)


def _locus(row: tuple[str, *tuple[int, ...]]) -> Locus:
    name, *parents = row
    if name not in NUMBER or len(parents) != len(LOCI[NUMBER[name]].arguments):
        raise ValueError(f"there is no locus {name} of {len(parents)} points")
    return Locus(NUMBER[name], tuple(parents))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
