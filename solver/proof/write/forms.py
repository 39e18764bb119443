"""The forms in which proofs are written, each by its name and the suffix of its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from solver.proof.proof import Proof
from solver.proof.write.html import page
from solver.proof.write.latex import PREAMBLE, article, fragment
from solver.proof.write.tikz import tikz


class Form(str, Enum):
    """What `porism prove` writes. TEXT and JSON also say why there is no proof."""

    TEXT = "text"
    MARKDOWN = "md"
    LATEX = "latex"
    FRAGMENT = "latex-fragment"
    TIKZ = "tikz"
    HTML = "html"
    JSON = "json"


@dataclass(frozen=True)
class _Writer:
    """suffix: of files that are written so without being asked."""

    write: Callable[[Sequence[Proof]], str]
    suffix: str = ""


def _article(proofs: Sequence[Proof]) -> str:
    return article([(proof.reading, proof.figure) for proof in proofs])


def _fragment(proofs: Sequence[Proof]) -> str:
    parts = (fragment(proof.reading, proof.figure, number) for number, proof in enumerate(proofs, 1))
    return "\n".join((f"% The preamble needs: {PREAMBLE}", *parts))


#: All but TEXT and JSON, which are about results rather than proofs.
WRITERS: Mapping[Form, _Writer] = {
    Form.MARKDOWN: _Writer(lambda proofs: "\n".join(proof.markdown() for proof in proofs), ".md"),
    Form.LATEX: _Writer(_article, ".tex"),
    Form.FRAGMENT: _Writer(_fragment),
    Form.TIKZ: _Writer(lambda proofs: "\n".join(tikz(proof.figure) for proof in proofs), ".tikz"),
    Form.HTML: _Writer(page, ".html"),
}


def form_for(path: Path | None) -> Form:
    """The form that a file's suffix stands for; text where it stands for none."""
    suffixes = {writer.suffix: form for form, writer in WRITERS.items() if writer.suffix} | {".json": Form.JSON}
    return suffixes.get(path.suffix.lower(), Form.TEXT) if path is not None else Form.TEXT
