"""The soundness experiment: it passes on the engine, and finds closures that lie."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from typer.testing import CliRunner

from solver.cli import soundness as command
from solver.cli.commands import app
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.fresh import fresh_diagram
from solver.diagram.truth import error_of
from solver.errors import PorismError
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.soundness.candidates import candidates
from solver.soundness.diagrams import (
    Closer,
    Entailment,
    NoExactFigure,
    close_premises,
    errors,
    exact_figures,
    examine,
    examine_at_random,
    run_soundness,
)
from solver.soundness.random_statements import random_statement
from solver.statements.predicates import ACONST, COLL, CONG, OVERLAP, PERP, Claim, Statement

TEXT = "a b c = triangle a b c; h = orthocenter h a b c; o = circle o a b c; m = midpoint m b c ? cong a b b a"


def diagrams_of(text: str, count: int = 3) -> tuple[Problem, list[Diagram]]:
    problem = parse_statement(text)
    reference = build_diagram(problem)
    rng = np.random.default_rng(3)
    return problem, [reference, *(fresh_diagram(problem, reference, rng) for _ in range(count - 1))]


def test_what_the_engine_entails_is_true() -> None:
    report = list(run_soundness(40, seed=5, jobs=1))[-1]
    assert report.diagrams == 40
    assert report.statements > 10_000
    assert set(report.counts) >= {"coll", "para", "perp", "cong", "eqangle", "eqratio", "cyclic", "midp", "simtri"}
    assert report.violations == []


class _Gullible:
    def is_entailed(self, claim: Claim) -> bool:
        return True


def gullible(problem: Problem, diagrams: Sequence[Diagram]) -> Entailment:
    """Believes everything that it is asked about."""
    return _Gullible()


def assuming(extra: Statement) -> Closer:
    """Closes the premises and one more that isn't among them."""
    return lambda problem, diagrams: close_premises(replace(problem, premises=(*problem.premises, extra)), diagrams)


def test_a_closure_that_believes_everything_is_found_out() -> None:
    problem, diagrams = diagrams_of(TEXT)
    found = examine(problem, diagrams, gullible, np.random.default_rng(0))
    assert len(found.violations) > 50
    assert all(v.error is None or v.error > 1e-15 for v in found.violations)


def test_one_false_premise_is_found_out() -> None:
    # An isosceles triangle: its closure is right about that figure, not about all triangles.
    problem, diagrams = diagrams_of("a b c = iso_triangle0 a b c; m = midpoint m b c ? cong a b b a")
    general = parse_statement("a b c = triangle a b c; m = midpoint m b c ? cong a b b a")
    premise = problem.premises[0]
    assert premise == Statement(CONG, ("a", "b", "a", "c"))
    fresh = fresh_diagram(general, diagrams[0], np.random.default_rng(1))
    found = examine(general, (*diagrams[:2], fresh), assuming(premise), np.random.default_rng(0))
    claims = {v.claim for v in found.violations}
    assert str(premise) in claims
    assert any(c.startswith("perp") and " m " in c for c in claims)
    assert pickle.loads(pickle.dumps(found)) == found  # it comes from another process
    assert examine(general, (*diagrams[:2], fresh), close_premises, np.random.default_rng(0)).violations == []


def test_an_extra_premise_that_is_true_everywhere_is_no_violation() -> None:
    problem, diagrams = diagrams_of(TEXT)
    extra = Statement(CONG, ("o", "a", "o", "b"))
    assert examine(problem, diagrams, assuming(extra), np.random.default_rng(0)).violations == []


def test_candidates_are_different_and_mostly_true() -> None:
    _, (reference, *_) = diagrams_of(TEXT)
    found = list(candidates(reference, np.random.default_rng(0)))
    assert len(set(found)) == len(found)
    true = [s for s in found if error_of(s, reference) < 1e-5]
    assert len(true) > len(found) / 2
    assert {s.predicate.name for s in true} >= {"coll", "para", "perp", "cong", "eqangle", "eqratio", "midp", "rconst"}
    assert all(s.repeated_point() is None for s in found)


def test_errors_are_those_of_each_statement() -> None:
    _, (reference, fresh, _) = diagrams_of(TEXT)
    found = [s for s in candidates(reference, np.random.default_rng(0)) if s.predicate is not COLL][::7]
    found.append(Statement(OVERLAP, ("a", "b")))
    together = errors(found, fresh)
    assert together == pytest.approx([error_of(s, fresh) for s in found], abs=1e-12)
    assert together[-1] > 0.1


def test_points_that_coincide_are_candidates_for_one() -> None:
    text = "a b c = triangle a b c; o = circle o a b c; p = circle p b c a ? cong a b b a"
    problem, diagrams = diagrams_of(text)
    found = list(candidates(diagrams[0], np.random.default_rng(0)))
    assert Statement(OVERLAP, ("o", "p")) in found
    assert close_premises(problem, diagrams[:2]).is_entailed(Statement(OVERLAP, ("o", "p")))


def test_exact_figures_tell_rounding_from_falsehood() -> None:
    problem, (reference, *_) = diagrams_of(TEXT)
    figures = exact_figures(problem, reference, np.random.default_rng(0))
    assert len(figures) > 1
    for figure in figures:
        assert figure.error(Statement(PERP, ("a", "h", "b", "c"))) < 1e-25
        assert figure.error(Statement(COLL, ("a", "o", "m"))) > 1e-3


def test_a_diagram_of_which_there_is_no_exact_figure_is_not_used() -> None:
    problem, diagrams = diagrams_of(TEXT)
    impossible = replace(
        problem, premises=(*problem.premises, Statement(ACONST, ("a", "h", "b", "c"), (Fraction(89),)))
    )
    with pytest.raises(NoExactFigure):
        examine(impossible, diagrams, gullible, np.random.default_rng(0))


def test_the_same_number_gives_the_same_diagram() -> None:
    first, again, other = (examine_at_random(1, n, close_premises) for n in (4, 4, 5))
    assert first == again
    assert other.counts != first.counts


def test_random_statements_can_be_read_and_often_built() -> None:
    built = 0
    names = set()
    for number in range(30):
        problem = parse_statement(random_statement(np.random.default_rng(number)))
        names |= {call.construction.name for clause in problem.clauses for call in clause.calls}
        try:
            build_diagram(problem)
        except PorismError:
            continue
        built += 1
    assert built > 5
    assert len(names) > 40


def test_the_command_prints_counts_and_exits_with_0() -> None:
    result = CliRunner().invoke(app, ["soundness", "--diagrams", "3", "--seed", "2", "--jobs", "2"])
    assert result.exit_code == 0, result.output
    last = result.stdout.strip().splitlines()[-1]
    assert "entailed statements of 3 diagrams" in last
    assert "0 violations" in last
    as_json = CliRunner().invoke(app, ["soundness", "--diagrams", "1", "--jobs", "1", "--format", "json"])
    assert json.loads(as_json.stdout)["violations"] == []


def test_the_command_exits_with_1_at_a_violation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "run_soundness", partial(run_soundness, closer=gullible))
    result = CliRunner().invoke(app, ["soundness", "--diagrams", "1", "--jobs", "1"])
    assert result.exit_code == 1
    assert "is entailed but false" in result.stdout
    assert "porism soundness --seed 0 --first 0 --diagrams 1" in result.stdout
