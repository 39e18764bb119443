"""A proof in sentences, to be laid out in any form: what is given, numbered steps with reasons, what is seen in the figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from solver.checker import SideCondition
from solver.diagram.diagram import Diagram
from solver.diagram.things import NOTHING, Things, things_of
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem, unit_of
from solver.proof.certificate import used_auxiliary
from solver.proof.constructed import constructed_in_words
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import CONDITION_KINDS, Phrases, Tongue, Voice
from solver.proof.premises import premise_groups
from solver.proof.reasons import Context, numbered, sentence
from solver.proof.steps import Step
from solver.proof.told import congruent_steps, told_steps
from solver.proof.words import statement_in_words
from solver.statements.conditions import Condition
from solver.statements.expression import written
from solver.statements.names import Names
from solver.statements.predicates import EXTREMES, Statement


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

    voice: its points' names in print, and the language. constructed: auxiliary points; of_constructed: what their
    constructions say. conditions: what is seen in the figure; brief: the same in a few words. theorems: the names of those
    that it cites.
    """

    name: str
    voice: Voice
    task: str
    given: tuple[Line, ...]
    constructed: tuple[str, ...]
    of_constructed: tuple[Line, ...]
    steps: tuple[Line, ...]
    conclusion: str
    conditions: tuple[str, ...]
    brief: tuple[str, ...] = ()
    theorems: tuple[str, ...] = ()

    @property
    def names(self) -> Names:
        return self.voice.names

    @property
    def phrases(self) -> Phrases:
        return self.voice.phrases

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.given, *self.of_constructed, *self.steps)

    @property
    def has_angles(self) -> bool:
        """Whether any sentence speaks of directed angles."""
        return any("∡" in line.words for line in self.lines)


def reading_of(
    problem: Problem,
    diagram: Diagram,
    steps: Sequence[Step],
    goal: Statement,
    conditions: Sequence[SideCondition],
    phrases: Phrases = ENGLISH,
) -> Reading:
    """A proof in words. goal: what was proved, the answer where the problem asks a question."""
    voice = Voice(Names.of(problem.points), phrases, unit_of(problem))
    constructed = used_auxiliary(problem, steps)
    new = {p for clause in constructed for p in clause.points}
    groups = premise_groups(problem, [s for s in steps if s.rule == "premise"], voice)
    groups.sort(key=lambda group: not new.isdisjoint(group.points))
    given = sum(new.isdisjoint(group.points) for group in groups)
    numbers: dict[str, tuple[int, ...]] = {s.id: (i,) for i, group in enumerate(groups, 1) for s in group.steps}
    theorems = [s for s in steps if s.rule != "premise"]
    told = told_steps(steps)
    number = len(groups)
    for s in theorems:
        if s.id in told:
            number += 1
            numbers[s.id] = (number,)
        else:
            numbers[s.id] = tuple(sorted({n for i in s.rests_on for n in numbers[i]}))
    places = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
    context = Context({s.id: s for s in steps}, numbers, voice, places, congruent_steps(steps))
    premises = tuple(
        Line(i, group.words, Part.CONSTRUCT if i > given else Part.GIVEN, group.steps, (), _things(group.steps))
        for i, group in enumerate(groups, 1)
    )
    return Reading(
        problem.name,
        voice,
        _task(problem, voice),
        premises[:given],
        tuple(constructed_in_words(clause, voice) for clause in constructed),
        premises[given:],
        tuple(_step_line(s, context) for s in theorems if s.id in told),
        _conclusion(problem, goal, voice),
        _conditions_in_words(conditions, numbers, voice),
        _briefly(conditions, numbers, voice),
        tuple(dict.fromkeys(_title(s.theorem, voice) for s in theorems if s.theorem is not None)),
    )


def _seen(problem: Problem, voice: Voice) -> str:
    """What the goal says beyond its equation."""
    return ", ".join(str(Condition(c.kind, tuple(voice[p] for p in c.points))) for c in problem.goal_conditions)


def _task(problem: Problem, voice: Voice) -> str:
    phrases, task, seen = voice.phrases, statement_in_words(problem.goal, voice), _seen(problem, voice)
    if voice.unit is not None and problem.goal.expression is not None:
        task = phrases.with_unit.format(task=task, unit=written(voice.unit))
    if problem.goal.predicate.is_question:
        return f"{task[0].upper()}{task[1:]}{phrases.stop}"
    return phrases.task.format(goal=phrases.with_seen.format(goal=task, seen=seen) if seen else task)


def _conclusion(problem: Problem, goal: Statement, voice: Voice) -> str:
    phrases, seen = voice.phrases, _seen(problem, voice)
    template = phrases.answer if problem.goal.predicate.is_question else phrases.conclusion
    template = phrases.attained if problem.goal.predicate in EXTREMES else template
    said = template.format(goal=statement_in_words(goal, voice))
    return f"{said} {phrases.seen.format(seen=seen)}" if seen else said


def _title(theorem: Theorem, voice: Voice) -> str:
    return theorem.chinese if voice.phrases.tongue is Tongue.CHINESE and theorem.chinese else theorem.name


def _step_line(step: Step, context: Context) -> Line:
    rests = tuple(sorted({n for i in step.rests_on for n in context.numbers[i]}))
    number, *_ = context.numbers[step.id]
    return Line(number, sentence(step, context), Part.STEP, (step,), rests, things_of(step.claim))


def _things(group: Sequence[Step]) -> Things:
    """All that a group of premises speaks of."""
    each = [things_of(s.claim) for s in group]
    return Things(
        tuple(dict.fromkeys(p for t in each for p in t.points)),
        tuple(dict.fromkeys(row for t in each for row in t.lines)),
        tuple(dict.fromkeys(on for t in each for on in t.circles)),
        tuple(dict.fromkeys(corner for t in each for corner in t.corners)),
    )


def _conditions_in_words(
    conditions: Sequence[SideCondition], numbers: Mapping[str, tuple[int, ...]], voice: Voice
) -> tuple[str, ...]:
    """One sentence for each kind: every condition once, with the steps that need it."""
    found: dict[str, dict[str, set[int]]] = {kind: {} for kind in CONDITION_KINDS}
    for c in conditions:
        kind = "not_right" if c.kind == "transversal" and len(c.points) == 3 else c.kind
        words = voice.filled(voice.phrases.conditions[kind], c.points)
        found[kind].setdefault(words, set()).update(numbers[c.step])
    return tuple(_joined(some, voice) for some in found.values() if some)


def _briefly(
    conditions: Sequence[SideCondition], numbers: Mapping[str, tuple[int, ...]], voice: Voice
) -> tuple[str, ...]:
    """What lies where, as the full list says it; of what only must not be degenerate, that it isn't."""
    found: dict[str, set[int]] = {}
    for c in conditions:
        kind = "not_right" if c.kind == "transversal" and len(c.points) == 3 else c.kind
        words = voice.phrases.brief.get(kind) or voice.filled(voice.phrases.conditions[kind], c.points)
        found.setdefault(words, set()).update(numbers[c.step])
    return tuple(_joined({words: steps}, voice) for words, steps in found.items())


def _joined(some: Mapping[str, set[int]], voice: Voice) -> str:
    at = voice.phrases.brief_at
    return voice.phrases.semicolon.join(at.format(what=words, steps=numbered(steps)) for words, steps in some.items())
