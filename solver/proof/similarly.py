"""Steps that follow as earlier ones do, with other letters: `Similarly, B, I, P, R lie on one circle (as (16))`.

A step follows as an earlier one does if some exchange of letters takes the earlier one's claim to its own, and everything that
is given and that the earlier one rests on to something that is given, too. The exchange is looked for from the two claims on,
premise by premise.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

from solver.proof.outline import Told
from solver.proof.steps import Step, same_claim_key
from solver.proof.told import equation_key
from solver.statements.equation import Equation, Quantity
from solver.statements.predicates import COLL, CONG, CYCLIC, PARA, PERP, Claim, Statement

#: Steps of the search in one proof, and exchanges of claims that are tried for one pair of lines.
MOST_TRIALS, MOST_EXCHANGES = 1500, 24

_Map = dict[str, str]


def similar_lines(lines: Sequence[Told], steps: Mapping[str, Step], given: Sequence[Statement]) -> dict[str, str]:
    """By the id of a line's step that of the earlier one as which it follows."""
    search = _Search(steps, given)
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        for earlier in lines[:number]:
            if earlier.step.id not in found and _are_alike(earlier, line) and search.is_image(earlier.step, line.step):
                found[line.step.id] = earlier.step.id
                break
    return found


def _are_alike(one: Told, other: Told) -> bool:
    a, b = one.step, other.step
    if a.rule != b.rule or len(one.first) != len(other.first) or len(a.uses) != len(b.uses):
        return False
    if isinstance(a.claim, Equation) or isinstance(b.claim, Equation):
        return (
            isinstance(a.claim, Equation) and isinstance(b.claim, Equation) and len(a.claim.terms) == len(b.claim.terms)
        )
    return a.claim.predicate is b.claim.predicate and len(a.claim.points) == len(b.claim.points)


class _Search:
    def __init__(self, steps: Mapping[str, Step], given: Sequence[Statement]) -> None:
        self._steps = steps
        self._orders: dict[Hashable, list[tuple[str, ...]]] = {}
        for s in given:
            self._orders.setdefault(_shape(s), []).extend(_orders(s))
        self._keys = {_key(s) for s in given}
        self._leaves: dict[str, tuple[Statement, ...]] = {}
        self._left = MOST_TRIALS

    def is_image(self, step: Step, other: Step) -> bool:
        """Whether an exchange of letters takes a step, and what is given for it, to another and what is given."""
        leaves = self._premises(step.id)
        key = _key(other.claim)
        for exchange in _exchanges(step.claim, other.claim):
            if self._left <= 0:
                return False
            if all(p == q for p, q in exchange.items()) or _key(_moved(step.claim, exchange)) != key:
                self._left -= 1
                continue
            if self._fits(exchange, leaves):
                return True
        return False

    def _premises(self, step: str) -> tuple[Statement, ...]:
        """All premises that a step rests on."""
        if step not in self._leaves:
            found = self._steps[step]
            if found.rule == "premise":
                self._leaves[step] = (found.claim,) if isinstance(found.claim, Statement) else ()
            else:
                self._leaves[step] = tuple(dict.fromkeys(s for i in found.rests_on for s in self._premises(i)))
        return self._leaves[step]

    def _fits(self, exchange: _Map, left: Sequence[Statement]) -> bool:
        """Whether the exchange, or one that goes on from it, takes all that is left to what is given."""
        self._left -= 1
        if self._left <= 0:
            return False
        rest = []
        for s in left:
            if all(p in exchange for p in s.points):
                if _key(_moved(s, exchange)) not in self._keys:
                    return False
            else:
                rest.append(s)
        if not rest:
            return True
        first = min(rest, key=lambda s: len(set(s.points) - exchange.keys()))
        return any(self._fits(more, rest) for more in self._extensions(first, exchange))

    def _extensions(self, s: Statement, exchange: _Map) -> Iterator[_Map]:
        for order in self._orders.get(_shape(s), ()):
            more = _joined(exchange, s.points, order)
            if more is not None:
                yield more


def _shape(s: Statement) -> Hashable:
    """Equal for statements of which one may be the image of the other."""
    return s.predicate, len(s.points), s.constants


def _joined(exchange: _Map, points: Sequence[str], images: Sequence[str]) -> _Map | None:
    """The exchange with these points taken to these; None where that contradicts it."""
    pairs = list(zip(points, images, strict=True))
    for p, q in pairs:
        if exchange.get(p, q) != q:
            return None
    found = dict(exchange)
    taken = set(found.values())
    for p, q in pairs:
        if p in found:
            if found[p] != q:
                return None
        elif q in taken:
            return None
        else:
            found[p] = q
            taken.add(q)
    return found


def _orders(s: Statement) -> Iterator[tuple[str, ...]]:
    """Its points in some orders that mean the same."""
    p = s.points
    if s.predicate in (CONG, PARA, PERP):
        for first, second in ((p[:2], p[2:]), (p[2:], p[:2])):
            yield from ((*a, *b) for a in (first, first[::-1]) for b in (second, second[::-1]))
    elif s.predicate in (COLL, CYCLIC) and len(p) <= 4:
        yield from permutations(p)
    elif len(p) == 8:
        yield p
        yield (*p[4:], *p[:4])
        yield (*p[6:], *p[4:6], *p[2:4], *p[:2])
        yield (*p[2:4], *p[:2], *p[6:], *p[4:6])
    elif len(p) == 3:
        yield p
        yield (p[0], p[2], p[1])
    else:
        yield p


def _exchanges(one: Claim, other: Claim) -> Iterator[_Map]:
    """Ways to take a claim's points to another's."""
    if isinstance(one, Statement) and isinstance(other, Statement):
        p, q = one.points, other.points
        orders = permutations(q) if len(q) <= 4 else iter([q, (*q[3:], *q[:3]), *_triangles(q)] if len(q) == 6 else [q])
        found: Iterator[_Map | None] = (_joined({}, p, order) for order in orders)
    elif isinstance(one, Equation) and isinstance(other, Equation):
        found = _terms(one, other)
    else:
        return
    count = 0
    for exchange in found:
        if exchange is not None:
            yield exchange
            count += 1
            if count == MOST_EXCHANGES:
                return


def _triangles(q: Sequence[str]) -> list[tuple[str, ...]]:
    """The same similarity with its corners in another order, and with its triangles exchanged."""
    both = [(*q[:3], *q[3:]), (*q[3:], *q[:3])]
    return [tuple(s[i] for i in (*o, *(k + 3 for k in o))) for s in both for o in permutations(range(3))]


def _terms(one: Equation, other: Equation) -> Iterator[_Map | None]:
    """Quantities to quantities, where there are few."""
    kinds, others = [_kind(*term) for term in one.terms], [_kind(*term) for term in other.terms]
    if len(kinds) > 4 or sorted(kinds) != sorted(others):
        return
    for order in permutations(range(len(others))):
        if [others[i] for i in order] == kinds:
            yield from _ends([q for q, _ in one.terms], [other.terms[i][0] for i in order], {})


def _kind(quantity: Quantity, coefficient: Fraction) -> tuple[int, int, int]:
    """Equal for terms of which one may be the image of the other."""
    return len(quantity), abs(coefficient.numerator), coefficient.denominator


def _ends(some: Sequence[Sequence[str]], images: Sequence[Sequence[str]], exchange: _Map) -> Iterator[_Map]:
    if not some:
        yield exchange
        return
    for image in (tuple(images[0]), tuple(images[0])[::-1]):
        more = _joined(exchange, some[0], image)
        if more is not None:
            yield from _ends(some[1:], images[1:], more)


def _moved(claim: Claim, exchange: Mapping[str, str]) -> Claim:
    if isinstance(claim, Equation):
        terms = [(_quantity(tuple(exchange[p] for p in q)), c) for q, c in claim.terms]
        return Equation.of(claim.theory, terms, dict(claim.constants))
    return Statement(claim.predicate, tuple(exchange[p] for p in claim.points), claim.constants)


def _quantity(q: tuple[str, ...]) -> tuple[str, ...]:
    return q if q[0] < q[-1] else q[::-1]


def _key(claim: Claim) -> Hashable:
    """Equal for claims that say the same, directions modulo whole turns."""
    if isinstance(claim, Statement):
        if claim.predicate in (COLL, CYCLIC):
            return claim.predicate, frozenset(claim.points)
        if claim.predicate in (CONG, PARA, PERP):
            return claim.predicate, frozenset((frozenset(claim.points[:2]), frozenset(claim.points[2:])))
        equations = claim.equations()
        return frozenset(map(equation_key, equations)) if equations else same_claim_key(claim)
    return equation_key(claim)
