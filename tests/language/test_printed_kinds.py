"""More kinds of phrases that contests print, each in several statements, by what these say; what was once passed over in silence."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement

#: A kind of phrase; statements that have it, and some of what each says, goals with a question mark.
SAYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "a shape after if, of which it is open which sides are meant": (
        ("Let M be the midpoint of side BC of triangle ABC. Prove that if triangle ABM is isosceles, then angle BAC is right.", ("cong A B A M",)),
        ("Let M be the midpoint of side BC of triangle ABC. Show that AM = BM if ABC is a right triangle.", ("perp C A C B",)),
        ("Let P be a point in triangle ABC. Prove that if triangles ABP and BCP are isosceles, then AB = BC.", ("cong A B A P", "cong B C B P")),
    ),
    "what several things have in common": (
        ("Let ABCDEF be a hexagon in which AD, BE and CF have the same perpendicular bisector. Prove that AB = DE.",
         ("para A D B E", "para A D C F", "cong M B M E", "cong M C M F")),
        ("Chords AB and CD of a circle have the same midpoint. Prove that AC = BD.", ("cong M A M B", "cong M C M D")),
        ("Triangles ABC and ADE have a common circumcenter. Prove that AD = BE.", ("cong O A O B", "cong O A O D")),
        ("Triangles ABC and ADE share the orthocenter. Let BD = CE. Prove that AD = BE.", ("cong B D C E",)),
        ("Triangles ABC and DEF have the same circumcircle. Prove that AD = BE.", ("cyclic D E F A",)),
        ("Prove that triangles ABC and ADE have the same centroid.", ("? coll G A M_3",)),
    ),
    "where points aren't": (
        ("Points $P$, $Q$ with $P \\not\\in BC$, $Q \\notin CA$ are such that $PA = QB$ in triangle $ABC$. Prove that $PA = PC$.",
         ("triangle P B C", "triangle Q C A")),
        ("Let $K \\notin AB$ be a point such that $KA = KC$, and let $BC = BA$. Prove that $KB = KC$.", ("triangle K A B",)),
        ("Let ABC be a triangle and $D$ a point ($D \\notin AC$) with $DA = DB$. Prove that $DB = DC$.", ("triangle D A C",)),
    ),
    "right angles of circles, chords and diagonals": (
        ("Circles with diameters AB and CD are orthogonal. Prove that AC = BD.", ("sqdistseq M M_1 M A M_1 C 1 -1 -1",)),
        ("Let AB and CD be orthogonal chords of a circle. Prove that AC = BD.", ("perp A B C D",)),
        ("Let ABCD be an orthodiagonal quadrilateral with AB = CD. Prove that AC = BD.", ("perp A C B D",)),
        ("Prove that the circumcircles of triangles ABC and ADE are orthogonal.", ("? perp A O A O_1",)),
        ("Let ABCD be a right trapezoid with bases AB and CD. Prove that AC = BD.", ("perp A D A B",)),
    ),
    "a point where lines are perpendicular": (
        ("Given a triangle $ABC$ with $\\angle B$ and $\\angle C$ acute, $AD \\perp BC$ at $D$, $M$ is the midpoint of $AD$. Prove that $MB = MC$.",
         ("coll D B C", "coll M A D", "angle A B C < 90", "angle B C A < 90")),
        ("In triangle $ABC$, $BE \\perp AC$ at $E$ and $CF \\perp AB$ at $F$. Prove that $BE = CF$.", ("coll E A C", "coll F A B")),
        ("Let $AD \\perp BC$ at $D$ and $AD = BC$. Prove that $AB = AC$.", ("perp A D B C", "coll D B C")),
    ),
    "what is said besides, after with": (
        ("Points $P$ and $Q$ are chosen on segment $AB$ with lines $CP$ and $CQ$ meeting the circumcircle of triangle $ABC$ again at $X$ and $Y$. "
         "Prove that $PX = QY$.", ("coll X C P", "P between A and B")),
        ("Points $K$ and $L$ are on lines $AB$ and $AC$ with $K$, $I$, $L$ collinear and $KL$ perpendicular to $AI$. Prove that $AK = AL$.",
         ("coll K I L", "perp K L A I")),
        ("Let $D, E$ lie on $AB$, $AC$ such that $BD = CE = BC$ with $D, E$ both distinct from $B, C$. Prove that $AD = AE$.", ("D != B", "E != C")),
    ),
    "lines from points, points that belong to curves, lines by their images": (
        ("In triangle $ABC$ prove that the line from $C$ perpendicular to $AB$ passes through the circumcenter.", ("? perp O C A B",)),
        ("Let $D$ belong to side $BC$ of triangle $ABC$. Prove that $AD = AB$.", ("D between B and C",)),
        ("Let $\\ell$ be a line, and let $\\ell_a$ and $\\ell_b$ be the lines obtained by reflecting $\\ell$ in the lines $BC$ and $CA$, "
         "respectively. Prove that $\\ell_a$ is parallel to $\\ell_b$.", ("cong B X B X_2", "cong C X C X_4")),
        ("In triangle ABC, AB is 2.5 times as long as AC. Prove that AB > AC.", ("rconst A B A C 5/2",)),
        ("The circumcircle of $\\triangle ABC$ $\\omega_1$ and the circumcircle of $\\triangle AEF$ $\\omega_2$ meet at $A, G$. Let $D$ lie on "
         "$\\omega_2$. Prove that $GD = GA$.", ("cyclic A E F D",)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAYS)
def test_what_contests_print_is_read_as_they_mean_it(kind: str) -> None:
    for text, said in SAYS[kind]:
        problem = parse_statement(text, "x")
        goals = {f"? {goal.statement}" for goal in problem.goals}
        found = {*map(str, problem.premises), *map(str, problem.conditions), *goals}
        assert set(said) <= found, (text, set(said) - found, found)


@pytest.mark.parametrize(
    "text",
    [
        "Let ABCD be an obtuse quadrilateral. Prove that AC = BD.",
        "Triangle ABC is the midpoint of DE. Prove that AD = AE.",
        "Let ABCDE be a scalene pentagon. Prove that AC = BD.",
    ],
)
def test_what_can_not_be_said_of_a_polygon_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        parse_statement(text, "x")
