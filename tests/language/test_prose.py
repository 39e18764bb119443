"""Statements as contest papers print them, a kind of phrase each, and the terse statements that say the same."""

from __future__ import annotations

import re

import pytest

from solver.errors import ParseError
from solver.language.convert import to_plain, understood
from solver.language.problem import Problem
from solver.language.prose.read import build_problem
from solver.language.read import parse_statement
from tests.language.meaning import goal_of, premises_of

GOAL = " Let A, B, C, D be points. Prove that $AB = CD$."

#: What is printed, and what it states; `points` are named so that nothing else is stated.
SAID: dict[str, tuple[str, ...]] = {
    # nouns and their names
    r"Let $ABC$ be an acute triangle with circumcentre $O$.": ("cong O A O B", "cong O B O C"),
    r"Let $\triangle ABC$ be a triangle, and let $D$, $E$ be the feet of the altitudes from $A$ and $B$.": (
        "coll D B C", "perp D A B C", "coll E C A", "perp E B C A",
    ),
    "Denote by M the midpoint of BC.": ("coll M B C", "cong M B M C"),
    "The midpoints of BC and CA are denoted by M and N, respectively.": (
        "coll M B C", "cong M B M C", "coll N C A", "cong N C N A",
    ),
    "Let K and L be the midpoint of BD and CD respectively.": (
        "coll K B D", "cong K B K D", "coll L C D", "cong L C L D",
    ),
    "Let M be the midpoint of BC and N that of CA.": ("coll M B C", "cong M B M C", "coll N C A", "cong N C N A"),
    "Point Q is the reflection of point A across the line CD.": ("cong C A C Q", "cong D A D Q", "perp C D A Q"),
    "P = AC ∩ BD.": ("coll P A C", "coll P B D"),
    # lines by what they do
    "The line through A parallel to BC meets CD at P.": ("para P A B C", "coll P C D"),
    "The lines through A and B perpendicular to CD meet BC at P and Q.": (
        "perp P A C D", "coll P B C", "perp Q B C D", "coll Q B C",
    ),
    "The perpendicular bisectors of AB and AC meet CD at P and Q.": ("cong P A P B", "coll P C D", "cong Q A Q C", "coll Q C D"),
    "Lines AB and CD meet at P, lines AC and BD meet at Q.": ("coll P A B", "coll P C D", "coll Q A C", "coll Q B D"),
    "AD meets BC at P and CE at Q.": ("coll P A D", "coll P B C", "coll Q A D", "coll Q C E"),
    "Let P be the point where AB and CD intersect.": ("coll P A B", "coll P C D"),
    "Extend AB to meet CD at P.": ("coll P A B", "coll P C D"),
    "A line ℓ passing through A intersects BC at P.": ("coll P B C",),
    # one noun for two things, each with what belongs to it
    "The tangents to (ABC) at B and to (ACD) at D meet at T.": ("eqangle B T B A C B C A", "eqangle D T D A C D C A"),
    "The perpendiculars from A to BD and from C to BD meet BD at X and Y, respectively.": (
        "coll X B D", "perp X A B D", "coll Y B D", "perp Y C B D",
    ),
    "The lines through B parallel to AC and through C parallel to AB meet at D.": ("para D B A C", "para D C A B"),
    # two right angles, not two equal ones
    r"In the convex quadrilateral $ABCD$, $\angle ABC = \angle CDA = 90^\circ$.": ("perp B A B C", "perp D C D A"),
    # circles
    r"Let $\omega$ be the circle with diameter $BC$ and let it meet $AD$ at $P$.": ("perp P B P C", "coll P A D"),
    r"Let $\Gamma$ be a circle with center $O$ passing through $A$, and let $B$ be a point on $\Gamma$.": ("cong O B O A",),
    "The circle (ABC) meets DE at P.": ("cyclic A B C P", "coll P D E"),
    "The tangents to the circumcircle of ABC at B and C meet at T.": (
        "eqangle B T B A C B C A", "eqangle C T C A B C B A",
    ),
    "Let P and Q be interior points of the sides BC and CD.": ("coll P B C", "coll Q C D"),
    "Points P, Q on side BC and R on side CD are chosen.": ("coll P B C", "coll Q B C", "coll R C D"),
    "A point P lies on both the circle with diameter AB and the circle with diameter CD.": (
        "perp P A P B", "perp P C P D",
    ),
    "Denote by P the midpoint of AB, and by Q the midpoint of CD.": (
        "coll P A B", "cong P A P B", "coll Q C D", "cong Q C Q D",
    ),
    "P denotes the midpoint of AB.": ("coll P A B", "cong P A P B"),
    "Let P and Q be the orthogonal projections of A and B, respectively, onto CD.": (
        "coll P C D", "perp P A C D", "coll Q C D", "perp Q B C D",
    ),
    "Let ω be the circle with center B and radius BC. From A, two tangents AP and AQ are drawn to ω, touching it at P and Q.": (
        "cong B P B C", "perp B P P A", "cong B Q B C", "perp B Q Q A",
    ),
    "P lies on side AC and DP ∥ BC.": ("coll P A C", "para D P B C"),
    "Let P be the intersection of the line through A parallel to BC and the line through B parallel to AC.": (
        "para P A B C", "para P B A C",
    ),
    "The perpendiculars from A to BC and CD meet these lines at P and Q.": (
        "coll P B C", "perp P A B C", "coll Q C D", "perp Q A C D",
    ),
    # modifiers
    "Let P be a point such that PA is parallel to BC and PB = PC.": ("para P A B C", "cong P B P C"),
    "Points D and E lie on the sides AB and AC, respectively, so that DE ∥ BC.": ("coll D A B", "coll E A C", "para D E B C"),
    "On the side BC, points E and F are chosen.": ("coll E B C", "coll F B C"),
    "Let ABCD be a quadrilateral inscribed in a circle ω.": ("cyclic A B C D",),
    "In triangle ABC, let D be the foot of the perpendicular from A to BC.": ("coll D B C", "perp D A B C"),
    "Let E, F be the intersections of the perpendicular bisector of BC with AB and AC.": (
        "coll E A B", "cong E B E C", "coll F A C", "cong F B F C",
    ),
}  # fmt: skip


def read(text: str) -> Problem:
    return build_problem(text, "prose")


@pytest.mark.parametrize("text", SAID)
def test_a_printed_sentence_states_what_the_predicates_say(text: str) -> None:
    problem = read(text + GOAL)
    wanted = "; ".join(sorted(SAID[text]))
    assert "; ".join(sorted(map(str, problem.premises))) == wanted


#: Ways to print one goal, of a triangle ABC with points D, E, F, P.
GOALS: dict[str, str] = {
    "Prove that $D, E$ and $F$ are collinear.": "coll D E F",
    "Show that the points D, E, F lie on one line.": "coll D E F",
    "Prove that D lies on line EF.": "coll D E F",
    "Prove that points A, B, D, E are concyclic.": "cyclic A B D E",
    "Prove that A, B, D, and E all lie on one circle.": "cyclic A B D E",
    "Show that quadrilateral ABDE is cyclic.": "cyclic A B D E",
    "Prove that D lies on the circumcircle of ABE.": "cyclic A B E D",
    "Prove that $AD$ and $BC$ are perpendicular.": "perp A D B C",
    "Prove that $AD \\perp BC$.": "perp A D B C",
    "Prove that AD is parallel to the line EF.": "para A D E F",
    "Prove that ∠ABC is a right angle.": "perp B A B C",
    "Prove that $\\angle ABC = 90^\\circ$.": "perp B A B C",
    "Prove that AD bisects angle BAC.": "eqangle A B A D A D A C",
    "Prove that E is the midpoint of DF.": "midp E D F",
    "Prove that triangles ABC and DEF are similar.": "simtri A B C D E F",
    r"Prove that $\frac{AB}{CD} = \frac{EF}{BC}$.": "eqratio A B C D E F B C",
    "Prove that the length of the segment AB is equal to the distance between D and E.": "cong A B D E",
}  # fmt: skip


@pytest.mark.parametrize("text", GOALS)
def test_goals_as_they_are_printed(text: str) -> None:
    assert str(read("Let ABC be a triangle and let D, E, F be points. " + text).goal) == GOALS[text]


#: What a sentence says of the figure beside its equations.
CONDITIONS = {
    "A, B, C, P lie on a line in this order.": {"B between A and C", "C between B and P"},
    "A circle with center O touches the extension of AB beyond B at P.": {"B between A and P"},
    "Equilateral triangles BCP and CAQ are erected externally on the sides of triangle ABC.": {
        "P and A on opposite sides of B C", "Q and B on opposite sides of C A",
    },
    "Circles with centers O and Q are externally tangent at P.": {"P between O and Q"},
    "BC is the longest side of triangle ABC.": {"|B C| > |A B|", "|B C| > |C A|"},
}  # fmt: skip


@pytest.mark.parametrize("text", CONDITIONS)
def test_what_a_figure_looks_like_is_a_condition(text: str) -> None:
    problem = read(text + " Let A, B, C be points. Prove that AB = AC.")
    assert {_unordered(c) for c in map(str, problem.conditions)} >= {_unordered(c) for c in CONDITIONS[text]}


def _unordered(condition: str) -> str:
    """|A C| and |C A| are one length."""
    return re.sub(r"\|(\w+) (\w+)\|", lambda m: f"|{' '.join(sorted(m.groups()))}|", condition)


#: One of two circles, or lines, by its number.
NUMBERED = (
    "Two circles meet at A and B. A line through A meets the first circle again at C and the second circle again at D, "
    "with A between C and D. A line through B meets the first circle again at E and the second circle again at F."
)


def test_circles_are_known_by_their_numbers() -> None:
    said = premises_of(read(NUMBERED + " Prove that CE is parallel to DF."))
    assert {("circle", frozenset("ABCE")), ("circle", frozenset("ABDF"))} <= said


def test_a_circle_is_known_by_its_center() -> None:
    text = "Two circles with centers O and P meet at A and B. The line OA meets the circle with center P again at C."
    assert "cong P C P A" in map(str, read(text + " Prove that AB = AC.").premises) or "cong P A P C" in map(
        str, read(text + " Prove that AB = AC.").premises
    )


#: What is said of one vertex and done for the others, too; what says it in full.
SIMILARLY = {
    "Let $D$ be the midpoint of $BC$, and let $\\ell_a$ be the line through $D$ perpendicular to $AP$. "
    "Define $\\ell_b$ and $\\ell_c$ similarly.": {"coll D B C", "cong D B D C"},
    "Let $A_1$ be the foot of the perpendicular from $P$ to $BC$. Points $B_1$ and $C_1$ are defined analogously.": {
        "coll A_1 B C", "perp A_1 P B C", "coll B_1 C A", "perp B_1 P C A", "coll C_1 A B", "perp C_1 P A B",
    },
    "The circle $\\omega_A$ with center $A$ passing through $P$ meets $BC$ at $X_A$ and $Y_A$. Similarly, define the points "
    "$X_B$ and $Y_B$.": {
        "cong A X_A A P", "coll X_A B C", "cong A Y_A A P", "coll Y_A B C",
        "cong B X_B B P", "coll X_B A C", "cong B Y_B B P", "coll Y_B A C",
    },
}  # fmt: skip


@pytest.mark.parametrize("text", SIMILARLY)
def test_what_is_defined_similarly_is_stated_for_the_other_vertices(text: str) -> None:
    problem = read("Let ABC be a triangle and P a point. " + text + " Prove that $AP = BP$.")
    assert set(map(str, problem.premises)) >= SIMILARLY[text]


def test_if_and_only_if_are_two_goals_each_given_the_other_side() -> None:
    problem = read("Let ABC be a triangle and let M be the midpoint of BC. Prove that AB = AC if and only if AM ⟂ BC.")
    first, second = problem.parts()
    assert str(first.goal) == "perp A M B C" and "cong A B A C" in map(str, first.premises)
    assert str(second.goal) == "cong A B A C" and "perp A M B C" in map(str, second.premises)


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Prove that $AB = CD$ and $AB \\parallel CD$.", ["cong A B C D", "para A B C D"]),
        ("Show that if AB = AC, then AD is perpendicular to BC.", ["perp A D B C"]),
        ("Prove that lines AD, BC and EF are concurrent or parallel.", ["coll X E F"]),
    ],
)
def test_several_goals_and_conditions_of_goals(text: str, goals: list[str]) -> None:
    problem = read("Let A, B, C, D, E, F be points. " + text)
    assert [str(goal.statement) for goal in problem.goals] == goals


def test_a_misspelt_word_is_corrected_with_a_note() -> None:
    problem = read("Let O be the circumcentter of triangle ABC. Prove that OA = OB.")
    assert any("circumcentter" in note and "circumcenter" in note for note in problem.notes)


def test_all_that_cannot_be_read_is_named_at_once() -> None:
    with pytest.raises(ParseError) as error:
        read("Let ABC be a triangle. The blorp of A meets BC at D. The zork of B meets CA at E. Prove that AD = BE.")
    assert "blorp" in str(error.value) and "zork" in str(error.value)


@pytest.mark.parametrize(
    "text", ["wibble " * 3000, "(" * 3000 + "ABC", "$" + r"\frac{" * 3000, "ab" * 50_000, "\\" * 999]
)
def test_garbage_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        read(text)


#: Sentences that must not be read as less than they say; what the message quotes or speaks of.
REFUSED = (
    "Let M be the blorp of BC." + GOAL,
    "Let ABC be a triangle. The frumious circle meets AB at D." + GOAL,
    "Let ABC be a triangle, M the midpoint of BC wibble AC." + GOAL,
    "Let $ABC$ be a triangle with incenter $I$.",
)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        read(text)


@pytest.mark.parametrize(
    ("printed", "terse"),
    [
        (
            "Let $I$ be the incenter of triangle $ABC$. The incircle touches $BC$, $CA$, $AB$ at $D$, $E$, $F$. "
            "Prove that $ID = IE$.",
            "I incenter of A B C; D, E, F feet of perpendiculars from I to B C, C A, A B; prove |I D| = |I E|",
        ),
        (
            "Let H be the orthocentre of an acute triangle ABC, and let D be the second intersection of AH with the "
            "circumcircle of triangle ABC. Prove that BH = BD.",
            "acute triangle A B C; H orthocenter of A B C; D on circle (A B C), D on line A H, D != A; prove |B H| = |B D|",
        ),
        (
            r"Let $\overline{AB}$ be a chord of a circle with center $O$, and let $M$ be the midpoint of $\overline{AB}$. "
            r"Prove that $\overline{OM}\perp\overline{AB}$.",
            "circle w with center O; A, B on w; M midpoint of A B; prove O M perpendicular to A B",
        ),
    ],
)  # fmt: skip
def test_prose_means_what_its_terse_form_means(printed: str, terse: str) -> None:
    from solver.language.plain import build_problem as build_terse

    one, other = read(printed), build_terse(terse, "terse")
    assert goal_of(one) == goal_of(other)
    assert premises_of(other) - premises_of(one) == frozenset()


#: What is said for every index, and some of what it states.
INDEXED = {
    "Let X_1, X_2 be points. Let Y_i be the midpoint of AX_i for i = 1, 2.": {"coll Y_1 A X_1", "coll Y_2 A X_2"},
    r"Let $X_1$, $X_2$, $X_3$ be points. Let $M_i$ be the midpoint of $X_iX_{i+1}$, where indices are taken modulo 3.": {
        "coll M_1 X_1 X_2", "coll M_3 X_3 X_1",
    },
    r"Let $X_1, X_2, P_1, P_2$ be points. Denote by $K_{ij}$ the circumcenter of $AX_iP_j$ for $i = 1, 2$ and $j = 1, 2$.": {
        "cong K_12 A K_12 X_1", "cong K_21 X_2 K_21 P_1",
    },
}  # fmt: skip


@pytest.mark.parametrize("text", INDEXED)
def test_what_is_said_for_every_index_is_said_for_each(text: str) -> None:
    assert set(map(str, read("Let A, B be points. " + text + " Prove that AB = AX_1.").premises)) >= INDEXED[text]


def test_an_index_without_values_is_refused() -> None:
    with pytest.raises(ParseError, match="which points A_i are"):
        read("Let A_1A_2A_3 be a triangle and let A_i lie on A_1A_2. Prove that A_1A_2 = A_2A_3.")


#: Adjectives, adverbs and small words that change what is said, and some of what they state.
SMALL_WORDS = {
    "Let AB and CD be perpendicular chords of a circle ω.": "perp A B C D",
    "Let ABCD be a parallelogram with equal diagonals.": "cong A C B D",
    "Let ω and γ be two equal circles with centers A and B, and let C be on ω and D on γ.": "cong A C B D",
    "Let ABC be a triangle with an obtuse angle at A and D a point.": "angle C A B > 90",
    "Let ω and γ be circles with centers A and B that touch each other externally at C. Let D be on ω.": "C between A and B",
    "A circle ω with center A touches the circle with center B through D internally at D. Let C be on ω.": "A on ray D B",
    "Points B, P, Q, C lie on the perimeter of triangle ABC in this order. D is a point.": "P between B and Q",
    "Let ABC be a triangle, and let the bisector of the exterior angle at A meet BC at D.": "C and B on the same side of A D",
    "Let ABC be a triangle and let D be the midpoint of BC in triangle ABC.": "coll D B C",
}  # fmt: skip


@pytest.mark.parametrize("text", SMALL_WORDS)
def test_small_words_are_stated(text: str) -> None:
    problem = read(text + " Prove that AB = CD.")
    assert SMALL_WORDS[text] in {*map(str, problem.premises), *map(str, problem.conditions)}
    assert "D inside A B C" not in map(str, problem.conditions)


def test_what_is_said_of_a_new_point_in_a_goal_is_what_is_to_be_proved() -> None:
    problem = read("Let ABC be a triangle and M a point. Prove that the circle ABM meets CM at Q such that MQ = MC.")
    assert str(problem.goal) == "cong M Q M C" and "coll Q C M" in map(str, problem.premises)


def test_what_was_understood_names_points_as_they_are_written_and_can_be_read_again() -> None:
    text = "Let A, A_b, B_a, B, C lie on the perimeter of triangle ABC in this order. Prove that A_bB_a = A_bA."
    problem = read(text)
    assert "A_b on segment A B" in understood(problem) or "A_b A B collinear" in understood(problem)
    again = parse_statement(to_plain(problem))
    assert [g.statement.predicate for g in again.goals] == [g.statement.predicate for g in problem.goals]
    assert set(again.goal.points) <= {p for s in again.premises for p in s.points}
