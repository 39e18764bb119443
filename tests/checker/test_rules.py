"""Each rule takes its instances and no near misses; side conditions are those that the diagram makes necessary.

Here nothing is evaluated numerically but what decides a case: whether a pattern fits is all that counts.
"""

from __future__ import annotations

import cmath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import permutations

import pytest

from solver.checker.conditions import Places, holds
from solver.checker.rules import check_step
from solver.checker.schema import Step, read_certificate
from solver.errors import CertificateError
from solver.statements.equation import Equation, segment, sine
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, QUANTITY, Claim, Statement, read_quantity
from solver.statements.theorem import TheoremStatement
from tests.checker.claims import claim, step, turned
from tests.checker.examples import EXAMPLES, RESTATED
from tests.deduction.figures import foot, meet, on_circle

# -- near misses of the examples --------------------------------------------------------------------------------------

#: Steps that another premise of the same form would serve as well: any chain of equal radii, of circles with three
#: common points, any two bisectors; any name of a known line, any center of a circle that only its points are used of.
OTHER_PREMISES = {"concyclic_radii", "concyclic_merge", "centre", "lines", "forms", "auxiliary"}
#: Steps that could claim something else instead: the third line of a triangle, other points of a circle, another half.
OTHER_CLAIMS = {"line", "concyclic_merge", "lengths", "auxiliary"}


def instances(name: str) -> Iterator[tuple[Step, Mapping[str, Claim], Places]]:
    """The steps of an example, each with what stands before it."""
    example = {**EXAMPLES, **RESTATED}[name]
    claims = {i: claim(text, example.at) for i, text in example.premises.items()}
    for written in read_certificate(example.as_json()).steps:
        yield written, dict(claims), example.at
        claims[written.id] = written.claim


def is_instance(written: Step, claims: Mapping[str, Claim], at: Places) -> bool:
    try:
        check_step(written, claims, at)
    except CertificateError:
        return False
    return True


def with_another_point(said: Claim, points: list[str]) -> Iterator[Claim]:
    """The claim with one of its points, in one place, replaced by another; those that say the same left out."""
    if isinstance(said, Statement):
        for i, p in enumerate(said.points):
            for q in points:
                changed = replace(said, points=(*said.points[:i], q, *said.points[i + 1 :]))
                if q != p and changed.repeated_point() is None and meaning(changed) != meaning(said):
                    yield changed
        return
    for k, (quantity, c) in enumerate(said.terms):
        for i in range(len(quantity)):
            for q in points:
                if q in quantity:
                    continue
                new = (*quantity[:i], q, *quantity[i + 1 :])
                terms = [*said.terms[:k], (segment(*new) if len(new) == 2 else sine(*new), c), *said.terms[k + 1 :]]
                yield Equation.of(said.theory, terms, dict(said.constants))


def meaning(said: Claim) -> object:
    """Equal for claims that say the same."""
    if isinstance(said, Equation):
        return said.scaled(1 / said.terms[0][1]) if said.terms else said
    if said.predicate in (COLL, CYCLIC, CIRCLE):
        return said.predicate, said.points[0] if said.predicate is CIRCLE else "", frozenset(said.points)
    return tuple(map(meaning, said.equations())) or said


@pytest.mark.parametrize("name", [*EXAMPLES, *RESTATED])
def test_a_step_needs_the_premises_that_it_uses(name: str) -> None:
    tried = 0
    for written, claims, at in instances(name):
        assert is_instance(written, claims, at)
        for use in {*written.uses, *written.lines, *written.lengths}:
            without = {i: c for i, c in claims.items() if i != use}
            for other in with_another_point(claims[use], sorted(at)):
                tried += 1
                if name not in OTHER_PREMISES:
                    assert not is_instance(written, {**without, use: other}, at), f"{use} becomes {other}"
        for use in written.uses:
            kept = [i for i, u in enumerate(written.uses) if u != use]
            fewer = replace(
                written,
                uses=tuple(written.uses[i] for i in kept),
                coefficients=tuple(written.coefficients[i] for i in kept if written.coefficients),
                forms=tuple(written.forms[i] for i in kept if written.forms),
            )
            assert not is_instance(fewer, claims, at), f"{written.id} without {use}"
            tried += 1
    assert tried > 0


@pytest.mark.parametrize("name", [*EXAMPLES, *RESTATED])
def test_a_step_claims_nothing_else(name: str) -> None:
    for written, claims, at in instances(name):
        if name not in OTHER_CLAIMS:
            for other in with_another_point(written.claim, sorted(at)):
                assert not is_instance(replace(written, claim=other), claims, at), str(other)
        for i, p in enumerate(written.points):
            for q in at:
                points = (*written.points[:i], q, *written.points[i + 1 :])
                assert q == p or not is_instance(replace(written, points=points), claims, at), str(points)


@pytest.mark.parametrize("name", [*EXAMPLES, *RESTATED])
def test_a_step_uses_nothing_for_nothing(name: str) -> None:
    for written, claims, at in instances(name):
        spare = claim("overlap a b") if "a" in at else claim("overlap x y")
        more = replace(
            written,
            uses=(*written.uses, "q"),
            coefficients=(*written.coefficients, 1) if written.coefficients else (),
            forms=(*written.forms, None) if written.forms else (),
        )
        assert not is_instance(more, {**claims, "q": spare}, at)


# -- other instances --------------------------------------------------------------------------------------------------

_a, _b, _c, _d = on_circle(10, 70, 150, 210)
CIRCLE_AT = turned(a=_a, b=_b, c=_c, d=_d, e=on_circle(300)[0], o=0)
NINE = turned(o=0, **dict(zip("pmnfdqie", on_circle(10, 48, 95, 130, 177, 215, 260, 310), strict=True)))
TWICE = turned(**dict(zip("adfjkg", on_circle(10, 60, 130, 200, 200, 290), strict=True)))
A, B, C = 0.13 + 1.41j, -1.0 - 0.2j, 1.3 - 0.35j
LINE = turned(a=0, b=1, c=2.5, p=0.7 + 1.1j)
_second = 2 * foot(0j, 1.5 + 1j, _a) - _a


@dataclass(frozen=True)
class Case:
    """uses: texts, named u0, u1, … needs: the kinds of its side conditions, in order; None: it is refused."""

    rule: str
    points: str
    uses: tuple[str, ...]
    said: str
    at: dict[str, complex]
    needs: tuple[str, ...] | None

    def check(self) -> list[str]:
        names = [f"u{i}" for i in range(len(self.uses))]
        found = check_step(
            step(self.rule, self.points, " ".join(names), self.said, self.at),
            {n: claim(text, self.at) for n, text in zip(names, self.uses, strict=True)},
            self.at,
        )
        if not all(holds(need, self.at) for need in found):
            raise CertificateError("a side condition fails")
        return [need.kind for need in found]


_COPY = [5 + z * cmath.rect(1.7, 0.6) for z in (A, B, C)]
_MIRRORED = [5 + z.conjugate() * cmath.rect(1.7, 0.6) for z in (A, B, C)]
SIMILAR = turned(a=A, b=B, c=C, x=_COPY[0], y=_COPY[1], z=_COPY[2])
MIRRORED = turned(a=A, b=B, c=C, x=_MIRRORED[0], y=_MIRRORED[1], z=_MIRRORED[2])
FLAT = turned(a=0, b=1, c=2, x=0, y=1.5, z=3)
X = meet(_a, _c, _b, _d)
COINCIDENT = turned(a=_a, b=_b, c=_c, d=_d, x=X, y=X, o=0, p=X + 0.8, q=X - 0.3 + 0.9j)
_on = on_circle(300)[0]
ON_CIRCLE = turned(a=_a, b=_b, c=_c, d=_d, x=_on, y=_on, o=0, p=0.2 + 0.1j, q=1.4 + 0.3j)
TOUCHING = turned(a=0, b=1.1, x=1.9, y=1.9, c=1.5 + 0.7j)
TWO_CIRCLES = turned(o=0, p=0.9 + 0.2j, x=_on, y=_on, w=2 * foot(_on, 0j, 0.9 + 0.2j) - _on, a=_a)

ACCEPTED = [
    # similar triangles: signs and orientations
    Case("similar_aa", "a b c x y z", ("d≡ ab - ac + xy - xz", "d≡ ab - bc + xy - yz"), "simtrir a b c x y z", MIRRORED,
         ("noncollinear",)),
    Case("similar_sas", "a b c x y z", ("d≡ ab - ac + xy - xz", "l: ab - ac - xy + xz"), "simtrir a b c x y z", MIRRORED,
         ("opposite_orientation",)),
    Case("similar_sss", "a b c x y z", ("l: ab - ac - xy + xz", "l: ac - bc - xz + yz"), "simtri a b c x y z", SIMILAR,
         ("same_orientation",)),
    Case("similar_aa", "a b c x y z", ("d≡ 2ab - 2ac - 2xy + 2xz", "d≡ ab - bc - xy + yz"), "simtri a b c x y z", SIMILAR,
         ("branch", "noncollinear")),
    # circles and centers
    Case("concyclic_merge", "", ("circle o a b c", "cyclic a b c d"), "circle o a b d", CIRCLE_AT, ("noncollinear",)),
    *(Case("concyclic_merge", "", uses, "cyclic m i d p", NINE, ("noncollinear",) * 3)  # only two unions share three
      for uses in permutations(("cyclic p m n f", "cyclic m n p d", "cyclic p q i f", "cyclic i q p d"))),
    *(Case("concyclic_merge", "", uses, "circle o p e i", NINE, ("noncollinear",) * 2)  # the first two share one point
      for uses in permutations(("circle o d e f i", "cyclic n m p e d", "cyclic p m n f"))),
    *(Case("concyclic_merge", "", uses, "cyclic a d f g", TWICE, ("noncollinear",))  # counted by places, j is k
      for uses in permutations(("cyclic a d f j", "cyclic a d k g", "overlap k j"))),
    Case("inscribed", "", ("circle o a b c",), "d≡ oa - ob - 2ac + 2bc", CIRCLE_AT, ()),
    Case("inscribed", "", ("circle o a b c",), "d≡ 1/2oa - 1/2ob - ac + bc", CIRCLE_AT, ()),
    Case("inscribed", "", ("circle o a b c",), "d≡ oa + ob - 2ab", CIRCLE_AT, ()),
    Case("centre", "o", ("cyclic a b c d", "d≡ oa - ab - ac + bc", "d≡ ob - ab - bd + ad"), "circle o a b c d", CIRCLE_AT,
         ("transversal",)),
    Case("centre", "o a b c", ("cong o a o b", "cong o b o c"), "circle o a b c", CIRCLE_AT,
         ("noncollinear", "transversal")),
    Case("equal_arcs", "a b b d", ("cyclic a b d e", "cong a b b d"), "d≡ ae - 2be + de",
         turned(a=on_circle(0)[0], b=on_circle(50)[0], d=on_circle(100)[0], e=on_circle(230)[0]), ("transversal", "branch")),
    Case("equal_chords", "a b c d", ("circle o a b c d e", "d≡ 1/2ae - 1/2be - 1/2ce + 1/2de"), "cong a b c d", CIRCLE_AT, ()),
    # lengths and squares
    Case("between", "a b c", ("para a b b c",), "m: ab + bc - ac", LINE, ("in_order",)),
    Case("transfer", "", ("rconst a b b c 2/3",), "s: ab - 4/9bc", LINE, ()),
    Case("transfer", "", ("s: 9ab - 4bc",), "l: ab - bc - #2 + #3", LINE, ()),
    Case("stewart", "a b c p", ("coll a b c", "rconst a b a c 2/5"), "s: bp - 3/5ap - 2/5cp + 6/25ac", LINE, ("in_order",)),
    Case("stewart", "b a c p", ("coll a b c", "rconst a b b c 2/3"), "s: ap - 5/3bp + 2/3cp - 10/9bc", LINE, ("in_order",)),
    Case("stewart", "b c a p", ("coll a b c", "rconst b c a b 3/2"), "s: cp - 5/2bp + 3/2ap - 15/4ab", LINE, ("in_order",)),
    Case("thales", "a b c a e f", ("coll a b c", "coll a e f", "para b e c f"), "eqratio a b b c a e e f",
         turned(a=0, b=1, c=2.5, e=0.4 + 1j, f=1 + 2.5j), ("noncollinear",)),
    Case("thales_converse", "a b c a e f", ("coll a b c", "coll a e f", "eqratio a b a c a e a f"), "para b e c f",
         turned(a=0, b=1, c=2.5, e=0.4 + 1j, f=1 + 2.5j), ("in_order", "in_order")),
    # sines
    Case("sine_law", "a b c b a c a b c", (), "l: bc - ac - bac + abc", turned(a=A, b=B, c=C), ("noncollinear",)),
    Case("sine_equal", "a v b c w d", ("d≡ va - vb + wc - wd",), "l: avb - cwd",
         turned(v=0, a=1, b=1 + 1j, w=3, c=3 + 2j, d=5 + 2j), ()),
    Case("sine_value", "a v b", ("perp v a v b",), "l: avb", turned(v=0, a=1, b=1.3j), ()),
    Case("sine_value", "a v b", ("aconst v b v a 135",), "l: avb + 1/2#2", turned(v=0, a=1, b=-1 + 1j), ()),
    Case("sine_to_angle", "a v b", ("l: avb",), "perp v a v b", turned(v=0, a=1, b=1.3j), ()),
    # powers: a tangent; a point inside; the bare square of a length
    Case("power_to_squares", "p t t o p a b o", ("perp p t o t", "cong o a o b", "coll p a b", "l: 2pt - pa - pb"),
         "s: oa - ot", turned(o=0, t=1j, p=1.5 + 1j, a=_a, b=_second), ("out_of_disk", "distinct", "out_of_disk")),
    Case("power_to_squares", "x a c o x b d o", ("cong o a o c", "coll x a c", "cong o b o d", "coll x b d",
         "eqratio x a x b x d x c"), "s: oa - ob", COINCIDENT, ("distinct", "in_disk", "distinct", "in_disk")),
    Case("squares_to_power", "x a c o q p p q", ("cong o a o c", "coll x a c", "s: ox - oa + pq"), "l: ax + cx - 2pq",
         {**COINCIDENT, "p": COINCIDENT["q"] + abs(1 - abs(X) ** 2) ** 0.5}, ("distinct", "in_disk")),
    # coinciding points
    Case("coincide", "x y", ("coll a x y", "coll b x y"), "overlap x y", COINCIDENT, ("distinct",) * 4 + ("transversal",)),
    Case("coincide", "x y", ("d≡ ax - ay", "cyclic a b x y"), "overlap x y", ON_CIRCLE, ("noncollinear", "transversal")),
    Case("coincide", "x y", ("coll p x y", "cong o x o y"), "overlap x y", ON_CIRCLE,
         ("distinct", "distinct", "transversal", "branch")),
    Case("coincide", "x y", ("circle o x y w", "circle p x y w"), "overlap x y", TWO_CIRCLES,
         ("transversal", "distinct", "distinct")),
    Case("coincide", "x y", ("cyclic a b c x", "cyclic a b c y", "coll p x y"), "overlap x y", ON_CIRCLE,
         ("distinct", "distinct", "noncollinear", "noncollinear", "transversal", "branch")),
    Case("coincide", "x y", ("d≡ ax - bx - ay + by", "l: ax - bx - ay + by"), "overlap x y", COINCIDENT,
         ("noncollinear", "transversal", "branch")),
    Case("coincide", "x y", ("overlap x a", "overlap a y"), "overlap x y", COINCIDENT, ()),
    Case("touch", "x y a b", ("coll a b x", "cong a x a y", "cong b x b y"), "overlap x y", TOUCHING, ("distinct",)),
    Case("touch", "x y a b", ("d≡ ax - bx", "l: ax - ay", "l: bx - by"), "overlap x y", TOUCHING, ("distinct",)),
    Case("substitute", "x y", ("overlap x y", "cyclic a b c x"), "cyclic a b c y", ON_CIRCLE, ()),
    Case("substitute", "x y", ("overlap x y", "circle x a b c"), "circle y a b c", COINCIDENT, ()),
    Case("substitute", "x y", ("overlap x y",), "d≡ ax - ay", COINCIDENT, ()),
    Case("substitute", "x y", ("overlap x y",), "s: ax - ay", COINCIDENT, ()),
]  # fmt: skip

REFUSED = [
    Case("similar_aa", "a b c x y z", ("d≡ ab - ac - xy + xz", "d≡ ab - ac - xy + xz"), "simtri a b c x y z", SIMILAR, None),
    Case("similar_aa", "a b c x y z", ("d≡ ab - ac - xy + xz", "d≡ ab - bc - xy + yz"), "simtrir a b c x y z", SIMILAR, None),
    Case("similar_sas", "a b c x y z", ("d≡ ab - ac - xy + xz", "l: ab - bc - xy + yz"), "simtri a b c x y z", SIMILAR, None),
    Case("similar_sas", "a b c x y z", ("d≡ ab - ac - xy + xz", "l: ab - ac - xy + xz"), "contri a b c x y z", SIMILAR, None),
    Case("similar_sss", "a b c x y z", ("l: ab - ac - xy + xz",), "simtri a b c x y z", SIMILAR, None),
    Case("similar_ssa", "a b c x y z", ("d≡ ab - ac - xy + xz", "l: ab - ac - xy + xz"), "simtri a b c x y z", SIMILAR, None),
    Case("concyclic_angle", "a b c d", ("d: ac - bc - ad + bd + 1/2",), "cyclic a b c d", CIRCLE_AT, None),
    Case("concyclic_radii", "o a b c", ("cong o a o b",), "circle o a b c", CIRCLE_AT, None),
    Case("concyclic_radii", "o a b c", ("cong o a o b", "cong o b o c"), "cyclic o a b c", CIRCLE_AT, None),
    Case("concyclic_merge", "", ("cyclic a b c d", "cyclic c d e o"), "cyclic a b c e", CIRCLE_AT, None),
    Case("concyclic_merge", "", ("cyclic a b c d", "cyclic a b c e"), "circle o a b c", CIRCLE_AT, None),
    Case("concyclic_merge", "", ("cyclic a d f j", "cyclic a d k g"), "cyclic a d f g", TWICE, None),  # if j is k
    Case("concyclic_merge", "", ("cyclic a j k f", "cyclic a j k g"), "cyclic a j f g", TWICE, None),  # j is k
    Case("concyclic_merge", "", ("circle o a b c", "cyclic a b c e"), "circle d a b e", CIRCLE_AT, None),
    Case("inscribed", "", ("circle o a b c",), "d≡ oa - ob - ac + bc", CIRCLE_AT, None),
    Case("inscribed", "", ("cyclic a b c d",), "d: ac - bc - ad + bd + 1/2", CIRCLE_AT, None),
    Case("inscribed", "", ("circle o a b c",), "d: oa + ob - 2ab + 1/2", CIRCLE_AT, None),
    Case("centre", "o", ("cyclic a b c d", "cong o a o b", "cong o b o a"), "circle o a b c", CIRCLE_AT, None),
    Case("centre", "o", ("cyclic a b c d", "cong o a o b", "cong o c o e"), "circle o a b c", CIRCLE_AT, None),
    Case("centre", "o", ("cyclic a b c d", "cong o a o b", "cong o c o d"), "circle o a b e", CIRCLE_AT, None),
    Case("radii", "o a d", ("circle o a b c",), "cong o a o d", CIRCLE_AT, None),
    Case("radii", "o a b", ("cyclic o a b c",), "cong o a o b", CIRCLE_AT, None),
    Case("equal_arcs", "a b c d", ("cyclic a b c d e", "cong a b c e"), "d≡ ae - be - ce + de", CIRCLE_AT, None),
    Case("equal_arcs", "a b c d", ("cyclic a b c d e", "cong a b c d"), "d≡ ac - bc - ce + be", CIRCLE_AT, None),
    Case("equal_chords", "a b c d", ("cyclic a b c d e", "d≡ ae - be - ce + de"), "cong a c b d", CIRCLE_AT, None),
    Case("between", "a c b", ("coll a b c",), "m: ac + bc - ab", LINE, None),
    Case("between", "a b p", ("coll a b c",), "m: ab + bp - ap", LINE, None),
    Case("transfer", "", ("l: ab - bc - #2",), "m: ab - 4bc", LINE, None),
    Case("transfer", "", ("l: ab - 2bc",), "s: ab - bc", LINE, None),
    Case("transfer", "", ("m: ab + bc",), "s: ab - bc", LINE, None),
    Case("perp_to_squares", "a b c p", ("para a b c p",), "s: ac - ap - bc + bp", LINE, None),
    Case("perp_to_squares", "a b c p", ("perp a b c p",), "s: ac - ap + bc - bp", LINE, None),
    Case("squares_to_perp", "a b c p", ("s: ac - ap - bc + bp",), "para a b c p", LINE, None),
    Case("stewart", "a b c p", ("coll a b c", "rconst a b a c 1/2"), "s: bp - 3/5ap - 2/5cp + 6/25ac", LINE, None),
    Case("stewart", "a b c p", ("coll a b c", "s: ab - 2ac"), "s: bp - 1/2ap - 1/2cp + 1/4ac", LINE, None),
    Case("stewart", "a b c p", ("rconst a b a c 2/5",), "s: bp - 3/5ap - 2/5cp + 6/25ac", LINE, None),
    Case("thales", "a b c d e f", ("coll a b c", "coll d e f", "para a d b e"), "eqratio a b b c d e e f",
         turned(a=0, b=1, c=2.5, d=1j, e=1 + 1.2j, f=2.5 + 1.5j), None),
    Case("thales_converse", "a b c d e f", ("coll a b c", "coll d e f", "eqratio a b b c d e e f"), "para b e c f",
         turned(a=0, b=1, c=2.5, d=1j, e=1 + 1.2j, f=2.5 + 1.5j), None),
    Case("proportion", "a b c d e f", ("coll a b c", "coll d e f", "eqratio a b b c d e e f"), "eqratio a b a c d e d f",
         turned(a=0, b=1, c=2.5, d=1j, e=2 + 1j, f=1 + 1j), None),
    Case("sine_law", "a b c b a c a b c", (), "l: bc - ac + bac - abc", turned(a=A, b=B, c=C), None),
    Case("sine_equal", "a v b c w d", ("d≡ va - vb - wc + wd + 1/2",), "l: avb - cwd",
         turned(v=0, a=1, b=1 + 1j, w=3, c=3 + 2j, d=5 + 2j), None),
    Case("sine_value", "a v b", ("aconst v b v a 37",), "l: avb + #2", turned(v=0, a=1, b=1 + 1j), None),
    Case("sine_value", "a v b", ("aconst v b v a 30",), "l: avb + 1/2#2", turned(v=0, a=1, b=1 + 1j), None),
    Case("sine_to_angle", "a v b", ("l: avb + #2",), "aconst v b v a 60", turned(v=0, a=1, b=1 + 1j), None),
    Case("power_to_squares", "p a b o p c d o", ("coll p a b", "coll p c d", "cong o a o b", "cong o c o e",
         "eqratio p a p c p d p b"), "s: oa - oc", {**CIRCLE_AT, "p": 2 + 0.4j}, None),
    Case("power_to_squares", "p t t o p a b o", ("perp p t o t", "cong o a o b", "coll p a b", "l: 2pt - pa - pb"),
         "s: at - ot", turned(o=0, t=1j, p=1.5 + 1j, a=_a, b=_second), None),
    Case("squares_to_power", "p a b o p c d o", ("coll p a b", "coll p c d", "cong o a o b", "cong o c o d"),
         "eqratio p a p c p d p b", {**CIRCLE_AT, "p": 2 + 0.4j}, None),
    Case("coincide", "x y", ("coll a x y",), "overlap x y", COINCIDENT, None),
    Case("touch", "x y a b", ("cong a x a y", "cong b x b y"), "overlap x y", TOUCHING, None),
    Case("touch", "x y a b", ("coll a b x", "cong a x a y"), "overlap x y", TOUCHING, None),
    Case("touch", "x y a b", ("coll a c x", "cong a x a y", "cong b x b y"), "overlap x y", TOUCHING, None),
    Case("touch", "x y a a", ("coll a b x", "cong a x a y"), "overlap x y", TOUCHING, None),
    Case("coincide", "x y", ("coll a x y", "coll b x p"), "overlap x y", COINCIDENT, None),
    Case("coincide", "x y", ("cyclic a b c x", "coll p x y"), "overlap x y", ON_CIRCLE, None),
    Case("coincide", "x y", ("overlap x a", "overlap b y"), "overlap x y", COINCIDENT, None),
    Case("coincide", "x y", ("coll a x y", "coll b x y"), "overlap x a", COINCIDENT, None),
    Case("substitute", "x y", ("overlap x y", "cyclic a b c d"), "cyclic a b c y", ON_CIRCLE, None),
    Case("substitute", "x y", ("overlap x y", "cyclic a b c x"), "circle x a b c", ON_CIRCLE, None),
    Case("substitute", "x y", ("overlap x p",), "cong x a y a", ON_CIRCLE, None),
    Case("substitute", "x y", ("overlap x y",), "cong x a y b", ON_CIRCLE, None),
    Case("linear", "", ("cong a b b c",), "cong a b b c", LINE, None),
    Case("meaning", "", ("cyclic a b c d", "cyclic a b c e"), "d≡ ac - bc - ad + bd", CIRCLE_AT, None),
    Case("meaning", "", ("eqangle a c b c a d b d",), "cyclic a b c d", CIRCLE_AT, None),
    Case("meaning", "", ("cong x a y a",), "overlap x y", COINCIDENT, None),
    Case("no_such_rule", "", (), "cong a b b c", LINE, None),
    Case("line", "a b", ("para a b a c",), "para a b b c", LINE, None),
]  # fmt: skip


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda c: f"{c.rule} {c.said}")
def test_an_instance_is_taken_with_its_side_conditions(case: Case) -> None:
    assert case.needs is not None
    assert case.check() == list(case.needs)


@pytest.mark.parametrize("case", REFUSED, ids=lambda c: f"{c.rule} {c.said}")
def test_a_near_miss_is_refused(case: Case) -> None:
    with pytest.raises(CertificateError):
        case.check()


@pytest.mark.parametrize("rule", ["similar_aa", "similar_sas", "similar_sss", "similar_ssa"])
def test_flat_triangles_are_not_similar_by_their_angles(rule: str) -> None:
    uses = {
        "similar_aa": ("d≡ ab - ac - xy + xz", "d≡ ab - bc - xy + yz"),
        "similar_sas": ("d≡ ab - ac - xy + xz", "l: ab - ac - xy + xz"),
        "similar_sss": ("l: ab - ac - xy + xz", "l: ab - bc - xy + yz"),
        "similar_ssa": ("d≡ ab - ac - xy + xz", "l: ab - bc - xy + yz"),
    }[rule]
    flat = step(rule, "a b c x y z", "u v", "simtri a b c x y z")
    needs = check_step(flat, {u: claim(text, FLAT) for u, text in zip("uv", uses, strict=True)}, FLAT)
    assert not all(holds(need, FLAT) for need in needs)


def test_no_meaning_leads_to_a_sum_of_products_that_no_equations_say() -> None:
    sum_of_products = read_quantity(
        QUANTITY, tuple("abcd"), ["+", ["*", ["length", "a", "b"], ["length", "c", "d"]],
                                  ["*", "-1", ["length", "a", "c"], ["length", "b", "d"]],
                                  ["*", "1", ["length", "a", "d"], ["length", "b", "c"]]],
    )  # fmt: skip
    at = turned(a=0j, b=1 + 0j, c=1 + 1j, d=0.3 + 2j)
    with pytest.raises(CertificateError, match="no equations are equivalent"):
        check_step(Step("s", "meaning", (), (), (), sum_of_products), {}, at)


@pytest.mark.parametrize("premise", ["overlap x y", "sum"])
def test_a_theorem_needs_its_premises_that_no_equations_say(premise: str) -> None:
    """Points of a theorem are apart, so none about points at one place is ever of use."""
    total = read_quantity(QUANTITY, tuple("xyz"), ["+", ["length", "x", "y"], ["*", "-2", ["length", "y", "z"]]])
    given = claim("overlap x y", {}) if premise != "sum" else total
    concludes = claim("cong x z y z", {})
    cited = TheoremStatement("mine", ("x", "y", "z"), (given,), (), (concludes,))
    at = turned(x=0j, y=1 + 0j, z=0.2 + 1j)
    bare = Step("s", "theorem", ("x", "y", "z"), (), (), concludes, theorem=cited)
    with pytest.raises(CertificateError, match="none of its premises says"):
        check_step(bare, {}, at)
    needs = check_step(replace(bare, uses=("u",)), {"u": given}, at)
    assert any(need.kind == "apart" for need in needs)


def test_an_identity_puts_no_points_of_a_line_on_a_circle() -> None:
    a, b, c = 0.2 + 1.3j, -1 + 0j, 1.4 + 0.2j
    at = turned(a=a, b=b, c=c, d=(b + c) / 2, e=foot(a, b, c))
    uses = {"u": claim("midp d b c", at), "v": claim("coll e b c", at), "w": claim("perp a e b c", at)}
    in_line = Step("s", "identity", tuple("abcde"), tuple(uses), (), claim("cyclic d b c e", at))
    with pytest.raises(CertificateError, match="in line"):
        check_step(in_line, uses, at)
