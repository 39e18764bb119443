"""The core's linear systems do what an exact model does, whatever is called in whatever order.

Hypothesis drives what a closure and the trials of a search call: add an equation, ask for one, add a point, take a trial back,
take over what another system found. It looks for a run after which core and model disagree, and shrinks it.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from solver._core import LinearSystem

#: Variable, numerator, denominator.
Row = list[tuple[int, int, int]]


class Exact:
    """Rows over the rationals, each solved for a variable of its own; slow and obvious. fixed: constants, never solved for."""

    def __init__(self, fixed: frozenset[int]) -> None:
        self.fixed = fixed
        self.rows: dict[int, dict[int, Fraction]] = {}

    def copy(self) -> Exact:
        made = Exact(self.fixed)
        made.rows = {pivot: dict(row) for pivot, row in self.rows.items()}
        return made

    def reduced(self, equation: Row) -> dict[int, Fraction]:
        total: dict[int, Fraction] = {}
        for variable, p, q in equation:
            _add(total, {variable: Fraction(1)}, Fraction(p, q))
        for pivot in [v for v in total if v in self.rows]:
            _add(total, self.rows[pivot], -total[pivot])
        return {v: c for v, c in total.items() if c}

    def add(self, equation: Row) -> bool:
        """Whether it is new. The youngest variable is solved for, as in the core: only then a row of old variables is old news."""
        row = self.reduced(equation)
        free = [v for v in row if v not in self.fixed]
        if not free:
            return False  # known, or a contradiction between constants
        pivot = max(free)
        row = {v: c / row[pivot] for v, c in row.items()}
        for other in self.rows.values():
            if other.get(pivot):
                _add(other, row, -other[pivot])
        self.rows[pivot] = row
        return True

    def is_entailed(self, equation: Row) -> bool:
        return not self.reduced(equation)

    def about(self, size: int) -> list[Row]:
        """Rows that together say what is known of the first variables alone."""
        rows = ({v: c for v, c in row.items() if c} for row in self.rows.values())
        return [[(v, c.numerator, c.denominator) for v, c in row.items()] for row in rows if all(v < size for v in row)]


def _add(total: dict[int, Fraction], row: dict[int, Fraction], factor: Fraction) -> None:
    for v, c in row.items():
        total[v] = total.get(v, Fraction(0)) + factor * c


_COEFFICIENTS = st.sampled_from([(1, 1), (-1, 1), (2, 1), (-2, 1), (1, 2), (-3, 2), (5, 1)])


def equations(size: int) -> st.SearchStrategy[Row]:
    """An equation of up to five different variables."""
    variables = st.lists(st.integers(0, size - 1), min_size=1, max_size=5, unique=True)
    return variables.flatmap(
        lambda chosen: st.tuples(*(_COEFFICIENTS for _ in chosen)).map(
            lambda all_: [(v, p, q) for v, (p, q) in zip(chosen, all_, strict=True)]
        )
    )


class LinearTheory(RuleBasedStateMachine):
    """core and exact hold the same equations; before: what exact was when the running trial began, and its size."""

    @initialize(size=st.integers(2, 7), fixed=st.integers(0, 2), seed=st.integers(1, 1000))
    def begin(self, size: int, fixed: int, seed: int) -> None:
        self.core = LinearSystem(size, seed)
        self.size = size + fixed
        for _ in range(fixed):
            self.core.add_variable(fixed=True)
        self.exact = Exact(frozenset(range(size, size + fixed)))
        self.statement = self.size  # variables of generation 0
        self.before: tuple[Exact, int] | None = None

    @rule(data=st.data())
    def assume(self, data: st.DataObject) -> None:
        equation = data.draw(equations(self.size))
        assert self.core.add(equation) == self.exact.add(equation)

    @rule(data=st.data())
    def ask(self, data: st.DataObject) -> None:
        equation = data.draw(equations(self.size))
        assert self.core.is_entailed(equation) == self.exact.is_entailed(equation)

    @rule(data=st.data(), count=st.integers(1, 3))
    @precondition(lambda self: self.before is not None and self.size < 24)
    def add_a_point(self, data: st.DataObject, count: int) -> None:
        """With the variables of its pairs, in a trial."""
        self.core.begin_generation()
        for _ in range(count):
            self.core.add_variable(fixed=False)
        self.size += count

    @rule()
    @precondition(lambda self: self.before is None)
    def begin_a_trial(self) -> None:
        self.core.mark()
        self.before = self.exact.copy(), self.size

    @rule()
    @precondition(lambda self: self.before is not None)
    def take_the_trial_back(self) -> None:
        assert self.before is not None
        self.core.rollback()
        self.exact, self.size = self.before
        self.before = None

    @rule(data=st.data(), count=st.integers(1, 3))
    @precondition(lambda self: self.before is None)
    def absorb(self, data: st.DataObject, count: int) -> None:
        """What another system with more points has found about the variables that are here."""
        other, exact, size = self.core.copy(), self.exact.copy(), self.size + count
        other.begin_generation()
        for _ in range(count):
            other.add_variable(fixed=False)
        for equation in data.draw(st.lists(equations(size), max_size=6)):
            assert other.add(equation) == exact.add(equation)
        news = sum(self.exact.add(row) for row in exact.about(self.statement))
        assert self.core.absorb(other) == news

    @invariant()
    def they_know_equally_much(self) -> None:
        if hasattr(self, "core"):
            assert self.core.rank == len(self.exact.rows)
            assert self.core.size == self.size

    def teardown(self) -> None:
        """Each entails what the other has."""
        if not hasattr(self, "core"):
            return
        for row in self.exact.about(self.size):
            assert self.core.is_entailed(row)


LinearTheory.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
TestLinearTheory = LinearTheory.TestCase
