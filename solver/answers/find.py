"""The value that a question asks for: computed to many digits in figures of the statement, and recognized.

What comes of it is a claim, that the expression asked for is equal to another one, which is then proved like any goal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import mpmath

from solver.answers.forms import in_form
from solver.answers.recognize import Closed, recognize
from solver.answers.symbols import in_terms
from solver.answers.words import in_sympy
from solver.checker.solving import PremiseSystem
from solver.coordinates.relations import integer_relation
from solver.diagram.diagram import Diagram
from solver.language.orientation import oriented
from solver.language.problem import Asking, Problem
from solver.language.questions import question_of
from solver.statements.expression import (
    Expression,
    Number,
    Product,
    Size,
    Sum,
    Trigonometric,
    difference,
    dimension,
    evaluate,
    sizes_of,
    written,
)
from solver.statements.predicates import ACOMPUTE, FIND, QUANTITY, RCOMPUTE, Statement

#: Digits to which values are computed; figures must agree to fewer.
DIGITS, AGREED = 80, 60
#: Degrees of an angle are recognized with denominators up to this.
LARGEST_DENOMINATOR = 360


@dataclass(frozen=True)
class Answer:
    """text: exact, as sympy reads it. shown: for people. decimal: where it isn't plain from these, "" else."""

    text: str
    shown: str
    decimal: str = ""

    @property
    def sentence(self) -> str:
        return f"the answer is {self.shown}{f' ≈ {self.decimal}' if self.decimal else ''}"


@dataclass(frozen=True)
class Recognized:
    """claim: that the expression asked for is this value; None where its form can't be said so. digits: that agree."""

    answer: Answer
    claim: Statement | None
    digits: int = AGREED


class NoValue(Exception):
    """Why an expression has no value that can be given. values: as decimals, where it has several."""

    def __init__(self, reason: str, values: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.values = values


def asking_of(problem: Problem) -> Problem:
    """The problem with a question for an angle or a ratio as one for the value of an expression."""
    goal = problem.goal
    if goal.predicate is RCOMPUTE:
        asked = question_of(goal)
    elif goal.predicate is ACOMPUTE and goal.points[0] == goal.points[2] and problem.goal_senses.get(goal) == (1,):
        v, b, _, a = goal.points
        asked = Statement.about(FIND, Size(a, v, b))
    else:
        return problem
    return problem.asking_for(asked)


def find(problem: Problem, diagrams: Sequence[Diagram]) -> Recognized:
    """What the problem asks for, from figures of it. Raises NoValue."""
    asked = problem.goal.expression
    assert asked is not None
    asking = problem.asking.get(problem.goal, Asking())
    names = [e for _, e in asking.names]
    figures = []
    for diagram in diagrams:
        figure = _many_digits(problem, diagram)
        if figure is None:
            continue
        mp, at = figure
        try:
            figures.append((mp, evaluate(mp, asked, at), [evaluate(mp, e, at) for e in names]))
        except (ZeroDivisionError, ValueError):
            continue
    if not figures:
        raise NoValue("its figure can't be computed to many digits")
    mp, value, _ = figures[0]
    is_number = not dimension(asked) and all(
        abs(v - value) < mp.mpf(10) ** -AGREED * (1 + abs(value)) for _, v, _ in figures[1:]
    )
    if asking.names and not asking.form and not (is_number and len(figures) > 1):
        return _in_terms(asked, asking, figures)
    if any(abs(v - value) > mp.mpf(10) ** -AGREED * (1 + abs(value)) for _, v, _ in figures):
        values = tuple(dict.fromkeys(mp.nstr(v, 8) for _, v, _ in figures))
        raise NoValue(f"it isn't the same in all figures of what is given: {' or '.join(values)}", values)
    if isinstance(asked, Size) or (sizes_of(asked) and _is_angle(asked)):
        return _as_asked(_angle(asked, mp, value), asking)
    closed = recognize(value, mp)
    if closed is None:
        raise NoValue(f"it is {mp.nstr(value, 12)}, which has no simple closed form")
    return _as_asked(_closed(asked, closed), asking)


def _many_digits(problem: Problem, diagram: Diagram) -> tuple[Any, dict[str, Any]] | None:
    at = diagram.places()
    system = PremiseSystem(oriented(problem, at).premises, at)
    z = system.solved(at)
    figure = None if z is None else system.polish(z, DIGITS)
    if figure is None:
        return None
    mp = mpmath.MPContext()
    mp.dps = DIGITS
    return mp, figure.places(mp)


def _closed(asked: Expression, closed: Closed) -> Recognized:
    claim = None
    if closed.expression is not None:
        claim = Statement.about(QUANTITY, difference(asked, closed.expression))
    shown = closed.text if closed.expression is None else written(closed.expression)
    decimal = "" if closed.text.lstrip("-").isdigit() else closed.decimal
    return Recognized(Answer(closed.text, shown, decimal), claim)


def _as_asked(found: Recognized, asking: Asking) -> Recognized:
    """With the numbers in which the value is written, where these are asked for."""
    if asking.form is None:
        return found
    formed = in_form(found.answer.text, *asking.form)
    if formed is None:
        raise NoValue(f"it is {found.answer.shown}, which isn't of the form {asking.form[0]}")
    return replace(found, answer=Answer(formed.text, f"{formed.text}, as the value is {found.answer.shown}"))


def _is_angle(e: Expression) -> bool:
    """Whether it is a sum of multiples of angles."""
    match e:
        case Size():
            return True
        case Sum(parts):
            return all(_is_angle(p) or isinstance(p, Number) for p in parts)
        case Product(parts):
            return sum(not isinstance(p, Number) for p in parts) == 1 and all(
                isinstance(p, Number) or _is_angle(p) for p in parts
            )
    return False


def _angle(asked: Expression, mp: Any, value: Any) -> Recognized:
    """Degrees, if they are rational."""
    degrees = Fraction(str(mp.nstr(value, 40))).limit_denominator(LARGEST_DENOMINATOR)
    if abs(mp.mpf(degrees.numerator) / degrees.denominator - value) < mp.mpf(10) ** -AGREED * 1000:
        claim = Statement.about(QUANTITY, difference(asked, Number(degrees)))
        return Recognized(Answer(str(degrees), f"{degrees}°"), claim)
    closed = recognize(mp.cos(value * mp.pi / 180), mp)
    if closed is None or closed.expression is None or not isinstance(asked, Size):
        raise NoValue(f"it is {mp.nstr(value, 12)}°, which has no simple closed form")
    return Recognized(
        Answer(f"180*acos({closed.text})/pi", f"the angle whose cosine is {closed.text}", f"{mp.nstr(value, 12)}°"),
        None,
    )


def _in_terms(asked: Expression, asking: Asking, figures: Sequence[tuple[Any, Any, Sequence[Any]]]) -> Recognized:
    if _is_angle(asked):
        formula = _angle_in_terms(asking, figures)
        names = {e: name for name, e in asking.names}
    else:
        names, formula = _value_in_terms(asked, asking, figures)
    said = ", ".join(name for name, _ in asking.names)
    if formula is None:
        raise NoValue(f"no simple formula for it in terms of {said} was recognized")
    unit = "°" if isinstance(formula, Number) and _is_angle(asked) else ""
    claim = Statement.about(QUANTITY, difference(asked, formula))
    return Recognized(Answer(in_sympy(formula, names), written(formula, names) + unit), claim if claim.points else None)


def _value_in_terms(
    asked: Expression, asking: Asking, figures: Sequence[tuple[Any, Any, Sequence[Any]]]
) -> tuple[dict[Expression, str], Expression | None]:
    """A formula in the names; of an angle that has one, in its sine and cosine."""
    names: dict[Expression, str] = {}
    columns: list[list[Any]] = [[] for _ in figures]
    for k, (name, e) in enumerate(asking.names):
        for row, (mp, _, given) in zip(columns, figures, strict=True):
            if isinstance(e, Size):
                radians = given[k] * mp.pi / 180
                row += [mp.sin(radians), mp.cos(radians)]
            else:
                row.append(given[k])
        if isinstance(e, Size):
            names[Trigonometric("sin", e.a, e.v, e.b)] = f"sin({name})"
            names[Trigonometric("cos", e.a, e.v, e.b)] = f"cos({name})"
        else:
            names[e] = name
    rows = [(mp, value, given) for (mp, value, _), given in zip(figures, columns, strict=True)]
    formula = in_terms(rows, list(names), dimension(asked), [dimension(e) for e in names])
    return names, formula


def _angle_in_terms(asking: Asking, figures: Sequence[tuple[Any, Any, Sequence[Any]]]) -> Expression | None:
    """Multiples of the angles that have names, and of a right angle, that add up to it."""
    mp, value, given = figures[0]
    relation = integer_relation(mp, [value, *given, mp.mpf(90)], AGREED, 20)
    if not relation or not relation[0]:
        return None
    factors = [Fraction(-int(c), int(relation[0])) for c in relation[1:]]
    for mp, value, given in figures:
        total = sum(f.numerator * v / f.denominator for f, v in zip(factors, (*given, mp.mpf(90)), strict=True))
        if abs(total - value) > mp.mpf(10) ** -AGREED * 1000:
            return None
    terms: list[Expression] = [
        e if f == 1 else Product((Number(f), e)) for f, (_, e) in zip(factors, asking.names, strict=False) if f
    ]
    if factors[-1] or not terms:
        terms.insert(0, Number(90 * factors[-1]))
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))
