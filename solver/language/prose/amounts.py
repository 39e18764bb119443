"""What nouns for sizes are worth, of the figure itself: areas, radii, powers of points, lengths of tangents, distances."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.language.atoms import Length
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
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.nouns.centers import excenter, incenter, vertices
from solver.language.prose.objects import Circle, Line, Part, Polygon, Value
from solver.language.prose.of_sort import circles, pairs, polygons, triangles
from solver.language.prose.polygon_lengths import are_equal, between_parallels, height, side_lengths
from solver.language.prose.registry import POINT_NOUNS
from solver.language.prose.rounds import point_of
from solver.language.prose.spoken_of import latest, latest_polygons, latest_vertices
from solver.language.prose.syntax import (
    AngleSize,
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
from solver.language.prose.things import flat, lines, points
from solver.language.sums import Other, Sum, Symbol, atom, plus, power, times
from solver.statements import expression as ex
from solver.statements.expression import Area

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
OF_POLYGONS = ("area", "perimeter", "semiperimeter", "circumradius", "inradius", "exradius")


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
                "arc",
                *OF_POLYGONS,
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


def is_segment(name: Thing) -> bool:
    return isinstance(name, Run) and len(name.points) == 2


def powers(ctx: Context, noun: Noun) -> list[Sum]:
    """The power of points with respect to circles: the square of the distance from the center, less that of the radius."""
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


def tangent_length(ctx: Context, line: Value) -> Sum:
    """From where a tangent begins to where it touches."""
    if isinstance(line, Part):
        return atom(Length.of(line.a, line.b))
    if not isinstance(line, Line) or not line.points or line.touches is None:
        raise ctx.fail("it isn't clear where this line ends", "name its ends: AD")
    with ctx.as_given():
        return atom(Length.of(line.points[0], contact(ctx, line, line.touches)))


def is_common(noun: Noun) -> bool:
    return noun.head == "common_tangent" or "common" in noun.adjectives


def between_contacts(ctx: Context, line: Value) -> Sum:
    """The length of a common tangent, between the points in which it touches the circles."""
    if isinstance(line, Part):
        return atom(Length.of(line.a, line.b))
    assert isinstance(line, Line)
    with ctx.as_given():
        touch_somewhere(ctx, line)
    rounds = [*(c for c in ctx.names.values() if isinstance(c, Circle)), *ctx.circles]
    a, b = exactly(ctx, 2, [p for p in line.points if any(p in c.points for c in rounds)])
    return atom(Length.of(a, b))


def of_circles(ctx: Context, noun: Noun) -> list[Sum]:
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


def of_polygons(ctx: Context, noun: Noun) -> list[Sum]:
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
    return named(ctx, noun, found)


def named(ctx: Context, noun: Noun, found: list[Sum]) -> list[Sum]:
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
            case Polygon(p) if noun.head in OF_POLYGONS:
                found += of_polygons(ctx, Noun(noun.head, roles=(("of", Run(p)),)))
            case Polygon((_, _, _) as p) if noun.head == "altitude":
                with ctx.as_given():
                    found += [cevian(ctx, line) for line in lines(ctx, Noun("altitude", roles=(("of", Run(p)),)))]
            case Polygon(p) if noun.head == "altitude":
                found += height(ctx, Noun("altitude", roles=(("of", Run(p)),)))
            case Circle() if noun.head in ("radius", "diameter"):
                with ctx.as_given():
                    radius = atom(Length.of(center(ctx, owner), point_of(ctx, owner)))
                found.append(radius if noun.head == "radius" else times(radius, {(): Fraction(2)}))
            case Line(points=[_], touches=Circle()) if noun.head == "length":
                found.append(tangent_length(ctx, owner))
            case Line() if noun.head == "length" and len(owner.points) != 2:
                found.append(cevian(ctx, owner))
            case Line(points=[a, b]) if noun.head == "length":
                found.append(atom(Length.of(a, b)))
            case Part(_, _, a, b) if noun.head == "length":
                found.append(atom(Length.of(a, b)))
            case _:
                raise ctx.fail(f"this has no {noun.head.replace('_', ' ')}", "write e.g. AB = 5, or [ABC] = 6")
    return found


def cevian(ctx: Context, line: Value) -> Sum:
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


def distances(ctx: Context, noun: Noun) -> list[Sum]:
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
