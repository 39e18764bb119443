"""The language of theorem files: text to `Theorem`s, or a `ParseError` that says where and what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from solver.checker import TheoremStatement
from solver.checker.conditions import POINT_KINDS
from solver.errors import ParseError, Span
from solver.knowledge.formula import Factor, NotLinear, Product, equation_of, simplest_claim
from solver.knowledge.theorem import SCHOOL, Kind, Theorem
from solver.language.syntax import Scope, Word, nearest, read_statement
from solver.statements.equation import Theory, segment, sine
from solver.statements.predicates import OVERLAP, Claim
from solver.statements.theorem import Need

#: Words of a field's name for people.
_FIELDS = ("points", "given", "where", "then", "source", "note", "example", "gain", "covered", "level")
#: More points than this are refused: the search for instances would not end.
MOST_POINTS = 16

_EXAMPLE = """theorem my-lemma "its name"
  points a b c m
  given  midp m b c, perp a b a c
  then   |m a| = |m b|
  source "where it comes from\""""

_TOKENS = {
    "NAME": "a name", "ID": "the theorem's id, such as my-lemma", "STRING": "a text in double quotes",
    "NUMBER": "a number", "EQUAL": "an equals sign", "COMMA": "a comma", "VBAR": "|", "THEOREM": "theorem",
    "THEORY": "theory", **{f.upper(): f for f in _FIELDS},
}  # fmt: skip


@cache
def _grammar() -> Lark:
    text = files("solver.knowledge").joinpath("theorem.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", propagate_positions=True, maybe_placeholders=False)


def read_theorems(text: str, *, is_own: bool = False) -> list[Theorem]:
    """The entries of a file. Raises ParseError."""
    try:
        tree = _grammar().parse(text)
    except UnexpectedInput as error:
        raise _syntax_error(error, text) from None
    found: list[Theorem] = []
    for entry in (t for t in tree.children if isinstance(t, Tree)):
        theorem = _Entry(entry).theorem(is_own)
        if any(t.id == theorem.id for t in found):
            raise ParseError(f"the id {theorem.id} stands twice", theorem.span, "give one of them another id")
        found.append(theorem)
    return found


def _syntax_error(error: UnexpectedInput, text: str) -> ParseError:
    if isinstance(error, UnexpectedToken) and error.token.type != "$END":
        span = Span(error.token.line or 1, error.token.column or 1, len(error.token))
        shown = f"{str(error.token)[:40]!r} is out of place here"
        wanted = sorted(_TOKENS[name] for name in error.accepts & _TOKENS.keys())
    elif isinstance(error, UnexpectedCharacters):
        span = Span(error.line, error.column)
        shown = f"{text[error.pos_in_stream or 0 : (error.pos_in_stream or 0) + 1]!r} is out of place here"
        wanted = sorted(_TOKENS[name] for name in error.allowed & _TOKENS.keys())
    else:
        span = Span(text.count("\n") + 1, 1)
        shown, wanted = "the file ends too early", []
    expected = f"expected {' or '.join(wanted)}; " if wanted else ""
    return ParseError(shown, span, f"{expected}an entry looks like this:\n{_EXAMPLE}")


class _Entry:
    """One entry's tree at work: its fields, and its points once they are known."""

    def __init__(self, tree: Tree[Token]) -> None:
        kind, name, *rest = tree.children
        assert isinstance(kind, Tree)
        self.kind = Kind(str(kind.children[0]))
        self.id = _word(name)
        self.names = [_text(t) for t in rest if isinstance(t, Token)]
        self.fields: dict[str, Tree[Token]] = {}
        for field in rest:
            if isinstance(field, Tree):
                if str(field.data) in self.fields:
                    raise ParseError(f"{self.id.text} has two fields {field.data}", _span(field), "join them")
                self.fields[str(field.data)] = field
        self.scope = Scope()

    def theorem(self, is_own: bool) -> Theorem:
        for required in ("points", "then"):
            if required not in self.fields:
                raise ParseError(
                    f"{self.id.text} has no field {required}", self.id.span, f"an entry looks like this:\n{_EXAMPLE}"
                )
        points = [_word(t) for t in self.fields["points"].children]
        if len(points) > MOST_POINTS:
            raise ParseError(f"{self.id.text} has more than {MOST_POINTS} points", points[MOST_POINTS].span)
        for point in points:
            self.scope.add(point)
        statement = TheoremStatement(
            self.id.text,
            self.scope.points,
            self._facts("given"),
            tuple(self._condition(t) for t in self._children("where")),
            self._facts("then"),
        )
        chinese = self.names[1] if len(self.names) > 1 else ""
        texts = {f: _text(self.fields[f].children[0]) for f in _FIELDS[4:] if f in self.fields}
        if texts.get("level", SCHOOL) != SCHOOL:
            raise ParseError(f'the level of {self.id.text} isn\'t "{SCHOOL}"', self.id.span, "leave it out, or say so")
        return Theorem(statement, self.kind, self.names[0], chinese, **texts, is_own=is_own, span=self.id.span)

    def _children(self, field: str) -> list[Any]:
        return list(self.fields[field].children) if field in self.fields else []

    def _facts(self, field: str) -> tuple[Claim, ...]:
        return tuple(self._fact(t) for t in self._children(field))

    def _fact(self, tree: Tree[Token]) -> Claim:
        if tree.data == "equation":
            left, right = (self._side(side) for side in tree.children)
            try:
                return simplest_claim(equation_of(left, right))
            except (NotLinear, ValueError) as error:
                raise ParseError(
                    f"this formula can't be used: {error}", _span(tree), "split it, or use a predicate"
                ) from None
        statement = read_statement(tuple(_word(t) for t in tree.children), self.scope)
        if statement.predicate.is_question or (statement.predicate is OVERLAP and self.kind is Kind.THEOREM):
            raise ParseError(
                f"a theorem can't speak of {statement.predicate.name}", _span(tree), "use another predicate"
            )
        return statement

    def _side(self, tree: Any) -> list[Product]:
        products: list[Product] = []
        sign = 1
        for child in tree.children:
            if isinstance(child, Token):
                sign = -1 if child == "-" else 1
            else:
                products.append((sign, self._term(child)))
        return products

    def _term(self, tree: Tree[Token]) -> tuple[Factor, ...]:
        factors: list[Factor] = []
        power = 1
        for child in tree.children:
            if isinstance(child, Token):
                power = -1 if child == "/" else 1
            else:
                factors.append(self._factor(child, power))
        return tuple(factors)

    def _factor(self, tree: Tree[Token], power: int) -> Factor:
        tokens = [t for t in tree.children if isinstance(t, Token)]
        raised = [t for t in tree.children if isinstance(t, Tree)]
        exponent = power * (Fraction(str(raised[0].children[0])) if raised else Fraction(1))
        if tree.data == "number":
            return Factor(None, None, exponent, Fraction(str(tokens[0])))
        words = [_word(t) for t in tokens]
        for word in words:
            self.scope.require(word)
        names = [w.text for w in words]
        if len(set(names)) < len(names):
            raise ParseError(f"{' '.join(names)} names a point twice", words[0].span, "name different points")
        if tree.data == "sine":
            return Factor(sine(*names), Theory.LOG, exponent)
        theory = Theory.LENGTH if tree.data == "length" else Theory.DIRECTION
        return Factor(segment(*names), theory, exponent)

    def _condition(self, tree: Tree[Token]) -> Need:
        head, *points = (_word(t) for t in tree.children)
        if head.text not in POINT_KINDS:
            raise ParseError(
                f"{head.text!r:.40} is no condition",
                head.span,
                nearest(head.text, POINT_KINDS, f"known: {', '.join(POINT_KINDS)}"),
            )
        for point in points:
            self.scope.require(point)
        count = POINT_KINDS[head.text][0]
        if count is not None and len(points) != count:
            raise ParseError(f"{head.text} takes {count} points, not {len(points)}", head.span)
        return Need(head.text, tuple(p.text for p in points))


def _word(token: Any) -> Word:
    return Word(str(token), Span(token.line or 1, token.column or 1, len(token)))


def _text(token: Any) -> str:
    """A string without its quotes, its white space joined."""
    return " ".join(str(token)[1:-1].split())


def _span(tree: Tree[Token]) -> Span:
    return Span(tree.meta.line, tree.meta.column)


Reader = Callable[[str], list[Theorem]]
