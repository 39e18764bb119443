"""From text to sentences of words: signs written out, spellings made one, words that say nothing left out.

A sentence ends at the end of its line, at a semicolon or at a full stop; one that asks goes on over a comma or *and* there. A run of capitals is a run of points: `ABC`
says the same as `A B C`, and `B1`, `B_1` and `B₁` are one point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from solver.errors import Span
from solver.language.syntax import check_length

#: Signs, and how they are read.
SIGNS = {
    "∠": "angle", "∡": "angle", "∢": "angle", r"\angle": "angle", "⟂": "perpendicular", "⊥": "perpendicular",
    r"\perp": "perpendicular", "∥": "parallel", "‖": "parallel", "||": "parallel", "//": "parallel",
    r"\parallel": "parallel", "△": "triangle", "Δ": "triangle", "▵": "triangle", r"\triangle": "triangle",
    "⊙": "circle", "∈": "on", r"\in": "on", "∩": "cap", r"\cap": "cap", "∼": "similar", "~": "similar", "∽": "similar",
    r"\sim": "similar", "≅": "congruent", "≡": "congruent", r"\cong": "congruent", "≠": "!=", r"\ne": "!=",
    r"\neq": "!=", "·": "*", "×": "*", "∗": "*", r"\cdot": "*", "²": "^2", "−": "-", "–": "-", "÷": "/", "&": "and",
    "°": "degrees", r"^\circ": "degrees", r"^{\circ}": "degrees", "º": "degrees",
}  # fmt: skip

#: Other spellings and forms of the words that phrases use.
SPELLINGS = {
    "midpoints": "midpoint", "middle": "midpoint", "centre": "center", "centers": "center", "centres": "center",
    "centred": "centered", "circumcentre": "circumcenter", "circumcenters": "circumcenter",
    "circumcentres": "circumcenter", "incentre": "incenter", "incenters": "incenter", "incentres": "incenter",
    "excentre": "excenter", "excenters": "excenter", "orthocentre": "orthocenter", "orthocenters": "orthocenter",
    "orthocentres": "orthocenter", "barycenter": "centroid", "barycentre": "centroid", "feet": "foot",
    "perpendiculars": "perpendicular", "perp": "perpendicular", "orthogonal": "perpendicular", "normal": "perpendicular",
    "parallels": "parallel", "altitudes": "altitude", "heights": "altitude", "height": "altitude", "medians": "median",
    "bisectors": "bisector", "bisect": "bisects", "projections": "projection", "reflections": "reflection",
    "reflected": "reflection", "image": "reflection", "over": "in", "across": "in", "about": "in",
    "intersections": "intersection", "intersect": "meets", "intersects": "meets", "meet": "meets", "cut": "meets",
    "cuts": "meets", "cross": "meets", "crosses": "meets", "meeting": "meets", "intersecting": "meets",
    "lines": "line", "segments": "segment", "chord": "segment", "chords": "segment", "sides": "side", "rays": "ray", "circles": "circle", "circumcircles": "circumcircle", "tangents": "tangent",
    "touch": "touches", "touching": "touches", "triangles": "triangle", "quadrilaterals": "quadrilateral", "parallelograms": "parallelogram",
    "rectangles": "rectangle", "squares": "square", "trapezoids": "trapezoid", "angles": "angle", "arcs": "arc",
    "trapezium": "trapezoid", "cyclically": "cyclic", "inscribed": "cyclic", "concyclical": "concyclic",
    "cocyclic": "concyclic", "colinear": "collinear", "passes": "through", "pass": "through", "passing": "through",
    "contains": "through", "past": "beyond",
    "equals": "=", "equal": "=", "differs": "different", "distinct": "different", "lengths": "length", "deg": "degrees",
    "degree": "degrees", "ratios": "ratio", "inscribed-circle": "incircle", "determine": "find", "compute": "find",
    "calculate": "find", "evaluate": "find", "show": "prove", "demonstrate": "prove", "acute-angled": "acute",
    "right-angled": "right", "obtuse-angled": "obtuse", "interior": "inside", "exterior": "outside", "such": "with",
    "where": "with", "satisfying": "with", "points": "point", "again": "again", "second": "again",
}  # fmt: skip

#: Words that may stand anywhere and say nothing.
FILLERS = frozenset(
    [
        "let",
        "be",
        "is",
        "are",
        "a",
        "an",
        "the",
        "lies",
        "lie",
        "lying",
        "that",
        "denote",
        "denotes",
        "denoted",
        "by",
        "given",
        "suppose",
        "assume",
        "its",
        "their",
        "respectively",
        "also",
        "both",
        "each",
        "so",
        "we",
        "have",
        "has",
        "if",
        "then",
        "draw",
        "take",
    ]
)

#: What asks, as the grammar spells it. After one of these words what a sentence says is asked for, not given, up to what
#: begins with one of HYPOTHESES; a new beginning (LATER) is refused there.
ASKING = frozenset(("prove", "find", "what"))
HYPOTHESES = frozenset(("if", "when", "whenever", "given", "assuming", "assume", "suppose", "supposing", "provided"))
LATER = frozenset(("where", "let", "denote", "take", "draw"))
#: What goes on with the sentence before.
_JOINING = frozenset((",", "and", "with", "also", "then"))

_TOKEN = re.compile(
    r"(?P<comment>\#[^\n]*)"
    r"|(?P<end>[;\n]|\.(?=\s|$)|\?)"
    r"|(?P<space>(?:[^\S\n]|\$)+)"
    r"|(?P<sign>\^\\circ|\^\{\\circ\}|\\[a-z]+|\|\||//|!=|<>|[∠∡∢⟂⊥∥‖△Δ▵⊙∈∩∼~∽≅≡≠·×∗²−–÷&°º])"
    r"|(?P<point>[A-Z](?![a-z])(?:_\{\w{1,8}\}|_?[0-9₀-₉]{1,4}|_[a-z](?![a-z]))?['′’″]*)"
    r"|(?P<word>[A-Za-z][a-z]+(?:-[a-z]+)*)"
    r"|(?P<name>[a-zα-ωΓΔΘΛΞΠΣΦΨΩ](?:_?[0-9₀-₉]{1,4})?['′’]*)"
    r"|(?P<number>[0-9]{1,12}(?:\.[0-9]{1,18})?)"
    r"|(?P<symbol>[=<>+\-*/:^|(),])"
    r"|(?P<other>.)",
    re.DOTALL,
)

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_PRIMES = str.maketrans({"′": "'", "’": "'", "″": "''"})


#: Kinds of tokens, as the grammar names them: a point, the name of a circle or line, a number, and what is nothing.
POINT, NAME, NUMBER, OTHER = "A_POINT", "A_NAME", "A_NUMBER", "NOTHING"
#: A word that says nothing, before it is left out.
_FILLER = "a filler"


@dataclass(frozen=True)
class PlainToken:
    """kind: one of these, or the word or symbol itself. text: a point's canonical name, else as written."""

    kind: str
    text: str
    span: Span


def sentences(text: str, line: int = 1) -> list[list[PlainToken]]:
    """The words of each sentence; line: where the text begins in its file. Raises ParseError where it is too long."""
    check_length(text, line)
    found: list[list[PlainToken]] = [[]]
    for token in _tokens(text, line):
        if token.kind == "end":
            found.append([])
        else:
            found[-1].append(token)
    return [said for sentence in _joined(filter(None, found)) if (said := _without_point(_asked(sentence)))]


def _joined(found: Iterable[list[PlainToken]]) -> list[list[PlainToken]]:
    """What is asked for goes on where a sentence ends, or the next one begins, with a comma or with *and*."""
    joined: list[list[PlainToken]] = []
    for sentence in found:
        last = joined[-1] if joined else []
        if any(t.kind in ASKING for t in last) and (_joins(sentence[0]) or _joins(last[-1]) or last[-1].kind in ASKING):
            first = sentence[0]
            is_word = first.kind == _FILLER  # also, then: no separator by itself
            last += [replace(first, kind=","), *sentence] if is_word else sentence
        else:
            joined.append(sentence)
    return joined


def _asked(sentence: Sequence[PlainToken]) -> list[PlainToken]:
    """The words that say something; *if* is one of them only after *prove* or *find*, and *then* after that."""
    said: list[PlainToken] = []
    is_asked = is_supposed = False
    for token in sentence:
        word = _word(token)
        if is_asked and (word in HYPOTHESES or word in LATER):
            is_supposed = True
            said.append(replace(token, kind="if" if word in HYPOTHESES else word))
        elif is_supposed and word == "then":
            said.append(replace(token, kind=word))
        elif token.kind != _FILLER:
            said.append(token)
        is_asked = is_asked or token.kind in ASKING
    return said


def _joins(token: PlainToken) -> bool:
    return bool({token.kind, _word(token)} & _JOINING)


def _word(token: PlainToken) -> str:
    return token.text.lower()


def _without_point(sentence: list[PlainToken]) -> list[PlainToken]:
    """`the point P on A B` is `P on A B`, but `points A, B` is a sentence."""
    rest = [token for token in sentence if token.kind != "point"]
    return sentence if all(token.kind in (POINT, ",", "and") for token in rest) else rest


def _tokens(text: str, line: int) -> Iterator[PlainToken]:
    start = 0
    for match in _TOKEN.finditer(text):
        group, written = match.lastgroup, match.group()
        span = Span(line, match.start() - start + 1, len(written))
        if written == "\n":
            line, start = line + 1, match.end()
        if group == "end":
            yield PlainToken("end", written, span)
        elif group not in ("space", "comment"):
            yield from _read(group or "other", written, span)


def _read(group: str, written: str, span: Span) -> Iterator[PlainToken]:
    if group == "point":
        yield PlainToken(POINT, canonical(written), span)
    elif group == "word":
        word = SPELLINGS.get(written.lower(), written.lower())
        yield PlainToken(_FILLER if word in FILLERS else word, written, span)
    elif group == "name":
        if written in FILLERS:
            yield PlainToken(_FILLER, written, span)
        else:
            yield PlainToken(NAME, written.translate(_SUBSCRIPTS).replace("_", ""), span)
    elif group == "number":
        yield PlainToken(NUMBER, written, span)
    elif group == "sign":
        sign = SIGNS.get(written, written)
        if sign == "^2":
            yield PlainToken("^", written, span)
            yield PlainToken(NUMBER, "2", span)
        else:
            yield PlainToken(sign, written, span)
    else:
        yield PlainToken(written if group == "symbol" else OTHER, written, span)


def canonical(name: str) -> str:
    """`B_1` for B1, B_1, B₁ and B_{1}; `A'` for A′."""
    name = name.translate(_SUBSCRIPTS).translate(_PRIMES).replace("{", "").replace("}", "").replace("_", "")
    letter, rest = name[0], name[1:].rstrip("'")
    return letter + (f"_{rest}" if rest else "") + "'" * (len(name) - 1 - len(rest))


def is_point_name(name: str) -> bool:
    """Whether the name is one of a point, in its canonical form."""
    match = _TOKEN.fullmatch(name)
    return match is not None and match.lastgroup == "point" and canonical(name) == name
