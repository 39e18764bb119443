"""The attack on verdicts: false and under-determined statements must not be proved, true ones not be called false.

True theorems are changed by one thing or two; whether the result is still true is seen in figures of its own
(`solver.soundness.oracle`). Then `prove` is asked, with a random seed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.errors import PorismError
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proving import Result, Status, prove
from solver.soundness.bases import true_statement
from solver.soundness.oracle import Seen, figures_of, looked_at
from solver.soundness.outcome import Finding, Outcome
from solver.soundness.texts import changed, joined, parts_of

#: Seconds that a verdict may take, and those for looking at figures.
TIMEOUT, LOOKING = 5.0, 2.0
#: Figures that have to be seen before anything is said of a statement.
FEWEST = 12
#: A statement is refuted where its goal fails in this many figures.
REFUTED = 2
#: Statements of one base.
VARIANTS = 6


@dataclass(frozen=True)
class Judged:
    """A statement and what figures say of it: whether it is true in all, in none or in some of them."""

    text: str
    problem: Problem
    seen: Seen

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


def attack_statements(seed: int, number: int) -> Outcome:
    """The statement of one base, and variants of it."""
    rng = np.random.default_rng([seed, number])
    outcome = Outcome()
    try:
        base = true_statement(rng)
    except PorismError:
        return outcome
    texts = [base]
    for _ in range(VARIANTS):
        text = changed(base, rng)
        texts.append(changed(text, rng) if rng.random() < 0.2 else text)
    for text in dict.fromkeys(texts):
        judged = judge(text)
        if judged is not None:
            _ask(judged, number, int(rng.integers(1000)), outcome)
    return outcome


def judge(text: str) -> Judged | None:
    """None where it can't be read, or asks a question or several."""
    try:
        problem = parse_statement(text)
        if problem.goal.predicate.is_question or problem.others or problem.coordinates:
            return None
        if problem.goal.repeated_point() is not None:
            return None
        return Judged(text, problem, looked_at(problem, figures_of(problem, LOOKING)))
    except PorismError:
        return None


def verdict_on(problem: Problem, seed: int) -> Result | None:
    """None where it has no figure."""
    try:
        return prove(problem, timeout=TIMEOUT, seed=seed, search=None)
    except PorismError:
        return None


def is_wrong(judged: Judged, result: Result) -> bool:
    """Whether a verdict contradicts the figures; "depends" of a true statement is counted, but may be right."""
    if result.status is Status.PROVED:
        # A proof speaks of the figures that meet its hypotheses.
        failing = [f for f in judged.seen.failing if all(c.holds(f.places()) for c in result.hypotheses)]
        return judged.kind in ("false", "undetermined") and bool(failing)
    return result.status is Status.FALSE and judged.kind == "true"


def _ask(judged: Judged, number: int, seed: int, outcome: Outcome) -> None:
    kind = judged.kind
    if not kind:
        outcome.counts["left out"] += 1
        return
    outcome.counts[kind] += 1
    result = verdict_on(judged.problem, seed)
    said = "no figure" if result is None else result.status.value
    outcome.counts[f"{kind}: {said}"] += 1
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


def shrunk(judged: Judged, seed: int) -> Judged:
    """The same mistake in a statement with as few parts as do."""
    kept, (parts, joint) = judged, parts_of(judged.text)
    for part in reversed(parts[:-1]):
        fewer = [p for p in parts_of(kept.text)[0] if p != part]
        smaller = judge(joined(fewer, joint))
        if smaller is None or not smaller.kind:
            continue
        result = verdict_on(smaller.problem, seed)
        if result is not None and is_wrong(smaller, result):
            kept = smaller
    return kept
