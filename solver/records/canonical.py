"""The canonical form of a statement: what is the same of all statements that differ by names and by how they are written.

A statement becomes a colored graph of points, classes of equal quantities, circles and equations, premises and goal
apart (`solver.records.meaning` says what counts as the same), and the graph a digest. Two statements with one form say the
same of points with other names. Conditions (which of the figures is meant) are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from solver.records.colored import ColoredGraph
from solver.records.meaning import Combination, Key, Kind, Meaning, joined
from solver.statements.equation import Theory, segment
from solver.statements.predicates import Statement

#: Marks of what premises say, and of what the goal says.
_GIVEN, _GOAL = "", "goal "


def canonical_form(premises: Iterable[Statement], goal: Statement) -> str:
    """32 hexadecimal digits. A question counts as its points in pairs: answer it first. Raises PorismError without igraph."""
    given = Meaning()
    for premise in premises:
        given.say(premise)
    given.settled()

    def written(sense: int) -> Form:
        form = Form(given, sense)
        form.write_given()
        form.write_goal(goal)
        return form

    return whichever_way(written)


def whichever_way(written: Callable[[int], Form]) -> str:
    """The digest of a form, the same as of its mirror image. written: the form in the sense 1, or −1."""
    form = written(1)
    return min(form.graph.digest(), written(-1).graph.digest()) if form.turns else form.graph.digest()


class Form:
    """The graph of a meaning while it is written: `graph` has what has been written so far.

    sense: −1 for that of the mirror image, where angles turn the other way; 0 where it makes no difference which way an angle
    turns, so that both have one graph. turns: whether the mirror image has another.
    """

    def __init__(self, given: Meaning, sense: int) -> None:
        self.graph = ColoredGraph()
        self.turns = False
        self._given = given
        self._sense = sense
        self._pairs = given.classes()
        self._points: dict[str, int] = {}
        self._classes: dict[Key, int] = {}

    def write_given(self) -> None:
        """Classes of two quantities and more, circles and equations."""
        for key, pairs in self._pairs.items():
            if len(pairs) > 1:
                self.quantity(key)
        for circle in self._given.circles:
            self.graph.vertex("circle", map(self.point, circle))
        for overlap in self._given.overlaps:
            self.graph.vertex("one point", map(self.point, overlap))
        for combination in self._given.combinations():
            self._write(combination, _GIVEN)

    def write_goal(self, goal: Statement) -> None:
        """What holds beside the premises if the goal does: classes that become one, circles, equations."""
        reached = self._given.copy()
        reached.say(goal)
        reached.settled()
        for (kind, _), pairs in reached.classes().items():
            parts = {self._given.class_of((kind, pair)) for pair in pairs}
            if len(parts) > 1:
                self.graph.vertex("goal: one class", [self.quantity(part) for part in parts])
        for circle in set(reached.circles) - set(self._given.circles):
            self.graph.vertex("goal: circle", map(self.point, circle))
        for overlap in reached.overlaps - self._given.overlaps:
            self.graph.vertex("goal: one point", map(self.point, overlap))
        for equation in goal.equations():
            combination = self._given.combination(equation)
            if combination.equal is None and combination.terms:
                self._write(combination, _GOAL)
        if goal.predicate.is_question:
            if goal.expression is not None:
                asked = [self.point(name) for name in goal.points]
            else:
                asked = [
                    self.graph.vertex("pair", map(self.point, pair))
                    for pair in zip(goal.points[::2], goal.points[1::2], strict=True)
                ]
            self.graph.vertex(f"goal: {goal.predicate.name}", asked)

    def point(self, name: str) -> int:
        if name not in self._points:
            self._points[name] = self.graph.vertex("point")
        return self._points[name]

    def quantity(self, key: Key) -> int:
        """The vertex of a class: adjacent to its lines, or pairs of points."""
        key = self._given.class_of(key)
        if key not in self._classes:
            self._classes[key] = vertex = self.graph.vertex(key[0].value)
            pairs = self._pairs.get(key, [key[1]])
            lines = joined(pairs) if key[0] is Kind.DIRECTION else []
            on_lines = {segment(a, b) for line in lines for a in line for b in line if a < b}
            for points in (*lines, *(pair for pair in pairs if pair not in on_lines)):
                self.graph.join(
                    vertex, self.graph.vertex("line" if len(points) > 2 else "pair", map(self.point, points))
                )
        return self._classes[key]

    def poles(self, kind: str, constant: Fraction | None, opposite: Fraction | None) -> tuple[int, int]:
        """The two sides of a difference of `constant`, of directions or lengths; one where it is its own opposite."""
        if kind == Kind.DIRECTION.value and constant != opposite:
            self.turns = True
            if self._sense <= 0:
                constant, opposite = opposite, constant
            if self._sense == 0 and constant is not None and opposite is not None:
                constant = opposite = min(constant, opposite)
                return self._joined(f"{kind} {constant}", f"{kind} {opposite}")
        if constant is not None and constant == opposite:
            pole = self.graph.vertex(f"{kind} {constant}")
            return pole, pole
        return self._joined(f"{kind} {constant}", f"{kind} {opposite}")

    def _joined(self, color: str, opposite: str) -> tuple[int, int]:
        positive, negative = self.graph.vertex(color), self.graph.vertex(opposite)
        self.graph.join(positive, negative)
        return positive, negative

    def _write(self, combination: Combination, role: str) -> None:
        """What is counted positive on one pole is counted negative on the other: an equation and its negative are one graph."""
        if combination.theory is Theory.DIRECTION and combination.constants != combination.negated().constants:
            self.turns = True
        colors = (_color(combination, role), _color(combination.negated(), role))
        if combination.theory is Theory.DIRECTION and self._sense == 0:
            colors = (min(colors), min(colors))
        is_mirrored = combination.theory is Theory.DIRECTION and self._sense < 0
        positive, negative = self._joined(*(reversed(colors) if is_mirrored else colors))
        for key, c in combination.terms:
            pole = positive if c > 0 else negative
            times = pole if abs(c) == 1 else self.graph.vertex(f"times {abs(c)}", [pole])
            self.graph.join(self.quantity(key), times)


def _color(combination: Combination, role: str) -> str:
    constants = ", ".join(f"{c} of {base}" for base, c in combination.constants)
    return f"{role}{combination.theory.value} {constants}"
