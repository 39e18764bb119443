"""What expressions of a construction mean: objects, quantities, points as sums of points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from solver.errors import ParseError
from solver.geogebra import curves
from solver.geogebra.commands import COMMANDS, SPELLINGS, run
from solver.geogebra.expression import Call, Name, Number, Operation, Tree
from solver.geogebra.figure import Figure
from solver.geogebra.making import Making
from solver.geogebra.objects import Circle, Line, Point, Polygon, Quantity, Unread, Value
from solver.geogebra.polygons import centroid
from solver.geogebra.quantities import as_quantity, number
from solver.geogebra.transformations import dilated
from solver.language.syntax import nearest, shown
from solver.plane import loci

_HALF_TURN = number(Fraction(180), is_angle=True)
#: What can be done where porism can't read how an object is made.
INSTEAD = (
    "make it with lines, circles and Intersect; or make the point free and say what holds as a boolean named given1"
)


def value(
    figure: Figure, tree: Tree, labels: Sequence[str] = ("",), lines: Mapping[str, loci.Line] | None = None
) -> Value:
    """The object that the expression is. Raises ParseError."""
    return values(figure, tree, labels, lines)[0]


def values(
    figure: Figure, tree: Tree, labels: Sequence[str], lines: Mapping[str, loci.Line] | None = None
) -> Sequence[Value]:
    """The objects that a command makes, one for each label; of other expressions, one. Raises ParseError."""
    match tree:
        case Number(amount):
            return (number(amount),)
        case Name(label):
            return (_named(figure, label),)
        case Call("sin", (argument,)):
            angle = as_quantity(figure, value(figure, argument))
            return (Quantity(angle.turned, is_sine=True),)
        case Call(name, arguments):
            return _made(figure, SPELLINGS.get(name, name), arguments, labels, lines or {})
    assert isinstance(tree, Operation)
    if tree.operator == "pair":
        if labels[0]:
            return (Point(figure.point(labels[0])),)
        raise ParseError("a point that is given by numbers needs a name", None, "make it a point of its own")
    combination = _combination(figure, tree)
    if combination is not None:
        return (Point(_combined(figure, combination, labels[0])),)
    return (_computed(figure, tree),)


def _named(figure: Figure, label: str) -> Value:
    if label in ("π", "pi"):
        return _HALF_TURN
    found = figure.objects.get(label)
    if found is None:
        raise ParseError(
            f"{shown(label)} isn't defined in this figure",
            None,
            nearest(label, figure.objects, "use an object of the figure"),
        )
    if isinstance(found, Unread):
        raise ParseError(found.message, None, found.hint)
    return Point(figure.name(found.name)) if isinstance(found, Point) else found


def _made(
    figure: Figure, name: str, arguments: Sequence[Tree], labels: Sequence[str], lines: Mapping[str, loci.Line]
) -> Sequence[Value]:
    if name not in COMMANDS:
        raise ParseError(f"porism can't read the command {shown(name)}", None, nearest(name, COMMANDS, INSTEAD))
    match name, arguments:
        case "Point", (first, _) if isinstance(curve := value(figure, first), Line | Circle | Polygon):
            # A parameter says where on the curve the point was put: its place, which the file has, not a premise.
            return run(Making(figure, labels, lines), name, [curve])
        case "Line", (first, Call("Rotate", (second, angle, third))) if first == third:
            v, p = (value(figure, tree) for tree in (first, second))
            if isinstance(v, Point) and isinstance(p, Point):
                return (curves.turned_line(figure, v.name, p.name, as_quantity(figure, value(figure, angle))),)
        case "Circle", (Call("Midpoint", (first, second)), third) if third in (first, second):
            ends = [value(figure, tree) for tree in (first, second)]
            if all(isinstance(end, Point) for end in ends):
                return (curves.circle_on_diameter(figure, *(end.name for end in ends if isinstance(end, Point))),)
    return run(Making(figure, labels, lines), name, [value(figure, argument) for argument in arguments])


# Quantities.


def _computed(figure: Figure, tree: Operation) -> Quantity:
    parts = [as_quantity(figure, value(figure, operand)) for operand in tree.operands]
    first, operator = parts[0], tree.operator
    if operator == "°":
        if first.value is None:
            raise ParseError("° stands after a number", None, "write e.g. 30°")
        return number(first.value, is_angle=True)
    if len(parts) == 1:
        parts = [number(Fraction(0)), first]
    exact = [p.value for p in parts if p.value is not None]
    if len(exact) == 2:
        return number(_calculated(operator, *exact), any(p.is_angle for p in parts))
    return _joined(operator, parts)


def _calculated(operator: str, a: Fraction, b: Fraction) -> Fraction:
    match operator:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/" if b:
            return a / b
        case "^" if b.denominator == 1 and 0 <= b <= 10 and abs(a) <= 10**6:
            return Fraction(a**b.numerator)
    raise ParseError("porism can't compute this number", None, "write it out")


def _joined(operator: str, parts: Sequence[Quantity]) -> Quantity:
    if any(p.is_sine for p in parts):
        raise ParseError("a sine can only be compared with 0", None, "write sin(…) ≟ 0")
    is_angle = any(p.is_angle for p in parts)
    text, turned = (f" {operator} ".join(t) for t in ([p.text for p in parts], [p.turned or p.text for p in parts]))
    return Quantity(f"({text})", f"({turned})" if is_angle else "", is_angle=is_angle)


# Points as sums of points.

_Combination = dict[str, Fraction]


def _combination(figure: Figure, tree: Tree) -> _Combination | None:
    """Coefficients of points; None where the expression isn't a sum of points."""
    match tree:
        case Name(label) if isinstance(point := figure.objects.get(label), Point):
            return {figure.name(point.name): Fraction(1)}
        case Operation("-", (operand,)):
            return _scaled(_combination(figure, operand), Fraction(-1))
        case Operation("+" | "-" as operator, (left, right)):
            first, second = _combination(figure, left), _combination(figure, right)
            second = _scaled(second, Fraction(1 if operator == "+" else -1))
            if first is None or second is None:
                return None
            return {p: first.get(p, Fraction(0)) + second.get(p, Fraction(0)) for p in {**first, **second}}
        case Operation("*", (left, right)):
            for factor, operand in ((left, right), (right, left)):
                amount = _number(factor)
                if amount is not None:
                    return _scaled(_combination(figure, operand), amount)
        case Operation("/", (left, right)):
            amount = _number(right)
            if amount:
                return _scaled(_combination(figure, left), 1 / amount)
    return None


def _number(tree: Tree) -> Fraction | None:
    match tree:
        case Number(amount):
            return amount
        case Operation("/", (Number(above), Number(below))) if below:
            return above / below
    return None


def _scaled(combination: _Combination | None, factor: Fraction) -> _Combination | None:
    return None if combination is None else {p: factor * c for p, c in combination.items()}


def _combined(figure: Figure, combination: _Combination, label: str) -> str:
    """The point with these coefficients, in words of the constructive language."""
    terms = sorted(((c, p) for p, c in combination.items() if c), key=lambda term: term[0])
    coefficients = [c for c, _ in terms]
    points = [p for _, p in terms]
    if coefficients == [1]:
        return figure.alias(label, points[0])
    if len(terms) == 2 and sum(coefficients) == 1:
        return dilated(figure, label, points[0], points[1], number(coefficients[0]))
    if coefficients == [-1, 1, 1]:
        return figure.construct(label, "parallelogram", points[1], points[0], points[2])
    if coefficients == [Fraction(1, 3)] * 3:
        return centroid(figure, label, *points)
    raise ParseError(
        "porism can't read this sum of points",
        None,
        "it reads (A + B) / 2, (A + B + C) / 3, A + B - C and A + 2 (B - A)",
    )
