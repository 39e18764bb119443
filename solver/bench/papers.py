"""What there is to read of a run: a file a problem and kind, or, of large runs, rows of Parquet files.

A result counts as done (a line of results.jsonl) only once what there is to read of it is on disk.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from solver.bench.attempt import Answer
from solver.bench.records import Record
from solver.runtime.files import write_whole
from solver.runtime.optional import needed

#: A file of rows is written after this many problems, or seconds.
ROWS, SECONDS = 1000, 60.0


class Papers(Protocol):
    def keep(self, answer: Answer) -> Sequence[Record]:
        """The records of problems that are on disk now."""
        ...

    def rest(self) -> Sequence[Record]:
        """Writes what waits; its records."""
        ...


class Files:
    """A file for each certificate, proof in words and figure. names: of files, without ending, by the problem's name."""

    def __init__(self, out: Path, names: Mapping[str, str]) -> None:
        self._out, self._names = out, names

    def keep(self, answer: Answer) -> Sequence[Record]:
        name = self._names[answer.record["name"]]
        papers = {
            "certificate": (answer.certificate, f"proofs/{name}.json"),
            "proof": (answer.words, f"proofs/{name}.txt"),
            "figure": (answer.figure, f"figures/{name}.svg"),
        }
        found = {}
        for kind, (text, path) in papers.items():
            if text:
                write_whole(self._out / path, partial(put, text))
                found[kind] = path
        return [answer.record | {"files": found}]

    def rest(self) -> Sequence[Record]:
        return ()


class Rows:
    """Files proofs/00000.parquet, … with a row for each problem: name, certificate, proof, figure."""

    def __init__(self, out: Path) -> None:
        needed("pyarrow.parquet")
        self._out = out
        self._waiting: list[Answer] = []
        self._since = time.monotonic()

    def keep(self, answer: Answer) -> Sequence[Record]:
        self._waiting.append(answer)
        is_due = len(self._waiting) >= ROWS or time.monotonic() - self._since > SECONDS
        return self.rest() if is_due else ()

    def rest(self) -> Sequence[Record]:
        done, self._waiting, self._since = self._waiting, [], time.monotonic()
        if not done:
            return ()
        folder = self._out / "proofs"
        number = len(list(folder.glob("*.parquet"))) if folder.exists() else 0
        path = folder / f"{number:05}.parquet"
        _write(
            path,
            {
                "name": [a.record["name"] for a in done],
                "certificate": [a.certificate or None for a in done],
                "proof": [a.words or None for a in done],
                "figure": [a.figure or None for a in done],
            },
            dict.fromkeys(("name", "certificate", "proof", "figure"), "string"),
        )
        shown = {"rows": str(path.relative_to(self._out))}
        return [a.record | {"files": shown} for a in done]


#: The columns of results.parquet, and their types; what else a record has is in `more`, as JSON.
_COLUMNS = {
    "name": "string", "status": "string", "checked": "bool", "seconds": "double", "seconds_diagram": "double",
    "seconds_closure": "double", "seconds_search": "double", "seconds_coordinates": "double", "seconds_proof": "double",
    "seconds_words": "double", "closures": "int64", "auxiliary": "int32", "proof_steps": "int32", "by_coordinates": "bool",
    "seed": "int64", "answer": "string", "message": "string",
}  # fmt: skip


def write_table(path: Path, records: Iterable[Record]) -> None:
    """Records as a Parquet file, in their order."""
    columns: dict[str, list[Any]] = {name: [] for name in (*_COLUMNS, "more")}
    for record in records:
        for name in _COLUMNS:
            columns[name].append(record.get(name))
        more = {k: v for k, v in record.items() if k not in _COLUMNS}
        columns["more"].append(json.dumps(more, ensure_ascii=False))
    _write(path, columns, _COLUMNS | {"more": "string"})


def put(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")


def _write(path: Path, columns: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> None:
    pa = needed("pyarrow")
    schema = pa.schema([(name, pa.type_for_alias(alias)) for name, alias in types.items()])
    table = pa.table(dict(columns), schema=schema)
    write = needed("pyarrow.parquet").write_table
    write_whole(path, lambda beside: write(table, beside, compression="zstd"))
