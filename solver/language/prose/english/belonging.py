"""What belongs to a noun: what it is of, and what else is said of it: `the midpoint of BC`, `the tangent to ω at A`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from solver.language.prose.chart import kept
from solver.language.prose.english.fitting import accepts, can_be_said, is_nearness
from solver.language.prose.english.having import OF_CIRCLES
from solver.language.prose.english.lexicon import ADVERBS, VERBS, NounWord
from solver.language.prose.english.modifiers import Modifiers
from solver.language.prose.english.sorts import has_center, is_direction, is_on_line, light_first, sort_of
from solver.language.prose.syntax import SELF, Clause, Many, Noun, Run, Said, Thing
from solver.language.prose.tokens import Kind

#: Roles of which a noun often has several: `the intersection of AB and the line through C`.
_TAKES_LISTS = frozenset(["of", "with", "between"])


#: Polygons that have a center.
_CENTERED = frozenset(
    ["square", "rectangle", "parallelogram", "rhombus", "polygon", "hexagon", "pentagon", "octagon", "heptagon"]
)


#: Prepositions that may follow a comma: `the arc BC of ω, not containing A`.
_AFTER_COMMA = {
    "line": ("drawn_from", "dropped_from"),
    "point": ("dropped_from", "drawn_from"),
    "arc": ("not_containing", "containing", "that_contains"),
}


#: Among the roles of a noun that are taken: that something was said of it, to which more may be joined by `and`.
_SAID = "said"
#: What circles have, of which a relative clause after it says nothing.
_OF_CIRCLES = frozenset(["diameter", "radius", "center"])


def _is_mixed(thing: Thing) -> bool:
    """`BC and the segments AC and BD`: what one perpendicular isn't drawn to."""
    return isinstance(thing, Many) and len({isinstance(item, Noun) for item in thing.items}) > 1


def _taken_with(role: str, thing: Thing) -> frozenset[str]:
    """The roles that are taken with one: the perpendicular of `the foot of the perpendicular to BC` tells where its foot is."""
    is_dropped = isinstance(thing, Noun) and thing.head == "perpendicular" and thing.role("to") is not None
    return frozenset((role, "to") if is_dropped else (role,))


class Belonging(Modifiers):
    """What belongs to a noun."""

    @kept
    def noun_rest(
        self, i: int, word: NounWord, taken: frozenset[str], named: bool
    ) -> Iterator[tuple[tuple[tuple[tuple[str, Thing], ...], tuple[Said, ...]], int]]:
        """What belongs to a noun, by its row in the lexicon, and what else is said of it."""
        j, flags = self.adverbs(i)
        if j > i and self.signs[j] == "," and self.words[j + 1] in word.prepositions and self.words[j - 1] in ADVERBS:
            j += 1  # `of A and C, respectively, onto BC`
        role = word.prepositions.get(self.words[j]) if self.words[j] else None
        if word.sort == "circle" and self.words[j] == "of" and self.words[j + 1] in OF_CIRCLES:
            role = None  # `a semicircle of diameter AB` is of no AB
        if word.sort == "angle" and role == "at" and self.kinds[j - 1] is Kind.RUN:
            role = None  # `touches the sides of angle PQR at P`
        of_angle = (
            word.head == "bisector" and "of" in taken and self.words[i - 2] != "triangle" and self.signs[i - 2] != "△"
        )
        if "again" in flags or (of_angle and role == "from"):
            role = None  # `meets the bisector of ∠A again at D`
        if "not" in flags:
            role = None  # `a foot not on BC`
        if word.head == "distance" and role == "from" and role in taken:
            role = "to"  # the distance of O from AD
        if role is not None and role not in taken:
            for thing, k in self.drawn_first(self.in_role(role, j + 1), word):
                # the tangents in B and C meet in P, the tangent in D to ω
                goes_on = word.head == "tangent" and (self.words[k] in VERBS or self.words[k] in ("to", "of"))
                if word.sort == "line" and self.words[j] == "in" and sort_of(thing) == "point" and not goes_on:
                    continue  # the circle with diameter AD meets it in K, L
                if not accepts(word.head, role, thing) or (not word.is_plural and role == "to" and _is_mixed(thing)):
                    continue
                for all_things, m in self.and_again(self.words[j], thing, k):
                    for (roles, mods), end in self.noun_rest(m, word, taken | _taken_with(role, thing), named):
                        yield ((((role, all_things), *roles), mods), end)
        if word.head == "distance" and self.words[j] == "between" and not taken:
            for roles_, end in self.distant(j + 1):
                yield (roles_, ()), end
        if "" in word.prepositions and not taken and self.kinds[j] is Kind.RUN:
            for thing, k in self.things(j):
                for (roles, mods), end in self.noun_rest(k, word, taken | {"of"}, named):
                    yield (((("of", thing), *roles), mods), end)
        if word.head == "foot" and self.words[i] == "the" and not taken and self.is_noun_at(i + 1):
            for thing, k in self.things(i):  # the feet (of) the altitudes
                for (roles, mods), end in self.noun_rest(k, word, taken | {"of"}, named):
                    yield ((("of", thing), *roles), mods), end
        is_unjoined = self.signs[i] == "△" or (self.signs[i] == "∠" and word.head == "bisector")
        if is_unjoined and "of" in word.prepositions and "of" not in taken:
            for thing, k in self.things(i):
                for (roles, mods), end in self.noun_rest(k, word, taken | {"of"}, named):
                    yield (((("of", thing), *roles), mods), end)
        yield from self.bracketed_role(j, word, taken, named)
        yield from self.role_after_comma(j, word, taken, named)
        for mod, k in self.mod_of(i, word, named):
            if not can_be_said(mod, word.sort) or (named and self.is_of_itself(i, mod)):
                continue
            if self.signs[i] == self.signs[k] == "," and self.words[k + 1] == "of":
                k += 1  # the common tangent, closer to P, of the circles
            told = taken | {_SAID} | ({"from"} if isinstance(mod, Clause) and mod.verb == "pass" else set())
            for (roles, mods), end in self.noun_rest(k, word, told, named):
                if not (word.is_plural and any(self.words[m.place[0]] == self.words[i] == "through" for m in mods)):
                    yield ((roles, (mod, *mods)), end)
        after = i + 1 if self.signs[i] == "," else i
        if self.words[after] in ("and", "but") and i > 0 and (not named or (_SAID in taken and self.signs[i] != ",")):
            for mod, k in self.mod(after + 1, word.sort, False):
                if not can_be_said(mod, word.sort):
                    continue
                for (roles, mods), end in self.noun_rest(k, word, taken, named):
                    yield ((roles, (mod, *mods)), end)
        after = i + 1 if self.signs[i] == "," else i
        if self.words[after] == "in_order" and word.sort == "point":
            yield ((), (Clause("ordered", (("subject", SELF),), frozenset(), (after, after + 1)),)), after + 1
        yield ((), ()), i

    def in_role(self, role: str, i: int) -> Iterator[tuple[Thing, int]]:
        yield from self.things(i) if role in _TAKES_LISTS else light_first(self.things(i))

    def drawn_first(self, readings: Iterable[tuple[Thing, int]], word: NounWord) -> Iterator[tuple[Thing, int]]:
        """Points that are said to be on a line last, where this is rather where a perpendicular from them ends:
        `the perpendicular from the point P on BC`, and not `from a point P on BC to AB`. A vertex isn't said to be there."""
        late = []
        for thing, k in readings:
            is_said = word.prepositions.get("on") == "to" and is_on_line(thing)
            if not is_said or (
                self.words[k] in ("to", "onto") and not (isinstance(thing, Noun) and thing.head == "vertex")
            ):
                yield thing, k
            elif not (isinstance(thing, Noun) and thing.head == "vertex"):
                late.append((thing, k))
        yield from late

    def is_of_itself(self, i: int, mod: Said) -> bool:
        """`(the line through the midpoint of AL) perpendicular to AL`, which AL isn't."""
        if not (
            isinstance(mod, Clause) and mod.verb in ("perpendicular", "parallel") and self.kinds[i - 1] is Kind.RUN
        ):
            return False
        other = mod.role("object")
        return isinstance(other, Run) and set(other.points) == set(self.tokens[i - 1].points)

    def role_after_comma(
        self, j: int, word: NounWord, taken: frozenset[str], named: bool
    ) -> Iterator[tuple[tuple[tuple[tuple[str, Thing], ...], tuple[Said, ...]], int]]:
        """`the arc BC, not containing A(, of the circle)`."""
        if self.signs[j] != "," or self.words[j + 1] not in _AFTER_COMMA.get(word.sort, ()):
            return
        role = word.prepositions.get(self.words[j + 1])
        for thing, k in self.things(j + 2) if role is not None and role not in taken else ():
            goes_on = self.signs[k] == "," and self.words[k + 1] == "of" and "of" not in taken
            for (roles, mods), end in self.noun_rest(k + goes_on, word, taken | {role}, named):
                yield (((role or "", thing), *roles), mods), end

    def distant(self, j: int) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        """`(the distance between) P and the line CD`."""
        for one, k in self.thing(j):
            for two, end in self.thing(k + 1) if self.words[k] == "and" else ():
                if {sort_of(one), sort_of(two)} == {"point", "other"}:
                    point, line = (one, two) if sort_of(one) == "point" else (two, one)
                    yield (("from", point), ("to", line)), end

    def and_again(self, preposition: str, thing: Thing, k: int) -> Iterator[tuple[Thing, int]]:
        """`(the areas of triangles ABE, CDE) and of the quadrilateral ABCD`."""
        m = k + 1 if self.signs[k] == "," else k
        if preposition in ("of", "to", "from") and self.words[m : m + 2] == ["and", preposition]:
            for more, end in self.things(m + 2):
                yield Many((thing, more), (k, end)), end
        yield thing, k

    def mod_of(self, i: int, word: NounWord, named: bool) -> Iterator[tuple[Said, int]]:
        """What is said of a noun; `the midpoint of BC in triangle ABC` needn't be inside, as `a point P in ABC` is."""
        if word.sort == "measure" or not self.agrees(i, word.is_plural):
            return
        before = pairwise(self.words[max(i - 8, 0) : i + 1])
        is_centered = word.head in _CENTERED or any(
            one in ("equilateral", "regular", "cyclic", "inscribed") and of not in ("circle", "circles")
            for one, of in before
        )
        for said, k in self.mod(i, word.sort, named):
            is_of_circle = self.words[i] in ("that", "which") or (isinstance(said, Clause) and said.verb == "meet")
            if named and word.head in _OF_CIRCLES and is_of_circle:
                continue  # `the circle with diameter AB that meets CD`, `… meeting CD`: the circle does
            if named and word.sort == "line" and self.is_end_of_line(i) and is_direction(said):
                continue  # `the line through the midpoint of segment BC which is perpendicular to AD`: the line is
            if is_nearness(said) and word.sort == "line" and not word.head.endswith("tangent"):
                continue  # `the intersection of CM and segment AB closer to C`: a point is, or one of two tangents
            if word.sort == "polygon" and not is_centered and has_center(said):
                continue  # `the incircle of triangle ABC with center I`: the incircle has it
            if isinstance(said, Clause) and said.verb == "meet" and said.role("object") is None and not word.is_plural:
                continue  # `chords of a circle meeting at E`: the chords do
            is_on = isinstance(said, Clause) and said.verb == "lie" and said.role("on") is not None
            if is_on and word.head in ("vertex", "endpoint") and not named:
                continue  # `a point different from the vertices on the side BC`: the point is on it
            if is_on and self.words[i] == "in" and word.head != "point":
                continue  # `the reflections of the circumcenter O in the sides BC, CA, AB`
            where = said.role("inside") if isinstance(said, Clause) and said.verb == "lie" else None
            if where is not None and self.words[i] == "in" and (word.head != "point" or self.is_on_line(i)):
                yield Clause("mention", (("subject", where),), frozenset(), (i, k)), k
            else:
                yield said, k

    def is_on_line(self, i: int) -> bool:
        """`(a point on) line BC` before `in triangle ABC`, which then isn't inside."""
        return i > 1 and self.kinds[i - 1] is Kind.RUN and len(self.tokens[i - 1].points) == 2

    def is_end_of_line(self, i: int) -> bool:
        """Whether a relative clause here comes after what a line is drawn through, as `the line through the midpoint of BC`."""
        begin = next((k for k in range(i - 1, max(i - 12, 0), -1) if self.words[k] == "through"), 0)
        return self.words[i] in ("that", "which") and "line" in self.words[max(begin - 4, 0) : begin]

    def bracketed_role(
        self, j: int, word: NounWord, taken: frozenset[str], named: bool
    ) -> Iterator[tuple[tuple[tuple[tuple[str, Thing], ...], tuple[Said, ...]], int]]:
        """`arc BC (not containing A)`."""
        at = j + 3 if self.words[j + 1 : j + 3] == ["the", "one"] else j + 1
        role = word.prepositions.get(self.words[at]) if word.sort == "arc" and self.words[at] else None
        if self.signs[j] != "(" or role is None or role in taken:
            return
        for thing, k in self.things(at + 1):
            if self.signs[k] == ")":
                for (roles, mods), end in self.noun_rest(k + 1, word, taken | {role}, named):
                    yield ((((role, thing), *roles), mods), end)

    def agrees(self, i: int, is_plural: bool) -> bool:
        """Whether a relative clause here can be of a noun in this number: in `the tangent of the circles that is nearer to M`
        it is the tangent."""
        j = i + 1 if self.signs[i] == "," else i
        if self.words[j] not in ("that", "which"):
            return True
        word = self.words[j + 1]
        verb = VERBS.get(word)
        if word in ("is", "has", "was", "does") or (verb is not None and verb.form == "s"):
            return not is_plural
        return not (word in ("are", "have", "were", "do") and not is_plural)
