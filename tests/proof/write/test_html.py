"""The page of a proof: one file that says all that the proof says, and computes with what the certificate has."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from solver.checking import check_certificate
from solver.proof.phrases.phrases import Tongue
from solver.proof.proof import Proof
from solver.proof.style import Style
from solver.proof.write import html
from solver.proof.write.html import page
from solver.proving import Result, Status
from tests.proof.write.examples import proof_for, proof_with_auxiliary_point


class Page(HTMLParser):
    """What a page has, by its elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.data: dict[str, Any] = {}
        self.lines: dict[int, str] = {}
        self.links: list[str] = []
        self.frames: list[str] = []
        self._script, self._line, self._section = "", 0, ("", "")
        self.sections: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.frames += [values["srcdoc"] or ""] if "srcdoc" in values else []
        self.links += [values[name] or "" for name in ("src", "href") if name in values]
        self._script = values.get("id") or "" if tag == "script" else ""
        if tag == "section":
            self._section = (values.get("lang") or "", values.get("data-style") or "")
            self.sections += [self._section] * ("data-style" in values)
        if "data-line" in values and self._section == ("en", "olympiad"):
            self._line = int(values["data-line"] or 0)
            self.lines[self._line] = ""

    def handle_endtag(self, tag: str) -> None:
        self._line = 0 if tag == "li" else self._line
        self._script = ""

    def handle_data(self, data: str) -> None:
        if self._script:
            self.data[self._script] = json.loads(data)
        if self._line:
            self.lines[self._line] += data


def page_of(proof: Proof) -> Page:
    return Page(proof.html())


@pytest.mark.parametrize("name", ["orthocenter", "simson"])
def test_a_page_has_every_line_and_needs_no_network(name: str) -> None:
    proof = proof_for(name)
    shown = page_of(proof)
    assert {n: " ".join(text.split()) for n, text in shown.lines.items()} == {
        line.number: f"{line.number}.{line.words}" for line in proof.reading.lines
    }
    assert set(shown.links) <= {"#"}
    assert not re.search("https?://(?!www.w3.org)", proof.html())


def test_the_certificate_inside_is_the_proofs_own_and_is_accepted() -> None:
    proof = proof_for("orthocenter")
    inside = page_of(proof).data["porism-certificate"]
    assert inside == json.loads(proof.to_json())
    check_certificate(json.dumps(inside))


def test_every_claim_of_the_certificate_is_there_to_be_computed() -> None:
    proof = proof_for("simson")
    data = page_of(proof).data["porism-data"]
    assert {claim["id"] for claim in data["claims"]} == {s.id for s in proof.steps}
    assert all(claim["equations"] for claim in data["claims"])
    assert data["order"] == list(proof.certificate["coordinates"])


def test_lines_say_what_they_speak_of_and_rest_on() -> None:
    proof = proof_for("simson")
    data = page_of(proof).data["porism-data"]
    names = [p["name"] for p in data["figure"]["points"]]
    last = data["lines"][-1]
    assert {names[i] for i in last["things"]["points"]} == {"D", "E", "F"}
    numbers = {line["number"] for line in data["lines"]}
    assert all(set(line["rests"]) < numbers for line in data["lines"])
    assert all(line["rests"] for line in data["lines"] if line["part"] == "step")


def test_a_long_line_is_folded_under_its_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "<summary><span" not in proof_for("orthocenter").html()
    monkeypatch.setattr(html, "LONG", 60)
    told = html.told(proof_for("orthocenter"), Tongue.ENGLISH)
    (folded,) = re.findall(r"<details><summary>(<span.*?)</summary>(.*?)</details></li>", told)[:1]
    claim, sentence = (re.sub("<.*?>", "", part) for part in folded)
    assert claim == "BH = BD" and sentence == proof_for("orthocenter").reading.steps[-1].words


def test_powers_are_raised() -> None:
    assert "z²·(x − y)²/16" in proof_for("euler").html()


def test_free_points_are_told_from_those_that_are_determined() -> None:
    figure = page_of(proof_for("simson")).data["porism-data"]["figure"]
    assert {p["name"]: p["free"] for p in figure["points"]} == {"A": 2, "B": 2, "C": 2, "P": 1, "D": 0, "E": 0, "F": 0}


def test_a_page_has_both_languages_and_the_style_of_school_where_it_says_something_else() -> None:
    both = [("en", "olympiad"), ("en", "school"), ("zh", "olympiad"), ("zh", "school")]
    assert sorted(page_of(proof_for("orthocenter")).sections) == both
    assert {style for _, style in page_of(proof_for("euler")).sections} == {"olympiad"}
    directed = Page(page([proof_for("euler")], style=Style.DIRECTED))
    assert {style for _, style in directed.sections} == {"olympiad", "directed"}


def test_auxiliary_points_are_told_apart() -> None:
    figure = page_of(proof_with_auxiliary_point()).data["porism-data"]["figure"]
    assert [p["name"] for p in figure["points"] if p["aux"]] == ["M"]
    assert {s["role"] for s in figure["strokes"]} == {"auxiliary", "goal"}


def test_what_a_statement_says_cant_end_the_elements_that_it_stands_in() -> None:
    proof = proof_for("orthocenter")
    words = '</script><script>alert("1")</script><!--'
    text = f"{proof.problem.text}\n# {words}"
    hostile = Proof(replace(proof.problem, name=words, text=text), proof.diagram, proof.steps, proof.goal)
    shown = page_of(hostile)
    assert shown.data["porism-certificate"]["problem"]["statement"] == text
    assert hostile.html().count("</script>") == proof.html().count("</script>")


def test_several_goals_are_frames_of_one_file() -> None:
    text = page([proof_for("orthocenter"), proof_for("simson")])
    assert text.count("<iframe") == text.count("srcdoc=") == 2
    assert "Prove that D, E, F are collinear." in text


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    proof = proof_for("orthocenter")
    frame = Page(proof._repr_html_())
    assert frame.frames == [proof.html()]
    assert Result(proof.problem, Status.PROVED, proof=proof)._repr_html_() == proof._repr_html_()
    assert Result(proof.problem, Status.UNPROVED)._repr_html_() is None
