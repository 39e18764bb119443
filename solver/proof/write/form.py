"""The forms in which a proof is written, by name; nothing else is needed to ask for one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from solver.errors import PorismError


class Form(str, Enum):
    """What `porism prove` writes. TEXT and JSON also say why there is no proof."""

    TEXT = "text"
    MARKDOWN = "md"
    LATEX = "latex"
    FRAGMENT = "latex-fragment"
    TIKZ = "tikz"
    HTML = "html"
    JSON = "json"


#: The forms of files by their suffixes.
SUFFIXES: Mapping[str, Form] = {
    ".md": Form.MARKDOWN,
    ".tex": Form.LATEX,
    ".tikz": Form.TIKZ,
    ".html": Form.HTML,
    ".json": Form.JSON,
    ".txt": Form.TEXT,
    "": Form.TEXT,
}


def form_for(path: Path | None) -> Form:
    """The form that a file's suffix stands for; text where there is no file. Raises PorismError where it stands for none."""
    if path is None:
        return Form.TEXT
    form = SUFFIXES.get(path.suffix.lower())
    if form is None:
        raise PorismError(
            f"{path.suffix} is no form of a proof", None,
            f"end the file's name with {', '.join(filter(None, SUFFIXES))}, or name the form with --format",
        )  # fmt: skip
    return form
