"""The plain language: what is given and what to prove, in words and in any order.

    triangle A B C
    H orthocenter of A B C
    D on circle (A B C), D on line A H, D != A
    prove |B H| = |B D|

From text to a problem: sentences (plain_tokens), their trees (plain_grammar), and what these mean (plain_meaning), by the
table of phrases (plain_words), the verbs of lines and circles (plain_objects) and equations (plain_equations).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from lark import Token, Tree
from lark.exceptions import UnexpectedInput

from solver.errors import ParseError, Refusal, Span
from solver.language.equated import question
from solver.language.plain_equations import read_side
from solver.language.plain_grammar import parsed
from solver.language.plain_lists import check_whole
from solver.language.plain_meaning import define, is_late, read_object, state
from solver.language.plain_names import note_names, note_polygons
from solver.language.plain_scope import Scope
from solver.language.plain_tokens import POINT, PlainToken, sentences
from solver.language.plain_trees import span_of, subtrees
from solver.language.problem import Goal, Problem
from solver.language.telling import Said
from solver.statements.conditions import APART, OBTUSE, Condition
from solver.statements.predicates import CONG, EXPLORE, PARA, PERP, PREDICATES, Statement
from solver.statements.tangency import tangencies

#: A longer sentence is refused, since the parser takes up to cubic time (words), and more sentences are.
LONGEST_SENTENCE, MOST_SENTENCES = 200, 300


#: A goal at the beginning of a sentence.
_GOAL = re.compile(
    r"(?:^|[\n;,.]|\band\b)\s*(?:prove|show|demonstrate|find|determine|compute|calculate|evaluate|express|what)\b",
    re.IGNORECASE,
)
#: What the other languages have and this one hasn't: a goal after a question mark, points with places, constructions.
_OTHER = re.compile(r"\?\s*\S|@|=\s*(?:[a-z]\w+|;|\?|$)", re.MULTILINE)
_OTHER_GOAL = re.compile(rf"\?\s*(?:{'|'.join(PREDICATES)})\b")
#: A point.
_CAPITAL = re.compile(r"[A-Z](?![a-z])")
_COMMENT = re.compile(r"#[^\n]*")


def is_plain_language(text: str) -> bool:
    """Whether a text is meant to be in this language, right or wrong."""
    text = _COMMENT.sub("", text)
    if _OTHER_GOAL.search(text) or not text.strip():
        return False
    return bool(_GOAL.search(text)) or bool(_CAPITAL.search(text) and not _OTHER.search(text))


def build_problem(text: str, name: str, line: int = 1) -> Problem:
    """The problem that a text states; line: where it begins in its file. Raises ParseError."""
    words = sentences(text, line)
    if len(words) > MOST_SENTENCES:
        raise Refusal(
            f"the statement has more than {MOST_SENTENCES} sentences", words[MOST_SENTENCES][0].span,
            "a file in this language is one statement",
        )  # fmt: skip
    scope = Scope((t.text for sentence in words for t in sentence if t.kind == POINT), read_object, define)
    read = [_parts(sentence) for sentence in words]
    parts = [part for sentence in read for part in sentence]
    for look in (note_polygons, note_names):
        for part in parts:
            look(part, scope)
    if all(part.data == "fact" for part in parts):
        raise _no_goal(words, line)
    for part in sorted((part for part in parts if part.data == "fact"), key=is_late):
        scope.span = span_of(part)
        state(subtrees(part)[0], scope)
    _check_shapes(scope)
    _check_places(scope, parts)
    circles = scope.circles
    goals: dict[Statement, Goal] = {}
    senses: dict[Statement, tuple[int, ...]] = {}
    for sentence in read:
        said = [_asked(part, scope) for part in sentence if part.data != "fact"]
        for goal in _with_conditions(said, scope):
            known = goals.setdefault(goal.statement, goal)
            goals[goal.statement] = replace(
                known, conditions=tuple(dict.fromkeys((*known.conditions, *goal.conditions)))
            )
        for one in said:
            senses |= one.senses
    first, *others = goals.values()
    if others and any(goal.predicate is EXPLORE for goal in goals):
        raise Refusal(
            "what can be said asks for all that follows", first.span, "ask it alone, or prove one thing after the other"
        )
    said_given = scope.said
    stated = (*said_given.premises, *goals)
    return Problem(
        name, text.rstrip(), tuple(scope.points), tuple(said_given.premises), first.statement, line=line, is_plain=True,
        spans=said_given.premises, conditions=tuple(said_given.conditions), condition_spans=said_given.conditions,
        senses=said_given.senses, goal_senses=senses, coordinates=scope.places, goal_conditions=first.conditions,
        others=tuple(others), circles=circles, tangents=tangencies(stated, {*said_given.senses, *senses}),
    )  # fmt: skip


def _parts(sentence: Sequence[PlainToken]) -> list[Tree[Token]]:
    """The facts and goals of a sentence. Raises ParseError."""
    if len(sentence) > LONGEST_SENTENCE:
        raise ParseError(
            f"this sentence has more than {LONGEST_SENTENCE} words", sentence[0].span, "put each fact on its own line"
        )
    try:
        tree = parsed(tuple(sentence))
    except UnexpectedInput as error:
        from solver.language.plain_errors import misread

        raise misread(error, sentence) from None
    check_whole(tree, sentence)
    return [part for part in tree.children if isinstance(part, Tree)]


def _no_goal(words: Sequence[Sequence[PlainToken]], line: int) -> ParseError:
    last = words[-1][-1].span if words else Span(line, 1, 0)
    return ParseError(
        "the goal is missing", Span(last.line, last.column + last.length),
        "end with what to prove, such as prove |A B| = |C D|, or with find ∠ A B C, or with what can be said?",
    )  # fmt: skip


#: Shapes that need something else to be said: which predicate does, what isn't said, and how to say it.
_VAGUE = {
    "two_equal": (CONG, "sides are equal", "isosceles triangle {0} {1} {2}, |{0} {1}| = |{0} {2}|"),
    "two_parallel": (PARA, "sides are parallel", "trapezoid {0} {1} {2} {3}, {0} {1} parallel to {2} {3}"),
    "one_obtuse": (OBTUSE, "angle is obtuse", "triangle {0} {1} {2}, angle {1} {0} {2} > 90"),
    "one_right": (PERP, "angle is right", "right triangle {0} {1} {2} with right angle at {0}"),
}


#: The same as what is to be proved.
_VAGUE_GOALS = {
    "two_equal": "|{0} {1}| = |{0} {2}|",
    "two_parallel": "{0} {1} ∥ {2} {3}",
    "one_right": "{0} {1} ⟂ {0} {2}",
}


def _check_shapes(scope: Scope) -> None:
    """An isosceles triangle needs to be told which sides are equal, and so on. Raises ParseError."""
    said: list[tuple[object, tuple[str, ...]]] = [(s.predicate, s.points) for s in scope.said.premises]
    said += [(c.kind, c.points) for c in scope.said.conditions]
    for word, points, span in scope.vague:
        wanted, what, example = _VAGUE[word]
        sides = {frozenset(pair) for pair in combinations(points, 2)}
        pairs = [{frozenset(p[:2]), frozenset(p[-2:])} for kind, p in said if kind is wanted]
        if not any(pair <= sides for pair in pairs):
            raise ParseError(f"it isn't said which {what}", span, f"write {example.format(*points)}")


def _check_places(scope: Scope, parts: Sequence[Tree[Token]]) -> None:
    """All points have places, or none. Raises ParseError."""
    without = [p for p in scope.points if p not in scope.places]
    if scope.places and without:
        placed = next(part for part in parts if subtrees(part) and subtrees(part)[0].data == "place")
        raise ParseError(
            f"point {without[0]} has no place, as others have", span_of(placed), "give places to all points or to none"
        )


def _asked(tree: Tree[Token], scope: Scope) -> Said:
    """What one part of a sentence asks for: statements, and conditions of the figure. Raises ParseError."""
    scope.span = span_of(tree)
    if tree.data == "explore":
        return Said({Statement(EXPLORE, ()): scope.span})
    if tree.data == "no_question":
        raise Refusal(
            "this is a fact, where find needs an angle or the ratio of two lengths",
            scope.span,
            "write what is given in a sentence of its own, or after if: find ∠ A B C if |A B| = |A C|",
        )
    if tree.data == "find":
        asked, senses = question(scope, read_side(subtrees(tree)[0], scope))
        return Said({asked: scope.span}, senses={asked: senses} if senses is not None else {})
    count = len(scope.vague)
    said = scope.goal(lambda: state(subtrees(tree)[0], scope))
    for word, points, _ in scope.vague[count:]:
        if word in _VAGUE_GOALS:
            raise scope.fail(
                f"it isn't said which {_VAGUE[word][1]}", f"write e.g. prove {_VAGUE_GOALS[word].format(*points)}"
            )
    del scope.vague[count:]
    _check_known(said, scope)
    return said


def _check_known(said: Said, scope: Scope) -> None:
    """What is asked for is about points of which something is given. Raises ParseError."""
    given = (
        {p for s in scope.said.premises for p in s.points}
        | set(scope.places)
        | {p for c in scope.said.conditions if c.kind is not APART for p in c.points}
    )
    asked = [*(s.points for s in said.premises), *(c.points for c in said.conditions)]
    for p in (p for points in asked for p in points):
        if p not in given | scope.declared:
            raise scope.fail(
                f"nothing is said about point {p}", f"say where it is, or that it may be anywhere: point {p}"
            )


def _with_conditions(said: Sequence[Said], scope: Scope) -> list[Goal]:
    """The goals of a sentence. A condition belongs to the goal about its points, of those that it was said with; one that
    was said alone, to the goal before. Raises ParseError where the sentence has conditions only."""
    goals: list[Goal] = []
    waiting: list[Condition] = []
    for one in said:
        new = [Goal(statement, (), span) for statement, span in one.premises.items()]
        conditions = [*waiting, *one.conditions]
        if not new and goals:
            new = [goals.pop()]
        waiting = conditions if not new else []
        for condition in conditions if new else ():
            about = (k for k, goal in enumerate(new) if set(condition.points) <= set(goal.statement.points))
            k = next(about, 0)
            new[k] = replace(new[k], conditions=(*new[k].conditions, condition))
        goals += new
    if said and not goals:
        scope.span = next(iter(said[0].conditions.values()), scope.span)
        raise scope.fail(
            "this is seen in a figure and can't be proved",
            "prove one relation: points on a line or circle, lengths, angles, parallel or perpendicular lines",
        )
    return goals
