"""Clauses of Chinese with words of their own: the order of points, which one is closer, points that divide a segment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from solver.language.prose.chart import kept
from solver.language.prose.chinese.lexicon import ADVERBS, BE, POINTS
from solver.language.prose.chinese.moved import Moved
from solver.language.prose.chinese.sorts import sort_of
from solver.language.prose.syntax import (
    Clause,
    Many,
    Noun,
    Number,
    Operation,
    Relation,
    Run,
    Said,
    Thing,
    Together,
)
from solver.language.prose.tokens import Kind

#: Words that say that things come in the order in which they are listed, and words that go with them.
_ORDER = frozenset(["依次", "顺次", "顺序", "次序", "排列"])
_WITH_ORDER = frozenset(
    ["按", "此", "这", "这个", "逆时针", "顺时针", "方向", "分别", "互不相同", "互不重合", "且", "并且", "并", ","]
)
_TAKEN = frozenset(["取", "任取", "选取", "存在", "有", "另取", "再取"])
_NEARER = {
    "更近": "closer", "较近": "closer", "近": "closer", "更远": "farther", "较远": "farther", "远": "farther",
}  # fmt: skip


class Remarks(Moved):
    """The rules for clauses that aren't built of a subject and a verb that geometry shares with other languages."""

    @kept
    def remark(self, i: int) -> Iterator[tuple[Said, int]]:
        yield from self.moved(i)
        yield from self.ordered(i)
        yield from self.ordered_on(i)
        yield from self.point_taken(i)
        yield from self.contacts_on_sides(i)
        yield from self.nearer(i)
        yield from self.trisecting(i)
        yield from self.unequal(i)
        yield from self.greatest(i)
        yield from self.equal_radii(i)
        yield from self.side_lengths(i)
        yield from self.in_ratio(i)

    # Order.

    def ordered(self, i: int) -> Iterator[tuple[Said, int]]:
        """`点B、D、E、C按此顺序排列在直线BC上`, `A、B、C、D依次为圆上四点`, `X、B、C、Y顺次排列`."""
        for points, j in self.things(i, False):
            if not (isinstance(points, Many) and self.is_points(points)):
                continue
            yield from self.in_order(points, i, self.past(j, POINTS), False, None)

    def in_order(
        self, points: Many, i: int, j: int, is_ordered: bool, where: Thing | None
    ) -> Iterator[tuple[Said, int]]:
        word = self.words[j]
        if word in _ORDER:
            yield from self.in_order(points, i, j + 1, True, where)
        elif word in _WITH_ORDER or (self.signs[j] == "," and self.words[j + 1] in _WITH_ORDER | _ORDER):
            yield from self.in_order(points, i, j + 1, is_ordered, where)
        elif where is None and (word in ("在", "位于") or (word in BE and is_ordered)):
            for (role, thing), k in self.location(j + 1):
                if role != "on":
                    continue
                if word not in BE:
                    yield from self.in_order(points, i, k, is_ordered, thing)
                    continue
                k = k + 1 if self.words[k] == "的" else k
                if self.words[k] in POINTS:
                    yield from self.in_order(points, i, k + 1, is_ordered, thing)
        if is_ordered and word not in _ORDER:
            yield self.order_of(points, where, (i, j)), j

    def order_of(self, points: Many, where: Thing | None, place: tuple[int, int]) -> Said:
        order = Clause("ordered", (("subject", points),), frozenset(), place)
        if where is None:
            return order
        is_bare = isinstance(where, Noun) and not (where.names or where.roles or where.mods)
        if isinstance(where, Noun) and is_bare and where.head == "circle":
            where = self.named_circle()
            where = where if where.names else replace(where, article="a")
        elif isinstance(where, Noun) and is_bare and where.head == "line":
            return Together((Clause("collinear", (("subject", points),), frozenset(), place), order), place)
        return Clause("lie", (("subject", points), ("on", where)), frozenset(("ordered",)), place)

    def ordered_on(self, i: int) -> Iterator[tuple[Said, int]]:
        """`直线l上依次有三点A、B、C`."""
        for (role, where), j in self.location(i):
            k = self.past(j, frozenset(["依次", "顺次", "有", "取"]))
            if role != "on" or self.words[j:k] not in (["依次", "有"], ["顺次", "有"], ["依次", "取"], ["顺次", "取"]):
                continue
            for points, m in self.things(self.past(k, POINTS), False):
                if isinstance(points, Many) and self.is_points(points):
                    yield self.order_of(points, where, (i, m)), m

    # Points.

    def point_taken(self, i: int) -> Iterator[tuple[Said, int]]:
        """`取点D`, `存在点P`."""
        if self.words[i] not in _TAKEN and self.words[i - 1] not in _TAKEN:
            return
        j = i + 1 if self.words[i] in _TAKEN else i
        for points, k in self.things(self.past(j, ADVERBS | POINTS), False):
            if self.is_points(points):
                yield Clause("exist", (("subject", points),), frozenset(), (i, k)), k

    def contacts_on_sides(self, i: int) -> Iterator[tuple[Said, int]]:
        """`边AB、BC、CD、DA上的切点分别为K、L、M、N`: of the circle that was spoken of."""
        for sides, j in self.things(i, False):
            if sort_of(sides) != "line" or self.words[j : j + 3] != ["上", "的", "切点"]:
                continue
            k = self.past(j + 3, ADVERBS)
            for points, m in self.things(k + 1, False) if self.words[k] in BE else ():
                if self.is_points(points):
                    circle = Noun("circle", (), "this")
                    yield Clause("touch", (("subject", circle), ("object", sides), ("at", points)), place=(i, m)), m

    def nearer(self, i: int) -> Iterator[tuple[Said, int]]:
        """`M比N离AB更近`, `P离A较近`."""
        for point, j in self.things(i, False):
            if not self.is_points(point):
                continue
            than: list[tuple[Thing | None, int]] = [(None, j)]
            if self.words[j] in ("比", "较"):
                than = [(other, k) for other, k in self.things(j + 1, False) if self.is_points(other)]
            for other, k in than:
                for to, m in self.things(k + 1, False) if self.words[k] in ("离", "距", "距离", "靠近") else ():
                    n = m + 1 if self.words[m] == "的" and self.words[m + 1] == "距离" else m
                    n = n + 1 if self.words[n] == "距离" else n
                    if verb := _NEARER.get(self.words[n], ""):
                        roles: tuple[tuple[str, Thing], ...] = (("subject", point), ("to", to))
                        roles = roles if other is None else (*roles, ("than", other))
                        yield Clause(verb, roles, frozenset(), (i, n + 1)), n + 1

    def trisecting(self, i: int) -> Iterator[tuple[Said, int]]:
        """`E、F是AB的三等分点`, `D是BC上靠近B的三等分点`."""
        for points, j in self.things(i, False):
            names = [t for t in self.flat(points) if isinstance(t, Run)]
            k = self.past(j, ADVERBS)
            if not self.is_points(points) or self.words[k] not in BE:
                continue
            for side, m in self.things(k + 1, False):
                run = side.names[0] if isinstance(side, Noun) and len(side.names) == 1 else side
                if not (isinstance(run, Run) and len(run.points) == 2):
                    continue
                a, b = (Run((p,), run.place) for p in run.points)
                m = m + 1 if self.words[m] in ("的", "上") else m
                near = self.words[m] in ("靠近", "离", "靠")
                if near:
                    found = [(t, n) for t, n in self.things(m + 1, False) if t in (a, b)]
                    if not found:
                        continue
                    near_to, m = found[0]
                    a, b = (a, b) if near_to == a else (b, a)
                m = self.past(self.past_counts(self.past(m, frozenset(["的", "较近", "近"]))), POINTS)
                if self.words[m] != "三等分点" or len(names) != (1 if near else 2):
                    continue
                where = Noun("segment", (), "", 1, (run,), (), (), run.place)
                lie = Clause("lie", (("subject", points), ("on", where)), frozenset(), (i, m + 1))
                yield Together((lie, *_thirds(a, b, names, (i, m + 1))), (i, m + 1)), m + 1

    # Sizes.

    def unequal(self, i: int) -> Iterator[tuple[Said, int]]:
        """`△ABC的三边互不相等`, `AB、BC、CA互不相等`."""
        for thing, j in self.things(i, False):
            if self.words[j] not in ("互不相等", "两两不等", "两两不相等", "都不相等"):
                continue
            sides = self.flat(thing)
            if isinstance(thing, Noun) and thing.head in ("side", "angle") and not thing.names:
                of = thing.role("of") or Noun("triangle", (), "the")
                yield Clause("shape_scalene", (("subject", of),), frozenset(), (i, j + 1)), j + 1
            elif len(sides) > 1:
                pairs = [(a, b) for k, b in enumerate(sides) for a in sides[:k]]
                yield Together(tuple(Relation(pair, ("≠",), (i, j + 1)) for pair in pairs), (i, j + 1)), j + 1

    def greatest(self, i: int) -> Iterator[tuple[Said, int]]:
        """`∠A是最大的内角`, `BC为最长边`."""
        for thing, j in self.things(i, False):
            k = self.past(j, ADVERBS)
            if self.words[k] in ("最大", "最长", "最小", "最短"):  # BC边最长
                verb = "greatest" if self.words[k] in ("最大", "最长") else "least"
                yield Clause(verb, (("subject", thing),), frozenset(), (i, k + 1)), k + 1
            if self.words[k] not in BE:
                continue
            for triangle, m in ((None, k + 1), *self.things(k + 1, False)):
                m = m + 1 if self.words[m] in ("中", "的") else m
                if self.words[m] not in ("最大", "最长", "最小", "最短"):
                    continue
                verb = "greatest" if self.words[m] in ("最大", "最长") else "least"
                n = m + 2 if self.words[m + 1] == "的" else m + 1
                if self.words[n] not in ("角", "内角", "边"):
                    continue
                roles: tuple[tuple[str, Thing], ...] = (("subject", thing),)
                roles = roles if triangle is None else (*roles, ("of", triangle))
                yield Clause(verb, roles, frozenset(), (i, n + 1)), n + 1

    def side_lengths(self, i: int) -> Iterator[tuple[Said, int]]:
        """`△ABC的三边长分别为AB=7，…`: the lengths are said by what follows."""
        for thing, j in self.things(i, False):
            k = self.past(j, ADVERBS | {"长", "长度"})
            if not (isinstance(thing, Noun) and thing.head == "side" and not thing.names):
                continue
            if not (self.words[k] in BE or self.words[k - 1] in ("长", "长度")):
                continue
            k = self.past(k + 1, ADVERBS) if self.words[k] in BE else k
            if self.kinds[k] is Kind.RUN and self.signs[k + 1] == "=":
                yield Clause("mention", (("subject", thing),), frozenset(), (i, k)), k

    def in_ratio(self, i: int) -> Iterator[tuple[Said, int]]:
        """`∠A、∠B、∠C的度数之比为2∶3∶4`, `△ABC的三边之比为3∶4∶5`."""
        for thing, j in self.things(i, False):
            k = j + 1 if self.words[j] == "的" else j
            k = self.past(k, frozenset(["度数", "大小", "长", "长度"]))
            if self.words[k] not in ("之比", "比") or self.words[k + 1] not in BE | {"等于"}:
                continue
            for ratio, m in self.expression(k + 2):
                if isinstance(ratio, Operation) and ratio.sign in ("ratio", "ratios"):
                    yield Clause("in_ratio", (("subject", thing), ("ratio", ratio)), frozenset(), (i, m)), m

    def equal_radii(self, i: int) -> Iterator[tuple[Said, int]]:
        """`⊙U与⊙V的半径相等`, `⊙U、⊙V是等圆`."""
        for thing, j in self.things(i, False):
            rounds: Thing | None = thing
            k = self.past(j, ADVERBS)
            if self.words[k] == "半径相等":
                pass
            elif isinstance(thing, Noun) and thing.head == "radius" and self.words[k] == "相等":
                rounds = thing.role("of")
            elif not (self.words[k] in BE and self.words[k + 1] == "等圆"):
                continue
            else:
                k += 1
            if rounds is not None and sort_of(rounds) == "circle":
                yield Clause("equal_radii", (("subject", rounds),), frozenset(), (i, k + 1)), k + 1


def _thirds(a: Run, b: Run, names: list[Run], place: tuple[int, int]) -> Iterator[Said]:
    """Which third each point ends; a is where the first one is closer to."""
    for near, far, x in zip((a, b), (b, a), names, strict=False):
        one, two = Run(near.points + x.points, near.place), Run(x.points + far.points, far.place)
        yield Relation((two, Operation("*", (Number("2"), one), place)), ("=",), place)
