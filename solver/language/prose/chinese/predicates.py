"""What is said of a subject: `交BC于D`, `与⊙O相切`, `不与A重合`; and relations between measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from solver.language.prose.chart import Readings, kept
from solver.language.prose.chinese.being import Being
from solver.language.prose.chinese.lexicon import (
    ADVERBS,
    AND,
    BE,
    POINTS,
    VERBS,
)
from solver.language.prose.chinese.sorts import (
    POLYGONS,
    corners,
    many,
    sort_of,
)
from solver.language.prose.syntax import (
    SELF,
    Clause,
    Many,
    Modified,
    Noun,
    Pronoun,
    Relation,
    Run,
    Said,
    Thing,
    Together,
)

_RELATIONS = frozenset(["=", "≠", "<", ">", "<=", ">=", "∥", "∦", "⟂", "∼", "≅", "∈"])
_POINT_NOUNS = frozenset(["midpoint", "foot", "intersection", "touchpoint", "center", "incenter", "circumcenter"])
_ENDS = frozenset(["端点", "两端点", "顶点"])
_COMPARED = {
    "等于": "=",
    "大于": ">",
    "小于": "<",
    "不等于": "≠",
    "不大于": "<=",
    "不小于": ">=",
    "不超过": "<=",
    "至多为": "<=",
    "至少为": ">=",
    "大于等于": ">=",
    "小于等于": "<=",
}


#: Before what several things have in common.
_SAME = frozenset(["相同", "公共", "共同", "同一个", "同一条"])
#: Numbers that two polygons can have both.
_OF_POLYGONS = frozenset(["area", "perimeter", "semiperimeter", "circumradius", "inradius"])


class Predicates(Being):
    """The rules for verbs."""

    #: The rule of `grammar` for clauses.
    clause: Callable[..., Readings[Said]]

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
                if signs == ("⟂",):
                    yield from self.dropped(said, sides[0], sides[1], i, k)
                if signs == ("∥",) and self.words[k] in ("交", "且交"):
                    for roles, m in self.meeting(k):
                        yield Together((said, Clause("meet", (("subject", sides[0]), *roles))), (i, m)), m
                yield said, k
        for thing, j in self.phrase(i):
            if isinstance(thing, Modified) and isinstance(thing.thing, Run) and len(thing.thing.points) == 2:
                for sides, signs, k in self.chain(thing.thing, j):  # BC边上的中线AM=5
                    told = Clause("mention", (("subject", thing),), place=(i, j))
                    yield Together((told, Relation(sides, signs, (i, k))), (i, k)), k

    def owning(self, i: int, subject: Thing, start: int) -> Iterator[tuple[Said, int]]:
        """`(△ABC)有内切圆ω`, `(△ABC与△DEF)有相同的外心`."""
        shared = self.words[i] in _SAME
        for owned, j in self.things(self.past(i, _SAME | {"的"}) if shared else i, False):
            if isinstance(owned, Noun):
                owned = replace(owned, adjectives=(*owned.adjectives, "same")) if shared else owned
                yield self._clause("have", subject, (("object", owned),), start, j), j

    def dropped(self, said: Said, first: Thing, second: Thing, start: int, k: int) -> Iterator[tuple[Said, int]]:
        """`于D` after `AD⊥BC` or `AD垂直BC`: the lines are perpendicular, and meet there."""
        for at, m in self.spot(k + 1) if self.words[k] == "于" else ():
            where = Clause("meet", (("subject", first), ("object", second), ("at", at)))
            yield Together((said, where), (start, m)), m

    def chain(self, first: Thing, j: int) -> Iterator[tuple[tuple[Thing, ...], tuple[str, ...], int]]:
        for sign, k in self.sign(j):
            for second, m in self.expression(k):
                second = self.second_chord(first, sign, second, k)
                for sides, signs, end in self.chain(second, m):
                    yield (first, *sides), (sign, *signs), end
                yield (first, second), (sign,), m

    def second_chord(self, first: Thing, sign: str, second: Thing, k: int) -> Thing:
        """`弦AB=CD`: what a chord is equal or parallel to is a chord as well, if its ends are named here for the first time."""
        if not (isinstance(first, Noun) and first.head == "chord" and first.names and isinstance(second, Run)):
            return second
        before = {p for token in self.tokens[:k] for p in token.points}
        is_new = len(second.points) == 2 and before.isdisjoint(second.points)
        return replace(first, names=(second,)) if is_new and sign in ("=", "∥") else second

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
        yield from self.upright(whole, subject, (), start)
        yield from self.touching(i, subject, start)
        if self.words[whole] == "延长线" or self.words[whole : whole + 2] == ["的", "延长线"]:
            return
        word = self.words[whole]
        yield from self.centered(whole + 1 if word in BE else whole, subject, start)
        if word in BE:
            yield from self.being(whole + 1, subject, start)
        if self.words[whole] in ("在", "位于", "落在"):
            yield from self.located(whole + 1, subject, start)
        if word in ("满足", "使", "使得") and not is_topic:
            for said, j in self.clause(whole + 1):
                yield Together((self._clause("exist", subject, (), start, whole), said), (start, j)), j
        yield from self.negated(whole, subject, start)
        if word in ("有", "存在"):
            yield from self.owning(whole + 1, subject, start)
        if word in ("围成", "组成", "构成"):
            for polygon, j in self.things(whole + 1, False):
                yield self._clause("form", subject, (("object", polygon),), start, j), j
        if VERBS.get(word, "") == "concurrent" and not is_topic:
            for at, j in self.spot(whole + 2 if self.words[whole + 1] == "于" else whole + 1):
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
                said = self._clause(verb, subject, (("object", other),), start, j)
                if verb == "perpendicular":
                    yield from self.dropped(said, subject, other, start, j)
                yield (
                    replace(said, flags=frozenset(("respectively",)) if "分别" in self.words[i:whole] else said.flags),
                    j,
                )
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
        if word == "不与" and self.words[i + 1] in _ENDS and self.words[i + 2] == "重合":
            yield Together((), (start, i + 3)), i + 3  # a point on a segment is none of its ends
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
        """Extends only the last line of `分别交AC、BA的延长线于E、F`; whether the others are extended, the figure tells."""
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
        yield from self.upright(k, subject, (("object", other),), start)
        if self.words[k] == "在" and self.words[k + 1] != "":
            return
        if self.words[k] == "相交" and self.words[k + 1] != "于":
            yield self._clause("exist", Many((*self.flat(subject), *self.flat(other))), (), start, k + 1), k + 1
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
            if verb == "equal" and self._is_polygon(subject) and isinstance(other, Noun) and other.head in _OF_POLYGONS:
                subject = replace(other, names=(), roles=(("of", subject),))  # △ABC与△DEF的面积相等
            yield self._clause(verb, subject, (("object", other),), start, k + 1), k + 1

    def upright(
        self, i: int, subject: Thing, other: tuple[tuple[str, Thing], ...], start: int
    ) -> Iterator[tuple[Said, int]]:
        """`AC与BD垂直相交于点P`: they are perpendicular, and meet there."""
        for roles, m in self.meeting(i + 1) if self.words[i] == "垂直" else ():
            objects = (*other, *(role for role in roles if role[0] == "object"))
            upright = self._clause("perpendicular", subject, objects, start, i + 1)
            yield Together((upright, self._clause("meet", subject, (*other, *roles), start, m)), (start, m)), m

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

    @staticmethod
    def _is_polygon(thing: Thing) -> bool:
        return (isinstance(thing, Run) and len(thing.points) > 2) or (
            isinstance(thing, Noun) and thing.head in POLYGONS
        )

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
