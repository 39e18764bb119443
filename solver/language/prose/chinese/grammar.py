"""The sentences of Chinese about figures: from words to the trees of `syntax`, the same that English gives.

What differs from English is the order: what belongs to a noun comes before it (△ABC的外心), a verb takes its places
before or after it (过A作BC的垂线, 交BC于D), and a subject that was just named is left out. A clause without a subject is
read with the pronoun `topic`, which `topics` resolves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.language.prose.chart import kept
from solver.language.prose.chinese.lexicon import ADJECTIVES, ADVERBS, AND, BE, FIND, LEADS, POINTS, PROVE, VERBS
from solver.language.prose.chinese.nouns import POLYGONS, SIDES, corners, many, sort_of, whole_lines
from solver.language.prose.chinese.remarks import Remarks
from solver.language.prose.chinese.topics import CONTACTS, FEET, TOPIC, is_topical, joined, nodes
from solver.language.prose.syntax import (
    SELF,
    About,
    AngleSize,
    Clause,
    Goal,
    Likewise,
    Many,
    Modified,
    Named,
    Noun,
    Pronoun,
    Relation,
    Run,
    Said,
    Sentence,
    Thing,
    Together,
)
from solver.language.prose.tokens import Kind

_TAKE = frozenset(["取", "任取", "有", "选取", "选", "作"])
_DRAW = frozenset(["作", "引", "做", "画", "取", "任作"])
_JOIN = frozenset(["连接", "连结", "联结", "连"])
_RELATIONS = frozenset(["=", "≠", "<", ">", "<=", ">=", "∥", "∦", "⟂", "∼", "≅", "∈"])
#: What a side is of a polygon that is erected on it, and where that is.
_ERECTED_ON = ("边", "底边", "底", "斜边", "直角边", "边长")
_OUTSIDE = frozenset(["外", "外部", "外侧", "形外"])
_INSIDE = frozenset(["内", "内部", "内侧", "形内"])
_POINT_NOUNS = frozenset(["midpoint", "foot", "intersection", "touchpoint", "center", "incenter", "circumcenter"])
_CEVIANS = frozenset(["altitude", "median", "bisector", "symmedian", "diagonal", "midline"])
_COMPARED = {"等于": "=", "大于": ">", "小于": "<", "不等于": "≠", "不大于": "<=", "不小于": ">="}
_EXPLORE = frozenset(["能得到什么", "有什么结论", "能得出什么结论"])


class Grammar(Remarks):
    """One sentence, up to its full stop."""

    def parse(self) -> list[Sentence] | None:
        """What the sentence says; None where it has no reading."""
        if self.lead(0) >= self.size:
            return []
        for items, end in self.sentence(0, False):
            if end == self.size:
                found = joined(items)
                return found if self.is_whole(found) else None
        return None

    def is_whole(self, items: Sequence[Sentence]) -> bool:
        """Whether every name of the sentence has a place in what was read: nothing is left out in silence."""
        named = {i for i, token in enumerate(self.tokens) if token.kind in (Kind.RUN, Kind.NAME)}
        for node in nodes(tuple(items)):
            if isinstance(node, Run | Named):
                named -= set(range(*node.place))
        self.farthest = min(named, default=self.farthest)
        return not named

    def lead(self, i: int) -> int:
        while i < self.size and (
            self.words[i] in LEADS or self.signs[i] in (",", ";", ":", "-") or self._is_figure_number(i)
        ):
            i += 1
        return i

    def _is_figure_number(self, i: int) -> bool:
        return i > 0 and self.words[i - 1] == "如图" and self.kinds[i] is Kind.NUMBER

    @kept
    def sentence(self, i: int, is_goal: bool) -> Iterator[tuple[tuple[Sentence, ...], int]]:
        """Clauses and goals, one after the other."""
        i = self.lead(i)
        if i >= self.size:
            yield (), i
            return
        if self.words[i] in PROVE:
            yield from self.sentence(i + 1, True)
            return
        if self.words[i] == "其中":
            yield from self.sentence(i + 1, False)
            return
        for item, j in self.item(i, is_goal):
            later = is_goal or isinstance(item, Goal)
            for k in self.joints(j, isinstance(item, Clause) and item.verb == "place"):
                for rest, end in self.sentence(k, later):
                    yield (item, *rest), end

    def joints(self, j: int, is_drawn: bool) -> list[int]:
        """Where the next clause may begin. is_drawn: after a line that was drawn, which may be the subject of the next."""
        if j >= self.size:
            return [j]
        if self.signs[j] in (",", ";", ":", "(", ")"):
            while self.signs[j] in (",", ";", ":", "(", ")"):
                j += 1
            return [j]
        if is_drawn and self.words[j] in ("与", "和"):
            return [j]
        if self.words[j] in (
            "且",
            "并",
            "并且",
            "使",
            "使得",
            "则",
            "求证",
            "求",
            "其中",
            "满足",
            "试求",
            "、",
            "而",
            "证明",
            "又",
        ):
            return [j + 1 if self.words[j] == "、" else j]
        return [j] if self.words[j - 1] == "中" or self.words[j] in ADVERBS | {"交", "交于", "相交于"} else []

    @kept
    def item(self, i: int, is_goal: bool) -> Iterator[tuple[Sentence, int]]:
        if self.words[i] in FIND:
            for asked, j in self.asked(i + 1):
                yield Goal("find", (), asked, (i, j)), j
        for asked, j in self.expression(i):
            if self.words[j] in BE | {"等于"} and self.words[j + 1] in ("多少", "多少度", "几度"):
                j += 3 if self.words[j + 2] == "度" else 2
                yield Goal("find", (), asked, (i, j)), j
            elif (self.signs[j] == "=" and j + 1 == self.size) or self.words[j] in ("多少度", "几度"):
                yield Goal("find", (), asked, (i, j + 1)), j + 1
        if self.words[i] in _EXPLORE:
            yield Goal("explore", (), None, (i, i + 1)), i + 1
        for said, j in self.clause(i):
            if not is_goal:
                yield said, j
                continue
            for k in self.equivalence(j):
                for other, m in self.clause(self.lead(k)):
                    yield Goal("iff", (whole_lines(said), whole_lines(other)), None, (i, m)), m
            if self.words[i - 1] in ("若", "如果", "当") and self.signs[j] == ",":
                for claim, k in self.clause(self.lead(j)):
                    yield Goal("prove", (Together((Clause("given"), said)), whole_lines(claim)), None, (i, k)), k
            yield Goal("prove", (whole_lines(said),), None, (i, j)), j

    def equivalence(self, j: int) -> list[int]:
        """Where the other side begins: `…当且仅当…`, `…的充要条件是…`."""
        j = j + 1 if self.signs[j] == "," else j
        if self.words[j] == "当且仅当":
            return [j + 1]
        j = j + 1 if self.words[j] == "的" else j
        if self.words[j] in ("充要条件", "充分必要条件") and self.words[j + 1] in BE:
            return [j + 2]
        return []

    @kept
    def asked(self, i: int) -> Iterator[tuple[Thing, int]]:
        """What is to be found: an angle, a ratio."""
        i = self.lead(i)
        for thing, j in (*self.expression(i), *self.things(i, True)):
            for m in (j, j + 1) if self.words[j] == "的" else (j,):
                while self.words[m] in ("度数", "大小", "值", "多少", "角", "比值"):
                    m += 1
                yield thing, m

    # Clauses.

    @kept
    def clause(self, i: int) -> Iterator[tuple[Said, int]]:
        for said, j in self.clause_at(i):
            yield said, self.closed(j)

    def closed(self, j: int) -> int:
        while self.words[j] in ("时",):
            j += 1
        return j

    def clause_at(self, i: int) -> Iterator[tuple[Said, int]]:
        word = self.words[i]
        for thing, j in self.things(i, False):
            j = j + 2 if self.words[j : j + 2] in (["与", "此"], ["可", "以"]) else self.past(j, ADVERBS)
            if self.is_points(thing) and self.words[j] in ("类似", "类似地", "同理", "同样"):
                k = self.past(j + 1, frozenset(["定义", "作", "得到"]))
                yield Likewise(tuple(self.flat(thing)), (i, k)), k
        if word in ("同理", "类似地", "类似", "同样"):
            yield from self.likewise(i)
            yield from self.clause(self.lead(i + 1))
        if word == "在":
            yield from self.inside_of(i + 1)
        yield from self.taken(i)
        if word in ("过", "经过", "从", "由", "自", "作", "引", "做", "画"):
            yield from self.drawn(i)
        if word == "以":
            yield from self.with_measure(i)
        if word in ("延长", "反向延长", "并延长"):
            yield from self.extended(i)
        if word in _JOIN:
            yield from self.connected(i + 1)
        yield from self.remark(i)
        yield from self.paired(i)
        yield from self.contacts(i)
        yield from self.relation(i)
        yield from self.said_of(i, False)
        yield from self.predicate(i, TOPIC, i)
        for thing, j in self.things(i, False):
            yield Clause("exist", (("subject", thing),), frozenset(), (i, j)), j + 1 if self.words[j] == "中" else j
        yield from self.said_of(i, True)

    def said_of(self, i: int, with_comma: bool) -> Iterator[tuple[Said, int]]:
        """A subject and what is said of it. with_comma: only of names that a comma joins: D, E分别在BC, CA上."""
        for wide in (False, True):
            # The shortest subject first: in ⊙O与AB切于A the line is no subject.
            for thing, j in sorted(self.things(i, wide), key=lambda reading: reading[1]):
                if not self.goes_on(thing, j) and ("," in self.signs[i:j]) is with_comma:
                    yield from self.predicate(j, thing, i)

    def goes_on(self, thing: Thing, j: int) -> bool:
        """Whether the noun belongs to the next name as well: 中线AD与BE交于G, 边AB与DC的延长线, not 高AD与EF."""
        extended = self.words[j + 2 : j + 4] == ["的", "延长线"] and self.words[j] in AND
        if extended and isinstance(thing, Noun) and thing.head == "side" and thing.names:
            return True  # both sides are extended
        if isinstance(thing, Noun) and 0 < len(thing.names) < thing.count and self.words[j] in AND:
            return True  # 两圆⊙U和⊙W
        if not (isinstance(thing, Noun) and thing.names and thing.head in ("median", "altitude", "bisector", "chord")):
            return False
        if self.words[j] not in AND or self.kinds[j + 1] is not Kind.RUN:
            return False
        after, last = self.tokens[j + 1].points, thing.names[-1]
        if len(after) != 2 or not isinstance(last, Run) or len(last.points) != 2:
            return False
        if thing.head == "chord":
            return not set(after) & set(last.points)
        vertices = {
            p for token in self.tokens if token.kind is Kind.RUN and len(token.points) == 3 for p in token.points
        }
        return after[0] in vertices - {last.points[0]} and after[1] not in vertices

    def likewise(self, i: int) -> Iterator[tuple[Said, int]]:
        j = i + 1
        while self.signs[j] == "," or self.words[j] in ("定义", "可得", "得到", "作", "有"):
            j += 1
        for thing, k in self.things(j, False):
            items = thing.items if isinstance(thing, Many) else (thing,)
            yield Likewise(items, (i, k)), k

    def inside_of(self, i: int) -> Iterator[tuple[Said, int]]:
        """`在△ABC中`, `在BC上取点D`."""
        for thing, j in self.things(i, False):
            if self.words[j] == "中":
                yield Clause("exist", (("subject", thing),), frozenset(), (i, j)), j + 1
        yield from self.taken(i)

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

    # Drawing.

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
                if made is None:
                    continue
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
        for mods, j in self.measure(i):
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

    def erected(self, sides: Thing, kind: str, j: int, i: int) -> Iterator[tuple[Said, int]]:
        """`…向外作正方形ABDE和ACFG`. kind: what the sides are of the polygons, `底边` or so."""
        owner = next((s.role("of") for s in self.flat(sides) if isinstance(s, Noun)), None)
        base = owner or Noun("triangle", (), "the")
        ways: list[tuple[Thing | None, bool, int]] = [(None, True, j)]
        if self.words[j] in ("在", "向"):
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

    # Relations.

    @kept
    def sign(self, i: int) -> Iterator[tuple[str, int]]:
        if self.signs[i] in _RELATIONS:
            yield self.signs[i], i + 1

    @kept
    def relation(self, i: int) -> Iterator[tuple[Said, int]]:
        """`AB=AC`, `AD⊥BC于D`, `∠BAD=∠CAD`, `DE∥BC交AC于E`."""
        for first, j in self.expression(i):
            for sides, signs, k in self.chain(first, j):
                said: Said = Relation(sides, signs, (i, k))
                if signs == ("⟂",) and self.words[k] == "于":
                    for at, m in self.things(k + 1, False):
                        if self.is_points(at):
                            yield (
                                Together(
                                    (said, Clause("meet", (("subject", sides[0]), ("object", sides[1]), ("at", at)))),
                                    (i, m),
                                ),
                                m,
                            )
                if signs == ("∥",) and self.words[k] in ("交", "且交"):
                    for roles, m in self.meeting(k):
                        yield Together((said, Clause("meet", (("subject", sides[0]), *roles))), (i, m)), m
                yield said, k

    def chain(self, first: Thing, j: int) -> Iterator[tuple[tuple[Thing, ...], tuple[str, ...], int]]:
        for sign, k in self.sign(j):
            for second, m in self.expression(k):
                for sides, signs, end in self.chain(second, m):
                    yield (first, *sides), (sign, *signs), end
                yield (first, second), (sign,), m

    # Predicates.

    @kept
    def meeting(self, i: int) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        """`交BC于D`, `与AC交于E`, `交于H`: what is met, and where."""
        i = self.past(i, ADVERBS)
        if self.words[i] in ("与", "和", "同"):
            for other, j in self.things(i + 1, True):
                j = self.past(j, ADVERBS)
                if self.words[j] in ("交于", "相交于"):
                    for at, k in self.spot(j + 1):
                        yield (("object", other), ("at", at)), k
                elif self.words[j] in ("相交", "交") and self.words[j + 1] == "于":
                    for at, k in self.spot(j + 2):
                        yield (("object", other), ("at", at)), k
                elif k := self.past_noun(j, "交点"):
                    for at, m in self.spot(k):
                        yield (("object", other), ("at", at)), m
        elif self.words[i] in ("交于", "相交于"):
            for at, k in self.spot(i + 1):
                yield (("at", at),), k
        elif self.words[i] in ("交", "相交"):
            for other, j in self.things(i + 1, True):
                j = self.past(j, ADVERBS)
                if self.words[j] == "于":
                    for at, k in self.spot(j + 1):
                        yield (("object", other), ("at", at)), k

    @kept
    def spot(self, i: int) -> Iterator[tuple[Thing, int]]:
        """Names of points, `E、F两点`, `另一点E`, `异于A的点E`."""
        starts: list[tuple[Thing | None, int]] = [(None, i)]
        if self.words[i] in ("异于", "不同于"):
            for thing, j in self.things(i + 1, False):
                if self.words[j] == "的":
                    starts.append((thing, j + 1))
        for other, j in starts:
            j = self.past(j, ADVERBS | POINTS | {"另", "另一", "另一个", "不同", "的", "两", "一", "两个"})
            for thing, k in self.things(j, False):
                if not (
                    self.is_points(thing) or (isinstance(thing, Noun) and thing.head in _POINT_NOUNS and thing.names)
                ):
                    continue
                k = self.past(k, POINTS)
                if other is not None:
                    yield Modified(thing, (Clause("different", (("subject", SELF), ("object", other))),), (i, k)), k
                elif self.signs[k] == "(" and (self.words[k + 1] in ("异于", "不同于") or self.signs[k + 1] == "≠"):
                    for apart, m in self.things(k + 2, False):
                        if self.signs[m] == ")":
                            mod = Clause("different", (("subject", SELF), ("object", apart)))
                            yield Modified(thing, (mod,), (i, m + 1)), m + 1
                if self.signs[k] == "≠":
                    for apart, m in self.things(k + 1, False):
                        if self.is_points(apart):
                            mod = Clause("different", (("subject", SELF), ("object", apart)))
                            yield Modified(thing, (mod,), (i, m)), m
                yield thing, k

    def past_noun(self, j: int, noun: str) -> int:
        """Past `的另一个交点分别为`; 0 where it isn't this that stands there."""
        k = self.past_counts(self.past(j, ADVERBS | {"的"}))
        if k == j or self.words[k] != noun:
            return 0
        k = self.past(k + 1, ADVERBS)
        return k + 1 if self.words[k] in BE else 0

    def paired(self, i: int) -> Iterator[tuple[Said, int]]:
        """`BC与EF、CA与FD、AB与DE分别交于X、Y、Z`, or `…的交点分别为X、Y、Z`: two by two."""
        for pairs, j in self.things(i, False):
            lines = [
                t
                for item in self.flat(pairs)
                for t in (item.names if isinstance(item, Noun) and item.names else (item,))
            ]
            joints = [w for w in self.words[i:j] if w in AND]
            if len(lines) < 4 or joints != ["与", "、"] * (len(lines) // 2 - 1) + ["与"]:
                continue
            k = self.past(j, ADVERBS)
            spots = self.spot(k + 1) if self.words[k] in ("交于", "相交于") else ()
            if m := self.past_noun(j, "交点"):
                spots = self.spot(m)
            for at, m in spots:
                if len(self.flat(at)) * 2 == len(lines):
                    yield Clause("meet", (("subject", pairs), ("at", at)), frozenset(), (i, m)), m

    @kept
    def predicate(self, i: int, subject: Thing, start: int) -> Iterator[tuple[Said, int]]:
        """What is said of a subject."""
        is_topic = isinstance(subject, Pronoun)
        whole = self.past(i, ADVERBS)
        for roles, j in self.meeting(i) if sort_of(subject) != "polygon" else ():
            roles = tuple((r, self._extended(self._across(subject, t))) for r, t in roles)
            yield self._clause("meet", subject, roles, start, j), j
        yield from self.touching(i, subject, start)
        if self.words[whole] == "延长线" or self.words[whole : whole + 2] == ["的", "延长线"]:
            return
        word = self.words[whole]
        if word in BE:
            yield from self.being(whole + 1, subject, start)
        if self.words[whole] in ("在", "位于", "落在"):
            yield from self.located(whole + 1, subject, start)
        if word in ("满足", "使", "使得") and not is_topic:
            for said, j in self.clause(whole + 1):
                yield Together((self._clause("exist", subject, (), start, whole), said), (start, j)), j
        yield from self.negated(whole, subject, start)
        if word in ("有", "存在"):
            for owned, j in self.things(whole + 1, False):
                if isinstance(owned, Noun):
                    yield self._clause("have", subject, (("object", owned),), start, j), j
        if word in ("围成", "组成", "构成"):
            for polygon, j in self.things(whole + 1, False):
                yield self._clause("form", subject, (("object", polygon),), start, j), j
        if verb_of(word) == "concurrent" and not is_topic:
            for at, j in self.spot(whole + 1):
                yield self._clause("meet", subject, (("at", at),), start, j), j
        if word == "垂直平分":
            for other, j in self.things(whole + 1, False):
                yield self._bisecting(subject, other, start, j), j
        verb = VERBS.get(word, "")
        if verb in (
            "perpendicular",
            "parallel",
            "bisect",
            "pass",
            "inscribe",
            "circumscribe",
            "similar",
            "similar_directly",
            "similar_oppositely",
            "congruent",
            "equal",
            "coincide",
        ):
            for other, j in self.things(self.past(whole + 1, ADVERBS), True):
                if verb == "inscribe" and isinstance(other, Noun) and other.head == "circle" and not other.names:
                    other = replace(other, article="a")
                yield self._clause(verb, subject, (("object", other),), start, j), j
        if word in _COMPARED:
            for value, j in self.expression(whole + 1):
                yield Relation((subject, value), (_COMPARED[word],), (start, j)), j
        if word == "外切于":
            for other, j in self.things(whole + 1, False):
                yield self._clause("circumscribe", subject, (("object", other),), start, j), j
        if not is_topic and verb in (
            "collinear", "concyclic", "concurrent", "perpendicular", "parallel", "similar", "similar_directly", "similar_oppositely", "congruent", "equal", "coincide", "concentric", "coaxal",
        ):  # fmt: skip
            yield self._clause(verb, subject, (), start, whole + 1), whole + 1
        if word == "平分" and self.words[whole - 1] in ("互相", "相互") and len(self.flat(subject)) == 2:
            yield self._halving(subject, start, whole + 1), whole + 1
        if word in ("与", "和", "同"):
            for other, j in self.things(whole + 1, False):
                yield from self.with_other(j, subject, other, start)
                if k := self.past_noun(j, "切点"):
                    for at, m in self.spot(k):
                        yield self._clause("touch", subject, (("object", other), ("at", at)), start, m), m
        if word == "关于":
            for mirror, j in self.things(whole + 1, False):
                if self.words[j] == "对称":
                    yield self._clause("symmetric", subject, (("in", mirror),), start, j + 1), j + 1

    def negated(self, i: int, subject: Thing, start: int) -> Iterator[tuple[Said, int]]:
        """`不与A重合`, `不平行`, `不在BC上`, `不是梯形`, `异于A`."""
        word = self.words[i]
        if word in ("不含", "不含点", "不包括") and isinstance(subject, Pronoun):
            for other, j in self.things(i + 1, False):
                if self.is_points(other):
                    yield self._clause("different", subject, (("object", other),), start, j), j
        if word in ("外离", "相离"):
            yield self._not("meet", subject, (), start, i + 1), i + 1
        if word in ("异于", "不同于") or self.signs[i] == "≠":
            for other, j in self.things(i + 1, False):
                yield self._clause("different", subject, (("object", other),), start, j), j
        if word in ("不重合", "互不重合", "两两不重合", "互不相同", "互异") and not isinstance(subject, Pronoun):
            yield self._clause("different", subject, (), start, i + 1), i + 1
        with_not = word == "不与" or self.words[i : i + 2] == ["不", "与"]
        for other, j in self.things(i + (1 if word == "不与" else 2), False) if with_not else ():
            verb = VERBS.get(self.words[self.past(j, ADVERBS)], "")
            k = self.past(j, ADVERBS) + 1
            if verb == "coincide":
                yield self._clause("different", subject, (("object", other),), start, k), k
            elif verb in ("parallel", "perpendicular", "equal", "similar", "congruent"):
                yield self._not(verb, subject, (("object", other),), start, k), k
        if word != "不":
            return
        verb = VERBS.get(self.words[i + 1], "")
        if verb in ("parallel", "perpendicular") and isinstance(subject, Noun) and len(subject.names) > 2:
            seen = Clause("mention", (("subject", subject),))
            couples = [Many(subject.names[k : k + 2]) for k in range(0, len(subject.names), 2)]
            said = (seen, *(self._not(verb, couple, (), start, i + 2) for couple in couples))
            yield Together(said, (start, i + 2)), i + 2
        elif verb in ("collinear", "concyclic", "parallel", "perpendicular", "concurrent") and not isinstance(
            subject, Pronoun
        ):
            yield self._not(verb, subject, (), start, i + 2), i + 2
        if verb == "equal" and len(self.flat(subject)) == 2:
            first, second = self.flat(subject)
            yield Relation((first, second), ("≠",), (start, i + 2)), i + 2
        if verb in ("parallel", "perpendicular", "equal") and self.words[i + 1].endswith("于"):
            for other, j in self.things(i + 2, False):
                yield self._not(verb, subject, (("object", other),), start, j), j
        if self.words[i + 1] in ("在", "位于"):
            for (role, where), j in self.location(i + 2):
                yield self._not("lie", subject, ((role, where),), start, j), j
        if self.words[i + 1] in BE:
            for other, j in self.things(i + 2, True):
                yield self._not("be", subject, (("object", other),), start, j), j

    @staticmethod
    def _extended(met: Thing) -> Thing:
        """Of `分别交AC、BA的延长线于E、F` only the last one is surely extended; the figure tells it of the others."""
        of = met.role("of") if isinstance(met, Noun) and met.head == "extension" else None
        if not isinstance(of, Many) or not isinstance(met, Noun):
            return met
        *first, last = of.items
        return Many((*first, replace(met, roles=(("of", last),))), met.place)

    @staticmethod
    def _across(subject: Thing, met: Thing) -> Thing:
        """The side that is meant by `对边`: the one across the vertex from which a line comes."""
        if not (isinstance(met, Noun) and met.head == "opposite_side"):
            return met
        if met.names:
            return replace(met, head="side")
        at = corners(subject)
        return replace(met, head="side", roles=(*met.roles, ("opposite", many(at)))) if at else met

    @staticmethod
    def _not(verb: str, subject: Thing, roles: Sequence[tuple[str, Thing]], start: int, end: int) -> Clause:
        return Clause(verb, (("subject", subject), *roles), frozenset(("not",)), (start, end))

    def with_other(self, j: int, subject: Thing, other: Thing, start: int) -> Iterator[tuple[Said, int]]:
        """`AB与CD平行`, `A与D关于BC对称`, `△ABC与△DEF相似`."""
        if self.words[j] == "关于":
            for mirror, k in self.things(j + 1, False):
                if self.words[k] == "对称":
                    yield self._clause("symmetric", subject, (("object", other), ("in", mirror)), start, k + 1), k + 1
        k = self.past(j, ADVERBS)
        if self.words[k] == "在" and self.words[k + 1] != "":
            return
        if self.words[k] in ("不重合", "互不重合"):
            yield self._clause("different", subject, (("object", other),), start, k + 1), k + 1
        yield from self.negated(k, Many((*self.flat(subject), *self.flat(other))), start)
        if self.words[k] == "平分" and self.words[k - 1] in ("互相", "相互"):
            yield self._halving(Many((subject, other)), start, k + 1), k + 1
        verb = VERBS.get(self.words[k], "")
        if verb in (
            "perpendicular",
            "parallel",
            "similar",
            "similar_directly",
            "similar_oppositely",
            "congruent",
            "equal",
            "coincide",
            "concentric",
        ):
            yield self._clause(verb, subject, (("object", other),), start, k + 1), k + 1

    def touching(self, i: int, subject: Thing, start: int) -> Iterator[tuple[Said, int]]:
        """`与⊙O相切于A`, `切BC于D`, `内切于T`."""
        i = self.past(i, ADVERBS)
        if self.words[i] in ("与", "和", "同"):
            for other, j in self.things(i + 1, True):
                j = self.past(j, ADVERBS)
                if VERBS.get(self.words[j], "").startswith("touch"):
                    verb = VERBS[self.words[j]]
                    k = j + 1
                    if self.words[k] == "于" or self.words[j].endswith("于"):
                        for at, m in self.spot(k + 1 if self.words[k] == "于" else k):
                            yield self._clause(verb, subject, (("object", other), ("at", at)), start, m), m
                    else:
                        yield self._clause(verb, subject, (("object", other),), start, k), k
            return
        verb = VERBS.get(self.words[i], "")
        if not verb.startswith("touch") or self._is_polygon(subject):
            return
        if self.words[i].endswith("于") or self.words[i + 1] == "于":
            k = i + 2 if self.words[i + 1] == "于" else i + 1
            for thing, j in self.spot(k):
                yield self._clause(verb, subject, (("at", thing),), start, j), j
            for other, j in self.things(k, False):
                if not self.is_points(other):
                    if self.words[j] == "于":
                        for at, m in self.spot(j + 1):
                            yield self._clause(verb, subject, (("object", other), ("at", at)), start, m), m
                    yield self._clause(verb, subject, (("object", other),), start, j), j
            return
        for other, j in self.things(i + 1, True):
            m = self.past(j, ADVERBS)
            if self.words[m] == "于":
                for at, k in self.spot(m + 1):
                    yield self._clause(verb, subject, (("object", other), ("at", at)), start, k), k
            yield self._clause(verb, subject, (("object", other),), start, j), j
        if not isinstance(subject, Pronoun):
            yield self._clause(verb, subject, (), start, i + 1), i + 1

    def being(self, i: int, subject: Thing, start: int) -> Iterator[tuple[Said, int]]:
        """`D是BC的中点`, `P为△ABC内一点`, `△ABC的外心为O`, `∠A为直角`."""
        i = self.past(i, ADVERBS)
        for (role, where), j in self.location(i):
            j = j + 1 if self.words[j] == "的" else j
            for mods, m in self.point_mods(j):
                k = self.past_counts(m)
                if self.words[k] in {"点", *POINTS}:
                    k += 1
                elif self.words[k - 1] != "一点":
                    continue
                said: Said = self._clause("lie", subject, ((role, where),), start, k)
                if mods:
                    said = Together((said, About(subject, Together(mods), (start, k))), (start, k))
                yield said, k
        if self.words[i] == "直角":
            yield self._clause("right_angle", subject, (), start, i + 1), i + 1
        if self.words[i] in ("锐角", "钝角"):
            yield self._clause("shape_" + ADJECTIVES[self.words[i]], subject, (), start, i + 1), i + 1
        if self.words[i] == "直角顶点":
            angles = many([AngleSize((point,), (start, i)) for point in self.flat(subject)])
            yield self._clause("right_angle", angles, (), start, i + 1), i + 1
        for thing, j in self.things(i, True):
            if isinstance(thing, Noun) and thing.head == "point" and not thing.mods and not thing.names:
                continue
            if (
                isinstance(subject, Noun)
                and subject.head in _CEVIANS
                and not subject.names
                and sort_of(thing) == "line"
            ):
                yield self._clause("be", thing, (("object", subject),), start, j), j
                continue
            if isinstance(subject, Noun) and subject.head in ("diameter", "radius") and isinstance(thing, Run):
                of = subject.role("of") or Noun("circle", (), "the")
                yield self._clause("have", of, (("object", Noun(subject.head, names=(thing,))),), start, j), j
                continue
            if isinstance(thing, Noun) and thing.head == "diameter" and not thing.names and isinstance(subject, Run):
                yield Clause("exist", (("subject", Noun("diameter", names=(subject,), roles=thing.roles)),)), j
                continue
            if (
                isinstance(thing, Noun)
                and thing.head == "tangent"
                and thing.role("to") is not None
                and thing.role("at") is None
                and thing.count == 1
                and isinstance(subject, Noun)
            ):
                yield self._clause("touch", subject, (("object", thing.roles[0][1]),), start, j), j
                continue
            if isinstance(thing, Noun) and thing.head in ("altitude", "median") and thing.role("to") is not None:
                yield from self.drawn_to(subject, thing, start, j)
                continue
            yield self._clause("be", subject, (("object", thing),), start, j), j
        for value, j in self.expression(i):
            yield Relation((subject, value), ("=",), (start, j)), j

    def drawn_to(self, subject: Thing, noun: Noun, start: int, j: int) -> Iterator[tuple[Said, int]]:
        """`CD是AB边上的高`: D is the foot of the perpendicular from C."""
        to = noun.role("to")
        assert to is not None
        runs, sides = self.flat(subject), self.flat(to)
        if len(runs) == len(sides) and all(isinstance(r, Run) and len(r.points) == 2 for r in runs):
            said = [self.end_of(r, noun.head, side) for r, side in zip(runs, sides, strict=True) if isinstance(r, Run)]
            yield Together((*said, *noun.mods), (start, j)), j

    def located(self, i: int, subject: Thing, start: int) -> Iterator[tuple[Said, int]]:
        """`D在BC上`, `P在△ABC内`, `A、B、C在同一直线上`."""
        j = self.past(i, ADVERBS)
        for (role, where), k in self.location(j):
            yield self._clause("lie", subject, ((role, where),), start, k), k
        for line, k in self.things(j, False):
            k = k + 1 if self.words[k] == "的" else k
            if self.words[k] in SIDES:
                verb = SIDES[self.words[k]]
                yield self._clause(verb, subject, (("of", line),), start, k + 1), k + 1
            if self.words[k] == "之间":
                yield self._clause("lie", subject, (("between", line),), start, k + 1), k + 1

    @staticmethod
    def _is_polygon(thing: Thing) -> bool:
        return (isinstance(thing, Run) and len(thing.points) > 2) or (
            isinstance(thing, Noun) and thing.head in POLYGONS
        )

    @staticmethod
    def _clause(verb: str, subject: Thing, roles: Sequence[tuple[str, Thing]], start: int, end: int) -> Clause:
        return Clause(verb, (("subject", subject), *roles), frozenset(), (start, end))

    def _bisecting(self, subject: Thing, other: Thing, start: int, end: int) -> Said:
        """`EF垂直平分BC`."""
        return Together((
            self._clause("perpendicular", subject, (("object", other),), start, end),
            self._clause("bisect", subject, (("object", other),), start, end),
        ), (start, end))  # fmt: skip

    def _halving(self, subject: Thing, start: int, end: int) -> Said:
        """`AC与BD互相平分`."""
        first, second = self.flat(subject)[:2]
        return Together((
            self._clause("bisect", first, (("object", second),), start, end),
            self._clause("bisect", second, (("object", first),), start, end),
        ), (start, end))  # fmt: skip


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


def verb_of(word: str) -> str:
    return VERBS.get(word, "")


__all__ = ["Grammar", "is_topical"]
