"""From a found goal to a checked proof: what was found is delivered, and on time."""

from __future__ import annotations

import cmath
import time
from dataclasses import replace
from itertools import permutations
from typing import Any

import numpy as np
import pytest

from solver.deduction.closure import Closure
from solver.diagram.diagram import Diagram
from solver.errors import CertificateError, FalseStatement, NoFigure, PorismError
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proof import coordinates
from solver.proof.proof import Proof
from solver.proving import Method, Status, prove, searching, synthetic
from solver.proving import meant as meaning
from solver.search.budget import Budget
from solver.statements.predicates import Statement
from solver.verdict.survey import Case, Holds, Survey
from tests.proof.proofs import placed_statement
from tests.verdict.statements import FALSE

CIRCLES = {
    "only two unions share three points": "a b c = triangle a b c; m = midpoint m b c; n = midpoint n a c; "
    "p = midpoint p a b; d = foot d a b c; h = orthocenter h a b c; i = midpoint i a h; f = foot f c a b; "
    "q = midpoint q b h ? cyclic i m n d",
    "other four of these points": "a b c = triangle a b c; m = midpoint m b c; n = midpoint n a c; "
    "p = midpoint p a b; d = foot d a b c; h = orthocenter h a b c; i = midpoint i a h; f = foot f c a b; "
    "q = midpoint q b h ? cyclic q f n m",
    "a center by two names": "triangle A B C; J A-excenter of A B C; "
    "A-excircle of A B C touches B C, A B, A C at M, K, L; L M meets B J at F; K M meets C J at G; "
    "prove F G parallel B C",
    "a circle stated twice": "triangle A B C; A, B, C, D concyclic; D, C, B, A concyclic; A, B, D, E concyclic; "
    "prove A, C, D, E concyclic",
}


@pytest.mark.parametrize("name", CIRCLES)
@pytest.mark.parametrize("seed", [0, 3])
def test_many_concyclic_points_are_proved_to_be(name: str, seed: int):
    result = prove(CIRCLES[name], search=None, seed=seed)
    assert (result.status, result.refusals) == (Status.PROVED, ())


@pytest.mark.parametrize("premises", list(permutations(("cyclic d e a f", "cyclic a b c d", "cyclic a b c e"))))
def test_circles_that_are_one_are_joined_in_whatever_order_they_are_stated(premises: tuple[str, ...]):
    on = {p: cmath.rect(1.0, turn) for p, turn in zip("abcdef", (0.1, 0.9, 1.7, 2.9, 4.0, 5.3), strict=True)}
    result = prove(placed_statement(on, ", ".join(premises), "cyclic b c d f"), search=None)
    assert (result.status, result.refusals) == (Status.PROVED, ())


def test_a_refused_proof_is_written_again_from_other_diagrams_and_the_refusal_kept(monkeypatch: pytest.MonkeyPatch):
    write = synthetic.checked_proof
    seeds: list[int] = []

    def refused_once(closure: Closure, goal: Statement, deadline: float) -> Proof:
        seeds.append(closure.diagram.seed)
        if len(seeds) == 1:
            raise CertificateError("no other diagram near its own")
        return write(closure, goal, deadline)

    monkeypatch.setattr(synthetic, "checked_proof", refused_once)
    result = prove(CIRCLES["other four of these points"], search=None, seed=5)
    assert result.status is Status.PROVED
    assert result.refusals == ("no other diagram near its own",)
    assert seeds[0] != seeds[1]


def test_so_is_a_proof_by_coordinates(monkeypatch: pytest.MonkeyPatch):
    prove_it, figures = coordinates.proof_by_coordinates, list[Diagram]()

    def refused_once(problem: Problem, diagrams: tuple[Diagram, ...], *rest: Any) -> Proof | None:
        figures.append(diagrams[0])
        if len(figures) == 1:
            raise CertificateError("its points are in line, in its diagram")
        return prove_it(problem, diagrams, *rest)

    monkeypatch.setattr(coordinates, "proof_by_coordinates", refused_once)
    result = prove(NEWTON, method=Method.ALGEBRAIC)
    assert result.is_proved and result.refusals == ("its points are in line, in its diagram",)
    assert figures[0].as_dict() != figures[1].as_dict()


#: Where two solutions of what is given fall together, a figure can move to first order, and is the only one of its shape.
DOUBLE_ROOTS = {
    "a leg that just reaches": "triangle A B C; A B = 2 B C; ∠ C A B = 30°; prove A C ⟂ B C",
    "a leg equal to half the hypotenuse": "triangle P Q R; M midpoint of P Q; Q R = P M; ∠ R P Q = 30°; prove R P ⟂ R Q",
    "the greatest area": "In triangle ABC, AB = 3, BC = 4 and the area of ABC is 6. Prove that angle ABC is right.",
}


@pytest.mark.parametrize("name", DOUBLE_ROOTS)
def test_a_figure_that_is_the_only_one_of_its_shape_is_enough(name: str):
    result = prove(DOUBLE_ROOTS[name], search=Budget(seconds=float("inf"), closures=500))
    assert (result.status, result.refusals) == (Status.PROVED, ())


DEGENERATE = [name for name in FALSE if name.endswith("a line's two points are one")]


@pytest.mark.parametrize("name", DEGENERATE)
def test_nothing_is_proved_of_degenerate_figures_where_it_is_open_what_holds_in_others(
    name: str, monkeypatch: pytest.MonkeyPatch
):
    survey = meaning.survey
    monkeypatch.setattr(
        meaning, "survey", lambda *arguments: replace(survey(*arguments), holds=Holds.UNKNOWN, cases=())
    )
    result = prove(FALSE[name], search=None)
    assert (result.status, result.reason) == (Status.UNPROVED, meaning.DEGENERATE)


def test_a_proof_that_is_refused_throughout_is_no_fault_of_the_statement(monkeypatch: pytest.MonkeyPatch):
    def refused(closure: Closure, goal: Statement, deadline: float) -> Proof:
        raise CertificateError("some step")

    monkeypatch.setattr(synthetic, "checked_proof", refused)
    result = prove(CIRCLES["a circle stated twice"], search=None)
    assert result.status is Status.INVALID
    assert "a defect of porism, not of the statement" in result.reason
    assert result.refusals == ("some step",)


@pytest.mark.parametrize("error", [FalseStatement("another choice"), NoFigure("none was found")])
def test_where_no_other_figure_is_found_the_refusal_is_what_is_told(
    error: PorismError, monkeypatch: pytest.MonkeyPatch
):
    def refused(closure: Closure, goal: Statement, deadline: float) -> Proof:
        def not_drawn(*arguments: object) -> None:
            raise error

        monkeypatch.setattr(meaning, "draw_meant", not_drawn)
        raise CertificateError("some step")

    monkeypatch.setattr(synthetic, "checked_proof", refused)
    result = prove(CIRCLES["a circle stated twice"], search=None, method=Method.SYNTHETIC)
    assert (result.status, result.refusals) == (Status.INVALID, ("some step",))


def test_the_time_of_the_words_is_part_of_the_whole():
    timings = prove(CIRCLES["other four of these points"], search=None).timings
    assert timings.words > 0
    assert timings.total == pytest.approx(
        timings.diagram + timings.closure + timings.search + timings.proof + timings.words
    )


@pytest.mark.parametrize("late_at", ["once the first traceback is there", "while it is simplified"])
def test_a_deadline_cuts_the_shortening_and_not_the_proof(late_at: str, monkeypatch: pytest.MonkeyPatch):
    """The clock jumps beyond the deadline."""
    is_late = [False]

    def clock() -> float:
        return time.monotonic() + (1000 if is_late[0] else 0)

    def jumping(name: str, module: str) -> None:
        kept = getattr(__import__(module, fromlist=[name]), name)

        def then_late(*arguments, **options):
            found = kept(*arguments, **options)
            is_late[0] = True
            return found

        monkeypatch.setattr(f"{module}.{name}", then_late)

    if late_at == "while it is simplified":
        jumping("fold", "solver.proof.minimize")
    else:
        jumping("trace", "solver.proof.minimize")
    monkeypatch.setattr("solver.proof.evidence.monotonic", clock)
    monkeypatch.setattr("solver.proof.instance.monotonic", clock)
    result = prove(CIRCLES["other four of these points"], search=None)
    assert result.status is Status.PROVED


#: Newton's line, which without the library's theorems needs two points.
NEWTON = (
    "a b c d = quadrangle a b c d; m = midpoint m a c; n = midpoint n b d; e = on_line e a b, on_line e c d; "
    "f = on_line f a d, on_line f b c; p = midpoint p e f ? coll m n p"
)


@pytest.mark.parametrize("method", [Method.AUTO, Method.SYNTHETIC])
def test_a_search_that_goes_on_is_interrupted_for_coordinates_where_they_are_allowed(
    method: Method, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(searching, "INTERRUPTED_AT", 0.0)
    result = prove(NEWTON, theorems=(), method=method)
    assert result.is_proved
    assert (result.timings.coordinates > 0) is (method is Method.AUTO)
    assert (result.closures > 1) is (method is Method.SYNTHETIC)


def test_a_search_goes_on_where_coordinates_come_to_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(searching, "INTERRUPTED_AT", 0.0)
    monkeypatch.setattr(searching, "INTERRUPTION_SHARE", 0.0)
    result = prove(NEWTON, theorems=(), method=Method.AUTO)
    assert result.is_proved and result.proof is not None and result.closures > 1
    assert result.proof.auxiliary


@pytest.mark.parametrize(
    ("goal", "apex"),
    [("|A B| = |A C|", 0.5 + 1j), ("A B perpendicular A C", 0.5 + 0.5j), ("|A B| = 2 |A C|", 4 / 3 + 2j / 3)],
)
def test_a_figure_against_all_that_were_looked_at_makes_it_depend(
    goal: str, apex: complex, monkeypatch: pytest.MonkeyPatch
):
    problem = parse_statement(f"triangle A B C; prove {goal}")
    figure = Diagram(problem.points, np.array([[apex.real, apex.imag], [0.0, 0.0], [1.0, 0.0]]))
    everywhere = Survey(Holds.EVERYWHERE, (Case(problem.goal, figure, count=20),), figures=20)
    monkeypatch.setattr("solver.proving.meant.survey", lambda *_: everywhere)
    result = prove(problem, search=None)
    assert result.status is Status.DEPENDS
    assert [case.goal for case in result.cases] == [problem.goal, None]
