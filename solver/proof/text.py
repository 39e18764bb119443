"""Proofs to read: what is given, numbered steps with their reasons in words, what is seen in the figure."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from solver.diagram.diagram import Diagram
from solver.language.problem import Clause, Problem
from solver.proof.checker import SideCondition
from solver.proof.reasons import Context, reason
from solver.proof.steps import Step
from solver.proof.words import claim_in_words, statement_in_words
from solver.statements.equation import segment
from solver.statements.names import Names
from solver.statements.predicates import CONG, Claim, Statement

#: Columns of a plain text.
WIDTH = 100

_ANGLES = (
    "∡ABC is the angle from line BA to line BC, ∡(AB, CD) that from line AB to line CD: anticlockwise, modulo 180°."
)

#: Side conditions by kind, in the order in which they are told.
_CONDITIONS: Mapping[str, str] = {
    "distinct": "{0} ≠ {1}",
    "noncollinear": "{0}, {1}, {2} are not collinear",
    "between": "{1} lies between {0} and {2}",
    "same_orientation": "△{0}{1}{2} and △{3}{4}{5} have the same orientation",
    "opposite_orientation": "△{0}{1}{2} and △{3}{4}{5} have opposite orientations",
    "longer": "{0}{1} > {2}{3}",
    "outside": "{0} lies outside the circle about {1} through {2}",
    "inside": "{0} lies inside the circle about {1} through {2}",
    "transversal": "the two lines or circles that meet in {0} cross there",
    "not_right": "∠{0}{1}{2} is not a right angle",
    "branch": "of the values that an angle may have once it is halved, or known by its sine, the figure shows which",
}


@dataclass(frozen=True)
class Line:
    """A sentence of the proof; its number where steps refer to it."""

    number: int | None
    words: str


@dataclass(frozen=True)
class Reading:
    """A proof in sentences, to be laid out.

    constructed: auxiliary points by name, with what is known of them. has_angles: whether directed angles are spoken of.
    """

    name: str
    task: str
    given: tuple[Line, ...]
    constructed: tuple[tuple[str, tuple[Line, ...]], ...]
    steps: tuple[Line, ...]
    conclusion: str
    conditions: tuple[str, ...]

    @property
    def has_angles(self) -> bool:
        lines = (*self.given, *(line for _, some in self.constructed for line in some), *self.steps)
        return any("∡" in line.words for line in lines)


def reading_of(
    problem: Problem,
    diagram: Diagram,
    steps: Sequence[Step],
    goal: Statement,
    conditions: Sequence[SideCondition],
    auxiliary: Sequence[Clause] = (),
) -> Reading:
    """A proof in words.

    goal: what was proved, the answer where the problem asks a question. auxiliary: the points constructed for the proof.
    """
    names = Names.of(problem.points)
    used = {s.claim for s in steps if s.rule == "premise"}
    said = [(clause.points, _said_of(clause, used)) for clause in auxiliary]
    constructed = {statement for _, some in said for statement in some}
    stated: dict[Claim, int] = {claim: i for i, claim in enumerate(problem.premises)}
    premises = sorted((s for s in steps if s.rule == "premise"), key=lambda s: stated.get(s.claim, len(stated)))
    theorems = [s for s in steps if s.rule != "premise"]
    groups = _premise_groups([s for s in premises if s.claim not in constructed])
    groups += [[s] for _, some in said for claim in some for s in premises if s.claim == claim]
    numbers = {s.id: i for i, group in enumerate(groups, 1) for s in group}
    numbers |= {s.id: i for i, s in enumerate(theorems, len(groups) + 1)}
    of_claim: Mapping[Claim, int] = {s.claim: numbers[s.id] for s in premises}
    places = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
    context = Context({s.id: s for s in steps}, numbers, names, places)
    asked = problem.goal.predicate.is_question
    task = statement_in_words(problem.goal, names)
    given = [Line(i, _premises_in_words(g, names)) for i, g in enumerate(groups, 1) if g[0].claim not in constructed]
    return Reading(
        problem.name,
        f"{task[0].upper()}{task[1:]}." if asked else f"Prove that {task}.",
        tuple(given),
        tuple(
            (names.listed(points), tuple(Line(of_claim.get(s), statement_in_words(s, names)) for s in some))
            for points, some in said
        ),
        tuple(Line(numbers[s.id], f"{claim_in_words(s.claim, names)}, {reason(s, context)}.") for s in theorems),
        f"{'The answer is' if asked else 'So'} {statement_in_words(goal, names)}.",
        _conditions_in_words(conditions, numbers, names),
    )


def _said_of(clause: Clause, used: Collection[Claim]) -> tuple[Statement, ...]:
    """What a construction says of its points: for each of its loci what the proof uses, or what it says first."""
    found: list[Statement] = []
    for call in clause.calls:
        said = call.construction.statements(clause.points, call.arguments, call.constants)
        found += [s for s in said if s in used] or said[:1]
    return tuple(dict.fromkeys(found))


def plain_text(reading: Reading) -> str:
    """For a terminal."""
    width = len(str(len(reading.given) + len(reading.steps)))
    lines = [reading.name, reading.task, "", "Given"]
    lines += [_numbered(line, width) for line in reading.given]
    for points, some in reading.constructed:
        lines += ["", f"Construct {points} with", *(_numbered(line, width) for line in some)]
    lines += ["", "Proof"]
    lines += [_numbered(line, width) for line in reading.steps]
    lines += ["", reading.conclusion]
    if reading.conditions:
        lines += ["", "Seen in the figure"]
        lines += [_wrapped(words, "  ", "    ") for words in reading.conditions]
    if reading.has_angles:
        lines += ["", _ANGLES]
    return "\n".join(lines) + "\n"


def markdown(reading: Reading) -> str:
    """For a notebook or a web page."""
    lines = [f"**{reading.name}.** {reading.task}", "", "**Given**", "", *map(_marked, reading.given)]
    for points, some in reading.constructed:
        lines += ["", f"**Construct {points} with**", "", *map(_marked, some)]
    lines += ["", "**Proof**", "", *map(_marked, reading.steps), "", reading.conclusion]
    if reading.conditions:
        lines += ["", "*Seen in the figure:* " + "; ".join(reading.conditions) + "."]
    if reading.has_angles:
        lines += ["", f"*{_ANGLES}*"]
    return "\n".join(lines) + "\n"


def _marked(line: Line) -> str:
    return f"({line.number}) {line.words}  " if line.number else f"{line.words}  "


def _numbered(line: Line, width: int) -> str:
    number = f"{line.number:>{width + 1}}. " if line.number else " " * (width + 3)
    return _wrapped(line.words, number, " " * (width + 3))


def _wrapped(words: str, first: str, other: str) -> str:
    return textwrap.fill(
        words, WIDTH, initial_indent=first, subsequent_indent=other, break_long_words=False, break_on_hyphens=False
    )


def _premise_groups(premises: Sequence[Step]) -> list[list[Step]]:
    """Equal segments that hang together are one premise to a reader: OA = OB = OC."""
    groups: list[list[Step]] = []
    for premise in premises:
        joined = [g for g in groups if _segments(premise) & {s for p in g for s in _segments(p)}]
        if not joined:
            groups.append([premise])
            continue
        first, *others = joined
        first += [p for g in others for p in g] + [premise]
        groups = [g for g in groups if all(g is not other for other in others)]
    return groups


def _segments(premise: Step) -> set[tuple[str, ...]]:
    claim = premise.claim
    if not isinstance(claim, Statement) or claim.predicate is not CONG:
        return set()
    return {segment(*claim.points[:2]), segment(*claim.points[2:])}


def _premises_in_words(group: Sequence[Step], names: Names) -> str:
    if len(group) == 1:
        return claim_in_words(group[0].claim, names)
    pairs = [p.claim.points[i : i + 2] for p in group if isinstance(p.claim, Statement) for i in (0, 2)]
    shown = {segment(*pair): pair for pair in reversed(pairs)}
    ordered = dict.fromkeys(segment(*pair) for pair in pairs)
    return " = ".join(names.joined(shown[s]) for s in ordered)


def _conditions_in_words(
    conditions: Sequence[SideCondition], numbers: Mapping[str, int], names: Names
) -> tuple[str, ...]:
    """One sentence for each kind: every condition once, with the steps that need it."""
    found: dict[str, dict[str, set[int]]] = {kind: {} for kind in _CONDITIONS}
    for c in conditions:
        kind = "not_right" if c.kind == "transversal" and len(c.points) == 3 else c.kind
        sentence = _CONDITIONS[kind].replace("}{", f"}}{names.gap}{{")
        words = sentence.format(*(names[p] for p in c.points))
        found[kind].setdefault(words, set()).add(numbers[c.step])
    return tuple(
        "; ".join(f"{words} ({', '.join(map(str, sorted(steps)))})" for words, steps in some.items())
        for some in found.values()
        if some
    )
