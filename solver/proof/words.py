"""Claims in the words and signs of geometry: `∠(ab,ac) = ∠(db,dc)`, `ab·cd = ef·gh`."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.predicates import DISTSEQ, Claim, Statement

_SUPERSCRIPTS = str.maketrans("0123456789-/", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᐟ")


def claim_in_words(claim: Claim) -> str:
    return _equation(claim) if isinstance(claim, Equation) else statement_in_words(claim)


def statement_in_words(statement: Statement) -> str:
    if statement.predicate is DISTSEQ:
        return _equation(statement.equations()[0])
    p = statement.points
    constant = ", ".join(map(str, statement.constants))
    return statement.predicate.sentence.format(*p, all=_list(p), rest=_list(p[1:]), k=constant)


def _list(points: Sequence[str]) -> str:
    return ", ".join(points)


def _equation(e: Equation) -> str:
    if e.theory is Theory.DIRECTION:
        return _directions(e)
    if e.theory is Theory.LOG:
        return _products(e)
    return _sums(e, "²" if e.theory is Theory.SQUARE else "")


def _line(q: Quantity) -> str:
    return "".join(q)


def _directions(e: Equation) -> str:
    """Angles between lines: ∠(x,y) = d(y) − d(x), modulo 180°."""
    degrees = -180 * sum((c for _, c in e.constants), Fraction(0))
    if len(e.terms) == 2 and {c for _, c in e.terms} == {Fraction(1), Fraction(-1)}:
        (p, c), (q, _) = e.terms
        if degrees % 180 == 0:
            shared = set(p) & set(q)
            return f"{_list(sorted(set(p) | set(q)))} are collinear" if shared else f"{_line(p)} ∥ {_line(q)}"
        if degrees % 180 == 90:
            return f"{_line(p)} ⟂ {_line(q)}"
        start, end = (q, p) if c > 0 else (p, q)
        return f"∠({_line(start)},{_line(end)}) = {degrees % 180}°"
    if sum(c for _, c in e.terms):
        words = " ".join(f"{_sign(c, i)}{_factor(c)}d({_line(q)})" for i, (q, c) in enumerate(e.terms))
        return f"{words} = {degrees}°"
    angles = _paired(e)
    left, right = angles[: (len(angles) + 1) // 2], angles[(len(angles) + 1) // 2 :]
    first = " + ".join(f"{_factor(c)}∠({_line(x)},{_line(y)})" for c, x, y in left)
    second = " + ".join(f"{_factor(c)}∠({_line(y)},{_line(x)})" for c, x, y in right)
    integral = all(c.denominator == 1 for _, c in e.terms)
    constant = degrees % 180 if integral else degrees
    tail = f"{constant}°" if constant or not second else ""
    return f"{first} = {' + '.join(w for w in (second, tail) if w)}"


def _paired(e: Equation) -> list[tuple[Fraction, Quantity, Quantity]]:
    """(c, x, y) with Σ c·(d(y) − d(x)) the terms of the equation; lines with a common point are paired first."""
    plus = {q: c for q, c in e.terms if c > 0}
    minus = {q: -c for q, c in e.terms if c < 0}
    found: list[tuple[Fraction, Quantity, Quantity]] = []
    while plus:
        y, x = min(((y, x) for y in plus for x in minus), key=lambda pair: (not set(pair[0]) & set(pair[1]), pair))
        c = min(plus[y], minus[x])
        found.append((c, x, y))
        for rest, q in ((plus, y), (minus, x)):
            rest[q] -= c
            if not rest[q]:
                del rest[q]
    return found


def _factor(c: Fraction) -> str:
    return "" if abs(c) == 1 else f"{abs(c)}·"


def _sign(c: Fraction, i: int) -> str:
    return ("− " if c < 0 else "+ ") if i else ("−" if c < 0 else "")


def _sides(e: Equation) -> tuple[list[tuple[Quantity, Fraction]], list[tuple[Quantity, Fraction]], Fraction]:
    """Terms left and right of the equals sign, with positive whole coefficients, and what they were multiplied by."""
    scale = Fraction(lcm(*(c.denominator for _, c in (*e.terms, *e.constants))))
    if e.terms and e.terms[0][1] < 0:
        scale = -scale
    terms = [(q, c * scale) for q, c in e.terms]
    return [(q, c) for q, c in terms if c > 0], [(q, -c) for q, c in terms if c < 0], scale


def _products(e: Equation) -> str:
    left, right, scale = _sides(e)
    ratio = Fraction(1)
    for base, c in e.constants:
        ratio *= Fraction(base) ** int(-c * scale)

    def power(q: Quantity, c: Fraction) -> str:
        name = _line(q) if len(q) == 2 else f"sin∠{_line(q)}"
        return name if c == 1 else f"{name}{str(c).translate(_SUPERSCRIPTS)}"

    def product(factors: list[tuple[Quantity, Fraction]], number: int) -> str:
        words = [power(q, c) for q, c in factors]
        return "·".join([str(number), *words] if number != 1 or not words else words)

    return f"{product(left, ratio.denominator)} = {product(right, ratio.numerator)}"


def _sums(e: Equation, exponent: str) -> str:
    left, right, _ = _sides(e)
    sides = [" + ".join(f"{_factor(c)}{_line(q)}{exponent}" for q, c in side) or "0" for side in (left, right)]
    return " = ".join(sides)
