"""A proof in sentences, to be laid out in any form: what is given, numbered steps with reasons, what is seen in the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from solver.checker import SideCondition
from solver.diagram.diagram import Diagram
from solver.diagram.things import NOTHING, Things, things_of_all
from solver.knowledge.theorem import Theorem
from solver.language.problem import UNNAMED, Clause, Problem, unit_of
from solver.proof.centers import as_radii
from solver.proof.certificate import used_auxiliary
from solver.proof.context import Context
from solver.proof.midlines import midlines
from solver.proof.outline import Told, outline
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Phrases, Tongue, Voice
from solver.proof.premises import premise_groups, understood_in_words
from solver.proof.reasons import sentence
from solver.proof.seen import briefly, conditions_in_words, goes_without_saying
from solver.proof.similarly import similar_lines
from solver.proof.steps import Step
from solver.proof.style import Style
from solver.proof.told import congruent_steps, restated_sources, told_steps
from solver.proof.words import condition_in_words, expression_in_words, statement_in_words
from solver.proof.write.printed import in_a_row, printed
from solver.statements.names import Names
from solver.statements.predicates import EXTREMES, Statement

#: A space between Chinese characters, where a phrase ends in words instead of signs.
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
#: What gives the unit of length, among the steps that have numbers.
_UNIT = "unit"
#: A proof with fewer lines has no headings.
LONG_PROOF = 8


class Part(Enum):
    """Where in a proof a line stands."""

    GIVEN = "given"
    CONSTRUCT = "construct"
    STEP = "step"


@dataclass(frozen=True)
class Line:
    """A numbered sentence of the proof.

    steps: what it says of the certificate (several premises may be one line). rests: the numbers of the lines that it
    refers to. things: what it speaks of. heading: where a paragraph begins, the claim that it is for, or nothing; None
    within one.
    """

    number: int
    words: str
    part: Part = Part.STEP
    steps: tuple[Step, ...] = ()
    rests: tuple[int, ...] = ()
    things: Things = NOTHING
    heading: str | None = None

    def __repr__(self) -> str:
        return f"<Line {self.number}: {self.words}>"

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Reading:
    """A proof in sentences, to be laid out.

    voice: its points' names in print, and the language. constructed: auxiliary points, a
    line each, which stands for all that the construction says. conditions: what is seen in the figure; brief: the same in a few words. theorems: the names of those
    that it cites. left_directed: whether its directed angles are those that couldn't be said otherwise.
    where: for which figures it is, where not for all, as a sentence. stated: the statement as its user wrote it, LaTeX's
    signs in Unicode, where it is in words; understood: what was read in it, also what the proof doesn't need.
    goes_on: whether it is of a further goal of the statement before; angles_later: whether what directed angles are is said below a later one.
    """

    name: str
    voice: Voice
    task: str
    given: tuple[Line, ...]
    constructed: tuple[Line, ...]
    steps: tuple[Line, ...]
    conclusion: str
    conditions: tuple[str, ...]
    brief: tuple[str, ...] = ()
    theorems: tuple[str, ...] = ()
    left_directed: bool = False
    where: str = ""
    stated: str = ""
    understood: tuple[str, ...] = ()
    goes_on: bool = False
    angles_later: bool = False

    @property
    def is_named(self) -> bool:
        return self.name != UNNAMED and not self.goes_on

    @property
    def title(self) -> str:
        """Its name, or that it is a statement."""
        return self.name if self.is_named else self.phrases.untitled

    @property
    def names(self) -> Names:
        return self.voice.names

    @property
    def phrases(self) -> Phrases:
        return self.voice.phrases

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.given, *self.constructed, *self.steps)

    @property
    def about_angles(self) -> str:
        """What directed angles are, where any sentence speaks of them."""
        if self.angles_later or not any("∡" in line.words for line in self.lines):
            return ""
        return f"{self.phrases.angles_left if self.left_directed else ''}{self.phrases.angles}"


def reading_of(
    problem: Problem,
    diagram: Diagram,
    steps: Sequence[Step],
    goal: Statement,
    conditions: Sequence[SideCondition],
    phrases: Phrases = ENGLISH,
    style: Style = Style.OLYMPIAD,
) -> Reading:
    """A proof in words. goal: what was proved, the answer where the problem asks a question."""
    voice = voice_of(problem, phrases)
    constructed = used_auxiliary(problem, steps)
    new = {p for clause in constructed for p in clause.points}
    said = [s for s in steps if s.rule == "premise"]
    groups = premise_groups(problem, [s for s in said if new.isdisjoint(_points(s))], voice)
    made = _by_clause(constructed, [s for s in said if not new.isdisjoint(_points(s))])
    begun = len(groups) + len(made)
    places = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
    told = told_steps(steps, places)
    paragraphs = outline(steps, told)
    first = [*(group.steps for group in groups), *made]
    numbers: dict[str, tuple[int, ...]] = {s.id: (i,) for i, some in enumerate(first, 1) for s in some}
    lines = [line for paragraph in paragraphs for line in paragraph]
    numbers |= {s.id: (n,) for n, line in enumerate(lines, begun + 1) for s in line.steps}
    for s in steps:
        if s.id not in numbers:
            numbers[s.id] = tuple(sorted({n for i in s.rests_on for n in numbers[i]}))
    by_id = {s.id: s for s in steps}
    unit = tuple(_UNIT for group in groups if group.gives_unit)
    numbers |= {name: (i,) for i, group in enumerate(groups, 1) for name in unit if group.gives_unit}
    context = Context(
        by_id,
        numbers,
        voice,
        places,
        congruent_steps(steps),
        midlines(steps, places),
        sources=restated_sources(steps, told),
        style=style,
        unit=unit,
    )
    spoken = _Spoken(context, similar_lines(lines, by_id, problem.premises))
    told_lines = tuple(_told_lines(paragraphs, spoken)) or _given_so(steps[-1], begun + 1, context)
    given = [_premise(i, group.words, Part.GIVEN, group.steps) for i, group in enumerate(groups, 1)]
    clauses = zip(constructed, made, strict=True)
    new_points = [
        _premise(i, _constructed(clause, lines, context), Part.CONSTRUCT, some)
        for i, (clause, some) in enumerate(clauses, len(groups) + 1)
    ]
    theorems = [s.theorem for s in steps if s.theorem is not None]
    seen = [c for c in conditions if not goes_without_saying(c, by_id[c.step], problem, places)]
    return Reading(
        problem.name,
        voice,
        task_in_words(problem, voice),
        tuple(given),
        tuple(new_points),
        told_lines,
        _conclusion(problem, goal, voice),
        conditions_in_words(seen, by_id, numbers, voice),
        briefly(seen, by_id, numbers, voice),
        tuple(dict.fromkeys(_title(theorem, voice) for theorem in theorems)),
        stated=in_a_row(printed(problem.text)) if problem.is_plain else "",
        understood=tuple(understood_in_words(problem, voice)),
    )


def _given_so(step: Step, number: int, context: Context) -> tuple[Line, ...]:
    """The one line of a proof of what is given."""
    words = context.voice.phrases.given_so.format(claim=context.claimed(step), where=context.refs([step.id]))
    return (Line(number, words, Part.STEP, (step,), context.numbers[step.id], things_of_all([step.claim])),)


def _points(step: Step) -> tuple[str, ...]:
    return step.claim.points if isinstance(step.claim, Statement) else ()


def _by_clause(constructed: Sequence[Clause], premises: Sequence[Step]) -> list[tuple[Step, ...]]:
    """What each construction says: the premises of which its points are the last that were constructed."""
    place = {p: i for i, clause in enumerate(constructed) for p in clause.points}
    last = {s.id: max(place[p] for p in _points(s) if p in place) for s in premises}
    return [tuple(s for s in premises if last[s.id] == i) for i in range(len(constructed))]


def _premise(number: int, words: str, part: Part, steps: tuple[Step, ...]) -> Line:
    return Line(number, words, part, steps, (), things_of_all(s.claim for s in steps))


def _constructed(clause: Clause, lines: Sequence[Told], context: Context) -> str:
    from solver.proof.constructed import constructed_in_words

    return _SPACED.sub("", f"{constructed_in_words(clause, context.voice)}{_why(clause, lines, context)}")


def _why(clause: Clause, lines: Sequence[Told], context: Context) -> str:
    """What an auxiliary point is good for: the first circle, midpoint or pair of triangles that it is found to belong to."""
    new = set(clause.points)
    for line in lines:
        claim = line.step.claim
        if isinstance(claim, Statement) and new & set(claim.points) and line.step.id not in context.sources:
            phrases = context.voice.phrases
            return phrases.why.format(claim=context.claimed(line.step), where=context.refs([line.step.id]))
    return ""


def _seen(problem: Problem, voice: Voice) -> str:
    """What the goal says beyond its equation."""
    return voice.enumerated([condition_in_words(c, voice) for c in problem.goal_conditions])


def voice_of(problem: Problem, phrases: Phrases) -> Voice:
    """How a statement and its proof are told."""
    return Voice(
        Names.of(problem.points),
        phrases,
        unit_of(problem),
        problem.measured,
        problem.circles,
        problem.tangents,
        problem.called,
    )


def task_in_words(problem: Problem, voice: Voice) -> str:
    """What is to be proved or found, as a sentence."""
    phrases, task, seen = voice.phrases, statement_in_words(problem.goal, voice), _seen(problem, voice)
    if voice.unit is not None and problem.unit is None and problem.goal.expression is not None:
        task = phrases.with_unit.format(task=task, unit=expression_in_words(voice.unit, voice))
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


@dataclass(frozen=True)
class _Spoken:
    """How lines are put into words. alike: by the step of a line that of an earlier one as which it follows."""

    context: Context
    alike: Mapping[str, str]

    def line(self, line: Told, heading: str | None) -> Line:
        number, *_ = self.context.numbers[line.step.id]
        rests = {n for s in line.steps for i in s.rests_on for n in self.context.numbers[i]} - {number}
        context = replace(self.context, own=number)
        earlier = self.alike.get(line.step.id)
        if earlier is None:
            words = sentence(line.step, context, line.first)
        else:
            phrases = context.voice.phrases
            claim = as_radii(line.step, context) or context.claimed(line.step)
            words = phrases.similarly.format(claim=claim, earlier=context.refs([earlier]))
            words += phrases.stop
            rests |= set(context.numbers[earlier])
        return Line(
            number,
            _SPACED.sub("", words),
            Part.STEP,
            line.steps,
            tuple(sorted(rests)),
            things_of_all(s.claim for s in line.steps),
            heading,
        )


def _told_lines(paragraphs: Sequence[Sequence[Told]], spoken: _Spoken) -> Iterator[Line]:
    """The lines with the headings of their paragraphs, where these are worth having."""
    count = sum(map(len, paragraphs))
    long = [p for p in paragraphs[:-1] if len(p) > 1]
    with_claims = count >= LONG_PROOF and bool(long)
    claims, was_long = 0, True
    for number, paragraph in enumerate(paragraphs):
        heading: str | None = None
        if with_claims and (len(paragraph) > 1 or was_long):
            heading = ""
            if len(paragraph) > 1 and number < len(paragraphs) - 1:
                claims += 1
                said = spoken.context.claimed(paragraph[-1].step)
                heading = spoken.context.voice.phrases.claim.format(number=claims, claim=said)
        was_long = len(paragraph) > 1
        for line in paragraph:
            yield spoken.line(line, heading)
            heading = None
