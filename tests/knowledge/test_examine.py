"""Testing theorems: what is found true, false, short of a condition, or more than needed."""

from __future__ import annotations

import numpy as np
import pytest

from solver.knowledge.algebra import Algebra, prove_by_algebra, try_algebra
from solver.knowledge.digits import Digits
from solver.knowledge.examine import Thoroughness, examine
from solver.knowledge.language import read_theorems
from solver.knowledge.library import library
from solver.knowledge.sample import compile_equations, errors_of, random_pictures
from solver.knowledge.theorem import Theorem
from solver.statements.predicates import COLL, CONG, Statement

QUICK = Thoroughness(instances=20, special=6, algebra_seconds=0.0)


def theorem(text: str) -> Theorem:
    return read_theorems(f'theorem it "It" {text}')[0]


THALES = "points o a b c given circle o a b c, coll o a b then perp a c b c"


def test_a_true_theorem_holds_to_fifty_digits() -> None:
    found = examine(theorem(THALES), QUICK)
    assert found.is_true and found.instances == 20 and found.digits == 50 and found.special > 0
    assert not found.never_needed


def test_the_same_seed_gives_the_same_figures() -> None:
    wrong = theorem("points a b c d given |a b| = |c d| then para a b c d")
    assert examine(wrong, QUICK, seed=3).counterexample == examine(wrong, QUICK, seed=3).counterexample


def test_a_false_theorem_is_refuted_where_its_premises_hold() -> None:
    found = examine(theorem("points a b c d given |a b| = |c d| then para a b c d, |a b| = |c d|"), QUICK)
    assert not found.is_true
    assert found.counterexample is not None
    at, claim = found.counterexample
    assert str(claim) == "para a b c d"
    assert abs(at["b"] - at["a"]) == pytest.approx(abs(at["d"] - at["c"]))
    assert abs(((at["b"] - at["a"]).conjugate() * (at["d"] - at["c"])).imag) > 1e-6


def test_a_theorem_that_holds_nearly_is_refuted() -> None:
    """22/7 for π, so to speak: off by 3e-7."""
    found = examine(theorem("points a b c given |a b| = 1*|a c| then 3000001*|a b| = 3000000*|a c|"), QUICK)
    assert found.counterexample is not None


def test_a_forgotten_condition_shows_in_a_special_figure() -> None:
    """Without `noncollinear a b c` Desargues's theorem fails in figures that random starts never hit."""
    text = (
        "points o a b c d e f x y z given coll o a d, coll o b e, coll o c f, coll x b c, coll x e f, coll y c a, coll y f d, "
        "coll z a b, coll z d e where noncollinear a b c, noncollinear d e f then coll x y z"
    )
    assert examine(theorem(text), Thoroughness(instances=0, special=90, algebra_seconds=0.0)).counterexample is not None


def test_a_premise_too_many_is_reported() -> None:
    text = "points a b c d given |a b| = |a c|, |d b| = 2*|d c| where noncollinear a b c then eqangle b a b c c b c a"
    found = examine(theorem(text), QUICK)
    assert found.is_true
    assert [str(p) for p in found.never_needed] == ["rconst b d c d 2"]


def test_premises_that_contradict_each_other_are_no_theorem() -> None:
    impossible = theorem("points a b c given |a b| = 3*|a c|, |b c| = |a c| then coll a b c")
    found = examine(impossible, Thoroughness(instances=5, batches=2, special=2, algebra_seconds=0.0))
    assert not found.is_true and found.counterexample is None


def test_concyclic_points_are_not_taken_on_a_line() -> None:
    bisector = theorem("points a b c m given cyclic a b c m, eqangle a b a m a m a c then |m b| = |m c|")
    pictures = random_pictures(bisector.statement.premises, (), bisector.statement.points, np.random.default_rng(1))
    at = pictures[..., 0] + 1j * pictures[..., 1]
    turn = ((at[:, 1] - at[:, 0]).conjugate() * (at[:, 2] - at[:, 0])).imag
    assert len(pictures) > 50 and np.all(np.abs(turn) > 1e-7)


def test_derivatives_agree_with_differences() -> None:
    claims = theorem(
        "points a b c given sin(a b c)*|a b| = 2*|b c|, perp a b a c, |a b| + |b c| = 3*|a c|, |a b|^2 = 2*|a c|^2 + |b c|^2 "
        "then coll a b c"
    ).statement
    equations = compile_equations(claims.premises, claims.points)
    xy = np.random.default_rng(0).standard_normal((2, 3, 2))
    exact = equations.jacobian(xy)
    for k in range(6):
        step = np.zeros((1, 6))
        step[0, k] = 1e-6
        above = equations.residuals(xy + step.reshape(1, 3, 2))
        below = equations.residuals(xy - step.reshape(1, 3, 2))
        assert np.allclose(exact[:, :, k], (above - below) / 2e-6, atol=1e-7)


def test_digits_tell_truth_from_what_floating_point_takes_for_it() -> None:
    statement = theorem("points a b c given |a b| = |a c| then coll a b c").statement
    pictures = random_pictures(statement.premises, (), statement.points, np.random.default_rng(2))[:5]
    exact = Digits(statement.premises, [Statement(CONG, ("a", "b", "a", "c"))], statement.points, 50).errors(pictures)
    assert all(e is not None and e < 1e-50 for e in exact)
    wrong = Digits(statement.premises, [Statement(COLL, ("a", "b", "c"))], statement.points, 50).errors(pictures)
    assert all(e is not None and e > 1e-3 for e in wrong)
    assert np.all(errors_of(Statement(COLL, ("a", "b", "c")), statement.points, pictures) > 1e-3)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (THALES, Algebra.PROVED),
        ("points a b c given perp a b a c then |a b|^2 + |a c|^2 = |b c|^2", Algebra.PROVED),
        ("points a b c m given midp m b c then |a b|^2 + |a c|^2 = 2*|a m|^2 + 2*|m b|^2", Algebra.PROVED),
        ("points a b c given |a b| = |a c| then perp a b a c", Algebra.NOT_IMPLIED),
        ("points a b c given coll a b c where in_order a b c then |a c| = |a b| + |b c|", Algebra.NOT_POLYNOMIAL),
        ("points a b c given aconst a b a c 30 then coll a b c", Algebra.NOT_POLYNOMIAL),
    ],
)
def test_algebra_proves_what_follows_by_polynomials(text: str, outcome: Algebra) -> None:
    pytest.importorskip("flint")
    assert try_algebra(theorem(text).statement) is outcome


def test_algebra_that_takes_too_long_is_stopped() -> None:
    """Vecten's theorem takes a minute and more."""
    pytest.importorskip("flint")
    vecten = theorem(
        "points a b c d e f x given perp d b d c, |d b| = |d c|, perp e c e a, |e c| = |e a|, perp f a f b, |f a| = |f b|, "
        "coll x a d, coll x b e then coll x c f"
    )
    assert prove_by_algebra(vecten.statement, 0.1) is Algebra.TIMEOUT


@pytest.mark.parametrize("part", range(4))
def test_every_entry_of_the_library_holds_in_a_few_figures(part: int) -> None:
    """The whole test is `porism theorems test`; its outcome is recorded (see test_library)."""
    few = Thoroughness(instances=5, special=2, batches=40, batch=24, algebra_seconds=0.0, without=0)
    for entry in library()[part::4]:
        found = examine(entry, few, seed=1)
        assert found.counterexample is None, entry.id
