"""Functions of angles: `cos A`, `tan (A/2)`, `sin 2α`, `cos (A − B)`, by those of the angles themselves.

Sizes are between 0° and 180°, so that the functions of half of one have positive roots.
"""

from __future__ import annotations

from fractions import Fraction

from solver.language.atoms import Angle, AngleKind
from solver.language.prose.between import met
from solver.language.prose.context import Context
from solver.language.prose.equations import inverse, root
from solver.language.sums import Other, Sum, Symbol, atom, atoms, plus, times
from solver.statements.expression import Function, Trigonometric

#: The largest multiple of half an angle.
MOST_HALVES = 8

ONE: Sum = {(): Fraction(1)}


def function_of(ctx: Context, function: Function, of: Sum) -> Sum:
    """The function of a sum of multiples of angles. Raises ParseError."""
    of = met(ctx, of)
    for a in atoms(of):
        if isinstance(a, Symbol):
            raise ctx.unresolved(f"it isn't said what {a.name} is", f"define it: ∠ABC = {a.name}")
    parts = [_part(ctx, product, c) for product, c in of.items()]
    if len(parts) == 1:
        ((angle, c),) = parts
        if c == 1:
            return _plain(function, angle)
        if c == Fraction(1, 2) and function in ("tan", "cot"):  # without roots
            half = times(_plain("sin", angle), inverse(ctx, plus(ONE, _plain("cos", angle))))
            return half if function == "tan" else inverse(ctx, half)
    sine: Sum = {}
    cosine = dict(ONE)
    for angle, c in parts:
        s, t = _multiple(ctx, angle, c)
        sine, cosine = plus(times(sine, t), times(cosine, s)), plus(times(cosine, t), _negative(times(sine, s)))
    match function:
        case "sin":
            return sine
        case "cos":
            return cosine
        case "tan":
            return times(sine, inverse(ctx, cosine))
    return times(cosine, inverse(ctx, sine))


def _part(ctx: Context, product: tuple[tuple[object, int], ...], c: Fraction) -> tuple[Angle, Fraction]:
    if len(product) == 1 and product[0][1] == 1:
        angle = product[0][0]
        if isinstance(angle, Angle) and angle.kind is AngleKind.SIZE:
            return angle, c
    raise ctx.fail("a function of an angle needs one angle", "write sin ∠ABC or cos A")


def _plain(function: Function, angle: Angle) -> Sum:
    return atom(Other(Trigonometric(function, angle.b, angle.a, angle.d)))


def _negative(of: Sum) -> Sum:
    return {product: -c for product, c in of.items()}


def _multiple(ctx: Context, angle: Angle, c: Fraction) -> tuple[Sum, Sum]:
    """The sine and the cosine of a multiple of an angle. Raises ParseError."""
    if c.denominator > 2 or abs(2 * c) > MOST_HALVES:
        raise ctx.fail(f"{c} times an angle has no function here", "halves and small multiples of angles have")
    sine, cosine = _plain("sin", angle), _plain("cos", angle)
    if c.denominator == 2:
        half = Fraction(1, 2)
        sine, cosine = (root(ctx, plus({(): half}, times({(): s * half}, cosine))) for s in (-1, 1))
    total: tuple[Sum, Sum] = ({}, dict(ONE))
    for _ in range(abs(c.numerator)):
        s, t = total
        total = plus(times(s, cosine), times(t, sine)), plus(times(t, cosine), _negative(times(s, sine)))
    return (_negative(total[0]), total[1]) if c < 0 else total
