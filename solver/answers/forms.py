"""Answers that are asked for by the numbers in which a value is written: m + n + p, where it is m√n/p.

The value is brought into lowest terms, a + b√c over d with c free of squares; the names get those of these numbers with
which the form has the value.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, permutations, product
from operator import mul
from typing import Any

#: Names that a form may have.
MOST_NAMES = 5


@dataclass(frozen=True)
class Formed:
    """text: what is asked for. values: of the names."""

    text: str
    values: tuple[tuple[str, int], ...]


def in_form(value: str, form: str, wanted: str) -> Formed | None:
    """What is wanted of a value that is written in a form; None where it can't be written so. All as sympy reads it."""
    import sympy

    exact = sympy.sympify(value)
    names = sorted(sympy.sympify(form, locals=_locals(form)).free_symbols, key=str)
    if not 0 < len(names) <= MOST_NAMES:
        return None
    shape = sympy.sympify(form, locals=_locals(form))
    asked = sympy.sympify(wanted, locals=_locals(wanted))
    numbers = _numbers(exact)
    if numbers is None:
        return None
    target = sympy.N(exact, 40)
    chosen = permutations(numbers, len(names)) if len(numbers) >= len(names) else product(numbers, repeat=len(names))
    natural = list(chosen)
    signed = (tuple(map(mul, values, signs)) for values in natural for signs in product((1, -1), repeat=len(names)))
    for values in chain(natural, signed):  # integers that may be negative come last: −1 + √5 is a + √b, too
        given = dict(zip(names, values, strict=True))
        try:
            found = sympy.N(shape.subs(given), 40)
        except (TypeError, ValueError, ZeroDivisionError):
            continue
        if found.is_real and abs(found - target) < 1e-30:
            return Formed(str(asked.subs(given)), tuple((str(n), int(v)) for n, v in given.items()))
    return None


def _locals(text: str) -> dict[str, Any]:
    import re

    import sympy

    return {name: sympy.Symbol(name) for name in re.findall(r"\b(?!sqrt\b)[A-Za-z]\w*\b", text)}


def _numbers(exact: Any) -> list[int] | None:
    """The whole numbers that a value is written with, in lowest terms: of a/b, a√b/c, (a + b√c)/d."""
    import sympy

    top, bottom = sympy.fraction(sympy.together(sympy.radsimp(exact)))
    if not bottom.is_Integer:
        return None
    found: list[int] = []
    inside: list[int] = []
    for term in sympy.Add.make_args(sympy.expand(top)):
        c, rest = term.as_coeff_Mul()
        if not c.is_Integer:
            return None
        found.append(abs(int(c)))
        if rest == 1:
            continue
        square = sympy.expand(rest**2)
        if not square.is_Integer:
            return None
        found.append(int(square))
        inside.append(int(c) ** 2 * int(square))  # √148 for 2√37
    return [*found, int(bottom), *inside]
