"""What the engine makes of each entry: the reason why it is run, or isn't."""

from __future__ import annotations

import pytest

from solver.cli.theorem_pages import rule_set
from solver.knowledge.library import library, run_by_default
from solver.knowledge.theorem import Kind, Theorem
from solver.proving import Status, prove
from solver.soundness.cover import derivation, not_derived, speaks_of_sines
from solver.soundness.cover import test_problem as problem_for

COVERED = [t for t in library() if t.kind is Kind.THEOREM and not t.is_run and not speaks_of_sines(t.statement)]

#: A named theorem takes the place of a proof of this many steps.
WORTH_A_STEP = 30


@pytest.mark.parametrize("part", range(5))
def test_the_built_in_inferences_derive_every_covered_theorem(part: int) -> None:
    assert not [t.id for t in COVERED[part::5] if not_derived(t, ())]


def test_a_theorem_that_is_run_is_not_derived_without_it_or_only_by_a_long_proof() -> None:
    """In one of two random figures at least: in a special one it may be."""
    derived = [t for t in run_by_default() if not any(not_derived(t, (), seed) for seed in (0, 1))]
    found = {t.id: derivation(t, ()) for t in derived}
    assert not [name for name, how in found.items() if how is None or how.steps < WORTH_A_STEP]


def test_every_theorem_that_is_run_is_derived_with_it() -> None:
    assert not [t.id for t in run_by_default() if not_derived(t, (t,))]


@pytest.mark.parametrize("rule", [*rule_set("alphageometry"), *rule_set("newclid")], ids=lambda rule: rule.id)
def test_the_rules_of_other_engines_are_derived(rule: Theorem) -> None:
    assert not not_derived(rule, run_by_default())


def test_there_is_an_entry_for_each_rule_of_the_other_engines() -> None:
    assert [rule.id for rule in rule_set("alphageometry")] == [f"ag-{i:02}" for i in range(1, 44)]
    numbers = {int(rule.id.removeprefix("newclid-")) for rule in rule_set("newclid")}
    assert numbers == {*range(43, 57), *range(58, 83), 91}


@pytest.mark.parametrize("name", ["pappus", "desargues", "isogonal-conjugate", "van-aubel", "blanchet", "newton-gauss"])
def test_the_problem_of_a_theorem_is_proved_by_it_and_checked(name: str) -> None:
    (theorem,) = (t for t in library() if t.id == name)
    text = problem_for(theorem)
    assert text is not None
    assert prove(text, theorems=(), search=None).status is Status.UNPROVED
    result = prove(text, theorems=(theorem,), search=None)
    assert result.status is Status.PROVED and result.proof is not None
    assert name in {s.theorem.id for s in result.proof.steps if s.theorem}
    assert theorem.name in result.proof.text()


def test_a_derivation_names_what_it_rests_on() -> None:
    (pappus,) = (t for t in library() if t.id == "pappus")
    found = derivation(pappus, run_by_default())
    assert found is not None and "pappus" in found.cites and found.steps >= 1
