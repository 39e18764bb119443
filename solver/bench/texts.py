"""Texts in words: how many are read, have a figure in which their goals hold, and say what their formal statements say."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.truth import holds
from solver.errors import ParseError, PorismError
from solver.language.orientation import as_in_figure
from solver.language.problem import Problem
from solver.language.prose.tokens import tokens_of
from solver.language.read import NamedStatement, parse_statement
from solver.statements.predicates import Statement

#: A premise holds in a figure where it is off by less than this.
TOLERANCE = 1e-6
#: Figures of a formal statement that a reading is compared with.
FIGURES = 3


@dataclass(frozen=True)
class TextChecked:
    """What came of a text. unread: why it can't be read. undrawn: why there is no figure in which its goals hold.

    unlike: what it says that doesn't hold in a figure of the formal statement; None where that wasn't compared.
    """

    name: str
    seconds: float
    unread: str = ""
    undrawn: str = ""
    unlike: tuple[str, ...] | None = None
    problem: Problem | None = field(default=None, repr=False)

    @property
    def is_read(self) -> bool:
        return not self.unread

    @property
    def is_drawn(self) -> bool:
        return self.is_read and not self.undrawn

    @property
    def is_faithful(self) -> bool:
        return self.is_drawn and self.unlike == ()


def check_text(
    name: str,
    text: str,
    formal: NamedStatement | None,
    seed: int,
    timeout: float,
    read: Callable[[str, str], Problem] = parse_statement,
) -> TextChecked:
    """timeout: seconds for each figure. formal: the same problem in another language, with the same names."""
    started = time.perf_counter()
    try:
        problem = read(text, name)
    except ParseError as error:
        return TextChecked(name, time.perf_counter() - started, str(error))
    checked = TextChecked(name, time.perf_counter() - started, problem=problem)
    try:
        for part in problem.parts():
            build_diagram(part, seed, time.monotonic() + timeout)
    except PorismError as error:
        checked = replace(checked, undrawn=str(error))
    if formal is not None:
        checked = replace(checked, unlike=_unlike(problem, formal, seed, timeout))
    return checked


@dataclass(frozen=True)
class TextCount:
    """What came of many texts."""

    found: tuple[TextChecked, ...]

    def table(self) -> dict[str, int | float]:
        """Texts read, read with a figure in which the goals hold, and saying what their formal statements say."""
        seconds = sorted(c.seconds for c in self.found)
        return {
            "texts": len(self.found),
            "read": sum(c.is_read for c in self.found),
            "drawn": sum(c.is_drawn for c in self.found),
            "faithful": sum(c.is_faithful for c in self.found),
            "seconds_median": round(seconds[len(seconds) // 2], 6),
            "seconds_max": round(seconds[-1], 6),
        }


def check_texts(
    texts: Sequence[NamedStatement],
    formal: Sequence[NamedStatement],
    seed: int,
    timeout: float,
    observe: Callable[[TextChecked], None] = lambda checked: None,
) -> TextCount:
    """One text after the other, one at least. formal: the same problems by their names, as far as there are any."""
    by_name = {statement.name: statement for statement in formal}
    found = []
    for text in texts:
        found.append(check_text(text.name, text.text, by_name.get(text.name), seed, timeout))
        observe(found[-1])
    return TextCount(tuple(found))


def _unlike(problem: Problem, formal: NamedStatement, seed: int, timeout: float) -> tuple[str, ...] | None:
    """Premises that hold in no figure of the formal statement; None where there is none."""
    least: tuple[str, ...] | None = None
    for k in range(FIGURES):
        try:
            statement = formal.parse()
            diagram = build_diagram(statement, seed + k, time.monotonic() + timeout)
        except PorismError:
            continue
        found = _violated(problem, diagram)
        if least is None or len(found) < len(least):
            least = found
        if not least:
            break
    return least


def _violated(problem: Problem, diagram: Diagram) -> tuple[str, ...]:
    names = {_plain(p): p for p in diagram.points}
    named = {p for token in tokens_of(problem.text) for p in token.points}
    known = {p: names[_plain(p)] for p in problem.points if p in named and _plain(p) in names}
    at = diagram.places()
    goals = [g.statement for g in problem.goals if not g.statement.predicate.is_question]
    found = []
    for statement in (*problem.premises, *goals):
        if all(p in known for p in statement.points):
            other = replace(statement, points=tuple(known[p] for p in statement.points))
            if not _holds(other, problem.senses.get(statement), at, diagram):
                found.append(str(statement))
    return tuple(found)


def _holds(statement: Statement, senses: Sequence[int] | None, at: Mapping[str, complex], diagram: Diagram) -> bool:
    turned = as_in_figure(statement, None if senses is None else tuple(senses), at)
    return holds(turned, diagram, TOLERANCE)


def _plain(point: str) -> str:
    return point.lower().replace("_", "")
