"""What a sentence of the plain language says: its phrase, with what stands in the slots.

The tree of a sentence names a phrase of the table; its slots are bound to points, lines and circles, once for each thing
that it lists; and what the phrase asserts is said of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from lark import Token, Tree

from solver.language.equated import state_equal, state_greater, state_unequal
from solver.language.plain_equations import read_side
from solver.language.plain_grammar import Alternative
from solver.language.plain_objects import VERBS, Line, Round, Value, center, on
from solver.language.plain_phrase import Phrase, Sort
from solver.language.plain_scope import Scope
from solver.language.plain_trees import alternative_of, subtrees
from solver.language.plain_words import FACTS, POINTS
from solver.statements.conditions import CONDITIONS
from solver.statements.predicates import PREDICATES

_NOUNS: Mapping[str, Phrase] = {phrase.name: phrase for phrase in POINTS if phrase.name}

#: Kinds of triangles, by the node of the grammar for `of the acute triangle A B C`.
_SHAPES: Mapping[str, Phrase] = {
    f"shape_{phrase.pattern.split()[1]}": phrase
    for phrase in FACTS
    if phrase.pattern.startswith("[in]") and phrase.pattern.endswith("triangle {a b c}")
}

#: Slots in a pattern, bound to what stands there.
Bound = dict[str, Value]

#: Verbs that are about what is known of a circle: they are read when all that is on it has been.
_LATE = frozenset(("within", "without", "tangent", "touch", "touch_curve", "kiss", "antipode", "diametral"))


def is_late(fact: Tree[Token]) -> bool:
    alternative = alternative_of(subtrees(fact)[0])
    return alternative is not None and any(t.split()[0] in _LATE for t in alternative.phrase.asserts)


def define(scope: Scope, noun: str, x: str, arguments: Sequence[str]) -> None:
    """State that x is the midpoint, say, of these points."""
    phrase = _NOUNS[noun]
    bound: Bound = {"x": x, **dict(zip(slots_of(phrase), arguments, strict=True))}
    _say(phrase, bound, scope)


def slots_of(phrase: Phrase) -> list[str]:
    """As the arguments of a noun are given: the corner comes last, wherever it stands in the phrase."""
    slots = [slot for group in Alternative(phrase, phrase.pattern, "").slots for slot in group]
    return sorted(slots, key=lambda slot: slot == phrase.corner)


def bindings(
    tree: Tree[Token], alternative: Alternative, scope: Scope, read: Callable[[Token | Tree[Token]], Value]
) -> list[Bound]:
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
    count = max((len(rows) for _, rows in columns), default=1)
    for _, rows in columns:
        if len(rows) not in (1, count):
            raise scope.fail(
                f"here are {count} things on one side and {len(rows)} on the other", "list as many on both sides"
            )
    if count > 1 and all(len(rows) == 1 for slots, rows in columns if slots != ("x",)):
        _check_may_be_several(alternative.phrase, scope)
    bound: list[Bound] = []
    for i in range(count):
        one: Bound = {}
        for slots, rows in columns:
            one |= dict(zip(slots, rows[i if len(rows) > 1 else 0], strict=True))
        bound.append(one)
    return bound


def _check_may_be_several(phrase: Phrase, scope: Scope) -> None:
    """`incenter I, D` names one point twice, so that D begins something else. Raises ParseError."""
    if phrase.name in _NOUNS and not scope.is_goal:
        raise scope.fail(
            f"these would be one point: it is the {phrase.name} of one figure",
            "name it once, and say the rest in another sentence",
        )


def _is_shape(child: Token | Tree[Token]) -> bool:
    return isinstance(child, Tree) and str(child.data).startswith("shape_")


def _value(scope: Scope, child: Token | Tree[Token]) -> Value:
    if isinstance(child, Token):
        return str(child)
    if child.data in ("points", "polygon"):
        return [str(c) for c in child.children]
    if child.data == "lines":
        return [scope.line(c) for c in subtrees(child)]
    return read_object(scope, child)


def read_object(scope: Scope, tree: Tree[Token]) -> Line | Round:
    """The line or circle that a tree names."""
    if tree.data in ("named_line", "named_circle"):
        return scope.named(str(tree.children[0]))
    if tree.data == "ends":
        a, b = map(str, tree.children)
        if a == b:
            raise scope.fail(f"the line {a} {b} needs two different points", "name another point")
        return Line((a, b))
    alternative = alternative_of(tree)
    assert alternative is not None
    return scope.named(str(tree.children[0])) if alternative.names else read_curve(scope, tree, alternative)


def read_curve(scope: Scope, tree: Tree[Token], alternative: Alternative) -> Line | Round:
    """The line or circle that a phrase describes."""
    (bound,) = completed(tree, alternative, scope, partial(_value, scope))
    if alternative.phrase.sort is Sort.LINE:
        return Line(None, lambda x: _say(alternative.phrase, bound | {"x": x}, scope))
    return _round(alternative.phrase, bound, scope)


def _round(phrase: Phrase, bound: Bound, scope: Scope) -> Round:
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


def state(tree: Tree[Token], scope: Scope) -> None:
    """Say what a sentence means."""
    alternative = alternative_of(tree)
    if tree.data in ("name_line", "name_circle") or (alternative is not None and alternative.names):
        scope.named(str(tree.children[0]))
    elif tree.data == "equal":
        sides = [read_side(side, scope) for side in subtrees(tree)]
        for left, right in pairwise(sides):
            state_equal(scope, left, right)
    elif tree.data == "unequal":
        left, right = (read_side(side, scope) for side in subtrees(tree))
        state_unequal(scope, left, right)
    elif tree.data in ("less", "greater"):
        left, right = (read_side(side, scope) for side in subtrees(tree))
        state_greater(scope, *((left, right) if tree.data == "greater" else (right, left)))
    elif tree.data == "place":
        x, y = (float(str(c.children[0])) * (-1 if c.data == "opposite" else 1) for c in subtrees(tree))
        scope.places[str(tree.children[0])] = (x, y)
    else:
        assert alternative is not None
        for bound in completed(tree, alternative, scope, partial(_value, scope)):
            _say(alternative.phrase, bound, scope)
            for shape in filter(_is_shape, tree.children):
                _say(_SHAPES[str(shape.data)], {slot: bound[slot] for slot in "abc"}, scope)  # type: ignore[union-attr]


def completed(
    tree: Tree[Token], alternative: Alternative, scope: Scope, read: Callable[[Token | Tree[Token]], Value]
) -> list[Bound]:
    """Bindings of all slots of the phrase; where its triangle isn't named, it is the only one."""
    found = []
    for bound in bindings(tree, alternative, scope, read):
        corner = bound.get(alternative.phrase.corner, "")
        if "a" not in bound and {"a", "b", "c"} & _words(alternative.phrase):
            bound |= dict(zip("abc", scope.triangle(str(corner)), strict=True))
        found.append(_turned(bound, str(corner), scope) if corner else bound)
    return found


def _words(phrase: Phrase) -> set[str]:
    return {word for template in (*phrase.asserts, *phrase.conditions, *phrase.hidden) for word in template.split()}


def _turned(bound: Bound, corner: str, scope: Scope) -> Bound:
    """With a, b, c (or a, b) turned round until a is the corner."""
    slots = [slot for slot in "abc" if slot in bound]
    values = [bound[slot] for slot in slots]
    if corner not in values:
        raise scope.fail(f"{corner} is none of {' '.join(map(str, values))}", "name one of them")
    k = values.index(corner)
    return bound | dict(zip(slots, values[k:] + values[:k], strict=True))


def _with_hidden(phrase: Phrase, bound: Bound, scope: Scope) -> Bound:
    for item in phrase.hidden:
        slot, noun, *words = item.split()
        bound = bound | {slot: scope.known(noun, *_points(words, bound, scope))}
    return bound


def _say(phrase: Phrase, bound: Bound, scope: Scope) -> None:
    _require_lines(phrase, bound, scope)
    bound = _with_hidden(phrase, bound, scope)
    if not phrase.asserts and not phrase.conditions:
        scope.declared.update(_points(["ps"], bound, scope))
    for template in phrase.goal if scope.is_goal and phrase.goal else phrase.asserts:
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


def _require_lines(phrase: Phrase, bound: Bound, scope: Scope) -> None:
    """A name may be that of a circle; only some phrases take one for a line."""
    if any(template.split()[0] in _OF_CURVES for template in phrase.asserts):
        return
    for slot in _LINE_SLOT.findall(phrase.pattern):
        if isinstance(bound.get(slot), Round):
            raise scope.fail("this is a circle, where a line is needed", f"write e.g. {phrase.example}")


_LINE_SLOT = re.compile(r"(\w+):line")

#: Verbs that take a circle where the phrase has a line.
_OF_CURVES = frozenset(("on", "meet", "common", "touch_curve"))

#: Verbs that want a line as it is, not the points that name it.
_OF_LINES = frozenset(("on", "meet", "common", "concurrent", "tangent", "touch_curve"))


def _arguments(verb: str, words: Sequence[str], bound: Bound, scope: Scope) -> list[Value]:
    values: list[Value] = []
    for word in words:
        value = bound[word]
        values += scope.ends(value) if isinstance(value, Line) and verb not in _OF_LINES else [value]
    return values


def _points(words: Sequence[str], bound: Bound, scope: Scope) -> tuple[str, ...]:
    """Words of a template as points: lines by the two that name them, circles by their center."""
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
