"""Folding: what only restates goes, what a rule doesn't take in another form stays."""

from __future__ import annotations

from fractions import Fraction

from solver.diagram.diagram import Diagram
from solver.proof.fold import RESTATING, fold
from solver.proof.instance import Judge
from solver.proof.steps import Step
from tests.checker.claims import claim
from tests.deduction.figures import diagram, on_circle
from tests.proof.proofs import proof_of

ONE = Fraction(1)
A, B, C, D = on_circle(10, 80, 190, 300)
FIGURE: Diagram = diagram({"a": A, "b": B, "c": C, "d": D, "m": (A + B) / 2, "n": 0.3 * A + 0.7 * B, "o": 0j})


def step(name: str, rule: str, points: str, uses: str, said: str, coefficients: str = "") -> Step:
    return Step(name, claim(said), rule, tuple(points.split()), tuple(uses.split()),
                tuple(Fraction(c) for c in coefficients.split()))  # fmt: skip


def folded(*steps: Step) -> list[Step]:
    return fold(steps, Judge(FIGURE))


def premise(name: str, said: str) -> Step:
    return step(name, "premise", "", "", said)


def test_an_inscribed_angle_is_a_form_of_its_circle():
    found = folded(
        premise("p1", "cyclic a b c d"),
        premise("p2", "eqangle a d b d m c n c"),
        step("s1", "inscribed", "", "p1", "d: ac - bc - ad + bd"),
        step("s2", "linear", "", "s1 p2", "eqangle a c b c m c n c", "1 1"),
    )
    assert [s.id for s in found] == ["p1", "p2", "s2"]
    assert found[-1].uses == ("p1", "p2")
    assert found[-1].forms == (claim("d: ac - bc - ad + bd"), None)


def test_a_line_by_other_points_is_among_the_lines():
    found = folded(
        premise("p1", "coll a m b"),
        premise("p2", "perp a b c d"),
        step("s1", "meaning", "", "p1", "d: am - ab"),
        step("s2", "line", "a m b", "s1", "d: ab - bm"),
        step("s3", "linear", "", "s2 p2", "d: bm - cd - 1/2", "-1 1"),
        step("s4", "perp_to_squares", "b m c d", "s3", "s: bc - bd - cm + dm"),
    )
    assert [s.id for s in found] == ["p1", "p2", "s4"]
    assert (found[-1].uses, found[-1].lines) == (("p2",), ("p1",))


def test_equal_lengths_are_among_the_lengths_even_of_their_squares():
    found = folded(
        premise("p1", "cong o a o b"),
        premise("p2", "cong o b o c"),
        step("s1", "linear", "", "p1 p2", "l: ao - co", "1 1"),
        step("s2", "transfer", "", "s1", "s: ao - co"),
        premise("p3", "cong a m c m"),
        step("s3", "transfer", "", "p3", "s: am - cm"),
        step("s4", "linear", "", "s2 s3", "s: ao - co - am + cm", "1 -1"),
        step("s5", "squares_to_perp", "o m a c", "s4", "perp o m a c"),
    )
    assert [s.id for s in found] == ["p1", "p2", "p3", "s5"]
    assert found[-1].uses == ()
    assert found[-1].lengths == ("p1", "p2", "p3")


def test_the_last_step_stays_whatever_it_says():
    found = folded(premise("p1", "cyclic a b c d"), step("s1", "inscribed", "", "p1", "d: ac - bc - ad + bd"))
    assert [s.id for s in found] == ["p1", "s1"]


def test_what_a_rule_needs_as_it_is_stays():
    # `centre` takes one circle and two loci of its center: a second circle can't stand for its radii.
    found = folded(
        premise("p1", "cyclic a b c d"),
        premise("p2", "circle o a b n"),
        premise("p3", "cong o c o d"),
        step("s1", "radii", "o a b", "p2", "l: ao - bo"),
        step("s2", "centre", "o", "p1 s1 p3", "circle o a b c d"),
    )
    assert [s.id for s in found] == ["p1", "p2", "p3", "s1", "s2"]


def test_proofs_of_statements_restate_nothing():
    for text in (
        "a b c = triangle a b c; h = orthocenter h a b c; o = circle o a b c; d = on_line d a h, on_circle d o a "
        "? cong b h b d",
        "a b c = triangle a b c; i = incenter i a b c; o = circle o a b c; d = on_line d a i, on_circle d o a "
        "? cong d b d i",
        "a b c = triangle a b c; d = on_line d b c; e = on_line e c a; f = on_line f a b; m = on_circum m a e f, "
        "on_circum m b f d ? cyclic c d e m",
    ):
        proof = proof_of(text)
        assert not [s for s in proof.steps[:-1] if s.rule in (*RESTATING, "line")]
        assert len({s.claim for s in proof.steps}) == len(proof.steps)
