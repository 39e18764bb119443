"""Tools that a file's user made: what they are made of is read as if it stood in the figure."""

from __future__ import annotations

import math

import pytest

from solver.errors import ParseError
from tests.geogebra.files import TRIANGLE, boolean, command, construction, element, point, read, tool, tools

_H = math.sqrt(3)

#: A circle about C with the distance of A and B as its radius.
COMPASS = tool("Compass", "A B C", "c", point("A", 0, 0), point("B", 1, 0), point("C", 2, 2), command("Segment A B", "f"),
               command("Circle C f", "c"))  # fmt: skip
EQUILATERAL = tool(
    "Equilateral", "A B", "C", point("A", 0, 0), point("B", 1, 0), command("Polygon A B 3", "t", "c", "C", "a", "b")
)
BY_CIRCLES = tool("ByCircles", "A B", "D", point("A", 0, 0), point("B", 1, 0), command("Circle A B", "c"),
                  command("Circle B A", "d"), command("Intersect c d", "C", "D"))  # fmt: skip
FOOT = tool(
    "Foot",
    "P g",
    "F",
    point("P", 0, 1),
    element("line", "g"),
    command("OrthogonalLine P g", "h"),
    command("Intersect g h", "F"),
)
#: An altitude's foot with the tool above, and what a line through it and the vertex is.
ALTITUDE = tool("Altitude", "A B C", "h D", point("A", 0, 1), point("B", 0, 0), point("C", 2, 0), command("Foot A Line[B,C]", "D"),
                command("Line A D", "h"))  # fmt: skip
#: The line through the second intersections of two circles about A and B through C, and its midpoint with a new point.
CHORD = tool("Chord", "A B C", "m", point("A", 0, 0), point("B", 3, 0), point("C", 1, 2), command("Circle A C", "c"),
             command("Circle B C", "d"), command("Intersect c d 1", "P"), command("Line P A", "m"))  # fmt: skip

#: Tools, tags and premises of a figure of the triangle A(0, 4), B(-1, 0), C(3, 0).
USES = {
    "a circle": ([COMPASS], [command("Compass A B C", "k"), command("Point k", "D"), point("D", 3 + math.sqrt(17), 0)], ["cong C D A B"]),
    "a regular polygon": (
        [EQUILATERAL], [command("Equilateral B C", "D"), point("D", 1, 2 * _H)],
        ["cong B C C D", "cong C D D B", "eqangle B C B D C D C B", "eqangle C D C B D B D C"],
    ),
    "one of two intersections, on one side": ([BY_CIRCLES], [command("ByCircles B C", "D"), point("D", 1, 2 * _H)], ["cong B D B C", "cong C D C B"]),
    "one of two intersections, on the other side": ([BY_CIRCLES], [command("ByCircles B C", "D"), point("D", 1, -2 * _H)], ["cong B D B C", "cong C D C B"]),
    "a line among what it is given": ([FOOT], [command("Line B C", "f"), command("Foot A f", "D"), point("D", 0, 0)], ["coll D B C", "perp D A B C"]),
    "an expression as an argument": ([FOOT], [command("Foot A Line[B,C]", "D"), point("D", 0, 0)], ["coll D B C", "perp D A B C"]),
    "a tool that uses another": (
        [FOOT, ALTITUDE], [command("Altitude A B C", "h", "D"), point("D", 0, 0), command("Point h", "E"), point("E", 0, 1)],
        ["coll D B C", "perp D A B C", "coll E A D"],
    ),
    "a tool used twice": (
        [COMPASS], [command("Compass A B C", "k"), command("Compass B C A", "l"), command("Point k", "D"), point("D", 3 + math.sqrt(17), 0), command("Point l", "E"), point("E", 4, 4)],
        ["cong C D A B", "cong A E B C"],
    ),
    "a tool that nothing uses": ([tool("Odd", "A", "b", command("Ellipse A A A", "b"))], [], []),
}  # fmt: skip


@pytest.mark.parametrize("kind", USES)
def test_a_tool_says_what_it_is_made_of(kind: str) -> None:
    by, tags, premises = USES[kind]
    assert [str(s) for s in read(*TRIANGLE, *tags, by=tools(*by)).premises] == premises


@pytest.mark.parametrize("inner", [(0.0, 0.0), (0.0, 4.0)])
def test_the_intersection_that_a_tool_means_is_the_one_that_gives_what_the_file_has(inner: tuple[float, float]) -> None:
    # The circles about B and D through A meet in A and in A', on the other side of the line BD (the x-axis).
    other = complex(0, -4)
    a, meant = complex(-1, 0), complex(*inner) if inner[1] else other
    x, y = a.imag - meant.imag, meant.real - a.real
    line = element("line", "m", f'<coords x="{x}" y="{y}" z="{-(x * a.real + y * a.imag)}"/>')
    on = a + 2 * (meant - a)
    problem = read(
        *TRIANGLE, command("Chord B C A", "m"), line, command("Point m", "E"), point("E", on.real, on.imag), by=tools(CHORD)
    )  # fmt: skip
    hidden = next(p for p in problem.points if p not in "ABCE") if meant == other else "A"
    assert abs(complex(*problem.coordinates[hidden]) - meant) < 1e-9


#: Tools and tags that can't be read, and why.
FAULTS = {
    "a tool with what can't be read": ([tool("Odd", "A", "B", command("Foo A", "B"))], [command("Odd A", "D"), point("D", 1, 1)], "can't read the command “Foo”"),
    "too few arguments": ([COMPASS], [command("Compass A B", "k"), command("Point k", "D"), point("D", 4, 0)], "given 2 objects, it takes 3"),
    "a tool that uses itself": ([tool("Loop", "A", "B", command("Loop A", "B"))], [command("Loop A", "D"), point("D", 1, 1)], "uses itself"),
    "tools that use each other": (
        [tool("One", "A", "B", command("Two A", "B")), tool("Two", "A", "B", command("One A", "B"))], [command("One A", "D"), point("D", 1, 1)], "uses itself"
    ),
    "a tool with a point of its own": (
        [tool("Own", "A", "M", point("A", 0, 0), point("Q", 5, 5), command("Midpoint A Q", "M"))], [command("Own A", "D"), point("D", 1, 1)], "own point",
    ),
    "a point on a circle within": (
        [tool("Free", "A B", "M", command("Circle A B", "c"), command("Point c", "P"), command("Midpoint A P", "M"))], [command("Free A B", "D"), point("D", 1, 1)],
        "doesn't say where",
    ),
    "tools that make more and more": (
        [tool(f"T{k}", "A", "H", *(command(f"T{k + 1} {a}", b) for a, b in zip("ABCDEFG", "BCDEFGH", strict=True))) for k in range(6)]
        + [tool("T6", "A", "B", command("Mirror A A", "B"))],
        [command("T0 A", "D"), point("D", 1, 1)], "make more than 20,000 objects",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", FAULTS)
def test_a_tool_that_cant_be_read_is_named(kind: str) -> None:
    by, tags, message = FAULTS[kind]
    with pytest.raises(ParseError) as caught:
        read(*TRIANGLE, *tags, by=tools(*by))
    assert message in caught.value.message
    assert caught.value.hint


def test_damaged_tools_are_named() -> None:
    with pytest.raises(ParseError, match="XML in the GeoGebra file is damaged"):
        read(*TRIANGLE, boolean("goal", "AreCollinear[A, B, C]"), by=construction()[:-20])
