"""The nouns of Chinese: what stands before a noun, and its names after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from solver.language.prose.chart import MOST_STEPS, Readings, kept
from solver.language.prose.chinese.lexicon import (
    ADJECTIVES,
    ADVERBS,
    AND,
    COUNTS,
    NOUNS,
    NUMERALS,
    POINTING,
    POINTS,
)
from solver.language.prose.chinese.sorts import (
    CIRCLES,
    DRAWN,
    DRAWN_FROM,
    LINES,
    many,
    sort_of,
)
from solver.language.prose.formulas import Formulas
from solver.language.prose.syntax import (
    SELF,
    AngleSize,
    Clause,
    Many,
    Modified,
    Named,
    Noun,
    Run,
    Said,
    Thing,
)
from solver.language.prose.tokens import Kind, Token

#: Words after which any line or circle may be meant.
_INDEFINITE = frozenset(["一条", "一个", "一", "某", "某一", "任意", "任一", "任意一", "同一", "同一个", "同一条"])


#: Signs that stand for a noun before a name.
HEADS_BY_SIGN = {"△": "triangle", "⊙": "circle", "⌒": "arc", "▱": "parallelogram"}


class Heads(Formulas):
    """What doesn't begin with something that it belongs to: `⊙O`, `弦AB`, `过A且平行于BC的直线`."""

    #: The rules of `nouns` and `belonging` that this module needs.
    things: Callable[..., Readings[Thing]]
    phrase: Callable[..., Readings[Thing]]
    alike: Callable[[Many], bool]
    #: That of `predicates`.
    relation: Callable[..., Readings[Said]]

    def __init__(self, tokens: Sequence[Token], most_steps: int = MOST_STEPS) -> None:
        super().__init__(most_steps)
        self.tokens = tokens
        self.words = [t.text if t.kind is Kind.WORD else "" for t in tokens] + [""] * 6
        self.signs = [t.text if t.kind is Kind.SIGN else "" for t in tokens] + [""] * 6
        self.kinds: list[Kind | None] = [t.kind for t in tokens] + [None] * 6
        self.size = len(tokens)

    def past(self, j: int, words: frozenset[str]) -> int:
        while self.words[j] in words or (self.signs[j] != "" and self.signs[j] in words):
            j += 1
        return j

    def past_counts(self, j: int) -> int:
        while self.words[j] in COUNTS:
            j += 1
        return j

    def is_list_comma(self, k: int) -> bool:
        """Whether names of one sort stand before and after a comma: points, sides, triangles."""
        if not (0 < k < self.size - 1 and self.signs[k] == ","):
            return False
        after = self.head_at(k + 1)
        name = k + 2 if after else k + 1
        before = self.head_at(k - 2) if k > 1 else ""
        sort = self.sort_at(name)
        if self.words[k - 2] == "、" or self.words[name + 1] == "、":
            return False  # a list is joined by one or the other: …交于P，O、U分别为…
        is_alike = after == before or (after == "" and (before in LINES or before == "point" or sort == "name"))
        return sort != "" and sort == self.sort_at(k - 1) and is_alike

    def head_at(self, k: int) -> str:
        """The noun or the sign of one before a name."""
        if self.words[k] in NOUNS:
            return NOUNS[self.words[k]][0]
        return HEADS_BY_SIGN.get(self.signs[k], self.signs[k] if self.signs[k] == "∠" else "")

    def sort_at(self, k: int) -> str:
        """How the names of points, segments and polygons look, and those of lines and circles."""
        token = self.tokens[k]
        return str(len(token.points)) if token.kind is Kind.RUN else "name" if token.kind is Kind.NAME else ""

    @staticmethod
    def flat(thing: Thing) -> list[Thing]:
        return list(thing.items) if isinstance(thing, Many) else [thing]

    def is_points(self, thing: Thing) -> bool:
        match thing:
            case Run(points):
                return len(points) == 1
            case Many(items):
                return all(map(self.is_points, items))
            case Modified(inner, _):
                return self.is_points(inner)
        return False

    @kept
    def simple(self, i: int) -> Iterator[tuple[Thing, int]]:
        """What doesn't begin with something that it belongs to."""
        token = self.tokens[i] if i < self.size else None
        if token is None:
            return
        if self.words[i] == "点" and self.kinds[i + 1] is Kind.RUN and len(self.tokens[i + 1].points) == 1:
            yield Run(self.tokens[i + 1].points, (i, i + 2)), i + 2
        if token.kind is Kind.RUN:
            yield Run(token.points, (i, i + 1)), i + 1
            if self.words[i + 1] == "点" and len(token.points) == 1:
                yield Run(token.points, (i, i + 2)), i + 2
        if token.kind is Kind.NAME:
            yield Named(token.text, (i, i + 1)), i + 1
        if self.signs[i] == "∠" and self.kinds[i + 1] is Kind.RUN:
            yield AngleSize((Run(self.tokens[i + 1].points, (i + 1, i + 2)),), (i, i + 2)), i + 2
        yield from self.head(i)
        if token.kind is Kind.RUN and self.signs[i + 1] == "-":
            for noun, j in self.head(i + 2):
                if isinstance(noun, Noun) and noun.head in ("excenter", "excircle", "mixtilinear"):
                    yield replace(noun, roles=(("vertex", Run(token.points, (i, i + 1))),), place=(i, j)), j
        for mods, roles, j in self.modifiers(self.past_counts(i)):
            if self.words[j] == "的" or self.words[j - 1] in DRAWN:
                start = j + 1 if self.words[j] == "的" else j
                for noun, k in self.head(start):
                    if isinstance(noun, Noun) and noun.head in DRAWN_FROM and not noun.names:
                        yield self.modified(noun, mods, roles, (i, k)), k
                is_drawn = any(isinstance(mod, Clause) and mod.verb == "pass" for mod in mods)
                near = list(self.head(start))
                far = (
                    self.phrase(start)
                    if is_drawn or roles
                    else [found for found in self.phrase(start) if found in near]
                )
                for noun, k in [*near, *far] if not is_drawn else far:
                    if is_drawn and isinstance(noun, Noun) and noun.head == "center":
                        continue  # 过A、B、C三点的圆的圆心: the circle passes through them
                    if isinstance(noun, Noun) and (noun.head == "arc" or not roles):
                        yield self.modified(noun, mods, roles, (i, k)), k

    def modified(
        self, noun: Noun, mods: Sequence[Said], roles: Sequence[tuple[str, Thing]], place: tuple[int, int]
    ) -> Noun:
        """Said of a noun: what it passes through is where a perpendicular, a parallel or a tangent is drawn from."""
        role = DRAWN_FROM.get(noun.head)
        more: list[Said] = []
        found = [*noun.roles, *roles]
        several = False
        for mod in mods:
            if isinstance(mod, Clause) and mod.verb == "pass" and role:
                found.append((role, mod.roles[1][1]))
            else:
                owned = mod.role("object") if isinstance(mod, Clause) else None
                several = several or (isinstance(owned, Noun) and len(owned.names) > 1)
                more.append(mod)
        return replace(
            noun, roles=tuple(found), mods=(*noun.mods, *more), count=0 if several else noun.count, place=place
        )

    @kept
    def head(self, i: int) -> Iterator[tuple[Noun | Thing, int]]:
        """`锐角三角形ABC`, `⊙O`, `弦AB、CD`, `该圆`, `两条高AD、BE`."""
        j, count, article, adjectives, directed = self.before_head(i)
        head = ""
        if self.signs[j] in HEADS_BY_SIGN:
            head = HEADS_BY_SIGN[self.signs[j]]
        elif self.words[j] in NOUNS:
            head, more = NOUNS[self.words[j]]
            adjectives += more
            if "other" in more:  # 其余三边
                count = NUMERALS.get(self.words[j][-2], 0)
        if not head or (head == "sum" and self.words[j] == "和" and self.words[j - 1] != "的"):
            return
        mods: tuple[Said, ...] = ()
        if directed:
            mods = (Clause(directed, (("subject", SELF),)),)
        if "equal" in adjectives:
            adjectives.remove("equal")
            mods = (Clause("equal_radii", (("subject", SELF),)),)
        for names, k in self.names(j + 1, head):
            if head == "radius":
                if not isinstance(names[0], Run) or len(names[0].points) != 2 or len(names) > 1:
                    continue
                center = Noun("circle", names=(Run(names[0].points[:1]),))
                has = Clause("have", (("subject", center), ("object", Noun("radius", names=names))))
                yield Noun("segment", (), "", 1, names, (), (has,), (i, k)), k
                continue
            if head == "point":
                if names:
                    yield many(names), k
                continue
            called = "side" if head == "opposite_side" else head
            noun = self.owned(Noun(called, tuple(adjectives), article, max(count, 1), names, (), mods, (i, k)))
            if head == "arc" and self.signs[k] == "(":
                for _, roles, m in self.modifiers(k + 1):
                    m = m + 2 if self.words[m : m + 2] == ["的", "弧"] else m
                    if roles and self.signs[m] == ")":
                        yield replace(noun, roles=roles, place=(i, m + 1)), m + 1
            yield from self.told_beside(noun, k)
            yield noun, k
        if not article and head not in ("point", "triangle"):
            article = "the"
        if article == "this" and head in ("excircle", "incircle", "circumcircle"):
            head = "circle"
        yield self.owned(Noun(head, tuple(adjectives), article, count, (), (), mods, (i, j + 1))), j + 1

    def told_beside(self, noun: Noun, k: int) -> Iterator[tuple[Noun, int]]:
        """`△ABC（AB＞AC）的外接圆`, `⊙O（R=2）`: what is said of it in brackets."""
        for said, m in self.relation(k + 1) if self.signs[k] == "(" and noun.names else ():
            if self.signs[m] == ")":
                yield replace(noun, mods=(*noun.mods, said), place=(noun.place[0], m + 1)), m + 1

    def before_head(self, i: int) -> tuple[int, int, str, list[str], str]:
        """What stands before a noun: `两条`, `该`, `锐角`, `平行`. Where it ends, how many, the article, adjectives, a direction."""
        j, count, article, adjectives = i, 1, "", list[str]()
        while (
            self.words[j] in COUNTS
            or self.words[j] in POINTING
            or (self.words[j] in ADJECTIVES and self.words[j] not in NOUNS)
        ):
            word = self.words[j]
            if word in COUNTS:
                count = COUNTS[word]
                article = article or ("a" if word in _INDEFINITE else "")
            elif word in POINTING:
                article = POINTING[word]
            else:
                adjectives.append(ADJECTIVES[word])
                if ADJECTIVES[word] in ("greatest", "least") and self.words[j + 1] == "的":
                    j += 1
            j += 1
        directed = {"平行": "parallel", "垂直": "perpendicular"}.get(self.words[j], "")
        if directed and self.words[j + 1] in NOUNS and NOUNS[self.words[j + 1]][0] in LINES:
            j += 1
        else:
            directed = ""
        if article == "a" and self.words[j] not in ("直线", "线", "圆"):
            article = ""
        return j, count, article, adjectives, directed

    def owned(self, noun: Noun) -> Noun:
        """A chord is one of the circle that the sentence names, or that was spoken of."""
        if noun.head != "chord" or not noun.names:
            return noun
        return replace(noun, roles=(("of", self.named_circle()),))

    def named_circle(self) -> Noun:
        """The circle that the sentence names, where it is one."""
        named = [
            (i, t)
            for i, t in enumerate(self.tokens)
            if i and (self.signs[i - 1] == "⊙" or self.words[i - 1] == "圆") and t.kind is Kind.RUN
        ]
        if len({t.text for _, t in named}) == 1:
            i, token = named[0]
            return Noun("circle", names=(Run(token.points, (i, i + 1)),))
        return Noun("circle", (), "the")

    @kept
    def names(self, i: int, head: str) -> Iterator[tuple[tuple[Thing, ...], int]]:
        """What a noun is called: `AD`, `AD、BE`, `(ABC)`, `⊙O`."""
        for name, j in self.name(i, head):
            if self.words[j] in AND:
                for rest, k in self.names(j + 1, head):
                    if self.alike(Many((name, rest[0]))):
                        yield (name, *rest), k
            yield (name,), j
            is_name = self.kinds[j + 1] is Kind.RUN and head not in CIRCLES  # 已知⊙O，P为圆外一点
            if self.signs[j] == "," and (is_name or self.is_list_comma(j)):
                for rest, k in self.names(j + 1, head):
                    if self.alike(Many((name, rest[0]))):
                        yield (name, *rest), k

    def name(self, i: int, head: str) -> Iterator[tuple[Thing, int]]:
        if self.kinds[i] is Kind.RUN:
            yield Run(self.tokens[i].points, (i, i + 1)), i + 1
        elif self.kinds[i] is Kind.NAME:
            yield Named(self.tokens[i].text, (i, i + 1)), i + 1
        elif head == "angle" and self.signs[i] == "∠" and self.kinds[i + 1] is Kind.RUN:
            yield AngleSize((Run(self.tokens[i + 1].points, (i + 1, i + 2)),), (i, i + 2)), i + 2
        elif self.signs[i] == "(" and self.kinds[i + 1] is Kind.RUN and self.signs[i + 2] == ")" and "circle" in head:
            yield Run(self.tokens[i + 1].points, (i, i + 3)), i + 3
        elif (
            self.signs[i] == "⊙"
            or self.words[i] in ("圆", "点")
            or (self.signs[i] == "△" and head.endswith("triangle"))
        ):
            if self.kinds[i + 1] in (Kind.RUN, Kind.NAME):
                yield from self.name(i + 1, head)

    @kept
    def measured(self, i: int) -> Iterator[tuple[tuple[Said, ...], int]]:
        """`以AB为直径`, `以O为圆心、OA为半径`."""
        if self.words[i] != "以":
            return
        for thing, more, j in self.listed_names(i + 1):
            if self.words[j] == "为直径":
                yield (self.having("diameter", thing), *more), j + 1
            if self.words[j] == "为圆心":
                k = j + 1
                while self.words[k] in ("、", "以", "且", "并") or self.signs[k] == ",":
                    k += 1
                for radius, others, m in self.listed_names(k):
                    if self.words[m] == "为半径":
                        yield (self.having("center", thing), self.having("radius", radius), *more, *others), m + 1
                yield (self.having("center", thing), *more), j + 1

    def listed_names(self, i: int) -> Iterator[tuple[tuple[Thing, ...], tuple[Said, ...], int]]:
        """Names, with what is said of them besides: `△ABC的边AB、AC`."""
        for thing, j in self.things(i, False):
            names: list[Thing] = []
            more: list[Said] = []
            for item in self.flat(thing):
                names += item.names if isinstance(item, Noun) else [item]
                if isinstance(item, Noun) and (item.roles or item.mods):
                    more.append(Clause("mention", (("subject", item),)))
            if names:
                yield tuple(names), tuple(more), j

    @staticmethod
    def having(head: str, names: tuple[Thing, ...]) -> Clause:
        return Clause("have", (("subject", SELF), ("object", Noun(head, names=names))))

    def modifiers(self, i: int) -> Iterator[tuple[tuple[Said, ...], tuple[tuple[str, Thing], ...], int]]:
        """Before 的: `过A且平行于BC`, `与BC相切`, `不含A`, `以AB为直径`."""
        for mods, roles, j in self.modifier(i):
            k = j
            while self.words[k] in ("且", "并且", "、", "并") or self.signs[k] == ",":
                k += 1
            for more, others, m in self.modifiers(k):
                yield (*mods, *more), (*roles, *others), m
            yield mods, roles, j

    def modifier(self, i: int) -> Iterator[tuple[tuple[Said, ...], tuple[tuple[str, Thing], ...], int]]:
        word = self.words[i]
        together = self.past(i, ADVERBS)
        verb = {"垂直": "perpendicular", "平行": "parallel"}.get(self.words[together], "")
        if verb and together > i:
            yield (Clause(verb, (("subject", SELF),)),), (), together + 1
        if word in ("由", "从", "自"):
            for thing, j in self.things(i + 1, False):
                j = self.past(j, frozenset(["处", "点"]))
                if self.words[j] in DRAWN:
                    yield (Clause("pass", (("subject", SELF), ("object", thing))),), (), j + 1
        for said, j in self.measured(i):
            yield said, (), j
        if word in ("过", "经过", "通过"):
            for thing, j in self.things(i + 1, False):
                if sort_of(thing) in ("line", "circle", "polygon"):
                    continue
                flags = frozenset(("respectively",) if self.words[i - 1] == "分别" else ())
                yield (Clause("pass", (("subject", SELF), ("object", thing)), flags),), (), self.past(j, POINTS)
        if word in ("平行于", "垂直于"):
            verb = "parallel" if word == "平行于" else "perpendicular"
            for thing, j in self.things(i + 1, False):
                yield (Clause(verb, (("subject", SELF), ("object", thing))),), (), j
        if word in ("与", "和"):
            for thing, j in self.things(i + 1, False):
                j = self.past(j, ADVERBS)
                verb = {"平行": "parallel", "垂直": "perpendicular", "相切": "touch"}.get(self.words[j], "")
                if verb:
                    yield (Clause(verb, (("subject", SELF), ("object", thing))),), (), j + 1
        role = {
            "不包含": "without",
            "不包含点": "without",
            "不含有": "without",
            "不含": "without",
            "不含点": "without",
            "含": "containing",
            "含点": "containing",
            "包含": "containing",
            "含有": "containing",
        }.get(word)
        if role:
            for thing, j in self.things(i + 1, False):
                if self.is_points(thing):
                    yield (), ((role, thing),), j
        if word in ("大小不等", "半径不等", "不等", "半径不相等", "半径不同", "大小不同"):
            yield (), (), i + 1  # what is said not to be so is taken for granted
        if word in ("半径相等", "等半径"):
            yield (Clause("equal_radii", (("subject", SELF),)),), (), i + 1
        if word in ("异于", "不同于"):
            for thing, j in self.things(i + 1, False):
                yield (Clause("different", (("subject", SELF), ("object", thing))),), (), j
        if word in ("切", "切于"):
            for thing, j in self.things(i + 1, False):
                yield (Clause("touch", (("subject", SELF), ("object", thing))),), (), j
