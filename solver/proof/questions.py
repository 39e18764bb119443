"""What a proof may have to show, as the core knows it: by numbers, the equations as rows.

A question is a claim to be explained; the core (solver/core/tracing) tells apart claims that say the same. Journals of one closure share
their questions, and whatever was asked of one of them is known for all.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction

from solver import _core
from solver.deduction.closure import CORE_THEORY
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.lines import collinear_points
from solver.statements.predicates import CIRCLE, CYCLIC, OVERLAP, Claim, Statement

#: (column or row, numerator, denominator)
Terms = list[tuple[int, int, int]]


class Questions:
    """The questions about one diagram, one for each claim.

    core: who knows them by number. claims: by number. points: of the steps that conclude something, by number.
    """

    def __init__(self, diagram: Diagram) -> None:
        self.lifter = Lifter(diagram)
        places = self.lifter.places()
        self.core = _core.Questions([places[p] for p in diagram.points])
        self.index = {p: i for i, p in enumerate(diagram.points)}
        self.claims: list[Claim] = []
        self.points: list[tuple[str, ...]] = [()]
        self._known: dict[Claim, int] = {}
        self._of_points: dict[tuple[str, ...], int] = {(): 0}
        self._columns: dict[Theory, dict[Hashable, int]] = {theory: {} for theory in Theory}
        self._rows: dict[int, tuple[object, int, Terms]] = {}
        self._of_premises: dict[int, tuple[object, list[int]]] = {}

    def of(self, claim: Claim) -> int:
        """The claim's number."""
        known = self._known.get(claim)
        if known is None:
            known = self._known[claim] = self._added(claim)
            self.claims.append(claim)
        return known

    def of_premises(self, said: tuple[Claim, ...]) -> list[int]:
        """The numbers of what a conclusion was drawn from, without what says nothing."""
        known = self._of_premises.get(id(said))
        if known is None:
            numbers = [self.of(p) for p in said if not (isinstance(p, Equation) and p.is_trivial)]
            known = self._of_premises[id(said)] = said, numbers
        return known[1]

    def of_points(self, points: tuple[str, ...]) -> int:
        """The number of the points of a step."""
        known = self._of_points.get(points)
        if known is None:
            known = self._of_points[points] = len(self.points)
            self.points.append(points)
        return known

    def row(self, theory: Theory, row: Mapping[Quantity, Fraction], constants: Mapping[int, Fraction]) -> int:
        """The number of a journal's row, which stays as it is."""
        return self._row(theory, row, constants)[1]

    def terms_of_row(
        self, theory: Theory, row: Mapping[Quantity, Fraction], constants: Mapping[int, Fraction]
    ) -> Terms:
        """A journal's row, which stays as it is, by columns."""
        return self._row(theory, row, constants)[2]

    def target(self, claim: Equation) -> Terms:
        """An equation by columns."""
        return self._terms(claim.theory, claim.terms, claim.constants)

    def _row(
        self, theory: Theory, row: Mapping[Quantity, Fraction], constants: Mapping[int, Fraction]
    ) -> tuple[object, int, Terms]:
        known = self._rows.get(id(row))
        if known is None:
            terms = self._terms(theory, row.items(), constants.items())
            known = self._rows[id(row)] = row, self.core.add_row(terms), terms
        return known

    def _terms(
        self, theory: Theory, terms: Iterable[tuple[Quantity, Fraction]], constants: Iterable[tuple[int, Fraction]]
    ) -> Terms:
        """The logarithms of primes, or half turns, have columns, too."""
        columns = self._columns[theory]
        found = [(columns.setdefault(q, len(columns)), *c.as_integer_ratio()) for q, c in terms]
        found += [(columns.setdefault(base, len(columns)), *c.as_integer_ratio()) for base, c in constants]
        return found

    def _added(self, claim: Claim) -> int:
        core, index = self.core, self.index
        is_line = collinear_points(claim) is not None
        if isinstance(claim, Equation):
            return core.add_equation(CORE_THEORY[claim.theory], self.target(claim), is_line)
        if claim.predicate is CYCLIC:
            return core.add_circle([index[p] for p in claim.points], None)
        if claim.predicate is CIRCLE:
            center, *on = claim.points
            return core.add_circle([index[p] for p in on], index[center])
        if claim.predicate is OVERLAP:
            x, y = claim.points
            return core.add_overlap(index[x], index[y])
        return self._meant(claim, is_line)

    def _meant(self, claim: Statement, is_line: bool) -> int:
        equations = claim.equations()
        if len(equations) != 1:
            return self.core.add_other(is_line)
        equation = self.lifter.lift(equations[0])
        return self.core.add_meant(CORE_THEORY[equation.theory], self.target(equation), is_line)
