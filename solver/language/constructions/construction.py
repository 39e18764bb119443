"""What a construction is: its words, what it asserts, and how to draw it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from solver.plane.loci import Locus, Places
from solver.statements.predicates import ACOMPUTE, ACONST, PREDICATES, Statement

#: (random generator, coordinates of the arguments …, constants as floats …) ↦ locus of the new points.
#: Raises Degenerate where there is none.
Sketch = Callable[..., Locus]


def with_angle_reversed(statement: Statement) -> Statement:
    """`aconst c d a b k` for `aconst a b c d k`; others unchanged.

    In the constructive language, as its users' files have it, the angle of an aconst turns from ab to cd; in the
    coordinate language, and so in the table of predicates, from cd to ab.
    """
    if statement.predicate not in (ACONST, ACOMPUTE):
        return statement
    return Statement(statement.predicate, (*statement.points[2:], *statement.points[:2]), statement.constants)


@dataclass(frozen=True)
class Construction:
    """One construction of the constructive language.

    signature: its words in the order in which they are written; new: those of them that it introduces.
    constants: names of numbers after the points. asserts: templates in the same language, such as `cong x a x b`.
    description: one line. sketch: see `Sketch`. setting: a statement that places the arguments, for the example.
    """

    name: str
    signature: tuple[str, ...]
    new: tuple[str, ...]
    asserts: tuple[str, ...]
    description: str
    sketch: Sketch = field(repr=False, compare=False)
    constants: tuple[str, ...] = ()
    setting: str = ""
    sample: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Callable[[str], Construction], tuple[str]]:
        return _of_name, (self.name,)  # between processes, too, a construction is one of the table

    @property
    def arguments(self) -> tuple[str, ...]:
        return tuple(w for w in self.signature if w not in self.new)

    @property
    def syntax(self) -> str:
        """`x = on_line x a b`."""
        return f"{' '.join(self.new)} = {' '.join((self.name, *self.signature, *self.constants))}"

    def statements(
        self, new: tuple[str, ...], arguments: tuple[str, ...], constants: tuple[Fraction, ...]
    ) -> tuple[Statement, ...]:
        """What it asserts of these points."""
        named = dict(zip(self.new, new, strict=True)) | dict(zip(self.arguments, arguments, strict=True))
        numbers = dict(zip(self.constants, constants, strict=True))
        result = []
        for template in self.asserts:
            head, *words = template.split()
            points = tuple(named[w] for w in words if w in named)
            values = tuple(numbers[w] if w in numbers else Fraction(w) for w in words if w not in named)
            result.append(with_angle_reversed(Statement(PREDICATES[head], points, values)))
        return tuple(result)

    @property
    def example(self) -> str:
        """A statement that uses it, with one of its assertions (or a triviality) as the goal."""
        base = self.setting or _setting(self.arguments)
        call = f"{' '.join(self.new)} = {' '.join((self.name, *self.signature, *self.sample))}"
        goal = self.statements(self.new, self.arguments, tuple(Fraction(s) for s in self.sample))
        words = str(with_angle_reversed(goal[0])) if goal else "cong {0} {1} {1} {0}".format(*(self.signature * 2)[:2])
        clauses = "; ".join(c for c in (base, call) if c)
        if not goal and len(self.signature) == 1:
            clauses = f"{clauses}; other = free other"
            words = f"cong {self.new[0]} other other {self.new[0]}"
        return f"{clauses} ? {words}"


def _of_name(name: str) -> Construction:
    from solver.language.constructions import CONSTRUCTIONS  # the table is made of what this module defines

    return CONSTRUCTIONS[name]


def _setting(arguments: tuple[str, ...]) -> str:
    """Free points for the arguments: a triangle first, then others."""
    if len(arguments) < 3:
        return "; ".join(f"{a} = free {a}" for a in arguments)
    first = " ".join(arguments[:3])
    return "; ".join((f"{first} = triangle {first}", *(f"{a} = free {a}" for a in arguments[3:])))


def define(
    name: str,
    signature: str,
    asserts: str,
    description: str,
    sketch: Sketch,
    *,
    new: str = "x",
    constants: str = "",
    setting: str = "",
    sample: str = "",
) -> Construction:
    """A table row: words separated by spaces, assertions by commas."""
    return Construction(
        name,
        tuple(signature.split()),
        tuple(new.split()),
        tuple(a.strip() for a in asserts.split(",") if a.strip()),
        description,
        sketch,
        tuple(constants.split()),
        setting,
        tuple(sample.split()),
    )


def at(*places: complex) -> Places:
    """One alternative: these new points."""
    return Places((places,))


def either(*options: Any) -> Places:
    """Several alternatives; a single new point needs no tuple."""
    return Places(tuple(o if isinstance(o, tuple) else (o,) for o in options))
