"""Proofs in LaTeX: an article that compiles, or a fragment for one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from solver.diagram.scene import Scene
from solver.proof.phrases.phrases import Tongue
from solver.proof.reading import Line, Reading
from solver.proof.write.mathematics import SIGNS, Kind, Run, latex_formula, runs
from solver.proof.write.tikz import tikz
from solver.statements.names import Names

#: What a fragment needs in its document's preamble.
PREAMBLE = "\\usepackage{amsmath, amssymb, tikz}"
#: And one with Chinese characters besides.
FOR_CHINESE = " \\usepackage{ctex} (for XeLaTeX)"

#: How much wider than usual the blanks of a line may be; how close the items of a list are.
STRETCH, CLOSE = "3em", r"\setlength{\itemsep}{2pt plus 1pt}\setlength{\parsep}{0pt}"

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_ESCAPED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def article(parts: Sequence[tuple[Reading, Scene]]) -> str:
    """A whole document: for pdflatex, or in Chinese for xelatex, with ctex."""
    is_chinese = any(is_for_ctex(reading) for reading, _ in parts)
    head = (
        rf"\documentclass{{{'ctexart' if is_chinese else 'article'}}}",
        r"\usepackage[margin=27mm]{geometry}",
        PREAMBLE,
    )
    body = "\n".join(fragment(reading, scene, number) for number, (reading, scene) in enumerate(parts, 1))
    return "\n".join((*head, r"\begin{document}", "", body, r"\end{document}", ""))


def is_for_ctex(reading: Reading) -> bool:
    """Whether it has Chinese characters."""
    return reading.phrases.tongue is Tongue.CHINESE or bool(_CHINESE.search(reading.stated))


def fragment(reading: Reading, scene: Scene, number: int = 1) -> str:
    """What stands in the document. number: keeps the labels of several proofs in one document apart."""
    prefix, phrases = f"proof{number}:", reading.phrases
    parts = [
        rf"\begingroup\setlength{{\emergencystretch}}{{{STRETCH}}}",  # formulas in a row are hard to break into lines
        # A figure goes to the next page with its heading, not alone.
        *_head(reading, prefix),
        "{\\centering\n" + tikz(scene) + "\\par}",
    ]
    if reading.given:
        parts.append(_section(phrases.given_title, reading.given, reading, prefix))
    if reading.constructed:
        parts.append(_section(phrases.construct_title, reading.constructed, reading, prefix))
    parts.append(_section(phrases.proof_title, (), reading, prefix) + _paragraphs(reading, prefix))
    parts.append(_sentence(reading.conclusion, reading, prefix) + r" \hfill$\square$")
    notes = [
        f"{title}{phrases.colon}{phrases.semicolon.join(_sentence(words, reading, prefix) for words in some)}{phrases.stop}"
        for title, some in ((phrases.conditions_title, reading.brief), (phrases.theorems_title, reading.theorems))
        if some
    ]
    if reading.about_angles:
        notes.append("".join(_run(run.kind, run.text, prefix) for run in runs(reading.about_angles, Names.of("abcd"))))
    if notes:
        parts.append("{\\small\n" + "\n\n".join(notes) + "\\par}")
    parts.append("\\par\\endgroup")
    return "\n\n".join(parts) + "\n"


def _head(reading: Reading, prefix: str) -> Iterator[str]:
    """The statement as it was typed and as it was understood, and what to prove; of a further goal only that."""
    phrases, task = reading.phrases, _sentence(reading.task, reading, prefix)
    if reading.goes_on:
        yield rf"\subsection*{{{task}}}"
        return
    understood = phrases.semicolon.join(_typed(said, reading) for said in reading.understood)
    yield rf"\section*{{{_text(reading.title)}}}"
    if reading.where:
        yield r"\textit{" + _sentence(reading.where, reading, prefix) + r"}\par"
    if reading.stated:
        yield _typed(reading.stated, reading) + r"\par"
    yield rf"{{\small {phrases.understood_title}{phrases.colon}{understood}{phrases.stop}\par}}"
    yield f"{task}\\par\\nopagebreak\\medskip"


def _section(title: str, lines: Sequence[Line], reading: Reading, prefix: str) -> str:
    return f"\\paragraph{{{title}}}\n{_list(lines, reading, prefix)}"


def _paragraphs(reading: Reading, prefix: str) -> str:
    """The steps, each claim before its paragraph."""
    parts: list[str] = []
    waiting: list[Line] = []
    for line in reading.steps:
        if line.heading is not None:
            parts.append(_list(waiting, reading, prefix))
            waiting = []
            if line.heading:
                parts.append(rf"\noindent\textit{{{_sentence(line.heading, reading, prefix)}}}")
        waiting.append(line)
    return "\n\n".join(part for part in (*parts, _list(waiting, reading, prefix)) if part)


def _list(lines: Sequence[Line], reading: Reading, prefix: str) -> str:
    """An enumeration that goes on where the last one ended."""
    if not lines:
        return ""
    items = [f"  \\item\\label{{{prefix}{line.number}}} {_sentence(line.words, reading, prefix)}" for line in lines]
    start = f"\\setcounter{{enumi}}{{{lines[0].number - 1}}}"
    return "\n".join((r"\begin{enumerate}" + CLOSE, start, *items, r"\end{enumerate}"))


def _sentence(sentence: str, reading: Reading, prefix: str) -> str:
    return "".join(_run(run.kind, run.text, prefix) for run in runs(sentence, reading.names))


def _typed(text: str, reading: Reading) -> str:
    """What a user typed: numbers in parentheses are no references there."""
    found = (run if run.kind is not Kind.REFERENCE else Run(Kind.WORDS, run.text) for run in runs(text, reading.names))
    return "".join(_run(run.kind, run.text, "") for run in found)


def _run(kind: Kind, text: str, prefix: str) -> str:
    match kind:
        case Kind.FORMULA:
            return f"${latex_formula(text).strip()}$" + (" " if text.endswith(" ") else "")
        case Kind.REFERENCE:
            return re.sub(r"\d+", lambda n: rf"\ref{{{prefix}{n[0]}}}", text).replace("–", "--")
        case Kind.WORDS:
            return _text(text)


def _text(words: str) -> str:
    """Words, with signs of geometry that stand alone among them."""
    escaped = _SPECIAL.sub(lambda m: _ESCAPED.get(m[0], "\\" + m[0]), words)
    return "".join(f"${latex_formula(c).strip()}$" if c in SIGNS else c for c in escaped)
