"""Texts in words: how many are read, have a figure, have their goals true in it, and say what their formal statements say."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from solver.collection import Entry
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.readings import settled
from solver.diagram.truth import holds
from solver.errors import FalseStatement, ParseError, PorismError
from solver.language.orientation import as_in_figure
from solver.language.problem import Problem
from solver.language.prose.tokens import tokens_of
from solver.language.read import NamedStatement, parse_statement
from solver.proving import prove
from solver.statements.predicates import Statement

#: A premise holds in a figure where it is off by less than this.
TOLERANCE = 1e-6
#: Figures of a reading in which its goals must hold, and of a formal statement that a reading is compared with.
FIGURES_OF_READING, FIGURES = 2, 3


class Language(str, Enum):
    """In which a problem file states its problem as a paper would print it."""

    ENGLISH = "en"
    CHINESE = "zh"


def texts_of(entries: Iterable[Entry], language: Language) -> list[NamedStatement]:
    """What problem files say in a language; those that say nothing in it are left out."""
    found = []
    for entry in entries:
        text = entry.file.english if language is Language.ENGLISH else entry.file.chinese
        if text:
            found.append(NamedStatement(entry.name, text))
    return found


@dataclass(frozen=True)
class TextChecked:
    """What came of a text. unread, undrawn, untrue: why it can't be read, has no figure, or has a goal that fails in one.

    unlike: what it says that doesn't hold in a figure of the formal statement; None where that wasn't compared.
    unproved: why it has no proof; None where none was looked for.
    """

    name: str
    seconds: float
    unread: str = ""
    undrawn: str = ""
    untrue: str = ""
    unlike: tuple[str, ...] | None = None
    unproved: str | None = None
    problem: Problem | None = field(default=None, repr=False)

    @property
    def is_read(self) -> bool:
        return not self.unread

    @property
    def is_drawn(self) -> bool:
        return self.is_read and not self.undrawn

    @property
    def is_true(self) -> bool:
        return self.is_drawn and not self.untrue

    @property
    def is_faithful(self) -> bool | None:
        """None where there is no formal statement that it can be compared with."""
        return None if self.is_read and self.unlike is None else self.is_true and not self.unlike

    @property
    def is_proved(self) -> bool | None:
        return None if self.is_read and self.unproved is None else self.is_read and not self.unproved

    @property
    def message(self) -> str:
        """The first thing that is wrong; empty where nothing is."""
        unlike = f"not so in the formal statement's figure: {', '.join(self.unlike)}" if self.unlike else ""
        return self.unread or self.undrawn or self.untrue or unlike or self.unproved or ""


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
    seconds = time.perf_counter() - started
    problem = settled(problem, seed)
    checked = TextChecked(name, seconds, problem=problem)
    try:
        for part in problem.parts():
            for k in range(FIGURES_OF_READING):
                build_diagram(part, seed + k, time.monotonic() + timeout)
    except FalseStatement as error:
        checked = replace(checked, untrue=str(error))
    except PorismError as error:
        checked = replace(checked, undrawn=str(error))
    if formal is not None:
        checked = replace(checked, unlike=_unlike(problem, formal, seed, timeout))
    return checked


def with_proof(checked: TextChecked, seed: int, timeout: float) -> TextChecked:
    """The same, after looking for a proof as `porism prove` does. timeout: seconds."""
    if checked.problem is None:
        return checked
    try:
        result = prove(checked.problem, timeout=timeout, seed=seed)
    except PorismError as error:
        return replace(checked, unproved=str(error))
    return replace(checked, unproved="" if result.is_proved else result.reason or result.status.value)


@dataclass(frozen=True)
class TextCount:
    """What came of many texts."""

    found: tuple[TextChecked, ...]

    def table(self) -> dict[str, int | float]:
        """How many texts come how far; of what was looked for only."""
        seconds = sorted(c.seconds for c in self.found)
        counts: dict[str, int | float] = {
            "texts": len(self.found),
            "read": sum(c.is_read for c in self.found),
            "drawn": sum(c.is_drawn for c in self.found),
            "goal_true": sum(c.is_true for c in self.found),
        }
        if any(c.unlike is not None for c in self.found):
            counts["faithful"] = sum(c.is_faithful is True for c in self.found)
        if any(c.unproved is not None for c in self.found):
            counts["proved"] = sum(c.is_proved is True for c in self.found)
        return counts | {
            "seconds_median": round(seconds[len(seconds) // 2], 6),
            "seconds_max": round(seconds[-1], 6),
        }


def check_texts(
    texts: Sequence[NamedStatement],
    formal: Sequence[NamedStatement],
    seed: int,
    timeout: float,
    proves: bool = False,
    observe: Callable[[TextChecked], None] = lambda checked: None,
) -> TextCount:
    """One text after the other, one at least. formal: the same problems by their names, as far as there are any.

    proves: whether a proof is looked for as well, in as many seconds again.
    """
    by_name = {statement.name: statement for statement in formal}
    found = []
    for text in texts:
        checked = check_text(text.name, text.text, by_name.get(text.name), seed, timeout)
        found.append(with_proof(checked, seed, timeout) if proves else checked)
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
    said = [(s, problem.senses.get(s)) for s in problem.premises] + [(g, problem.goal_senses.get(g)) for g in goals]
    for statement, senses in said:
        if all(p in known for p in statement.points):
            other = replace(statement, points=tuple(known[p] for p in statement.points))
            if not _holds(other, senses, at, diagram):
                found.append(str(statement))
    return tuple(found)


def _holds(statement: Statement, senses: Sequence[int] | None, at: Mapping[str, complex], diagram: Diagram) -> bool:
    turned = as_in_figure(statement, None if senses is None else tuple(senses), at)
    return holds(turned, diagram, TOLERANCE)


def _plain(point: str) -> str:
    return point.lower().replace("_", "")
