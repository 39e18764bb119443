"""The attack on verdicts: false and under-determined statements must not be proved, true ones not be called false.

True theorems are changed by one thing or two; whether the result is still true is seen in figures of its own
(`solver.soundness.oracle`). Then `prove` is asked, with a random seed; of a true one, only what it says before it proves.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np

from solver.diagram.diagram import Diagram
from solver.errors import PorismError
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proving import Result, Status, prove, verdict
from solver.soundness.bases import true_statement
from solver.soundness.goals import other_goals
from solver.soundness.oracle import Seen, figures_of, looked_at
from solver.soundness.outcome import Finding, Outcome
from solver.soundness.texts import changed, joined, parts_of
from solver.verdict.sample import Figures

#: Seconds that a verdict may take (on a busy machine), those of the processor that it should take, and those for figures.
TIMEOUT, SOON, LOOKING = 60.0, 5.0, 0.4
#: Figures that have to be seen before anything is said of a statement, and how many are looked at.
FEWEST, SEEN = 12, 14
#: A statement is refuted where its goal fails in this many figures.
REFUTED = 2
#: Where it holds in all of them and is said to depend, more are looked at, for as many seconds.
MANY, LONG = 200, 6.0
#: Statements of one base that give something else.
VARIANTS = 4
#: One statement in this many is proved although figures have refuted it.
ASKED = 50
#: How often two things are changed.
AGAIN = 0.2


@dataclass(frozen=True)
class Judged:
    """A statement and what figures say of it: whether it is true in all, in none or in some of them."""

    text: str
    problem: Problem
    seen: Seen
    given: Given

    @property
    def kind(self) -> str:
        """What the verdict has to agree with; "" where nothing is demanded."""
        if self.seen.count < FEWEST:
            return ""
        if not self.seen.failing:
            return "true"
        if len(self.seen.failing) < REFUTED:
            return ""
        if self.seen.holding and self.problem.clauses:
            return "chosen"  # a statement by constructions is about a choice of intersections in which it is true
        return "false" if not self.seen.holding else "undetermined"


@dataclass(frozen=True)
class Given:
    """What a statement gives. figures: the oracle's; shown: those that verdicts look at; both drawn once for many goals."""

    figures: tuple[Diagram, ...]
    shown: Figures

    @staticmethod
    def by(problem: Problem) -> Given:
        return Given(tuple(figures_of(problem, LOOKING, SEEN)), Figures(problem))


def attack_statements(seed: int, number: int) -> Outcome:
    """The statement of one base and variants of it, each with goals of its own and others."""
    rng = np.random.default_rng([seed, number])
    outcome = Outcome()
    try:
        base = true_statement(rng)
    except PorismError:
        return outcome
    if not _ask_all(base, number, rng, outcome):
        return outcome  # its figures are hard to find, and so will be those of its variants
    texts = (changed(base, rng) for _ in range(VARIANTS))
    for text in dict.fromkeys(changed(text, rng) if rng.random() < AGAIN else text for text in texts):
        if text != base:
            _ask_all(text, number, rng, outcome)
    return outcome


def _ask_all(text: str, number: int, rng: np.random.Generator, outcome: Outcome) -> bool:
    """Ask for what a statement asks for, then for other things; whether figures say of what kind they are."""
    try:
        problem = parse_statement(text)
        given = Given.by(problem)
    except PorismError:
        return False
    if problem.coordinates or len(given.figures) < FEWEST:
        outcome.counts["left out"] += 1
        return False
    outcome.counts["givens"] += 1
    others = (asked.of(problem) for asked in other_goals(problem, given.figures, rng))
    asked = {one.text: one for one in (problem, *others)}
    told = [_ask(one, given, number, rng, outcome) for one in asked.values()]
    return any(told)


def judge(text: str) -> Judged | None:
    """What figures say of a statement; None where it can't be read, or asks a question or several."""
    try:
        problem = parse_statement(text)
        return judged_in(problem, Given.by(problem))
    except PorismError:
        return None


def judged_in(problem: Problem, given: Given) -> Judged | None:
    """What figures of what is given say of it; None where it asks a question or several."""
    if problem.goal.predicate.is_question or problem.others or problem.coordinates:
        return None
    if problem.goal.repeated_point() is not None:
        return None
    return Judged(problem.text, problem, looked_at(problem, given.figures), given)


def verdict_on(judged: Judged, seed: int) -> Result | None:
    """What `prove` says, as far as figures do; where they leave it open though it is false, all that it says.

    Now and then `prove` itself is asked, which draws its own figures. None where it has no figure.
    """
    try:
        seen = verdict(judged.problem, timeout=TIMEOUT, seed=seed, figures=judged.given.shown)
        is_said = seen.status in (Status.FALSE, Status.DEPENDS) or judged.kind in ("true", "chosen")
        if is_said and seed % ASKED:
            return seen
        return prove(judged.problem, timeout=TIMEOUT, seed=seed, search=None)
    except PorismError:
        return None


def is_wrong(judged: Judged, result: Result) -> bool:
    """Whether a verdict contradicts the figures; "depends" of a true statement is counted, but may be right."""
    if result.status is Status.PROVED:
        # A proof speaks of the figures that meet its hypotheses.
        failing = [f for f in judged.seen.failing if all(c.holds(f.places()) for c in result.hypotheses)]
        return judged.kind in ("false", "undetermined") and bool(failing)
    return result.status is Status.FALSE and judged.kind == "true"


def _ask(problem: Problem, given: Given, number: int, rng: np.random.Generator, outcome: Outcome) -> bool:
    """Whether figures say of what kind the statement is; then it is asked for."""
    judged, seed = judged_in(problem, given), int(rng.integers(1000))
    if judged is None or not judged.kind:
        outcome.counts["left out"] += judged is not None
        return False
    begun, drawing = time.thread_time(), judged.given.shown.seconds
    result = verdict_on(judged, seed)
    late = f", after more than {SOON:g} s" if time.thread_time() - begun + drawing > SOON else ""
    if result is not None and result.status is Status.DEPENDS and judged.kind == "true":
        judged = replace(judged, seen=looked_at(judged.problem, figures_of(judged.problem, LONG, MANY)))
    kind = judged.kind or "open"
    said = "no figure" if result is None else result.status.value
    outcome.counts[kind] += 1
    outcome.counts[f"{kind}: {said}{late}"] += 1
    if result is not None and is_wrong(judged, result):
        small = shrunk(judged, seed)
        outcome.findings.append(
            Finding(number, f"a statement that is {kind} is called {said} (seed {seed})", small.text)
        )
    elif result is not None and result.status is Status.DEPENDS and kind == "true":
        outcome.notes.append(
            Finding(number, f"a true statement is said to depend (seed {seed}): {result.reason}", judged.text)
        )
    elif kind in ("false", "undetermined") and said not in ("false", "depends"):
        outcome.notes.append(Finding(number, f"a statement that is {kind} is left {said} (seed {seed})", judged.text))
    return True


def shrunk(judged: Judged, seed: int) -> Judged:
    """The same mistake in a statement with as few parts as do."""
    kept, (parts, joint) = judged, parts_of(judged.text)
    for part in reversed(parts[:-1]):
        fewer = [p for p in parts_of(kept.text)[0] if p != part]
        smaller = judge(joined(fewer, joint))
        if smaller is None or not smaller.kind:
            continue
        result = verdict_on(smaller, seed)
        if result is not None and is_wrong(smaller, result):
            kept = smaller
    return kept
