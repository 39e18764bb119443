"""The constructive language of AlphaGeometry, `a b c = triangle a b c; h = orthocenter h a b c ? perp a h b c`.

A call may repeat its new points (`x = on_line x a b`) or leave them out (`x = on_line a b`); they stand where the
construction's signature has them, or first, or in both places (`d = parallelogram d a b c d`). Several calls in a clause
put one point on several loci.
"""

from __future__ import annotations

from collections.abc import Sequence

from solver.errors import ParseError, Span
from solver.language.constructions import CONSTRUCTIONS, Construction, with_angle_reversed
from solver.language.orientation import undecided
from solver.language.problem import Call, Clause, Problem
from solver.language.syntax import (
    ClauseSyntax,
    Scope,
    StatementSyntax,
    Word,
    constant,
    nearest,
    read_statement,
    read_syntax,
    shown,
)
from solver.statements.predicates import Statement


def build_problem(syntax: StatementSyntax, name: str, text: str) -> Problem:
    """Resolve the words of a statement. Raises ParseError."""
    scope = Scope()
    premises: dict[Statement, Span] = {}
    clauses: list[Clause] = []
    for clause in syntax.clauses:
        clauses.append(_clause(clause, scope, premises))
    goal = with_angle_reversed(read_statement(syntax.goal, scope))
    return Problem(
        name, text, scope.points, tuple(premises), goal, tuple(clauses), spans=premises, goal_senses=undecided(goal)
    )


def read_clause(text: str, known: Sequence[str]) -> tuple[Clause, tuple[Statement, ...]]:
    """One clause over known points, `x = on_line x a b, on_circle x o c`, and what it asserts. Raises ParseError."""
    syntax = read_syntax(f"{text} ? coll")
    if len(syntax.clauses) != 1:
        raise ParseError("this is more than one clause", None, "write one point and where it lies")
    scope = Scope()
    for name in known:
        scope.add(Word(name, Span(1, 1)))
    premises: dict[Statement, Span] = {}
    clause = _clause(syntax.clauses[0], scope, premises)
    return clause, tuple(premises)


def _clause(syntax: ClauseSyntax, scope: Scope, premises: dict[Statement, Span]) -> Clause:
    new = tuple(p.name.text for p in syntax.points)  # a call may name them in another order
    first = syntax.points[0].name
    for placed in syntax.points:
        scope.require_new(placed.name)
    if not syntax.calls:
        raise ParseError(f"nothing says where {' '.join(new)} is", first.span, f"write e.g. {new[0]} = free {new[0]}")
    if len(new) > 1 and len(syntax.calls) > 1:
        raise ParseError(
            "several constructions together place one point, not several", syntax.calls[1][0].span,
            f"write a clause for each of {' '.join(new)}",
        )  # fmt: skip
    resolved = [(_resolve(words, syntax), words) for words in syntax.calls]
    calls: list[Call] = []
    for (construction, named, arguments, numbers), words in resolved:
        new = named
        for word in arguments:
            if word.text in new:
                raise ParseError(
                    f"{word.text} is used to define itself", word.span, "use points that are defined before"
                )
            scope.require(word)
        values = tuple(constant(w) for w in numbers)
        points = tuple(w.text for w in arguments)
        statements = construction.statements(new, points, values)
        _check_arguments(construction, statements, words)
        for statement in statements:
            premises.setdefault(statement, words[0].span)
        calls.append(Call(construction, points, values, words[0].span))
    for placed in syntax.points:
        scope.add(placed.name)
    places = {p.name.text: p.coordinates for p in syntax.points if p.coordinates is not None}
    return Clause(new, tuple(calls), places, first.span)


def _resolve(
    words: tuple[Word, ...], clause: ClauseSyntax
) -> tuple[Construction, tuple[str, ...], list[Word], list[Word]]:
    """The construction, its new points in its own order, its argument words and its numbers."""
    head, *rest = words
    construction = CONSTRUCTIONS.get(head.text)
    if construction is None:
        raise ParseError(
            f"there is no construction {shown(head.text)}", head.span,
            nearest(head.text, CONSTRUCTIONS, "porism constructions lists them"),
        )  # fmt: skip
    new = [p.name.text for p in clause.points]
    if len(new) != len(construction.new):
        count = len(construction.new)
        raise ParseError(
            f"{construction.name} gives {count} point{'s' * (count > 1)}, here are {len(new)} before the equals sign",
            clause.points[0].name.span, f"write {construction.syntax}",
        )  # fmt: skip
    numbers = len(construction.constants)
    points, constants = rest[: len(rest) - numbers], rest[len(rest) - numbers :]
    points = _said_once(construction, points, new)
    if len(points) == len(construction.signature):
        named = dict(zip(construction.signature, points, strict=True))
        if {named[w].text for w in construction.new} == set(new):
            own = tuple(named[w].text for w in construction.new)
            return construction, own, [named[w] for w in construction.arguments], list(constants)
        first = tuple(w.text for w in points[: len(new)])
        if set(first) == set(new):  # new points first, as in `x = parallelogram x a b c`
            return construction, first, points[len(new) :], list(constants)
        stray = next((named[w] for w in construction.new if named[w].text not in new), named[construction.new[-1]])
        raise ParseError(
            f"{construction.name} names {shown(stray.text)} where the clause defines {' '.join(new)}",
            stray.span, f"write {construction.syntax}",
        )  # fmt: skip
    begins_with_new = [w.text for w in points[: len(new)]] == new
    if len(points) == len(construction.arguments) and not begins_with_new:
        return construction, tuple(new), list(points), list(constants)
    count = len(rest) - len(new) if begins_with_new else len(rest)
    raise ParseError(
        f"{construction.name} takes {len(construction.arguments)} points"
        f"{f' and {numbers} number' if numbers else ''} after its new ones, here are {count} words",
        head.span, f"write {construction.syntax}",
    )  # fmt: skip


def _said_once(construction: Construction, points: list[Word], new: list[str]) -> list[Word]:
    """The words of a call without the new points that it names beside those of the signature.

    `d a b c d` becomes `a b c d`; words in which the new points aren't named twice are returned as they are.
    """
    count = len(new)
    if len(points) != len(construction.signature) + count:
        return points
    texts = [w.text for w in points]
    for extra, rest in ((slice(None, count), points[count:]), (slice(-count, None), points[:-count])):
        named = dict(zip(construction.signature, (w.text for w in rest), strict=True))
        placed = [named[w] for w in construction.new]
        first = [w.text for w in rest[:count]]
        if sorted(texts[extra]) != sorted(new) or sorted(new) not in (sorted(placed), sorted(first)):
            continue
        if sorted(placed) == sorted(new) and texts[extra] not in (new, placed):
            raise ParseError(
                f"{construction.name} names {' '.join(new)} twice, in different orders",
                points[extra][0].span, f"write {construction.syntax}",
            )  # fmt: skip
        return rest
    return points


def _check_arguments(construction: Construction, statements: tuple[Statement, ...], words: tuple[Word, ...]) -> None:
    for statement in statements:
        if statement.repeated_point() is not None:
            raise ParseError(
                f"{construction.name} is given the same point where two different ones are needed",
                words[0].span, f"write {construction.syntax} with different points",
            )  # fmt: skip
