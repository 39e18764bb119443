"""What a thing has, in English: `with center O and radius OA`, `with AB < AC`, `of equal radii`, `(O, R)`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from solver.language.prose.chart import Readings, kept
from solver.language.prose.english.fitting import can_be_said, is_of_owner
from solver.language.prose.english.heads import Heads
from solver.language.prose.english.sorts import (
    can_be_had,
    is_definite,
    is_name_like,
    is_polygon,
    is_something_else,
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
    Relation,
    Run,
    Said,
    Thing,
    Together,
)
from solver.language.prose.tokens import Kind

#: What circles are said to be of: `circles of centers O and P`.
OF_CIRCLES = frozenset(["center", "centers", "radius", "radii", "diameter", "diameters"])


class Having(Heads):
    """What a thing has, after its noun or name."""

    #: The rules of the files that build on this one.
    relation: Callable[..., Readings[Said]]
    operand: Callable[..., Readings[Thing]]
    place_of: Callable[..., Readings[Said]]
    adjectives: Callable[..., Readings[Said]]
    adjective: Callable[..., Readings[Said]]
    measured: Callable[[int], Iterator[tuple[Said, int]]]
    unequal_lengths: Callable[[int], int]
    crossing_sides: Callable[[int], int]
    participle: Callable[..., Readings[Said]]
    owned: Callable[..., Readings[tuple[Thing, ...]]]
    and_at: Callable[[int, Said, Said, int], Iterator[tuple[Said, int]]]

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
        """`(a triangle with) an angle of 120° at A`, `a 120° angle at A`."""
        j = i + 1 if self.words[i] in ("a", "an", "the") else i
        if self.words[j : j + 2] == ["angle", "of"]:
            sizes = list(self.operand(j + 2))
        else:
            sizes = (
                [(size, k + 1) for size, k in self.operand(j) if self.words[k] == "angle"]
                if self.kinds[j] is Kind.NUMBER
                else []
            )
        for size, k in sizes:
            vertex = self.tokens[k + 1] if k + 1 < self.size else None
            if self.words[k] == "at" and vertex is not None and len(vertex.points) == 1:
                corner = AngleSize((Run(vertex.points, (k + 1, k + 2)),), (i, k + 2))
                yield Relation((corner, size), ("=",), (i, k + 2)), k + 2

    @kept
    def with_one(self, i: int) -> Iterator[tuple[Said, int]]:
        for verb, end in (("unequal_sides", self.unequal_lengths(i)), ("crossing_sides", self.crossing_sides(i))):
            if end:
                yield Clause(verb, (("subject", SELF),), frozenset(), (i, end)), end
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
            if isinstance(names, Many) and is_name_like(names):
                yield from self.its_several(i, names.items, j)
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
                is_sayable = can_be_said(said, sort_of(thing) if sort_of(thing) == "point" else "any")
                if is_sayable and not is_of_owner(thing, said):
                    yield from self.and_at(i, About(thing, said, (i, k)), said, k)
                    yield About(thing, said, (i, k)), k
            if isinstance(thing, Noun) and thing.head == "center" and thing.names and is_polygon(thing.role("of")):
                continue  # `the incircle with center I of triangle ABC`: the circle is the triangle's
            if isinstance(thing, Noun | Modified) and can_be_had(thing):
                yield Clause("have", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j

    def its_several(self, i: int, names: Sequence[Thing], j: int) -> Iterator[tuple[Said, int]]:
        """`(with) H and O its orthocenter and circumcenter`, `H, O orthocenter and circumcenter`: one name for each."""
        for owned, k in self.owned(j):
            nouns = [noun for noun in owned if isinstance(noun, Noun) and not (noun.names or noun.roles or noun.mods)]
            if len(nouns) == len(names) == len(owned) and nouns[0].article in ("its", "") and len(nouns) > 1:
                named = [replace(noun, names=(name,), article="its") for name, noun in zip(names, nouns, strict=True)]
                parts = [Clause("have", (("subject", SELF), ("object", noun)), frozenset(), (i, k)) for noun in named]
                yield Together(tuple(parts), (i, k)), k

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

    def of_circle(self, i: int, j: int, comma: bool) -> Iterator[tuple[Said, int]]:
        """`(circles) of equal radii`, `with different radii`, `, of centers O and P,`, `on AB as diameter`."""
        if comma and (end := self.nested(j)):
            yield Clause("nested", (("subject", SELF),), frozenset(), (i, end)), end
        elif self.words[j] == "one":
            return
        elif radii := self.equal_radii(j + 1):
            yield Clause("equal_radii", (("subject", SELF),), frozenset(), (i, radii)), radii
        elif self.words[j + 1] in ("different", "distinct", "unequal") and self.words[j + 2] in ("radius", "radii"):
            yield Clause("unequal_radii", (("subject", SELF),), frozenset(), (i, j + 3)), j + 3
        elif self.words[j] == "of" and self.words[j + 1] in OF_CIRCLES:
            for said, k in self.with_things(j):
                yield said, k + 1 if comma and self.signs[k] == "," else k
                yield said, k
        elif self.words[j] not in ("of", "with") and not comma:
            yield from self.on_diameter(j + 1)

    def nested(self, j: int) -> int:
        """The end of `(two circles,) one inside the other,`; 0 where it isn't that."""
        k = j + 2 if self.words[j + 1] in ("lying", "being") else j + 3 if self.words[j + 1] == "of" else j + 1
        if (
            self.words[j] != "one"
            or self.words[k] not in ("inside", "within")
            or self.words[k + 1 : k + 3] != ["the", "other"]
        ):
            return 0
        return k + 4 if self.signs[k + 3] == "," else k + 3

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
