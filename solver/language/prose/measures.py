"""Lengths, angles and numbers: what an expression is worth, and equations and inequalities between expressions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from itertools import pairwise

from solver.language.atoms import Angle, AngleKind, Length
from solver.language.equated import state_unequal
from solver.language.prose import quantities
from solver.language.prose.between import between, compared
from solver.language.prose.context import Context
from solver.language.prose.curves import (
    center,
    circumcenter,
    common_points,
    contact,
    crossing,
    ends,
    foot,
    meet,
    touch_somewhere,
)
from solver.language.prose.equations import inverse, root
from solver.language.prose.functions import function_of
from solver.language.prose.inequalities import state_inequality
from solver.language.prose.lists import exactly, width, zipped
from solver.language.prose.nouns.centers import excenter, incenter, vertices
from solver.language.prose.nouns.outer_angles import is_outer, outer_corners
from solver.language.prose.objects import Between, Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.of_sort import circles, pairs, polygons, triangles
from solver.language.prose.polygon_lengths import are_equal, between_parallels, height, side_lengths
from solver.language.prose.registry import POINT_NOUNS, verb
from solver.language.prose.rounds import point_of
from solver.language.prose.spoken_of import latest, latest_polygons, latest_vertices
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
from solver.language.prose.things import angle, denote, flat, like_last, lines, points
from solver.language.sums import Other, Sum, Symbol, atom, atoms, plus, power, times
from solver.statements import expression as ex
from solver.statements.expression import Area, Function

#: Nouns that are measured: a segment's length, an angle's size.
_SEGMENTS = frozenset(
    [
        "segment",
        "side",
        "leg",
        "diagonal",
        "chord",
        "altitude",
        "median",
        "diameter",
        "radius",
        "hypotenuse",
        "base",
        "line",
        "bisector",
        "ray",
    ]
)


#: Nouns that are numbers of triangles and other polygons.
_OF_POLYGONS = ("area", "perimeter", "semiperimeter", "circumradius", "inradius", "exradius")


#: Nouns that are numbers or lengths, and nothing else.
QUANTITIES = frozenset(
    [*_OF_POLYGONS, "length", "side_length", "distance", "measure", "ratio", "sum", "product", "mean", "power"]
)


def is_measure(thing: Thing) -> bool:
    """Whether it is a length, an angle or a number, and no point or line."""
    match thing:
        case Number() | Operation() | AngleSize():
            return True
        case Run(points):
            return len(points) == 2
        case Modified(inner):
            return is_measure(inner)
        case Noun(head="tangent", names=()):
            return thing.role("from") is not None
        case Noun(head=head):
            return head in _SEGMENTS | {
                "length",
                "distance",
                "angle",
                *_OF_POLYGONS,
                "side_length",
                "measure",
                "ratio",
                "sum",
                "product",
                "mean",
                "power",
            }
        case Many(items):
            return all(map(is_measure, items))
    return False


def _is_point(thing: Thing) -> bool:
    """Whether a thing is a point by its name or by what it is: P, the incenter."""
    return len(thing.points) == 1 if isinstance(thing, Run) else isinstance(thing, Noun) and thing.head in POINT_NOUNS


def _is_segment(name: Thing) -> bool:
    return isinstance(name, Run) and len(name.points) == 2


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
            if of is None:
                if thing.names:
                    return [v for n in thing.names for v in values(ctx, n)]
                raise ctx.fail("it isn't said of what this is the length")
            return values(ctx, of)
        case Noun(head=head) if head in _OF_POLYGONS:
            return _of_polygons(ctx, thing)
        case Noun(head="side_length") if (across := thing.role("opposite")) is not None:
            if (of := thing.role("of")) is not None:
                denote(ctx, of)
            opposite = (ctx.corner(v) for v in points(ctx, across))
            return [atom(Length.of(a, b)) for a, _, b in opposite]
        case Noun(head="side_length") if thing.names and all(_is_segment(n) for n in thing.names):
            ctx.visit(thing)
            return [v for n in thing.names for v in values(ctx, n)]  # the length of the side BC
        case Noun(head="side_length"):
            of = thing.role("of")
            return measured_of(ctx, denote(ctx, of) if of is not None else [Polygon(latest_vertices(ctx))], thing)
        case Noun(head="distance"):
            return _distances(ctx, thing)
        case Noun(head="radius" | "diameter" | "common_chord") if all(map(are_symbols, thing.names)):
            return _named(ctx, thing, _of_circles(ctx, thing))
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
        case Noun(head="power"):
            return _powers(ctx, thing)
        case Noun(head="tangent" | "common_tangent") if not thing.names and _is_common(thing):
            return [_between_contacts(ctx, v) for v in denote(ctx, thing, "line")]
        case Noun(head="tangent") if not thing.names:
            return [_tangent_length(ctx, v) for v in denote(ctx, thing, "line")]
        case Noun(head="altitude") if found := height(ctx, thing):
            return found
        case Noun(head="altitude" | "median" | "bisector" | "symmedian"):
            return [_cevian(ctx, v) for v in denote(ctx, thing, "line")]
        case Noun():
            for v in denote(ctx, thing, "line"):
                if isinstance(v, Line) and len(v.points) != 2:
                    raise ctx.fail("a line has no length", "name a segment by its ends: AB")
            return [atom(Length.of(a, b)) for a, b in pairs(ctx, thing)]
    return [value(ctx, thing)]


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


def _powers(ctx: Context, noun: Noun) -> list[Sum]:
    """Of points with respect to circles: the square of the distance from the center, less that of the radius."""
    of, where = noun.role("of"), noun.role("in")
    if of is None or where is None:
        raise ctx.fail("a power is of a point with respect to a circle", "write: the power of P with respect to ω")
    with ctx.as_given():
        return [
            plus(
                power(atom(Length.of(p, center(ctx, circle))), 2),
                times(power(atom(Length.of(center(ctx, circle), point_of(ctx, circle))), 2), {(): Fraction(-1)}),
            )
            for p, circle in zipped(ctx, points(ctx, of), circles(ctx, where))
        ]


def _tangent_length(ctx: Context, line: Value) -> Sum:
    """From where a tangent begins to where it touches."""
    if isinstance(line, Part):
        return atom(Length.of(line.a, line.b))
    if not isinstance(line, Line) or not line.points or line.touches is None:
        raise ctx.fail("it isn't clear where this line ends", "name its ends: AD")
    with ctx.as_given():
        return atom(Length.of(line.points[0], contact(ctx, line, line.touches)))


def _is_common(noun: Noun) -> bool:
    return noun.head == "common_tangent" or "common" in noun.adjectives


def _between_contacts(ctx: Context, line: Value) -> Sum:
    """Of a common tangent, between the points in which it touches the circles."""
    if isinstance(line, Part):
        return atom(Length.of(line.a, line.b))
    assert isinstance(line, Line)
    with ctx.as_given():
        touch_somewhere(ctx, line)
    rounds = [*(c for c in ctx.names.values() if isinstance(c, Circle)), *ctx.circles]
    a, b = exactly(ctx, 2, [p for p in line.points if any(p in c.points for c in rounds)])
    return atom(Length.of(a, b))


def _of_circles(ctx: Context, noun: Noun) -> list[Sum]:
    """Radii, diameters, and the length of a common chord."""
    of = noun.role("of")
    if noun.head == "common_chord":
        first, second = exactly(ctx, 2, circles(ctx, of or Noun("circle", (), "the", 2)))
        ctx.visit(noun)
        while len(common_points(first, second)) < 2:
            with ctx.as_given():
                meet(ctx, [ctx.fresh("P")], first, second)
        a, b = common_points(first, second)[:2]
        return [atom(Length.of(a, b))]
    if of is None:
        return measured_of(ctx, [latest(ctx, "circle")], noun)
    return [length for circle in circles(ctx, of) for length in _across(ctx, circle, noun.head)]


def _across(ctx: Context, circle: Circle, head: str) -> list[Sum]:
    if head == "diameter" and circle.diameter is not None:
        return [atom(Length.of(*circle.diameter))]
    radius = atom(Length.of(center(ctx, circle), point_of(ctx, circle)))
    return [radius if head == "radius" else times(radius, {(): Fraction(2)})]


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
        case Operation("abs", _):
            from solver.language.prose.absolute import absolute

            return absolute(ctx, thing)
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


def _of_polygons(ctx: Context, noun: Noun) -> list[Sum]:
    """Areas, perimeters, radii; each gets the name that is said with it."""
    of = noun.role("of")
    found: list[Sum] = []
    if noun.head in ("area", "perimeter", "semiperimeter"):
        their = noun.article == "its" and noun.count == 0
        corners = polygons(ctx, of) if of is not None else latest_polygons(ctx) if their else [latest_vertices(ctx)]
        for p in corners:
            if noun.head == "area":
                found.append(atom(Other(Area(p))))
                continue
            total: Sum = {}
            for a, b in zip(p, (*p[1:], p[0]), strict=True):
                total = plus(total, atom(Length.of(a, b)))
            found.append(total if noun.head == "perimeter" else times(total, {(): Fraction(1, 2)}))
    else:
        vertex = noun.role("vertex")
        for a, b, c in _inscribed(ctx, of) if noun.head == "circumradius" and of is not None else triangles(ctx, of):
            with ctx.as_given():
                if noun.head == "circumradius":
                    found.append(_known(ctx, Length.of(circumcenter(ctx, a, b, c), a), ex.circumradius(a, b, c)))
                    continue
                meaning = ex.inradius(a, b, c)
                if noun.head == "inradius":
                    o = incenter(ctx, (a, b, c))
                else:
                    at = vertices(ctx, vertex, [(a, b, c)]) if vertex is not None else []
                    if len(at) != 1:
                        raise ctx.fail("it isn't said which exradius", "write: the exradius opposite A")
                    o = excenter(ctx, at[0], (a, b, c))
                    meaning = ex.exradius(at[0], *(p for p in (a, b, c) if p != at[0]))
                found.append(_known(ctx, Length.of(o, foot(ctx, o, ctx.line(b, c))), meaning))
    return _named(ctx, noun, found)


def _named(ctx: Context, noun: Noun, found: list[Sum]) -> list[Sum]:
    """The values of a noun, which its names stand for from now on: `the inradius r of ABC`, `the radius R of ω`."""
    ctx.visit(noun.names)
    for name, of_name in zip([n for thing in noun.names for n in _symbols(thing)], found, strict=False):
        ctx.quantities.wait(atom(name), of_name, ctx.span)
    return found


def _known(ctx: Context, length: Length, meaning: ex.Expression) -> Sum:
    """A length, of which it is noted what it is in a triangle."""
    ctx.quantities.meanings[length] = meaning
    return atom(length)


def _inscribed(ctx: Context, of: Thing) -> list[tuple[str, str, str]]:
    """Three vertices of each polygon whose others are known to be on their circle."""
    found: list[tuple[str, str, str]] = []
    for p in polygons(ctx, of):
        if not set(p[3:]) <= set(ctx.circle(p[:3]).points):
            raise ctx.fail(f"{''.join(p)} isn't known to have a circumcircle", "write: cyclic quadrilateral ABCD")
        found.append((p[0], p[1], p[2]))
    return found


def measured_of(ctx: Context, owners: Sequence[Value], noun: Noun) -> list[Sum]:
    """What a noun without a name is worth, of each of its owners: `area`, `radius`, `side`."""
    found: list[Sum] = []
    for owner in owners:
        match owner:
            case Polygon(p) if noun.head in ("side", "side_length", "length"):
                found += side_lengths(ctx, p, noun.count)
            case Polygon(p) if noun.head in ("hypotenuse", "leg", "base", "diagonal"):
                ends_ = pairs(ctx, Noun(noun.head, roles=(("of", Run(p)),)))
                if noun.count == 1 and len(ends_) > 1:  # a leg of a triangle whose vertices have no names: any of them
                    if not (set(p) <= ctx.invented or are_equal(ctx, ends_)):
                        raise ctx.fail(f"it isn't said which {noun.head}", "name it by its ends: AB = 5")
                    ends_ = ends_[:1]
                found += [atom(Length.of(a, b)) for a, b in ends_]
            case Polygon(p) if noun.head in _OF_POLYGONS:
                found += _of_polygons(ctx, Noun(noun.head, roles=(("of", Run(p)),)))
            case Polygon((_, _, _) as p) if noun.head == "altitude":
                with ctx.as_given():
                    found += [_cevian(ctx, line) for line in lines(ctx, Noun("altitude", roles=(("of", Run(p)),)))]
            case Polygon(p) if noun.head == "altitude":
                found += height(ctx, Noun("altitude", roles=(("of", Run(p)),)))
            case Circle() if noun.head in ("radius", "diameter"):
                with ctx.as_given():
                    radius = atom(Length.of(center(ctx, owner), point_of(ctx, owner)))
                found.append(radius if noun.head == "radius" else times(radius, {(): Fraction(2)}))
            case Line(points=[_], touches=Circle()) if noun.head == "length":
                found.append(_tangent_length(ctx, owner))
            case Line() if noun.head == "length" and len(owner.points) != 2:
                found.append(_cevian(ctx, owner))
            case Line(points=[a, b]) if noun.head == "length":
                found.append(atom(Length.of(a, b)))
            case Part(_, _, a, b) if noun.head == "length":
                found.append(atom(Length.of(a, b)))
            case _:
                raise ctx.fail(f"this has no {noun.head.replace('_', ' ')}", "write e.g. AB = 5, or [ABC] = 6")
    return found


@verb("written")
def _written(ctx: Context, clause: Clause) -> None:
    """The form in which a value is written."""
    subject, form = clause.role("subject"), clause.role("as")
    assert subject is not None and form is not None
    ctx.visit(form)
    ctx.quantities.forms.append((values(ctx, subject)[0], form))


def _cevian(ctx: Context, line: Value) -> Sum:
    """The length of a line of a triangle, from its vertex to the opposite side."""
    if isinstance(line, Part):
        return atom(Length.of(line.a, line.b))
    if not isinstance(line, Line):
        raise ctx.fail("a segment is needed here", "name it by its ends: AB")
    for polygon in (*ctx.polygons, *ctx.triangles_seen):
        vertices = [p for p in polygon.points if p in line.points]
        if len(polygon.points) == 3 and len(vertices) == 1:
            a, b = (p for p in polygon.points if p != vertices[0])
            side = ctx.line(a, b)
            with ctx.as_given():
                return atom(Length.of(vertices[0], crossing(ctx, line, side, "D")))
    raise ctx.fail("it isn't clear where this line ends", "name its ends: AD")


def _symbols(thing: Thing) -> list[Symbol]:
    """The names of quantities, in order: `R, r`."""
    match thing:
        case Named(name) | Run((name,)):
            return [Symbol(name)]
        case Run(names):
            return [Symbol(name) for name in names]
        case Many(items):
            return [s for item in items for s in _symbols(item)]
    return []


def are_symbols(thing: Thing) -> bool:
    """Whether a thing can be a list of names of quantities."""
    match thing:
        case Named():
            return True
        case Run(names):
            return len(names) == 1
        case Many(items):
            return all(map(are_symbols, items))
    return False


#: Lines by their nouns, to which distances are measured.
_STRAIGHT = frozenset(["line", "chord", "side", "tangent", "diagonal", "base", "hypotenuse"])


def _distances(ctx: Context, noun: Noun) -> list[Sum]:
    between, source, to = noun.role("between"), noun.role("from"), noun.role("to")
    if between is not None:
        if apart := between_parallels(ctx, between):
            return apart
        a, b = exactly(ctx, 2, points(ctx, between))
        return [atom(Length.of(a, b))]
    if source is None or to is None:
        raise ctx.fail("a distance is between two things", "write distance from A to BC")
    inner = ctx.bearer.thing if isinstance(source, Pronoun) and source.word == "self" else source
    if inner is not None and (is_measure(inner) or (isinstance(inner, Noun) and inner.head in _STRAIGHT)):
        source, to = to, source  # from line AD to P, from the chord AB
    starts = points(ctx, source)
    if all(_is_point(t) for t in flat([to])):
        return [atom(Length.of(a, b)) for a, b in zipped(ctx, starts, points(ctx, to))]
    with ctx.as_given():
        return [
            _known(ctx, Length.of(a, foot(ctx, a, line)), ex.distance(a, *ends(ctx, line)))
            for a, line in zipped(ctx, starts, lines(ctx, to))
        ]


def state_chain(ctx: Context, left: Sum, sign: str, right: Sum) -> None:
    left, right = compared(ctx, left, sign, right)
    if sign == "=":
        quantities.state(ctx, left, right)
    elif sign == "≠":
        state_unequal(ctx, left, right)
    else:
        state_inequality(ctx, left, sign, right)


__all__ = ["QUANTITIES", "are_symbols", "is_measure", "state_chain", "value", "values"]
