"""From a text to a problem: sentences, their trees, what these mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from itertools import islice, product

from solver.errors import ParseError, Span
from solver.language.problem import Asking, NamedCircle, Over, Problem, Unit
from solver.language.problem import Goal as ProblemGoal
from solver.language.prose import products, quantities
from solver.language.prose.absolute import cases
from solver.language.prose.asking import asked_for, extreme_of
from solver.language.prose.clauses import state
from solver.language.prose.conditionals import check_conditionals, with_claim
from solver.language.prose.context import CLOSER, Context, Key, Unresolved
from solver.language.prose.conventions import take_conventions, take_feet
from solver.language.prose.indices import is_lettered
from solver.language.prose.known_shapes import COUNTS
from solver.language.prose.likewise import copies, is_likewise, names_of
from solver.language.prose.measures import values
from solver.language.prose.nouns.circles import keep_to_halves, know_by_centers
from solver.language.prose.objects import Polygon
from solver.language.prose.recognize import is_chinese
from solver.language.prose.rounds import note_points
from solver.language.prose.scopes import Scope, claims_of, is_any, merged, parts_of, scopes
from solver.language.prose.sentences import ReadSentence, read_chinese, read_sentences
from solver.language.prose.sources import without_sources
from solver.language.prose.stand_ins import without_stand_ins
from solver.language.prose.syntax import (
    About,
    Clause,
    Goal,
    Likewise,
    Many,
    Named,
    Noun,
    Place,
    Relation,
    Run,
    Said,
    nodes,
)
from solver.language.prose.tokens import Kind, span_at
from solver.language.prose.told_after import introduced, told_first
from solver.language.prose.vague import check_shapes
from solver.language.syntax import shown
from solver.statements.conditions import APART, Condition
from solver.statements.predicates import (
    COLL,
    CONG,
    EQANGLE,
    EXPLORE,
    EXTREMES,
    GREATEST,
    INEQUALITIES,
    LEAST,
    PERP,
    Statement,
)
from solver.statements.tangency import tangencies

#: What points are called is found out by reading again: the incenter is I, and D is then the foot from I.
MOST_TIMES = 4
#: Ways to read a text that leaves something open.
MOST_WAYS = 9


def build_problem(text: str, name: str, line: int = 1) -> Problem:
    """The problem that a text states; line: where it begins in its file. Raises ParseError."""
    corrections: dict[str, str] = {}
    printed, (text, sources) = text, without_sources(text)
    sentences = read_chinese(text, line) if is_chinese(text) else read_sentences(text, line, corrections)
    sentences = told_first(with_claim(sentences))
    points = [p for s in sentences for t in s.tokens if t.kind is Kind.RUN for p in t.points]
    _check_indices(text, line, sentences)
    check_conditionals(text, line, sentences)

    def read(decided: Mapping[object, int], scope: Scope) -> _Reading:
        reserved: dict[Key, str] = {}
        reading = _meaning(text, line, sentences, points, reserved, decided, scope)
        for _ in range(MOST_TIMES):
            if reading.context.explicit == reserved:
                break
            reserved = reading.context.explicit
            reading = _meaning(text, line, sentences, points, reserved, decided, scope)
        for word, meant in corrections.items():
            if word == meant:
                continue
            reading.context.note(f"“{word}” is read as “{meant}”")
        for source in sources:
            reading.context.note(f"{shown(source)} says where the problem is from, and nothing of its figure")
        return reading

    def problem_of(readings: Sequence[_Reading]) -> Problem:
        problems = (without_stand_ins(r.problem(name, printed), r.context.invented) for r in readings)
        return merged([(problem, r.numbers) for problem, r in zip(problems, readings, strict=True)])

    all_scopes = scopes(sentences)

    def read_so(decided: Mapping[object, int], number: int) -> tuple[Problem, Mapping[object, Sequence[str]]]:
        readings = [read(decided, scope) for scope in all_scopes]
        problem = replace(problem_of(readings), reading=number)
        if any(reading.context.may_be_closer for reading in readings):
            with suppress(ParseError):
                closer = problem_of([read({**decided, CLOSER: 1}, scope) for scope in all_scopes])
                problem = replace(problem, closer=replace(closer, reading=number + MOST_WAYS))
        return problem, {about: ways for reading in readings for about, ways in reading.context.open.items()}

    problem, open_ = read_so({}, 0)
    others: list[Problem] = []
    for k, decided in enumerate(_ways(open_) if open_ else (), 1):
        with suppress(ParseError):  # read so, it makes no sense
            others.append(read_so(decided, k)[0])
    return replace(problem, alternatives=tuple(others))


def _check_indices(text: str, line: int, sentences: Sequence[ReadSentence]) -> None:
    """Raises ParseError where a name stands for several, A_i, and it isn't clear for which."""
    for sentence in sentences:
        for token in sentence.tokens:
            for name in filter(is_lettered, (*token.points, token.text if token.kind is Kind.NAME else "")):
                span = span_at(text, token.start, token.end, line)
                raise ParseError(f"it isn't said which points {name} are", span, "write: for i = 1, 2, 3, or name them")


def _ways(open_: Mapping[object, Sequence[str]]) -> list[dict[object, int]]:
    """The ways to decide what is open, but for the first one."""
    ways = product(*(range(len(options)) for options in open_.values()))
    return [dict(zip(open_, way, strict=True)) for way in islice(ways, 1, MOST_WAYS)]


class _Reading:
    """What the sentences of one statement mean. numbers: for each goal, that of the request in the text which it is of."""

    def __init__(self, context: Context, line: int) -> None:
        self.context = context
        self.goals: list[ProblemGoal] = []
        self.numbers: list[int] = []
        self.senses: dict[Statement, tuple[int, ...]] = {}
        self.asking: dict[Statement, Asking] = {}
        self.circles: tuple[NamedCircle, ...] = ()
        self.line = line

    def problem(self, name: str, text: str) -> Problem:
        ctx = self.context
        if not self.goals:
            lines = text.rstrip().split("\n")
            raise ParseError(
                "the goal is missing", Span(self.line + len(lines) - 1, len(lines[-1]) + 1),
                "end with what to prove, such as prove that AB = CD, or with find ∠ABC, or with what can be said?",
            )  # fmt: skip
        for about, options in ctx.open.items():
            ctx.note(f"this can be read in {len(options)} ways; taken is: {options[ctx.decided.get(about, 0)]}")
        said = ctx.given
        goal, *others = self.goals
        self._check_goals()
        _drop_radii(ctx, self.goals)
        used = {p for s in said.premises for p in s.points} | {p for c in said.conditions for p in c.points}
        used |= {p for g in self.goals for p in g.statement.points} | ctx.declared
        points = tuple(p for p in ctx.points if p in used)
        stated = {*said.premises, *(g.statement for g in self.goals)}
        return Problem(
            name, text.rstrip(), points, tuple(said.premises), goal.statement, line=self.line, is_plain=True,
            spans=said.premises, conditions=tuple(said.conditions), condition_spans=said.conditions,
            senses=said.senses, goal_senses=self.senses, goal_conditions=goal.conditions, goal_given=goal.given, goal_given_conditions=goal.given_conditions, notes=tuple(ctx.notes), others=tuple(others),
            asking=self.asking, circles=self.circles, unit=_unit(ctx),
            measured={s: sides for s, sides in ctx.quantities.measured.items() if s in stated},
            called=ctx.quantities.called,
            tangents=tangencies(stated, {*said.senses, *self.senses}),
        )  # fmt: skip

    def _check_goals(self) -> None:
        """Raises ParseError where a goal names a point of which nothing is said."""
        ctx = self.context
        said = ctx.given
        told = {p for s in said.premises for p in s.points} | ctx.declared
        told |= {p for c in said.conditions if c.kind is not APART for p in c.points}
        for goal in self.goals:
            for p in goal.statement.points:
                if p not in told:
                    ctx.span = goal.span or ctx.span
                    raise ctx.fail(
                        f"nothing is said about point {p}", f"say where it is, or that it may be anywhere: point {p}"
                    )


def _unit(ctx: Context) -> Unit | None:
    """The unit of length, where an equation without names defines it."""
    value, said = products.unit(ctx), ctx.quantities.unit
    return None if value is None or said is None else Unit(value, said)


def _drop_radii(ctx: Context, goals: Sequence[ProblemGoal]) -> None:
    """Where only inequalities are asked, centers that are there for their circles' radii, which goals say in sides, are left out.

    So an extreme figure in which two of them coincide isn't a special one.
    """
    if not all(g.statement.predicate in (*INEQUALITIES, *EXTREMES) for g in goals):
        return
    mentioned = {p for g in goals for p in g.statement.points}
    made = {p for x in ctx.quantities.meanings for p in (x.a, x.b)} & ctx.invented - mentioned
    said = ctx.given
    about = [s for s in said.premises if made & set(s.points)]
    defining = all(
        s.predicate in (COLL, PERP, EQANGLE) or (s.predicate is CONG and len(set(s.points)) == 3) for s in about
    )
    if defining:
        for s in about:
            del said.premises[s]
        for c in [c for c in said.conditions if made & set(c.points)]:
            del said.conditions[c]
        ctx.declared -= made


def _meaning(
    text: str,
    line: int,
    sentences: Sequence[ReadSentence],
    points: Sequence[str],
    reserved: dict[Key, str],
    decided: Mapping[object, int],
    scope: Scope,
) -> _Reading:
    ctx = Context(points, reserved, decided)
    reading = _Reading(ctx, line)
    ctx.introduced = introduced(sentences)
    waiting, goals = _items(sentences, points, scope)
    ctx.add_points(names_of(tuple(said for _, said in waiting)))
    while waiting:
        left: list[tuple[ReadSentence, Said]] = []
        error: Unresolved | None = None
        for sentence, item in waiting:
            ctx.span = _span(text, line, sentence, item.place)
            try:
                state(ctx, item)
            except Unresolved as unresolved:
                error = error or unresolved
                left.append((sentence, item))
        if error is not None and len(left) == len(waiting):
            if ctx.may_invent:
                raise error
            if named := _named_in_goals(goals, ctx):
                left += named  # show that the circumcircle k of ABC … Let k meet …
            else:
                ctx.may_invent = True  # what nothing else tells gets a point of its own
        waiting = left
    ctx.state_late()
    ctx.define_pending()
    quantities.resolve(ctx)
    ctx.define_pending()
    know_by_centers(ctx)
    keep_to_halves(ctx)
    check_shapes(ctx)
    take_feet(ctx)
    given = ctx.named_circles  # what is to be proved to lie on one isn't said to
    for number, (sentence, goal) in enumerate(goals):
        if number in scope.goals:
            _goal(reading, text, line, sentence, goal, scope)
            reading.numbers += [number] * (len(reading.goals) - len(reading.numbers))
        else:
            _pass_over(reading, text, line, sentence, goal, scope)
    quantities.resolve(ctx)  # what a goal says of lengths in passing: the altitude to the side of length 14
    note_points(ctx)
    take_conventions(ctx, points)  # a goal may tell what a letter is: the centroid G lies on ω
    ctx.define_pending()
    for sentence in sentences:
        for read in sentence.items:
            if scope.has(read, [goal for _, goal in goals]):
                _check_used(ctx, read, text, line, sentence, scope)
    reading.circles = tuple({**ctx.named_circles, **given}.values())
    return reading


def _items(
    sentences: Sequence[ReadSentence], points: Sequence[str], scope: Scope
) -> tuple[list[tuple[ReadSentence, Said]], list[tuple[ReadSentence, Goal]]]:
    """What is given in these sentences for the goals of the scope, and all goals, each with its sentence."""
    waiting: list[tuple[ReadSentence, Said]] = []
    goals: list[tuple[ReadSentence, Goal]] = []
    known = frozenset(points) | {n for s in sentences for n in names_of(tuple(s.items))}
    for sentence in sentences:
        for item in sentence.items:
            if isinstance(item, Goal):
                goals.append((sentence, item))
                waiting += [(sentence, Clause("mention", (("subject", n),))) for n in _any_polygons(item)]
                if item.kind == "find":  # what is given for it alone
                    waiting += [(sentence, part) for said in item.clauses for part in scope.kept(parts_of(said))]
                    asked = [*_new_polygons(item.asked), *_told_polygons(item.asked)]
                    waiting += [(sentence, Clause("mention", (("subject", n),))) for n in asked]
                continue
            for part in scope.kept(parts_of(item)):
                told = copies(part, [said for _, said in waiting], known) if is_likewise(part) else None
                waiting += [(sentence, said) for said in told] if told else [(sentence, part)]
    return waiting, goals


def _pass_over(reading: _Reading, text: str, line: int, sentence: ReadSentence, goal: Goal, scope: Scope) -> None:
    """A goal for which something else is given: only the points that it introduces are taken from it."""
    kept, senses, asking = list(reading.goals), dict(reading.senses), dict(reading.asking)
    with suppress(ParseError):  # what it speaks of may be given for it alone
        _goal(reading, text, line, sentence, goal, scope)
    reading.goals, reading.senses, reading.asking = kept, senses, asking


def _named_in_goals(goals: Sequence[tuple[ReadSentence, Goal]], ctx: Context) -> list[tuple[ReadSentence, Said]]:
    """Lines and circles that get a name where something is to be proved of them, and that aren't known yet."""
    nouns = [
        (sentence, n) for sentence, goal in goals for n in nodes(goal) if isinstance(n, Noun) and n.roles and not n.mods
    ]
    return [
        (sentence, Clause("mention", (("subject", noun),), place=noun.place))
        for sentence, noun in nouns
        if noun.names and all(isinstance(name, Named) and name.name not in ctx.names for name in noun.names)
    ]


def _any_polygons(goal: Goal) -> list[Noun]:
    """Those of which something is to be proved whatever they are: `(prove that) the diagonals of a rhombus are perpendicular`.

    They stand in what a claim is about. `M, N, P and Q are the vertices of a square` claims that there is one.
    """
    if goal.kind == "find":
        return []
    said = [part for clause in goal.clauses for part in parts_of(clause)]
    about = [part.thing for part in said if isinstance(part, About)]
    found = [n for thing in about for n in _new_polygons(thing) if n is not thing]
    found += [n for part in said if is_any(part) for n in _new_polygons(part)]
    return list(dict.fromkeys(found))


def _new_polygons(asked: object) -> list[Noun]:
    """`(Find the area of) a triangle whose sides have lengths 13, 14 and 15`."""
    if isinstance(asked, Noun) and asked.head in COUNTS and asked.article == "a" and not asked.names:
        return [asked]
    if isinstance(asked, tuple):
        return [noun for part in asked for noun in _new_polygons(part)]
    if is_dataclass(asked):
        return [noun for f in fields(asked) for noun in _new_polygons(getattr(asked, f.name))]
    return []


def _told_polygons(asked: object) -> list[Noun]:
    """`(Find the area of) triangle ABC with AB = 13 and BC = 14`: what is given of it comes first."""
    return [n for n in nodes(asked) if isinstance(n, Noun) and n.head in COUNTS and n.names and n.mods]


def _check_used(ctx: Context, node: object, text: str, line: int, sentence: ReadSentence, scope: Scope) -> None:
    """Everything that the sentences say has a part in what they mean. Raises ParseError."""
    if id(node) in scope.left_out:
        return
    if isinstance(node, Run | Named | Relation | Clause) and id(node) not in ctx.visited:
        if not (isinstance(node, Clause) and node.verb == "given"):
            start, end = node.place
            if end > start:
                ctx.span = _span(text, line, sentence, node.place)
            raise ctx.fail("this wasn't understood: it would be left out")
    if isinstance(node, Many) and node.is_choice and id(node) not in ctx.visited:
        ctx.span = _span(text, line, sentence, node.place)
        raise ctx.fail("one of several things can't be stated", "write a statement for each, or say which one is meant")
    if isinstance(node, tuple):
        for part in node:
            _check_used(ctx, part, text, line, sentence, scope)
    elif is_dataclass(node):
        if (isinstance(node, Clause) and "not" in node.flags) or isinstance(node, Likewise):
            return
        if isinstance(node, About) and isinstance(node.said, Likewise):
            return
        if isinstance(node, About) and isinstance(node.thing, Noun) and node.thing.article == "no":
            return
        for f in fields(node):
            if f.name != "place":
                _check_used(ctx, getattr(node, f.name), text, line, sentence, scope)


def _span(text: str, line: int, sentence: ReadSentence, place: Place) -> Span:
    start, end = place
    tokens = sentence.tokens
    if end <= start:
        start, end = 0, len(tokens)
    return span_at(text, tokens[start].start, tokens[min(end, len(tokens)) - 1].end, line)


def _goal(reading: _Reading, text: str, line: int, sentence: ReadSentence, goal: Goal, scope: Scope) -> None:
    ctx = reading.context
    ctx.span = _span(text, line, sentence, goal.place)
    if goal.kind == "explore":
        reading.goals.append(ProblemGoal(Statement(EXPLORE, ()), (), ctx.span))
        return
    if goal.kind in ("greatest", "least"):
        assert goal.asked is not None
        for value in values(ctx, goal.asked):
            asked = extreme_of(ctx, value, GREATEST if goal.kind == "greatest" else LEAST)
            reading.goals.append(ProblemGoal(asked.statement, (), ctx.span))
            reading.asking[asked.statement] = asked.how
        return
    if goal.kind == "find":
        assert goal.asked is not None
        for value in values(ctx, goal.asked):
            asked = asked_for(ctx, value, goal.terms)
            reading.goals.append(ProblemGoal(asked.statement, (), ctx.span))
            reading.asking[asked.statement] = replace(asked.how, over=Over[goal.over] if goal.over else None)
            if asked.senses is not None:
                reading.senses[asked.statement] = asked.senses
        return
    if goal.kind == "iff":
        one, other = (_claimed(reading, text, line, sentence, side) for side in goal.clauses)
        for given, claims in ((one, other), (other, one)):
            assumed = tuple(claim.statement for claim in given)
            seen = tuple(condition for claim in given for condition in claim.conditions)
            reading.goals += [replace(claim, given=assumed, given_conditions=seen) for claim in claims]
        return
    for noun in (
        nodes(goal.clauses) if len(goal.clauses) > 1 else ()
    ):  # what is given may speak of angle B of a triangle in the claim
        if isinstance(noun, Noun) and noun.head in COUNTS:
            for name in noun.names:
                if isinstance(name, Run) and len(name.points) > 2:
                    ctx.add_polygon(Polygon(name.points), False)
    parts = [part for clause in goal.clauses for part in claims_of(clause)]
    if all("such_that" in mark for mark in _marks(goal)) and _introduces(ctx, parts):
        parts = [(part, not is_given) for part, is_given in parts]
    elif any("so" in mark for mark in _marks(goal)):  # prove that AM ⟂ BC, so that AM is an altitude
        parts = [(part, False) for part, _ in parts]
    for is_given in (True, False):
        wanted = scope.kept([part for part, given in parts if given is is_given])
        _goal_clauses(reading, text, line, sentence, wanted, is_given)


def _marks(goal: Goal) -> list[frozenset[str]]:
    """How it is said of what parts of a claim that they are given: `such that`, or otherwise."""
    return [node.flags for node in nodes(goal.clauses) if isinstance(node, Clause) and node.verb == "given"]


def _introduces(ctx: Context, parts: Sequence[tuple[Said, bool]]) -> bool:
    """Whether what is to be proved is said of a new point: `prove that ω meets AM at Q such that MQ = MP`.

    What comes after `where` tells what a point is: `where O is the midpoint of AB`; that is given.
    """
    given_ = [part for part, is_given in parts if is_given]
    if not all(isinstance(part, Relation) and not _defines_point(part) for part in given_):
        return False
    introduced, asked = (
        {name for part, given in parts if given is is_given for name in names_of(part)} for is_given in (False, True)
    )
    return any(name in ctx.points and not ctx.is_told(name) for name in introduced & asked)


def _defines_point(relation: Relation) -> bool:
    """`where E = AC ∩ BD`."""
    return any(isinstance(side, Run) and len(side.points) == 1 for side in relation.sides)


def _claimed(reading: _Reading, text: str, line: int, sentence: ReadSentence, side: Said) -> list[ProblemGoal]:
    """What one side of an “if and only if” claims."""
    before = len(reading.goals)
    _goal_clauses(reading, text, line, sentence, parts_of(side), False)
    claims, reading.goals = reading.goals[before:], reading.goals[:before]
    return claims


def _goal_clauses(
    reading: _Reading, text: str, line: int, sentence: ReadSentence, parts: Sequence[Said], is_given: bool
) -> None:
    ctx = reading.context
    if is_given:
        for part in parts:
            ctx.span = _span(text, line, sentence, part.place)
            state(ctx, part)
        check_shapes(ctx)  # if ABC is isosceles, then …
        return
    seen: tuple[Condition, ...] = ()
    for part in parts:
        ctx.span = _span(text, line, sentence, part.place)
        for case in cases(ctx, part):
            with ctx.as_goal() as said:
                state(ctx, case.said)
            conditions = (*seen, *said.conditions)
            seen = ()
            if not said.premises and said.conditions and part is not parts[-1]:
                seen = conditions  # `Z lies on segment BC and ZA/ZB = ZD/ZC`: it is looked at with what comes next
                continue
            if not said.premises:
                raise ctx.fail(
                    "this is seen in a figure and can't be proved",
                    "prove one relation: points on a line or circle, lengths, angles, parallel or perpendicular lines",
                )
            supposed = () if case.condition is None else (case.condition,)
            for statement in said.premises:
                reading.goals.append(ProblemGoal(statement, conditions, ctx.span, given_conditions=supposed))
                conditions = ()
            reading.senses |= said.senses
