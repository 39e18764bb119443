"""A proof in sentences, to be laid out in any form: what is given, numbered steps with reasons, what is seen in the figure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from solver.checker import SideCondition
from solver.diagram.diagram import Diagram
from solver.diagram.things import NOTHING, Things, things_of
from solver.language.problem import Problem
from solver.proof.certificate import used_auxiliary
from solver.proof.constructed import constructed_in_words
from solver.proof.reasons import Context, sentence
from solver.proof.steps import Step
from solver.proof.words import claim_in_words, statement_in_words
from solver.statements.conditions import Condition
from solver.statements.equation import segment
from solver.statements.names import Names
from solver.statements.predicates import CONG, Claim, Statement
from solver.statements.theorem import SENTENCES


class Part(Enum):
    """Where in a proof a line stands."""

    GIVEN = "given"
    CONSTRUCT = "construct"
    STEP = "step"


@dataclass(frozen=True)
class Line:
    """A numbered sentence of the proof.

    steps: what it says of the certificate (several premises may be one line). rests: the numbers of the lines that it
    refers to. things: what it speaks of.
    """

    number: int
    words: str
    part: Part = Part.STEP
    steps: tuple[Step, ...] = ()
    rests: tuple[int, ...] = ()
    things: Things = NOTHING


@dataclass(frozen=True)
class Reading:
    """A proof in sentences, to be laid out.

    names: of its points, in print. constructed: auxiliary points; of_constructed: what their constructions say.
    theorems: the names of those that it cites.
    """

    name: str
    names: Names
    task: str
    given: tuple[Line, ...]
    constructed: tuple[str, ...]
    of_constructed: tuple[Line, ...]
    steps: tuple[Line, ...]
    conclusion: str
    conditions: tuple[str, ...]
    theorems: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.given, *self.of_constructed, *self.steps)

    @property
    def has_angles(self) -> bool:
        """Whether any sentence speaks of directed angles."""
        return any("∡" in line.words for line in self.lines)


def reading_of(
    problem: Problem, diagram: Diagram, steps: Sequence[Step], goal: Statement, conditions: Sequence[SideCondition]
) -> Reading:
    """A proof in words. goal: what was proved, the answer where the problem asks a question."""
    names = Names.of(problem.points)
    constructed = used_auxiliary(problem, steps)
    new = {p for clause in constructed for p in clause.points}
    stated: dict[Claim, int] = {claim: i for i, claim in enumerate(problem.premises)}
    ordered = sorted((s for s in steps if s.rule == "premise"), key=lambda s: stated.get(s.claim, len(stated)))
    groups = _premise_groups(ordered)
    groups.sort(key=lambda group: _speaks_of(group, new))
    given = sum(not _speaks_of(group, new) for group in groups)
    theorems = [s for s in steps if s.rule != "premise"]
    numbers = {s.id: i for i, group in enumerate(groups, 1) for s in group}
    numbers |= {s.id: i for i, s in enumerate(theorems, len(groups) + 1)}
    places = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
    context = Context({s.id: s for s in steps}, numbers, names, places)
    premises = tuple(
        Line(
            i,
            _premises_in_words(group, names),
            Part.CONSTRUCT if i > given else Part.GIVEN,
            tuple(group),
            (),
            _things(group),
        )
        for i, group in enumerate(groups, 1)
    )
    asked = problem.goal.predicate.is_question
    task = statement_in_words(problem.goal, names)
    seen = ", ".join(str(Condition(c.kind, tuple(names[p] for p in c.points))) for c in problem.goal_conditions)
    return Reading(
        problem.name,
        names,
        f"{task[0].upper()}{task[1:]}." if asked else f"Prove that {task}{f', with {seen}' if seen else ''}.",
        premises[:given],
        tuple(constructed_in_words(clause, names) for clause in constructed),
        premises[given:],
        tuple(_step_line(s, context) for s in theorems),
        f"{'The answer is' if asked else 'So'} {statement_in_words(goal, names)}."
        + (f" Seen in the figures, not proved: {seen}." if seen else ""),
        _conditions_in_words(conditions, numbers, names),
        tuple(dict.fromkeys(s.theorem.name for s in theorems if s.theorem is not None)),
    )


def _step_line(step: Step, context: Context) -> Line:
    rests = tuple(sorted({context.numbers[i] for i in step.rests_on}))
    return Line(context.numbers[step.id], sentence(step, context), Part.STEP, (step,), rests, things_of(step.claim))


def _things(group: Sequence[Step]) -> Things:
    """All that a group of premises speaks of."""
    each = [things_of(s.claim) for s in group]
    return Things(
        tuple(dict.fromkeys(p for t in each for p in t.points)),
        tuple(dict.fromkeys(row for t in each for row in t.lines)),
        tuple(dict.fromkeys(on for t in each for on in t.circles)),
        tuple(dict.fromkeys(corner for t in each for corner in t.corners)),
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


def _speaks_of(group: Sequence[Step], points: Collection[str]) -> bool:
    return any(p in points for s in group if isinstance(s.claim, Statement) for p in s.claim.points)


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
    found: dict[str, dict[str, set[int]]] = {kind: {} for kind in SENTENCES}
    for c in conditions:
        kind = "not_right" if c.kind == "transversal" and len(c.points) == 3 else c.kind
        sentence = SENTENCES[kind].replace("}{", f"}}{names.gap}{{")
        words = sentence.format(*(names[p] for p in c.points), all=names.listed(c.points))
        found[kind].setdefault(words, set()).add(numbers[c.step])
    return tuple(
        "; ".join(f"{words} ({', '.join(map(str, sorted(steps)))})" for words, steps in some.items())
        for some in found.values()
        if some
    )
