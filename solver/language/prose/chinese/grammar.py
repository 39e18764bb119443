"""The sentences of Chinese about figures: from words to the trees of `syntax`, the same that English gives.

What differs from English is the order: what belongs to a noun comes before it (△ABC的外心), a verb takes its places
before or after it (过A作BC的垂线, 交BC于D), and a subject that was just named is left out. A clause without a subject is
read with the pronoun `topic`, which `topics` resolves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.language.prose.chart import kept
from solver.language.prose.chinese.drawing import Drawing
from solver.language.prose.chinese.lexicon import (
    ADVERBS,
    AND,
    BE,
    FIND,
    LEADS,
    NOUNS,
    PROVE,
)
from solver.language.prose.chinese.sorts import (
    sort_of,
    whole_lines,
)
from solver.language.prose.chinese.topics import TOPIC, is_topical, joined
from solver.language.prose.syntax import (
    AngleSize,
    Clause,
    Goal,
    Likewise,
    Many,
    Modified,
    Named,
    Noun,
    Run,
    Said,
    Sentence,
    Thing,
    Together,
    nodes,
)
from solver.language.prose.tokens import Kind

_JOIN = frozenset(["连接", "连结", "联结", "连"])
_EXPLORE = frozenset(["能得到什么", "有什么结论", "能得出什么结论"])


#: What is asked for the greatest or the least value of something.
_EXTREMES = {"最大值": "greatest", "最小值": "least"}


#: What begins a supposition, and what comes after it.
_IF = frozenset(["若", "如果", "当", "假设"])
_THEN = frozenset(["则", "那么", "则有"]) | PROVE | FIND
#: What two circles have together.
_COMMON = frozenset(["common_tangent", "common_chord", "radical_axis", "line_of_centers", "similitude_center"])


class Grammar(Drawing):
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
        named = {
            i for i, token in enumerate(self.tokens) if token.kind in (Kind.RUN, Kind.NAME) and not self.is_area(i)
        }
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
        if j >= self.size or (self.kinds[j] is Kind.RUN and self.words[j - 1] in BE | ADVERBS):
            return [j]
        if self.signs[j] in (",", ";", ":", "(", ")"):
            found = [j]
            while self.signs[j] in (",", ";", ":", "(", ")"):
                j += 1
                found.append(j)
            # A bracket sets a clause apart, or begins it: (AB+CD)/BC=2.
            return [j, *(k for k in reversed(found[1:-1]) if self.signs[k] == "(")]
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
                extreme = _EXTREMES.get(self.words[j])
                if extreme is not None:
                    yield Goal(extreme, (), asked, (i, j + 1)), j + 1
                yield Goal("find", (), asked, (i, j)), j
        for asked, j in self.expression(i):
            if self.words[j] in BE | {"等于"} and self.words[j + 1] in ("多少", "多少度", "几度"):
                j += 3 if self.words[j + 2] == "度" else 2
                yield Goal("find", (), asked, (i, j)), j
            elif (self.signs[j] == "=" and j + 1 == self.size) or self.words[j] in ("多少度", "几度"):
                yield Goal("find", (), asked, (i, j + 1)), j + 1
        if self.words[i] in _EXPLORE:
            yield Goal("explore", (), None, (i, i + 1)), i + 1
        is_supposed = is_goal and self.words[i - 1] in _IF
        if is_supposed:
            yield from self.supposing(i)
        for said, j in self.clause(i) if not is_supposed else ():
            if not is_goal:
                yield said, j
                continue
            for k in self.equivalence(j):
                for other, m in self.clause(self.lead(k)):
                    yield Goal("iff", (whole_lines(said), whole_lines(other)), None, (i, m)), m
            yield Goal("prove", (whole_lines(said),), None, (i, j)), j

    def supposing(self, i: int) -> Iterator[tuple[Goal, int]]:
        """`(若)AB=AC，D是BC的中点，则AD⊥BC`, `(若)∠A=60°，求证：…`, `(若)AB=5，求BC`: what is given for a goal only."""
        then = next((k for k in range(i, self.size) if self.words[k] in _THEN or self.signs[k] == ";"), self.size)
        if then == self.size or self.signs[then] == ";":
            for said, j in self.clause(i):  # 若AB=AC，AD⊥BC
                for claim, k in self.clause(self.lead(j)) if self.signs[j] == "," else ():
                    if k == then:
                        yield self.claimed((said,), (claim,), i, k), k
            return
        start = then + 1 if self.words[then] not in FIND else then
        while self.words[start] in PROVE or self.signs[start] in (",", ":"):
            start += 1
        for given in self.until(i, then):
            if self.words[start] in FIND:
                for asked, k in self.asked(start + 1):
                    yield Goal("find", (Together((Clause("given"), *given)),), asked, (i, k)), k
                continue
            stop = next((k for k in range(start, self.size) if self.signs[k] == ";"), self.size)
            for claims in self.until(start, stop):
                yield self.claimed(given, claims, i, stop), stop
            for claim, k in self.clause(start):
                yield self.claimed(given, (claim,), i, k), k

    @staticmethod
    def claimed(given: tuple[Said, ...], claims: tuple[Said, ...], i: int, end: int) -> Goal:
        told = Together((Clause("given"), *given))
        return Goal("prove", (told, *map(whole_lines, claims)), None, (i, end))

    def until(self, i: int, end: int) -> Iterator[tuple[Said, ...]]:
        """The clauses from here to there."""
        while i < end and (self.words[i] in LEADS or self.signs[i] in (",", ":")):
            i += 1
        for said, j in self.clause(i):
            k = j
            while k < end and (self.signs[k] in (",", ":") or self.words[k] in LEADS):
                k += 1
            if k == end:
                yield (said,)
            elif k > j and k < end:
                for rest in self.until(k, end):
                    yield (said, *rest)

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

    @kept
    def clause(self, i: int) -> Iterator[tuple[Said, int]]:
        for said, j in self.clause_at(i):
            if not (self.is_list_comma(j) and is_cut_short(said)):
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
        yield from self.said_of(i, True)
        for thing, j in self.things(i, False):
            if not self.is_torn(i, j):
                yield Clause("exist", (("subject", thing),), frozenset(), (i, j)), j + 1 if self.words[j] == "中" else j

    def is_torn(self, i: int, j: int) -> bool:
        """Whether what stands there alone is of a list that commas join: `D，E分别是…`, `…的外心分别为O，P`."""
        return self.is_list_comma(i - 1) or self.is_list_comma(j) or "、" in (self.words[i - 1], self.words[j])

    def said_of(self, i: int, with_comma: bool) -> Iterator[tuple[Said, int]]:
        """A subject and what is said of it. with_comma: only of names that a comma joins: D, E分别在BC, CA上."""
        for wide in (False, True):
            # The shortest subject first: in ⊙O与AB切于A the line is no subject.
            for thing, j in sorted(self.things(i, wide), key=lambda reading: reading[1]):
                if not self.goes_on(thing, j) and ("," in self.signs[i:j]) is with_comma:
                    yield from self.predicate(j, thing, i)

    def goes_on(self, thing: Thing, j: int) -> bool:
        """Whether the noun belongs to the next name as well: 中线AD与BE交于G, 边AB与DC的延长线, not 高AD与EF."""
        if self.words[j] in AND and self.is_of_both(thing, j):
            return True
        if isinstance(thing, Noun) and thing.head == "circle" and thing.names and self.words[j] in AND:
            token = self.tokens[j + 1] if j + 1 < self.size else None
            is_last = self.words[j + 2] not in AND and not self.is_list_comma(j + 2)
            if is_last and token is not None and token.kind is Kind.NAME and _is_greek(token.text):
                if not any(t.text == token.text for t in self.tokens[:j]):
                    return True  # 圆Γ₁与Γ₂
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

    def is_of_both(self, thing: Thing, j: int) -> bool:
        """Whether what comes next belongs to both: ∠B与∠C的平分线, ⊙O与⊙P的外公切线."""
        if isinstance(thing, AngleSize) and self.signs[j + 1] == "∠":
            return self.words[j + 3] == "的"
        is_round = isinstance(thing, Noun) and thing.head == "circle"
        after = [self.words[k + 1] for _, k in self.head(j + 1) if self.words[k] == "的"] if is_round else []
        return any(NOUNS.get(word, ("",))[0] in _COMMON for word in after)

    def likewise(self, i: int) -> Iterator[tuple[Said, int]]:
        j = i + 1
        while self.signs[j] == "," or self.words[j] in ("定义", "可得", "得到", "作", "有"):
            j += 1
        for thing, k in self.things(j, False):
            items = thing.items if isinstance(thing, Many) else (thing,)
            yield Likewise(items, (i, k)), k

    def inside_of(self, i: int) -> Iterator[tuple[Said, int]]:
        """`在△ABC中`, `在BC上取点D`, `在AB、AC的外侧作正方形ABDE、ACFG`."""
        for sides, j in self.things(i, False):
            j = j + 1 if self.words[j] == "的" else j
            if sort_of(sides) == "line" and self.words[j] in ("外侧", "内侧"):
                yield from self.erected(sides, "边", j + 1, i, "向外" if self.words[j] == "外侧" else "向内")
        for thing, j in self.things(i, False):
            if self.words[j] == "中":
                yield Clause("exist", (("subject", thing),), frozenset(), (i, j)), j + 1
        yield from self.taken(i)


def is_cut_short(said: Said) -> bool:
    """Whether a list must go on after a comma: `切BC，CA，AB于D` has no point for two of the sides, `过K` no line."""
    if not isinstance(said, Clause):
        return isinstance(said, Together) and bool(said.clauses) and is_cut_short(said.clauses[-1])
    if said.verb == "pass":
        return said.role("subject") is TOPIC
    at = said.role("at")
    if at is None or not (said.verb == "meet" or said.verb.startswith("touch")):
        return False
    wanted = max(_count(said.role("object")), _count(said.role("subject")))
    return wanted > 1 and _count(at) != wanted


def _count(thing: Thing | None) -> int:
    """How many things are named."""
    match thing:
        case Many(items):
            return sum(map(_count, items))
        case Modified(inner, _):
            return _count(inner)
        case Noun(names=names):
            of = thing.role("of")
            return max(len(names), 1 if names or of is None else _count(of))
    return 0 if thing is None else 1


def _is_greek(name: str) -> bool:
    """Circles are called so, lines by small letters and ℓ."""
    return not name[0].isascii() and name[0] != "ℓ"


__all__ = ["Grammar", "is_topical"]
