"""Booleans of a construction, `AreConcyclic[A, B, C, D]` or `a ⟂ b`, as sentences of the plain language and statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from solver.errors import ParseError
from solver.geogebra.commands import SPELLINGS
from solver.geogebra.evaluate import value
from solver.geogebra.expression import Call, Name, Operation, Tree
from solver.geogebra.figure import Figure
from solver.geogebra.goal import stated
from solver.geogebra.objects import Circle, Claim, Line, Point, Polygon, Quantity, Value
from solver.geogebra.quantities import as_quantity, length
from solver.geogebra.tangents import touches
from solver.geogebra.whole import whole
from solver.language.syntax import nearest, shown
from solver.plane import geometry as g
from solver.statements.predicates import (
    ACONST,
    CIRCLE,
    COLL,
    CONG,
    CYCLIC,
    EQANGLE,
    MIDP,
    OVERLAP,
    PARA,
    PERP,
    Statement,
)

#: Booleans that name other booleans, so often at most.
DEEPEST = 10


def claim(figure: Figure, tree: Tree, booleans: Mapping[str, Tree], depth: int = 0) -> Claim:
    """What a boolean says; booleans: of the figure, by label. Raises ParseError."""
    if depth > DEEPEST:
        raise ParseError("booleans refer to each other too often", None, "write out what holds")
    match tree:
        case Name(label) if label in booleans:
            return claim(figure, booleans[label], booleans, depth + 1)
        case Call("Prove" | "ProveDetails", (said,)):
            return claim(figure, said, booleans, depth + 1)
        case Operation("and", parts):
            claims = [claim(figure, operand, booleans, depth + 1) for operand in parts]
            return Claim(tuple(part for said in claims for part in said.parts))
        case Operation("=" as operator, (left, right)) | Operation("∥" | "⟂" | "∈" as operator, (left, right)):
            special = _is_named_point(figure, left, right) if operator == "=" else None
            return special or _RELATIONS[operator](figure, [value(figure, left), value(figure, right)])
        case Call("AreEqual", (left, right)) if special := _is_named_point(figure, left, right):
            return special
        case Call(name, arguments) if name in _COMMANDS:
            return _COMMANDS[name](figure, [value(figure, argument) for argument in arguments])
        case Call(name):
            raise ParseError(
                f"porism can't read {shown(name)} as something to prove", None,
                nearest(name, _COMMANDS, f"it reads {', '.join(_COMMANDS)}, =, ∥, ⟂, ∈ and ∧"),
            )  # fmt: skip
    raise ParseError(
        "this is nothing that can be proved", None, f"porism reads {', '.join(_COMMANDS)}, =, ∥, ⟂, ∈ and ∧"
    )


def statements(figure: Figure, said: Claim) -> list[Statement]:
    """Its parts as statements; points that they need become hidden points of the figure."""
    found: list[Statement] = []
    for part in said.parts:
        if isinstance(part, Statement):
            found.append(part)
            continue
        read = stated(part, figure.at)
        if read.points:
            raise ParseError(f"“{part}” needs a point that has no name", None, "name it in the figure")
        found.append(read.statement)
    return found


def single(figure: Figure, said: Claim) -> Statement:
    """The one statement that a goal is. Raises ParseError."""
    found = whole(figure.finished(statements(figure, said)))
    if found is None:
        raise ParseError("this says more than one thing", None, "prove one relation at a time")
    return found


def _is_named_point(figure: Figure, left: Tree, right: Tree) -> Claim | None:
    """`M ≟ Midpoint(A, B)`, `O ≟ Center(Circle(A, B, C))`: a relation of points, not two points that coincide."""
    for point, made in ((left, right), (right, left)):
        match made:
            case Call("Midpoint", (a, b)):
                x, *ends = (value(figure, tree) for tree in (point, a, b))
                if isinstance(x, Point) and all(isinstance(end, Point) for end in ends):
                    return Claim((Statement(MIDP, (x.name, *_names(ends))),))
            case Call("Center", (Call("Circle", (a, b, c)),)):
                x, *on = (value(figure, tree) for tree in (point, a, b, c))
                if isinstance(x, Point) and all(isinstance(p, Point) for p in on):
                    return Claim((Statement(CIRCLE, (x.name, *_names(on))),))
    return None


def _names(values: Sequence[Value]) -> tuple[str, ...]:
    """The names of points. Raises ParseError if a value isn't a point."""
    names = tuple(v.name for v in values if isinstance(v, Point))
    if len(names) != len(values):
        raise ParseError("points are needed here", None, "name points: AreConcyclic(A, B, C, D)")
    return names


def _lines(values: Sequence[Value], count: int) -> list[Line]:
    lines = [v for v in values if isinstance(v, Line)]
    if len(lines) != count or len(values) != count:
        raise ParseError(f"{count} lines are needed here", None, "use lines or segments")
    return lines


def _collinear(figure: Figure, values: Sequence[Value]) -> Claim:
    return Claim((Statement(COLL, _enough(values, 3)),))


def _concyclic(figure: Figure, values: Sequence[Value]) -> Claim:
    return Claim((Statement(CYCLIC, _enough(values, 4)),))


def _enough(values: Sequence[Value], count: int) -> tuple[str, ...]:
    names = _names(values)
    if len(set(names)) < max(count, len(names)):
        raise ParseError(f"{count} different points are needed here", None, "name different points")
    return names


def _concurrent(figure: Figure, values: Sequence[Value]) -> Claim:
    """A common point of the first two, with a name or hidden, is on the third."""
    first, second, third = _lines(values, 3)
    for a, b, c in ((first, second, third), (first, third, second), (second, third, first)):
        for x in figure.on(a):
            if x in figure.on(b):
                return Claim(c.put(x))
    return Claim(third.put(_crossing(figure, first, second)))


def _crossing(figure: Figure, first: Line, second: Line) -> str:
    """Where two lines meet, as a hidden point."""
    x = figure.hidden("X", g.meet(first.at, second.at))
    figure.put(x, first)
    figure.put(x, second)
    return x


def _parallel(figure: Figure, values: Sequence[Value]) -> Claim:
    first, second = _lines(values, 2)
    return Claim((Statement(PARA, (*figure.ends(first), *figure.ends(second))),))


def _perpendicular(figure: Figure, values: Sequence[Value]) -> Claim:
    first, second = _lines(values, 2)
    return Claim((Statement(PERP, (*figure.ends(first), *figure.ends(second))),))


def _on(figure: Figure, values: Sequence[Value]) -> Claim:
    match values:
        case (Point(name), Line() | Circle() as curve):
            return Claim(curve.put(name))
    raise ParseError("∈ stands between a point and a line or circle", None, "write A ∈ f")


def _equal(figure: Figure, values: Sequence[Value]) -> Claim:
    match values:
        case (Point(a), Point(b)):
            return Claim((Statement(OVERLAP, (a, b)),))
        case (Circle() as c, Circle() as d):
            return Claim((Statement(CYCLIC, _union(figure, c.given, d.given, 3, "circles")),))
        case (Line(is_segment=False) as f, Line(is_segment=False) as h):
            return Claim((Statement(COLL, _union(figure, f.ends or (), h.ends or (), 2, "lines")),))
    left, right = (as_quantity(figure, v) for v in values)
    for sine, other in ((left, right), (right, left)):
        if sine.is_sine:
            if other.value != 0:
                raise ParseError("a sine can only be compared with 0", None, "write sin(…) ≟ 0")
            return Claim((_difference(sine.text) or f"{sine.text} = 0",))
    return Claim((_equation(left, right),))


_TURN = r"∠\(([^\s,()]+) ([^\s,()]+), ([^\s,()]+) ([^\s,()]+)\)"
_DIFFERENCE = re.compile(rf"\({_TURN} - (?:{_TURN}|(\d+(?:/\d+)?)°)\)")
_LENGTHS = re.compile(r"\|(\S+) (\S+)\| = \|(\S+) (\S+)\|")


def _difference(text: str) -> Statement | None:
    """The difference of two angles, or of one and a constant, is 0: without the plain language, which is slow."""
    match = _DIFFERENCE.fullmatch(text)
    if match is None:
        return None
    first, second, degrees = match.groups()[:4], match.groups()[4:8], match[9]
    if degrees is None:
        return Statement(EQANGLE, (*first, *second))
    # The angle of an aconst turns from its second line to its first.
    return Statement(ACONST, (*first[2:], *first[:2]), (Fraction(degrees) % 180,))


def _equation(left: Quantity, right: Quantity) -> str | Statement:
    """Angles between lines are compared as such, and others with them."""
    lengths = _LENGTHS.fullmatch(f"{left.text} = {right.text}")
    if lengths is not None:
        return Statement(CONG, lengths.groups())
    if any(q.is_angle and "∠(" in q.text for q in (left, right)):
        return f"{left.turned or left.text} = {right.turned or right.text}"
    return f"{left.text} = {right.text}"


def _union(figure: Figure, first: Sequence[str], second: Sequence[str], least: int, what: str) -> tuple[str, ...]:
    points = tuple(dict.fromkeys(map(figure.name, (*first, *second))))
    if min(len(first), len(second)) < least or len(points) == least:
        raise ParseError(f"these {what} can't be compared", None, f"make each through {least} points, not all the same")
    return points


def _congruent(figure: Figure, values: Sequence[Value]) -> Claim:
    match values:
        case (Polygon(corners=(a, b, c)), Polygon(corners=(d, e, f))):
            return Claim((f"{a} {b} {c} congruent to {d} {e} {f}",))
        case (Circle() as c, Circle() as d) if figure.on(c) and figure.on(d):
            return Claim(
                (
                    f"{length(figure.center(c), figure.on(c)[0]).text} = "
                    f"{length(figure.center(d), figure.on(d)[0]).text}",
                )
            )
    return _equal(figure, values)


def _tangent(figure: Figure, values: Sequence[Value]) -> Claim:
    match values:
        case (Line() as line, Circle() as circle):
            for t in figure.on(line):
                if t in figure.on(circle):
                    other = next(p for p in (*figure.on(line), *figure.ends(line)) if p != t)
                    return Claim((touches(figure, circle, other, t),))
            raise ParseError("where the line touches the circle has no name", None, "make it a point of both")
    raise ParseError("IsTangent needs a line and a circle", None, "write IsTangent(f, c)")


_Relation = Callable[[Figure, Sequence[Value]], Claim]
_RELATIONS: Mapping[str, _Relation] = {"=": _equal, "∥": _parallel, "⟂": _perpendicular, "∈": _on}
_COMMANDS: Mapping[str, _Relation] = {
    "AreCollinear": _collinear, "AreConcyclic": _concyclic, "AreConcurrent": _concurrent, "AreEqual": _equal,
    "AreParallel": _parallel, "ArePerpendicular": _perpendicular, "AreCongruent": _congruent, "IsTangent": _tangent,
}  # fmt: skip
#: Commands that make a boolean, or what holds one.
BOOLEANS = frozenset((*_COMMANDS, "Prove", "ProveDetails"))
assert not BOOLEANS & SPELLINGS.keys()
