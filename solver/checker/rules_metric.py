"""The rules about lengths, sines and squares: one function each, named as in docs/certificate.md.

Lengths have no sign, so wherever a ratio decides a place on a line, the order of the points is a side condition, taken
from the diagram.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import isqrt

from solver.checker.registry import checks
from solver.checker.uses import HALF, Uses, directions, equation, logs, squares
from solver.statements.equation import Equation, Quantity, Theory, segment, sine
from solver.statements.lengths import squared_ratio

#: log sin of an angle in units of π, as exponents of primes.
SPECIAL_SINES: dict[Fraction, dict[int, Fraction]] = {
    Fraction(1, 6): {2: Fraction(-1)},
    Fraction(1, 4): {2: Fraction(-1, 2)},
    Fraction(1, 3): {2: Fraction(-1), 3: Fraction(1, 2)},
    Fraction(1, 2): {},
}

_Six = tuple[str, str, str, str, str, str]


@checks("between")
def between(u: Uses) -> None:
    a, b, c = u.step.points
    u.require_line(a, b, c)
    u.need("in_order", a, b, c)
    u.conclude(equation(Theory.LENGTH, (1, a, b), (1, b, c), (-1, a, c)))


@checks("transfer")
def transfer(u: Uses) -> None:
    claimed = squared_ratio(u.claimed_equation())
    for i, e in u.equations():
        if claimed is not None and squared_ratio(e) == claimed:
            u.mark(i)
            return
    raise u.fail("its premise and its claim don't say the same ratio of two lengths")


def _square_balance(a: str, b: str, c: str, d: str) -> Equation:
    """AC² − AD² − BC² + BD² = 2·(A − B)·(D − C): zero exactly where ab ⟂ cd."""
    return squares((1, a, c), (-1, a, d), (-1, b, c), (1, b, d))


@checks("perp_to_squares")
def perp_to_squares(u: Uses) -> None:
    a, b, c, d = u.step.points
    u.require(directions((1, a, b), (-1, c, d)), HALF)
    u.conclude(_square_balance(a, b, c, d))


@checks("squares_to_perp")
def squares_to_perp(u: Uses) -> None:
    a, b, c, d = u.step.points
    u.require(_square_balance(a, b, c, d))
    u.conclude(directions((1, a, b), (-1, c, d)), offset=HALF)


@checks("stewart")
def stewart(u: Uses) -> None:
    """b = (1 − u)a + uc, where the ratio gives |u| or |u/(1 − u)| and the order of the points the rest."""
    a, b, c, p = u.step.points
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


def _division_ratios(p: _Six) -> tuple[Equation, Equation, Equation]:
    """ab : bc, ab : ac and bc : ac are as de : ef, de : df and ef : df."""
    a, b, c, d, e, f = p
    return (
        logs((1, a, b), (-1, d, e), (-1, b, c), (1, e, f)),
        logs((1, a, b), (-1, d, e), (-1, a, c), (1, d, f)),
        logs((1, b, c), (-1, e, f), (-1, a, c), (1, d, f)),
    )


def _two_lines(u: Uses) -> _Six:
    """The first three of a step's points are known to be collinear, and so are the others."""
    a, b, c, d, e, f = u.step.points
    u.require_line(a, b, c)
    u.require_line(d, e, f)
    return a, b, c, d, e, f


@checks("thales")
def thales(u: Uses) -> None:
    """Parallels that aren't along the first line project it onto the second affinely."""
    a, b, c, d, e, f = p = _two_lines(u)
    rungs = [(x, y) for x, y in ((a, d), (b, e), (c, f)) if x != y]
    if len(rungs) < 2:
        raise u.fail("its two lines are the same")
    if sum(u.has(directions((1, *r), (-1, *s))) for r, s in combinations(rungs, 2)) < len(rungs) - 1:
        raise u.fail("its premises don't say that the lines joining the points are parallel")
    x, y = rungs[0]
    u.need("noncollinear", x, next(z for z in (a, b, c) if z != x), y)
    u.conclude(*_division_ratios(p))


def _divided_alike(u: Uses) -> _Six:
    """Two lines with the points of the second in the order of the first's: then an unsigned ratio is a signed one."""
    a, b, c, d, e, f = p = _two_lines(u)
    if not any(u.has(ratio) for ratio in _division_ratios(p)):
        raise u.fail("its premises don't say that the lines are divided in the same ratio")
    first, second = u.middle(a, b, c), u.middle(d, e, f)
    if (a, b, c).index(first[1]) != (d, e, f).index(second[1]):
        raise u.fail("its two lines have their points in different orders")
    u.need("in_order", *first)
    u.need("in_order", *second)
    return p


@checks("thales_converse")
def thales_converse(u: Uses) -> None:
    """c − f is the combination of a − d and b − e that the ratio gives."""
    a, b, c, d, e, f = _divided_alike(u)
    claims = [directions((1, b, e), (-1, c, f))]
    if a != d:
        u.require(directions((1, a, d), (-1, b, e)))
        claims.append(directions((1, a, d), (-1, c, f)))
    u.conclude(*claims)


@checks("proportion")
def proportion(u: Uses) -> None:
    u.conclude(*_division_ratios(_divided_alike(u)))


def _has_equal_sines(u: Uses, first: tuple[str, str, str], second: tuple[str, str, str]) -> bool:
    """Angles a v b and c w d are known to be equal or supplementary as angles between lines."""
    (a, v, b), (c, w, d) = first, second
    if sine(a, v, b) == sine(c, w, d):
        return True
    return any(u.has(directions((1, v, a), (-1, v, b), (-s, w, c), (s, w, d))) for s in (1, -1))


def _sines(*terms: tuple[int, tuple[str, str, str]], sides: Equation | None = None) -> Equation:
    named = [(sine(*angle), Fraction(c)) for c, angle in terms]
    return Equation.of(Theory.LOG, [*(sides.terms if sides else ()), *named])


@checks("sine_law")
def sine_law(u: Uses) -> None:
    a, b, c, *angles = u.step.points
    first, second = (angles[0], angles[1], angles[2]), (angles[3], angles[4], angles[5])
    for mine, other in (((b, a, c), first), ((a, b, c), second)):
        if not _has_equal_sines(u, mine, other):
            raise u.fail(f"its premises don't say that angles {''.join(mine)} and {''.join(other)} have the same sine")
    u.need("noncollinear", a, b, c)
    u.conclude(_sines((-1, first), (1, second), sides=logs((1, b, c), (-1, a, c))))


def _two_angles(u: Uses) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    a, v, b, c, w, d = u.step.points
    return (a, v, b), (c, w, d)


@checks("sine_equal")
def sine_equal(u: Uses) -> None:
    first, second = _two_angles(u)
    if not _has_equal_sines(u, first, second):
        raise u.fail("its premise doesn't say that the angles are equal or supplementary")
    u.conclude(_sines((1, first), (-1, second)))


def _sine_is(angle: tuple[str, str, str], exponents: dict[int, Fraction]) -> Equation:
    return Equation.of(Theory.LOG, [(sine(*angle), 1)], {p: -k for p, k in exponents.items()})


@checks("sine_value")
def sine_value(u: Uses) -> None:
    a, v, b = u.step.points
    for theta, exponents in SPECIAL_SINES.items():
        if any(u.has(directions((1, v, a), (-1, v, b)), offset) for offset in (theta, -theta)):
            u.conclude(_sine_is((a, v, b), exponents))
            return
    raise u.fail("its premise doesn't say that the angle is one of 30°, 45°, 60°, 90° and their supplements")


@checks("sine_to_angle")
def sine_to_angle(u: Uses) -> None:
    """The sine leaves θ or 180° − θ, in either direction: the diagram chose, except for a right angle."""
    a, v, b = u.step.points
    for theta, exponents in SPECIAL_SINES.items():
        if u.has(_sine_is((a, v, b), exponents)):
            angle = directions((1, v, a), (-1, v, b))
            cases = [Equation.of(Theory.DIRECTION, angle.terms, {1: k}) for k in (theta, -theta)]
            u.conclude(*u.cases(*cases))
            if theta != HALF:
                u.need_branch()
            return
    raise u.fail("its premise doesn't say that the sine is that of 30°, 45°, 60° or 90°")


@checks("sine_to_angles")
def sine_to_angles(u: Uses) -> None:
    """Equal sines leave equal or supplementary angles. At a right angle these meet and the diagram couldn't choose."""
    first, second = (a, v, b), (c, w, d) = _two_angles(u)
    u.require(_sines((1, first), (-1, second)))
    equal, supplementary = (directions((1, v, a), (-1, v, b), (-s, w, c), (s, w, d)) for s in (1, -1))
    u.conclude(*u.cases(equal, supplementary))
    right = Equation.of(Theory.DIRECTION, directions((1, v, a), (-1, v, b)).terms, {1: HALF})
    u.need_apart((a, v, b), right)
    u.need_branch()


def _power_side(u: Uses, p: str, a: str, b: str, o: str) -> int:
    """What makes |pa|·|pb| the power of p is among the premises; the power's sign: + outside the circle, − inside."""
    if o == p and a == b:
        return -1  # the bare square |pa|²: the circle about p through a
    if a == b:
        u.require(directions((1, p, a), (-1, o, a)), HALF)
    else:
        u.require(logs((1, o, a), (-1, o, b)))
        u.require_line(p, a, b)
        u.need("distinct", a, b)
    outside = abs(u.at[p] - u.at[o]) > abs(u.at[o] - u.at[a])
    u.need("out_of_disk" if outside else "in_disk", p, o, a)
    return 1 if outside else -1


def _powers(u: Uses) -> tuple[Equation, Equation]:
    """The equation of products and that of squares."""
    p, a, b, o, q, c, d, w = u.step.points
    s, t = _power_side(u, p, a, b, o), _power_side(u, q, c, d, w)
    products = logs((1, p, a), (1, p, b), (-1, q, c), (-1, q, d))
    return products, squares((s, p, o), (-s, o, a), (-t, q, w), (t, w, c))


@checks("power_to_squares")
def power_to_squares(u: Uses) -> None:
    products, differences = _powers(u)
    u.require(products)
    u.conclude(differences)


@checks("squares_to_power")
def squares_to_power(u: Uses) -> None:
    products, differences = _powers(u)
    u.require(differences)
    u.conclude(products)
