"""A problem as a GeoGebra file: its points constructed as far as commands can, the rest of its premises as booleans.

Points and lines can be moved in GeoGebra where the construction leaves them free. Premises that no command draws are
booleans `given1`, `given2`, …; their points stay where they are, as a text in the figure says. The goal is a boolean
`goal`, or the angle or ratio that is asked for. Reading the file gives the problem back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from solver.diagram.diagram import Diagram
from solver.diagram.picture import sides
from solver.diagram.truth import error_of
from solver.errors import ParseError
from solver.geogebra.archive import packed
from solver.geogebra.construction import Curve, Made, construction
from solver.geogebra.formulas import formula
from solver.geogebra.page import Page, Style
from solver.geogebra.read import GIVEN, GOAL
from solver.language.convert import capitals
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.statements.equation import Theory
from solver.statements.predicates import CIRCLE, CYCLIC, EXPLORE, Statement

#: Half the width of the figure in GeoGebra's units.
SIZE = 4.0

FREE = Style((21, 101, 192))
DEPENDENT = Style((68, 68, 68))
AUXILIARY = Style((192, 57, 43))
LOCUS = Style((150, 160, 170), thickness=2)
SIDE = Style((52, 73, 94), thickness=4)
MARKED = Style((192, 57, 43), thickness=5)


def geogebra_file(problem: Problem, at: Mapping[str, complex]) -> bytes:
    """The bytes of a .ggb file. at: the places of all points in a figure of the problem.

    Raises ParseError where the problem has several goals, or speaks of values and areas.
    """
    if problem.others:
        raise ParseError("a GeoGebra file has one goal, this statement several", None, "write a statement for each")
    if any(s.expression is not None for s in (problem.goal, *problem.premises)):
        raise ParseError(
            "areas, values and the like can't be written for GeoGebra", None, "porism convert --to plain writes them"
        )
    return packed(geogebra_xml(problem, at))


def geogebra_xml(problem: Problem, at: Mapping[str, complex]) -> str:
    read = oriented(problem, at)
    writing = _Writing(Page(problem.name), labels(read.points), read, _scaled(at))
    left = [s for made in construction(read, at) for s in writing.point(made)]
    for number, statement in enumerate(left, start=1):
        writing.boolean(f"{GIVEN}{number}", statement)
    writing.sides()
    writing.goal()
    writing.note(len(left))
    return writing.page.xml()


def labels(points: Sequence[str]) -> dict[str, str]:
    """GeoGebra's names of points: capitals, longer indices in braces."""
    return {p: re.sub(r"_(\d\d+)", r"_{\1}", name) for p, name in capitals(points).items()}


def _scaled(at: Mapping[str, complex]) -> dict[str, complex]:
    middle = sum(at.values()) / len(at)
    extent = max(max(abs((z - middle).real), abs((z - middle).imag)) for z in at.values()) or 1.0
    return {p: (z - middle) * SIZE / extent for p, z in at.items()}


@dataclass
class _Writing:
    """curves: lines and circles that have a label, by what makes them. fixed: points that can't be moved."""

    page: Page
    names: Mapping[str, str]
    problem: Problem
    at: Mapping[str, complex]
    curves: dict[tuple[str, ...], str] = field(default_factory=dict)
    fixed: list[str] = field(default_factory=list)

    def point(self, made: Made) -> tuple[Statement, ...]:
        """Write the point; what is left over of its premises."""
        label, place = self.names[made.point], self.at[made.point]
        if made.command:
            self.page.command(made.command, [self._named(i) for i in made.inputs], [label])
        elif made.curves:
            inputs = [self._curve(curve) for curve in made.curves]
            inputs += [str(made.index)] if made.index else []
            self.page.command("Intersect" if len(made.curves) == 2 else "Point", inputs, [label])
        is_auxiliary = any(made.point in clause.points for clause in self.problem.auxiliary)
        is_movable = not made.command and len(made.curves) < 2
        is_fixed = is_movable and bool(made.left)
        if is_fixed:
            self.fixed.append(label)
        style = AUXILIARY if is_auxiliary else FREE if is_movable and not is_fixed else DEPENDENT
        self.page.point(label, place, style, is_fixed)
        return made.left

    def _named(self, template: str) -> str:
        return re.sub(r"\{([^{}]+)\}", lambda match: self.names[match[1]], template)

    def _curve(self, curve: Curve) -> str:
        key = (curve.command, *curve.inputs)
        if key not in self.curves:
            kind = "line" if curve.command != "Circle" else "conic"
            letter = "l" if kind == "line" else "c"
            number = 1 + sum(label.startswith(letter) for label in self.curves.values())
            label = f"{letter}_{number}" if number < 10 else f"{letter}_{{{number}}}"
            self.curves[key] = label
            self.page.command(curve.command, [self._named(i) for i in curve.inputs], [label])
            self.page.object(kind, label, LOCUS)
        return self.curves[key]

    def boolean(self, label: str, statement: Statement) -> None:
        self.page.expression(label, formula(statement, self.names), "boolean", '<value val="true"/>')

    def sides(self) -> None:
        """Sides of the polygons that the statement starts with, and segments or the circle of the goal."""
        goal = self.problem.goal
        on = goal.points if goal.predicate is CYCLIC else goal.points[1:] if goal.predicate is CIRCLE else ()
        if on:
            self.page.command("Circle", [self.names[p] for p in on[:3]], ["goalcircle"])
            self.page.object("conic", "goalcircle", MARKED)
        measured = [e for e in goal.equations() if e.theory is not Theory.SQUARE and not on]
        marked = {frozenset(q) for e in measured for q, _ in e.terms if len(q) == 2}
        drawn = dict.fromkeys((*map(frozenset, sides(self.problem)), *sorted(marked, key=sorted)))
        for number, pair in enumerate(drawn, start=1):
            label = f"s_{number}" if number < 10 else f"s_{{{number}}}"
            self.page.command("Segment", sorted(self.names[p] for p in pair), [label])
            self.page.object("segment", label, MARKED if pair in marked else SIDE)

    def goal(self) -> None:
        goal = self.problem.goal
        if goal.predicate is EXPLORE:
            return
        if goal.predicate.is_question:
            kind = "angle" if goal.predicate.name == "acompute" else "numeric"
            self.page.expression(GOAL, formula(goal, self.names), kind, "")
            return
        diagram = Diagram(tuple(self.at), np.array([(z.real, z.imag) for z in self.at.values()]))
        is_true = error_of(goal, diagram) < 1e-6
        self.page.expression(GOAL, formula(goal, self.names), "boolean", f'<value val="{str(is_true).lower()}"/>')

    def note(self, count: int) -> None:
        """What can't be moved, and why."""
        if count:
            premises = f"{GIVEN}1" + {1: "", 2: f", {GIVEN}2"}.get(count, f" to {GIVEN}{count}")
            fixed = f" {', '.join(self.fixed)} can't be moved." if self.fixed else ""
            self.page.text("note", f"{premises}: premises that no command draws.{fixed}")
