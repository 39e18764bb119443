"""Lengths, angles and numbers: as the plain language writes them."""

from __future__ import annotations

from fractions import Fraction

from solver.errors import ParseError
from solver.geogebra.figure import Figure
from solver.geogebra.objects import Line, Quantity
from solver.plane import geometry as g

#: A number of a file is the simple fraction that is this near to it.
NEAR, LARGEST_DENOMINATOR = 1e-9, 1000


def length(a: str, b: str) -> Quantity:
    return Quantity(f"|{a} {b}|")


def angle_at(figure: Figure, a: str, v: str, b: str, is_convex: bool = False) -> Quantity:
    """From ray va counterclockwise to vb, as GeoGebra measures; is_convex: at most 180°, whichever way it turns."""
    turn = g.cross(figure.at[a] - figure.at[v], figure.at[b] - figure.at[v])
    size = f"∠ {a} {v} {b}"
    return Quantity(size if turn >= 0 or is_convex else f"(360° - {size})", f"∠({v} {a}, {v} {b})", is_angle=True)


def question(quantity: Quantity) -> str:
    """The quantity as something to find: of a reflex angle, the angle between its legs."""
    text = quantity.text.removeprefix("(360° - ") if quantity.is_angle else quantity.text
    return text.removesuffix(")") if text != quantity.text else text[1:-1] if text.startswith("(") else text


def angle_between(figure: Figure, first: Line, second: Line) -> Quantity:
    """From the first line to the second, modulo 180°."""
    (a, b), (c, d) = figure.ends(first), figure.ends(second)
    text = f"∠({a} {b}, {c} {d})"
    return Quantity(text, text, is_angle=True)


def as_quantity(figure: Figure, value: object) -> Quantity:
    """A quantity; a segment stands for its length. Raises ParseError."""
    if isinstance(value, Quantity):
        return value
    if isinstance(value, Line) and value.is_segment:
        return length(*figure.ends(value))
    raise ParseError("a length, an angle or a number is needed here", None, "use a segment, Distance or Angle")


def number(value: Fraction, is_angle: bool = False) -> Quantity:
    """is_angle: in degrees."""
    return Quantity(f"{value}{'°' if is_angle else ''}", f"{value}°" if is_angle else "", value, is_angle)


def measured(value: float, is_angle: bool = False) -> Quantity | None:
    """A number of the file as the fraction that it stands for, if it does."""
    fraction = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    return number(fraction, is_angle) if abs(float(fraction) - value) < NEAR * max(1.0, abs(value)) else None


def constant(quantity: Quantity) -> Fraction:
    """Raises ParseError where it isn't constant."""
    if quantity.value is None:
        raise ParseError("a number is needed here", None, "write a number, or use a slider")
    return quantity.value


def arms(angle: Quantity) -> tuple[str, str, str, str]:
    """The lines ab and cd of an angle of the figure. Raises ParseError where it is anything else."""
    words = angle.turned.removeprefix("∠(").removesuffix(")").replace(",", "").split()
    if len(words) != 4 or not angle.turned.startswith("∠("):
        raise ParseError("this can be a constant angle or an angle of the figure", None, "write e.g. 60°")
    a, b, c, d = words
    return a, b, c, d
