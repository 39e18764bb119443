"""Proofs to read: numbered steps, each with its reason in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from solver.proof.checker import SideCondition
from solver.proof.steps import Step
from solver.proof.words import claim_in_words, statement_in_words
from solver.statements.predicates import Statement

#: Why a step of each rule follows; {uses} are its premises in words, {refs} their numbers.
REASONS: Mapping[str, str] = {
    "meaning": "that is what {uses} means",
    "line": "the same line, since {uses}",
    "similar_aa": "two equal angles: {refs}",
    "similar_sas": "an equal angle between proportional sides: {refs}",
    "similar_sss": "proportional sides: {refs}",
    "similar_ssa": "proportional sides and the equal angle opposite to the longer one: {refs}",
    "concyclic_angle": "converse of the inscribed angle theorem: {refs}",
    "concyclic_radii": "equal distances from the centre: {refs}",
    "concyclic_merge": "circles with three common points are one: {refs}",
    "inscribed": "inscribed angles, since {uses}",
    "centre": "two lines through the centre: {refs}",
    "radii": "radii, since {uses}",
    "equal_arcs": "equal chords have equal arcs: {refs}",
    "equal_chords": "equal arcs have equal chords: {refs}",
    "between": "a segment is the sum of its parts, since {uses}",
    "transfer": "the same relation of lengths, since {uses}",
    "perp_to_squares": "equal differences of squares, since {uses}",
    "squares_to_perp": "equal differences of squares: {refs}",
    "stewart": "Stewart's theorem: {refs}",
    "thales": "intercept theorem: {refs}",
    "thales_converse": "converse of the intercept theorem: {refs}",
    "proportion": "the two lines are divided in the same ratio: {refs}",
    "sine_law": "law of sines: {refs}",
    "sine_equal": "equal or supplementary angles: {refs}",
    "sine_value": "the sine of this angle, since {uses}",
    "sine_to_angle": "the angle with this sine, since {uses}",
    "sine_to_angles": "angles with equal sines: {refs}",
    "power_to_squares": "power of a point: {refs}",
    "squares_to_power": "power of a point: {refs}",
    "coincide": "both points are on the same two lines or circles: {refs}",
    "substitute": "the same point: {refs}",
}

_CONDITIONS: Mapping[str, str] = {
    "distinct": "{0} ≠ {1}",
    "apart": "{all} are different points",
    "noncollinear": "{0}, {1}, {2} are not collinear",
    "same_orientation": "△{0}{1}{2} and △{3}{4}{5} have the same orientation",
    "opposite_orientation": "△{0}{1}{2} and △{3}{4}{5} have opposite orientations",
    "between": "{1} lies between {0} and {2}",
    "unbetween": "{1} doesn't lie between {0} and {2}",
    "longer": "{0}{1} > {2}{3}",
    "outside": "{0} lies outside the circle about {1} through {2}",
    "inside": "{0} lies inside the circle about {1} through {2}",
    "unparallel": "{0}{1} and {2}{3} are not parallel",
    "unconcyclic": "{all} are neither concyclic nor collinear",
    "transversal": "the two lines or circles through {0} cross there",
}


def _numbers(steps: Sequence[Step]) -> dict[str, int]:
    return {s.id: i for i, s in enumerate(steps, 1)}


def reason(step: Step, steps: Mapping[str, Step], numbers: Mapping[str, int]) -> str:
    """Why a step follows, in words."""
    if step.rule == "premise":
        return "given"
    if step.rule == "linear":
        return _combination(step, numbers)
    refs = ", ".join(f"({numbers[u]})" for u in step.uses)
    if step.theorem is not None:
        return f"{step.theorem.name} for {', '.join(step.points)}: {refs}"
    uses = " and ".join(f"{claim_in_words(steps[u].claim)} ({numbers[u]})" for u in step.uses)
    return REASONS[step.rule].format(uses=uses, refs=refs)


def _combination(step: Step, numbers: Mapping[str, int]) -> str:
    parts = []
    for i, (use, c) in enumerate(zip(step.uses, step.coefficients, strict=True)):
        sign = ("− " if c < 0 else "+ ") if i else ("−" if c < 0 else "")
        parts.append(f"{sign}{'' if abs(c) == 1 else f'{_fraction(abs(c))}·'}({numbers[use]})")
    return f"from {' '.join(parts)}"


def _fraction(c: Fraction) -> str:
    return {Fraction(1, 2): "½", Fraction(3, 2): "3/2"}.get(c, str(c))


def plain_text(name: str, goal: Statement, steps: Sequence[Step], conditions: Sequence[SideCondition]) -> str:
    """The proof for a terminal."""
    numbers, by_id = _numbers(steps), {s.id: s for s in steps}
    width = len(str(len(steps)))
    lines = [f"{name}: {statement_in_words(goal)}", "", "Given"]
    split = next((i for i, s in enumerate(steps) if s.rule != "premise"), len(steps))
    for i, step in enumerate(steps):
        if i == split:
            lines += ["", "Proof"]
        why = "" if step.rule == "premise" else f"   [{reason(step, by_id, numbers)}]"
        lines.append(f"{numbers[step.id]:>{width + 1}}. {claim_in_words(step.claim)}{why}")
    lines += ["", f"So {statement_in_words(goal)}, which was to be proved."]
    if seen := conditions_in_words(conditions, numbers):
        lines += ["", "Seen in the figure"] + [f"  {line}" for line in seen]
    lines += ["", "Angles are between lines, anticlockwise, modulo 180°."]
    return "\n".join(lines) + "\n"


def markdown(name: str, goal: Statement, steps: Sequence[Step], conditions: Sequence[SideCondition]) -> str:
    """The proof for a notebook or a web page."""
    numbers, by_id = _numbers(steps), {s.id: s for s in steps}
    lines = [f"**{name}**: {statement_in_words(goal)}", "", "| | | |", "|-:|:-|:-|"]
    lines += [f"| {numbers[s.id]} | {claim_in_words(s.claim)} | {reason(s, by_id, numbers)} |" for s in steps]
    if seen := conditions_in_words(conditions, numbers):
        lines += ["", "Seen in the figure: " + "; ".join(seen) + "."]
    return "\n".join(lines) + "\n"


def conditions_in_words(conditions: Sequence[SideCondition], numbers: Mapping[str, int]) -> list[str]:
    """Each condition once, with the steps that need it."""
    needed: dict[str, list[int]] = {}
    for c in conditions:
        words = _CONDITIONS.get(c.kind)
        if words is not None:
            needed.setdefault(words.format(*c.points, all=", ".join(c.points)), []).append(numbers[c.step])
    return [f"{words} (for {', '.join(f'({n})' for n in sorted(set(steps)))})" for words, steps in needed.items()]
