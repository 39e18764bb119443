"""A Chinese text cut into as few words of the lexicon as can be, with what stands between read as in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from solver.errors import ParseError
from solver.language.prose.chinese.lexicon import LONGEST_WORD, NOUNS, SIMPLIFIED, VERBS, WORDS
from solver.language.prose.signs import FUNCTIONS
from solver.language.prose.tokens import Kind, Token, span_at, tokens_of

#: This many words are proposed for one that isn't known.
_MOST_HINTS = 4
_HAN = re.compile(r"[㐀-䶿一-鿿]+")
_COMMENT = re.compile(r"#[^\n]*")

#: Letters, digits and signs of full width, and signs of Chinese print, as they are read; one character each.
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("　"): " ", ord("。"): ".", ord("．"): ".", ord("、"): "、", ord("？"): "?", ord("‖"): "∥", ord("／"): "/", ord("∽"): "∼",
    ord("∶"): ":", ord("【"): "(", ord("】"): ")", ord("〔"): "(", ord("〕"): ")", ord("﹒"): ".", ord("﹣"): "-", ord("○"): "⊙", ord("◯"): "⊙",
    ord("“"): " ", ord("”"): " ", ord("？"): "?", ord("！"): ".",
}  # fmt: skip

#: Ends of sentences, which no blank follows: AB=AC。BD=CE is no product.
_STOP = re.compile(r"[。．.](?![0-9０-９])|(?<![0-9０-９])[。．.]")

#: How a point, a list mark or a small number is drawn that the reader of tokens doesn't know.
_MARKS = re.compile(r"[⑴-⒇①-⑳]|\((?:\d|[ivxⅠ-ⅹ]{1,3}|[a-e]|[一二三四五])\)|[①-⑩]")
_BEFORE_MARK = "\n ,;:.?!"
#: What is written without characters, and is read as a word.
_WRITTEN_WORDS = {"、": "、", "Rt": "直角"}


def sentences(text: str, line: int) -> list[list[Token]]:
    """The tokens of each sentence. Raises ParseError that names all that is no word of the lexicon."""
    found: list[list[Token]] = [[]]
    unknown: list[tuple[int, int]] = []
    for token in _tokens(text):
        if token.kind is Kind.END:
            found.append([])
            continue
        if token.kind is Kind.LINE:
            continue
        if token.kind is Kind.WORD and token.text not in WORDS and token.text not in FUNCTIONS:
            if unknown and unknown[-1][1] == token.start:
                unknown[-1] = (unknown[-1][0], token.end)
            else:
                unknown.append((token.start, token.end))
        found[-1].append(token)
    if unknown:
        raise _unknown(text, unknown, line)
    return [s for s in found if s]


def _unknown(text: str, places: list[tuple[int, int]], line: int) -> ParseError:
    words = list(dict.fromkeys(text[start:end] for start, end in places))
    hints = []
    for start, end in places[:6]:
        near = _nearest(text, start, end)
        if near:
            hints.append(near)
    shown = "、".join(f"“{word}”" for word in words[:12])
    start, end = places[0]
    return ParseError(
        f"这里有读不懂的词 (unknown words): {shown}", span_at(text, start, end, line),
        "；".join(hints) or "请换一种说法 (say it in other words)",
    )  # fmt: skip


def _nearest(text: str, start: int, end: int) -> str:
    """The words that differ in one character from what is around an unknown one: 中店 → 中点."""
    plain = text.translate(SIMPLIFIED)
    for size in range(4, 1, -1):
        for at in range(max(0, end - size), min(start, len(plain) - size) + 1):
            piece = plain[at : at + size]
            near = [w for w in WORDS if len(w) == size and sum(p != q for p, q in zip(piece, w, strict=True)) == 1]
            if near and _HAN.fullmatch(piece):
                common = sorted(near, key=lambda w: (w not in NOUNS, w not in VERBS, w))
                return f"{text[at : at + size]} → {'、'.join(common[:_MOST_HINTS])}?"
    return ""


def _tokens(text: str) -> Iterator[Token]:
    """Stretches of Chinese are cut into words; what is between them is LaTeX, letters and signs."""
    text = _STOP.sub(lambda m: m[0] if m[0] == "." and text[: m.start()].count("$") % 2 else "!", text)
    plain = _COMMENT.sub(lambda m: " " * len(m.group()), text.translate(_HALF).translate(SIMPLIFIED))
    plain = _MARKS.sub(lambda m: _blank(plain, m), plain)
    at = 0
    for match in _HAN.finditer(plain):
        yield from _other(plain[at : match.start()], at)
        yield from _cut(match.group(), match.start())
        at = match.end()
    yield from _other(plain[at:], at)


def _blank(text: str, mark: re.Match[str]) -> str:
    """`(1)` before a part of a statement says nothing; `⊙(1)` or `f(1)` would."""
    before = text[: mark.start()].rstrip(" $")[-1:]
    return " " * len(mark.group()) if before in _BEFORE_MARK or before >= "㐀" or not before else mark.group()


def _other(text: str, start: int) -> Iterator[Token]:
    """What is no Chinese; 、 joins a list as `and` does."""
    at = 0
    for part in re.split(r"(、|Rt)", text):
        if part in _WRITTEN_WORDS:
            yield Token(Kind.WORD, _WRITTEN_WORDS[part], start + at, start + at + len(part))
        else:
            for token in tokens_of(part.replace("□", "▱")):  # a box is a parallelogram in Chinese print
                written = part[token.start : token.end]
                if token.kind is Kind.WORD and len(written) == 2 and written[0].isupper():  # 2Rr: two names
                    first = replace(token, kind=Kind.RUN, text=written[0], points=(written[0],), end=token.start + 1)
                    yield replace(first, start=first.start + start + at, end=first.end + start + at)
                    token = replace(token, kind=Kind.NAME, text=written[1], start=token.start + 1)
                if token.kind is Kind.WORD and len(token.text) == 1:
                    token = replace(token, kind=Kind.NAME)  # no article here: the name of a line
                yield replace(token, start=token.start + start + at, end=token.end + start + at, may_be_article=False)
        at += len(part)


def _cut(text: str, start: int) -> Iterator[Token]:
    """The fewest words, of which the fewest are unknown: 平分线段 is 平分 and 线段, though 平分线 is a word as well."""
    best: list[tuple[int, int, int]] = [(0, 0, 0)]  # for each end: unknown characters, words, size of the last word
    for end in range(1, len(text) + 1):
        ways = []
        for size in range(1, min(LONGEST_WORD, end) + 1):
            unknown, words, _ = best[end - size]
            if text[end - size : end] in WORDS:
                ways.append((unknown, words + 1, size))
            elif size == 1:
                ways.append((unknown + 1, words + 1, size))
        best.append(min(ways))
    sizes: list[int] = []
    while sum(sizes) < len(text):
        sizes.append(best[len(text) - sum(sizes)][2])
    at = 0
    for size in reversed(sizes):
        yield Token(Kind.WORD, text[at : at + size], start + at, start + at + size)
        at += size
