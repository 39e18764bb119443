"""What goes into the store: training data, benchmark runs, stores and memories of earlier porisms, and problems of files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from solver.bench.records import RESULTS, read_results
from solver.errors import ParseError, PorismError, StoreError
from solver.generate.from_search import solved
from solver.language.problem import Problem
from solver.language.read import NamedStatement
from solver.records.dataset import Dataset
from solver.records.likeness import VERSION as VECTORS
from solver.records.shards import MANIFEST
from solver.statements.locus_kinds import LOCUS_KINDS
from solver.store.database import Run
from solver.store.entry import COLUMNS, Entry, Kind, constructions_from_json, entry_of
from solver.store.figures import entry_of_figure, entry_of_record, entry_of_solved, figure_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Is told what can't be taken in, and why.
Say = Callable[[str, PorismError], None]


def is_data(path: Path) -> bool:
    """Whether `porism generate` has written the folder."""
    return (path / MANIFEST).is_file()


def is_run(path: Path) -> bool:
    """Whether `porism bench` has written the folder."""
    return (path / RESULTS).is_file()


def entries_of_data(path: Path, say: Say) -> Iterator[Entry]:
    """The theorems of a folder of `porism generate` or `porism data from-search`, read a few at a time."""
    for number, row in enumerate(Dataset(path).rows()):
        try:
            yield entry_of_record(row, path.resolve().name, number)
        except PorismError as error:
            say(f"{row.record.origin} (record {number})", error)


def entry_of_statement(
    statement: NamedStatement, suite: str, seconds: float, seed: int, *, is_to_be_solved: bool
) -> Entry:
    """A problem, with its figure; and with what its proof needs, where it is to be solved. Raises PorismError.

    seconds: for the figure, or for everything where it is to be solved: if it isn't solved then, that stays open.
    """
    problem = statement.parse()
    entry: Entry | None = None
    if is_to_be_solved:
        entry = solved_entry(problem, Kind.ADDED, suite, statement.name, statement.text.strip(), seconds, seed)
    return entry or entry_of_figure(
        figure_of(problem, seconds, seed), Kind.ADDED, suite, statement.name, statement.text.strip()
    )


def solved_entry(
    problem: Problem, kind: Kind, suite: str, name: str, text: str, seconds: float, seed: int
) -> Entry | None:
    """What solving a problem tells of it; None where it isn't solved in time."""
    try:
        return entry_of_solved(solved(problem, timeout=seconds, seed=seed), kind, suite, name, text)
    except PorismError:
        return None


def runs_of(path: Path) -> list[Run]:
    """What came of the problems of a benchmark run."""
    return [
        Run(
            path.resolve().name, r["name"], r["status"], r["seconds"], r["closures"], r["auxiliary"], r["proof_steps"], r["seed"],
            r["message"],
        )
        for r in read_results(path / RESULTS).records.values()
    ]  # fmt: skip


def entries_of_run(path: Path, seconds: float, say: Say) -> Iterator[Entry]:
    """The problems that a benchmark run has proved: their statements, figures and proofs. seconds: for one figure."""
    for record in read_results(path / RESULTS).records.values():
        if not record["checked"]:
            continue
        try:
            yield from _proved(_certificates(path, record), path.resolve().name, record, seconds)
        except PorismError as error:
            say(record["name"], error)


def _certificates(run: Path, record: dict[str, Any]) -> list[_Certificate]:
    """Those of a proved problem: one for each of its goals. Raises ParseError."""
    import duckdb

    files = record.get("files", {})
    try:
        if "rows" in files:  # a large run: porism bench --parquet
            query = "SELECT certificate FROM read_parquet(?) WHERE name = ?"
            row = duckdb.execute(query, [str(run / files["rows"]), record["name"]]).fetchone()
            text = row[0] if row else ""
        else:
            text = (run / files["certificate"]).read_text(encoding="utf-8")
        said = json.loads(text)
        return [_Certificate.of(c) for c in said.get("certificates", [said])]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, duckdb.Error) as error:
        raise ParseError(f"its certificate can't be read: {error}", None, "run it again with porism bench") from None


def _proved(certificates: list[_Certificate], suite: str, record: dict[str, Any], seconds: float) -> Iterator[Entry]:
    """An entry for each certificate: a problem with several goals has several."""
    for number, certificate in enumerate(certificates, start=1):
        problem = certificate.problem(record["name"])
        parts = problem.parts()
        part = parts[min(number, len(parts)) - 1]
        name = record["name"] if len(certificates) == 1 else f"{record['name']} (goal {number})"
        entry = entry_of_figure(figure_of(part, seconds), Kind.SOLVED, suite, name, certificate.statement)
        yield replace(
            entry, auxiliary=len(certificate.auxiliary), points_added="; ".join(certificate.auxiliary),
            proof_length=certificate.steps, theorems=certificate.theorems, seconds=record["seconds"],
            difficulty=None if certificate.auxiliary else 0.0,
        )  # fmt: skip


@dataclass(frozen=True)
class _Certificate:
    statement: str
    reading: int
    auxiliary: tuple[str, ...]
    steps: int
    theorems: tuple[str, ...]

    @staticmethod
    def of(value: dict[str, Any]) -> _Certificate:
        problem = value["problem"]
        return _Certificate(
            str(problem["statement"]), int(problem.get("reading", 0)), tuple(map(str, problem.get("auxiliary", ()))),
            len(value["steps"]), tuple(sorted(value.get("theorems", {}))),
        )  # fmt: skip

    def problem(self, name: str) -> Problem:
        return NamedStatement(name, self.statement).parse().read_as(self.reading)


def is_database(path: Path) -> bool:
    """Whether it is a file of DuckDB's."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"


def entries_of_database(path: Path, seconds: float, say: Say) -> Iterator[Entry]:
    """What a store has, of an earlier porism too, or its memory. seconds: for one figure. Raises StoreError."""
    import duckdb

    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            tables = {row[0] for row in connection.execute("SHOW TABLES").fetchall()}
            if "entries" in tables:
                yield from _of_store(connection)
                return
            rows = connection.execute(
                "SELECT name, statement, auxiliary, added, alternatives FROM configurations ORDER BY id"
            ).fetchall()
    except duckdb.Error:
        raise StoreError(
            f"{path} is neither a store nor a memory of porism's",
            None,
            "give a store, a memory, a run, data or problems",
        ) from None
    yield from _of_memory(rows, path.stem, seconds, say)


def _of_store(connection: DuckDBPyConnection) -> Iterator[Entry]:
    """A few at a time. Vectors of another kind, and the forms that go with them, are left out."""
    names = [c.name for c in COLUMNS]
    made = connection.execute("SELECT vectors FROM about").fetchone()
    rows = connection.execute(f"SELECT constructions, vector, {', '.join(names)} FROM entries ORDER BY id")
    while batch := rows.fetchmany(1000):
        for constructions, vector, *values in batch:
            said = dict(zip(names, values, strict=True))
            is_alike = made == (VECTORS,)
            yield entry_of(said if is_alike else said | {"form": ""}, constructions, vector if is_alike else None)


def _of_memory(rows: list[tuple[Any, ...]], suite: str, seconds: float, say: Say) -> Iterator[Entry]:
    """The statements of a memory of an earlier porism, each drawn anew: its vectors were of another kind."""
    for number, (name, text, auxiliary, added, alternatives) in enumerate(rows):
        is_generated = name.startswith("generated-")
        kind = Kind.GENERATED if is_generated else Kind.SOLVED
        try:
            figure = figure_of(NamedStatement(name, text).parse(), seconds)
            entry = entry_of_figure(figure, kind, suite, f"{name}-{number}" if is_generated else name, text)
            ways = [json.loads(added), *([point] for point in json.loads(alternatives))]
            named = [[[[LOCUS_KINDS[k].name, *at] for k, *at in loci] for loci in points] for points in ways]
            yield replace(entry, auxiliary=auxiliary, constructions=constructions_from_json(json.dumps(named)))
        except PorismError as error:
            say(name, error)
