"""Tidying: combinations put in where they are used once, circles joined, spare points dropped."""

from __future__ import annotations

from cmath import exp
from dataclasses import replace

from solver.proof.instance import Judge
from solver.proof.steps import Step
from solver.proof.tidy import LONGEST_COMBINATION, tidy
from tests.deduction.figures import diagram
from tests.proof.test_fold import FIGURE, claim, premise, step


def tidied(*steps: Step) -> list[Step]:
    return tidy(steps, Judge(FIGURE))


def test_a_combination_used_once_by_another_is_multiplied_out():
    found = tidied(
        premise("p1", "cong a b c d"),
        premise("p2", "cong c d m n"),
        premise("p3", "cong m n o a"),
        step("s1", "linear", "", "p1 p2", "l: ab - mn", "1 1"),
        step("s2", "linear", "", "s1 p3", "l: ab - ao", "1 1"),
    )
    assert [s.id for s in found] == ["p1", "p2", "p3", "s2"]
    assert found[-1].uses == ("p3", "p1", "p2")


def test_a_combination_that_would_be_too_long_to_follow_is_not():
    names = ["ab", "ac", "ad", "am", "an", "ao", "bc", "bd", "bm"]
    count = LONGEST_COMBINATION + 1
    premises = [premise(f"p{i}", f"cong {' '.join(names[i])} {' '.join(names[i + 1])}") for i in range(count)]
    uses = [p.id for p in premises]
    found = tidied(
        *premises,
        step("s1", "linear", "", " ".join(uses[:-1]), f"l: ab - {names[count - 1]}", " ".join("1" for _ in uses[:-1])),
        step("s2", "linear", "", f"s1 {uses[-1]}", f"l: ab - {names[count]}", "1 1"),
    )
    assert [s.id for s in found][-2:] == ["s1", "s2"]


def test_a_combination_that_several_use_stays():
    found = tidied(
        premise("p1", "cong a b c d"),
        premise("p2", "cong c d m n"),
        step("s1", "linear", "", "p1 p2", "l: ab - mn", "1 1"),
        step("s2", "transfer", "", "s1", "s: ab - mn"),
        step("s3", "transfer", "", "s1", "m: ab - mn"),
        premise("p3", "distseq a b m n 1 -1"),
        step("s4", "linear", "", "s3 p3", "m: 2 ab - 2 mn", "1 1"),
        step("s5", "sine_equal", "a b c a b c", "s2 s4", "l: ab - mn"),
    )
    assert "s1" in {s.id for s in found}


def test_circles_about_one_center_are_one():
    found = tidied(
        premise("p1", "cong o a o b"),
        premise("p2", "cong o a o c"),
        premise("p3", "cong o a o d"),
        step("s1", "concyclic_radii", "o a b c", "p1 p2", "circle o a b c"),
        step("s2", "concyclic_radii", "o a b d", "p1 p3", "circle o a b d"),
        step("s3", "concyclic_merge", "", "s1 s2", "cyclic a b c d"),
    )
    assert [s.rule for s in found if s.rule != "premise"] == ["concyclic_radii", "concyclic_merge"]
    assert set(found[-2].points) == set("oabcd")
    assert found[-1].uses == (found[-2].id,)


def test_a_point_of_a_circle_that_nobody_asks_for_is_dropped_with_what_put_it_there():
    found = tidied(
        premise("p1", "cong o a o b"),
        premise("p2", "cong o a o c"),
        premise("p3", "cong o a o d"),
        step("s1", "concyclic_radii", "o a b c d", "p1 p2 p3", "circle o a b c d"),
        step("s2", "radii", "o b c", "s1", "cong o b o c"),
    )
    assert [s.id for s in found] == ["p1", "p2", "s1", "s2"]
    assert set(found[2].points) == set("oabc")


def test_a_theorem_takes_the_parts_of_a_combination_that_only_it_uses():
    found = tidied(
        premise("p1", "cong o a o b"),
        premise("p2", "cong o b o c"),
        step("s1", "linear", "", "p1 p2", "l: ao - co", "1 1"),
        step("s2", "concyclic_radii", "o a b c", "p1 s1", "circle o a b c"),
    )
    assert [s.id for s in found] == ["p1", "p2", "s2"]
    assert set(found[-1].uses) == {"p1", "p2"}


def test_a_line_that_known_lines_make_is_not_shown_anew():
    a, b, c, d, e, f = 0j, 1 + 0j, 2 + 0j, 3 + 0j, 1j, 1 + 1j
    judge = Judge(diagram({"a": a, "b": b, "c": c, "d": d, "e": e, "f": f}))
    steps = [
        premise("p1", "coll a b c"),
        premise("p2", "coll a b d"),
        premise("p3", "para a c e f"),
        premise("p4", "para b d e f"),
        step("s1", "linear", "", "p3 p4", "d: ac - bd", "1 -1"),
        step("s2", "linear", "", "s1", "coll a c d", "1"),
        step("s3", "linear", "", "p3", "para c d e f", "1"),
    ]
    steps[-1] = replace(steps[-1], lines=("s2",))
    found = tidy(steps, judge)
    assert [s.id for s in found] == ["p1", "p2", "p3", "s3"]
    assert set(found[-1].lines) == {"p1", "p2"}


def test_one_circle_is_joined_once():
    on = {p: exp(1j * t) for p, t in zip("abcdmn", (0.3, 1.1, 2.0, 2.9, 4.1, 5.2), strict=True)}
    steps = [
        premise("p1", "circle o a b c"),
        premise("p2", "cyclic a b c d"),
        premise("p3", "cyclic a b c m"),
        step("s1", "concyclic_merge", "", "p1 p2", "circle o a b d"),
        step("s2", "concyclic_merge", "", "p1 p2 p3", "circle o a d m"),
        step("s3", "linear", "", "s1 s2", "l: ob - om", "1 1"),
    ]
    steps[-1] = replace(steps[-1], forms=(claim("l: ob - od"), claim("l: od - om")))
    found = tidy(steps, Judge(diagram(on | {"o": 0j})))
    assert [str(s.claim) for s in found if s.rule == "concyclic_merge"] == ["circle o a b d m"]
