"""Circles by what they are: with a name or a center, around and inside of polygons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from solver.language.prose.context import Context, Key, Unresolved
from solver.language.prose.curves import center, contact, foot, midpoint, on, set_center, touch_line
from solver.language.prose.lists import width, zipped
from solver.language.prose.nouns.centers import define_excenter, define_incenter, excenter, incenter, turned, vertices
from solver.language.prose.objects import Arc, Circle, Line, Origin, Part, Value
from solver.language.prose.of_sort import pairs, polygons, triangles
from solver.language.prose.registry import THING_NOUNS, thing_noun
from solver.language.prose.rounds import point_of, touch_circles
from solver.language.prose.spoken_of import latest, latest_circles, latest_vertices
from solver.language.prose.syntax import Clause, Named, Noun, Run, Thing, Together
from solver.language.prose.things import CENTERED, point_names
from solver.statements.conditions import BETWEEN, LONGER, SAME_SIDE


def name_circle(ctx: Context, circle: Circle, target: Thing | None) -> Circle:
    """The circle with its name: `ω`, its center `O`, or points on it."""
    if circle not in ctx.circles:
        ctx.circles.append(circle)
    if target is None:
        return circle
    ctx.visited.add(id(target))
    if isinstance(target, Named):
        known = ctx.names.get(target.name)
        if known is not None and known is not circle:
            raise ctx.fail(f"{target.name} is named twice", "use another name")
        ctx.names[target.name] = circle
        circle.name = target.name
        return circle
    p = point_names(ctx, target)
    if len(p) == 1:
        set_center(ctx, circle, p[0])
        for other in ctx.circles:  # ⊙O, of which it is said later what it is
            if other is not circle and other.called == other.center == p[0]:
                for x in other.points:
                    on(ctx, x, circle)
                other.points = circle.points
    else:
        for x in p:
            on(ctx, x, circle)
    return circle


def _by_size(ctx: Context, size: str) -> Circle | None:
    """`The smaller circle` of two that were spoken of: the second one."""
    for circle in reversed(ctx.circles):
        if circle.size == size:
            two = {c.size: c for c in ctx.circles if c.size}
            if len(two) == 2:
                ctx.later(partial(_is_larger, ctx, two["major"], two["minor"]))
            return circle
    pair = [v for v in latest_circles(ctx, 2) or () if isinstance(v, Circle)]
    if len(pair) != 2:
        return None
    large, small = pair
    large.size, small.size = "major", "minor"
    ctx.later(partial(_is_larger, ctx, large, small))
    return large if size == "major" else small


def _is_larger(ctx: Context, large: Circle, small: Circle) -> None:
    ctx.demand(LONGER, center(ctx, large), point_of(ctx, large), center(ctx, small), point_of(ctx, small))


@thing_noun("circle", "semicircle")
def _circle(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if not targets and (again := _known_by_center(ctx, noun)):
        return again
    if not targets and "respective" in noun.adjectives and (around := _around_centers(ctx, noun.count or 2)):
        return around
    if not targets:
        size = {"minor", "major"} & set(noun.adjectives)
        if size and (sized := _by_size(ctx, min(size))) is not None:
            return [sized]
        if size and noun.article in ("the", "this") and not noun.mods:
            raise ctx.unresolved(
                "it isn't clear of which circles this is the larger or the smaller one", "use its name"
            )
        plain = not {*noun.adjectives} - {"same"} and not any(isinstance(m, Clause | Together) for m in noun.mods)
        if plain and (noun.article in ("this", "the", "all", "both") or noun.count == 0):
            if noun.count in (0, 2, 3) and (spoken := latest_circles(ctx, max(noun.count, 2))):
                return spoken
            return [_latest_circle(ctx, noun)]
        count = noun.count or max([2, *(_listed(m) for m in noun.mods)])
        return ctx.made(noun, lambda: _new_circles(ctx, noun, count))
    found: list[Value] = []
    for target in targets:
        ctx.visited.add(id(target))
        if isinstance(target, Named):
            known = ctx.names.get(target.name)
            new = Circle(is_half=noun.head == "semicircle", origin=Origin(target))
            found.append(known if known is not None else name_circle(ctx, new, target))
            continue
        p = point_names(ctx, target)
        if len(p) == 1:
            known = ctx.names.get(p[0])
            by_center = [c for c in ctx.circles if c.center == p[0]]
            if known is not None:
                found.append(known)
            elif by_center:
                found.append(by_center[0])
            elif (of_center := circle_of_center(ctx, p[0])) is not None:
                found.append(of_center)
            else:
                ctx.declare(p[0])
                new = Circle(p[0], called=p[0], is_half=noun.head == "semicircle", origin=Origin(target))
                found.append(name_circle(ctx, new, None))
        elif len(p) == 2:
            ctx.note(f"circle ({''.join(p)}) is taken to be the one with diameter {''.join(p)}")
            found.append(_over_diameter(ctx, p[0], p[1]))
        else:
            circle = ctx.circle(p)
            for x in p[3:]:
                on(ctx, x, circle)
            found.append(circle)
    return found


@thing_noun("radius")
def _radius(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    """`radii AP and BQ` of the circles with centers A and B: the other ends are on these."""
    found: list[Value] = []
    for target in targets:
        ctx.visited.add(id(target))
        o, *others = point_names(ctx, target)
        circle = next((c for c in ctx.circles if c.center == o), None)
        if circle is None or len(others) != 1:
            raise ctx.unresolved("it isn't said of which circle this is a radius", "name its center first: OA")
        on(ctx, others[0], circle)
        found.append(Part(ctx.line(o, others[0]), "segment", o, others[0]))
    if not found:
        raise ctx.fail("a radius is named by its ends here", "write radius OA")
    return found


def _over_diameter(ctx: Context, a: str, b: str) -> Circle:
    for circle in ctx.circles:
        if circle.diameter is not None and set(circle.diameter) == {a, b}:
            return circle
    circle = Circle(None, [a, b], (a, b))
    ctx.circles.append(circle)
    return circle


def know_by_centers(ctx: Context) -> None:
    """⊙O is the circumcircle where it is said later, or elsewhere, that O is the circumcenter of ABC."""
    for (kind, *about), name in list(ctx.known.items()):
        corners = sorted(about[0]) if kind == "circumcenter" and isinstance(about[0], frozenset) else []
        for circle in ctx.circles if corners else ():
            if circle.called == circle.center == name and not {*corners} & {*circle.points}:
                with ctx.as_given():
                    on(ctx, str(corners[0]), circle)


def keep_to_halves(ctx: Context) -> None:
    """Points of a semicircle are on one side of its diameter."""
    for circle in ctx.circles:
        if circle.is_half and circle.over is not None:
            first, *others = [p for p in circle.points if p not in circle.over] or [""]
            for x in others:
                ctx.demand(SAME_SIDE, x, first, *circle.over)


def _new_circles(ctx: Context, noun: Noun, count: int) -> list[Value]:
    made = [Circle(is_half=noun.head == "semicircle", origin=Origin(noun, k)) for k in range(count)]
    ctx.circles += made
    return list(made)


def _known_by_center(ctx: Context, noun: Noun) -> list[Value]:
    """`the circle with center P` where such a circle is known, and nothing else is said of it."""
    if noun.article != "the" or len(noun.mods) != 1 or noun.adjectives:
        return []
    mod = noun.mods[0]
    owned = mod.role("object") if isinstance(mod, Clause) and mod.verb == "have" else None
    if not isinstance(owned, Noun) or owned.head != "center" or not owned.names or owned.mods:
        return []
    names = [p for name in owned.names for p in point_names(ctx, name)]
    found = [[c for c in ctx.circles if c.center == p] for p in names]
    if not all(len(group) == 1 for group in found):
        return []
    ctx.visit(noun)
    return [group[0] for group in found]


def _latest_circle(ctx: Context, noun: Noun) -> Value:
    """The circle that was spoken of last, or whose center was; where there was none, one that nothing else tells."""
    if id(noun) not in ctx.first_mentions:
        try:
            last = latest(ctx, "circle")
            found = last.circle if isinstance(last, Arc) else last
            _note_which(ctx, found)
            return found
        except Unresolved:
            for values in reversed(ctx.mentioned):
                for value in reversed(values):
                    if isinstance(value, str) and (centered := circle_of_center(ctx, value)) is not None:
                        ctx.note(f"“the circle” is taken to be the one with center {value}")
                        return centered
            if noun.article == "the":
                ctx.first_mentions[id(noun)] = (
                    None  # read again after the rest, it is none of the circles that come later
                )
            raise
    made = next((c for c in ctx.first_mentions.values() if c is not None), None)
    if made is None:
        made = Circle(is_half=noun.head == "semicircle")
        ctx.circles.append(made)
    ctx.first_mentions[id(noun)] = made  # all that speak of it before it has another name mean the same one
    return made


def _note_which(ctx: Context, taken: Value) -> None:
    """Notes which circle `the circle` is taken to be, where others were spoken of. Raises ParseError where these were spoken of together."""
    rounds = [[v for v in values if isinstance(v, Circle)] for values in ctx.mentioned]
    others = [c for values in rounds for c in values if c is not taken and (c.name or c.called)]
    together = next((values for values in reversed(rounds) if any(c is taken for c in values)), [])
    if len(together) > 1:
        raise ctx.fail("it isn't clear which circle is meant", "use its name")
    if others and isinstance(taken, Circle):
        name = taken.name or taken.called or "".join(taken.points[:3])
        ctx.note(
            f"“the circle” is taken to be {name}, which was spoken of last"
            if name
            else "“the circle” is taken to be the one spoken of last"
        )


def circle_of_center(ctx: Context, o: str) -> Circle | None:
    """The circumcircle, incircle or excircle whose center has this name."""
    for key, name in ctx.known.items():
        if name != o:
            continue
        kind, *of = key
        t = next((x for x in of if isinstance(x, frozenset) and len(x) == 3), None)
        if t is None:
            continue
        p = sorted(t)
        if kind == "circumcenter":
            circle = ctx.circle(p)
            circle.center = circle.center or o
            return circle
        if kind == "incenter":
            return _touching(ctx, o, ctx.line(p[0], p[1]))
        if kind == "excenter":
            a, b = (x for x in p if x != of[0])
            return _touching(ctx, o, ctx.line(a, b))
    return None


CENTERED.append(circle_of_center)


def _around_centers(ctx: Context, count: int) -> list[Value]:
    """`the respective circles`: those around the centers that were spoken of last, in order."""
    spoken = dict.fromkeys(v for values in reversed(ctx.mentioned) for v in reversed(values) if isinstance(v, str))
    found = [circle for x in spoken if (circle := circle_of_center(ctx, x)) is not None][:count]
    return list(reversed(found)) if len(found) == count else []


def _listed(said: object) -> int:
    """How many circles a modifier is about: `with diameters AB and CD`."""
    if isinstance(said, Together):
        return max(map(_listed, said.clauses))
    roles = getattr(said, "roles", None)
    if roles is None:
        return 1
    return max((_plural_width(t) for r, t in roles if r != "subject"), default=1)


def _plural_width(thing: Thing) -> int:
    return width(thing) if isinstance(thing, Noun) and (thing.count == 0 or len(thing.names) > 1) else 1


def named_circles(ctx: Context, made: Sequence[Circle], targets: Sequence[Thing]) -> list[Value]:
    if targets and len(targets) != len(made):
        raise ctx.fail(
            f"here are {len(targets)} names for {len(made)} circles", "list as many names as there are circles"
        )
    return [name_circle(ctx, c, targets[i] if targets else None) for i, c in enumerate(made)]


def _meant(ctx: Context, noun: Noun) -> tuple[str, ...]:
    """The polygon that is meant by `its circumcircle`, or by `the circumcircle` alone."""
    if noun.article == "its" or not any(len(p.points) == 3 for p in (*ctx.polygons, *ctx.triangles_seen)):
        return latest_vertices(ctx)
    return ctx.triangle()


@thing_noun("circumcircle")
def _circumcircle(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if noun.article == "this" and not targets and not noun.roles:
        return [_latest_circle(ctx, noun)]
    of = noun.role("of")
    if noun.article == "a" and of is None:  # `a circumcircle (K)` of nothing; what a triangle has is of it
        return THING_NOUNS["circle"](ctx, replace(noun, head="circle"), targets)
    shapes = polygons(ctx, of) if of is not None else [_meant(ctx, noun)]
    made = []
    for p in shapes:
        circle = ctx.circle(p)
        for x in p[3:]:
            if x not in circle.points:
                on(ctx, x, circle)
        o = ctx.known.get(("circumcenter", frozenset(p[:3])))
        if o is not None and circle.center is None:
            circle.center = o
        made.append(circle)
    return named_circles(ctx, made, targets)


@thing_noun("incircle")
def _incircle(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if noun.article == "this" and not targets and not noun.roles:
        return [_latest_circle(ctx, noun)]
    of = noun.role("of")
    shapes = polygons(ctx, of) if of is not None else [_meant(ctx, noun)]
    made: list[Circle] = []
    for p in shapes:
        if len(p) == 3:
            t = (p[0], p[1], p[2])
            with ctx.as_given():
                name_center(ctx, ("incenter", frozenset(t)), targets, len(made), partial(define_incenter, ctx, t))
                made.append(_touching(ctx, incenter(ctx, t), ctx.line(t[1], t[2])))
        else:
            made.append(inscribed_circle(ctx, p))
    return named_circles(ctx, made, targets)


def name_center(ctx: Context, key: Key, targets: Sequence[Thing], i: int, define: Callable[[str], None]) -> None:
    """The center is called by the name of the circle, where that is a point: `the incircle (I)`."""
    target = targets[i] if i < len(targets) else None
    if isinstance(target, Run) and len(target.points) == 1 and not ctx.is_named(key, target.points[0]):
        define(target.points[0])
        ctx.declare(target.points[0])


def _touching(ctx: Context, o: str, line: Line) -> Circle:
    """The circle with this center that touches the line."""
    for circle in ctx.circles:
        if circle.center == o:
            return circle
    d = foot(ctx, o, line)
    circle = Circle(o, [d])
    ctx.circles.append(circle)
    return circle


def inscribed_circle(ctx: Context, p: Sequence[str]) -> Circle:
    """The circle that touches all sides of a polygon, which has one."""
    for circle in ctx.circles:
        if ("inscribed", frozenset(p), id(circle)) in ctx.known:
            return circle
    key = ("inscribed", frozenset(p))
    circle = Circle(ctx.reserved.get(key))
    if circle.center is not None:
        ctx.explicit.setdefault(key, circle.center)
    ctx.circles.append(circle)
    with ctx.as_given():
        inscribe(ctx, circle, p)
    ctx.known["inscribed", frozenset(p), id(circle)] = ""
    ctx.known[key] = center(ctx, circle)
    return circle


def inscribe(ctx: Context, circle: Circle, p: Sequence[str]) -> None:
    """The circle touches all sides."""
    for i in range(len(p)):
        a, b = p[i], p[(i + 1) % len(p)]
        line = ctx.line(a, b)
        shared = [x for x in line.points if x in circle.points]
        t = shared[0] if shared else contact(ctx, line, circle)
        touch_line(ctx, line, circle, t)
        if t not in (a, b):
            ctx.demand(BETWEEN, t, a, b)


@thing_noun("excircle")
def _excircle(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if noun.article == "this" and not targets and not noun.roles:
        return [_latest_circle(ctx, noun)]
    vertex, of, across = noun.role("vertex"), noun.role("of"), noun.role("across")
    if vertex is None and across is None:
        across = _side_touched(noun)
    is_known = vertex is None and of is None and across is None and noun.count == 1
    if is_known and noun.article in ("the", "this") and not targets:
        return [_latest_excircle(ctx)]
    sides = pairs(ctx, across) if across is not None else []
    shapes = triangles(ctx, of)
    if vertex is not None:
        corners = vertices(ctx, vertex, shapes)
    elif across is not None:
        corners = [v for a, b in sides for v in shapes[0] if v not in (a, b)]
    elif noun.count in (0, 3):
        corners = list(shapes[0])
    else:
        raise ctx.fail("it isn't said which excircle", "write A-excircle of triangle ABC")
    made: list[Circle] = []
    for v, t in zipped(ctx, corners, shapes):
        a, b, c = turned(ctx, t, v)
        with ctx.as_given():
            key = ("excenter", a, frozenset((a, b, c)))
            name_center(ctx, key, targets, len(made), partial(define_excenter, ctx, a, (a, b, c)))
            made.append(_touching(ctx, excenter(ctx, a, (a, b, c)), ctx.line(b, c)))
    return named_circles(ctx, made, targets)


def _side_touched(noun: Noun) -> Thing | None:
    """The side of `the excircle tangent to side BC (at A_1, and to the extensions of the others)`."""
    for mod in noun.mods:
        for said in mod.clauses if isinstance(mod, Together) else (mod,):
            touched = said.role("object") if isinstance(said, Clause) and said.verb.startswith("touch") else None
            if isinstance(touched, Noun) and touched.head in ("side", "segment", "line") and len(touched.names) == 1:
                return touched
            if isinstance(touched, Run) and len(touched.points) == 2:
                return touched
    return None


def _latest_excircle(ctx: Context) -> Value:
    """`This excircle`: the one whose center was spoken of, or the circle that was."""
    for (kind, *_), name in reversed(ctx.known.items()):
        if kind == "excenter" and (circle := circle_of_center(ctx, name)) is not None:
            return circle
    return latest(ctx, "circle")


@thing_noun("ninepoint_circle")
def _ninepoint(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    made = []
    for a, b, c in triangles(ctx, noun.role("of")):
        with ctx.as_given():
            made.append(ctx.circle([midpoint(ctx, b, c), midpoint(ctx, c, a), midpoint(ctx, a, b)]))
    return named_circles(ctx, made, targets)


@thing_noun("mixtilinear", "mixtilinear_ex")
def _mixtilinear(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    vertex = noun.role("vertex")
    if vertex is None:
        raise ctx.fail("it isn't said which one", "write A-mixtilinear incircle of triangle ABC")
    how = "inside" if noun.head == "mixtilinear" else "outside"
    made = []
    shapes = triangles(ctx, noun.role("of"))
    for v, t in zipped(ctx, vertices(ctx, vertex, shapes), shapes):
        a, b, c = turned(ctx, t, v)
        circle = Circle()
        ctx.circles.append(circle)
        for p in (b, c):  # where may be said later
            ctx.later(partial(touch_line, ctx, ctx.line(a, p), circle))
        ctx.later(partial(touch_circles, ctx, circle, ctx.circle((a, b, c)), how=how))
        made.append(circle)
    return named_circles(ctx, made, targets)
