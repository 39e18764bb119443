"""The attacks by name, and how much of each a task does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from solver.soundness.mutants import attack_certificates
from solver.soundness.outcome import Outcome
from solver.soundness.rule_attack import STEPS_OF_TASK, attack_rules
from solver.soundness.statements import attack_statements


@dataclass(frozen=True)
class Attack:
    """task: of a seed and a number. size: how much of what is asked for a task does."""

    task: Callable[[int, int], Outcome]
    size: int = 1

    def tasks(self, wanted: int) -> int:
        """How many tasks do what is wanted."""
        return -(-wanted // self.size)


ATTACKS: dict[str, Attack] = {
    "rules": Attack(attack_rules, STEPS_OF_TASK),
    "statements": Attack(attack_statements),
    "certificates": Attack(attack_certificates),
}
