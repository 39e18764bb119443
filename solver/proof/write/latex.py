"""Proofs in LaTeX: an article that compiles, or a fragment for one's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from solver.diagram.scene import Scene
from solver.proof.reading import Line, Reading
from solver.proof.write.mathematics import SIGNS, Kind, latex_formula, runs
from solver.proof.write.text import ANGLES
from solver.proof.write.tikz import tikz
from solver.statements.names import Names

#: What a fragment needs in its document's preamble.
PREAMBLE = "\\usepackage{amsmath, amssymb, tikz}"

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_ESCAPED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def article(parts: Sequence[tuple[Reading, Scene]]) -> str:
    """A whole document, for pdflatex."""
    head = (r"\documentclass{article}", r"\usepackage[a4paper, margin=27mm]{geometry}", PREAMBLE)
    body = "\n".join(fragment(reading, scene, number) for number, (reading, scene) in enumerate(parts, 1))
    return "\n".join((*head, r"\begin{document}", "", body, r"\end{document}", ""))


def fragment(reading: Reading, scene: Scene, number: int = 1) -> str:
    """What stands in the document. number: keeps the labels of several proofs in one document apart."""
    prefix = f"proof{number}:"
    parts = [
        rf"\section*{{{_text(reading.name)}}}",
        _sentence(reading.task, reading, prefix),
        "\\begin{center}\n" + tikz(scene) + "\\end{center}",
    ]
    if reading.given:
        parts.append(_section("Given", reading.given, reading, prefix))
    if reading.constructed:
        said = "; ".join(_sentence(words, reading, prefix) for words in reading.constructed)
        parts.append(f"\\paragraph{{Construct}} {said}.\n{_list(reading.of_constructed, reading, prefix)}")
    parts += [
        _section("Proof", reading.steps, reading, prefix),
        _sentence(reading.conclusion, reading, prefix) + r" \hfill$\square$",
    ]
    notes = (
        [f"Seen in the figure: {'; '.join(_sentence(c, reading, prefix) for c in reading.conditions)}."]
        if reading.conditions
        else []
    )
    if reading.has_angles:
        notes.append("".join(_run(run.kind, run.text, prefix) for run in runs(ANGLES, Names.of("abcd"))))
    if notes:
        parts.append("{\\small\n" + "\n\n".join(notes) + "\n}")
    return "\n\n".join(parts) + "\n"


def _section(title: str, lines: Sequence[Line], reading: Reading, prefix: str) -> str:
    return f"\\paragraph{{{title}}}\n{_list(lines, reading, prefix)}"


def _list(lines: Sequence[Line], reading: Reading, prefix: str) -> str:
    """An enumeration that goes on where the last one ended."""
    if not lines:
        return ""
    items = [f"  \\item\\label{{{prefix}{line.number}}} {_sentence(line.words, reading, prefix)}" for line in lines]
    start = f"\\setcounter{{enumi}}{{{lines[0].number - 1}}}"
    return "\n".join((r"\begin{enumerate}", start, *items, r"\end{enumerate}"))


def _sentence(sentence: str, reading: Reading, prefix: str) -> str:
    return "".join(_run(run.kind, run.text, prefix) for run in runs(sentence, reading.names))


def _run(kind: Kind, text: str, prefix: str) -> str:
    match kind:
        case Kind.FORMULA:
            return f"${latex_formula(text).strip()}$" + (" " if text.endswith(" ") else "")
        case Kind.REFERENCE:
            return "(" + ", ".join(rf"\ref{{{prefix}{n}}}" for n in text[1:-1].split(", ")) + ")"
        case Kind.WORDS:
            return _text(text)


def _text(words: str) -> str:
    """Words, with signs of geometry that stand alone among them."""
    escaped = _SPECIAL.sub(lambda m: _ESCAPED.get(m[0], "\\" + m[0]), words)
    return "".join(f"${latex_formula(c)}$" if c in SIGNS else c for c in escaped)
