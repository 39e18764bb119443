"""The predicates: each declared once, with its arity, its equations and its sentence.

Parsers, diagram, engine, checker and renderers read this one table. Names follow AlphaGeometry
(Trinh et al., Nature 625, 2024). Angles in a statement are degrees, as its users write them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import TypeGuard

from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.expression import Expression, dimension, points_of, renamed, written
from solver.statements.expression_data import MOST_DIGITS, from_data, height
from solver.statements.meaning import linear

Equations = Callable[[tuple[str, ...], tuple[Fraction, ...]], tuple[Equation, ...]]


Groups = Callable[[tuple[str, ...]], Sequence[tuple[str, ...]]]


def _segments(p: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
    return list(zip(p[::2], p[1::2], strict=True))


def _all(p: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
    return [p]


def _triangles(p: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
    return [p[:3], p[3:]]


@dataclass(frozen=True, eq=False)
class Predicate:
    """A relation among points. Each is one object, told from others by being another one.

    points: how many, least and most (None: any number).
    per_pair: whether a number for each pair of points follows the points. constants: how many (more) numbers follow.
    apart: the groups of its points that must be different from each other, segments unless said otherwise.
    equations: its linear meaning, DIRECTION equations modulo 1 (not lifted). `cyclic` and `overlap` have none that
        is equivalent: theirs are necessary conditions, used to test and to solve numerically.
    sentence: words with {0}, {1}, … for points, {all} for all of them, {k} for the constants.
    """

    name: str
    points: tuple[int, int | None]
    sentence: str
    equations: Equations = field(repr=False, compare=False)
    constants: int = 0
    per_pair: bool = False
    is_question: bool = False
    apart: Groups = field(default=_segments, repr=False, compare=False)

    def numbers(self, points: int) -> int:
        """How many numbers follow the points. points: their number."""
        return self.constants + (points // 2 if self.per_pair else 0)

    def __reduce__(self) -> tuple[Callable[[str], Predicate], tuple[str]]:
        return _of_name, (self.name,)  # between processes, too, a predicate is one of the table


@dataclass(frozen=True)
class Statement:
    """A predicate applied to named points, e.g. `perp a b c d`; `aconst a b c d 30` has the constant 30 (degrees).

    expression: what `quantity` says is 0, and `find` asks for; its points are those of the statement.
    """

    predicate: Predicate
    points: tuple[str, ...]
    constants: tuple[Fraction, ...] = ()
    expression: Expression | None = None

    @staticmethod
    def about(predicate: Predicate, expression: Expression) -> Statement:
        """That an expression is 0, or the question what it is."""
        return Statement(predicate, points_of(expression), (), expression)

    def equations(self) -> tuple[Equation, ...]:
        """Its linear meaning; trivial and degenerate (zero-length) parts are left out."""
        return self._equations

    @cached_property
    def _equations(self) -> tuple[Equation, ...]:
        # Kept: a checker asks one premise for them hundreds of times.
        if self.predicate is QUANTITY and self.expression is not None:
            return tuple(e for e in linear(self.expression) if not e.is_trivial)
        return tuple(e for e in self.predicate.equations(self.points, self.constants) if not e.is_trivial)

    def renamed(self, names: Mapping[str, str]) -> Statement:
        """The same of other points."""
        expression = None if self.expression is None else renamed(self.expression, names)
        return Statement(self.predicate, tuple(names[p] for p in self.points), self.constants, expression)

    def repeated_point(self) -> str | None:
        """A point that it names twice where two different ones are needed: it would speak of a segment aa, say."""
        for group in self.predicate.apart(self.points):
            for i, p in enumerate(group):
                if p in group[:i]:
                    return p
        return None

    def __repr__(self) -> str:
        return f"<Statement {self}>"

    def __str__(self) -> str:
        if self.expression is not None:
            return f"{self.predicate.name} {written(self.expression)}"
        return " ".join((self.predicate.name, *self.points, *map(str, self.constants)))


def unmeant(statement: Statement) -> str | None:
    """Why a statement has no meaning; None where it has one.

    It takes as many points and numbers as its predicate does, names no point twice where two are needed. Ratios, and powers
    of lengths, have a positive value and no unit; multiples of directions, which count modulo 180°, are whole.
    """
    k, predicate, count = statement.constants, statement.predicate, len(statement.points)
    least, most = predicate.points
    if count < least or (most is not None and count > most) or (predicate.per_pair and count % 2):
        return f"{predicate.name} can't take {count} points"
    if len(k) != predicate.numbers(count):
        return f"{predicate.name} can't take {len(k)} constants"
    if (twice := statement.repeated_point()) is not None:
        return f"{statement} names {twice} twice where two different points are needed"
    if statement.predicate is RCONST and k[0] <= 0:
        return "a ratio of lengths is positive"
    if statement.predicate is DISTMEQ and k[-1] <= 0:
        return "the value of a product of lengths is positive"
    if statement.predicate is DISTMEQ and sum(k[:-1]) != 0:
        return "the powers of the lengths must add up to 0, figures having no scale"
    if statement.predicate is ANGEQ and any(c.denominator != 1 for c in k[:-1]):
        return "directions are taken whole numbers of times"
    if statement.predicate is ANGEQ and sum(k[:-1]) != 0:
        return "the multiples of the directions must add up to 0: only angles have a meaning"
    return None


def _equation(
    theory: Theory, terms: list[tuple[int, str, str]], constants: dict[int, Fraction | int] | None = None
) -> Equation:
    """Terms given as (coefficient, a, b)."""
    return Equation.of(theory, [(segment(a, b), c) for c, a, b in terms], constants)


def _directions(*terms: tuple[int, str, str], constant: Fraction | int = 0) -> Equation:
    if any(a == b for _, a, b in terms):
        return Equation(Theory.DIRECTION, ())
    return _equation(Theory.DIRECTION, list(terms), {1: constant})


def _logs(*terms: tuple[int, str, str], ratio: Fraction = Fraction(1)) -> Equation:
    """Σ c·log|ab| = log ratio."""
    if any(a == b for _, a, b in terms):
        return Equation(Theory.LOG, ())
    constants = {p: -e for p, e in prime_exponents(ratio).items()}
    return _equation(Theory.LOG, list(terms), dict(constants))


def prime_exponents(ratio: Fraction) -> dict[int, int]:
    """The exponents of the primes of a positive rational: 12/5 ↦ {2: 2, 3: 1, 5: -1}. Raises ValueError if ≤ 0."""
    if ratio <= 0:
        raise ValueError(f"{ratio} has no logarithm")
    exponents: dict[int, int] = {}
    for number, sign in ((ratio.numerator, 1), (ratio.denominator, -1)):
        prime = 2
        while number > 1:
            if prime * prime > number:
                prime = number
            while number % prime == 0:
                number //= prime
                exponents[prime] = exponents.get(prime, 0) + sign
            prime += 1
    return exponents


def _coll(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    # Any two pairs among the points would do; where the first two coincide, a reordered statement says the same.
    return tuple(_directions((1, p[0], p[1]), (-1, p[0], x)) for x in p[2:])


def _para(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    return (_directions((1, p[0], p[1]), (-1, p[2], p[3])),)


def _perp(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    return (_directions((1, p[0], p[1]), (-1, p[2], p[3]), constant=Fraction(1, 2)),)


def _cong(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    return (_logs((1, p[0], p[1]), (-1, p[2], p[3])),)


def _eqangle(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    a, b, c, d, e, f, g, h = p
    return (_directions((1, c, d), (-1, a, b), (-1, g, h), (1, e, f)),)


def _eqratio(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    a, b, c, d, e, f, g, h = p
    return (_logs((1, a, b), (-1, c, d), (-1, e, f), (1, g, h)),)


def _aconst(p: tuple[str, ...], k: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    # The angle of an aconst runs from cd to ab, opposite to eqangle: so its users' files have it.
    return (_directions((1, p[0], p[1]), (-1, p[2], p[3]), constant=-k[0] / 180),)


def _rconst(p: tuple[str, ...], k: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    return (_logs((1, p[0], p[1]), (-1, p[2], p[3]), ratio=k[0]),)


def _terms(p: tuple[str, ...], k: tuple[Fraction, ...]) -> list[tuple[Quantity, Fraction]]:
    """A number times each segment, those of length 0 left out."""
    return [(segment(a, b), c) for a, b, c in zip(p[::2], p[1::2], k, strict=True) if a != b]


def _distseq(p: tuple[str, ...], k: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    return (Equation.of(Theory.LENGTH, _terms(p, k)),)


def _sqdistseq(p: tuple[str, ...], k: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    return (Equation.of(Theory.SQUARE, _terms(p, k)),)


def _distmeq(p: tuple[str, ...], k: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    if any(a == b for a, b in _segments(p)):
        return ()
    constants = {prime: -e for prime, e in prime_exponents(k[-1]).items()}
    return (Equation.of(Theory.LOG, _terms(p, k[:-1]), constants),)


def _angeq(p: tuple[str, ...], k: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    if any(a == b for a, b in _segments(p)):
        return ()
    return (Equation.of(Theory.DIRECTION, _terms(p, k[:-1]), {1: -k[-1] / 180 % 1}),)


def _cyclic(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    a, b, c = p[:3]
    return tuple(_directions((1, a, c), (-1, b, c), (-1, a, d), (1, b, d)) for d in p[3:])


def _circle(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    return tuple(_logs((1, p[0], p[1]), (-1, p[0], x)) for x in p[2:])


def _midp(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    m, a, b = p
    return _directions((1, m, a), (-1, m, b)), _logs((1, m, a), (-1, m, b))


def _similar(sign: int) -> Equations:
    def equations(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
        first, second = p[:3], p[3:]
        angles = []
        for v in range(3):
            u, w = (v + 1) % 3, (v + 2) % 3
            angles.append(
                _directions(
                    (1, first[v], first[w]),
                    (-1, first[v], first[u]),
                    (-sign, second[v], second[w]),
                    (sign, second[v], second[u]),
                )
            )
        sides = list(combinations(range(3), 2))
        ratios = [
            _logs(
                (1, first[i], first[j]),
                (-1, second[i], second[j]),
                (-1, first[k], first[m]),
                (1, second[k], second[m]),
            )
            for (i, j), (k, m) in combinations(sides, 2)
        ]
        return (*angles, *ratios)

    return equations


def _congruent(sign: int) -> Equations:
    similar = _similar(sign)

    def equations(p: tuple[str, ...], k: tuple[Fraction, ...]) -> tuple[Equation, ...]:
        first, second = p[:3], p[3:]
        sides = tuple(_logs((1, first[i], first[j]), (-1, second[i], second[j])) for i, j in combinations(range(3), 2))
        return (*similar(p, k)[:3], *sides)

    return equations


def _overlap(p: tuple[str, ...], _: tuple[Fraction, ...]) -> tuple[Equation, ...]:
    return ()


COLL = Predicate("coll", (3, None), "{all} are collinear", _coll, apart=_all)
PARA = Predicate("para", (4, 4), "{0}{1} ∥ {2}{3}", _para)
PERP = Predicate("perp", (4, 4), "{0}{1} ⟂ {2}{3}", _perp)
CONG = Predicate("cong", (4, 4), "{0}{1} = {2}{3}", _cong)
EQANGLE = Predicate("eqangle", (8, 8), "∠({0}{1},{2}{3}) = ∠({4}{5},{6}{7})", _eqangle)
EQRATIO = Predicate("eqratio", (8, 8), "{0}{1} : {2}{3} = {4}{5} : {6}{7}", _eqratio)
CYCLIC = Predicate("cyclic", (4, None), "{all} are concyclic", _cyclic, apart=_all)
CIRCLE = Predicate("circle", (4, None), "{0} is the center of the circle through {rest}", _circle, apart=_all)
MIDP = Predicate("midp", (3, 3), "{0} is the midpoint of {1}{2}", _midp, apart=_all)
SIMTRI = Predicate("simtri", (6, 6), "△{0}{1}{2} ∼ △{3}{4}{5}", _similar(1), apart=_triangles)
SIMTRIR = Predicate("simtrir", (6, 6), "△{0}{1}{2} ∼ △{3}{4}{5} (oppositely oriented)", _similar(-1), apart=_triangles)
CONTRI = Predicate("contri", (6, 6), "△{0}{1}{2} ≅ △{3}{4}{5}", _congruent(1), apart=_triangles)
CONTRIR = Predicate(
    "contrir", (6, 6), "△{0}{1}{2} ≅ △{3}{4}{5} (oppositely oriented)", _congruent(-1), apart=_triangles
)
ACONST = Predicate("aconst", (4, 4), "∠({2}{3},{0}{1}) = {k}°", _aconst, constants=1)
RCONST = Predicate("rconst", (4, 4), "{0}{1} : {2}{3} = {k}", _rconst, constants=1)
# Linear equations by the names of AlphaGeometry2 (Chervonyi et al., 2025): Σ k·|ab| = 0; Π |ab|^k = r; Σ k·d(ab) = r°;
# and Σ k·|ab|² = 0, which is ours.
DISTSEQ = Predicate("distseq", (4, None), "{equation}", _distseq, per_pair=True)
SQDISTSEQ = Predicate("sqdistseq", (4, None), "{equation}", _sqdistseq, per_pair=True)
DISTMEQ = Predicate("distmeq", (4, None), "{equation}", _distmeq, per_pair=True, constants=1)
ANGEQ = Predicate("angeq", (4, None), "{equation}", _angeq, per_pair=True, constants=1)
OVERLAP = Predicate("overlap", (2, 2), "{0} and {1} are the same point", _overlap, apart=_all)
ACOMPUTE = Predicate("acompute", (4, 4), "find ∠({2}{3},{0}{1})", lambda p, k: (), is_question=True)
RCOMPUTE = Predicate("rcompute", (4, 4), "find {0}{1} : {2}{3}", lambda p, k: (), is_question=True)
FIND = Predicate("find", (2, None), "find {expression}", lambda p, k: (), is_question=True, apart=lambda p: ())
GREATEST = Predicate(
    "greatest", (2, None), "find max {expression}", lambda p, k: (), is_question=True, apart=lambda p: ()
)
LEAST = Predicate("least", (2, None), "find min {expression}", lambda p, k: (), is_question=True, apart=lambda p: ())
QUANTITY = Predicate("quantity", (2, None), "{expression}", lambda p, k: (), apart=lambda p: ())
# Inequalities: an expression is positive, or isn't negative.
GREATER = Predicate("greater", (2, None), "{expression}", lambda p, k: (), apart=lambda p: ())
AT_LEAST = Predicate("at_least", (2, None), "{expression}", lambda p, k: (), apart=lambda p: ())
EXPLORE = Predicate("explore", (0, 0), "what can be said?", lambda p, k: (), is_question=True)

PREDICATES: dict[str, Predicate] = {
    p.name: p
    for p in (
        COLL, PARA, PERP, CONG, EQANGLE, EQRATIO, CYCLIC, CIRCLE, MIDP, SIMTRI, SIMTRIR, CONTRI, CONTRIR,
        ACONST, RCONST, DISTSEQ, SQDISTSEQ, DISTMEQ, ANGEQ, OVERLAP, ACOMPUTE, RCOMPUTE, EXPLORE,
    )
}  # fmt: skip


#: What is said of the sign of an expression.
INEQUALITIES = (GREATER, AT_LEAST)
#: Questions for the greatest or the least value that an expression has in figures of a statement.
EXTREMES = (GREATEST, LEAST)
#: How an expression is compared with 0.
SIGNS: dict[Predicate, str] = {QUANTITY: "=", GREATER: ">", AT_LEAST: "≥"}


def read_quantity(predicate: Predicate, points: tuple[str, ...], data: object) -> Statement:
    """What is said of an expression in the form of JSON. Raises ValueError where it has other points, or no one dimension."""
    e = from_data(data)
    dimension(e)
    if height(e) > MOST_DIGITS:
        raise ValueError("its numbers are too long")
    statement = Statement.about(predicate, e)
    if predicate not in (QUANTITY, *INEQUALITIES) or statement.points != points:
        raise ValueError("an expression stands in a quantity of its points, and only there")
    return statement


#: Predicates of an expression, which has no points beside its own: no language of predicates has them.
OF_EXPRESSIONS: dict[str, Predicate] = {p.name: p for p in (QUANTITY, FIND, GREATER, AT_LEAST, GREATEST, LEAST)}


def _of_name(name: str) -> Predicate:
    return PREDICATES.get(name) or OF_EXPRESSIONS[name]


#: What a proof can state: a predicate on points, or an equation between quantities.
Claim = Statement | Equation


def equations_of(claim: Claim) -> Sequence[Equation]:
    """The equation that a claim is, or those that it means (of `cyclic` and `overlap`, some that follow)."""
    return (claim,) if isinstance(claim, Equation) else claim.equations()


def is_inequality(claim: Claim) -> TypeGuard[Statement]:
    """Whether it says that an expression is positive, or isn't negative."""
    return isinstance(claim, Statement) and claim.predicate in INEQUALITIES


def named_in(claim: Claim) -> frozenset[str]:
    """The points of which a claim speaks."""
    return claim.points() if isinstance(claim, Equation) else frozenset(claim.points)
