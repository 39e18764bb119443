"""The verdict on a certificate.

Every step must be an instance of its rule, every claim true to many digits in the certificate's diagram and in
figures that the checker draws itself, and what is proved must be what the statement asks. Nothing here knows how the proof was found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import islice

import numpy as np

from solver.checker.auxiliary import check_crossings, with_auxiliary
from solver.checker.conditions import Places, direction, exists, holds
from solver.checker.figures import Figure, FineFigure
from solver.checker.inequality.guaranteed import check_attained, check_guaranteed, stated_of_quantities
from solver.checker.moving import laid_onto
from solver.checker.own import Configuration, are_true, as_read, check_mirror, check_piece, far_figures, own_figures
from solver.checker.rules import check_step
from solver.checker.schema import NO_THEOREMS, Certificate, SideCondition, Theorems, read_certificate, refuse_unless
from solver.checker.solving import PremiseSystem
from solver.checker.turning import says_more, turning_needs
from solver.checker.uses import words
from solver.deadline import check_deadline
from solver.errors import CertificateError, ParseError
from solver.language.configuration import disagreement
from solver.language.orientation import oriented
from solver.language.plain_write import sentence
from solver.language.problem import Problem
from solver.language.questions import is_answer, names_in, says
from solver.language.read import parse_statement
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import ACOMPUTE, ACONST, Claim, Statement, equations_of
from solver.statements.theorem import Need

#: Directions this close to 0 have no clear representative in [0, 1).
LIFT_MARGIN = 1e-9
#: What takes the time.
CHECKING = "the checker went through a proof that was found"
#: More figures of the checker's own where the goal says something of order or sizes.
WALKS = 24
#: How far the certificate's coordinates may be from a solution of its premises, its extent being about 1.
SLACK = 1e-6
#: How far a diagram may be from the figure of given coordinates, moved along: at all, and as a part of the way.
PLACED, STRAIGHT = 1e-6, 0.1


@dataclass(frozen=True)
class CheckReport:
    """What an accepted certificate proves, and what was checked of it.

    given, proved: the statement as it was understood, in the plain language. conditions: the side conditions in words; the
    theorem speaks of the figures that satisfy them. diagrams: figures of the checker's own. theorems: the ids of those
    that it rests on, beyond the checker's own rules.
    """

    name: str
    goal: Claim
    given: tuple[str, ...]
    proved: str
    conditions: tuple[str, ...]
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
    theorems: Theorems = NO_THEOREMS,
    deadline: float | None = None,
) -> CheckReport:
    """Check a certificate (JSON text or the object that it encodes). Raises CertificateError with the step that fails.

    theorems: those that its reader accepts, by id (`solver.checking` hands over the library's). deadline: on
    time.monotonic(); where it passes before the verdict, DeadlineExceeded is raised, at the next step or figure.
    """
    certificate = read_certificate(source)
    _check_theorems(certificate, theorems)
    at = _scaled(certificate)
    stated = _stated_in(certificate)
    if missing := sorted(set(stated.points) - at.keys()):
        raise CertificateError(f"the point {missing[0]} of the statement has no coordinates")
    stated = _asked(certificate.goal, stated, at)
    goal = certificate.goal
    assert isinstance(goal, Statement)
    problem = replace(oriented(stated, at), goal=goal)
    bounds = frozenset(s.id for s in certificate.steps if s.rule == "bound")
    _check_premises(certificate, problem, bounds)
    _check_goal(certificate, stated)
    system, reference = _reference(certificate, problem.premises, at, digits)
    floats = reference.at
    _check_configuration(problem, system, floats)
    needed = list(dict.fromkeys([*_turning(certificate, stated, floats), *_needed(certificate, floats, deadline)]))
    _check_side_conditions(certificate, needed, floats)
    if bounds:
        check_guaranteed(problem, needed, bounds)
    is_seen = bool(problem.goal_conditions or bounds) or says_more(stated, goal)
    _check_numbers(certificate, reference.lifted_error, digits)
    check_attained(stated.goal, goal, problem.premises, certificate.attained, reference)
    rng = np.random.default_rng(seed)
    branches = [certificate.claims[step] for need, step in needed if need.kind == "branch"]
    configuration = Configuration(stated, problem, [need for need, _ in needed], branches, deadline)
    own = _without_auxiliary(problem)
    check_piece(own, configuration, floats, rng)
    check_mirror(configuration, goal, floats)
    figures = own_figures(configuration, system, floats, rng)
    checked = 0
    for z in figures:
        check_deadline(deadline, CHECKING)
        figure = system.polish(z, digits)
        if figure is None or not all(figure.speaks_of(claim) for _, claim in certificate.said):
            continue
        checked += 1
        _check_numbers(certificate, figure.error, digits, f"in the checker's figure {checked} ")
        _check_goal_conditions(problem, figure.at)
        if checked == diagrams:
            break
    else:
        found = f"only {checked} figures of the statement were found that satisfy its side conditions"
        raise CertificateError(f"{found}; {diagrams} are needed")
    if is_seen:
        walked = map(system.places, islice(figures, WALKS))
        wide = replace(configuration, needs=()) if bounds else configuration  # an inequality has no side conditions
        for places in (*walked, *far_figures(own, wide, floats, rng)):
            _check_goal_conditions(problem, places)
            if not are_true([as_read(stated, goal, places)], places):
                raise CertificateError("the goal fails in a figure of the checker's own", "goal")
    return CheckReport(
        "".join(c if c.isprintable() else " " for c in certificate.name),
        goal,
        (*map(sentence, own.premises), *map(str, problem.conditions)),
        "; ".join((sentence(problem.goal), *map(str, problem.goal_conditions))),
        tuple(dict.fromkeys(_in_words(need, step, certificate.claims) for need, step in needed)),
        len(certificate.steps),
        len(certificate.side_conditions),
        diagrams,
        digits,
        tuple(t.id for t in certificate.theorems),
    )


def _in_words(need: Need, step: str, claims: Mapping[str, Claim]) -> str:
    if need.kind != "branch":
        return str(need)
    said = words(claim) if isinstance(claim := claims[step], Equation) else sentence(claim)
    return f"of the cases that step {step} leaves, that in which {said}"


def required_conditions(
    source: Mapping[str, object] | str | Certificate, of_steps: Sequence[SideCondition] | None = None
) -> tuple[SideCondition, ...]:
    """The side conditions that a certificate needs, those that it lists being ignored. Raises CertificateError.

    of_steps: what its steps need, where that has been found out before; then they needn't be there.
    """
    certificate = source if isinstance(source, Certificate) else read_certificate(source)
    at = _scaled(certificate)
    reading = _listed(_turning(certificate, _stated_in(certificate), at))
    steps = _listed(_needed(certificate, at)) if of_steps is None else of_steps
    return tuple(dict.fromkeys((*reading, *steps)))


def _listed(needed: Sequence[tuple[Need, str]]) -> tuple[SideCondition, ...]:
    return tuple(SideCondition(n.kind, n.points, step) for n, step in dict.fromkeys(needed))


def _check_theorems(certificate: Certificate, accepted: Theorems) -> None:
    """Each theorem is used and is the accepted one of that id."""
    cited = {s.theorem.id for s in certificate.steps if s.theorem is not None}
    for theorem in certificate.theorems:
        refuse_unless(theorem.id in cited, f"it states the theorem {theorem.id} for nothing")
        is_accepted = theorem.id in accepted
        refuse_unless(is_accepted, f"it rests on the theorem {theorem.id}, which isn't among those accepted")
        is_same = theorem == accepted[theorem.id]
        refuse_unless(is_same, f"the theorem {theorem.id} isn't what is accepted under this id")


def _stated_in(certificate: Certificate) -> Problem:
    """The statement with its auxiliary points. Raises CertificateError."""
    return _read(certificate.statement, certificate.name, certificate.reading, certificate.auxiliary)


@lru_cache(maxsize=16)
def _read(statement: str, name: str, reading: int, auxiliary: tuple[str, ...]) -> Problem:
    """Kept: the same statement is asked for what its proof needs, then checked. Raises CertificateError."""
    try:
        stated = parse_statement(statement, name).read_as(reading)
    except ParseError as error:
        raise CertificateError(f"the statement can't be read: {error}") from error
    return with_auxiliary(stated, auxiliary)


def _without_auxiliary(problem: Problem) -> Problem:
    """The statement's own points and premises."""
    new = {p for c in problem.auxiliary for p in c.points}
    points = tuple(p for p in problem.points if p not in new)
    return problem.extended((), points, tuple(s for s in problem.premises if not new & set(s.points)))


def _check_premises(certificate: Certificate, problem: Problem, bounds: Set[str]) -> None:
    """The premises are what the statement assumes, and the coordinates those of its points and the auxiliary ones."""
    given = {*problem.premises, *(stated_of_quantities(problem) if bounds else ())}
    for name, premise in certificate.premises.items():
        refuse_unless(premise in given, f"the statement doesn't assume {premise}", name)
    if unknown := sorted(certificate.coordinates.keys() - set(problem.points)):
        raise CertificateError(f"the point {unknown[0]} is not in the statement, nor constructed")


def _check_goal(certificate: Certificate, asked: Problem) -> None:
    """The goal is claimed by its step; an angle that answers a question is one from 0° to 180°."""
    goal = certificate.goal
    if isinstance(goal, Statement) and goal.predicate is ACONST and asked.goal.predicate is ACOMPUTE:
        is_size = 0 <= goal.constants[0] < 180
        refuse_unless(is_size, "the angle that answers the question is from 0° to 180°", "goal")
    if not says(certificate.claims[certificate.goal_by], goal):
        raise CertificateError(f"{certificate.goal_by} doesn't claim the goal", "goal")


def _asked(goal: Claim, stated: Problem, at: Places) -> Problem:
    """The statement with that of its goals which a claim is, or answers, and what is given for this one only."""
    parts = [(part, oriented(part, at)) for part in stated.parts()]
    found = next((part for part, read in parts if is_answer(goal, read.goal, names_in(part))), None)
    if found is None:
        asked = " or ".join(str(read.goal) for _, read in parts)
        raise CertificateError(f"the statement asks for {asked}, not for this", "goal")
    return found


def _check_goal_conditions(problem: Problem, at: Places) -> None:
    for condition in problem.goal_conditions:
        if not condition.holds(at):
            raise CertificateError(f"the goal says that {condition}, which isn't so in every figure", "goal")


def _check_configuration(problem: Problem, system: PremiseSystem, at: Places) -> None:
    """The diagram is one of the statement: all that it assumes holds there, and points are where it puts them."""
    if (what := disagreement(problem, at)) != "":
        raise CertificateError(f"its diagram disagrees with {what}")
    _check_goal_conditions(problem, at)
    _check_given_places(problem, system, at)
    check_crossings(problem, at)


def _check_given_places(problem: Problem, system: PremiseSystem, at: Places) -> None:
    """Places that the statement gives are rounded: from them to the diagram, points move along the premises only.

    Where the premises hold in several configurations, the nearest one is meant. Its figure is solved from the places given;
    the diagram differs from that by a motion that keeps the premises, not by a jump to another solution.
    """
    given = problem.given_places
    if len(given) < 2:
        return
    z = np.array([at[p] for p in system.points])
    mine = np.array([at[p] for p in given])
    start = z.copy()
    start[[system.points.index(p) for p in given]] = laid_onto(np.array(list(given.values())), mine)
    solved = system.solve(start)
    if solved is None:
        raise CertificateError("no figure of the statement is near the coordinates that it gives")
    moved = system.solve(solved + system.along(solved, z - solved))
    off, way = (float(np.max(np.abs(z - w))) if w is not None else 1.0 for w in (moved, solved))
    if off > max(PLACED, STRAIGHT * way):
        raise CertificateError("its diagram isn't the configuration of the coordinates in the statement")


def _scaled(certificate: Certificate) -> dict[str, complex]:
    """The certificate's diagram, moved to the origin and scaled to extent 1."""
    exact = {p: (Fraction(x), Fraction(y)) for p, (x, y) in certificate.coordinates.items()}
    x0, y0 = (sum(along) / len(exact) for along in zip(*exact.values(), strict=True))
    moved = {p: (x - x0, y - y0) for p, (x, y) in exact.items()}
    largest = max(abs(x) for xy in moved.values() for x in xy)
    refuse_unless(largest > 0, "all of its points are at one place")
    at = {p: complex(float(x / largest), float(y / largest)) for p, (x, y) in moved.items()}
    return {p: z / max(map(abs, at.values())) for p, z in at.items()}


def _reference(
    certificate: Certificate, premises: Sequence[Statement], at: Places, digits: int
) -> tuple[PremiseSystem, FineFigure]:
    """The certificate's diagram, with what the statement assumes solved to many digits."""
    picture = Figure(at)
    for s in premises:
        if not (picture.error(s) or 0.0) < SLACK:
            stated = next((name for name, p in certificate.premises.items() if p == s), "")
            raise CertificateError(f"its diagram disagrees with {s}, which the statement assumes", stated)
    system = PremiseSystem(premises, at)
    z = system.solved(at)
    if z is None or max(abs(at[p] - w) for p, w in system.places(z).items()) > SLACK:
        raise CertificateError("its coordinates don't satisfy what the statement assumes")
    figure = system.polish(z, digits)
    if figure is None:
        degenerate = "what the statement assumes is degenerate there"
        raise CertificateError(f"its coordinates can't be improved to {digits} digits: {degenerate}")
    said = (e for _, claim in certificate.said for e in equations_of(claim))
    for q in {q for e in said if e.theory is Theory.DIRECTION for q, _ in e.terms}:
        is_clear = not exists(figure.at, q) or LIFT_MARGIN < direction(figure.at, *q) < 1 - LIFT_MARGIN
        where = "is along the x-axis, where its direction is ambiguous"
        refuse_unless(is_clear, f"line {' '.join(q)} {where}: turn the diagram")
    return system, figure


def _turning(certificate: Certificate, stated: Problem, at: Places) -> list[tuple[Need, str]]:
    """What the reading of the statement needs: that angles turn as in the figure."""
    asked = _asked(certificate.goal, stated, at)
    return list(turning_needs(asked, certificate.premises, (asked.goal, certificate.goal_by), at))


def _needed(certificate: Certificate, at: Places, deadline: float | None = None) -> list[tuple[Need, str]]:
    """What each step needs, each of them an instance of its rule."""
    found: list[tuple[Need, str]] = []
    for step in certificate.steps:
        check_deadline(deadline, CHECKING)
        found += ((need, step.id) for need in check_step(step, certificate.claims, at))
    return found


def _check_side_conditions(certificate: Certificate, needed: Sequence[tuple[Need, str]], at: Places) -> None:
    wanted, listed = dict.fromkeys(_listed(needed)), frozenset(certificate.side_conditions)
    for (need, step), condition in zip(needed, _listed(needed), strict=True):
        words = " ".join((need.kind, *need.points))
        if not holds(need, at):
            raise CertificateError(f"its side condition {words!r} fails in the certificate's diagram", step)
        refuse_unless(condition in listed, f"its side condition {words!r} isn't listed", step)
    refuse_unless(len(listed) == len(certificate.side_conditions), "a side condition is listed twice")
    for c in certificate.side_conditions:
        refuse_unless(c in wanted, f"it doesn't need the side condition {' '.join((c.kind, *c.points))!r}", c.step)


def _check_numbers(
    certificate: Certificate, error_of: Callable[[Claim], Fraction | float | None], digits: int, where: str = ""
) -> None:
    """Every claim is true to that many digits."""
    tolerance = 10.0**-digits or Fraction(1, 10**digits)
    for name, claim in certificate.said:
        error = error_of(claim)
        if error is None:
            raise CertificateError(f"{where}a quantity of its claim doesn't exist: its points are at one place", name)
        if not error < tolerance:
            raise CertificateError(f"{where}its claim is false by {float(error):.3g}", name)
