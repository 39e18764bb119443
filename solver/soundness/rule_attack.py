"""The attack on rules: numbered tasks of random steps of all rules, and of one theorem of the library each."""

from __future__ import annotations

from solver.checking import library_statements
from solver.soundness.outcome import Finding, Outcome
from solver.soundness.rules import SLOW, examine_rules
from solver.soundness.theorem_steps import STEPS, examine_theorem

#: Steps that a task tries, those of one theorem among them.
STEPS_OF_TASK = 1000
#: And those of rules that take long to judge.
SLOW_STEPS = 5


def attack_rules(seed: int, number: int) -> Outcome:
    """The task of that number; counts are by rule or theorem, made and taken."""
    report = examine_rules(STEPS_OF_TASK - STEPS - SLOW_STEPS, [seed, number])
    report.update(examine_rules(SLOW_STEPS, [seed, number, 2], SLOW))
    theorems = list(library_statements().values())
    if theorems:
        examine_theorem(theorems[number % len(theorems)], [seed, number, 1], report)
    outcome = Outcome()
    for name in report.made:
        kind = "theorem" if name.startswith("theorem ") else name
        outcome.counts[f"{kind}: made"] += report.made[name]
        outcome.counts[f"{kind}: taken"] += report.taken[name]
    outcome.counts["instances"] = sum(report.made.values())
    outcome.counts["taken"] = sum(report.taken.values())
    for wrong in report.wrong:
        outcome.findings.append(Finding(number, f"the rule {wrong.rule} takes a step whose claim is false", str(wrong)))
    return outcome
