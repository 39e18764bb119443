"""The proofs of several goals of one statement as one text."""

from __future__ import annotations

from functools import cache

import pytest

from solver.proof.phrases.phrases import Tongue
from solver.proof.proof import Proof
from solver.proof.style import Style
from solver.proof.together import together
from solver.proof.write.form import Form
from solver.proof.write.writers import WRITERS
from solver.proving import prove

STATEMENTS = {
    "chain": "Let I be the incenter of triangle ABC. The line AI meets the circumcircle again at D. Prove that DB = DC = DI.",
    "tangents": "The incircle of triangle ABC touches BC, CA, AB at D, E, F. Prove that AE = AF, BD = BF and CD = CE.",
}


@cache
def proofs(name: str) -> tuple[Proof, ...]:
    return prove(STATEMENTS[name]).proofs


def test_a_goal_that_an_earlier_proof_shows_on_its_way_is_said_to_be_shown_there() -> None:
    first, second = together([proof.reading for proof in proofs("chain")])
    assert len(first.steps) == 4
    assert [line.words for line in second.steps] == ["This is shown in line 6 of the proof of goal 1."]
    assert second.given == second.brief == ()


def test_other_goals_have_proofs_of_their_own_and_what_angles_are_is_said_once() -> None:
    told = together([proof.reading for proof in proofs("tangents")])
    assert [len(reading.steps) for reading in told] == [2, 2, 2]
    assert [bool(reading.about_angles) for reading in told] == [False, False, True]


@pytest.mark.parametrize("form", [Form.MARKDOWN, Form.LATEX, Form.FRAGMENT])
def test_the_statement_stands_above_the_first_goal_only(form: Form) -> None:
    text = WRITERS[form](proofs("tangents"), Tongue.ENGLISH, Style.OLYMPIAD)
    assert text.count("touches") == text.count("Understood as") == 1
    assert text.count("Prove that $CD = CE$" if form is not Form.MARKDOWN else "Prove that CD = CE") == 1
