"""Proofs written in every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from solver.proof.phrases.phrases import Tongue
from solver.proof.proof import Proof
from solver.proof.style import Style
from solver.proof.write.form import Form
from solver.proof.write.html import page
from solver.proof.write.latex import PREAMBLE, article, fragment
from solver.proof.write.tikz import tikz


def _article(proofs: Sequence[Proof], tongue: Tongue, style: Style) -> str:
    return article([(proof.reading_in(tongue, style), proof.figure) for proof in proofs])


def _fragment(proofs: Sequence[Proof], tongue: Tongue, style: Style) -> str:
    parts = (fragment(proof.reading_in(tongue, style), proof.figure, number) for number, proof in enumerate(proofs, 1))
    return "\n".join((f"% The preamble needs: {PREAMBLE}", *parts))


#: All but TEXT and JSON, which are about results rather than proofs.
WRITERS: Mapping[Form, Callable[[Sequence[Proof], Tongue, Style], str]] = {
    Form.MARKDOWN: lambda proofs, tongue, style: "\n".join(proof.markdown(tongue, style) for proof in proofs),
    Form.LATEX: _article,
    Form.FRAGMENT: _fragment,
    Form.TIKZ: lambda proofs, tongue, style: "\n".join(tikz(proof.figure) for proof in proofs),
    Form.HTML: page,
}
