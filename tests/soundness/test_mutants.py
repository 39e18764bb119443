"""The attack on the checker: mutants are refused or true, and a checker that lies is found out and its mutant shrunk."""

from __future__ import annotations

import copy
import json
from functools import cache

import numpy as np
import pytest

from solver.proving import prove
from solver.soundness import accepted, mutants
from solver.soundness.accepted import is_true
from solver.soundness.mutants import Mutant, attack_certificates, refusal
from solver.soundness.mutations import MUTATIONS, Json, Source, diagram_of, statement_of
from solver.soundness.outcome import Outcome

PLAIN = "triangle A B C\nD midpoint of B C\nE midpoint of C A\nprove D E ∥ A B"
CONSTRUCTIVE = "a b c = triangle a b c; h = orthocenter h a b c ? perp b h a c"


@cache
def proved(text: str) -> str:
    proof = prove(text).proof
    assert proof is not None
    return json.dumps(proof.certificate)


def certificate(text: str = PLAIN) -> Json:
    made: Json = json.loads(proved(text))
    return made


@pytest.mark.parametrize("name", MUTATIONS)
def test_every_mutation_changes_what_it_is_about(name: str) -> None:
    base = certificate()
    source = Source.of(base, np.random.default_rng(0))
    made = []
    for seed in range(20):
        changed = copy.deepcopy(base)
        if MUTATIONS[name](changed, source, np.random.default_rng(seed)):
            made.append(changed)
    assert any(changed != base for changed in made) or name == "other coefficients"


def test_a_special_position_satisfies_the_premises() -> None:
    base = certificate()
    source = Source.of(base, np.random.default_rng(0))
    changed = copy.deepcopy(base)
    seeds = iter(range(99))
    while not MUTATIONS["a special position"](changed, source, np.random.default_rng(next(seeds))):
        changed = copy.deepcopy(base)
    at = diagram_of(changed).places()
    assert abs(2 * at["D"] - at["B"] - at["C"]) < 1e-8


def test_what_an_accepted_certificate_proves_is_looked_at_in_figures_of_its_own() -> None:
    base = certificate()
    assert refusal(base) == ""
    assert is_true(base) is True
    lie = copy.deepcopy(base)
    lie["problem"]["statement"] = PLAIN.replace("D E ∥ A B", "|D E| = |A B|")
    lie["goal"]["claim"] = {"predicate": "cong", "points": ["D", "E", "A", "B"]}
    assert refusal(lie) != ""
    assert is_true(lie) is False


def test_a_checker_that_accepts_anything_is_found_out_and_the_mutant_shrunk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutants, "refusal", lambda certificate: "")
    monkeypatch.setattr(accepted, "needs_of", lambda certificate: ((), ()))
    base = certificate()
    source = Source.of(base, np.random.default_rng(0))
    for seed in range(40):
        outcome = Outcome()
        mutant = Mutant(base, (("mirrored", 0), ("a goal of other points", seed), ("mirrored", 1)), is_mended=False)
        mutants.try_mutant(mutant, source, 0, outcome)
        if outcome.findings:
            break
    (finding,) = outcome.findings
    assert finding.what == "a false certificate is accepted: a goal of other points"
    shown = json.loads(finding.evidence)
    assert statement_of(shown["goal"]["claim"]) is not None


def test_no_mutant_of_a_few_is_accepted_and_false(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutants, "true_statement", lambda rng: CONSTRUCTIVE)
    monkeypatch.setattr(mutants, "MUTANTS", 40)
    monkeypatch.setattr(mutants, "SPECIAL", 1)
    outcome = attack_certificates(0, 1)
    assert not outcome.findings
    assert outcome.counts["mutants"] == 40
    assert outcome.counts["accepted"] > 0
