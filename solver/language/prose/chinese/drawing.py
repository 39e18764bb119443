"""What is drawn: `过A作BC的垂线`, `延长AB至D`, `以AB为直径作圆`, `连接AD`, and the names of feet and points of contact."""

from __future__ import annotations

from collections.abc import Iterator

from solver.language.prose.chart import kept
from solver.language.prose.chinese.lexicon import (
    ADVERBS,
    AND,
    BE,
    POINTS,
)
from solver.language.prose.chinese.predicates import Predicates
from solver.language.prose.chinese.sorts import (
    many,
)
from solver.language.prose.chinese.topics import CONTACTS, FEET, TOPIC
from solver.language.prose.syntax import (
    SELF,
    Clause,
    Many,
    Modified,
    Named,
    Noun,
    Relation,
    Run,
    Said,
    Thing,
    Together,
)

_TAKE = frozenset(["取", "任取", "有", "选取", "选", "作"])
_DRAW = frozenset(["作", "引", "做", "画", "取", "任作"])
#: What a side is of a polygon that is erected on it, and where that is.
_ERECTED_ON = ("边", "底边", "底", "斜边", "直角边", "边长")
_OUTSIDE = frozenset(["外", "外部", "外侧", "形外"])
_INSIDE = frozenset(["内", "内部", "内侧", "形内"])


class Drawing(Predicates):
    """The rules for constructions."""

    def taken(self, i: int) -> Iterator[tuple[Said, int]]:
        """`BC上有两点E、F`, `AB、AC上分别取点D、E`."""
        for (role, where), j in self.location(i):
            j = self.past(j, ADVERBS)
            if self.words[j] not in _TAKE:
                continue
            for k in (j + 1, j + 2) if self.words[j + 1] in _TAKE else (j + 1,):
                k = self.past_counts(self.past(k, ADVERBS | POINTS))
                for thing, m in (*self.things(k, False), *self.spot(k)):
                    if self.is_points(thing):
                        yield Clause("lie", (("subject", thing), (role, where)), frozenset(), (i, m)), m

    @kept
    def drawn(self, i: int) -> Iterator[tuple[Said, int]]:
        """`过A作BC的垂线`, `作DE⊥AB于E`, `从P向⊙O引切线PA、PB`."""
        targets: list[tuple[Thing | None, Thing | None, int]] = []
        if self.words[i] in _DRAW:
            targets.append((None, None, i))
        else:
            for start, j in self.things(i + 1, False):
                targets.append((start, None, self.past(j, ADVERBS | POINTS)))
                k = self.past(j, ADVERBS)
                if self.words[k] in ("向", "到", "对"):
                    targets += [(start, end, self.past(m, ADVERBS)) for end, m in self.things(k + 1, False)]
        for given, to, j in targets:
            source: Thing | None = given
            if self.words[j] not in _DRAW:
                continue
            if source is not None or to is None:
                for said, k in self.relation(self.past(j + 1, ADVERBS)):
                    yield self.through(said, source, (i, k)), k
            starts = dict.fromkeys((j + 1, self.past(j + 1, ADVERBS)))  # 互相垂直的 begins with an adverb, too
            for thing, k in [found for start in starts for found in self.things(start, True)]:
                made = self.from_there(thing, source, to)
                if made is None or (isinstance(thing, Many) and self.words[k] in ("交", "交于", "相交", "相交于")):
                    continue  # 作BC的平行线和直线AD交于P: only the parallel is drawn
                place = Clause("place", (("subject", made),), frozenset(), (i, k))
                yield place, k
                for sign, m in self.sign(k):
                    for other, n in self.things(m, False):
                        line: Thing = made.names[0] if isinstance(made, Noun) and made.names else made
                        yield Together((place, Relation((line, other), (sign,), (i, n))), (i, n)), n

    @staticmethod
    def through(said: Said, source: Thing | None, place: tuple[int, int]) -> Said:
        """`过BC的中点M作MN⊥AB`: what M is, and that the line passes through it."""
        first = said.clauses[0] if isinstance(said, Together) else said
        line = first.sides[0] if isinstance(first, Relation) else None
        if source is None:
            return said
        if isinstance(source, Run) and isinstance(line, Run) and source.points[0] in line.points:
            return Together((Clause("mention", (("subject", source),), place=place), said), place)
        before = [Clause("mention", (("subject", source),), place=place)]
        if line is not None and not isinstance(source, Noun | Modified):
            before.append(Clause("pass", (("subject", line), ("object", source)), place=place))
        return Together((*before, said), place)

    def from_there(self, thing: Thing, source: Thing | None, to: Thing | None) -> Thing | None:
        """A line or circle with the point through which it is drawn; None where it can't be drawn so."""
        if isinstance(thing, Many):
            made = [self.from_there(item, source, to) for item in thing.items]
            return None if None in made else Many(tuple(t for t in made if t is not None), thing.place)
        if isinstance(thing, Run | Named):
            return thing if source is None and to is None else None
        if not isinstance(thing, Noun):
            return None
        roles = {role: self._across(source, t) if source is not None else t for role, t in thing.roles}
        if to is not None:
            roles["to"] = to
        mods = thing.mods
        if thing.head == "secant" and not thing.names and not roles:  # 过P作一割线交圆于C、D
            thing = Noun("line", thing.adjectives, thing.article, thing.count, (), (), mods, thing.place)
        if source is not None:
            if thing.head in ("perpendicular", "parallel"):
                roles["through"] = source
            elif thing.head in ("tangent", "altitude", "median", "bisector"):
                roles["from"] = source
            elif thing.head in ("line", "circle", "ray", "chord", "segment"):
                mods = (*mods, Clause("pass", (("subject", SELF), ("object", source))))
            elif thing.head == "diameter" and thing.names:
                mods = (*mods, Clause("mention", (("subject", source),)))
            elif thing.head == "diameter":
                roles["through"] = source
            else:
                return None
        return Noun(
            thing.head,
            thing.adjectives,
            thing.article,
            thing.count,
            thing.names,
            tuple(roles.items()),
            mods,
            thing.place,
        )

    def with_measure(self, i: int) -> Iterator[tuple[Said, int]]:
        """`以AB为直径作圆`, `以O为圆心、OA为半径作⊙O`, `以AB、AC为边向外作正方形ABDE、ACFG`."""
        for mods, j in self.measured(i):
            j = self.past(j, ADVERBS | {","})
            if self.words[j] in _DRAW:
                for thing, k in self.things(j + 1, False):
                    if isinstance(thing, Noun) and thing.head in ("circle", "semicircle"):
                        circle = Noun(
                            thing.head, thing.adjectives, "", 1, thing.names, thing.roles, (*thing.mods, *mods), (i, k)
                        )
                        yield Clause("place", (("subject", circle),), frozenset(), (i, k)), k
        for sides, j in self.things(i + 1, False):
            if self.words[j] == "为":
                for kind in _ERECTED_ON:
                    k = self.past_counts(j + 1)
                    if self.words[k] == kind:
                        yield from self.erected(sides, kind, self.past(k + 1, ADVERBS | {","}), i)
            elif self.words[self.past(j, ADVERBS)] in ("向外", "向形外", "向内", "向形内"):
                yield from self.erected(sides, "边", self.past(j, ADVERBS), i)

    def erected(self, sides: Thing, kind: str, j: int, i: int, to: str = "") -> Iterator[tuple[Said, int]]:
        """`…向外作正方形ABDE和ACFG`. kind: what the sides are of the polygons, `底边` or so. to: where, if it was said before."""
        owner = next((s.role("of") for s in self.flat(sides) if isinstance(s, Noun)), None)
        base = owner or Noun("triangle", (), "the")
        ways: list[tuple[Thing | None, bool, int]] = [(None, True, j)]
        if to:
            ways = [(base, to == "向外", j)]
        elif self.words[j] in ("在", "向"):
            for around, k in self.things(j + 1, False):
                if self.words[k] in _OUTSIDE | _INSIDE:
                    is_named = isinstance(around, Run) or (isinstance(around, Noun) and around.names)
                    ways.append((around if is_named else base, self.words[k] in _OUTSIDE, k + 1))
        elif self.words[j] in ("向外", "向形外", "向内", "向形内"):
            ways.append((base, self.words[j] in ("向外", "向形外"), j + 1))
        for around_it, outside, k in ways:
            k = self.past(k, ADVERBS)
            if self.words[k] not in _DRAW:
                continue
            for shapes, m in self.things(self.past_counts(self.past(k + 1, ADVERBS)), False):
                roles: tuple[tuple[str, Thing], ...] = (("subject", shapes),)
                if around_it is not None:
                    roles = (*roles, ("outside", around_it))
                flags = frozenset[str]() if outside else frozenset(("inside",))
                on = Clause("mention", (("subject", sides),))
                drawn = Clause("place", roles, flags, (i, m))
                yield Together((on, drawn, *self.over(sides, shapes, kind, (i, m))), (i, m)), m

    def over(self, sides: Thing, shapes: Thing, kind: str, place: tuple[int, int]) -> Iterator[Said]:
        """What makes a side the base or the hypotenuse of a triangle that is erected on it."""
        vertices = set(_points_of(sides))
        for shape in self.flat(shapes):
            isosceles = isinstance(shape, Noun) and "isosceles" in shape.adjectives
            for name in shape.names if isinstance(shape, Noun) else ():
                apex = [p for p in name.points if p not in vertices] if isinstance(name, Run) else []
                if not isinstance(name, Run) or len(name.points) != 3 or len(apex) != 1:
                    continue
                arms = tuple(Run((apex[0], p), name.place) for p in name.points if p != apex[0])
                if kind in ("底边", "底") or (isosceles and kind == "斜边"):
                    yield Relation(arms, ("=",), place)
                if kind == "斜边":
                    yield Relation(arms, ("⟂",), place)

    def extended(self, i: int) -> Iterator[tuple[Said, int]]:
        """`延长AB至D`, `延长BA、CD交于P`, `延长AD交⊙O于E`."""
        if self.words[i] == "并延长":
            for roles, j in self.meeting(i + 1):
                yield Clause("meet", (("subject", TOPIC), *roles), frozenset(("extended",)), (i, j)), j
            for point, j in self.as_far_as(i + 1):
                yield Clause("extend", (("object", TOPIC), ("to", point)), frozenset(), (i, j)), j
            return
        for thing, j in self.things(i + 1, False):
            j = self.past(j, ADVERBS)
            if self.signs[j] == "," and self.words[j + 1] in ("交", "交于", "相交于"):
                j += 1
            for point, k in self.as_far_as(j):
                if self.words[i] == "反向延长":
                    thing = many([Run(t.points[::-1], t.place) for t in self.flat(thing) if isinstance(t, Run)])
                said = Clause("extend", (("object", thing), ("to", point)), frozenset(), (i, k))
                if self.words[k] in AND:
                    for more, m in self.extended(k):
                        yield Together((said, more), (i, m)), m
                yield said, k
            for roles, k in self.meeting(j):
                named = dict(roles)
                flags = frozenset(("extended",)) if "object" in named else frozenset[str]()
                yield Clause("meet", (("subject", thing), *roles), flags, (i, k)), k

    def as_far_as(self, j: int) -> Iterator[tuple[Thing, int]]:
        if self.words[j] in ("至", "到"):
            yield from ((t, k) for t, k in self.things(j + 1, False) if self.is_points(t))

    def connected(self, i: int) -> Iterator[tuple[Said, int]]:
        """`连接AD并延长交BC于E`, `连接AC、BD交于P`."""
        for thing, j in self.things(i, False):
            seen = Clause("exist", (("subject", thing),), frozenset(), (i, j))
            yield seen, j
            if (
                self.words[j] in ("并", "并延长")
                or self.words[j] in ADVERBS
                or self.words[j] in ("交", "交于", "相交于")
            ):
                k = self.past(j, ADVERBS | {"并"})
                flags = frozenset[str]()
                if self.words[k] in ("延长", "并延长"):
                    k, flags = k + 1, frozenset(("extended",))
                    if self.signs[k] == ",":
                        k += 1
                    last = self.flat(thing)[-1]
                    for point, m in self.as_far_as(k):
                        yield Together((seen, Clause("extend", (("object", last), ("to", point)))), (i, m)), m
                for roles, m in self.meeting(k):
                    yield Clause("meet", (("subject", thing), *roles), flags, (i, m)), m

    def contacts(self, i: int) -> Iterator[tuple[Said, int]]:
        """`垂足为D`, `切点分别为A、B`, `A、B为切点`."""
        kinds = {"垂足": FEET, "切点": CONTACTS, "为切点": CONTACTS, "为垂足": FEET}
        i = i + 1 if self.words[i] in ("其", "它们的") else i
        if self.words[i] in kinds:
            j = self.past(i + 1, ADVERBS)
            j = j + 1 if self.words[j] in BE | {"记为"} else j
            for thing, k in self.things(j, False):
                if self.is_points(thing):
                    yield Clause(kinds[self.words[i]], (("at", thing),), frozenset(), (i, k)), k
        for thing, j in self.things(i, False):
            j = self.past(j, ADVERBS)
            if not self.is_points(thing):
                continue
            if self.words[j] in ("为切点", "为垂足"):
                yield Clause(kinds[self.words[j]], (("at", thing),), frozenset(), (i, j + 1)), j + 1
            elif self.words[j] in BE and self.words[j + 1] in kinds:
                yield Clause(kinds[self.words[j + 1]], (("at", thing),), frozenset(), (i, j + 2)), j + 2


def _points_of(sides: Thing) -> Iterator[str]:
    """The vertices of the sides, or of the polygon whose sides they are."""
    match sides:
        case Run(points):
            yield from points
        case Many(items):
            for item in items:
                yield from _points_of(item)
        case Noun(names=names) if names:
            for name in names:
                yield from _points_of(name)
        case Noun():
            of = sides.role("of")
            if of is not None:
                yield from _points_of(of)
