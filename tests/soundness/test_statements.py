"""The attack on verdicts: what figures say of a statement, what is wrong, and how it is shrunk."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from solver.diagram.truth import holds
from solver.language.orientation import oriented
from solver.language.read import parse_statement
from solver.proving import Result, Status
from solver.soundness import statements
from solver.soundness.bases import true_statement
from solver.soundness.goals import other_goals
from solver.soundness.oracle import figures_from, figures_of
from solver.soundness.statements import Given, attack_statements, judge, judged_in
from solver.soundness.texts import changed, joined, parts_of

TRUE = "triangle A B C\nD midpoint of B C\nE midpoint of C A\nprove D E ∥ A B"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (TRUE, "true"),
        (TRUE.replace("midpoint of C A", "on line C A"), "false"),
        ("triangle A B C; D on circle (A B C); prove ∠BAC = ∠BDC", "undetermined"),
        ("a b c = triangle a b c; d = on_circum d a b c ? cong a d b c", "false"),
        (
            "a b c = triangle a b c; x = on_line x a c, on_circle x a b; z = on_line z a b, on_circle z a c ? cyclic b z c x",
            "chosen",
        ),
        ("circle w with center O; P, T on w; P S tangent to w at S; prove |P S| = |P T|", ""),
    ],
)
def test_figures_say_of_what_kind_a_statement_is(text: str, kind: str) -> None:
    judged = judge(text)
    assert judged is not None
    assert judged.kind == kind


def test_what_cannot_be_read_or_asks_a_question_is_left_out() -> None:
    assert judge("triangle A B C; prove nonsense") is None
    assert judge("equilateral triangle A B C; find ∠ABC") is None


def test_a_verdict_that_contradicts_the_figures_is_shrunk_to_what_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    false = "triangle A B C\nD midpoint of B C\nF foot from A to B C\nprove |A B| = |A C|"
    monkeypatch.setattr(statements, "true_statement", lambda rng: false)
    monkeypatch.setattr(statements, "VARIANTS", 0)
    monkeypatch.setattr(statements, "other_goals", lambda *_: [])
    monkeypatch.setattr(statements, "verdict", lambda problem, **_: Result(problem, Status.UNPROVED))
    monkeypatch.setattr(statements, "prove", lambda problem, **_: Result(problem, Status.PROVED))
    (finding,) = attack_statements(0, 0).findings
    assert finding.evidence == "triangle A B C\nprove |A B| = |A C|"
    assert "is called proved" in finding.what


def test_random_bases_are_read_and_changed_by_little() -> None:
    rng = np.random.default_rng(1)
    for _ in range(3):
        base = true_statement(rng)
        parse_statement(base)
        parts, joint = parts_of(base)
        parse_statement(joined(parts, joint))
        assert any(changed(base, rng) != base for _ in range(9))


def test_no_verdict_of_a_few_contradicts_its_figures() -> None:
    outcome = attack_statements(1, 5)
    assert not outcome.findings
    assert sum(outcome.counts.values()) > 3


def test_goals_are_made_that_hold_in_all_figures_in_some_and_in_none() -> None:
    problem = parse_statement("triangle A B C\nO circumcenter of A B C\nD on circle (A B C)\nprove |O A| = |O D|")
    given = Given.by(problem)
    asked = [one.of(problem) for one in other_goals(problem, given.figures, np.random.default_rng(0))]
    judged = [one for p in asked if (one := judged_in(p, given)) is not None]
    assert {one.kind for one in judged} >= {"true", "false", "undetermined"}
    for one in judged:
        assert one.given is given
        again = judge(one.text)
        assert again is not None and again.kind == one.kind


def test_three_points_on_a_circle_say_nothing() -> None:
    judged = judge("triangle A B C\nA, B, C concyclic\nD on circle (A B C)\nprove A, B, C, D concyclic")
    assert judged is not None
    assert judged.kind == "true"


def test_figures_lead_to_other_figures_of_the_same_kind() -> None:
    problem = parse_statement("triangle A B C; D on side B C; A D bisects angle B A C; prove B D = D C")
    beginnings = figures_of(problem, 5.0, 2)
    found = list(islice(figures_from(problem, beginnings, 5.0, np.random.default_rng(0)), 6))
    assert len(found) == 6
    for figure in found:
        assert all(holds(s, figure) for s in oriented(problem, figure.places()).premises)
        assert all(c.holds(figure.places()) for c in problem.conditions)
    ratios = [abs(at["A"] - at["B"]) / abs(at["A"] - at["C"]) for at in (f.places() for f in found)]
    assert max(ratios) > 1.05 * min(ratios)
