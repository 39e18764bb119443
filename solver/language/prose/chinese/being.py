"""What something is, and where: `是BC的中点`, `为直角`, `半径分别为3和1`, `在BC上`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.language.prose.chinese.lexicon import (
    ADJECTIVES,
    ADVERBS,
    AND,
    POINTS,
)
from solver.language.prose.chinese.remarks import Remarks
from solver.language.prose.chinese.sorts import (
    SIDES,
    many,
    sort_of,
)
from solver.language.prose.syntax import (
    About,
    AngleSize,
    Clause,
    Many,
    Noun,
    Relation,
    Run,
    Said,
    Thing,
    Together,
)

_CEVIANS = frozenset(["common_chord", "altitude", "median", "bisector", "symmedian", "diagonal", "midline"])


class Being(Remarks):
    """The rules for what something is, and where."""

    @staticmethod
    def _clause(verb: str, subject: Thing, roles: Sequence[tuple[str, Thing]], start: int, end: int) -> Clause:
        return Clause(verb, (("subject", subject), *roles), frozenset(), (start, end))

    def being(self, i: int, subject: Thing, start: int) -> Iterator[tuple[Said, int]]:
        """`D是BC的中点`, `P为△ABC内一点`, `△ABC的外心为O`, `∠A为直角`."""
        i = self.past(i, ADVERBS)
        for (role, where), j in self.location(i):
            j = j + 1 if self.words[j] == "的" else j
            for mods, m in self.point_mods(j):
                k = self.past_counts(m)
                k = k + 1 if k > m and self.words[k] == "的" else k  # 四个不同的点
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
            for worth, k in self.listed_values((value,), j):
                yield Relation((self._of_circles(subject, worth), worth), ("=",), (start, k)), k

    @staticmethod
    def _of_circles(subject: Thing, worth: Thing) -> Thing:
        """`半径分别为3和1`: of as many circles that were spoken of last."""
        if not (isinstance(subject, Noun) and subject.head in ("radius", "diameter") and subject.role("of") is None):
            return subject
        count = len(worth.items) if isinstance(worth, Many) else 1
        return replace(subject, roles=(*subject.roles, ("of", Noun("circle", (), "the", count))))

    def listed_values(self, first: tuple[Thing, ...], j: int) -> Iterator[tuple[Thing, int]]:
        """`1、2、3`: as many values as there are things."""
        if self.words[j] in AND:
            for value, k in self.expression(j + 1):
                yield from self.listed_values((*first, value), k)
        yield many(first), j

    def drawn_to(self, subject: Thing, noun: Noun, start: int, j: int) -> Iterator[tuple[Said, int]]:
        """`CD是AB边上的高`: D is the foot of the perpendicular from C."""
        to = noun.role("to")
        assert to is not None
        runs, sides = self.flat(subject), self.flat(to)
        if isinstance(to, Noun) and len(to.names) > 1 and not to.roles:
            sides = list(to.names)  # BD、CE分别是边AC、AB上的高
        if isinstance(to, Noun) and to.head == "side" and not to.names:  # BD和CE是其两边上的高
            of = to.roles if to.role("of") is not None else ()
            named = Noun(noun.head, (), "", len(runs), tuple(runs), of, noun.mods, (start, j))
            yield self._clause("exist", named, (), start, j), j
            return
        if len(runs) == len(sides) and all(isinstance(r, Run) and len(r.points) == 2 for r in runs):
            said = [self.end_of(r, noun.head, side) for r, side in zip(runs, sides, strict=True) if isinstance(r, Run)]
            yield Together((*said, *noun.mods), (start, j)), j

    def centered(self, i: int, subject: Thing, start: int) -> Iterator[tuple[Said, int]]:
        """`O为圆心`: of the circle that was spoken of."""
        if self.words[i] in ("为圆心", "圆心") and self.is_points(subject):
            center = Noun("center", (), "the", 1, (), (("of", Noun("circle", (), "the")),), (), (i, i + 1))
            yield self._clause("be", subject, (("object", center),), start, i + 1), i + 1

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
