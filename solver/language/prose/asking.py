"""What is to be found, and how the answer is to be given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.language.atoms import Angle, Length
from solver.language.equated import question
from solver.language.problem import Asking
from solver.language.prose import products
from solver.language.prose.between import met
from solver.language.prose.context import Context
from solver.language.prose.equations import expression_of
from solver.language.prose.inequalities import meant
from solver.language.prose.measures import value
from solver.language.prose.syntax import Named, Number, Operation, Run, Thing
from solver.language.sums import UNIT, Sum, Symbol, atom, atoms
from solver.statements import expression as ex
from solver.statements.predicates import FIND, Predicate, Statement


@dataclass(frozen=True)
class Asked:
    """statement: the question. senses: where the figure decides how it is written. how: the answer is to be given."""

    statement: Statement
    how: Asking
    senses: tuple[int, ...] | None = None


def asked_for(ctx: Context, of: Sum, terms: Sequence[Thing]) -> Asked:
    """The question for the value of a sum. terms: in which it is to be given. Raises ParseError."""
    of, form = _formed(ctx, of)
    if not terms and form is None and _is_plain(of):
        statement, senses = question(ctx, of)
        return Asked(statement, Asking(), senses)
    found = products.settled(ctx, met(ctx, of))
    if not found or not atoms(found):
        raise ctx.misvalued("the value asked for is given", "ask for something else")
    e = expression_of(ctx, found)
    try:
        power = ex.dimension(e)
        names = _names(ctx, of, terms)
    except ex.DimensionError as error:
        raise ctx.misvalued(f"this is {error}", "add lengths to lengths and areas to areas") from None
    unit = products.unit(ctx)
    if unit is None and power and not any(ex.dimension(name) for _, name in names):
        raise ctx.misvalued(
            "only an angle or the ratio of two lengths can be asked for where no length is given: figures have no scale",
            "give a length, AB = 13 or AB = a, or write find |A B| / |C D|",
        )
    if unit is not None and not terms:
        e = ex.in_units(e, unit)
    senses = (1,) * len(ex.sizes_of(e)) or None
    return Asked(Statement.about(FIND, e), Asking(names, unit, form), senses)


def extreme_of(ctx: Context, of: Sum, predicate: Predicate) -> Asked:
    """The question for the greatest or the least value of a sum. Raises ParseError."""
    e = meant(ctx, of)
    try:
        power = ex.dimension(e)
    except ex.DimensionError as error:
        raise ctx.misvalued(f"this is {error}", "add lengths to lengths and areas to areas") from None
    unit = products.unit(ctx)
    if unit is None and power:
        raise ctx.misvalued(
            "figures have no scale, so that this has no greatest and no least value",
            "give a length, AB = 13, or ask for a ratio: the greatest value of r/R",
        )
    return Asked(Statement.about(predicate, e if unit is None else ex.in_units(e, unit)), Asking((), unit))


def _is_plain(of: Sum) -> bool:
    """Whether it is an angle or the ratio of two lengths."""
    if len(of) != 1:
        return False
    ((product, c),) = of.items()
    if c != 1:
        return False
    parts = sorted(((e, a) for a, e in product), key=lambda part: part[0])
    match parts:
        case [(1, Angle())]:
            return True
        case [(-1, Length()), (1, Length())]:
            return True
    return False


def _names(ctx: Context, of: Sum, terms: Sequence[Thing]) -> tuple[tuple[str, ex.Expression], ...]:
    """What the answer may speak of: the terms, or all else that the statement has names for where no length has a value."""
    if terms:
        return tuple((_written(term), expression_of(ctx, products.settled(ctx, value(ctx, term)))) for term in terms)
    values = ctx.quantities.values
    if UNIT in values:
        return ()
    return tuple(
        (symbol.name, expression_of(ctx, products.settled(ctx, atom(symbol))))
        for symbol in values
        if symbol is not UNIT and symbol not in atoms(of)
    )


def _written(term: Thing) -> str:
    match term:
        case Run(points):
            return "".join(points)
        case Named(name):
            return name
        case Operation(sign, (inner,)):
            return f"{sign} {_written(inner)}"
    return "x"


def _formed(ctx: Context, of: Sum) -> tuple[Sum, tuple[str, str] | None]:
    """What is asked for, if it is asked by the numbers in which it is written: `the area is m√n/p. Find m + n + p`."""
    asked = {a.name for a in atoms(of) if isinstance(a, Symbol)} - {s.name for s in ctx.quantities.values}
    if not asked:
        return of, None
    for measured, form in ctx.quantities.forms:
        text, names = in_sympy(form)
        if asked <= names:
            wanted = " + ".join(
                "*".join([str(c), *(f"{a.name}**({e})" for a, e in product if isinstance(a, Symbol))])
                for product, c in of.items()
            )
            return measured, (text, wanted)
    return of, None


def in_sympy(form: Thing) -> tuple[str, frozenset[str]]:
    """An expression in names of numbers, as sympy reads it, and the names."""
    match form:
        case Number(text):
            return text, frozenset()
        case Named(name) | Run((name,)):
            return name, frozenset([name])
        case Run(points) if len(points) == 2:
            return "".join(points), frozenset(["".join(points)])
        case Operation("√", (inner,)):
            said, names = in_sympy(inner)
            return f"sqrt({said})", names
        case Operation("neg", (inner,)):
            said, names = in_sympy(inner)
            return f"-({said})", names
        case Operation(sign, (left, right)) if sign in ("+", "-", "*", "/", "^"):
            (one, first), (other, second) = in_sympy(left), in_sympy(right)
            return f"({one}){'**' if sign == '^' else sign}({other})", first | second
    return "", frozenset()
