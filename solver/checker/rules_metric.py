"""The rules about lengths, sines and squares: one function each, named as in docs/certificate.md.

Lengths have no sign, so wherever a ratio decides a place on a line, the order of the points is a side condition, taken
from the diagram.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import isqrt

from solver.checker.uses import HALF, Uses, checks, directions, equation, logs, squares
from solver.statements.equation import Equation, Quantity, Theory, segment, sine
from solver.statements.lengths import squared_ratio

#: log sin of an angle in units of π, as exponents of primes.
SPECIAL_SINES: dict[Fraction, dict[int, Fraction]] = {
    Fraction(1, 6): {2: Fraction(-1)},
    Fraction(1, 4): {2: Fraction(-1, 2)},
    Fraction(1, 3): {2: Fraction(-1), 3: Fraction(1, 2)},
    Fraction(1, 2): {},
}

#: A point of an arm, the vertex, a point of the other arm.
_Angle = tuple[str, str, str]


@checks("between")
def between(u: Uses, a: str, b: str, c: str) -> None:
    u.require_line(a, b, c)
    u.need("in_order", a, b, c)
    u.conclude(equation(Theory.LENGTH, (1, a, b), (1, b, c), (-1, a, c)))


@checks("transfer")
def transfer(u: Uses) -> None:
    claimed = squared_ratio(u.claimed_equation())
    number = next((i for i, e in u.equations() if claimed is not None and squared_ratio(e) == claimed), None)
    u.mark(u.found(number, "its premise and its claim don't say the same ratio of two lengths"))


def _either_way(u: Uses, forwards: str, given: Equation, concluded: Equation) -> None:
    """A rule and its converse. forwards: the name of that which concludes what is to be concluded."""
    first, second = (given, concluded) if u.step.rule == forwards else (concluded, given)
    u.require(first)
    u.conclude(second)


@checks("perp_to_squares", "squares_to_perp")
def perpendicular(u: Uses, a: str, b: str, c: str, d: str) -> None:
    """AC² − AD² − BC² + BD² = 2·(A − B)·(D − C): zero exactly where ab ⟂ cd."""
    balance = squares((1, a, c), (-1, a, d), (-1, b, c), (1, b, d))
    _either_way(u, "perp_to_squares", directions((1, a, b), (-1, c, d), constant=HALF), balance)


@checks("stewart")
def stewart(u: Uses, a: str, b: str, c: str, p: str) -> None:
    """b = (1 − u)a + uc, where the ratio gives |u| or |u/(1 − u)| and the order of the points the rest."""
    u.require_line(a, b, c)
    first, inner, last = u.middle(a, b, c)
    u.need("in_order", first, inner, last)
    for i, e in u.equations():  # noqa: B007 (it is used after the loop)
        ratio = _root_ratio(e, segment(a, b), segment(a, c))
        if ratio is not None:  # ab : ac
            part = -ratio if inner == a else ratio
            break
        ratio = _root_ratio(e, segment(a, b), segment(b, c))
        if ratio is not None and (inner == b or ratio != 1):  # ab : bc
            part = ratio / (1 + ratio) if inner == b else ratio / (ratio - 1)
            break
    else:
        raise u.fail(f"its premises don't say a rational ratio of {a}{b} to {a}{c} or to {b}{c}")
    u.mark(i)
    rest = 1 - part
    u.conclude(squares((1, p, b), (-rest, p, a), (-part, p, c), (part * rest, a, c)))


def _root_ratio(e: Equation, x: Quantity, y: Quantity) -> Fraction | None:
    """|x| : |y| where an equation says it and it is rational."""
    found = squared_ratio(e)
    if found is None or {x, y} != set(found[:2]):
        return None
    square = found[2] if found[0] == x else 1 / found[2]
    root = Fraction(isqrt(square.numerator), isqrt(square.denominator))
    return root if root * root == square else None


def _division_ratios(a: str, b: str, c: str, d: str, e: str, f: str) -> tuple[Equation, Equation, Equation]:
    """ab : bc, ab : ac and bc : ac are as de : ef, de : df and ef : df."""
    return (
        logs((1, a, b), (-1, d, e), (-1, b, c), (1, e, f)),
        logs((1, a, b), (-1, d, e), (-1, a, c), (1, d, f)),
        logs((1, b, c), (-1, e, f), (-1, a, c), (1, d, f)),
    )


@checks("thales")
def thales(u: Uses, a: str, b: str, c: str, d: str, e: str, f: str) -> None:
    """Parallels that aren't along the first line project it onto the second affinely."""
    u.require_line(a, b, c)
    u.require_line(d, e, f)
    rungs = [(x, y) for x, y in ((a, d), (b, e), (c, f)) if x != y]
    u.refuse_unless(len(rungs) >= 2, "its two lines are the same")
    if sum(u.has(directions((1, *r), (-1, *s))) for r, s in combinations(rungs, 2)) < len(rungs) - 1:
        raise u.fail("its premises don't say that the lines joining the points are parallel")
    x, y = rungs[0]
    u.need("noncollinear", x, next(z for z in (a, b, c) if z != x), y)
    u.conclude(*_division_ratios(a, b, c, d, e, f))


def _require_divided_alike(u: Uses, a: str, b: str, c: str, d: str, e: str, f: str) -> None:
    """Two lines with the points of the second in the order of the first's: then an unsigned ratio is a signed one."""
    u.require_line(a, b, c)
    u.require_line(d, e, f)
    is_known = any(map(u.has, _division_ratios(a, b, c, d, e, f)))
    u.refuse_unless(is_known, "its premises don't say that the lines are divided in the same ratio")
    first, second = u.middle(a, b, c), u.middle(d, e, f)
    is_alike = (a, b, c).index(first[1]) == (d, e, f).index(second[1])
    u.refuse_unless(is_alike, "its two lines have their points in different orders")
    u.need("in_order", *first)
    u.need("in_order", *second)


@checks("thales_converse")
def thales_converse(u: Uses, a: str, b: str, c: str, d: str, e: str, f: str) -> None:
    """c − f is the combination of a − d and b − e that the ratio gives."""
    _require_divided_alike(u, a, b, c, d, e, f)
    claims = [directions((1, b, e), (-1, c, f))]
    if a != d:
        u.require(directions((1, a, d), (-1, b, e)))
        claims.append(directions((1, a, d), (-1, c, f)))
    u.conclude(*claims)


@checks("proportion")
def proportion(u: Uses, *points: str) -> None:
    _require_divided_alike(u, *points)
    u.conclude(*_division_ratios(*points))


def _alike(first: _Angle, second: _Angle) -> tuple[Equation, Equation]:
    """Two angles between lines are equal, or supplementary."""
    (a, v, b), (c, w, d) = first, second
    equal, supplementary = (directions((1, v, a), (-1, v, b), (-s, w, c), (s, w, d)) for s in (1, -1))
    return equal, supplementary


def _require_equal_sines(u: Uses, first: _Angle, second: _Angle) -> None:
    if sine(*first) != sine(*second) and not any(map(u.has, _alike(first, second))):
        raise u.fail(f"its premises don't say that angles {''.join(first)} and {''.join(second)} have the same sine")


def _sines(*terms: tuple[int, _Angle], sides: Equation | None = None) -> Equation:
    named = [(sine(*angle), Fraction(c)) for c, angle in terms]
    return Equation.of(Theory.LOG, [*(sides.terms if sides else ()), *named])


@checks("sine_law")
def sine_law(u: Uses, a: str, b: str, c: str, *angles: str) -> None:
    first, second = (angles[0], angles[1], angles[2]), (angles[3], angles[4], angles[5])
    _require_equal_sines(u, (b, a, c), first)
    _require_equal_sines(u, (a, b, c), second)
    u.need("noncollinear", a, b, c)
    u.conclude(_sines((-1, first), (1, second), sides=logs((1, b, c), (-1, a, c))))


@checks("sine_equal")
def sine_equal(u: Uses, a: str, v: str, b: str, c: str, w: str, d: str) -> None:
    _require_equal_sines(u, (a, v, b), (c, w, d))
    u.conclude(_sines((1, (a, v, b)), (-1, (c, w, d))))


def _special(a: str, v: str, b: str) -> Iterator[tuple[Fraction, Equation, tuple[Equation, Equation]]]:
    """The angles of the table, with what says that ∠avb has such a sine, and that it is such an angle, in either direction."""
    for theta, exponents in SPECIAL_SINES.items():
        has_sine = Equation.of(Theory.LOG, [(sine(a, v, b), 1)], {p: -k for p, k in exponents.items()})
        left, right = (directions((1, v, a), (-1, v, b), constant=k) for k in (theta, -theta))
        yield theta, has_sine, (left, right)


@checks("sine_value")
def sine_value(u: Uses, a: str, v: str, b: str) -> None:
    has_sine = next((has_sine for _, has_sine, ways in _special(a, v, b) if any(map(u.has, ways))), None)
    said = "its premise doesn't say that the angle is one of 30°, 45°, 60°, 90° and their supplements"
    u.conclude(u.found(has_sine, said))


@checks("sine_to_angle")
def sine_to_angle(u: Uses, a: str, v: str, b: str) -> None:
    """The sine leaves θ or 180° − θ, in either direction: the diagram chose, except for a right angle."""
    known = next(((theta, ways) for theta, has_sine, ways in _special(a, v, b) if u.has(has_sine)), None)
    theta, ways = u.found(known, "its premise doesn't say that the sine is that of 30°, 45°, 60° or 90°")
    u.conclude(*u.cases(*ways))
    if theta != HALF:
        u.need("branch")


@checks("sine_to_angles")
def sine_to_angles(u: Uses, a: str, v: str, b: str, c: str, w: str, d: str) -> None:
    """Equal sines leave equal or supplementary angles. At a right angle these meet and the diagram couldn't choose."""
    first, second = (a, v, b), (c, w, d)
    u.require(_sines((1, first), (-1, second)))
    u.conclude(*u.cases(*_alike(first, second)))
    u.need_apart(first, directions((1, v, a), (-1, v, b), constant=HALF))
    u.need("branch")


def _power_side(u: Uses, p: str, a: str, b: str, o: str) -> int:
    """What makes |pa|·|pb| the power of p is among the premises; the power's sign: + outside the circle, − inside."""
    if o == p and a == b:
        return -1  # the bare square |pa|²: the circle about p through a
    if a == b:
        u.require(directions((1, p, a), (-1, o, a), constant=HALF))
    else:
        u.require(logs((1, o, a), (-1, o, b)))
        u.require_line(p, a, b)
        u.need("distinct", a, b)
    outside = abs(u.at[p] - u.at[o]) > abs(u.at[o] - u.at[a])
    u.need("out_of_disk" if outside else "in_disk", p, o, a)
    return 1 if outside else -1


@checks("power_to_squares", "squares_to_power")
def power(u: Uses, p: str, a: str, b: str, o: str, q: str, c: str, d: str, w: str) -> None:
    """|pa|·|pb| = |qc|·|qd|, and the same of the powers' squares."""
    s, t = _power_side(u, p, a, b, o), _power_side(u, q, c, d, w)
    products = logs((1, p, a), (1, p, b), (-1, q, c), (-1, q, d))
    _either_way(u, "power_to_squares", products, squares((s, p, o), (-s, o, a), (-t, q, w), (t, w, c)))
