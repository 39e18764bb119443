"""What is given for one question only: `Prove that AB = AC if …`, or what is supposed once something has been asked.

`(a) Prove that AD = BC. (b) Suppose that AB = AC. Prove that …`: what (b) supposes isn't given for (a). What tells of a new
point or circle is given for all, as all may speak of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from solver.errors import ParseError
from solver.language.problem import Asking, Problem
from solver.language.problem import Goal as ProblemGoal
from solver.language.prose.known_shapes import COUNTS
from solver.language.prose.likewise import is_likewise, names_of
from solver.language.prose.sentences import ReadSentence
from solver.language.prose.syntax import Clause, Goal, Noun, Said, Sentence, Together
from solver.statements.predicates import Statement

K = TypeVar("K")
V = TypeVar("V")


def parts_of(item: Said) -> list[Said]:
    """The clauses that an item joins."""
    if isinstance(item, Together):
        return [part for clause in item.clauses for part in parts_of(clause)]
    return [item]


def claims_of(said: Said, is_given: bool = False) -> list[tuple[Said, bool]]:
    """The parts of what is to be proved, and which of them are given: after `if` and `where`."""
    if not isinstance(said, Together):
        return [(said, is_given)]
    if _is_marked(said):
        return [part for clause in said.clauses[1:] for part in claims_of(clause, True)]
    *_, last = said.clauses
    return [
        part
        for clause in said.clauses
        for part in claims_of(clause, is_given or (clause is not last and is_any(clause)))
    ]


def is_any(said: Said) -> bool:
    """`(prove that) in any triangle ABC …`, `(prove that) for all points P on ω …`, which is given."""
    if not (isinstance(said, Clause) and said.verb in ("exist", "mention")):
        return False
    thing = said.role("subject")
    return "for" in said.flags or (isinstance(thing, Noun) and thing.head in COUNTS)


def _is_marked(item: Said) -> bool:
    """`if AB = AC`."""
    first = item.clauses[0] if isinstance(item, Together) and item.clauses else None
    return isinstance(first, Clause) and first.verb == "given"


@dataclass(frozen=True)
class Scope:
    """Goals for which the same is given. goals: their places among all. left_out: parts that aren't given for them, by identity."""

    goals: frozenset[int]
    left_out: frozenset[int] = frozenset()

    def kept(self, parts: Sequence[Said]) -> list[Said]:
        return [part for part in parts if id(part) not in self.left_out]

    def has(self, item: Sentence, goals: Sequence[Goal]) -> bool:
        """Whether an item is read for these goals: any but another goal. goals: all of the text, in order."""
        return not any(item is goal and k not in self.goals for k, goal in enumerate(goals))


def scopes(sentences: Sequence[ReadSentence]) -> list[Scope]:
    """One for each set of goals for which something else is given than for others, in the order of the text."""
    goals = [item for sentence in sentences for item in sentence.items if isinstance(item, Goal)]
    if len(goals) < 2:
        return [Scope(frozenset(range(len(goals))))]
    given_for = _given_for(sentences, len(goals))
    groups: dict[frozenset[int], set[int]] = {}
    for k in range(len(goals)):
        left_out = frozenset(part for part, for_goals in given_for.items() if k not in for_goals)
        groups.setdefault(left_out, set()).add(k)
    return [Scope(frozenset(found), left_out) for left_out, found in groups.items()]


#: Words with which a question begins for which what was supposed before is given as well.
_GOING_ON = frozenset(["further", "furthermore", "moreover", "additionally"])


def _given_for(sentences: Sequence[ReadSentence], count: int) -> Mapping[int, range]:
    """The goals for which parts are given that aren't given for all: those that restrict what has been introduced before."""
    told: set[str] = set()
    found: dict[int, range] = {}
    asked = 0

    def note(part: Said, for_goals: range) -> None:
        names = set(names_of(part))
        if names <= told and len(for_goals) not in (0, count) and not is_likewise(part):
            found[id(part)] = for_goals
        told.update(names)

    for sentence in sentences:
        after = asked + sum(isinstance(item, Goal) for item in sentence.items)
        if after > asked and sentence.tokens[0].text in _GOING_ON:  # `Further, if AB = BC, find …`
            found.update({part: range(goals.start, after) for part, goals in found.items() if goals.stop == asked})
        for item in sentence.items:
            if isinstance(item, Goal):
                claims = [claim for said in item.clauses for claim in claims_of(said)]
                for part, is_given in claims:
                    if is_given or item.kind == "find":
                        note(part, range(asked, asked + 1))
                told.update(names_of((item.clauses, item.asked)))
                asked += 1
            else:
                for part in parts_of(item):
                    note(part, range(asked, after) if _is_marked(item) and after > asked else range(asked, count))
    return found


def merged(found: Sequence[tuple[Problem, Sequence[int]]]) -> Problem:
    """One problem of those for different scopes, each with the numbers of its goals: what is given for all, and for each goal the rest.

    Raises ParseError where the same is asked twice and to be answered in different ways.
    """
    (first, _), *rest = found
    if not rest:
        return first
    problems = [problem for problem, _ in found]
    premises = tuple(s for s in first.premises if all(s in p.premises for p in problems))
    conditions = tuple(c for c in first.conditions if all(c in p.conditions for p in problems))
    goals: list[tuple[int, ProblemGoal]] = []
    senses: dict[Statement, tuple[int, ...]] = {}
    asking: dict[Statement, Asking] = {}
    unit = first.unit if all(p.unit == first.unit for p in problems) else None
    for problem, numbers in found:
        given = tuple(s for s in problem.premises if s not in premises)
        given_conditions = tuple(c for c in problem.conditions if c not in conditions)
        alone = problem.unit if unit is None else None
        own = [
            replace(g, given=(*given, *g.given), given_conditions=(*given_conditions, *g.given_conditions), unit=alone)
            for g in problem.goals
        ]
        goals += zip(numbers, own, strict=True)
        senses |= {**problem.goal_senses, **problem.senses}
        if any(asking.get(s, how) != how for s, how in problem.asking.items()):
            raise ParseError(
                "the same is asked twice, to be answered in different ways", None, "ask it in two statements"
            )
        asking |= problem.asking
    goal, *others = (goal for _, goal in sorted(goals, key=lambda numbered: numbered[0]))
    return replace(
        first,
        points=tuple(dict.fromkeys(p for problem in problems for p in problem.points)),
        premises=premises,
        conditions=conditions,
        spans={s: span for problem in problems for s, span in problem.spans.items()},
        condition_spans={c: span for problem in problems for c, span in problem.condition_spans.items()},
        goal=goal.statement, goal_conditions=goal.conditions, goal_given=goal.given,
        goal_given_conditions=goal.given_conditions, goal_unit=goal.unit, others=tuple(others), goal_senses=senses, asking=asking,
        unit=unit, measured=_same(problem.measured for problem in problems),
        circles=tuple(_same({c.name: c for c in problem.circles} for problem in problems).values()),
        notes=tuple(dict.fromkeys(note for problem in problems for note in problem.notes)),
    )  # fmt: skip


def _same(found: Iterable[Mapping[K, V]]) -> dict[K, V]:
    """What several mappings say, but for what they say differently."""
    total: dict[K, V] = {}
    differing: set[K] = set()
    for mapping in found:
        differing |= {key for key, value in mapping.items() if total.setdefault(key, value) != value}
    return {key: value for key, value in total.items() if key not in differing}
