"""Where an expression is lowest: figures of a statement, moved along its premises until they can't be improved.

Descent by the gradient along the tangents of the premises (Luenberger's gradient projection), from the best of many figures;
after each stride the premises are solved again, and a stride that breaks a condition isn't taken.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import mpmath
import numpy as np
from numpy.typing import NDArray

from solver.checker.solving import PremiseSystem
from solver.diagram.diagram import Diagram
from solver.diagram.truth import proportion
from solver.language.order import introduction
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.statements.expression import Expression, Sum, evaluate
from solver.verdict.components import meant, piece_of, together
from solver.verdict.sample import samples

#: Figures that are looked at, attempts to find them, and seconds of the processor for both.
FIGURES, ATTEMPTS, SECONDS = 40, 160, 0.6
#: Figures from which a descent begins, its strides, and seconds of the processor for all.
BEGINNINGS, STRIDES, DESCENT_SECONDS = 5, 90, 0.9
#: The first stride and the shortest one, over the figure's extent; by what the gradient is measured.
STRIDE, SHORTEST, PROBE = 0.2, 1e-9, 1e-6
#: A proportion (see `proportion`) below minus this is negative, whatever rounding does.
CLEAR = 1e-9
#: Digits in which a counterexample is confirmed, and how far below 0 it must be there.
DIGITS, CONFIRMED = 40, 1e-10

Vertices = NDArray[np.complex128]
Value = Callable[[Mapping[str, complex]], float]


@dataclass(frozen=True)
class Lowest:
    """figure: where an expression is lowest, value: its proportion there."""

    figure: Diagram
    value: float


def lowest(problem: Problem, e: Expression, figures: Sequence[Diagram]) -> Lowest | None:
    """The lowest figure of an expression that was found, or one where it is clearly negative; None where there are no figures.

    figures: of the statement, from which it is looked for.
    """
    return lowest_of(problem, lambda at: proportion(e, at), figures, -CLEAR)


def lowest_of(problem: Problem, value: Value, figures: Sequence[Diagram], enough: float) -> Lowest | None:
    """As `lowest`, of any value. enough: a value below this isn't improved."""
    seen = list(_ranked(value, figures))
    if not seen:
        return None
    best, figure = seen[0]
    begun = time.thread_time()
    for _, start in seen[:BEGINNINGS]:
        if best < enough or time.thread_time() - begun > DESCENT_SECONDS:
            break
        found = descended(problem, value, start, enough)
        now = value(found.places())
        if now < best:
            best, figure = now, found
    return Lowest(figure, best)


def _ranked(value: Value, figures: Sequence[Diagram]) -> Iterator[tuple[float, Diagram]]:
    valued = [(value(d.places()), i, d) for i, d in enumerate(figures)]
    yield from ((v, d) for v, _, d in sorted(valued, key=lambda one: one[:2]))


def figures_of(problem: Problem, deadline: float | None) -> list[Diagram]:
    """Figures of what is given that are meant; the same each time. deadline: on time.monotonic(). Raises DeadlineExceeded."""
    begun = time.thread_time()
    found: list[Diagram] = []
    for attempt, diagram in enumerate(samples(problem, deadline), start=1):
        if diagram is not None:
            found.append(diagram)
        if len(found) >= FIGURES or attempt >= ATTEMPTS:
            break
        if attempt % 8 == 0 and time.thread_time() - begun > SECONDS and len(found) >= 3:
            break
    if any(together(d) for d in found):
        order = introduction(problem)
        placed = [(d, p) for d in found if (p := piece_of(problem, d, order)) is not None]
        known = meant(p for _, p in placed)
        found = [d for d, p in placed if p in known]
    return found


def descended(problem: Problem, value: Value, start: Diagram, enough: float) -> Diagram:
    """A figure near the start in which a value is as low as a descent gets it, or below what is enough."""
    places = start.places()
    read = oriented(problem, places)
    system = PremiseSystem(read.premises, places)
    points = system.points
    z = np.array([places[p] for p in points])
    best, stride = value(places), STRIDE
    heading: Vertices | None = None
    for _ in range(STRIDES):
        if best < enough or stride < SHORTEST:
            break
        if heading is None:
            heading = _downhill(system, value, points, z)
            if heading is None:
                break
        size = float(np.max(np.abs(heading)))
        if not size > 0:
            break
        moved = system.solve(z + stride * _extent(z) / size * heading)
        at = None if moved is None else dict(zip(points, map(complex, moved), strict=True))
        if (
            at is not None
            and moved is not None
            and all(c.holds(at) for c in problem.conditions)
            and (now := value(at)) < best
        ):
            z, best, stride, heading = moved, now, min(2 * stride, STRIDE), None
        else:
            stride /= 3
    xy = np.column_stack([z.real, z.imag])
    xy = (xy - xy.mean(axis=0)) / _extent(z)
    return Diagram(tuple(points), xy, start.seed)


def _downhill(system: PremiseSystem, value: Value, points: Sequence[str], z: Vertices) -> Vertices | None:
    """Minus the gradient, along the premises."""
    probe = PROBE * _extent(z)
    gradient = np.zeros(len(z), dtype=np.complex128)
    for i in range(len(z)):
        for unit in (1.0, 1j):
            change = []
            for sign in (1, -1):
                moved = z.copy()
                moved[i] += sign * probe * unit
                change.append(value(dict(zip(points, map(complex, moved), strict=True))))
            gradient[i] += unit * (change[0] - change[1]) / (2 * probe)
    if not np.all(np.isfinite(gradient)):
        return None
    try:
        return system.along(z, -gradient)
    except np.linalg.LinAlgError:
        return None


def _extent(z: Vertices) -> float:
    return float(np.max(np.abs(z - z.mean())))


def is_confirmed(problem: Problem, e: Expression, figure: Diagram) -> bool:
    """Whether an expression is negative in a figure near this one, computed to many digits."""
    found = to_digits(problem, figure)
    if found is None:
        return False
    mp, at = found
    try:
        terms = [evaluate(mp, t, at) for t in (e.terms if isinstance(e, Sum) else (e,))]
    except (ZeroDivisionError, ValueError):
        return False
    return bool(sum(terms) < -CONFIRMED * sum(map(abs, terms)))


def to_digits(problem: Problem, figure: Diagram) -> tuple[Any, dict[str, Any]] | None:
    """A figure near this one in which what is given holds to many digits, in a context of mpmath."""
    places = figure.places()
    system = PremiseSystem(oriented(problem, places).premises, places)
    z = system.solved(places)
    fine = None if z is None else system.polish(z, DIGITS)
    if fine is None:
        return None
    mp = mpmath.MPContext()
    mp.dps = DIGITS
    return mp, fine.places(mp)
