"""The sentences of English about figures: from tokens to the trees of `syntax`.

A chart parser with rules written as functions: `rule(i)` gives all readings that begin at token i, each with the token
after it, the preferred ones first; what was found is kept, so that the time is polynomial. What may follow a noun or a
verb is told by its row in the lexicon: `at` after a tangent is the point where it touches, after `meet` it is the point
of the verb. A sentence's first complete reading is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from solver.language.prose.chart import MOST_STEPS, Readings, kept
from solver.language.prose.english.lexicon import (
    ADJECTIVES,
    ADVERBS,
    ARTICLES,
    LONGEST_NOUN,
    LONGEST_PREDICATE,
    NOUNS,
    NUMBERS,
    PREDICATES,
    VERBS,
    NounWord,
    VerbWord,
)
from solver.language.prose.formulas import Formulas
from solver.language.prose.syntax import (
    SELF,
    About,
    AngleSize,
    Clause,
    Goal,
    Likewise,
    Many,
    Modified,
    Named,
    Noun,
    Number,
    Operation,
    Place,
    Pronoun,
    Relation,
    Run,
    Said,
    Sentence,
    Thing,
    Together,
    Whether,
)
from solver.language.prose.tokens import Kind, Token

_PREPOSITIONS = [
    "of",
    "from",
    "to",
    "in",
    "on",
    "at",
    "through",
    "with",
    "by",
    "about",
    "as",
    "for",
    "between",
    "inside",
    "outside",
    "opposite",
    "onto",
    "into",
    "upon",
    "along",
    "within",
    "not_containing",
    "containing",
    "that_contains",
    "with_respect_to",
    "wrt",
    "opposite_to",
    "beyond",
    "over",
    "across",
    "under",
    "dropped_from",
    "drawn_from",
    "drawn_through",
    "drawn_to",
    "drawn_at",
    "erected_at",
    "raised_at",
    "corresponding_to",
    "relative_to",
    "around",
    "past",
    "until",
    "via",
    "against",
    "and",
]

_WHERE = {
    "on": "on",
    "upon": "on",
    "in": "on",
    "inside": "inside",
    "within": "inside",
    "outside": "outside",
    "between": "between",
    "along": "on",
}
_FORMS_OF_BE = frozenset(
    ["is", "are", "be", "was", "were", "being", "been", "lies", "become", "becomes", "remain", "remains"]
)
_SKIPPED = frozenset(
    [
        "so",
        "then",
        "thus",
        "also",
        "now",
        "furthermore",
        "moreover",
        "hence",
        "next",
        "finally",
        "and",
        "but",
        "that",
        "therefore",
        "further",
        "additionally",
    ]
)
_PROVE = frozenset(["prove", "show", "demonstrate", "deduce", "conclude", "verify"])
_FIND = frozenset(["find", "determine", "compute", "calculate", "evaluate", "express"])
#: What stands between a value and the form in which it is written.
_WRITTEN = frozenset(
    [
        "can",
        "may",
        "be",
        "is",
        "are",
        "equals",
        "written",
        "expressed",
        "represented",
        "put",
        "uniquely",
        "as",
        "in",
        "the",
        "form",
        "simplest",
        "lowest",
        "terms",
        "of",
    ]
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
    ]
)
_SIMILARLY = frozenset(["similarly", "analogously", "likewise"])
#: Words that begin a clause even where nothing separates it from the one before.
_BEGINNINGS = frozenset(["let", "prove", "show", "denote", "suppose", "assume"])
_RELATIONS = frozenset(["=", "≠", "<", ">", "<=", ">=", "∥", "∦", "⟂", "∼", "≅", "∈", "∉"])


@dataclass(frozen=True)
class _BeforeNoun:
    """What stands between a noun's article and the noun."""

    count: int
    adjectives: tuple[str, ...]
    vertex: tuple[tuple[str, Thing], ...]


_SUPERLATIVES = {
    **dict.fromkeys(["longest", "largest", "greatest", "biggest"], "greatest"),
    **dict.fromkeys(["shortest", "smallest", "least"], "least"),
}
#: Words before a noun that say nothing, and those after `both of`.
_EMPTY_BEFORE_NOUN = frozenset(["respective", "so", "said", "above", "mentioned", "following"])
_ARTICLES_AFTER_OF = frozenset(["the", "these", "its", "their"])


class Grammar(Formulas):
    """One sentence."""

    def __init__(self, tokens: Sequence[Token], most_steps: int = MOST_STEPS) -> None:
        super().__init__(most_steps)
        self.tokens = tokens
        self.words = [t.text if t.kind is Kind.WORD else "" for t in tokens] + [""] * (LONGEST_NOUN + 2)
        self.signs = [t.text if t.kind is Kind.SIGN else "" for t in tokens] + [""] * (LONGEST_NOUN + 2)
        self.kinds: list[Kind | None] = [t.kind for t in tokens] + [None] * (LONGEST_NOUN + 2)
        self.size = len(tokens)

    # Sentences.

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
        for first, j in self.item(i, is_goal):
            now_goal = is_goal or isinstance(first, Goal)
            for more, m in self.bracketed(j):
                for k in self.joints(m):
                    for rest, end in self.sentence(k, now_goal):
                        yield (first, more, *rest), end
                yield (first, more), self.closed(m)
            for k in self.joints(j):
                defines = now_goal and "such_that" in self.words[j:k]
                for rest, end in self.sentence(k, now_goal and not defines):
                    yield (first, *rest), end
            yield (first,), self.closed(j)

    @kept
    def bracketed(self, i: int) -> Iterator[tuple[Said, int]]:
        """`(E lies between B and F)`, after a clause."""
        if self.signs[i] == "(":
            for said, j in self.clauses(i + 1):
                if self.signs[j] == ")":
                    yield said, j + 1

    def closed(self, j: int) -> int:
        while j < self.size and (
            self.words[j] == "also" or self.signs[j] in (",", ";", ":", ")", "-") or self.kinds[j] is Kind.END
        ):
            j += 1
        return j

    def skip(self, i: int) -> int:
        """Past words that only lead in."""
        while i < self.size:
            if self.words[i] in _SKIPPED or self.signs[i] in (",", ";", "-", ":", ")"):
                i += 1
            elif (
                self.signs[i] == "("
                and self.kinds[i + 1] in (Kind.NAME, Kind.NUMBER, Kind.WORD, Kind.RUN)
                and self.signs[i + 2] == ")"
                and len(self.tokens[i + 1].text) <= 3
                and (self.kinds[i + 1] is not Kind.RUN)
            ):
                i += 3  # (a), (i), (1)
            elif self.signs[i] == "(" and self.words[i + 1] == "by":
                return self.size
            elif self.words[i] == "as" and self.words[i + 1] in ("shown", "in", "illustrated", "depicted"):
                i += 2
                while i < self.size and self.signs[i] != ",":
                    i += 1
            elif self.words[i : i + 3] in (["refer", "to", "the"], ["see", "the", "figure"], ["by", "interior", "we"]):
                return self.size
            elif self.words[i] == "in" and self.words[i + 1 : i + 3] in (
                ["the", "plane"],
                ["the", "figure"],
                ["a", "plane"],
            ):
                i += 3
            elif (said := self.announced(i)) > i:
                i = said
            elif self.words[i : i + 2] in (["it", "is"], ["it", ""]) and self.words[i + 2] in ("given", "known"):
                i += 4 if self.words[i + 3] == "that" else 3
            else:
                break
        return i

    def announced(self, i: int) -> int:
        """After `the following equalities hold:`, `we have that`, `it holds that`; where it began, if it is no such thing."""
        if self.words[i : i + 2] in (["we", "have"], ["it", "holds"]):
            return i + 3 if self.words[i + 2] == "that" else i + 2 if self.signs[i + 2] == ":" else i
        if self.words[i] == "the" and self.words[i + 1] == "following":
            end = next((k for k in range(i + 2, min(i + 8, self.size)) if self.words[k] in ("hold", "holds")), i)
            return end + 1 if end > i and all(self.words[i + 2 : end]) else i
        return i

    def joints(self, j: int) -> list[int]:
        """Where a next clause may begin, after what joins it."""
        k = j
        while self.signs[k] in (",", ";", ":") or self.words[k] in (
            "and",
            "but",
            "then",
            "so",
            "such_that",
            "that",
        ):
            k += 1
        if k == j and self.words[k] in _BEGINNINGS:
            return [k]
        return [k] if k > j and k < self.size else []

    @kept
    def item(self, i: int, is_goal: bool) -> Iterator[tuple[Sentence, int]]:
        if i >= self.size:
            return
        yield from self.goal(i)
        yield from self.formed(i)
        if self.words[i] in ("if", "whenever", "when"):
            for said, j in self.conditions(i + 1):
                k = j + 1 if self.signs[j] == "," else j
                k = k + 1 if self.words[k] == "then" else k
                yield Together((Clause("given", (), frozenset(), (i, j)), said), (i, j)), self.back(k, j)
        yield from self.clause(i)

    def back(self, k: int, j: int) -> int:
        """A comma after `if …` joins what follows, so it is left where the clause ended."""
        return j if self.signs[j] == "," else k - 1 if k > j else j

    @kept
    def goal(self, i: int) -> Iterator[tuple[Goal, int]]:
        if self.words[i] in ("we", "you"):
            i += 1
        if self.words[i] in ("must", "can", "will", "please", "to"):
            i += 1
        word = self.words[i]
        if word in _PROVE:
            j = i + 1
            while (
                (self.words[j] in ("that", "both", "it", "the", "following") and self.words[j] in ("that", "it"))
                or self.signs[j] in (":", ",")
                or self.words[j - 1 : j + 1] == ["that", "is"]
            ):
                j += 1
            yield from self.goal_after(i, j)
        elif word in _FIND:
            yield from self.asked(i, i + 1)
        elif word == "what" and self.words[i + 1 : i + 4] == ["can", "be", "said"]:
            yield Goal("explore", (), None, (i, i + 4)), i + 4
        elif word == "how" and self.words[i + 1] in ("long", "large") and self.words[i + 2] in ("is", "are"):
            yield from self.asked(i, i + 3)
        elif word == "what" and self.words[i + 1] in ("is", "are"):
            yield from self.asked(i, i + 2)

    def asked(self, i: int, j: int) -> Iterator[tuple[Goal, int]]:
        """What is to be found, several things perhaps, in which terms, and where something else is given for it."""
        for goal, k in self.asked_plainly(i, j):
            after = k + 1 if self.signs[k] == "," else k
            if self.words[after] in ("if", "given", "when", "where"):
                after += 2 if self.words[after + 1] == "that" else 1
                for said, m in self.clauses(after):
                    yield replace(goal, clauses=(said,), place=(i, m)), m
            yield goal, k

    def asked_plainly(self, i: int, j: int) -> Iterator[tuple[Goal, int]]:
        for asked, k in self.asked_for(j):
            if self.words[k : k + 3] == ["in", "terms", "of"]:
                for terms, m in self.terms(k + 3):
                    yield Goal("find", (), asked, (i, m), terms), m
            yield Goal("find", (), asked, (i, k)), k

    def asked_for(self, j: int) -> Iterator[tuple[Thing, int]]:
        for first, k in self.expression(j):
            yield first, k
            items, m = [first], k
            while self.signs[m] == "," or self.words[m] == "and":
                nxt = m + 2 if self.signs[m] == "," and self.words[m + 1] == "and" else m + 1
                more = next(iter(self.expression(nxt)), None)
                if more is None:
                    break
                items.append(more[0])
                m = more[1]
                yield Many(tuple(items), (j, m)), m

    def terms(self, j: int) -> Iterator[tuple[tuple[Thing, ...], int]]:
        """`R and r`, `AB, AC`: the longest list first."""
        for thing, k in self.factor(j):
            after = k + 1 if self.signs[k] == "," else k
            after = after + 1 if self.words[after] == "and" else after
            if after > k:
                for rest, end in self.terms(after):
                    yield (thing, *rest), end
            yield (thing,), k

    def conditions(self, i: int) -> list[tuple[Said, int]]:
        """What stands between `if` and `then`, and what else it could be."""

        def is_ended(reading: tuple[Said, int]) -> bool:
            k = reading[1]
            return self.words[k] == "then" or (self.signs[k] == "," and self.words[k + 1] == "then")

        return sorted(self.clauses(i), key=lambda reading: not is_ended(reading))

    def goal_after(self, i: int, j: int) -> Iterator[tuple[Goal, int]]:
        if self.words[j] in ("if", "whenever", "when"):
            for said, k in self.conditions(j + 1):
                k = k + 1 if self.signs[k] == "," else k
                k = k + 1 if self.words[k] == "then" else k
                for claim, m in self.clauses(k):
                    yield Goal("prove", (Together((Clause("given"), said)), claim), None, (i, m)), m
            return
        if self.words[j] == "from":
            for said, k in self.clause(j + 1):
                if self.words[k] in ("follows", "it"):
                    k = k + 2 if self.words[k] == "it" else k + 1
                    k = k + 1 if self.words[k] == "that" else k
                    for claim, m in self.clauses(k):
                        yield Goal("prove", (Together((Clause("given"), said)), claim), None, (i, m)), m
        if self.words[j] == "either":
            for first, k in self.clause(j + 1):
                if self.words[k] == "or":
                    for second, m in self.clause(k + 1):
                        yield Goal("prove", (Whether((first, second)),), None, (i, m)), m
        for claim, k in self.clauses(j):
            if self.words[k] == "or":
                m = k + 1
                while self.words[m] in ("that", "show", "prove", "else"):
                    m += 1
                for second, end in self.clauses(m):
                    yield Goal("prove", (Whether((claim, second)),), None, (i, end)), end
            if self.words[k] == "iff":
                for second, m in self.clauses(k + 1):
                    yield Goal("iff", (claim, second), None, (i, m)), m
            if self.words[k] == "if":
                for second, m in self.clauses(k + 1):
                    yield Goal("prove", (Together((Clause("given"), second)), claim), None, (i, m)), m
            yield Goal("prove", (claim,), None, (i, k)), k

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
                        items = (Together((Clause("given"), *items), (k, end)),)
                    yield Together((first, *items), (i, end)), end
            yield first, j

    # Clauses.

    @kept
    def clause(self, i: int) -> Iterator[tuple[Said, int]]:
        word = self.words[i]
        if word in ("let", "let's"):
            yield from self.let(i + 1)
        elif word in ("suppose", "assume", "given", "consider", "known"):
            yield from self.suppose(i)
        elif word in ("denote", "define", "call", "name", "label"):
            yield from self.denote(i)
        elif word in _SIMILARLY:
            yield from self.likewise(i)
        elif word in ("we", "you", "one") or (
            word == "there" and self.words[i + 1] in _FORMS_OF_BE | {"exist", "exists"}
        ):
            j = i + 1
            if self.words[j] in ("have", "can", "are", "is", "exist", "exists", "has", "may", "must"):
                j += 1
            if self.words[j] == "given":
                j += 1
            yield from self.clause(j)
        if word in (
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
        ):
            for thing, j in self.things(i + 1):
                for roles, k in self.arguments(j, "place"):
                    yield Clause("place", (("subject", thing), *roles), frozenset(), (i, k)), k
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
        yield from self.fronted(i)
        for subject, j in self.things(i):
            for said, k in self.predicate_at(j):
                if sort_of(subject) == "point" and not _can_be_said(said, "point"):
                    continue
                yield self.about(subject, said, (i, k)), k
                yield from self.and_at(i, self.about(subject, said, (i, k)), said, k)
            if self.signs[j] == ",":
                for said, k in self.predicate_at(j + 1):
                    yield self.about(subject, said, (i, k)), k
        for subject, j in self.things(i):
            if self.words[j] in ("denote", "denotes") and _is_name_like(subject):
                for thing, k in self.things(j + 1):
                    yield self.about(subject, Clause("be", (("subject", SELF), ("object", thing))), (i, k)), k
        yield from self.relation(i)
        for subject, j in self.things(i):
            for said, k in self.place_of(j) if sort_of(subject) != "other" else ():
                yield self.about(subject, said, (i, k)), k
            if _is_name_like(subject):
                yield from self.is_also(i, subject, j)
            if _says_something(subject):
                yield Clause("exist", (("subject", subject),), frozenset(), (i, j)), j

    def and_at(self, i: int, first: Said, said: Said, k: int) -> Iterator[tuple[Said, int]]:
        """`AB and CD meet at P, and AD and BC at Q`."""
        if (
            isinstance(said, Clause)
            and said.verb == "meet"
            and said.role("at") is not None
            and said.role("object") is None
        ):
            for m in self.joints(k):
                for subject, n in self.things(m):
                    if self.words[n] in ("at", "in"):
                        for at, end in self.things(n + 1):
                            other = Clause("meet", (("subject", SELF), ("at", at)), said.flags, (m, end))
                            yield Together((first, self.about(subject, other, (m, end))), (i, end)), end

    def to_meet(self, j: int) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        if self.words[j] == "to" and self.words[j + 1] in VERBS and VERBS[self.words[j + 1]].verb == "meet":
            yield from self.arguments(j + 2, "meet")

    def about(self, subject: Thing, said: Said, place: Place) -> Said:
        return _about(subject, said, place)

    @kept
    def let(self, i: int) -> Iterator[tuple[Said, int]]:
        if self.words[i] == "be" and self.words[i + 1] == "given":
            for thing, j in self.things(i + 2):
                yield Clause("exist", (("subject", thing),), frozenset(), (i, j)), j
        for subject, j in self.things(i):
            for said, k in self.predicate_at(j):
                for more, m in self.and_let(k):
                    yield Together((self.about(subject, said, (i, k)), more), (i, m)), m
                yield self.about(subject, said, (i, k)), k
            if self.words[j] in ("denote", "denotes"):
                for other, k in self.things(j + 1):
                    yield self.about(subject, Clause("be", (("subject", SELF), ("object", other))), (i, k)), k
            for said, k in self.place_of(j):
                yield self.about(subject, said, (i, k)), k
        yield from self.relation(i)
        for subject, j in self.things(i):
            if _is_name_like(subject):
                yield from self.is_also(i, subject, j)
            if _says_something(subject):
                yield Clause("exist", (("subject", subject),), frozenset(), (i, j)), j
        for mixed, j in self.owned(i):
            if len(mixed) > 1 and self.words[j] == "be":
                for others, k in self.owned(j + 1):
                    if len(others) == len(mixed):
                        parts = tuple(
                            self.about(one, Clause("be", (("subject", SELF), ("object", other))), (i, k))
                            for one, other in zip(_sharing(mixed), others, strict=True)
                        )
                        yield Together(parts, (i, k)), k

    def and_let(self, i: int) -> Iterator[tuple[Said, int]]:
        """`let M be the midpoint of BC, N that of CA, and Γ the circle …`."""
        for k in self.joints(i):
            if self.words[k] != "let":
                for subject, j in self.things(k):
                    if self.words[self.adverbs(j)[0]] == "be":
                        yield from self.let(k)
                    elif _is_name_like(subject):
                        yield from self.is_also(k, subject, j)

    def is_also(self, k: int, subject: Thing, j: int) -> Iterator[tuple[Said, int]]:
        """`… and N the midpoint of CA`, `… and N that of CA`."""
        for noun, m in (*self.noun(j), *((t, m) for t, m in self.bare(j) if isinstance(t, Noun) and t.head == "that")):
            said = self.about(subject, Clause("be", (("subject", SELF), ("object", noun))), (k, m))
            for more, n in self.and_let(m):
                yield Together((said, more), (k, n)), n
            yield said, m

    @kept
    def suppose(self, i: int) -> Iterator[tuple[Said, int]]:
        j = i + 1
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
        ) and not (self.words[j] in ("the", "an") and self.words[j + 1] != "fact"):
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
            if len(owned) > 1 and self.words[j] in _SIMILARLY:  # points I_B, I'_B and line ℓ_B
                yield Likewise(owned, (i, j + 1)), j + 1
        for thing, j in self.things(i + 1):
            if self.words[j] in ("by", "as", "to"):
                k = j + 2 if self.words[j + 1] == "be" else j + 1
                for name, m in self.things(k):
                    one, other = (name, thing) if self.words[j] == "by" else (thing, name)
                    if self.words[j] == "as" and not _is_name_like(thing):
                        one, other = name, thing
                    said = self.about(one, Clause("be", (("subject", SELF), ("object", other))), (i, m))
                    for n in self.joints(m) if self.words[m] else ():
                        for more, end in self.denote(n - 1):  # denote P as … and Q as …
                            yield Together((said, more), (i, end)), end
                    yield said, m
            if self.words[j] in _SIMILARLY:
                end = j + 1
                if self.signs[end] == "," and self.words[end + 1] in ("using", "with", "as"):
                    end = self.size
                yield Likewise((thing,), (i, j + 1)), end
            if isinstance(thing, Noun) and thing.names:
                yield Clause("exist", (("subject", thing),), frozenset(), (i, j)), j
            if self.words[j] != "by":
                for name, k in self.things(j):
                    if _is_name_like(name):
                        yield self.about(name, Clause("be", (("subject", SELF), ("object", thing))), (i, k)), k

    def denoted_by(self, i: int) -> Iterator[tuple[Said, int]]:
        """`by M the midpoint of BC and by N that of CA`."""
        if self.words[i] != "by":
            return
        for name, j in self.things(i + 1):
            for thing, k in self.things(j):
                said = self.about(name, Clause("be", (("subject", SELF), ("object", thing))), (i, k))
                for m in self.joints(k):
                    for more, end in self.denoted_by(m):
                        yield Together((said, more), (i, end)), end
                yield said, k
            yield from self.respectively(i, name, j)

    def respectively(self, i: int, name: Thing, j: int) -> Iterator[tuple[Said, int]]:
        j2, _ = self.adverbs(j)
        if j2 > j:
            for thing, k in self.things(j2):
                yield self.about(name, Clause("be", (("subject", SELF), ("object", thing))), (i, k)), k

    @kept
    def likewise(self, i: int) -> Iterator[tuple[Said, int]]:
        j = i + 2 if self.signs[i + 1] == "," else i + 1
        if self.words[j] in ("define", "denote", "construct"):
            for thing, k in self.things(j + 1):
                yield Likewise((thing,), (i, k)), k
        yield from self.clause(j)
        if self.words[j] == "let":
            for thing, k in self.things(j + 1):
                yield Likewise((thing,), (i, k)), k

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
        if word in ("in", "for", "of", "given", "with", "inside", "outside"):
            for thing, j in self.things(i + 1):
                k = j + 1 if self.signs[j] == "," else j
                first = Clause("exist", (("subject", thing),), frozenset(), (i, j))
                for said, m in self.clause(k):
                    yield Together((first, said), (i, m)), m
        if word in ("on", "inside", "outside", "through", "from", "in", "at"):
            role = {"through": "through", "from": "through", "at": "through"}.get(word, _WHERE.get(word, "on"))
            for thing, j in self.things(i + 1):
                k = j + 1 if self.signs[j] == "," else j
                for subject, m in self.drawn(k):
                    clause = Clause("place", (("subject", subject), (role, thing)), frozenset(), (i, m))
                    yield clause, m
                for subject, m in self.things(k):
                    rest: Said | None
                    for n, rest in self.drawn_after(m):
                        yield from self.drawn_so(i, subject, word, thing, rest, n)
                        where = (("from" if word == "from" else role, thing),)
                        roles = (("subject", subject), *where)
                        if rest is None:
                            placed = Clause("place", roles, frozenset(), (i, n))
                            for other, end in self.adjective(n) if self.words[n] == "other_than" else ():
                                yield Together((placed, _about(subject, other, (n, end))), (i, end)), end
                            yield placed, n
                        elif isinstance(rest, Clause) and rest.verb == "place" and isinstance(subject, Noun):
                            others = tuple(r for r in rest.roles if r[0] != "subject")
                            yield Clause("place", (*roles, *others), frozenset(), (i, n)), n
                        else:
                            clause = Clause("place", (("subject", SELF), *where), frozenset(), (i, m))
                            yield _about(subject, Together((clause, rest)), (i, n)), n
                if role == "on" and isinstance(thing, Noun) and _KINDS[thing.head] == "circle":
                    for said, m in self.clause(k):
                        yield Together((Clause("mention", (("subject", thing),), frozenset(), (i, j)), said), (i, m)), m

    def drawn_so(
        self, i: int, subject: Thing, word: str, source: Thing, rest: Said | None, n: int
    ) -> Iterator[tuple[Said, int]]:
        """`From P tangents are drawn to ω, touching it at A and B`."""
        if not (isinstance(subject, Noun) and self.signs[n] == "," and subject.head in ("tangent", "perpendicular")):
            return
        where = [(word, source)]
        if isinstance(rest, Clause) and rest.verb == "place":
            where += [role for role in rest.roles if role[0] != "subject"]
        elif rest is not None:
            return
        frame = _FRAMES[subject.head]
        roles = tuple((frame[name], thing) for name, thing in where if name in frame)
        if len(roles) < len(where):
            return
        noun = replace(subject, roles=(*subject.roles, *roles))
        for said, end in self.participle(n + 1):
            yield _about(noun, said, (i, end)), end

    def drawn(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`take points E and F`, `we draw a line`, `lies a point`."""
        if self.words[i] in ("we", "let", "there"):
            i += 1
        if self.words[i] in (
            "draw",
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
        if self.words[i] in _FORMS_OF_BE:
            j = self.adverbs(i + 1)[0]
            yield from self.drawn_to(j)
            verb = VERBS.get(self.words[j])
            if verb is not None and verb.verb == "place":
                k = j + 1
                for roles, m in self.after(k, "place", ()):
                    if roles:
                        yield m, Clause("place", (("subject", SELF), *roles), frozenset(), (k, m))
                for said, m in (*self.relative(k), *self.such_that(k), *self.place_of(k)):
                    yield m, said
                yield k, None
        for said, k in self.such_that(i):
            yield k, said

    def drawn_to(self, j: int) -> Iterator[tuple[int, Clause]]:
        """`drawn to ω`, `dropped from A`: words that are one where they follow a noun."""
        verb, _, preposition = self.words[j].partition("_")
        role = _VERB_FRAMES["place"].prepositions.get(preposition)
        if verb in ("drawn", "dropped", "erected", "raised") and role is not None:
            for thing, k in self.things(j + 1):
                yield k, Clause("place", (("subject", SELF), (role, thing)), frozenset(), (j, k))

    # Predicates: what is said of a subject, which is SELF here.

    def predicate_at(self, i: int) -> Iterator[tuple[Said, int]]:
        """A predicate after adverbs: `internally touches ω`."""
        j, flags = self.adverbs(i)
        for said, k in self.predicate(j):
            yield (_negated(said) if "not" in flags else _flagged(said, flags & HOW)), k

    @kept
    def predicate(self, i: int) -> Iterator[tuple[Said, int]]:
        """Verb phrases, joined by `and`."""
        for first, j in self.verb_phrase(i):
            k = j
            if self.signs[k] == ",":
                k += 1
            if self.words[k] in ("and", "but", "or"):
                for rest, end in self.predicate_at(k + 1):
                    yield Together((first, rest), (i, end)), end
            elif k > j and self.words[k] != "such_that":
                for rest, end in (*self.predicate(k), *self.participle(k)):
                    yield Together((first, rest), (i, end)), end
            yield first, j

    @kept
    def verb_phrase(self, i: int) -> Iterator[tuple[Said, int]]:
        word = self.words[i]
        if word in ("do", "does", "did", "will", "can", "must", "may") or word == "doesn't":
            negative = word == "doesn't" or self.words[i + 1] == "not"
            for said, j in self.verb_phrase(i + 2 if self.words[i + 1] == "not" else i + 1):
                yield (_negated(said) if negative else said), j
            return
        if word in _FORMS_OF_BE:
            if self.words[i + 1] in ("extended", "produced"):
                yield from self.copula(i + 1)
            j, flags = self.adverbs(i + 1)
            for said, k in self.copula(j):
                yield _flagged(_negated(said) if "not" in flags else said, flags - {"not"}), k
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
        if (verb is not None and verb.form != "ing") or (verb is not None and verb.verb == "lie"):
            yield from self.with_verb(i, verb)

    def formed(self, i: int) -> Iterator[tuple[Said, int]]:
        """`the area can be written as m√n/p, where m, n, p are positive integers …`: only the form is kept."""
        for subject, j in self.expression(i):
            k = j + 1 if self.signs[j] == "=" else j
            while self.words[k] in _WRITTEN:
                k += 1
            if k == j:
                continue
            is_said = any(word in ("written", "expressed", "form", "represented") for word in self.words[j:k])
            for form, m in self.expression(k):
                end = m
                while end < self.size and not (self.words[end] in _FIND or self.words[end : end + 2] == ["what", "is"]):
                    end += 1
                if self.words[end - 1] == "and" or self.signs[end - 1] == ",":
                    end -= 1
                tail = self.words[m:end]
                if has_names(form) and (("integers" in tail or "integer" in tail) or (is_said and end == m)):
                    yield Clause("written", (("subject", subject), ("as", form)), frozenset(), (i, m)), end

    def measured(self, i: int) -> Iterator[tuple[Said, int]]:
        """What somebody has: `area 30`, `a radius of 5`, `side length a`."""
        _, j = self.article(i)
        for word, k in self.heads(j):
            if word.head not in _MEASURED:
                continue
            if self.words[k] in ("of", "equal_to"):
                k += 1
            elif self.words[k : k + 2] == ["equal", "to"]:
                k += 2
            for value, m in (*self.expression(k), *self.numbers(k)):
                if not isinstance(value, Number | Operation | Named | Many) and not (
                    isinstance(value, Run) and len(value.points) == 1
                ):
                    continue
                noun = Noun(word.head, article="its", place=(i, k))
                said = Clause("have", (("subject", SELF), ("object", noun), ("value", value)), frozenset(), (i, m))
                if self.words[m] == "and":
                    for more, end in self.measured(m + 1):
                        yield Together((said, more), (i, end)), end
                yield said, m

    @kept
    def having(self, i: int) -> Iterator[tuple[Said, int]]:
        """`triangle ABC has incenter I`; `the circles have a common point`."""
        yield from self.measured(i)
        yield from self.with_things(i - 1)
        yield from self.relation(i)
        for owned, j in self.owned(i):
            thing = Many(owned, (i, j)) if len(owned) > 1 else owned[0]
            yield Clause("have", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j

    @kept
    def owned(self, i: int) -> Iterator[tuple[tuple[Thing, ...], int]]:
        """A list of whatever kinds: `orthocenter H and circumcircle Ω`."""
        for first, j in self.thing(i):
            for k in self.joints(j):
                for rest, end in self.owned(k):
                    yield (first, *rest), end
            yield (first,), j

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
        for roles, k in self.arguments(j, verb.verb):
            k2, more = self.adverbs(k)
            more |= self.trailing_flags(j, k) | self.inner_flags(j, k, verb.prepositions)
            whole = Clause(verb.verb, (("subject", SELF), *roles), flags | more, (i, k2))
            if verb.verb in ("lie", "place") and self.words[k2] == "on" and roles:
                for said, end in self.place_of(k2):  # `on the circumcircle, on the arc BC`
                    yield Together((whole, said), (i, end)), end
            yield whole, k2
            if verb.verb in ("meet", "touch"):
                given = dict(roles)
                if "object" in given and "at" in given:
                    yield from self.gapped(i, verb, roles, flags | more, k2)
        for role_sides, k in self.sides(j):
            yield Clause(role_sides[0], (("subject", SELF), *role_sides[1]), flags, (i, k)), k

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

    def flags_between(self, i: int, j: int) -> frozenset[str]:
        return frozenset(ADVERBS[w] for w in self.words[i:j] if ADVERBS.get(w))

    @kept
    def arguments(self, i: int, verb: str) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        """An object, then prepositions with what follows, in any order, adverbs between."""
        frame = _VERB_FRAMES[verb]
        if frame.takes_object:
            for thing, j in (
                self.expression(i) if verb == "equal" else self.thing(i) if verb == "form" else self.things(i)
            ):
                yield from self.after(j, verb, (("object", thing),))
            if self.words[i] == "each" and self.words[i + 1] == "other":
                yield from self.after(i + 2, verb, (("object", Pronoun("each_other")),))
        yield from self.after(i, verb, ())

    def after(
        self, i: int, verb: str, roles: tuple[tuple[str, Thing], ...]
    ) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        frame = _VERB_FRAMES[verb]
        j, flags = self.adverbs(i)
        if verb == "touch" and "how" not in dict(roles):  # touches ω internally at T
            roles = (*roles, *(("how", Pronoun(flag)) for flag in sorted(flags & HOW)))
        if self.signs[j] == "," and self.words[j + 1] in ("respectively", "again"):
            j, _ = self.adverbs(j + 1)
        if self.signs[j] == "," and self.words[j + 1] in ("inside", "outside") and roles:
            j += 1
        role = frame.prepositions.get(self.words[j])
        if role is not None and role not in (name for name, _ in roles):
            for thing, k in self.things(j + 1):
                if role == "at" and sort_of(thing) == "other":
                    if verb == "meet":
                        yield from self.after(k, verb, (*roles, ("on", thing)))
                else:
                    if role == "at" and self.words[k] == "and" and self.words[k + 1] == self.words[j]:
                        for more, m in self.things(k + 2):
                            yield from self.after(m, verb, (*roles, (role, Many((thing, more)))))
                    yield from self.after(k, verb, (*roles, (role, thing)))
        if (
            roles
            or (verb == "lie" and self.words[i] == "in_order")
            or verb
            in (
                "meet",
                "concur",
                "coincide",
                "touch",
                "place",
                "equal",
                "bisect",
                "extend",
                "reflect",
                "project",
                "join",
                "center",
                "inscribe",
            )
        ):
            yield roles, self.trailing(i)

    def trailing(self, i: int) -> int:
        j, _ = self.adverbs(i)
        if self.signs[j] == "," and self.words[j + 1] == "respectively":
            return self.adverbs(j + 1)[0]
        return i if j == i else j

    def trailing_flags(self, i: int, k: int) -> frozenset[str]:
        """What the adverbs right before a place say that were passed over as the end of a phrase."""
        m = k
        while m > i and (self.words[m - 1] in ADVERBS or self.signs[m - 1] == ","):
            m -= 1
        return self.flags_between(m, k)

    def inner_flags(self, i: int, k: int, prepositions: Mapping[str, str]) -> frozenset[str]:
        """What adverbs say that stand before a preposition of the verb: `touches ω internally at T`."""
        found = {ADVERBS.get(self.words[p], "") for p in range(i, k) if self.words[p + 1] in prepositions}
        return frozenset(found) & {"inside", "outside"}

    def adverbs(self, i: int) -> tuple[int, frozenset[str]]:
        flags: set[str] = set()
        while True:
            word = self.words[i]
            if word in ADVERBS and not (word == "each" and self.words[i + 1] == "other"):
                if ADVERBS[word]:
                    flags.add(ADVERBS[word])
                i += 1
            elif self.signs[i] == "," and self.words[i + 1] in ("respectively", "resp"):
                i += 1
            elif (
                self.signs[i] == "("
                and self.words[i + 1] in ("respectively", "again", "resp")
                and self.signs[i + 2] == ")"
            ):
                flags.add(ADVERBS[self.words[i + 1]])
                i += 3
            else:
                return i, frozenset(flags)

    @kept
    def copula(self, i: int) -> Iterator[tuple[Said, int]]:
        """What follows `is`."""
        word = self.words[i]
        if word == "either":
            i += 1
        yield from self.adjectives(i)
        yield from self.place_of(i)
        verb = VERBS.get(word)
        yield from self.superlative(i)
        yield from ((said, k) for k, said in self.drawn_to(i))
        if word in ("denoted", "called", "named", "labeled"):
            j = i + 2 if self.words[i + 1] in ("by", "as", "with") else i + 1
            for name, k in self.things(j):
                yield Clause("called", (("subject", SELF), ("object", name)), frozenset(), (i, k)), k
        elif (word in _SIMILARLY and self.words[i + 1] in ("defined", "constructed", "obtained", "chosen")) or (
            word in ("defined", "constructed", "obtained", "chosen")
            and self.words[i + 1] in _SIMILARLY | {"accordingly"}
        ):
            yield Likewise((SELF,), (i, i + 2)), i + 2
        elif word in ("defined",):
            yield from self.copula(i + 2 if self.words[i + 1] in ("as", "by") else i + 1)
        elif word == "used":
            pass
        elif verb is not None and verb.form == "ed":
            passive = {"touch": "touched", "meet": "met", "join": "joined", "bisect": "bisected", "extend": "extended", "form": "formed",
                       "reflect": "reflected", "project": "projected", "divide": "divided", "center": "center"}  # fmt: skip
            passive_name = passive.get(verb.verb, verb.verb)
            j, flags = self.adverbs(i + 1)
            for roles, k in self.after_passive(j, verb):
                placed = Clause(passive_name, (("subject", SELF), *roles), flags, (i, k))
                if verb.verb == "place" and self.words[k] == "other_than":
                    for other, end in self.adjective(k):  # is chosen other than A
                        yield Together((placed, other), (i, end)), end
                if verb.verb == "place" and roles and self.signs[k] == "," and self.words[k + 1] in ("on", "inside"):
                    for where, end in self.place_of(k + 1):  # on the circumcircle, on the arc BC
                        yield Together((placed, where), (i, end)), end
                yield placed, k
        for said, j in self.such_that(i):
            yield said, j
        for thing, j in self.things(i):
            if not isinstance(thing, Many) or len({isinstance(item, Noun) for item in thing.items}) == 1:
                yield Clause("be", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j
        for thing, j in self.expression(i):
            yield Clause("be", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j
        yield from self.relation(i)  # `the sides of ABC are AB = 5, …`
        for many, j in self.numbers(i):
            yield Clause("be", (("subject", SELF), ("object", many)), frozenset(), (i, j)), j

    def numbers(self, i: int) -> Iterator[tuple[Thing, int]]:
        """`15, 18, and 10`."""
        items: list[Thing] = []
        j = i
        while self.kinds[j] in (Kind.NUMBER, Kind.NAME) or self.signs[j] == "√":
            found = next(iter(self.expression(j)), None)
            if found is None:
                return
            items.append(found[0])
            j = found[1]
            if len(items) > 1:
                yield Many(tuple(items), (i, j)), j
            j = j + 1 if self.signs[j] == "," else j
            j = j + 1 if self.words[j] == "and" else j

    def superlative(self, i: int) -> Iterator[tuple[Said, int]]:
        """`the longest side of triangle ABC`, `its greatest angle`."""
        verb = _SUPERLATIVES.get(self.words[i + 1])
        if verb is None or self.words[i] not in ("the", "its") or self.words[i + 2] not in ("side", "angle"):
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
                said = Clause(verb, (("subject", SELF), *roles), flags, (i, j))
                if verb.startswith("touch"):
                    for rest, k in self.touched_as_well(j, replace(word, verb=verb), flags):
                        yield Together((said, *rest), (i, k)), k
                yield (_negated(said) if "not" in flags else said), j

    def touched_as_well(
        self, j: int, word: VerbWord, flags: frozenset[str]
    ) -> Iterator[tuple[tuple[Clause, ...], int]]:
        """`(tangent to AB at K), to AC at L(, and to Ω at T)`."""
        for m in self.joints(j):
            if self.words[m] != "to":
                continue
            for roles, k in self.adjective_roles(m, word, ()):
                if roles:
                    said = Clause(word.verb, (("subject", SELF), *roles), flags, (m, k))
                    for rest, end in self.touched_as_well(k, word, flags):
                        yield (said, *rest), end
                    yield (said,), k

    def adjective_roles(
        self, i: int, word: VerbWord, roles: tuple[tuple[str, Thing], ...]
    ) -> Iterator[tuple[tuple[tuple[str, Thing], ...], int]]:
        taken = {name for name, _ in roles}
        role = word.prepositions.get(self.words[i]) if self.words[i] else None
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
                    else _light_first(self.things(i + 1))
                ):
                    yield from self.adjective_roles(j, word, (*roles, (role, thing)))
        elif "" in word.prepositions and not roles:
            for thing, j in self.things(i):
                yield from self.adjective_roles(j, word, (*roles, ("object", thing)))
        yield roles, i

    @kept
    def place_of(self, i: int) -> Iterator[tuple[Said, int]]:
        """`on BC`, `inside the triangle`, `between B and C`, `on the same side of BC`."""
        word = self.words[i]
        for role_sides, k in self.sides(i):
            yield Clause(role_sides[0], (("subject", SELF), *role_sides[1]), frozenset(), (i, k)), k
        role = _WHERE.get(word)
        if role is not None:
            for thing, j in self.things(i + 1):
                if word == "in":
                    if not _has_inside(thing):
                        continue
                    role = "on" if isinstance(thing, Noun) and thing.head in ("plane", "interior") else "inside"
                yield Clause("lie", (("subject", SELF), (role, thing)), frozenset(), (i, j)), j
        if word == "in" and self.words[i + 1] in ("the", "this", "that") and self.words[i + 2] == "order":
            for thing, j in self.things(i + 3):
                yield Clause("ordered", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j
        if word == "through":
            for thing, j in self.things(i + 1):
                yield Clause("pass", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j

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
        word = self.words[i]
        if word in ("which", "that", "who"):
            yield from self.predicate_at(i + 1)
        if word == "whose":
            for thing, j in self.noun(i + 1):
                own = replace(thing, article="whose")
                for said, k in self.predicate(j):
                    yield _about(own, said, (i, k)), k

    @kept
    def such_that(self, i: int) -> Iterator[tuple[Said, int]]:
        if self.words[i] == "such_that":
            yield from self.clauses(i + 1)

    # Things.

    @kept
    def things(self, i: int) -> Iterator[tuple[Thing, int]]:
        """A list, or one thing; long ones first."""
        begin = i + 1 if self.words[i] == "the" else i
        if self.words[begin] in _CROSSINGS and self.kinds[begin + 1] is Kind.RUN and self.signs[begin + 2] == "∩":
            yield from self.things(begin + 1)  # the points AB ∩ CD and BC ∩ DA
        if self.words[i] in ("both", "either", "all", "each") and self.words[i + 1] != "of":
            if self.words[i + 1] != "other":
                for thing, j in self.things(i + 1):
                    yield thing, j
        for first, j in self.thing(i):
            k = j
            if self.signs[k] in (",", ";"):
                k += 1
            if self.words[k] in ("and", "or"):
                k += 1
            if self.words[k] == "also":
                k += 1
            if k > j:
                listed = self.words[k - 1] in ("and", "or", "also")
                for rest, end in self.things(k):
                    items = rest.items if isinstance(rest, Many) else (rest,)
                    if not (listed or isinstance(rest, Many) or (_is_bare(first) and _is_bare(rest))):
                        continue
                    if not listed and _lengths(first, items[0]):
                        continue
                    if isinstance(first, Noun) and isinstance(items[0], Modified) and isinstance(items[0].thing, Run):
                        continue
                    if _is_polygon(first) and isinstance(items[0], Run) and len(items[0].points) == 2:
                        continue
                    if {sort_of(first), sort_of(items[0])} != {"point", "other"}:
                        chosen = self.words[k - 1] == "or" or (isinstance(rest, Many) and rest.is_choice)
                        last = items[-1]
                        if isinstance(first, AngleSize) and isinstance(last, Modified):  # ∠B and ∠C of triangle ABC
                            many = Many((first, *items[:-1], last.thing), (i, end), chosen)
                            yield Modified(many, last.mods, (i, end)), end
                        yield Many(_centers_of_one((first, *items)), (i, end), chosen), end
            yield first, j

    @kept
    def thing(self, i: int) -> Iterator[tuple[Thing, int]]:
        for one, j in self.bare(i):
            yield from self.possessed(one, i, j)
            yield one, j
            for mods, k in self.name_mods(j):
                if _fits(one, mods):
                    yield Modified(one, mods, (i, k)), k

    def possessed(self, owner: Thing, i: int, j: int) -> Iterator[tuple[Thing, int]]:
        if self.signs[j] == "'s":
            for noun, k in self.noun(j + 1):
                if self.tokens[j + 1].kind is not Kind.RUN:
                    role = _OF[noun.head]
                    yield replace(noun, roles=((role, owner), *noun.roles), article="the", place=(i, k)), k

    @kept
    def bare(self, i: int) -> Iterator[tuple[Thing, int]]:
        """A thing without what is said of it after its name."""
        word, kind = self.words[i], self.kinds[i]
        yield from self.noun(i)
        if kind is Kind.RUN:
            token = self.tokens[i]
            run = Run(token.points, (i, i + 1))
            if self.signs[i + 1] == "∩":
                yield from self.crossing(i, run, i + 1)
            yield run, i + 1
        elif kind is Kind.NAME:
            named = Named(self.tokens[i].text, (i, i + 1))
            if self.signs[i + 1] == "∩":
                yield from self.crossing(i, named, i + 1)
            yield named, i + 1
        elif self.signs[i] == "∠":
            for angle, j in self.angle_size(i):
                if self.words[j] == "of":  # ∠B of triangle ABC
                    for of, k in self.thing(j + 1):
                        if (isinstance(of, Run) and len(of.points) > 2) or (
                            isinstance(of, Noun) and _KINDS.get(of.head) == "polygon" and of.names
                        ):
                            mention = Clause("mention", (("subject", of),), frozenset(), (j, k))
                            yield Modified(angle, (mention,), (i, k)), k
                yield angle, j
        elif word in ("it", "they", "them", "itself"):
            yield Pronoun("they" if word in ("they", "them") else "it", (i, i + 1)), i + 1
        elif word in ("that", "those", "one", "ones") and self.words[i + 1] == "of":
            for thing, j in self.things(i + 2):
                yield Noun("that", article="the", roles=(("of", thing),), place=(i, j)), j
        elif word in ("this", "these", "those", "both"):
            yield Pronoun("it" if word == "this" else "they", (i, i + 1)), i + 1
        elif self.signs[i] == "|" and self.kinds[i + 1] is Kind.RUN and self.signs[i + 2] == "|":
            yield Run(self.tokens[i + 1].points, (i, i + 3)), i + 3
        elif self.signs[i] == "(":
            for many, j in self.things(i + 1):
                if self.signs[j] == ")" and isinstance(many, Many) and sort_of(many) == "other":
                    yield many, j + 1

    def crossing(self, i: int, first: Thing, j: int) -> Iterator[tuple[Thing, int]]:
        for second, k in self.bare(j + 1):
            yield Noun("intersection", (), "the", 1, (), (("of", Many((first, second))),), (), (i, k)), k

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
            j += 1
        if self.signs[j] in ("≠", "∖"):
            for thing, k in self.bare(j + 1):
                yield from self.unbracketed(
                    bracket, Clause("different", (("subject", SELF), ("object", thing)), frozenset(), (i, k)), k
                )
        elif self.signs[j] == "∈":
            for thing, k in self.bare(j + 1):
                yield from self.unbracketed(
                    bracket, Clause("lie", (("subject", SELF), ("on", thing)), frozenset(), (i, k)), k
                )
        elif self.words[j] == "other_than" or (self.words[j] in ("not", "which", "that", "distinct", "different")):
            for said, k in self.adjective(j):
                yield from self.unbracketed(bracket, said, k)
            for said, k in self.relative(j):
                yield from self.unbracketed(bracket, said, k)
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
        elif self.words[j] == "with":
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
                    elif self.words[k] in VERBS or self.words[k] in _FORMS_OF_BE:
                        yield said, k
        elif self.words[j] == "such_that" and not bracket:
            for said, k in self.such_that(j):
                yield said, k

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

    # Nouns.

    @kept
    def noun(self, i: int) -> Iterator[tuple[Noun, int]]:
        """`the second intersection P of ω and AB`, `an acute triangle ABC with AB < AC`, `circle (ABC)`, `△ABC`."""
        article, j = self.article(i)
        before, j = self.before_noun(j, article)
        yield from self.circle_sign(i, j, article, before.count, before.adjectives)
        yield from self.headless(i, j, article, before.adjectives)
        for word, k in self.heads(j):
            for names, m in self.names_after(k, word):
                listed = sum(len(n.items) if isinstance(n, Many) else 1 for n in names)
                if listed == 1 and word.is_plural and word.head != "angle":
                    continue
                if listed > 1 and not word.is_plural and word.head in _COUNTED and self.signs[k] != "△":
                    continue
                count = before.count or (0 if word.is_plural else 1)
                taken = frozenset(r for r, _ in before.vertex)
                if self.words[m : m + 2] == ["obtained", "by"] and self.words[m + 2] in (
                    "reflecting",
                    "reflection",
                    "reflections",
                ):
                    for (roles, mods), end in self.reflecting(m + 2):
                        yield Noun("reflection", (), article, count, names, roles, mods, (i, end)), end
                for (roles, mods), end in self.noun_rest(m, word, taken, bool(names)):
                    roles = (*before.vertex, *roles)
                    yield Noun(word.head, before.adjectives, article, count, names, roles, mods, (i, end)), end

    def reflecting(self, i: int) -> Iterator[tuple[tuple[tuple[tuple[str, Thing], ...], tuple[Said, ...]], int]]:
        """`(obtained by) reflecting ℓ in BC`."""
        word = NOUNS[("reflection",)]
        j = i + 2 if self.words[i + 1] == "of" else i + 1
        for thing, k in self.things(j):
            for (roles, mods), end in self.noun_rest(k, word, frozenset(("of",)), False):
                yield ((("of", thing), *roles), mods), end

    def article(self, i: int) -> tuple[str, int]:
        """`the`, `a`, `its`, `both of the`, … and where it ends."""
        if self.kinds[i] is Kind.RUN and self.tokens[i].may_be_article:
            return "a", i + 1
        if self.words[i] == "one" and self.words[i + 1] == "of":
            return "one", i + 3 if self.words[i + 2] in _ARTICLES_AFTER_OF else i + 2
        if self.words[i] not in ARTICLES:
            return "", i
        article, j = ARTICLES[self.words[i]], i + 1
        if article in ("both", "all", "each") or self.words[i] == "any":
            if self.words[j] == "of":
                j += 1
            if self.words[j] in _ARTICLES_AFTER_OF:
                j += 1
        return article, j

    def before_noun(self, j: int, article: str) -> tuple[_BeforeNoun, int]:
        """Numbers, adjectives, and the vertex of `A-excircle`."""
        vertex: tuple[tuple[str, Thing], ...] = ()
        adjectives: list[str] = []
        count = 0
        while True:
            word = self.words[j]
            if (end := self.prefixes(j)) is not None:
                places = [k for k in range(j, end) if self.tokens[k].points]
                found = tuple(Run((p,), (k, k + 1)) for k in places for p in self.tokens[k].points)
                vertex, j = (("vertex", Many(found, (j, end))),), end - 1
            elif self.kinds[j] is Kind.PREFIX:
                vertex = (("vertex", Run(self.tokens[j].points, (j, j + 1))),)
            elif word in NUMBERS and word != "one" and not self.is_noun_at(j):
                count = NUMBERS[word]
            elif word in ADJECTIVES and not self.is_noun_at(j):
                if ADJECTIVES[word] != "any":
                    adjectives.append(ADJECTIVES[word])
            elif not (self.joins_adjectives(j, bool(adjectives or article)) or word in _EMPTY_BEFORE_NOUN):
                return _BeforeNoun(count, tuple(adjectives), vertex), j
            j += 1

    def prefixes(self, j: int) -> int | None:
        """The end of `A/B/C-`, `A, B, C-`, `A-, B- and C-`, before a noun."""
        k, count = j, 0
        while self.kinds[k] in (Kind.RUN, Kind.PREFIX) and len(self.tokens[k].points) == 1:
            count += 1
            last, k = k, k + 1
            while self.signs[k] in ("/", ",", "-") or self.words[k] == "and":
                k += 1
        return last + 1 if count > 1 and self.kinds[last] is Kind.PREFIX and self.words[last + 1] else None

    def joins_adjectives(self, j: int, begun: bool) -> bool:
        return begun and (
            (self.words[j] == "and" or self.signs[j] == ",")
            and self.words[j + 1] in ADJECTIVES
            and self.words[j - 1] in ADJECTIVES
        )

    def headless(self, i: int, j: int, article: str, adjectives: tuple[str, ...]) -> Iterator[tuple[Noun, int]]:
        """`an acute-angled ABC`, `the BC`: the noun is left out."""
        if not (adjectives or article in ("a", "the")) or self.kinds[j] is not Kind.RUN:
            return
        p = self.tokens[j].points
        head = {2: "segment", 3: "triangle", 4: "quadrilateral"}.get(len(p), "polygon")
        if len(p) < 2 or not (adjectives or len(p) == 2):
            return
        names = (Run(p, (j, j + 1)),)
        for (roles, mods), end in self.noun_rest(j + 1, NOUNS[(head,)], frozenset(), True):
            if head == "segment":
                yield Noun("line", (), "the", 1, names, roles, mods, (i, end)), end
            else:
                yield Noun(head, adjectives, article, 1, names, roles, mods, (i, end)), end

    def is_noun_at(self, j: int) -> bool:
        """Whether a word that may be an adjective is the noun itself here, or begins it: `the perpendicular from A`."""
        for length in range(LONGEST_NOUN, 0, -1):
            noun = NOUNS.get(tuple(self.words[j : j + length]))
            if noun is not None:
                if length > 1:
                    return True
                follows = j + length
                if self.words[j] in ADJECTIVES:
                    later = NOUNS.get((self.words[follows],)) or any(
                        tuple(self.words[follows : follows + n]) in NOUNS for n in (1, 2, 3)
                    )
                    return not later
                return True
        return False

    def heads(self, j: int) -> Iterator[tuple[NounWord, int]]:
        if self.signs[j] == "△":
            yield NOUNS[("triangle",)], j + 1
        if self.signs[j] == "⌒":
            yield NOUNS[("arc",)], j + 1
        for length in range(LONGEST_NOUN, 0, -1):
            words = tuple(self.words[j : j + length])
            if "" in words:
                continue
            noun = NOUNS.get(words)
            if noun is not None:
                k = j + length
                if noun.head == "triangle" and self.signs[k] == "△":
                    k += 1
                if noun.head == "arc" and self.signs[k] == "⌒":
                    k += 1
                yield noun, k

    def circle_sign(
        self, i: int, j: int, article: str, count: int, adjectives: tuple[str, ...]
    ) -> Iterator[tuple[Noun, int]]:
        """⊙O, ⊙(ABC), (ABC), (O)."""
        k = j + 1 if self.signs[j] == "⊙" else j
        if k == j and (article or adjectives):
            return
        names, end = self.parenthesized(k)
        if names is None and k > j and self.kinds[k] in (Kind.RUN, Kind.NAME):
            names, end = self.atom(k), k + 1
        if names is not None and (
            k > j
            or (
                isinstance(names, Run)
                and (len(names.points) == 3 or len(names.points) == 1)
                and self.is_circle_place(i)
            )
        ):
            noun = Noun("circle", adjectives, article, count or 1, (names,), (), (), (i, end))
            yield noun, end

    def is_circle_place(self, i: int) -> bool:
        return True

    def parenthesized(self, k: int) -> tuple[Thing | None, int]:
        if self.signs[k] == "(" and self.kinds[k + 1] in (Kind.RUN, Kind.NAME):
            if self.signs[k + 2] == ")":
                return self.atom(k + 1), k + 3
            points: list[str] = []
            m = k + 1
            while self.kinds[m] is Kind.RUN:
                points += self.tokens[m].points
                m += 1
                if self.signs[m] == ")":
                    return Run(tuple(points), (k, m + 1)), m + 1
                if self.signs[m] == ",":
                    m += 1
        return None, k

    def atom(self, k: int) -> Thing:
        token = self.tokens[k]
        return Run(token.points, (k, k + 1)) if token.kind is Kind.RUN else Named(token.text, (k, k + 1))

    @kept
    def names_after(self, k: int, word: NounWord) -> Iterator[tuple[tuple[Thing, ...], int]]:
        """The names right after a noun: `points D, E and F`, `circle (ABC)`, `triangle △ABC`; or none."""
        names, end = self.parenthesized(k)
        if names is not None and word.sort == "circle":
            yield from self.more_names((names,), end, word)
            return
        if self.signs[k] == "⊙" and word.sort == "circle":
            names, end = self.parenthesized(k + 1)
            if names is None and self.kinds[k + 1] in (Kind.RUN, Kind.NAME):
                names, end = self.atom(k + 1), k + 2
            if names is not None:
                yield from self.more_names((names,), end, word)
                return
        if word.head == "angle" and self.signs[k] == "∠":
            k += 1
        if self.signs[k] == "|" and self.kinds[k + 1] is Kind.RUN and self.signs[k + 2] == "|" and word.sort == "line":
            yield (self.atom(k + 1),), k + 3
        if "" in word.prepositions:
            yield (), k  # `point diametrically opposite to A` is no point A
            return
        if word.sort == "point" and word.is_plural:
            yield from ((n, e) for n, e in self.placed_names(k) if len(n) > 1)
        if self.kinds[k] in (Kind.RUN, Kind.NAME) and not (
            self.kinds[k] is Kind.RUN and self.tokens[k].may_be_article and self.words[k + 1] not in _AFTER_POINT
        ):
            yield from self.more_names((self.atom(k),), k + 1, word)
        if self.signs[k] == "," and self.kinds[k + 1] in (Kind.RUN, Kind.NAME) and word.is_plural:
            for names_, end in self.more_names((self.atom(k + 1),), k + 2, word):
                if self.signs[end] == ",":
                    yield names_, end + 1
        if word.head == "angle" and self.kinds[k] is Kind.RUN:
            return  # `angle B` is never `an angle`, and B something else
        yield (), k

    def placed_names(self, k: int) -> Iterator[tuple[tuple[Thing, ...], int]]:
        """`(the points) B_1 on CA and C_1, C_2 on AB`."""
        names, j = self.points_listed(k)
        if names and self.words[j] == "on":
            for thing, m in self.thing(j + 1):
                clause = Clause("lie", (("subject", SELF), ("on", thing)), frozenset(), (j, m))
                one = Modified(names[0] if len(names) == 1 else Many(names, (k, j)), (clause,), (k, m))
                for n in self.joints(m):
                    for rest, end in self.placed_names(n):
                        yield (one, *rest), end
                yield (one,), m

    def points_listed(self, k: int) -> tuple[tuple[Thing, ...], int]:
        """Points by their names, `E, F and G`, and where the list ends."""
        if self.kinds[k] is not Kind.RUN or len(self.tokens[k].points) != 1:
            return (), k
        j = k + 1
        m = j + 1 if self.signs[j] == "," else j
        m = m + 1 if self.words[m] == "and" else m
        more, end = self.points_listed(m) if m > j else ((), j)
        return (self.atom(k), *more), end if more else j

    def more_names(self, names: tuple[Thing, ...], k: int, word: NounWord) -> Iterator[tuple[tuple[Thing, ...], int]]:
        if self.signs[k] == "≠" and word.sort == "point":
            for other, end in self.bare(k + 1):
                mod = Clause("different", (("subject", SELF), ("object", other)), frozenset(), (k, end))
                modified = Modified(names[-1], (mod,), (k - 1, end))
                yield from self.more_names((*names[:-1], modified), end, word)
        m = k
        if self.signs[m] in (",", ";"):
            m += 1
        if self.words[m] == "and":
            m += 1
        if m > k and not (self.words[k - 2] == "and" and len(names) > 1 and self.signs[k] == ","):
            if self.signs[m] == "△" and word.sort == "polygon":
                m += 1
            if (
                self.words[m] in ("point", "triangle", "line")
                and self.kinds[m + 1] is Kind.RUN
                and self.words[m] == word.head
            ):
                m += 1
            further, end = self.parenthesized(m)
            if further is not None and word.sort == "circle":
                yield from self.more_names((*names, further), end, word)
            elif self.signs[m] == "⊙" and word.sort == "circle":
                further, end = self.parenthesized(m + 1)
                if further is None and self.kinds[m + 1] in (Kind.RUN, Kind.NAME):
                    further, end = self.atom(m + 1), m + 2
                if further is not None:
                    yield from self.more_names((*names, further), end, word)
            elif self.like_name(m, names[-1], word.sort):
                if self.kinds[m] in (Kind.RUN, Kind.NAME) and not self.tokens[m].may_be_article:
                    yield from self.more_names((*names, self.atom(m)), m + 1, word)
        yield names, k

    def like_name(self, m: int, last: Thing, sort: str) -> bool:
        """Whether a further name in a list is of the same kind: after `segment BC, D` comes another clause."""
        kind = self.kinds[m]
        if kind is Kind.NAME:
            return isinstance(last, Named) or sort in ("line", "circle")
        if kind is not Kind.RUN:
            return False
        count = len(self.tokens[m].points)
        if isinstance(last, Named):
            return (sort == "circle" and count != 2) or (sort == "line" and count == 2)
        if isinstance(last, Modified):
            last = last.thing
        if not isinstance(last, Run):
            return False
        if sort == "line":
            return count == 2
        return count == len(last.points) or (sort in ("arc", "angle") and 1 < count < 4 < len(last.points) + 3)

    @kept
    def noun_rest(
        self, i: int, word: NounWord, taken: frozenset[str], named: bool
    ) -> Iterator[tuple[tuple[tuple[tuple[str, Thing], ...], tuple[Said, ...]], int]]:
        """What belongs to a noun, by its row in the lexicon, and what else is said of it."""
        j, _ = self.adverbs(i)
        if j > i and self.signs[j] == "," and self.words[j + 1] in word.prepositions and self.words[j - 1] in ADVERBS:
            j += 1  # `of A and C, respectively, onto BC`
        role = word.prepositions.get(self.words[j]) if self.words[j] else None
        if word.sort == "circle" and self.words[j] == "of" and self.words[j + 1] in ("center", "radius", "diameter"):
            role = None  # `a semicircle of diameter AB` is of no AB
        if role is not None and role not in taken:
            for thing, k in self.things(j + 1) if role in _TAKES_LISTS else _light_first(self.things(j + 1)):
                if not accepts(word.head, role, thing):
                    continue
                for (roles, mods), end in self.noun_rest(k, word, taken | {role}, named):
                    yield ((((role, thing), *roles), mods), end)
        if "" in word.prepositions and not taken and self.kinds[j] is Kind.RUN:
            for thing, k in self.things(j):
                for (roles, mods), end in self.noun_rest(k, word, taken | {"of"}, named):
                    yield (((("of", thing), *roles), mods), end)
        if self.signs[i] == "△" and "of" in word.prepositions and "of" not in taken:
            for thing, k in self.things(i):
                for (roles, mods), end in self.noun_rest(k, word, taken | {"of"}, named):
                    yield (((("of", thing), *roles), mods), end)
        yield from self.bracketed_role(j, word, taken, named)
        if self.signs[j] == "," and self.words[j + 1] in ("drawn_from", "dropped_from"):
            role = word.prepositions.get(self.words[j + 1])
            if role is not None and role not in taken:
                for thing, k in self.things(j + 2):
                    for (roles, mods), end in self.noun_rest(k, word, taken | {role}, named):
                        yield ((((role, thing), *roles), mods), end)
        for mod, k in self.mod_of(i, word, named):
            if not _can_be_said(mod, word.sort):
                continue
            for (roles, mods), end in self.noun_rest(k, word, taken, named):
                yield ((roles, (mod, *mods)), end)
        after = i + 1 if self.signs[i] == "," else i
        if self.words[after] in ("and", "but") and i > 0:
            for mod, k in self.mod(after + 1, word.sort, False):
                if not _can_be_said(mod, word.sort):
                    continue
                for (roles, mods), end in self.noun_rest(k, word, taken, named):
                    yield ((roles, (mod, *mods)), end)
        after = i + 1 if self.signs[i] == "," else i
        if self.words[after] == "in_order" and word.sort == "point":
            yield ((), (Clause("ordered", (("subject", SELF),), frozenset(), (after, after + 1)),)), after + 1
        yield ((), ()), i

    def mod_of(self, i: int, word: NounWord, named: bool) -> Iterator[tuple[Said, int]]:
        """What is said of a noun; `the midpoint of BC in triangle ABC` needn't be inside, as `a point P in ABC` is."""
        if word.sort == "measure" or not self.agrees(i, word.is_plural):
            return
        for said, k in self.mod(i, word.sort, named):
            where = said.role("inside") if isinstance(said, Clause) and said.verb == "lie" else None
            if where is not None and self.words[i] == "in" and word.head != "point":
                yield Clause("mention", (("subject", where),), frozenset(), (i, k)), k
            else:
                yield said, k

    def bracketed_role(
        self, j: int, word: NounWord, taken: frozenset[str], named: bool
    ) -> Iterator[tuple[tuple[tuple[tuple[str, Thing], ...], tuple[Said, ...]], int]]:
        """`arc BC (not containing A)`."""
        role = word.prepositions.get(self.words[j + 1]) if word.sort == "arc" and self.words[j + 1] else None
        if self.signs[j] != "(" or role is None or role in taken:
            return
        for thing, k in self.things(j + 2):
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

    @kept
    def mod(self, i: int, sort: str, named: bool) -> Iterator[tuple[Said, int]]:
        """What may follow a noun and be said of it."""
        j, flags = self.adverbs(i)
        word = self.words[j]
        if self.signs[i] in ("≠", "∈", "∖") or (
            self.signs[i] == "(" and (named or sort in ("circle", "polygon", "point", "line"))
        ):
            yield from self.name_mod(i)
            return
        comma = self.signs[j] == ","
        if comma:
            j += 1
            word = self.words[j]
        if word == "in" and self.words[j + 1] == "which":
            yield from self.clauses(j + 2)
        elif word == "such_that" and not (comma and self.words[j + 1] in ("let",)):
            yield from self.such_that(j)
        elif word in ("which", "that", "whose", "who"):
            yield from self.ended(self.relative(j), comma)
        elif sort == "circle" and word in ("of", "with") and (radii := self.equal_radii(j + 1)):
            yield Clause("equal_radii", (("subject", SELF),), frozenset(), (i, radii)), radii
        elif word in ("of", "with") and sort == "circle" and self.words[j + 1] in ("different", "distinct", "unequal"):
            if self.words[j + 2] in ("radius", "radii"):
                yield Clause("unequal_radii", (("subject", SELF),), frozenset(), (i, j + 3)), j + 3
        elif word == "of" and sort == "circle" and self.words[j + 1] in ("center", "radius", "diameter"):
            yield from self.with_things(j)
        elif word == "of" and sort in ("circle", "polygon", "line") and not comma:
            yield from self.measured(j + 1)
        elif word == "center" and sort == "circle" and not comma and self.kinds[j + 1] is Kind.RUN:
            for noun, k in self.noun(j):
                yield Clause("have", (("subject", SELF), ("object", noun)), frozenset(), (i, k)), k
        elif word == "with" and sort in ("polygon", "circle"):
            for said, k in self.with_things(j):
                if sort == "polygon" or not _is_of_relations(said):  # `C on the circle with AC = 6 and BC = 8`
                    yield said, k
        elif word == "with":
            for said, k in self.with_things(j) if sort != "angle" else ():
                if not isinstance(said, Clause):
                    yield said, k
        elif word == "through" and sort in ("line", "circle") and not comma:
            yield from self.place_of(j)
        elif word in _WHERE or word in ("same_side", "opposite_sides", "opposite_side_of"):
            if sort == "point" and (not comma or word in ("inside", "outside", "same_side", "opposite_sides")):
                yield from self.place_of(j)
        elif self.signs[j] in ("∥", "⟂") and sort == "line" and not (named and self.words[j - 2] == "and"):
            name = "parallel" if self.signs[j] == "∥" else "perpendicular"
            for thing, k in self.things(j + 1):
                yield Clause(name, (("subject", SELF), ("object", thing)), frozenset(), (i, k)), k
        elif word in ("called", "denoted", "named") and not comma:
            yield from self.copula(j)
        else:
            for said, k in self.participle(j):
                yield _flagged(said, flags & HOW), k
            if not comma or word in ("parallel", "perpendicular", "tangent", "other_than"):
                for said, k in self.adjective(j):
                    if k > j + 1 or word in ("collinear", "concyclic", "concurrent"):
                        yield _flagged(said, flags & HOW), k
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

    def equal_radii(self, j: int) -> int:
        """The end of `equal radii`, `the same radius`; 0 where it isn't that."""
        j = j + 1 if self.words[j] == "the" else j
        return j + 2 if self.words[j] in ("equal", "same") and self.words[j + 1] in ("radius", "radii") else 0

    def ended(self, readings: Readings[Said], comma: bool) -> Iterator[tuple[Said, int]]:
        yield from readings

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

    @kept
    def with_things(self, i: int) -> Iterator[tuple[Said, int]]:
        """`with center O and radius OA`, `with AB < AC`, `with D on BC`, `with O as its center`."""
        for first, j in self.with_one(i + 1):
            for k in self.joints(j):
                if self.words[k] == "with":
                    k += 1
                for rest, end in self.with_things(k - 1):
                    items = rest.clauses if isinstance(rest, Together) else (rest,)
                    yield Together((first, *items), (i, end)), end
            yield first, j

    @kept
    def with_one(self, i: int) -> Iterator[tuple[Said, int]]:
        yield from self.measured(i)
        yield from self.relation(i)
        if self.words[i] in ("sides", "legs", "angles") or self.words[i : i + 2] == ["side", "lengths"]:
            yield from self.relation(i + 2 if self.words[i] == "side" else i + 1)
        for thing, j in self.thing(i):
            if _is_something_else(thing):
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
            if isinstance(thing, Run | Named) and (self.words[j] in ("its", "their", "the")):
                for noun, k in self.noun(j):
                    if noun.role("of") is None and not noun.names:
                        own = replace(noun, names=(thing,), article="its")
                        yield Clause("have", (("subject", SELF), ("object", own)), frozenset(), (i, k)), k
                    elif not noun.names:
                        yield About(thing, Clause("be", (("subject", SELF), ("object", noun))), (i, k)), k
            told = () if _is_definite(thing) else (*self.place_of(j), *self.adjectives(j), *self.participle(j))
            for said, k in told:
                if _can_be_said(said, sort_of(thing) if sort_of(thing) == "point" else "any"):
                    yield About(thing, said, (i, k)), k
            if isinstance(thing, Noun | Modified) and _can_be_had(thing):
                yield Clause("have", (("subject", SELF), ("object", thing)), frozenset(), (i, j)), j

    # Equations.

    @kept
    def relation(self, i: int) -> Iterator[tuple[Said, int]]:
        """`AB = CD < EF`, `DE ∥ BC`, `∠BAM = ∠CAN`."""
        for sides, signs, j in self.chain(i):
            end = j + 1 if self.words[j] in ("holds", "hold") else j
            yield Relation(sides, signs, (i, j)), end

    def chain(self, i: int) -> Iterator[tuple[tuple[Thing, ...], tuple[str, ...], int]]:
        for first, j in self.side(i):
            sign, k = self.sign_at(j)
            if sign:
                for sides, signs, end in self.chain(k):
                    if not isinstance(sides[0], Many):
                        yield (first, *sides), (sign, *signs), end
                for second, end in self.side(k):
                    yield (first, second), (sign,), end

    def sign_at(self, j: int) -> tuple[str, int]:
        sign = self.signs[j]
        if sign in _RELATIONS:
            return sign, j + 1
        if sign == "|" and self.signs[j + 1] == "|":
            return "∥", j + 2
        return "", j

    @kept
    def side(self, i: int) -> Iterator[tuple[Thing, int]]:
        for expression, j in self.expression(i):
            if (
                isinstance(expression, Noun)
                and _KINDS.get(expression.head) == "polygon"
                and self.signs[j] not in ("∼", "≅")
            ):
                continue
            if _introduces(expression) and self.signs[j] != "∈":
                continue
            for mods, k in self.side_mods(j):
                yield Modified(expression, mods, (i, k)), k
            yield expression, j
        for many, j in self.things(i):
            if isinstance(many, Many) and (self.signs[j] in ("∥", "⟂", "∈") or self.signs[i - 1] in ("∥", "⟂")):
                yield many, j

    def side_mods(self, i: int) -> Iterator[tuple[tuple[Said, ...], int]]:
        if self.signs[i] == "∖":
            for clause, j in self.name_mod(i):
                yield (clause,), j

    @kept
    def expression(self, i: int) -> Iterator[tuple[Thing, int]]:
        if self.words[i] == "the" and self.words[i + 1] in _VALUES and not self.words[i + 2]:
            yield from self.expression(i + 2)  # the ratio AB/CD
        if self.signs[i] == "-":
            for value, j in self.term(i + 1):
                yield Operation("neg", (value,), (i, j)), j
        for first, j in self.term(i):
            yield from self.sums(i, first, j)

    def sums(self, i: int, left: Thing, j: int) -> Iterator[tuple[Thing, int]]:
        if self.signs[j] in ("+", "-"):
            for right, k in self.term(j + 1):
                yield from self.sums(i, Operation(self.signs[j], (left, right), (i, k)), k)
        yield left, j

    @kept
    def term(self, i: int) -> Iterator[tuple[Thing, int]]:
        for first, j in self.factor(i):
            yield from self.products(i, first, j)

    def products(self, i: int, left: Thing, j: int) -> Iterator[tuple[Thing, int]]:
        sign = self.signs[j]
        if sign == ":" and isinstance(left, Operation) and left.sign in ("ratio", "ratios"):
            for right, k in self.factor(j + 1):
                yield from self.products(i, Operation("ratios", (*left.sides, right), (i, k)), k)
        elif sign == ":":
            for right, k in self.factor(j + 1):
                yield from self.products(i, Operation("ratio", (left, right), (i, k)), k)
        elif sign in ("*", "/"):
            for right, k in self.factor(j + 1):
                yield from self.products(i, Operation(sign, (left, right), (i, k)), k)
        elif self.is_juxtaposed(left, i, j):
            for right, k in self.factor(j):
                yield from self.products(i, Operation("*", (left, right), (i, k)), k)
        yield left, j

    @kept
    def factor(self, i: int) -> Iterator[tuple[Thing, int]]:
        for base, j in self.operand(i):
            if self.signs[j] == "^" and self.kinds[j + 1] is Kind.NUMBER:
                yield Operation("^", (base, Number(self.tokens[j + 1].text)), (i, j + 2)), j + 2
            else:
                yield base, j

    @kept
    def operand(self, i: int) -> Iterator[tuple[Thing, int]]:
        if self.kinds[i] is Kind.NUMBER:
            if self.signs[i + 1] == "°" or self.words[i + 1] in ("degrees", "degree", "deg"):
                yield Number(self.tokens[i].text, True, (i, i + 2)), i + 2
            else:
                yield Number(self.tokens[i].text, False, (i, i + 1)), i + 1
        elif found := list(self.formula(i)):
            yield from found
        elif self.words[i : i + 2] == ["value", "of"] or self.words[i : i + 3] == ["the", "value", "of"]:
            yield from self.expression(i + (2 if self.words[i] == "value" else 3))
        elif "values" in self.words[i : i + 4] and "possible" in self.words[i : i + 4]:
            j = self.words.index("values", i) + 1
            if self.words[j] == "of":
                yield from self.expression(j + 1)
        elif self.words[i] in ("twice", "thrice", "half", "double"):
            value = {"twice": "2", "thrice": "3", "half": "1/2", "double": "2"}[self.words[i]]
            j = i + 2 if self.words[i + 1] == "of" else i + 1
            for thing, k in self.factor(j):
                yield Operation("*", (Number(value), thing), (i, k)), k
        elif self.signs[i] == "(":
            for inner, j in self.expression(i + 1):
                if self.signs[j] == ")":
                    yield inner, j + 1
            yield from self.thing(i)
        elif self.words[i : i + 2] == ["the", "ratio"] and self.words[i + 2] != "of":
            for inner, j in self.term(i + 2):
                if isinstance(inner, Operation) and inner.sign in ("/", "ratio"):
                    yield replace(inner, sign="/"), j
            yield from self.thing(i)
        elif self.signs[i] == "|":
            for inner, j in self.expression(i + 1):
                if self.signs[j] == "|":
                    yield inner, j + 1
        else:
            yield from self.thing(i)

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


def _is_something_else(thing: Thing) -> bool:
    """Whether a definite thing, which gets no name here, is no property: `the intersection of ω with the bisector of ∠A`."""
    return isinstance(thing, Noun) and thing.article == "the" and not thing.names and thing.role("of") is not None


def _is_of_relations(said: Said) -> bool:
    """Whether only equations are said."""
    return all(map(_is_of_relations, said.clauses)) if isinstance(said, Together) else isinstance(said, Relation)


def has_names(form: Thing) -> bool:
    """Whether an expression has names of numbers in it, and nothing else that has one."""
    match form:
        case Named():
            return True
        case Operation(_, sides):
            return any(map(has_names, sides))
    return False


def _introduces(thing: Thing) -> bool:
    """Whether it names a point or a circle as such, `a point T inside ABC`: no side of an equation."""
    return isinstance(thing, Noun) and _KINDS.get(thing.head) in ("point", "circle") and bool(thing.names)


_VERB_FRAMES = {v.verb: v for v in reversed(VERBS.values())}

#: What a formula right after it is called.
_VALUES = frozenset(["ratio", "quotient", "sum", "difference", "product", "value", "expression", "length"])
_CROSSINGS = frozenset(["point", "points", "intersection", "intersections"])
#: Nouns that name one thing in the singular.
_COUNTED = frozenset(["point", "line", "circle", "triangle", "segment", "ray", "quadrilateral"])

_AFTER_POINT = frozenset(
    [
        "is",
        "are",
        "be",
        "on",
        "lies",
        "lie",
        "in",
        "and",
        "of",
        "to",
        "with",
        "such_that",
        "has",
        "inside",
        "outside",
        "respectively",
        "at",
    ]
)


def sort_of(thing: Thing) -> str:
    """`point`, `other` for what is certainly none, or `""`."""
    match thing:
        case Run(points):
            return "point" if len(points) == 1 else "other"
        case Modified(inner):
            return sort_of(inner)
        case Many(items):
            return sort_of(items[0])
        case Noun(head="reflection" | "inverse"):
            of = thing.role("of")
            return sort_of(of) if of is not None else ""
        case Noun():
            return _SORTS.get(thing.head, "")
        case AngleSize() | Number() | Operation() | Named():
            return "other"
    return ""


_SORTS = {w.head: "point" if w.sort == "point" else "other" for w in NOUNS.values() if w.sort != "any"}


#: Verbs that can be said of things of some sorts only.
_SUBJECTS = {
    "touch": ("line", "circle"), "touch_inside": ("circle",), "touch_outside": ("circle",), "meet": ("line", "circle", "arc"),
    "pass": ("line", "circle", "arc"), "parallel": ("line", "measure"), "perpendicular": ("line",), "bisect": ("line",),
    "join": ("line",), "joined": ("line",), "inscribe": ("polygon", "circle"), "circumscribe": ("polygon", "circle"), "center": ("circle",),
    "similar": ("polygon",), "congruent": ("polygon", "line"), "collinear": ("point",), "concyclic": ("point",),
    "equidistant": ("point",), "lie": ("point",), "touched": ("circle", "line"),
}  # fmt: skip


def _can_be_said(said: Said, sort: str) -> bool:
    """Whether a modifier can be about a noun of this sort: no triangle is tangent to a line."""
    if isinstance(said, Together):
        return all(_can_be_said(c, sort) for c in said.clauses)
    if isinstance(said, About) and isinstance(said.thing, Noun) and said.thing.article == "whose":
        return sort in ("circle", "any") if said.thing.head in ("center", "radius") else sort != "circle"
    if not isinstance(said, Clause) or said.role("subject") is not SELF:
        return True
    if sort == "any":
        return True
    if said.verb == "have" and sort == "circle" and isinstance(owned := said.role("object"), Noun):
        return _KINDS.get(owned.head) not in ("line", "circle") or owned.head in ("radius", "diameter", "chord")
    allowed = _SUBJECTS.get(said.verb)
    return allowed is None or sort in allowed


#: Nouns that are of a triangle or another polygon.
_OF_POLYGONS = frozenset(
    [
        "circumcenter",
        "incenter",
        "orthocenter",
        "centroid",
        "excenter",
        "ninepoint_center",
        "gergonne",
        "nagel",
        "feuerbach",
        "lemoine",
        "fermat",
        "circumcircle",
        "incircle",
        "excircle",
        "ninepoint_circle",
        "euler_line",
        "mixtilinear",
        "newton_line",
        "medial_triangle",
        "orthic_triangle",
    ]
)
_CIRCLE_NAMES = frozenset("ΓΩΣΦΨΛ")


def accepts(head: str, role: str, thing: Thing) -> bool:
    """Whether a thing can fill the role of a noun: a circumcircle is of a polygon, a bisector of an angle."""
    if isinstance(thing, Many):
        return all(accepts(head, role, item) for item in thing.items)
    if isinstance(thing, Modified):
        return accepts(head, role, thing.thing)
    if role == "of" and head in _OF_POLYGONS:
        match thing:
            case Run(points):
                return len(points) >= 3 or len(points) == 1
            case Named(name):
                return not (name[0].islower() or name[0] in _CIRCLE_NAMES)
            case Noun():
                return _KINDS.get(thing.head) in ("polygon", None)
            case AngleSize() | Number() | Operation():
                return False
    if role == "of" and head == "bisector" and isinstance(thing, Noun):
        return _KINDS.get(thing.head) in ("angle", "line", "polygon", "arc") or thing.head == "vertex"
    if role == "of" and head in ("bisector", "perpendicular_bisector") and isinstance(thing, Noun):
        return not thing.head.endswith(("bisector", "tangent", "parallel", "perpendicular")) and thing.head != "line"
    if role == "to" and head == "tangent" and isinstance(thing, Noun):
        return _KINDS.get(thing.head) not in ("line", "point")
    return True


_KINDS = {w.head: w.sort for w in NOUNS.values()}
_FRAMES = {w.head: w.prepositions for w in reversed(NOUNS.values())}
#: The role of what a noun is of.
_OF = {w.head: w.prepositions.get("of", "of") for w in NOUNS.values()}


def _is_polygon(thing: Thing) -> bool:
    return isinstance(thing, Noun) and _KINDS.get(thing.head) == "polygon" and bool(thing.names)


def _is_definite(thing: Thing) -> bool:
    """`the line` that isn't named: after `with`, what follows tells which it is, as in `with the line joining A and B`."""
    return isinstance(thing, Noun) and thing.article == "the" and not thing.names


def _can_be_had(thing: Thing) -> bool:
    """Whether it can follow `with`: `with center O`, `with a right angle at A`, and not `with the bisector of angle B`."""
    if isinstance(thing, Noun):
        return bool(thing.names or thing.adjectives or thing.article in ("a", "its"))
    return True


#: Roles of which a noun often has several: `the intersection of AB and the line through C`.
_TAKES_LISTS = frozenset(["of", "with", "between"])


def _light_first(readings: Readings[Thing]) -> Iterator[tuple[Thing, int]]:
    """Lists that go on with a noun of its own last: in `the parallel to AB and the line through C` it is rather another thing."""
    heavy = []
    for thing, j in readings:
        if isinstance(thing, Many) and any(map(_is_definite, thing.items[1:])):
            heavy.append((thing, j))
        else:
            yield thing, j
    yield from heavy


def _is_bare(thing: Thing) -> bool:
    """A name, perhaps with what it is, which can stand in a list without `and`."""
    if isinstance(thing, Modified):
        return _is_bare(thing.thing)
    if isinstance(thing, Noun) and thing.head == "intersection" and not thing.names and not thing.mods:
        of = thing.role("of")
        return isinstance(of, Many) and all(isinstance(item, Run | Named) for item in of.items)  # AB ∩ CD
    return isinstance(thing, Run | Named | AngleSize) or (
        isinstance(thing, Noun) and bool(thing.names) and not thing.roles and not thing.mods
    )


def _lengths(first: Thing, second: Thing) -> bool:
    """Whether the names of two things are runs of points of different lengths: ABCD and TC make no list."""
    one, other = (t.thing if isinstance(t, Modified) else t for t in (first, second))
    return isinstance(one, Run) and isinstance(other, Run) and len(one.points) != len(other.points)


def _sharing(things: Sequence[Thing]) -> list[Thing]:
    """What the last noun is of holds for all: `the incenter and incircle of ABC`."""
    last = things[-1]
    if not isinstance(last, Noun):
        return list(things)
    return [replace(t, roles=last.roles) if isinstance(t, Noun) and not t.roles else t for t in things]


def _centers_of_one(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """`the incenter I and the circumcenter O of triangle ABC` are both of it."""
    last = things[-1]
    if not isinstance(last, Noun) or last.head not in _OF_POLYGONS or last.role("of") is None:
        return things
    return tuple(
        replace(t, roles=last.roles)
        if isinstance(t, Noun) and t.head in _OF_POLYGONS and not t.roles and not t.mods and t.article == "the"
        else t
        for t in things
    )


def _has_inside(thing: Thing) -> bool:
    """Whether something can be in it."""
    if isinstance(thing, Run):
        return len(thing.points) >= 3
    return isinstance(thing, Noun) and _KINDS.get(thing.head) in ("polygon", "circle", "plane", "region", "angle")


def _says_something(thing: Thing) -> bool:
    """Whether a thing alone is a sentence: `triangle ABC`, `P on BC`; a bare name isn't."""
    match thing:
        case Many(items):
            return all(map(_says_something, items))
        case Modified():
            return True
        case Noun(names=names, mods=mods, roles=roles, head=head):
            return bool((names and (roles or head in _GENERIC)) or mods)
    return False


#: Nouns that with a name alone are a sentence: `triangle ABC`, `points A, B`.
_GENERIC = frozenset(w.head for w in NOUNS.values() if w.sort == "polygon") | {
    "point",
    "line",
    "circle",
    "segment",
    "ray",
}


def _fits(thing: Thing, mods: Sequence[Said]) -> bool:
    """Whether what is said after a name can be of that kind of thing: no point is a circumcircle."""
    for said in mods:
        if isinstance(said, Clause) and said.verb == "be":
            noun = said.role("object")
            if isinstance(thing, Noun) and isinstance(noun, Noun):
                one, other = _KINDS.get(thing.head), _KINDS.get(noun.head)
                if one and other and one != other and "any" not in (one, other):
                    return False
            if noun is not None and sort_of(thing) and {sort_of(thing), sort_of(noun)} == {"point", "other"}:
                return False
            if isinstance(thing, Named) and noun is not None and sort_of(noun) == "point":
                return False
        if isinstance(said, Clause) and said.verb == "have" and sort_of(thing) == "point":
            return False
        if isinstance(said, Clause) and said.verb == "lie" and sort_of(thing) != "point":
            return False
    return True


def _is_name_like(thing: Thing) -> bool:
    if isinstance(thing, Many):
        return all(map(_is_name_like, thing.items))
    if isinstance(thing, Modified):
        return _is_name_like(thing.thing)
    return isinstance(thing, Run | Named) or (
        isinstance(thing, Noun) and thing.head in ("point", "line", "circle") and bool(thing.names) and not thing.mods
    )


def _about(subject: Thing, said: Said, place: Place) -> About:
    return About(subject, said, place)


#: Adverbs that tell how circles touch, and sides are bisected.
HOW = frozenset(("inside", "outside"))


def _flagged(said: Said, flags: frozenset[str]) -> Said:
    """With the adverbs that stand before it: `externally tangent`."""
    if isinstance(said, Together):
        return replace(said, clauses=(_flagged(said.clauses[0], flags), *said.clauses[1:]))
    return replace(said, flags=said.flags | flags) if isinstance(said, Clause) and flags else said


def _negated(said: Said) -> Said:
    if isinstance(said, Clause):
        return replace(said, flags=said.flags | {"not"})
    return said
