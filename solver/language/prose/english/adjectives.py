"""What a thing is said to be: `is parallel to BC`, `are congruent`, `is 60°`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from solver.language.prose.chart import Readings, kept
from solver.language.prose.english.expressions import Expressions
from solver.language.prose.english.joints import SIMILARLY
from solver.language.prose.english.lexicon import ADJECTIVES, LONGEST_PREDICATE, NUMBERS, PREDICATES, VERBS, VerbWord
from solver.language.prose.english.said import HOW, flagged, negated
from solver.language.prose.english.sorts import is_of_relations, is_said_apart, light_first, sort_of
from solver.language.prose.syntax import (
    SELF,
    Clause,
    Likewise,
    Many,
    Modified,
    Named,
    Noun,
    Number,
    Operation,
    Pronoun,
    Run,
    Said,
    Thing,
    Together,
    Whether,
)
from solver.language.prose.tokens import Kind

_SUPERLATIVES = {word: said for word, said in ADJECTIVES.items() if said in ("greatest", "least")}


def _sharing_object(first: Said, rest: Said) -> Said:
    """`(AB is) parallel and equal to CD`: what the last adjective is to, the first one is, too."""
    last = rest.clauses[0] if isinstance(rest, Together) else rest
    if isinstance(first, Clause) and isinstance(last, Clause) and first.verb in _TO_SOMETHING:
        thing = last.role("object")
        if len(first.roles) == 1 and thing is not None and last.verb in _TO_SOMETHING:
            return replace(first, roles=(*first.roles, ("object", thing)))
    return first


#: Signs that make an equation or an inequality.
COMPARING = frozenset(["=", "≠", "<", ">", "<=", ">="])

#: What is said of a thing and another one.
_TO_SOMETHING = frozenset(
    ("parallel", "perpendicular", "equal", "touch", "touch_inside", "touch_outside", "similar", "congruent")
)


#: `half as long as`.
_TIMES = {"half": "1/2", "twice": "2", "thrice": "3"}
#: How far something may be said to be from something else.
_FAR = Number | Operation | Named
#: `6 longer than`.
_DIFFERENCES = {
    **dict.fromkeys(["longer", "more", "greater", "larger", "bigger", "taller"], "+"),
    **dict.fromkeys(["shorter", "less", "smaller"], "-"),
}
_SIZES = frozenset(["long", "large", "big", "great", "much"])


class Adjectives(Expressions):
    """What follows `is`."""

    #: The rules of the files that build on this one.
    after: Callable[[int, str, tuple[tuple[str, Thing], ...]], Iterator[tuple[tuple[tuple[str, Thing], ...], int]]]
    drawn_to: Callable[[int], Iterator[tuple[int, Clause]]]
    participle: Callable[..., Readings[Said]]
    to_meet: Callable[[int], Iterator[tuple[tuple[tuple[str, Thing], ...], int]]]

    @kept
    def copula(self, i: int) -> Iterator[tuple[Said, int]]:
        """What follows `is`."""
        word = self.words[i]
        if word == "either":
            i += 1
        yield from self.adjectives(i)
        yield from self.neither(i)
        for said, j in self.place_of(i):
            if self.words[j] == "in_order":  # are on a circle in this order
                yield flagged(said, frozenset(("ordered",))), j + 1
            yield said, j
        yield from self.trisecting(i)
        yield from chain(self.as_long_as(i), self.longer_by(i), self.away(i))
        for ratio, j in self.in_ratio(i):
            yield Clause("in_ratio", (("subject", SELF), ("ratio", ratio)), frozenset(), (i, j)), j
        verb = VERBS.get(word)
        yield from self.superlative(i)
        yield from ((said, k) for k, said in self.drawn_to(i))
        if word in ("denoted", "called", "named", "labeled"):
            j = i + 2 if self.words[i + 1] in ("by", "as", "with") else i + 1
            for name, k in self.things(j):
                yield Clause("called", (("subject", SELF), ("object", name)), frozenset(), (i, k)), k
        elif (word in SIMILARLY and self.words[i + 1] in ("defined", "constructed", "obtained", "chosen")) or (
            word in ("defined", "constructed", "obtained", "chosen")
            and self.words[i + 1] in SIMILARLY | {"accordingly"}
        ):
            yield Likewise((SELF,), (i, i + 2)), i + 2
        elif (
            word in ("defined", "chosen", "given", "determined")
            and self.words[i + 1] == "by"
            and (end := self.conditions_at(i + 2))
        ):
            yield from self.clauses(end)
        elif word in ("defined",):
            yield from self.copula(i + 2 if self.words[i + 1] in ("as", "by") else i + 1)
        elif word == "used":
            pass
        elif verb is not None and verb.form == "ed":
            passive = {"touch": "touched", "meet": "met", "join": "joined", "bisect": "bisected", "extend": "extended", "form": "formed",
                       "reflect": "reflected", "project": "projected", "divide": "divided", "center": "center"}  # fmt: skip
            passive_name = passive.get(verb.verb, verb.verb)
            for roles, k in self.to_meet(i + 1) if verb.verb == "extend" else ():
                yield Clause("meet", (("subject", SELF), *roles), frozenset(("prolonged",)), (i, k)), k
            j, flags = self.adverbs(i + 1)
            for roles, k in self.after_passive(j, verb):
                placed = Clause(passive_name, (("subject", SELF), *roles), flags, (i, k))
                if verb.verb == "place" and self.words[k] == "other_than":
                    for other, end in self.adjective(k):  # is chosen other than A
                        yield Together((placed, other), (i, end)), end
                after = k + 1 if self.signs[k] == "," else k
                if verb.verb == "place" and roles and self.words[after] in ("on", "inside"):
                    for where, end in self.place_of(after):  # on the circumcircle, on the arc BC
                        yield Together((placed, where), (i, end)), end
                if verb.verb == "place" and self.words[k] in ("same_side", "opposite_sides", "opposite_side_of"):
                    for where, end in self.place_of(k):
                        yield (Together((placed, where), (i, end)) if roles else where), end
                for said, end in self.with_things(k) if verb.verb == "place" and self.words[k] == "with" else ():
                    if is_of_relations(said) or (
                        roles and is_said_apart(said)
                    ):  # are chosen on AB with CP and CQ meeting ω again at X and Y
                        yield Together((placed, said), (i, end)), end
                yield from self.drawn_further(placed, k)
                yield placed, k
        for said, j in self.such_that(i):
            yield said, j
        for thing, j in self.things(i):
            if not isinstance(thing, Many) or len({isinstance(item, Noun) for item in thing.items}) == 1:
                end = j + 1 if self.words[j] == "in_order" else j  # let their centers be P, Q, R in that order
                yield Clause("be", (("subject", SELF), ("object", thing)), frozenset(), (i, end)), end
        for thing, j in self.expression(i):
            yield Clause("be", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j
        yield from self.relation(i)  # `the sides of ABC are AB = 5, …`
        for many, j in self.numbers(i):
            yield Clause("be", (("subject", SELF), ("object", many)), frozenset(), (i, j)), j

    def drawn_further(self, placed: Clause, k: int) -> Iterator[tuple[Said, int]]:
        """`(a line is drawn through E) parallel to AB, meeting BC at F`, `to meet BC at F`."""
        if placed.verb == "place" and len(placed.roles) > 1:
            for more, end in self.told_of_drawn(k):
                yield Together((placed, *more), (placed.place[0], end)), end

    def told_of_drawn(self, k: int) -> Iterator[tuple[tuple[Said, ...], int]]:
        begin = k + 1 if self.signs[k] == "," else k
        if self.words[begin] in ("parallel", "perpendicular"):
            for said, end in self.adjective(begin):
                for further, last in self.told_of_drawn(end):
                    yield (said, *further), last
                yield (said,), end
        for roles, end in self.to_meet(begin):
            yield (Clause("meet", (("subject", SELF), *roles), frozenset(), (k, end)),), end
        verb = VERBS.get(self.words[begin])
        if verb is not None and verb.form == "ing" and verb.verb == "meet":
            for said, end in self.participle(begin):
                yield (said,), end

    def neither(self, i: int) -> Iterator[tuple[Said, int]]:
        """`neither B nor C`, `neither a rhombus nor a kite`."""
        for first, j in self.thing(i + 1) if self.words[i] == "neither" else ():
            for second, k in self.thing(j + 1) if self.words[j] == "nor" else ():
                both = Many((first, second), (i + 1, k))
                if sort_of(first) == sort_of(second) == "point":
                    yield Clause("different", (("subject", SELF), ("object", both)), frozenset(), (i, k)), k
                    continue
                roles = ((("subject", SELF), ("object", thing)) for thing in both.items)
                yield Together(tuple(Clause("be", r, frozenset(("not",)), (i, k)) for r in roles), (i, k)), k

    def conditions_at(self, i: int) -> int:
        """Where conditions begin after `the following conditions:`; 0 where this isn't said."""
        words = [w for w in self.words[i : i + 3] if w not in ("the", "following")]
        j = i + 3 - len(words)
        if words[:1] in (["conditions"], ["relations"], ["equalities"], ["properties"]):
            return j + 2 if self.signs[j + 1] == ":" else j + 1
        return 0

    def longer_by(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(AB is) 6 longer than CD`, `20° more than ∠B`."""
        for by, j in self.factor(i):
            sign = _DIFFERENCES.get(self.words[j], "") if isinstance(by, _FAR) else ""
            for thing, k in self.expression(j + 2) if sign and self.words[j + 1] == "than" else ():
                wanted = Operation(sign, (thing, by), (i, k))
                yield Clause("equal", (("subject", SELF), ("object", wanted)), frozenset(), (i, k)), k
        if self.words[i] in _DIFFERENCES and self.words[i + 1] == "than":
            yield from self.by_so_much(i, i + 2, _DIFFERENCES[self.words[i]])

    def by_so_much(self, i: int, j: int, sign: str) -> Iterator[tuple[Said, int]]:
        """`(AB exceeds) CD by 6`, `(AB is longer than) CD by 6`."""
        for thing, k in self.expression(j):
            for by, end in self.factor(k + 1) if self.words[k] == "by" else ():
                wanted = Operation(sign, (thing, by), (i, end))
                yield Clause("equal", (("subject", SELF), ("object", wanted)), frozenset(), (i, end)), end

    def away(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(AB is) 6 from the center`, `at a distance of 6 from O`, `5 away from BC`."""
        words = self.words[i : i + 4]
        begin = (
            i + 4 if words == ["at", "a", "distance", "of"] else i + 3 if words[:3] == ["at", "a", "distance"] else i
        )
        for far, j in self.factor(begin):
            j = j + 1 if self.words[j] == "away" else j
            for thing, k in self.things(j + 1) if self.words[j] == "from" and isinstance(far, _FAR) else ():
                distance = Noun("distance", (), "the", 1, (), (("from", SELF), ("to", thing)), (), (i, k))
                yield Clause("be", (("subject", distance), ("object", far)), frozenset(), (i, k)), k

    def numbers(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`15, 18, and 10`."""
        items: list[Thing] = []
        j = i
        while (
            self.kinds[j] in (Kind.NUMBER, Kind.NAME)
            or self.signs[j] == "√"
            or (
                self.signs[j] == "(" and (self.kinds[j + 1] is Kind.NUMBER or self.signs[j + 1] in ("(", "√"))
            )  # ½, √3/2
            or self.is_indexed(i, j)
            or self.is_capital_of(i, j)
        ):
            found = next(iter(self.expression(j)), None)
            if found is None:
                return
            items.append(found[0])
            j = found[1]
            if len(items) > 1:
                yield Many(tuple(items), (i, j)), j
            j = j + 1 if self.signs[j] == "," else j
            j = j + 1 if self.words[j] == "and" else j

    def trisecting(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(D and E are) the trisection points of BC`, `points of trisection of BC`."""
        j = i + 1 if self.words[i] == "the" else i
        if self.words[j : j + 3] == ["trisection", "points", "of"]:
            j += 3
        elif self.words[j : j + 4] == ["points", "of", "trisection", "of"]:
            j += 4
        else:
            return
        for thing, k in self.things(j):
            yield Clause("trisect", (("subject", SELF), ("object", thing)), frozenset(), (i, k)), k

    def is_capital_of(self, i: int, j: int) -> bool:
        """Whether r and R are two numbers here."""
        beside = {t.text for t in self.tokens[max(i, j - 2) : j + 3] if t.kind is Kind.NAME}
        token = self.tokens[j] if j < self.size else None
        return token is not None and token.kind is Kind.RUN and len(token.points) == 1 and token.text.lower() in beside

    def is_indexed(self, i: int, j: int) -> bool:
        """Whether names differ in their indices only, as numbers do: `radii R_1 and R_2`."""
        first, name = self.tokens[i : i + 1], self.tokens[j : j + 1]
        return bool(
            name and name[0].kind is first[0].kind is Kind.RUN and len(name[0].points) == len(first[0].points) == 1
            and "_" in name[0].points[0] and name[0].points[0][0] == first[0].points[0][0]
        )  # fmt: skip

    def as_long_as(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(AD is) half as long as BE`, `twice as large as ∠B`, `three times as long as BC`."""
        word = self.words[i]
        factors: list[tuple[Thing, int]] = []
        if word == "as":  # as long as AB
            factors = [(Number("1"), i)]
        elif word in _TIMES:
            factors = [(Number(_TIMES[word]), i + 1)]
        elif word in NUMBERS and self.words[i + 1] == "times":
            factors = [(Number(str(NUMBERS[word])), i + 2)]
        elif not word:
            factors = [(value, j + 1) for value, j in self.factor(i) if self.words[j] == "times"]
        for factor, j in factors:
            if self.words[j] != "as" or self.words[j + 1] not in _SIZES or self.words[j + 2] != "as":
                continue
            for thing, k in self.expression(j + 3):
                wanted = thing if word == "as" else Operation("*", (factor, thing), (i, k))
                yield Clause("equal", (("subject", SELF), ("object", wanted)), frozenset(), (i, k)), k

    def superlative(self, i: int) -> Iterator[tuple[Said, int]]:
        """`the longest side of triangle ABC`, `its greatest angle`."""
        begin = i + 1 if self.words[i] in ("the", "its") else i
        verb = _SUPERLATIVES.get(self.words[begin])
        if verb is not None and not self.words[begin + 1]:  # ∠A is the largest
            yield Clause(verb, (("subject", SELF),), frozenset(), (i, begin + 1)), begin + 1
        if verb is None or begin == i or self.words[i + 2] not in ("side", "angle"):
            return
        if self.words[i + 3] in ("of", "in"):
            for thing, j in self.thing(i + 4):
                yield Clause(verb, (("subject", SELF), ("of", thing)), frozenset(), (i, j)), j
        yield Clause(verb, (("subject", SELF),), frozenset(), (i, i + 3)), i + 3

    def after_passive(self, i: int, verb: VerbWord) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        if self.words[i] == "by":
            for thing, j in self.things(i + 1):
                yield from self.after(j, verb.verb, (("by", thing),))
        any_roles = False
        for roles, j in self.after(i, verb.verb, ()):
            any_roles = True
            yield roles, j
        if not any_roles or verb.verb == "place":
            yield (), i

    @kept
    def adjectives(self, i: int) -> Iterator[tuple[Said, int]]:
        """Several, joined by `and`: `equal and not parallel`."""
        for first, j in self.adjective(i):
            m = j + 1 if self.signs[j] == "," and self.words[j + 1] in ("and", "but") else j
            if self.words[m] in ("and", "but"):
                for rest, k in self.adjectives(m + 1):
                    yield Together((_sharing_object(first, rest), rest), (i, k)), k
            for rest, k in self.adjectives(j + 1) if self.words[j] == "or" else ():
                yield Whether((_sharing_object(first, rest), rest), (i, k)), k
            if self.signs[j] == "," and self.words[j + 1]:  # tangent to ω, tangent to Ω, and perpendicular to AB
                for rest, k in self.adjectives(j + 1):
                    if "and" in self.words[j:k]:
                        yield Together((first, rest), (i, k)), k
            yield first, j

    @kept
    def adjective(self, i: int) -> Iterator[tuple[Said, int]]:
        """`parallel to BC`, `tangent to ω at T`, `collinear`."""
        i, flags = self.adverbs(i)
        for length in range(min(LONGEST_PREDICATE, self.size - i), 0, -1):
            word = PREDICATES.get(tuple(self.words[i : i + length]))
            if word is None and length == 1 and self.words[i] == "other_than":
                word = PREDICATES[("different",)]
                word = replace(word, prepositions={**word.prepositions, "": "object"})
            if word is None:
                continue
            verb = word.verb
            if verb == "touch" and "inside" in flags:
                verb = "touch_inside"
            if verb == "touch" and "outside" in flags:
                verb = "touch_outside"
            after, told = self.adverbs(i + length)
            flags |= told & HOW  # tangent internally to ω
            for roles, j in self.adjective_roles(after if told & HOW else i + length, word, ()):
                j, _ = self.adverbs(j) if roles else (j, flags)
                said = Clause(verb, (("subject", SELF), *roles), flags | self.paired(i, j), (i, j))
                if verb in ("collinear", "concyclic") and self.words[j] == "in_order":
                    yield replace(said, flags=said.flags | {"ordered"}, place=(i, j + 1)), j + 1
                if verb.startswith("touch"):
                    for rest, k in self.touched_as_well(j, replace(word, verb=verb), flags):
                        yield Together((said, *rest), (i, k)), k
                if verb.startswith("shape_") and self.words[j] == "with":
                    for more, k in self.with_things(j):
                        if is_of_relations(more):  # isosceles with AB = AC
                            yield Together((said, more), (i, k)), k
                yield (negated(said) if "not" in flags else said), j

    def touched_as_well(
        self, j: int, word: VerbWord, flags: frozenset[str]
    ) -> Iterator[tuple[tuple[Clause, ...], int]]:
        """`(tangent to AB at K), to AC at L(, and to Ω at T)`."""
        for m in self.joints(j):
            for roles, k in self.adjective_roles(m, word, ()) if self.words[m] == "to" else self.touched_at(m):
                if roles:
                    said = Clause(word.verb, (("subject", SELF), *roles), flags, (m, k))
                    for rest, end in self.touched_as_well(k, word, flags):
                        yield (said, *rest), end
                    yield (said,), k

    def touched_at(self, m: int) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        """`(tangent to AB at K and) AC at L`."""
        for thing, k in self.thing(m):
            for at, end in self.thing(k + 1) if self.words[k] == "at" else ():
                is_named = not isinstance(thing, Noun) or bool(thing.article or thing.names)
                if is_named and sort_of(thing) == "other" and sort_of(at) == "point":
                    yield (("object", thing), ("at", at)), end

    def is_end_of(self, i: int, thing: Thing | None) -> bool:
        """`(perpendicular to AB at) B`."""
        return isinstance(thing, Run) and self.kinds[i] is Kind.RUN and set(self.tokens[i].points) <= set(thing.points)

    def adjective_roles(
        self, i: int, word: VerbWord, roles: tuple[tuple[str, Thing], ...]
    ) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        taken = {name for name, _ in roles}
        if word.verb == "touch" and roles and "how" not in taken and self.words[i]:
            after, told = self.adverbs(i)
            for flag in sorted(told & HOW):  # tangent to ω internally at T
                yield from self.adjective_roles(after, word, (*roles, ("how", Pronoun(flag))))
            if told & HOW:
                return
        role = word.prepositions.get(self.words[i]) if self.words[i] else None
        if role == "at" and word.verb == "perpendicular" and not self.is_end_of(i + 1, dict(roles).get("object")):
            yield roles, i  # AC meets the line through D perpendicular to AB at P: they meet at P
        if role == "object" and self.signs[i + 1] == ",":
            if self.words[i + 2] == "and":  # perpendicular to, and equal to, CD
                yield roles, i + 1
            i += 1
        if role is not None and role not in taken:
            if (self.words[i + 1] == "each" and self.words[i + 2] == "other") or self.words[i + 1 : i + 3] == [
                "one",
                "another",
            ]:
                yield from self.adjective_roles(i + 3, word, (*roles, (role, Pronoun("each_other"))))
            else:
                for thing, j in (
                    self.expression(i + 1)
                    if word.verb in ("equal", "greater", "less")
                    else light_first(self.things(i + 1))
                ):
                    if self.words[i] == "with" and (isinstance(thing, Modified) or self.signs[j] in COMPARING):
                        continue  # `A, B, C are collinear with A ≠ B`
                    if role == "than" and self.words[j] in ("is", "are", "does", "do"):  # closer to ℓ than N is
                        yield from self.adjective_roles(j + 1, word, (*roles, (role, thing)))
                    yield from self.adjective_roles(j, word, (*roles, (role, thing)))
        elif "" in word.prepositions and not roles:
            for thing, j in self.expression(i) if word.verb in ("at_most", "at_least") else self.things(i):
                yield from self.adjective_roles(j, word, (*roles, ("object", thing)))
        yield roles, i
