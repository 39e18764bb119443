"""Lengths, angles and numbers: what an expression is worth, and equations and inequalities between expressions."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import pairwise

from solver.language.atoms import Angle, AngleKind, Length
from solver.language.equated import state_unequal
from solver.language.prose import quantities
from solver.language.prose.amounts import (
    OF_POLYGONS,
    are_symbols,
    between_contacts,
    cevian,
    distances,
    is_common,
    is_measure,
    is_segment,
    measured_of,
    named,
    of_circles,
    of_polygons,
    powers,
    tangent_length,
)
from solver.language.prose.arc_sizes import arc_size, are_arcs
from solver.language.prose.between import between, compared
from solver.language.prose.context import Context
from solver.language.prose.differences import unsigned
from solver.language.prose.equations import inverse, root
from solver.language.prose.functions import function_of
from solver.language.prose.inequalities import state_inequality
from solver.language.prose.lists import width
from solver.language.prose.nouns.outer_angles import is_outer, outer_corners
from solver.language.prose.objects import Arc, Between, Corner, Line, Polygon
from solver.language.prose.of_sort import pairs
from solver.language.prose.polygon_lengths import height
from solver.language.prose.registry import verb
from solver.language.prose.spoken_of import latest_vertices
from solver.language.prose.syntax import (
    AngleSize,
    Clause,
    Many,
    Modified,
    Named,
    Noun,
    Number,
    Operation,
    Pronoun,
    Run,
    Thing,
)
from solver.language.prose.things import angle, denote, like_last, points
from solver.language.sums import Other, Sum, Symbol, atom, atoms, plus, power, times
from solver.statements.expression import Area, Function

#: Nouns that are numbers or lengths, and nothing else.
QUANTITIES = frozenset(
    [*OF_POLYGONS, "length", "side_length", "distance", "measure", "ratio", "sum", "product", "mean", "power"]
)


def _combined(ctx: Context, thing: Noun) -> Sum:
    """`The sum of AB and AC`, `the product of AB and AC`."""
    of = thing.role("of")
    parts = values(ctx, of) if of is not None else []
    if len(parts) < 2 and all(len(part) < 2 for part in parts):
        raise ctx.fail(f"it isn't said of what this is the {thing.head}", "write AB + AC, or AB · AC")
    return reduce(plus if thing.head == "sum" else times, parts)


def values(ctx: Context, thing: Thing) -> list[Sum]:
    """What an expression is worth; a list has one for each."""
    if isinstance(thing, Noun) and thing.head in QUANTITIES:
        ctx.last_noun = thing  # what `that of ABC` will mean
    match thing:
        case Many(items):
            return [v for item in items for v in values(ctx, item)]
        case Modified(inner, _):
            return values(ctx, inner)
        case Operation("ratios"):
            return _ratios(ctx, thing)
        case Noun(head="that"):
            return values(ctx, like_last(ctx, thing))
        case Pronoun(word=word) if word != "self":
            raise ctx.fail("it isn't clear what is meant by this word", "name what is asked for: find ∠ABC, find AB")
        case Noun(head="angle") if is_outer(thing):
            return _outer_angles(ctx, thing)
        case Noun(head="angle"):
            return (
                [_angle(ctx, v) for v in denote(ctx, thing, "angle") if isinstance(v, Corner | Between)]
                if width(thing) > 0
                else []
            )
        case Noun(head="length" | "measure"):
            of = thing.role("of")
            if thing.head == "length" and are_arcs(of):
                raise ctx.fail("the length of an arc can't be said", "say how many degrees it has: arc AB = 60°")
            if of is None:
                if thing.names:
                    return [v for n in thing.names for v in values(ctx, n)]
                raise ctx.fail("it isn't said of what this is the length")
            return values(ctx, of)
        case Noun(head=head) if head in OF_POLYGONS:
            return of_polygons(ctx, thing)
        case Noun(head="side_length") if (across := thing.role("opposite")) is not None:
            if (of := thing.role("of")) is not None:
                denote(ctx, of)
            opposite = (ctx.corner(v) for v in points(ctx, across))
            return [atom(Length.of(a, b)) for a, _, b in opposite]
        case Noun(head="side_length") if thing.names and all(is_segment(n) for n in thing.names):
            ctx.visit(thing)
            return [v for n in thing.names for v in values(ctx, n)]  # the length of the side BC
        case Noun(head="side_length"):
            of = thing.role("of")
            return measured_of(ctx, denote(ctx, of) if of is not None else [Polygon(latest_vertices(ctx))], thing)
        case Noun(head="distance"):
            return distances(ctx, thing)
        case Noun(head="radius" | "diameter" | "common_chord") if all(map(are_symbols, thing.names)):
            return named(ctx, thing, of_circles(ctx, thing))
        case Noun(head="sum" | "product"):
            return [_combined(ctx, thing)]
        case Noun(head="mean"):
            of = thing.role("of")
            parts = values(ctx, of) if of is not None else []
            if len(parts) < 2:
                raise ctx.fail("it isn't said of what this is the mean", "write the arithmetic mean of AB and AC")
            return [reduce(plus, (times(part, {(): Fraction(1, len(parts))}) for part in parts))]
        case Noun(head="ratio"):
            of = thing.role("of")
            to = thing.role("to")
            parts = values(ctx, of) if of is not None else []
            parts += values(ctx, to) if to is not None else []
            if len(parts) == 1 and any(e < 0 for product in parts[0] for _, e in product):
                return parts
            if len(parts) != 2:
                raise ctx.fail("a ratio is of two lengths", "write AB/CD")
            return [times(parts[0], inverse(ctx, parts[1]))]
        case Noun(head="arc"):
            return [arc_size(ctx, v) for v in denote(ctx, thing) if isinstance(v, Arc)]
        case Noun(head="power"):
            return powers(ctx, thing)
        case Noun():
            return _lengths(ctx, thing)
    return [value(ctx, thing)]


def _lengths(ctx: Context, noun: Noun) -> list[Sum]:
    """The lengths of segments, and of what else ends somewhere: tangents, altitudes."""
    match noun:
        case Noun(head="tangent" | "common_tangent") if not noun.names and is_common(noun):
            return [between_contacts(ctx, v) for v in denote(ctx, noun, "line")]
        case Noun(head="tangent") if not noun.names:
            return [tangent_length(ctx, v) for v in denote(ctx, noun, "line")]
        case Noun(head="altitude") if found := height(ctx, noun):
            return found
        case Noun(head="altitude" | "median" | "bisector" | "symmedian"):
            return [cevian(ctx, v) for v in denote(ctx, noun, "line")]
    for v in denote(ctx, noun, "line"):
        if isinstance(v, Line) and len(v.points) != 2:
            raise ctx.fail("a line has no length", "name a segment by its ends: AB")
    return [atom(Length.of(a, b)) for a, b in pairs(ctx, noun)]


def chords(ctx: Context, arcs: Thing) -> list[Sum]:
    """The lengths of the chords of arcs: arcs of one circle, or of equal ones, are equal as these are."""
    return [atom(Length.of(a, b)) for a, b in pairs(ctx, arcs)]


def _ratios(ctx: Context, thing: Operation) -> list[Sum]:
    """AB : BC : CA, as two ratios."""
    ctx.visited.add(id(thing))
    parts = [value(ctx, side) for side in thing.sides]
    return [times(one, inverse(ctx, two)) for one, two in pairwise(parts)]


def _outer_angles(ctx: Context, noun: Noun) -> list[Sum]:
    """What exterior angles measure."""
    flat = value(ctx, Number("180", True))
    found = [(_angle(ctx, corner), is_own) for corner, is_own in outer_corners(ctx, noun)]
    return [plus(flat, times(inner, {(): Fraction(-1)})) if is_own else inner for inner, is_own in found]


def value(ctx: Context, thing: Thing) -> Sum:
    ctx.visited.add(id(thing))
    match thing:
        case Number(text):
            number = ctx.number(*text.split("/"))
            return {(): number} if number else {}
        case Run(p) if len(p) == 2 and not _are_names(ctx, *p):
            if p[0] == p[1]:
                raise ctx.fail(f"{p[0]}{p[1]} names one point twice", "name different points")
            return atom(Length.of(p[0], p[1]))
        case Run(p) if len(p) == 3:
            return _angle(ctx, Corner(p[0], p[1], p[2]))
        case Run((r, s)) if _are_names(ctx, r, s):
            return times(atom(Symbol(r)), atom(Symbol(s)))  # 4RS, of an area and a radius
        case Run((name,)) if any(name in p.points for p in (*ctx.polygons, *ctx.triangles_seen)):
            return _angle(ctx, Corner(*ctx.corner(name)))  # X = 60°: the angle of the triangle
        case Run((name,)) | Named(name):
            return atom(Symbol(name))
        case Operation("√", (inner,)):
            of = value(ctx, inner)
            if any(isinstance(a, Symbol) for a in atoms(of)):
                quantities.define(ctx)
            return root(ctx, ctx.quantities.known(of))
        case Operation("area", (Run(corners, _) as run,)):
            ctx.visit(run)
            return atom(Other(Area(corners)))
        case Operation("sin" | "cos" | "tan" | "cot" as function, (inner,)):
            return _function(ctx, function, inner)
        case AngleSize():
            return _angle(ctx, angle(ctx, thing))
        case Operation("squares", (inner,)):
            return reduce(plus, (power(one, 2) for one in values(ctx, inner)))
        case Operation("abs", (Operation("-", (a, b)),)):
            return unsigned(ctx, value(ctx, a), value(ctx, b))
        case Operation("neg", (inner,)):
            return times(value(ctx, inner), {(): Fraction(-1)})
        case Operation("+", (left, right)):
            return plus(value(ctx, left), value(ctx, right))
        case Operation("-", (left, right)):
            return plus(value(ctx, left), times(value(ctx, right), {(): Fraction(-1)}))
        case Operation("*", (left, right)):
            return times(value(ctx, left), value(ctx, right))
        case Operation("/" | "ratio", (left, right)):
            return times(value(ctx, left), inverse(ctx, value(ctx, right)))
        case Operation("^", (base, Number(text))):
            exponent = ctx.number(text)
            if exponent.denominator != 1 or not 1 <= exponent <= 4:
                raise ctx.fail(f"the power {exponent} has no meaning here", "write AB^2")
            return power(value(ctx, base), int(exponent))
    if isinstance(thing, Operation):
        raise ctx.fail("this can't be computed", "write one ratio at a time: AB : BC")
    found = values(ctx, thing) if isinstance(thing, Noun | Many | Modified) else []
    if len(found) != 1:
        raise ctx.fail("a length or an angle is needed here", "write AB or ∠ABC")
    return found[0]


def _are_names(ctx: Context, *letters: str) -> bool:
    """Whether letters that stand side by side are names of quantities, and none of them is a point."""
    given = {
        a.name for left, right, _ in ctx.quantities.given for a in atoms(left) | atoms(right) if isinstance(a, Symbol)
    }
    return all(letter in given and not ctx.is_told(letter) for letter in letters)


def _angle(ctx: Context, corner: Corner | Between) -> Sum:
    if isinstance(corner, Corner):
        return atom(Angle(corner.v, corner.a, corner.v, corner.b, AngleKind.SIZE))
    return between(ctx, corner)


def _function(ctx: Context, function: Function, inner: Thing) -> Sum:
    """A function of an angle."""
    if isinstance(inner, Number):
        raise ctx.fail("a function of a number of degrees can't be read", "write its value: cos 60° = 1/2")
    if any(isinstance(a, Symbol) for a in atoms(value(ctx, inner))):
        quantities.define(ctx)
    return function_of(ctx, function, ctx.quantities.known(value(ctx, inner)))


@verb("written")
def _written(ctx: Context, clause: Clause) -> None:
    """The form in which a value is written."""
    subject, form = clause.role("subject"), clause.role("as")
    assert subject is not None and form is not None
    ctx.visit(form)
    ctx.quantities.forms.append((values(ctx, subject)[0], form))


def state_chain(ctx: Context, left: Sum, sign: str, right: Sum) -> None:
    left, right = compared(ctx, left, sign, right)
    if sign == "=":
        quantities.state(ctx, left, right)
    elif sign == "≠":
        state_unequal(ctx, left, right)
    else:
        state_inequality(ctx, left, sign, right)


__all__ = ["QUANTITIES", "are_symbols", "is_measure", "state_chain", "value", "values"]
