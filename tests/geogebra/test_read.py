"""What commands and booleans of GeoGebra say."""

from __future__ import annotations

import math

import pytest

from solver.diagram.build import build_diagram
from solver.errors import FalseStatement, ParseError
from tests.geogebra.files import TRIANGLE, boolean, command, element, point, premises, read

_W = math.sqrt(3)
_O = point("O", 1, 1.625)  # the circumcenter
_ON = point("D", 3, 3.25)  # on the circumcircle, opposite to B

#: Commands, and what they assert about the triangle A(0, 4), B(-1, 0), C(3, 0).
COMMANDS = {
    "a free point": ([point("D", 1, 1)], []),
    "a point on a line": ([command("Line B C", "f"), command("Point f", "D"), point("D", 1, 0)], ["coll D B C"]),
    "a point on a segment": ([command("Segment B C", "f"), command("Point f", "D"), point("D", 1, 0)], ["coll D B C"]),
    "a point at a parameter": ([command("Point Line[B,C] 0.6943728", "D"), point("D", 1, 0)], ["coll D B C"]),
    "a point of a segment at a parameter": ([command("Segment B C", "f"), command("Point f 1/4", "D"), point("D", 0, 0)], ["coll D B C"]),
    "a point of a circle at a slider's parameter": (
        [element("numeric", "t", '<value val="0.123456789012"/>'), command("Circle A B C", "c"), command("Point c t", "D"), _ON], ["cyclic A B C D"]
    ),
    "a point of a polygon at a parameter": ([command("Polygon A B C", "t", "c", "a", "b"), command("Point t 0.6", "D"), point("D", 1, 0)], ["coll D B C"]),
    "a point at an expression": (
        [element("point", "D", '<coords x="1" y="0" z="1"/>').replace("<element", '<expression label="D" exp="Point(Line(B, C), 0.69)"/><element', 1)], ["coll D B C"]
    ),
    "a point at a vector": ([command("Vector B C", "u"), command("Point A u", "D"), point("D", 4, 4)], ["para A B C D", "para A D B C", "cong A B C D", "cong A D B C"]),
    "a point on a ray": ([command("Ray B C", "f"), command("Point f", "D"), point("D", 9, 0)], ["coll D B C"]),
    "a point on a circle": ([command("Circle A B C", "c"), command("Point c", "D"), _ON], ["cyclic A B C D"]),
    "a point on a polygon": ([command("Polygon A B C", "t", "c", "a", "b"), command("Point t", "D"), point("D", 1, 0)], ["coll D B C"]),
    "a point in a region": ([command("Polygon A B C", "t", "c", "a", "b"), command("PointIn t", "D"), point("D", 1, 1)], []),
    "an intersection of lines": (
        [point("D", 1, 1), command("Line A D", "f"), command("Segment B C", "a"), command("Intersect f a", "E"), point("E", 4 / 3, 0)],
        ["coll E A D", "coll E B C"],
    ),
    "both intersections": (
        [point("O", 1, 2), command("Circle O A", "c"), command("Line B C", "f"), command("Intersect c f", "D", "E"), point("D", 2, 0), point("E", 0, 0)],
        ["cong O D O A", "coll D B C", "cong O E O A", "coll E B C"],
    ),
    "a second intersection": (
        [command("Circle A B C", "c"), command("Segment A C", "b"), command("OrthogonalLine B b", "h"), command("Intersect h c 2", "D"), point("D", 1.88, 2.16)],
        ["perp D B A C", "cyclic A B C D"],
    ),
    "an intersection that is known": (
        [command("Circle A B C", "c"), command("Line A B", "f"), command("Intersect f c", "D", "E"), point("D", 0, 4), point("E", -1, 0), command("Midpoint D E", "M"), point("M", -0.5, 2)],
        ["coll M A B", "cong M A M B"],
    ),
    "a midpoint": ([command("Midpoint A B", "M"), point("M", -0.5, 2)], ["coll M A B", "cong M A M B"]),
    "a segment's midpoint": ([command("Segment A B", "c"), command("Midpoint c", "M"), point("M", -0.5, 2)], ["coll M A B", "cong M A M B"]),
    "a sum of points": ([element("point", "M", '<coords x="-0.5" y="2" z="1"/>').replace("<element", '<expression label="M" exp="(A + B) / 2"/><element', 1)], ["coll M A B", "cong M A M B"]),
    "a center": ([command("Circle A B C", "c"), command("Center c", "O"), _O], ["cong O A O B", "cong O B O C"]),
    "a center used before it is named": (
        [command("Circle A B C", "c"), command("Tangent A c", "t"), command("Radius c", "r"), command("Circle B r", "d"), command("Center c", "O"), _O],
        ["cong O A O B", "cong O B O C"],
    ),
    "a circle about a point": ([point("O", 1, 2), command("Circle O A", "c"), command("Point c", "D"), point("D", 2, 0)], ["cong O D O A"]),
    "a circle with a segment as radius": (
        [command("Segment B C", "a"), command("Circle A a", "c"), command("Point c", "D"), point("D", 4, 4)], ["cong A D B C"]
    ),
    "a circle with a distance as radius": ([command("Circle A Distance[B,C]", "c"), command("Point c", "D"), point("D", 4, 4)], ["cong A D B C"]),
    "circles with constant radii": (
        [command("Circle A 2", "c"), command("Point c", "D"), point("D", 2, 4), element("numeric", "r", '<value val="3"/>'), command("Circle B r", "d"), command("Point d", "E"), point("E", 2, 0)],
        ["rconst B E A D 3/2"],
    ),
    "a circle on a diameter": ([command("Circle Midpoint[B,C] B", "c"), command("Point c", "D"), point("D", 1, 2)], ["perp D B D C"]),
    "a semicircle": ([command("Semicircle B C", "c"), command("Point c", "D"), point("D", 1, 2)], ["perp D B D C"]),
    "an arc": ([command("CircumcircleArc A B C", "c"), command("Point c", "D"), _ON], ["cyclic A B C D"]),
    "an arc about a point": ([point("O", 1, 2), command("CircleArc O A B", "c"), command("Point c", "D"), point("D", 2, 0)], ["cong O D O A"]),
    "a parallel": ([command("Line B C", "f"), command("Line A f", "g"), command("Point g", "D"), point("D", 2, 4)], ["para D A B C"]),
    "a perpendicular": ([command("Line B C", "f"), command("OrthogonalLine A f", "g"), command("Point g", "D"), point("D", 0, 1)], ["perp D A B C"]),
    "a perpendicular to a perpendicular": (
        [command("Line B C", "f"), command("OrthogonalLine A f", "g"), command("OrthogonalLine B g", "h"), command("Point h", "D"), point("D", 2, 0)],
        ["para D B B C"],
    ),
    "a foot": ([command("Line B C", "f"), command("ClosestPoint f A", "D"), point("D", 0, 0)], ["perp D A B C", "coll D B C"]),
    "a perpendicular bisector": ([command("LineBisector B C", "f"), command("Point f", "D"), point("D", 1, 7)], ["cong D B D C"]),
    "a segment's bisector": ([command("Segment B C", "a"), command("LineBisector a", "f"), command("Point f", "D"), point("D", 1, 7)], ["cong D B D C"]),
    "an angle bisector": ([command("AngularBisector A B C", "f"), command("Point f", "D"), point("D", 0, 0.7807764064044151)], ["eqangle B A B D B D B C"]),
    "bisectors of two lines": (
        [command("Line B A", "f"), command("Line B C", "g"), command("AngularBisector f g", "h", "i"), command("Point i", "D"), point("D", -2, 1.2807764064044151)],
        ["eqangle B A B D B D B C"],
    ),
    "an outer bisector": (
        [command("AngularBisector A B C", "f"), command("OrthogonalLine B f", "g"), command("Point g", "D"), point("D", -2, 1.2807764064044151)],
        ["eqangle B A B D B D B C"],
    ),
    "a tangent at a point, by angles": ([command("Circle A B C", "c"), command("Tangent A c", "t"), command("Point t", "D"), point("D", 2.375, 5)], ["eqangle A D A B C A C B"]),
    "a tangent at a point, by the radius": (
        [point("O", 1, 2), command("Circle O A", "c"), command("Tangent A c", "t"), command("Point t", "D"), point("D", 2, 5)], ["perp D A O A"]
    ),
    "tangents from a point": (
        [point("O", 1, 2), point("Q", 1, 3), command("Circle O Q", "c"), point("P", 1, 4), command("Tangent P c", "f", "g"), command("Intersect f c", "T"), point("T", 1 + _W / 2, 2.5)],
        ["cong O T O Q", "perp P T O T"],
    ),
    "a tangent whose contact has no name": (
        [point("O", 1, 2), point("Q", 1, 3), command("Circle O Q", "c"), point("P", 1, 4), command("Tangent P c", "f", "g"), command("Point g", "D"), point("D", 1 - _W, 1)],
        ["cong O T O Q", "perp P T O T", "coll D P T"],
    ),
    "a common tangent": (
        [
            point("O", 9, 0), point("Q", 9, 2), command("Circle O Q", "c"), point("P", 15, 0), point("R", 15, -1), command("Circle P R", "d"),
            command("Tangent c d", "f", "g", "h", "i"), element("line", "f", f'<coords x="{1 / 6}" y="{math.sqrt(35) / 6}" z="-3.5"/>'),
            command("Intersect f d", "T"), point("T", 15 + 1 / 6, math.sqrt(35) / 6), command("Point f", "D"), point("D", 21, 0),
        ],
        ["cong P T P R", "cong O T_1 O Q", "perp T T_1 O T_1", "perp T_1 T P T", "coll D T_1 T"],
    ),
    "a reflection in a point": ([command("Mirror A B", "D"), point("D", -2, -4)], ["coll D A B", "cong B A B D"]),
    "a reflection in a line": ([command("Line B C", "f"), command("Mirror A f", "D"), point("D", 0, -4)], ["cong B A B D", "cong C A C D", "perp B C A D"]),
    "an inversion": (
        [point("O", 0, 0), command("Circle O A", "c"), command("Mirror C c", "D"), point("D", 16 / 3, 0)], ["coll O C D", "eqratio O C O A O A O D"]
    ),
    "a dilation": ([command("Dilate A 3 B", "D"), point("D", 2, 12)], ["coll B A D", "rconst B D B A 3"]),
    "a dilation by a half": ([command("Dilate A 1/2 B", "M"), point("M", -0.5, 2)], ["coll M A B", "cong M A M B"]),
    "a dilation by −1": ([command("Dilate A -1 B", "D"), point("D", -2, -4)], ["coll D A B", "cong B A B D"]),
    "a rotation by 90°": ([command("Rotate C 90° B", "D"), point("D", -1, 4)], ["cong D B B C", "perp D B B C"]),
    "a rotation by 180°": ([command("Rotate A 180° B", "D"), point("D", -2, -4)], ["coll D A B", "cong B A B D"]),
    "a rotation by 60°": ([command("Rotate C 60° B", "D"), point("D", 1, 2 * _W)], ["cong D B B C", "cong B C C D"]),
    "a rotation by 30°": ([command("Rotate C 30° B", "D"), point("D", -1 + 2 * _W, 2)], ["cong B D B C", "aconst B D B C 30"]),
    "a rotation by a slider": (
        [element("angle", "α", f'<value val="{math.pi / 6}"/>'), command("Rotate C α B", "D"), point("D", -1 + 2 * _W, 2)], ["cong B D B C", "aconst B D B C 30"]
    ),
    "a rotation by an angle of the figure": (
        [command("Angle B A C", "α"), command("Rotate C α B", "D"), point("D", -1 + 4 * 13 / math.sqrt(425), 4 * 16 / math.sqrt(425))],
        ["cong B D B C", "eqangle B C B D A B A C"],
    ),
    "an angle of given size": ([command("Angle C B 90°", "α", "D"), point("D", -1, 4)], ["cong D B B C", "perp D B B C"]),
    "a translation": ([command("Vector B C", "u"), command("Translate A u", "D"), point("D", 4, 4)], ["para A B C D", "para A D B C", "cong A B C D", "cong A D B C"]),
    "a sum like a translation": ([point("D", 4, 4).replace("<element", '<expression label="D" exp="A + C - B"/><element', 1)], ["para A B C D", "para A D B C", "cong A B C D", "cong A D B C"]),
    "an incenter": ([command("TriangleCenter A B C 1", "I"), point("I", 0.4, 1.3)], ["eqangle A B A I A I A C", "eqangle C A C I C I C B", "eqangle B C B I B I B A"]),
    "an orthocenter": ([command("TriangleCenter A B C 4", "H"), point("H", 0, 0.75)], ["perp H A B C", "perp H B C A", "perp H C A B"]),
    "a centroid": (
        [command("Polygon A B C", "t", "c", "a", "b"), command("Centroid t", "G"), point("G", 2 / 3, 4 / 3)],
        ["coll M B C", "cong M B M C", "coll M_1 C A", "cong M_1 C M_1 A", "coll M_2 A B", "cong M_2 A M_2 B", "coll A M G", "coll B M_1 G", "coll C M_2 G"],
    ),
    "a contact of the incircle": (
        [command("Incircle A B C", "k"), command("Segment B C", "a"), command("Intersect k a", "D"), point("D", 0.5615528128088303, 0)],
        ["eqangle A B A I A I A C", "eqangle C A C I C I C B", "eqangle B C B I B I B A", "perp D I B C", "coll D B C"],
    ),
    "an equilateral triangle": (
        [command("Polygon B C 3", "t", "f", "D", "g", "h"), point("D", 1, 2 * _W)],
        ["cong B C C D", "cong C D D B", "eqangle B C B D C D C B", "eqangle C D C B D B D C"],
    ),
    "a given boolean": ([point("D", 1, 1), boolean("given1", "AreCollinear[A, B, D]")], ["coll A B D"]),
    "a given equation": ([point("D", 1, 1), boolean("givenLength", "Distance[A, D] ≟ 2 Distance[B, D]")], ["rconst A D B D 2"]),
    "what nothing needs": ([command("Ellipse A B C", "c"), element("text", "note")], []),
}  # fmt: skip


@pytest.mark.parametrize("kind", COMMANDS)
def test_what_a_command_asserts(kind: str) -> None:
    tags, asserted = COMMANDS[kind]
    assert premises(tags) == asserted


_D = point("D", 3, 3.25)
_MORE = (
    _D, command("Line A B", "f"), command("Line C D", "g"), command("Segment A B", "c"), command("Segment B C", "a"),
    command("Segment C A", "b"), command("Angle B A C", "α"), command("Angle C B D", "β"), command("Circle A B C", "k"),
)  # fmt: skip
#: Booleans, and the goal that they are.
GOALS = {
    "AreCollinear[A, B, D]": "coll A B D",
    "AreConcyclic(A, B, C, D)": "cyclic A B C D",
    "AreConcyclic(A, B, C, D) ∧ true1": "cyclic A B C D",
    "AreParallel[f, g]": "para A B C D",
    "f ∥ g": "para A B C D",
    "ArePerpendicular(f, a)": "perp A B B C",
    "f ⟂ g": "perp A B C D",
    "f ⊥ g": "perp A B C D",
    "AreCongruent(a, c)": "cong B C A B",
    "a ≟ c": "cong B C A B",
    "a == c": "cong B C A B",
    "AreEqual[a, c]": "cong B C A B",
    "Distance[A, D] ≟ Distance(B, C)": "cong A D B C",
    "a ≟ 2 c": "rconst B C A B 2",
    "2a ≟ 3c": "rconst B C A B 3/2",
    "a / b ≟ c / a": "eqratio B C A B C A B C",
    "a² ≟ b c": "eqratio B C A B C A B C",
    "a + b ≟ 2 c": "distseq B C C A A B 1 1 -2",
    "AreEqual(A, D)": "overlap A D",
    "A ≟ D": "overlap A D",
    "A ≟ Midpoint(B, D)": "midp A B D",
    "D ≟ Center(Circle(A, B, C))": "circle D A B C",
    "D ∈ f": "coll D A B",
    "D ∈ k": "cyclic A B C D",
    "α ≟ β": "eqangle A B A C B C B D",
    "α ≟ 60°": "aconst A C A B 60",
    "α ≟ π / 3": "aconst A C A B 60",
    "α + β ≟ 180°": "eqangle A B A C B D B C",
    "AreConcurrent(f, g, Line(D, B))": "coll B C D",
    "AreConcurrent(f, g, LineBisector(B, C))": "cong X B X C",
    "Prove[AreParallel[f, g]]": "para A B C D",
    "ProveDetails(f ⟂ g)": "perp A B C D",
    "sin(Angle[f, g] - Angle[a, b]) ≟ 0": "eqangle A B C D B C C A",
}


@pytest.mark.parametrize("text", GOALS)
def test_what_a_boolean_says(text: str) -> None:
    goal = read(*TRIANGLE, *_MORE, boolean("true1", "AreConcyclic[A, B, C, D]"), boolean("goal", text)).goal
    assert str(goal) == GOALS[text]


def test_the_goal_is_what_the_user_asks_for() -> None:
    tags = (*TRIANGLE, _D, boolean("p", "AreCollinear[A, B, D]"), boolean("q", "AreConcyclic[A, B, C, D]"))
    assert str(read(*tags, goal="q").goal) == "cyclic A B C D"
    assert str(read(*tags, goal="A D = B C").goal) == "cong A D B C"
    assert str(read(*tags, goal="cong A D B C").goal) == "cong A D B C"
    assert str(read(*tags, goal="find ∠ B A C").goal) == "acompute A C A B"
    with pytest.raises(ParseError, match=r"2 booleans that may be the goal: “p”, “q”") as caught:
        read(*tags)
    assert "--goal “p”" in caught.value.hint


def test_a_goal_may_need_a_point_that_nothing_names() -> None:
    tags = (*TRIANGLE, point("D", 1, 1), point("E", 2, 5), point("F", 5, 1))
    problem = read(*tags, goal="A D, B E, C F concurrent")
    assert problem.points == ("A", "B", "C", "D", "E", "F", "X")
    assert [str(s) for s in problem.premises] == ["coll X A D", "coll X B E"]
    x, y = problem.coordinates["X"]
    assert abs(3 * x + y - 4) < 1e-9  # on AD


def test_a_goal_may_call_a_point_by_any_of_its_labels() -> None:
    tags = [command("Circle A B C", "c"), command("Line A B", "f"), command("Intersect f c", "D", "E")]
    problem = read(*TRIANGLE, *tags, point("D", 0, 4), point("E", -1, 0), goal="D C = E C")
    assert problem.points == ("A", "B", "C")
    assert str(problem.goal) == "cong A C B C"


def test_the_one_that_is_to_be_proved_is_the_goal() -> None:
    tags = (*TRIANGLE, _D, boolean("p", "AreCollinear[A, B, D]"), command("Prove p", "q"), element("boolean", "q"))
    assert str(read(*tags).goal) == "coll A B D"


def test_without_a_goal_the_question_is_what_can_be_said() -> None:
    assert str(read(*TRIANGLE).goal) == "explore"


QUESTIONS = {
    "Angle C B A": "acompute B A B C",
    "Angle A B C": "acompute B A B C",  # reflex, as GeoGebra measures it
    "Angle f g": "acompute B C A B",
}


@pytest.mark.parametrize("text", QUESTIONS)
def test_an_angle_named_goal_is_to_be_found(text: str) -> None:
    lines = (command("Line A B", "f"), command("Line B C", "g"))
    assert str(read(*TRIANGLE, *lines, command(text, "goal"), element("angle", "goal")).goal) == QUESTIONS[text]


def test_a_ratio_named_goal_is_to_be_found() -> None:
    ratio = '<expression label="goal" exp="Distance[A, B] / Distance[B, C]"/>' + element("numeric", "goal")
    assert str(read(*TRIANGLE, ratio).goal) == "rcompute A B B C"


def test_reflex_angles_are_equal_where_the_others_are() -> None:
    angles = (command("Angle A B C", "α"), command("Angle B C A", "β"), command("Angle A C B", "γ"))
    assert str(read(*TRIANGLE, *angles, boolean("goal", "α ≟ β")).goal) == "eqangle B C B A C A C B"
    # 360° less the triangle's angle at C: no angle at B is as large.
    with pytest.raises(FalseStatement):
        build_diagram(read(*TRIANGLE, *angles, boolean("goal", "α ≟ γ")))


def test_points_keep_their_places_and_names() -> None:
    problem = read(*TRIANGLE, point("D_{12}", 1, 1), point("E'", 2, 1), point("Punkt", 5, 5))
    assert problem.points == ("A", "B", "C", "D_12", "E'", "P")
    assert problem.coordinates["D_12"] == (1.0, 1.0)


#: Tags, message and hint.
FAULTS = {
    "an unknown command": ([command("Ellipse A B C", "c"), command("Point c", "D"), point("D", 1, 1)], "D = Point(c): c = Ellipse(A, B, C): porism can't read the command “Ellipse”", "free and say what holds as a boolean named given1"),
    "an unknown command for a point": ([command("Foo A B", "D"), point("D", 1, 1)], "D = Foo(A, B): porism can't read the command “Foo”", "given1"),
    "a misspelt command": ([command("Midpiont A B", "D"), point("D", 1, 1)], "can't read the command “Midpiont”", "did you mean Midpoint?"),
    "wrong arguments": ([command("Midpoint A B C", "D"), point("D", 1, 1)], "D = Midpoint(A, B, C): porism can't read Midpoint of a point, a point, a point", "a point, a point; a line"),
    "an object that isn't there": ([command("Point f", "D"), point("D", 1, 1)], "D = Point(f): “f” isn't defined", "use an object"),
    "a center that isn't known": ([command("TriangleCenter A B C 17", "D"), point("D", 1, 1)], "triangle center number 17", "4 (orthocenter)"),
    "a comparison": ([boolean("goal", "Distance[A, B] < Distance[A, C]")], "porism can't read a comparison", "="),
    "a negation": ([boolean("goal", "¬AreCollinear[A, B, C]")], "porism can't read “not”", "="),
    "several things to prove": ([point("D", 1, 1), boolean("goal", "A ≟ B ∧ AreCollinear[A, C, D]")], "goal: this says more than one thing", "one relation"),
    "a premise that isn't one": ([boolean("given1", "IsInteger(3)")], "given1: porism can't read “IsInteger”", "AreCollinear"),
    "a lone relation of numbers": ([boolean("goal", "2 ≟ 3")], "numbers only", ""),
    "an axis": ([command("Point xAxis", "D"), point("D", 1, 0)], "“xAxis” isn't defined", "use an object"),
    "an undefined point that is needed": ([command("Intersect Line[A,B] Line[A,B]", "D"), element("point", "D", '<coords x="NaN" y="NaN" z="NaN"/>'), boolean("goal", "AreCollinear[A, B, D]")], "D is undefined", "move the free points"),
}  # fmt: skip


@pytest.mark.parametrize("kind", FAULTS)
def test_what_cant_be_read_is_named(kind: str) -> None:
    tags, message, hint = FAULTS[kind]
    with pytest.raises(ParseError) as caught:
        read(*TRIANGLE, *tags)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.hint


_NOWHERE = '<coords x="NaN" y="NaN" z="NaN"/>'
#: Objects that are undefined in the drawn figure: tags, and what is left out.
UNDEFINED = {
    "circles that don't meet": (
        [command("Circle A 1", "c"), command("Circle B 1", "d"), command("Intersect c d", "E", "F"), element("point", "E", _NOWHERE), element("point", "F", _NOWHERE)],
        ["E", "F"],
    ),
    "a single intersection": (
        [command("Line B C", "f"), command("Circle A 1", "c"), command("Intersect f c 1", "E"), element("point", "E", _NOWHERE)], ["E"]
    ),
    "parallels, and what follows from them": (
        [command("Intersect Line[A,B] Line[C,Line[A,B]]", "E"), element("point", "E", '<coords x="1" y="2" z="0"/>'), command("Midpoint A E", "F"), element("point", "F", _NOWHERE), command("Line E B", "g")],
        ["E", "F"],
    ),
    "a free point that isn't anywhere": ([element("point", "E", _NOWHERE), command("Segment A E", "g")], ["E"]),
    "a tangent from inside": (
        [point("D", 1, 1), command("Circle A B C", "c"), command("Tangent D c", "t"), command("Intersect t c", "E"), element("point", "E", _NOWHERE)], ["E"]
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", UNDEFINED)
def test_what_is_undefined_and_not_needed_is_left_out_with_a_note(kind: str) -> None:
    tags, left_out = UNDEFINED[kind]
    problem = read(*TRIANGLE, *tags, goal="A B = B C")
    assert not {*left_out} & {*problem.points}
    assert [note.split()[0] for note in problem.notes] == left_out
    assert all("left out: it is undefined" in note for note in problem.notes)


@pytest.mark.parametrize("kind", UNDEFINED)
def test_what_is_undefined_and_needed_is_named(kind: str) -> None:
    tags, left_out = UNDEFINED[kind]
    with pytest.raises(ParseError, match=left_out[0]):
        read(*TRIANGLE, *tags, boolean("goal", f"AreCollinear[A, B, {left_out[0]}]"))


def test_a_point_defined_by_itself_is_free() -> None:
    for text in ("Point(D)", "Intersect(Line(D, A), Line(D, B))", "D"):
        tag = point("D", 1, 1).replace("<element", f'<expression label="D" exp="{text}"/><element', 1)
        problem = read(*TRIANGLE, tag, goal="A D = B D")
        assert (problem.premises, problem.coordinates["D"]) == ((), (1.0, 1.0))
        assert problem.notes == ("D is taken as a free point: it is defined by itself",)


def test_a_line_whose_ends_are_one_point_is_left_out() -> None:
    problem = read(*TRIANGLE, command("Line A A", "f"), command("Segment B B", "g"), goal="A B = B C")
    assert problem.points == ("A", "B", "C")


def test_what_is_said_twice_in_the_same_words_is_said_once() -> None:
    line = command("Line B C", "f")
    tags = (*TRIANGLE, TRIANGLE[0], line, line, command("Point f", "D"), point("D", 1, 0), point("D", 1, 0))
    assert [str(s) for s in read(*tags).premises] == ["coll D B C"]
