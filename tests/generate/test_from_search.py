"""What the search finds becomes a record that proves the same; problems that give none say why."""

from __future__ import annotations

from pathlib import Path

from solver.diagram.build import build_diagram
from solver.generate.from_search import record_of
from solver.generate.look import shown
from solver.generate.search_run import search_suites
from solver.language.convert import Language, converted
from solver.language.read import NamedStatement, parse_statement
from solver.records.dataset import Dataset
from solver.runtime.executors import Here
from tests.generate.stub import described
from tests.search.statements import NEEDS_A_POINT

NO_POINT = "a b c = triangle a b c; h = orthocenter h a b c ? perp a h b c"
FALSE = "a b c = triangle a b c ? cong a b a c"


def test_a_record_proves_the_statement_whatever_its_language() -> None:
    problem = parse_statement(NEEDS_A_POINT)
    text = converted(problem, Language.COORDINATES, build_diagram(problem).places())
    problem = parse_statement(text, "langley")
    record = record_of(problem, timeout=30.0).record
    assert record is not None
    assert record.origin == "langley" and record.proof_length > 0 and record.difficulty > 0
    assert len(record.added) == 1
    row = described(record)
    proof = shown(row.record).proof
    assert proof is not None
    assert [clause.text() for clause in proof.auxiliary] == list(row.auxiliary)


def test_what_gives_no_record_is_told(tmp_path: Path) -> None:
    texts = {
        "langley": NEEDS_A_POINT,
        "easy": NO_POINT,
        "false": FALSE,
        "wrong": "a = nothing ? coll a",
    }
    said: list[str] = []
    suite = [NamedStatement(name, text) for name, text in texts.items()]
    manifest = search_suites(suite, tmp_path, 30.0, 0, False, Here(), said.append)
    assert [line.split(":")[0] for line in said] == list(texts)
    assert said[1] == "easy: it needs no auxiliary point"
    assert "is false" in said[2] and "there is no construction “nothing”" in said[3]
    assert manifest.failures == tuple(said[1:])
    assert Dataset(tmp_path).column("origin") == ["langley"]
