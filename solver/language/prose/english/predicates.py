"""What is said of a subject, which is SELF here: verbs, and what may follow each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from solver.language.prose.chart import kept
from solver.language.prose.english.adjectives import Adjectives
from solver.language.prose.english.joints import FORMS_OF_BE
from solver.language.prose.english.lexicon import ALONE, VERBS, VerbWord
from solver.language.prose.english.said import HOW, about, flagged, negated
from solver.language.prose.english.sorts import is_of_relations, is_said_apart, is_straight, sort_of
from solver.language.prose.syntax import (
    SELF,
    Clause,
    Many,
    Named,
    Noun,
    Number,
    Operation,
    Place,
    Pronoun,
    Run,
    Said,
    Thing,
    Together,
    Whether,
)

#: Nouns whose value is said after them: `area 30`.
_MEASURED = frozenset(
    [
        "area",
        "perimeter",
        "semiperimeter",
        "circumradius",
        "inradius",
        "radius",
        "diameter",
        "side",
        "side_length",
        "length",
        "hypotenuse",
        "leg",
        "base",
        "diagonal",
        "altitude",
    ]
)


#: Those of them of which a capital after them is a point: `the feet of altitudes D, E, F`, and not `radius R`.
_LINES = frozenset(["side", "hypotenuse", "leg", "base", "diagonal", "altitude"])


_SEGMENTS = frozenset(["segments", "parts", "pieces"])
#: Verbs of what nothing straight can be around, or within.
_AROUND = frozenset(["inscribe", "circumscribe"])
VERB_FRAMES = {v.verb: v for v in reversed(VERBS.values())}


class Predicates(Adjectives):
    """What is said of a subject."""

    def about(self, subject: Thing, said: Said, place: Place) -> Said:
        return about(subject, said, place)

    def predicate_at(self, i: int) -> Iterator[tuple[Said, int]]:
        """A predicate after adverbs: `internally touches ω`."""
        j, flags = self.adverbs(i)
        for said, k in self.predicate(j):
            yield (
                (
                    negated(said)
                    if "not" in flags
                    else flagged(said, flags & (HOW | {"ordered", "prolonged", "extended"}))
                ),
                k,
            )

    @kept
    def predicate(self, i: int) -> Iterator[tuple[Said, int]]:
        """Verb phrases, joined by `and`."""
        for first, j in self.verb_phrase(i):
            k = j
            if self.signs[k] == ",":
                k += 1
            if self.words[k] in ("and", "but", "or"):
                for rest, end in self.predicate_at(k + 1):
                    both = (first, rest)
                    yield (Whether(both, (i, end)) if self.words[k] == "or" else Together(both, (i, end))), end
            elif k > j and self.words[k] not in ("such_that", "determine"):
                for rest, end in (*self.predicate(k), *self.participle(k)):
                    yield Together((first, rest), (i, end)), end
            yield first, j
        yield from self.unjoined(i)

    def unjoined(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(ω) is the incircle of ABC touches BC at D`: a verb that nothing joins to what the subject is."""
        for first, j in self.verb_phrase(i) if self.words[i] in ("is", "are") else ():
            verb = VERBS.get(self.words[j])
            is_noun = isinstance(first, Clause) and first.verb == "be" and isinstance(first.role("object"), Noun)
            for rest, end in self.predicate(j) if is_noun and verb is not None and verb.form == "s" else ():
                yield Together((first, rest), (i, end)), end

    @kept
    def verb_phrase(self, i: int) -> Iterator[tuple[Said, int]]:
        word = self.words[i]
        if word in ("can", "may") and self.words[i + 1] != "not":
            return  # what may be so isn't given
        if word in ("do", "does", "did", "will", "can", "must", "may") or word == "doesn't":
            negative = word == "doesn't" or self.words[i + 1] == "not"
            for said, j in self.verb_phrase(i + 2 if self.words[i + 1] == "not" else self.adverbs(i + 1)[0]):
                yield (negated(said) if negative else said), j
            return
        if word in FORMS_OF_BE:
            if self.words[i + 1] in ("extended", "produced"):
                yield from self.copula(i + 1)
            j, flags = self.adverbs(i + 1)
            for said, k in self.copula(j):
                yield flagged(negated(said) if "not" in flags else said, flags - {"not"}), k
            if word != "lies":
                return
        if word in ("has", "have", "having"):
            yield from self.having(i + 1)
        if word in ("denotes", "denote"):
            for thing, j in self.things(i + 1):
                yield Clause("be", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j
        if word == "such_that":
            yield from self.such_that(i)
        verb = VERBS.get(word)
        if verb is not None and verb.verb == "divide":
            yield from self.dividing(i)
        is_request = verb is not None and verb.verb == "place" and verb.form == "base"  # and choose a point K on AB
        if verb is not None and not is_request and (verb.form != "ing" or verb.verb == "lie"):
            yield from self.with_verb(i, verb)

    def into_segments(self, i: int, thing: Thing, j: int) -> Iterator[tuple[Said, int]]:
        """`(the altitude divides AB) into segments of lengths AD = 4 and DB = 9`."""
        k = j + 2 if self.words[j + 2] in _SEGMENTS else j + 1
        if self.words[j] != "into" or self.words[k] not in _SEGMENTS:
            return
        k = k + 2 if self.words[k + 1] in ("of", "with") else k + 1
        k = k + 1 if self.words[k] in ("length", "lengths") else k
        for parts, end in self.numbers(k):
            roles = (("subject", SELF), ("object", thing), ("value", parts))
            yield Clause("divide_into", roles, frozenset(), (i, end)), end
        for said, end in self.clauses(k):
            if is_of_relations(said):
                divided = Clause("divide_into", (("subject", SELF), ("object", thing)), frozenset(), (i, j))
                yield Together((divided, said), (i, end)), end

    def dividing(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(E and F) divide AC into three equal parts`."""
        for thing, j in self.things(i + 1):
            if self.words[j] == "into" and self.words[j + 1] in ("two", "three") and self.words[j + 2] == "arcs":
                on = (("subject", SELF), ("on", thing))
                yield Clause("lie", on, frozenset(), (i, j + 3)), j + 3
            yield from self.into_segments(i, thing, j)
            at = j + 2 if self.words[j + 1] in ("the", "a") else j + 1
            for said, k in self.relation(at + 1) if self.words[j] == "in" and self.words[at] == "ratio" else ():
                divided = Clause("divide_into", (("subject", SELF), ("object", thing)), frozenset(), (i, j))
                yield Together((divided, said), (i, k)), k  # in the ratio BD : DC = 1 : 2
            for ratio, k in self.in_ratio(j):
                roles = (("subject", SELF), ("object", thing), ("ratio", ratio))
                yield Clause("divide_in_ratio", roles, frozenset(), (i, k)), k
            name = {"two": "bisect", "three": "trisect"}.get(self.words[j + 1], "") if self.words[j] == "into" else ""
            if name and self.words[j + 2] == "equal" and self.words[j + 3] in ("parts", "segments", "pieces"):
                yield Clause(name, (("subject", SELF), ("object", thing)), frozenset(), (i, j + 4)), j + 4

    def measured(self, i: int) -> Iterator[tuple[Said, int]]:
        """What somebody has: `area 30`, `a radius of 5`, `side length a`."""
        _, j = self.article(i)
        for word, k in self.heads(j):
            if word.head not in _MEASURED:
                continue
            if self.words[k] in ("of", "equal_to"):
                k += 2 if self.words[k + 1] in ("length", "lengths") else 1
            elif self.words[k : k + 2] == ["equal", "to"]:
                k += 2
            several = list(self.numbers(k))[::-1]
            for value, m in (*several, *self.expression(k)) if word.is_plural else (*self.expression(k), *several):
                is_capital = isinstance(value, Run) and len(value.points) == 1 and word.head not in _LINES
                if not isinstance(value, Number | Operation | Named | Many) and not is_capital:
                    continue
                noun = Noun(word.head, article="its", count=0 if word.is_plural else 1, place=(i, k))
                said = Clause("have", (("subject", SELF), ("object", noun), ("value", value)), frozenset(), (i, m))
                if self.words[m] == "and":
                    for more, end in self.measured(m + 1):
                        yield Together((said, more), (i, end)), end
                yield said, m

    def unequal_lengths(self, i: int) -> int:
        """The end of `(pairwise) different (side) lengths`; 0 where it is no such thing."""
        j = self.adverbs(i)[0]
        k = j + 2 if self.words[j + 1] == "side" else j + 1
        is_said = self.words[j] in ("different", "distinct", "unequal") and self.words[k] in ("length", "lengths")
        return k + 1 if is_said else 0

    def crossing_sides(self, i: int) -> int:
        """The end of `no parallel sides`, `(pairwise) non-parallel sides`; 0 where it is no such thing."""
        j = self.adverbs(i)[0]
        if self.words[i : i + 3] == ["no", "parallel", "sides"]:
            return i + 3
        return j + 2 if self.words[j] in ("non-parallel", "nonparallel") and self.words[j + 1] == "sides" else 0

    @kept
    def having(self, i: int) -> Iterator[tuple[Said, int]]:
        """`triangle ABC has incenter I`; `the circles have a common point`."""
        if self.words[i] == "equal" and not self.is_noun_at(i + 1):  # have equal length
            yield Clause("equal", (("subject", SELF),), frozenset(), (i, i + 1)), i + 1
        for noun, j in self.noun(i) if self.words[i] == "no" else ():  # the circles have no common point
            yield Clause("have", (("subject", SELF), ("object", noun)), frozenset(("not",)), (i, j)), j
        for verb, end in (("unequal_sides", self.unequal_lengths(i)), ("crossing_sides", self.crossing_sides(i))):
            if end:
                yield Clause(verb, (("subject", SELF),), frozenset(), (i, end)), end
        for noun, j in self.noun(i) if self.words[i] == "the" and self.words[i + 1] == "same" else ():
            for other, k in self.thing(j + 1) if self.words[j] == "as" else ():  # has the same centroid as ABC
                both = (("subject", Many((SELF, other), (i, k))), ("object", noun))
                yield Clause("have", both, frozenset(), (i, k)), k
        yield from self.measured(i)
        yield from self.with_things(i - 1)
        yield from self.relation(i) if self.words[i : i + 2] != ["sides", "of"] else ()
        for owned, j in self.owned(i):
            thing = Many(owned, (i, j)) if len(owned) > 1 else owned[0]
            if isinstance(thing, Noun) and self.words[j] == "at" and thing.role("of") is None:
                own = replace(thing, roles=(("of", SELF), *thing.roles))
                for place, k in self.things(j + 1):  # has its orthocenter at the incenter of ABC
                    yield Clause("be", (("subject", own), ("object", place)), frozenset(), (i, k)), k
            yield Clause("have", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j

    def with_verb(self, i: int, verb: VerbWord) -> Iterator[tuple[Said, int]]:
        j, flags = self.adverbs(i + 1)
        if verb.verb == "denote":
            return
        if self.words[j] == "neither":
            for first, m in self.thing(j + 1):
                if self.words[m] == "nor":
                    for second, k in self.thing(m + 1):
                        neither = (("subject", SELF), ("object", Many((first, second))))
                        yield Clause(verb.verb, neither, frozenset(("not",)), (i, k)), k
        if verb.verb == "form":
            yield from self.forming_angle(i, j)
        if verb.verb == "exceed":
            yield from self.by_so_much(i, j, "+")
        for roles, k in self.arguments(j, verb.verb):
            k2, more = self.adverbs(k)
            more |= self.trailing_flags(j, k) | self.inner_flags(j, k, verb.prepositions) | self.paired(i, k)
            whole = Clause(verb.verb, (("subject", SELF), *roles), flags | more, (i, k2))
            if verb.verb in ("lie", "place") and self.words[k2] == "on" and roles:
                for said, end in self.place_of(k2):  # `on the circumcircle, on the arc BC`
                    yield Together((whole, said), (i, end)), end
            after = k2 + 1 if self.signs[k2] == "," else k2
            is_placing = verb.verb in ("lie", "place") and self.words[after] == "with"
            for said, end in self.with_things(after) if is_placing else ():
                if is_said_apart(said) or (verb.verb == "lie" and is_of_relations(said)):
                    yield Together((whole, said), (i, end)), end  # lie on a line, in this order, with AB = CD
            if verb.verb in ("lie", "place") and roles:
                for said, end in self.bracketed_place(k2):
                    yield Together((whole, said), (i, end)), end
            yield whole, k2
            if verb.verb in ("meet", "touch"):
                given = dict(roles)
                if "object" in given and "at" in given:
                    yield from self.gapped(i, verb, roles, flags | more, k2)
            for size, m in self.at_angle(k2) if verb.verb == "meet" else ():
                yield self.inclined(whole, size, i, m), m
                for placed, end in self.after(m, "meet", roles) if roles else self.arguments(m, "meet"):
                    met = Clause("meet", (("subject", SELF), *placed), flags, (i, end))
                    yield self.inclined(met, size, i, end), end
        for role_sides, k in self.sides(j):
            yield Clause(role_sides[0], (("subject", SELF), *role_sides[1]), flags, (i, k)), k

    def at_angle(self, i: int) -> Iterator[tuple[Number, int]]:
        """`(meet) at right angles`, `at an angle of 60°`, `at 60°`."""
        if self.words[i] == "at_right_angles":
            yield Number("90", True, (i, i + 1)), i + 1
        if self.words[i] == "at":
            yield from self.sized_angle(i + 1)
            yield from self.degrees(i + 1)

    def sized_angle(self, i: int) -> Iterator[tuple[Number, int]]:
        """`an angle of 60°`, `a right angle`."""
        if self.words[i] == "an" and self.words[i + 1 : i + 3] == ["angle", "of"]:
            yield from self.degrees(i + 3)
        if self.words[i : i + 3] == ["a", "right", "angle"] or self.words[i : i + 2] == ["right", "angles"]:
            k = i + 3 if self.words[i] == "a" else i + 2
            yield Number("90", True, (i, k)), k

    def degrees(self, i: int) -> Iterator[tuple[Number, int]]:
        for size, j in self.operand(i):
            if isinstance(size, Number) and size.is_degrees:
                yield size, j

    @staticmethod
    def inclined(met: Clause, size: Number, i: int, end: int) -> Said:
        """`(AB and CD) meet at P at an angle of 60°`: that they meet isn't said where no point is."""
        objects = tuple(role for role in met.roles if role[0] == "object")
        inclined = Clause("inclined", (("subject", SELF), *objects, ("by", size)), frozenset(), (i, end))
        return inclined if met.role("at") is None else Together((met, inclined), (i, end))

    def forming_angle(self, i: int, j: int) -> Iterator[tuple[Said, int]]:
        """`(AB) makes an angle of 60° with CD`, `makes with CD an angle of 60°`, `equal angles with AB and AC`."""
        subject = ("subject", SELF)
        for size, k in self.sized_angle(j):
            yield Clause("inclined", (subject, ("by", size)), frozenset(), (i, k)), k
            for other, end in self.thing(k + 1) if self.words[k] == "with" else ():
                yield Clause("inclined", (subject, ("object", other), ("by", size)), frozenset(), (i, end)), end
        for other, k in self.thing(j + 1) if self.words[j] == "with" else ():
            for size, end in self.sized_angle(k):
                yield Clause("inclined", (subject, ("object", other), ("by", size)), frozenset(), (i, end)), end
        k = j + 1 if self.words[j] == "the" else j
        k = k + 1 if self.words[k : k + 2] == ["same", "angle"] else k
        if self.words[k : k + 2] == ["equal", "angles"] or (k > j + 1 and self.words[k] == "angle"):
            k = k + 2 if self.words[k] == "equal" else k + 1
            for others, end in self.things(k + 1) if self.words[k] == "with" else ():
                yield Clause("equally_inclined", (subject, ("object", others)), frozenset(), (i, end)), end

    def gapped(
        self, i: int, verb: VerbWord, roles: tuple[tuple[str, Thing], ...], flags: frozenset[str], k: int
    ) -> Iterator[tuple[Said, int]]:
        """`meets BC at D and Γ again at E`."""
        for m in self.joints(k):
            first = Clause(verb.verb, (("subject", SELF), *roles), flags, (i, k))
            for more, n in self.arguments(self.adverbs(m)[0], verb.verb):
                given = dict(more)
                if "object" in given and "at" in given:
                    n2, last = self.adverbs(n)
                    second = Clause(verb.verb, (("subject", SELF), *more), last | self.flags_between(m, n), (m, n2))
                    yield Together((first, second), (i, n2)), n2
                    for said, end in self.gapped(m, verb, more, last | self.flags_between(m, n), n2):
                        yield Together((first, said), (i, end)), end

    @kept
    def arguments(self, i: int, verb: str) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        """An object, then prepositions with what follows, in any order, adverbs between."""
        frame = VERB_FRAMES[verb]
        if frame.takes_object:
            for thing, j in (
                self.expression(i)
                if verb in ("equal", "exceed")
                else self.thing(i)
                if verb == "form"
                else self.things(i)
            ):
                yield from self.after(j, verb, (("object", thing),))
            if verb == "equal":  # measure 60 degrees and 45 degrees
                for values, j in self.numbers(i):
                    yield from self.after(j, verb, (("object", values),))
            if self.words[i] == "each" and self.words[i + 1] == "other":
                yield from self.after(i + 2, verb, (("object", Pronoun("each_other")),))
        yield from self.after(i, verb, ())

    def after(
        self, i: int, verb: str, roles: tuple[tuple[str, Thing], ...]
    ) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        frame = VERB_FRAMES[verb]
        j, flags = self.adverbs(i)
        if verb == "touch" and "how" not in dict(roles):  # touches ω internally at T
            roles = (*roles, *(("how", Pronoun(flag)) for flag in sorted(flags & HOW)))
        if self.signs[j] == "," and self.words[j + 1] in ("respectively", "again"):
            j, _ = self.adverbs(j + 1)
        if (self.signs[j] == "," or self.words[j] == "and") and self.words[j + 1] in ("inside", "outside") and roles:
            j += 1  # `lies on BD and inside ABC`
        role = frame.prepositions.get(self.words[j])
        if role is not None and role not in (name for name, _ in roles):
            for thing, k in self.things(j + 1):
                if role == "with" and verb == "place" and not (isinstance(thing, Noun) and thing.head == "foot"):
                    continue  # `are chosen on AB with CP and CQ meeting ω at X and Y`: that is said besides
                if verb in _AROUND and any(map(is_straight, thing.items if isinstance(thing, Many) else (thing,))):
                    continue  # `inscribed in ⊙O, AC and BD meet at P`: AC begins something else
                if role == "at" and sort_of(thing) == "other":
                    if verb == "meet":
                        yield from self.after(k, verb, (*roles, ("on", thing)))
                else:
                    also = self.adverbs(k + 1)[0] if self.words[k] == "and" else k
                    if role == "at" and also > k and self.words[also] == self.words[j]:
                        for more, m in self.things(also + 1):
                            yield from self.after(m, verb, (*roles, (role, Many((thing, more)))))
                    yield from self.after(k, verb, (*roles, (role, thing)))
        if roles or (verb == "lie" and "in_order" in self.words[max(i - 1, 0) : i + 1]) or verb in ALONE:
            yield roles, self.trailing(i)

    @kept
    def participle(self, i: int) -> Iterator[tuple[Said, int]]:
        """`meeting ω again at P`, `drawn through A`, `inscribed in ω`."""
        verb = VERBS.get(self.words[i])
        if verb is None:
            return
        if verb.form == "ing":
            yield from self.with_verb(i, verb)
        elif verb.form == "ed":
            yield from self.copula(i)
