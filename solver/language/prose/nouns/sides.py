"""Sides, legs and bases of polygons, diagonals, chords and diameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.atoms import Length
from solver.language.prose.context import Context
from solver.language.prose.curves import center, on
from solver.language.prose.known_shapes import COUNTS
from solver.language.prose.lists import exactly
from solver.language.prose.nouns.centers import turned
from solver.language.prose.nouns.images import antipodal
from solver.language.prose.nouns.lines import name_lines
from solver.language.prose.nouns.superlatives import is_superlative, superlative
from solver.language.prose.objects import Arc, Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.of_sort import circles, polygons
from solver.language.prose.registry import thing_noun
from solver.language.prose.spoken_of import latest, latest_vertices
from solver.language.prose.syntax import AngleSize, Clause, Named, Noun, Number, Run, Thing
from solver.language.prose.things import denote, point_names, points
from solver.language.prose.vague import decide
from solver.language.sums import Sum, Symbol, atom
from solver.statements.predicates import CONG, PARA, PERP


def _angle_meant(ctx: Context, noun: Noun) -> Corner | None:
    """The angle whose sides are meant: `the sides of angle BAC`, `inscribed in angle BAC and touches its sides`."""
    of = noun.role("of")
    if noun.head not in ("side", "leg") or noun.count == 1:
        return None
    if isinstance(of, AngleSize) or (isinstance(of, Noun) and of.head == "angle"):
        return next((v for v in denote(ctx, of, "angle") if isinstance(v, Corner)), None)
    if of is None and noun.article == "its":
        spoken = (v for values in reversed(ctx.mentioned) for v in reversed(values))
        last = next((v for v in spoken if isinstance(v, Corner | Polygon)), None)
        return last if isinstance(last, Corner) else None
    return None


@thing_noun("side", "leg", "diagonal", "base", "hypotenuse", "chord")
def _side(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if is_superlative(noun):
        return superlative(ctx, noun)
    of = noun.role("of")
    if not targets and (corner := _angle_meant(ctx, noun)) is not None:
        return [Part(ctx.line(corner.v, p), "ray", corner.v, p) for p in (corner.a, corner.b)]
    if targets and all(isinstance(t, Run) and len(t.points) == 2 for t in targets):
        found: list[Value] = []
        rounds = circles(ctx, of) if noun.head == "chord" and of is not None else []
        if noun.head == "chord" and of is None:
            last = latest(ctx, "circle")
            assert isinstance(last, Circle | Arc)
            rounds = [last.circle if isinstance(last, Arc) else last]
        if of is not None and not rounds:
            denote(ctx, _named_by_sides(ctx, of, targets))
        for i, target in enumerate(targets):
            a, b = exactly(ctx, 2, point_names(ctx, target))
            if rounds:
                for x in (a, b):
                    on(ctx, x, rounds[i if len(rounds) > 1 else 0])
            if noun.head == "hypotenuse" and not ctx.is_goal:
                _right_over(ctx, a, b)
            if noun.head in ("base", "leg") and not ctx.is_goal:
                _say_base(ctx, noun.head, a, b)
            found.append(Part(ctx.line(a, b), "side" if noun.head in ("side", "leg") else "segment", a, b))
        if noun.head == "leg" and not ctx.is_goal:
            _say_legs(ctx, [point_names(ctx, target) for target in targets])
        return found
    if noun.head == "chord" and noun.article in ("this", "the") and not targets and of is None:
        return [latest(ctx, "line")]
    if noun.head == "chord":
        return name_lines(ctx, [Line()], targets)
    opposite = noun.role("opposite")
    p: tuple[str, ...]
    if of is not None:
        (p,) = exactly(ctx, 1, polygons(ctx, of))
    else:
        p = latest_vertices(ctx) if opposite is None else ctx.triangle(points(ctx, opposite)[0])
    if noun.count == 1 and noun.article in ("one", "a") and noun.head in ("diagonal", "side") and opposite is None:
        if not set(p) <= ctx.invented:
            raise ctx.fail(f"it isn't said which {noun.head}", "name it by its ends: AB")
        a, b = (p[0], p[2]) if noun.head == "diagonal" else p[:2]
        return [Part(ctx.line(a, b), "segment", a, b)]  # of a polygon without names it is all the same which one
    if noun.head == "diagonal" and len(p) == 4:
        return [Part(ctx.line(p[0], p[2]), "segment", p[0], p[2]), Part(ctx.line(p[1], p[3]), "segment", p[1], p[3])]
    if opposite is not None and len(p) == 3:
        across = [turned(ctx, (p[0], p[1], p[2]), v)[1:] for v in points(ctx, opposite)]
        return [Part(ctx.line(b, c), "segment", b, c) for b, c in across]
    if noun.head in ("base", "leg", "hypotenuse") or (noun.head == "side" and "parallel" in noun.adjectives):
        found_ = bases_or_legs(ctx, p, noun.head)
        if "other" in noun.adjectives:
            found_ = _without_length(ctx, noun, found_)
        return [Part(ctx.line(a, b), "side", a, b) for a, b in found_]
    if noun.head == "side" and targets:
        return _named(ctx, p, targets)
    if noun.head == "side":
        if noun.article == "the" and noun.count == 1 and (mod := _length_mod(noun)) is not None:
            return [_side_of_length(ctx, p, mod)]
        return [Part(ctx.line(a, b), "segment", a, b) for a, b in _sides(ctx, noun, p)]
    raise ctx.fail(f"it isn't said which {noun.head}", "name it by its ends: AB")


def _sides(ctx: Context, noun: Noun, p: tuple[str, ...]) -> list[tuple[str, str]]:
    """The sides of a polygon that are meant, all or as many as are counted. Raises ParseError."""
    around = [(p[i], p[(i + 1) % len(p)]) for i in range(len(p))]
    sides = [*around[1:], around[0]] if len(p) == 3 else around
    if len(p) == 3 and set(p) <= ctx.invented and (noun.count == 2 or "third" in noun.adjectives):
        sides = sides[:2] if noun.count == 2 else sides[2:]  # of a triangle whose vertices have no names
    if "opposite" in noun.adjectives and len(p) % 2 == 0:
        half = len(p) // 2
        sides = [side for i in range(half) for side in (around[i], around[i + half])]
    if "other" in noun.adjectives and noun.count != 1:
        sides = _other_sides(ctx, sides, noun.count)
    if noun.count > 1 and noun.count != len(sides):
        raise ctx.fail("it isn't said which sides", "name them by their ends: AB")
    return sides


def _named(ctx: Context, p: tuple[str, ...], targets: Sequence[Thing]) -> list[Value]:
    """`the sides a, b, c of triangle ABC`, `side a`: of three, in the order of the vertices opposite to them; these are their lengths, too."""
    names = [target.name for target in targets if isinstance(target, Named)]
    if len(p) != 3 or len(names) != len(targets):
        raise ctx.fail("it isn't said which side", "name it by its ends: AB")
    ctx.visit(tuple(targets))
    found: list[Value] = []
    for k, name in enumerate(names):
        v = p[k] if len(names) == 3 else name.upper()
        if v not in p:
            raise ctx.fail("it isn't said which side", "name it by its ends: AB")
        a, b = (x for x in p if x != v)
        line = ctx.line(a, b)
        if ctx.names.setdefault(name, line) is not line:
            raise ctx.fail(f"{name} is named twice", "use another name")
        ctx.quantities.wait(atom(Symbol(name)), atom(Length.of(a, b)), ctx.span)
        found.append(Part(line, "side", a, b))
    return found


def _named_by_sides(ctx: Context, of: Thing, targets: Sequence[Thing]) -> Thing:
    """The triangle of `the sides AB, BC, CA of a triangle`, which has no other name."""
    corners = tuple(dict.fromkeys(p for t in targets if isinstance(t, Run) for p in t.points))
    is_new = isinstance(of, Noun) and of.article == "a" and not of.names
    if not (isinstance(of, Noun) and is_new and len(corners) == COUNTS.get(of.head) and len(targets) > 1):
        return of
    ctx.visited.add(id(of))
    return replace(of, names=(Run(corners),))


def _other_sides(ctx: Context, sides: Sequence[tuple[str, str]], count: int) -> list[tuple[str, str]]:
    """`(a circle with center on AB touches) the other three sides`: all but those that were spoken of last. Raises ParseError."""
    spoken: list[set[str]] = []
    for values in reversed(ctx.mentioned):
        for value in values:
            is_side = isinstance(value, Part) and any({value.a, value.b} == set(side) for side in sides)
            if isinstance(value, Part) and is_side and {value.a, value.b} not in spoken:
                spoken.append({value.a, value.b})
        if spoken and len(spoken) >= (len(sides) - count if count else 1):
            break
    others = [side for side in sides if set(side) not in spoken]
    if not spoken or (count and len(others) != count):
        raise ctx.unresolved("it isn't clear which sides are the other ones", "name them by their ends: AB, BC")
    return others


def _say_base(ctx: Context, head: str, a: str, b: str) -> None:
    """`bases AD = 10 and BC = 4`: who calls a side so says what the shape left open, which sides are parallel or equal."""
    for word, p, _ in ctx.vague:
        sides = [frozenset((p[k - 1], p[k])) for k in range(len(p))]
        if frozenset((a, b)) not in sides:
            continue
        if word == "parallel" and len(p) == 4:
            k = (sides.index(frozenset((a, b))) + (head == "leg")) % 4
            ctx.say(PARA, p[k - 1], p[k], p[k + 1 - 4], p[(k + 2) % 4])
        elif word == "isosceles" and len(p) == 3 and head == "base":
            (apex,) = (x for x in p if x not in (a, b))
            ctx.say(CONG, apex, a, apex, b)


def _say_legs(ctx: Context, legs: Sequence[Sequence[str]]) -> None:
    """Who names both legs of a triangle says where its right angle is, or its equal sides meet."""
    corners = {x for leg in legs for x in leg}
    apex = {x for x in corners if all(x in leg for leg in legs)}
    if len(legs) != 2 or len(corners) != 3 or len(apex) != 1:
        return
    (v,), (a, b) = apex, sorted(corners - apex)
    for word, p, _ in ctx.vague:
        if set(p) == corners and word in ("right", "isosceles"):
            ctx.say(PERP if word == "right" else CONG, v, a, v, b)


def _length_mod(noun: Noun) -> Thing | None:
    """14 in `the side of length 14`."""
    for mod in noun.mods:
        if isinstance(mod, Clause) and mod.verb == "have":
            owned, length = mod.role("object"), mod.role("value")
            if isinstance(owned, Noun) and owned.head == "length":
                return length
    return None


def _without_length(ctx: Context, noun: Noun, sides: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """`(with hypotenuse 5 and leg 3, find) the other leg`, whose length isn't given. Raises ParseError."""
    given = [pair for *pair, _ in ctx.quantities.given]
    others = [(a, b) for a, b in sides if not any(atom(Length.of(a, b)) in pair for pair in given)]
    if len(others) != max(noun.count, 1):
        raise ctx.unresolved(f"it isn't clear which {noun.head} is the other one", "name it by its ends: AB")
    return others


def _side_of_length(ctx: Context, p: Sequence[str], length: Thing) -> Value:
    """The one side of a polygon that was said to be so long. Raises ParseError."""
    match length:
        case Number(text):
            wanted: Sum = {(): ctx.number(*text.split("/"))}
        case Named(name):
            wanted = atom(Symbol(name))
        case _:
            raise ctx.fail("it isn't clear which side is so long", "name the side by its ends: AB")
    found = [
        (a, b)
        for a, b in zip(p, (*p[1:], p[0]), strict=True)
        if any(atom(Length.of(a, b)) in pair and wanted in pair for *pair, _ in ctx.quantities.given)
    ]
    if len(found) != 1:
        raise ctx.unresolved("it isn't clear which side is so long", "name the side by its ends: AB")
    ((a, b),) = found
    return Part(ctx.line(a, b), "segment", a, b)


def bases_or_legs(ctx: Context, p: Sequence[str], head: str) -> list[tuple[str, str]]:
    """The parallel sides of a trapezoid, or the others; of a triangle, the side opposite to the vertex where equal sides or a right
    angle meet, or the other ones. Raises ParseError where this isn't known."""
    sides = [(p[i], p[(i + 1) % len(p)]) for i in range(len(p))]
    wanted = {PARA} if len(p) == 4 else {PERP} if head == "hypotenuse" else {CONG, PERP}
    if ctx.may_invent or ctx.is_goal:
        for word in ("parallel",) if len(p) == 4 else ("right", "isosceles"):
            decide(ctx, word, p)
    for s in ctx.given.premises:
        two = [{*s.points[:2]}, {*s.points[2:]}]
        pair = [side for side in sides if set(side) in two]
        if s.predicate in wanted and len(pair) == 2:
            others = [side for side in sides if side not in pair]
            return pair if (head == "leg") == (len(p) == 3) else others
    raise ctx.unresolved(f"it isn't said which {head}", "name it by its ends: AB")


def _right_over(ctx: Context, a: str, b: str) -> None:
    """Who calls a side the hypotenuse says where the right angle is, if this wasn't said."""
    for c in (p for p in ctx.triangle(a) if p not in (a, b)):
        arms = {frozenset((c, a)), frozenset((c, b))}
        known = (s for s in ctx.given.premises if s.predicate is PERP)
        if not any({frozenset(s.points[:2]), frozenset(s.points[2:])} == arms for s in known):
            ctx.say(PERP, c, a, c, b)


@thing_noun("diameter")
def _diameter(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:

    of = noun.role("of")
    circle = exactly(ctx, 1, circles(ctx, of))[0] if of is not None else latest(ctx, "circle")
    assert isinstance(circle, Circle)
    if not targets:
        through = noun.role("through")
        if through is not None:
            return [ctx.line(exactly(ctx, 1, points(ctx, through))[0], center(ctx, circle))]
        return [Line([center(ctx, circle)])]
    found: list[Value] = []
    for target in targets:
        a, b = exactly(ctx, 2, point_names(ctx, target))
        spoken = [c for c in ctx.circles if c.center is None and len(c.points) >= 3 and {a, b} <= set(c.points)]
        if circle.called and not circle.points and len(spoken) == 1 and not ctx.is_goal:
            ctx.note(f"the circle {circle.called} is taken to be the one through {', '.join(spoken[0].points[:3])}")
            on(ctx, a, circle)
            for x in spoken[0].points:
                on(ctx, x, circle)
        circle.over = circle.over or (a, b)
        if circle.center is None and circle.diameter is None and not circle.points and not ctx.is_goal:
            circle.diameter, circle.points = (a, b), [a, b]
        elif a in circle.points or b not in circle.points:
            antipodal(ctx, b, a, circle)
        else:
            antipodal(ctx, a, b, circle)
        if not ctx.is_goal:
            ctx.declare(a)
            ctx.declare(b)
        found.append(Part(ctx.line(a, b), "segment", a, b))
    return found
