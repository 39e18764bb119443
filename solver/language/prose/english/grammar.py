"""The sentences of English about figures: from tokens to the trees of `syntax`.

A chart parser with rules written as functions: `rule(i)` gives all readings that begin at token i, each with the token
after it, the preferred ones first; what was found is kept, so that the time is polynomial. What may follow a noun or a
verb is told by its row in the lexicon: `at` after a tangent is the point where it touches, after `meet` it is the point
of the verb. A sentence's first complete reading is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from solver.language.prose.chart import kept
from solver.language.prose.english.fitting import can_be_said
from solver.language.prose.english.goals import Goals
from solver.language.prose.english.joints import FORMS_OF_BE, SIMILARLY
from solver.language.prose.english.lexicon import VERBS
from solver.language.prose.english.predicates import VERB_FRAMES
from solver.language.prose.english.sorts import (
    is_angle,
    is_ended_relation,
    is_mixed,
    is_name_like,
    is_one_line,
    is_polygon,
    is_several,
    says_something,
    sort_of,
)
from solver.language.prose.syntax import SELF, Clause, Goal, Operation, Relation, Run, Said, Sentence, Thing, Together

#: What one line is said to do to another, and two to each other.
_OF_TWO = frozenset(["meet", "parallel", "perpendicular", "equal", "concur"])
#: Words that compare a formula with another.
_COMPARED = {
    **dict.fromkeys(["greater", "larger", "more", "exceeds"], ">"), **dict.fromkeys(["less", "smaller"], "<"),
    "at_most": "<=", "at_least": ">=",
}  # fmt: skip


#: Words by which a claim in brackets goes on.
_GOING_ON = frozenset(["and", "but", "so", "hence", "thus", "therefore", "also"])

#: Verbs after `one` where it is a pronoun, as in `one can show that`.
_MODALS = frozenset(["can", "may", "must", "has"])


#: What may be said of several things without a verb: `Prove that D, E, F collinear`.
_SAID_OF_SEVERAL = frozenset(["collinear", "concyclic", "concurrent", "coaxal"])

#: What the reader is told to do.
_DRAW = frozenset(
    [
        "draw",
        "construct",
        "take",
        "choose",
        "select",
        "mark",
        "place",
        "pick",
        "erect",
        "make",
        "pass",
        "then",
        "locate",
    ]
)


class Grammar(Goals):
    """One sentence."""

    def parse(self) -> list[Sentence] | None:
        """What the sentence says; None where it has no reading."""
        if self.skip(0) >= self.size:
            return []
        for said, end in self.sentence(0):
            if end == self.size:
                return list(said)
        return None

    @kept
    def sentence(self, i: int, is_goal: bool = False) -> Iterator[tuple[tuple[Sentence, ...], int]]:
        """Clauses, goals, with what joins them; ends where nothing more can be read."""
        i = self.skip(i)
        yield from self.goal_about(i)
        for first, j in self.item(i, is_goal):
            now_goal = is_goal or isinstance(first, Goal)
            for said, m in self.bracketed(j):
                goes_on = self.words[j + 1] in _GOING_ON or self.words[j + 1 : j + 3] == ["that", "is"]
                is_claim = now_goal and goes_on  # prove that AM ⟂ BC (and AB = AC)
                more = Goal("prove", (said,), None, (j, m)) if is_claim else said
                for k in self.joints(m):
                    for rest, end in self.sentence(k, now_goal):
                        yield (first, more, *rest), end
                yield (first, more), self.closed(m)
            for k in self.joints(j):
                is_result = any(t.is_result for t in self.tokens[j:k])
                defines = now_goal and "such_that" in self.words[j:k] and not is_result
                for rest, end in self.sentence(k, now_goal and not defines):
                    yield (first, *rest), end
            yield (first,), self.closed(j)

    def goal_about(self, i: int) -> Iterator[tuple[tuple[Sentence, ...], int]]:
        """`In triangle ABC, prove that …`."""
        if self.words[i] not in ("in", "for", "given"):
            return
        for thing, j in self.things(i + 1):
            k = j + 1 if self.signs[j] == "," else j
            if next(iter(self.goal(k)), None) is not None:
                for rest, end in self.sentence(k):
                    yield (Clause("exist", (("subject", thing),), frozenset(), (i, j)), *rest), end

    @kept
    def bracketed(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(E lies between B and F)`, after a clause."""
        if self.signs[i] == "(":
            begin = i + 2 if self.words[i + 1] == "such_that" else i + 1
            if self.words[begin : begin + 2] == ["that", "is"]:
                begin += 3 if self.signs[begin + 2] == "," else 2
            for said, j in self.clauses(begin):
                if self.signs[j] == ")":
                    yield said, j + 1

    @kept
    def item(self, i: int, is_goal: bool) -> Iterator[tuple[Sentence, int]]:
        if i >= self.size:
            return
        yield from self.goal(i)
        yield from self.formed(i)
        yield from self.before_goal(i)
        if self.words[i] in ("if", "whenever", "when"):
            if is_goal:  # prove that AB = BC; if M is the midpoint of AC, then AC = BM
                yield from self.goal_after(i, i)
            for said, j in self.conditions(i + 1):
                k = j + 1 if self.signs[j] == "," else j
                k = k + 1 if self.words[k] == "then" else k
                yield Together((Clause("given", (), frozenset(), (i, j)), said), (i, j)), self.back(k, j)
        for said, j in self.clause(i):
            yield said, j
            k = j + 1 if self.signs[j] == "," else j
            for thing, m in self.things(k + 1) if self.words[k] in ("in", "of") else ():  # …, in a triangle ABC
                if is_polygon(thing):
                    yield Together((Clause("exist", (("subject", thing),), frozenset(), (k, m)), said), (i, m)), m

    def before_goal(self, i: int) -> Iterator[tuple[Said, int]]:
        """`In triangle ABC, prove that …`: what the goal is about."""
        for thing, j in self.things(i + 1) if self.words[i] in ("in", "for", "given") else ():
            if any(True for _ in self.goal(j + 1 if self.signs[j] == "," else j)):
                yield Clause("exist", (("subject", thing),), frozenset(), (i, j)), j

    @kept
    def clauses(self, i: int) -> Iterator[tuple[Said, int]]:
        """One clause, or several joined by `and` or commas."""
        i = self.skip(i)
        for first, j in self.clause(i):
            for k in self.joints(j):
                if self.words[k] == "let":
                    continue
                for rest, end in self.clauses(k):
                    items = rest.clauses if isinstance(rest, Together) else (rest,)
                    if "such_that" in self.words[j:k]:
                        is_such = not any(t.is_place for t in self.tokens[j:k])  # and no `where`
                        is_result = any(t.is_result for t in self.tokens[j:k])
                        flags = frozenset((*(("such_that",) if is_such else ()), *(("so",) if is_result else ())))
                        items = (Together((Clause("given", (), flags), *items), (k, end)),)
                    yield Together((first, *items), (i, end)), end
            yield first, j

    def compared(self, i: int) -> Iterator[tuple[Said, int]]:
        """`AB + AC is greater than BC`: a formula and what it is compared with."""
        for first, j in self.expression(i):
            if not isinstance(first, Operation):
                continue
            k = j + 1 if self.words[j] in FORMS_OF_BE else j
            for second, end in self.expression(k) if k > j else ():  # the square of AB is the sum of the squares of …
                yield Relation((first, second), ("=",), (i, end)), end
            sign, m = _COMPARED.get(self.words[k], ""), k + 1
            if self.words[m] == "than":
                m += 1
            for second, end in self.expression(m) if sign else ():
                yield Relation((first, second), (sign,), (i, end)), end

    def led_in(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(In triangle ABC) it turned out that …`."""
        if self.words[i] == "it" and (j := self.skip(i)) > i:
            yield from self.clause(j)

    @kept
    def clause(self, i: int) -> Iterator[tuple[Said, int]]:
        word = self.words[i]
        yield from chain(self.compared(i), self.led_in(i))
        if word in ("let", "let's"):
            yield from self.let(i + 2 if self.words[i + 1] in ("further", "also", "now", "moreover") else i + 1)
        elif word in ("suppose", "assume", "given", "consider", "known", "knowing"):
            yield from self.suppose(i)
        elif word in ("denote", "define", "call", "name", "label"):
            yield from self.denote(i)
        elif word in SIMILARLY:
            yield from self.likewise(i)
        elif (
            word in ("we", "you")
            or (word == "one" and (self.words[i + 1] in _MODALS or self.words[i + 1].removesuffix("s") in _DRAW))
            or (word == "there" and self.words[i + 1] in FORMS_OF_BE | {"exist", "exists"})
        ):
            j = i + 1
            if self.words[j] in ("have", "can", "are", "is", "exist", "exists", "has", "may", "must"):
                j += 1
            if self.words[j] == "know":
                j += 2 if self.words[j + 1] == "that" else 1
            if self.words[j] == "given":
                j += 1
            yield from self.clause(j)
        if word in _DRAW or (word.removesuffix("s") in _DRAW and self.words[i - 1] == "one"):
            yield from self.told_to_draw(i)
        if word in ("extend", "produce", "prolong", "reflect", "project", "join", "connect", "divide"):
            verb = VERBS[word]
            for roles, j in self.arguments(i + 1, verb.verb):
                if word in ("extend", "produce", "prolong"):
                    for rest, k in self.to_meet(j):
                        first = Clause(
                            "meet", (("subject", dict(roles)["object"]), *rest), frozenset(("extended",)), (i, k)
                        )
                        for m in self.joints(k):
                            for thing, n in self.things(m):
                                for more, end in self.to_meet(n):
                                    second = Clause(
                                        "meet", (("subject", thing), *more), frozenset(("extended",)), (m, end)
                                    )
                                    yield Together((first, second), (i, end)), end
                        yield first, k
                yield Clause(verb.verb, roles, frozenset(), (i, j)), j
        for said, j in self.with_things(i) if word == "with" else ():
            if not isinstance(said, Clause):
                yield said, j
        yield from self.fronted(i)
        for subject, j in self.things(i):
            for said, k in self.predicate_at(j):
                if self.is_no_subject(subject, said, j):
                    continue
                yield self.about(subject, said, (i, k)), k
                yield from self.and_at(i, self.about(subject, said, (i, k)), said, k)
            if self.signs[j] == ",":
                for said, k in self.predicate_at(j + 1):
                    yield self.about(subject, said, (i, k)), k
        yield from self.listed_below(i)
        for subject, j in self.things(i):
            if self.words[j] in ("denote", "denotes") and is_name_like(subject):
                for thing, k in self.things(j + 1):
                    yield self.about(subject, Clause("be", (("subject", SELF), ("object", thing))), (i, k)), k
        yield from self.relation(i)
        for subject, j in self.things(i):
            for said, k in self.place_of(j) if sort_of(subject) != "other" else ():
                yield self.about(subject, said, (i, k)), k
            if is_name_like(subject):
                yield from self.is_also(i, subject, j)
            if says_something(subject):
                yield Clause("exist", (("subject", subject),), frozenset(), (i, j)), j
        for subject, j in self.things(i):
            for said, k in self.adjective(j) if is_several(subject) else ():  # D, E, F collinear
                if isinstance(said, Clause) and said.verb in _SAID_OF_SEVERAL:
                    yield self.about(subject, said, (i, k)), k

    def is_no_subject(self, subject: Thing, said: Said, j: int) -> bool:
        """Whether that can't be said of the subject, which is the end of something else: `Given triangle ABC and (O) is its circumcircle`."""
        if sort_of(subject) == "point" and not can_be_said(said, "point"):
            return True
        if isinstance(said, Clause) and said.verb == "bisect" and sort_of(subject) == "point":
            bisected = said.role("object")
            if bisected is not None and is_angle(bisected):
                return True  # `a point E with EB ∥ AC, and EB bisects angle AEC`
        is_meeting = isinstance(said, Clause) and said.verb == "meet"
        if self.is_last_of_list(subject, j) or (is_meeting and is_polygon(subject)):
            return True  # `with centroid G, lines AG and BG meet BC, CA`: the triangle doesn't
        if isinstance(said, Clause) and said.verb in _OF_TWO and said.role("object") is None and is_one_line(subject):
            return True  # `D is on BC, AD and BE meet at P`: BE alone doesn't
        if is_mixed(subject) and isinstance(said, Clause) and said.verb == "be":
            return True
        return self.words[j] == "be" and is_ended_relation(subject)

    def is_last_of_list(self, subject: Thing, j: int) -> bool:
        """Whether a verb in the plural comes after the last name of a list, all of which it is about: `points M, N, K lie on …`."""
        verb = VERBS.get(self.words[j])
        is_plural = self.words[j] == "are" or (verb is not None and verb.form == "base")
        if not (is_plural and isinstance(subject, Run) and j > 2 and self.signs[j - 2] == ","):
            return False
        if "let" in self.words[:j]:
            return False  # let M be the midpoint of BC, AM meet ω at D
        return len(self.tokens[j - 3].points) == len(subject.points) < 3

    def told_to_draw(self, i: int) -> Iterator[tuple[Said, int]]:
        """`Draw a line through A`, `take D on BC`, `construct CF, cutting ω at G`, `make KT ⟂ AD at T`."""
        yield from self.directed(i + 1)
        for thing, j in self.things(i + 1):
            for roles, k in self.arguments(j, "place"):
                yield Clause("place", (("subject", thing), *roles), frozenset(), (i, k)), k
            for said, k in self.participle(j + 1) if self.signs[j] == "," else ():
                if is_name_like(thing):  # draw CF, cutting ω at G
                    yield self.about(thing, said, (i, k)), k
        role = VERB_FRAMES["place"].prepositions.get(self.words[i + 1])
        for where, j in self.things(i + 2) if role is not None else ():  # draw outside of ABC the triangles …
            for thing, k in self.things(j):
                yield Clause("place", (("subject", thing), (role or "", where)), frozenset(), (i, k)), k

    def listed_below(self, i: int) -> Iterator[tuple[Said, int]]:
        """`The following three lines meet in a point: …`."""
        if "following" in self.words[i : i + 3]:
            for _, j in self.noun(i):
                for said, k in self.predicate_at(j) if self.words[j] else ():
                    for thing, end in self.things(k + 1) if self.signs[k] == ":" else ():
                        yield self.about(thing, said, (i, end)), end

    def and_at(self, i: int, first: Said, said: Said, k: int) -> Iterator[tuple[Said, int]]:
        """`AB and CD meet at P, and AD and BC at Q`."""
        if (
            isinstance(said, Clause)
            and said.verb in ("meet", "touch", "touch_inside", "touch_outside")
            and said.role("at") is not None
            and said.role("object") is None
        ):
            for m in self.joints(k):
                for subject, n in self.things(m):
                    if self.words[n] in ("at", "in"):
                        for at, end in self.things(n + 1):
                            other = Clause(said.verb, (("subject", SELF), ("at", at)), said.flags, (m, end))
                            both = Together((first, self.about(subject, other, (m, end))), (i, end))
                            yield from self.and_at(i, both, other, end)
                            yield both, end

    def to_meet(self, j: int) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        if self.words[j] == "to" and self.words[j + 1] in VERBS and VERBS[self.words[j + 1]].verb == "meet":
            yield from self.arguments(j + 2, "meet")
