"""Sums of products of lengths, angles and other quantities, as they are written in a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from solver.language.atoms import Angle, AngleKind, Length
from solver.statements import expression as ex
from solver.statements.expression import Expression
from solver.statements.expression_data import as_data


@dataclass(frozen=True)
class Other:
    """A factor that is no length or angle: an area, a function of an angle, a root, a sum under a division."""

    expression: Expression

    def __lt__(self, other: Other) -> bool:
        return str(as_data(self.expression)) < str(as_data(other.expression))


@dataclass(frozen=True, order=True)
class Symbol:
    """What the statement has a name for (`R`, `a`, `α`), or the unit of length."""

    name: str


UNIT = Symbol("")

Atom = Length | Angle | Other | Symbol
#: Atoms with their exponents, sorted.
Product = tuple[tuple[Atom, int], ...]
Sum = dict[Product, Fraction]


def atom(atom: Atom) -> Sum:
    return {((atom, 1),): Fraction(1)}


def plus(first: Sum, second: Sum) -> Sum:
    total = dict(first)
    for product, c in second.items():
        total[product] = total.get(product, Fraction(0)) + c
    return {product: c for product, c in total.items() if c}


def times(first: Sum, second: Sum) -> Sum:
    total: Sum = {}
    for p, c in first.items():
        for q, d in second.items():
            exponents = dict(p)
            for atom, e in q:
                exponents[atom] = exponents.get(atom, 0) + e
            product = tuple(sorted(((a, e) for a, e in exponents.items() if e), key=lambda ae: (str(type(ae[0])), ae)))
            total = plus(total, {product: c * d})
    return total


class Unpowered(Exception):
    """A sum that is no expression of the figure: it has a name in it whose value isn't known, or an angle between lines."""

    def __init__(self, part: Atom) -> None:
        super().__init__(str(part))
        self.part = part


def power(of: Sum, e: int) -> Sum:
    if e < 0 and len(of) == 1:
        ((product, c),) = of.items()
        return {tuple((a, k * e) for a, k in product): c**e}
    if e < 0:
        return {((Other(ex.Power(expression(of), Fraction(e))), 1),): Fraction(1)}
    total: Sum = {(): Fraction(1)}
    for _ in range(e):
        total = times(total, of)
    return total


def expression(of: Sum) -> Expression:
    """A sum as an expression of the figure. Raises Unpowered."""
    terms: list[Expression] = []
    for product, c in of.items():
        factors: list[Expression] = [] if c == 1 and product else [ex.Number(c)]
        for part, e in product:
            base = _of_atom(part)
            factors.append(base if e == 1 else ex.Power(base, Fraction(e)))
        terms.append(factors[0] if len(factors) == 1 else ex.Product(tuple(factors)))
    return terms[0] if len(terms) == 1 else ex.Sum(tuple(terms)) if terms else ex.ZERO


def _of_atom(part: Atom) -> Expression:
    match part:
        case Length(_, _, a, b):
            return ex.Length(a, b)
        case Angle(a, b, c, d, AngleKind.SIZE) if a == c:
            return ex.Size(b, a, d)
        case Other(inner):
            return inner
    raise Unpowered(part)


def atoms(of: Sum) -> set[Atom]:
    return {a for product in of for a, _ in product}


def dimension(product: Sequence[tuple[Atom, int]]) -> Fraction | None:
    """The power of a length that a product is; None where it has a name in it whose value isn't known."""
    total = Fraction(0)
    for part, e in product:
        if isinstance(part, Symbol):
            if part is not UNIT:
                return None
            total += e
        elif isinstance(part, Length):
            total += e
        elif isinstance(part, Other):
            total += ex.dimension(part.expression) * e
    return total
