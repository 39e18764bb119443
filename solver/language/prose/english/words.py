"""Tokens as the grammar wants them: spellings made one, words that belong together joined, newlines left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from solver.language.prose.english.lexicon import (
    ADJECTIVES,
    ADVERBS,
    ARTICLES,
    JOINED,
    LONGEST_JOINED,
    NOUNS,
    NUMBERS,
    PREDICATES,
    SPELLINGS,
    VERBS,
)
from solver.language.prose.tokens import Kind, Token

#: Words that the grammar itself knows.
STRUCTURE = frozenset(
    [
        "figure",
        "difference",
        "absolute",
        "plus",
        "minus",
        "sine",
        "cosine",
        "cotangent",
        "drawing",
        "adjoining",
        "accompanying",
        "degrees",
        "shown",
        "below",
        "above",
        "picture",
        "diagram",
        "refer",
        "see",
        "note",
        "let",
        "suppose",
        "assume",
        "given",
        "consider",
        "denote",
        "draw",
        "take",
        "choose",
        "construct",
        "prove",
        "show",
        "demonstrate",
        "find",
        "determine",
        "compute",
        "calculate",
        "evaluate",
        "what",
        "is",
        "are",
        "be",
        "been",
        "being",
        "was",
        "were",
        "has",
        "have",
        "had",
        "that",
        "which",
        "who",
        "whose",
        "such_that",
        "if",
        "then",
        "and",
        "or",
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
        "opposite_to",
        "beyond",
        "over",
        "across",
        "under",
        "same_side",
        "opposite_sides",
        "opposite_side_of",
        "there",
        "exist",
        "exists",
        "it",
        "they",
        "them",
        "he",
        "itself",
        "each",
        "other",
        "one",
        "another",
        "similarly",
        "analogously",
        "likewise",
        "iff",
        "respectively",
        "like",
        "know",
        "known",
        "defined",
        "define",
        "when",
        "not",
        "no",
        "do",
        "does",
        "did",
        "where",
        "we",
        "you",
        "must",
        "can",
        "may",
        "will",
        "so",
        "having",
        "whenever",
        "let's",
        "please",
        "deduce",
        "conclude",
        "verify",
        "also",
        "either",
        "neither",
        "nor",
        "holds",
        "implies",
        "imply",
        "apply",
        "applies",
        "hold",
        "true",
        "statement",
        "condition",
        "following",
        "show",
        "that's",
        "its",
        "their",
        "his",
        "lies",
        "via",
        "until",
        "a",
        "an",
        "the",
        "self",
        "called",
        "named",
        "times",
        "parts",
        "conditions",
        "relations",
        "equalities",
        "properties",
        "pieces",
        "obtain",
        "obtained",
        "third",
        "quarter",
        "fourth",
        "fifth",
        "sixth",
        "eighth",
        "thirds",
        "quarters",
        "simplest",
        "relatively",
        "long",
        "large",
        "knowing",
        "get",
        "introduce",
        "trisection",
    ]
)


#: Lists are always read in order.
RESPECTIVELY = frozenset(word for word, flag in ADVERBS.items() if flag == "respectively")


def is_known(word: str) -> bool:
    return (
        word in STRUCTURE or word in VERBS or word in ADVERBS or word in ADJECTIVES or word in ARTICLES or word in NUMBERS
        or word in _IN_PHRASES or word in _OF_ANSWERS
    )  # fmt: skip


_IN_PHRASES = (
    frozenset(w for words in NOUNS for w in words)
    | frozenset(w for words in PREDICATES for w in words)
    | frozenset(w for words in JOINED for w in words)
    | frozenset(JOINED.values())
)


#: Words of how an answer is to be given; no misspelt word is taken for one of them.
_OF_ANSWERS = frozenset(
    ["express", "expressed", "written", "form", "terms", "fraction", "lowest", "radical", "common", "exact", "numerical", "answer", "your",
     "positive", "integer", "integers", "coprime", "prime"]
)  # fmt: skip

#: Words that a misspelt one may be meant to be.
VOCABULARY = sorted(
    w for w in STRUCTURE | _IN_PHRASES | set(VERBS) | set(ADJECTIVES) | set(ADVERBS) if len(w) >= 4 and "_" not in w
)

#: An unknown word with at least this many letters is taken for a word that is this much like it; how many of a text are looked up.
SHORTEST, CLOSE, MOST_LOOKED_UP = 5, 0.84, 40


def prepare(tokens: Sequence[Token], corrections: dict[str, str] | None = None) -> list[Token]:
    """The tokens of one sentence for the grammar. corrections: of words that aren't known, added to."""
    corrections = {} if corrections is None else corrections
    spelled: list[Token] = []
    for i, token in enumerate(tokens):
        if token.kind is Kind.LINE:
            continue
        if token.kind is not Kind.WORD:
            spelled.append(token)
            continue
        if token.text == "a" and is_name(tokens, i):
            spelled.append(replace(token, kind=Kind.NAME))
            continue
        word = SPELLINGS.get(token.text, token.text)
        if (
            len(word) >= SHORTEST
            and not is_known(word)
            and word not in corrections
            and len(corrections) < MOST_LOOKED_UP
        ):
            near = get_close_matches(word, VOCABULARY, 1, CLOSE)
            corrections[word] = near[0] if near else word
        word = corrections.get(word, word)
        parts = word.split()
        if "-" in word and not is_known(word):
            parts = word.split("-")
            if parts[0] == "non" and len(parts) == 2:
                parts = [word]
        spelled += [replace(token, text=part) for part in parts]
    return _without_remarks(_joined(_without_degrees(spelled)))


def is_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether an `a` is no article, as nothing follows that could have one: `in terms of a and b`."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or after.text in ("and", ",", "=", "+", "-", "*", "/", "^", ".")


def _without_degrees(tokens: list[Token]) -> list[Token]:
    """Without `in degrees`, `(in degrees)` and `in terms of degree`; `60 degrees` stays."""
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        if (end := _end_of_degrees(tokens, i)) > i:
            if found and found[-1].text == ",":  # what is, in degrees, the measure of ∠ABC
                found.pop()
                end += [t.text for t in tokens[end : end + 1]] == [","]
            i = end
        else:
            found.append(tokens[i])
            i += 1
    return found


def _end_of_degrees(tokens: Sequence[Token], i: int) -> int:
    words = [t.text for t in tokens[i : i + 5]]
    bracket = words[:1] == ["("]
    for said in (["in"], ["in", "terms", "of"]):
        end = bracket + len(said)
        if words[bracket:end] == said and words[end : end + 1] in (["degree"], ["degrees"]):
            return i + end + 1 + bracket if not bracket or words[end + 1 : end + 2] == [")"] else i
    return i


_REMARKS = frozenset(("also", "or", "see", "by", "note", "as", "not", "possibly", "here"))


_AFTER_RESPECTIVELY = frozenset(
    ("to", "onto", "of", "in", "at", "with", "from", "such_that", "with_respect_to", "about", "across", "over", "wrt")
)


#: What belongs to an image or a foot, even after a comma.
_OF_IMAGES = frozenset(("onto", "with_respect_to", "wrt", "about", "across", "over"))


#: Words that begin what may be subtracted: `∠A - angle B`.
_MEASURED = frozenset(("angle", "sin", "cos", "tan", "cot", "area", "twice", "half", "root_of"))


#: What says nothing of a figure, wherever it stands; of a plane something may be said, `in the plane of triangle ABC`.
_REMARKS_IN_WORDS = (
    ("with", "proof"),
    ("in", "the", "plane"),
    ("in", "a", "plane"),
    ("in", "its", "plane"),
    ("in", "their", "plane"),
    ("on", "the", "plane"),
)


def _end_of_remark(tokens: Sequence[Token], i: int) -> int:
    """The end of `, with proof,` and `in the plane` that begin here; i where none does."""
    begin = i + 1 if tokens[i].text == "," else i
    for words in _REMARKS_IN_WORDS:
        end = begin + len(words)
        following = tokens[end].text if end < len(tokens) else ""
        if tuple(t.text for t in tokens[begin:end]) == words and following not in ("of", "containing", "."):
            return end + 1 if begin > i and following == "," else end if begin == i else i
    return i


def _has_names(tokens: Sequence[Token], i: int) -> bool:
    """Whether something is named in the brackets that begin here."""
    close = next((k for k in range(i, len(tokens)) if tokens[k].text == ")"), len(tokens))
    return any(t.kind in (Kind.RUN, Kind.NAME) for t in tokens[i:close])


def _without_remarks(tokens: list[Token]) -> list[Token]:
    """Without `respectively` (lists always go in order) and what is added in brackets for the reader's comfort."""
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if (end := _end_of_remark(tokens, i)) > i:
            i = end
            continue
        if token.kind is Kind.WORD and token.text in RESPECTIVELY:
            if found and found[-1].text == "(" and i + 1 < len(tokens) and tokens[i + 1].text == ")":
                found.pop()
                i += 1
            elif found and found[-1].text == ",":
                comma = found.pop()
                if i + 2 < len(tokens) and tokens[i + 1].text == "," and tokens[i + 2].text in _AFTER_RESPECTIVELY:
                    i += 1  # `from W and Y, respectively, to XZ`
                if i + 1 < len(tokens) and tokens[i + 1].kind is found[-1].kind is Kind.RUN:
                    found.append(comma)  # `at K, L, respectively M`
            elif [t.text for t in tokens[i + 1 : i + 2]] == [","] and tokens[i + 2 : i + 3]:
                i += tokens[i + 2].text in _OF_IMAGES  # `the reflections of P and Q respectively, in BC`
            if found:
                found[-1] = replace(found[-1], is_paired=True)
            i += 1
            continue
        if (
            token.text == "("
            and i + 1 < len(tokens)
            and (
                (tokens[i + 1].text in _REMARKS and not _has_names(tokens, i))
                or [t.text for t in tokens[i + 1 : i + 3]] == ["other_than", "at"]
                or [t.text for t in tokens[i + 1 : i + 3]] == ["if", "there"]
            )
            and tokens[i + 1].kind is Kind.WORD
        ):
            close = next((k for k in range(i, len(tokens)) if tokens[k].text == ")"), len(tokens))
            i = close + 1
            continue
        if token.text in ("when_extended", "if_necessary") and found and found[-1].text == ",":
            found.pop()
            found.append(token)
            i += 2 if i + 1 < len(tokens) and tokens[i + 1].text == "," else 1
            continue
        if token.text in ("when_extended", "if_necessary") and found and found[-1].text == "(":
            found[-1] = token  # meets BC (possibly extended) at D
            i += 2 if i + 1 < len(tokens) and tokens[i + 1].text == ")" else 1
            continue
        if (
            token.text == "-" and i > 0 and i + 1 < len(tokens)
            and (tokens[i + 1].kind is Kind.WORD or tokens[i - 1].kind is Kind.WORD)
            and not (tokens[i - 1].kind is not Kind.WORD and tokens[i + 1].text in _MEASURED)
        ):  # fmt: skip
            i += 1
            continue
        found.append(token)
        i += 1
    return found


def _joined(tokens: list[Token]) -> list[Token]:
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        for count in range(min(LONGEST_JOINED, len(tokens) - i), 0, -1):
            group = tokens[i : i + count]
            is_passive = group[0].text == "drawn" and i > 0 and tokens[i - 1].text in ("is", "are", "be", "been")
            if all(t.kind is Kind.WORD for t in group) and not is_passive:
                word = JOINED.get(tuple(t.text for t in group))
                if word is not None:
                    is_place, is_result = group[0].text == "where", group[0].text == "so"
                    joined = replace(group[0], text=word, end=group[-1].end, is_place=is_place, is_result=is_result)
                    found.append(joined)
                    i += count
                    break
        else:
            found.append(tokens[i])
            i += 1
    return found
