"""Expressions and the equations between them in English: `AB = 2·CD`, `one half of AB`, `∠B is equal to ∠C`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from solver.language.prose.chart import kept
from solver.language.prose.english.lexicon import NUMBERS
from solver.language.prose.english.nouns import Nouns
from solver.language.prose.english.sorts import (
    KINDS,
    introduces,
    is_angle,
    is_of_relations,
    is_one_point,
    is_said_apart,
)
from solver.language.prose.syntax import (
    Clause,
    Many,
    Modified,
    Noun,
    Number,
    Operation,
    Relation,
    Run,
    Said,
    Thing,
    Together,
)
from solver.language.prose.tokens import Kind
from solver.statements.expression import Function

_RELATIONS = frozenset(["=", "≠", "<", ">", "<=", ">=", "∥", "∦", "⟂", "∼", "≅", "∈", "∉"])

#: Relations in words.
_DIRECTIONS = {"perpendicular": "⟂", "parallel": "∥"}
_RELATIONS_IN_WORDS = {
    ("equals",): "=", ("equal",): "=", ("is", "equal", "to"): "=", ("are", "equal", "to"): "=", ("is", "less", "than"): "<",
    ("is", "smaller", "than"): "<", ("is", "greater", "than"): ">", ("is", "larger", "than"): ">",
}  # fmt: skip

#: What relations are called, and what is said of them.
STATED = frozenset(["equality", "equalities", "equation", "equations", "relation", "relations", "condition", "conditions", "similarity", "similarities", "identity"])  # fmt: skip
_HOLD = frozenset(["holds", "hold", "apply", "applies"])

#: What a formula right after it is called.
_VALUES = frozenset(["ratio", "quotient", "sum", "difference", "product", "value", "expression", "length"])

#: What values are anyhow.
_EXACT = frozenset(["exact", "numerical", "numeric", "precise"])

#: Multiples and parts in words.
_MULTIPLES = {"twice": "2", "double": "2", "thrice": "3", "triple": "3", "half": "1/2"}
_SIGNS = {"plus": "+", "minus": "-"}
_FUNCTIONS: Mapping[str, Function] = {"sine": "sin", "cosine": "cos", "tangent": "tan", "cotangent": "cot"}
_PARTS: dict[tuple[str, ...], str] = {
    **{(one, word): value for one in ("one", "a") for word, value in (("half", "1/2"), ("third", "1/3"), ("quarter", "1/4"), ("fourth", "1/4"),
                                                                      ("fifth", "1/5"), ("sixth", "1/6"), ("eighth", "1/8"))},
    ("two", "thirds"): "2/3", ("three", "quarters"): "3/4", ("three", "fourths"): "3/4",
}  # fmt: skip


def absolute(of: Thing) -> Thing:
    """What stands between bars: of a difference, the sign isn't known; all else is positive."""
    return Operation("abs", (of,), of.place) if isinstance(of, Operation) and of.sign == "-" else of


def two(things: Thing) -> tuple[Thing, ...]:
    """`AB and AC`, `angles B and C`, one by one."""
    if isinstance(things, Noun) and len(things.names) > 1:
        return tuple(replace(things, names=(name,), count=1) for name in things.names)
    return things.items if isinstance(things, Many) else ()


class Expressions(Nouns):
    """What has a size, and what is said of two such things by a sign or in its place."""

    @kept
    def relation(self, i: int) -> Iterator[tuple[Said, int]]:
        """`AB = CD < EF`, `DE ∥ BC`, `∠BAM = ∠CAN`."""
        yield from self.stated(i)
        for sides, signs, j in self.chain(i):
            said = Relation(sides, signs, (i, j))
            if signs == ("⟂",) and self.words[j] == "at":
                for at, k in self.thing(j + 1):  # AD ⟂ BC at D
                    roles = (("subject", sides[0]), ("object", sides[1]), ("at", at))
                    if is_one_point(at):
                        yield Clause("perpendicular", roles, frozenset(), (i, k)), k
            if self.words[j] == "with":
                for more, k in self.with_things(j):  # AD = AE with D and E different from A
                    if is_said_apart(more):
                        yield Together((said, more), (i, k)), k
            yield said, self.held(j)

    def stated(self, i: int) -> Iterator[tuple[Said, int]]:
        """`the equalities AB = CD and EF = GH hold`."""
        if self.words[i] == "the" and self.words[i + 1] in STATED:
            for said, j in self.clauses(i + 2):
                if self.words[j] in _HOLD:
                    yield said, j + 1
                elif self.words[j - 1] in _HOLD and is_of_relations(said):
                    yield said, j

    def held(self, j: int) -> int:
        """The end of `(AB = CD) holds`, `must hold`, `is true`."""
        k = j + 1 if self.words[j] in ("must", "also", "always") else j
        if self.words[k] in _HOLD:
            return k + 1
        return j + 2 if self.words[j : j + 2] in (["is", "true"], ["is", "satisfied"]) else j

    def chain(self, i: int) -> Iterator[tuple[tuple[Thing, ...], tuple[str, ...], int]]:
        for first, j in self.side(i):
            sign, k = self.sign_at(j)
            if sign:
                for sides, signs, end in self.chain(k):
                    if not isinstance(sides[0], Many):
                        yield (first, *sides), (sign, *signs), end
                for second, end in (*self.things(k), *self.in_brackets(k)) if sign == "∈" else self.side(k):
                    yield (first, second), (sign,), end

    def sign_at(self, j: int) -> tuple[str, int]:
        sign = self.signs[j]
        if sign in _RELATIONS:
            return sign, j + 1
        if sign == "|" and self.signs[j + 1] == "|":
            return "∥", j + 2
        if self.words[j] in _DIRECTIONS and self.kinds[j + 1] in (Kind.RUN, Kind.NAME):  # AH perp BC
            return _DIRECTIONS[self.words[j]], j + 1
        for words, said in _RELATIONS_IN_WORDS.items():
            if tuple(self.words[j : j + len(words)]) == words:
                return said, j + len(words)
        return "", j

    @kept
    def side(self, i: int) -> Iterator[tuple[Thing, int]]:
        for expression, j in self.expression(i):
            if (
                isinstance(expression, Noun)
                and KINDS.get(expression.head) == "polygon"
                and not {self.signs[j], self.signs[i - 1] if i else ""} & {"∼", "≅"}
            ):
                continue
            if introduces(expression) and self.signs[j] != "∈":
                continue
            for mods, k in self.side_mods(j):
                yield Modified(expression, mods, (i, k)), k
            yield expression, j
        for many, j in self.things(i):
            if isinstance(many, Many) and (self.signs[j] in ("∥", "⟂", "∈", "≠") or self.signs[i - 1] in ("∥", "⟂")):
                yield many, j

    def side_mods(self, i: int) -> Iterator[tuple[tuple[Said, ...], int]]:
        if self.signs[i] == "∖":
            for clause, j in self.name_mod(i):
                yield (clause,), j

    @kept
    def expression(self, i: int) -> Iterator[tuple[Thing, int]]:
        if self.words[i] == "the" and self.words[i + 1] in _VALUES and not self.words[i + 2]:
            yield from self.expression(i + 2)  # the ratio AB/CD
        is_after_term = i > 0 and (
            self.kinds[i - 1] in (Kind.RUN, Kind.NAME, Kind.NUMBER) or self.signs[i - 1] in (")", "°")
        )
        if self.signs[i] == "-" and not is_after_term:  # `(in triangle ABC, ∠A) - ∠B = 30°` begins with ∠A
            for value, j in self.term(i + 1):
                yield Operation("neg", (value,), (i, j)), j
        for first, j in self.term(i):
            yield from self.sums(i, first, j)

    def in_ratio(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`in the ratio 2:3:4`, `in a ratio of 3 : 1`."""
        j = i + 2 if self.words[i + 1] in ("the", "a") else i + 1  # in the ratio, in ratio
        if self.words[i] != "in" or self.words[j] not in ("ratio", "proportion"):
            return
        for ratio, k in self.expression(j + 2 if self.words[j + 1] == "of" else j + 1):
            if isinstance(ratio, Operation) and ratio.sign in ("ratio", "ratios"):
                yield ratio, k

    def sums(self, i: int, left: Thing, j: int) -> Iterator[tuple[Thing, int]]:
        sign = _SIGNS.get(self.words[j]) or self.signs[j]
        if sign in ("+", "-"):
            for right, k in self.term(j + 1):
                yield from self.sums(i, Operation(sign, (left, right), (i, k)), k)
        yield left, j

    @kept
    def term(self, i: int) -> Iterator[tuple[Thing, int]]:
        for first, j in self.factor(i):
            yield from self.products(i, first, j)

    def products(self, i: int, left: Thing, j: int) -> Iterator[tuple[Thing, int]]:
        sign = self.signs[j]
        if sign == ":" and isinstance(left, Operation) and left.sign in ("ratio", "ratios"):
            for right, k in self.factor(j + 1):
                yield from self.products(i, Operation("ratios", (*left.sides, right), (i, k)), k)
        elif sign == ":":
            for right, k in self.factor(j + 1):
                yield from self.products(i, Operation("ratio", (left, right), (i, k)), k)
        elif sign in ("*", "/") or self.words[j] == "times":
            sign = sign or "*"
            for right, k in self.factor(j + 1):
                if not (sign == "/" and self.is_open_function(left, j) and isinstance(right, Number)):
                    yield from self.products(i, Operation(sign, (left, right), (i, k)), k)
        elif self.is_juxtaposed(left, i, j):
            for right, k in self.factor(j):
                yield from self.products(i, Operation("*", (left, right), (i, k)), k)
        yield left, j

    @kept
    def factor(self, i: int) -> Iterator[tuple[Thing, int]]:
        for base, j in self.operand(i):
            if self.signs[j] == "^" and self.kinds[j + 1] is Kind.NUMBER:
                yield Operation("^", (base, Number(self.tokens[j + 1].text)), (i, j + 2)), j + 2
            else:
                yield base, j

    def value_of(self, i: int) -> int:
        """After `the (exact) value of`; i where that doesn't begin here."""
        j = i + 1 if self.words[i] == "the" else i
        while self.words[j] in _EXACT:
            j += 1
        return j + 2 if self.words[j : j + 2] == ["value", "of"] else i

    def powers(self, i: int) -> list[tuple[Thing, int]] | None:
        """`the square of AB`, `the sum of the squares of PA and PB`; None where it isn't that, or is a polygon."""
        j = i + 1 if self.words[i] == "the" else i
        is_sum = self.words[j : j + 2] == ["sum", "of"]
        j = j + 2 if is_sum else j
        j = j + 1 if is_sum and self.words[j] == "the" else j
        if self.words[j : j + 2] != (["squares", "of"] if is_sum else ["square", "of"]):
            return None
        if is_sum:
            return [(Operation("squares", (thing,), (i, k)), k) for thing, k in self.things(j + 2)]
        return [(Operation("^", (thing, Number("2")), (i, k)), k) for thing, k in self.factor(j + 2)]

    def difference(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`the difference of ∠B and ∠C`, `the absolute value of AB − AC`: whichever is the greater."""
        j = i + 1 if self.words[i] == "the" else i
        if self.words[j : j + 3] == ["absolute", "value", "of"]:
            yield from ((absolute(inner), k) for inner, k in self.expression(j + 3))
        j = j + 1 if self.words[j] in ("absolute", "positive") else j
        if self.words[j] == "difference" and self.words[j + 1] in ("of", "between"):
            k = j + 3 if self.words[j + 2] == "the" else j + 2
            is_of_squares = self.words[k : k + 2] == ["squares", "of"]
            for both, m in self.things(k + 2 if is_of_squares else j + 2):
                if len(sides := two(both)) == 2:
                    if is_of_squares:
                        sides = tuple(Operation("^", (side, Number("2")), (i, m)) for side in sides)
                    yield absolute(Operation("-", sides, (i, m))), m

    def function(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`the cosine of ∠ABC`, `sine of angle A`."""
        j = i + 1 if self.words[i] == "the" else i
        if self.words[j] in _FUNCTIONS and self.words[j + 1] == "of":
            for angle, k in self.factor(j + 2):
                if is_angle(angle):
                    yield Operation(_FUNCTIONS[self.words[j]], (angle,), (i, k)), k

    @kept
    def operand(self, i: int) -> Iterator[tuple[Thing, int]]:
        if self.kinds[i] is Kind.NUMBER:
            if self.signs[i + 1] == "°" or self.words[i + 1] in ("degrees", "degree", "deg"):
                yield Number(self.tokens[i].text, True, (i, i + 2)), i + 2
            else:
                yield Number(self.tokens[i].text, False, (i, i + 1)), i + 1
        elif self.kinds[i] is Kind.NAME and self.tokens[i].text == "m" and "∠" in self.signs[i + 1 : i + 3]:
            yield from self.operand(i + 1)  # m∠ABC, m(∠ABC)
        elif found := list(self.formula(i)):
            yield from found
        elif (of := self.value_of(i)) > i:
            yield from self.expression(of)
        elif (part := _PARTS.get(tuple(self.words[i : i + 2]))) is not None and self.words[i + 2] == "of":
            for thing, k in self.factor(i + 3):  # one fourth of the area of ABCD
                yield Operation("*", (Number(part), thing), (i, k)), k
        elif (power := self.powers(i)) is not None:
            yield from power
        elif self.words[i] == "root_of":
            for thing, k in self.factor(i + 1):
                yield Operation("√", (thing,), (i, k)), k
        elif self.words[i] in _MULTIPLES:
            value = _MULTIPLES[self.words[i]]
            j = i + 2 if self.words[i + 1] == "of" else i + 1
            for thing, k in self.factor(j):
                yield Operation("*", (Number(value), thing), (i, k)), k
        elif found := [*self.difference(i), *self.function(i)]:
            yield from found
        elif self.words[i] in NUMBERS and self.words[i + 1] == "times":
            yield Number(str(NUMBERS[self.words[i]]), False, (i, i + 1)), i + 1
        elif self.signs[i] == "(":
            for inner, j in self.expression(i + 1):
                if self.signs[j] == ")":
                    yield inner, j + 1
            yield from self.thing(i)
        elif self.words[i : i + 2] == ["the", "ratio"]:
            for inner, j in self.term(i + 3 if self.words[i + 2] == "of" else i + 2):
                if isinstance(inner, Operation) and inner.sign in ("/", "ratio"):
                    yield replace(inner, sign="/"), j
            yield from self.thing(i)
        elif self.signs[i] == "|":
            for inner, j in self.expression(i + 1):
                if self.signs[j] == "|":
                    yield absolute(inner), j + 1
        else:
            for thing, k in self.thing(i):
                is_length = (
                    isinstance(thing, Modified) and isinstance(thing.thing, Run) and len(thing.thing.points) == 2
                )
                if not (is_length and isinstance(thing, Modified) and any(map(is_said_apart, thing.mods))):
                    yield thing, k
