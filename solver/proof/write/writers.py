"""Proofs written in every form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from solver.proof.phrases.phrases import Tongue
from solver.proof.proof import Proof
from solver.proof.style import Style
from solver.proof.together import together
from solver.proof.write.form import Form
from solver.proof.write.html import page
from solver.proof.write.latex import FOR_CHINESE, PREAMBLE, article, fragment, is_for_ctex
from solver.proof.write.markdown import markdown
from solver.proof.write.tikz import tikz


class Writer(Protocol):
    """Proofs as one file."""

    def __call__(self, proofs: Sequence[Proof], tongue: Tongue, style: Style = Style.OLYMPIAD) -> str: ...


def _article(proofs: Sequence[Proof], tongue: Tongue, style: Style = Style.OLYMPIAD) -> str:
    readings = together([proof.reading_in(tongue, style) for proof in proofs])
    return article([(r, proof.figure) for r, proof in zip(readings, proofs, strict=True)])


def _fragment(proofs: Sequence[Proof], tongue: Tongue, style: Style = Style.OLYMPIAD) -> str:
    readings = together([proof.reading_in(tongue, style) for proof in proofs])
    preamble = f"{PREAMBLE}{FOR_CHINESE if any(map(is_for_ctex, readings)) else ''}"
    parts = (
        fragment(r, proof.figure, number) for number, (r, proof) in enumerate(zip(readings, proofs, strict=True), 1)
    )
    return "\n".join((f"% The preamble needs: {preamble}", *parts))


def _markdown(proofs: Sequence[Proof], tongue: Tongue, style: Style = Style.OLYMPIAD) -> str:
    return "\n".join(map(markdown, together([proof.reading_in(tongue, style) for proof in proofs])))


def _tikz(proofs: Sequence[Proof], tongue: Tongue, style: Style = Style.OLYMPIAD) -> str:
    return "\n".join(tikz(proof.figure) for proof in proofs)


#: All but TEXT and JSON, which are about results rather than proofs.
WRITERS: Mapping[Form, Writer] = {
    Form.MARKDOWN: _markdown,
    Form.LATEX: _article,
    Form.FRAGMENT: _fragment,
    Form.TIKZ: _tikz,
    Form.HTML: page,
}
