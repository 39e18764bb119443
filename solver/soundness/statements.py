"""The attack on verdicts: false and under-determined statements must not be proved, true ones not be called false.

True theorems are changed by one thing or two; whether the result is still true is seen in figures of its own
(`solver.soundness.oracle`). Then `prove` is asked, with a random seed; of a true one, only what it says before it proves.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial

import numpy as np

from solver.errors import PorismError
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proving import Result, Status, prove, verdict
from solver.soundness.bases import true_statement
from solver.soundness.oracle import Seen, figures_of, looked_at
from solver.soundness.outcome import Finding, Outcome
from solver.soundness.texts import changed, joined, parts_of

#: Seconds that a verdict may take (on a busy machine), those of the processor that it should take, and those for figures.
TIMEOUT, SOON, LOOKING = 20.0, 5.0, 0.7
#: Figures that have to be seen before anything is said of a statement, and how many are looked at.
FEWEST, SEEN = 12, 14
#: A statement is refuted where its goal fails in this many figures.
REFUTED = 2
#: Statements of one base.
VARIANTS = 12
#: How often two things are changed.
AGAIN = 0.2


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
    if not _ask(base, number, rng, outcome):
        return outcome  # its figures are hard to find, and so will be those of its variants
    texts = (changed(base, rng) for _ in range(VARIANTS))
    for text in dict.fromkeys(changed(text, rng) if rng.random() < AGAIN else text for text in texts):
        if text != base:
            _ask(text, number, rng, outcome)
    return outcome


def judge(text: str) -> Judged | None:
    """None where it can't be read, or asks a question or several."""
    try:
        problem = parse_statement(text)
        if problem.goal.predicate.is_question or problem.others or problem.coordinates:
            return None
        if problem.goal.repeated_point() is not None:
            return None
        return Judged(text, problem, looked_at(problem, figures_of(problem, LOOKING, SEEN)))
    except PorismError:
        return None


def verdict_on(judged: Judged, seed: int) -> Result | None:
    """None where it has no figure."""
    ask = verdict if judged.kind in ("true", "chosen") else partial(prove, search=None)
    try:
        return ask(judged.problem, timeout=TIMEOUT, seed=seed)
    except PorismError:
        return None


def is_wrong(judged: Judged, result: Result) -> bool:
    """Whether a verdict contradicts the figures; "depends" of a true statement is counted, but may be right."""
    if result.status is Status.PROVED:
        # A proof speaks of the figures that meet its hypotheses.
        failing = [f for f in judged.seen.failing if all(c.holds(f.places()) for c in result.hypotheses)]
        return judged.kind in ("false", "undetermined") and bool(failing)
    return result.status is Status.FALSE and judged.kind == "true"


def _ask(text: str, number: int, rng: np.random.Generator, outcome: Outcome) -> bool:
    """Whether figures say of what kind the statement is; then it is asked for."""
    judged, seed = judge(text), int(rng.integers(1000))
    kind = "" if judged is None else judged.kind
    if judged is None or not kind:
        outcome.counts["left out"] += judged is not None
        return False
    outcome.counts[kind] += 1
    begun = time.thread_time()
    result = verdict_on(judged, seed)
    said = "no figure" if result is None else result.status.value
    late = f", after more than {SOON:g} s" if time.thread_time() - begun > SOON else ""
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
