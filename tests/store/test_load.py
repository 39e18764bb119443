"""What is taken in: training data, runs, memories of earlier porisms, problems."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from rich.console import Console

from solver.bench.run import BenchOptions, run_bench
from solver.errors import PorismError, StoreError
from solver.language.read import NamedStatement, parse_statement
from solver.store.answering import answered
from solver.store.database import Store
from solver.store.entry import Kind
from solver.store.figures import circles_of
from solver.store.load import entries_of_database, entries_of_run, entry_of_statement, is_database, is_run, runs_of
from solver.store.query import Query
from tests.store import entries as made

ISOSCELES = "triangle A B C; |A B| = |A C|; M midpoint of B C; prove A M perpendicular to B C"
FALSE = "triangle A B C; M midpoint of B C; prove A M perpendicular to B C"


def refuse(what: str, error: PorismError) -> None:
    raise AssertionError(f"{what}: {error}")


def test_the_proofs_of_a_run_are_entries_and_its_results_rows(tmp_path: Path) -> None:
    out = tmp_path / "tonight"
    problems = [NamedStatement("isosceles", ISOSCELES), NamedStatement("false", FALSE)]
    run_bench(problems, BenchOptions(out, 20.0, 1), Console(quiet=True))
    assert is_run(out) and not is_run(tmp_path)
    (entry,) = entries_of_run(out, 20.0, refuse)
    assert (entry.kind, entry.suite, entry.name, entry.statement) == (Kind.SOLVED, "tonight", "isosceles", ISOSCELES)
    assert (entry.goal, entry.points, entry.auxiliary, entry.difficulty) == ("perp", 4, 0, 0.0)
    assert entry.proof_length and entry.seconds and entry.vector is not None
    assert {(run.name, run.status) for run in runs_of(out)} == {("isosceles", "proved"), ("false", "false")}


def test_a_large_run_keeps_its_certificates_in_rows(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="rows need pyarrow")
    out = tmp_path / "large"
    run_bench([NamedStatement("isosceles", ISOSCELES)], BenchOptions(out, 20.0, 1, parquet=True), Console(quiet=True))
    assert [e.name for e in entries_of_run(out, 20.0, refuse)] == ["isosceles"]


def test_a_certificate_that_is_damaged_costs_its_problem_only(tmp_path: Path) -> None:
    run_bench([NamedStatement("isosceles", ISOSCELES)], BenchOptions(tmp_path / "run", 20.0, 1), Console(quiet=True))
    (tmp_path / "run" / "proofs" / "isosceles.json").write_text("{", encoding="utf-8")
    said: list[str] = []
    assert list(entries_of_run(tmp_path / "run", 20.0, lambda what, error: said.append(what))) == []
    assert said == ["isosceles"]


def test_a_solved_problem_tells_what_its_proof_needs() -> None:
    statement = NamedStatement("isosceles", ISOSCELES)
    entry = entry_of_statement(statement, "mine", 20.0, 0, is_to_be_solved=True)
    assert (entry.kind, entry.auxiliary, entry.difficulty) == (Kind.ADDED, 0, 0.0) and entry.proof_length
    only_drawn = entry_of_statement(statement, "mine", 20.0, 0, is_to_be_solved=False)
    assert only_drawn.auxiliary is None and only_drawn.form == entry.form


def test_the_memory_of_an_earlier_porism_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "memory.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "CREATE TABLE configurations (id BIGINT, name VARCHAR, statement VARCHAR, auxiliary BIGINT, added VARCHAR, "
            "alternatives VARCHAR)"
        )
        points = json.dumps([[[0, 0, 1], [6, 2, 1]]])
        connection.execute("INSERT INTO configurations VALUES (0, 'isosceles', ?, 1, ?, '[]')", [ISOSCELES, points])
        connection.execute("INSERT INTO configurations VALUES (1, 'generated-7', 'nonsense', 1, '[]', '[]')")
    assert is_database(path)
    said: list[str] = []
    (entry,) = entries_of_database(path, 20.0, lambda what, error: said.append(what))
    assert (entry.kind, entry.auxiliary, len(entry.constructions), said) == (Kind.SOLVED, 1, 1, ["generated-7"])
    with duckdb.connect(str(tmp_path / "other")) as connection:
        connection.execute("CREATE TABLE t (i INTEGER)")
    with pytest.raises(StoreError, match="neither a store nor a memory"):
        list(entries_of_database(tmp_path / "other", 1.0, refuse))


def test_a_store_of_an_earlier_porism_is_taken_over(tmp_path: Path) -> None:
    old, new = Store(tmp_path / "old.duckdb"), Store(tmp_path / "new.duckdb")
    given = [made.entry(1), made.unknown(2), made.entry(3, Kind.ADDED)]
    old.add(given)
    with old.writing() as connection:  # the tables of version 2
        for table in ("common_parts", "rare_parts", "numeral_parts", "batches", "about"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("CREATE TABLE about AS SELECT 2 AS version, 2 AS vectors, 1 AS signatures")
        connection.execute("DROP INDEX entries_by_number")
        connection.execute("ALTER TABLE entries ADD COLUMN f0 UBIGINT")
    with pytest.raises(StoreError, match=r"of version 2\.2") as error:
        answered(old, Query())
    assert "porism problems add" in (error.value.hint or "")
    assert new.add(entries_of_database(old.path, 20.0, refuse)).new == 3
    assert [f.entry for f in answered(new, Query()).found] == given
    assert answered(new, Query(like=given[2].vector)).found[0].distance == 0


@pytest.mark.parametrize(
    ("text", "circles"),
    [
        (ISOSCELES, 0),
        ("A, B, C, D concyclic; prove angle A B C = angle A D C", 1),
        ("triangle A B C; O circumcenter of A B C; M midpoint of B C; prove O M perpendicular to B C", 1),
        ("triangle A B C; A D and B E altitudes; prove A, B, D, E concyclic", 1),
        ("A, B, C, D concyclic; A, B, E, F concyclic; prove C D parallel to E F", 2),
    ],
)
def test_the_circles_that_a_statement_speaks_of_are_counted(text: str, circles: int) -> None:
    problem = parse_statement(text)
    assert circles_of(problem.premises, problem.goal) == circles
