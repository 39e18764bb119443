"""What a step by each of the checker's rules says of given points: its premises and its claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import numpy as np

from solver.knowledge.library import library
from solver.soundness.rule_claims import Figures, made_true
from solver.statements.equation import Equation, Quantity, Theory, segment, sine
from solver.statements.expression import Length, Number, Product, Sum
from solver.statements.predicates import (
    PREDICATES,
    QUANTITY,
    Claim,
    Statement,
)
from solver.statements.theorem import Need, TheoremStatement

#: A rule's pattern at random points: premises, and what is claimed. Those of directions have no constant yet.
Shape = tuple[Sequence[Claim], Sequence[Claim]]
#: How often a predicate is one of sums of products of lengths.
QUANTITIES = 0.1


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


def shape_of(rule: str, p: Sequence[str], at: Figures, rng: np.random.Generator) -> Shape:
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


def named(rule: str, p: Sequence[str]) -> Sequence[str]:
    return _POINTS[rule](p) if rule in _POINTS else p[: len(_stated(rule).points)]
