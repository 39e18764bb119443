"""From text to tokens: LaTeX and signs read, spellings made one, names of points taken apart.

What a paper prints with LaTeX, what a mail says in Unicode and what somebody types in ASCII give the same tokens, each
with its place in the text. A run of capitals is a run of points: `ABC` says the same as `A B C`, `$A_1$`, `A1` and `A₁`
are one point.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from solver.errors import Span
from solver.language.prose.signs import COMMANDS, FUNCTIONS, LAYOUT, LETTERS, NUMERALS, POWERS, SIGNS


class Kind(Enum):
    """RUN: points side by side. PREFIX: a point before a hyphen, `A-excircle`. NAME: a line, circle or triangle."""

    RUN = "run"
    NAME = "name"
    PREFIX = "prefix"
    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"
    END = "end"
    LINE = "line"


@dataclass(frozen=True)
class Token:
    """text: canonical. points: the points of a run or prefix. start, end: the place in the text.

    is_math: whether it is between dollar signs. may_be_article: `A` where the next word could make it an article.
    is_paired: whether `respectively` stood after it, which is left out. is_place, is_result: whether it was `where` or `so that`,
    read as `such that`.
    has_bar: whether a bar is over a run, as over a segment.
    """

    kind: Kind
    text: str
    start: int
    end: int
    points: tuple[str, ...] = ()
    is_math: bool = False
    may_be_article: bool = False
    is_paired: bool = False
    is_place: bool = False
    is_result: bool = False
    has_bar: bool = False


_SUB = r"(?:\s?_\{[^{}\s]{1,8}\}|\s?_[0-9A-Za-z]|[0-9₀-₉]{1,4})"
_PRIME = r"(?:['′’″]+(?!s\b)|\^\s*\{?\s*(?:\\prime\s*)+\}?|\^\{?\*\}?)"
_LETTER = r"(?:[A-Z]|\{\s*[A-Z]\s*\}(?=\s?_|['’′]|\^))"  # {A}_{1}, {P}'
_POINT = rf"{_LETTER}(?:{_SUB})?(?:{_PRIME})?(?:{_SUB})?"
_SCRIPT = r"\\(?:math(?:cal|scr|frak|bb|bf)|cal)"

_GREEK_NAMES = "|".join(sorted(LETTERS, key=len, reverse=True))

_TOKEN = re.compile(
    rf"(?P<comment>\#[^\n]*|%[^\n]*\n)"
    rf"|(?P<line>\n)"
    rf"|(?P<dollar>\$\$?|\\[()\[\]])"
    rf"|(?P<possessive>['’]s\b)"
    rf"|(?P<alike>(?<=[A-Z0-9'])\s+~\s+(?=(?:△|∆|Δ|▵|[Tt]riangle\s)?\s*(?:{_POINT}\s?){{3}}))"
    rf"|(?P<space>[^\S\n]+|\\[,;:! ]|~|\\\\)"
    rf"|(?P<degree>\^\s*\\circ|\^\s*\{{?\s*[o0]\s*\}}?(?![a-z0-9])|\^\s*\{{\s*\\circ\s*\}}|°|º)"
    rf"|(?P<frac>\\[dt]?frac\s*(?:(?P<above>[0-9a-zA-Z])\s*(?P<below>[0-9a-zA-Z])(?![a-zA-Z]))?)"
    rf"|(?P<not>\\not\s*(?:=|\\equiv|\\parallel|\\in))"
    rf"|(?P<script>(?:{_SCRIPT}\s*(?:\{{\s*\w+\s*\}}|\w)|\{{\s*{_SCRIPT}\s*\{{?\s*\w\s*\}}?\s*\}})(?:\s*{_SUB})?(?:\s*{_PRIME})?)"
    rf"|(?P<greek>(?:\\(?:{_GREEK_NAMES})(?![A-Za-z])|\{{\s*\\(?:{_GREEK_NAMES})\s*\}}(?=\s*_|['’′]|\^))(?:\s*{_SUB})?\s*(?:{_PRIME})?)"
    rf"|(?P<command>\\[A-Za-z]+)"
    rf"|(?P<prefix>(?:{_POINT})\$?\s?[-–]\$?(?=[a-z]{{3}}|,? ?(?:and )?\$?[A-Z](?:{_SUB})?\$?[-–]))"
    rf"|(?P<area>S_\{{\s*(?:\\(?:triangle|vartriangle|bigtriangleup)\s*)?(?:[A-Z](?:{_SUB})?(?:{_PRIME})?){{3,8}}\s*\}}|S_?(?:△|▵|\\(?:triangle|vartriangle|bigtriangleup)\s*)(?:[A-Z](?:{_SUB})?(?:{_PRIME})?){{3}}|\[(?:{_POINT}\s?){{3,8}}\])"
    rf"|(?P<abbreviated>(?:[Ff]ig|[Rr]esp|cf)\.|s\.\s?t\.(?=[\s$])|w\.\s?r\.\s?t\.?)"
    rf"|(?P<contracted>[a-z]+n['’]t\b)"
    rf"|(?P<ray>\[{_POINT}\s?{_POINT}\))"
    rf"|(?P<word>[A-Z]?[a-z]+(?:-[a-z]+)*(?![a-z]))"
    rf"|(?P<point>{_POINT})"
    rf"|(?P<name>[α-ωΑ-Ωℓ](?:{_SUB})?(?:{_PRIME})?)"
    rf"|(?P<number>[0-9]{{1,12}}(?:\.[0-9]{{1,18}})?)"
    rf"|(?P<brace>[{{}}])"
    rf"|(?P<product>(?<=[A-Z0-9'}}])\.\s?(?=[A-Z]{{2}}(?![a-z])|[A-Z]_))"
    rf"|(?P<end>[.?!])"
    rf"|(?P<sign>\\\||\|\||//|!=|<=|>=|<>|\.\.\.|[=<>+\-*/:^|(),;\[\]∠∡∢⟂⊥∥‖△▵⊙∈∩∼∽≅≡≠·×∗⋅²−–—÷&≤≥⩽⩾⌒，；：（）＝。＜＞√∖…′''])"
    rf"|(?P<other>.)",
    re.DOTALL,
)

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_LETTER_NAME = re.compile(rf"(?P<letter>[b-z])(?:{_SUB})?(?:{_PRIME})?")


#: b-c, which isn't a word with a hyphen.
_DIFFERENCE = re.compile(r"[a-z](?:-[a-z])+")

#: What makes an `a` after a number an article.
_NOUN_AFTER_ARTICLE = re.compile(r" (?!and\b|or\b|then\b|where\b|if\b|is\b|so\b|prove\b|find\b|show\b)[a-z]{3}")
#: Letters of which products are written without a sign: abc.
_TRIPLES = ("abc", "xyz", "pqr", "mnp")
_SHORT_WORDS = frozenset(
    ["of", "is", "or", "to", "in", "if", "at", "on", "by", "be", "as", "an", "we", "it", "so", "tg"]
)


def canonical(name: str) -> str:
    """`B_1` for B1, B_1, B₁ and B_{1}; `A'` for A′ and A^\\prime."""
    name = name.translate(_SUBSCRIPTS)
    primes = name.count("'") + name.count("′") + name.count("’") + 2 * name.count("″") + name.count("\\prime")
    stars = name.count("*")
    bare = re.sub(r"\\prime|[\s^{}_'′’″*$]", "", name)
    letter, rest = bare[:1], bare[1:]
    return letter + (f"_{rest}" if rest else "") + "'" * primes + "*" * stars


#: What LaTeX has before a run with a bar over it.
_BAR = re.compile(r"\\overline\s*\{\s*\Z")


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, runs of points joined."""
    found: list[Token] = []
    for token in _Scanner(text).tokens():
        last = found[-1] if found else None
        if (
            token.kind is Kind.RUN
            and last is not None
            and last.kind is Kind.RUN
            and not last.may_be_article
            and text[last.end : token.start].strip(" $\t{}\\,~") == ""
        ):
            found[-1] = replace(
                last,
                text=last.text + token.text,
                end=token.end,
                points=last.points + token.points,
                may_be_article=False,
            )
        else:
            has_bar = token.kind is Kind.RUN and _BAR.search(text, max(0, token.start - 12), token.start) is not None
            found.append(replace(token, has_bar=True) if has_bar else token)
    return found


#: Before a fraction that is taken as a whole, as in cos \\frac{A}{2} or 1/\\frac{a}{b}.
_TAKES_ONE = re.compile(rf"(?:(?<![A-Za-z])\\?(?:{'|'.join(FUNCTIONS)})(?:\^\{{?\d\}}?)?|[/:])\s*(?:\\left\s*)?\Z")


class _Scanner:
    """What of LaTeX is open at a place: a formula, braces, a fraction whose parts are to come."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.math = False
        self.braces: list[str] = []
        self.pending = ""
        self.start = self.end = 0

    def token(self, kind: Kind, value: str, points: tuple[str, ...] = (), is_article: bool = False) -> Token:
        return Token(kind, value, self.start, self.end, points, self.math, is_article)

    def tokens(self) -> Iterator[Token]:
        while self.end < len(self.text):
            match = _TOKEN.match(self.text, self.end)
            assert match is not None
            group, written = match.lastgroup or "other", match.group()
            self.start, self.end = match.start(), match.end()
            if match["frac"] is not None:
                yield from self.fraction(match["above"], match["below"])
            elif group == "word" and (name := _LETTER_NAME.match(self.text, self.start)) and len(written) == 1:
                self.end = name.end()
                yield self.token(Kind.NAME, canonical(name.group()))
            elif group == "word" and len(written) == 2 and written[0].isupper() and (self.math or self.is_product()):
                self.end = self.start + 1  # Rr, a product
                yield self.token(Kind.RUN, written[0], (written[0],))
            elif group == "word" and _DIFFERENCE.fullmatch(written):
                self.end = self.start + 1
                yield self.token(Kind.NAME, written[0])
            elif group == "word" and self.is_symbol(written):
                for k, letter in enumerate(written):
                    yield Token(Kind.NAME, letter, match.start() + k, match.start() + k + 1, is_math=self.math)
            elif group in _READERS:
                yield from _READERS[group](self, written)

    def is_product(self) -> bool:
        """Whether a number or a sign of an operation stands right before: 2Rr, `= Rr`."""
        return (
            re.search(r"(?<![A-Za-z_])(?:[0-9]+ ?|[=+*·/√] ?|[0-9A-Za-z)] - )\Z", self.text[: self.start]) is not None
        )

    def is_symbol(self, written: str) -> bool:
        """Whether letters are numbers or lengths that the statement names: `a` in a formula, and products such as `ab`."""
        before, after = self.text[: self.start].rstrip(" $")[-1:], self.text[self.end :].lstrip(" $")[:1]
        if written == "a":
            counted = (
                re.search(r"(?<![_\w])[0-9]+ ?$", self.text[: self.start]) is not None
                and _NOUN_AFTER_ARTICLE.match(self.text, self.end) is None  # OP = 13 a tangent is drawn
            )  # 2a, not `ω_1 a second time`
            if before == "(" and after.isalpha() and not self.math:
                return False  # (a second time)
            return self.math or counted or before in tuple("=+-−*·/(√") or after in tuple("=+*·/^),.;:√<>≤≥")
        is_short = len(written) == 2 or (len(written) == 3 and any(set(written) <= set(names) for names in _TRIPLES))
        if not is_short or not written.islower() or written in _SHORT_WORDS:
            return False
        is_after_minus = re.search(r"[0-9)] ?- ?\Z|(?<![A-Za-z])[A-Za-z] - \Z", self.text[: self.start]) is not None
        return self.math or is_after_minus or before in tuple("=+−*·√<>≤≥") or after in tuple("=+*·^<>≤≥")

    def fraction(self, above: str | None, below: str | None) -> Iterator[Token]:
        is_argument = _TAKES_ONE.search(self.text, 0, self.start) is not None
        if is_argument:
            yield self.token(Kind.SIGN, "(")
        if above and below:
            yield self.single(above)
            yield self.token(Kind.SIGN, "/")
            yield self.single(below)
            if is_argument:
                yield self.token(Kind.SIGN, ")")
        else:
            self.pending = "above)" if is_argument else "above"

    def single(self, written: str) -> Token:
        """A digit or a letter: `\\frac12`, `\\frac mn`."""
        if written.isdigit():
            return self.token(Kind.NUMBER, written)
        if written.isupper():
            return self.token(Kind.RUN, written, (written,))
        return self.token(Kind.NAME, written)

    def line(self, written: str) -> Iterator[Token]:
        yield self.token(Kind.LINE, "\n")

    def dollar(self, written: str) -> Iterator[Token]:
        self.math = not self.math if written.startswith("$") else written in (r"\(", r"\[")
        return iter(())

    def possessive(self, written: str) -> Iterator[Token]:
        yield self.token(Kind.SIGN, "'s")

    def degree(self, written: str) -> Iterator[Token]:
        yield self.token(Kind.SIGN, "°")

    def brace(self, written: str) -> Iterator[Token]:
        """Braces only count in fractions, which become quotients in parentheses."""
        if written == "{":
            self.braces.append(self.pending)
            if self.pending:
                yield self.token(Kind.SIGN, "(")
            self.pending = ""
        elif self.braces and (part := self.braces.pop()):
            yield self.token(Kind.SIGN, ")")
            if part.startswith("above"):
                yield self.token(Kind.SIGN, "/")
                self.pending = part.replace("above", "below")
            elif part == "below)":
                yield self.token(Kind.SIGN, ")")

    def negated(self, written: str) -> Iterator[Token]:
        yield self.token(Kind.SIGN, {"=": "≠", "v": "≠", "l": "∦", "n": "∉"}[written[-1]])

    def script(self, written: str) -> Iterator[Token]:
        yield self.token(Kind.NAME, canonical(re.sub(rf"{_SCRIPT}|[\s{{}}]", "", written)))

    def greek(self, written: str) -> Iterator[Token]:
        letter = re.search(r"\\([A-Za-z]+)", written)
        assert letter is not None
        name, rest = letter[1], written[letter.end() :]
        if name == "Delta" and not rest.strip():
            yield self.delta()
        else:
            yield self.token(Kind.NAME, canonical(LETTERS[name] + rest))

    def delta(self) -> Token:
        """A triangle sign before points, a name else."""
        if re.match(r"[\s${]*[A-Z](?![a-z])", self.text[self.end :]):
            return self.token(Kind.SIGN, "△")
        return self.token(Kind.NAME, "Δ")

    def command(self, written: str) -> Iterator[Token]:
        if written == r"\sqrt":
            yield from self.root()
        elif written[1:] in FUNCTIONS:
            yield self.token(Kind.WORD, FUNCTIONS[written[1:]])
        elif sign := COMMANDS.get(written[1:], ""):
            yield self.token(Kind.WORD if sign == "iff" else Kind.SIGN, sign)
        elif written == r"\overrightarrow" and re.search(r"\bon\s+\$?\s*$", self.text[: self.start]):
            yield self.token(Kind.WORD, "ray")  # D lies on it
        elif written[1:] not in COMMANDS and written[1:] not in LAYOUT and not self.is_ray(written):
            yield self.token(Kind.SIGN, written)  # no rule reads it: what it says is refused, not left out

    def root(self) -> Iterator[Token]:
        self.pending = "root" if re.match(r"\s*\{", self.text[self.end :]) else ""
        yield self.token(Kind.SIGN, "√")

    def is_ray(self, written: str) -> bool:
        """Whether an arrow is over a ray, or a line: no vector, of which equations can't be read."""
        return (
            written == r"\overrightarrow" and re.search(r"[Rr]ays?\W+[^.]{0,60}$", self.text[: self.start]) is not None
        )

    def other(self, written: str) -> Iterator[Token]:
        """A character that no other pattern has: a mathematical sign isn't left out."""
        if written in NUMERALS:
            yield self.token(Kind.NUMBER, NUMERALS[written])
        elif written in SIGNS:
            yield from self.sign(written)
        elif written in POWERS:
            yield self.token(Kind.SIGN, "^")
            yield self.token(Kind.NUMBER, POWERS[written])
        elif unicodedata.category(written) in ("Sm", "So"):
            yield self.token(Kind.SIGN, written)

    def prefix(self, written: str) -> Iterator[Token]:
        if written.count("$") % 2:
            self.math = not self.math
        name = canonical(re.sub(r"[\s$–-]+$", "", written))
        yield self.token(Kind.PREFIX, name, (name,))

    def word(self, written: str) -> Iterator[Token]:
        if written == "sqrt":
            yield from self.root()
            return
        yield self.token(Kind.WORD, FUNCTIONS.get(written, written.lower()))

    def area(self, written: str) -> Iterator[Token]:
        """[ABC] and S_{ABC}: the corners between two signs."""
        yield self.token(Kind.SIGN, "S")
        names = tuple(map(canonical, re.findall(_POINT, re.sub(r"^S|\\[a-z]+", "", written))))
        yield self.token(Kind.RUN, "".join(names), names)
        yield self.token(Kind.SIGN, "]")

    def abbreviation(self, written: str) -> Iterator[Token]:
        """The dot of `resp.` is the sentence's as well where a capitalized word comes next, or nothing does."""
        yield self.token(Kind.WORD, re.sub(r"[\s.]", "", written).lower())
        if written[:4].lower() == "resp" and re.match(r"\$?\s*(?:[A-Z][a-z]|$)", self.text[self.end :]):
            yield self.token(Kind.END, ".")

    def contraction(self, written: str) -> Iterator[Token]:
        """Don't is do, not."""
        yield self.token(Kind.WORD, written[:-3])
        yield self.token(Kind.WORD, "not")

    def ray(self, written: str) -> Iterator[Token]:
        """[QL), the ray from Q through L."""
        names = tuple(map(canonical, re.findall(_POINT, written)))
        yield self.token(Kind.RUN, "".join(names), names)

    def point(self, written: str) -> Iterator[Token]:
        name = canonical(written)
        after = self.text[self.end : self.end + 2]
        before = self.text[: self.start].rstrip(" ($~")[-1:]
        begins = not before or before in ".?!;:\n"
        may_be = (
            begins and name == "A" and not self.math and after[:1] == " " and (after[1:].islower() or after[1:] == "$")
        )
        yield self.token(Kind.RUN, name, (name,), may_be)

    def name(self, written: str) -> Iterator[Token]:
        yield self.delta() if written == "Δ" else self.token(Kind.NAME, canonical(written))

    def number(self, written: str) -> Iterator[Token]:
        yield self.token(Kind.NUMBER, written)

    def product(self, written: str) -> Iterator[Token]:
        """A dot between lengths in a formula multiplies: XA.BC = XB.AC; elsewhere it ends a sentence."""
        is_product = self.math or (
            written == "."
            and re.match(r"[A-Z]{2}(?:\s*[=<>+\-,.;)]|\s+and\b|\s*\Z)", self.text[self.end :]) is not None
        )
        yield self.token(Kind.SIGN, "*") if is_product else self.token(Kind.END, ".")

    def finish(self, written: str) -> Iterator[Token]:
        yield self.token(Kind.END, written)

    def similar(self, written: str) -> Iterator[Token]:
        """A tilde between triangles, which elsewhere is a blank: △ABC ~ △DEF."""
        yield self.token(Kind.SIGN, "∼")

    def sign(self, written: str) -> Iterator[Token]:
        sign = SIGNS.get(written, written)
        if sign in POWERS:
            yield self.token(Kind.SIGN, "^")
            yield self.token(Kind.NUMBER, POWERS[sign])
        elif sign in (".", "and", "iff"):
            yield self.token(Kind.END if sign == "." else Kind.WORD, sign)
        elif sign and sign not in "'′":
            yield self.token(Kind.SIGN, sign)


#: By the group of the pattern; others say nothing.
_READERS: Mapping[str, Callable[[_Scanner, str], Iterator[Token]]] = {
    "line": _Scanner.line, "dollar": _Scanner.dollar, "possessive": _Scanner.possessive, "degree": _Scanner.degree,
    "brace": _Scanner.brace, "not": _Scanner.negated, "script": _Scanner.script, "greek": _Scanner.greek,
    "command": _Scanner.command, "prefix": _Scanner.prefix, "area": _Scanner.area, "ray": _Scanner.ray, "word": _Scanner.word, "abbreviated": _Scanner.abbreviation, "contracted": _Scanner.contraction, "point": _Scanner.point,
    "other": _Scanner.other, "name": _Scanner.name, "number": _Scanner.number, "end": _Scanner.finish, "product": _Scanner.product, "sign": _Scanner.sign, "alike": _Scanner.similar,
}  # fmt: skip


def span_at(text: str, start: int, end: int, line: int = 1) -> Span:
    """The place in lines and columns; line: where the text begins in its file."""
    before = text.rfind("\n", 0, start)
    return Span(line + text.count("\n", 0, start), start - before, max(1, min(end, len(text)) - start))
