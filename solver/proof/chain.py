"""A combination of facts as a chain: `∡APB = ∡RPB = ∡RMB`, each link by one of the facts.

A claim X = Y is the sum of its facts. Where these can be put in an order in which X − (the facts so far) stays something
that one can write down (one angle, a product or a ratio of two lengths, a sum of two squares), the order is the way a
person would write it. Lines that a step takes as one are one here, too; each link names them as its fact does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import gcd

from solver.proof.phrases.phrases import Voice
from solver.proof.words import angle, paired, product, total
from solver.statements.equation import Equation, Quantity, Theory

#: Facts of a chain at most; more are listed.
LONGEST_CHAIN = 6
#: Facts of a chain of sums at most, and its summands.
LONGEST_SUM, MOST_SUMMANDS = 8, 4
#: Squares that a link adds or subtracts, at most.
MOST_SQUARES = 3
#: Facts of a chain of products at most, and factors above or below a line in it.
LONGEST_PRODUCT, MOST_FACTORS = 9, 4
#: Chains of products of which the shortest is told.
MOST_TOLD = 2
#: How often a fact is used in one link at most.
MOST_TIMES = 2

Rename = Callable[[Quantity], Quantity]


@dataclass(frozen=True)
class _Value:
    """Σ coefficient · quantity + Σ coefficient · constant. terms: by the line's one name, with the name to be shown."""

    theory: Theory
    terms: Mapping[Quantity, tuple[Fraction, Quantity]]
    constants: Mapping[int, Fraction]

    def minus(self, factor: Fraction, e: Equation, rename: Rename) -> _Value:
        terms, constants = dict(self.terms), dict(self.constants)
        new: dict[Quantity, tuple[Fraction, Quantity]] = {}
        for q, c in e.terms:
            key = rename(q)
            of = terms if key in terms else new
            left, shown = of.get(key, (Fraction(0), q))
            of[key] = (left - factor * c, shown)
        terms = _in_place(terms, {q: term for q, term in new.items() if term[0]})
        for base, c in e.constants:
            constants[base] = constants.get(base, Fraction(0)) - factor * c
        return _Value(self.theory, terms, {base: c for base, c in constants.items() if c})

    def shown_as(self, names: Mapping[Quantity, Quantity]) -> _Value:
        """The same, with these names shown."""
        return replace(self, terms={key: (c, names.get(key, q)) for key, (c, q) in self.terms.items()})

    def agrees_with(self, other: _Value) -> bool:
        if {q: c for q, (c, _) in self.terms.items()} != {q: c for q, (c, _) in other.terms.items()}:
            return False
        difference = {
            b: self.constants.get(b, 0) - other.constants.get(b, 0) for b in {*self.constants, *other.constants}
        }
        whole = self.theory is Theory.DIRECTION
        return all(Fraction(c).denominator == 1 if whole else not c for c in difference.values())

    def is_simple(self, angles: int) -> bool:
        """Whether it can be written down. angles: how many may be added up in a direction."""
        coefficients = sorted(c for c, _ in self.terms.values())
        if self.theory is Theory.DIRECTION:
            size = sum((abs(c) for c in coefficients), Fraction(0))
            return size <= 2 * angles and sum(coefficients) == 0
        if self.theory is Theory.LOG:
            if any(c.denominator != 1 for c in (*coefficients, *self.constants.values())):
                return False
            above, below = sum(c for c in coefficients if c > 0), -sum(c for c in coefficients if c < 0)
            return coefficients in ([], [1], [2], [1, 1], [-1, 1]) or (
                angles > 1 and 0 < above <= MOST_FACTORS and below <= above
            )
        if self.theory is Theory.SQUARE and angles > 1:  # Pythagoras: AX² = AK² + BX² − BK²
            return bool(coefficients) and len(coefficients) <= MOST_SQUARES and coefficients[-1] > 0
        most = MOST_SUMMANDS if angles > 1 else angles + 1
        return len(coefficients) <= most and bool(coefficients) and coefficients[0] > 0

    @property
    def segment(self) -> Quantity | None:
        """The length that it is, if it is one."""
        terms = [(c, q) for c, q in self.terms.values()]
        is_one = self.theory is Theory.LOG and not self.constants and len(terms) == 1 and terms[0][0] == 1
        return terms[0][1] if is_one and len(terms[0][1]) == 2 else None

    def words(self, voice: Voice, first: str | None = None) -> str:
        """first: the end of a length that is named first."""
        if self.theory is Theory.DIRECTION:
            return self._angles(voice)
        if first is not None and self.segment is not None:
            return voice.joined(sorted(self.segment, key=lambda p: p != first))
        shown = [(q, c) for c, q in self.terms.values()]
        if self.theory is not Theory.LOG:
            return total(shown, voice, "²" if self.theory is Theory.SQUARE else "")
        number = Fraction(1)
        for base, c in self.constants.items():
            number *= Fraction(base) ** int(c)
        above = product([(q, c) for q, c in shown if c > 0], voice, number.numerator)
        below = [(q, -c) for q, c in shown if c < 0]
        if not below and number.denominator == 1:
            return above
        divisor = product(below, voice, number.denominator)
        return f"{above} : {f'({divisor})' if '·' in divisor else divisor}"

    def _angles(self, voice: Voice) -> str:
        degrees = 180 * sum(self.constants.values(), Fraction(0)) % 180
        pairs = paired(Equation.of(self.theory, [(q, c) for c, q in self.terms.values()])) if self.terms else []
        words = [f"{'' if c == 1 else c}{angle(x, y, voice)}" for c, x, y in pairs]
        return " + ".join([*words, f"{degrees}°"] if degrees or not words else words)


def _in_place(
    terms: Mapping[Quantity, tuple[Fraction, Quantity]], new: Mapping[Quantity, tuple[Fraction, Quantity]]
) -> dict[Quantity, tuple[Fraction, Quantity]]:
    """The terms that are left, with new ones where the first of those was that isn't."""
    gone = next((q for q, (c, _) in terms.items() if not c), None)
    found: dict[Quantity, tuple[Fraction, Quantity]] = {}
    for q, term in terms.items():
        found |= new if q == gone else {}
        found |= {q: term} if term[0] else {}
    return found if gone is not None else {**found, **new}


def chain(
    claim: Equation, facts: Sequence[tuple[Fraction, Equation]], rename: Rename, voice: Voice
) -> list[tuple[str, tuple[int, ...]]] | None:
    """The links of a claim that is Σ factor · fact: an expression and the numbers of the facts that lead to it.

    The first has none. A chain of single angles is preferred to one of sums of two. None where there is no such chain.
    """
    longest = {Theory.LOG: LONGEST_PRODUCT, Theory.LENGTH: LONGEST_SUM}.get(claim.theory, LONGEST_CHAIN)
    if not 2 <= len(facts) <= longest or any(c.denominator != 1 or abs(c) > MOST_TIMES for c, _ in facts):
        return None
    for angles in (1, 2):
        found: list[list[tuple[str, tuple[int, ...]]]] = []
        for start, end in _splits(claim, facts, rename, angles):
            order = _Orders(end, facts, rename, angles).find(start, frozenset(range(len(facts))))
            if order is not None:
                told = _sum_links if claim.theory is Theory.LENGTH else _links
                found.append(told(start, end, order, facts, rename, voice))
            if found and (claim.theory is not Theory.LOG or angles == 1 or len(found) == MOST_TOLD):
                break
        if found:
            return min(found, key=lambda links: sum(words.count("·") for words, _ in links))
    return None


def _links(
    start: _Value,
    end: _Value,
    order: Sequence[int],
    facts: Sequence[tuple[Fraction, Equation]],
    rename: Rename,
    voice: Voice,
) -> list[tuple[str, tuple[int, ...]]]:
    """Facts that only give a line another name are told with the next one."""
    values = [start]
    for number in order:
        values.append(values[-1].minus(*facts[number], rename))
    values[-1] = end
    first = _common_end(values)
    links: list[tuple[str, tuple[int, ...]]] = [(start.words(voice, first), ())]
    waiting: list[int] = []
    for number, value in zip(order, values[1:], strict=True):
        words = value.words(voice, first)
        waiting.append(number)
        if words != links[-1][0]:
            links.append((words, tuple(waiting)))
            waiting = []
    if waiting:
        links[-1] = (links[-1][0], (*links[-1][1], *waiting))
    return links


def _common_end(values: Sequence[_Value]) -> str | None:
    """The point that all single lengths of a chain have in common: ME = MB = MF."""
    segments = [v.segment for v in values]
    ends = [set(q) for q in segments if q is not None]
    if len(ends) < len(values) or len({*map(frozenset, ends)}) < 2:
        return None
    common = set.intersection(*ends)
    return common.pop() if len(common) == 1 else None


def _sum_links(
    start: _Value,
    end: _Value,
    order: Sequence[int],
    facts: Sequence[tuple[Fraction, Equation]],
    rename: Rename,
    voice: Voice,
) -> list[tuple[str, tuple[int, ...]]]:
    """All segments are first taken apart, then exchanged for equal ones, then put together: a link for each."""

    def turn(number: int) -> int:
        factor, e = facts[number]
        gone = sum(factor * c > 0 for _, c in e.terms)
        come = len(e.terms) - gone
        return (gone > come) - (gone < come)

    links: list[tuple[str, tuple[int, ...]]] = [(start.words(voice), ())]
    value = start
    for kind in (-1, 0, 1):
        some = [number for number in order if turn(number) == kind]
        for number in some:
            value = value.minus(*facts[number], rename)
            if any(c < 0 for c, _ in value.terms.values()):
                return _links(start, end, order, facts, rename, voice)
        if some:
            links.append(((end if value.agrees_with(end) else value).words(voice), tuple(some)))
    return links


def _splits(
    claim: Equation, facts: Sequence[tuple[Fraction, Equation]], rename: Rename, angles: int
) -> Iterator[tuple[_Value, _Value]]:
    """Ways to read a claim as X = Y: an angle, a side of the equation, a ratio."""
    plus = [(q, c) for q, c in claim.terms if c > 0]
    minus = [(q, c) for q, c in claim.terms if c < 0]
    starts: list[tuple[tuple[Quantity, Fraction], ...]] = [tuple(plus)]
    if claim.theory is Theory.DIRECTION:
        starts = list(_angle_starts(claim, facts, angles))
    elif claim.theory is Theory.LOG and len(plus) == len(minus) == 2:
        starts += [(y, x) for y in plus for x in minus]
    elif claim.theory is Theory.LOG and len(plus) == len(minus) == 1:
        # Both sides times a length that they have in common on the way.
        thirds = dict.fromkeys(q for _, e in facts for q, _ in e.terms if q not in (plus[0][0], minus[0][0]))
        starts += [(plus[0], minus[0])] if angles > 1 else []
        starts += [(plus[0], (q, Fraction(1))) for q in thirds]
        if any(c for _, c in claim.constants) and any(len(e.terms) > 2 for _, e in facts):
            starts.insert(0, tuple(claim.terms))  # a ratio that is a number
    zero = _Value(claim.theory, {}, {})
    for terms in starts:
        start = zero.minus(Fraction(-1), Equation.of(claim.theory, terms), rename)
        if start.terms:  # not an angle of 0°
            others = {rename(q): q for q, _ in claim.terms if (q not in dict(terms))}
            yield start, start.minus(Fraction(1), claim, rename).shown_as(others)


def _angle_starts(
    claim: Equation, facts: Sequence[tuple[Fraction, Equation]], angles: int
) -> Iterator[tuple[tuple[Quantity, Fraction], ...]]:
    """An angle of the claim, as often as it has it; where it only compares two lines, from a third to one of them."""
    plus = [(q, c) for q, c in claim.terms if c > 0]
    minus = [(q, c) for q, c in claim.terms if c < 0]
    k = Fraction(gcd(*(int(c) for _, c in claim.terms)))
    size = sum((c for _, c in plus), Fraction(0)) / k
    if size + sum((c for _, c in minus), Fraction(0)) / k:
        return
    if size == 2 and k <= angles:
        _, x, y = paired(claim.scaled(1 / k))[0]  # as the claim itself is written
        pairs = [(p, q) for p, _ in plus for q, _ in minus]
        pairs.sort(key=lambda pair: ((pair[1], pair[0]) != (x, y), not set(pair[0]) & set(pair[1])))
        yield from (((p, k), (q, -k)) for p, q in pairs)
    elif size == 1 and k <= angles:
        (x, _), (y, _) = minus[0], plus[0]
        thirds = dict.fromkeys(q for _, e in facts for q, _ in e.terms)
        near = [z for z in thirds if len(set(z) & set(x)) == 1 and len(set(z) & set(y)) == 1]
        yield from (((y, k), (z, -k)) for z in (*near, x))


class _Orders:
    """The search for an order in which all values are simple. What is left after some facts doesn't depend on their order."""

    def __init__(self, end: _Value, facts: Sequence[tuple[Fraction, Equation]], rename: Rename, angles: int) -> None:
        self._end, self._facts, self._rename, self._angles = end, facts, rename, angles
        self._failed: set[frozenset[int]] = set()

    def find(self, value: _Value, left: frozenset[int]) -> list[int] | None:
        """The numbers of the facts that are left, in such an order; None if there is none."""
        if left in self._failed or not value.is_simple(self._angles):
            return None
        if not left:
            return [] if value.agrees_with(self._end) else None
        for number in sorted(left):
            rest = self.find(value.minus(*self._facts[number], self._rename), left - {number})
            if rest is not None:
                return [number, *rest]
        self._failed.add(left)
        return None
