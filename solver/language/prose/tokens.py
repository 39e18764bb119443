"""From text to tokens: LaTeX and signs read, spellings made one, names of points taken apart.

What a paper prints with LaTeX, what a mail says in Unicode and what somebody types in ASCII give the same tokens, each
with its place in the text. A run of capitals is a run of points: `ABC` says the same as `A B C`, `$A_1$`, `A1` and `A₁`
are one point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from solver.errors import Span


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
    """

    kind: Kind
    text: str
    start: int
    end: int
    points: tuple[str, ...] = ()
    is_math: bool = False
    may_be_article: bool = False


_GREEK = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
).split()
_LETTERS = dict(
    zip(_GREEK, "α β γ δ ε ε ζ η θ θ ι κ λ μ ν ξ π ρ σ τ υ φ φ χ ψ ω Γ Δ Θ Λ Ξ Π Σ Υ Φ Ψ Ω".split(), strict=True)
) | {"ell": "ℓ"}

#: Signs as they are written, and how they are read.
_SIGNS = {
    "∡": "∠", "∢": "∠", "⊥": "⟂", "‖": "∥", "||": "∥", "//": "∥", "▵": "△", "∽": "∼", "~": "∼", "≡": "≅",
    "·": "*", "×": "*", "∗": "*", "⋅": "*", "−": "-", "–": "-", "—": "-", "÷": "/", "º": "°", "&": "and", "<>": "≠", "!=": "≠",
    "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "＝": "=",
    "。": ".", "＜": "<", "＞": ">", "⟹": "", "⇒": "",
}  # fmt: skip

#: Commands of LaTeX that are signs; "" for those that only lay out.
_COMMANDS = {
    "angle": "∠", "measuredangle": "∠", "sphericalangle": "∠", "perp": "⟂", "bot": "⟂", "parallel": "∥", "triangle": "△",
    "vartriangle": "△", "bigtriangleup": "△", "odot": "⊙", "bigodot": "⊙", "in": "∈", "cap": "∩", "sim": "∼", "cong": "≅", "equiv": "≅",
    "ne": "≠", "neq": "≠", "cdot": "*", "times": "*", "le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=",
    "geq": ">=", "geqslant": ">=", "lt": "<", "gt": ">", "setminus": "∖", "backslash": "∖", "circ": "°", "degree": "°", "colon": ":",
    "overarc": "⌒", "widehat": "⌒", "wideparen": "⌒", "arc": "⌒", "frown": "⌒", "overparen": "⌒", "stackrel": "",
    "mid": "|", "vert": "|", "lvert": "|", "rvert": "|", "div": "/", "sqrt": "√", "prime": "'", "ldots": "…", "dots": "…", "cdots": "…",
}  # fmt: skip

_SUB = r"(?:_\{[^{}\s]{1,8}\}|_[0-9A-Za-z]|[0-9₀-₉]{1,4})"
_PRIME = r"(?:['′’″]+(?!s\b)|\^\s*\{?\s*(?:\\prime\s*)+\}?|\^\{?\*\}?)"
_POINT = rf"[A-Z](?:{_SUB})?\s?(?:{_PRIME})?(?:{_SUB})?".replace(r"\s?", "")

_TOKEN = re.compile(
    rf"(?P<comment>\#[^\n]*|%[^\n]*\n)"
    rf"|(?P<line>\n)"
    rf"|(?P<dollar>\$\$?|\\[()\[\]])"
    rf"|(?P<possessive>['’]s\b)"
    rf"|(?P<space>[^\S\n]+|\\[,;:! ]|~|\\\\)"
    rf"|(?P<degree>\^\s*\\circ|\^\s*\{{\s*\\circ\s*\}}|°|º)"
    rf"|(?P<frac>\\[dt]?frac\s*(?:(?P<above>\d)\s*(?P<below>\d))?)"
    rf"|(?P<not>\\not\s*(?:=|\\parallel|\\in))"
    rf"|(?P<script>\\math(?:cal|scr|frak|bb|bf)\s*(?:\{{\s*\w+\s*\}}|\w))"
    rf"|(?P<greek>\\(?:{'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])(?:\s*{_SUB})?\s*(?:{_PRIME})?)"
    rf"|(?P<command>\\[A-Za-z]+)"
    rf"|(?P<prefix>(?:{_POINT})\$?\s?[-–]\$?(?=[a-z]{{3}}))"
    rf"|(?P<word>[A-Z]?[a-z]+(?:-[a-z]+)*(?![a-z]))"
    rf"|(?P<point>{_POINT})"
    rf"|(?P<name>[α-ωΑ-Ωℓ](?:{_SUB})?(?:{_PRIME})?)"
    rf"|(?P<number>[0-9]{{1,12}}(?:\.[0-9]{{1,18}})?)"
    rf"|(?P<brace>[{{}}])"
    rf"|(?P<end>[.?!])"
    rf"|(?P<sign>\|\||//|!=|<=|>=|<>|\.\.\.|[=<>+\-*/:^|(),;\[\]∠∡∢⟂⊥∥‖△▵⊙∈∩∼∽≅≡≠·×∗⋅²−–—÷&≤≥⩽⩾⌒，；：（）＝。＜＞√∖…′''])"
    rf"|(?P<other>.)",
    re.DOTALL,
)

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_LETTER_NAME = re.compile(rf"(?P<letter>[b-z])(?:{_SUB})?(?:{_PRIME})?")


def canonical(name: str) -> str:
    """`B_1` for B1, B_1, B₁ and B_{1}; `A'` for A′ and A^\\prime."""
    name = name.translate(_SUBSCRIPTS)
    primes = name.count("'") + name.count("′") + name.count("’") + 2 * name.count("″") + name.count("\\prime")
    stars = name.count("*")
    bare = re.sub(r"\\prime|[\s^{}_'′’″*$]", "", name)
    letter, rest = bare[:1], bare[1:]
    return letter + (f"_{rest}" if rest else "") + "'" * primes + "*" * stars


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, runs of points joined."""
    found: list[Token] = []
    for token in _scan(text):
        last = found[-1] if found else None
        if (
            token.kind is Kind.RUN
            and last is not None
            and last.kind is Kind.RUN
            and not last.may_be_article
            and text[last.end : token.start].strip(" $\t{}\\,~") == ""
            and (last.end == token.start or not _is_list_gap(text[last.end : token.start]))
        ):
            found[-1] = Token(
                Kind.RUN, last.text + token.text, last.start, token.end, last.points + token.points, last.is_math
            )
        else:
            found.append(token)
    return found


def _is_list_gap(gap: str) -> bool:
    """`$A$ $B$` are two names side by side all the same; nothing separates them."""
    return False


def _scan(text: str) -> Iterator[Token]:
    math = False
    braces: list[str] = []
    pending = ""
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        assert match is not None
        group, written, start, end = match.lastgroup or "other", match.group(), match.start(), match.end()
        if match["frac"] is not None:
            group = "frac"
        if group == "word" and _is_name(text, match, math):
            name = _LETTER_NAME.match(text, position)
            assert name is not None
            end, written, group = name.end(), name.group(), "name"
        position = end

        def token(kind: Kind, value: str, points: tuple[str, ...] = (), article: bool = False) -> Token:
            return Token(kind, value, start, end, points, math, article)  # noqa: B023

        match group:
            case "comment" | "space" | "other":
                continue
            case "line":
                yield token(Kind.LINE, "\n")
            case "dollar":
                math = not math if written.startswith("$") else written in (r"\(", r"\[")
            case "possessive":
                yield token(Kind.SIGN, "'s")
            case "degree":
                yield token(Kind.SIGN, "°")
            case "frac":
                if match["above"]:
                    yield token(Kind.NUMBER, match["above"])
                    yield token(Kind.SIGN, "/")
                    yield token(Kind.NUMBER, match["below"])
                else:
                    pending = "above"
            case "brace":
                if written == "{":
                    braces.append(pending)
                    if pending:
                        yield token(Kind.SIGN, "(")
                    pending = ""
                elif braces and (kind := braces.pop()):
                    yield token(Kind.SIGN, ")")
                    if kind == "above":
                        yield token(Kind.SIGN, "/")
                        pending = "below"
            case "not":
                yield token(Kind.SIGN, {"=": "≠", "l": "∦", "n": "∉"}[written[-1]])
            case "script":
                yield token(Kind.NAME, canonical(re.sub(r"\\math[a-z]+|[\s{}]", "", written)))
            case "greek":
                yield _greek(text, token, written, end)
            case "command":
                yield from _command(token, written[1:])
            case "prefix":
                name = canonical(re.sub(r"[\s$–-]+$", "", written))
                yield token(Kind.PREFIX, name, (name,))
            case "word":
                yield token(Kind.WORD, written.lower())
            case "point":
                name = canonical(written)
                follows = text[end : end + 2]
                article = name == "A" and not math and follows[:1] == " " and (follows[1:].islower() or follows[1:] == "$")
                yield token(Kind.RUN, name, (name,), article)
            case "name":
                yield token(Kind.NAME, canonical(written)) if written[0] != "Δ" or len(written) > 1 else _greek(
                    text, token, "\\Delta", end
                )
            case "number":
                yield token(Kind.NUMBER, written)
            case "end":
                yield token(Kind.END, written)
            case "sign":
                sign = _SIGNS.get(written, written)
                if sign == "²":
                    yield token(Kind.SIGN, "^")
                    yield token(Kind.NUMBER, "2")
                elif sign == ".":
                    yield token(Kind.END, ".")
                elif sign == "and":
                    yield token(Kind.WORD, "and")
                elif sign and sign not in "'′":
                    yield token(Kind.SIGN, sign)


def _is_name(text: str, match: re.Match[str], math: bool) -> bool:
    """Whether a word is the name of a line or circle: one small letter, with its index."""
    word = match.group()
    name = _LETTER_NAME.match(text, match.start())
    if name is None:
        return False
    if len(word) == 1:
        return True
    return False


def _greek(text: str, token, written: str, end: int) -> Token:  # type: ignore[no-untyped-def]
    letter = re.match(r"\\([A-Za-z]+)", written)
    assert letter is not None
    name = letter[1]
    rest = written[letter.end() :]
    if name == "Delta" and not rest.strip() and re.match(r"[\s${]*[A-Z](?![a-z])", text[end:]):
        return token(Kind.SIGN, "△")  # type: ignore[no-any-return]
    return token(Kind.NAME, canonical(_LETTERS[name] + rest))  # type: ignore[no-any-return]


def _command(token, name: str) -> Iterator[Token]:  # type: ignore[no-untyped-def]
    sign = _COMMANDS.get(name, "")
    if sign:
        yield token(Kind.SIGN, sign)


def span_at(text: str, start: int, end: int, line: int = 1) -> Span:
    """The place in lines and columns; line: where the text begins in its file."""
    before = text.rfind("\n", 0, start)
    return Span(line + text.count("\n", 0, start), start - before, max(1, min(end, len(text)) - start))
