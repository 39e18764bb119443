"""Combinations as chains of equal angles, products, ratios and sums."""

from __future__ import annotations

from fractions import Fraction

from solver.proof.chain import chain
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Voice
from solver.statements.equation import Quantity
from solver.statements.names import Names
from tests.checker.claims import form

NAMES = Voice(Names.of("abcdefghmnopqrst"), ENGLISH)


def links(claim: str, *facts: str, lines: dict[str, str] | None = None) -> str | None:
    """The chain as `X =0= Y =1= Z`, the numbers those of the facts; a fact that begins with − is subtracted."""
    parts = [(Fraction(-1 if f.startswith("−") else 1), form(f.removeprefix("−"))) for f in facts]

    def name(q: Quantity) -> Quantity:
        return tuple((lines or {}).get("".join(q), "".join(q)))

    found = chain(form(claim), parts, name, NAMES)
    if found is None:
        return None
    (start, _), *rest = found
    return start + "".join(f" ={','.join(map(str, numbers))}= {words}" for words, numbers in rest)


def test_equal_lengths_go_from_one_to_the_next():
    assert links("l: ab - gh", "l: cd - ef", "l: ab - cd", "l: ef - gh") == "AB =1= CD =0= EF =2= GH"


def test_angles_go_over_perpendicular_lines_and_back():
    assert links("d: ab - ac - de + df", "d: ab - de + 1/2", "d: df - ac - 1/2") == "∡CAB =0= ∡(AC, DE) + 90° =1= ∡FDE"


def test_a_right_angle_at_the_end_is_a_number():
    assert links("d: ab - cd + 1/2", "d: ab - ef", "d: ef - cd + 1/2") == "∡(CD, AB) =0= ∡(CD, EF) =1= 90°"


def test_an_isosceles_triangle_has_two_equal_angles():
    facts = ("d: am - ac - bm + bc", "d: ab - 2 am + ac", "d: am - ab - cm + bc")
    assert links("d: 2 bc - bm - cm", *facts) == "∡MBC =0= ∡MAC =1= ∡BAM =2= ∡BCM"


def test_lines_with_two_names_are_one():
    facts = ("d: ab - ae - df + dg",)
    with_lines = links("d: am - ae - dh + dg", *facts, "d: df - dh", lines={"am": "ab"})
    assert with_lines == "∡EAM =0= ∡GDF =1= ∡GDH"


def test_products_ratios_and_sums():
    assert links("l: ab + cd - mn - op", "l: ab + cd - ef - gh", "l: ef + gh - mn - op") == "AB·CD =0= EF·GH =1= MN·OP"
    assert (
        links("l: ab - cd - mn + op", "l: ab - cd - ef + gh", "l: ef - gh - mn + op")
        == "AB : CD =0= EF : GH =1= MN : OP"
    )
    assert (
        links("s: ab + cd - mn - op", "s: ab - ef", "s: ef + cd - mn - op") == "AB² + CD² =0= EF² + CD² =1= MN² + OP²"
    )
    assert links("m: ac - 2 ab", "m: ac - ab - bc", "m: bc - ab") == "AC =0= AB + BC =1= 2·AB"


def test_squares_of_lengths():
    assert links("l: 2 ab - 2 cd", "l: ab - ef", "l: ab + ef - 2 cd") == "AB² =0= AB·EF =1= CD²"


def test_factors_of_two_ride_along():
    assert links("l: ab - ef - #2", "l: ab - cd - #2", "l: cd - ef") == "AB =0= 2·CD =1= 2·EF"


def test_a_ratio_that_is_a_number_is_told_as_ratios():
    assert links("l: ab - cd - #2", "l: ab - cd - ef + gh", "l: ef - gh - #2") == "AB : CD =0= EF : GH =1= 2"


def test_segments_are_taken_apart_exchanged_and_put_together_at_once():
    parts = ("m: ab - aq - bq", "m: cd - cm - dm", "m: aq - an", "m: dm - dn", "m: an + dn - ad", "m: bq + cm - bc")
    assert links("m: ab + cd - ad - bc", *parts) == (
        "AB + CD =0,1= AQ + BQ + CM + DM =2,3= AN + BQ + CM + DN =4,5= AD + BC"
    )


def test_what_is_no_chain_is_none():
    assert links("l: ab - cd", "l: ab - cd") is None  # a single fact is no chain
    facts = ("d: ab + mn + gh + kl - de - op - ef - st", "d: op + ef + st - kl - mn - gh - ac + df")
    assert links("d: ab - ac - de + df", *facts) is None  # six lines in between


def test_where_one_angle_is_not_enough_two_are_added_up():
    facts = ("d: ab + mn + gh - de - op - ef", "d: op + ef - mn - gh - ac + df")
    assert links("d: ab - ac - de + df", *facts) == "∡(DE, AB) =0= ∡(GH, EF) + ∡(MN, OP) =1= ∡(DF, AC)"


def test_lines_are_compared_from_a_third_one():
    assert links("d: ab - ac", "d: ab - ad - de + df", "d: de - df - ac + ad") == "∡DAB =0= ∡FDE =1= ∡DAC"


def test_a_fact_may_be_used_twice():
    assert links("d: 2 ab - 2 ac - 2 de + 2 df", "d: 2 ab - 2 ac - gh + gm", "d: gh - gm - 2 de + 2 df") == (
        "2∡CAB =0= ∡MGH =1= 2∡FDE"
    )


def test_squares_are_added_and_subtracted():
    assert links("s: ab - gh", "s: ab + cd - ac - bd", "s: ac + bd - cd - gh") == "AB² =0= AC² + BD² − CD² =1= GH²"
    facts = ("s: ab + cd - ac - bd", "s: ac + ef - ae - cf")
    assert links("s: ab + cd + ef - bd - ae - cf", *facts) == "AB² + CD² + EF² =0= AC² + BD² + EF² =1= AE² + BD² + CF²"
