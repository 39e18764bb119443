"""Building a diagram: numbers for the points of a statement.

Constructive statements are sketched (`solver.diagram.sketch`) again and again until the figure is well spread, all
premises hold and, where some choice of intersections makes it hold, the goal as well. Statements with coordinates start
from these. In the end the coordinates are polished to double precision and turned so that no direction is near 0, where
its lift would be ambiguous.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from solver.deadline import check_deadline
from solver.diagram.diagram import Diagram
from solver.diagram.display import is_needle
from solver.diagram.refine import refine
from solver.diagram.residuals import Array, compile_system
from solver.diagram.sketch import Branches, Unplaced, sketch
from solver.diagram.solve import HOPELESS, figures
from solver.diagram.truth import error_of
from solver.diagram.turned import finished
from solver.errors import ConstructionError, DeadlineExceeded, FalseStatement, NoFigure
from solver.language.orientation import oriented
from solver.language.plain_write import sentence
from solver.language.problem import Problem
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, Statement

#: How many figures whose first triangle is a needle are passed over.
MOST_NEEDLES = 5
#: Least distance of two points over the figure's diameter, by the number of the figure: choosy first, then less so.
#: Many points have less room: with more than CROWD it shrinks.
SPREADS = ((40, 0.04), (120, 0.015), (300, 0.004), (600, 2e-4))
CROWD = 20
#: Combinations of intersections tried in one figure: in how many it may fail to be built, and the goal to hold.
FAILED_BRANCHES, FALSE_BRANCHES = 64, 600
#: A goal that fails in this many figures, and in this many combinations in all, and holds in none, is false. It may hold for
#: some orders of points on a circle only, so that where combinations are few, figures have to be many.
ENOUGH = ((4, 600), (40, 60))
#: A goal that fails in this many of the solver's figures, and holds in none, is false.
ENOUGH_WRONG = 40
#: After this many of them, a figure with a true goal is aimed at.
AIM_AFTER = 16
#: A statement that isn't shown to contradict itself is given this much more patience, and other beginnings.
LONG_PATIENCE, STRIDE = 1200, 1_000_003
#: Premises that can't be met from this many sketches contradict each other.
ENOUGH_CONTRADICTIONS = 80
#: Premises must hold this well after polishing; goals, as a test of truth; either, in a sketch. What is off by more
#: than FALSE is false: near a double root of the premises a true goal is exact to 1e-6 only.
PREMISES, GOAL, SKETCH, FALSE = 1e-10, 1e-7, 1e-5, 1e-5


def build_diagram(problem: Problem, seed: int = 0, deadline: float | None = None) -> Diagram:
    """A diagram of the problem; the same seed gives the same one.

    deadline: on time.monotonic(). Raises ConstructionError (it can't be built), FalseStatement (the goal fails),
    DeadlineExceeded.
    """
    if problem.coordinates:
        return _from_coordinates(problem, seed, deadline)
    if not problem.clauses:
        return _from_premises(problem, seed, deadline)
    attempts = _Attempts(problem, seed, deadline)
    room = min(1.0, (CROWD / len(problem.points)) ** 1.5)
    for number in range(SPREADS[-1][0]):
        least = next(spread for limit, spread in SPREADS if number < limit) * room
        diagram = attempts.try_figure(number, least)
        if diagram is not None:
            return diagram
        if any(
            attempts.figures >= number_of_figures and attempts.counterexamples >= wrong
            for number_of_figures, wrong in ENOUGH
        ):
            break
        if attempts.contradictions >= ENOUGH_CONTRADICTIONS:
            break
    if attempts.wrong is not None:
        raise _false(problem, attempts.wrong)
    raise _unbuildable(problem, attempts.failures)


class _Attempts:
    """The figures tried for one problem and what came of them.

    failures: how often a clause (number, -1 for none) failed, by the reason. wrong: a diagram in which the goal fails;
    counterexamples: in how many combinations of intersections it did, and figures: in how many figures.
    contradictions: how many sketches could not be polished.
    """

    def __init__(self, problem: Problem, seed: int, deadline: float | None) -> None:
        self.failures: Counter[tuple[int, str]] = Counter()
        self.wrong: Diagram | None = None
        self.counterexamples = 0
        self.figures = 0
        self.contradictions = 0
        self._problem = problem
        self._seed = seed
        self._deadline = deadline

    def try_figure(self, number: int, least: float) -> Diagram | None:
        """One choice of all that is free, and every combination of intersections; None where the goal holds in none."""
        branches = Branches(np.random.default_rng([self._seed, number, 1]))
        failed = wrong = 0
        while failed < FAILED_BRANCHES and wrong < FALSE_BRANCHES:
            check_deadline(self._deadline, "the diagram was being built")
            try:
                diagram = self._diagram(np.random.default_rng([self._seed, number]), branches, least)
            except Unplaced as unplaced:
                self.failures[unplaced.clause, unplaced.reason] += 1
                failed += 1
            else:
                if diagram is not None:
                    return diagram
                wrong += 1
            if not branches.advance():
                break
        self.counterexamples += wrong
        self.figures += wrong > 0
        return None

    def _diagram(self, rng: Generator, branches: Branches, least: float) -> Diagram | None:
        """None where the goal fails in it. Raises Unplaced."""
        problem = self._problem
        places = sketch(problem, rng, branches, least)
        xy = np.array([(z.real, z.imag) for z in places])
        _check_spread(problem, xy, least)
        system = compile_system(problem.premises, problem.points, xy)
        # One polished counterexample will do: from then on a sketch is enough, if it meets the premises.
        if self.wrong is not None and system.largest(xy) < SKETCH < _error(problem.goal, problem, xy):
            return None
        solved = refine(system, xy, deadline=self._deadline)
        if not solved.residual <= PREMISES:
            self.contradictions += 1
            raise _unmet(problem, xy)
        _check_spread(problem, solved.xy, least)
        diagram = finished(problem.points, solved.xy, rng, self._seed)
        error = error_of(problem.goal, diagram)
        if error < GOAL:
            return diagram
        if error < FALSE:
            raise Unplaced(-1, "whether the goal holds can't be told")
        self.wrong = self.wrong or diagram
        return None


def _check_spread(problem: Problem, xy: Array, least: float) -> None:
    """Raises Unplaced where two points nearly coincide. Those that do exactly may be a theorem (see `sketch`)."""
    gaps = np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))
    largest = float(gaps.max(initial=0.0))
    if largest < 1e-6 and len(xy) > 1:
        raise Unplaced(-1, "all points fall together")
    close = np.tril((gaps < least * largest) & (gaps > 1e-9 * largest), -1)
    if close.any():
        later, earlier = (int(k) for k in np.argwhere(close)[0])
        point, other = problem.points[later], problem.points[earlier]
        clause = next(k for k, c in enumerate(problem.clauses) if point in c.points)
        raise Unplaced(clause, f"{point} comes too close to {other}")


def _unmet(problem: Problem, xy: Array) -> Unplaced:
    """Which clause a sketch contradicts."""
    for number, clause in enumerate(problem.clauses):
        for call in clause.calls:
            for premise in call.construction.statements(clause.points, call.arguments, call.constants):
                if _error(premise, problem, xy) > SKETCH:
                    return Unplaced(number, f"“{premise}” and the rest can't hold together")
    return Unplaced(-1, "the premises can't be met together")


def _error(statement: Statement, problem: Problem, xy: Array) -> float:
    """The statement's largest residual."""
    return compile_system([statement], problem.points, xy).largest(xy)


def _from_premises(problem: Problem, seed: int, deadline: float | None) -> Diagram:
    """The first of the solver's figures in which the goal holds, and that is no needle if another isn't."""
    needles: list[Diagram] = []
    try:
        for diagram in _true_figures(problem, seed, deadline):
            if not is_needle(problem, diagram):
                return diagram
            needles.append(diagram)
            if len(needles) == MOST_NEEDLES:
                break
    except (ConstructionError, FalseStatement, DeadlineExceeded):
        if not needles:
            raise
    return needles[0]


def _true_figures(problem: Problem, seed: int, deadline: float | None) -> Iterator[Diagram]:
    """The solver's figures in which the goal holds, one after the other. Raises errors where there isn't one, or no further."""
    wrong: list[Diagram] = []
    has_figure = False
    for diagram in _found(problem, seed, deadline):
        has_figure = True
        goal = oriented(problem, diagram.places()).goal
        error = error_of(goal, diagram)
        if error < GOAL:
            yield diagram
            continue
        if error < FALSE:
            continue  # whether it holds can't be told
        wrong.append(diagram)
        if len(wrong) == AIM_AFTER:
            from solver.diagram.aim import aimed

            favorable = next((d for d in aimed(problem, seed, deadline) if _holds(problem, d)), None)
            if favorable is not None:
                yield favorable
                return
        if len(wrong) >= ENOUGH_WRONG:
            break
    if wrong:
        said = sentence(problem.goal, problem.senses.get(problem.goal))
        raise FalseStatement(f"“{said}” is false in a figure that meets all that is given", wrong[0].as_dict())
    if has_figure:
        raise ConstructionError("whether the goal holds can't be told from any figure that was found")
    raise ConstructionError("no figure was found")


def _holds(problem: Problem, diagram: Diagram) -> bool:
    return error_of(oriented(problem, diagram.places()).goal, diagram) < GOAL


def _found(problem: Problem, seed: int, deadline: float | None) -> Iterator[Diagram]:
    """The solver's figures, if any. Where it is slow to find one, it is asked whether there can be one at all.

    Raises ConstructionError where that is shown not to be so, NoFigure and DeadlineExceeded where none was found.
    """
    started, found = time.monotonic(), False
    for number, patience in enumerate((HOPELESS, LONG_PATIENCE)):
        try:
            for diagram in figures(problem, seed + number * STRIDE, deadline, Counter(), patience):
                found = True
                yield diagram
        except DeadlineExceeded:
            if found:
                raise
            raise DeadlineExceeded(f"timeout: no figure was found in {time.monotonic() - started:.1f} s") from None
        if found:
            return
        if number == 0:
            from solver.diagram.conflict import conflict, in_row, in_words

            stuck = conflict(problem, seed, deadline)
            if stuck.is_certain:
                one = "change it or leave it out; if it is as it should be, try another --seed"
                several = "change or leave out one of them; if all are as they should be, try another --seed"
                raise in_words(problem, stuck, "figure", several if len(stuck.spans) > 1 else one)
    raise NoFigure(
        f"no figure was found in {time.monotonic() - started:.1f} s; that there is none isn't shown: what is hard to meet is "
        f"{in_row(problem, stuck)}",
        stuck.spans[-1],
        "try another --seed, or say in which order the figure is constructed",
    )


def _from_coordinates(problem: Problem, seed: int, deadline: float | None) -> Diagram:
    xy = np.array([problem.coordinates[p] for p in problem.points], dtype=np.float64)
    size = float(np.max(np.hypot(*(xy - xy.mean(axis=0)).T), initial=0.0))
    if size == 0.0 and len(xy) > 1:
        where = next(iter(problem.spans.values()), None)
        raise ConstructionError("all points are at one place", where, "give the points different coordinates")
    xy = (xy - xy.mean(axis=0)) / (size or 1.0)
    for premise in problem.premises:
        off = _error(premise, problem, xy)
        if off > 1e-3:
            said = f"the premise {premise}" if not problem.is_plain else f"“{problem.quote(problem.spans[premise])}”"
            raise ConstructionError(
                f"the coordinates contradict {said} (off by {off:.3g})", problem.spans.get(premise),
                "correct one of the two",
            )  # fmt: skip
    system = compile_system(problem.premises, problem.points, xy)
    solved = refine(system, xy, deadline=deadline)
    if not solved.residual <= PREMISES:
        from solver.diagram.conflict import conflict_near, in_words

        raise in_words(
            problem, conflict_near(problem, xy, deadline), "figure near the given coordinates",
            "correct one of them, or give more exact coordinates",
        )  # fmt: skip
    diagram = finished(problem.points, solved.xy, np.random.default_rng(seed), seed)
    for premise in problem.premises:
        _check_extent(premise, problem, diagram)
    if not error_of(problem.goal, diagram) < FALSE:
        raise _false(problem, diagram)
    return diagram


def _check_extent(premise: Statement, problem: Problem, diagram: Diagram) -> None:
    """Refuse a premise about the direction or length of a segment whose ends coincide."""
    if premise.predicate in (COLL, CYCLIC, CIRCLE, OVERLAP):
        return
    for a, b in {(q[0], q[-1]) for equation in premise.equations() for q, _ in equation.terms}:
        if math.dist(diagram[a], diagram[b]) < 1e-9:
            raise ConstructionError(
                f"{a} and {b} coincide, so that the premise {premise} means nothing", problem.spans.get(premise),
                "is the figure degenerate?",
            )  # fmt: skip


def _false(problem: Problem, diagram: Diagram) -> FalseStatement:
    error = error_of(problem.goal, diagram)
    return FalseStatement(
        f"the goal {problem.goal} is false: it is off by {error:.3g} in a diagram that meets all premises",
        diagram.as_dict(),
    )


def _unbuildable(problem: Problem, failures: Counter[tuple[int, str]]) -> ConstructionError:
    (number, reason), _ = failures.most_common(1)[0]
    if number < 0:
        return ConstructionError(
            f"no diagram could be built: {reason}", problem.clauses[0].span,
            "is the figure degenerate or over-determined?",
        )  # fmt: skip
    clause = problem.clauses[number]
    names = ", ".join(call.construction.name for call in clause.calls)
    return ConstructionError(
        f"{' '.join(clause.points)} = {names} can't be constructed: {reason}",
        clause.span,
        "check the points it is given: is the figure degenerate or over-determined?",
    )
