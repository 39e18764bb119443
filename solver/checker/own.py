"""The figures in which the checker tests a certificate: drawn by itself from the statement, not the certificate's.

Beginnings are figures drawn point by point (`solver.checker.drawing`), pulled toward the certificate's until all
conditions hold, and figures that wandered far from it (`solver.checker.moving`). The certificate's figure is a hint about
which region to look in. It must be on a piece that the statement means (`solver.checker.pieces`): then the figures around
it are generic ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from solver.checker.conditions import Places, holds
from solver.checker.drawing import drawn
from solver.checker.figures import Figure
from solver.checker.moving import distance, extent, is_alone, pulled, wandered
from solver.checker.pieces import DETERMINED_BY, TOGETHER, piece_of
from solver.checker.schema import refuse_unless
from solver.checker.solving import PremiseSystem, Vertices
from solver.deadline import check_deadline
from solver.language.configuration import disagreement
from solver.language.orientation import as_in_figure, oriented
from solver.language.plain_write import sentence
from solver.language.problem import Problem
from solver.statements.predicates import EXPLORE, Claim, Statement
from solver.statements.theorem import Need

#: How far from where the certificate's figure has them free points are chosen, over the extent: drawing by drawing.
NOISES = (0.6, 0.6, 0.35, 0.35, 0.2, 0.2, 0.1, 0.1)
#: How many figures wander off for each that is wanted.
WALKS = 5
#: How different in shape figures are at least, unless the statement has only one shape.
NEAR = 1e-3
#: How near two points may come that are apart in the certificate's figure; how true premises are in floating point.
GAP, TRUE = 1e-5, 1e-7
#: How far apart two points are, over the extent, that are plainly not at one place.
APART = 1e-4
#: Drawings where the certificate's figure may be a special one, the first half without hints, as near ones may all be special, too;
#: how many that succeed are enough.
UNHINTED, ENOUGH = 60, 8
#: What takes the time.
LOOKING = "the checker looked for figures of its own, to test a proof that was found"
#: How far from the hints free points are chosen there: near ones may be ordinary, too, and are solved more easily.
NEARER = (0.6, 0.3, 0.1, 0.03, 0.01, 0.003)


@dataclass(frozen=True)
class Configuration:
    """The figures that a certificate speaks of.

    stated: the statement with its auxiliary points and the goal that is proved. problem: the same, as its angles turn in the certificate's figure.
    needs, branches: its side conditions, and the claims of the steps for which the figure chose the case.
    deadline: on time.monotonic(), for finding them; then DeadlineExceeded is raised.
    """

    stated: Problem
    problem: Problem
    needs: Sequence[Need]
    branches: Sequence[Claim]
    deadline: float | None = None

    def has(self, at: Places) -> bool:
        """Whether a figure of the premises satisfies all conditions."""
        check_deadline(self.deadline, LOOKING)
        is_meant = all(c.holds(at) for c in self.problem.conditions) and all(holds(n, at) for n in self.needs)
        return is_meant and are_true(self.branches, at)

    def without_coordinates(self) -> Problem:
        """The statement, if places that it gives only say which of its configurations is meant."""
        given = self.stated.given_places.keys()
        clauses = tuple(c for c in self.stated.clauses if not given >= {*c.points, *c.arguments})
        return replace(self.stated, clauses=clauses, coordinates={})


def are_true(claims: Sequence[Claim], at: Places) -> bool:
    """Whether claims hold in a figure, in floating point."""
    return all(error is not None and error < TRUE for error in map(Figure(at).error, claims))


def is_figure(problem: Problem, at: Places) -> bool:
    """Whether a figure is one of the statement, angles being meant as they turn in it."""
    return disagreement(problem, at) == "" and are_true(oriented(problem, at).premises, at)


def own_figures(
    configuration: Configuration, system: PremiseSystem, hints: Places, rng: Generator
) -> Iterator[Vertices]:
    """Figures of the configuration, different from each other and from the certificate's; as many as are found."""
    free = configuration.without_coordinates()
    reference = np.array([hints[p] for p in system.points])
    apart = np.abs(reference[:, None] - reference[None, :]) > GAP
    is_rigid = is_alone(system, reference, rng)
    found: list[Vertices] = []

    def is_meant(z: Vertices) -> bool:
        gaps = np.abs(z[:, None] - z[None, :])
        return bool(np.all(gaps[apart] > GAP * extent(z))) and configuration.has(system.places(z))

    def is_new(z: Vertices) -> bool:
        if not is_meant(z) or not is_figure(free, system.places(z)):
            return False
        return is_rigid or all(distance(z, w) > NEAR for w in (reference, *found))

    for noise in NOISES:
        z = system.solved(drawn(configuration.problem, rng, hints, noise))
        z = None if z is None else pulled(system, z, reference, is_meant)
        if z is not None and is_new(z):
            found.append(z)
            yield z
    for number in range(WALKS * 20):
        start = found[number % len(found)] if found and number % 2 else reference
        z = wandered(system, start, rng, is_meant)
        if is_new(z):
            found.append(z)
            yield z


def check_piece(statement: Problem, configuration: Configuration, at: Places, rng: Generator) -> None:
    """The certificate's figure isn't a special one of the statement (auxiliary points aside). Raises CertificateError."""
    mine = piece_of(statement, at)
    if mine.is_plain:
        return
    free = configuration.without_coordinates()
    free = replace(free, auxiliary=(), points=statement.points, premises=statement.premises)
    # Where a premise says nothing, it may do so if another one names a point twice instead.
    doubling = [s for s in statement.premises if s.predicate in DETERMINED_BY] if mine.silent else []
    seen = 0
    for other in _drawn_anew(statement, free, at, rng, configuration.deadline, doubling):
        why = mine.special_beside(piece_of(statement, other))
        refuse_unless(why == "", f"its figure is a special one of the statement: {why}")
        seen += 1
        if seen == ENOUGH and not doubling:
            return
    refuse_unless(seen > 0, "its figure looks like a special one, and no other figure of the statement was found")


def far_figures(statement: Problem, configuration: Configuration, at: Places, rng: Generator) -> Iterator[Places]:
    """Figures of the configuration wherever they lie, as a few dozen drawings give them, special ones aside: what the goal says of
    order or sizes may hold near the certificate's only."""
    free, mine = configuration.without_coordinates(), piece_of(statement, at)
    for places in _drawn_anew(configuration.problem, free, at, rng, configuration.deadline):
        if configuration.has(places) and not piece_of(statement, places).special_beside(mine):
            yield places


def as_read(stated: Problem, goal: Statement, at: Places) -> Statement:
    """A goal of a statement, or the answer to its question, as it reads in a figure, where angles may turn otherwise."""
    if stated.goal.predicate is EXPLORE:
        return goal
    if goal.expression is not None:
        return as_in_figure(goal, (), at)
    said = oriented(stated, at).goal
    return replace(said, predicate=goal.predicate, constants=goal.constants) if said.predicate.is_question else said


def check_mirror(configuration: Configuration, goal: Statement, at: Places) -> None:
    """Where the mirror image of the certificate's figure is one of the statement's, the goal holds there. Raises
    CertificateError. (What can be said is said of the figure as it is turned.)

    In words, no case is the figure's only because it is turned so; in a construction, a choice may be meant.
    """
    mirrored = {p: z.conjugate() for p, z in at.items()}
    if configuration.stated.is_plain and not configuration.stated.coordinates:
        configuration = replace(configuration, branches=())
    if configuration.stated.goal.predicate is EXPLORE or not is_figure(configuration.without_coordinates(), mirrored):
        return
    said = as_read(configuration.stated, goal, mirrored)
    is_so = not configuration.has(mirrored) or are_true([said], mirrored)
    why = "fails in the mirror image of its figure, which is one of the statement"
    refuse_unless(is_so, f"“{sentence(said)}” {why}", "goal")


def _drawn_anew(
    problem: Problem, free: Problem, at: Places, rng: Generator, end: float | None, doubling: Sequence[Statement] = ()
) -> Iterator[Places]:
    """Figures of a problem from drawings, the first half without hints, that are those of another one, too.

    Each is solved by equations of its own: which of its points coincide says which of their directions exist.
    end: the deadline. doubling: premises of which two points are put at one place, every other time.
    """
    for number in range(UNHINTED):
        check_deadline(end, LOOKING)
        start = drawn(problem, rng, at, None if number < UNHINTED // 2 else NEARER[number % len(NEARER)])
        if start is None:
            continue
        if doubling and number % 2:
            p, q = rng.permutation(doubling[int(rng.integers(len(doubling)))].points)[:2]
            start[p] = start[q]
        system = PremiseSystem(problem.premises, start)
        z = system.solved(start)
        if z is None:
            continue
        z = (z - z.mean()) / extent(z)
        gaps = np.abs(z[:, None] - z)
        is_clear = not np.any((gaps > TOGETHER) & (gaps < APART))  # near a double root it isn't
        if is_clear and is_figure(free, places := system.places(z)):
            yield places
