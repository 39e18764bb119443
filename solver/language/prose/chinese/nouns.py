"""The noun phrases of Chinese, lists of them, and expressions."""

from __future__ import annotations

from collections.abc import Iterator

from solver.language.prose.chart import kept
from solver.language.prose.chinese.belonging import Belonging
from solver.language.prose.chinese.lexicon import (
    AND,
    FUNCTIONS,
    NOUNS,
    NUMERALS,
    POINTS,
)
from solver.language.prose.chinese.sorts import (
    POLYGONS,
    is_mixed,
)
from solver.language.prose.syntax import (
    Many,
    Modified,
    Named,
    Noun,
    Number,
    Operation,
    Run,
    Thing,
)
from solver.language.prose.tokens import Kind

#: Nouns that two things have together.
_OF_TWO = frozenset([
    "intersection", "touchpoint", "radical_axis", "common_chord", "common_tangent", "line_of_centers", "ratio", "sum", "product",
    "angle", "distance", "line", "radical_center", "similitude_center",
])  # fmt: skip
_MULTIPLES = {"两": "2", "二": "2", "三": "3", "四": "4"}
_MOST_LISTED = 8


class Nouns(Belonging):
    """The rules for things."""

    @kept
    def things(self, i: int, wide: bool) -> Iterator[tuple[Thing, int]]:
        """A list, or one thing. wide: what follows the last one belongs to all, even after 与."""
        found = list(self.listed(i, 0))
        grown: list[tuple[Thing, int]] = []
        narrow: list[tuple[Thing, int]] = []
        for items, j in found:
            if len(items) == 1:
                narrow.append((items[0], j))
                continue
            owner = Many(items, (i, j))
            narrow.append((owner, j))
            grown.extend(self.after_many(owner, j, i))

        def rank(reading: tuple[Thing, int]) -> tuple[bool, int, bool]:
            thing, end = reading
            return any(sign == "," for sign in self.signs[i:end]), -end, is_mixed(thing)

        yield from sorted((*grown, *narrow), key=rank)

    def after_many(self, owner: Many, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        k = self.past(j, POINTS)
        for thing, end in self.tail(k, owner, i):
            if isinstance(thing, Noun) and not (self.alike(owner) or thing.head in _OF_TWO):
                continue
            yield from self.grown(thing, end, i)
        if k > j:
            yield owner, k

    @staticmethod
    def alike(owner: Many) -> bool:
        """Whether all are of one sort, so that what follows the last one can belong to each."""
        first = owner.items[0]
        if isinstance(first, Run):
            return all(isinstance(t, Run) and len(t.points) == len(first.points) for t in owner.items)
        if isinstance(first, Noun):
            return all(isinstance(t, Noun) and t.head == first.head for t in owner.items)
        return all(type(t) is type(first) for t in owner.items)

    @kept
    def listed(self, i: int, depth: int) -> Iterator[tuple[tuple[Thing, ...], int]]:
        for thing, j in self.phrase(i):
            items = thing.items if isinstance(thing, Many) else (thing,)
            k = self.after_joint(j, thing)
            if k and depth < _MOST_LISTED:
                for rest, end in self.listed(k, depth + 1):
                    yield (*items, *rest), end
            yield items, j

    def after_joint(self, j: int, thing: Thing) -> int:
        """Past what joins the members of a list; 0 where nothing does. A comma only joins names."""
        if self.signs[j] == "," and self.words[j + 1] in ("以及", "及"):
            return j + 2
        if self.words[j] in AND:
            return j + 2 if self.words[j] == "、" and self.words[j + 1] in AND else j + 1
        if (
            self.signs[j] == ","
            and isinstance(thing, Run)
            and (self.kinds[j + 1] is Kind.RUN or self.words[j + 1] == "点")
        ):
            return j + 1
        if self.is_list_comma(j) and (self.head_at(j + 1) or isinstance(thing, Named)):  # △ABC，△ABD的外心
            return j + 1
        return 0

    @kept
    def phrase(self, i: int) -> Iterator[tuple[Thing, int]]:
        for thing, j in self.simple(i):
            yield from self.grown(thing, j, i)

    def grown(self, thing: Thing, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        """A thing, with what is said to belong to it."""
        for more, k in self.tail(j, thing, i):
            yield from self.grown(more, k, i)
        yield thing, j

    @kept
    def expression(self, i: int) -> Iterator[tuple[Thing, int]]:
        """Sums; ratios bind like quotients."""
        for first, j in self.term(i):
            yield from self.sums(first, j, i)

    def sums(self, first: Thing, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        if self.signs[j] in ("+", "-"):
            for second, k in self.term(j + 1):
                yield from self.sums(Operation(self.signs[j], (first, second), (i, k)), k, i)
        yield first, j

    @kept
    def term(self, i: int) -> Iterator[tuple[Thing, int]]:
        if self.signs[i] == "-":
            for inner, j in self.term(i + 1):
                yield Operation("neg", (inner,), (i, j)), j
        for first, j in self.factor(i):
            yield from self.products(first, j, i)

    def products(self, first: Thing, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        sign = {"*": "*", "/": "/", ":": "ratio"}.get(self.signs[j], "")
        if sign == "ratio" and isinstance(first, Operation) and first.sign in ("ratio", "ratios"):
            for second, k in self.factor(j + 1):
                yield from self.products(Operation("ratios", (*first.sides, second), (i, k)), k, i)
        elif sign:
            for second, k in self.factor(j + 1):
                if not (sign == "/" and self.is_open_function(first, j) and isinstance(second, Number)):
                    yield from self.products(Operation(sign, (first, second), (i, k)), k, i)
        elif self.is_juxtaposed(first, i, j):
            for second, k in self.factor(j):
                yield from self.products(Operation("*", (first, second), (i, k)), k, i)
        yield first, j

    @kept
    def factor(self, i: int) -> Iterator[tuple[Thing, int]]:
        if self.kinds[i] is Kind.NUMBER:
            degrees = self.signs[i + 1] == "°" or self.words[i + 1] == "度"
            yield Number(self.tokens[i].text, degrees, (i, i + 1 + degrees)), i + 1 + degrees
        if self.signs[i] == "(":
            for inner, j in self.expression(i + 1):
                if self.signs[j] == ")":
                    yield from self.powers(inner, j + 1, i)
        if self.signs[i] == "|":
            for inner, j in self.expression(i + 1):
                if self.signs[j] == "|":
                    yield from self.powers(inner, j + 1, i)
        for thing, j in self.formula(i):
            yield from self.powers(thing, j, i)
        if self.is_area(i):
            for polygon, j in self.head(i + 1):
                yield from self.powers(Noun("area", (), "the", 1, (), (("of", polygon),), (), (i, j)), j, i)
        for thing, j in self.phrase(i):
            if not isinstance(thing, Modified):
                yield from self.powers(thing, j, i)
        for thing, j in self.things(i, False):
            if isinstance(thing, Noun) and thing.role("between") is not None:
                yield thing, j

    def is_area(self, i: int) -> bool:
        """`S△ABC`, `S四边形ABCD`: S for the area."""
        token = self.tokens[i] if i < self.size else None
        is_polygon = self.signs[i + 1] == "△" or NOUNS.get(self.words[i + 1], ("",))[0] in POLYGONS
        return token is not None and token.kind is Kind.RUN and token.points == ("S",) and is_polygon

    def powers(self, base: Thing, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        if self.signs[j] == "^" and self.kinds[j + 1] is Kind.NUMBER:
            yield Operation("^", (base, Number(self.tokens[j + 1].text)), (i, j + 2)), j + 2
        k = j + 1 if self.words[j] == "的" else j
        if self.words[k] in FUNCTIONS and k > j:
            end = k + 2 if self.words[k + 1] == "值" else k + 1
            yield Operation(FUNCTIONS[self.words[k]], (base,), (i, end)), end
        if self.words[k] == "一半":
            yield Operation("/", (base, Number("2")), (i, k + 1)), k + 1
        if self.words[k] in NUMERALS and self.words[k + 1] == "分之" and self.words[k + 2] in NUMERALS:
            part = Number(f"{NUMERALS[self.words[k + 2]]}/{NUMERALS[self.words[k]]}", place=(k, k + 3))
            yield Operation("*", (part, base), (i, k + 3)), k + 3
        number = self.tokens[k].text if self.kinds[k] is Kind.NUMBER else _MULTIPLES.get(self.words[k], "")
        if number and self.words[k + 1] == "倍":
            yield Operation("*", (Number(number), base), (i, k + 2)), k + 2
        yield base, j
