"""What is to be proved or found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from solver.language.prose.chart import kept
from solver.language.prose.english.drawing import Drawing
from solver.language.prose.english.expressions import STATED
from solver.language.prose.english.lexicon import ARTICLES, NUMBERS
from solver.language.prose.english.said import about_it
from solver.language.prose.english.sorts import has_names, is_polygon, is_said_of
from solver.language.prose.syntax import (
    Clause,
    Goal,
    Many,
    Named,
    Noun,
    Number,
    Operation,
    Run,
    Said,
    Thing,
    Together,
    Whether,
)
from solver.language.prose.tokens import Kind

_PROVE = frozenset(["prove", "show", "demonstrate", "deduce", "conclude", "verify"])


_FIND = frozenset(["find", "determine", "compute", "calculate", "evaluate", "express"])


#: What is asked for the greatest or the least value of something; the words that mean nothing else.
_EXTREMES = {
    **dict.fromkeys(["maximum", "maximal", "max", "greatest", "largest", "biggest", "highest", "longest"], "greatest"),
    **dict.fromkeys(["minimum", "minimal", "min", "least", "smallest", "lowest", "shortest"], "least"),
}
_CERTAINLY = frozenset(["maximum", "maximal", "max", "minimum", "minimal", "min"])

#: What stands between a value and the form in which it is written.
_WRITTEN = frozenset(
    [
        "can",
        "may",
        "be",
        "is",
        "are",
        "equals",
        "equal",
        "to",
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


#: What is asked of all values that something may have; what they are called.
_OVER = {"sum": "SUM", "product": "PRODUCT"}
_EACH = frozenset(["values", "sizes", "measures", "lengths"])
#: How an answer may be wanted that is given so anyhow: `in simplest radical form`, `expressed as a common fraction`.
_GIVEN_AS = frozenset(["expressed", "written", "given", "simplified"])
_FORMS = frozenset(["form", "terms", "fraction"])
_MANNERS = _FORMS | {
    "simplest", "simplified", "simple", "lowest", "reduced", "exact", "radical", "common", "improper", "irreducible", "proper", "single",
}  # fmt: skip
#: What is said of the numbers in which a value is written.
_OF_INTEGERS = frozenset(
    ["integers", "integer", "divisor", "factor", "coprime", "prime", "lowest", "simplest", "reduced"]
)
#: Before the quantities in which something is to be given.
_IN_TERMS_OF = (
    ("in", "terms", "of"),
    ("as", "a", "function", "of"),
    ("as", "functions", "of"),
    ("as", "function", "of"),
)
_LONGER = frozenset(["longer", "greater", "larger", "bigger", "more"])
#: `is a positive integer n`.
_INTEGER = frozenset(["a", "an", "the", "positive", "integer", "whole", "number", "natural"])
#: Words between `how many degrees` and the angle.
_IN_DEGREES = frozenset(["are", "is", "there", "does", "in", "the", "measure", "of"])


class Goals(Drawing):
    """What is to be proved or found."""

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
            if self.words[j] == "the" and self.words[j + 1] in STATED:
                yield from self.goal_after(i, j + 2)  # prove the equality AB = CD
            yield from self.goal_after(i, j)
        elif word in _FIND:
            yield from self.asked(i, self.after_remark(i + 1))
        elif word == "what" and self.words[i + 1 : i + 3] == ["fraction", "of"]:
            yield from self.fraction(i)
        elif word in ("how", "by") and "much" in self.words[i : i + 3]:
            yield from self.excess(i)
        elif word == "what" and self.words[i + 1 : i + 4] == ["can", "be", "said"]:
            yield Goal("explore", (), None, (i, i + 4)), i + 4
        elif word == "how" and self.words[i + 1] in ("long", "large", "big") and self.words[i + 2] in ("is", "are"):
            yield from self.asked(i, i + 3)
        elif self.words[i : i + 3] == ["how", "many", "degrees"]:  # how many degrees are in ∠ABC, does ∠ABC measure
            j = next((k for k in range(i + 3, i + 12) if self.words[k] not in _IN_DEGREES), i + 3)
            yield from self.asked(i, j)
        elif word == "what" and self.words[i + 1] in ("is", "are"):
            yield from self.asked(i, i + 2)
        elif word == "what":
            yield from self.possibly(i)

    def possibly(self, i: int) -> Iterator[tuple[Goal, int]]:
        """`What can ∠A be?`, `What can be the size of ∠A?`, `What values can ∠A take?`"""
        j = i + 2 if self.words[i + 1] in ("value", "values") else i + 1
        if self.words[j] not in ("can", "could", "may", "must"):
            return
        if self.words[j + 1] == "be":
            yield from self.asked(i, j + 2)
        for goal, k in self.asked_plainly(i, j + 1):
            if self.words[k] in ("be", "take", "have", "equal", "attain"):
                yield goal, k + 1

    def after_remark(self, j: int) -> int:
        """After `, with proof,`."""
        if self.signs[j] == "," and self.words[j + 1] == "with" and self.signs[j + 3] == ",":
            return j + 4 if self.words[j + 2] in ("proof", "justification") else j
        return j

    def fraction(self, i: int) -> Iterator[tuple[Goal, int]]:
        """`What fraction of the area of ABC is the area of ABD?`"""
        for whole, j in self.expression(i + 3):
            for part, k in self.expression(j + 1) if self.words[j] == "is" else ():
                yield Goal("find", (), Operation("/", (part, whole), (i, k)), (i, k)), k

    def excess(self, i: int) -> Iterator[tuple[Goal, int]]:
        """`How much longer is AC than AB?`, `By how much does AC exceed AB?`"""
        j = self.words.index("much", i) + 1
        if self.words[j] in _LONGER and self.words[j + 1] == "is":
            j += 2
        elif self.words[j] == "does":
            j += 1
        else:
            return
        for more, k in self.expression(j):
            for less, m in self.expression(k + 1) if self.words[k] in ("than", "exceed") else ():
                yield Goal("find", (), Operation("-", (more, less), (i, m)), (i, m)), m

    def extreme(self, i: int, j: int) -> Iterator[tuple[Goal, int]]:
        """`the greatest possible value of AB/CD`, `the maximum area of triangle ABC`."""
        j = j + 1 if self.words[j] == "the" else j
        kind = _EXTREMES.get(self.words[j])
        if kind is None:
            return
        k, is_said = j + 1, self.words[j] in _CERTAINLY
        while self.words[k] in ("possible", "value", "values", "of", "that", "can", "take", "the"):
            is_said |= self.words[k] in ("possible", "value", "values")
            k += 1
        if is_said or self.words[k] in ("area", "perimeter", "ratio", "product", "sum"):
            for asked, m in self.expression(k):
                yield Goal(kind, (), asked, (i, m)), m

    def asked(self, i: int, j: int) -> Iterator[tuple[Goal, int]]:
        """What is to be found, several things perhaps, in which terms, and where something else is given for it."""
        over, after = self.over_values(j)
        if over:
            yield from ((replace(goal, over=over), k) for goal, k in self.asked(i, after))
            return
        yield from self.extreme(i, j)
        for goal, k in self.asked_plainly(i, j):
            after = k + 1 if self.signs[k] == "," else k
            if self.words[after] in ("if", "given", "when", "where"):
                after += 2 if self.words[after + 1] == "that" else 1
                for said, m in self.clauses(after):
                    yield replace(goal, clauses=(about_it(said, goal.asked),), place=(i, m)), m
            yield goal, k

    def over_values(self, j: int) -> tuple[str, int]:
        """Before `(all) possible values of …`, `the sum of all possible values of …`: which of them are asked for, and where
        it is said of what."""
        k = j + 1 if self.words[j] == "the" else j
        over = "EACH"
        if self.words[k] in _OVER and self.words[k + 1] == "of":
            over, k = _OVER[self.words[k]], k + 2
        said = k
        while self.words[k] in ("all", "the", "possible"):
            k += 1
        is_said = {"all", "possible"} & set(self.words[said:k]) and self.words[k] in _EACH
        return (over, k + 2) if is_said and self.words[k + 1] in ("of", "for") else ("", j)

    def asked_plainly(self, i: int, j: int) -> Iterator[tuple[Goal, int]]:
        for asked, k in self.asked_for(j):
            after = next((k + len(w) for w in _IN_TERMS_OF if tuple(self.words[k : k + len(w)]) == w), k)
            if after > k:
                for terms, m in self.terms(after):
                    yield Goal("find", (), asked, (i, m), terms), m
            if (end := self.after_manner(k)) > k:
                yield Goal("find", (), asked, (i, k)), end
            yield Goal("find", (), asked, (i, k)), k

    def after_manner(self, k: int) -> int:
        """After `in simplest radical form`, `, expressed as a common fraction in lowest terms`, as answers are given anyhow."""
        j = k + 1 if self.signs[k] == "," else k
        j = j + 1 if self.words[j] in _GIVEN_AS else j
        if self.words[j] not in ("in", "as"):
            return k
        j += 2 if self.words[j + 1] in ("a", "an", "the", "its") else 1
        said = j
        while self.words[j] in _MANNERS:
            j += 1
        if j == said or self.words[j - 1] not in _FORMS:
            return k
        return self.after_manner(j)

    def asked_for(self, j: int) -> Iterator[tuple[Thing, int]]:
        yield from self.ratio_of_parts(j)
        for first, k in self.expression(j):
            yield first, k
            items, m = [first], k
            while self.signs[m] == "," or self.words[m] == "and":
                nxt = m + 2 if self.signs[m] == "," and self.words[m + 1] == "and" else m + 1
                more = next(iter(self.expression(nxt)), None)
                if more is None or isinstance(more[0], Number):
                    break
                items.append(more[0])
                m = more[1]
                yield Many(tuple(items), (j, m)), m

    def ratio_of_parts(self, j: int) -> Iterator[tuple[Thing, int]]:
        """`the ratio in which P divides AC`: AP : PC."""
        if self.words[j : j + 4] != ["the", "ratio", "in", "which"]:
            return
        for point, k in self.thing(j + 4):
            for whole, m in self.thing(k + 1) if self.words[k] in ("divides", "cuts", "splits") else ():
                run = whole.names[0] if isinstance(whole, Noun) and len(whole.names) == 1 else whole
                if isinstance(point, Run) and isinstance(run, Run) and len(run.points) == 2 and len(point.points) == 1:
                    (a, b), (p,) = run.points, point.points
                    yield Operation("ratio", (Run((a, p), (j, m)), Run((p, b), (j, m))), (j, m)), m

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
        if (self.words[j] == "some" and self.words[j + 1] != "of") or self.is_existence(j):
            return  # that some point is so isn't that any is
        if self.words[j] in ("if", "whenever", "when", "given"):
            for said, k in self.conditions(j + 2 if self.words[j + 1] == "that" else j + 1):
                k = k + 1 if self.signs[k] == "," else k
                k = k + 1 if self.words[k] in ("then", "that") else k
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
            if self.words[k] in ("implies", "imply"):
                m = k + 2 if self.words[k + 1] == "that" else k + 1
                for second, end in self.clauses(m):
                    yield Goal("prove", (Together((Clause("given"), claim)), second), None, (i, end)), end
            if self.words[k] == "iff":
                for second, m in self.clauses(k + 1):
                    yield Goal("iff", (claim, second), None, (i, m)), m
            if self.words[k : k + 2] == ["only", "if"]:
                for second, m in self.clauses(k + 2):
                    yield Goal("prove", (Together((Clause("given"), claim)), second), None, (i, m)), m
            if self.words[k] in ("if", "when", "whenever"):
                for second, m in self.clauses(k + 1):
                    for about, end in self.of_polygon(m):
                        given = Together((Clause("given"), *about, second))
                        yield Goal("prove", (given, claim), None, (i, end)), end
            for about, end in self.of_polygon(k):
                told = (Together((Clause("given"), *about)),) if about else ()
                yield Goal("prove", (*told, claim), None, (i, end)), end

    def is_existence(self, j: int) -> bool:
        """`(prove that) there is a point P on BC such that …`."""
        is_begun = self.words[j] == "there" and self.words[j + 1] in ("is", "are", "exist", "exists")
        after = next((w for w in self.words[j + 2 : j + 6] if w not in ARTICLES and w not in NUMBERS), "")
        return is_begun and after in ("point", "points")

    def of_polygon(self, k: int) -> Iterator[tuple[tuple[Said, ...], int]]:
        """`(prove that AB = AC) in triangle ABC`, `(prove that PA = PB) for all points P on ℓ`; or nothing."""
        for thing, m in self.things(k + 1) if self.words[k] in ("in", "for", "of") else ():
            if is_polygon(thing) or (self.words[k] == "for" and is_said_of(thing)):
                yield (Clause("exist", (("subject", thing),), frozenset(("for",)), (k, m)),), m
        yield (), k

    def formed(self, i: int) -> Iterator[tuple[Said, int]]:
        """`the area can be written as m√n/p, where m, n, p are positive integers …`: only the form is kept."""
        if self.words[i] in ("given", "suppose", "if"):
            i += 2 if self.words[i + 1] == "that" else 1
        for subject, j in self.expression(i):
            k = j + 1 if self.signs[j] == "=" else j
            while self.words[k] in _WRITTEN:
                k += 1
            if k == j:
                continue
            named = k
            while self.words[named] in _INTEGER or (
                self.tokens[named : named + 1] and self.tokens[named].may_be_article
            ):
                named += 1
            if "integer" in self.words[k:named] and self.kinds[named] is Kind.NAME:
                name = Named(self.tokens[named].text, (named, named + 1))
                yield Clause("written", (("subject", subject), ("as", name)), frozenset(), (i, named + 1)), named + 1
            is_said = any(word in ("written", "expressed", "form", "represented") for word in self.words[j:k])
            for form, m in self.expression(k):
                end = m
                while end < self.size and not (self.words[end] in _FIND or self.words[end : end + 2] == ["what", "is"]):
                    end += 1
                if self.words[end - 1] == "and" or self.signs[end - 1] == ",":
                    end -= 1
                tail = ["integers" if t.text.strip("\\") == "gcd" else t.text for t in self.tokens[m:end]]
                if has_names(form) and (_OF_INTEGERS & set(tail) or (is_said and end == m)):
                    yield Clause("written", (("subject", subject), ("as", form)), frozenset(), (i, m)), end
