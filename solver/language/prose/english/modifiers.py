"""What is said of a thing after its noun or name: `on BC`, `such that AB = AC`, `passing through D`, `with center O`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from solver.language.prose.chart import Readings, kept
from solver.language.prose.english.heads import Heads
from solver.language.prose.english.joints import FORMS_OF_BE, WHERE
from solver.language.prose.english.lexicon import ARTICLES, VERBS
from solver.language.prose.english.said import HOW, about, flagged, negated, there
from solver.language.prose.english.sorts import (
    can_be_had,
    can_be_said,
    has_inside,
    is_definite,
    is_drawn,
    is_name_like,
    is_of_relations,
    is_something_else,
    one_first,
    sort_of,
)
from solver.language.prose.syntax import (
    SELF,
    About,
    AngleSize,
    Clause,
    Many,
    Modified,
    Noun,
    Number,
    Pronoun,
    Relation,
    Run,
    Said,
    Thing,
    Together,
)
from solver.language.prose.tokens import Kind

#: What circles are said to be of: `circles of centers O and P`.
OF_CIRCLES = frozenset(["center", "centers", "radius", "radii", "diameter", "diameters"])


def _is_placed(thing: Thing) -> bool:
    """`D on k`, which is no place."""
    return isinstance(thing, Modified) and isinstance(thing.thing, Run) and len(thing.thing.points) == 1


#: What begins something that only circles are said to have.
_CIRCLE_HAS = ("of", "with", "on", "over", "upon", "having")


#: Places that are said after a comma, too; others begin something else.
_AFTER_COMMA = frozenset(["inside", "outside", "same_side", "opposite_sides"])


class Modifiers(Heads):
    """What is said of a thing after its noun or name."""

    #: The rules of the files that build on this one.
    relation: Callable[..., Readings[Said]]
    operand: Callable[..., Readings[Thing]]
    copula: Callable[..., Readings[Said]]
    adjectives: Callable[..., Readings[Said]]
    adjective: Callable[..., Readings[Said]]
    predicate_at: Callable[[int], Iterator[tuple[Said, int]]]
    predicate: Callable[..., Readings[Said]]
    measured: Callable[[int], Iterator[tuple[Said, int]]]
    unequal_lengths: Callable[[int], int]
    participle: Callable[..., Readings[Said]]
    clauses: Callable[..., Readings[Said]]
    and_at: Callable[[int, Said, Said, int], Iterator[tuple[Said, int]]]

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
                (*self.in_brackets(i + 1), *self.things(i + 1)) if role == "on" else one_first(self.things(i + 1))
            )
            for thing, j in on_these:
                if (
                    role == "on"
                    and isinstance(thing, Many)
                    and (self.words[j] == "on" or any(map(_is_placed, thing.items)) or any(map(is_drawn, thing.items)))
                ):
                    continue  # `C on G and D on k`
                if word == "in":
                    if not has_inside(thing):
                        continue
                    role = "on" if isinstance(thing, Noun) and thing.head in ("plane", "interior") else "inside"
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
                if noun.article in ("the", "a", "its") and not noun.names:
                    said = Clause("be", (("subject", SELF), ("object", noun)), frozenset(), (i, k))
                    if self.signs[k] == ",":
                        yield said, k + 1
                    elif k >= self.size or self.words[k] in VERBS or self.words[k] in FORMS_OF_BE:
                        yield said, k
        elif self.words[j] == "such_that" and not bracket:
            for said, k in self.such_that(j):
                yield said, k

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
        elif word == "center" and sort == "circle" and not comma and self.kinds[j + 1] is Kind.RUN:
            for noun, k in self.noun(j):
                yield Clause("have", (("subject", SELF), ("object", noun)), frozenset(), (i, k)), k
        elif word == "with" and sort in ("polygon", "circle"):
            for said, k in self.with_things(j):
                if sort == "polygon" or not is_of_relations(said):  # `C on the circle with AC = 6 and BC = 8`
                    yield said, k
        elif word == "with":
            for said, k in self.with_things(j) if sort != "angle" else ():
                if not isinstance(said, Clause):
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
            if not comma or word in ("parallel", "perpendicular", "tangent", "other_than", "closer", "nearer"):
                for said, k in self.adjective(j):
                    if k > j + 1 or word in ("collinear", "concyclic", "concurrent"):
                        yield flagged(said, flags & HOW), k
        if (
            comma
            and named
            and word not in ("and", "or")
            and (self.kinds[j] is Kind.WORD or self.kinds[j] is Kind.PREFIX)
            and word in ARTICLES
        ):
            for noun, k in self.noun(j):
                if not noun.names and self.signs[k] == ",":
                    yield Clause("be", (("subject", SELF), ("object", noun)), frozenset(), (i, k)), k + 1

    def by_center(self, i: int) -> tuple[Said, int] | None:
        """`(the circle ω)(O, R)`, `(the circle)(O, OA)`, `(the circle k)(O)`: its center, and its radius."""
        if self.kinds[i + 1] is not Kind.RUN or len(self.tokens[i + 1].points) != 1:
            return None
        center = Noun("center", article="its", names=(self.atom(i + 1),), place=(i, i + 2))
        has_it: Said = Clause("have", (("subject", SELF), ("object", center)), frozenset(), (i, i + 2))
        if self.signs[i + 2] == ")":
            return has_it, i + 3
        is_known = self.kinds[i + 3] in (Kind.RUN, Kind.NAME, Kind.NUMBER) and self.signs[i + 4] == ")"
        if self.signs[i + 2] not in (",", ";") or not is_known:
            return None
        token, place = self.tokens[i + 3], (i + 3, i + 4)
        length: Thing = Number(token.text, False, place) if token.kind is Kind.NUMBER else self.atom(i + 3)
        radius: tuple[tuple[str, Thing], ...]
        if isinstance(length, Run) and len(length.points) == 2:
            radius = (("object", Noun("radius", article="its", names=(length,), place=place)),)
        else:
            radius = (("object", Noun("radius", article="its", place=place)), ("value", length))
        return Together((has_it, Clause("have", (("subject", SELF), *radius), frozenset(), place)), (i, i + 5)), i + 5

    def line_from(self, i: int, sort: str, named: bool) -> Iterator[tuple[Said, int]]:
        """`(the line) from C perpendicular to AB`."""
        is_line = sort == "line" and not named and self.words[i - 1] in ("line", "lines")
        for thing, k in self.things(i + 1) if is_line else ():
            yield Clause("pass", (("subject", SELF), ("object", thing)), frozenset(), (i, k)), k

    def of_circle(self, i: int, j: int, comma: bool) -> Iterator[tuple[Said, int]]:
        """`(circles) of equal radii`, `with different radii`, `, of centers O and P,`, `on AB as diameter`."""
        if radii := self.equal_radii(j + 1):
            yield Clause("equal_radii", (("subject", SELF),), frozenset(), (i, radii)), radii
        elif self.words[j + 1] in ("different", "distinct", "unequal") and self.words[j + 2] in ("radius", "radii"):
            yield Clause("unequal_radii", (("subject", SELF),), frozenset(), (i, j + 3)), j + 3
        elif self.words[j] == "of" and self.words[j + 1] in OF_CIRCLES:
            for said, k in self.with_things(j):
                yield said, k + 1 if comma and self.signs[k] == "," else k
                yield said, k
        elif self.words[j] not in ("of", "with") and not comma:
            yield from self.on_diameter(j + 1)

    def on_diameter(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(the circle on) AB as diameter`, `(a circle on) diameter AB`, `(the circle having) AB as its diameter`."""
        named = [(noun, k) for noun, k in self.noun(i) if noun.names]
        for thing, j in self.thing(i):
            named += [(replace(noun, names=(thing,)), k) for noun, k in self.noun(j + 1) if self.words[j] == "as"]
        for noun, k in named:
            if noun.head == "diameter" and not noun.mods:  # on diameter AH, meeting AB at P: the circle does
                own = replace(noun, article="its")
                yield Clause("have", (("subject", SELF), ("object", own)), frozenset(), (i, k)), k

    def equal_radii(self, j: int) -> int:
        """The end of `equal radii`, `the same radius`; 0 where it isn't that."""
        j = j + 1 if self.words[j] == "the" else j
        return j + 2 if self.words[j] in ("equal", "same") and self.words[j + 1] in ("radius", "radii") else 0

    def ended(self, readings: Readings[Said], comma: bool) -> Iterator[tuple[Said, int]]:
        yield from readings

    @kept
    def with_things(self, i: int) -> Iterator[tuple[Said, int]]:
        """`with center O and radius OA`, `with AB < AC`, `with D on BC`, `with O as its center`."""
        for first, j in self.with_one(i + 1):
            for k in self.joints(j) if self.signs[j] != ";" else ():
                is_said_apart = self.words[k] in ("a", "an", "the") and not any(self.words[j:k])
                if self.words[k] == "with":
                    k += 1
                for rest, end in self.with_things(k - 1):
                    if is_said_apart and not isinstance(rest, Together):
                        continue  # `two circles with center O, a chord AB of …` begins something else
                    items = rest.clauses if isinstance(rest, Together) else (rest,)
                    yield Together((first, *items), (i, end)), end
            yield first, j

    def angle_at(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(a triangle with) an angle of 120° at A`."""
        j = i + 1 if self.words[i] in ("an", "the") else i
        if self.words[j : j + 2] != ["angle", "of"]:
            return
        for size, k in self.operand(j + 2):
            vertex = self.tokens[k + 1] if k + 1 < self.size else None
            if self.words[k] == "at" and vertex is not None and len(vertex.points) == 1:
                corner = AngleSize((Run(vertex.points, (k + 1, k + 2)),), (i, k + 2))
                yield Relation((corner, size), ("=",), (i, k + 2)), k + 2

    @kept
    def with_one(self, i: int) -> Iterator[tuple[Said, int]]:
        if end := self.unequal_lengths(i):
            yield Clause("unequal_sides", (("subject", SELF),), frozenset(), (i, end)), end
        yield from self.measured(i)
        yield from self.angle_at(i)
        yield from self.relation(i) if self.words[i : i + 2] != ["sides", "of"] else ()
        for noun, j in self.noun(i) if self.words[i] == "no" else ():  # with no common points
            yield Clause("have", (("subject", SELF), ("object", noun)), frozenset(("not",)), (i, j)), j
        is_parallel = self.words[i : i + 2] == ["parallel", "sides"]
        for said, j in self.relation(i + 2) if is_parallel else ():
            if isinstance(said, Relation) and len(said.sides) == 2:  # with parallel sides AB > CD
                couple = (("subject", said.sides[0]), ("object", said.sides[1]))
                yield Together((Clause("parallel", couple, frozenset(), (i, j)), said), (i, j)), j
        for said, j in self.relation(i + 1) if self.words[i] in ("base", "bases") else ():
            one = said.sides[0] if isinstance(said, Relation) else None
            if isinstance(one, Run) and len(one.points) == 2:  # with bases AD = 10 and BC = 4
                base = Noun("base", article="its", names=(one,), place=(i, i + 2))
                has = Clause("have", (("subject", SELF), ("object", base)), frozenset(), (i, i + 2))
                yield Together((has, said), (i, j)), j
        if self.words[i] in ("sides", "legs", "angles") or self.words[i : i + 2] == ["side", "lengths"]:
            of_length = self.words[i + 1] == "of" and self.words[i + 2] in ("length", "lengths")
            yield from self.relation(i + 3 if of_length else i + 2 if self.words[i] == "side" else i + 1)
        for names, j in self.things(i):
            if isinstance(names, Many) and all(isinstance(item, Run) for item in names.items):
                for said, k in (
                    *self.adjectives(j),
                    *self.participle(j),
                ):  # with D, E both distinct from A, AB and CD meeting at P
                    yield About(names, said, (i, k)), k
                for said, k in self.place_of(j):  # with D, E, F on sides BC, CA, AB
                    yield About(names, said, (i, k)), k
            if isinstance(names, Many) and all(isinstance(item, AngleSize) for item in names.items):
                for said, k in self.adjectives(j):  # with ∠B and ∠C acute
                    yield About(names, said, (i, k)), k
            if isinstance(names, Many) and is_name_like(names) and self.words[j] == "the":
                for noun, k in self.noun(j):  # with D, E, F the feet of the altitudes
                    if not noun.names:
                        yield About(names, Clause("be", (("subject", SELF), ("object", noun))), (i, k)), k
            if isinstance(names, Many) and all(isinstance(n, Run) and len(n.points) == 1 for n in names.items):
                for said, k in self.place_of(j):  # with D, E, F on sides BC, CA, AB
                    yield About(names, said, (i, k)), k
        for thing, j in self.thing(i):
            if is_something_else(thing):
                continue
            if self.words[j] in ("as", "being") or self.words[j : j + 2] == ["is", "its"]:  # with (I) is its incircle
                for other, k in self.thing(j + 1):
                    if isinstance(other, Noun) and other.role("of") is not None:
                        yield (
                            About(
                                thing, Clause("be", (("subject", SELF), ("object", other)), frozenset(), (i, k)), (i, k)
                            ),
                            k,
                        )
                for noun, k in self.noun(j + 1):
                    own = noun if noun.article == "its" else replace(noun, article="its")
                    yield (
                        Clause(
                            "have", (("subject", SELF), ("object", replace(own, names=(thing,)))), frozenset(), (i, k)
                        ),
                        k,
                    )
            if is_name_like(thing) and (self.words[j] in ("its", "their", "the")):
                for noun, k in self.noun(j):
                    if noun.role("of") is None and not noun.names:
                        own = replace(noun, names=(thing,), article="its")
                        yield Clause("have", (("subject", SELF), ("object", own)), frozenset(), (i, k)), k
                    elif not noun.names:
                        yield About(thing, Clause("be", (("subject", SELF), ("object", noun))), (i, k)), k
            told = () if is_definite(thing) else (*self.place_of(j), *self.adjectives(j), *self.participle(j))
            for said, k in told:
                if can_be_said(said, sort_of(thing) if sort_of(thing) == "point" else "any"):
                    yield from self.and_at(i, About(thing, said, (i, k)), said, k)
                    yield About(thing, said, (i, k)), k
            if isinstance(thing, Noun | Modified) and can_be_had(thing):
                yield Clause("have", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j
