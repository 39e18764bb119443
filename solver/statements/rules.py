"""The table of rules: each kind of step that a proof or the core's journal may take, in one row.

Made from it: the core's enumeration (solver/core/tables.py, when the core is built), the number of points that the checker
lets a step have, the rules' page and schema (docs/certificate.md, `python -m solver.statements.reference`), and the phrases of proofs.
What a row doesn't say, code does, registered by the rule's name: how the core concludes (a pass), from what
(`solver.deduction.decode`), and when a step is right (`solver.checker.rules`).

This module needs the standard library only: CMake's script imports it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


@dataclass(frozen=True)
class Step:
    """How a certificate writes a step.

    points: their names, as in docs/certificate.md. count: how many points, least and most (None: any number).
    uses: from what the rule concludes. claim: what it concludes.
    """

    points: str
    count: tuple[int, int | None]
    uses: str
    claim: str


@dataclass(frozen=True)
class Logged:
    """How the core logs a conclusion by the rule: numbers of points, then other numbers.

    points: their names, with … where there may be more. numbers: the names of the others, in order.
    has_arcs: the equation speaks of arcs of a circle, whose tag the entry has.
    """

    points: str
    numbers: tuple[str, ...] = ()
    has_arcs: bool = False

    @property
    def count(self) -> int | None:
        """How many of the arguments are points; None: all."""
        return None if "…" in self.points else len(self.points.split())


@dataclass(frozen=True)
class Rule:
    """name: as certificates cite it. step: None for what only the core's journal has. logged: None where the core has no such rule.

    restates: the claim only says a premise in another form. says: the phrase of proofs, by the language's code; none where
    a proof says no more than what the step rests on.
    """

    name: str
    step: Step | None = None
    logged: Logged | None = None
    restates: bool = False
    says: Mapping[str, str] = field(default_factory=dict)


class Division(IntEnum):
    """How two lines abc and def are divided alike: which ratio is as on the other one."""

    FIRST_TO_SECOND = 0  # ab : bc
    FIRST_TO_WHOLE = 1  # ab : ac
    SECOND_TO_WHOLE = 2  # bc : ac


class CenterLocus(IntEnum):
    """What a circle's center lies on; the points that follow."""

    BISECTOR = 0  # x y: of segment xy
    DIAMETER = 1  # x y z: through x, y and z being on the circle, too


class CommonLocus(IntEnum):
    """What two points that coincide both lie on; the points that follow."""

    LINE = 0  # a: through a
    CIRCLE = 1  # a: about a
    CIRCUMCIRCLE = 2  # a b c
    EQUAL_ANGLES = 3  # p q: circle on which pq is seen under one angle
    EQUAL_RATIOS = 4  # p q: circle of Apollonius


#: In the order of docs/certificate.md.
RULES: tuple[Rule, ...] = (
    Rule("premise",
        logged=Logged("", ("premise", "part"))),  # number of the premise, and of its equation
    Rule("meaning",
        step=Step("", (0, 0),
            "one predicate",
            "an equation that it means; or: the equations that a predicate means, all of them (not `cyclic`, `overlap`, or a sum of products, which no equations mean)"),
        restates=True),
    Rule("linear",
        step=Step("", (0, 0),
            "equations (or predicates that mean exactly one) of one theory, with `coefficients`; none where `lines` or `lengths` say it all",
            "their combination, exactly")),
    Rule("line",
        step=Step("a b c", (3, 3),
            "D(ab)−D(ac) ≡ 0",
            "D(ab)−D(bc) ≡ 0 or D(ac)−D(bc) ≡ 0"),
        logged=Logged("a b c")),
    Rule("similar_aa",
        step=Step("a b c x y z", (6, 6),
            "angles at a, x and at b, y: D(ab)−D(ac) ∓ (D(xy)−D(xz)) ≡ 0 and likewise; sign − for the same orientation",
            "`simtri` (same orientation) or `simtrir` a b c x y z"),
        logged=Logged("a b c x y z")),
    Rule("similar_sas",
        step=Step("a b c x y z", (6, 6),
            "angle at a, x; L(ab)−L(ac)−L(xy)+L(xz) = 0",
            "the same"),
        logged=Logged("a b c x y z")),
    Rule("similar_sss",
        step=Step("a b c x y z", (6, 6),
            "two independent equations of side ratios",
            "the same"),
        logged=Logged("a b c x y z")),
    Rule("similar_ssa",
        step=Step("a b c x y z", (6, 6),
            "angle at a, x; L(ab)−L(bc)−L(xy)+L(yz) = 0; |bc| > |ab|",
            "the same"),
        logged=Logged("a b c x y z")),
    Rule("concyclic_angle",
        step=Step("a b c d", (4, 4),
            "D(ac)−D(bc)−D(ad)+D(bd) ≡ 0",
            "`cyclic a b c d`"),
        logged=Logged("a b c d")),
    Rule("concyclic_radii",
        step=Step("o a b c …", (4, None),
            "L(oa)−L(ob) = 0, L(oa)−L(oc) = 0, … (any that connect all)",
            "`circle o a b c …`"),
        logged=Logged("o a b c …")),
    Rule("concyclic_merge",
        step=Step("", (0, 0),
            "`cyclic` and `circle` claims that become one circle by merging any two that share 3 or more places, in any order; `overlap` claims where places have two names",
            "`cyclic` of any of all their points, or `circle o …` when one of them is a `circle o …`"),
        says={"en": "as two circles with three points in common are one", "zh": "有三个公共点的两圆重合"}),
    Rule("inscribed",
        step=Step("", (0, 0),
            "one `cyclic S` or `circle o S`",
            "Σ c D(xy) ≡ 0, x, y ∈ S or one of them o, where for each x ∈ S: Σ_y c(xy) + 2 c(ox) = 0"),
        logged=Logged("x y", has_arcs=True),
        restates=True,
        says={"en": "as inscribed angles", "zh": "根据圆周角定理"}),
    Rule("radial",
        logged=Logged("o x y z", has_arcs=True)),  # x of the line ox; y and z are on the circle, too
    Rule("centre",
        step=Step("o", (1, None),
            "one `cyclic S` (or three points of S as `points` after o, when S is just a triangle), and equations that give two loci of o: L(ox)−L(oy) = 0 (the bisector of xy) or D(ox)−D(xy)−D(xz)+D(yz) ≡ 0 (the diameter through x), with x, y, z ∈ S, of which two are different lines in the diagram",
            "`circle o S`"),
        logged=Logged("o", ("loci",)),  # then two loci, each a `CenterLocus` and its points; −1; points of the circle
        says={"en": "as two of the circle's diameters meet there", "zh": "该圆的两条直径交于此点"}),
    Rule("radii",
        step=Step("o x y", (3, 3),
            "one `circle o S`, x, y ∈ S",
            "L(ox)−L(oy) = 0"),
        logged=Logged("o x y z"),  # z is on the circle, too
        restates=True,
        says={"en": "as radii", "zh": "同圆的半径相等"}),
    Rule("equal_arcs",
        step=Step("x y z w", (4, 4),
            "`cyclic S` or `circle o S`; L(xy)−L(zw) = 0",
            "a direction equation that, modulo the relations of `inscribed` on S, is a multiple of t(x)−t(y) ∓ (t(z)−t(w)); xy isn't a diameter in the diagram, where the two cases meet"),
        logged=Logged("x y z w", has_arcs=True),
        says={"en": "equal chords being seen under equal angles", "zh": "等弦所对的圆周角相等"}),
    Rule("equal_chords",
        step=Step("x y z w", (4, 4),
            "`cyclic S` or `circle o S`; a direction equation as in `equal_arcs`, and if it says a multiple, the arcs themselves are equal in the diagram",
            "L(xy)−L(zw) = 0"),
        logged=Logged("x y z w p q"),  # arc xy is seen from p, arc zw from q
        says={"en": "chords seen under equal angles being equal", "zh": "相等的圆周角所对的弦相等"}),
    Rule("between",
        step=Step("a b c", (3, 3),
            "D(ab)−D(ac) ≡ 0 (or any two of the three lines)",
            "M(ab)+M(bc)−M(ac) = 0, b between a and c"),
        logged=Logged("a b c"),
        says={"en": "a segment being the sum of its parts", "zh": "线段等于各部分之和"}),
    Rule("transfer",
        step=Step("", (0, 0),
            "an equation that says |x|² = r|y|², in `log`, `length` or `square`",
            "the same in another theory"),
        logged=Logged("a b c d", ("theory", "numerator", "denominator")),  # from which theory; the squared ratio
        restates=True),
    Rule("perp_to_squares",
        step=Step("a b c d", (4, 4),
            "D(ab)−D(cd) ≡ 0, perpendicular",
            "S(ac)−S(ad)−S(bc)+S(bd) = 0 (S(xx) = 0)"),
        logged=Logged("a b c d"),
        says={"en": "by Pythagoras", "zh": "根据勾股定理"}),
    Rule("squares_to_perp",
        step=Step("a b c d", (4, 4),
            "S(ac)−S(ad)−S(bc)+S(bd) = 0",
            "D(ab)−D(cd) ≡ 0, perpendicular"),
        logged=Logged("a b c d"),
        says={"en": "by the converse of Pythagoras", "zh": "根据勾股定理的逆定理"}),
    Rule("stewart",
        step=Step("a b c p", (4, 4),
            "D(ab)−D(ac) ≡ 0; a ratio |ab|² = r|bc|² or |ab|² = r|ac|² in `log`, `length` or `square`, √r rational",
            "with b = (1−u)a + uc, u rational: S(pb) − (1−u)S(pa) − uS(pc) + u(1−u)S(ac) = 0"),
        logged=Logged("a b c p", ("theory",)),  # of which theory the ratio is
        says={"en": "by Stewart's theorem", "zh": "根据斯图尔特定理"}),
    Rule("thales",
        step=Step("a b c d e f", (6, 6),
            "D(ab)−D(ac) ≡ 0, D(de)−D(df) ≡ 0, D(ad)−D(be) ≡ 0, D(ad)−D(cf) ≡ 0 (a pair may coincide: its line is then left out)",
            "L(ab)−L(de)−L(bc)+L(ef) = 0, L(ab)−L(de)−L(ac)+L(df) = 0"),
        logged=Logged("a b c d e f"),
        says={"en": "by the intercept theorem", "zh": "根据平行线分线段成比例定理"}),
    Rule("thales_converse",
        step=Step("a b c d e f", (6, 6),
            "the two lines as in `thales`; D(ad)−D(be) ≡ 0 (left out where a = d); one ratio equation L(ab)−L(de)−L(bc)+L(ef) = 0, L(ab)−L(de)−L(ac)+L(df) = 0 or L(bc)−L(ef)−L(ac)+L(df) = 0",
            "D(be)−D(cf) ≡ 0 or D(ad)−D(cf) ≡ 0"),
        logged=Logged("a b c d e f", ("ratio",)),  # which ratio: see `Division`
        says={"en": "by the converse of the intercept theorem", "zh": "根据平行线分线段成比例定理的逆定理"}),
    Rule("proportion",
        step=Step("a b c d e f", (6, 6),
            "D(ab)−D(ac) ≡ 0, D(de)−D(df) ≡ 0, and one of the three ratio equations of `thales_converse`; b between a and c as e between d and f (or both outside in the same way)",
            "another of the three"),
        logged=Logged("a b c d e f", ("ratio",)),  # which ratio was known: see `Division`
        says={"en": "as {point} divides {line} in the same ratio as {other} divides {second}", "zh": "{point} 分 {line} 与 {other} 分 {second} 成同一比例"}),
    Rule("sine_law",
        step=Step("a b c u v w x y z", (9, 9),
            "equality (up to supplement, as in `sine_equal`) of ∠bac with ∠uvw unless they are the same angle, and of ∠abc with ∠xyz unless the same",
            "L(bc)−L(ac)−L(sin uvw)+L(sin xyz) = 0"),
        logged=Logged("a v b c w d e u f g t h"),  # two angles of a triangle, then those whose sines stand for theirs
        says={"en": "by the law of sines in △{triangle}", "zh": "在 △{triangle} 中，由正弦定理"}),
    Rule("sine_equal",
        step=Step("a v b c w d", (6, 6),
            "D(va)−D(vb) ∓ (D(wc)−D(wd)) ≡ 0",
            "L(sin avb)−L(sin cwd) = 0"),
        logged=Logged("a v b c w d"),
        says={"en": "equal and supplementary angles having equal sines", "zh": "相等或互补的角正弦相等"}),
    Rule("sine_value",
        step=Step("a v b", (3, 3),
            "D(va)−D(vb) ≡ 0, at 30°, 45°, 60°, 90°, 120°, 135° or 150°",
            "L(sin avb) = log of ½, √½, √¾, 1"),
        logged=Logged("a v b")),
    Rule("sine_to_angle",
        step=Step("a v b", (3, 3),
            "L(sin avb) = log of ½, √½, √¾, 1",
            "D(va)−D(vb) ≡ 0, the angle of the diagram"),
        logged=Logged("a v b")),
    Rule("sine_to_angles",
        step=Step("a v b c w d", (6, 6),
            "L(sin avb)−L(sin cwd) = 0; neither is a right angle in the diagram",
            "D(va)−D(vb) ∓ (D(wc)−D(wd)) ≡ 0 (equal or supplementary, as in the diagram)"),
        logged=Logged("a v b c w d")),
    Rule("power_to_squares",
        step=Step("p a b o q c d u", (8, 8),
            "`circle o a b …` or L(oa)−L(ob) = 0, and D(pa)−D(pb) ≡ 0 unless a = b, when D(pa)−D(oa) ≡ 0, perpendicular (tangent); the same for q c d u (nothing where u = q and c = d: the bare square |qc|²); L(pa)+L(pb)−L(qc)−L(qd) = 0",
            "±(S(po)−S(oa)) = ±(S(qu)−S(uc)), signs + outside, − inside"),
        logged=Logged("p a b o q c d u", ("is_circle",)),  # is_circle: q c d u is a circle, too; else |qc|² is bare
        says={"en": "by the power of a point", "zh": "根据圆幂定理"}),
    Rule("squares_to_power",
        step=Step("the same", (8, 8),
            "the circles and lines as above; that square equation",
            "L(pa)+L(pb)−L(qc)−L(qd) = 0"),
        logged=Logged("p a b o q c d u", ("is_circle",)),
        says={"en": "by the power of a point", "zh": "根据圆幂定理"}),
    Rule("coincide",
        step=Step("x y", (2, 2),
            "equations that give two loci of both: D(ax)−D(ay) ≡ 0 (line through a), L(ax)−L(ay) = 0 (circle about a), `cyclic`/`circle` with x and y in it, D(px)−D(qx)−D(py)+D(qy) ≡ 0 (circle through p, q) or L(px)−L(qx)−L(py)+L(qy) = 0 (circle of Apollonius); where they may meet twice, the other common point is known and apart, or the diagram chose; or a chain of `overlap`",
            "`overlap x y`"),
        logged=Logged("x y", ("loci",)),  # then loci, each a `CommonLocus` and its points; none where a premise says it
        says={"en": "as both are where two lines or circles meet", "zh": "两者都是这两条线（或圆）的交点"}),
    Rule("touch",
        step=Step("x y a b", (4, 4),
            "L(ax)−L(ay) = 0, L(bx)−L(by) = 0, D(ax)−D(bx) ≡ 0",
            "`overlap x y`: circles about a and b, two points, that touch at x"),
        logged=Logged("x y a b"),
        says={"en": "circles that touch having one point in common", "zh": "相切的两圆只有一个公共点"}),
    Rule("substitute",
        step=Step("x y", (2, 2),
            "`overlap x y` (and a `cyclic`/`circle` claim for the second form)",
            "D(xz)−D(yz) ≡ 0, L, M or S likewise; or the claim with y for x, or with both"),
        logged=Logged("x y z")),
    Rule("substitute_circle",
        logged=Logged("x y …")),  # then the points of the claim
    Rule("theorem",
        step=Step("as the theorem names them", (1, None),
            "its `given` at these points (a line or circle through more of them will do; what no equations mean, word for word)",
            "one of its `then` at these points, or an equation that it means; its `where` are side conditions"),
        logged=Logged("", ("theorem", "points"))),  # number in the closure's library; its points, then those of a circle's claim
    Rule("identity",
        step=Step("all points, in an order of construction", (2, None),
            "predicates",
            "what is an identity in the coordinates of what the premises leave free, the points being placed in this order; of `cyclic`, some three of its points are no line in the diagram"),
        says={"en": "by coordinates: where the points are placed one after the other, it is an identity", "zh": "用坐标法：依次设出各点的坐标，此式为恒等式"}),
    Rule("bound",
        step=Step("", (0, 0),
            "equations and inequalities, and a `bound` (see below)",
            "`greater` or `at_least`: an expression is positive, or isn't negative")),
)  # fmt: skip

BY_NAME: Mapping[str, Rule] = {rule.name: rule for rule in RULES}


def phrases(language: str) -> dict[str, str]:
    """What proofs of a language say of rules, by name; language: its code, such as "en"."""
    return {rule.name: rule.says[language] for rule in RULES if language in rule.says}
