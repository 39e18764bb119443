"""Is a statement true, before anything is proved? Figures of what is given are drawn, and looked at.

A statement is wrong in more ways than one: its goal may fail, in all figures or in some; its sentences may not hold together;
points that it tells apart may coincide in every figure; it may say what it wants to prove; and a sentence may be there for
nothing. Each is told by figures only: `true` means that no figure that was tried contradicts it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from solver.answers.find import NoValue, asking_of, find
from solver.deadline import check_deadline
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.readings import settled
from solver.diagram.truth import error_of
from solver.errors import ConstructionError, DeadlineExceeded, FalseStatement, ParseError, Span
from solver.language.convert import goal_in_words
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.language.read import NamedStatement
from solver.service.answers import Configuration, GoalChecked, Place, Remark, StatementChecked, Verdict
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import EXPLORE, OVERLAP
from solver.verdict.components import together
from solver.verdict.sample import samples
from solver.verdict.survey import Holds, Survey, survey
from solver.verdict.words import assumptions, case_in_words, dependence, falsehood

#: Verdicts on which a statement has to be changed; from the gravest.
FAULTS = (Verdict.UNREAD, Verdict.NO_FIGURE, Verdict.FALSE, Verdict.DEGENERATE)
_GRAVITY = (*FAULTS, Verdict.DEPENDS, Verdict.TRIVIAL, Verdict.UNDECIDED, Verdict.TRUE)
#: Figures by which coincidences and superfluous sentences are told, and attempts to find them.
FIGURES, ATTEMPTS = 6, 24
#: A sentence counts as superfluous where the goal holds without it in at least this many figures.
ENOUGH = 4
#: A goal holds in a figure where it is off by less.
HOLDS = 1e-6
#: More sentences than this aren't left out one after the other.
MOST_SENTENCES = 40


def check_statement(statement: NamedStatement, seconds: float = 10.0) -> StatementChecked:
    """The verdict on a statement; the same at every call, but for what there was no time for."""
    begun = time.monotonic()
    deadline = begun + seconds
    try:
        problem = settled(statement.parse(), patience=seconds / 4)
    except ParseError as error:
        checked = StatementChecked(
            statement.name, Verdict.UNREAD, error.message, error.hint, Place.of(error.span), is_faulty=True
        )
        return replace(checked, seconds=time.monotonic() - begun)
    goals: list[GoalChecked] = []
    remarks = [Remark("note", note) for note in problem.notes]
    for part in problem.parts():
        goal, more = _checked(part, deadline)
        goals.append(goal)
        remarks += [remark for remark in more if remark not in remarks]
    gravest = min(goals, key=lambda goal: _GRAVITY.index(goal.verdict))
    return StatementChecked(
        statement.name, gravest.verdict, gravest.message, gravest.hint, gravest.place,
        gravest.verdict in FAULTS, tuple(goals), tuple(remarks), time.monotonic() - begun,
    )  # fmt: skip


def _checked(problem: Problem, deadline: float) -> tuple[GoalChecked, list[Remark]]:
    """The verdict on the problem's goal, and what else is to be said."""
    goal = goal_in_words(problem, problem.goals[0])
    try:
        if problem.goal.predicate is EXPLORE:
            return _by_drawing(problem, goal, deadline), []
        figures = _figures(problem, deadline)
        if not figures and not problem.coordinates:
            drawn = _by_drawing(problem, goal, deadline)
            if drawn.verdict is not Verdict.TRUE and not drawn.figures:
                return drawn, []
        if (said := _given(problem)) is not None:
            return GoalChecked(goal, Verdict.TRIVIAL, said, "prove something else"), []
        together = _coincidences(figures)
        if (pair := _of_goal(problem, together)) is not None:
            message = f"{pair[0]} and {pair[1]} are one point in every figure of what is given"
            hint = "say what tells them apart, or use one name"
            return GoalChecked(goal, Verdict.DEGENERATE, message, hint, figures=len(figures)), []
        seen = survey(problem, deadline)
        checked = _from_survey(problem, goal, seen, deadline)
        remarks = [Remark("choice", case_in_words(problem, seen.cases[0]))] if _is_choice(problem, seen) else []
        remarks += [Remark("coincidence", f"{a} and {b} are one point in every figure") for a, b in together]
        if seen.apart and (said := assumptions(seen)):
            remarks.append(Remark("assumption", said))
        if checked.verdict is Verdict.TRUE and not problem.clauses and not problem.coordinates:
            try:
                return _weighed(problem, checked, remarks, deadline)
            except DeadlineExceeded:
                return checked, remarks
        return checked, remarks
    except DeadlineExceeded:
        return GoalChecked(goal, Verdict.UNDECIDED, "the time ran out before enough figures were found"), []


def _is_choice(problem: Problem, seen: Survey) -> bool:
    """Whether a statement by constructions means some of its figures only."""
    return seen.holds is Holds.SOMEWHERE and not problem.is_plain


def _figures(problem: Problem, deadline: float) -> list[Diagram]:
    """A few figures of what is given; fewer, or none, where they are hard to find."""
    if problem.coordinates:
        return []
    found = [figure for figure in islice(samples(problem, deadline), ATTEMPTS) if figure is not None]
    needed = frozenset.intersection(*map(together, found)) if found else frozenset()
    whole = [figure for figure in found if together(figure) == needed]  # none in which a square is a point
    return (whole or found)[:FIGURES]


def _given(problem: Problem) -> str | None:
    """Why there is nothing to prove: a premise says the goal, or it says nothing; None where neither is so."""
    if problem.goal.predicate.is_question or problem.goal_conditions or problem.goal in problem.goal_senses:
        return None
    if problem.goal in problem.premises:
        return _quoted(problem, problem.spans.get(problem.goal))
    wanted = [_scaled(e) for e in problem.goal.equations()]
    said = {_scaled(e): premise for premise in problem.premises for e in premise.equations()}
    is_linear = bool(wanted) or problem.goal.expression is None  # areas and inequalities are no linear equations
    if problem.goal.predicate is OVERLAP or not is_linear or any(e not in said for e in wanted):
        return None
    if not wanted:
        return "the goal says nothing: both sides are the same"
    return _quoted(problem, problem.spans.get(said[wanted[0]]))


def _scaled(equation: Equation) -> Equation:
    """The same for equations that say the same; directions count modulo a half turn."""
    if not equation.terms:
        return equation
    first = equation.terms[0][1]
    if equation.theory is not Theory.DIRECTION:
        return equation.scaled(1 / first)
    scaled = equation.scaled(1 if first > 0 else -1)
    return replace(scaled, constants=tuple((base, c % 1) for base, c in scaled.constants if c % 1))


def _quoted(problem: Problem, span: Span | None) -> str:
    is_said = span is not None and problem.is_plain
    return f"the goal is given: “{problem.quote(span)}”" if is_said and span else "the goal is one of the premises"


def _coincidences(figures: Sequence[Diagram]) -> list[tuple[str, str]]:
    """Pairs of points that are one point in every figure."""
    if not figures:
        return []
    shared = frozenset.intersection(*map(together, figures))
    return [pair for pair in combinations(figures[0].points, 2) if pair in shared]


def _of_goal(problem: Problem, together: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """A pair that makes the goal say nothing, or something else."""
    if problem.goal.predicate is OVERLAP:
        return None
    named = {*problem.goal.points, *(p for c in problem.goal_conditions for p in c.points)}
    return next((pair for pair in together if named & set(pair)), None)


def _from_survey(problem: Problem, goal: str, seen: Survey, deadline: float) -> GoalChecked:
    configurations = tuple(
        Configuration(
            "" if case.goal is None else str(case.goal), tuple(map(str, case.condition)), case.count,
            case.figure.as_dict(),
        )
        for case in seen.cases
    )  # fmt: skip
    if problem.goal.predicate.is_question and seen.holds is not Holds.SOMEWHERE:
        return _answered(problem, goal, _figures(problem, deadline)) or _by_drawing(problem, goal, deadline)
    if seen.holds is Holds.NOWHERE and problem.is_plain:
        points = seen.cases[0].figure.as_dict()
        return GoalChecked(
            goal, Verdict.FALSE, falsehood(problem, seen), "", None, seen.figures, points, configurations
        )
    if seen.holds is Holds.SOMEWHERE and problem.is_plain:
        failing = next((case for case in seen.cases if case.goal is None), None)
        message, _, hint = dependence(problem, seen).removeprefix("depends: ").rpartition("; ")
        points = failing.figure.as_dict() if failing is not None else {}
        return GoalChecked(goal, Verdict.DEPENDS, message, hint, None, seen.figures, points, configurations)
    if seen.holds is Holds.SOMEWHERE:
        first = seen.cases[0]
        message = f"it holds for a choice of intersections, in {first.count} of {seen.figures} figures"
        return GoalChecked(goal, Verdict.TRUE, message, figures=seen.figures, configurations=configurations)
    if seen.holds is Holds.EVERYWHERE:
        message = f"it holds in all {seen.figures} figures that were looked at"
        return GoalChecked(goal, Verdict.TRUE, message, figures=seen.figures)
    if seen.holds is Holds.UNKNOWN and seen.cases:
        message = f"it was looked at in {seen.figures} figures only, and holds there: too few to be sure"
        return GoalChecked(goal, Verdict.UNDECIDED, message, "give more time", figures=seen.figures)
    return _by_drawing(problem, goal, deadline)


def _answered(problem: Problem, goal: str, figures: Sequence[Diagram]) -> GoalChecked | None:
    """The verdict on a question: is its value the same in all figures? None where there are too few of them."""
    if len(figures) < ENOUGH:
        return None
    try:
        found = find(asking_of(problem), figures)
    except NoValue as none:
        if len(none.values) > 1:
            return GoalChecked(goal, Verdict.DEPENDS, str(none), "say more of the figure", None, len(figures))
        return GoalChecked(goal, Verdict.UNDECIDED, str(none), figures=len(figures))
    return GoalChecked(goal, Verdict.TRUE, f"in {len(figures)} figures {found.answer.sentence}", figures=len(figures))


def _by_drawing(problem: Problem, goal: str, deadline: float) -> GoalChecked:
    """The verdict where there are too few figures for a survey: is there one at all?"""
    try:
        figure = build_diagram(problem, 0, deadline)
    except FalseStatement as false:
        return GoalChecked(goal, Verdict.FALSE, false.message, counterexample=false.counterexample)
    except ConstructionError as error:
        return GoalChecked(goal, Verdict.NO_FIGURE, error.message, error.hint, Place.of(error.span))
    except DeadlineExceeded:
        message = "no figure was found in the time; that there is none isn't shown"
        return GoalChecked(goal, Verdict.UNDECIDED, message, "give more time, or look for sentences that are at odds")
    if problem.goal.predicate is EXPLORE:
        return GoalChecked(goal, Verdict.TRUE, "there is a figure; nothing is to be proved", figures=1)
    if problem.coordinates:
        return GoalChecked(goal, Verdict.TRUE, "it holds in the figure that is given", figures=1)
    message = "it holds in a figure that was aimed at; too few others were found to be sure"
    if not _holds(problem, figure):
        return GoalChecked(
            goal, Verdict.FALSE, f"{goal.removeprefix('prove ')} fails in a figure", "", None, 1, figure.as_dict()
        )
    return GoalChecked(goal, Verdict.UNDECIDED, message, figures=1)


def _holds(problem: Problem, figure: Diagram) -> bool:
    at = figure.places()
    goal = oriented(problem, at).goal
    if goal.predicate.is_question:
        return True
    return error_of(goal, figure) < HOLDS and all(c.holds(at) for c in problem.goal_conditions)


def _weighed(
    problem: Problem, checked: GoalChecked, remarks: list[Remark], deadline: float
) -> tuple[GoalChecked, list[Remark]]:
    """A true goal: which sentences does it need?"""
    sentences = list(dict.fromkeys(problem.spans.values()))
    if problem.goal.predicate.is_question or len(sentences) > MOST_SENTENCES:
        return checked, remarks
    if not sentences:
        return checked, [*remarks, Remark("nothing-needed", "it holds for any points")]
    if _holds_without(problem, sentences, deadline):
        message = "it holds for any points, whatever is given"
        return replace(checked, verdict=Verdict.TRIVIAL, message=message, hint="prove something else"), remarks
    for span in sentences:
        if len(sentences) > 1 and _holds_without(problem, [span], deadline):
            message = f"“{problem.quote(span)}” isn't needed: the goal holds without it"
            remarks.append(Remark("superfluous-premise", message, Place.of(span)))
    return checked, remarks


def _holds_without(problem: Problem, spans: Sequence[Span], deadline: float) -> bool:
    """Whether the goal holds in figures of what is left when these sentences are left out."""
    less = replace(
        problem,
        premises=tuple(s for s in problem.premises if problem.spans.get(s) not in spans),
        conditions=tuple(c for c in problem.conditions if problem.condition_spans.get(c) not in spans),
    )
    found = 0
    for figure in _attempts(less, deadline):
        if figure is None:
            continue
        if not _holds(less, figure):
            return False
        found += 1
        if found == ENOUGH:
            return True
    return False


def _attempts(problem: Problem, deadline: float) -> Iterator[Diagram | None]:
    for figure in islice(samples(problem, deadline), ATTEMPTS):
        check_deadline(deadline, "sentences were left out one after the other")
        yield figure
