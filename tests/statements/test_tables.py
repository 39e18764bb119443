"""What is made from a table can't drift from it: the core's enumerations, the certificate's page, the checker's rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from solver import _core
from solver.checker.rules import RULE_MODULES
from solver.checker.uses import CHECKS
from solver.deduction.closure import _Logged
from solver.deduction.decode import CORE_RULES
from solver.proof.phrases.languages import LANGUAGES
from solver.statements.locus_kinds import LOCUS_KINDS
from solver.statements.reference import PAGE, page
from solver.statements.rules import RULES, phrases
from solver.statements.side_conditions import SIDE_CONDITIONS
from solver.statements.theories import Theory

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("compiled", "table"),
    [
        (_core.Rule, [rule.name for rule in RULES if rule.logged is not None]),
        (_core.Theory, [theory.name for theory in Theory]),
        (_core.LocusKind, [kind.name for kind in LOCUS_KINDS]),
        (_core.SideCondition, [kind.name for kind in SIDE_CONDITIONS if kind.in_core]),
    ],
    ids=["rules", "theories", "locus kinds", "side conditions"],
)
def test_the_core_numbers_what_the_table_lists(compiled: type, table: list[str]) -> None:
    """A core that was built before the table changed is to be built again."""
    assert list(compiled.__members__) == [name.upper() for name in table]  # type: ignore[attr-defined]


def test_the_journal_is_read_by_the_cores_own_numbers() -> None:
    assert [rule.name.upper() for rule in CORE_RULES] == list(_core.Rule.__members__)


def test_rows_of_the_core_have_the_fields_that_are_read() -> None:
    assert _core.ENTRY.names == _Logged._fields
    assert _core.TERM.names == ("variable", "numerator", "denominator")
    assert _core.CANDIDATE["first"] == _core.CANDIDATE["second"] == _core.LOCUS


def test_names_are_unique() -> None:
    for table in (RULES, LOCUS_KINDS, SIDE_CONDITIONS):
        names = [row.name for row in table]
        assert len(names) == len(set(names))


def test_the_page_has_the_tables_rows_in_their_order() -> None:
    """Where it doesn't, `python -m solver.statements.reference` writes them anew."""
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    assert page(text) == text


def test_the_checker_checks_the_rules_of_the_table_and_no_other() -> None:
    assert len(RULE_MODULES) > 1
    assert CHECKS.keys() == {rule.name for rule in RULES if rule.step is not None}


def test_each_locus_kind_is_the_construction_that_it_names() -> None:
    from solver.language.constructions import CONSTRUCTIONS

    for kind in LOCUS_KINDS:
        assert len(CONSTRUCTIONS[kind.construction].arguments) == kind.parents
        assert {*kind.through, *kind.alike} <= set(range(kind.parents))


def test_a_rule_that_proofs_have_words_for_has_them_in_every_language() -> None:
    by_language = [phrases(tongue.value) for tongue in LANGUAGES]
    assert all(one.keys() == by_language[0].keys() for one in by_language)
