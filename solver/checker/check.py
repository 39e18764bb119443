"""The verdict on a certificate.

Every step must be an instance of its rule, every claim true to many digits in the certificate's diagram and in fresh
ones, and what is proved must be what the statement asks. Nothing here knows how the proof was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import mpmath
import numpy as np

from solver.checker.auxiliary import check_crossings, with_auxiliary
from solver.checker.conditions import Need, Places, holds
from solver.checker.figures import Figure
from solver.checker.rules import check_step
from solver.checker.schema import Certificate, Premise, SideCondition, Step, read_certificate
from solver.checker.solving import GUARD_DIGITS, PremiseSystem, fresh_figure
from solver.checker.theorem import TheoremStatement
from solver.errors import CertificateError, ParseError
from solver.language.configuration import disagreement
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import (
    ACOMPUTE,
    ACONST,
    CIRCLE,
    COLL,
    CYCLIC,
    EXPLORE,
    OVERLAP,
    RCOMPUTE,
    RCONST,
    Claim,
    Statement,
)

#: Directions this close to 0 have no clear representative in [0, 1).
LIFT_MARGIN = 1e-9
#: What is accepted unless theorems are handed over: the checker's own rules suffice.
NO_THEOREMS: Mapping[str, TheoremStatement] = MappingProxyType({})
#: What answers a question.
ANSWERS = {ACOMPUTE: ACONST, RCOMPUTE: RCONST}
#: How far the certificate's coordinates may be from a solution of its premises, its extent being about 1.
SLACK = 1e-6


@dataclass(frozen=True)
class CheckReport:
    """What was checked of an accepted certificate; diagrams: how many besides its own.

    theorems: the ids of those that it rests on, beyond the checker's own rules.
    """

    name: str
    goal: Claim
    steps: int
    side_conditions: int
    diagrams: int
    digits: int
    theorems: tuple[str, ...] = ()


def check_certificate(
    source: Mapping[str, object] | str,
    *,
    diagrams: int = 3,
    digits: int = 50,
    seed: int = 0,
    theorems: Mapping[str, TheoremStatement] = NO_THEOREMS,
) -> CheckReport:
    """Check a certificate (JSON text or the object that it encodes). Raises CertificateError with the step that fails.

    theorems: those that its reader accepts, by id (`solver.checking` hands over the library's).
    """
    certificate = read_certificate(source)
    _check_theorems(certificate, theorems)
    problem = _problem(certificate)
    _check_goal(certificate, [goal.statement for goal in problem.goals])
    system, reference = _reference(certificate, digits)
    _check_configuration(problem, reference)
    needed = _needed(certificate, reference.floats())
    _check_side_conditions(certificate, needed, reference.floats())
    _check_numbers(certificate, reference, reference, digits)
    rng = np.random.default_rng(seed)
    needs = [need for need, _ in needed]
    for number in range(1, diagrams + 1):
        figure = fresh_figure(system, reference, lambda at: all(holds(n, at) for n in needs), rng, digits)
        if figure is None:
            raise CertificateError("no other diagram near its own satisfies the premises and the side conditions")
        _check_numbers(certificate, figure, reference, digits, f"in fresh diagram {number} ")
    return CheckReport(
        certificate.name,
        certificate.goal,
        len(certificate.steps),
        len(certificate.side_conditions),
        diagrams,
        digits,
        tuple(t.id for t in certificate.theorems),
    )


def required_conditions(source: Mapping[str, object] | str) -> tuple[SideCondition, ...]:
    """The side conditions that a certificate's steps need, those that it lists being ignored. Raises CertificateError."""
    certificate = read_certificate(source)
    _, reference = _reference(certificate, 15)
    return tuple(SideCondition(n.kind, n.points, step) for n, step in _needed(certificate, reference.floats()))


def _check_theorems(certificate: Certificate, accepted: Mapping[str, TheoremStatement]) -> None:
    """Each theorem is used and is the accepted one of that id."""
    cited = {s.theorem.id for s in certificate.steps if s.theorem is not None}
    for theorem in certificate.theorems:
        if theorem.id not in cited:
            raise CertificateError(f"it states the theorem {theorem.id} for nothing")
        if theorem.id not in accepted:
            raise CertificateError(f"it rests on the theorem {theorem.id}, which isn't among those accepted")
        if theorem != accepted[theorem.id]:
            raise CertificateError(f"the theorem {theorem.id} isn't what is accepted under this id")


def _problem(certificate: Certificate) -> Problem:
    """The statement with its auxiliary points: it assumes the premises, and the coordinates are those of its points."""
    try:
        problem = parse_statement(certificate.statement, certificate.name)
    except ParseError as error:
        raise CertificateError(f"the statement can't be read: {error}") from error
    problem = with_auxiliary(problem, certificate.auxiliary)
    if missing := sorted(set(problem.points) - certificate.coordinates.keys()):
        raise CertificateError(f"the point {missing[0]} of the statement has no coordinates")
    problem = oriented(problem, {p: complex(float(x), float(y)) for p, (x, y) in certificate.coordinates.items()})
    given = set(problem.premises)
    for premise in certificate.premises:
        if premise.claim not in given:
            raise CertificateError(f"the statement doesn't assume {premise.claim}", premise.id)
    if unknown := sorted(certificate.coordinates.keys() - set(problem.points)):
        raise CertificateError(f"the point {unknown[0]} is not in the statement, nor constructed")
    return problem


def _check_goal(certificate: Certificate, asked: Sequence[Statement]) -> None:
    """The goal is one of those that the statement asks for, and is claimed where it says so."""
    if not any(_answers(certificate.goal, statement) for statement in asked):
        wanted = " and ".join(map(str, asked))
        raise CertificateError(f"the statement asks for {wanted}, not for this", "goal")
    proved = {s.id: s.claim for s in _stated(certificate)}[certificate.goal_by]
    if not _says(proved, certificate.goal):
        raise CertificateError(f"{certificate.goal_by} doesn't claim the goal", "goal")


def _answers(goal: Claim, asked: Statement) -> bool:
    """Whether the goal is what is asked for, or an answer where that is a question."""
    if asked.predicate is EXPLORE:
        return isinstance(goal, Statement)
    if asked.predicate not in ANSWERS:
        return goal == asked
    fits = isinstance(goal, Statement) and goal.predicate is ANSWERS[asked.predicate] and goal.points == asked.points
    if fits and isinstance(goal, Statement) and goal.predicate is ACONST and not 0 <= goal.constants[0] < 180:
        raise CertificateError("the angle that answers the question is from 0° to 180°", "goal")
    return fits


def _check_configuration(problem: Problem, reference: Figure) -> None:
    """The diagram is one of the statement: all that it assumes holds there, and points are where it puts them."""
    at = reference.floats()
    if (what := disagreement(problem, at)) != "":
        raise CertificateError(f"its diagram disagrees with {what}")
    for premise in problem.premises:
        error = reference.error(premise, reference)
        if error is not None and not error < SLACK:
            raise CertificateError(f"its diagram disagrees with {premise}, which the statement assumes")
    check_crossings(problem, at)


def _says(claim: Claim, goal: Claim) -> bool:
    """Whether two claims are one, the order of points on a line, on a circle or at one place aside."""
    if isinstance(claim, Equation) or isinstance(goal, Equation) or claim.predicate is not goal.predicate:
        return claim == goal
    if claim.predicate in (CYCLIC, COLL, OVERLAP):
        return set(claim.points) == set(goal.points)
    if claim.predicate is CIRCLE:
        return claim.points[0] == goal.points[0] and set(claim.points) == set(goal.points)
    return claim == goal


def _reference(certificate: Certificate, digits: int) -> tuple[PremiseSystem, Figure]:
    """The certificate's diagram, scaled to extent 1 and solved to many digits."""
    mp = mpmath.MPContext()
    mp.dps = digits + GUARD_DIGITS
    exact = {p: mp.mpc(x, y) for p, (x, y) in certificate.coordinates.items()}
    centre = sum(exact.values()) / len(exact)
    extent = max(abs(z - centre) for z in exact.values())
    if not extent > 0:
        raise CertificateError("all of its points are at one place")
    at = {p: complex((z - centre) / extent) for p, z in exact.items()}
    if not all(np.isfinite(z) for z in at.values()):
        raise CertificateError("its coordinates are too large")
    system = PremiseSystem([p.claim for p in certificate.premises], at)
    start = np.array([at[p] for p in system.points])
    z = system.solve(start)
    if z is None or float(np.max(np.abs(z - start))) > SLACK:
        raise CertificateError("its coordinates don't satisfy its premises", _worst_premise(certificate, at))
    figure = system.polish(z, digits)
    if figure is None:
        raise CertificateError(
            f"its coordinates can't be improved to {digits} digits: its premises are degenerate there"
        )
    for q in {q for e in _equations(certificate) if e.theory is Theory.DIRECTION for q, _ in e.terms}:
        if figure.exists(q) and not LIFT_MARGIN < figure.measure(Theory.DIRECTION, q) < 1 - LIFT_MARGIN:
            raise CertificateError(
                f"line {' '.join(q)} is along the x-axis, where its direction is ambiguous: turn the diagram"
            )
    return system, figure


def _stated(certificate: Certificate) -> tuple[Premise | Step, ...]:
    return (*certificate.premises, *certificate.steps)


def _claims(certificate: Certificate) -> Iterator[tuple[str, Claim]]:
    """Everything that is said, forms included, with the id of what says it."""
    yield from ((p.id, p.claim) for p in certificate.premises)
    for step in certificate.steps:
        yield from ((step.id, claim) for claim in (step.claim, *step.forms) if claim is not None)


def _equations(certificate: Certificate) -> Sequence[Equation]:
    found: list[Equation] = []
    for _, claim in _claims(certificate):
        found.extend((claim,) if isinstance(claim, Equation) else claim.equations())
    return found


def _worst_premise(certificate: Certificate, at: Places) -> str:
    """The id of the premise that the coordinates fail most."""
    mp = mpmath.MPContext()
    figure = Figure(mp, {p: mp.mpc(z) for p, z in at.items()})
    errors = {p.id: figure.error(p.claim, figure) or 0 for p in certificate.premises}
    return max(errors, key=lambda i: float(errors[i]), default="")


def _needed(certificate: Certificate, at: Places) -> list[tuple[Need, str]]:
    """What each step needs, each of them an instance of its rule."""
    claims: dict[str, Claim] = {p.id: p.claim for p in certificate.premises}
    needed: list[tuple[Need, str]] = []
    for step in certificate.steps:
        needed.extend((need, step.id) for need in check_step(step, claims, at))
        claims[step.id] = step.claim
    return needed


def _check_side_conditions(certificate: Certificate, needed: Sequence[tuple[Need, str]], at: Places) -> None:
    listed = {(c.kind, c.points, c.step) for c in certificate.side_conditions}
    for need, step in needed:
        words = " ".join((need.kind, *need.points))
        if not holds(need, at):
            raise CertificateError(f"its side condition {words!r} fails in the certificate's diagram", step)
        if (need.kind, need.points, step) not in listed:
            raise CertificateError(f"its side condition {words!r} isn't listed", step)
    wanted = {(n.kind, n.points, step) for n, step in needed}
    if len(listed) < len(certificate.side_conditions):
        raise CertificateError("a side condition is listed twice")
    for c in certificate.side_conditions:
        if (c.kind, c.points, c.step) not in wanted:
            raise CertificateError(f"it doesn't need the side condition {' '.join((c.kind, *c.points))!r}", c.step)


def _check_numbers(certificate: Certificate, figure: Figure, lifts: Figure, digits: int, where: str = "") -> None:
    """Every claim is true to that many digits."""
    tolerance = figure.context.mpf(10) ** -digits
    for name, claim in _claims(certificate):
        error = figure.error(claim, lifts)
        if error is None:
            raise CertificateError(f"{where}a quantity of its claim doesn't exist: its points are at one place", name)
        if not error < tolerance:
            raise CertificateError(f"{where}its claim is false by {mpmath.nstr(error, 3)}", name)
