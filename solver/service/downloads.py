"""The files that a proof can be taken away as."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from solver.diagram.display import displayed
from solver.diagram.svg import to_svg
from solver.geogebra.write import geogebra_file
from solver.proof.phrases.phrases import Tongue
from solver.proof.proof import Proof
from solver.proof.style import Style
from solver.proof.write.form import Form
from solver.proof.write.writers import WRITERS
from solver.service.showing import certificates, proofs_in

Proofs = tuple[Proof, ...]


@dataclass(frozen=True)
class Download:
    """The figure's forms show that of the first goal. media: the media type."""

    suffix: str
    media: str
    write: Callable[[Proofs, Tongue, Style], str | bytes]


def _geogebra(proofs: Proofs, tongue: Tongue, style: Style) -> bytes:
    proof = proofs[0]
    return geogebra_file(proof.problem, displayed(proof.problem, proof.diagram).places())


def _text(proofs: Proofs, tongue: Tongue, style: Style) -> str:
    return "\n".join(proof.text(tongue.value, style.value) for proof in proofs)


DOWNLOADS: Mapping[str, Download] = {
    "html": Download(".html", "text/html", WRITERS[Form.HTML]),
    "text": Download(".txt", "text/plain", _text),
    "markdown": Download(".md", "text/markdown", WRITERS[Form.MARKDOWN]),
    "latex": Download(".tex", "application/x-tex", WRITERS[Form.LATEX]),
    "latex-fragment": Download(".fragment.tex", "application/x-tex", WRITERS[Form.FRAGMENT]),
    "tikz": Download(".tikz", "application/x-tex", WRITERS[Form.TIKZ]),
    "svg": Download(".svg", "image/svg+xml", lambda proofs, tongue, style: to_svg(proofs[0].figure)),
    "geogebra": Download(".ggb", "application/vnd.geogebra.file", _geogebra),
    "certificate": Download(".json", "application/json", lambda proofs, tongue, style: certificates(proofs)),
}


def write_proofs(kept: bytes, form: str, tongue: Tongue, style: Style) -> bytes:
    """The file of that name in DOWNLOADS, UTF-8 where it is text. kept: by `show_proofs`."""
    written = DOWNLOADS[form].write(proofs_in(kept), tongue, style)
    return written if isinstance(written, bytes) else written.encode()
