"""A problem, written as a GeoGebra file and read again, is the same problem."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from solver import collection
from solver.diagram.build import build_diagram
from solver.errors import ParseError
from solver.geogebra.expression import read_expression
from solver.geogebra.read import read_geogebra
from solver.geogebra.write import geogebra_file, geogebra_xml
from solver.language.constructions import CONSTRUCTIONS
from solver.language.convert import capitals
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.statements.predicates import Statement
from tests.language.meaning import goal_of, premises_of
from tests.language.plain_statements import TYPED
from tests.suites import suite

#: Statements of every predicate, as premises and as goals.
PREDICATES = {
    "coll": "coll a b c d", "para": "para a b c d", "perp": "perp a b c d", "cong": "cong a b c d",
    "eqangle": "eqangle a b a c d b d c", "eqratio": "eqratio a b c d a c b d", "cyclic": "cyclic a b c d e",
    "circle": "circle e a b c d", "midp": "midp e a b", "simtri": "simtri a b e c d e", "simtrir": "simtrir a b e d c e",
    "contri": "contri a b e c d e", "contrir": "contrir a b e b a e", "aconst": "aconst a b a c -15",
    "rconst": "rconst a b c d 2/3", "distseq": "distseq a b b c a c 1 2 -3",
    "sqdistseq": "sqdistseq a b b c a c 1 2 -3", "distmeq": "distmeq a b b c a c 1 2 -3 2/3",
    "angeq": "angeq a b b c a c 1 2 -3 30", "overlap": "overlap a b",
    "acompute": "acompute a b a c", "rcompute": "rcompute a b c d", "explore": "explore",
}  # fmt: skip
#: Every third entry of the collection; GeoGebra's files can't say the values and inequalities of these suites.
ENTRIES = [entry for entry in collection.entries() if entry.suite not in ("school", "inequalities")][::3]
_PLACES = "a@0_0 = ; b@4_0 = ; c@4_3 = ; d@0_3 = ; e@2_1.5 ="


def same(problem: Problem, at: dict[str, complex]) -> Problem:
    """Checks the file that the problem gives; returns what is read from it."""
    again = read_geogebra(geogebra_file(problem, at))
    names = capitals(problem.points)

    def named(s: Statement) -> Statement:
        return Statement(s.predicate, tuple(names[p] for p in s.points), s.constants)

    source = oriented(problem, at)
    source = replace(source, premises=tuple(map(named, source.premises)), goal=named(source.goal))
    assert set(again.points) == set(names.values())
    assert premises_of(again) == premises_of(source)
    assert goal_of(again) == goal_of(source)
    return again


def _check(problem: Problem) -> None:
    same(problem, build_diagram(problem).places())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_problem_of_the_collection(entry: collection.Entry) -> None:
    _check(entry.statement.parse())


def test_what_cant_be_written_is_said() -> None:
    problem = parse_statement("triangle A B C; AB = 13; BC = 14; CA = 15; find [ABC]")
    with pytest.raises(ParseError, match="can't be written for GeoGebra"):
        geogebra_file(problem, build_diagram(problem).places())


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_the_example_of_a_construction(name: str) -> None:
    _check(parse_statement(CONSTRUCTIONS[name].example))


@pytest.mark.parametrize("name", TYPED)
def test_a_plain_statement(name: str) -> None:
    _check(parse_statement(TYPED[name][0]))


def test_olympiad_problems() -> None:
    for statement in suite("imo_ag_30.txt"):
        _check(statement.parse())


@pytest.mark.parametrize("name", PREDICATES)
def test_every_predicate_as_a_goal(name: str) -> None:
    problem = parse_statement(f"{_PLACES} ? {PREDICATES[name]}")
    same(problem, {p: complex(*xy) for p, xy in problem.coordinates.items()})


@pytest.mark.parametrize("name", [n for n in PREDICATES if n not in ("acompute", "rcompute", "explore")])
def test_every_predicate_as_a_premise(name: str) -> None:
    problem = parse_statement(f"{_PLACES} {PREDICATES[name]} ? cong a c b d")
    same(problem, {p: complex(*xy) for p, xy in problem.coordinates.items()})


def test_the_figure_is_the_one_that_was_given() -> None:
    problem = collection.find("imo-2004-p1").statement.parse()
    at = build_diagram(problem).places()
    again = same(problem, at)
    drawn = {p: complex(*xy) for p, xy in again.coordinates.items()}
    first, second, *others = problem.points
    factor = (drawn[second] - drawn[first]) / (at[second] - at[first])
    assert abs(factor.imag) < 1e-9 * abs(factor)
    for p in others:
        assert abs(drawn[p] - drawn[first] - factor * (at[p] - at[first])) < 1e-9


def _xml(text: str) -> str:
    problem = parse_statement(text)
    return geogebra_xml(problem, build_diagram(problem).places())


def test_points_are_constructed_where_commands_can() -> None:
    xml = _xml(
        "triangle A B C; M midpoint of B C; D on circle (A B C); H orthocenter; P = A M ∩ B H; prove A, B, C, D concyclic"
    )
    commands = re.findall(r'<command name="(\w+)">', xml)
    assert commands.count("Midpoint") == commands.count("TriangleCenter") == commands.count("Intersect") == 1
    assert "given" not in xml
    assert "fixed" not in xml
    assert '<expression label="goal" exp="AreConcyclic[A, B, C, D]"/>' in xml


def test_premises_that_no_command_draws_are_booleans_with_a_note() -> None:
    xml = _xml("triangle A B C; P on line B C; |P A| + |P B| = 2 |P C|; prove P, B, C collinear")
    assert 'label="given1" exp="Distance[A, P] + Distance[B, P] ≟ 2 Distance[C, P]"' in xml.replace("P, ", "P, ") or (
        'exp="Distance[P, A] + Distance[P, B] ≟ 2 Distance[P, C]"' in xml
    )
    assert '<fixed val="true"/>' in xml
    assert "given1: premises that no command draws. P can" in xml


def test_all_that_is_written_is_an_expression_of_geogebra() -> None:
    for entry in ENTRIES[::3]:
        problem = entry.statement.parse()
        xml = geogebra_xml(problem, build_diagram(problem).places())
        for text in re.findall(r'(?:exp|a\d)="([^"&]*)"', xml):
            read_expression(text)


def test_a_second_intersection_is_geogebras_second() -> None:
    xml = _xml(
        "triangle A B C; D on circle (A B C), D on line A M, D != A; M midpoint of B C; prove A, B, C, D concyclic"
    )
    assert re.search(r'<input a0="l_\d" a1="c_\d" a2="2"/>\s*<output a0="D"/>', xml)


def test_points_that_coincide_stay_two() -> None:
    problem = parse_statement("triangle A B C; M, N midpoints of B C, B C; prove M = N")
    at = build_diagram(problem).places()
    assert same(problem, at).points == ("A", "B", "C", "M", "N")


def test_the_same_problem_gives_the_same_bytes() -> None:
    problem = collection.find("simson-line").statement.parse()
    at = build_diagram(problem).places()
    assert geogebra_file(problem, at) == geogebra_file(problem, at)
