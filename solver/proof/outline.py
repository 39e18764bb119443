"""How a proof is laid out for a reader: what is told in one line, which lines are a paragraph, and in which order.

A step that only one other rests on is told with it: `∡ECD = ∡EPD, so C, P, D, E are concyclic`. Of the lines, those that
only one claim needs stand before it in its paragraph; what several claims need is a claim of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from solver.proof.steps import Step
from solver.statements.equation import Equation

#: Steps that are told before their user in its line, and what they use, at most: a longer line is two.
MOST_FIRST, MOST_FACTS = 2, 5


@dataclass(frozen=True)
class Told:
    """A line: what it claims, and the steps that are told before it in the same sentence."""

    step: Step
    first: tuple[Step, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        return (*self.first, self.step)


def outline(steps: Sequence[Step], told: frozenset[str]) -> list[list[Told]]:
    """The told steps in lines, these in paragraphs; the last line of each is its claim, the last of all the goal."""
    rests = _resolved(steps, told)
    shown = [s for s in steps if s.id in told]
    lines = _lines(shown, rests)
    line_of = {s.id: line.step.id for line in lines for s in line.steps}
    users: dict[str, set[str]] = {line.step.id: set() for line in lines}
    for line in lines:
        for used in {line_of[i] for s in line.steps for i in rests[s.id]} - {line.step.id}:
            users[used].add(line.step.id)
    head: dict[str, str] = {}
    for line in reversed(lines):
        heads = {head[u] for u in users[line.step.id]}
        head[line.step.id] = heads.pop() if len(heads) == 1 else line.step.id
    paragraphs: dict[str, list[Told]] = {}
    for line in lines:
        paragraphs.setdefault(head[line.step.id], []).append(line)
    place = {line.step.id: i for i, line in enumerate(lines)}
    return [paragraphs[h] for h in sorted(paragraphs, key=place.__getitem__)]


def _resolved(steps: Sequence[Step], told: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """By step the told ones that it rests on, also by way of some that aren't told."""
    found: dict[str, frozenset[str]] = {}
    for s in steps:
        found[s.id] = frozenset(i for r in s.rests_on for i in ((r,) if r in told else found[r]))
    return found


def _lines(shown: Sequence[Step], rests: Mapping[str, frozenset[str]]) -> list[Told]:
    users: dict[str, list[Step]] = {s.id: [] for s in shown}
    for s in shown:
        for i in rests[s.id]:
            users[i].append(s)
    by_id = {s.id: s for s in shown}
    inner: dict[str, str] = {}
    first: dict[str, tuple[Step, ...]] = {}
    for s in shown:
        own = [by_id[i] for i in by_id if i in rests[s.id] and len(users[i]) == 1 and _goes_before(by_id[i], s)]
        own = [i for i in own if i.id not in first]
        if own and len(own) <= MOST_FIRST and sum(len(i.uses) for i in own) <= MOST_FACTS:
            first[s.id] = tuple(own)
            inner |= {i.id: s.id for i in own}
    return [Told(s, first.get(s.id, ())) for s in shown if s.id not in inner]


def _goes_before(step: Step, user: Step) -> bool:
    """Whether a step may be told in its user's line: an equation before a theorem, anything before what restates it."""
    if user.rule in ("linear", "meaning"):
        return len(user.uses) == 1 and step.id in user.uses
    is_equation = isinstance(step.claim, Equation) or len(step.claim.equations()) == 1
    return is_equation and step.theorem is None and step.id not in user.lines
