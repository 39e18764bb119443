"""The nouns of English: what stands before a noun, and its names after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from solver.language.prose.chart import Readings, kept
from solver.language.prose.english.fitting import named_by_bases
from solver.language.prose.english.joints import FORMS_OF_BE, Joints
from solver.language.prose.english.lexicon import ADJECTIVES, ARTICLES, LONGEST_NOUN, NOUNS, NUMBERS, NounWord
from solver.language.prose.english.sorts import is_segment
from solver.language.prose.syntax import SELF, Clause, Many, Modified, Named, Noun, Run, Said, Thing
from solver.language.prose.tokens import Kind

#: Words before what somebody has.
_OWNING = frozenset(["has", "have", "having", "with"])


@dataclass(frozen=True)
class _BeforeNoun:
    """What stands between a noun's article and the noun."""

    count: int
    adjectives: tuple[str, ...]
    vertex: tuple[tuple[str, Thing], ...]


#: Words before a noun that say nothing, and those after `both of`.
_EMPTY_BEFORE_NOUN = frozenset(["respective", "so", "said", "above", "mentioned", "following"])


#: Numbers that don't count what comes after them: `∠A is twice angle B`.
_NO_COUNTS = frozenset(["one", "twice", "thrice", "double", "triple", "half"])


#: What stands before `(c)` where that is a circle, and no part of the question.
_BEFORE_CIRCLE = frozenset(
    ["to", "of", "on", "meets", "meet", "intersects", "cuts", "touches", "in", "inside", "outside", "and"]
)


_ARTICLES_AFTER_OF = frozenset(["the", "these", "its", "their"])


#: Nouns of which a triangle has one for each vertex, and no points have them as names.
_OF_VERTICES = frozenset(["excircle", "excenter", "mixtilinear", "symmedian", "altitude", "angle_bisector"])


#: Nouns that name one thing in the singular.
_COUNTED = frozenset(["point", "line", "circle", "triangle", "segment", "ray", "quadrilateral"])


_AFTER_POINT = frozenset(
    [
        "is",
        "are",
        "be",
        "on",
        "lies",
        "lie",
        "in",
        "and",
        "of",
        "to",
        "with",
        "such_that",
        "has",
        "inside",
        "outside",
        "respectively",
        "at",
    ]
)

#: Lines by how they run to another one.
_DIRECTED = frozenset(["parallel", "perpendicular"])


class Heads(Joints):
    """Nouns and their names, without what follows them."""

    #: The rules of the files that build on this one.
    noun_rest: Callable[..., Readings[tuple[tuple[tuple[str, Thing], ...], tuple[Said, ...]]]]
    things: Callable[..., Readings[Thing]]
    thing: Callable[..., Readings[Thing]]
    bare: Callable[..., Readings[Thing]]

    @kept
    def noun(self, i: int) -> Iterator[tuple[Noun, int]]:
        """`the second intersection P of ω and AB`, `an acute triangle ABC with AB < AC`, `circle (ABC)`, `△ABC`."""
        article, j = self.article(i)
        before, j = self.before_noun(j, article)
        yield from self.circle_sign(i, j, article, before.count, before.adjectives)
        yield from self.headless(i, j, article, before.adjectives)
        if article == "its" and self.words[j] == "circumference":
            article = "the"  # that of a circle is the circle itself
        for word, k in self.heads(j):
            for names, m in self.names_after(k, word):
                listed = sum(len(n.items) if isinstance(n, Many) else 1 for n in names)
                is_each = article == "all" and listed == 1  # all points P: what is said of P is said of one
                is_each |= article == "one" and word.head == "arc" and listed == 1  # one of the arcs AB
                if listed == 1 and word.is_plural and word.head != "angle" and not is_each:
                    continue
                is_one = word.head in _COUNTED or word.sort == "point"
                if listed > 1 and not word.is_plural and is_one and self.signs[k] != "△":
                    continue
                count = before.count or (0 if word.is_plural and not is_each else 1)
                if count > 1 and listed == 1 and not word.is_plural:
                    continue  # `2 angle ABC` is no angle
                if listed > 1 and self.words[k - 1] == "lines" and word.head in _DIRECTED and self.words[m] == "at":
                    yield Noun(word.head, before.adjectives, article, count, names, (), (), (i, m)), m
                    continue  # (EF meets) the parallel lines AB and CD at G and H
                taken = frozenset(r for r, _ in before.vertex)
                if self.words[m : m + 2] == ["obtained", "by"] and self.words[m + 2] in (
                    "reflecting",
                    "reflection",
                    "reflections",
                ):
                    for (roles, mods), end in self.reflecting(m + 2):
                        yield Noun("reflection", (), article, count, names, roles, mods, (i, end)), end
                for (roles, mods), end in self.noun_rest(m, word, taken, bool(names)):
                    roles = (*before.vertex, *roles)
                    if word.head == "foot" and not names and roles and not mods:  # the feet of altitudes D, E, F
                        late, after = self.points_listed(end)
                        for (_, said), last in (
                            self.noun_rest(after, word, frozenset(word.prepositions.values()), True) if late else ()
                        ):
                            yield Noun("foot", before.adjectives, article, count, late, roles, said, (i, last)), last
                    head = word.head
                    if "cyclic" in before.adjectives and self.words[end] == "in":
                        for circle, after in self.thing(end + 1):  # an inscribed quadrilateral ABCD in the circle ω
                            inside = Clause("inscribe", (("subject", SELF), ("object", circle)), place=(end, after))
                            adjectives = tuple(a for a in before.adjectives if a != "cyclic")
                            yield (
                                Noun(head, adjectives, article, count, names, roles, (*mods, inside), (i, after)),
                                after,
                            )
                    if roles and not (names or mods) and word.sort == "circle" and self.is_name_of(end):
                        names, end = (self.atom(end),), end + 1  # the circumcircle of ABC ω
                    if head == "circumcircle" and article == "a" and not roles and not _OWNING & set(self.words[:i]):
                        head = "circle"  # `a circumcircle (K)` of nothing
                    called = names or (named_by_bases(mods) if head == "trapezoid" and self.is_nameless(i) else ())
                    yield Noun(head, before.adjectives, article, count, called, roles, mods, (i, end)), end

    def is_name_of(self, k: int) -> bool:
        """Whether a name stands here that is that of the circle before it, which is one by what it is of: it isn't compared."""
        is_name = self.kinds[k] is Kind.NAME and self.tokens[k].is_math and not self.tokens[k].text[0].isascii()
        return is_name and not self.signs[k + 1]

    def is_nameless(self, i: int) -> bool:
        """Whether a noun here isn't said of something that was named: `Let ABCD be a trapezoid`, `ABCD, a trapezoid`."""
        return i == 0 or (bool(self.words[i - 1]) and self.words[i - 1] not in FORMS_OF_BE)

    def reflecting(self, i: int) -> Iterator[tuple[tuple[tuple[tuple[str, Thing], ...], tuple[Said, ...]], int]]:
        """`(obtained by) reflecting ℓ in BC`."""
        word = NOUNS[("reflection",)]
        j = i + 2 if self.words[i + 1] == "of" else i + 1
        for thing, k in self.things(j):
            for (roles, mods), end in self.noun_rest(k, word, frozenset(("of",)), False):
                yield ((("of", thing), *roles), mods), end

    def article(self, i: int) -> tuple[str, int]:
        """`the`, `a`, `its`, `both of the`, … and where it ends."""
        if self.kinds[i] is Kind.RUN and self.tokens[i].may_be_article and not self.is_vertex_of(i):
            return "a", i + 1
        if self.words[i] == "one" and self.words[i + 1] == "of":
            return "one", i + 3 if self.words[i + 2] in _ARTICLES_AFTER_OF else i + 2
        if self.words[i] not in ARTICLES:
            return "", i
        article, j = ARTICLES[self.words[i]], i + 1
        if article in ("both", "all", "each") or self.words[i] == "any":
            if self.words[j] == "of":
                j += 1
            if self.words[j] in _ARTICLES_AFTER_OF:
                j += 1
        return article, j

    def is_vertex_of(self, j: int) -> bool:
        """Whether a point stands before what belongs to a vertex, without a hyphen: `the B excircle`, and `A excircle`, not `an excircle`."""
        return self.kinds[j] is Kind.RUN and len(self.tokens[j].points) == 1 and self.words[j + 1] in _OF_VERTICES

    def before_noun(self, j: int, article: str) -> tuple[_BeforeNoun, int]:
        """Numbers, adjectives, and the vertex of `A-excircle`."""
        vertex: tuple[tuple[str, Thing], ...] = ()
        adjectives: list[str] = []
        count = 0
        while True:
            word = self.words[j]
            if (end := self.prefixes(j)) is not None:
                places = [k for k in range(j, end) if self.tokens[k].points]
                found = tuple(Run((p,), (k, k + 1)) for k in places for p in self.tokens[k].points)
                vertex, j = (("vertex", Many(found, (j, end))),), end - 1
            elif self.kinds[j] is Kind.PREFIX or self.is_vertex_of(j):
                vertex = (("vertex", Run(self.tokens[j].points, (j, j + 1))),)
            elif word in NUMBERS and word not in _NO_COUNTS and not self.is_noun_at(j):
                count = NUMBERS[word]
            elif self.kinds[j] is Kind.NUMBER and self.tokens[j].text in NUMBERS and self.is_noun_at(j + 1):
                count = NUMBERS[self.tokens[j].text]  # the $4$ points A, B, C, D
            elif self.signs[j] == "(" and self.signs[j + 2] == ")" and self.words[j + 1] in ADJECTIVES:
                adjectives += [a for a in (ADJECTIVES[self.words[j + 1]],) if a != "any"]  # the (internal) bisector
                j += 2
            elif word in ADJECTIVES and not self.is_noun_at(j) and (article or word != "outside"):
                if ADJECTIVES[word] != "any":
                    adjectives.append(ADJECTIVES[word])
            elif not (self.joins_adjectives(j, bool(adjectives or article)) or word in _EMPTY_BEFORE_NOUN):
                return _BeforeNoun(count, tuple(adjectives), vertex), j
            j += 1

    def prefixes(self, j: int) -> int | None:
        """The end of `A/B/C-`, `A, B, C-`, `A-, B- and C-`, before a noun."""
        k, count = j, 0
        while self.kinds[k] in (Kind.RUN, Kind.PREFIX) and len(self.tokens[k].points) == 1:
            count += 1
            last, k = k, k + 1
            while self.signs[k] in ("/", ",", "-") or self.words[k] == "and":
                k += 1
        return last + 1 if count > 1 and self.kinds[last] is Kind.PREFIX and self.words[last + 1] else None

    def joins_adjectives(self, j: int, begun: bool) -> bool:
        return begun and (
            (self.words[j] == "and" or self.signs[j] == ",")
            and self.words[j + 1] in ADJECTIVES
            and self.words[j - 1] in ADJECTIVES
        )

    def headless(self, i: int, j: int, article: str, adjectives: tuple[str, ...]) -> Iterator[tuple[Noun, int]]:
        """`an acute-angled ABC`, `the BC`: the noun is left out."""
        if article == "the" and self.words[j] == "one" and {"minor", "major"} & set(adjectives):  # the smaller one
            yield Noun("circle", adjectives, article, 1, (), (), (), (i, j + 1)), j + 1
        if not (adjectives or article in ("a", "the")) or self.kinds[j] is not Kind.RUN:
            return
        p = self.tokens[j].points
        head = {2: "segment", 3: "triangle", 4: "quadrilateral"}.get(len(p), "polygon")
        if len(p) < 2 or not (adjectives or len(p) == 2):
            return
        names = (Run(p, (j, j + 1)),)
        for (roles, mods), end in self.noun_rest(j + 1, NOUNS[(head,)], frozenset(), True):
            if head == "segment":
                yield Noun("line", (), "the", 1, names, roles, mods, (i, end)), end
            else:
                yield Noun(head, adjectives, article, 1, names, roles, mods, (i, end)), end

    def is_noun_at(self, j: int) -> bool:
        """Whether a word that may be an adjective is the noun itself here, or begins it: `the perpendicular from A`."""
        for length in range(LONGEST_NOUN, 0, -1):
            noun = NOUNS.get(tuple(self.words[j : j + length]))
            if noun is not None:
                if length > 1:
                    return True
                follows = j + length
                if self.words[j] in ADJECTIVES:
                    later = NOUNS.get((self.words[follows],)) or any(
                        tuple(self.words[follows : follows + n]) in NOUNS for n in (1, 2, 3)
                    )
                    return not later
                return True
        return False

    def heads(self, j: int) -> Iterator[tuple[NounWord, int]]:
        if self.signs[j] == "△":
            yield NOUNS[("triangle",)], j + 1
        if self.signs[j] == "▱":
            yield NOUNS[("parallelogram",)], j + 1
        if self.signs[j] == "⌒":
            yield NOUNS[("arc",)], j + 1
        for length in range(LONGEST_NOUN, 0, -1):
            words = tuple(self.words[j : j + length])
            if "" in words:
                continue
            noun = NOUNS.get(words)
            if noun is not None:
                k = j + length
                if (
                    words == ("base",)
                    and {"altitude", "perpendicular"} & set(self.words[k + 1 : k + 3])
                    and self.words[k] == "of"
                ):
                    yield NOUNS[("foot",)], k  # the base of the altitude from A
                if words == ("circumference",) and self.words[k] == "of":  # the circumference of triangle ABC
                    yield NOUNS[("circumcircle",)], k
                if noun.head == "triangle" and self.signs[k] == "△":
                    k += 1
                if noun.head == "arc" and self.signs[k] == "⌒":
                    k += 1
                yield noun, k

    def circle_sign(
        self, i: int, j: int, article: str, count: int, adjectives: tuple[str, ...]
    ) -> Iterator[tuple[Noun, int]]:
        """⊙O, ⊙(ABC), (ABC), (O)."""
        k = j + 1 if self.signs[j] == "⊙" else j
        if k == j and (article or adjectives):
            return
        names, end = self.parenthesized(k)
        if names is None and k > j and self.kinds[k] in (Kind.RUN, Kind.NAME):
            names, end = self.atom(k), k + 1
        if names is not None and (
            k > j
            or (
                isinstance(names, Run)
                and (len(names.points) == 3 or len(names.points) == 1)
                and self.is_circle_place(i)
            )
            or (isinstance(names, Named) and self.tokens[k].is_math and self.words[i - 1] in _BEFORE_CIRCLE)
        ):
            noun = Noun("circle", adjectives, article, count or 1, (names,), (), (), (i, end))
            yield noun, end

    def is_circle_place(self, i: int) -> bool:
        return True

    def parenthesized(self, k: int) -> tuple[Thing | None, int]:
        if self.signs[k] == "(" and self.kinds[k + 1] in (Kind.RUN, Kind.NAME):
            if self.signs[k + 2] == ")":
                return self.atom(k + 1), k + 3
            points: list[str] = []
            m = k + 1
            while self.kinds[m] is Kind.RUN:
                points += self.tokens[m].points
                m += 1
                if self.signs[m] == ")" and (m == k + 2 or (len(points) > 2 and len(self.tokens[m - 1].points) == 1)):
                    return Run(tuple(points), (k, m + 1)), m + 1
                if self.signs[m] == ",":
                    m += 1
        return None, k

    def in_brackets(self, k: int) -> Iterator[tuple[Noun, int]]:
        """[BC] and (BC), a segment with its ends or without."""
        is_bracketed = (self.signs[k], self.signs[k + 2]) in (("(", ")"), ("[", "]")) and self.kinds[k + 1] is Kind.RUN
        if is_bracketed and len(self.tokens[k + 1].points) == 2:
            yield Noun("segment", (), "the", 1, (self.atom(k + 1),), (), (), (k, k + 3)), k + 3

    def atom(self, k: int) -> Thing:
        token = self.tokens[k]
        return Run(token.points, (k, k + 1)) if token.kind is Kind.RUN else Named(token.text, (k, k + 1))

    @kept
    def names_after(self, k: int, word: NounWord) -> Iterator[tuple[tuple[Thing, ...], int]]:
        """The names right after a noun: `points D, E and F`, `circle (ABC)`, `triangle △ABC`; or none."""
        names, end = self.parenthesized(k)
        if names is not None and word.sort == "circle":
            yield from self.more_names((names,), end, word)
            return
        if word.sort == "line" and (bracketed := list(self.in_brackets(k))):  # the segment [AB]
            for segment, end in bracketed:
                yield from self.more_bracketed(segment.names, end)
            return
        if self.signs[k] == "⊙" and word.sort == "circle":
            names, end = self.parenthesized(k + 1)
            if names is None and self.kinds[k + 1] in (Kind.RUN, Kind.NAME):
                names, end = self.atom(k + 1), k + 2
            if names is not None:
                yield from self.more_names((names,), end, word)
                return
        if word.head == "angle" and self.signs[k] == "∠":
            k += 1
        if self.signs[k] == "|" and self.kinds[k + 1] is Kind.RUN and self.signs[k + 2] == "|" and word.sort == "line":
            yield (self.atom(k + 1),), k + 3
        if "" in word.prepositions or word.sort == "region":
            yield (), k  # `point diametrically opposite to A` is no point A; `(on BD and) inside ABCD` is a place
            return
        if word.sort == "point" and word.is_plural:
            yield from ((n, e) for n, e in self.placed_names(k) if len(n) > 1)
        if self.kinds[k] in (Kind.RUN, Kind.NAME) and not (
            self.kinds[k] is Kind.RUN and self.tokens[k].may_be_article and self.words[k + 1] not in _AFTER_POINT
        ):
            yield from self.more_names((self.atom(k),), k + 1, word)
        if self.signs[k] == "," and self.kinds[k + 1] in (Kind.RUN, Kind.NAME) and word.is_plural:
            for names_, end in self.more_names((self.atom(k + 1),), k + 2, word):
                if self.signs[end] == ",":
                    yield names_, end + 1
        if word.head == "angle" and self.kinds[k] is Kind.RUN:
            return  # `angle B` is never `an angle`, and B something else
        yield (), k

    def more_bracketed(self, names: tuple[Thing, ...], k: int) -> Iterator[tuple[tuple[Thing, ...], int]]:
        """`(the segments [AB]) and [AC]`: the longest list first."""
        m = k + 1 if self.signs[k] == "," else k
        m = m + 1 if self.words[m] == "and" else m
        for segment, end in self.in_brackets(m) if m > k else ():
            yield from self.more_bracketed((*names, *segment.names), end)
        yield names, k

    def placed_names(self, k: int) -> Iterator[tuple[tuple[Thing, ...], int]]:
        """`(the points) B_1 on CA and C_1, C_2 on AB`."""
        names, j = self.points_listed(k)
        if names and self.words[j] in ("on", "in"):
            for thing, m in self.thing(j + 1):
                if self.words[j] == "in" and not (is_segment(thing) or isinstance(thing, Named)):
                    continue
                clause = Clause("lie", (("subject", SELF), ("on", thing)), frozenset(), (j, m))
                one = Modified(names[0] if len(names) == 1 else Many(names, (k, j)), (clause,), (k, m))
                for n in self.joints(m):
                    for rest, end in self.placed_names(n):
                        yield (one, *rest), end
                yield (one,), m

    def points_listed(self, k: int) -> tuple[tuple[Thing, ...], int]:
        """Points by their names, `E, F and G`, and where the list ends."""
        if self.kinds[k] is not Kind.RUN or len(self.tokens[k].points) != 1:
            return (), k
        j = k + 1
        m = j + 1 if self.signs[j] == "," else j
        m = m + 1 if self.words[m] == "and" else m
        more, end = self.points_listed(m) if m > j else ((), j)
        return (self.atom(k), *more), end if more else j

    def more_names(self, names: tuple[Thing, ...], k: int, word: NounWord) -> Iterator[tuple[tuple[Thing, ...], int]]:
        if self.signs[k] == "≠" and word.sort == "point":
            for other, end in self.bare(k + 1):
                mod = Clause("different", (("subject", SELF), ("object", other)), frozenset(), (k, end))
                modified = Modified(names[-1], (mod,), (k - 1, end))
                yield from self.more_names((*names[:-1], modified), end, word)
        m = k
        if self.signs[m] in (",", ";"):
            m += 1
        if self.words[m] == "and":
            m += 1
        if not word.is_plural and self.words[m - 1] != "and" and self.signs[m + 1] in ("=", "<", ">"):
            m = k  # `with hypotenuse AB, AC = 12`: that is another segment
        if m > k and not (self.words[k - 2] == "and" and len(names) > 1 and self.signs[k] == ","):
            if (self.signs[m], word.sort) in (("△", "polygon"), ("⌒", "arc")):
                m += 1
            if (
                self.words[m] in ("point", "triangle", "line")
                and self.kinds[m + 1] is Kind.RUN
                and self.words[m] == word.head
            ):
                m += 1
            further, end = self.parenthesized(m)
            if further is not None and word.sort == "circle":
                yield from self.more_names((*names, further), end, word)
            elif self.signs[m] == "⊙" and word.sort == "circle":
                further, end = self.parenthesized(m + 1)
                if further is None and self.kinds[m + 1] in (Kind.RUN, Kind.NAME):
                    further, end = self.atom(m + 1), m + 2
                if further is not None:
                    yield from self.more_names((*names, further), end, word)
            elif self.like_name(m, names[-1], word.sort):
                if self.kinds[m] in (Kind.RUN, Kind.NAME) and not self.tokens[m].may_be_article:
                    yield from self.more_names((*names, self.atom(m)), m + 1, word)
        yield names, k

    def like_name(self, m: int, last: Thing, sort: str) -> bool:
        """Whether a further name in a list is of the same kind: after `segment BC, D` comes another clause."""
        kind = self.kinds[m]
        if kind is Kind.NAME:
            return isinstance(last, Named) or sort in ("line", "circle")
        if kind is not Kind.RUN:
            return False
        count = len(self.tokens[m].points)
        if isinstance(last, Named):
            return (sort == "circle" and count != 2) or (sort == "line" and count == 2)
        if isinstance(last, Modified):
            last = last.thing
        if not isinstance(last, Run):
            return False
        if sort == "line":
            return count == 2
        return count == len(last.points) or (sort in ("arc", "angle") and 1 < count < 4 < len(last.points) + 3)
