"""One certificate for each rule, from a small statement, written by hand."""

from __future__ import annotations

import cmath
from collections.abc import Sequence
from dataclasses import replace

from tests.checker.claims import Forgery, stated, turned
from tests.deduction.figures import meet, on_circle

A, B, C = 0.13 + 1.41j, -1.0 - 0.2j, 1.3 - 0.35j
_COPY = [5 + z * cmath.rect(1.7, 0.6) for z in (A, B, C)]
_TRIANGLES = turned(a=A, b=B, c=C, d=_COPY[0], e=_COPY[1], f=_COPY[2])

_a, _b, _c, _d = on_circle(10, 70, 150, 210)
_CIRCLE = turned(a=_a, b=_b, c=_c, d=_d, p=on_circle(300)[0], o=0)

_P = 2.1 + 0.4j


def _second(p: complex, a: complex) -> complex:
    """Where line pa meets the unit circle again."""
    u = (a - p) / abs(a - p)
    return a - 2 * (a * u.conjugate()).real * u


_SECANTS = turned(o=0, p=_P, a=_a, b=_second(_P, _a), c=_d, d=_second(_P, _d))

_RUNG = 0.2 + 1.1j
_PARALLELS = turned(a=0, b=1, c=2.6, d=_RUNG, e=1 + 1.2 * _RUNG, f=2.6 + 1.52 * _RUNG)
_CROSS = 0.2 + 0.1j
_HEXAGON = {"a": 0j, "b": 1 + 0j, "c": 2.3 + 0j, "p": 0.2 + 1j, "q": 1.1 + 1.3j, "r": 2.3 + 1.7j}
_PAPPUS = turned(
    **_HEXAGON,
    x=meet(*(_HEXAGON[p] for p in "aqpb")),
    y=meet(*(_HEXAGON[p] for p in "arpc")),
    z=meet(*(_HEXAGON[p] for p in "brqc")),
)
_TOUCHING = turned(a=0, b=1.1, x=1.9, y=1.9)
_TWINS = turned(a=0.1 + 0.9j, b=-1.1 + 0.3j, x=_CROSS, y=_CROSS, z=0.8 - 0.4j)


def _example(at: dict[str, complex], premises: str, steps: Sequence[tuple[str, ...]], goal: str) -> Forgery:
    """Premises separated by commas get the ids p1, p2, …; the last step has the goal."""
    given = {f"p{i}": text.strip() for i, text in enumerate(premises.split(","), 1)}
    used = {p: z for p, z in at.items() if any(p in text.split()[1:] for text in (*given.values(), goal))}
    return Forgery(stated(used, premises, goal), used, given, steps, goal, steps[-1][0])


EXAMPLES: dict[str, Forgery] = {
    "meaning": _example(
        turned(m=(B + C) / 2, b=B, c=C),
        "midp m b c",
        [("s1", "meaning", "", "p1", "l: mb - mc"), ("s2", "meaning", "", "s1", "cong m b m c")],
        "cong m b m c",
    ),
    "theorem": replace(
        _example(
            _PAPPUS,
            "coll a b c, coll p q r, coll a q x, coll p b x, coll a r y, coll p c y, coll b r z, coll q c z",
            [("s1", "theorem", "a b c p q r x y z", "p1 p2 p3 p4 p5 p6 p7 p8", "coll x y z")],
            "coll x y z",
        ),
        theorem="pappus",
    ),
    "linear": _example(
        turned(a=A, b=B, c=C, d=C + abs(A - B) * 1j, e=2, f=2 + abs(A - B)),
        "cong a b c d, cong c d e f",
        [("s1", "linear", "", "p1 p2", "cong a b e f", "1 1")],
        "cong a b e f",
    ),
    "line": _example(
        turned(a=0, b=1, c=2.7),
        "para a b a c",
        [("s1", "line", "a b c", "p1", "para a b b c")],
        "para a b b c",
    ),
    "similar_aa": _example(
        _TRIANGLES,
        "eqangle a b a c d e d f, eqangle b a b c e d e f",
        [("s1", "similar_aa", "a b c d e f", "p1 p2", "simtri a b c d e f")],
        "simtri a b c d e f",
    ),
    "similar_sas": _example(
        _TRIANGLES,
        "eqangle a b a c d e d f, eqratio a b a c d e d f",
        [("s1", "similar_sas", "a b c d e f", "p1 p2", "simtri a b c d e f")],
        "simtri a b c d e f",
    ),
    "similar_sss": _example(
        {p: z.conjugate() if p in "def" else z for p, z in _TRIANGLES.items()},
        "eqratio a b a c d e d f, eqratio a b b c d e e f",
        [("s1", "similar_sss", "a b c d e f", "p1 p2", "simtrir a b c d e f")],
        "simtrir a b c d e f",
    ),
    "similar_ssa": _example(
        _TRIANGLES,
        "eqangle a b a c d e d f, eqratio a b b c d e e f",
        [("s1", "similar_ssa", "a b c d e f", "p1 p2", "simtri a b c d e f")],
        "simtri a b c d e f",
    ),
    "concyclic_angle": _example(
        _CIRCLE,
        "eqangle c a c b d a d b",
        [("s1", "concyclic_angle", "a b c d", "p1", "cyclic a b c d")],
        "cyclic a b c d",
    ),
    "concyclic_radii": _example(
        _CIRCLE,
        "cong o a o b, cong o b o c, cong o c o d",
        [("s1", "concyclic_radii", "o a b c d", "p1 p2 p3", "circle o a b c d")],
        "circle o a b c d",
    ),
    "concyclic_merge": _example(
        _CIRCLE,
        "cyclic a b c d, cyclic b c d p",
        [("s1", "concyclic_merge", "", "p1 p2", "cyclic a b c p")],
        "cyclic a b c p",
    ),
    "inscribed": _example(
        _CIRCLE,
        "cyclic a b c d",
        [("s1", "inscribed", "", "p1", "eqangle a c b c a d b d")],
        "eqangle a c b c a d b d",
    ),
    "centre": _example(
        _CIRCLE,
        "cyclic a b c d, cong o a o b, cong o b o c",
        [("s1", "centre", "o", "p1 p2 p3", "circle o a b c d")],
        "circle o a b c d",
    ),
    "radii": _example(
        _CIRCLE,
        "circle o a b c",
        [("s1", "radii", "o a c", "p1", "cong o a o c")],
        "cong o a o c",
    ),
    "equal_arcs": _example(
        _CIRCLE,
        "cyclic a b c d p, cong a b c d",
        [("s1", "equal_arcs", "a b c d", "p1 p2", "eqangle a p b p c p d p")],
        "eqangle a p b p c p d p",
    ),
    "equal_chords": _example(
        _CIRCLE,
        "cyclic a b c d p, eqangle a p b p c p d p",
        [("s1", "equal_chords", "a b c d", "p1 p2", "cong a b c d")],
        "cong a b c d",
    ),
    "between": _example(
        turned(a=0, m=0.4, b=1),
        "coll a m b",
        [("s1", "between", "a m b", "p1", "distseq a m m b a b 1 1 -1")],
        "distseq a m m b a b 1 1 -1",
    ),
    "transfer": _example(
        turned(a=0, b=1, c=2.7, d=2.7 + 2j),
        "rconst a b c d 1/2",
        [("s1", "transfer", "", "p1", "distseq a b c d 2 -1")],
        "distseq a b c d 2 -1",
    ),
    "perp_to_squares": _example(
        turned(a=A, b=B, c=C, h=meet(A, A + 1j * (B - C), B, B + 1j * (C - A))),
        "perp h a b c, perp h b c a",
        [
            ("s1", "perp_to_squares", "h a b c", "p1", "s: bh - ch - ab + ac"),
            ("s2", "perp_to_squares", "h b c a", "p2", "s: ch - ah - bc + ab"),
            ("s3", "linear", "", "s1 s2", "s: bh - ah + ac - bc", "1 1"),
            ("s4", "squares_to_perp", "h c a b", "s3", "perp h c a b"),
        ],
        "perp h c a b",
    ),
    "stewart": _example(
        turned(a=-1, b=0.5, c=1, p=0.3 + 0.8j, q=0.3 - 0.8j),
        "coll b a c, rconst a b b c 3, cong p a q a, cong p c q c",
        [
            ("s1", "stewart", "a b c p", "p1 p2", "s: bp - 1/4ap - 3/4cp + 3/16ac"),
            ("s2", "stewart", "a b c q", "p1 p2", "s: bq - 1/4aq - 3/4cq + 3/16ac"),
            ("s3", "transfer", "", "p3", "s: ap - aq"),
            ("s4", "transfer", "", "p4", "s: cp - cq"),
            ("s5", "linear", "", "s1 s2 s3 s4", "s: bp - bq", "1 -1 1/4 3/4"),
            ("s6", "transfer", "", "s5", "cong b p b q"),
        ],
        "cong b p b q",
    ),
    "thales": _example(
        _PARALLELS,
        "coll a b c, coll d e f, para a d b e, para a d c f",
        [("s1", "thales", "a b c d e f", "p1 p2 p3 p4", "eqratio a b b c d e e f")],
        "eqratio a b b c d e e f",
    ),
    "thales_converse": _example(
        _PARALLELS,
        "coll a b c, coll d e f, para a d b e, eqratio a b b c d e e f",
        [("s1", "thales_converse", "a b c d e f", "p1 p2 p3 p4", "para b e c f")],
        "para b e c f",
    ),
    "proportion": _example(
        _PARALLELS,
        "coll a b c, coll d e f, eqratio a b b c d e e f",
        [("s1", "proportion", "a b c d e f", "p1 p2 p3", "eqratio a b a c d e d f")],
        "eqratio a b a c d e d f",
    ),
    "sine_law": _example(
        turned(a=-1, b=1, c=1.7j),
        "eqangle a b a c b c b a",
        [("s1", "sine_law", "a b c b a c b a c", "p1", "cong b c a c")],
        "cong b c a c",
    ),
    "sine_equal": _example(
        turned(v=0, a=1, b=cmath.rect(1.3, 0.7), w=3, c=3 + 2j, d=3 + 2j * cmath.rect(0.8, 0.7)),
        "eqangle v a v b w c w d",
        [
            ("s1", "sine_equal", "a v b c w d", "p1", "l: avb - cwd"),
            ("s2", "sine_to_angles", "a v b c w d", "s1", "eqangle v a v b w c w d"),
        ],
        "eqangle v a v b w c w d",
    ),
    "sine_value": _example(
        turned(v=0, a=1, b=cmath.rect(1.3, cmath.pi / 3)),
        "aconst v b v a 60",
        [
            ("s1", "sine_value", "a v b", "p1", "l: avb + #2 - 1/2#3"),
            ("s2", "sine_to_angle", "a v b", "s1", "aconst v b v a 60"),
        ],
        "aconst v b v a 60",
    ),
    "power_to_squares": _example(
        _SECANTS,
        "coll p a b, coll p c d, cong o a o b, cong o c o d, eqratio p a p c p d p b",
        [
            ("s1", "power_to_squares", "p a b o p c d o", "p1 p2 p3 p4 p5", "s: ao - co"),
            ("s2", "transfer", "", "s1", "cong o a o c"),
        ],
        "cong o a o c",
    ),
    "squares_to_power": _example(
        _SECANTS,
        "coll p a b, coll p c d, circle o a b c d",
        [("s1", "squares_to_power", "p a b o p c d o", "p1 p2 p3", "eqratio p a p c p d p b")],
        "eqratio p a p c p d p b",
    ),
    "coincide": _example(
        turned(
            a=0.1 + 0.9j, b=-1.1 + 0.3j, e=0.9 - 0.5j, f=1.7 - 0.4j, g=-0.7 - 0.9j, h=-0.6 - 0.25j, x=_CROSS, y=_CROSS
        ),
        "perp a x e f, perp a y e f, perp b x g h, perp b y g h",
        [
            ("s1", "linear", "", "p1 p2", "d: ax - ay", "1 -1"),
            ("s2", "linear", "", "p3 p4", "d: bx - by", "1 -1"),
            ("s3", "coincide", "x y", "s1 s2", "overlap x y"),
        ],
        "overlap x y",
    ),
    "touch": _example(
        _TOUCHING,
        "coll a b x, cong a x a y, cong b x b y",
        [("s1", "touch", "x y a b", "p1 p2 p3", "overlap x y")],
        "overlap x y",
    ),
    "substitute": _example(
        _TWINS,
        "overlap x y",
        [("s1", "substitute", "x y", "p1", "cong x z y z")],
        "cong x z y z",
    ),
    "identity": _example(
        turned(a=A, b=B, c=C, l=(B + C) / 2, m=(A + C) / 2, g=(A + B + C) / 3, n=(A + B) / 2),
        "midp l b c, midp m a c, midp n a b, coll a l g, coll b m g",
        [("s1", "identity", "a b c l m n g", "p1 p2 p3 p4 p5", "coll c n g")],
        "coll c n g",
    ),
}  # fmt: skip

#: The rules that the example of another one takes along.
WITH = {"squares_to_perp": "perp_to_squares", "sine_to_angles": "sine_equal", "sine_to_angle": "sine_value"}

#: Lines, lengths and forms, which any rule and any combination may use; and an auxiliary point.
RESTATED: dict[str, Forgery] = {
    "lines": _example(
        turned(a=0, b=1, m=0.4, n=0.7, c=0.5 + 1j, d=0.5 - 0.3j),
        "coll a b m n, perp m n c d",
        [
            ("s1", "perp_to_squares", "a b c d", "p2", "s: ac - ad - bc + bd", "", "p1"),
            ("s2", "squares_to_perp", "a b c d", "s1", "perp a b c d"),
        ],
        "perp a b c d",
    ),
    "lengths": _example(
        turned(a=0, m=0.5, b=1, c=0.7 + 1j, d=1.5 + 0.4j),
        "coll a m b, cong m a m b, cong a b c d",
        [
            ("s1", "between", "a m b", "", "m: 2 am - ab", "", "p1", "", "p2"),
            ("s2", "linear", "", "s1", "rconst a m c d 1/2", "1", "", "l: am - ab + #2", "p3"),
        ],
        "rconst a m c d 1/2",
    ),
    "forms": _example(
        {**_CIRCLE, "q": _CIRCLE["d"] + (_CIRCLE["b"] - _CIRCLE["d"]) * (_c - _b) / (_c - _a)},
        "circle o a b c d, eqangle a c b c b d q d",
        [("s1", "linear", "", "p1 p2", "eqangle a d b d b d q d", "1 1", "", "d≡ bd - ad - bc + ac;")],
        "eqangle a d b d b d q d",
    ),
    "auxiliary": Forgery(
        "a b c = iso_triangle0 a b c ? eqangle b a b c c b c a",
        turned(a=1.7j, b=-1, c=1, m=0),
        {"p1": "cong a b a c", "p2": "cong m b m c", "p3": "coll m b c"},
        [
            ("s1", "similar_sss", "a b m a c m", "p1 p2", "simtrir a b m a c m"),
            ("s2", "meaning", "", "s1", "d≡ ab - bm + ac - cm"),
            ("s3", "linear", "", "s2", "eqangle b a b c c b c a", "-1", "p3"),
        ],
        "eqangle b a b c c b c a",
        "s3",
        ("m = on_line m b c, on_bline m b c",),
    ),
}
