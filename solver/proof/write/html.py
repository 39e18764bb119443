"""A proof as one HTML file, without a network: its figure to drag, its steps to walk through, its certificate to check.

The figure is drawn by the page's own scripts (page/*.js) from the picture and the places of its points, and stands in the
file as SVG for readers without scripts. Everything that is computed with is in two JSON elements: what is shown, and the
certificate as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from solver.diagram.diagram import Diagram
from solver.diagram.display import displayed
from solver.diagram.freedom import freedom
from solver.diagram.picture import picture_of
from solver.diagram.scene import laid_out
from solver.diagram.svg import contents
from solver.diagram.things import Things, things_of_all
from solver.language.convert import understood
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.proof.phrases.phrases import Tongue
from solver.proof.reading import Line, Reading
from solver.proof.style import Style
from solver.proof.words import claim_in_words
from solver.proof.write.equations import equations_of, while_moving
from solver.proof.write.mathematics import Kind, runs
from solver.proof.write.page_words import PAGE_WORDS
from solver.statements.names import Names
from solver.statements.predicates import Claim, Statement

if TYPE_CHECKING:
    from solver.proof.proof import Proof

Json = dict[str, Any]
#: A line with more characters is folded.
LONG = 240
_FOLDER = Path(__file__).parent / "page"
#: In the order in which they depend on each other.
FIGURE_SCRIPTS = ("numbers.js", "figure.js", "drawing.js", "walk.js")


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def html(proof: Proof, tongue: Tongue = Tongue.ENGLISH, style: Style = Style.OLYMPIAD) -> str:
    """The page of a proof, which has it in all languages and begins with one. Raises CertificateError where a step isn't
    sound."""
    reading, problem, words = proof.reading_in(tongue, style), proof.problem, PAGE_WORDS[tongue]
    figure = displayed(problem, proof.diagram)
    at = figure.places()
    scene = laid_out(picture_of(problem, at, proof.goal), at)
    data = {**_shown(proof, figure), "words": page_words()}
    return Template(_file("page.html")).substitute(
        words.labels,
        language=tongue.value,
        title=escape(reading.title),
        statement=_stated(reading),
        understood_text=escape(understood(problem)),
        css=_file("page.css"),
        box=f"0 0 {scene.width:.0f} {scene.height:.0f}",
        drawing=contents(scene),
        told=told(proof, tongue, style),
        data=_in_script(data),
        certificate=_in_script(proof.certificate),
        script="\n".join(map(_file, (*FIGURE_SCRIPTS, "page.js"))),
    )


def shown_proof(proof: Proof, tongue: Tongue = Tongue.ENGLISH) -> Json:
    """What the scripts need to show a proof on another page: also its words, as HTML, and its certificate."""
    figure = displayed(proof.problem, proof.diagram)
    return {**_shown(proof, figure), "told": told(proof, tongue), "certificate": proof.certificate}


def _shown(proof: Proof, figure: Diagram) -> Json:
    problem, reading = proof.problem, proof.reading
    return {
        "figure": live_figure(problem, figure, proof.goal, reading.names),
        "lines": [_line(line, _numbered(problem.points)) for line in reading.lines],
        "order": list(certificate_points(proof.certificate)),
        "claims": _claims(proof),
    }


def told(proof: Proof, tongue: Tongue, style: Style = Style.OLYMPIAD) -> str:
    """The proof's words as HTML, a section for each language and style; all but one of them hidden.

    Its styles are the one that is asked for, that of olympiads, and that of school where it says anything otherwise.
    """
    styles = dict.fromkeys((style, Style.OLYMPIAD, Style.SCHOOL))
    readings = {(t, s): proof.reading_in(t, s) for t in Tongue for s in styles}
    return "\n".join(
        _told(reading, s, is_shown=(t, s) == (tongue, style))
        for (t, s), reading in readings.items()
        if s is style or s is Style.OLYMPIAD or reading.lines != readings[t, Style.OLYMPIAD].lines
    )


def _told(reading: Reading, style: Style, is_shown: bool) -> str:
    """The proof in one language and style."""
    phrases = reading.phrases
    parts = [
        _sections(reading),
        f'<p class="conclusion">{_sentence(reading.conclusion, reading)}</p>',
        _folded(phrases.conditions_title, reading.conditions, reading),
        _folded(phrases.theorems_title, reading.theorems, reading),
        f'<p class="quiet">{escape(reading.about_angles)}</p>' if reading.about_angles else "",
    ]
    hidden = "" if is_shown else " hidden"
    return f'<section class="told" lang="{phrases.tongue.value}" data-style="{style.value}"{hidden}>\n{"".join(parts)}\n</section>'


def page(proofs: Sequence[Proof], tongue: Tongue = Tongue.ENGLISH, style: Style = Style.OLYMPIAD) -> str:
    """One file; of several goals, a page each in a frame of its own, with tabs above."""
    if len(proofs) == 1:
        return html(proofs[0], tongue, style)
    tasks = [escape(proof.reading_in(tongue).task) for proof in proofs]
    tabs = [
        f'<input type="radio" name="goal" id="goal{k}"{" checked" if k == 1 else ""}><label for="goal{k}">{task}</label>'
        f'<iframe title="{task}" srcdoc="{escape(html(proof, tongue, style))}"></iframe>'
        for k, (task, proof) in enumerate(zip(tasks, proofs, strict=True), 1)
    ]
    return Template(_file("goals.html")).substitute(
        title=escape(proofs[0].problem.name), language=tongue.value, css=_file("goals.css"), tabs="\n".join(tabs)
    )


def framed(proofs: Sequence[Proof]) -> str:
    """The page within another one, such as a notebook."""
    title = escape(proofs[0].problem.name)
    return f'<iframe title="{title}" srcdoc="{escape(page(proofs))}" style="width: 100%; height: 640px; border: 0"></iframe>'


def certificate_points(certificate: Json) -> Sequence[str]:
    """In the order in which the page's numbers mean them when it checks."""
    return list(certificate["coordinates"])


def _numbered(points: Sequence[str]) -> Mapping[str, int]:
    return {p: i for i, p in enumerate(points)}


def _in_script(value: object) -> str:
    """JSON that can't end the element that it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


# -- the figure -----------------------------------------------------------------------------------------------------


def live_figure(problem: Problem, diagram: Diagram, goal: Statement, names: Names) -> Json:
    """All that the scripts need to draw the figure and to keep what is given while it is dragged."""
    at, index = diagram.places(), _numbered(problem.points)
    free, picture = freedom(problem, diagram), picture_of(problem, at, goal)

    def ids(points: Sequence[str]) -> list[int]:
        return [index[p] for p in points]

    premises = oriented(problem, at).premises
    return {
        "points": [
            {
                "id": p, "name": names[p], "x": at[p].real, "y": at[p].imag, "free": free[p],
                "aux": p in picture.auxiliary,
            }
            for p in problem.points
        ],
        "strokes": [{"on": ids(s.points), "role": s.role.value} for s in picture.strokes],
        "rings": [
            {"center": None if r.center is None else index[r.center], "on": ids(r.on), "role": r.role.value}
            for r in picture.rings
        ],
        "right": [ids(four) for four in picture.right],
        "equal": [[ids(pair) for pair in group] for group in picture.equal],
        "arcs": [[ids(corner) for corner in group] for group in picture.equal_angles],
        "goalArcs": [ids(corner) for corner in picture.goal_angles],
        "premises": [e for s in premises for e in equations_of(s, index)],
        "goal": [while_moving(e, goal) for e in equations_of(goal, index)],
    }  # fmt: skip


def page_words() -> dict[str, dict[str, str]]:
    """What the page itself says, by language and name."""
    return {tongue.value: {**words.labels, **words.script} for tongue, words in PAGE_WORDS.items()}


def _line(line: Line, index: Mapping[str, int]) -> Json:
    return {"number": line.number, "part": line.part.value, "rests": line.rests, "things": _things(line.things, index)}


def things_as_numbers(claims: Sequence[Claim], points: Sequence[str]) -> Json:
    """What all of these claims speak of."""
    return _things(things_of_all(claims), _numbered(points))


def _things(things: Things, index: Mapping[str, int]) -> Json:
    def rows(some: Sequence[Sequence[str]]) -> list[list[int]]:
        return [[index[p] for p in row] for row in some]

    return {
        "points": [index[p] for p in things.points],
        "lines": rows(things.lines),
        "circles": rows(things.circles),
        "corners": rows(things.corners),
    }


def _claims(proof: Proof) -> list[Json]:
    """What the page checks: each step's equations over the certificate's points."""
    index = _numbered(certificate_points(proof.certificate))
    return [{"id": step.id, "equations": equations_of(step.claim, index)} for step in proof.steps]


# -- the words ------------------------------------------------------------------------------------------------------


def _stated(reading: Reading) -> str:
    """The statement as it was printed, where it is in words, else what it asks; and for which figures it is proved."""
    stated = escape(reading.stated) if reading.stated else _sentence(reading.task, reading)
    return f"{stated} <em>{_sentence(reading.where, reading)}</em>" if reading.where else stated


def _sections(reading: Reading) -> str:
    phrases = reading.phrases
    parts = [_section(phrases.given_title, reading.given, reading)] if reading.given else []
    if reading.constructed:
        parts.append(_section(phrases.construct_title, reading.constructed, reading))
    return "\n".join((*parts, _section(phrases.proof_title, reading.steps, reading)))


def _section(title: str, lines: Sequence[Line], reading: Reading) -> str:
    return f"<h2>{title}</h2>\n{_list(lines, reading)}"


def _list(lines: Sequence[Line], reading: Reading) -> str:
    items = [
        f"{_heading(line, reading)}"
        f'<li data-line="{line.number}" tabindex="0"><span class="number">{line.number}.</span>'
        f"{_line_told(line, reading)}</li>"
        for line in lines
    ]
    return "\n".join(('<ol class="lines">', *items, "</ol>"))


def _line_told(line: Line, reading: Reading) -> str:
    """A line's sentence; a long one, which is algebra, is folded under what it claims."""
    sentence = _sentence(line.words, reading)
    claim = claim_in_words(line.steps[-1].claim, reading.voice) if len(line.words) > LONG and line.steps else ""
    if not claim or claim not in line.words:
        return f"<span>{sentence}</span>"
    return f"<details><summary>{_sentence(claim, reading)}</summary>{sentence}</details>"


def _heading(line: Line, reading: Reading) -> str:
    """A paragraph's claim, which is no line of the list."""
    if line.heading is None:
        return ""
    return f'<li class="claim">{_sentence(line.heading, reading)}</li>\n'


def _sentence(sentence: str, reading: Reading) -> str:
    return "".join(_run(run.kind, run.text) for run in runs(sentence, reading.names))


def _run(kind: Kind, text: str) -> str:
    match kind:
        case Kind.FORMULA:
            raised = re.sub(r"\^(\d+)", r"<sup>\1</sup>", escape(text))
            return f'<span class="formula">{raised}</span>'
        case Kind.REFERENCE:
            return re.sub(r"\d+", lambda n: f'<a href="#" data-to="{n[0]}">{n[0]}</a>', text)
        case Kind.WORDS:
            return escape(text)


def _folded(title: str, sentences: Sequence[str], reading: Reading) -> str:
    """A list under its title, to be opened; nothing where it is empty."""
    items = "".join(f"<li>{_sentence(s, reading)}</li>" for s in sentences)
    return f"<details><summary>{title}</summary><ul>{items}</ul></details>" if items else ""
