"""What an equation between expressions says in the four linear theories, if it says anything there.

`2·|AB|·|CD| = √3·|EF|²` is an equation of logarithms, `|AB| + |CD| = 2·|EF|` one of lengths, `∠ABC = ½·∠DEF + 30°` one of
directions, the angles being written as they turn. Areas and trigonometric functions are in none of them.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.expression import Expression, Length, Number, Power, Product, Size, Sum

#: A product of powers: of lengths, of sizes of angles, of primes (the root of a number).
Monomial = tuple[tuple[Quantity | int | Size, Fraction], ...]
Terms = dict[Monomial, Fraction]

#: Terms of a sum that is multiplied out, and the numbers whose prime factors are looked for.
MOST_TERMS, LARGEST = 40, 10**12


_BY_POWER = {Fraction(1): Theory.LENGTH, Fraction(2): Theory.SQUARE}


class NotLinear(Exception):
    """An expression that has more in it than lengths, angles and numbers."""


def linear(e: Expression) -> tuple[Equation, ...]:
    """The equation that `e = 0` is; none where it is no equation of one of the theories."""
    try:
        terms = _without_quotients(terms_of(_without_root(e)))
    except NotLinear:
        return ()
    kinds = {_kind(m) for m in terms}
    if len(kinds) == 1 and len(terms) == 2 and kinds == {"lengths"}:
        return _ratio(*terms.items())
    rational = all(all(exponent.denominator == 1 for _, exponent in m) for m in terms)
    if kinds <= {"lengths"} and rational and all(len(m) == 1 for m in terms):
        powers = {exponent for m in terms for _, exponent in m}
        theory = _BY_POWER.get(next(iter(powers))) if len(powers) == 1 else None
        quantities = [(m[0][0], c) for m, c in terms.items() if isinstance(m[0][0], tuple)]
        return (Equation.of(theory, quantities),) if theory is not None and len(quantities) == len(terms) else ()
    if kinds <= {"size", "number"} and "size" in kinds:
        return _directions(terms)
    return ()


def _without_root(e: Expression) -> Expression:
    """`|AB| − √(|CD|² + |EF|²)` as the difference of the squares: of two numbers that aren't negative, one is 0 where the other is."""
    match e:
        case Sum((one, other)):
            for plain, rooted in ((one, other), (other, one)):
                found = _square_of_root(rooted)
                if found is not None and found[0] and found[0] == -_sign(plain):
                    return Sum((Power(plain, Fraction(2)), Product((Number(Fraction(-1)), found[1]))))
    return e


def _square_of_root(e: Expression) -> tuple[int, Expression] | None:
    """The sign and the square of a multiple of the root of a sum."""
    match e:
        case Power(Sum() as base, Fraction(numerator=1, denominator=2)):
            return 1, base
        case Product(parts):
            found = [(i, one) for i, part in enumerate(parts) if (one := _square_of_root(part)) is not None]
            if len(found) != 1:
                return None
            ((i, (sign, square)),) = found
            rest = Product(tuple(part for j, part in enumerate(parts) if j != i))
            return sign * _sign(rest), Product((Power(rest, Fraction(2)), square))
    return None


def _sign(e: Expression) -> int:
    """That of a multiple of a product of lengths; 0 of anything else."""
    terms = terms_of(e)
    if len(terms) != 1 or any(isinstance(x, Size) for m in terms for x, _ in m):
        return 0
    (c,) = terms.values()
    return 1 if c > 0 else -1


def _without_quotients(terms: Terms) -> Terms:
    """Terms multiplied by the lengths that any of them is divided by, which aren't 0: `|AB|/|CD| − 4/3` is `|AB| − 4/3·|CD|`."""
    least: dict[Quantity, Fraction] = {}
    for m in terms:
        for x, k in m:
            if isinstance(x, tuple):
                least[x] = min(least.get(x, Fraction(0)), k)
    by: Terms = {tuple((x, -k) for x, k in least.items() if k < 0): Fraction(1)}
    return terms if by == {(): Fraction(1)} else _times(terms, by)


def _kind(m: Monomial) -> str:
    if not m:
        return "number"
    if len(m) == 1 and isinstance(m[0][0], Size) and m[0][1] == 1:
        return "size"
    return "other" if any(isinstance(x, Size) for x, _ in m) else "lengths"


def _ratio(first: tuple[Monomial, Fraction], second: tuple[Monomial, Fraction]) -> tuple[Equation, ...]:
    """The logarithms of two terms that add up to 0 are equal."""
    (one, c), (other, d) = first, second
    if c * d > 0 or not any(isinstance(x, tuple) for x, _ in (*one, *other)):
        return ()
    exponents: dict[Quantity, Fraction] = {}
    constants = {p: Fraction(k) for p, k in factors(abs(c / d)).items()}
    for m, sign in ((one, 1), (other, -1)):
        for x, k in m:
            if isinstance(x, tuple):
                exponents[x] = exponents.get(x, Fraction(0)) + sign * k
            elif isinstance(x, int):
                constants[x] = constants.get(x, Fraction(0)) + sign * k
    return (Equation.of(Theory.LOG, exponents.items(), constants),)


def _directions(terms: Terms) -> tuple[Equation, ...]:
    """A sum of angles, as they turn, is 0: whole multiples, as directions count modulo 180°."""
    whole = lcm(*(c.denominator for m, c in terms.items() if m))
    total: list[tuple[Quantity, Fraction]] = []
    degrees = Fraction(0)
    for m, c in terms.items():
        if not m:
            degrees = c * whole
            continue
        size = m[0][0]
        assert isinstance(size, Size)
        total += [(segment(size.v, size.b), c * whole), (segment(size.v, size.a), -c * whole)]
    return (Equation.of(Theory.DIRECTION, total, {1: degrees / 180 % 1}),)


def terms_of(e: Expression) -> Terms:
    """A sum of multiples of products, multiplied out. Raises NotLinear."""
    match e:
        case Number(value):
            return {(): value} if value else {}
        case Length(a, b):
            return {((segment(a, b), Fraction(1)),): Fraction(1)}
        case Size():
            return {((e, Fraction(1)),): Fraction(1)}
        case Sum(parts):
            total: Terms = {}
            for part in parts:
                for m, c in terms_of(part).items():
                    total[m] = total.get(m, Fraction(0)) + c
            return {m: c for m, c in total.items() if c}
        case Product(parts):
            total = {(): Fraction(1)}
            for part in parts:
                total = _times(total, terms_of(part))
            return total
        case Power(base, exponent):
            return _power(terms_of(base), exponent)
    raise NotLinear


def _power(base: Terms, exponent: Fraction) -> Terms:
    if len(base) == 1:
        ((m, c),) = base.items()
        if c < 0 and exponent.denominator != 1:
            raise NotLinear
        if exponent.denominator == 1:
            return {tuple((x, k * exponent) for x, k in m): c ** int(exponent)}
        roots = {p: k * exponent for p, k in factors(c).items()}
        powers: dict[Quantity | int | Size, Fraction] = {x: k * exponent for x, k in m}
        for p, k in roots.items():
            powers[p] = powers.get(p, Fraction(0)) + k
        return _collected(powers, Fraction(1))
    if exponent.denominator == 1 and 0 < exponent <= 4:
        total: Terms = {(): Fraction(1)}
        for _ in range(int(exponent)):
            total = _times(total, base)
        return total
    raise NotLinear


def _times(first: Terms, second: Terms) -> Terms:
    if len(first) * len(second) > MOST_TERMS:
        raise NotLinear
    total: Terms = {}
    for m, c in first.items():
        for n, d in second.items():
            powers = dict(m)
            for x, k in n:
                powers[x] = powers.get(x, Fraction(0)) + k
            for made, factor in _collected(powers, c * d).items():
                total[made] = total.get(made, Fraction(0)) + factor
    return {m: c for m, c in total.items() if c}


def _collected(powers: dict[Quantity | int | Size, Fraction], c: Fraction) -> Terms:
    """A term whose primes have exponents below 1: √12 = 2·√3."""
    kept: list[tuple[Quantity | int | Size, Fraction]] = []
    for x, k in powers.items():
        if isinstance(x, int):
            whole = k.numerator // k.denominator
            c, k = c * Fraction(x) ** whole, k - whole
        if k:
            kept.append((x, k))
    return {tuple(sorted(kept, key=lambda xk: (str(type(xk[0])), str(xk[0])))): c}


def factors(n: Fraction) -> dict[int, int]:
    """The exponents of the primes of a positive rational. Raises NotLinear where it is 0 or too large."""
    found: dict[int, int] = {}
    for number, sign in ((n.numerator, 1), (n.denominator, -1)):
        if not 0 < number <= LARGEST:
            raise NotLinear
        prime = 2
        while number > 1:
            if prime * prime > number:
                prime = number
            while number % prime == 0:
                number, found[prime] = number // prime, found.get(prime, 0) + sign
            prime += 1
    return found
