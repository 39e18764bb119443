"""Clauses with words of their own: `let …`, `suppose …`, `denote … by …`, `similarly …`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from solver.language.prose.chart import Readings, kept
from solver.language.prose.english.fitting import sharing, sharing_owner
from solver.language.prose.english.joints import SIMILARLY
from solver.language.prose.english.predicates import Predicates
from solver.language.prose.english.sorts import is_name_like, says_something, sort_of
from solver.language.prose.syntax import SELF, About, Clause, Likewise, Many, Noun, Run, Said, Thing, Together

#: Nouns whose names are numbers: `R, r be the radii of …`, where R could be a point.
_NUMBERS = frozenset(["radius", "length", "area", "distance", "measure", "perimeter"])
#: What is done with things that are made as others were: `similarly we obtain B' and C'`.
_MADE = frozenset(["define", "denote", "construct", "obtain", "make", "get", "introduce"])


class Remarks(Predicates):
    """Clauses with words of their own."""

    #: The rules of the files that build on this one.
    clause: Callable[..., Readings[Said]]

    @kept
    def let(self, i: int) -> Iterator[tuple[Said, int]]:
        if self.words[i] == "be" and self.words[i + 1] == "given":
            for thing, j in self.things(i + 2):
                yield Clause("exist", (("subject", thing),), frozenset(), (i, j)), j
        for subject, j in self.things(i):
            for said, k in self.predicate_at(j):
                for more, m in self.and_let(k):
                    yield Together((self.about(subject, sharing_owner(said, more), (i, k)), more), (i, m)), m
                yield self.about(subject, said, (i, k)), k
            if self.words[j] in ("denote", "denotes"):
                for other, k in self.things(j + 1):
                    yield self.about(subject, Clause("be", (("subject", SELF), ("object", other))), (i, k)), k
            for said, k in self.place_of(j):
                yield self.about(subject, said, (i, k)), k
        yield from self.relation(i)
        for subject, j in self.things(i):
            if is_name_like(subject):
                yield from self.is_also(i, subject, j)
            if says_something(subject):
                yield Clause("exist", (("subject", subject),), frozenset(), (i, j)), j
        for mixed, j in self.owned(i):
            if len(mixed) > 1 and self.words[j] == "be":
                for others, k in self.owned(j + 1):
                    if len(others) == len(mixed):
                        parts = tuple(
                            self.about(one, Clause("be", (("subject", SELF), ("object", other))), (i, k))
                            for one, other in zip(sharing(mixed), others, strict=True)
                        )
                        yield Together(parts, (i, k)), k
                    if len(others) == 1 and isinstance(others[0], Noun) and others[0].head in _NUMBERS:
                        said = self.about(Many(mixed), Clause("be", (("subject", SELF), ("object", others[0]))), (i, k))
                        for more, m in self.and_let(k):  # R, r be the radii of …
                            yield Together((said, more), (i, m)), m
                        yield said, k

    def and_let(self, i: int) -> Iterator[tuple[Said, int]]:
        """`let M be the midpoint of BC, N that of CA, and Γ the circle …`."""
        for k in self.joints(i):
            if self.words[k] != "let":
                for subject, j in self.things(k):
                    if self.words[self.adverbs(j)[0]] == "be":
                        yield from self.let(k)
                    elif is_name_like(subject):
                        yield from self.is_also(k, subject, j)
                if any(len(mixed) > 1 and self.words[j] == "be" for mixed, j in self.owned(k)):
                    yield from self.let(k)

    def is_also(self, k: int, subject: Thing, j: int) -> Iterator[tuple[Said, int]]:
        """`… and N the midpoint of CA`, `… and N that of CA`."""
        for said, m in self.superlative(j):  # AB its shortest side
            yield self.about(subject, said, (k, m)), m
        for noun, m in (*self.noun(j), *((t, m) for t, m in self.bare(j) if isinstance(t, Noun) and t.head == "that")):
            if noun.head in ("perpendicular", "parallel", "tangent") and not noun.article:
                continue  # `AM perpendicular BC` names no line
            if {"greatest", "least"} & set(noun.adjectives):
                continue
            if noun.count == 0 and isinstance(subject, Run) and len(subject.points) == 1 and sort_of(noun) == "point":
                continue  # `(the feet from C and B and K and) L the midpoints of …`
            said = self.about(subject, Clause("be", (("subject", SELF), ("object", noun))), (k, m))
            for more, n in self.and_let(m):
                yield Together((said, more), (k, n)), n
            yield said, m

    @kept
    def suppose(self, i: int) -> Iterator[tuple[Said, int]]:
        j = i + 2 if self.signs[i + 1] == ":" else i + 1  # Given: AB = CD
        while self.words[j] in (
            "that",
            "the",
            "fact",
            "is",
            "are",
            "an",
            "it",
            "also",
            "further",
            "now",
            "moreover",
            "furthermore",
        ) and not (
            (self.words[j] in ("the", "an") and self.words[j + 1] != "fact")
            or (self.words[j] == "it" and self.words[j + 1] in ("does", "lies", "meets", "passes"))
        ):
            j += 1
        yield from self.clause(j)
        if self.words[i] == "consider":
            for thing, k in self.things(j):
                yield Clause("mention", (("subject", thing),), frozenset(), (i, k)), k

    @kept
    def denote(self, i: int) -> Iterator[tuple[Said, int]]:
        yield from self.relation(i + 1)
        yield from self.denoted_by(i + 1)
        for owned, j in self.owned(i + 1):
            if len(owned) > 1 and self.words[j] in SIMILARLY:  # points I_B, I'_B and line ℓ_B
                yield Likewise(owned, (i, j + 1)), j + 1
        for thing, j in self.things(i + 1):
            if self.words[j] in ("by", "as", "to"):
                k = j + 2 if self.words[j + 1] == "be" else j + 1
                for name, m in self.things(k):
                    one, other = (name, thing) if self.words[j] == "by" else (thing, name)
                    if self.words[j] == "as" and not is_name_like(thing):
                        one, other = name, thing
                    said = self.about(one, Clause("be", (("subject", SELF), ("object", other))), (i, m))
                    for n in self.joints(m) if self.words[m] else ():
                        for more, end in self.denote(n - 1):  # denote P as … and Q as …
                            yield Together((said, more), (i, end)), end
                    yield said, m
            if self.words[j] in SIMILARLY:
                end = j + 1
                if self.signs[end] == "," and self.words[end + 1] in ("using", "with", "as"):
                    end = self.size
                yield Likewise((thing,), (i, j + 1)), end
            if isinstance(thing, Noun) and thing.names:
                yield Clause("exist", (("subject", thing),), frozenset(), (i, j)), j
            if self.words[j] != "by":
                for name, k in self.things(j):
                    if is_name_like(name):
                        yield self.about(name, Clause("be", (("subject", SELF), ("object", thing))), (i, k)), k

    def denoted_by(self, i: int) -> Iterator[tuple[Said, int]]:
        """`by M the midpoint of BC and by N that of CA`."""
        if self.words[i] != "by":
            return
        for name, j in self.things(i + 1):
            for thing, k in self.things(j + 1 if self.words[j] in ("is", "be") else j):
                if isinstance(thing, Many) and not is_name_like(thing) and any(map(is_name_like, thing.items)):
                    continue  # `the midpoint of BC and N (that of CA)`
                said = self.about(name, Clause("be", (("subject", SELF), ("object", thing))), (i, k))
                for m in self.joints(k):
                    for more, end in (*self.denoted_by(m), *self.and_named(m)):
                        yield Together((said, more), (i, end)), end
                yield said, k
            yield from self.respectively(i, name, j)

    def and_named(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(Denote by M the midpoint of BC and) N that of CA`."""
        for name, j in self.things(i) if self.words[i] != "by" else ():
            if is_name_like(name):
                yield from self.is_also(i, name, j)

    def respectively(self, i: int, name: Thing, j: int) -> Iterator[tuple[Said, int]]:
        j2, _ = self.adverbs(j)
        if j2 > j:
            for thing, k in self.things(j2):
                yield self.about(name, Clause("be", (("subject", SELF), ("object", thing))), (i, k)), k

    @kept
    def likewise(self, i: int) -> Iterator[tuple[Said, int]]:
        j = i + 2 if self.signs[i + 1] == "," else i + 1
        j = j + 1 if self.words[j] in ("we", "one") else j
        if self.words[j].removesuffix("s") in _MADE:
            for thing, k in self.things(j + 1):
                yield Likewise((thing,), (i, k)), k
        for said, k in self.clause(j):
            if isinstance(said, About) and isinstance(said.said, Clause) and said.said.verb == "lie":
                said = Together((Likewise((said.thing,), (i, k)), said), (i, k))  # similarly, E lies on CA
            yield said, k
        if self.words[j] == "let":
            for thing, k in self.things(j + 1):
                yield Likewise((thing,), (i, k)), k
