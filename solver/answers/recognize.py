"""The closed form of a number of many digits: a rational, or a root of a polynomial of small degree, in radicals.

The polynomial is found by integer relations (PSLQ, through mpmath); it is a guess until it is proved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import mpmath

#: The greatest degree of a number's polynomial, and its largest coefficient by degree.
DEGREE = 8
COEFFICIENTS = {1: 10**9, 2: 10**7, 3: 10**5, 4: 10**5, 6: 10**4, 8: 10**4}


@dataclass(frozen=True)
class Closed:
    """A number as the root of an integer polynomial that is nearest to a decimal.

    polynomial: coefficients, the constant last. text: as sympy reads it. decimal: twelve digits of it.
    """

    polynomial: tuple[int, ...]
    text: str
    decimal: str


def recognize(value: Any, context: Any) -> Closed | None:
    """The simplest closed form that agrees with all digits of a real number; None where there is none that is simple."""
    digits = context.dps
    for degree, largest in COEFFICIENTS.items():
        room = mpmath.mpf(10) ** (digits // 2)
        if largest ** (degree + 1) > room:  # a chance agreement would look alike
            largest = int(room ** (mpmath.mpf(1) / (degree + 1)))
        for power in (1, 2):  # a square root of something simple is simple
            found = context.findpoly(value**power, degree, maxcoeff=largest, tol=context.mpf(10) ** (-digits * 3 // 4))
            if found:
                spread = [c for k in found for c in (int(k), *[0] * (power - 1))]
                return _closed(tuple(spread[: len(spread) - power + 1]), value, context)
    return None


def _closed(polynomial: tuple[int, ...], value: Any, context: Any) -> Closed | None:
    import sympy

    x = sympy.Symbol("x")
    decimal = context.nstr(value, 12)
    _, factors = sympy.factor_list(sympy.Poly(polynomial, x))
    factor = min((f for f, _ in factors), key=lambda f: abs(context.polyval([int(c) for c in f.all_coeffs()], value)))
    coefficients = tuple(int(c) for c in factor.all_coeffs())
    try:
        roots = sympy.roots(factor, x)
    except (NotImplementedError, sympy.PolynomialError):
        return None
    near = [
        r
        for r in roots
        if not r.has(sympy.I) and abs(context.mpmathify(sympy.N(r, 30)) - value) < context.mpf(10) ** -20
    ]
    if not near:
        return Closed(coefficients, f"CRootOf({factor.as_expr()}, {_number(factor, value, context)})", decimal)
    root = sympy.sqrtdenest(sympy.radsimp(sympy.nsimplify(near[0]) if near[0].is_Rational else near[0]))
    return Closed(coefficients, str(root), decimal)


def _number(factor: Any, value: Any, context: Any) -> int:
    """Which of the real roots of a polynomial a value is, counted from the least."""
    reals = [context.mpmathify(r.evalf(30)) for r in factor.real_roots(multiple=True)]
    return min(range(len(reals)), key=lambda i: abs(reals[i] - value))
