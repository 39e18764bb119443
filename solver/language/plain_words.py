"""The vocabulary of the plain language: phrases and what they mean. How to read a row: `solver.language.plain_phrase`.

docs/language.md shows it to users; the grammar (`solver.language.plain_grammar`) is made from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from solver.language.plain_phrase import Phrase, Sort, phrase

_point, _line, _circle, _fact = (partial(phrase, sort) for sort in Sort)

_BISECTED_TWICE = "eqangle a b a x a x a c, eqangle b c b x b x b a"
_BISECTED = "eqangle a b a x a x a c, eqangle c a c x c x c b, eqangle b c b x b x b a"
_BEYOND = "opposite_sides x a b c, same_side x b a c, same_side x c a b"
_MIDDLES = "l midpoint b c, m midpoint c a, n midpoint a b"
_PARALLEL_SIDES = "para a b c d, para b c a d"
_PARALLELOGRAM = f"{_PARALLEL_SIDES}, cong a b c d, cong b c a d"
#: What makes a quadrilateral one of these, without what follows from it.
_PROVED = {
    "parallelogram": _PARALLEL_SIDES,
    "rectangle": f"perp a b b c, {_PARALLEL_SIDES}",
    "square": f"perp a b b c, cong a b b c, {_PARALLEL_SIDES}",
}

#: Points that have names. Written `M midpoint of A B`, `M = midpoint of A B` or `midpoint M of A B`.
POINTS: tuple[Phrase, ...] = (
    _point(
        "midpoint of [segment] {a b}",
        "coll x a b, cong x a x b",
        "M midpoint of A B",
        goal="midp x a b",
        name="midpoint",
    ),
    _point(
        "centroid of [shape] a b c",
        "coll x a l, coll x b m, coll x c n",
        "G centroid of A B C",
        hidden=_MIDDLES,
        name="centroid",
    ),
    _point(
        "circumcenter of [shape] a b c",
        "cong x a x b, cong x b x c",
        "O circumcenter of A B C",
        goal="circle x a b c",
        name="circumcenter",
    ),
    _point(
        "orthocenter of [shape] a b c",
        "perp x a b c, perp x b c a, perp x c a b",
        "H orthocenter of A B C",
        goal="perp x a b c, perp x b c a",
        name="orthocenter",
    ),
    _point(
        "incenter of [shape] a b c",
        _BISECTED,
        "I incenter of A B C",
        conditions="inside x a b c",
        goal=_BISECTED_TWICE,
        name="incenter",
    ),
    _point(
        "excenter of [shape] a b c opposite v",
        _BISECTED,
        "J excenter of A B C opposite A",
        conditions=_BEYOND,
        goal=_BISECTED_TWICE,
        corner="v",
        name="excenter",
    ),
    _point(
        "v - excenter of [shape] a b c",
        _BISECTED,
        "J A-excenter of A B C",
        conditions=_BEYOND,
        goal=_BISECTED_TWICE,
        corner="v",
        name="excenter",
    ),
    _point(
        "nine-point center of [shape] a b c",
        "cong x l x m, cong x m x n",
        "N nine-point center of A B C",
        hidden=_MIDDLES,
    ),
    _point(
        "foot of perpendicular from a to [line] {b c}",
        "coll x b c, perp x a b c",
        "D foot of perpendicular from A to B C",
        name="foot",
    ),
    _point("foot from a to [line] {b c}", "coll x b c, perp x a b c", "D foot from A to B C", name="foot"),
    _point("projection of a on [line] {b c}", "coll x b c, perp x a b c", "D projection of A on B C", name="foot"),
    _point(
        "foot of altitude from {v} of triangle a b c",
        "coll x b c, perp x a b c",
        "D foot of altitude from A of triangle A B C",
        corner="v",
    ),
    _point(
        "reflection of a in [line] {b c}",
        "cong b a b x, cong c a c x, perp b c a x",
        "K reflection of H in B C",
    ),
    _point("reflection of a in {b}", "coll x a b, cong b a b x", "K reflection of H in M"),
    _point("intersection of k:curve and m:curve", "meet x k m", "P intersection of A B and C D"),
    _point(
        "again intersection of k:curve and m:curve", "meet x k m", "P second intersection of A H and circle (A B C)"
    ),
    _point("k:curve cap m:curve", "meet x k m", "P = A B ∩ C D"),
    _point("center of w:circle", "center x w", "O center of circle (A B C)"),
    _point("antipode of a on w:circle", "antipode x a w", "K antipode of A on circle (A B C)"),
    _point(
        "midpoint of arc a b not containing c of w:circle",
        "on x w, cong x a x b",
        "M midpoint of arc B C not containing A of circle (A B C)",
        conditions="opposite_sides x c a b",
    ),
    _point(
        "midpoint of arc a b not containing c",
        "cyclic x a b c, cong x a x b",
        "M midpoint of arc B C not containing A",
        conditions="opposite_sides x c a b",
    ),
    _point(
        "midpoint of arc a b containing c of w:circle",
        "on x w, cong x a x b",
        "N midpoint of arc B C containing A of circle (A B C)",
        conditions="same_side x c a b",
    ),
    _point(
        "midpoint of arc a b containing c",
        "cyclic x a b c, cong x a x b",
        "N midpoint of arc B C containing A",
        conditions="same_side x c a b",
    ),
    _point(
        "isogonal conjugate of p in triangle a b c",
        "eqangle a b a p a x a c, eqangle b c b p b x b a, eqangle c a c p c x c b",
        "Q isogonal conjugate of P in triangle A B C",
    ),
)

#: Lines that can be named without two of their points.
LINES: tuple[Phrase, ...] = (
    _line("perpendicular bisector of [segment] a b", "cong x a x b", "P on perpendicular bisector of A B"),
    _line(
        "bisector of angle a b c",
        "eqangle b a b x b x b c",
        "P on bisector of angle A B C",
        conditions="opposite_sides a c b x",
    ),
    _line(
        "external bisector of angle a b c",
        "eqangle b a b x b x b c",
        "P on external bisector of angle A B C",
        conditions="same_side a c b x",
    ),
    _line("perpendicular from a to l:line", "perp x a l", "P on perpendicular from A to B C"),
    _line("line through a perpendicular to l:line", "perp x a l", "P on line through A perpendicular to B C"),
    _line("parallel through a to l:line", "para x a l", "P on parallel through A to B C"),
    _line("line through a parallel to l:line", "para x a l", "P on line through A parallel to B C"),
    _line("tangent at a to w:circle", "touch x a w a", "P on tangent at A to circle (A B C)"),
    _line("tangent to w:circle at a", "touch x a w a", "P on tangent to circle (A B C) at A"),
    _line("altitude from v of triangle a b c", "perp x a b c", "P on altitude from A of triangle A B C", corner="v"),
    _line(
        "median from v of triangle a b c",
        "coll x a m",
        "P on median from A of triangle A B C",
        hidden="m midpoint b c",
        corner="v",
    ),
)

#: Circles. `through`, `center` and `diameter` say how they are given.
CIRCLES: tuple[Phrase, ...] = (
    _circle("[circle] ( ps:points )", "through ps", "D on circle (A B C)"),
    _circle("circle through ps:points", "through ps", "D on circle through A, B and C"),
    _circle("circumcircle of [shape] a b c", "through a b c", "D on circumcircle of A B C"),
    _circle("circle with diameter a b", "diameter a b", "D on circle with diameter A B"),
    _circle("circle with center o through a", "center o, through a", "D on circle with center O through A"),
    _circle("circle with center o and radius o a", "center o, through a", "D on circle with center O and radius O A"),
    _circle("circle with center o", "center o", "circle w with center O"),
    _circle(
        "nine-point circle of [shape] a b c",
        "through l m n",
        "D on nine-point circle of A B C",
        hidden=_MIDDLES,
    ),
    _circle(
        "incircle of [shape] a b c",
        "center i, through d",
        "D on incircle of A B C",
        hidden="i incenter a b c, d foot i b c",
    ),
)


#: What has to be said of a shape besides its name.
_COMPLETED = {
    "obtuse triangle": ", angle B A C > 90",
    "right triangle": " with right angle at A",
    "isosceles triangle": " with |A B| = |A C|",
    "trapezoid": " with A B ∥ C D",
}


def _shapes() -> Iterator[Phrase]:
    """Written `acute triangle A B C`, `A B C acute triangle` or `triangle A B C acute`."""
    acute = "acute b a c, acute a b c, acute a c b"
    for name, slots, asserts, conditions in (
        ("triangle", "a b c", "", "noncollinear a b c"),
        ("scalene triangle", "a b c", "", "noncollinear a b c"),
        ("acute triangle", "a b c", "", f"noncollinear a b c, {acute}"),
        ("obtuse triangle", "a b c", "one_obtuse a b c", "noncollinear a b c"),
        ("right triangle", "a b c", "one_right a b c", "noncollinear a b c"),
        ("isosceles triangle", "a b c", "two_equal a b c", "noncollinear a b c"),
        ("equilateral triangle", "a b c", "cong a b b c, cong b c c a", "noncollinear a b c"),
        ("quadrilateral", "a b c d", "", "convex a b c d"),
        ("convex quadrilateral", "a b c d", "", "convex a b c d"),
        ("cyclic quadrilateral", "a b c d", "cyclic a b c d", "convex a b c d"),
        ("trapezoid", "a b c d", "two_parallel a b c d", "convex a b c d"),
        ("isosceles trapezoid", "a b c d", "para a b c d, cong a d b c, cong a c b d", "convex a b c d"),
        ("parallelogram", "a b c d", _PARALLELOGRAM, "convex a b c d"),
        ("rhombus", "a b c d", "cong a b b c, cong b c c d, cong c d d a", "convex a b c d"),
        ("rectangle", "a b c d", f"perp a b b c, {_PARALLELOGRAM}", "convex a b c d"),
        ("square", "a b c d", f"perp a b b c, cong a b b c, {_PARALLELOGRAM}", "convex a b c d"),
        ("kite", "a b c d", "cong a b a d, cong c b c d", "convex a b c d"),
        ("pentagon", "a b c d e", "", "convex a b c d e"),
        ("convex pentagon", "a b c d e", "", "convex a b c d e"),
        ("hexagon", "a b c d e f", "", "convex a b c d e f"),
        ("convex hexagon", "a b c d e f", "", "convex a b c d e f"),
    ):
        *kind, noun = name.split()
        example = f"{name} {slots.upper()}" + _COMPLETED.get(name, "")
        goal = _PROVED.get(name, "")
        yield _fact(f"[in] {name} {{{slots}}}", asserts, example, conditions=conditions, goal=goal)
        yield _fact(f"{{{slots}}} {name}", asserts, example, conditions=conditions, goal=goal)
        if kind:
            yield _fact(f"{noun} {{{slots}}} {kind[0]}", asserts, example, conditions=conditions, goal=goal)


#: What can be given, and mostly what can be proved.
FACTS: tuple[Phrase, ...] = (
    *_shapes(),
    _fact("convex polygon ps:polygon", "", "convex polygon A B C D E", conditions="convex ps"),
    _fact("point ps:points", "", "points A, B"),
    _fact("right angle at v of triangle a b c", "perp a b a c", "right angle at A of triangle A B C", corner="v"),
    _fact("apex v of triangle a b c", "cong a b a c", "apex A of triangle A B C", corner="v"),
    # on lines and circles
    _fact("ps:points collinear", "coll ps", "A, B, C collinear"),
    _fact("ps:points on one line", "coll ps", "A, B, C on one line"),
    _fact("ps:points concyclic", "cyclic ps", "A, B, C, D concyclic"),
    _fact("ps:points on one circle", "cyclic ps", "A, B, C, D on one circle"),
    _fact("{x} on {k:path}", "on x k", "D on line B C"),
    _fact("{k:curve} through {x}", "on x k", "circle (A B C) through D"),
    _fact("{x} on segment {a b}", "coll x a b", "D on segment B C", conditions="between x a b"),
    _fact("{x} on side {a b}", "coll x a b", "D on side B C", conditions="between x a b"),
    _fact("{x} between a and b", "coll x a b", "D between B and C", conditions="between x a b"),
    _fact("{x} on ray {a b}", "coll x a b", "D on ray B C", conditions="on_ray x a b"),
    _fact("{x} on extension of a b", "coll x a b", "D on extension of B C", conditions="between b a x"),
    _fact(
        "{x} on extension of a b beyond v",
        "coll x a b",
        "D on extension of B C beyond C",
        conditions="between a b x",
        corner="v",
    ),
    _fact("{k:curve} meets {m:curve} at {x}", "meet x k m", "A B meets C D at P"),
    _fact("k:curve and m:curve meets at {x}", "meet x k m", "A B and C D meet at P"),
    _fact("k:curve meets {m:curve} again at {x}", "meet x k m", "A H meets circle (A B C) again at D"),
    _fact("ls:lines concurrent", "concurrent ls", "A D, B E, C F concurrent"),
    _fact("ls:lines concurrent at x", "common x ls", "A D, B E, C F concurrent at P"),
    _fact("ls:lines meets at x", "common x ls", "A D, B E, C F meet at P"),
    # directions
    _fact("l:line parallel [to] m:line", "para l m", "A B parallel to C D"),
    _fact("l:line perpendicular [to] m:line", "perp l m", "A B perpendicular to C D"),
    _fact("l:line and m:line parallel", "para l m", "A B and C D parallel"),
    _fact("l:line and m:line perpendicular", "perp l m", "A B and C D perpendicular"),
    _fact("l:line not parallel [to] m:line", "", "A B not parallel to C D", conditions="crossing l m"),
    _fact("angle a b c right", "perp b a b c", "angle A B C right"),
    _fact("a b c right angle", "perp b a b c", "A B C right angle"),
    # lines of a triangle
    _fact(
        "l:line bisects angle a b c", "bisects l a b c", "B D bisects angle A B C", conditions="opposite_sides a c l"
    ),
    _fact(
        "l:line bisector of angle a b c",
        "bisects l a b c",
        "B D bisector of angle A B C",
        conditions="opposite_sides a c l",
    ),
    _fact(
        "l:line external bisector of angle a b c",
        "bisects l a b c",
        "B D external bisector of angle A B C",
        conditions="same_side a c l",
    ),
    _fact("l:line bisects [segment] a b", "coll m l", "C D bisects segment A B", hidden="m midpoint a b"),
    _fact("l:line bisects side a b", "coll m l", "C D bisects side A B", hidden="m midpoint a b"),
    _fact("{v x} altitude of [shape] a b c", "coll x b c, perp a x b c", "A D altitude of triangle A B C", corner="v"),
    _fact("{v x} median of [shape] a b c", "coll x b c, cong x b x c", "A D median of triangle A B C", corner="v"),
    _fact(
        "{v x} angle bisector of [shape] a b c",
        "coll x b c, eqangle a b a x a x a c",
        "A D angle bisector of triangle A B C",
        conditions="between x b c",
        corner="v",
    ),
    # circles
    _fact(
        "incircle of [shape] a b c touches {d e} at {x}",
        "coll x d e, perp i x d e",
        "incircle of A B C touches B C at D",
        hidden="i incenter a b c",
    ),
    _fact(
        "excircle of [shape] a b c opposite v touches {d e} at {x}",
        "coll x d e, perp i x d e",
        "excircle of A B C opposite A touches B C at D",
        hidden="i excenter a b c a",
        corner="v",
    ),
    _fact(
        "v - excircle of [shape] a b c touches {d e} at {x}",
        "coll x d e, perp i x d e",
        "A-excircle of A B C touches B C at D",
        hidden="i excenter a b c a",
        corner="v",
    ),
    _fact("{l:line} tangent [to] w:circle", "tangent l w", "P A tangent to circle (A B C)"),
    _fact("{l:line} tangent [to] w:circle at {t}", "touch_curve l w t", "P A tangent to circle (A B C) at A"),
    _fact("{l:line} touches w:circle at {t}", "touch_curve l w t", "P A touches circle (A B C) at A"),
    _fact("w:circle tangent [to] {l:line} at {t}", "touch_curve l w t", "circle (A D E) tangent to B C at D"),
    _fact("w:circle touches {l:line} at {t}", "touch_curve l w t", "circle (A D E) touches B C at D"),
    _fact("v:circle tangent [to] w:circle at t", "kiss v w t", "circle (A D E) tangent to circle (A B C) at A"),
    _fact("v:circle touches w:circle at t", "kiss v w t", "circle (A D E) touches circle (A B C) at A"),
    _fact("v:circle and w:circle tangent at t", "kiss v w t", "circles (A D E) and (A B C) tangent at A"),
    _fact("v:circle and w:circle touches at t", "kiss v w t", "circles (A D E) and (A B C) touch at A"),
    _fact(
        "v:circle externally tangent [to] w:circle at t",
        "kiss v w t",
        "circle (A D E) externally tangent to circle (A B C) at A",
        conditions="between t v w",
    ),
    _fact(
        "v:circle internally tangent [to] w:circle at t",
        "kiss v w t",
        "circle (A D E) internally tangent to circle (A B C) at A",
        conditions="on_ray v t w",
    ),
    _fact("a b diameter of w:circle", "diametral a b w", "A K diameter of circle (A B C)"),
    _fact("x equidistant from ps:points", "equidistant x ps", "P equidistant from A, B and C"),
    # triangles
    _fact("[triangle] a b c similar [to] [triangle] d e f", "similar a b c d e f", "A B C similar to D E F"),
    _fact("triangle a b c and d e f similar", "similar a b c d e f", "triangles A B C and D E F similar"),
    _fact("[triangle] a b c congruent [to] [triangle] d e f", "congruent a b c d e f", "A B C congruent to D E F"),
    _fact("triangle a b c and d e f congruent", "congruent a b c d e f", "triangles A B C and D E F congruent"),
    _fact(
        "[triangle] a b c directly similar [to] [triangle] d e f",
        "simtri a b c d e f",
        "A B C directly similar to D E F",
    ),
    _fact(
        "[triangle] a b c oppositely similar [to] [triangle] d e f",
        "simtrir a b c d e f",
        "A B C oppositely similar to D E F",
    ),
    _fact(
        "[triangle] a b c directly congruent [to] [triangle] d e f",
        "contri a b c d e f",
        "A B C directly congruent to D E F",
    ),
    _fact(
        "[triangle] a b c oppositely congruent [to] [triangle] d e f",
        "contrir a b c d e f",
        "A B C oppositely congruent to D E F",
    ),
    # where points are not, and where they are
    _fact("x = y", "overlap x y", "P = Q"),
    _fact("{x,} != {y,}", "", "D != A", conditions="apart x y"),
    _fact("{x} different from {y}", "", "D different from A", conditions="apart x y"),
    _fact("{x} inside ps:polygon", "", "P inside A B C", conditions="inside x ps"),
    _fact("{x} inside triangle {p q r}", "", "P inside triangle A B C", conditions="inside x p q r"),
    _fact(
        "{x} inside quadrilateral {p q r s}",
        "",
        "P inside quadrilateral A B C D",
        conditions="inside x p q r s",
    ),
    _fact("{x} outside ps:polygon", "", "P outside A B C", conditions="outside x ps"),
    _fact("{x} outside triangle {p q r}", "", "P outside triangle A B C", conditions="outside x p q r"),
    _fact("{x} inside angle a b c", "", "P inside angle A B C", conditions="same_side x a b c, same_side x c b a"),
    _fact("{x} inside w:circle", "within x w", "P inside circle (A B C)"),
    _fact("{x} outside w:circle", "without x w", "P outside circle (A B C)"),
    _fact("x and y on same side of l:line", "", "D and A on the same side of B C", conditions="same_side x y l"),
    _fact(
        "x and y on opposite side of l:line", "", "D and A on opposite sides of B C", conditions="opposite_sides x y l"
    ),
)

PHRASES: tuple[Phrase, ...] = (*POINTS, *LINES, *CIRCLES, *FACTS)
