"""What a proof takes from the figure, in words: every condition once, with the steps that need it.

What the statement says itself, or what is always so, isn't seen in the figure: a reader is told of the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from solver.checker import SideCondition
from solver.language.problem import Problem
from solver.proof.context import SAME_PLACE, numbered
from solver.proof.phrases.phrases import CONDITION_KINDS, Voice
from solver.proof.steps import Step
from solver.proof.theorem_words import is_right
from solver.statements.conditions import BETWEEN
from solver.statements.equation import segment
from solver.statements.lengths import equal_lengths


def goes_without_saying(condition: SideCondition, step: Step, problem: Problem, places: Mapping[str, complex]) -> bool:
    """Whether a condition is stated, or always so: a midpoint lies between the ends, a hypotenuse is longer than a leg."""
    p = condition.points
    if condition.kind == "longer" and step.rule == "similar_ssa":
        return is_right(step, places)
    if condition.kind != "in_order":
        return False
    if any(
        (m, {a, b}) == (p[1], {p[0], p[2]}) for c in problem.conditions if c.kind is BETWEEN for m, a, b in [c.points]
    ):
        return True
    a, m, b = (places[q] for q in p)
    is_middle = abs(a + b - 2 * m) < SAME_PLACE * abs(a - b)
    halves = {segment(p[1], p[0]), segment(p[1], p[2])}
    return is_middle and any(halves <= (equal_lengths(s) or frozenset()) for s in problem.premises)


def conditions_in_words(
    conditions: Sequence[SideCondition],
    by_id: Mapping[str, Step],
    numbers: Mapping[str, tuple[int, ...]],
    voice: Voice,
) -> tuple[str, ...]:
    """One sentence for each kind: every condition once, with the steps that need it."""
    found: dict[str, dict[str, set[int]]] = {kind: {} for kind in (*CONDITION_KINDS, "placed")}
    for c in conditions:
        kind = _kind(c, by_id)
        words = voice.filled(voice.phrases.conditions[kind], c.points)
        found[kind].setdefault(words, set()).update(numbers[c.step])
    return tuple(_joined(some, voice) for some in found.values() if some)


def briefly(
    conditions: Sequence[SideCondition],
    by_id: Mapping[str, Step],
    numbers: Mapping[str, tuple[int, ...]],
    voice: Voice,
) -> tuple[str, ...]:
    """What lies where, as the full list says it; of what only must not be degenerate, that it isn't."""
    found: dict[str, set[int]] = {}
    for c in conditions:
        kind = _kind(c, by_id)
        words = voice.phrases.brief.get(kind) or voice.filled(voice.phrases.conditions[kind], c.points)
        found.setdefault(words, set()).update(numbers[c.step])
    return tuple(_joined({words: steps}, voice) for words, steps in found.items())


def _kind(condition: SideCondition, by_id: Mapping[str, Step]) -> str:
    """The kind by which a condition is said: a chord isn't a diameter; of points that equations place, the figure shows which."""
    if condition.kind == "transversal" and len(condition.points) == 3:
        return "not_right"
    return "placed" if condition.kind == "branch" and by_id[condition.step].rule == "identity" else condition.kind


def _joined(some: Mapping[str, set[int]], voice: Voice) -> str:
    at = voice.phrases.brief_at
    return voice.phrases.semicolon.join(at.format(what=words, steps=numbered(steps)) for words, steps in some.items())
