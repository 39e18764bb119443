"""How a statement is understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from solver.errors import Span
from solver.language.convert import goal_in_words, understood
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.service.answers import Place, SentenceRead, StatementRead


def read_statement(text: str, name: str = "statement") -> StatementRead:
    """Raises ParseError with the passages that aren't understood."""
    problem = parse_statement(text, name)
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
    said: dict[Span, list[str]] = {}
    sources: Sequence[Mapping[object, Span]] = (problem.spans, problem.condition_spans)  # type: ignore[assignment]
    for spans in sources:
        for what, span in spans.items():
            said.setdefault(span, []).append(str(what))
    found = []
    for span in sorted(said, key=lambda s: (s.line, s.column)):
        place = Place.of(span)
        assert place is not None
        found.append(SentenceRead(problem.quote(span), place, tuple(said[span])))
    return tuple(found)
