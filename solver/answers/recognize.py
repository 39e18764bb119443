"""The closed form of a number of many digits: a rational, or a root of a polynomial of small degree, in radicals.

The polynomial is found by integer relations (lattice reduction); it is a guess until it is proved.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from solver.coordinates.relations import integer_relation
from solver.statements.expression import Expression, Number, Power, Product, Sum

#: A number's polynomial, in its powers with these exponents: the largest coefficient for each.
COEFFICIENTS = {(1, 0): 10**9, (2, 0): 10**9, (2, 1, 0): 10**8, (4, 2, 0): 10**7, (4, 3, 2, 1, 0): 10**6, (8, 4, 0): 10**6,
                (3, 2, 1, 0): 10**5, (6, 3, 0): 10**5, (8, 6, 4, 2, 0): 10**5, (6, 5, 4, 3, 2, 1, 0): 10**5}  # fmt: skip
#: At least this many more digits agree than the coefficients have; with fewer, the agreement could be chance.
SURPLUS = 20
#: Digits that rounding may have spoiled.
GUARD = 12


@dataclass(frozen=True)
class Closed:
    """A number as the root of an integer polynomial that is nearest to a decimal.

    polynomial: coefficients, the constant last. text: as sympy reads it. decimal: twelve digits of it. expression: by
    rationals and square roots; None where it takes other roots.
    """

    polynomial: tuple[int, ...]
    text: str
    decimal: str
    expression: Expression | None = None


def recognize(value: Any, context: Any) -> Closed | None:
    """The simplest closed form that agrees with all digits of a real number; None where there is none that is simple."""
    digits = context.dps
    for exponents, largest in COEFFICIENTS.items():
        relation = integer_relation(context, [value**k for k in exponents], digits - GUARD, SURPLUS)
        if relation is not None and relation[0] and max(map(abs, relation)) <= largest:
            found = dict(zip(exponents, relation, strict=True))
            return _closed(tuple(found.get(k, 0) for k in range(exponents[0], -1, -1)), value, context)
    return None


def _closed(polynomial: tuple[int, ...], value: Any, context: Any) -> Closed | None:
    import sympy

    x = sympy.Symbol("x")
    decimal = context.nstr(value, 12)
    _, factors = sympy.factor_list(sympy.Poly(polynomial, x))
    factor = min((f for f, _ in factors), key=lambda f: abs(context.polyval([int(c) for c in f.all_coeffs()], value)))
    coefficients = tuple(int(c) for c in factor.all_coeffs())
    # Cardano's form of three real roots is no simple one, and roots of roots take minutes.
    near = [
        r
        for r in sympy.roots(factor, x, cubics=False, quartics=factor.degree() == 4)
        if not r.has(sympy.I) and abs(context.mpmathify(sympy.N(r, 30)) - value) < context.mpf(10) ** -20
    ]
    if not near:
        return Closed(coefficients, f"CRootOf({factor.as_expr()}, {_number(factor, value, context)})", decimal)
    root = sympy.sqrtdenest(sympy.radsimp(near[0]))
    return Closed(coefficients, str(root), decimal, from_sympy(root))


def _number(factor: Any, value: Any, context: Any) -> int:
    """Which of the real roots of a polynomial a value is, counted from the least."""
    reals = [context.mpmathify(r.evalf(30)) for r in factor.real_roots(multiple=True)]
    return min(range(len(reals)), key=lambda i: abs(reals[i] - value))


def from_sympy(e: Any) -> Expression | None:
    """The expression, if it has rational numbers and square roots only."""
    if e.is_Rational:
        return Number(Fraction(int(e.p), int(e.q)))
    parts = [from_sympy(a) for a in e.args]
    known = tuple(p for p in parts if p is not None)
    if len(known) < len(parts):
        return None
    if e.is_Add:
        return Sum(known)
    if e.is_Mul:
        return Product(known)
    if e.is_Pow and isinstance(known[1], Number) and known[1].value.denominator <= 2:
        return Power(known[0], known[1].value)
    return None
