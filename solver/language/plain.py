"""The plain language: what is given and what to prove, in words and in any order.

    triangle A B C
    H orthocenter of A B C
    D on circle (A B C), D on line A H, D != A
    prove |B H| = |B D|

From text to a problem: sentences (plain_tokens), their trees (plain_grammar), and here what these mean, by the table of
phrases (plain_words), the verbs of lines and circles (plain_objects) and equations (plain_equations).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import combinations, pairwise

from lark import Token, Tree
from lark.exceptions import UnexpectedInput

from solver.errors import ParseError, Span
from solver.language.plain_equations import question, read_side, state_equal, state_greater
from solver.language.plain_errors import misread
from solver.language.plain_grammar import Alternative, grammar
from solver.language.plain_objects import VERBS, Line, Round, Value, center, on
from solver.language.plain_phrase import Phrase, Sort
from solver.language.plain_scope import Said, Scope, noun_key
from solver.language.plain_tokens import POINT, PlainToken, sentences
from solver.language.plain_words import FACTS, POINTS
from solver.language.problem import Problem
from solver.statements.conditions import APART, CONDITIONS
from solver.statements.predicates import CONG, EXPLORE, PARA, PERP, PREDICATES, Statement

#: A longer sentence is refused: the parser takes up to cubic time (words).
LONGEST_SENTENCE = 200

_NOUNS: Mapping[str, Phrase] = {phrase.name: phrase for phrase in POINTS if phrase.name}

#: Kinds of triangles, by the node of the grammar for `of the acute triangle A B C`.
_SHAPES: Mapping[str, Phrase] = {
    f"shape_{phrase.pattern.split()[1]}": phrase
    for phrase in FACTS
    if phrase.pattern.startswith("[in]") and phrase.pattern.endswith("triangle a b c")
}

#: Slots in a pattern, bound to what stands there.
_Bound = dict[str, Value]


#: A goal at the beginning of a sentence.
_GOAL = re.compile(
    r"(?:^|[\n;,.]|\band\b)\s*(?:prove|show|demonstrate|find|determine|compute|calculate|what)\b", re.IGNORECASE
)
#: What the other languages have and this one hasn't: a goal after a question mark, points with places, constructions.
_OTHER = re.compile(r"\?\s*\S|@|=\s*(?:[a-z]\w+|;|\?|$)", re.MULTILINE)
_OTHER_GOAL = re.compile(rf"\?\s*(?:{'|'.join(PREDICATES)})\b")
_COMMENT = re.compile(r"#[^\n]*")


def is_plain_language(text: str) -> bool:
    """Whether a text is meant to be in this language, right or wrong."""
    text = _COMMENT.sub("", text)
    if _OTHER_GOAL.search(text) or not text.strip():
        return False
    return bool(_GOAL.search(text)) or not _OTHER.search(text)


def build_problem(text: str, name: str, line: int = 1) -> Problem:
    """The problem that a text states; line: where it begins in its file. Raises ParseError."""
    words = sentences(text, line)
    parts = [part for sentence in words for part in _parts(sentence)]
    scope = Scope((t.text for sentence in words for t in sentence if t.kind == POINT), _object, _define)
    for look in (_note_polygons, _note_names):
        for part in parts:
            look(part, scope)
    goals = [part for part in parts if part.data != "fact"]
    if len(goals) != 1:
        raise _goals(goals, words, line)
    for part in sorted((part for part in parts if part.data == "fact"), key=_is_late):
        scope.span = _span(part)
        _state(_trees(part)[0], scope)
    _check_shapes(scope)
    _check_places(scope, parts)
    goal, senses = _goal(goals[0], scope)
    said = scope.said
    return Problem(
        name, text.rstrip(), tuple(scope.points), tuple(said.premises), goal, line=line, is_plain=True,
        spans=said.premises, conditions=tuple(said.conditions), condition_spans=said.conditions,
        senses=said.senses | senses,
        coordinates=scope.places,
    )  # fmt: skip


#: Verbs that are about what is known of a circle: they are read when all that is on it has been.
_LATE = frozenset(("within", "without", "tangent", "touch", "kiss", "antipode", "diametral"))


def _is_late(fact: Tree[Token]) -> bool:
    alternative = _alternative(_trees(fact)[0])
    return alternative is not None and any(t.split()[0] in _LATE for t in alternative.phrase.asserts)


def _parts(sentence: Sequence[PlainToken]) -> list[Tree[Token]]:
    """The facts and goals of a sentence. Raises ParseError."""
    if len(sentence) > LONGEST_SENTENCE:
        raise ParseError(
            f"this sentence has more than {LONGEST_SENTENCE} words", sentence[0].span, "put each fact on its own line"
        )
    try:
        return [part for part in grammar().parse(sentence).children if isinstance(part, Tree)]
    except UnexpectedInput as error:
        raise misread(error, sentence) from None


def _span(tree: Tree[Token]) -> Span:
    """Where a sentence stands: from its first word to its last one."""
    meta = tree.meta
    if meta.empty:
        return Span(1, 1)
    return Span(meta.line, meta.column, max(1, meta.end_column - meta.column))


def _trees(tree: Tree[Token]) -> list[Tree[Token]]:
    return [child for child in tree.children if isinstance(child, Tree)]


def _alternative(tree: Tree[Token]) -> Alternative | None:
    """The alternative of the table that a tree is about, if it is about one."""
    rule, _, number = str(tree.data).rpartition("_")
    return grammar().alternatives[int(number)] if rule and number.isdigit() else None


def _goals(goals: Sequence[Tree[Token]], words: Sequence[Sequence[PlainToken]], line: int) -> ParseError:
    if goals:
        return ParseError(
            "there is more than one goal",
            _span(goals[1]),
            "a statement proves one thing: write another one for the rest",
        )
    last = words[-1][-1].span if words else Span(line, 1, 0)
    return ParseError(
        "the goal is missing", Span(last.line, last.column + last.length),
        "end with what to prove, such as prove |A B| = |C D|, or with find ∠ A B C, or with what can be said?",
    )  # fmt: skip


# Names, looked through before anything is said.


#: Phrases about a triangle or another polygon, whose points are the slots a, b, c and perhaps d.
_ABOUT_TRIANGLE = re.compile(r"(\[shape\]|triangle) a b c|^a b c .*triangle")
_ABOUT_QUADRILATERAL = re.compile(r"(quadrilateral|trapezoid|parallelogram|rhombus|rectangle|square|kite) a b c d")


def _note_polygons(tree: Tree[Token], scope: Scope) -> None:
    """Note the triangles and quadrilaterals that a sentence speaks of."""
    alternative = _alternative(tree)
    if alternative is not None:
        for about, slots in ((_ABOUT_TRIANGLE, "abc"), (_ABOUT_QUADRILATERAL, "abcd")):
            if about.search(alternative.pattern):
                for bound in _bindings(tree, alternative, scope, str):
                    scope.add_polygon(tuple(str(bound[slot]) for slot in slots))
    for child in _trees(tree):
        _note_polygons(child, scope)


def _note_names(tree: Tree[Token], scope: Scope) -> None:
    """Note the points, lines and circles that a sentence gives names to."""
    if not tree.children:
        return
    scope.span = _span(tree)
    alternative = _alternative(tree)
    if tree.data in ("name_line", "name_circle"):
        scope.add_name(str(tree.children[0]), partial(_object, scope, _trees(tree)[0]))
    elif alternative is not None and alternative.names:
        scope.add_name(str(tree.children[0]), partial(_curve, scope, tree, alternative))
    elif alternative is not None and alternative.phrase.name:
        slots = ("x", *_slots(alternative.phrase))
        for bound in _completed(tree, alternative, scope, str):
            x, *arguments = (str(bound[slot]) for slot in slots)
            scope.nouns.setdefault(noun_key(alternative.phrase.name, arguments), x)
    for child in _trees(tree):
        _note_names(child, scope)


def _define(scope: Scope, noun: str, x: str, arguments: Sequence[str]) -> None:
    """State that x is the midpoint, say, of these points."""
    phrase = _NOUNS[noun]
    bound: _Bound = {"x": x, **dict(zip(_slots(phrase), arguments, strict=True))}
    _say(phrase, bound, scope)


def _slots(phrase: Phrase) -> list[str]:
    return [slot for group in Alternative(phrase, phrase.pattern, "").slots for slot in group]


# What stands in slots.


def _bindings(
    tree: Tree[Token], alternative: Alternative, scope: Scope, read: Callable[[Token | Tree[Token]], Value]
) -> list[_Bound]:
    """One for each of the things that the tree lists. read: gives the values of slots."""
    columns: list[tuple[tuple[str, ...], list[Sequence[Value]]]] = []
    children = [c for c in tree.children[alternative.names :] if not _is_shape(c)]
    for slots, child in zip(alternative.slots[alternative.names :], children, strict=True):
        if isinstance(child, Tree) and str(child.data).startswith("list_"):
            things = [read(c) for c in child.children]
            rows: list[Sequence[Value]] = [things[i : i + len(slots)] for i in range(0, len(things), len(slots))]
        else:
            rows = [[read(child)]]
        columns.append((slots, rows))
    count = max(len(rows) for _, rows in columns)
    for _, rows in columns:
        if len(rows) not in (1, count):
            raise scope.fail(
                f"here are {count} things on one side and {len(rows)} on the other", "list as many on both sides"
            )
    bound: list[_Bound] = []
    for i in range(count):
        one: _Bound = {}
        for slots, rows in columns:
            one |= dict(zip(slots, rows[i if len(rows) > 1 else 0], strict=True))
        bound.append(one)
    return bound


def _is_shape(child: Token | Tree[Token]) -> bool:
    return isinstance(child, Tree) and str(child.data).startswith("shape_")


def _value(scope: Scope, child: Token | Tree[Token]) -> Value:
    if isinstance(child, Token):
        return str(child)
    if child.data == "points":
        return [str(c) for c in child.children]
    if child.data == "lines":
        return [scope.line(c) for c in _trees(child)]
    return _object(scope, child)


def _object(scope: Scope, tree: Tree[Token]) -> Line | Round:
    """The line or circle that a tree names."""
    if tree.data in ("named_line", "named_circle"):
        return scope.named(str(tree.children[0]))
    if tree.data == "ends":
        a, b = map(str, tree.children)
        if a == b:
            raise scope.fail(f"the line {a} {b} needs two different points", "name another point")
        return Line((a, b))
    alternative = _alternative(tree)
    assert alternative is not None
    return scope.named(str(tree.children[0])) if alternative.names else _curve(scope, tree, alternative)


def _curve(scope: Scope, tree: Tree[Token], alternative: Alternative) -> Line | Round:
    """The line or circle that a phrase describes."""
    (bound,) = _completed(tree, alternative, scope, partial(_value, scope))
    if alternative.phrase.sort is Sort.LINE:
        return Line(None, lambda x: _say(alternative.phrase, bound | {"x": x}, scope))
    return _round(alternative.phrase, bound, scope)


def _round(phrase: Phrase, bound: _Bound, scope: Scope) -> Round:
    circle = Round()
    bound = _with_hidden(phrase, bound, scope)
    for template in phrase.asserts:
        verb, *words = template.split()
        points = _points(words, bound, scope)
        if verb == "center":
            (circle.center,) = points
        elif verb == "diameter":
            circle.diameter, circle.points = (points[0], points[1]), list(points)
        else:
            if circle.center is None and len(set(points)) < 3:
                raise scope.fail("a circle needs three different points", "write circle (A B C), or name its center")
            circle.points = list(points[:3])
            for p in points[3:]:
                on(scope, p, circle)
    return circle


# What phrases say.


def _state(tree: Tree[Token], scope: Scope) -> None:
    """Say what a sentence means."""
    alternative = _alternative(tree)
    if tree.data in ("name_line", "name_circle") or (alternative is not None and alternative.names):
        scope.named(str(tree.children[0]))
    elif tree.data == "equal":
        sides = [read_side(side, scope) for side in _trees(tree)]
        for left, right in pairwise(sides):
            state_equal(scope, left, right)
    elif tree.data in ("less", "greater"):
        left, right = (read_side(side, scope) for side in _trees(tree))
        state_greater(scope, *((left, right) if tree.data == "greater" else (right, left)))
    elif tree.data == "place":
        x, y = (float(str(c.children[0])) * (-1 if c.data == "opposite" else 1) for c in _trees(tree))
        scope.places[str(tree.children[0])] = (x, y)
    else:
        assert alternative is not None
        for bound in _completed(tree, alternative, scope, partial(_value, scope)):
            _say(alternative.phrase, bound, scope)
            for shape in filter(_is_shape, tree.children):
                _say(_SHAPES[str(shape.data)], {slot: bound[slot] for slot in "abc"}, scope)  # type: ignore[union-attr]


def _completed(
    tree: Tree[Token], alternative: Alternative, scope: Scope, read: Callable[[Token | Tree[Token]], Value]
) -> list[_Bound]:
    """Bindings of all slots of the phrase; where its triangle isn't named, it is the only one."""
    found = []
    for bound in _bindings(tree, alternative, scope, read):
        corner = bound.get(alternative.phrase.corner, "")
        if "a" not in bound and {"a", "b", "c"} & _words(alternative.phrase):
            bound |= dict(zip("abc", scope.triangle(str(corner)), strict=True))
        found.append(_turned(bound, str(corner), scope) if corner else bound)
    return found


def _words(phrase: Phrase) -> set[str]:
    return {word for template in (*phrase.asserts, *phrase.conditions, *phrase.hidden) for word in template.split()}


def _turned(bound: _Bound, corner: str, scope: Scope) -> _Bound:
    """With a, b, c (or a, b) turned round until a is the corner."""
    slots = [slot for slot in "abc" if slot in bound]
    values = [bound[slot] for slot in slots]
    if corner not in values:
        raise scope.fail(f"{corner} is none of {' '.join(map(str, values))}", "name one of them")
    k = values.index(corner)
    return bound | dict(zip(slots, values[k:] + values[:k], strict=True))


def _with_hidden(phrase: Phrase, bound: _Bound, scope: Scope) -> _Bound:
    for item in phrase.hidden:
        slot, noun, *words = item.split()
        bound = bound | {slot: scope.known(noun, *_points(words, bound, scope))}
    return bound


def _say(phrase: Phrase, bound: _Bound, scope: Scope) -> None:
    bound = _with_hidden(phrase, bound, scope)
    if not phrase.asserts and not phrase.conditions:
        scope.declared.update(_points(["ps"], bound, scope))
    for template in (phrase.goal,) if scope.is_goal and phrase.goal else phrase.asserts:
        verb, *words = template.split()
        if verb in VERBS:
            VERBS[verb](scope, *_arguments(verb, words, bound, scope))
        elif verb in PREDICATES:
            scope.say(PREDICATES[verb], *_points(words, bound, scope))
        else:
            scope.vague.append((verb, _points(words, bound, scope), scope.span))
    for template in phrase.conditions:
        kind, *words = template.split()
        scope.demand(CONDITIONS[kind], *_points(words, bound, scope))


#: Verbs that want a line as it is, not the points that name it.
_OF_LINES = frozenset(("on", "meet", "common", "concurrent", "tangent"))


def _arguments(verb: str, words: Sequence[str], bound: _Bound, scope: Scope) -> list[Value]:
    values: list[Value] = []
    for word in words:
        value = bound[word]
        values += scope.ends(value) if isinstance(value, Line) and verb not in _OF_LINES else [value]
    return values


def _points(words: Sequence[str], bound: _Bound, scope: Scope) -> tuple[str, ...]:
    """Words of a template as points: lines by the two that name them, circles by their centre."""
    points: list[str] = []
    for word in words:
        value = bound[word]
        if isinstance(value, str):
            points.append(value)
        elif isinstance(value, Line):
            points += scope.ends(value)
        elif isinstance(value, Round):
            points.append(center(scope, value))
        else:
            points += [p for p in value if isinstance(p, str)]
    return tuple(points)


# The end: shapes that need more, and the goal.

_VAGUE = {
    "two_equal": (CONG, "sides are equal", "isosceles triangle {0} {1} {2}, |{0} {1}| = |{0} {2}|"),
    "two_parallel": (PARA, "sides are parallel", "trapezoid {0} {1} {2} {3}, {0} {1} parallel to {2} {3}"),
    "one_right": (PERP, "angle is right", "right triangle {0} {1} {2} with right angle at {0}"),
}


def _check_shapes(scope: Scope) -> None:
    """An isosceles triangle needs to be told which sides are equal, and so on. Raises ParseError."""
    for word, points, span in scope.vague:
        predicate, what, example = _VAGUE[word]
        sides = {frozenset(pair) for pair in combinations(points, 2)}
        pairs = [
            {frozenset(s.points[:2]), frozenset(s.points[2:])} for s in scope.said.premises if s.predicate is predicate
        ]
        if not any(pair <= sides for pair in pairs):
            raise ParseError(f"it isn't said which {what}", span, f"write {example.format(*points)}")


def _check_places(scope: Scope, parts: Sequence[Tree[Token]]) -> None:
    """All points have places, or none. Raises ParseError."""
    without = [p for p in scope.points if p not in scope.places]
    if scope.places and without:
        placed = next(part for part in parts if _trees(part) and _trees(part)[0].data == "place")
        raise ParseError(
            f"point {without[0]} has no place, as others have", _span(placed), "give places to all points or to none"
        )


def _goal(tree: Tree[Token], scope: Scope) -> tuple[Statement, dict[Statement, tuple[int, ...]]]:
    scope.span = _span(tree)
    if tree.data == "explore":
        return Statement(EXPLORE, ()), {}
    if tree.data == "find":
        asked, senses = question(scope, read_side(_trees(tree)[0], scope))
        said = Said({asked: scope.span}, senses={asked: senses} if senses is not None else {})
    else:
        said = scope.goal(lambda: _state(_trees(tree)[0], scope))
    if len(said.premises) != 1:
        raise scope.fail(
            "this says more than one thing" if said.premises else "this is seen in a figure, it can't be proved",
            "prove one relation: points on a line or circle, lengths, angles, parallel or perpendicular lines",
        )
    (goal,) = said.premises
    given = (
        {p for s in scope.said.premises for p in s.points}
        | set(scope.places)
        | {p for c in scope.said.conditions if c.kind is not APART for p in c.points}
    )
    for p in goal.points:
        if p not in given | scope.declared:
            raise scope.fail(
                f"nothing is said about point {p}", f"say where it is, or that it may be anywhere: point {p}"
            )
    return goal, dict(said.senses)
