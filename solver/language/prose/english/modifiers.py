"""What is said of a thing after its noun or name: `on BC`, `such that AB = AC`, `passing through D`, `with center O`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from solver.language.prose.chart import Readings, kept
from solver.language.prose.english.fitting import has_power
from solver.language.prose.english.having import Having
from solver.language.prose.english.joints import FORMS_OF_BE, WHERE
from solver.language.prose.english.lexicon import ARTICLES, VERBS
from solver.language.prose.english.said import HOW, about, flagged, negated, there
from solver.language.prose.english.sorts import (
    KINDS,
    has_inside,
    has_only,
    is_drawn,
    is_of_others,
    is_of_relations,
    is_segment,
    one_first,
)
from solver.language.prose.syntax import (
    SELF,
    Clause,
    Many,
    Modified,
    Noun,
    Pronoun,
    Run,
    Said,
    Thing,
    Together,
)
from solver.language.prose.tokens import Kind


def _is_placed(thing: Thing) -> bool:
    """`D on k`, which is no place."""
    return isinstance(thing, Modified) and isinstance(thing.thing, Run) and len(thing.thing.points) == 1


#: What begins something that only circles are said to have.
_CIRCLE_HAS = ("of", "with", "on", "over", "upon", "having", "one")


#: Places that are said after a comma, too; others begin something else.
_AFTER_COMMA = frozenset(["inside", "outside", "same_side", "opposite_sides"])


#: Adjectives that may stand after a comma, and those that then say of what shape a triangle is.
_APART = frozenset(["parallel", "perpendicular", "tangent", "other_than", "closer", "nearer"])
_SHAPED = frozenset(["right-angled", "right", "isosceles", "not_necessarily_convex"])


class Modifiers(Having):
    """What is said of a thing after its noun or name."""

    #: The rules of the files that build on this one.
    clauses: Callable[..., Readings[Said]]
    copula: Callable[..., Readings[Said]]
    predicate: Callable[..., Readings[Said]]
    predicate_at: Callable[[int], Iterator[tuple[Said, int]]]

    @kept
    def place_of(self, i: int) -> Iterator[tuple[Said, int]]:
        """`on BC`, `inside the triangle`, `between B and C`, `on the same side of BC`."""
        word = self.words[i]
        for role_sides, k in self.sides(i):
            yield Clause(role_sides[0], (("subject", SELF), *role_sides[1]), frozenset(), (i, k)), k
        role = WHERE.get(word)
        is_bare = i + 1 == self.size and (self.kinds[i - 1] is Kind.RUN or self.words[i - 1] == "point")
        if role == "outside" and is_bare:  # (a circle and) a point P outside
            yield Clause("lie", (("subject", SELF), (role, Pronoun("it"))), frozenset(), (i, i + 1)), i + 1
        if role is not None:
            on_these = (
                (*self.things(i + 1), *self.in_brackets(i + 1)) if role == "on" else one_first(self.things(i + 1))
            )
            for thing, j in on_these:
                if (
                    role == "on"
                    and isinstance(thing, Many)
                    and (
                        self.words[j] in ("on", word)
                        or any(map(_is_placed, thing.items))
                        or any(map(is_drawn, thing.items))
                    )
                ):
                    continue  # `C on G and D on k`
                if word == "in":
                    if not (has_inside(thing) or (is_segment(thing) and self.is_of_point(i, thing))):
                        continue
                    is_flat = isinstance(thing, Noun) and thing.head in ("plane", "interior")
                    role = "on" if is_flat or is_segment(thing) else "inside"
                lies = Clause("lie", (("subject", SELF), (role, thing)), frozenset(), (i, j))
                yield from self.beyond(i, role, thing, j)
                for more, k in self.bracketed_place(j):
                    yield Together((lies, more), (i, k)), k
                yield lies, j
        if word == "in" and self.words[i + 1] in ("the", "this", "that") and self.words[i + 2] == "order":
            for thing, j in self.things(i + 3):
                yield Clause("ordered", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j
        if word == "through":
            for thing, j in self.things(i + 1):
                yield Clause("pass", (("subject", SELF), ("object", thing)), self.paired(i, j), (i, j)), j

    def beyond(self, i: int, role: str, thing: Thing, j: int) -> Iterator[tuple[Said, int]]:
        """`(on line AB), beyond B`."""
        k = j + 1 if self.signs[j] == "," else j
        line = thing.names[0] if isinstance(thing, Noun) and thing.head == "line" and len(thing.names) == 1 else thing
        if (
            role != "on"
            or self.words[k] not in ("beyond", "past")
            or not isinstance(line, Run)
            or len(line.points) != 2
        ):
            return
        for tip, m in self.thing(k + 1):
            part = Noun("extension", (), "the", 1, (), (("of", line), ("beyond", tip)), (), (i, m))
            yield Clause("lie", (("subject", SELF), ("on", part)), frozenset(), (i, m)), m

    def bracketed_place(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(on BC) (between B and C)`, `(but not between B and C)`."""
        j = i + 2 if self.words[i + 1] == "but" else i + 1
        is_not = self.words[j] == "not"
        for said, k in self.place_of(j + 1 if is_not else j) if self.signs[i] == "(" else ():
            if self.signs[k] == ")":
                yield (negated(said) if is_not else said), k + 1

    def sides(self, i: int) -> Iterator[tuple[tuple[str, tuple[tuple[str, Thing], ...]], int]]:
        word = self.words[i]
        if word in ("same_side", "opposite_sides", "opposite_side_of"):
            for thing, j in self.thing(i + 1):
                if self.words[j] in ("as", "from", "to", "than"):
                    for other, k in self.things(j + 1):
                        yield (word, (("of", thing), ("as", other))), k
                yield (word, (("of", thing),)), j

    def is_of_point(self, i: int, thing: Thing) -> bool:
        """Whether `in` is said of a point: not `the reflection of the centroid G in its sides`, where a noun follows."""
        begin = i - 1 if self.kinds[i - 1] is not Kind.RUN else i - 2
        return not isinstance(thing, Noun) or self.words[begin] in ("point", "points")

    @kept
    def relative(self, i: int) -> Iterator[tuple[Said, int]]:
        """`which meets BC at D`, `that is parallel to BC`, `whose center lies on BC`."""
        if self.words[i : i + 3] == ["all", "of", "whose"]:
            i += 2
        word = self.words[i]
        if word in ("which", "that", "who"):
            yield from self.predicate_at(i + 1)
        if word == "whose":
            for thing, j in self.noun(i + 1):
                own = replace(thing, article="whose")
                for said, k in self.predicate(j):
                    yield about(own, said, (i, k)), k

    @kept
    def such_that(self, i: int) -> Iterator[tuple[Said, int]]:
        if self.words[i] == "such_that":
            for said, j in self.clauses(i + 1):
                yield (there(said) if self.tokens[i].is_place else said), j

    @kept
    def name_mods(self, i: int) -> Iterator[tuple[tuple[Said, ...], int]]:
        """What may be said right after a name: `≠ A`, `∈ BC`, `, different from A,`, `on BC`, `(AB < AC)`."""
        for clause, j in self.name_mod(i):
            for rest, k in self.name_mods(j):
                yield (clause, *rest), k
            yield (clause,), j

    def name_mod(self, i: int) -> Iterator[tuple[Said, int]]:
        j = i
        bracket = ""
        if self.signs[j] in ("(", ","):
            bracket = self.signs[j]
            j += 2 if self.words[j + 1] == "but" else 1
        if self.signs[j] in ("≠", "∖"):
            for thing, k in (*self.listed_last(j + 1), *self.bare(j + 1)):
                yield from self.unbracketed(
                    bracket, Clause("different", (("subject", SELF), ("object", thing)), frozenset(), (i, k)), k
                )
        elif self.signs[j] in ("∈", "∉"):
            flags = frozenset(("not",) if self.signs[j] == "∉" else ())
            for thing, k in (*self.in_brackets(j + 1), *self.bare(j + 1)):
                yield from self.unbracketed(
                    bracket, Clause("lie", (("subject", SELF), ("on", thing)), flags, (i, k)), k
                )
        elif self.words[j] == "other_than" or (self.words[j] in ("not", "which", "that", "distinct", "different")):
            for said, k in self.adjective(j):
                yield from self.unbracketed(bracket, said, k)
            for said, k in self.relative(j):
                yield from self.unbracketed(bracket, said, k)
            if self.words[j] == "not":
                for said, k in self.place_of(j + 2 if self.words[j + 1] in ("lying", "located") else j + 1):
                    yield from self.unbracketed(bracket, negated(said), k)
        elif bracket == "(" and self.words[j] == "with":
            for said, k in self.with_things(j):
                yield from self.unbracketed(bracket, said, k)
        elif bracket == "(":
            for said, k in self.clauses(j):
                if not is_of_others(said):  # (M_B and M_C are defined likewise): a clause of its own
                    yield from self.unbracketed(bracket, said, k)
            for said, k in self.place_of(j):
                yield from self.unbracketed(bracket, said, k)
            for said, k in self.adjective(j):
                yield from self.unbracketed(bracket, said, k)
            for thing, k in self.things(j):
                yield from self.unbracketed(
                    bracket, Clause("be", (("subject", SELF), ("object", thing)), frozenset(), (i, k)), k
                )
        elif self.words[j] in ("on", "inside", "outside", "between", "lying", "in", "located") and not bracket:
            for said, k in self.place_of(j + 1 if self.words[j] in ("lying", "located") else j):
                yield said, k
        elif self.words[j] in ("inside", "outside", "lying") and bracket:
            for said, k in self.place_of(j + 1 if self.words[j] == "lying" else j):
                yield from self.unbracketed(bracket, said, k)
        elif self.words[j] == "with" and not bracket:
            yield from self.with_things(j)
        elif (
            bracket == ","
            and (self.kinds[j] is Kind.WORD or self.kinds[j] is Kind.PREFIX)
            and self.words[j] not in ("and", "or")
        ):
            for noun, k in self.noun(j):
                if self.is_another(i, noun, k):
                    continue
                if noun.article in ("the", "a", "its") and not noun.names:
                    said = Clause("be", (("subject", SELF), ("object", noun)), frozenset(), (i, k))
                    if self.signs[k] == ",":
                        yield said, k + 1
                    elif k >= self.size or self.words[k] in VERBS or self.words[k] in FORMS_OF_BE:
                        yield said, k
        elif self.words[j] == "such_that" and not bracket:
            for said, k in self.such_that(j):
                yield said, k

    def is_another(self, i: int, noun: Noun, k: int) -> bool:
        """Whether a noun after a name and a comma is something else: `the line AI, the tangent at D, and BC (are concurrent)`."""
        if self.kinds[i - 1] is Kind.RUN and len(self.tokens[i - 1].points) > 2:
            return KINDS.get(noun.head) in (
                "point",
                "line",
                "circle",
            )  # `In triangle ABC, the incircle, with center I, …`
        return KINDS.get(noun.head) == "line" and self.signs[k] == "," and self.words[k + 1] == "and"

    def listed_last(self, j: int) -> Iterator[tuple[Thing, int]]:
        """`(D ≠) B, C` where nothing else comes: both."""
        names, end = self.points_listed(j)
        if len(names) > 1 and (end == self.size or self.signs[end] == ")" or self.words[end] == "such_that"):
            yield Many(names, (j, end)), end

    def unbracketed(self, bracket: str, said: Any, k: int) -> Iterator[tuple[Any, int]]:
        if bracket == "(":
            if self.signs[k] == ")":
                yield said, k + 1
        elif bracket == ",":
            if self.signs[k] == ",":
                yield said, k + 1
            yield said, k
        else:
            yield said, k

    @kept
    def mod(self, i: int, sort: str, named: bool) -> Iterator[tuple[Said, int]]:
        """What may follow a noun and be said of it, or not: `a point not on BC`."""
        j, flags = self.adverbs(i)
        if "ordered" in flags:
            return  # of points on a line, which the line isn't
        if sort == "circle" and self.signs[i] == "(" and (by_center := self.by_center(i)) is not None:
            yield by_center
            return
        if self.signs[i] == "," and sort == "polygon" and self.kinds[i + 1] is Kind.RUN:
            for said, k in self.relation(i + 1):  # a triangle, AB < AC, with circumcircle k
                if self.signs[k] == "," and self.words[k + 1] == "with":
                    yield said, k + 1
        for said, k in self.mod_after(i, j, flags, sort, named):
            yield (negated(said) if "not" in flags else said), k

    def mod_after(self, i: int, j: int, flags: frozenset[str], sort: str, named: bool) -> Iterator[tuple[Said, int]]:
        word = self.words[j]
        if self.signs[i] in ("≠", "∈", "∉", "∖") or (
            self.signs[i] == "(" and (named or sort in ("circle", "polygon", "point", "line"))
        ):
            yield from self.name_mod(i)
            return
        comma = self.signs[j] == ","
        if comma:
            j += 1
            word = self.words[j]
        if word in ("in", "at") and self.words[j + 1] == "which":
            for said, k in self.clauses(j + 2):
                yield there(said), k
        elif word == "such_that" and not (comma and self.words[j + 1] in ("let",)):
            yield from self.such_that(j)
        elif word in ("which", "that", "whose", "who") or self.words[j : j + 3] == ["all", "of", "whose"]:
            yield from self.ended(self.relative(j), comma)
        elif sort == "circle" and word in _CIRCLE_HAS and (of_circle := list(self.of_circle(i, j, comma))):
            yield from of_circle
        elif word == "of" and sort in ("circle", "polygon", "line") and not comma:
            yield from self.measured(j + 1)
        elif word == "center" and sort == "circle" and self.kinds[j + 1] is Kind.RUN:
            for noun, k in self.noun(j):
                yield Clause("have", (("subject", SELF), ("object", noun)), frozenset(), (i, k)), k
        elif word == "with" and sort in ("polygon", "circle"):
            for said, k in self.with_things(j):
                if sort == "polygon" or not is_of_relations(said):  # `C on the circle with AC = 6 and BC = 8`
                    yield said, k
        elif word == "with":
            for said, k in self.with_things(j) if sort != "angle" else ():
                if not has_only(said) or (sort == "point" and has_power(said)):
                    yield said, k
        elif word in ("through", "from") and sort in ("line", "circle") and not comma:
            yield from self.place_of(j) if word == "through" else self.line_from(j, sort, named)
        elif word in WHERE or word in ("same_side", "opposite_sides", "opposite_side_of"):
            if sort == "point" and (not comma or word in _AFTER_COMMA or "arc" in self.words[j + 1 : j + 5]):
                yield from self.place_of(j)
        elif self.signs[j] in ("∥", "⟂") and sort == "line" and not (named and self.words[j - 2] == "and"):
            name = "parallel" if self.signs[j] == "∥" else "perpendicular"
            for thing, k in self.things(j + 1):
                yield Clause(name, (("subject", SELF), ("object", thing)), frozenset(), (i, k)), k
        elif word == "not_containing" and sort == "line" and not comma:
            for thing, k in self.things(j + 1):
                yield Clause("pass", (("subject", SELF), ("object", thing)), frozenset(("not",)), (i, k)), k
        elif word in ("called", "denoted", "named") and not comma:
            yield from self.copula(j)
        elif sort in ("line", "circle") and word == "passes" and not comma and not named:
            for said, k in self.predicate_at(j):  # the line (that) passes through A is parallel to BC
                verb = VERBS.get(self.words[k])
                is_defined = (
                    j > 2 and self.words[j - 3] in FORMS_OF_BE
                )  # let ω be the circle (that) passes through A, B, C
                if is_defined or self.words[k] in FORMS_OF_BE or (verb is not None and verb.form == "s"):
                    yield said, k
        else:
            for said, k in self.participle(j):
                yield flagged(said, flags & HOW), k
            if not comma or word in _APART or (sort == "polygon" and word in _SHAPED):
                for said, k in self.adjective(j):
                    if k > j + 1 or word in ("collinear", "concyclic", "concurrent", "not_necessarily_convex"):
                        yield flagged(said, flags & HOW), k
        if comma and named:
            yield from self.apposition(i, j, sort)

    def apposition(self, i: int, j: int, sort: str) -> Iterator[tuple[Said, int]]:
        """`(the circle ω), the circumcircle of ABC,`: something of the same sort."""
        is_begun = self.kinds[j] is Kind.WORD or self.kinds[j] is Kind.PREFIX
        for noun, k in self.noun(j) if is_begun and self.words[j] in ARTICLES else ():
            is_of_sort = "any" in (sort, KINDS[noun.head]) or KINDS[noun.head] == sort
            if not noun.names and self.signs[k] == "," and is_of_sort and not self.is_another(i, noun, k):
                yield Clause("be", (("subject", SELF), ("object", noun)), frozenset(), (i, k)), k + 1

    def line_from(self, i: int, sort: str, named: bool) -> Iterator[tuple[Said, int]]:
        """`(the line) from C perpendicular to AB`."""
        is_line = sort == "line" and not named and self.words[i - 1] in ("line", "lines")
        for thing, k in self.things(i + 1) if is_line else ():
            yield Clause("pass", (("subject", SELF), ("object", thing)), frozenset(), (i, k)), k

    def ended(self, readings: Readings[Said], comma: bool) -> Iterator[tuple[Said, int]]:
        yield from readings
