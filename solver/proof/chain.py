"""A combination of facts as a chain: `∡APB = ∡RPB = ∡RMB`, each link by one of the facts.

A claim X = Y is the sum of its facts. Where these can be put in an order in which X − (the facts so far) stays something
that one can write down (one angle, a product or a ratio of two lengths, a sum of two squares), the order is the way a
person would write it. Lines that a step takes as one are one here, too; each link names them as its fact does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from solver.proof.words import angle, paired, product, total
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.names import Names

#: Facts of a chain at most; more are listed.
LONGEST_CHAIN = 6

Rename = Callable[[Quantity], Quantity]


@dataclass(frozen=True)
class _Value:
    """Σ coefficient · quantity + Σ coefficient · constant. terms: by the line's one name, with the name to be shown."""

    theory: Theory
    terms: Mapping[Quantity, tuple[Fraction, Quantity]]
    constants: Mapping[int, Fraction]

    def minus(self, factor: Fraction, e: Equation, rename: Rename) -> _Value:
        terms, constants = dict(self.terms), dict(self.constants)
        for q, c in e.terms:
            key = rename(q)
            left = terms.get(key, (Fraction(0), q))[0] - factor * c
            terms[key] = (left, terms[key][1] if key in terms else q)
            if not left:
                del terms[key]
        for base, c in e.constants:
            constants[base] = constants.get(base, Fraction(0)) - factor * c
        return _Value(self.theory, terms, {base: c for base, c in constants.items() if c})

    def agrees_with(self, other: _Value) -> bool:
        if {q: c for q, (c, _) in self.terms.items()} != {q: c for q, (c, _) in other.terms.items()}:
            return False
        difference = {
            b: self.constants.get(b, 0) - other.constants.get(b, 0) for b in {*self.constants, *other.constants}
        }
        whole = self.theory is Theory.DIRECTION
        return all(Fraction(c).denominator == 1 if whole else not c for c in difference.values())

    def is_simple(self) -> bool:
        coefficients = sorted(c for c, _ in self.terms.values())
        if self.theory is Theory.DIRECTION:
            return coefficients in ([], [-1, 1])
        if self.theory is Theory.LOG:
            return coefficients in ([1], [2], [1, 1], [-1, 1]) and all(
                c.denominator == 1 for c in self.constants.values()
            )
        return len(coefficients) <= 2 and bool(coefficients) and coefficients[0] > 0

    def words(self, names: Names) -> str:
        if self.theory is Theory.DIRECTION:
            return self._angle(names)
        shown = [(q, c) for c, q in self.terms.values()]
        if self.theory is not Theory.LOG:
            return total(shown, names, "²" if self.theory is Theory.SQUARE else "")
        number = Fraction(1)
        for base, c in self.constants.items():
            number *= Fraction(base) ** int(c)
        above = product([(q, c) for q, c in shown if c > 0], names, number.numerator)
        below = [(q, -c) for q, c in shown if c < 0]
        return f"{above} : {product(below, names, number.denominator)}" if below or number.denominator > 1 else above

    def _angle(self, names: Names) -> str:
        degrees = 180 * sum(self.constants.values(), Fraction(0)) % 180
        if not self.terms:
            return f"{degrees}°"
        (y,) = (q for c, q in self.terms.values() if c > 0)
        (x,) = (q for c, q in self.terms.values() if c < 0)
        return angle(x, y, names) + (f" + {degrees}°" if degrees else "")


def chain(
    claim: Equation, facts: Sequence[tuple[Fraction, Equation]], rename: Rename, names: Names
) -> list[tuple[str, int]] | None:
    """The links of a claim that is Σ factor · fact: an expression and the number of the fact that leads to it.

    The first has the number −1. None where there is no such chain.
    """
    if not 2 <= len(facts) <= LONGEST_CHAIN or any(abs(c) != 1 for c, _ in facts):
        return None
    for start, end in _splits(claim, rename):
        order = _order(start, end, frozenset(range(len(facts))), facts, rename)
        if order is not None:
            links, value = [(start.words(names), -1)], start
            for number in order[:-1]:
                value = value.minus(*facts[number], rename)
                links.append((value.words(names), number))
            return [*links, (end.words(names), order[-1])]
    return None


def _splits(claim: Equation, rename: Rename) -> Iterator[tuple[_Value, _Value]]:
    """Ways to read a claim as X = Y: an angle, a side of the equation, a ratio."""
    plus = [(q, c) for q, c in claim.terms if c > 0]
    minus = [(q, c) for q, c in claim.terms if c < 0]
    starts: list[tuple[tuple[Quantity, Fraction], ...]] = [tuple(plus)]
    if claim.theory is Theory.DIRECTION:
        starts = [((y, Fraction(1)), (x, Fraction(-1))) for y, _ in plus for x, _ in minus]
        if starts and sum(c for _, c in plus) <= 2:
            _, x, y = paired(claim)[0]  # as the claim itself is written
            starts.sort(key=lambda pair: ((pair[1][0], pair[0][0]) != (x, y), not set(pair[0][0]) & set(pair[1][0])))
        else:
            starts = []
    elif claim.theory is Theory.LOG and len(plus) == len(minus) == 2:
        starts += [(y, x) for y in plus for x in minus]
    zero = _Value(claim.theory, {}, {})
    for terms in starts:
        start = zero.minus(Fraction(-1), Equation.of(claim.theory, terms), rename)
        if start.terms:  # not an angle of 0°
            yield start, start.minus(Fraction(1), claim, rename)


def _order(
    value: _Value, end: _Value, left: frozenset[int], facts: Sequence[tuple[Fraction, Equation]], rename: Rename
) -> list[int] | None:
    """The numbers of the facts in an order in which all values are simple; None if there is none."""
    if not value.is_simple():
        return None
    if not left:
        return [] if value.agrees_with(end) else None
    for number in sorted(left):
        rest = _order(value.minus(*facts[number], rename), end, left - {number}, facts, rename)
        if rest is not None:
            return [number, *rest]
    return None
