"""A problem in another language: the same points, premises and goal.

The plain language has words for every premise. The coordinate language needs a figure, from which it takes places. The
constructive one needs an order of the points and, for each premise, a construction that says the same of its last
point; where there is none, the premise can't be said there. What the plain language says by conditions (that a point is
between two others, say) the other two say by the places of a figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

from solver.errors import ParseError
from solver.language.orientation import oriented
from solver.language.plain_recognize import Recognized, recognized
from solver.language.plain_tokens import is_point_name
from solver.language.plain_write import goal_sentence, sentence
from solver.language.problem import Asking, Clause, Goal, Problem, Sides, Unit
from solver.statements.conditions import APART, NONCOLLINEAR, Condition
from solver.statements.expression import renamed, without_unit, written
from solver.statements.predicates import EXPLORE, Statement

Places = Mapping[str, complex]


class Language(str, Enum):
    """What a problem can be written in."""

    PLAIN = "plain"
    CONSTRUCTIVE = "constructive"
    COORDINATES = "coordinates"


def converted(problem: Problem, language: Language, at: Places) -> str:
    """The problem's text in the language. at: a figure of it. Raises ParseError where the language can't say it.

    Only the plain language has several goals: in the others each gets a statement, with a line for its name.
    """
    is_given_apart = any(goal.given or goal.given_conditions for goal in problem.goals)
    if problem.others and (is_given_apart or language is not Language.PLAIN):
        parts = enumerate(problem.parts(), start=1)
        return "\n".join(f"{problem.name}-{number}\n{converted(part, language, at)}" for number, part in parts)
    for condition in problem.goal_conditions if language is not Language.PLAIN else ():
        if not condition.holds(at):
            raise ParseError(
                f"“{condition}”, which the goal says, is false in this figure",
                None,
                "only the plain language can say it",
            )
    problem = oriented(problem, at) if language is not Language.PLAIN else problem
    match language:
        case Language.PLAIN:
            return to_plain(problem)
        case Language.COORDINATES:
            return to_coordinates(problem, at)
        case Language.CONSTRUCTIVE:
            return to_constructive(problem, at)


def to_coordinates(problem: Problem, at: Places) -> str:
    """`a@0_0 = ; … = premises ? goal`."""
    points = " ; ".join(f"{p}@{at[p].real!r}_{at[p].imag!r} =" for p in problem.points)
    return f"{points} {', '.join(map(str, problem.premises))} ? {problem.goal}"


def to_constructive(problem: Problem, at: Places) -> str:
    """`a b c = triangle a b c; … ? goal`; with places where conditions, or places, say which figure is meant, or where
    the clauses alone don't draw it."""
    from solver.language.constructions import with_angle_reversed
    from solver.language.constructive_write import constructive_clauses

    clauses = problem.clauses or constructive_clauses(problem)
    conditions = (*problem.conditions, *problem.goal_conditions)
    is_meant = any(c.kind not in (APART, NONCOLLINEAR) for c in conditions) or bool(problem.coordinates)
    is_placed = is_meant or (not problem.clauses and not all(map(_draws, clauses)))
    given = {p: xy for clause in problem.clauses for p, xy in clause.coordinates.items()}
    if is_placed:
        given = {p: (z.real, z.imag) for p, z in at.items()}
    written = "; ".join(_clause(clause, given) for clause in clauses)
    return f"{written} ? {with_angle_reversed(problem.goal)}"


def _draws(clause: Clause) -> bool:
    """Whether a clause of loci gives its point in any figure: two of them at most, and not two circles about one center."""
    centers = [call.arguments[0] for call in clause.calls if call.construction.name in ("on_circle", "eqdistance")]
    return len(clause.calls) <= 2 and len(set(centers)) == len(centers)


def _clause(clause: Clause, given: Mapping[str, tuple[float, float]]) -> str:
    new, said = clause.text().split(" = ", maxsplit=1)
    placed = (f"{p}@{given[p][0]!r}_{given[p][1]!r}" if p in given else p for p in new.split())
    return f"{' '.join(placed)} = {said}"


def to_plain(problem: Problem) -> str:
    """One fact a line, and the goals; points get capital names. A text in this language as it was understood."""
    return _in_plain(problem, capitals(problem.points))


def _in_plain(problem: Problem, names: Mapping[str, str]) -> str:
    given = problem.coordinates or {p: xy for c in problem.clauses for p, xy in c.coordinates.items()}
    places = [f"{names[p]} at ({_decimal(x)}, {_decimal(y)})" for p, (x, y) in given.items()]
    if len(given) < len(problem.points):
        places = []
    facts = _facts(problem, names)
    mentioned = {word for fact in facts for word in re.split(r"[^\w']+", fact)}
    alone = [names[p] for p in problem.points if names[p] not in mentioned]
    if alone and (problem.is_plain or not places):
        places.append(f"points {', '.join(alone)}")
    return "\n".join([*places, *facts, *(goal_in_words(problem, goal, names) for goal in problem.goals)]) + "\n"


def understood(problem: Problem) -> str:
    """The same without the places of a statement in another language: what a user is shown above a proof."""
    if problem.is_plain:
        return _in_plain(problem, {p: p for p in problem.points})  # as they are written: A_b
    said = to_plain(problem)
    return "\n".join(line for line in said.split("\n") if not _PLACE.match(line))


_PLACE = re.compile(r"\S+ at \(")


def _facts(problem: Problem, names: Mapping[str, str]) -> list[str]:
    if problem.clauses:
        from solver.language.constructions_in_words import in_words

        return [line for clause in problem.clauses for line in in_words(clause, names)]
    if problem.is_plain:
        senses = {_renamed(s, names): turns for s, turns in problem.senses.items()}
        return _in_words(problem, problem.premises, problem.conditions, problem.unit, senses, names)
    return [sentence(_renamed(premise, names)) for premise in problem.premises]


def _in_words(
    problem: Problem,
    premises: Sequence[Statement],
    conditions: Sequence[Condition],
    unit: Unit | None,
    senses: Mapping[Statement, tuple[int, ...]],
    names: Mapping[str, str],
) -> list[str]:
    """What is given in a text, equations with numbers last and as the text has them."""
    numbers = {_renamed(s, names): _sides(said, names) for s, said in problem.measured.items()}
    plain, measured = list[str](), list[str]()
    for fact in recognized((*(_renamed(s, names) for s in premises), *_conditions_renamed(conditions, names)), senses):
        if _is_number(fact, numbers):
            measured += [numbers[one] for one in fact.covers if isinstance(one, Statement)]
        else:
            plain.append(fact.words)
    return [*plain, *([] if unit is None else [_sides(unit.said, names)]), *measured]


def _is_number(fact: Recognized, numbers: Mapping[Statement, str]) -> bool:
    """Whether a fact is an equation that the statement has with numbers."""
    return len(fact.covers) == 1 and fact.covers[0] in numbers


def _sides(said: Sides, names: Mapping[str, str]) -> str:
    return " = ".join(written(renamed(side, names)) for side in (said.left, said.right))


def goal_in_words(problem: Problem, goal: Goal, names: Mapping[str, str] | None = None) -> str:
    """`prove D on segment B C`, and what is given for this alone. names: of the points; None: as a text in words has them, or else capitals."""
    if names is None:
        names = {p: p for p in problem.points} if problem.is_plain else capitals(problem.points)
    senses = {_renamed(s, names): turns for s, turns in problem.goal_senses.items()}
    where = _given_alone(problem, goal, names, senses)
    if goal.statement in problem.measured and not goal.conditions:
        return f"prove {_sides(problem.measured[goal.statement], names)}{where}"
    stated = goal.statement
    unit = problem.unit or goal.unit
    if unit is not None and stated.expression is not None:
        stated = replace(stated, expression=without_unit(stated.expression, unit.value))
    asked = _renamed(stated, names)
    if asked.predicate is EXPLORE or asked.predicate.is_question:
        over = problem.asking.get(goal.statement, Asking()).over
        said = goal_sentence(asked, senses.get(asked))
        return (said if over is None else said.replace("find", f"find {over.value}", 1)) + where
    conditions = _conditions_renamed(goal.conditions, names)
    return f"prove {' and '.join(fact.words for fact in recognized((asked, *conditions), senses))}{where}"


def _given_alone(
    problem: Problem, goal: Goal, names: Mapping[str, str], senses: Mapping[Statement, tuple[int, ...]]
) -> str:
    """`, where |A B| = |A C|`: what is given for a goal only."""
    said = _in_words(problem, goal.given, goal.given_conditions, goal.unit, senses, names)
    return f", where {' and '.join(said)}" if said else ""


def _conditions_renamed(conditions: Sequence[Condition], names: Mapping[str, str]) -> list[Condition]:
    return [Condition(c.kind, tuple(names[p] for p in c.points)) for c in conditions]


def _decimal(value: float) -> str:
    """Without an exponent, to sixteen digits after the point."""
    return f"{value:.16f}".rstrip("0").rstrip(".") or "0"


def capitals(points: Sequence[str]) -> dict[str, str]:
    """Names of points that the plain language can read, as near to the given ones as can be."""
    names: dict[str, str] = {}
    for p in points:
        match = re.fullmatch(r"([A-Za-z])_?(\d*)('*)", p)
        name = match[1].upper() + (f"_{int(match[2])}" if match[2] else "") + match[3] if match else p[0].upper()
        if not is_point_name(name):
            name = "P"
        number = 1
        base = name.rstrip("'")
        while name in names.values():
            name = f"{base[0]}_{number}"
            number += 1
        names[p] = name
    return names


def _renamed(statement: Statement, names: Mapping[str, str]) -> Statement:
    return statement.renamed(names)
