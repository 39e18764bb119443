"""Claims in the words and signs of geometry."""

from __future__ import annotations

from fractions import Fraction

import pytest

from solver.proof.phrases.chinese import CHINESE
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Phrases, Voice
from solver.proof.words import angle, claim_in_words, condition_in_words, paired, primitive, sides_in_words
from solver.statements.conditions import BETWEEN, CONDITIONS, CONVEX, Condition
from solver.statements.names import Names
from tests.checker.claims import claim, form

NAMES = Voice(Names.of("abcdefghmnopvwx"), ENGLISH)


def words(text: str, names: Voice = NAMES) -> str:
    return claim_in_words(claim(text), names)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("coll a b c", "A, B, C are collinear"),
        ("para a b c d", "AB ∥ CD"),
        ("perp a b c d", "AB ⟂ CD"),
        ("cong a b c d", "AB = CD"),
        ("eqangle a b a c d e d f", "∡BAC = ∡EDF"),
        ("eqangle a b c d e f g h", "∡(AB, CD) = ∡(EF, GH)"),
        ("eqratio a b c d e f g h", "AB : CD = EF : GH"),
        ("cyclic a b c d", "A, B, C, D are concyclic"),
        ("circle o a b c", "O is the center of the circle through A, B, C"),
        ("midp m a b", "M is the midpoint of AB"),
        ("simtri a b c d e f", "△ABC ∼ △DEF"),
        ("simtrir a b c d e f", "△ABC ∼ △DEF"),
        ("aconst a b b c 30", "∡CBA = 30°"),
        ("rconst a b c d 2/3", "AB : CD = 2 : 3"),
        ("distseq a b b c a c 1 1 -1", "AB + BC = AC"),
        ("overlap a b", "A and B are the same point"),
        ("acompute a b a c", "find ∡CAB"),
    ],
)
def test_predicates_are_read_as_geometry_writes_them(text: str, read: str):
    assert words(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("d: ab - ac", "A, B, C are collinear"),
        ("d: ab - ac + 1", "A, B, C are collinear"),
        ("d: ab - cd", "AB ∥ CD"),
        ("d: ab - cd + 1/2", "AB ⟂ CD"),
        ("d: ab - ac - 1/6", "∡CAB = 30°"),
        ("d: ac - ab - df + de", "∡BAC = ∡EDF"),
        ("d: ac - ab - df + de + 1/2", "∡BAC = ∡EDF + 90°"),
        ("d: 1/2 ac - 1/2 ab - 1/2 df + 1/2 de", "∡BAC = ∡EDF"),
        ("d: 2 am - ab - ac", "∡BAM = ∡MAC"),
        ("d: 2 ac - 2 ab - df + de", "2∡BAC = ∡EDF"),
        ("d: 4 ac - 4 ab", "A, B, C are collinear"),
        ("l: ab + cd - ef - gh", "AB·CD = EF·GH"),
        ("l: 2 ab - cd - ef", "AB² = CD·EF"),
        ("l: ab - 1/2 cd - 1/2 ef", "AB² = CD·EF"),
        ("l: -ab + cd", "AB = CD"),
        ("l: ab - cd - #2", "AB = 2·CD"),
        ("l: ab - cd + #3", "3·AB = CD"),
        ("l: ab - cd - 1/2#3", "AB² = 3·CD²"),
        ("l: avb - cwd", "sin∠AVB = sin∠CWD"),
        ("l: avb + ab - cd - cwd", "AB·sin∠AVB = CD·sin∠CWD"),
        ("l: 2 avb - 2 ab + 2 cd", "AB = CD·sin∠AVB"),
        ("m: ab + bc - ac", "AB + BC = AC"),
        ("m: 2 am - ab", "AB = 2·AM"),
        ("s: ac - ad - bc + bd", "AC² + BD² = AD² + BC²"),
        ("s: ab + ac", "AB² + AC² = 0"),
    ],
)
def test_equations_are_read_as_geometry_writes_them(text: str, read: str):
    assert words(text.replace("1/2#", "1/2 #")) == read


def test_segments_of_names_that_run_together_are_spaced():
    names = Voice(Names.of(["a", "A", "b"]), ENGLISH)
    assert claim_in_words(claim("cong a b b a"), Voice(Names.of(["a", "A", "b"]), ENGLISH)) == "a b = b a"
    assert angle(("a", "b"), ("a", "A"), names) == "∡b a A"
    assert angle(("a", "b"), ("A", "b"), names) == "∡a b A"


def test_angles_are_paired_at_common_points():
    for text, angles in (("d: bc - ac - bd + ad", 2), ("d: 2 am - ab - ac + 2 dn - de - df", 4)):
        found = paired(primitive(form(text)))
        assert sum(c for c, _, _ in found) == angles
        assert all(set(x) & set(y) for _, x, y in found)


def test_sides_stay_on_their_sides():
    e = form("l: -ab + cd")
    assert sides_in_words(e, NAMES) == ("CD", "AB")
    assert sides_in_words(e.scaled(Fraction(-2)), NAMES) == ("AB", "CD")


def test_enumerations():
    assert [NAMES.enumerated(some) for some in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [(ENGLISH, "D lies between B and C, ABDE is convex"), (CHINESE, "D 在 B 与 C 之间, ABDE 是凸多边形")],
)
def test_conditions_are_said_in_the_language_of_the_proof(language: Phrases, said: str) -> None:
    voice = Voice(Names.of("abcde"), language)
    conditions = [Condition(BETWEEN, ("d", "b", "c")), Condition(CONVEX, tuple("abde"))]
    assert ", ".join(condition_in_words(c, voice) for c in conditions) == said


def test_every_kind_of_condition_has_words_in_each_language() -> None:
    kinds = {name for name, kind in CONDITIONS.items() if kind.quantity is None}
    assert kinds <= {*ENGLISH.lies} and {*ENGLISH.lies} == {*CHINESE.lies}
