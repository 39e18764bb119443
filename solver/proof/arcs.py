"""What a combination of directions takes from each circle: its arcs cancel, and an equation between directions is left.

On a circle the direction of a chord is the sum of its ends' arcs (`solver.deduction.journal`). What remains of a circle's rows once these
cancel is one equation, an instance of the inscribed angle theorem; equal arcs are told as equal inscribed angles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from solver.deduction.journal import CircleEntry, EquationEntry
from solver.deduction.lift import Lifter
from solver.errors import PorismError
from solver.statements.equation import Equation, Quantity, Theory, linear_combination, segment
from solver.statements.predicates import CIRCLE, CYCLIC, Claim, Statement
from solver.statements.rules import RULES

#: Rules whose rows have arc variables.
_ARC_RULES = tuple(rule.name for rule in RULES if rule.logged is not None and rule.logged.has_arcs)


class Unexplained(PorismError):
    """The exact traceback can't follow the closure: a coincidence modulo the core's prime, or a defect."""


@dataclass(frozen=True)
class Piece:
    """What a combination takes from one circle: factor · terms, the equation of one step by a rule from other claims.

    rests_on: claims, each with the time before which it is entailed.
    """

    factor: Fraction
    terms: Mapping[Quantity, Fraction]
    said: Equation
    rule: str
    points: tuple[str, ...]
    rests_on: tuple[tuple[Claim, int], ...]


class Arcs:
    """The circles of one journal. directions: its equations of that theory, in order."""

    def __init__(self, lifter: Lifter, directions: Sequence[EquationEntry], circles: Sequence[CircleEntry]) -> None:
        self.lifter = lifter
        self._directions = directions
        self._circles = circles
        self._inscribed_in: dict[str, list[EquationEntry]] = {}
        for entry in directions:
            if entry.rule == "inscribed":
                self._inscribed_in.setdefault(entry.circle, []).append(entry)

    def pieces(self, factors: Mapping[int, Fraction], time: int) -> list[Piece]:
        """What a combination, by numbers of directions, takes from each circle. Raises Unexplained."""
        of_circle: dict[str, list[tuple[Fraction, EquationEntry]]] = {}
        for index, factor in factors.items():
            entry = self._directions[index]
            if entry.rule in _ARC_RULES:
                of_circle.setdefault(entry.circle, []).append((factor, entry))
        return [p for circle, some in of_circle.items() for p in self._without_arcs(circle, some, time)]

    def _without_arcs(self, circle: str, members: list[tuple[Fraction, EquationEntry]], time: int) -> Iterator[Piece]:
        """The rows of one circle, whose arcs cancel: equal arcs as equal inscribed angles, the rest as one equation."""
        parts = [(factor, _without_arc_variables(circle, entry)) for factor, entry in members]
        for factor, entry in members:
            if entry.rule == "equal_arcs":
                equation, piece = self._equal_arcs(circle, factor, entry)
                yield piece
                parts.append((-factor, equation))
        rest = linear_combination(parts, Theory.DIRECTION)
        if rest.is_trivial:
            return
        centers = sorted({e.points[0] for _, e in members if e.rule == "radial"} & rest.points())
        for o in centers[1:]:
            rest, piece = self._without_center(circle, rest, o, time)
            yield piece
        if not rest.is_trivial:
            center = centers[0] if centers else None
            yield self._inscribed(circle, rest, center, time)

    def _inscribed(self, circle: str, equation: Equation, center: str | None, time: int) -> Piece:
        claim = self._circle_claim(circle, sorted(equation.points() - {center}), center, time)
        return Piece(
            Fraction(1),
            dict(equation.terms),
            equation,
            "inscribed",
            (),
            ((claim, time),),
        )

    def _without_center(self, circle: str, rest: Equation, o: str, time: int) -> tuple[Equation, Piece]:
        """What remains without the directions from o, one of several points that are the center, and the step for those.

        A step knows a circle by one center. d(ox) is half a turn from the tangent, whose direction the chords give.
        """
        known = self._known_points(circle, time)
        own: list[tuple[Fraction | int, Equation]] = []
        for q, c in rest.terms:
            if o in q:
                x = q[0] if q[1] == o else q[1]
                y, z = next(pair for pair in combinations(known, 2) if self.lifter.are_apart((x, *pair)))
                terms = [(segment(o, x), 1), (segment(x, y), -1), (segment(x, z), -1), (segment(y, z), 1)]
                own.append((c, self.lifter.lift(Equation.of(Theory.DIRECTION, terms))))
        equation = linear_combination(own, Theory.DIRECTION)
        piece = self._inscribed(circle, equation, o, time)
        return linear_combination(((1, rest), (-1, equation)), Theory.DIRECTION), piece

    def _equal_arcs(self, circle: str, factor: Fraction, entry: EquationEntry) -> tuple[Equation, Piece]:
        """Equal chords xy, zw are seen under equal angles: from a point s the one, from t the other."""
        x, y, z, w = entry.points
        claim = self._circle_claim(circle, list(dict.fromkeys(entry.points)), None, entry.time)
        on = claim.points if claim.predicate is CYCLIC else claim.points[1:]
        s = next((p for p in on if p not in (x, y, z, w)), next(p for p in on if p not in (x, y)))
        t = s if s not in (z, w) else next(p for p in on if p not in (z, w))
        terms = [(segment(x, s), 1), (segment(y, s), -1), (segment(z, t), -1), (segment(w, t), 1)]
        equation = self.lifter.lift(Equation.of(Theory.DIRECTION, terms))
        rests_on = ((claim, entry.time), (entry.premises[0], entry.time))
        return equation, Piece(factor, dict(equation.terms), equation, "equal_arcs", (x, y, z, w), rests_on)

    def _circle_claim(self, circle: str, on: list[str], center: str | None, time: int) -> Statement:
        """`cyclic on` or `circle center on`, with further points of the circle where on has too few."""
        least = 3 if center else 4
        if len(on) < least:
            on += [p for p in self._known_points(circle, time) if p not in on][: least - len(on)]
        if len(on) >= least:
            return Statement(CIRCLE, (center, *on)) if center else Statement(CYCLIC, tuple(on))
        # A circle of three points is a matter of its center.
        about = next(
            (e.claim.points[0] for e in self._circles
             if e.time < time and e.claim.predicate is CIRCLE and set(on) <= set(e.claim.points[1:])), None,
        )  # fmt: skip
        if about is None:
            raise Unexplained(f"no circle through {' '.join(on)} is known")
        return Statement(CIRCLE, (about, *on))

    def _known_points(self, circle: str, time: int) -> list[str]:
        """Points known to be on a circle by a time."""
        of_circle = [e for e in self._inscribed_in.get(circle, ()) if e.time < time]
        return list(dict.fromkeys(p for e in of_circle for p in e.points))


def _without_arc_variables(circle: str, entry: EquationEntry) -> Equation:
    """What a row says of directions, its terms in any order."""
    terms = [(q, c) for q, c in entry.row.items() if q[0] != circle]
    return Equation(Theory.DIRECTION, tuple(terms), tuple(entry.constants.items()))
