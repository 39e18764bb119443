"""Paper that is folded and figures that are turned: `将矩形ABCD沿AC折叠，点B落在点E处`, `将△ABC绕点C旋转60°得到△DEC`."""

from __future__ import annotations

from collections.abc import Iterator

from solver.language.prose.chart import kept
from solver.language.prose.chinese.lexicon import ADVERBS, BE
from solver.language.prose.chinese.nouns import Nouns
from solver.language.prose.chinese.sorts import many
from solver.language.prose.syntax import AngleSize, Clause, Modified, Noun, Place, Relation, Run, Said, Thing, Together

_FOLDED = frozenset(["折叠", "翻折", "对折"])
_BETWEEN = frozenset(["使", "使得", "后", "若", "得", "得到"])


class Moved(Nouns):
    """The rules for what is moved."""

    @kept
    def moved(self, i: int) -> Iterator[tuple[Said, int]]:
        if self.words[i] == "沿":
            yield from self.folded(i)
        if self.words[i] not in ("将", "把"):
            return
        for thing, j in self.things(i + 1, False):
            seen = Clause("mention", (("subject", thing),), place=(i, j))
            for said, end in (*self.folded(j), *self.turned(j, thing)):
                yield Together((seen, said), (i, end)), end

    def folded(self, j: int) -> Iterator[tuple[Said, int]]:
        """`沿AC折叠，使点B落在点E处`: E is the reflection of B. `折叠，使点B与D重合，折痕为EF` says the line afterwards."""
        for axis, k in self.things(j + 1, False) if self.words[j] == "沿" else ():
            if self.words[k] in _FOLDED:
                for old, new, m in self.landed(self.past(k + 1, _BETWEEN | {","})):
                    yield self.mirrored(old, new, axis, (j, m)), m
        for old, new, k in self.landed(self.past(j + 1, _BETWEEN | {","})) if self.words[j] in _FOLDED else ():
            k = self.past(k, _BETWEEN | {","})
            for axis, m in self.things(self.past(k + 1, BE), False) if self.words[k] == "折痕" else ():
                yield self.mirrored(old, new, axis, (j, m)), m

    def landed(self, i: int) -> Iterator[tuple[Thing, Thing, int]]:
        """What is folded, and where it comes to lie: `点B落在点E处`, `点B的对应点为E`, `点B与点D重合`."""
        for old, j in self.things(i, False):
            k = self.past(j, ADVERBS)
            items = self.flat(old)
            if self.is_points(old) and len(items) == 2 and self.words[k] == "重合":
                yield items[0], items[1], k + 1
            is_called = self.words[j : j + 2] == ["的", "对应点"]
            is_met = self.words[j] in ("与", "和")
            k = self.past(j + 2, ADVERBS | {"为", "是"}) if is_called else k + 1
            if not self.is_points(old) or not (is_called or is_met or self.words[k - 1] in ("落在", "落到", "落")):
                continue
            for new, m in self.things(j + 1 if is_met else k, False):
                if self.is_points(new) and (self.words[self.past(m, ADVERBS)] == "重合" or not is_met):
                    end = self.past(m, ADVERBS) + 1 if is_met else m + 1 if self.words[m] == "处" else m
                    yield old, new, end

    def mirrored(self, old: Thing, new: Thing, axis: Thing, place: Place) -> Said:
        """The new points are the reflections of the old ones in the axis."""
        image = Noun("reflection", (), "the", len(self.flat(old)), (), (("of", old), ("in", axis)))
        names = many(tuple(t.thing if isinstance(t, Modified) else t for t in self.flat(new)))
        said: Said = Clause("be", (("subject", names), ("object", image)), place=place)
        if any(isinstance(t, Modified) for t in self.flat(new)):
            said = Together((said, Clause("mention", (("subject", new),), place=place)), place)
        return said

    def turned(self, j: int, thing: Thing) -> Iterator[tuple[Said, int]]:
        """`绕点C旋转60°得到△DEC`: congruent in the same sense, with C where it was; which way it is turned is left to the figure."""
        for center, k in self.things(j + 1, False) if self.words[j] == "绕" else ():
            k = self.past(k, frozenset(["按", "沿", "顺时针", "逆时针", "方向"]))
            if self.words[k] != "旋转" or not isinstance(center, Run):
                continue
            for angle, m in (*self.expression(k + 1), (None, k + 1)):
                end = self.past(m, _BETWEEN | {",", "到"})
                for image, n in self.things(end, False) if end > m else ():
                    old, new = _corners(thing), _corners(image)
                    if not old or len(old) != len(new) or not isinstance(image, Noun):
                        continue
                    said: list[Said] = [
                        Clause("congruent_directly", (("subject", thing), ("object", image)), place=(j, n))
                    ]
                    (o,) = center.points
                    fixed = [p for p, q in zip(old, new, strict=True) if p == q]
                    if fixed != [o]:
                        continue
                    p, q = next((p, q) for p, q in zip(old, new, strict=True) if p != q)
                    if angle is not None:
                        size = AngleSize((Run((p, o, q), center.place),), center.place)
                        said.append(Relation((size, angle), ("=",), (j, n)))
                    said.append(Clause("turned", (("subject", center),), place=center.place))
                    yield Together(tuple(said), (j, n)), n


def _corners(thing: Thing) -> tuple[str, ...]:
    names = thing.names if isinstance(thing, Noun) else (thing,)
    return names[0].points if len(names) == 1 and isinstance(names[0], Run) else ()
