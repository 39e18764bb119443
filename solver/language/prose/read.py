"""From a text to a problem: sentences, their trees, what these mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass

from solver.errors import ParseError, Span
from solver.language.problem import Goal as ProblemGoal
from solver.language.problem import Problem
from solver.language.prose.chart import TooHard
from solver.language.prose.chinese.grammar import Grammar as ChineseGrammar
from solver.language.prose.chinese.words import is_chinese
from solver.language.prose.chinese.words import sentences as chinese_sentences
from solver.language.prose.clauses import state
from solver.language.prose.context import Context, Key, Unresolved
from solver.language.prose.english.grammar import Grammar
from solver.language.prose.english.words import prepare
from solver.language.prose.measures import question, values
from solver.language.prose.syntax import (
    About,
    Clause,
    Goal,
    Named,
    Noun,
    Place,
    Relation,
    Run,
    Said,
    Sentence,
    Together,
)
from solver.language.prose.tokens import Kind, Token, span_at, tokens_of
from solver.statements.predicates import EXPLORE, Statement


@dataclass(frozen=True)
class ReadSentence:
    """A sentence with its tokens, for the places of its parts."""

    tokens: Sequence[Token]
    items: Sequence[Sentence]


#: What a text has that is meant as a paper prints it: LaTeX, or words that a terse statement does without.
_PROSE = re.compile(
    r"\$|\\[a-z]{2}|\b(?:let|given|suppose|denote|respectively|consider|such that|points?|prove that|lines?)\b",
    re.IGNORECASE,
)


__all__ = ["ReadSentence", "build_problem", "is_chinese", "is_prose", "read_sentences"]


def is_prose(text: str) -> bool:
    """Whether a text is rather prose than a terse statement, by its words."""
    return len(_PROSE.findall(text)) > 1


def read_sentences(text: str, line: int = 1) -> list[ReadSentence]:
    """The trees of a text. Raises ParseError where a sentence can't be read."""
    found = []
    unread: list[ParseError] = []
    for tokens in split(tokens_of(text)):
        prepared = prepare(tokens)
        grammar = Grammar(prepared)
        try:
            items = grammar.parse()
        except TooHard:
            items = None
        if items is None:
            at = min(grammar.farthest, len(prepared) - 1)
            span = span_at(text, prepared[at].start, prepared[-1].end, line)
            unread.append(ParseError(f"this can't be read: “{text[prepared[at].start : prepared[-1].end]}”", span))
        else:
            found.append(ReadSentence(prepared, items))
    if unread:
        raise unread[0]
    return found


def read_chinese(text: str, line: int = 1) -> list[ReadSentence]:
    """The trees of a text in Chinese. Raises ParseError that names all that can't be read."""
    found = []
    unread: list[tuple[int, int]] = []
    for tokens in chinese_sentences(text, line):
        grammar = ChineseGrammar(tokens)
        try:
            items = grammar.parse()
        except TooHard:
            items = None
        if items is None:
            at = min(grammar.farthest, len(tokens) - 1)
            unread.append((tokens[at].start, tokens[-1].end))
        else:
            found.append(ReadSentence(tokens, items))
    if unread:
        start, end = unread[0]
        shown = "；".join(f"“{text[a:b]}”" for a, b in unread)
        raise ParseError(
            f"这一句从这里起读不懂 (this can't be read): {shown}", span_at(text, start, end, line),
            "请换一种说法，例如：AD与BE交于点H；D是BC的中点；过A作BC的垂线，垂足为D",
        )  # fmt: skip
    return found


def split(tokens: Sequence[Token]) -> list[list[Token]]:
    sentences: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind is Kind.END:
            sentences.append([])
        else:
            sentences[-1].append(token)
    return [s for s in sentences if any(t.kind is not Kind.LINE for t in s)]


def build_problem(text: str, name: str, line: int = 1) -> Problem:
    """The problem that a text states; line: where it begins in its file. Raises ParseError."""
    sentences = read_chinese(text, line) if is_chinese(text) else read_sentences(text, line)
    points = [p for s in sentences for t in s.tokens if t.kind is Kind.RUN for p in t.points]
    reserved: dict[Key, str] = {}
    first = _meaning(text, line, sentences, points, reserved)
    second = _meaning(text, line, sentences, points, first.context.explicit)
    return second.problem(name, text)


class _Reading:
    """What the sentences of one statement mean."""

    def __init__(self, context: Context, line: int) -> None:
        self.context = context
        self.goals: list[ProblemGoal] = []
        self.senses: dict[Statement, tuple[int, ...]] = {}
        self.line = line

    def problem(self, name: str, text: str) -> Problem:
        ctx = self.context
        if not self.goals:
            lines = text.rstrip().split("\n")
            raise ParseError(
                "the goal is missing", Span(self.line + len(lines) - 1, len(lines[-1]) + 1),
                "end with what to prove, such as prove that AB = CD, or with find ∠ABC, or with what can be said?",
            )  # fmt: skip
        said = ctx.given
        goal, *others = self.goals
        used = {p for s in said.premises for p in s.points} | {p for c in said.conditions for p in c.points}
        used |= {p for g in self.goals for p in g.statement.points} | ctx.declared
        points = tuple(p for p in ctx.points if p in used)
        return Problem(
            name, text.rstrip(), points, tuple(said.premises), goal.statement, line=self.line, is_plain=True,
            spans=said.premises, conditions=tuple(said.conditions), condition_spans=said.conditions,
            senses=said.senses | self.senses, goal_conditions=goal.conditions, others=tuple(others),
        )  # fmt: skip


def _meaning(
    text: str, line: int, sentences: Sequence[ReadSentence], points: Sequence[str], reserved: dict[Key, str]
) -> _Reading:
    ctx = Context(points, reserved)
    reading = _Reading(ctx, line)
    waiting: list[tuple[ReadSentence, Said]] = []
    goals: list[tuple[ReadSentence, Goal]] = []
    for sentence in sentences:
        for item in sentence.items:
            if isinstance(item, Goal):
                goals.append((sentence, item))
            else:
                waiting += [(sentence, part) for part in _parts(item)]
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
            raise error
        waiting = left
    for sentence, goal in goals:
        _goal(reading, text, line, sentence, goal)
    for sentence in sentences:
        for item in sentence.items:
            _check_used(ctx, item, text, line, sentence)
    return reading


def _check_used(ctx: Context, node: object, text: str, line: int, sentence: ReadSentence) -> None:
    """Everything that the sentences say has a part in what they mean. Raises ParseError."""
    if isinstance(node, Run | Named | Relation | Clause) and id(node) not in ctx.visited:
        if not (isinstance(node, Clause) and node.verb == "given"):
            start, end = node.place
            if end > start:
                ctx.span = _span(text, line, sentence, node.place)
            raise ctx.fail("this wasn't understood: it would be left out")
    if isinstance(node, tuple):
        for part in node:
            _check_used(ctx, part, text, line, sentence)
    elif is_dataclass(node):
        if isinstance(node, Clause) and "not" in node.flags:
            return
        if isinstance(node, About) and isinstance(node.thing, Noun) and node.thing.article == "no":
            return
        for f in fields(node):
            if f.name != "place":
                _check_used(ctx, getattr(node, f.name), text, line, sentence)


def _parts(item: Said) -> list[Said]:
    if isinstance(item, Together):
        return [part for clause in item.clauses for part in _parts(clause)]
    return [item]


def _span(text: str, line: int, sentence: ReadSentence, place: Place) -> Span:
    start, end = place
    tokens = sentence.tokens
    if end <= start:
        start, end = 0, len(tokens)
    return span_at(text, tokens[start].start, tokens[min(end, len(tokens)) - 1].end, line)


def _goal(reading: _Reading, text: str, line: int, sentence: ReadSentence, goal: Goal) -> None:
    ctx = reading.context
    ctx.span = _span(text, line, sentence, goal.place)
    if goal.kind == "explore":
        reading.goals.append(ProblemGoal(Statement(EXPLORE, ()), (), ctx.span))
        return
    if goal.kind == "find":
        assert goal.asked is not None
        for value in values(ctx, goal.asked):
            asked, senses = question(ctx, value)
            reading.goals.append(ProblemGoal(asked, (), ctx.span))
            if senses is not None:
                reading.senses[asked] = senses
        return
    if goal.kind == "iff":
        raise ctx.fail("“if and only if” can't be proved at once yet", "state one direction: prove that if … then …")
    for clause in goal.clauses:
        given: list[Said] = []
        for part in _parts(clause):
            if isinstance(part, Clause) and part.verb == "given":
                given.append(part)
                continue
            if given and clause is not goal.clauses[-1]:
                state(ctx, part)
                continue
            ctx.span = _span(text, line, sentence, part.place)
            with ctx.as_goal() as said:
                state(ctx, part)
            if not said.premises:
                raise ctx.fail(
                    "this is seen in a figure, it can't be proved",
                    "prove one relation: points on a line or circle, lengths, angles, parallel or perpendicular lines",
                )
            conditions = tuple(said.conditions)
            for statement in said.premises:
                reading.goals.append(ProblemGoal(statement, conditions, ctx.span))
                conditions = ()
            reading.senses |= said.senses
