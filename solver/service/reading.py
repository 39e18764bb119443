"""How a statement is understood."""

from __future__ import annotations

import re

from solver.errors import Span
from solver.language.convert import goal_in_words, understood
from solver.language.plain_recognize import Said, recognized
from solver.language.problem import UNNAMED, Problem
from solver.language.read import parse_statement
from solver.service.answers import Place, SentenceRead, StatementRead


def read_statement(text: str, name: str = UNNAMED) -> StatementRead:
    """Raises ParseError with the passages that aren't understood."""
    return read_problem(parse_statement(text, name))


def read_problem(problem: Problem) -> StatementRead:
    return StatementRead(
        problem.name,
        problem.points,
        understood(problem),
        _sentences(problem),
        tuple(goal_in_words(problem, goal) for goal in problem.goals),
        problem.notes,
    )


def _sentences(problem: Problem) -> tuple[SentenceRead, ...]:
    """In the order of the text."""
    found = []
    for span, said in said_by(problem).items():
        words = tuple(fact.words for fact in recognized(said, problem.senses))
        place = Place(span.line, span.column, span.length)
        text = f"{_introduction(problem.text, span)}{problem.quote(span)}"
        text += "$" * (text.count("$") % 2)
        found.append(SentenceRead(text, place, tuple(map(str, said)), words))
    return tuple(found)


#: A few words at the end of a text, with no sign before them in their sentence.
_WORDS_BEFORE = re.compile(r"(?:^|[.,;:!?。，；：])\s*(?:and\s+)?((?:[A-Za-z]+\s+){0,3}|[\u4e00-\u9fff]{1,3})(\$?)$")


def _introduction(text: str, span: Span) -> str:
    """The words that begin a sentence and say nothing, such as `Let`, which aren't part of what is said."""
    before = _WORDS_BEFORE.search(text.split("\n")[span.line - 1][: span.column - 1])
    return f"{before[1]}{before[2]}" if before else ""


def said_by(problem: Problem) -> dict[Span, list[Said]]:
    """What each sentence says, in the order of the text."""
    said: dict[Span, list[Said]] = {}
    for premise, span in problem.spans.items():
        said.setdefault(span, []).append(premise)
    for condition, span in problem.condition_spans.items():
        said.setdefault(span, []).append(condition)
    return {span: said[span] for span in sorted(said, key=lambda s: (s.line, s.column))}
