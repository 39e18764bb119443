"""What is said after something that it belongs to: `△ABC的外心`, `BC上的点D`, `A关于BC的对称点`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from solver.language.prose.chart import kept
from solver.language.prose.chinese.heads import Heads
from solver.language.prose.chinese.lexicon import (
    ADVERBS,
    AND,
    POINTS,
)
from solver.language.prose.chinese.sorts import (
    DRAWN,
    EXCIRCLES,
    POLYGONS,
    SIDES,
    corners,
    many,
    opposite_sides,
    segments,
    sort_of,
)
from solver.language.prose.syntax import (
    SELF,
    AngleSize,
    Clause,
    Many,
    Modified,
    Noun,
    Number,
    Operation,
    Run,
    Said,
    Thing,
)
from solver.language.prose.tokens import Kind

#: What a thing belongs to is named by this role.
_ROLES = {"tangent": "to", "perpendicular": "to", "parallel": "to", "angle": "between", "distance": "between"}
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
_NOT_JOINED = frozenset(["point", "circle", "sum", "product", "angle", "ray", "segment"])
#: Whose roles what is mirrored, and in what, are: `P关于BC的对称点`.
_MIRRORED = {
    **dict.fromkeys(
        ["reflection", "inverse", "isogonal_conjugate", "isotomic_conjugate", "pole", "polar", "antipode"], ("of", "in")
    ),
    **dict.fromkeys(["simson_line", "pedal_triangle"], ("point", "of")),
}  # fmt: skip
#: The role of what something goes from, to something else: `A到BC的距离`.
_FROM_TO = {"distance": "from", "foot": "from", "projection": "of", "perpendicular": "through", "tangent": "from"}


def _are_segments(thing: Thing) -> bool:
    """`AB、AC`, before `边上`."""
    return isinstance(thing, Many) and all(isinstance(item, Run) and len(item.points) == 2 for item in thing.items)


def _each(lines: Thing) -> Thing:
    """`直线AB与CD` as two lines; anything else as it is."""
    named = lines.names if isinstance(lines, Noun) and lines.head == "line" else ()
    return Many(named, lines.place) if len(named) == 2 else lines


class Belonging(Heads):
    """The rules for what belongs to something else."""

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
                elif isinstance(inner, Noun) and inner.head in EXCIRCLES and inner.role("vertex"):
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
            if noun.head == "side" and not noun.names and not has_de and _are_segments(owner):
                yield Noun("side", (), "", 0, tuple(self.flat(owner)), (), (), (i, m)), m
                continue
            yield from self.belonging(noun, owner, i, m, has_de)

    def by_word(self, j: int, owner: Thing, i: int) -> Iterator[tuple[Thing, int]]:
        """What goes on with another word than 的: `BC上…`, `A关于BC…`, `A到BC…`, `AB与CD所成…`."""
        word = self.words[j]
        if word in _PLACES:
            yield from self.at_place(j, owner, i)
        if word in ("之间", "间") and isinstance(owner, Many):
            for noun, m in self.head(j + 2 if self.words[j + 1] == "的" else j + 1):
                if isinstance(noun, Noun) and noun.head == "distance":  # AB与CD之间的距离
                    yield replace(noun, roles=(("between", owner),), place=(i, m)), m
        if word == "在":
            yield from self.within(j + 1, owner, i)
        spot = self.past(j, frozenset(["点", "处"]))
        for noun, m in self.head(spot + 1) if self.words[spot - 1] == "处" and self.words[spot] == "的" else ():
            if isinstance(noun, Noun) and noun.head == "tangent" and self.is_points(owner):  # A处的切线
                yield replace(noun, roles=(("at", owner), *noun.roles), place=(i, m)), m
        if word == "关于":
            for mirror, k in self.things(j + 1, False):
                for noun, m in self.head(k + 1) if self.words[k] == "的" else ():
                    if isinstance(noun, Noun) and noun.head in _MIRRORED:
                        of, where = _MIRRORED[noun.head]
                        yield replace(noun, roles=((of, owner), (where, mirror)), place=(i, m)), m
        if word in ("到", "至", "向"):
            for to, k in self.things(j + 1, False):
                k = k + 1 if self.words[k] in DRAWN | {"作"} else k
                for noun, m in self.head(k + 1 if self.words[k] == "的" else k):
                    if isinstance(noun, Noun) and noun.head in _FROM_TO:
                        end = self.dropped_to(to) if noun.head in ("foot", "projection") else to
                        yield replace(noun, roles=((_FROM_TO[noun.head], owner), ("to", end)), place=(i, m)), m
        if word in ("两角", "三角") and isinstance(owner, Many) and self.is_points(owner):
            yield Many(tuple(AngleSize((point,), (i, j + 1)) for point in self.flat(owner)), (i, j + 1)), j + 1
        lines = _each(owner)
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
                if isinstance(noun, Noun) and noun.head in EXCIRCLES and (at := corners(owner)):
                    yield replace(noun, roles=(("vertex", many(at)),), count=len(at), place=(i, m)), m

    @staticmethod
    def dropped_to(target: Thing) -> Thing:
        """`A到BC的垂线的垂足` is the foot on BC, `BC的垂线` being the perpendicular from A."""
        if isinstance(target, Noun) and target.head == "perpendicular" and not target.names and not target.mods:
            return target if target.role("through") is not None else target.role("to") or target
        return target

    def inside(self, j: int, owner: Thing, i: int) -> Iterator[tuple[Thing, int]]:
        """`△ABC中过A的高`, `△ABC中顶点A所对的旁心`."""
        for noun, m in self.things(j, False):
            if isinstance(noun, Noun) and noun.head in EXCIRCLES | {"altitude", "median", "bisector"}:
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
        if noun.head in POLYGONS and "tangential" in noun.adjectives and sort_of(owner) == "circle":
            around = Clause("circumscribe", (("subject", SELF), ("object", owner)))
            adjectives = tuple(a for a in noun.adjectives if a != "tangential")
            return replace(noun, adjectives=adjectives, mods=(*noun.mods, around), place=(i, m))
        if noun.head == "circle" and self.is_points(owner):
            return None  # 过A、B的圆: they are what it passes through
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
        if noun.head == "angle":
            owner = _each(owner)
            role = "between" if isinstance(owner, Many) else "of"
        if noun.head in ("length", "measure") and not noun.names:
            return owner
        return replace(noun, roles=((role, owner), *(r for r in noun.roles if r[0] != role)), place=(i, m))

    def point_mods(self, j: int) -> Iterator[tuple[tuple[Said, ...], int]]:
        """What is said of points before their word: `异于A、B的`, `不同的`, `在AB同侧的`."""
        yield (), j
        if self.words[j] in ("异于", "不同于") and self.words[j + 1] in ("端点", "顶点", "两端点"):
            yield (), j + 3 if self.words[j + 2] == "的" else j + 2  # so it is on a segment
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
        if word in ("依次", "顺次") and self.words[j + 1] in ("排列", "排列着"):
            yield Clause("ordered", (("subject", SELF),), place=(j, j + 2)), j + 2
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
                if isinstance(noun, Noun) and noun.head == "midpoint" and not noun.roles:
                    yield replace(noun, roles=(("of", owner),), place=(i, m)), m  # BC边上的中点
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
