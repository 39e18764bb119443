"""Claims in the words and signs of geometry: `∡BAC = ∡BDC`, `AB·CD = EF·GH`, `AB ⟂ CD`.

Angles are directed angles between lines, modulo 180°: ∡ABC from BA to BC, ∡(AB, CD) where two lines share no named point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations
from math import gcd, lcm

from solver.language.plain_write import sentence as plain_sentence
from solver.language.problem import NamedCircle, Sides
from solver.proof.phrases.phrases import Voice
from solver.statements.conditions import Condition
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.expression import (
    Area,
    Expression,
    Length,
    Size,
    Trigonometric,
    measures,
    sides,
    without_unit,
    written,
)
from solver.statements.predicates import (
    ACOMPUTE,
    ACONST,
    ANGEQ,
    CIRCLE,
    CONTRI,
    CONTRIR,
    CYCLIC,
    DISTMEQ,
    DISTSEQ,
    EQANGLE,
    RCOMPUTE,
    RCONST,
    SIGNS,
    SIMTRI,
    SIMTRIR,
    SQDISTSEQ,
    Claim,
    Statement,
)
from solver.statements.tangency import tangency

#: A line or segment by two points.
Pair = Sequence[str]

_INDICES = str.maketrans("0123456789'", "₀₁₂₃₄₅₆₇₈₉′")
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def claim_in_words(claim: Claim, voice: Voice) -> str:
    return equation_in_words(claim, voice) if isinstance(claim, Equation) else statement_in_words(claim, voice)


def statement_in_words(statement: Statement, voice: Voice) -> str:
    p, predicate = statement.points, statement.predicate
    if (measured := voice.measured.get(statement)) is not None:
        return sides_as_said(measured, voice)
    if statement.expression is not None:
        e = without_unit(statement.expression, voice.unit)
        said = voice.phrases.asked.get(predicate.name)
        if said is not None:
            return said.format(what=expression_in_words(e, voice))
        return f" {SIGNS[predicate]} ".join(expression_in_words(side, voice) for side in sides(e))
    if statement in voice.tangents and (touching := tangency(statement)) is not None:
        return _tangent_in_words(*touching, voice)
    if predicate in (DISTSEQ, SQDISTSEQ, DISTMEQ, ANGEQ):
        # What cancels out says nothing in equations: ∠A + ∠B + ∠C = 180°.
        meant = statement.equations()
        return equation_in_words(meant[0], voice) if meant else plain_sentence(statement)
    if predicate is EQANGLE:
        return f"{angle(p[:2], p[2:4], voice)} = {angle(p[4:6], p[6:], voice)}"
    if predicate is ACONST:
        return f"{angle(p[2:], p[:2], voice)} = {statement.constants[0]}°"
    if predicate is RCONST:
        return _multiple(p, statement.constants[0], voice)
    if predicate is ACOMPUTE:
        return voice.phrases.find.format(what=angle(p[2:], p[:2], voice))
    if predicate is RCOMPUTE:
        return voice.phrases.find.format(what=voice.filled("{0}{1} : {2}{3}", p))
    if predicate in _SIMILAR and (base := _base(p)) is not None:
        return _base_angles(*base, voice)
    if predicate in (CYCLIC, CIRCLE) and (said := _of_named_circle(statement, voice)) is not None:
        return said
    sentence = voice.phrases.statements.get(predicate.name, predicate.sentence)
    return voice.filled(sentence, p).format(k=", ".join(map(str, statement.constants)))


def _of_named_circle(statement: Statement, voice: Voice) -> str | None:
    """`E lies on ω`, where the statement says of three of the points, or of the center, that they are those of ω."""
    center, on = (
        (None, statement.points) if statement.predicate is CYCLIC else (statement.points[0], statement.points[1:])
    )
    circle = named_circle(on, voice, center)
    if circle is None:
        return None
    new = [p for p in on if p not in circle.points]
    if center is not None and circle.center is None and not new:
        return voice.phrases.center_of.format(center=voice[center], circle=circle_name(circle))
    if center is not None and circle.center != center:
        return None
    return lying_on(circle, new or on, voice)


def lying_on(circle: NamedCircle, points: Sequence[str], voice: Voice) -> str:
    """`A, B, C lie on ω`."""
    template = voice.phrases.lies_on if len(points) == 1 else voice.phrases.lie_on
    return template.format(points=voice.listed(points), circle=circle_name(circle))


def named_circle(on: Sequence[str], voice: Voice, center: str | None = None) -> NamedCircle | None:
    """The circle of the statement on which points lie, by three of them, or by one and the center."""
    for circle in voice.circles:
        common = len(set(on) & set(circle.points))
        if common >= 3 or (center is not None and center == circle.center and common):
            return circle
    return None


def _tangent_in_words(t: str, x: str, u: str, v: str, voice: Voice) -> str:
    """`AD touches ω at A`, `AD touches the circle through A, B, C at A`."""
    circle, line = named_circle((t, u, v), voice), voice.joined((t, x))
    if circle is not None:
        return voice.phrases.touches.format(line=line, circle=circle_name(circle), point=voice[t])
    points = voice.listed(sorted((t, u, v)))
    return voice.phrases.touches_through.format(line=line, points=points, point=voice[t])


def circle_name(circle: NamedCircle) -> str:
    """As it is printed: ω₁."""
    return circle.name.replace("_", "").translate(_INDICES)


def sides_as_said(measured: Sides, voice: Voice) -> str:
    """`[ABC] = 31`."""
    return f"{expression_in_words(measured.left, voice)} = {expression_in_words(measured.right, voice)}"


def expression_in_words(e: Expression, voice: Voice) -> str:
    """`AB² + 2·[ABC]`, the points with their names in print."""
    names: dict[Expression, str] = dict(voice.called)
    for part in measures(e):
        match part:
            case Length(a, b):
                names[part] = voice.joined((a, b))
            case Area(corners):
                names[part] = f"[{voice.joined(corners)}]"
            case Size(a, v, b):
                names[part] = f"∠{voice.joined((a, v, b))}"
            case Trigonometric(function, a, v, b):
                names[part] = f"{function}∠{voice.joined((a, v, b))}"
    return with_powers(written(e, names))


def with_powers(text: str) -> str:
    """`AB²` for `AB^2`."""
    return re.sub(r"\^(\d+)", lambda power: power[1].translate(_SUPERSCRIPTS), text)


def _multiple(p: Sequence[str], ratio: Fraction, voice: Voice) -> str:
    """`AB = 2·CD`, `AB : CD = 2 : 3`."""
    if 1 not in (ratio.numerator, ratio.denominator):
        return voice.filled(f"{{0}}{{1}} : {{2}}{{3}} = {ratio.numerator} : {ratio.denominator}", p)
    sides = ((ratio.denominator, p[:2]), (ratio.numerator, p[2:]))
    return " = ".join(f"{'' if k == 1 else f'{k}·'}{voice.joined(pair)}" for k, pair in sides)


def for_figures(conditions: Sequence[Condition], voice: Voice) -> str:
    """For which figures a proof is, as a sentence; "" where for all."""
    if not conditions:
        return ""
    said = voice.enumerated([condition_in_words(c, voice) for c in conditions])
    return voice.phrases.for_figures.format(conditions=said)


def condition_in_words(condition: Condition, voice: Voice) -> str:
    """`D lies between B and C`, as a proof says what the plain language says as `D between B and C`."""
    template = voice.phrases.lies.get(condition.kind.name)
    if template is None:
        return str(condition)
    names = [voice[p] for p in condition.points]
    shapes = {"all": voice.joined(condition.points), "rest": voice.joined(condition.points[1:])}
    return template.replace("}{", f"}}{voice.gap}{{").format(*names, **shapes)


_SIMILAR = (SIMTRI, SIMTRIR, CONTRI, CONTRIR)


def _base(p: Sequence[str]) -> tuple[str, str, str] | None:
    """Two base vertices and the apex, where a triangle is similar to itself with these exchanged."""
    return next(((p[i], p[j], p[k]) for i, j, k in ((0, 1, 2), (0, 2, 1), (1, 2, 0)) if is_mirrored(p, i, j, k)), None)


def is_mirrored(p: Sequence[str], i: int, j: int, k: int) -> bool:
    """Whether the second triangle is the first one with its vertices i and j exchanged."""
    return (p[i], p[j], p[k]) == (p[3 + j], p[3 + i], p[3 + k])


def isosceles(claim: Claim) -> str | None:
    """The apex of a triangle that a claim says to be isosceles, by being similar to itself."""
    if not isinstance(claim, Statement) or claim.predicate not in _SIMILAR:
        return None
    base = _base(claim.points)
    return base[2] if base else None


def _base_angles(b: str, c: str, a: str, voice: Voice) -> str:
    return f"{angle((b, a), (b, c), voice)} = {angle((c, b), (c, a), voice)}"


def equation_in_words(e: Equation, voice: Voice) -> str:
    if e.theory is Theory.DIRECTION:
        return _directions(primitive(e), voice)
    return " = ".join(sides_in_words(e if e.terms[0][1] > 0 else e.scaled(-1), voice))


def sides_in_words(e: Equation, voice: Voice) -> tuple[str, str]:
    """An equation of lengths, its positive terms on the left."""
    whole = lcm(*(c.denominator for _, c in (*e.terms, *e.constants)))
    scale = Fraction(whole, gcd(*(int(c * whole) for _, c in (*e.terms, *e.constants))))
    left = [(q, c * scale) for q, c in e.terms if c > 0]
    right = [(q, -c * scale) for q, c in e.terms if c < 0]
    if e.theory is Theory.LOG:
        ratio = Fraction(1)
        for base, c in e.constants:
            ratio *= Fraction(base) ** int(-c * scale)
        return product(left, voice, ratio.denominator), product(right, voice, ratio.numerator)
    square = "²" if e.theory is Theory.SQUARE else ""
    return total(left, voice, square), total(right, voice, square)


def primitive(e: Equation) -> Equation:
    """The multiple of an equation whose terms have coprime integer coefficients."""
    whole = lcm(*(c.denominator for _, c in e.terms))
    return e.scaled(Fraction(whole, gcd(*(int(c * whole) for _, c in e.terms))))


# -- angles ---------------------------------------------------------------------------------------------------------


def angle(x: Pair, y: Pair, voice: Voice) -> str:
    """The angle from line x to line y."""
    shared = [p for p in x if p in y]
    if len(shared) != 1:
        return f"∡({voice.joined(x)}, {voice.joined(y)})"
    (v,) = shared
    (a,), (b,) = ([p for p in line if p != v] for line in (x, y))
    return f"∡{voice.joined((a, v, b))}"


def _directions(e: Equation, voice: Voice) -> str:
    degrees = -180 * sum((c for _, c in e.constants), Fraction(0))
    if len(e.terms) == 2 and {c for _, c in e.terms} == {Fraction(1), Fraction(-1)}:
        (p, c), (q, _) = e.terms
        if degrees % 180 == 0 and set(p) & set(q):
            return voice.filled(voice.phrases.statements["coll"], sorted(set(p) | set(q)))
        if degrees % 180 in (0, 90):
            return f"{voice.joined(p)} {'⟂' if degrees % 180 else '∥'} {voice.joined(q)}"
        start, end = (q, p) if c > 0 else (p, q)
        return f"{angle(start, end, voice)} = {degrees % 180}°"
    if sum(c for _, c in e.terms):
        words = " ".join(f"{_sign(c, i)}{_factor(c)}d({voice.joined(q)})" for i, (q, c) in enumerate(e.terms))
        return f"{words} = {degrees}°"
    angles = paired(e)
    left, right = angles[: (len(angles) + 1) // 2], angles[(len(angles) + 1) // 2 :]
    first = " + ".join(f"{_factor(c)}{angle(x, y, voice)}" for c, x, y in left)
    second = " + ".join(f"{_factor(c)}{angle(y, x, voice)}" for c, x, y in right)
    rest = degrees % 180
    tail = f"{rest}°" if rest or not second else ""
    return f"{first} = {' + '.join(w for w in (second, tail) if w)}"


def paired(e: Equation) -> list[tuple[Fraction, Quantity, Quantity]]:
    """(c, x, y) with Σ c·(d(y) − d(x)) the terms of the equation; lines with a common point are paired where possible."""
    plus = [q for q, c in e.terms for _ in range(int(c))]
    minus = [q for q, c in e.terms for _ in range(int(-c))]
    if len(minus) > 5:
        return [(Fraction(1), x, y) for x, y in zip(minus, plus, strict=True)]
    best = max(
        permutations(minus), key=lambda some: sum(bool(set(x) & set(y)) for x, y in zip(some, plus, strict=True))
    )
    count: dict[tuple[Quantity, Quantity], int] = {}
    for x, y in zip(best, plus, strict=True):
        count[x, y] = count.get((x, y), 0) + 1
    return [(Fraction(c), x, y) for (x, y), c in count.items()]


def _factor(c: Fraction) -> str:
    return "" if abs(c) == 1 else f"{abs(c)}·" if c.denominator > 1 else f"{abs(c)}"


def _sign(c: Fraction, i: int) -> str:
    return ("− " if c < 0 else "+ ") if i else ("−" if c < 0 else "")


# -- lengths --------------------------------------------------------------------------------------------------------

Factors = Sequence[tuple[Quantity, Fraction]]


def product(factors: Factors, voice: Voice, number: int = 1) -> str:
    """`2·AB·CD²`; just the number where there are no factors."""
    words = [_power(q, c, voice) for q, c in sorted(factors, key=lambda factor: len(factor[0]))]  # sines last
    return "·".join([str(number), *words] if number != 1 or not words else words)


def _power(q: Quantity, c: Fraction, voice: Voice) -> str:
    exponent = "" if c == 1 else str(c).translate(_SUPERSCRIPTS)
    return f"{voice.joined(q)}{exponent}" if len(q) == 2 else f"sin{exponent}∠{voice.joined(q)}"


def total(terms: Factors, voice: Voice, exponent: str = "") -> str:
    """`AB² + 2·CD² − EF²`, what is subtracted last; 0 where there are no terms."""
    plus, minus = ([(q, abs(c)) for q, c in terms if c * sign > 0] for sign in (1, -1))
    added, subtracted = (
        [f"{'' if c == 1 else f'{c}·'}{voice.joined(q)}{exponent}" for q, c in some] for some in (plus, minus)
    )
    return " − ".join([" + ".join(added) or "0", *subtracted])


def quantity_in_words(q: Quantity, theory: Theory, voice: Voice) -> str:
    """`AB`, or `AB²` among squares."""
    return f"{voice.joined(q)}{'²' if theory is Theory.SQUARE else ''}" if len(q) == 2 else f"sin∠{voice.joined(q)}"
