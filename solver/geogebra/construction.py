"""How to construct a problem's points with GeoGebra's commands, point by point.

A point is a center or an image where its premises say so, else where two loci of its premises cross, on one locus, or
free. What a command says of its point is exactly what `solver.geogebra.read` reads from it; premises that no command
says are left over, to be written as booleans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, permutations

import numpy as np

from solver.geogebra.whole import meaning
from solver.language.constructions import CONSTRUCTIONS
from solver.language.constructive_write import call_of, parts
from solver.language.order import ordered
from solver.language.problem import Call, Problem
from solver.plane import geometry as g
from solver.plane import loci
from solver.plane.loci import Degenerate
from solver.statements.predicates import Statement

Places = Mapping[str, complex]

#: Constructions that are one command: what it is given, {0}, {1}, … standing for the construction's arguments.
_POINTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "midpoint": ("Midpoint", ("{0}", "{1}")),
    "mirror": ("Mirror", ("{0}", "{1}")),
    "reflect": ("Mirror", ("{0}", "Line[{1}, {2}]")),
    "orthocenter": ("TriangleCenter", ("{0}", "{1}", "{2}", "4")),
    "incenter": ("TriangleCenter", ("{0}", "{1}", "{2}", "1")),
    "parallelogram": ("Translate", ("{0}", "Vector[{1}, {2}]")),
}
#: Constructions that put a point on one curve, as `Command: arguments`.
_CURVES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "on_line": ("Line", ("{0}", "{1}")),
    "on_pline": ("Line", ("{0}", "Line[{1}, {2}]")),
    "on_dia": ("Circle", ("Midpoint[{0}, {1}]", "{0}")),
    "on_tline": ("OrthogonalLine", ("{0}", "Line[{1}, {2}]")),
    "iso_triangle_vertex": ("LineBisector", ("{0}", "{1}")),
    "on_circle": ("Circle", ("{0}", "{1}")),
    "eqdistance": ("Circle", ("{0}", "Segment[{1}, {2}]")),
    "on_circum": ("Circle", ("{0}", "{1}", "{2}")),
    "angle_bisector": ("AngularBisector", ("{0}", "{1}", "{2}")),
    "on_aline": ("Line", ("{0}", "Rotate[{1}, Angle[Line[{3}, {4}], Line[{3}, {2}]], {0}]")),
    "s_angle": ("Line", ("{1}", "Rotate[{0}, {k}°, {1}]")),
}
_OUTER_BISECTOR = ("OrthogonalLine", ("{1}", "AngularBisector[{0}, {1}, {2}]"))
_CANDIDATES = tuple(CONSTRUCTIONS[name] for name in _CURVES)
#: A point is on a curve where it is this near, the figure being of size 1; curves that cross at a smaller angle (its
#: sine) than FLAT don't fix a point.
ON, FLAT = 1e-6, 1e-3
#: Orders of the points that are tried.
ORDERS = 8
#: More earlier points than this aren't searched for the arguments of a center.
_MOST_ARGUMENTS = 7


@dataclass(frozen=True)
class Curve:
    """A line or circle: the command that makes it, and where it is. on: points that the command puts on it."""

    command: str
    inputs: tuple[str, ...]
    at: loci.Line | loci.Circle
    on: tuple[str, ...]
    said: tuple[Statement, ...]


@dataclass(frozen=True)
class Made:
    """A point: on no curve (free, or fixed where premises are left over), on one, where two cross, or by a command.

    inputs: of the command, points in braces. index: which of two intersections. left: premises that nothing here says.
    """

    point: str
    curves: tuple[Curve, ...] = ()
    command: str = ""
    inputs: tuple[str, ...] = ()
    index: int = 0
    left: tuple[Statement, ...] = field(default=())


def construction(problem: Problem, at: Places) -> list[Made]:
    """The points in an order in which they can be made: of those tried, the one that leaves the fewest premises over.

    problem: as its figure reads it (`oriented`).
    """
    best: list[Made] = []
    for number in range(ORDERS):
        if number == 0:
            order = problem.points if problem.clauses else tuple(step.point for step in ordered(problem))
        else:
            order = tuple(step.point for step in ordered(problem, np.random.default_rng(number)))
        made = _in_order(problem, order, at)
        if not best or _leftover(made) < _leftover(best):
            best = made
        if not _leftover(best):
            break
    return best


def _leftover(made: Sequence[Made]) -> int:
    return sum(len(m.left) for m in made)


def _in_order(problem: Problem, order: Sequence[str], at: Places) -> list[Made]:
    made: dict[str, tuple[Curve, ...]] = {}
    found: list[Made] = []
    for point in order:
        known = {*made, point}
        premises = [s for s in problem.premises if point in s.points and known.issuperset(s.points)]
        new = _made(point, premises, list(made), at, made)
        made[point] = new.curves
        found.append(new)
    return found


def _made(
    point: str, premises: Sequence[Statement], known: Sequence[str], at: Places, made: Mapping[str, tuple[Curve, ...]]
) -> Made:
    if any(abs(at[p] - at[point]) < ON for p in known):
        # Made by the same command, two points would be read as one; here it is to be proved that they are.
        return Made(point, left=tuple(premises))
    named = _named(point, premises, known, at)
    if named is not None:
        return named
    curves = list(_curves(point, premises, at))
    for first, second in combinations(curves, 2):
        if _crosses(first, second, at[point]):
            return Made(
                point, (first, second), index=_index(first, second, at, point, made),
                left=_left(premises, (*first.said, *second.said)),
            )  # fmt: skip
    if curves:
        return Made(point, (curves[0],), left=_left(premises, curves[0].said))
    return Made(point, left=tuple(premises))


def _left(premises: Sequence[Statement], said: Sequence[Statement]) -> tuple[Statement, ...]:
    means = meaning(said)
    return tuple(s for s in premises if not meaning([s]) <= means)


def _named(point: str, premises: Sequence[Statement], known: Sequence[str], at: Places) -> Made | None:
    """By one of the commands that make a point, if all that it says is given."""
    given = meaning(premises)
    near = [p for p in known if any(p in s.points for s in premises)]
    if not 2 <= len(near) <= _MOST_ARGUMENTS:
        return None
    for name, (command, inputs) in _POINTS.items():
        row = CONSTRUCTIONS[name]
        for arguments in permutations(near, len(row.arguments)):
            said = row.statements((point,), arguments, ())
            if meaning(said) <= given and _is_sketched(name, arguments, at, at[point]):
                return Made(
                    point, (), command, tuple(_filled(i, arguments) for i in inputs), left=_left(premises, said)
                )
    return None


def _is_sketched(name: str, arguments: Sequence[str], at: Places, place: complex) -> bool:
    """Whether the construction gives this place: an excenter is no incenter, though its premises are the same."""
    try:
        sketched = CONSTRUCTIONS[name].sketch(None, *(at[a] for a in arguments))
    except (Degenerate, ZeroDivisionError):
        return False
    return isinstance(sketched, loci.Places) and any(abs(option[0] - place) < ON for option in sketched.options)


def _filled(template: str, arguments: Sequence[str], constants: Sequence[Fraction] = ()) -> str:
    k = f"({constants[0] % 180})" if constants else ""
    return template.format(*("{" + a + "}" for a in arguments), k=k)


def _curves(point: str, premises: Sequence[Statement], at: Places) -> Iterator[Curve]:
    """Lines first: they cross in one place."""
    found: dict[tuple[str, ...], Curve] = {}
    for premise in premises:
        for part in parts(premise, point):
            call = call_of(part, point, _CANDIDATES)
            curve = None if call is None else _curve(call, point, at)
            if curve is not None:
                found.setdefault((curve.command, *curve.inputs), curve)
    yield from (c for c in found.values() if isinstance(c.at, loci.Line))
    yield from (c for c in found.values() if isinstance(c.at, loci.Circle))


def _curve(call: Call, point: str, at: Places) -> Curve | None:
    """None where it is degenerate in the figure."""
    name = call.construction.name
    command, inputs = _CURVES[name]
    try:
        locus = call.locus(None, at)
    except (Degenerate, ZeroDivisionError):
        return None
    if name == "angle_bisector" and isinstance(locus, loci.Line) and abs(_off(locus, at[point])) > ON:
        command, inputs = _OUTER_BISECTOR
        locus = loci.Line(locus.point, locus.direction * 1j)
    if not isinstance(locus, loci.Line | loci.Circle) or abs(_off(locus, at[point])) > ON:
        return None
    on = {"on_line": 2, "on_circum": 3, "on_dia": 2, "on_pline": 1, "on_tline": 1}.get(name, 0)
    points = call.arguments[1:2] if name in ("on_circle", "angle_bisector") else call.arguments[:on]
    said = call.construction.statements((point,), call.arguments, call.constants)
    return Curve(command, tuple(_filled(i, call.arguments, call.constants) for i in inputs), locus, tuple(points), said)


def _off(locus: loci.Line | loci.Circle, z: complex) -> float:
    if isinstance(locus, loci.Line):
        return g.cross(locus.direction, z - locus.point)
    return abs(z - locus.center) - locus.radius


def _crosses(first: Curve, second: Curve, z: complex) -> bool:
    """Whether the curves cross at z, neither touching nor being one curve."""
    along = [c.at.direction if isinstance(c.at, loci.Line) else 1j * g.unit(z - c.at.center) for c in (first, second)]
    return abs(g.cross(*along)) > FLAT


def _index(first: Curve, second: Curve, at: Places, point: str, made: Mapping[str, tuple[Curve, ...]]) -> int:
    """Which intersection it is for GeoGebra: one that is known comes first, else the first along the line. 0: the only
    one."""
    if isinstance(second.at, loci.Line):
        return 0
    on: Callable[[Curve], set[str]] = lambda c: {  # noqa: E731
        *c.on, *(p for p, curves in made.items() if any((k.command, k.inputs) == (c.command, c.inputs) for k in curves))
    }  # fmt: skip
    if on(first) & on(second):
        return 2
    if isinstance(first.at, loci.Line):
        places = g.line_circle(first.at, second.at)
        ahead = [z for z in places if g.dot(first.at.direction, z - at[point]) < -ON]
        return 2 if ahead else 1
    return 1
