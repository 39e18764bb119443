"""The soundness experiment: is all that a closure entails true?

Random statements are built and closed over two diagrams. Every statement of the usual kinds that is then entailed (of
angles, ratios and similar triangles: a sample) is tested in another diagram of the same configuration. What fails there
is tested again in figures of thirty digits, close by: so that neither rounding near a double root nor a longer side
become the shorter one is taken for a violation.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from typing import Protocol

import numpy as np

from solver.checker.figures import FineFigure
from solver.checker.solving import PremiseSystem
from solver.deduction.closure import close
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.fresh import fresh_diagram
from solver.diagram.residuals import Array, compile_system
from solver.diagram.truth import error_of
from solver.errors import PorismError
from solver.knowledge.library import run_by_default
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.soundness.candidates import candidates
from solver.soundness.pool import in_processes
from solver.soundness.random_statements import random_statement
from solver.statements.predicates import OVERLAP, Claim, Statement

#: What is off by more than this in the other diagram is looked at again; by more than that in an exact one, it is false.
SUSPICIOUS, FALSE = 1e-9, 1e-15
#: Exact figures: digits, and how far the points of each are pushed from the diagram, its extent being about 1.
DIGITS, PUSHES = 30, (1e-4, 1e-4, 1e-5, 1e-6)
#: Seconds for building a diagram and for its closure.
BUILDING, CLOSING = 2.0, 5.0
#: Statements tried until one can be built and isn't rigid.
TRIES = 200


class NoExactFigure(PorismError):
    """A diagram that misses a solution of its premises by less than rounding: nothing can be tested there."""


class Entailment(Protocol):
    """What is asked of a closure."""

    def is_entailed(self, claim: Claim) -> bool: ...


#: From a problem and two diagrams of it (or more) to what follows.
Closer = Callable[[Problem, Sequence[Diagram]], Entailment]


def close_premises(problem: Problem, diagrams: Sequence[Diagram]) -> Entailment:
    """The closure as proofs start from it, with all theorems of the library that the engine looks for."""
    return close(problem, diagrams, timeout=CLOSING, theorems=run_by_default())


@dataclass(frozen=True)
class Violation:
    """A statement that is entailed but false, in words (it is sent between processes, which predicates can't be).

    number: of the diagram. error: None where its segments vanish in an exact figure.
    """

    number: int
    problem: str
    claim: str
    error: float | None

    def __str__(self) -> str:
        by = "its segments vanish" if self.error is None else f"by {self.error:.3g}"
        return f"{self.claim} is entailed but false ({by}) in: {self.problem}"


@dataclass(frozen=True)
class Examined:
    """What became of one diagram: number of entailed statements by predicate, and those that are false.

    skipped: diagrams before it of which there was no exact figure.
    """

    number: int
    counts: Mapping[str, int]
    violations: Sequence[Violation]
    skipped: int = 0


@dataclass
class SoundnessReport:
    """The counts over all diagrams so far."""

    diagrams: int = 0
    skipped: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    violations: list[Violation] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def statements(self) -> int:
        return sum(self.counts.values())

    def add(self, examined: Examined) -> None:
        self.diagrams += 1
        self.skipped += examined.skipped
        self.counts.update(examined.counts)
        self.violations.extend(examined.violations)


def examine(
    problem: Problem, diagrams: Sequence[Diagram], closer: Closer, rng: np.random.Generator, number: int = 0
) -> Examined:
    """Close a problem over all diagrams but the last, and test what is entailed in that one."""
    reference, test = diagrams[0], diagrams[-1]
    closure = closer(problem, diagrams[:-1])
    entailed = [s for s in candidates(reference, rng) if closure.is_entailed(s)]
    suspicious = [s for s, off in zip(entailed, errors(entailed, test), strict=True) if not off < SUSPICIOUS]
    figures = exact_figures(problem, reference, rng) if suspicious else []
    if suspicious and not figures:
        raise NoExactFigure(f"the premises hold but nearly in the diagram of {problem.text}")
    off_by = {s: _worst([figure.error(s) for figure in figures]) for s in suspicious}
    violations = [
        Violation(number, problem.text, str(s), worst)
        for s, worst in off_by.items()
        if worst is None or not worst < FALSE
    ]
    return Examined(number, Counter(s.predicate.name for s in entailed), violations)


def _worst(found: Sequence[Fraction | float | None]) -> float | None:
    """The largest; None where a figure has none."""
    return None if None in found else max(float(off) for off in found if off is not None)


def errors(statements: Sequence[Statement], diagram: Diagram) -> Array:
    """How far each is from true in a diagram; units of π for directions, relative for lengths."""
    owned = [(k, e) for k, statement in enumerate(statements) for e in statement.equations()]
    residuals = np.abs(compile_system([e for _, e in owned], diagram.points, diagram.xy).residuals(diagram.xy))
    worst = np.zeros(len(statements))
    np.maximum.at(worst, np.array([k for k, _ in owned], dtype=np.int64), residuals)
    for k, statement in enumerate(statements):
        if statement.predicate is OVERLAP:
            worst[k] = error_of(statement, diagram)
    return worst


def exact_figures(problem: Problem, diagram: Diagram, rng: np.random.Generator) -> list[FineFigure]:
    """Figures of many digits close to a diagram; none where the premises have no solution there, if but by a hair."""
    at = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
    system = PremiseSystem(problem.premises, at)
    base = np.array([at[p] for p in system.points], dtype=np.complex128)
    found = []
    for push in PUSHES:
        moved = base + push * (rng.standard_normal(len(base)) + 1j * rng.standard_normal(len(base)))
        z = system.solve(np.asarray(moved, dtype=np.complex128))
        figure = None if z is None else system.polish(z, DIGITS)
        if figure is not None:
            found.append(figure)
    return found


def examine_at_random(seed: int, number: int, closer: Closer) -> Examined:
    """The diagram of that number. The same seed gives the same statement, time limits aside."""
    rng = np.random.default_rng([seed, number])
    skipped = 0
    for _ in range(TRIES):
        text = random_statement(rng)
        try:
            problem = parse_statement(text, f"random-{seed}-{number}")
            reference = build_diagram(problem, int(rng.integers(2**31)), time.monotonic() + BUILDING)
            others = [fresh_diagram(problem, reference, rng) for _ in range(2)]
            if all(np.array_equal(reference.xy, other.xy) for other in others):
                continue  # rigid: there is no other diagram
            return replace(examine(problem, (reference, *others), closer, rng, number), skipped=skipped)
        except NoExactFigure:
            skipped += 1
        except PorismError:
            continue
    raise PorismError(f"none of {TRIES} random statements could be built (seed {seed}, number {number})")


def run_soundness(
    diagrams: int, seed: int, jobs: int, closer: Closer = close_premises, first: int = 0
) -> Iterator[SoundnessReport]:
    """Examine the diagrams first, first + 1, …; the report so far after each."""
    started = time.monotonic()
    report = SoundnessReport()
    task = partial(examine_at_random, seed, closer=closer)
    for examined in in_processes(task, range(first, first + diagrams), jobs):
        report.add(examined)
        report.seconds = time.monotonic() - started
        yield report
