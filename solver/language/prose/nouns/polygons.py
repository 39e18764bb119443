"""Polygons by what they are: triangles and quadrilaterals of each kind, triangles that lines make, triangles of a triangle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from solver.language.atoms import Angle, AngleKind, Length
from solver.language.equated import state_angles
from solver.language.problem import NOT_STATED
from solver.language.prose.context import Context
from solver.language.prose.curves import crossing, foot, midpoint, on
from solver.language.prose.known_shapes import COUNTS, is_known_as
from solver.language.prose.lists import exactly
from solver.language.prose.nouns.arcs import formed_by
from solver.language.prose.nouns.centers import excenter, incenter, say_excenter, turned
from solver.language.prose.nouns.circles import inscribed_circle
from solver.language.prose.objects import Line, Polygon, Value
from solver.language.prose.of_sort import triangles
from solver.language.prose.registry import thing_noun
from solver.language.prose.syntax import Clause, Named, Noun, Run, Thing
from solver.language.prose.things import denote, lines, point_names, points
from solver.language.prose.vague import is_vague
from solver.language.sums import atom
from solver.statements.conditions import ACUTE, CONVEX, NONCOLLINEAR, UNEQUAL
from solver.statements.predicates import COLL, CONG, CYCLIC, EQRATIO, PERP, PREDICATES

_PARALLELOGRAM = "para a b c d, para b c a d, cong a b c d, cong b c a d"


#: What shapes assert, in the letters of their vertices.
SHAPES: dict[str, tuple[str, ...]] = {
    name: tuple(part.strip() for part in text.split(","))
    for name, text in {
        "parallelogram": _PARALLELOGRAM,
        "rhombus": "cong a b b c, cong b c c d, cong c d d a",
        "rectangle": f"perp a b b c, {_PARALLELOGRAM}",
        "square": f"perp a b b c, cong a b b c, {_PARALLELOGRAM}",
        "kite": "cong a b a d, cong c b c d",
        "isosceles trapezoid": "para a b c d, cong a d b c, cong a c b d",
        "equilateral": "cong a b b c, cong b c c a",
    }.items()
}


#: What suffices to prove a shape.
CLAIMS: dict[str, tuple[str, ...]] = {
    "parallelogram": ("para a b c d", "para b c a d"),
    "rhombus": ("cong a b b c", "cong b c c d", "cong c d d a"),
    "rectangle": ("para a b c d", "para b c a d", "perp a b b c"),
    "square": ("perp a b b c", "cong a b b c", "para a b c d", "para b c a d"),
    "equilateral": ("cong a b b c", "cong b c c a"),
    "kite": ("cong a b a d", "cong c b c d"),
}


@thing_noun(*COUNTS, "polygon")
def _polygon(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    by = formed_by(noun)
    if by is not None:
        corners = denote(ctx, by)
        if all(isinstance(v, str) for v in corners) and len(corners) == COUNTS.get(noun.head):
            ctx.visit(noun.mods)
            polygon = Polygon(tuple(v for v in corners if isinstance(v, str)))
            ctx.add_polygon(polygon, False)
            return [polygon]
        sides = lines(ctx, by)
        if len(sides) != 3:
            raise ctx.fail(f"{len(sides)} lines don't make a triangle", "name three lines")
        return [from_lines(ctx, sides, targets[0] if targets else None)]
    if not targets:
        return _unnamed(ctx, noun)
    found: list[Value] = []
    for target in targets:
        ctx.visited.add(id(target))
        if isinstance(target, Named) or (isinstance(target, Run) and len(target.points) == 1):
            name = target.name if isinstance(target, Named) else target.points[0]
            if name in ctx.names:
                found.append(ctx.names[name])
                continue
            raise ctx.unresolved(f"“{name}” isn't known", "say what it is")
        p = tuple(point_names(ctx, target))
        wanted = COUNTS.get(noun.head)
        if wanted is not None and len(p) != wanted:
            raise ctx.fail(f"a {noun.head} has {wanted} vertices", "name them all")
        polygon = Polygon(p)
        shape(ctx, noun.head, noun.adjectives, p)
        ctx.add_polygon(polygon, False)
        found.append(polygon)
    return found


def _unnamed(ctx: Context, noun: Noun) -> Sequence[Value]:
    """The polygon that was spoken of and is what the noun says, or a new one: `a square`, `a triangle with sides 3, 4, 5`."""
    if (made := ctx.made_of(noun)) is not None:
        return made
    wanted = COUNTS.get(noun.head)
    is_described = noun.article == "a" and bool(noun.mods)
    if not is_described and (found := _spoken_of(ctx, noun, wanted)):
        return found
    if noun.article != "a" or wanted is None or ctx.is_goal or not ctx.may_invent:
        if wanted == 3:
            raise ctx.unresolved("it isn't said of which triangle", "add: of triangle ABC")
        raise ctx.unresolved("it isn't clear which polygon is meant", "use its name")
    return ctx.made(noun, lambda: [_new_polygon(ctx, noun, wanted)])


def _spoken_of(ctx: Context, noun: Noun, wanted: int | None) -> Sequence[Value]:
    def fits(value: Value) -> bool:
        return (
            isinstance(value, Polygon)
            and (wanted is None or len(value.points) == wanted)
            and is_known_as(ctx, value, noun)
        )

    for values in reversed(ctx.mentioned):
        found = [v for v in values if fits(v)]
        if noun.count == 0 or noun.count > 1:
            if len(found) > 1:
                return found
        elif found:
            if noun.head == "triangle":
                break
            return found[-1:]
    known = [*ctx.polygons, *ctx.triangles_seen] if wanted == 3 and noun.article != "this" else []
    known = [p for p in known if fits(p)]
    if known and len({frozenset(p.points) for p in known}) > 1:
        ctx.note(f"taken to be about triangle {''.join(known[0].points)}")
    last = [v for values in reversed(ctx.mentioned) for v in reversed(values) if fits(v)]
    return (known or last)[:1]


def _new_polygon(ctx: Context, noun: Noun, count: int) -> Polygon:
    """`a right triangle` whose vertices have no names gets some."""
    side = _named_side(noun)
    p = (*side, *(ctx.fresh(letter) for letter in "ABCDEFGH"[len(side) : count]))
    polygon = Polygon(p)
    shape(ctx, noun.head, noun.adjectives, p)
    ctx.add_polygon(polygon, True)
    return polygon


def _named_side(noun: Noun) -> tuple[str, ...]:
    """`(a square) with side AB`, whose first two vertices these are."""
    named = [
        name.points
        for said in noun.mods
        if isinstance(said, Clause) and said.verb == "have" and isinstance(item := said.role("object"), Noun)
        if item.head in ("side", "hypotenuse")
        for name in item.names
        if isinstance(name, Run) and len(name.points) == 2
    ]
    return named[0] if len(named) == 1 else ()


def shape(ctx: Context, head: str, adjectives: Sequence[str], p: tuple[str, ...]) -> None:
    """States what a polygon's kind says of its vertices."""
    if not ctx.is_goal:
        ctx.shapes.setdefault(frozenset(p), set()).update((head, *adjectives))
    slots = dict(zip("abcdefgh", p, strict=False))
    name = head
    is_isosceles = head == "trapezoid" and "isosceles" in adjectives
    if is_isosceles and ctx.is_goal:
        name = "isosceles trapezoid"
    for template in (CLAIMS if ctx.is_goal else SHAPES).get(name, SHAPES.get(name, ())):
        say_template(ctx, template, slots)
    if not ctx.is_goal:
        if len(p) == 3:
            ctx.demand(NONCOLLINEAR, *p)
        elif "nonconvex" not in adjectives and len(p) >= 4:
            ctx.demand(CONVEX, *p)
        for x in p:
            ctx.declare(x)
    if head == "trapezoid" and name == head:
        is_vague(ctx, "parallel", p)
    if is_isosceles and not ctx.is_goal:
        is_vague(ctx, "isosceles", p)
    for adjective in adjectives:
        _adjective(ctx, adjective, p, slots)


def say_template(ctx: Context, template: str, slots: dict[str, str]) -> None:
    name, *words = template.split()
    ctx.say(PREDICATES[name], *(slots[w] for w in words))


#: Adjectives that mean something, of triangles perhaps, but nothing of any other polygon.
_SAID_OF_OTHERS = frozenset(
    [
        "acute",
        "scalene",
        "obtuse",
        "right",
        "perpendicular",
        "orthodiagonal",
        "parallel",
        "collinear",
        "concurrent",
        "tangent",
    ]
)


def _adjective(ctx: Context, adjective: str, p: tuple[str, ...], slots: dict[str, str]) -> None:
    if adjective == "acute" and len(p) == 3:
        a, b, c = p
        for corner in ((b, a, c), (a, b, c), (a, c, b)):
            ctx.demand(ACUTE, *corner)
    elif adjective == "scalene" and len(p) == 3 and not ctx.is_goal:
        a, b, c = p
        for x, y, z in ((a, b, c), (b, c, a), (c, a, b)):
            ctx.demand(UNEQUAL, x, y, x, z)
    elif adjective in ("cyclic",) and len(p) >= 4:
        on_circle = ctx.circle(p[:3])
        for x in p[3:]:
            on(ctx, x, on_circle)
        if not ctx.is_goal:
            ctx.mention([on_circle])
    elif adjective == "tangential" and not ctx.is_goal:
        inscribed_circle(ctx, p)
    elif adjective == "bicentric":
        on_circle = ctx.circle(p[:3])
        for x in p[3:]:
            on(ctx, x, on_circle)
        inscribed_circle(ctx, p)
    elif adjective in ("equilateral", "regular") and len(p) == 3:
        for template in SHAPES["equilateral"]:
            say_template(ctx, template, slots)
    elif adjective == "regular":
        regular(ctx, p)
    elif adjective == "unit" and not ctx.is_goal:
        ctx.quantities.wait(atom(Length.of(p[0], p[1])), {(): Fraction(1)}, ctx.span)
    elif adjective == "equiangular":
        size = Fraction(180 * (len(p) - 2), len(p))
        for i in range(len(p) - 1):
            state_angles(
                ctx, {((Angle(p[i], p[i - 1], p[i], p[(i + 1) % len(p)], AngleKind.SIZE), 1),): Fraction(1), (): -size}
            )
    elif adjective == "equilateral":
        for i in range(len(p) - 1):
            ctx.say(CONG, p[i], p[i + 1], p[i + 1], p[(i + 2) % len(p)])
    elif adjective == "isosceles" and len(p) == 3:
        is_vague(ctx, "isosceles", p)
    elif adjective == "right" and len(p) == 3:
        is_vague(ctx, "right", p)
    elif adjective == "obtuse" and len(p) == 3:
        is_vague(ctx, "obtuse", p)
    elif adjective == "harmonic" and len(p) == 4:
        a, b, c, d = p
        on(ctx, d, ctx.circle((a, b, c)))
        ctx.say(EQRATIO, a, b, b, c, a, d, d, c)
    elif adjective == "orthodiagonal" and len(p) == 4:
        ctx.say(PERP, p[0], p[2], p[1], p[3])
    elif adjective == "right" and len(p) == 4:
        is_vague(ctx, "right trapezoid", p)
    elif adjective in ("generic", "nonright") and not ctx.is_goal:
        ctx.note(NOT_STATED)
    elif adjective in _SAID_OF_OTHERS:
        raise ctx.fail(f"“{adjective}” can't be said of {''.join(p)}", "say which sides or angles it is about")


def regular(ctx: Context, p: tuple[str, ...]) -> None:
    """All sides equal, all vertices on a circle, in order."""
    n = len(p)
    for i in range(n - 1):
        ctx.say(CONG, p[i], p[i + 1], p[i + 1], p[(i + 2) % n])
    if n > 3:
        ctx.say(CYCLIC, *p)


@thing_noun("medial_triangle", "orthic_triangle", "intouch_triangle", "excentral_triangle", "pedal_triangle")
def _related(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    (t,) = exactly(ctx, 1, triangles(ctx, noun.role("of")))
    names = exactly(ctx, 3, point_names(ctx, targets[0])) if targets else ["", "", ""]
    made: list[str] = []
    with ctx.as_given():
        for v, name in zip(t, names, strict=True):
            a, b, c = turned(ctx, t, v)
            made.append(_RELATED[noun.head](ctx, noun, name, a, b, c))
    if targets:
        for x, y in zip(names, made, strict=True):
            if x != y:
                raise ctx.fail(f"the point {y} is called {x} here, too", "use one name")
    polygon = Polygon(tuple(made))
    ctx.add_polygon(polygon, False)
    return [polygon]


def _medial(ctx: Context, noun: Noun, x: str, a: str, b: str, c: str) -> str:
    if x and not ctx.is_named(("midpoint", frozenset((b, c))), x):
        ctx.say(COLL, x, b, c)
        ctx.say(CONG, x, b, x, c)
    return midpoint(ctx, b, c)


def _orthic(ctx: Context, noun: Noun, x: str, a: str, b: str, c: str) -> str:
    return foot(ctx, a, ctx.line(b, c), x)


def _intouch(ctx: Context, noun: Noun, x: str, a: str, b: str, c: str) -> str:
    return foot(ctx, incenter(ctx, (a, b, c)), ctx.line(b, c), x)


def _pedal(ctx: Context, noun: Noun, x: str, a: str, b: str, c: str) -> str:
    of = noun.role("point")
    if of is None:
        raise ctx.fail("it isn't said of which point", "write pedal triangle of P with respect to ABC")
    return foot(ctx, exactly(ctx, 1, points(ctx, of))[0], ctx.line(b, c), x)


def _excentral(ctx: Context, noun: Noun, x: str, a: str, b: str, c: str) -> str:
    if x:
        ctx.known.setdefault(("excenter", a, frozenset((a, b, c))), x)

        say_excenter(ctx, x, a, (a, b, c))
    return excenter(ctx, a, (a, b, c))


_RELATED: dict[str, Callable[[Context, Noun, str, str, str, str], str]] = {
    "medial_triangle": _medial,
    "orthic_triangle": _orthic,
    "intouch_triangle": _intouch,
    "pedal_triangle": _pedal,
    "excentral_triangle": _excentral,
}


def from_lines(ctx: Context, sides: Sequence[Line], target: Thing | None) -> Polygon:
    """The triangle that three lines make; its vertices get names where they have none."""
    first, second, third = sides
    names = point_names(ctx, target) if isinstance(target, Run) and len(target.points) == 3 else None
    couples = ((second, third), (third, first), (first, second))
    made = []
    for i, (one, two) in enumerate(couples):
        shared = [p for p in one.points if p in two.points]
        if names is not None:
            on(ctx, names[i], one)
            on(ctx, names[i], two)
            made.append(names[i])
        else:
            made.append(shared[0] if shared else crossing(ctx, one, two, "XYZ"[i]))
    polygon = Polygon(tuple(made))
    ctx.add_polygon(polygon, False)
    ctx.lines += [line for line in sides if line not in ctx.lines]
    if target is not None:
        ctx.visited.add(id(target))
    if isinstance(target, Named):
        ctx.names[target.name] = polygon
    elif isinstance(target, Run) and len(target.points) == 1:
        name = target.points[0]
        ctx.names[name] = polygon
        if name in ctx.points:
            ctx.points.remove(name)
    ctx.mention([polygon])
    return polygon
