"""What formulas have in every language: roots, areas by brackets, functions of angles, products without a sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from solver.language.prose.chart import Chart, Readings
from solver.language.prose.signs import FUNCTIONS
from solver.language.prose.syntax import AngleSize, Named, Number, Operation, Run, Thing
from solver.language.prose.tokens import Kind, Token

_FUNCTIONS = frozenset(FUNCTIONS.values())


class Formulas(Chart):
    """A part of a grammar. Its language says what a factor and an expression are."""

    tokens: Sequence[Token]
    words: list[str]
    signs: list[str]
    kinds: list[Kind | None]
    size: int

    #: The rules of the languages that build on this part.
    factor: Callable[..., Readings[Thing]]
    expression: Callable[..., Readings[Thing]]

    def formula(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`√3`, `[ABC]`, `S△ABC`, `sin ∠ABC`."""
        if self.signs[i] == "√":
            for inner, j in self.factor(i + 1):
                yield Operation("√", (inner,), (i, j)), j
        elif self.signs[i] == "S" and self.kinds[i + 1] is Kind.RUN and self.signs[i + 2] == "]":
            yield Operation("area", (Run(self.tokens[i + 1].points, (i + 1, i + 2)),), (i, i + 3)), i + 3
        elif self.words[i] in _FUNCTIONS:
            yield from self._function(i)

    def _function(self, i: int) -> Iterator[tuple[Thing, int]]:
        """sin ∠ABC, cos A, cot² B, tan α."""
        j = i + 1
        power = None
        if self.signs[j] == "^" and self.kinds[j + 1] is Kind.NUMBER:
            power, j = Number(self.tokens[j + 1].text), j + 2
        for angle, k in self._argument(j):
            value: Thing = Operation(self.words[i], (angle,), (i, k))
            yield (Operation("^", (value, power), (i, k)) if power is not None else value), k

    def _argument(self, j: int) -> Iterator[tuple[Thing, int]]:
        if self.kinds[j] is Kind.RUN and len(self.tokens[j].points) in (1, 3):
            yield AngleSize((Run(self.tokens[j].points, (j, j + 1)),), (j, j + 1)), j + 1
        elif self.kinds[j] is Kind.NUMBER and self.kinds[j + 1] in (Kind.RUN, Kind.NAME):  # sin 2A
            for angle, k in self._argument(j + 1):
                yield Operation("*", (Number(self.tokens[j].text), angle), (j, k)), k
        elif self.kinds[j] in (Kind.NAME, Kind.NUMBER) or self.signs[j] == "∠" or self.words[j] == "angle":
            yield from self.factor(j)
        elif self.signs[j] == "(":
            inside = (*(self._argument(j + 1) if self.kinds[j + 1] is Kind.RUN else ()), *self.expression(j + 1))
            yield from ((inner, k + 1) for inner, k in inside if self.signs[k] == ")")

    def is_open_function(self, left: Thing, j: int) -> bool:
        """Whether a function of an angle ends there without brackets: `tan A/2` is the tangent of A/2, or half of that of A."""
        return isinstance(left, Operation) and left.sign in _FUNCTIONS and self.signs[j - 1] != ")"

    def is_juxtaposed(self, left: Thing, i: int, j: int) -> bool:
        """Whether a product is meant without a sign: `3a`, `2[ABC]`, `ab`, `m√n`, `= R(R − 2r)`. i: where left begins."""
        if not 0 < j < self.size:
            return False
        is_factor = self.kinds[j] is Kind.NAME or self.signs[j] in ("√", "S") or self.words[j] in _FUNCTIONS
        if isinstance(left, Number | Operation):
            is_angle = isinstance(left, Number) and self.words[j] == "angle"
            return is_factor or is_angle or self.kinds[j] is Kind.RUN or self.signs[j] in ("∠", "|", "(")
        is_near = self.tokens[j - 1].end == self.tokens[j].start
        if self.signs[j] == "(" and is_near and 0 < i < self.size and self.signs[i - 1] in tuple("=+-*/("):
            return isinstance(left, Named) or (isinstance(left, Run) and len(left.points) < 3)  # = AC(AC + AB)
        if isinstance(left, Run) and len(left.points) == 1:
            return self.signs[j] == "√" and is_near  # R√3
        if isinstance(left, Run) and len(left.points) == 2 and self.signs[j] == "√":
            return True  # AP√2
        is_function = self.words[j] in _FUNCTIONS  # b cos C
        return isinstance(left, Named) and is_factor and (is_near or is_function or self.signs[j] == "√")
