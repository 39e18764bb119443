"""The noun phrases of Chinese: what belongs to a noun comes before it, its name after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from solver.language.prose.chart import MOST_STEPS, Chart, kept
from solver.language.prose.chinese.lexicon import ADJECTIVES, ADVERBS, AND, COUNTS, NOUNS, POINTING, POINTS
from solver.language.prose.syntax import (
    SELF,
    AngleSize,
    Clause,
    Many,
    Modified,
    Named,
    Noun,
    Number,
    Operation,
    Run,
    Said,
    Thing,
)
from solver.language.prose.tokens import Kind, Token

#: Nouns that two things have together.
_OF_TWO = frozenset([
    "intersection", "touchpoint", "radical_axis", "common_chord", "common_tangent", "line_of_centers", "ratio", "sum", "product",
    "angle", "distance", "line", "radical_center",
])  # fmt: skip

POLYGONS = frozenset(
    [
        "triangle",
        "quadrilateral",
        "trapezoid",
        "parallelogram",
        "rhombus",
        "rectangle",
        "square",
        "kite",
        "pentagon",
        "hexagon",
    ]
)

#: What a thing belongs to is named by this role.
_DRAWN = frozenset(["所引", "引", "所作", "引出", "出发"])
_ROLES = {"tangent": "to", "perpendicular": "to", "parallel": "to", "angle": "between", "distance": "between"}
SIDES = {
    "同侧": "same_side", "同一侧": "same_side", "同旁": "same_side", "异侧": "opposite_sides", "两侧": "opposite_sides", "两旁": "opposite_sides",
}  # fmt: skip
_PLACES = {
    "上": "on",
    "形外": "outside",
    "形内": "inside",
    "内": "inside",
    "内部": "inside",
    "外": "outside",
    "外部": "outside",
}
#: Nouns that need 的 before them.
_INDEFINITE = frozenset(["一条", "一个", "一", "某", "某一", "任意", "任一", "任意一", "同一", "同一个", "同一条"])
_NOT_JOINED = frozenset(["point", "circle", "sum", "product", "angle", "ray", "segment"])
_MULTIPLES = {"两": "2", "二": "2", "三": "3", "四": "4"}
_MOST_LISTED = 8


_LINES = frozenset([
    "line", "ray", "segment", "side", "opposite_side", "base", "hypotenuse", "chord", "diagonal", "diameter", "altitude", "median", "bisector",
    "perpendicular_bisector", "perpendicular", "parallel", "tangent", "common_tangent", "symmedian", "euler_line", "simson_line", "newton_line",
    "radical_axis", "polar", "midline", "line_of_centers", "common_chord", "extension",
])  # fmt: skip
_CIRCLES = frozenset(
    ["circle", "circumcircle", "incircle", "excircle", "ninepoint_circle", "mixtilinear", "semicircle", "arc"]
)
_EXCIRCLES = frozenset(["excenter", "excircle", "mixtilinear"])
#: Whose roles what is mirrored, and in what, are: `P关于BC的对称点`.
_MIRRORED = {
    **dict.fromkeys(
        ["reflection", "inverse", "isogonal_conjugate", "isotomic_conjugate", "pole", "polar", "antipode"], ("of", "in")
    ),
    **dict.fromkeys(["simson_line", "pedal_triangle"], ("point", "of")),
}  # fmt: skip
#: The role of what something goes from, to something else: `A到BC的距离`.
_FROM_TO = {"distance": "from", "foot": "from", "projection": "of", "perpendicular": "through", "tangent": "from"}
#: Nouns that are drawn from a point which is said before them: `过A的高`.
_DRAWN_FROM = {
    "perpendicular": "through", "parallel": "through", "tangent": "from", "altitude": "from", "median": "from", "bisector": "from",
}  # fmt: skip


def sort_of(thing: Thing) -> str:
    """What kind of thing it is, by its words."""
    match thing:
        case Run(points):
            return "point" if len(points) == 1 else "line" if len(points) == 2 else "polygon"
        case Noun(head=head):
            return (
                "line" if head in _LINES else "circle" if head in _CIRCLES else "polygon" if head in POLYGONS else head
            )
        case Modified(inner, _):
            return sort_of(inner)
        case Many(items):
            sorts = {sort_of(item) for item in items}
            return sorts.pop() if len(sorts) == 1 else "mixed"
    return type(thing).__name__


def corners(thing: Thing) -> tuple[Run, ...]:
    """The vertices that are named by points, angles, or bisectors of angles; none where it is something else."""
    match thing:
        case Run(points, place):
            return (Run((points[len(points) // 2 if len(points) == 3 else 0],), place),)
        case AngleSize((inner,)):
            return corners(inner)
        case Noun(head="vertex" | "angle" | "line", names=names) if names:
            return tuple(c for name in names for c in corners(name))
        case Noun(head="bisector"):
            of = thing.role("of")
            return corners(of) if of is not None else ()
        case Many(items):
            found = [corners(item) for item in items]
            return tuple(c for part in found for c in part) if all(found) else ()
    return ()


#: Marks what is called by two points only, and may be a segment or a line.
_LOOSE = "loose"


def segments(thing: Thing) -> Thing:
    """`BC上一点` is on the segment; who means the line says 直线BC."""
    match thing:
        case Run(points) if len(points) == 2:
            return Noun("segment", (_LOOSE,), "", 1, (thing,), (), (), thing.place)
        case Many(items):
            return replace(thing, items=tuple(map(segments, items)))
    return thing


def whole_lines(node: Any) -> Any:
    """What is to be proved is rather that a point is on the line."""
    if isinstance(node, Noun) and node.adjectives == (_LOOSE,):
        return node.names[0]
    if isinstance(node, tuple):
        return tuple(map(whole_lines, node))
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{f.name: whole_lines(getattr(node, f.name)) for f in fields(node) if f.name != "place"})
    return node


def opposite_sides(polygon: Thing) -> tuple[Run, ...]:
    """The sides AB and CD, AD and BC of a quadrilateral, each beside the one across from it."""
    run = polygon.names[0] if isinstance(polygon, Noun) and polygon.names else polygon
    if not isinstance(run, Run) or len(run.points) < 4 or len(run.points) % 2:
        return ()
    p, half = run.points, len(run.points) // 2
    sides = [Run((p[k], p[(k + 1) % len(p)]), run.place) for k in range(len(p))]
    return tuple(side for k in range(half) for side in (sides[k], sides[k + half]))


def is_mixed(thing: Thing) -> bool:
    """Whether things are listed that don't belong together: △ABC and a circle, an angle and a line."""
    if isinstance(thing, Noun):
        of = thing.role("of")
        return isinstance(of, Many) and not {sort_of(item) for item in of.items} <= {"line", "circle"} and is_mixed(of)
    return isinstance(thing, Many) and sort_of(thing) == "mixed"


def many(items: Sequence[Thing]) -> Thing:
    return items[0] if len(items) == 1 else Many(tuple(items))


class Nouns(Chart):
    """The rules for things."""

    def __init__(self, tokens: Sequence[Token], most_steps: int = MOST_STEPS) -> None:
        super().__init__(most_steps)
        self.tokens = tokens
        self.words = [t.text if t.kind is Kind.WORD else "" for t in tokens] + [""] * 6
        self.signs = [t.text if t.kind is Kind.SIGN else "" for t in tokens] + [""] * 6
        self.kinds: list[Kind | None] = [t.kind for t in tokens] + [None] * 6
        self.size = len(tokens)

    # Lists.

    @kept
    def things(self, i: int, wide: bool) -> Iterator[tuple[Thing, int]]:
        """A list, or one thing. wide: what follows the last one belongs to all, even after 与."""
        found = list(self.listed(i, 0))
        grown: list[tuple[Thing, int]] = []
        narrow: list[tuple[Thing, int]] = []
        for items, j in found:
            if len(items) == 1:
                narrow.append((items[0], j))
                continue
            owner = Many(items, (i, j))
            narrow.append((owner, j))
            grown.extend(self.after_many(owner, j, i))

        def rank(reading: tuple[Thing, int]) -> tuple[bool, int, bool]:
            thing, end = reading
            return any(sign == "," for sign in self.signs[i:end]), -end, is_mixed(thing)

        yield from sorted((*grown, *narrow), key=rank)

    def after_many(self, owner: Many, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        k = self.past(j, POINTS)
        for thing, end in self.tail(k, owner, i):
            if isinstance(thing, Noun) and not (self.alike(owner) or thing.head in _OF_TWO):
                continue
            yield from self.grown(thing, end, i)
        if k > j:
            yield owner, k

    @staticmethod
    def alike(owner: Many) -> bool:
        """Whether all are of one sort, so that what follows the last one can belong to each."""
        first = owner.items[0]
        if isinstance(first, Run):
            return all(isinstance(t, Run) and len(t.points) == len(first.points) for t in owner.items)
        if isinstance(first, Noun):
            return all(isinstance(t, Noun) and t.head == first.head for t in owner.items)
        return all(type(t) is type(first) for t in owner.items)

    @kept
    def listed(self, i: int, depth: int) -> Iterator[tuple[tuple[Thing, ...], int]]:
        for thing, j in self.phrase(i):
            items = thing.items if isinstance(thing, Many) else (thing,)
            k = self.after_joint(j, thing)
            if k and depth < _MOST_LISTED:
                for rest, end in self.listed(k, depth + 1):
                    yield (*items, *rest), end
            yield items, j

    def after_joint(self, j: int, thing: Thing) -> int:
        """Past what joins the members of a list; 0 where nothing does. A comma only joins names."""
        if self.words[j] in AND:
            return j + 2 if self.words[j] == "、" and self.words[j + 1] in AND else j + 1
        if (
            self.signs[j] == ","
            and isinstance(thing, Run)
            and (self.kinds[j + 1] is Kind.RUN or self.words[j + 1] == "点")
        ):
            return j + 1
        return 0

    def past(self, j: int, words: frozenset[str]) -> int:
        while self.words[j] in words or (self.signs[j] != "" and self.signs[j] in words):
            j += 1
        return j

    def past_counts(self, j: int) -> int:
        while self.words[j] in COUNTS:
            j += 1
        return j

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

    # One thing.

    @kept
    def phrase(self, i: int) -> Iterator[tuple[Thing, int]]:
        for thing, j in self.simple(i):
            yield from self.grown(thing, j, i)

    def grown(self, thing: Thing, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        """A thing, with what is said to belong to it."""
        for more, k in self.tail(j, thing, i):
            yield from self.grown(more, k, i)
        yield thing, j

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
            if self.words[j] == "的" or self.words[j - 1] in _DRAWN:
                start = j + 1 if self.words[j] == "的" else j
                for noun, k in self.head(start):
                    if isinstance(noun, Noun) and noun.head in _DRAWN_FROM and not noun.names:
                        yield self.modified(noun, mods, roles, (i, k)), k
                is_drawn = any(isinstance(mod, Clause) and mod.verb == "pass" for mod in mods)
                near = list(self.head(start))
                far = (
                    self.phrase(start)
                    if is_drawn or roles
                    else [found for found in self.phrase(start) if found in near]
                )
                for noun, k in [*near, *far] if not is_drawn else far:
                    if isinstance(noun, Noun) and (noun.head == "arc" or not roles):
                        yield self.modified(noun, mods, roles, (i, k)), k

    def modified(
        self, noun: Noun, mods: Sequence[Said], roles: Sequence[tuple[str, Thing]], place: tuple[int, int]
    ) -> Noun:
        """Said of a noun: what it passes through is where a perpendicular, a parallel or a tangent is drawn from."""
        role = _DRAWN_FROM.get(noun.head)
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
            j += 1
        if article == "a" and self.words[j] not in ("直线", "线", "圆"):
            article = ""
        head = ""
        if self.signs[j] in ("△", "⊙", "⌒"):
            head = {"△": "triangle", "⊙": "circle", "⌒": "arc"}[self.signs[j]]
        elif self.words[j] in NOUNS:
            head, more = NOUNS[self.words[j]]
            adjectives += more
        if not head:
            return
        mods: tuple[Said, ...] = ()
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
            head = "side" if head == "opposite_side" else head
            noun = self.owned(Noun(head, tuple(adjectives), article, max(count, 1), names, (), mods, (i, k)))
            if head == "arc" and self.signs[k] == "(":
                for _, roles, m in self.modifiers(k + 1):
                    if roles and self.signs[m] == ")":
                        yield replace(noun, roles=roles, place=(i, m + 1)), m + 1
            yield noun, k
        if not article and head not in ("point", "triangle"):
            article = "the"
        if article == "this" and head in ("excircle", "incircle", "circumcircle"):
            head = "circle"
        yield self.owned(Noun(head, tuple(adjectives), article, count, (), (), mods, (i, j + 1))), j + 1

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
            if self.signs[j] == "," and self.kinds[j + 1] is Kind.RUN:
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

    # What is said before 的.

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

    measure = measured

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
                if self.words[j] in _DRAWN:
                    yield (Clause("pass", (("subject", SELF), ("object", thing))),), (), j + 1
        for said, j in self.measured(i):
            yield said, (), j
        if word in ("过", "经过", "通过"):
            for thing, j in self.things(i + 1, False):
                if sort_of(thing) in ("line", "circle", "polygon"):
                    continue
                yield (Clause("pass", (("subject", SELF), ("object", thing))),), (), self.past(j, POINTS)
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
        if word in ("大小不等", "半径不等", "不等"):
            yield (), (), i + 1  # what is said not to be so is taken for granted
        if word in ("半径相等", "等半径"):
            yield (Clause("equal_radii", (("subject", SELF),)),), (), i + 1
        if word in ("异于", "不同于"):
            for thing, j in self.things(i + 1, False):
                yield (Clause("different", (("subject", SELF), ("object", thing))),), (), j
        if word in ("切", "切于"):
            for thing, j in self.things(i + 1, False):
                yield (Clause("touch", (("subject", SELF), ("object", thing))),), (), j

    # What is said after something that it belongs to.

    @kept
    def tail(self, j: int, owner: Thing, i: int) -> Iterator[tuple[Thing, int]]:
        if isinstance(owner, Number | Operation):
            return
        yield from self.by_word(j, owner, i)
        word = self.words[j]
        k = self.past(j, POINTS) if word in POINTS and isinstance(owner, Many) else j
        has_de = self.words[k] in ("的", "之")
        k = k + 1 if has_de else k
        k = k + 1 if self.words[k] == "公共" else k
        if has_de:
            for mods, roles, q in self.modifiers(k):
                if self.words[q] == "的":
                    for noun, m in self.head(q + 1):
                        if isinstance(noun, Noun) and (noun.head == "arc" or not roles):
                            yield from self.belonging(self.modified(noun, mods, roles, (k, m)), owner, i, m, False)
        if has_de and (self.kinds[k] is Kind.RUN or self.signs[k] == "∠" or self.words[k] == "顶点"):
            seen = Clause("mention", (("subject", owner),))
            for inner, m in self.things(k, False):
                if isinstance(inner, Noun) and inner.head in ("altitude", "median", "side", "bisector"):
                    yield replace(inner, mods=(*inner.mods, seen), place=(i, m)), m
                elif isinstance(inner, Noun) and inner.head in _EXCIRCLES and inner.role("vertex"):
                    yield replace(inner, roles=(*inner.roles, ("of", owner)), place=(i, m)), m
        for noun, m in self.head(k):
            if not isinstance(noun, Noun) or (noun.head in _NOT_JOINED and not has_de):
                continue
            if (
                noun.head == "side"
                and not noun.names
                and isinstance(owner, Run)
                and len(owner.points) == 2
                and not has_de
            ):
                yield Noun("side", (), "", 1, (owner,), (), (), (i, m)), m
                continue
            yield from self.belonging(noun, owner, i, m, has_de)

    def by_word(self, j: int, owner: Thing, i: int) -> Iterator[tuple[Thing, int]]:
        """What goes on with another word than 的: `BC上…`, `A关于BC…`, `A到BC…`, `AB与CD所成…`."""
        word = self.words[j]
        if word in _PLACES:
            yield from self.at_place(j, owner, i)
        if word == "在":
            yield from self.within(j + 1, owner, i)
        if word == "关于":
            for mirror, k in self.things(j + 1, False):
                for noun, m in self.head(k + 1) if self.words[k] == "的" else ():
                    if isinstance(noun, Noun) and noun.head in _MIRRORED:
                        of, where = _MIRRORED[noun.head]
                        yield replace(noun, roles=((of, owner), (where, mirror)), place=(i, m)), m
        if word in ("到", "至", "向"):
            for to, k in self.things(j + 1, False):
                k = k + 1 if self.words[k] in _DRAWN | {"作"} else k
                for noun, m in self.head(k + 1 if self.words[k] == "的" else k):
                    if isinstance(noun, Noun) and noun.head in _FROM_TO:
                        yield replace(noun, roles=((_FROM_TO[noun.head], owner), ("to", to)), place=(i, m)), m
        if word in ("两角", "三角") and isinstance(owner, Many) and self.is_points(owner):
            yield Many(tuple(AngleSize((point,), (i, j + 1)) for point in self.flat(owner)), (i, j + 1)), j + 1
        named = owner.names if isinstance(owner, Noun) and owner.head == "line" else ()
        lines = Many(named, owner.place) if len(named) == 2 else owner
        if word in ("所成", "所夹") and isinstance(lines, Many) and sort_of(lines) == "line":
            for noun, m in self.head(j + 2 if self.words[j + 1] == "的" else j + 1):
                if isinstance(noun, Noun) and noun.head == "angle":
                    yield replace(noun, roles=(("between", lines),), place=(i, m)), m
        if word == "中" and sort_of(owner) == "polygon":
            yield from self.inside(j + 1, owner, i)
        if word in ("除", "除了"):
            for other, k in self.things(j + 1, False):
                k = self.past(k, POINTS)
                for noun, m in (
                    self.head(k + 2) if self.words[k] in ("外", "以外", "之外") and self.words[k + 1] == "的" else ()
                ):
                    if isinstance(noun, Noun) and noun.head == "intersection":
                        apart = Clause("different", (("subject", SELF), ("object", other)))
                        yield from self.belonging(replace(noun, mods=(apart,)), owner, i, m, True)
        if word in ("及", "或", "和") and self.words[j + 1 : j + 3] == ["其", "延长线"]:
            yield from ((line, j + 3) for line in self.whole(owner))
        if word in ("所对", "所对应", "相对") or self.words[j : j + 2] == ["内", "的"]:
            k = j + 2 if self.words[j + 1] == "的" else j + 1
            for noun, m in self.head(k):
                if isinstance(noun, Noun) and noun.head in _EXCIRCLES and (at := corners(owner)):
                    yield replace(noun, roles=(("vertex", many(at)),), count=len(at), place=(i, m)), m

    def inside(self, j: int, owner: Thing, i: int) -> Iterator[tuple[Thing, int]]:
        """`△ABC中过A的高`, `△ABC中顶点A所对的旁心`."""
        for noun, m in self.things(j, False):
            if isinstance(noun, Noun) and noun.head in _EXCIRCLES | {"altitude", "median", "bisector"}:
                if noun.role("of") is None:
                    yield replace(noun, roles=(*noun.roles, ("of", owner)), place=(i, m)), m

    def whole(self, owner: Thing) -> Iterator[Thing]:
        """`BC及其延长线`: all of the line."""
        match owner:
            case Run():
                yield Noun("line", (), "", 1, (owner,), (), (), owner.place)
            case Noun(names=names) if sort_of(owner) == "line":
                yield replace(owner, head="line") if names else owner
            case Modified(inner, mods):
                yield from (Modified(line, mods, owner.place) for line in self.whole(inner))
            case Many(items):
                lines = [line for item in items for line in self.whole(item)]
                if len(lines) == len(items):
                    yield Many(tuple(lines), owner.place)

    def belonging(self, noun: Noun, owner: Thing, i: int, m: int, has_de: bool) -> Iterator[tuple[Thing, int]]:
        """A noun that belongs to the owner, and others after it: `△ABC的外心O、垂心H`."""
        first = self.of(noun, owner, i, m)
        if first is None:
            return
        if has_de and self.words[m] in AND:
            for rest, end in self.head(m + 1):
                if isinstance(rest, Noun) and rest.head not in _NOT_JOINED | POLYGONS and not rest.roles:
                    for more, last in self.belonging(rest, owner, i, end, has_de):
                        yield Many((first, *self.flat(more)), (i, last)), last
        yield first, m

    def of(self, noun: Noun, owner: Thing, i: int, m: int) -> Thing | None:
        if noun.head == "opposite_side" and noun.count > 1 and (pairs := opposite_sides(owner)):
            return replace(noun, head="side", names=pairs, roles=(("of", owner),), place=(i, m))
        if noun.head in POLYGONS and "cyclic" in noun.adjectives and sort_of(owner) == "circle":
            into = Clause("inscribe", (("subject", SELF), ("object", owner)))
            adjectives = tuple(a for a in noun.adjectives if a != "cyclic")
            return replace(noun, adjectives=adjectives, mods=(*noun.mods, into), place=(i, m))
        if noun.head == "line" and isinstance(owner, Noun):
            names = noun.names or (owner.names if sort_of(owner) == "line" else ())
            if not names and sort_of(owner) == "line" and owner.head != "opposite_side":
                return replace(owner, place=(i, m))  # `BC边上的高所在直线`
            if owner.head == "opposite_side":
                owner = owner.role("of") or Noun("triangle", (), "the")
            return replace(
                noun,
                names=names,
                count=max(noun.count, len(names)),
                mods=(*noun.mods, Clause("mention", (("subject", owner),))),
                place=(i, m),
            )
        if noun.head == "line" and not noun.names:
            points = [p for t in self.flat(owner) if isinstance(t, Run) for p in t.points]
            if isinstance(owner, Run) and len(points) == 2:
                return Noun("line", (), "", 1, (owner,), (), (), (i, m))
            return Run(tuple(points), (i, m)) if self.is_points(owner) and len(points) == 2 else None
        if noun.head == "side" and noun.role("of") is None and isinstance(owner, Run) and len(owner.points) < 3:
            return None
        role = _ROLES.get(noun.head, "of")
        if noun.head == "angle" and not isinstance(owner, Many):
            role = "of"
        if noun.head in ("length", "measure") and not noun.names:
            return owner
        return replace(noun, roles=((role, owner), *(r for r in noun.roles if r[0] != role)), place=(i, m))

    def point_mods(self, j: int) -> Iterator[tuple[tuple[Said, ...], int]]:
        """What is said of points before their word: `异于A、B的`, `不同的`, `在AB同侧的`."""
        yield (), j
        for mod, k in self.point_mod(j):
            k = k + 1 if self.words[k] in ("的", "且", "并且") or self.signs[k] == "," else k
            for more, m in self.point_mods(k):
                yield (mod, *more), m

    def point_mod(self, j: int) -> Iterator[tuple[Said, int]]:
        word = self.words[j]
        if word in ("不同", "互异", "互不相同", "不重合"):
            yield Clause("different", (("subject", SELF),), place=(j, j + 1)), j + 1
        if word in ("异于", "不同于"):
            for other, k in self.things(j + 1, False):
                yield Clause("different", (("subject", SELF), ("object", other)), place=(j, k)), k
        if word in ("与", "和", "不与"):
            for other, k in self.things(j + 1, False):
                m = self.past(k, ADVERBS)
                if self.words[m] == ("重合" if word == "不与" else "不重合"):
                    yield Clause("different", (("subject", SELF), ("object", other)), place=(j, m + 1)), m + 1
        if word in ("在", "位于"):
            for line, k in self.things(j + 1, False):
                k = k + 1 if self.words[k] == "的" else k
                if verb := SIDES.get(self.words[k], ""):
                    yield Clause(verb, (("subject", SELF), ("of", line)), place=(j, k + 1)), k + 1

    def at_place(self, j: int, owner: Thing, i: int) -> Iterator[tuple[Thing, int]]:
        """`BC上的点D`, `△ABC内一点P`, `BC边上的高AD`."""
        role = _PLACES[self.words[j]]
        for noun, m in self.head(j + 2) if role == "outside" and self.words[j + 1] == "的" else ():
            if isinstance(noun, Noun) and noun.head in ("excircle", "excenter") and sort_of(owner) == "line":
                yield replace(noun, roles=(("across", owner),), place=(i, m)), m
        if isinstance(owner, Noun) and owner.head == "circle" and not owner.names:
            owner = self.named_circle()
        where = segments(owner) if role == "on" else owner
        k = j + 1 if self.words[j + 1] != "的" else j + 2
        start = k
        for mods, q in self.point_mods(k):
            k = self.past_counts(q)
            if self.words[k] in ("点", *POINTS) or self.words[k - 1] == "一点":
                n = k if self.words[k - 1] == "一点" and self.words[k] != "点" else k + 1
                for names, m in self.names(n, "point"):
                    lie = Clause("lie", (("subject", SELF), (role, where)))
                    yield Modified(many(names), (lie, *mods), (i, m)), m
        if role == "on":
            for noun, m in self.head(start):
                if isinstance(noun, Noun) and noun.head == "arc" and noun.names:
                    yield replace(noun, roles=(("of", owner), *noun.roles), place=(i, m)), m
            for mods, roles, q in self.modifiers(start):
                for noun, m in self.head(q + 1) if self.words[q] == "的" else ():
                    if isinstance(noun, Noun) and noun.head == "arc" and noun.names:
                        made = self.modified(noun, mods, roles, (i, m))
                        yield replace(made, roles=(("of", owner), *made.roles)), m
        if role == "on" and self.words[start - 1] == "的":
            for noun, m in self.head(start):
                if not isinstance(noun, Noun) or noun.head not in ("altitude", "median"):
                    continue
                if not noun.names:
                    yield replace(noun, roles=(("to", owner),), place=(i, m)), m
                elif len(noun.names) == 1 and isinstance(noun.names[0], Run) and len(noun.names[0].points) == 2:
                    yield Modified(noun.names[0], (self.end_of(noun.names[0], noun.head, owner),), (i, m)), m

    @staticmethod
    def end_of(run: Run, head: str, side: Thing) -> Clause:
        """Where an altitude or median that is named by two points ends on a side."""
        first, last = (Run((p,), run.place) for p in run.points)
        if head == "median":
            end = Noun("midpoint", (), "the", 1, (), (("of", side),))
        else:
            end = Noun("foot", (), "the", 1, (), (("from", first), ("to", side)))
        return Clause("be", (("subject", last), ("object", end)))

    def within(self, j: int, owner: Thing, i: int) -> Iterator[tuple[Thing, int]]:
        """`A在BC上的射影`, `A在⊙O上的对径点`, `⊙O在A处的切线`."""
        for where, k in self.things(j, False):
            m = self.past(k, frozenset(["上", "中", "处", "点"]))
            m = m + 1 if self.words[m] == "的" else m
            for noun, end in self.head(m):
                if not isinstance(noun, Noun):
                    continue
                roles: tuple[tuple[str, Thing], ...] | None = {
                    "projection": (("of", owner), ("to", where)), "foot": (("from", owner), ("to", where)),
                    "antipode": (("of", owner), ("in", where)), "touchpoint": (("of", owner), ("with", where)), "tangent": (("to", owner), ("at", where)),
                }.get(noun.head)  # fmt: skip
                if noun.head == "common_tangent":
                    first = self.flat(owner)[0]
                    if isinstance(first, Noun) and len(first.names) > 1:
                        first = replace(first, names=first.names[:1])
                    seen = Clause("mention", (("subject", owner),))
                    noun = replace(noun, mods=(*noun.mods, seen))
                    noun, roles = replace(noun, head="tangent"), (("to", first), ("at", where))
                if roles is not None:
                    yield replace(noun, roles=roles, place=(i, end)), end

    @kept
    def location(self, i: int) -> Iterator[tuple[tuple[str, Thing], int]]:
        """`边BC上`, `△ABC内`, `⊙O外`, `AB的延长线上`."""
        for thing, j in self.things(i, True):
            k = j + 1 if self.words[j] == "的" and self.words[j + 1] in ("内部", "外部") else j
            if self.words[k] in _PLACES:
                role = _PLACES[self.words[k]]
                yield (role, segments(thing) if role == "on" else thing), k + 1

    # Expressions.

    @kept
    def expression(self, i: int) -> Iterator[tuple[Thing, int]]:
        """Sums; ratios bind like quotients."""
        for first, j in self.term(i):
            yield from self.sums(first, j, i)

    def sums(self, first: Thing, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        if self.signs[j] in ("+", "-"):
            for second, k in self.term(j + 1):
                yield from self.sums(Operation(self.signs[j], (first, second), (i, k)), k, i)
        yield first, j

    @kept
    def term(self, i: int) -> Iterator[tuple[Thing, int]]:
        if self.signs[i] == "-":
            for inner, j in self.term(i + 1):
                yield Operation("neg", (inner,), (i, j)), j
        for first, j in self.factor(i):
            yield from self.products(first, j, i)

    def products(self, first: Thing, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        sign = {"*": "*", "/": "/", ":": "/"}.get(self.signs[j], "")
        if sign:
            for second, k in self.factor(j + 1):
                yield from self.products(Operation(sign, (first, second), (i, k)), k, i)
        elif isinstance(first, Number | Operation) and (self.kinds[j] is Kind.RUN or self.signs[j] in ("∠", "(")):
            for second, k in self.factor(j):
                yield from self.products(Operation("*", (first, second), (i, k)), k, i)
        yield first, j

    @kept
    def factor(self, i: int) -> Iterator[tuple[Thing, int]]:
        if self.kinds[i] is Kind.NUMBER:
            degrees = self.signs[i + 1] == "°" or self.words[i + 1] == "度"
            yield Number(self.tokens[i].text, degrees, (i, i + 1 + degrees)), i + 1 + degrees
        if self.signs[i] == "(":
            for inner, j in self.expression(i + 1):
                if self.signs[j] == ")":
                    yield from self.powers(inner, j + 1, i)
        if self.signs[i] == "|":
            for inner, j in self.expression(i + 1):
                if self.signs[j] == "|":
                    yield from self.powers(inner, j + 1, i)
        for thing, j in self.phrase(i):
            if not isinstance(thing, Modified):
                yield from self.powers(thing, j, i)
        for thing, j in self.things(i, False):
            if isinstance(thing, Noun) and thing.role("between") is not None:
                yield thing, j

    def powers(self, base: Thing, j: int, i: int) -> Iterator[tuple[Thing, int]]:
        if self.signs[j] == "^" and self.kinds[j + 1] is Kind.NUMBER:
            yield Operation("^", (base, Number(self.tokens[j + 1].text)), (i, j + 2)), j + 2
        k = j + 1 if self.words[j] == "的" else j
        if self.words[k] == "一半":
            yield Operation("/", (base, Number("2")), (i, k + 1)), k + 1
        number = self.tokens[k].text if self.kinds[k] is Kind.NUMBER else _MULTIPLES.get(self.words[k], "")
        if number and self.words[k + 1] == "倍":
            yield Operation("*", (Number(number), base), (i, k + 2)), k + 2
        yield base, j
