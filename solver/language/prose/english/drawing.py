"""What is drawn or stands first: `In triangle ABC, …`, `Through D a line is drawn that …`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from solver.language.prose.chart import kept
from solver.language.prose.english.fitting import alone_first
from solver.language.prose.english.joints import FORMS_OF_BE, WHERE
from solver.language.prose.english.lexicon import VERBS
from solver.language.prose.english.predicates import VERB_FRAMES
from solver.language.prose.english.remarks import Remarks
from solver.language.prose.english.said import HOW, about
from solver.language.prose.english.sorts import FRAMES, KINDS, is_of_relations
from solver.language.prose.syntax import SELF, Clause, Many, Noun, Relation, Run, Said, Thing, Together

#: What is known by the point from which it is drawn.
_DRAWN_FROM = ("tangent", "perpendicular")


class Drawing(Remarks):
    """What is drawn, and what stands first."""

    @kept
    def fronted(self, i: int) -> Iterator[tuple[Said, int]]:
        """`In triangle ABC, …`, `On side BC, points E and F are given`, `Through D a line is drawn that …`."""
        word = self.words[i]
        if word == "with":
            for said, j in self.with_things(i):
                k = j + 1 if self.signs[j] == "," else j
                if not isinstance(said, Clause):
                    for more, m in self.clause(k):
                        yield Together((said, more), (i, m)), m
        if word in ("in", "for", "of", "given", "with"):
            for thing, j in alone_first(self.things(i + 1)):
                k = j + 1 if self.signs[j] == "," else j
                if word == "of" and k == j:
                    continue
                first = Clause("exist", (("subject", thing),), frozenset(("for",) if word == "for" else ()), (i, j))
                for said, m in self.clause(k):
                    yield Together((first, said), (i, m)), m
        if word in ("on", "inside", "outside", "through", "from", "in", "at"):
            role = {"through": "through", "from": "through", "at": "through"}.get(word, WHERE.get(word, "on"))
            for thing, j in self.things(i + 1):
                k = j + 1 if self.signs[j] == "," else j
                for said, m in self.directed(k + 1) if self.words[k] in ("make", "draw", "construct") else ():
                    first = Clause("mention", (("subject", thing),), frozenset(), (i, j))
                    yield Together((first, said), (i, m)), m  # through B make BE ∥ AC, intersecting ω at E
                for subject, m in self.drawn(k):
                    clause = Clause("place", (("subject", subject), (role, thing)), frozenset(), (i, m))
                    yield clause, m
                for subject, m in self.things(k):
                    if k == j and isinstance(subject, Run) and len(subject.points) > 1:
                        continue  # `(a point, other than A,) on the line AB such that …`
                    rest: Said | None
                    for n, rest in self.drawn_after(m):
                        yield from self.drawn_so(i, subject, word, thing, rest, n)
                        where = (("from" if word == "from" else role, thing),)
                        roles = (("subject", subject), *where)
                        if rest is None:
                            placed = Clause("place", roles, frozenset(), (i, n))
                            for other, end in self.adjective(n) if self.words[n] == "other_than" else ():
                                yield Together((placed, about(subject, other, (n, end))), (i, end)), end
                            for said, end in self.with_things(n) if self.words[n] == "with" else ():
                                if is_of_relations(said):  # on AC a point D is chosen with AD = AB
                                    yield Together((placed, said), (i, end)), end
                            yield placed, n
                        elif isinstance(rest, Clause) and rest.verb == "place" and isinstance(subject, Noun | Many):
                            others = tuple(r for r in rest.roles if r[0] != "subject")
                            yield Clause("place", (*roles, *others), rest.flags, (i, n)), n
                        elif isinstance(subject, Noun) and subject.head in _DRAWN_FROM and word in FRAMES[subject.head]:
                            source = (FRAMES[subject.head][word], thing)
                            yield about(replace(subject, roles=(*subject.roles, source)), rest, (i, n)), n
                        else:
                            clause = Clause("place", (("subject", SELF), *where), frozenset(), (i, m))
                            yield about(subject, Together((clause, rest)), (i, n)), n
                if role == "on" and isinstance(thing, Noun) and KINDS[thing.head] == "circle":
                    for said, m in self.clause(k):
                        yield Together((Clause("mention", (("subject", thing),), frozenset(), (i, j)), said), (i, m)), m

    def drawn_so(
        self, i: int, subject: Thing, word: str, source: Thing, rest: Said | None, n: int
    ) -> Iterator[tuple[Said, int]]:
        """`From P tangents are drawn to ω, touching it at A and B`."""
        after = n + 1 if self.signs[n] == "," else n
        if isinstance(subject, Noun) and subject.head == "line" and rest is None:
            role = "through" if word in ("through", "from", "at") else "on"
            placed = Clause("place", (("subject", SELF), (role, source)), frozenset(), (i, n))
            for said, end in self.participle(after):  # through P a line is drawn, meeting AB at Q
                yield about(subject, Together((placed, said)), (i, end)), end
            for said, end in self.adjective(n):  # through P a line is drawn parallel to BC, meeting AB at Q
                for more, k in self.participle(end + 1) if self.signs[end] == "," else ():
                    yield about(subject, Together((placed, said, more)), (i, k)), k
                yield about(subject, Together((placed, said)), (i, end)), end
        if not (isinstance(subject, Noun) and subject.head in _DRAWN_FROM):
            return
        where = [(word, source)]
        if isinstance(rest, Clause) and rest.verb == "place":
            where += [role for role in rest.roles if role[0] != "subject"]
        elif rest is not None:
            return
        frame = FRAMES[subject.head]
        roles = tuple((frame[name], thing) for name, thing in where if name in frame)
        if len(roles) < len(where):
            return
        noun = replace(subject, roles=(*subject.roles, *roles))
        with_feet = self.with_things(after) if self.words[after] == "with" and subject.head == "perpendicular" else ()
        for said, end in (*self.participle(after), *with_feet):
            yield about(noun, said, (i, end)), end

    def directed(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(Make) FG ∥ AD and intersect ω at G`, `(draw) BT perpendicular to AC at T`."""
        for said, j in self.relation(i):
            line = said.sides[0] if isinstance(said, Relation) and said.signs in (("∥",), ("⟂",)) else None
            if isinstance(said, Clause) and said.verb == "perpendicular":
                line = said.role("subject")
            if line is not None:
                yield from self.going_on(i, line, said, j)
        for line, j in self.bare(i):
            for adjective, k in self.adjective(j) if isinstance(line, Run) and len(line.points) == 2 else ():
                if isinstance(adjective, Clause) and adjective.verb in ("parallel", "perpendicular"):
                    yield from self.going_on(i, line, about(line, adjective, (i, k)), k)

    def going_on(self, i: int, line: Thing, said: Said, j: int) -> Iterator[tuple[Said, int]]:
        """What else is said of a line that was drawn in a direction: `and intersect ω at G`, `to meet ω at G`, `, which meets ω at G`."""
        k = j + 1 if self.signs[j] == "," else j
        ways = [*self.participle(k), *self.relative(k)]
        if self.words[k] == "and":
            ways += [*self.participle(k + 1), *self.predicate_at(k + 1)]
        elif self.words[k] == "to":
            ways += self.predicate_at(k + 1)
        for more, end in ways:
            yield Together((said, about(line, more, (k, end))), (i, end)), end
        yield said, j

    def drawn(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`take points E and F`, `we draw a line`, `lies a point`."""
        if self.words[i] == "let":  # on YZ let P and Q be such that …
            for thing, j in self.things(i + 1):
                if self.words[j] == "be" and self.words[j + 1] == "such_that":
                    yield thing, j + 1
        is_told = self.words[i] == "one"
        if self.words[i] in ("we", "let", "there", "one"):
            i += 1
        if (self.words[i].removesuffix("s") if is_told else self.words[i]) in (
            "draw",
            "consider",
            "take",
            "choose",
            "mark",
            "lies",
            "lie",
            "select",
            "construct",
            "pick",
            "are",
            "is",
        ):
            i += 1
            while self.words[i] in ("given", "chosen", "taken", "marked"):
                i += 1
            yield from self.things(i)

    def drawn_after(self, i: int) -> Iterator[tuple[int, Said | None]]:
        i, _ = self.adverbs(i)
        if self.words[i] in FORMS_OF_BE:
            j = self.adverbs(i + 1)[0]
            yield from self.drawn_to(j)
            verb = VERBS.get(self.words[j])
            if verb is not None and verb.verb == "place":
                k, flags = self.adverbs(j + 1)
                for roles, m in self.after(k, "place", ()):
                    if roles:
                        yield m, Clause("place", (("subject", SELF), *roles), flags, (k, m))
                if flags & HOW:  # squares are erected externally
                    yield k, Clause("place", (("subject", SELF),), flags, (j, k))
                for said, m in (*self.relative(k), *self.such_that(k), *self.place_of(k)):
                    yield m, said
                yield k, None
        for said, k in self.such_that(i):
            yield k, said

    def drawn_to(self, j: int) -> Iterator[tuple[int, Clause]]:
        """`drawn to ω`, `dropped from A`: words that are one where they follow a noun."""
        verb, _, preposition = self.words[j].partition("_")
        role = VERB_FRAMES["place"].prepositions.get(preposition)
        if verb in ("drawn", "dropped", "erected", "raised") and role is not None:
            for thing, k in self.things(j + 1):
                yield k, Clause("place", (("subject", SELF), (role, thing)), frozenset(), (j, k))
