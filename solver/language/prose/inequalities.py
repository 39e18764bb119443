"""Inequalities between quantities: as goals, which are proved, and as what is given, which says which figures are meant.

In a goal, a radius or a distance is what it is in the sides and the area of its triangle, so that it speaks of the points of
the triangle only; and the letters that everybody uses for the parts of triangle ABC need no explanation.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from solver.errors import ParseError
from solver.language.atoms import Angle, AngleKind, Length
from solver.language.equated import state_greater
from solver.language.prose import products, quantities
from solver.language.prose.context import Context
from solver.language.prose.equations import expression_of
from solver.language.sums import Other, Sum, Symbol, atom, atoms, expression, plus, times
from solver.statements import expression as ex
from solver.statements.conditions import compared
from solver.statements.predicates import AT_LEAST, GREATER, Statement

_HALF = Fraction(1, 2)


def state_inequality(ctx: Context, left: Sum, sign: str, right: Sum) -> None:
    """Say that the left side is greater (">", ">=") or less ("<", "<=") than the right one. Raises ParseError."""
    if sign in ("<", "<="):
        left, right, sign = right, left, ">" if sign == "<" else ">="
    if ctx.is_goal:
        predicate = GREATER if sign == ">" else AT_LEAST
        ctx.say_quantity(Statement.about(predicate, ex.difference(*_sides(ctx, left, right))))
        return
    if sign == ">=":
        ctx.later(_later(ctx, left, right, False))
        return
    try:
        state_greater(ctx, left, right)
    except ParseError:
        ctx.later(_later(ctx, left, right, True))


def _later(ctx: Context, left: Sum, right: Sum, is_strict: bool) -> Callable[[], None]:
    """What demands an inequality once all names have their values."""
    span = ctx.span

    def demand() -> None:
        ctx.span = span
        ctx.said.conditions.setdefault(compared(ex.difference(*_sides(ctx, left, right)), is_strict), span)

    return demand


def _sides(ctx: Context, left: Sum, right: Sum) -> tuple[ex.Expression, ex.Expression]:
    """Both sides as expressions of the figure, of one dimension. Raises ParseError."""
    left, right = (products.settled(ctx, in_degrees(ctx, _by_custom(ctx, side))) for side in (left, right))
    if not atoms(left) | atoms(right):
        raise ctx.misvalued("this is about numbers only", "name lengths, angles or areas: AB + AC > BC")
    total = plus(left, times(right, {(): Fraction(-1)}))
    if not total:
        raise ctx.misvalued("both sides are the same", "compare different quantities")
    if any(isinstance(a, Angle) for a in atoms(total)) and any(not isinstance(a, Angle) for a in atoms(total)):
        raise ctx.misvalued("the terms have different dimensions", "compare angles with angles and degrees")
    whole = products.settled(ctx, quantities.homogeneous(ctx, total))
    if whole != total:
        left = {p: c for p, c in whole.items() if c > 0}
        right = {p: -c for p, c in whole.items() if c < 0}
    first, second = (_meant(ctx, expression_of(ctx, side)) for side in (left, right))
    try:
        ex.dimension(ex.difference(first, second))
    except ex.DimensionError:
        raise ctx.misvalued(
            "the two sides have different dimensions",
            "compare lengths with lengths and areas with areas: AB + CD > EF, [ABC] <= AB^2",
        ) from None
    return first, second


def meant(ctx: Context, of: Sum) -> ex.Expression:
    """A sum as an expression of the figure, as inequalities take it. Raises ParseError."""
    settled = products.settled(ctx, in_degrees(ctx, _by_custom(ctx, of)))
    if not atoms(settled):
        raise ctx.misvalued("the value asked for is given", "ask for something else")
    return _meant(ctx, expression_of(ctx, settled))


def in_degrees(ctx: Context, of: Sum) -> Sum:
    """A sum with 180° for π. Raises ParseError where it has no angles."""
    if quantities.PI not in atoms(of):
        return of
    return quantities.with_value(of, quantities.PI, Fraction(180))


def _meant(ctx: Context, e: ex.Expression) -> ex.Expression:
    """An expression with radii and distances as what they are in their triangles."""
    meanings = ctx.quantities.meanings
    found: dict[ex.Expression, ex.Expression] = {}
    for length, meaning in meanings.items():
        found[ex.Length(length.a, length.b)] = found[ex.Length(length.b, length.a)] = meaning
    return ex.replaced(e, found)


def custom(ctx: Context, symbol: Symbol) -> Sum | None:
    """What everybody calls by this letter in triangle ABC, if the statement has one; None where nothing."""
    triangle = next((p.points for p in (*ctx.polygons, *ctx.triangles_seen) if set(p.points) == set("ABC")), None)
    make = None if triangle is None else _CUSTOM.get(symbol.name)
    if make is None:
        return None
    found = make()
    if not any(isinstance(a, Length) for a in atoms(found)):
        ctx.quantities.called[expression(found)] = symbol.name
    ctx.note(f"{symbol.name} is taken for {_NAMED.get(symbol.name[:1]) or ex.written(expression(found))}")
    return found


def _by_custom(ctx: Context, of: Sum) -> Sum:
    known = ctx.quantities.values
    total: Sum = of
    for a in sorted((a for a in atoms(of) if isinstance(a, Symbol) and a not in known), key=lambda a: a.name):
        meaning = custom(ctx, a)
        if meaning is not None:
            ctx.quantities.values[a] = meaning
    return total


def _side(k: int) -> Sum:
    others = [p for p in "ABC" if p != "ABC"[k]]
    return atom(Length.of(*others))


def _length(k: int) -> ex.Expression:
    return expression(_side(k))


def _other(e: ex.Expression) -> Sum:
    return atom(Other(e))


_AREA = ex.Area(("A", "B", "C"))


def _median(k: int) -> Sum:
    """√(2b² + 2c² − a²) / 2."""
    a, b, c = (ex.Power(_length((k + i) % 3), Fraction(2)) for i in range(3))
    square = ex.Sum(
        (ex.Product((ex.Number(Fraction(2)), b)), ex.Product((ex.Number(Fraction(2)), c)),
         ex.Product((ex.Number(Fraction(-1)), a)))
    )  # fmt: skip
    return {((Other(ex.Power(square, _HALF)), 1),): _HALF}


def _altitude(k: int) -> Sum:
    return _other(ex.distance("ABC"[k], *(p for p in "ABC" if p != "ABC"[k])))


def _bisector(k: int) -> Sum:
    """√(bc ((b + c)² − a²)) / (b + c)."""
    a, b, c = (_length((k + i) % 3) for i in range(3))
    total = ex.Sum((b, c))
    square = ex.Product((b, c, ex.difference(ex.Power(total, Fraction(2)), ex.Power(a, Fraction(2)))))
    return _other(ex.Product((ex.Power(square, _HALF), ex.Power(total, Fraction(-1)))))


def _exradius(k: int) -> Sum:
    """2[ABC] / (b + c − a)."""
    return _other(ex.exradius("ABC"[k], *(p for p in "ABC" if p != "ABC"[k])))


def _of_angle(k: int) -> Sum:
    others = [p for p in "ABC" if p != "ABC"[k]]
    return atom(Angle("ABC"[k], others[0], "ABC"[k], others[1], AngleKind.SIZE))


def _perimeter(factor: Fraction) -> Sum:
    total: Sum = {}
    for k in range(3):
        total = plus(total, times(_side(k), {(): factor}))
    return total


_NAMED = {
    "R": "the circumradius of triangle ABC",
    "r": "the inradius of triangle ABC (r_a: that of the excircle opposite A)",
    **dict.fromkeys(("S", "K", "Δ"), "the area of triangle ABC"),
    **dict.fromkeys(("s", "p"), "half the perimeter of triangle ABC"),
    "m": "the median of triangle ABC to that side",
    "h": "the altitude of triangle ABC to that side",
    **dict.fromkeys(("w", "l"), "the bisector of triangle ABC to that side"),
}

#: What is called so by custom in triangle ABC, by the letter.
_CUSTOM: dict[str, Callable[[], Sum]] = {
    "R": lambda: _other(ex.circumradius("A", "B", "C")),
    "r": lambda: _other(ex.inradius("A", "B", "C")),
    **dict.fromkeys(("S", "K", "Δ"), lambda: _other(_AREA)),
    **dict.fromkeys(("s", "p"), lambda: _perimeter(_HALF)),
}
for _k, (_small, _greek) in enumerate(zip("abc", "αβγ", strict=True)):
    _CUSTOM |= {
        _small: lambda k=_k: _side(k),  # type: ignore[misc]
        _greek: lambda k=_k: _of_angle(k),  # type: ignore[misc]
        f"m_{_small}": lambda k=_k: _median(k),  # type: ignore[misc]
        f"h_{_small}": lambda k=_k: _altitude(k),  # type: ignore[misc]
        f"w_{_small}": lambda k=_k: _bisector(k),  # type: ignore[misc]
        f"l_{_small}": lambda k=_k: _bisector(k),  # type: ignore[misc]
        f"r_{_small}": lambda k=_k: _exradius(k),  # type: ignore[misc]
    }
