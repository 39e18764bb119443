"""Rules without the net: random instances of every rule of the checker, right ones and wrong ones.

The checker tests each claim numerically, too; that hides a rule that takes what doesn't follow. Here it is the rule alone
that judges. In random figures full of coincidences (regular polygons, parallels and ratios, circles and tangents, similar
triangles, points at one place), premises of a rule's shape are taken that are true there, and a step is made of them whose
points, factors and constants are often wrong. Whenever `check_step` accepts it, and the side conditions hold that it asks
for, its claim must be true: as an equation between real numbers, directions in [0, 1).
"""

from __future__ import annotations

import cmath
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np

from solver.checker.conditions import exists, holds
from solver.checker.conditions import value as value_of
from solver.checker.figures import Figure
from solver.checker.rules import RULES, check_step
from solver.checker.schema import Step
from solver.errors import CertificateError
from solver.knowledge.library import library
from solver.soundness.bounds import bounded_step
from solver.statements.equation import Equation, Quantity, Theory, linear_combination, segment, sine
from solver.statements.expression import Length, Number, Product, Sum
from solver.statements.predicates import (
    ANGEQ,
    DISTMEQ,
    DISTSEQ,
    PREDICATES,
    QUANTITY,
    SQDISTSEQ,
    Claim,
    Statement,
    unmeant,
)
from solver.statements.theorem import Need, TheoremStatement

Figures = Mapping[str, complex]
#: A claim is false where it is off by more.
FALSE = 1e-6
#: Constants of directions have denominators up to this, those of logarithms are halves of integers.
TURNS = 24
#: How often a predicate is one of sums of products of lengths, and an equation is said by a predicate.
QUANTITIES, WORDS = 0.1, 0.1
#: Rules whose steps take long to judge.
SLOW = ("identity",)


@dataclass(frozen=True)
class WrongStep:
    """A step that was taken though its claim is false in its figure."""

    rule: str
    step: Step
    claims: Mapping[str, Claim]
    at: Figures
    error: Fraction | float | None

    def __str__(self) -> str:
        """All that it takes to call `check_step` again."""
        places = ", ".join(f"{p}: {z!r}" for p, z in self.at.items())
        cited = f" ({self.step.theorem.id})" if self.step.theorem is not None else ""
        lines = [f"rule {self.rule}{cited} at {' '.join(self.step.points)}, places {{{places}}}"]
        coefficients = self.step.coefficients or (None,) * len(self.step.uses)
        for used, c in zip(self.step.uses, coefficients, strict=True):
            lines.append(f"  uses {'' if c is None else f'{c} times '}{self.claims[used]}")
        lines.append(f"  claims {self.step.claim}, false by {self.error}")
        return "\n".join(lines)


@dataclass
class RulesReport:
    """How many instances of each rule were made and taken, and those that shouldn't have been."""

    made: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    wrong: list[WrongStep] = field(default_factory=list)

    def update(self, other: RulesReport) -> None:
        self.made.update(other.made)
        self.taken.update(other.taken)
        self.wrong.extend(other.wrong)

    def add(self, name: str, step: Step, claims: Mapping[str, Claim], at: Figures) -> None:
        """Judge an instance; name: under which it is counted."""
        self.made[name] += 1
        is_taken, is_wrong = judged(step, claims, at)
        self.taken[name] += is_taken
        if is_wrong:
            error = Figure(at).lifted_error(step.claim)
            self.wrong.append(shrunk(WrongStep(name, step, claims, at, error)))


def examine_rules(count: int, seed: int | Sequence[int] = 0, rules: Sequence[str] = ()) -> RulesReport:
    """Random instances of all rules but the slow ones, or of those named, in turn; count: how many are tried."""
    rng = np.random.default_rng(seed)
    report = RulesReport()
    names = rules or [name for name in RULES if name not in SLOW]
    for number in range(count):
        name = names[number % len(names)]
        builders = OWN.get(name, FIGURES) if rng.random() < 0.8 else FIGURES
        at = builders[int(rng.integers(len(builders)))](rng)
        made = instance(name, at, rng)
        if made is not None:
            report.add(name, *made, at)
    return report


def judged(step: Step, claims: Mapping[str, Claim], at: Figures) -> tuple[bool, bool]:
    """Whether a step is taken in a figure where its premises are true, and whether that is wrong."""
    try:
        needs = check_step(step, claims, at)
    except CertificateError:
        return False, False
    if not all(holds(need, at) for need in needs):
        return False, False
    error = Figure(at).lifted_error(step.claim)
    if error is None and isinstance(step.claim, Statement):
        return True, False  # it names one place twice, and says nothing
    return True, error is None or not error < FALSE


def shrunk(wrong: WrongStep) -> WrongStep:
    """The same with as few premises as do."""
    step, used = wrong.step, list(wrong.step.uses)
    if step.rule == "linear":
        return wrong  # each use has its coefficient
    for spare in wrong.step.uses:
        fewer = replace(step, uses=tuple(u for u in used if u != spare))
        if judged(fewer, wrong.claims, wrong.at)[1]:
            step, used = fewer, list(fewer.uses)
    return replace(wrong, step=step, claims={u: wrong.claims[u] for u in used})


# -- figures ----------------------------------------------------------------------------------------------------------


def _turned(rng: np.random.Generator, *places: complex) -> dict[str, complex]:
    """Named a, b, c, … in this order, turned so that no line is along the x-axis."""
    turn = cmath.exp(1j * rng.uniform(0.01, 3.1))
    return {"abcdefghijkl"[k]: z * turn for k, z in enumerate(places)}


def _any(rng: np.random.Generator) -> complex:
    return complex(*rng.standard_normal(2))


def _polygon(rng: np.random.Generator) -> dict[str, complex]:
    """Corners of a regular 12-gon, 8-gon or 10-gon; f is its center."""
    n = int(rng.choice([8, 10, 12]))
    on = [cmath.exp(2j * math.pi * k / n) for k in map(int, rng.choice(n, 7, replace=False))]
    return _turned(rng, *on[:5], 0j, *on[5:])


def _circle(rng: np.random.Generator) -> dict[str, complex]:
    """Points of a circle about f, with equal arcs ab and cd, either way round."""
    t = rng.uniform(0, 2 * math.pi, 5)
    t[3] = t[2] + (t[1] - t[0]) * rng.choice([1, -1])
    if rng.random() < 0.2:
        t[1] = t[0] + math.pi
    on = [cmath.exp(1j * x) for x in t]
    return _turned(rng, *on, 0j, -on[0], -on[4])


def _secants(rng: np.random.Generator) -> dict[str, complex]:
    """Through a, inside or outside a circle about f: one line meets it in b and c, the other in d and e, or touches it."""
    p = rng.uniform(0.2, 2.5) + 0j
    lines: list[complex] = []
    for _ in range(2):
        x = cmath.exp(1j * rng.uniform(0, 2 * math.pi))
        lines += [x, p + (abs(p) ** 2 - 1) / (x - p).conjugate()]
    if rng.random() < 0.3 and abs(p) > 1:
        x = 1 / p + 1j * math.sqrt(1 - 1 / abs(p) ** 2)
        lines[2:] = [x, x]
    return _turned(rng, p, *lines, 0j, -lines[0], _any(rng))


def _ladder(rng: np.random.Generator) -> dict[str, complex]:
    """Lines abc and def cut by parallels, in one ratio, in one order or not; h is on line ab, g anywhere."""
    ratio = float(rng.choice([0.5, 1 / 3, 2, -1, 1.5, rng.uniform(-2, 2)]))
    a, b, d = 0j, 1 + 0j, _any(rng)
    e = b + (d - a) * rng.uniform(-2, 2) if rng.random() < 0.6 else _any(rng)
    if rng.random() < 0.2:
        d = a
    other = ratio if rng.random() < 0.6 else ratio / (2 * ratio - 1) if abs(2 * ratio - 1) > 0.1 else ratio
    return _turned(rng, a, b, a + ratio * (b - a), d, e, d + other * (e - d), _any(rng), rng.uniform(-2, 2) + 0j)


def _similar(rng: np.random.Generator) -> dict[str, complex]:
    """Triangles abc and def that agree in some of their angles and ratios, of one or opposite orientations; midpoints."""
    a, b, c = 0j, 1 + 0j, _any(rng)
    if rng.random() < 0.5:
        c = complex(rng.choice([0.5 + 1j * rng.uniform(0.3, 2), 1j * rng.uniform(0.3, 2), 0.5 + 0.75**0.5 * 1j]))
    turn, shift, first = _any(rng), _any(rng), [a, b, c]
    if rng.random() < 0.3:  # the same sines, one side as long, but another shape: c beyond the foot from b
        foot = (b / c).real * c
        first[2] = 2 * foot - c
    other = [turn * (z.conjugate() if rng.random() < 0.5 else z) + shift for z in first]
    if rng.random() < 0.8:
        is_mirrored = rng.random() < 0.5
        other = [turn * (z.conjugate() if is_mirrored else z) + shift for z in first]
    return _turned(rng, a, b, c, *other, (a + b) / 2, (b + c) / 2)


def _together(rng: np.random.Generator) -> dict[str, complex]:
    """a and b at one place, on circles about c and d that touch or cross there; e is their other common point, or a again."""
    x, o = _any(rng), _any(rng)
    p = x + (o - x) * rng.uniform(-2, 2) if rng.random() < 0.5 else _any(rng)
    mirrored = o + (p - o) * ((x - o) / (p - o)).conjugate()
    y = x if rng.random() < 0.6 else mirrored
    return _turned(rng, x, y, o, p, mirrored, o + (x - o) * 1j, x + (x - o) * rng.uniform(0.5, 2), 2 * o - x)


def _crossed(rng: np.random.Generator) -> dict[str, complex]:
    """Four points whose first two lines cross at a right angle, at 30° or anyhow, and others that make parallels."""
    u = cmath.exp(1j * math.pi * float(rng.choice([1 / 2, 1 / 6, 1 / 4, 1 / 3, rng.uniform(0.1, 0.9)])))
    a, b, c = 0j, 1 + 0j, _any(rng)
    d = c + u * rng.uniform(-2, 2)
    return _turned(rng, a, b, c, d, a + u, b + d - c, (a + b) / 2, rng.uniform(-2, 2) + 0j)


def _grid(rng: np.random.Generator) -> dict[str, complex]:
    """Points of a grid of three by three: what isn't parallel is often perpendicular, or half-way between."""
    return _turned(rng, *(complex(k % 3, k // 3) for k in map(int, rng.permutation(9)[:8])))


def _constructed(rng: np.random.Generator) -> dict[str, complex]:
    """A triangle abc with midpoint d, foot e, circumcenter f, midpoint g of the median and orthocenter h."""
    a, b, c = (_any(rng) for _ in range(3))
    e = b + (c - b) * ((a - b) / (c - b)).real
    u, v = b - a, c - a
    f = a + 1j * (abs(u) ** 2 * v - abs(v) ** 2 * u) / (2 * (u.conjugate() * v).imag)
    f = f if abs(abs(f - b) - abs(f - a)) < 1e-9 else 2 * a - f
    return _turned(rng, a, b, c, (b + c) / 2, e, f, (2 * a + b + c) / 4, a + b + c - 2 * f)


Builder = Callable[[np.random.Generator], dict[str, complex]]
FIGURES: tuple[Builder, ...] = (_polygon, _circle, _secants, _ladder, _similar, _together, _crossed, _grid)
#: The figures in which a rule's own pattern is true when its points are taken in order.
OWN: Mapping[str, tuple[Builder, ...]] = {
    **dict.fromkeys(("similar_aa", "similar_sas", "similar_sss", "similar_ssa"), (_similar,)),
    **dict.fromkeys(("sine_law", "sine_equal", "sine_to_angles", "theorem"), (_similar,)),
    **dict.fromkeys(("equal_arcs", "equal_chords", "inscribed"), (_circle, _polygon)),
    **dict.fromkeys(("concyclic_angle", "concyclic_merge"), (_circle, _polygon, _together)),
    **dict.fromkeys(("centre", "radii", "concyclic_radii"), (_circle, _polygon)),
    **dict.fromkeys(("thales", "thales_converse", "proportion", "stewart", "between", "line"), (_ladder,)),
    **dict.fromkeys(("power_to_squares", "squares_to_power"), (_secants,)),
    "identity": (_constructed,),
    **dict.fromkeys(("coincide", "touch", "substitute"), (_together,)),
    **dict.fromkeys(("perp_to_squares", "squares_to_perp", "sine_value", "sine_to_angle"), (_crossed,)),
}

# -- shapes of rules --------------------------------------------------------------------------------------------------

#: A rule's pattern at random points: premises, and what is claimed. Those of directions have no constant yet.
Shape = tuple[Sequence[Claim], Sequence[Claim]]


def _e(
    theory: Theory, *terms: tuple[int | Fraction, str, str], constants: Mapping[int, Fraction] | None = None
) -> Equation:
    """Segments of a point to itself are left out."""
    return Equation.of(theory, [(segment(a, b), Fraction(c)) for c, a, b in terms if a != b], dict(constants or {}))


def _d(*terms: tuple[int | Fraction, str, str]) -> Equation:
    return _e(Theory.DIRECTION, *terms)


def _l(*terms: tuple[int | Fraction, str, str]) -> Equation:
    return _e(Theory.LOG, *terms)


def _s(*terms: tuple[int | Fraction, str, str]) -> Equation:
    return _e(Theory.SQUARE, *terms)


def _in_all_theories(*terms: tuple[int, str, str]) -> list[Claim]:
    return [_e(theory, *terms) for theory in Theory]


def _line(a: str, b: str, c: str) -> Equation:
    return _d((1, a, b), (-1, a, c))


def _angles(v: Sequence[str], w: Sequence[str], sign: int) -> Equation:
    return _d((1, v[0], v[1]), (-1, v[0], v[2]), (-sign, w[0], w[1]), (sign, w[0], w[2]))


def _ratio(v: Sequence[str], w: Sequence[str]) -> Equation:
    return _l((1, v[0], v[1]), (-1, v[0], v[2]), (-1, w[0], w[1]), (1, w[0], w[2]))


def _sines(first: Quantity, second: Quantity | None = None, sides: Equation | None = None) -> Equation:
    terms: list[tuple[Quantity, Fraction]] = [(first, Fraction(1)), *(sides.terms if sides else ())]
    return Equation.of(Theory.LOG, terms + ([(second, Fraction(-1))] if second else []))


def _division(p: Sequence[str]) -> list[Claim]:
    a, b, c, d, e, f = p
    return [
        _l((1, a, b), (-1, d, e), (-1, b, c), (1, e, f)),
        _l((1, a, b), (-1, d, e), (-1, a, c), (1, d, f)),
        _l((1, b, c), (-1, e, f), (-1, a, c), (1, d, f)),
    ]


def _said(name: str, *points: str) -> Statement:
    return Statement(PREDICATES[name], points)


def _arcs(p: Sequence[str], s: str, sign: int) -> Equation:
    """Arcs xy and zw of a circle as angles at s."""
    x, y, z, w = p
    return _d((1, x, s), (-1, y, s), (-sign, z, s), (sign, w, s))


#: What steps of the rule `theorem` cite; whether the library's own theorems are true is tested elsewhere.
MIDLINE = TheoremStatement(
    "midline",
    ("a", "b", "c", "m", "n"),
    (_said("midp", "m", "a", "b"), _said("midp", "n", "b", "c")),
    (Need("noncollinear", ("a", "b", "c")),),
    (_said("para", "m", "n", "a", "c"), _e(Theory.LOG, (1, "a", "c"), (-1, "m", "n"), constants={2: Fraction(-1)})),
)


def _similar_shape(p: Sequence[str], sign: int, premises: Sequence[Claim]) -> Shape:
    return premises, [_said("simtri" if sign > 0 else "simtrir", *p)]


def _predicates(p: Sequence[str], rng: np.random.Generator) -> Shape:
    """A predicate and the equations that it means; or a sum of products, which mostly means none."""
    if rng.random() < QUANTITIES:
        a, b, c, d = p[:4]
        ways = (((a, b), (c, d)), ((a, c), (b, d)), ((a, d), (b, c)))
        terms = [
            Product((Number(Fraction(k)), Length(*x), Length(*y))) for k, (x, y) in zip((1, -1, 1), ways, strict=True)
        ]
        said = Statement.about(QUANTITY, Sum(tuple(terms[: int(rng.integers(2, 4))])))
        return [said], [*said.equations(), said]
    name, size = [("para", 4), ("perp", 4), ("cong", 4), ("coll", 3), ("midp", 3), ("cyclic", 4), ("circle", 4), ("simtri", 6),
                  ("simtrir", 6), ("contri", 6), ("eqangle", 8), ("eqratio", 8)][int(rng.integers(12))]  # fmt: skip
    points = [p[int(i)] for i in rng.integers(len(p), size=size)] if size > 6 else p[:size]
    said = _said(name, *points)
    if said.repeated_point() is not None:
        return [], []
    return [said], [*said.equations(), said]


#: Relations that may be claimed of points by coordinates: a predicate and how many points it takes.
_RELATIONS = (("midp", 3), ("coll", 3), ("cong", 4), ("perp", 4), ("para", 4), ("cyclic", 4), ("eqangle", 8))
#: What puts the points of `_constructed` at their places.
_CONSTRUCTION = (
    "midp d b c",
    "perp a e b c",
    "coll e b c",
    "circle f a b c",
    "midp g a d",
    "perp h b a c",
    "perp h c a b",
)
#: Relations that are looked at until one is true.
_LOOKED_AT = 30


def _by_coordinates(p: Sequence[str], at: Figures, rng: np.random.Generator) -> Shape:
    """How the points are constructed, and a relation among them, which is often true."""
    premises = [_said(*words.split()) for words in _CONSTRUCTION]
    claims: list[Claim] = []
    for _ in range(_LOOKED_AT if rng.random() < 0.7 else 1):
        name, size = _RELATIONS[int(rng.integers(len(_RELATIONS)))]
        said = _said(name, *(p[int(i)] for i in rng.integers(len(p), size=size)))
        if said.repeated_point() is None and (name == "cyclic" or said.equations()):
            claims.append(said)
    true = [s for s in claims if made_true(s, at, rng) is not None]
    return premises, true or claims


def _stated(rule: str) -> TheoremStatement:
    """What the rule's entry in theorems/theory.thm says."""
    return next(theorem.statement for theorem in library() if theorem.id == rule)


def _shape(rule: str, p: Sequence[str], at: Figures, rng: np.random.Generator) -> Shape:
    """The premises and claims that a rule is about, as docs/certificate.md states it; else as theorems/theory.thm does."""
    sign = int(rng.choice([1, -1]))
    a, b, c, d, e, f = p[:6]
    half = {1: Fraction(1, 2)}
    powers: list[Claim] = [
        _line(a, b, c),
        _line(a, d, e),
        _l((1, f, b), (-1, f, c)),
        _l((1, f, d), (-1, f, e)),
        _said("circle", f, b, c, d),
    ]
    products = _l((1, a, b), (1, a, c), (-1, a, d), (-1, a, e))
    differences = _s((sign, a, f), (-sign, f, b), (-1, a, f), (1, f, d))
    cyclic = _said("cyclic", *dict.fromkeys(p[:5])) if rng.random() < 0.5 else _said("circle", f, *p[:5])
    shapes: dict[str, Callable[[], Shape]] = {
        "meaning": lambda: _predicates(p, rng),
        "transfer": lambda: ([_l((1, a, b), (-1, c, d))], _in_all_theories((1, a, b), (-1, c, d))),
        "linear": lambda: ([_angles(p[:3], p[3:6], sign), _d((1, a, b), (-1, d, e))], [_d((1, a, c), (-sign, d, f))]),
        "line": lambda: ([_line(a, b, c)], [_line(b, a, c), _line(c, a, b)]),
        "similar_aa": lambda: _similar_shape(p[:6], sign, [_angles((a, b, c), (d, e, f), sign), _angles((b, a, c), (e, d, f), sign)]),
        "similar_sas": lambda: _similar_shape(p[:6], sign, [_angles((a, b, c), (d, e, f), sign), _ratio((a, b, c), (d, e, f))]),
        "similar_sss": lambda: _similar_shape(p[:6], sign, [_ratio((a, b, c), (d, e, f)), _ratio((b, a, c), (e, d, f))]),
        "similar_ssa": lambda: _similar_shape(p[:6], sign, [_angles((a, b, c), (d, e, f), sign), _ratio((b, a, c), (e, d, f))]),
        "concyclic_angle": lambda: ([_d((1, a, c), (-1, b, c), (-1, a, d), (1, b, d))], [_said("cyclic", a, b, c, d)]),
        "concyclic_radii": lambda: ([_l((1, f, a), (-1, f, b)), _l((1, f, b), (-1, f, c))], [_said("circle", f, a, b, c)]),
        "concyclic_merge": lambda: ([_said("cyclic", a, b, c, d), _said("cyclic", b, c, d, e), _said("cyclic", a, c, e, p[6])],
                                    [_said("cyclic", a, b, d, e), _said("cyclic", b, d, e, p[6])]),
        "inscribed": lambda: ([cyclic], [_arcs((a, b, a, b), c, 1), _d((1, a, c), (-1, b, c), (-1, a, d), (1, b, d)),
                                         _d((1, f, a), (1, f, b), (-2, a, b)), _d((1, f, a), (-1, a, b), (-1, a, c), (1, b, c))]),
        "centre": lambda: ([_said("cyclic", a, b, c, d), _l((1, f, a), (-1, f, b)), _l((1, f, c), (-1, f, b)),
                            _e(Theory.DIRECTION, (1, f, a), (-1, a, b), (-1, a, c), (1, b, c), constants=half)], [_said("circle", f, a, b, c)]),
        "radii": lambda: ([_said("circle", f, a, b, c)], [_l((1, f, a), (-1, f, b))]),
        "equal_arcs": lambda: ([cyclic, _l((1, a, b), (-1, c, d))], [_arcs((a, b, c, d), e, sign)]),
        "equal_chords": lambda: ([cyclic, _arcs((a, b, c, d), e, sign)], [_l((1, a, b), (-1, c, d))]),
        "between": lambda: ([_line(a, b, c)], [_e(Theory.LENGTH, (1, a, b), (1, b, c), (-1, a, c))]),
        "perp_to_squares": lambda: ([_e(Theory.DIRECTION, (1, a, b), (-1, c, d), constants=half)], [_s((1, a, c), (-1, a, d), (-1, b, c), (1, b, d))]),
        "squares_to_perp": lambda: ([_s((1, a, c), (-1, a, d), (-1, b, c), (1, b, d))], [_e(Theory.DIRECTION, (1, a, b), (-1, c, d), constants=half)]),
        "stewart": lambda: ([_line(a, b, c), _l((1, a, b), (-1, b, c)), _l((1, a, b), (-1, a, c))], _stewart(a, b, c, p[6], at, rng)),
        "thales": lambda: ([_line(a, b, c), _line(d, e, f), _d((1, a, d), (-1, b, e)), _d((1, a, d), (-1, c, f))], _division(p[:6])),
        "thales_converse": lambda: ([_line(a, b, c), _line(d, e, f), _d((1, a, d), (-1, b, e)), _division(p[:6])[int(rng.integers(3))]],
                                    [_d((1, b, e), (-1, c, f)), _d((1, a, d), (-1, c, f))]),
        "proportion": lambda: ([_line(a, b, c), _line(d, e, f), _division(p[:6])[int(rng.integers(3))]], _division(p[:6])),
        "sine_law": lambda: ([_angles((a, b, c), (d, e, f), sign)], [_sines(sine(b, a, c), sine(a, b, c), _l((-1, b, c), (1, a, c))),
                                                                     _sines(sine(e, d, f), sine(a, b, c), _l((-1, b, c), (1, a, c)))]),
        "sine_equal": lambda: ([_angles((a, b, c), (d, e, f), sign)], [_sines(sine(b, a, c), sine(e, d, f))]),
        "sine_value": lambda: ([_d((1, a, b), (-1, a, c))], [_sines(sine(b, a, c))]),
        "sine_to_angle": lambda: ([_sines(sine(b, a, c))], [_d((1, a, b), (-1, a, c))]),
        "sine_to_angles": lambda: ([_sines(sine(b, a, c), sine(e, d, f))], [_angles((a, b, c), (d, e, f), sign)]),
        "power_to_squares": lambda: ((*powers, products), [differences]),
        "squares_to_power": lambda: ((*powers, differences), [products]),
        "theorem": lambda: ([_said("midp", p[6], a, b), _said("midp", p[7], b, c), _line(a, b, c)],
                            [*MIDLINE.at((a, b, c, p[6], p[7])).conclusions, _said("para", p[6], p[7], a, b)]),
        "coincide": lambda: ([_line(c, a, b), _l((1, d, a), (-1, d, b)), _line(e, a, b), _said("cyclic", a, b, c, d),
                              _d((1, e, a), (-1, f, a), (-1, e, b), (1, f, b)), _l((1, e, a), (-1, f, a), (-1, e, b), (1, f, b))], [_said("overlap", a, b)]),
        "touch": lambda: ([_l((1, c, a), (-1, c, b)), _l((1, d, a), (-1, d, b)), _line(a, c, d)], [_said("overlap", a, b)]),
        "identity": lambda: _by_coordinates(p, at, rng),
        "substitute": lambda: ([_said("overlap", a, b), _said("cyclic", a, c, d, e)], [*_in_all_theories((1, a, c), (-1, b, c)), _said("cyclic", b, c, d, e)]),
    }  # fmt: skip
    if rule in shapes:
        return shapes[rule]()
    said = _stated(rule)
    at_points = said.at(tuple(p[: len(said.points)]))
    return at_points.premises, at_points.conclusions


def _stewart(a: str, b: str, c: str, p: str, at: Figures, rng: np.random.Generator) -> list[Claim]:
    u = Fraction(int(rng.integers(-4, 8)), int(rng.integers(1, 4)))
    if a != c and at[a] != at[c] and rng.random() < 0.7:
        u = Fraction(((at[b] - at[a]) / (at[c] - at[a])).real).limit_denominator(12)
    return [_s((1, p, b), (u - 1, p, a), (-u, p, c), (u * (1 - u), a, c))]


#: The points that a step of a rule names, by their places among the random ones; those of the others are the first ones.
_POINTS: dict[str, Callable[[Sequence[str]], Sequence[str]]] = {
    "meaning": lambda p: (),
    "transfer": lambda p: (),
    "linear": lambda p: (),
    "line": lambda p: p[:3],
    **dict.fromkeys(("similar_aa", "similar_sas", "similar_sss", "similar_ssa"), lambda p: p[:6]),
    "concyclic_angle": lambda p: p[:4],
    "concyclic_radii": lambda p: (p[5], *p[:3]),
    "concyclic_merge": lambda p: (),
    "inscribed": lambda p: (),
    "centre": lambda p: p[5:6],
    "radii": lambda p: (p[5], p[0], p[1]),
    **dict.fromkeys(("equal_arcs", "equal_chords"), lambda p: p[:4]),
    "between": lambda p: p[:3],
    **dict.fromkeys(("perp_to_squares", "squares_to_perp"), lambda p: p[:4]),
    "stewart": lambda p: (*p[:3], p[6]),
    **dict.fromkeys(("thales", "thales_converse", "proportion"), lambda p: p[:6]),
    "sine_law": lambda p: (p[0], p[1], p[2], p[4], p[3], p[5], p[0], p[1], p[2]),
    **dict.fromkeys(("sine_equal", "sine_to_angles"), lambda p: (p[1], p[0], p[2], p[4], p[3], p[5])),
    **dict.fromkeys(("sine_value", "sine_to_angle"), lambda p: (p[1], p[0], p[2])),
    **dict.fromkeys(
        ("power_to_squares", "squares_to_power"), lambda p: (p[0], p[1], p[2], p[5], p[0], p[3], p[4], p[5])
    ),
    "theorem": lambda p: (*p[:3], *p[6:8]),
    "coincide": lambda p: p[:2],
    "touch": lambda p: p[:4],
    "substitute": lambda p: p[:2],
    "identity": lambda p: sorted(p[:8]),
    "bound": lambda p: (),
}


def _named(rule: str, p: Sequence[str]) -> Sequence[str]:
    return _POINTS[rule](p) if rule in _POINTS else p[: len(_stated(rule).points)]


# -- instances --------------------------------------------------------------------------------------------------------


def instance(rule: str, at: Figures, rng: np.random.Generator) -> tuple[Step, dict[str, Claim]] | None:
    """A step of a rule with true premises; its claim may be false. None where the random choice has none."""
    if rule == "bound":
        return bounded_step(list(at), rng), {}
    names = list(at)
    p = list(names)
    for _ in range(int(rng.choice([0, 0, 1, 2, 8]))):
        i, j = map(int, rng.integers(len(p), size=2))
        p[i], p[j] = p[j], p[i]
    if rng.random() < 0.1:
        p[int(rng.integers(6))] = p[int(rng.integers(6))]
    try:
        premises, claims = _shape(rule, p, at, rng)
        true = [made for s in premises if (made := made_true(s, at, rng)) is not None]
        claim = claims[int(rng.integers(len(claims)))]
    except ValueError:  # a quantity with the same point twice
        return None
    uses = [s for s in true if rng.random() < 0.9]
    said = claimed(claim, at, rng)
    if said is None:
        return None
    points = list(_named(rule, p))
    if len(points) > 1 and rng.random() < 0.1:
        points[int(rng.integers(len(points)))] = names[int(rng.integers(len(names)))]
    ids = tuple(f"u{i}" for i in range(len(uses)))
    coefficients: tuple[Fraction, ...] = ()
    if rule == "linear":
        coefficients = tuple(Fraction(int(rng.choice([-2, -1, 1, 2])), int(rng.choice([1, 1, 2]))) for _ in uses)
        found = _combined(coefficients, uses, at)
        if found is not None and rng.random() < 0.9:
            said = found
    uses = [_in_words(s) if rng.random() < WORDS else s for s in uses]
    said = _in_words(said) if rng.random() < WORDS else said
    theorem = MIDLINE if rule == "theorem" else None
    step = Step("s", rule, tuple(points), ids, coefficients, said, theorem=theorem)
    return step, dict(zip(ids, uses, strict=True))


def _in_words(said: Claim) -> Claim:
    """An equation as the predicate that says it, where there is one."""
    if isinstance(said, Statement) or not said.terms or any(len(q) != 2 for q, _ in said.terms):
        return said
    points = tuple(p for q, _ in said.terms for p in q)
    factors = tuple(c for _, c in said.terms)
    constants = dict(said.constants)
    if said.theory is Theory.DIRECTION:
        made = Statement(ANGEQ, points, (*factors, -180 * constants.get(1, Fraction(0))))
    elif said.theory is Theory.LOG:
        if any(k.denominator != 1 for k in constants.values()):
            return said
        value = math.prod((Fraction(base) ** -int(k) for base, k in constants.items()), start=Fraction(1))
        made = Statement(DISTMEQ, points, (*factors, value))
    else:
        made = Statement(DISTSEQ if said.theory is Theory.LENGTH else SQDISTSEQ, points, factors)
    return said if unmeant(made) is not None else made


def _combined(coefficients: Sequence[Fraction], uses: Sequence[Claim], at: Figures) -> Equation | None:
    equations = [e for e in uses if isinstance(e, Equation)]
    if len(equations) != len(uses) or not uses:
        return None
    found = linear_combination(zip(coefficients, equations, strict=True), equations[0].theory)
    return found if found.terms else None


def made_true(said: Claim, at: Figures, rng: np.random.Generator) -> Claim | None:
    """The premise, if it can be true in the figure: with a constant for it, a factor, or as a predicate."""
    if isinstance(said, Statement):
        if said.repeated_point() is not None:
            return None
        error = Figure(at).error(said)
        return said if error is not None and error < 1e-9 else None
    made = _with_constant(said, at)
    if made is None:
        return None
    if made.theory is Theory.DIRECTION and rng.random() < 0.2:
        return made.scaled(Fraction(int(rng.choice([-2, 2, 3, 1])), int(rng.choice([1, 1, 2]))))
    return made.scaled(int(rng.choice([1, 1, 1, -1, 2])))


def _with_constant(said: Equation, at: Figures) -> Equation | None:
    """The equation with the constant that makes it true; None where that isn't one of those that are written."""
    if not said.terms or not all(exists(at, q) for q, _ in said.terms):
        return None
    bare = Equation.of(said.theory, said.terms)
    value = value_of(bare, at)
    if said.theory is Theory.DIRECTION:
        turns = Fraction(round(value * TURNS), TURNS)
        return Equation.of(said.theory, said.terms, {1: -turns}) if abs(value - float(turns)) < 1e-9 else None
    if abs(value) < 1e-9:
        return bare
    if said.theory is Theory.LOG:
        for two in range(-4, 5):
            for three in (-2, -1, 0, 1, 2):
                if abs(value - (two * math.log(2) + three * math.log(3)) / 2) < 1e-9:
                    return Equation.of(said.theory, said.terms, {2: Fraction(-two, 2), 3: Fraction(-three, 2)})
    return None


def claimed(said: Claim, at: Figures, rng: np.random.Generator) -> Claim | None:
    """What the step claims: true, or off by a turn or half of one, with a factor, or without the constant that it needs."""
    if isinstance(said, Statement):
        return said if said.repeated_point() is None else None
    if not said.terms:
        return None
    made = _with_constant(said, at) or said
    if rng.random() < 0.4 and made.theory is Theory.DIRECTION:
        off = Fraction(int(rng.choice([-2, -1, 1, 2])), int(rng.choice([1, 1, 2, 3, 6])))
        constants = {1: sum((c for _, c in made.constants), Fraction(0)) + off}
        made = Equation.of(made.theory, made.terms, constants)
    elif rng.random() < 0.2:
        made = said
    if rng.random() < 0.25:
        made = made.scaled(Fraction(int(rng.choice([-1, 2, 3, -2])), int(rng.choice([1, 1, 2, 3]))))
    return made
