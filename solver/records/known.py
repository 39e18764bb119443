"""The graph of what a closure knows, and its form: the same for one figure told by other premises.

Of a saturated closure: which directions, lengths, angles and ratios are equal, which angles and ratios are known, and which
points are on one circle; sums of lengths and of squares are left out. Then the goal, as in `solver.records.canonical`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver import _core
from solver.deduction.closure import Closure
from solver.records.canonical import Form, whichever_way
from solver.records.colored import ColoredGraph
from solver.records.meaning import Key, Kind, Meaning, Pair
from solver.statements.equation import Equation, Theory, segment
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, Statement, prime_exponents

#: With this the colors of vertices begin that say the goal.
GOAL_VERTEX = "goal"
#: Predicates that speak of points rather than of quantities.
_OF_POINTS = (COLL, CYCLIC, CIRCLE, OVERLAP)
#: The modulus of the core's hashes.
PRIME = 2**61 - 1
#: The theory that knows each kind of quantity.
_THEORY = {Kind.DIRECTION: Theory.DIRECTION, Kind.LENGTH: Theory.LOG}
#: Values in a diagram that are the same, and points that coincide.
ALIKE, COINCIDENT = 1e-9, 1e-7
#: Angles (units of π) and ratios that a closure may know have denominators, and ratios numerators, of at most this.
SIMPLE = 24
_SIMPLE = sorted({Fraction(p, q) for p in range(1, SIMPLE + 1) for q in range(1, SIMPLE + 1)})
_SIZES = np.array([float(value) for value in _SIMPLE])

Hashes = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Difference:
    """Pairs of classes that differ by the same, angles modulo π; by what, and the reversed ones by what, if it is known."""

    members: Sequence[tuple[Key, Key]]
    constant: Fraction | None
    opposite: Fraction | None


def known_form(closure: Closure, goal: Statement) -> str:
    """32 hexadecimal digits. closure: saturated, of the statement without auxiliary points."""
    known = _Known(closure)

    def written(sense: int) -> Form:
        form = Form(known.meaning, sense)
        known.write(form)
        form.write_goal(goal)
        return form

    return whichever_way(written)


def figure_graph(closure: Closure, goal: Statement) -> ColoredGraph:
    """The same graph but for two things: mirror images have one, and the goal is there as it is said, known or not.

    closure: as above. Its points are the first vertices, in the diagram's order; vertices of the goal have colors that begin
    with `GOAL_VERTEX`.
    """
    known = _Known(closure)
    form = Form(known.meaning, 0)
    for point in closure.diagram.points:
        form.point(point)
    known.write(form)
    _say_goal(goal, form)
    return form.graph


def _say_goal(goal: Statement, form: Form) -> None:
    """Equations by their sides, each with its quantities as pairs of points; all else by its points, the first one apart."""
    graph = form.graph
    equations = () if goal.predicate in _OF_POINTS else goal.equations()
    for equation in equations:
        whole = graph.vertex(f"{GOAL_VERTEX} {equation.theory.value} {_constants(equation)}")
        sides = [graph.vertex(f"{GOAL_VERTEX} side", [whole]) for _ in range(2)]
        for quantity, c in equation.terms:
            pair = graph.vertex(f"{GOAL_VERTEX} {len(quantity)} points, times {abs(c)}", map(form.point, quantity))
            graph.join(sides[c > 0], pair)
            if len(quantity) == 2:
                kind = Kind.DIRECTION if equation.theory is Theory.DIRECTION else Kind.LENGTH
                graph.join(form.quantity((kind, segment(*quantity))), pair)
    if not equations and goal.points:
        name = goal.predicate.name
        whole = graph.vertex(f"{GOAL_VERTEX} {name}")
        for i, point in enumerate(dict.fromkeys(goal.points)):
            role = "first" if i == 0 and goal.predicate is CIRCLE else "other"
            graph.vertex(f"{GOAL_VERTEX} {role} of {name}", [whole, form.point(point)])


def _constants(equation: Equation) -> str:
    """The same for the equation's negative and its mirror image."""
    if equation.theory is Theory.DIRECTION:
        return ", ".join(f"{min(c % 1, -c % 1)}" for _, c in equation.constants)
    return ", ".join(sorted(f"{abs(c)} of {base}" for base, c in equation.constants))


def _write(difference: Difference, kind: Kind, form: Form) -> None:
    poles = form.poles(kind.value, difference.constant, difference.opposite)
    for key, other in difference.members:
        # Each of the two at its pole, so that the pair and its reverse are one.
        first = form.graph.vertex("end", [form.quantity(key), poles[0]])
        form.graph.vertex("end", [form.quantity(other), poles[1], first])


class _Known:
    """A closure's knowledge. meaning: its classes of equal quantities, and its circles."""

    def __init__(self, closure: Closure) -> None:
        self.meaning = Meaning()
        self._closure = closure
        names, xy = closure.diagram.points, closure.diagram.xy
        at = [complex(x, y) for x, y in xy]
        numbers = [(a, b) for b in range(len(names)) for a in range(b)]  # in the core's order
        apart = [k for k, (a, b) in enumerate(numbers) if abs(at[a] - at[b]) > COINCIDENT]
        self._pairs = [segment(names[a], names[b]) for a, b in (numbers[k] for k in apart)]
        along = np.array([at[b] - at[a] for a, b in (numbers[k] for k in apart)])
        self._values: dict[Kind, Floats] = {
            Kind.DIRECTION: np.angle(along) / np.pi % 1.0,
            Kind.LENGTH: np.log(np.abs(along)),
        }
        self._hashes: dict[Kind, Hashes] = {}
        self._whole = 0
        for kind, theory in _THEORY.items():
            *hashes, one = closure.core.hashes(_core.Theory[theory.name])
            self._hashes[kind] = np.array(hashes, dtype=np.int64)[apart]
            self._whole = self._whole or one
        self._say(names)

    def write(self, form: Form) -> None:
        """All but the goal."""
        form.write_given()
        for kind in Kind:
            for difference in self.differences(kind):
                _write(difference, kind, form)

    def _say(self, names: tuple[str, ...]) -> None:
        for kind, hashes in self._hashes.items():
            classes: dict[int, list[Pair]] = {}
            for value, pair in zip(hashes.tolist(), self._pairs, strict=True):
                classes.setdefault(value, []).append(pair)
            for pairs in classes.values():
                self.meaning.same(kind, pairs)
        for circle in self._closure.core.fingerprint()[len(Theory) :]:
            self.meaning.say(Statement(CYCLIC, tuple(names[i] for i in circle)))
        for (i, a), (j, b) in combinations(enumerate(names), 2):
            if self._closure.core.are_equal(i, j):
                self.meaning.say(Statement(OVERLAP, (a, b)))
        self.meaning.settled()

    def differences(self, kind: Kind) -> Iterator[Difference]:
        """Differences of directions, or of logarithms of lengths; what isn't known and shared by no two pairs is left out."""
        distinct, first = np.unique(self._hashes[kind], return_index=True)
        keys = [self.meaning.class_of((kind, self._pairs[k])) for k in first]
        values = self._values[kind][first]
        i, j = np.triu_indices(len(distinct), 1)
        forwards = _modulo(distinct[i] - distinct[j], self._turns(kind, values[i] - values[j]))
        backwards = _modulo(distinct[j] - distinct[i], self._turns(kind, values[j] - values[i]))
        # A pair or its reverse: the one with the smaller hash.
        x, y = np.where(forwards <= backwards, (i, j), (j, i))
        sizes = (values[x] - values[y]) % 1.0 if kind is Kind.DIRECTION else np.exp(values[x] - values[y])
        simple = np.clip(np.searchsorted(_SIZES, sizes + ALIKE) - 1, 0, None)
        is_simple = np.abs(sizes - _SIZES[simple]) < ALIKE
        _, group, count = np.unique(np.minimum(forwards, backwards), return_inverse=True, return_counts=True)
        found: dict[int, list[int]] = {}
        for k in np.flatnonzero(is_simple | (count[group] > 1)).tolist():
            found.setdefault(int(group[k]), []).append(k)
        for members in found.values():
            pairs = [(keys[x[k]], keys[y[k]]) for k in members]
            constant = self._known(kind, *pairs[0], _SIMPLE[simple[members[0]]]) if is_simple[members[0]] else None
            if constant is not None or len(members) > 1:
                opposite = constant if constant is None else -constant % 1 if kind is Kind.DIRECTION else 1 / constant
                yield Difference(pairs, constant, opposite)

    def _turns(self, kind: Kind, gap: Floats) -> Any:
        """What lifts a difference of directions to between 0 and 1; 0 for lengths."""
        return np.where(gap < -ALIKE, self._whole, 0) if kind is Kind.DIRECTION else 0

    def _known(self, kind: Kind, first: Key, second: Key, value: Fraction) -> Fraction | None:
        """The angle in units of π, or the ratio, if it is known."""
        terms = [(first[1], 1), (second[1], -1)]
        if kind is Kind.DIRECTION:
            equation = Equation.of(Theory.DIRECTION, terms, {1: -value})
        else:
            equation = Equation.of(Theory.LOG, terms, {p: -e for p, e in prime_exponents(value).items()})
        return value if self._closure.is_entailed(equation) else None


def _modulo(difference: Hashes, turns: Any) -> Hashes:
    return np.asarray((difference + turns) % PRIME, dtype=np.int64)
