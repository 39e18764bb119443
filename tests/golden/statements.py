"""Classical theorems in our own words: the statements of the golden proofs."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent

STATEMENTS = {
    "orthocenter": "a b c = triangle a b c; h = on_tline h b a c, on_tline h c a b ? perp a h b c",
    "thales": "a b = segment a b; o = midpoint o a b; c = on_circle c o a ? perp c a c b",
    "common_chord": "o1 o2 p = triangle o1 o2 p; q = on_circle q o1 p, on_circle q o2 p ? perp o1 o2 p q",
    "tangent_and_secant": "a b c = triangle a b c; o = circle o a b c; p = on_line p b c, on_tline p a o a "
    "? eqratio p a p b p c p a",
    "bisector_meets_arc_midpoint": "a b c = triangle a b c; o = circle o a b c; m = on_circle m o a, "
    "angle_bisector m b a c ? cong m b m c",
    "incenter_and_arc_midpoint": "a b c = triangle a b c; i = incenter i a b c; o = circle o a b c; "
    "m = on_line m a i, on_circle m o a ? cong m b m i",
    "simson_line": "a b c = triangle a b c; o = circle o a b c; p = on_circle p o a; d = foot d p b c; "
    "e = foot e p c a; f = foot f p a b ? coll d e f",
    "miquel_point": "a b c = triangle a b c; d = on_line d b c; e = on_line e c a; f = on_line f a b; "
    "m = on_circum m a e f, on_circum m b f d ? cyclic c d e m",
    "midline": "a b c = triangle a b c; m = midpoint m a b; n = midpoint n a c ? para m n b c",
    "centroid": "a b c = triangle a b c; d = midpoint d b c; e = midpoint e c a; g = on_line g a d, on_line g b e "
    "? rconst a g g d 2",
    "equal_tangents": "o s t = iso_triangle o s t; p = on_tline p s o s, on_tline p t o t ? cong p s p t",
    "nine_point_circle": "a b c = triangle a b c; d = midpoint d b c; e = midpoint e c a; f = midpoint f a b; "
    "h = foot h a b c ? cyclic d e f h",
}


def golden_file(name: str) -> Path:
    return FOLDER / f"{name}.txt"
