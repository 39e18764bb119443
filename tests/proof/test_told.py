"""Steps that a reader isn't told, and triangles that are congruent."""

from __future__ import annotations

from dataclasses import replace

from solver.knowledge.library import run_by_default
from solver.proof.told import cited_for_itself, congruent_steps, told_steps
from solver.proving import prove
from tests.proof.test_fold import step


def told(*steps: tuple[str, str, str]) -> set[str]:
    """Rule, uses and claim of steps s0, s1, …; premises where nothing is used."""
    made = [step(f"s{i}", rule, "", uses, claim) for i, (rule, uses, claim) in enumerate(steps)]
    return set(told_steps(made))


END = ("linear", "s0 s1", "para a c e f")


def test_what_only_says_it_again_is_left_out() -> None:
    assert told(("premise", "", "perp a b c d"), ("linear", "s0", "perp b a d c"), END) == {"s2"}
    assert told(
        ("premise", "", "cong o a o b"), ("premise", "", "cong o b o c"), ("radii", "s0 s1", "cong o a o c"), END
    ) == {"s3"}


def test_circles_that_are_one_are_left_out() -> None:
    first, second = ("premise", "", "cyclic a b c d"), ("premise", "", "cyclic a b c e")
    assert told(first, second, ("concyclic_merge", "s0 s1", "cyclic a b d e"), END) == {"s3"}


def test_the_last_step_stays() -> None:
    assert told(("premise", "", "perp a b c d"), ("linear", "s0", "perp b a d c")) == {"s1"}


def test_new_claims_stay() -> None:
    first = ("similar_sss", "s0", "simtrir a b c a c b")
    assert told(("premise", "", "cong a b a c"), first, ("meaning", "s1", "eqangle b a b c c b c a")) == {"s1"}
    assert told(
        ("premise", "", "para a b c d"), ("premise", "", "para c d e f"), ("linear", "s0 s1", "para a b e f")
    ) == {"s2"}


def test_triangles_with_a_common_or_equal_side_are_congruent() -> None:
    common = step("s0", "similar_aa", "", "", "simtrir a b c d b c")
    equal = [step("s1", "premise", "", "", "cong a b d e"), step("s2", "similar_aa", "", "s1", "simtri a b c d e f")]
    similar = step("s3", "similar_aa", "", "", "simtri a b c m n o")
    by_premise = step("s4", "similar_aa", "", "", "simtri b c a e f d")
    found = congruent_steps([common, *equal, similar, by_premise])
    assert found == {"s0": (), "s2": (), "s4": ("s1",)}


def test_a_proof_that_only_cites_a_theorem_is_noticed() -> None:
    theorem = next(t for t in run_by_default() if t.id == "nine-point-circle")
    given = [step(f"p{i}", "premise", "", "", f"midp {m}") for i, m in enumerate(("d b c", "e c a", "f a b"))]
    cited = replace(step("s0", "theorem", "a b c d e f k", "p0 p1 p2", "cyclic d e f k"), theorem=theorem)
    assert cited_for_itself([*given, cited]) is theorem
    assert (
        cited_for_itself([*given, cited, step("s1", "concyclic_angle", "d e f k", "s0", "eqangle d e d f k e k f")])
        is None
    )


def test_a_theorem_isnt_proved_by_citing_it() -> None:
    statement = (
        "triangle A B C; D midpoint of B C; E midpoint of C A; F midpoint of A B; "
        "K foot of perpendicular from A to B C; prove D, E, F, K concyclic"
    )
    result = prove(statement, search=None)
    assert result.proof is not None
    assert not any(s.rule == "theorem" for s in result.proof.steps)


def test_triangles_with_their_vertices_in_another_order_are_no_news() -> None:
    similar = ("similar_aa", "s0", "simtri a b c d e f")
    assert told(("premise", "", "eqangle a b b c d e e f"), similar, ("meaning", "s1", "simtri b a c e d f")) == {"s1"}


def test_points_on_one_line_as_given_are_not_shown_to_be_so() -> None:
    places = {"a": 0j, "b": 1 + 0j, "c": 2 + 0j, "d": 3 + 0j, "e": 1j, "f": 1 + 1j}
    rows = [step("p1", "premise", "", "", "coll a b c"), step("p2", "premise", "", "", "coll a b d")]
    end = step("s2", "linear", "", "s1 p3", "para c d e f")
    made = [*rows, step("p3", "premise", "", "", "para a c e f"), step("s1", "line", "", "p1 p2", "coll b c d"), end]
    assert told_steps(made, places) == {"s2"}
