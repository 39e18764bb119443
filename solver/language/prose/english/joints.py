"""What stands between phrases and clauses: words that only lead in, what joins clauses, adverbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from solver.language.prose.chart import MOST_STEPS
from solver.language.prose.english.lexicon import ADVERBS, LONGEST_NOUN
from solver.language.prose.formulas import Formulas
from solver.language.prose.tokens import Kind, Token

WHERE = {
    "on": "on",
    "upon": "on",
    "in": "on",
    "inside": "inside",
    "within": "inside",
    "outside": "outside",
    "between": "between",
    "along": "on",
}


FORMS_OF_BE = frozenset(
    ["is", "are", "be", "was", "were", "being", "been", "lies", "become", "becomes", "remain", "remains"]
)


_SKIPPED = frozenset(
    [
        "here",
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


SIMILARLY = frozenset(["similarly", "analogously", "likewise"])


#: Words that begin a clause even where nothing separates it from the one before.
_BEGINNINGS = frozenset(
    ["let", "prove", "show", "denote", "suppose", "assume", "find", "determine", "compute", "calculate"]
)


#: A figure in print, and where it is.
_PICTURES = frozenset(["figure", "diagram", "picture", "drawing"])
_WHERE_PICTURED = frozenset(["shown", "below", "above", "at", "to", "on", "the", "right", "left", "given", "here"])


#: What follows `extended` where it is no adverb.
BEYOND = frozenset(["beyond", "past", "through", "over"])


#: Signs after which what stands in brackets is a number, and not that of a part: (1)/AB.
OPERATORS = frozenset("+-*/^=<>:")


#: What joins a clause to the one before.
_JOINING = frozenset(["and", "but", "then", "so", "such_that", "that"])
#: What begins a sentence that says nothing of the figure.
_TO_READERS = (["refer", "to", "the"], ["see", "the", "figure"], ["by", "interior", "we"])


def _came_about(words: Sequence[str]) -> int:
    """How many words of `(it) turned out` or `(it) happens` there are."""
    if words[0] in ("turns", "turned"):
        return 2 if words[1] == "out" else 0
    return 1 if words[0] in ("happens", "happened", "appears", "appeared") else 0


class Joints(Formulas):
    """What stands between phrases and clauses."""

    def __init__(self, tokens: Sequence[Token], most_steps: int = MOST_STEPS) -> None:
        super().__init__(most_steps)
        self.tokens = tokens
        self.words = [t.text if t.kind is Kind.WORD else "" for t in tokens] + [""] * (LONGEST_NOUN + 2)
        self.signs = [t.text if t.kind is Kind.SIGN else "" for t in tokens] + [""] * (LONGEST_NOUN + 2)
        self.kinds: list[Kind | None] = [t.kind for t in tokens] + [None] * (LONGEST_NOUN + 2)
        self.size = len(tokens)

    def closed(self, j: int) -> int:
        while j < self.size and (
            self.words[j] in ("also", "accordingly", "too")
            or self.signs[j] in (",", ";", ":", ")", "-")
            or self.kinds[j] is Kind.END
        ):
            j += 1
        return j

    def skip(self, i: int) -> int:
        """Past words that only lead in."""
        while i < self.size:
            if (self.words[i] in _SKIPPED and self.like_noun_from(i) == i) or self.signs[i] in (
                ",",
                ";",
                "-",
                ":",
                ")",
            ):
                i += 1
            elif (
                self.signs[i] == "("
                and self.kinds[i + 1] in (Kind.NAME, Kind.NUMBER, Kind.WORD, Kind.RUN)
                and self.signs[i + 2] == ")"
                and len(self.tokens[i + 1].text) <= 3
                and (self.kinds[i + 1] is not Kind.RUN)
                and self.signs[i + 3] not in OPERATORS
            ):
                i += 3  # (a), (i), (1)
            elif self.signs[i] == "(" and self.words[i + 1] == "by":
                return self.size
            elif (shown := self.pictured(i)) > i:
                i = shown
            elif self.words[i] == "as" and self.words[i + 1] in ("shown", "in", "illustrated", "depicted"):
                i += 2
                while i < self.size and self.signs[i] != ",":
                    i += 1
            elif self.is_about_answer(i) or self.words[i : i + 3] in _TO_READERS:
                return self.size
            elif self.words[i] == "in" and self.words[i + 1 : i + 3] in (
                ["the", "plane"],
                ["a", "plane"],
            ):
                i += 3
            elif (said := self.announced(i)) > i:
                i = said
            elif self.words[i : i + 2] in (["it", "is"], ["it", ""]) and self.words[i + 2] in ("given", "known"):
                i += 4 if self.words[i + 3] == "that" else 3
            elif self.words[i] == "it" and (length := _came_about(self.words[i + 1 : i + 3])):
                i += 2 + length if self.words[i + 1 + length] == "that" else 1 + length
            else:
                break
        return i

    def is_about_answer(self, i: int) -> bool:
        """`(Give your answer in simplest form`, `Express the answer as a fraction`: nothing of the figure, to the sentence's end."""
        begin = i + 1 if self.signs[i] == "(" else i
        is_told = self.words[begin] in ("give", "express", "write", "leave", "round", "state")
        return is_told and ("answer" in self.words[begin:] or self.words[begin + 1] == "it")

    def pictured(self, i: int) -> int:
        """After `in the diagram shown below`, `in the figure to the right`; where it began, if it is no such thing."""
        end = i
        if self.words[i] in ("in", "on", "from"):
            end = next((k for k in range(i + 1, min(i + 4, self.size)) if self.words[k] in _PICTURES), i)
        if end == i:
            return i
        while self.words[end + 1] in _WHERE_PICTURED:
            end += 1
        return end + 2 if self.signs[end + 1] == "," else end + 1

    def announced(self, i: int) -> int:
        """After `the following equalities hold:`, `we have that`, `it holds that`; where it began, if it is no such thing."""
        if self.words[i : i + 2] in (["we", "have"], ["it", "holds"]):
            return i + 3 if self.words[i + 2] == "that" else i + 2 if self.signs[i + 2] == ":" else i
        if self.words[i] == "the" and self.words[i + 1] == "following":
            end = next((k for k in range(i + 2, min(i + 8, self.size)) if self.words[k] in ("hold", "holds")), i)
            return end + 1 if end > i and all(self.words[i + 2 : end]) else i
        return i

    def like_noun_from(self, i: int) -> int:
        """Where `from`, `at` or `through` stands in `the one from B`, `that at B`; i where it isn't that."""
        begin = i + 2 if self.words[i : i + 2] == ["the", "one"] else i + 1 if self.words[i] == "that" else i
        is_sure = begin > i and self.words[begin] in ("from", "at", "through") and self.kinds[begin + 1] is Kind.RUN
        return begin if is_sure else i

    def joints(self, j: int) -> list[int]:
        """Where a next clause may begin, after what joins it."""
        k = j
        while self.signs[k] in (",", ";", ":") or (self.words[k] in _JOINING and self.like_noun_from(k) == k):
            k += 1
        if k == j and self.words[k] in _BEGINNINGS:
            return [k]
        return [k] if k > j and k < self.size else []

    def back(self, k: int, j: int) -> int:
        """A comma after `if …` joins what follows, so it is left where the clause ended."""
        return j if self.signs[j] == "," else k - 1 if k > j else j

    def flags_between(self, i: int, j: int) -> frozenset[str]:
        return frozenset(ADVERBS[w] for w in self.words[i:j] if ADVERBS.get(w))

    def paired(self, i: int, j: int) -> frozenset[str]:
        """The flag of a clause in which `respectively` stood: lists in it go in order."""
        return frozenset(("respectively",) if any(t.is_paired for t in self.tokens[i:j]) else ())

    def trailing(self, i: int) -> int:
        j, _ = self.adverbs(i)
        if self.signs[j] == "," and self.words[j + 1] in ("respectively", "in_order"):
            return self.adverbs(j + 1)[0]
        return i if j == i else j

    def trailing_flags(self, i: int, k: int) -> frozenset[str]:
        """What the adverbs right before a place say that were passed over as the end of a phrase."""
        m = k
        while m > i and (self.words[m - 1] in ADVERBS or self.signs[m - 1] == ","):
            m -= 1
        return self.flags_between(m, k)

    def inner_flags(self, i: int, k: int, prepositions: Mapping[str, str]) -> frozenset[str]:
        """What adverbs say that stand before a preposition of the verb: `touches ω internally at T`, `meets ω again at D`."""
        found = {ADVERBS.get(self.words[p], "") for p in range(i, k) if self.words[p + 1] in prepositions}
        return frozenset(found) & {"inside", "outside", "again"}

    def adverbs(self, i: int) -> tuple[int, frozenset[str]]:
        flags: set[str] = set()
        while True:
            word = self.words[i]
            if word in ADVERBS and not (
                (word == "each" and self.words[i + 1] == "other")
                or (ADVERBS[word] == "extended" and self.words[i + 1] in BEYOND)
                or (word == "only" and self.words[i + 1] in ("if", "when"))
            ):
                if ADVERBS[word]:
                    flags.add(ADVERBS[word])
                if word == "not" and self.words[i + 1] == "all":
                    flags.add("some")  # AB, BC, CA are not all equal
                if word == "not" and self.words[i + 1] == "necessarily":
                    flags.add("maybe")
                i += 1
            elif self.signs[i] == "," and self.words[i + 1] in ("respectively", "resp"):
                i += 1
            elif (
                self.signs[i] == "("
                and self.words[i + 1] in ("respectively", "again", "resp", "in_order")
                and self.signs[i + 2] == ")"
            ):
                flags.add(ADVERBS[self.words[i + 1]])
                i += 3
            else:
                return i, frozenset(flags)
