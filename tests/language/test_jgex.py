"""The constructive language: what a statement means, and what is wrong with a wrong one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from solver.errors import ParseError, Span
from solver.language.constructions import CONSTRUCTIONS
from solver.language.read import parse_statement
from tests.language.written import written
from tests.suites import suite

TRIANGLE = "a b c = triangle a b c"


def premises(text: str) -> list[str]:
    return [str(p) for p in parse_statement(text).premises]


def test_a_clause_asserts_what_its_constructions_do() -> None:
    text = f"{TRIANGLE}; h = on_tline h b a c, on_tline h c a b ? perp a h b c"
    assert premises(text) == ["perp h b a c", "perp h c a b"]


def test_new_points_may_be_left_out_or_stand_first() -> None:
    expected = premises(f"{TRIANGLE}; d = parallelogram a b c d ? para a b c d")
    assert premises(f"{TRIANGLE}; d = parallelogram a b c ? para a b c d") == expected
    assert premises(f"{TRIANGLE}; d = parallelogram d a b c ? para a b c d") == expected


@pytest.mark.parametrize(
    ("repeated", "plain"),
    [
        ("d = parallelogram d a b c d", "d = parallelogram a b c d"),
        ("l k = square l k a c l k", "l k = square a c l k"),
        ("x y z t = rectangle x y z t x y z t", "x y z t = rectangle"),
        ("x = on_line x a b x", "x = on_line x a b"),
        ("x = midpoint x x a b", "x = midpoint x a b"),
        ("i x y z = incenter2 i x y z x y z i a b c", "i x y z = incenter2 x y z i a b c"),
        ("x = s_angle x a b x 30", "x = s_angle a b x 30"),
        ("x = parallelogram x a b c x, on_line x a b x", "x = parallelogram a b c x, on_line x a b"),
    ],
)
def test_new_points_may_be_named_both_first_and_in_their_place(repeated: str, plain: str) -> None:
    one, other = (parse_statement(f"{TRIANGLE}; {call} ? cong a b a b") for call in (repeated, plain))
    assert (one.points, one.premises) == (other.points, other.premises)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("l k = square k l a c l k", "in different orders"),
        ("d = parallelogram d a b d c", "takes 3 points"),
        ("d = parallelogram d a b c d d", "takes 3 points"),
        ("d = parallelogram e a b c d", "takes 3 points"),
    ],
)
def test_new_points_named_twice_at_odds_are_refused(call: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        parse_statement(f"{TRIANGLE}; {call} ? cong a b a b")


def test_new_points_may_be_named_in_the_order_of_the_call() -> None:
    problem = parse_statement(f"{TRIANGLE}; i x y z = incenter2 x y z i a b c ? cong i x i y")
    assert problem.points == ("a", "b", "c", "i", "x", "y", "z")
    assert "perp i x b c" in map(str, problem.premises)


def test_repeated_premises_count_once() -> None:
    assert len(premises(f"{TRIANGLE}; x = on_line x a b, on_line x a b ? coll x a b")) == 1


@pytest.mark.parametrize(
    ("word", "value"),
    [("30", 30), ("30o", 30), ("-1.5", Fraction(-3, 2)), ("1/3", Fraction(1, 3)), ("pi/6", 30), ("2pi/3", 120)],
)
def test_numbers_are_degrees_or_ratios(word: str, value: Fraction) -> None:
    (premise,) = parse_statement(f"a b = segment a b; c = s_angle a b c {word} ? coll a b c").premises
    assert premise.constants == (value,)


def test_an_aconst_turns_from_its_first_line_to_its_second() -> None:
    # The table of predicates, and AlphaGeometry2's files, have it the other way round.
    problem = parse_statement("a b = segment a b; c = s_angle a b c 30 ? aconst b a b c 30")
    assert str(problem.goal) == "aconst b c b a 30"
    assert problem.premises == (problem.goal,)


def test_a_point_may_have_a_place() -> None:
    problem = parse_statement("a@0_0 = free a; b@1_0.5 = free b; c = midpoint c a b ? cong c a c b")
    assert problem.clauses[1].coordinates == {"b": (1.0, 0.5)}


def test_comments_run_to_the_end_of_the_line() -> None:
    assert premises(f"{TRIANGLE} # a triangle; d = q\n; d = midpoint d a b ? cong d a d b") == [
        "coll d a b",
        "cong d a d b",
    ]


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_a_construction_is_read_as_it_is_written(name: str) -> None:
    problem = parse_statement(CONSTRUCTIONS[name].example)
    again = parse_statement(written(problem))
    assert (again.points, again.premises, again.goal) == (problem.points, problem.premises, problem.goal)


@pytest.mark.parametrize("name", ["imo_ag_30.txt", "imo_sl_dev.txt"])
def test_the_suites_survive_a_round_trip(name: str) -> None:
    for statement in suite(name):
        problem = statement.parse()
        again = parse_statement(written(problem))
        assert (set(again.points), again.premises, again.goal) == (set(problem.points), problem.premises, problem.goal)


@pytest.mark.parametrize(
    ("text", "message", "hint", "column"),
    [
        ("a b c = trianggle a b c ? coll a b c", "no construction “trianggle”", "did you mean triangle?", 9),
        ("a b = triangle a b c ? coll a b c", "triangle gives 3 points", "a b c = triangle a b c", 1),
        (f"{TRIANGLE}; d = midpoint d a ? coll a b c", "midpoint takes 2 points", "x = midpoint x a b", 29),
        (f"{TRIANGLE}; d = midpoint d a b c ? coll a b c", "midpoint takes 2 points", "x = midpoint x a b", 29),
        (f"{TRIANGLE}; d = s_angle a b d ? coll a b c", "“d” is no number", "write e.g. 30", 41),
        (f"{TRIANGLE}; d = midpoint d a q ? coll a b c", "point “q” is not defined", "define it before", 42),
        (f"{TRIANGLE}; d = midpoint d a d ? coll a b c", "d is used to define itself", "defined before", 42),
        (f"{TRIANGLE}; b = free b ? coll a b c", "point b is defined twice", "line 1, column 3", 25),
        ("a b b = triangle a b b ? coll a b b", "point b is defined twice", "line 1, column 3", 5),
        (f"{TRIANGLE}; d = midpoint e a b ? coll a b d", "names “e” where the clause defines d", "x = midpoint x a b", 38),
        (f"{TRIANGLE}; d = ? coll a b d", "nothing says where d is", "d = free d", 25),
        (f"{TRIANGLE}; d = foot d a b b ? coll a b d", "the same point", "with different points", 29),
        (f"{TRIANGLE}; d e = segment d e, trisegment d e a b ? coll a b d", "one point, not several", "a clause for each", 44),
        (f"{TRIANGLE}", "the goal is missing", "question mark", 23),
        (f"{TRIANGLE} ?", "ends too early", "after the question mark", 25),
        (f"{TRIANGLE} ? cong a b a q", "point “q” is not defined", "define it before", 37),
        (f"{TRIANGLE} ? cong a b a", "cong takes 4 points, but 3 words follow it", "e.g. cong a b c d", 26),
        (f"{TRIANGLE} ? congg a b a c", "“congg” is no predicate", "did you mean cong?", 26),
        (f"{TRIANGLE} ? cong a a b c", "uses point a twice", "two different points", 26),
        (f"{TRIANGLE} ? rconst a b a c -1", "a ratio of lengths is positive", "rconst a b c d 1/2", 26),
        (f"{TRIANGLE} ? aconst a b a c nan", "“nan” is no number", "write e.g. 30", 41),
        (f"{TRIANGLE} ? aconst a b a c 1e999999999", "“1e999999999” is no number", "write e.g. 30", 41),
        (f"{TRIANGLE} ? rconst a b a c 1/0", "“1/0” divides by 0", "2/3", 41),
        (f"{TRIANGLE} ? aconst a b a c 1000001", "“1000001” is too large", "1,000,000", 41),
        (f"{TRIANGLE} ? coll a b c ? coll a b c", "“?” is out of place", "", 37),
        ("a b c triangle a b c ? coll a b c", "“?” is out of place", "an equals sign", 22),
        ("1a = free 1a ? coll 1a b c", "“1a” can't be the name of a point", "begin with a letter", 1),
        (f"{'x' * 41} = free {'x' * 41} ? coll a b c", "can't be the name of a point", "at most 40", 1),
        ("a@nan_0 = free a ? coll a b c", "“nan_0” are not usable", "finite", 3),
        ("a@1e400_0 = free a ? coll a b c", "“1e400_0” are not usable", "finite", 3),
        ("a@5 = free a ? coll a b c", "“5” is no pair of coordinates", "a@0.5_-1.25", 3),
        ("", "the statement is empty", "a b c = triangle", 1),
    ],
)  # fmt: skip
def test_a_wrong_statement_gets_one_clear_message(text: str, message: str, hint: str, column: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse_statement(text)
    error = caught.value
    assert message in error.message
    assert hint in error.hint
    assert error.span is not None
    assert (error.span.line, error.span.column) == (1, column)


def test_many_points_are_refused_where_the_limit_is_passed() -> None:
    text = "; ".join(f"p{i} = free p{i}" for i in range(500)) + " ? coll p0 p1 p2"
    with pytest.raises(ParseError, match="more than 150 points") as caught:
        parse_statement(text, line=7)
    assert caught.value.span == Span(7, text.index("p150 =") + 1, 4)


def test_a_very_long_statement_is_refused_unread() -> None:
    with pytest.raises(ParseError, match="the limit is 200,000"):
        parse_statement("a b c = triangle a b c ? cong " + "a " * 200_000)
