"""What small letters mean by custom: a, b, c are the sides of triangle ABC, and α, β, γ its angles."""

from __future__ import annotations

from solver.language.atoms import Angle, AngleKind, Length
from solver.language.prose.context import Context
from solver.language.sums import Symbol, atom, atoms

#: What is called so: by the vertex, of the side opposite to it or of its angle.
_CUSTOM = {"a": "A", "b": "B", "c": "C", "α": "A", "β": "B", "γ": "C"}


def name_by_custom(ctx: Context) -> None:
    """Letters in equations get their customary values, where the equations say nothing else of them."""
    q = ctx.quantities
    used = {a for left, right, _ in q.given for a in atoms(left) | atoms(right) if isinstance(a, Symbol)}
    for symbol in sorted(used - q.values.keys()):
        told = [(left, right) for left, right, _ in q.given if symbol in atoms(left) | atoms(right)]
        if not any(isinstance(a, Length | Angle) for sides in told for side in sides for a in atoms(side)):
            is_named_by_custom(ctx, symbol)


def is_named_by_custom(ctx: Context, symbol: Symbol) -> bool:
    """Whether a letter of which nothing is said has its customary value now, which is noted."""
    corner = _CUSTOM.get(symbol.name)
    triangle = next((p.points for p in (*ctx.polygons, *ctx.triangles_seen) if set(p.points) == set("ABC")), None)
    if corner is None or triangle is None or symbol.name in ctx.names:
        return False
    a, b = (p for p in "ABC" if p != corner)
    value = Length.of(a, b) if symbol.name.isascii() else Angle(corner, a, corner, b, AngleKind.SIZE)
    ctx.quantities.values[symbol] = atom(value)
    ctx.note(f"{symbol.name} is taken for {a + b if symbol.name.isascii() else f'∠{a}{corner}{b}'}")
    return True
