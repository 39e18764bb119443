"""Figures that the checker draws by itself, point by point from the statement: free choices are its own.

Where a construction leaves several places (two circles meet twice), and where premises alone say where a point is, hints
may say which one to look for: places of all points in another figure. A hint chooses, it places nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite, pi

import numpy as np
from numpy.random import Generator

from solver.checker.conditions import Places, exists
from solver.checker.figures import plain_equations
from solver.checker.residuals import Residuals
from solver.language.order import ordered
from solver.language.problem import Clause, Problem
from solver.plane.geometry import common_places
from solver.plane.loci import Circle, Degenerate, Line, Locus
from solver.statements.predicates import Statement

#: Newton steps for one point, and the residual from which on its place is found.
STEPS, SETTLED = 12, 1e-12
#: Points placed together, their construction where there is one, and premises about them and points before them.
_Step = tuple[tuple[str, ...], Clause | None, tuple[Statement, ...]]


def drawn(problem: Problem, rng: Generator, hints: Places, noise: float | None) -> dict[str, complex] | None:
    """Places of all points; premises may be left to be solved. None where a construction has no place.

    noise: how far from where the hints lead choices are looked for, over the extent; None: the hints say nothing.
    """
    at: dict[str, complex] = {}
    for points, clause, premises in _steps(problem):
        guesses = {p: _guess(p, at, hints, noise, rng) for p in points}
        try:
            at.update(_constructed(clause, at, guesses, rng, noise) if clause else _settled(premises, at, guesses, rng))
        except (Degenerate, ZeroDivisionError, OverflowError, np.linalg.LinAlgError):
            return None
        if not all(isfinite(abs(at[p])) for p in points):
            return None
    return at


def _steps(problem: Problem) -> Iterator[_Step]:
    clauses = (*problem.clauses, *problem.auxiliary)
    if not problem.clauses:
        new = {p for c in problem.auxiliary for p in c.points}
        for step in ordered(problem):
            if step.point not in new:
                yield (step.point,), None, step.premises
    yield from ((c.points, c, ()) for c in clauses)


def _guess(p: str, at: Places, hints: Places, noise: float | None, rng: Generator) -> complex:
    """Where to look for a point: anywhere near the figure; or where the hints have it among the points placed so far."""
    chance = complex(*rng.standard_normal(2).tolist())
    center = sum(at.values()) / len(at) if at else 0j
    size = max(abs(z - center) for z in at.values()) if len(at) > 1 else 1.0
    if noise is None:
        return center + (size or 1.0) * chance
    here = hints[p]
    if len(at) < 2:
        return here + noise * chance
    near = [(hints[q], z, 1 / (abs(hints[q] - here) ** 2 + 0.01)) for q, z in at.items()]
    total = sum(weight for _, _, weight in near)
    middle_h = sum(weight * h for h, _, weight in near) / total
    middle = sum(weight * z for _, z, weight in near) / total
    spread = sum(weight * abs(h - middle_h) ** 2 for h, _, weight in near)
    # The similarity that fits the points nearby best.
    turn = sum(weight * (h - middle_h).conjugate() * (z - middle) for h, z, weight in near) / spread if spread else 1.0
    return middle + turn * (here - middle_h) + noise * size * chance


def _constructed(
    clause: Clause, at: Places, guesses: Mapping[str, complex], rng: Generator, noise: float | None
) -> dict[str, complex]:
    guess = [guesses[p] for p in clause.points]
    loci = [call.locus(rng, at) for call in clause.calls]
    try:
        options = common_places(loci)
    except Degenerate:  # such as circles about one point: what was placed before has to move
        if len(clause.points) > 1:
            raise
        options = None
    options = options or [(_nearest(loci, guess[0], rng, noise is None),)]
    own = [at[a] for a in clause.arguments]
    if len(loci) > 1:  # of two common points, the one that isn't known yet
        options = [o for o in options if all(abs(o[0] - z) > 1e-6 for z in own)]
    if not options:
        raise Degenerate("there is no other common point")
    if noise is None:  # points with two names are two points, where they may be
        apart = [o for o in options if all(abs(z - w) > 1e-6 for z in o for w in at.values())] or options
        chosen = apart[int(rng.integers(len(apart)))]
    else:
        chosen = min(options, key=lambda o: sum(abs(z - g) for z, g in zip(o, guess, strict=True)))
    return dict(zip(clause.points, chosen, strict=True))


def _nearest(loci: Sequence[Locus], guess: complex, rng: Generator, is_free: bool) -> complex:
    """The point nearest to a guess on the one curve that there is; of a part of a line that isn't near, or of a circle if it
    is free: any."""
    curve = next((locus for locus in loci if isinstance(locus, Line | Circle)), None)
    if curve is None:
        return guess
    if isinstance(curve, Circle):
        toward = np.exp(2j * pi * rng.random()) if is_free else guess - curve.center
        return complex(curve.center + curve.radius * toward / abs(toward))
    along = ((guess - curve.point) * curve.direction.conjugate()).real
    low, high = curve.low, curve.high
    if not low <= along <= high:
        near = low if isfinite(low) else high - 1.0
        far = high if isfinite(high) else low + abs(guess - curve.point)
        along = rng.uniform(near, far)
    return curve.point + along * curve.direction


def _settled(
    premises: Sequence[Statement], at: Places, guesses: Mapping[str, complex], rng: Generator
) -> dict[str, complex]:
    """The places near the guesses at which the premises hold.

    Where they can't all hold unless points placed before move, too, a few of their equations do, any ones; where those can't
    either, the guesses stay: a compromise would be far from every figure.
    """
    names = sorted({p for s in premises for p in s.points} | guesses.keys())
    here = {p: guesses.get(p, at.get(p, 0j)) for p in names}
    said = [e for s in premises for e in plain_equations(s, here) if all(exists(here, q) for q, _ in e.terms)]
    own = [i for k, p in enumerate(names) if p in guesses for i in (k, len(names) + k)]
    z = np.array([here[p] for p in names])
    size = float(np.max(np.abs(z - z.mean())))
    chosen = rng.permutation(len(said))[: rng.integers(len(own) + 1)] if len(said) > len(own) else ()
    for some in (said, [said[i] for i in chosen]):
        residuals = Residuals(some, names)
        u = np.concatenate([z.real, z.imag])
        for _ in range(STEPS if some else 0):
            residual, jacobian = residuals.linearized(u)
            if float(np.max(np.abs(residual))) < SETTLED:
                return {p: complex(u[k], u[len(names) + k]) for k, p in enumerate(names) if p in guesses}
            move = np.linalg.lstsq(jacobian[:, own], -residual, rcond=1e-9)[0]
            length = float(np.max(np.abs(move)))
            u[own] += move * min(1.0, size / length if length else 1.0)
    return dict(guesses)
