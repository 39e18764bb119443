"""A file with one problem: what it is and where it is from, then its statement.

    title:  The orthocenter reflected in a side
    source: folklore
    year:   1815
    tags:   orthocenter, circle
    english: The reflection of the orthocenter in a side of a triangle lies on its circumcircle.

    triangle A B C
    …

Lines of `key: value` come first, a value goes on in lines that begin with a blank; the statement follows an empty line,
in any of the languages. `answer` is what a question has for an answer; `english` and `chinese` state the problem as a paper would print it; `auxiliary` names the
constructions of auxiliary points that are known to help.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from solver.errors import ParseError, Span
from solver.language.syntax import nearest, shown

#: What may stand at the head; only the title must.
KEYS = ("title", "source", "year", "tags", "english", "chinese", "answer", "auxiliary")

_HEAD = re.compile(r"([A-Za-z]+)\s*:\s*(.*)")


@dataclass(frozen=True)
class ProblemFile:
    """statement: its text; line: where it begins in the file. auxiliary: clauses of the constructive language."""

    title: str
    statement: str
    line: int
    source: str = ""
    year: int | None = None
    tags: tuple[str, ...] = ()
    english: str = ""
    chinese: str = ""
    answer: str = ""
    auxiliary: tuple[str, ...] = ()


def is_problem_file(text: str) -> bool:
    """Whether the text begins with a line that only the head of a problem file has."""
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    match = _HEAD.fullmatch(first.strip())
    return match is not None and (match[1].lower() in KEYS or nearest(match[1], KEYS) != "")


def read_problem_file(text: str) -> ProblemFile:
    """Raises ParseError with the line that is wrong."""
    head: dict[str, str] = {}
    key = ""
    lines = text.splitlines()
    number = 0
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            continue
        if not line.strip():
            if head:
                break
        elif line[0].isspace() and key:
            head[key] = _joined(head[key], line.strip())
        else:
            key = _key(line, number, head)
            head[key] = line.partition(":")[2].strip()
    if "title" not in head:
        raise ParseError("the problem has no title", Span(1, 1), "begin with a line such as title: Simson's line")
    statement = "\n".join(lines[number:])
    if not statement.strip():
        raise ParseError(
            "there is no statement", Span(len(lines) or 1, 1), "write it after an empty line: triangle A B C …"
        )
    return ProblemFile(
        head["title"], statement, number + 1, head.get("source", ""), _year(head.get("year", ""), lines),
        _items(head.get("tags", ""), ","), head.get("english", ""), head.get("chinese", ""), head.get("answer", ""), _items(head.get("auxiliary", ""), ";"),
    )  # fmt: skip


def _joined(before: str, line: str) -> str:
    """A value that goes on in another line; Chinese has no blank there."""
    is_chinese = bool(before) and ("\u3000" <= before[-1] <= "\u9fff" or "\uff00" <= before[-1] <= "\uff60")
    return before + line if is_chinese else f"{before} {line}".strip()


def _key(line: str, number: int, head: dict[str, str]) -> str:
    match = _HEAD.fullmatch(line.strip())
    key = match[1].lower() if match else ""
    if key not in KEYS:
        raise ParseError(
            f"{shown(line.split(':', maxsplit=1)[0].strip())} is nothing that a problem file has", Span(number, 1),
            nearest(key, KEYS, f"write one of {', '.join(KEYS)} and a colon; the statement follows an empty line"),
        )  # fmt: skip
    if key in head:
        raise ParseError(f"{key} stands twice", Span(number, 1), "leave one of them out")
    return key


def _year(text: str, lines: list[str]) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{1,4}", text):
        number = next(i for i, line in enumerate(lines, start=1) if line.lower().startswith("year"))
        raise ParseError(f"{shown(text)} is no year", Span(number, 1), "write e.g. year: 2004")
    return int(text)


def _items(text: str, separator: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(separator) if item.strip())
