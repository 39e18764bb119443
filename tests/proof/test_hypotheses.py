"""A proof that is for some figures only says so wherever it is read."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from solver.language.read import parse_statement
from solver.proof.proof import Proof
from solver.proving import prove

FORMS: dict[str, Callable[[Proof, str], str]] = {
    "text": Proof.text,
    "markdown": Proof.markdown,
    "latex": Proof.latex,
    "html": Proof.html,
}
SAID = {"en": "For figures where D lies between B and C", "zh": "以下只对满足“D 在 B 与 C 之间”的图形"}


@pytest.fixture(scope="module")
def whole() -> Proof:
    result = prove("triangle A B C; D foot from A to B C; prove A D ⟂ B C", search=None)
    assert result.proof is not None
    return result.proof


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("style", ["olympiad", "school"])
def test_every_form_says_for_which_figures_a_proof_is(form: str, language: str, style: str, whole: Proof) -> None:
    conditions = parse_statement("points B, C; D between B and C; prove B D = D C").conditions
    result = prove("triangle A B C; D foot from A to B C; prove A D ⟂ B C", search=None).under(conditions)
    assert result.proof is not None and result.hypotheses == conditions
    assert SAID[language] in _bare(FORMS[form](result.proof, language, style))
    assert SAID[language] not in _bare(FORMS[form](whole, language, style))


def _bare(text: str) -> str:
    """Without marks of formulas."""
    return re.sub(r"<[^>]*>|\$", "", text)
