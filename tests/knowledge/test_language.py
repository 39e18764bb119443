"""The language of theorem files."""

from __future__ import annotations

from fractions import Fraction

import pytest

from solver.errors import ParseError
from solver.knowledge.language import read_theorems
from solver.knowledge.library import library
from solver.knowledge.theorem import Kind, Theorem
from solver.knowledge.write import theorem_as_text
from solver.statements.equation import Equation, Theory, segment, sine
from solver.statements.predicates import CONG, EQRATIO, PERP, RCONST, Statement
from solver.statements.theorem import Need


def entry(given: str = "", then: str = "perp a b c d", where: str = "", points: str = "a b c d") -> Theorem:
    fields = [f"points {points}", f"given {given}" if given else "", f"where {where}" if where else "", f"then {then}"]
    return read_theorems('theorem it "It" "它"\n' + "\n".join(f for f in fields if f))[0]


def test_an_entry_has_its_fields() -> None:
    text = """
    # a comment
    theorem right-kite "A kite" "风筝形"
      points a b c d
      given  |a b| = |a d|,  # a remark
             |c b| = |c d|
      where  noncollinear a b d
      then   perp a c b d
      source "folk
              lore"
      note   "n" covered "similar_sss"
    """
    (found,) = read_theorems(text)
    assert found.id == "right-kite" and found.kind is Kind.THEOREM and not found.is_run
    assert (found.name, found.chinese) == ("A kite", "风筝形")
    assert found.statement.points == ("a", "b", "c", "d")
    assert found.statement.premises == (
        Statement(CONG, ("a", "b", "a", "d")),
        Statement(CONG, ("b", "c", "c", "d")),
    )
    assert found.statement.conditions == (Need("noncollinear", ("a", "b", "d")),)
    assert found.statement.conclusions == (Statement(PERP, ("a", "c", "b", "d")),)
    assert (found.source, found.note, found.covered) == ("folk lore", "n", "similar_sss")


def test_points_may_have_the_names_of_the_language() -> None:
    (found,) = read_theorems('theorem x "X" points d sin e then |d sin| = |d e|')
    assert found.statement.conclusions == (Statement(CONG, ("d", "sin", "d", "e")),)


@pytest.mark.parametrize(
    ("formula", "meaning"),
    [
        ("|a b| = |c d|", Statement(CONG, ("a", "b", "c", "d"))),
        ("3*|a b| = 2*|c d|", Statement(RCONST, ("a", "b", "c", "d"), (Fraction(2, 3),))),
        ("|a b|/|c d| = |a c|/|b d|", Statement(EQRATIO, ("a", "b", "a", "c", "c", "d", "b", "d"))),
        (
            "|a b|^2 = 3^1/2*|a c|*|a d|",
            Equation.of(
                Theory.LOG,
                [(segment("a", "b"), 2), (segment("a", "c"), -1), (segment("a", "d"), -1)],
                {3: Fraction(-1, 2)},
            ),
        ),
        (
            "|a b|*sin(b c a) = |a c|*sin(a b c)",
            Equation.of(
                Theory.LOG,
                [
                    (segment("a", "b"), 1),
                    (segment("a", "c"), -1),
                    (sine("b", "c", "a"), 1),
                    (sine("a", "b", "c"), -1),
                ],
            ),
        ),
        (
            "|a b| + |b c| = 2*|a c|",
            Equation.of(Theory.LENGTH, [(segment("a", "b"), 1), (segment("b", "c"), 1), (segment("a", "c"), -2)]),
        ),
        (
            "|a b|^2 - |a c|^2 = 1/2*|b c|^2",
            Equation.of(
                Theory.SQUARE,
                [(segment("a", "b"), 1), (segment("a", "c"), -1), (segment("b", "c"), Fraction(-1, 2))],
            ),
        ),
        (
            "2*d(a b) = d(a c) + d(a d) + 90",
            Equation.of(
                Theory.DIRECTION,
                [(segment("a", "b"), 2), (segment("a", "c"), -1), (segment("a", "d"), -1)],
                {1: Fraction(-1, 2)},
            ),
        ),
    ],
)
def test_formulas_are_equations_of_one_theory(formula: str, meaning: Statement | Equation) -> None:
    assert entry(then=formula).statement.conclusions == (meaning,)


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("|a b|*|c d| + |a d|*|b c| = |a c|*|b d|", "a product of lengths can't stand in a sum"),
        ("|a b| = 2", "lengths have no unit"),
        ("|a b| + 1 = |c d|", "lengths have no unit"),
        ("|a b|*|c d| = |a c|", "as many of them"),
        ("|a b| = |b a|", "nothing of any length"),
        ("|a b|^2 + |a c| = |a d|^2", "not of several of them"),
        ("d(a b) + |a b| = 3", "not of several of them"),
    ],
)
def test_formulas_that_are_linear_in_no_theory_are_refused(formula: str, why: str) -> None:
    with pytest.raises(ParseError, match=why):
        entry(then=formula)


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ('theorem x "X"\n points a b\n then |a b| = |a e|', "point “e” is not defined", 3, 18),
        ('theorem x "X"\n points a b c\n then colli a b c', "“colli” is no predicate", 3, 7),
        ('theorem x "X"\n points a b c\n then para a b c', "para takes 4 points", 3, 7),
        ('theorem x "X"\n points a b a\n then |a b| = |b a|', "defined twice", 2, 13),
        ('theorem x "X"\n points a b\n given |a b| = |a a|\n then |a b| = |a b|', "names a point twice", 3, 17),
        ('theorem x "X"\n points a b c\n where nearly a b\n then coll a b c', "'nearly' is no condition", 3, 8),
        ('theorem x "X"\n points a b c\n where in_order a b\n then coll a b c', "in_order takes 3 points", 3, 8),
        ('theorem x "X"\n points a b\n points a b\n then |a b| = |a b|', "two fields points", 3, 2),
        ('theorem x "X"\n points a b c', "x has no field then", 1, 9),
        ('theorem x "X"\n points a b c\n then overlap a b', "can't speak of overlap", 3, 7),
        ('theorem x "X"\n points a b c\n then acompute a b a c', "can't speak of acompute", 3, 7),
        ("theorem x\n points a b c", "'points' is out of place here", 2, 2),
        ('theorem x "X"\n points a & b', "'&' is out of place here", 2, 11),
    ],
)
def test_mistakes_are_told_with_their_place(text: str, message: str, line: int, column: int) -> None:
    with pytest.raises(ParseError, match=message.replace("(", r"\(")) as caught:
        read_theorems(text)
    assert caught.value.span is not None
    assert (caught.value.span.line, caught.value.span.column) == (line, column)


def test_a_mistyped_predicate_gets_a_suggestion() -> None:
    with pytest.raises(ParseError) as caught:
        entry(then="parra a b c d")
    assert caught.value.hint == "did you mean para?"


def test_the_same_id_twice_is_refused() -> None:
    one = 'theorem x "X" points a b then |a b| = |a b|\n'
    with pytest.raises(ParseError):
        read_theorems(one + one)


def test_more_points_than_can_be_looked_for_are_refused() -> None:
    with pytest.raises(ParseError, match="more than 16 points"):
        entry(points=" ".join(f"p{i}" for i in range(17)), then="coll p1 p2 p3")


def test_text_that_is_written_reads_as_the_same_theorem() -> None:
    for theorem in library():
        assert read_theorems(theorem_as_text(theorem)) == [theorem]
