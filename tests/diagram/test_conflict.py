"""Statements without a figure: which of their sentences can't hold together."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Sequence

import pytest

from solver import collection
from solver.diagram import build, conflict
from solver.diagram.build import build_diagram
from solver.diagram.conflict import contradictions
from solver.errors import ConstructionError, NoFigure
from solver.language.read import parse_statement

#: A statement, and those of its sentences that are at odds.
AT_ODDS = {
    "angles of a triangle": (
        "triangle ABC; O circumcenter; ∠A = 60°; ∠B = 70°; ∠C = 80°; prove OA = OB",
        ["∠A = 60°", "∠B = 70°", "∠C = 80°"],
    ),
    "two midpoints": (
        "triangle ABC; M midpoint of AB; D on BC; M midpoint of AC; prove AM = BM",
        ["triangle ABC", "M midpoint of AB", "M midpoint of AC"],
    ),
    "a point on two circles that don't meet": (
        "circle v with center O; circle w with center P; A on v; C on w; OP = 3 OA; PC = OA; D on v; D on w; prove DO = DP",
        ["OP = 3 OA", "PC = OA", "D on v", "D on w"],
    ),
    "sides that don't reach": (
        "triangle ABC; AB = 2 BC; AC = 5 BC; D midpoint of BC; prove AD = BD",
        ["AB = 2 BC", "AC = 5 BC"],
    ),
    "inside and on the circle": (
        "triangle ABC; P inside ABC; H orthocenter; P on circle (ABC); prove PH = PA",
        ["P inside ABC", "P on circle (ABC)"],
    ),
    "an acute triangle with an obtuse angle": (
        "acute triangle ABC; M midpoint of BC; ∠A = 100°; prove MA = MB",
        ["acute triangle ABC", "∠A = 100°"],
    ),
    "on a segment and beyond": (
        "triangle ABC; D on segment BC; D and B on opposite sides of AC; prove AD = BD",
        ["D on segment BC", "D and B on opposite sides of AC"],
    ),
    "a tangent from inside": (
        "circle w with center O; P inside w; A on w; PA tangent to w; prove PA = PO",
        ["P inside w", "PA tangent to w"],
    ),
    "lengths in a circle": (
        "triangle ABC; D, E, F midpoints of BC, CA, AB; G centroid; H orthocenter; I incenter; "
        "AB = 2AC; BC = 2AC; AC = 2AB; prove HG = 2GI",
        ["BC = 2AC", "AC = 2AB"],
    ),
}  # fmt: skip


def told(text: str, seed: int = 0) -> ConstructionError:
    with pytest.raises(ConstructionError) as caught:
        build_diagram(parse_statement(text), seed, time.monotonic() + 60)
    return caught.value


@pytest.mark.parametrize("case", AT_ODDS)
def test_sentences_that_are_at_odds_are_named_with_their_places(case: str) -> None:
    text, sentences = AT_ODDS[case]
    error = told(text)
    assert re.findall("“(.*?)”", error.message) == sentences
    places = [text.find(s) + 1 for s in sentences]
    assert [int(c) for c in re.findall(r"\(line 1, column (\d+)\)", error.message)] == places
    assert error.span is not None and error.span.column == places[-1]
    assert "change or leave out one of them" in error.hint


@pytest.mark.parametrize("case", ["sides that don't reach", "inside and on the circle", "two midpoints"])
def test_without_any_one_of_them_there_is_a_figure(case: str) -> None:
    _, sentences = AT_ODDS[case]
    for left_out in sentences:
        rest = "; ".join(s for s in sentences if s != left_out)
        assert build_diagram(parse_statement(f"{rest}; what can be said?"), 0, time.monotonic() + 60)


def test_lines_are_counted_where_the_statement_stands() -> None:
    problem = parse_statement("triangle ABC\n\nAB = 2 BC\nAC = 5 BC\nprove AB = AC", line=7)
    with pytest.raises(ConstructionError) as caught:
        build_diagram(problem)
    assert "“AB = 2 BC” (line 9, column 1) and “AC = 5 BC” (line 10, column 1)" in caught.value.message


def test_the_same_seed_names_the_same() -> None:
    text, _ = AT_ODDS["inside and on the circle"]
    assert told(text, 3).message == told(text, 3).message


@pytest.mark.parametrize("entry", list(collection.entries())[::6], ids=lambda entry: entry.name)
def test_a_statement_that_has_a_figure_never_pays_for_it(
    entry: collection.Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_asked(*_: object) -> conflict.Conflict:
        raise AssertionError("a conflict is looked for")

    monkeypatch.setattr(conflict, "conflict", not_asked)
    monkeypatch.setattr(conflict, "conflict_near", not_asked)
    assert build_diagram(entry.statement.parse(), 0, time.monotonic() + 30)


def test_where_time_runs_out_what_is_known_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflict, "LONGEST", 0.0)
    monkeypatch.setattr(conflict, "MOST_POINTS", 0)
    monkeypatch.setattr(build, "LONG_PATIENCE", 40)
    text, _ = AT_ODDS["lengths in a circle"]
    error = told(text)
    assert isinstance(error, NoFigure)
    assert re.match(
        r"no figure was found in \d+\.\d s; that there is none isn't shown: .*“triangle ABC” ", error.message
    )
    assert error.message.endswith(" and 3 more sentences")


@pytest.mark.parametrize("case", AT_ODDS)
@pytest.mark.parametrize("seed", range(3))
def test_what_contradicts_itself_is_certain(case: str, seed: int) -> None:
    problem, (_, sentences) = parse_statement(AT_ODDS[case][0]), AT_ODDS[case]
    spans = {*problem.spans.values(), *problem.condition_spans.values()}
    assert conflict.is_certified(
        conflict.part(problem, [s for s in spans if problem.quote(s) in sentences]), seed, None
    )


@pytest.mark.parametrize(
    "text",
    [
        "triangle ABC; M midpoint of BC; P on line AM; AP ⟂ BC; P != A",
        "acute triangle ABC; ∠A = 89°",
        "triangle ABC; P inside ABC; PA = PB; PB = 9 PC",
        "kite ABCD; D on circle (ABC); AB = 3 BC",
        "circle w with center O; A on w; PA tangent to w; B on w; PB tangent to w; B != A; PA = AB",
    ],
)
def test_what_has_a_figure_is_never_certain_to_have_none(text: str) -> None:
    for seed in range(3):
        assert not conflict.is_certified(parse_statement(f"{text}; what can be said?"), seed, None)


def test_a_goal_that_cant_be_judged_is_no_contradiction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "error_of", lambda *_: 5e-6)
    assert "whether the goal holds can't be told" in told("triangle ABC; prove AB = AC").message


class TestCoordinates:
    """Places that are nearly right, so that no premise by itself is off, but all together have no figure there."""

    def test_premises_are_named(self) -> None:
        text = (
            "a@0_0 = ; b@4_0 = ; c@2_2.0003 = ; d@2.0001_0 = "
            "cong c a c b, perp c a c b, coll d a b, aconst c a a b 45.01, cong d a d b ? coll a b d"
        )
        error = told(text)
        assert re.findall("“(.*?)”", error.message) == ["cong c a c b", "perp c a c b", "aconst c a a b 4501/100"]
        assert f"(line 1, column {text.find('aconst') + 1})" in error.message
        assert "more exact coordinates" in error.hint

    def test_sentences_are_named(self) -> None:
        text = "A at (0,0); B at (4,0); C at (2,2); CA = CB; CA ⟂ CB; ∠(AB, AC) = 45.01°; prove AB = AC"
        assert re.findall("“(.*?)”", told(text).message) == ["CA = CB", "CA ⟂ CB", "∠(AB, AC) = 45.01°"]

    def test_a_sentence_that_is_off_by_itself_is_quoted(self) -> None:
        error = told("A at (0,0); B at (4,0); C at (2,3); CA = CB; CA ⟂ CB; prove AB = AC")
        assert error.message.startswith("the coordinates contradict “CA ⟂ CB” (off by ")


@pytest.mark.parametrize("size", [1, 2, 5, 12, 40])
def test_what_is_left_of_a_contradiction_is_least(size: int) -> None:
    rng = random.Random(size)
    for _ in range(30):
        cores = [set(rng.sample(range(size), rng.randint(1, min(4, size)))) for _ in range(rng.randint(1, 3))]
        asked: list[Sequence[int]] = []

        def is_possible(part: Sequence[int], cores: list[set[int]] = cores, asked: list[Sequence[int]] = asked) -> bool:
            asked.append(part)
            return not any(core <= set(part) for core in cores)

        *_, least = contradictions(range(size), is_possible)
        assert not is_possible(least)
        assert all(is_possible([x for x in least if x != left_out]) for left_out in least)
        assert len(asked) <= 12 * len(least) + 12


def test_what_is_left_out_says_nothing_of_the_part() -> None:
    """Angles whose sense the figure decides were turned in figures that lack their points."""
    problem = parse_statement(
        "Let $D$ lie on side $AC$ with $\\angle ABD = \\angle ACB$. Let $E$ be the midpoint of $AB$. Prove that $AD = AE$.",
        "x",
    )
    less = conflict.part(problem, [span for s, span in problem.spans.items() if "E" in s.points])
    assert set(less.spans) == set(less.premises)
    assert set(less.points) == {"A", "B", "E"}


def test_a_sentence_that_no_figure_meets_is_named_alone() -> None:
    error = told("Let ABC be a triangle with AB + BC < AC. Prove that AB = AC.")
    assert "AB + BC < AC" in error.message
    assert error.hint.startswith("change it or leave it out")
