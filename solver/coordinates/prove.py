"""Is a goal an identity in the coordinates of what is free? Wu's question, answered by evaluation.

A statement whose points are placed one after the other is a tower of algebraic functions over the coordinates of what is
free, and its goal an element of it. Whether that element is zero is tested at random points of random prime fields
(Schwartz 1980, Zippel 1979): an element that isn't zero vanishes at a random point with a probability of at most its
degree over the size of the field, some 2⁻⁸⁰, and every point that isn't a zero refutes it. Each irreducible component of
the tower has one point in the field on average over random choices, so that many choices see all components (Chebotarev).

Where the goal vanishes on all branches it holds in every figure whose free points are generic. Where it vanishes on some
(it may need the incenter, not an excenter), all branches are computed at the statement's own figures, to 50 digits: the
branches on which the goal vanishes identically are among those where it is zero there, and the figure's own must be one.

Wu, "On the decision problem and the mechanization of theorem proving in elementary geometry", Scientia Sinica 21 (1978);
Zhang, Yang and Deng, "The parallel numerical method of mechanical theorem proving", Theoretical Computer Science 74 (1990).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial
from hashlib import sha256
from itertools import islice
from typing import Any

import numpy as np
from numpy.random import Generator

from solver.coordinates.equations import Curve, Point, Unsupported
from solver.coordinates.fields import ComplexField, PrimeField, Undecided
from solver.coordinates.figure import Plan, branches, greedy_order, plan
from solver.coordinates.goals import Goal, goal_of
from solver.coordinates.rigid import holds_in_rigid_figure, rigid_part
from solver.deadline import check_deadline
from solver.language.order import ordered
from solver.language.problem import Problem
from solver.statements.predicates import Claim, Statement, named_in

#: Points of the fields at which the goal is tested, at least, and random choices for each degree of the tower.
POINTS, CHOICES = 48, 16
#: For each degree, choices without a point that has the goal until it is given up.
HOPELESS = 200
#: Choices in one prime field where there is one branch. Where there are several, each has a field of its own: a branch that
#: needs √7, say, is in half of the fields, and one without it would hide it in the others.
CHOICES_A_PRIME = 4
#: Orders of construction that are looked at, and those of them that are tried.
ORDERS, TRIED = 60, 3
#: How near a branch must come to the figure to be its own.
NEAR = 1e-4
#: By what the free points of a figure are moved, so that nothing is zero there by accident.
NUDGE = 1e-8
#: A claim about a rigid figure with at most this many branches is looked at on all of them, too: on every one it needs no figure.
FEW_BRANCHES = 4
#: Branches of a figure computed to many digits.
MOST_BRANCHES = 256


#: Gives another small number each time.
Nudge = Callable[[], complex]


class Scope(Enum):
    """EVERY: on all branches of the construction. FIGURE: on that of the figures."""

    EVERY = "in every figure"
    FIGURE = "in the figure's configuration"


@dataclass(frozen=True)
class Identity:
    """A goal that is an identity.

    order: in which the points that the goal needs are placed. tested: points of finite fields at which it was found to hold. branches: how
    many the construction has.
    """

    order: tuple[str, ...]
    scope: Scope
    tested: int
    branches: int


def find_identity(
    problem: Problem, goal: Goal, figures_: Sequence[Mapping[str, complex]], seed: int, deadline: float | None
) -> Identity | None:
    """A goal as an identity, from whichever order of construction shows it; None where none does.

    problem: as it reads in the figures (`solver.language.orientation`). figures_: places of its points, the free ones
    generic. deadline: on time.monotonic(). Raises DeadlineExceeded.
    """
    for order in likely_orders(problem, goal, figures_, np.random.default_rng([seed, 5])):
        found = identity(problem.premises, goal, order, figures_, seed, deadline)
        if found is not None:
            return found
    return None


def likely_orders(
    problem: Problem, goal: Goal, figures_: Sequence[Mapping[str, complex]], rng: Generator
) -> Iterator[tuple[str, ...]]:
    """Orders that lead to the figures, a few: those of the statement first, then random ones by their branches.

    What an order leaves free although the premises don't is a point that later ones restrict, which then leads to no
    figure. So the least freedom comes first.
    """
    stated = [greedy_order(problem), problem.points, tuple(s.point for s in ordered(problem))]
    shuffled = [greedy_order(problem, rng) for _ in range(ORDERS)]
    ranked: list[tuple[int, bool, int, int, tuple[str, ...]]] = []
    for number, order in enumerate(dict.fromkeys([*stated, *shuffled])):
        made = plan(problem.premises, order, goal.points)
        is_shuffled = number >= len(stated) or made.degree > MOST_BRANCHES
        ranked.append((made.freedom, is_shuffled, made.degree, number, order))
    leading = (order for *_, order in sorted(ranked) if _leads_to(problem, order, figures_))
    yield from islice(leading, TRIED)


def _leads_to(problem: Problem, order: Sequence[str], figures_: Sequence[Mapping[str, complex]]) -> bool:
    """Whether all points can be placed so: what is left out of the proof restricts none of those that are in it."""
    made = plan(problem.premises, order, problem.points)
    try:
        return all(_has_own_branch(made, at) for at in figures_)
    except (Unsupported, Undecided):
        return False


def identity(
    premises: Sequence[Statement],
    goal: Goal,
    order: Sequence[str],
    figures_: Sequence[Mapping[str, complex]],
    seed: int,
    deadline: float | None,
) -> Identity | None:
    """Whether a goal is an identity, the points being placed in this order. Raises DeadlineExceeded."""
    try:
        made = plan(premises, order, goal.points, goal.turns)
        if not figures_ or not all(_has_own_branch(made, at) for at in figures_):
            return None
        rng = np.random.default_rng([seed, 6])
        degree = _branch_count(made, rng)
        if not 0 < degree <= MOST_BRANCHES:
            return None
        counts = _tested(made, goal, degree, rng, deadline)
        if not counts[True]:
            return None
        is_everywhere = not counts[False] and not goal.has_signs
        if not is_everywhere and not all(_has_goal(made, goal, at, degree, rng, deadline) for at in figures_):
            return None
    except (Unsupported, Undecided):
        return None
    return Identity(
        tuple(s.point for s in made.steps), Scope.EVERY if is_everywhere else Scope.FIGURE, counts[True], degree
    )


def exact_identity(premises: Sequence[Statement], claim: Claim, at: Mapping[str, complex]) -> Identity | None:
    """A claim about points that the premises determine up to similarity, if it holds in their figure, computed exactly."""
    named = named_in(claim)
    rigid = rigid_part(premises, at, named)
    if rigid is None or not holds_in_rigid_figure(rigid, claim, at):
        return None
    return Identity(rigid.points, Scope.FIGURE, 0, 1)


@lru_cache(maxsize=16)
def identity_of(
    premises: tuple[Claim, ...], claim: Claim, order: tuple[str, ...], places: tuple[complex, ...]
) -> Identity | None:
    """As `identity`, for a checker: the random choices are made from what is claimed, so that a check can be repeated."""
    statements = [c for c in premises if isinstance(c, Statement)]
    if len(statements) < len(premises):
        return None
    at = dict(zip(order, places, strict=True))
    exact = exact_identity(statements, claim, at)
    if exact is not None and set(exact.order) != set(order):
        exact = None
    if exact is not None and plan(statements, order, sorted(named_in(claim))).degree > FEW_BRANCHES:
        return exact
    said = "; ".join(map(str, (*premises, claim, *order)))
    seed = int.from_bytes(sha256(said.encode()).digest()[:8])
    found = identity(statements, goal_of(claim), order, [at], seed, None)
    return found if exact is None or (found is not None and found.scope is Scope.EVERY) else exact


def _tested(made: Plan, goal: Goal, degree: int, rng: Generator, deadline: float | None) -> dict[bool, int]:
    """At how many points of finite fields the goal holds and fails. degree: of the construction."""
    counts = {True: 0, False: 0}
    choices = 0
    while sum(counts.values()) < POINTS or choices < CHOICES * degree:
        field = PrimeField(rng, made.order)
        for _ in range(CHOICES_A_PRIME if degree == 1 else 1):
            check_deadline(deadline, "the goal was being tested in coordinates")
            choices += 1
            for at in branches(field, made, _random(field)):
                try:
                    counts[goal.holds(field, at)] += 1
                except ZeroDivisionError:
                    continue
        if not counts[True] and (counts[False] >= POINTS or choices > HOPELESS * degree):
            break
    return counts


def _random(field: PrimeField) -> Any:
    def choose(_: str, curve: Curve | None) -> Point:
        w = field.random()
        return (field.random(), w) if curve is None else (_on(curve, w), w)

    return choose


def _on(curve: Curve, w: Any) -> Any:
    """The z of a point of a curve."""
    a, b, c, d = curve
    return -(c * w + d) / (a * w + b)


def _chosen(field: ComplexField, at: Mapping[str, complex], nudge: Nudge) -> Any:
    """What is free, as in a figure but for a nudge."""
    mp = field.context

    def choose(p: str, curve: Curve | None) -> Point:
        w = mp.conj(mp.mpc(at[p])) + mp.mpc(nudge())
        return (mp.mpc(at[p]) + mp.mpc(nudge()), w) if curve is None else (_on(curve, w), w)

    return choose


def _nudging(rng: Generator) -> Nudge:
    """Small complex numbers that satisfy no equation: what is zero in a nudged figure is zero in all near it."""
    return lambda: NUDGE * complex(*rng.uniform(-1, 1, 2))


def _is_at(at: Mapping[str, complex], p: str, place: Point) -> bool:
    z, w = complex(place[0]), complex(place[1])
    return abs(z - at[p]) < NEAR and abs(w - at[p].conjugate()) < NEAR


def own_branch(made: Plan, at: Mapping[str, complex], field: ComplexField) -> dict[str, Point] | None:
    """A figure's points to as many digits as the field has, what is free being as in the figure; None if it isn't found."""
    return next(branches(field, made, _chosen(field, at, lambda: 0j), partial(_is_at, at)), None)


def _has_own_branch(made: Plan, at: Mapping[str, complex]) -> bool:
    return own_branch(made, at, ComplexField()) is not None


def _branch_count(made: Plan, rng: Generator) -> int:
    """The number of branches where what is free is anywhere, real or not; more than MOST_BRANCHES aren't counted."""
    field = ComplexField()

    def choose(_: str, curve: Curve | None) -> Point:
        z, w = (field.context.mpc(*rng.standard_normal(2)) for _ in "zw")
        return (z, w) if curve is None else (_on(curve, w), w)

    return sum(1 for _ in islice(branches(field, made, choose), MOST_BRANCHES + 1))


def _has_goal(
    made: Plan, goal: Goal, at: Mapping[str, complex], degree: int, rng: Generator, deadline: float | None
) -> bool:
    """Whether the goal holds near the figure on its own branch, and clearly does or doesn't on each of the others.

    Raises Undecided, DeadlineExceeded.
    """
    field = ComplexField()
    own = False
    for branch in branches(field, made, _chosen(field, at, _nudging(rng))):
        check_deadline(deadline, "the branches of a figure were being computed")
        is_own = all(_is_at(at, p, place) for p, place in branch.items())
        try:
            holds = goal.holds_with_own_signs(field, branch) if is_own else goal.holds(field, branch)
        except ZeroDivisionError:
            continue
        own |= is_own and holds
    return own
