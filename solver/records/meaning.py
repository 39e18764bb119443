"""What statements say together, however they are written: classes of equal quantities, circles and other equations.

`perp a b c d` and `perp c d b a` are one equation; a midpoint is a collinearity and an equality of lengths; ab = cd and
cd = ef make ab = ef; a line through a, b and c is as well named by b and c; points on the circle through three points
are on one. Nothing is concluded beyond that: what follows by geometry is the closure's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import combinations
from math import gcd, lcm

from solver.statements.equation import Equation, Theory, segment
from solver.statements.predicates import COLL, CYCLIC, OVERLAP, Statement

Pair = tuple[str, ...]


class Kind(Enum):
    """The kinds of quantities: equal lengths have equal logarithms and squares."""

    DIRECTION = "direction"
    LENGTH = "length"


#: A direction or length of a pair of points; the first of its class stands for all.
Key = tuple[Kind, Pair]


@dataclass(frozen=True)
class Combination:
    """Σ coefficient · class + Σ coefficient · constant = 0, constants as in `Equation`; scaled to whole coprime coefficients
    but in DIRECTION, where the equation is modulo 1."""

    theory: Theory
    terms: frozenset[tuple[Key, Fraction]]
    constants: tuple[tuple[int, Fraction], ...]

    def negated(self) -> Combination:
        constants = tuple((base, -c) for base, c in self.constants)
        return Combination(self.theory, frozenset((k, -c) for k, c in self.terms), _reduced(self.theory, constants))

    @property
    def equal(self) -> tuple[Key, Key] | None:
        """The two classes that it says are equal, if that is what it says."""
        if self.constants or sorted(c for _, c in self.terms) != [-1, 1]:
            return None
        first, second = self.terms
        return first[0], second[0]


class Meaning:
    """What is said so far; `say` and `same` add to it, `settled` has them worked in."""

    def __init__(self) -> None:
        self._above: dict[Key, Key] = {}
        self._equations: list[Equation] = []
        self.circles: list[frozenset[str]] = []
        self.overlaps: set[frozenset[str]] = set()

    def copy(self) -> Meaning:
        other = Meaning()
        other._above = dict(self._above)
        other._equations = list(self._equations)
        other.circles = list(self.circles)
        other.overlaps = set(self.overlaps)
        return other

    def say(self, statement: Statement) -> None:
        """Statements that hold together; questions say nothing."""
        if statement.predicate is CYCLIC:
            self.circles.append(frozenset(statement.points))
        elif statement.predicate is OVERLAP:
            self.overlaps.add(frozenset(statement.points))
        elif statement.predicate is COLL:
            # All its pairs: those of its equations depend on how it is written.
            self.same(Kind.DIRECTION, [segment(a, b) for a, b in combinations(statement.points, 2)])
        else:
            self._equations += statement.equations()

    def same(self, kind: Kind, pairs: Iterable[Pair]) -> None:
        """These have one direction, or length."""
        first, *others = ((kind, pair) for pair in pairs)
        self._root(first)
        for other in others:
            self._union(first, other)

    def settled(self) -> Meaning:
        """Itself, with all put together that belongs together."""
        self._merge_circles()
        changed = True
        while changed:
            changed = False
            for equation in self._equations:
                said = self.combination(equation).equal
                changed |= said is not None and self._union(*said)
            for pairs in self.directions():
                for line in joined(pairs):
                    keys = [(Kind.DIRECTION, segment(a, b)) for a, b in combinations(sorted(line), 2)]
                    for key in keys[1:]:
                        changed |= self._union(keys[0], key)
        return self

    def combination(self, equation: Equation) -> Combination:
        """The equation between classes, as far as they are known."""
        kind = Kind.DIRECTION if equation.theory is Theory.DIRECTION else Kind.LENGTH
        total: dict[Key, Fraction] = {}
        for pair, c in equation.terms:
            root = self._root((kind, pair))
            total[root] = total.get(root, Fraction(0)) + c
        terms = {key: c for key, c in total.items() if c}
        scale = Fraction(1)
        if terms and equation.theory is not Theory.DIRECTION:
            scale = Fraction(lcm(*(c.denominator for c in terms.values())), gcd(*(c.numerator for c in terms.values())))
        constants = tuple((base, c * scale) for base, c in equation.constants)
        scaled = frozenset((key, c * scale) for key, c in terms.items())
        return Combination(equation.theory, scaled, _reduced(equation.theory, constants))

    def combinations(self) -> Iterator[Combination]:
        """What is said beyond equalities of two quantities; each once."""
        seen: set[Combination] = set()
        for equation in self._equations:
            said = self.combination(equation)
            if (said.terms or said.constants) and said.equal is None and not {said, said.negated()} & seen:
                seen.add(said)
                yield said

    def classes(self) -> Mapping[Key, list[Pair]]:
        """The pairs of each class, by the class."""
        found: dict[Key, list[Pair]] = {}
        for key in list(self._above):
            found.setdefault(self._root(key), []).append(key[1])
        return found

    def class_of(self, key: Key) -> Key:
        """May be one of its own."""
        return self._root(key)

    def directions(self) -> list[list[Pair]]:
        """Classes of two and more pairs of one direction."""
        return [pairs for (kind, _), pairs in self.classes().items() if kind is Kind.DIRECTION and len(pairs) > 1]

    def _root(self, key: Key) -> Key:
        while (above := self._above.setdefault(key, key)) != key:
            self._above[key] = self._above[above]
            key = above
        return key

    def _union(self, first: Key, second: Key) -> bool:
        """Whether they were two."""
        a, b = self._root(first), self._root(second)
        self._above[b] = a
        return a != b

    def _merge_circles(self) -> None:
        merged: list[frozenset[str]] = []
        for circle in self.circles:
            while (other := next((c for c in merged if len(c & circle) >= 3), None)) is not None:
                merged.remove(other)
                circle |= other
            merged.append(circle)
        self.circles = merged


def joined(pairs: Sequence[Pair]) -> list[frozenset[str]]:
    """Sets of three and more points that pairs connect."""
    found: list[frozenset[str]] = []
    for pair in pairs:
        together = frozenset(pair).union(*(s for s in found if s & set(pair)))
        found = [s for s in found if not s & set(pair)] + [together]
    return [s for s in found if len(s) > 2]


def _reduced(theory: Theory, constants: tuple[tuple[int, Fraction], ...]) -> tuple[tuple[int, Fraction], ...]:
    if theory is Theory.DIRECTION:
        constants = tuple((base, c % 1) for base, c in constants)
    return tuple((base, c) for base, c in constants if c)
