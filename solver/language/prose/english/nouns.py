"""The noun phrases of English, and lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.language.prose.chart import kept
from solver.language.prose.english.belonging import Belonging
from solver.language.prose.english.fitting import centers_of_one, fits, is_named_again, is_told_twice, lengths
from solver.language.prose.english.joints import BEYOND, OPERATORS
from solver.language.prose.english.lexicon import NOUNS, VERBS, NounWord
from solver.language.prose.english.sorts import (
    KINDS,
    ROLE_OF,
    is_bare,
    is_circle,
    is_directed,
    is_drawn,
    is_polygon,
    is_several,
    sort_of,
)
from solver.language.prose.syntax import (
    AngleSize,
    Clause,
    Many,
    Modified,
    Named,
    Noun,
    Pronoun,
    Run,
    Said,
    Thing,
)
from solver.language.prose.tokens import Kind

#: What may be said of `that of P`, which is an image or a foot.
_ROLES_OF_THAT = {
    **dict.fromkeys(["in", "about", "across", "over", "with_respect_to"], "in"), **dict.fromkeys(["onto", "on", "to"], "to"),
    "from": "from", "not_containing": "without", "containing": "containing", "opposite": "vertex",
}  # fmt: skip

_PRONOUNS = frozenset(["it", "they", "them", "itself", "this", "these", "those", "both", "each"])

#: Words for one of several things that need no noun after `the`, and what they stand for.
_WITHOUT_NOUN = {
    "other": "other", "first": "first", "former": "first", "second": "second", "latter": "second", "third": "third",
}  # fmt: skip
#: What may follow `the other` where no noun does.
_AFTER_OTHER = frozenset(["", "in", "at", "on", "is", "and", "again", "externally", "internally"])

_PRODUCED = frozenset(["extended", "produced", "prolonged"])
_SEGMENT_NOUNS = frozenset(["side", "segment", "chord", "diagonal", "base", "line"])
_CROSSINGS = frozenset(["point", "points", "intersection", "intersections"])


class Nouns(Belonging):
    """Things, and lists of them."""

    @kept
    def owned(self, i: int) -> Iterator[tuple[tuple[Thing, ...], int]]:
        """A list of whatever kinds: `orthocenter H and circumcircle Ω`."""
        for first, j in self.thing(i):
            for k in self.joints(j):
                for rest, end in self.owned(k):
                    yield (first, *rest), end
            yield (first,), j

    @kept
    def things(self, i: int) -> Iterator[tuple[Thing, int]]:
        """A list, or one thing; long ones first."""
        begin = i + 1 if self.words[i] == "the" else i
        if self.words[begin] in _CROSSINGS and self.kinds[begin + 1] is Kind.RUN and self.signs[begin + 2] == "∩":
            yield from self.things(begin + 1)  # the points AB ∩ CD and BC ∩ DA
        for noun, j in self.noun(i) if self.words[i] == "all" else ():
            if noun.names and noun.count == 1:  # all points X
                yield noun, j
        if self.words[i] in ("both", "either", "all", "each") and self.words[i + 1] != "of":
            if self.words[i + 1] != "other":
                for thing, j in self.things(i + 1):
                    if isinstance(thing, Noun) and not thing.article and KINDS.get(thing.head) == "circle":
                        yield replace(thing, article="all", place=(i, j)), j  # all three circles: no new ones
                    else:
                        yield thing, j
        yield from self.each_arc(i)
        for first, j in self.thing(i):
            k = j
            if self.signs[k] in (",", ";"):
                k += 1
            if self.words[k] in ("and", "or", "nor"):
                k += 1
            if self.words[k] == "also":
                k += 1
            later: list[tuple[Thing, int]] = []
            for many, end in self.joined(i, j, k, first) if k > j else ():
                if self.ends_elsewhere(many, j, end):
                    later.append((many, end))
                else:
                    yield many, end
            yield from self.of_one_noun(first, i, j)
            yield first, j
            yield from later

    def ends_elsewhere(self, many: Thing, j: int, end: int) -> bool:
        """Whether a list rather ends before its last thing: `(the altitudes from) A and B, and the point C (are collinear)`."""
        if not (isinstance(many, Many) and len(many.items) > 2 and self.words[j] == "and"):
            return False
        *names, last = many.items
        is_new = isinstance(last, Noun) and bool(last.names) and self.words[last.place[0] - 1] == "and"
        return is_new and all(isinstance(item, Run | Named) for item in names)

    def joined(self, i: int, j: int, k: int, first: Thing) -> Iterator[tuple[Thing, int]]:
        """A list that begins with a thing; i, j, k: where it begins and ends, and where the next one begins."""
        for rest, end in self.things(k):
            inner = rest.thing if isinstance(rest, Modified) and isinstance(rest.thing, Many) else rest
            items = inner.items if isinstance(inner, Many) else (inner,)
            if self.is_no_list(i, j, k, first, inner, items) or {sort_of(first), sort_of(items[0])} == {
                "point",
                "other",
            }:
                continue
            if self.signs[j] == "," and self.words[k - 1] == "and" and self._are_subjects(inner, end):
                continue
            if k == j + 1 and isinstance(first, Noun) and isinstance(rest, Run) and self.signs[end] in OPERATORS:
                continue  # `(for all X on) segment BC, AX = …`
            if rest is not inner and isinstance(rest, Modified):  # D, E, F, distinct from A
                if isinstance(first, Run):
                    yield Modified(Many((first, *items), (i, end)), rest.mods, (i, end)), end
                continue
            chosen = self.words[k - 1] in ("or", "nor") or (isinstance(rest, Many) and rest.is_choice)
            last = items[-1]
            if isinstance(first, AngleSize) and isinstance(last, Modified):  # ∠B and ∠C of triangle ABC
                many = Many((first, *items[:-1], last.thing), (i, end), chosen)
                yield Modified(many, last.mods, (i, end)), end
            if isinstance(last, Modified) and self.both_differ(first, rest):
                yield Modified(Many((first, last.thing), (i, end)), last.mods, (i, end)), end
                continue
            yield Many(centers_of_one((first, *items)), (i, end), chosen), end

    def is_no_list(self, i: int, j: int, k: int, first: Thing, rest: Thing, items: Sequence[Thing]) -> bool:
        """Whether what follows a thing and a comma or `and` is no further one."""
        listed = self.words[k - 1] in ("and", "or", "nor", "also")
        if not (listed or isinstance(rest, Many) or (is_bare(first) and is_bare(rest))):
            return True
        if not listed and lengths(first, items[0]):
            return True
        if isinstance(first, Noun) and isinstance(items[0], Modified) and isinstance(items[0].thing, Run):
            return True
        if self.signs[j] == "," and self.words[k - 1] == "and" and is_drawn(items[0]):
            return True  # `D is on BC, and lines through D parallel to AC …`
        if self.is_of_segment(i, j, first, rest):
            return True  # `the perpendicular bisector of AD, and the line CD`
        if is_told_twice(first, items):
            return True  # `D ≠ A and D ≠ C, and K (be the midpoint of …)`
        if is_named_again(first, items[0]):
            return True  # `D and E such that DH = HE and D, H, E (are collinear)`
        if is_directed(items[0]):
            return True  # `tangent to AB, tangent to BC`: this is said of the same thing
        return is_polygon(first) and isinstance(items[0], Run) and len(items[0].points) == 2

    def both_differ(self, first: Thing, last: Thing) -> bool:
        """Whether two points, by their names, are said to be distinct from others: `E and F distinct from A, B, C`."""
        if not (isinstance(last, Modified) and isinstance(last.thing, Run) and len(last.mods) == 1):
            return False
        said = last.mods[0]
        is_in_words = (
            isinstance(said, Clause) and said.verb == "different" and self.words[said.place[0]] == "other_than"
        )
        return is_in_words and isinstance(first, Run) and len(first.points) == 1

    def is_of_segment(self, i: int, j: int, first: Thing, rest: Thing) -> bool:
        """Whether a segment ends what it is of before `, and`, where another line comes by its noun."""
        is_segment = isinstance(first, Run) and len(first.points) == 2 and self.words[i - 1] == "of"
        is_line = isinstance(rest, Noun) and KINDS.get(rest.head) == "line" and rest.article == "the"
        return is_segment and is_line and self.signs[j] == "," and self.words[j + 1] == "and"

    def each_arc(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`the arcs AB (not containing C) and AC (not containing B)`: each with what it doesn't contain."""
        article, j = self.article(i)
        before, j = self.before_noun(j, article)
        if self.words[j] != "arcs":
            return
        word, found, k = NOUNS[("arc",)], list[Noun](), j + 1
        while self.kinds[k] is Kind.RUN:
            bracketed = next(iter(self.bracketed_role(k + 1, word, frozenset(), True)), None)
            if bracketed is None:
                return
            (roles, mods), end = bracketed
            names = (Run(self.tokens[k].points, (k, k + 1)),)
            found.append(Noun("arc", before.adjectives, "the", 1, names, roles, mods, (k, end)))
            k = end + 1 if self.signs[end] == "," else end
            k = k + 1 if self.words[k] == "and" else k
        if len(found) > 1:
            yield Many(tuple(found), (i, end)), end

    def _are_subjects(self, rest: Thing, end: int) -> bool:
        """Whether what follows `, and` is of what comes then: `(the altitude from X, and) P, Q are the feet …`."""
        if self.signs[end] == "," and self.kinds[end + 1] is Kind.RUN:
            return is_bare(rest) and self.words[end + 2] in ("are", "be")
        return isinstance(rest, Many) and self.words[end] in ("are", "be")

    def of_one_noun(self, first: Thing, i: int, j: int) -> Iterator[tuple[Thing, int]]:
        """`the tangents to Γ at C and to Ω at D`: two things by one noun, which is said once."""
        if not isinstance(first, Noun) or first.count == 1:
            return
        k = j + 1 if self.signs[j] == "," else j
        word = next((word for word in NOUNS.values() if word.head == first.head and word.is_plural), None)
        if word is None:
            return
        for others, end in self.of_others(first, j, word):  # the projections of A to BC, B to CA and C to AB
            if len(first.names) in (0, len(others) + 1):
                both = zip((first, *others), first.names or ((),) * (len(others) + 1), strict=True)
                yield Many(tuple(_single(noun, name) for noun, name in both), (i, end)), end
        if self.words[k] != "and" or len(first.names) not in (0, 2):
            return
        if self.words[k + 1] not in (*word.prepositions, "through"):
            return
        for (roles, mods), end in self.noun_rest(k + 1, word, frozenset(), False):
            is_alike = {role for role, _ in roles} == {role for role, _ in first.roles}
            if is_alike and [self._begins(m) for m in mods] == [self._begins(m) for m in first.mods]:
                second = replace(first, roles=roles, mods=mods, place=(k + 1, end))
                both = zip((first, second), first.names or ((), ()), strict=True)
                yield Many(tuple(_single(noun, name) for noun, name in both), (i, end)), end

    def of_others(self, first: Noun, j: int, word: NounWord) -> Iterator[tuple[tuple[Noun, ...], int]]:
        """`(the perpendiculars from A to BC), B to CA and C to AB`: what a noun that is said once is of or from each time."""
        k = j + 1 if self.signs[j] == "," else j
        k = k + 1 if self.words[k] == "and" else k
        if k == j or self.kinds[k] is not Kind.RUN or self.words[k + 1] not in word.prepositions:
            return
        for second, end in self.of_another(first, k, word):
            for others, last in self.of_others(first, end, word):
                yield (second, *others), last
            yield (second,), end

    def of_another(self, first: Noun, j: int, word: NounWord) -> Iterator[tuple[Noun, int]]:
        """What a noun that was said once is of or from the next time, without this word."""
        started = (
            first.roles[:1] and first.roles[0][0] in ("of", "from", "through") and isinstance(first.roles[0][1], Run)
        )
        role = first.roles[0][0] if started else ""
        for (roles, mods), end in self.noun_rest(j + 1, word, frozenset((role,)), False) if started else ():
            if {role, *(name for name, _ in roles)} == {name for name, _ in first.roles} and not mods:
                start = (role, Run(self.tokens[j].points, (j, j + 1)))
                yield replace(first, roles=(start, *roles), place=(j, end)), end

    @kept
    def thing(self, i: int) -> Iterator[tuple[Thing, int]]:
        for one, j in self.bare(i):
            for owned, k in self.possessed(one, i, j):
                yield owned, k
                yield from self.named_after(owned, i, k)
            yield one, j
            for mods, k in self.name_mods(j) if self.agrees(j, is_several(one)) else ():
                if fits(one, mods):
                    yield Modified(one, mods, (i, k)), k
            yield from self.named_after(one, i, j)

    def named_after(self, noun: Thing, i: int, j: int) -> Iterator[tuple[Thing, int]]:
        """`the triangle's circumcenter, O, (meets …)`: what it is called is put in."""
        if (
            not isinstance(noun, Noun)
            or noun.names
            or not noun.roles
            or self.signs[j] != ","
            or self.signs[j + 2] != ","
        ):
            return
        is_point = self.kinds[j + 1] is Kind.RUN and len(self.tokens[j + 1].points) == 1
        is_name = is_point if KINDS.get(noun.head) == "point" else self.kinds[j + 1] is Kind.NAME
        if is_name and self.words[j + 3] not in ("and", "or") and self.kinds[j + 3] is not self.kinds[j + 1]:
            yield replace(noun, names=(self.atom(j + 1),), place=(i, j + 3)), j + 3

    def _begins(self, said: Said) -> str:
        return self.words[said.place[0]]

    def possessed(self, owner: Thing, i: int, j: int) -> Iterator[tuple[Thing, int]]:
        if self.signs[j] == "'s":
            for noun, k in self.noun(j + 1):
                if self.tokens[j + 1].kind is not Kind.RUN:
                    role = ROLE_OF[noun.head]
                    yield replace(noun, roles=((role, owner), *noun.roles), article="the", place=(i, k)), k

    @kept
    def bare(self, i: int) -> Iterator[tuple[Thing, int]]:
        """A thing without what is said of it after its name."""
        word, kind = self.words[i], self.kinds[i]
        if self.words[i - 1] == "on" and (beyond := list(self.side_produced(i))):
            yield from beyond
            return
        yield from self.circumference_of(i)
        yield from self.noun(i)
        if word == "the" and self.signs[i + 1] == "∠":
            yield from self.bare(i + 1)
        if self.signs[i] == "[":
            yield from self.in_brackets(i)  # the side [BC]
        if kind is Kind.RUN:
            token = self.tokens[i]
            run = Run(token.points, (i, i + 1))
            if self.signs[i + 1] == "∩":
                yield from self.crossing(i, run, i + 1)
            if len(run.points) == 2 and self.words[i + 1] in _PRODUCED:
                yield from self.produced(i, run)
            elif len(run.points) == 2 and token.has_bar and self.is_place_of_points(i):
                yield Noun("segment", (), "the", 1, (run,), (), (), (i, i + 1)), i + 1
            yield run, i + 1
        elif kind is Kind.NAME:
            named = Named(self.tokens[i].text, (i, i + 1))
            if self.signs[i + 1] == "°":  # ∠ABC = n°
                yield named, i + 2
            if self.signs[i + 1] == "∩":
                yield from self.crossing(i, named, i + 1)
            yield named, i + 1
        elif self.signs[i] == "∠":
            for angle, j in self.angle_size(i):
                if self.words[j] in ("of", "in"):  # ∠B of triangle ABC
                    for of, k in self.thing(j + 1):
                        if (isinstance(of, Run) and len(of.points) > 2) or (
                            isinstance(of, Noun) and KINDS.get(of.head) == "polygon" and of.names
                        ):
                            mention = Clause("mention", (("subject", of),), frozenset(), (j, k))
                            yield Modified(angle, (mention,), (i, k)), k
                yield angle, j
        elif word == "one" and self.words[i + 1 : i + 3] == ["of", "them"]:
            yield Pronoun("one", (i, i + 3)), i + 3
        elif word in ("that", "those", "one", "ones") and self.words[i + 1] == "of":
            for thing, j in self.things(i + 2):
                role = _ROLES_OF_THAT.get(self.words[j], "")
                for other, k in self.thing(j + 1) if role else ():  # that of P about A
                    yield Noun("that", article="the", roles=(("of", thing), (role, other)), place=(i, k)), k
                yield Noun("that", article="the", roles=(("of", thing),), place=(i, j)), j
        elif (start := self.like_noun_from(i)) > i:
            for thing, j in self.things(start + 1):  # the altitude from A and the one from B, that at B
                for end_, k in self.things(j + 1) if self.words[j] in ("to", "onto", "on") else ():
                    roles = ((self.words[start], thing), ("to", end_))
                    yield Noun("that", article="the", roles=roles, place=(i, k)), k
                yield Noun("that", article="the", roles=((self.words[start], thing),), place=(i, j)), j
        elif word in _PRONOUNS or (word == "the" and self.words[i + 1] in _WITHOUT_NOUN):
            yield from self.pronoun(i)
        elif self.signs[i] == "|" and self.kinds[i + 1] is Kind.RUN and self.signs[i + 2] == "|":
            yield Run(self.tokens[i + 1].points, (i, i + 3)), i + 3
        elif self.signs[i] == "(":
            for many, j in self.things(i + 1):
                if self.signs[j] == ")" and isinstance(many, Many) and sort_of(many) == "other":
                    yield many, j + 1

    def is_place_of_points(self, i: int) -> bool:
        """Whether `on` stands before a run, or before the list of runs that it is in: `on \\overline{AB} and \\overline{BC}`."""
        while self.words[i - 1] == "and" or self.signs[i - 1] == "," or (i and self.tokens[i - 1].has_bar):
            i -= 1
        return i > 0 and self.words[i - 1] == "on"

    def produced(self, i: int, run: Run) -> Iterator[tuple[Thing, int]]:
        """`AB produced beyond B`, `(on) AB produced`, which is beyond B as well."""
        tips = self.thing(i + 3) if self.words[i + 2] in BEYOND else ()
        for tip, j in tips:
            yield Noun("extension", (), "the", 1, (), (("of", run), ("beyond", tip)), (), (i, j)), j
        if not tips and self.words[i - 1] == "on":
            tip = Run(run.points[1:], run.place)
            yield Noun("extension", (), "the", 1, (), (("of", run), ("beyond", tip)), (), (i, i + 2)), i + 2
        if not tips and "and" in (self.words[i - 1], self.words[i + 2]):
            yield run, i + 2  # AB produced and DC produced meet at E

    def circumference_of(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`the circumference of ω` is ω."""
        if self.words[i : i + 3] == ["the", "circumference", "of"]:
            yield from ((thing, j) for thing, j in self.bare(i + 3) if is_circle(thing))

    def side_produced(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`(on) the side AD produced of a parallelogram ABCD`: beyond D."""
        j = i + 1 if self.words[i] == "the" else i
        if self.words[j] not in _SEGMENT_NOUNS or self.kinds[j + 1] is not Kind.RUN:
            return
        run = Run(self.tokens[j + 1].points, (j + 1, j + 2))
        if len(run.points) != 2 or self.words[j + 2] not in _PRODUCED or self.words[j + 3] in BEYOND:
            return
        roles: tuple[tuple[str, Thing], ...] = (("of", run), ("beyond", Run(run.points[1:], run.place)))
        for of, k in self.thing(j + 4) if self.words[j + 3] == "of" else ():
            seen = Clause("mention", (("subject", of),), frozenset(), (j + 3, k))
            yield Noun("extension", (), "the", 1, (), roles, (seen,), (i, k)), k
        yield Noun("extension", (), "the", 1, (), roles, (), (i, j + 3)), j + 3

    def pronoun(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`it`, `these`, `each (of them)`, `the other (one)`."""
        word, after = self.words[i], self.words[i + 1]
        verb = VERBS.get(after)
        if word == "the":
            end = i + 3 if self.words[i + 2] == "one" else i + 2
            following = VERBS.get(self.words[end])
            is_subject = following is not None and following.form in ("s", "ed", "base")
            if self.kinds[end] is not Kind.RUN and (self.words[end] in _AFTER_OTHER or is_subject):
                yield Pronoun(_WITHOUT_NOUN[after], (i, end)), end
        elif word == "each":
            if after == "of" and self.words[i + 2] in ("them", "these", "which"):
                yield Pronoun("each", (i, i + 3)), i + 3
            elif after in ("is", "has") or (verb is not None and verb.form == "s"):
                yield Pronoun("each", (i, i + 1)), i + 1
        else:
            is_one = word in ("it", "itself", "this")
            yield Pronoun("it" if is_one else "they", (i, i + 1)), i + 1

    def crossing(self, i: int, first: Thing, j: int) -> Iterator[tuple[Thing, int]]:
        for second, k in self.bare(j + 1):
            yield Noun("intersection", (), "the", 1, (), (("of", Many((first, second))),), (), (i, k)), k

    @kept
    def angle_size(self, i: int) -> Iterator[tuple[Thing, int]]:
        """∠ABC, ∠A, ∠(AB, CD)."""
        if self.signs[i] != "∠":
            return
        if self.kinds[i + 1] is Kind.RUN:
            yield AngleSize((Run(self.tokens[i + 1].points, (i + 1, i + 2)),), (i, i + 2)), i + 2
        elif self.signs[i + 1] == "(":
            for lines, j in self.things(i + 2):
                if self.signs[j] == ")":
                    yield AngleSize((lines,), (i, j + 1)), j + 1


def _single(noun: Noun, name: Thing | tuple[()]) -> Noun:
    return replace(noun, count=1, names=(name,) if name else ())
