"""Conditions: what a figure must be like besides its premises, each kind declared once.

A premise is an equation; a condition is an inequality: two points are apart, a point lies between two others, an angle
is acute. Conditions choose among the configurations that the premises allow. They are never proved and never used in a
proof; they say which figures a statement is about.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.statements.expression import (
    Expression,
    Length,
    Number,
    Product,
    Size,
    Sum,
    Trigonometric,
    difference,
    evaluate,
    points_of,
    related,
    renamed,
)

#: A number from places; or an array from arrays of places, for many figures at once.
Margin = Callable[[Sequence[Any]], Any]

#: The name of conditions that hold in the limit, too.
NOT_LESS = "not_less"
#: A condition holds where its margin exceeds this.
CLEAR = 1e-6
#: By how much rounding may break one that holds in the limit.
LIMIT = 1e-12


@dataclass(frozen=True)
class ConditionKind:
    """A relation among points that is open: it survives small changes of the figure.

    points: how many, least and most (None: any number). sentence: in the plain language, {0}, {1}, … and {rest}
    standing for the points. margin: positive where it holds; scale-free, about how much the figure must change to
    break it, over its own size. quantity: what is positive, of its points, where it is about quantities.
    """

    name: str
    points: tuple[int, int | None]
    sentence: str
    margin: Margin = field(repr=False, compare=False)
    quantity: Callable[..., Expression] | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Condition:
    """A condition on named points, e.g. `between d b c`: d lies between b and c."""

    kind: ConditionKind
    points: tuple[str, ...]

    def margin(self, at: Mapping[str, complex]) -> float:
        """See `ConditionKind.margin`; at: places of its points at least. −1 where points that matter coincide."""
        try:
            return float(self.kind.margin([at[p] for p in self.points]))
        except (ZeroDivisionError, ValueError):  # a length of 0 has no logarithm
            return -1.0

    def holds(self, at: Mapping[str, complex]) -> bool:
        return self.margin(at) > (-LIMIT if self.kind.name == NOT_LESS else CLEAR)

    @property
    def quantity(self) -> Expression | None:
        """The expression that it says is positive; None where it says something else."""
        return None if self.kind.quantity is None else self.kind.quantity(*self.points)

    def __str__(self) -> str:
        return self.kind.sentence.format(*self.points, all=" ".join(self.points), rest=" ".join(self.points[1:]))


def margins(kind: ConditionKind, places: Sequence[NDArray[np.complex128]]) -> NDArray[np.float64]:
    """The margins of conditions of one kind at once; places: of each of their points, arrays of one shape.

    −1 where points that matter coincide.
    """
    with np.errstate(all="ignore"):
        found = np.asarray(kind.margin(places), dtype=np.float64)
    return np.where(np.isfinite(found), found, -1.0)


def _cross(u: Any, v: Any) -> Any:
    return (u.conjugate() * v).imag


def _dot(u: Any, v: Any) -> Any:
    return (u.conjugate() * v).real


def _least(values: Sequence[Any]) -> Any:
    return np.minimum.reduce(values) if isinstance(values[0], np.ndarray) else min(values)


def _phase(z: Any) -> Any:
    if isinstance(z, np.ndarray):
        return np.where(np.isfinite(z), np.angle(z), np.nan)  # a vector of no length has none
    return cmath.phase(z)


def _signed(size: Any, sign: Any) -> Any:
    return np.copysign(size, sign) if isinstance(size, np.ndarray) else math.copysign(size, sign)


def _apart(p: Sequence[Any]) -> Any:
    """The one margin that isn't scale-free: figures are of size 1."""
    return abs(p[0] - p[1])


def _noncollinear(p: Sequence[Any]) -> Any:
    """Height over the longest side."""
    a, b, c = p
    return abs(_cross(b - a, c - a)) / _least((-abs(a - b), -abs(b - c), -abs(c - a))) ** 2


def _between(p: Sequence[Any]) -> Any:
    x, a, b = p
    along = _dot(x - a, b - a) / abs(b - a) ** 2
    return _least((along, 1 - along))


def _on_ray(p: Sequence[Any]) -> Any:
    x, a, b = p
    return _dot(x - a, b - a) / abs(b - a) / abs(x - a)


def _heights(p: Sequence[Any]) -> tuple[Any, Any]:
    """The heights of the first two points over the line of the last two, divided by its length."""
    x, y, a, b = p
    square = abs(b - a) ** 2
    return _cross(b - a, x - a) / square, _cross(b - a, y - a) / square


def _same_side(p: Sequence[Any]) -> Any:
    first, second = _heights(p)
    return _signed(_least((abs(first), abs(second))), first * second)


def _opposite_sides(p: Sequence[Any]) -> Any:
    return -_same_side(p)


def _inside(p: Sequence[Any]) -> Any:
    """The distance from the nearest side over the polygon's size; negative outside."""
    x, *corners = p
    sides = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    size = -_least([-abs(a - b) for a, b in combinations(corners, 2)])
    turns = sum(_phase((b - x) / (a - x)) for a, b in sides)
    around = abs(turns) - math.pi
    return _least([_distance(x, a, b) for a, b in sides]) / size * (around / abs(around))


def _distance(x: Any, a: Any, b: Any) -> Any:
    along = _dot(x - a, b - a) / abs(b - a) ** 2
    along = np.clip(along, 0.0, 1.0) if isinstance(along, np.ndarray) else min(1.0, max(0.0, along))
    return abs(x - a - along * (b - a))


def _outside(p: Sequence[Any]) -> Any:
    return -_inside(p)


def _acute(p: Sequence[Any]) -> Any:
    """The cosine of the angle at the middle point."""
    a, v, b = p
    return _dot(a - v, b - v) / abs(a - v) / abs(b - v)


def _obtuse(p: Sequence[Any]) -> Any:
    return -_acute(p)


def _longer(p: Sequence[Any]) -> Any:
    a, b, c, d = p
    return abs(a - b) / abs(c - d) - 1


def _wider(p: Sequence[complex]) -> float:
    """In units of π."""
    a, v, b, c, w, d = p
    return (abs(cmath.phase((b - v) / (a - v))) - abs(cmath.phase((d - w) / (c - w)))) / math.pi


def _unequal(p: Sequence[complex]) -> float:
    a, b, c, d = p
    return abs(math.log(abs(b - a) / abs(d - c)))


def _convex(p: Sequence[Any]) -> Any:
    """The least sine at a corner, with the sign of a convex polygon that runs around once."""
    edges = [b - a for a, b in zip(p, (*p[1:], p[0]), strict=True)]
    phases = [_phase(v / u) for u, v in zip(edges, (*edges[1:], edges[0]), strict=True)]
    turns = sum(phases)
    sense = _signed(turns * 0 + 1.0, turns)
    least = _least([sense * phase for phase in phases])
    if isinstance(least, np.ndarray):
        sines = np.where(least < math.pi / 2, np.sin(least), 1.0)
        return np.where(abs(abs(turns) - 2 * math.pi) <= 1e-6, sines, -1.0)
    if abs(abs(turns) - 2 * math.pi) > 1e-6:
        return -1.0
    return math.sin(least) if least < math.pi / 2 else 1.0


def _excess(x: Any, a: Any, b: Any, c: Any) -> Any:
    """The distance from the center of the circle through a, b, c, over its radius, less 1."""
    area = 2 * _cross(b - a, c - a)
    center = a + 1j * ((b - a) * abs(c - a) ** 2 - (c - a) * abs(b - a) ** 2) / area
    return abs(x - center) / abs(a - center) - 1


def _inside_circle(p: Sequence[Any]) -> Any:
    return -_excess(p[0], p[1], p[2], p[3])


def _outside_circle(p: Sequence[Any]) -> Any:
    return _excess(p[0], p[1], p[2], p[3])


def _crossing(p: Sequence[Any]) -> Any:
    """The sine of the angle between two lines."""
    a, b, c, d = p
    return abs(_cross(b - a, d - c)) / abs(b - a) / abs(d - c)


def _compared(e: Expression, names: tuple[str, ...], p: Sequence[complex]) -> float:
    """An expression over the sum of its terms' sizes."""
    import mpmath

    at = dict(zip(names, p, strict=True))
    terms = [float(evaluate(mpmath.fp, t, at)) for t in (e.terms if isinstance(e, Sum) else (e,))]
    return sum(terms) / (sum(map(abs, terms)) or 1.0)


def compared(e: Expression, is_strict: bool = True) -> Condition:
    """The condition that an expression is positive, or not negative; its kind is of this expression only."""
    names = points_of(e)
    places = {p: f"{{{i}}}" for i, p in enumerate(names)}
    sentence = related(renamed(e, places), ">" if is_strict else "≥")
    count = (len(names), len(names))
    name = "compared" if is_strict else NOT_LESS
    kind = ConditionKind(name, count, sentence, partial(_compared, e, names), partial(_as_it_is, e))
    return Condition(kind, names)


def _as_it_is(e: Expression, *points: str) -> Expression:
    return e


def _longer_by(a: str, b: str, c: str, d: str) -> Expression:
    return difference(Length(a, b), Length(c, d))


def _cosine(a: str, v: str, b: str) -> Expression:
    return Trigonometric("cos", a, v, b)


def _minus_cosine(a: str, v: str, b: str) -> Expression:
    return Product((Number(Fraction(-1)), _cosine(a, v, b)))


def _wider_by(a: str, v: str, b: str, c: str, w: str, d: str) -> Expression:
    return difference(Size(a, v, b), Size(c, w, d))


APART = ConditionKind("apart", (2, 2), "{0} != {1}", _apart)
NONCOLLINEAR = ConditionKind("noncollinear", (3, 3), "triangle {0} {1} {2}", _noncollinear)
BETWEEN = ConditionKind("between", (3, 3), "{0} between {1} and {2}", _between)
ON_RAY = ConditionKind("on_ray", (3, 3), "{0} on ray {1} {2}", _on_ray)
SAME_SIDE = ConditionKind("same_side", (4, 4), "{0} and {1} on the same side of {2} {3}", _same_side)
OPPOSITE_SIDES = ConditionKind("opposite_sides", (4, 4), "{0} and {1} on opposite sides of {2} {3}", _opposite_sides)
INSIDE = ConditionKind("inside", (4, None), "{0} inside {rest}", _inside)
OUTSIDE = ConditionKind("outside", (4, None), "{0} outside {rest}", _outside)
ACUTE = ConditionKind("acute", (3, 3), "angle {0} {1} {2} < 90", _acute, _cosine)
OBTUSE = ConditionKind("obtuse", (3, 3), "angle {0} {1} {2} > 90", _obtuse, _minus_cosine)
UNEQUAL = ConditionKind("unequal", (4, 4), "|{0} {1}| != |{2} {3}|", _unequal)
LONGER = ConditionKind("longer", (4, 4), "|{0} {1}| > |{2} {3}|", _longer, _longer_by)
WIDER = ConditionKind("wider", (6, 6), "angle {0} {1} {2} > angle {3} {4} {5}", _wider, _wider_by)
CONVEX = ConditionKind("convex", (4, None), "convex polygon {all}", _convex)
INSIDE_CIRCLE = ConditionKind("inside_circle", (4, 4), "{0} inside circle ({1} {2} {3})", _inside_circle)
OUTSIDE_CIRCLE = ConditionKind("outside_circle", (4, 4), "{0} outside circle ({1} {2} {3})", _outside_circle)
CROSSING = ConditionKind("crossing", (4, 4), "{0} {1} not parallel to {2} {3}", _crossing)

CONDITIONS: dict[str, ConditionKind] = {
    k.name: k
    for k in (
        APART, NONCOLLINEAR, BETWEEN, ON_RAY, SAME_SIDE, OPPOSITE_SIDES, INSIDE, OUTSIDE, ACUTE, OBTUSE, UNEQUAL, LONGER, WIDER,
        CONVEX, INSIDE_CIRCLE, OUTSIDE_CIRCLE, CROSSING,
    )
}  # fmt: skip
