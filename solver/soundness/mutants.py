"""The attack on the checker: certificates of all kinds, changed in one way or in several at once.

Whatever is still accepted must be a true statement: its goal holds in twenty figures of its own that meet the side
conditions which the certificate lists. One kind of certificate isn't made by changes: the engine is given a figure of a
statement in a special position, or on a degenerate piece, and proves there what isn't so elsewhere.
"""

from __future__ import annotations

import copy
import json
import time
from dataclasses import dataclass, replace

import numpy as np

from solver.checker import required_conditions
from solver.checking import check_certificate
from solver.deduction.closure import Closure, close
from solver.deduction.closure import Outcome as Closed
from solver.diagram.diagram import Diagram
from solver.diagram.pair import Drawn, draw_pair, pair_of
from solver.errors import CertificateError, PorismError
from solver.knowledge.library import run_by_default
from solver.language.read import parse_statement
from solver.proof.arcs import Unexplained
from solver.proof.certificate import write_certificate
from solver.proof.evidence import Evidence, Record
from solver.proof.steps import numbered
from solver.proof.traceback import trace
from solver.soundness.accepted import given_with_figures, is_true
from solver.soundness.bases import true_statement
from solver.soundness.candidates import candidates
from solver.soundness.diagrams import errors
from solver.soundness.mutations import (
    MUTATIONS,
    Json,
    Source,
    diagram_of,
    one_of,
    specialized,
)
from solver.soundness.oracle import FALSE
from solver.soundness.outcome import Finding, Outcome
from solver.soundness.texts import with_goal
from solver.statements.predicates import Statement

#: Mutants of one certificate, and how many changes are made at once.
MUTANTS, AT_ONCE = 170, (1, 1, 1, 2, 2, 3, 4)
#: How often side conditions are made to fit afterwards.
MENDED = 0.85
#: Seconds for a figure, and for a closure.
DRAWING, CLOSING = 3.0, 3.0
#: Statements tried until one is proved; special figures of one statement; goals proved in one.
TRIES, SPECIAL, GOALS = 30, 3, 4


@dataclass(frozen=True)
class Mutant:
    """A certificate and the changes that made it: the name and the seed of each."""

    base: Json
    changes: tuple[tuple[str, int], ...]
    is_mended: bool

    def made(self, source: Source) -> Json | None:
        """None where there was nothing to change."""
        certificate = copy.deepcopy(self.base)
        for name, seed in self.changes:
            if not MUTATIONS[name](certificate, source, np.random.default_rng(seed)):
                return None
        if self.is_mended:
            certificate["side_conditions"] = _conditions(certificate)
        return certificate


def attack_certificates(seed: int, number: int) -> Outcome:
    """One certificate and its mutants, and those of special figures of its statement."""
    rng = np.random.default_rng([seed, number])
    outcome = Outcome()
    base = base_certificate(rng, outcome)
    if base is None:
        return outcome
    outcome.counts["certificates"] += 1
    outcome.counts.update(f"base step {rule}" for rule in {s["rule"] for s in base["steps"]})
    source = Source.of(base, rng)
    while outcome.counts["mutants"] < MUTANTS:
        names = [one_of(list(MUTATIONS), rng) for _ in range(one_of(AT_ONCE, rng))]
        changes = tuple((name, int(rng.integers(2**31))) for name in names)
        try_mutant(Mutant(base, changes, bool(rng.random() < MENDED)), source, number, outcome)
    for _ in range(SPECIAL):
        for certificate in special_certificates(base, source, rng):
            outcome.counts["of special figures"] += 1
            _judge(certificate, "of a special figure", source, number, outcome)
    return outcome


def base_certificate(rng: np.random.Generator, outcome: Outcome) -> Json | None:
    """A certificate that is accepted; not shortened, so that it has many steps."""
    for _ in range(TRIES):
        try:
            problem = parse_statement(true_statement(rng))
            if problem.goal.predicate.is_question or problem.others or problem.coordinates:
                continue
            drawn = draw_pair(problem, int(rng.integers(2**31)), time.monotonic() + DRAWING)
            assert drawn.goal is not None
            closure = _closed(drawn, drawn.goal)
            if closure.outcome is not Closed.PROVED:
                continue
            certificate = _written(drawn, closure, drawn.goal)
        except (PorismError, Unexplained):
            continue
        if not certificate["steps"]:
            continue
        refused = refusal(certificate)
        if not refused:
            return certificate
        outcome.counts["bases refused"] += 1
        outcome.notes.append(Finding(-1, f"a right proof is refused: {refused}", problem.text))
    return None


def special_certificates(base: Json, source: Source, rng: np.random.Generator) -> list[Json]:
    """Proofs in a special figure of what isn't so in others."""
    certificate = copy.deepcopy(base)
    if "auxiliary" in certificate["problem"] or not specialized(certificate, source, rng):
        return []
    diagram, problem = diagram_of(certificate), source.problem
    try:
        places = np.array([diagram[p] for p in problem.points])
        drawn = pair_of(problem, Diagram(problem.points, places), int(rng.integers(1000)), time.monotonic() + DRAWING)
        closure = close(drawn.problem, drawn.diagrams, timeout=CLOSING, theorems=run_by_default())
        _, generic = given_with_figures(problem)
    except PorismError:
        return []
    said = [s for s in candidates(drawn.diagrams[0], rng) if s.repeated_point() is None and closure.is_entailed(s)]
    if not said or not generic:
        return []
    off = np.max([errors(said, figure) for figure in generic], axis=0)
    false = [s for s, worst in zip(said, off, strict=True) if worst > FALSE]
    made = []
    for i in rng.permutation(len(false))[:GOALS]:
        goal = false[int(i)]
        try:
            asked = replace(drawn, problem=parse_statement(with_goal(problem.text, goal)), goal=goal)
            made.append(_written(asked, closure, goal))
        except (PorismError, Unexplained):
            continue
    return made


def _closed(drawn: Drawn, goal: Statement) -> Closure:
    return close(drawn.problem, drawn.diagrams, goal=goal, timeout=CLOSING, theorems=run_by_default())


def _written(drawn: Drawn, closure: Closure, goal: Statement) -> Json:
    """As an object of its own, in which nothing stands twice."""
    evidence = Evidence.of(Record(closure.diagram, closure.journal()))
    steps = trace(evidence, goal, deadline=time.monotonic() + CLOSING).steps()
    written: Json = json.loads(json.dumps(write_certificate(drawn.problem, closure.diagram, numbered(steps), goal)))
    return written


def _conditions(certificate: Json) -> list[Json]:
    """What its steps need. Raises CertificateError."""
    needed = dict.fromkeys(required_conditions(certificate))
    return [{"kind": c.kind, "points": list(c.points), "step": c.step} for c in needed]


def refusal(certificate: Json) -> str:
    """Why the checker refuses it; "" where it doesn't."""
    try:
        check_certificate(json.dumps(certificate))
    except CertificateError as error:
        return str(error)
    return ""


def try_mutant(mutant: Mutant, source: Source, number: int, outcome: Outcome) -> None:
    try:
        certificate = mutant.made(source)
    except CertificateError:
        outcome.counts["mutants"] += 1
        outcome.counts["refused by a rule"] += 1
        return
    if certificate is None or certificate == mutant.base:
        return
    outcome.counts["mutants"] += 1
    if _judge(certificate, " and ".join(name for name, _ in mutant.changes), source, number, outcome):
        small = _shrunk(mutant, source)
        made = small.made(source)
        outcome.findings[-1] = replace(
            outcome.findings[-1],
            what=f"a false certificate is accepted: {' and '.join(name for name, _ in small.changes)}",
            evidence=json.dumps(made, ensure_ascii=False),
        )


def _judge(certificate: Json, how: str, source: Source, number: int, outcome: Outcome) -> bool:
    """Count it; whether it is accepted though its statement is false."""
    if refusal(certificate):
        outcome.counts["refused"] += 1
        return False
    outcome.counts["accepted"] += 1
    outcome.counts[f"accepted: {how}" if " and " not in how else "accepted: several changes"] += 1
    truth = is_true(certificate, source.judged)
    outcome.counts["accepted and " + {True: "true", False: "FALSE", None: "in too few figures"}[truth]] += 1
    if truth is False:
        said = json.dumps(certificate, ensure_ascii=False)
        outcome.findings.append(Finding(number, f"a false certificate is accepted: {how}", said))
    if truth is None:
        outcome.notes.append(
            Finding(number, f"too few figures for an accepted certificate: {how}", _in_short(certificate))
        )
    return truth is False


def _in_short(certificate: Json) -> str:
    conditions = [f"{c['kind']} {' '.join(c['points'])}" for c in certificate["side_conditions"]]
    return f"{certificate['problem']['statement']}\n({', '.join(conditions)})"


def _shrunk(mutant: Mutant, source: Source) -> Mutant:
    """With as few changes as do."""
    kept = mutant
    for change in mutant.changes:
        fewer = replace(kept, changes=tuple(c for c in kept.changes if c != change))
        try:
            certificate = fewer.made(source) if fewer.changes else None
        except CertificateError:
            continue
        if certificate is not None and not refusal(certificate) and is_true(certificate, source.judged) is False:
            kept = fewer
    return kept
