"""The library's entries as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver.checker.rules import RULES
from solver.errors import ParseError
from solver.knowledge.compile import compile_library
from solver.knowledge.library import library, read_own, run_by_default
from solver.knowledge.record import checksum, read_records
from solver.knowledge.theorem import Kind


def test_there_are_at_least_ninety_entries_each_with_names_and_source() -> None:
    assert len(library()) >= 90
    for theorem in library():
        assert theorem.name and theorem.source, theorem.id
        assert any("一" <= c <= "鿿" for c in theorem.chinese), theorem.id


def test_every_rule_that_a_proof_can_cite_has_an_entry() -> None:
    built_in = {t.id for t in library() if t.kind is Kind.THEORY}
    assert built_in == set(RULES) - {"theorem", "identity", "bound"}  # these say no theorem of their own


def test_a_theorem_is_run_with_a_measured_gain_or_covered_by_rules_that_exist() -> None:
    for theorem in library():
        if theorem.kind is Kind.THEOREM:
            assert bool(theorem.gain) != bool(theorem.covered), theorem.id
            assert set(theorem.covered.split()) <= set(RULES), theorem.id


def test_the_record_of_tests_belongs_to_the_statements_as_they_are() -> None:
    """Run `porism theorems test --record` after a change of a statement."""
    records = read_records()
    for theorem in library():
        record = records[theorem.id]
        assert record.checksum == checksum(theorem), theorem.id
        assert record.instances >= 150 and record.digits == 50, theorem.id
        assert not record.never_needed, theorem.id


def test_no_search_for_instances_tries_every_point_again_and_again() -> None:
    """A step without a source costs a factor of the number of points: few theorems may have several."""
    compiled = compile_library(run_by_default())
    blind = {
        t.id: max(sum(s == 0 for s, _ in plan[1:]) for plan, _ in compiled.plans(i))
        for i, t in enumerate(run_by_default())
    }
    assert {name for name, count in blind.items() if count > 3} <= {"van-aubel"}


def test_a_users_theorem_may_not_take_an_id_of_the_library(tmp_path: Path) -> None:
    file = tmp_path / "mine.thm"
    file.write_text('theorem pappus "Mine" points a b c then coll a b c')
    with pytest.raises(ParseError, match="the library has a theorem pappus"):
        read_own(file)


def test_a_file_without_theorems_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "empty.thm"
    file.write_text("# nothing\n")
    with pytest.raises(ParseError, match="has no theorem"):
        read_own(file)


def test_a_theorem_with_sines_can_be_read_but_not_run(tmp_path: Path) -> None:
    file = tmp_path / "sines.thm"
    file.write_text('theorem s "S" points a b c then |a b|*sin(b a c) = |b c|*sin(a c b)')
    with pytest.raises(ParseError, match="speaks of sines"):
        compile_library(read_own(file))
