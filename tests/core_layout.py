"""Measures the functions of the core's C++: how many lines each has, and how deep its blocks are nested.

It reads layout, not the language: in solver/core a function begins at a line that ends with an opening brace, less deep than its
body, and whatever is nested has braces of its own (clang-format keeps this so).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Lines that open a block which is no function's.
_SCOPES = re.compile(r"^\s*(namespace|class|struct|enum|union|extern|template|public|private)\b")
_FUNCTION = re.compile(r"\)\s*(const|noexcept|override|->\s*[\w:<>*& ]+|\s)*(:.*)?\{$")
#: Says in a function why it is longer, or deeper, than others may be.
REASON = re.compile(r"//\s*(Long|Deep): \w+")


@dataclass(frozen=True)
class Function:
    """head: its first line. lines: with that and the closing brace. depth: of nested blocks within it."""

    file: Path
    head: str
    lines: int
    depth: int
    has_reason: bool


def functions_of(file: Path) -> Iterator[Function]:
    """The functions that are defined in a file, in order; lambdas are blocks of theirs."""
    lines = file.read_text(encoding="utf-8").splitlines()
    i = 0
    while i < len(lines):
        head = i
        while not lines[i].rstrip().endswith(("{", ";", "}")) and i + 1 < len(lines) and lines[i].strip():
            i += 1
        said = " ".join(line.strip() for line in lines[head : i + 1])
        if not _FUNCTION.search(said) or _SCOPES.match(lines[head].replace("template", "", 1)):
            i += 1
            continue
        end = _end(lines, i)
        depth = _depth(lines[i : end + 1])
        has_reason = any(REASON.search(line) for line in lines[max(head - 3, 0) : end])
        yield Function(file, said, end - head + 1, depth, has_reason)
        i = end + 1


def _end(lines: list[str], begin: int) -> int:
    open_ = 0
    for i in range(begin, len(lines)):
        text = _without_text(lines[i])
        open_ += text.count("{") - text.count("}")
        if open_ == 0:
            return i
    return len(lines) - 1


def _depth(body: list[str]) -> int:
    """The depth of blocks: braces that a line ends with; those of initializers are closed on their line or hold no statements."""
    open_, deepest = 0, 0
    stack: list[bool] = []
    for line in body:
        text = _without_text(line)
        for k, c in enumerate(text):
            if c == "{":
                is_block = (
                    not text[k + 1 :].strip()
                    and re.search(r"(\)|else|do|\bconst|mutable|:)\s*$|^\s*$", text[:k]) is not None
                )
                stack.append(is_block)
                open_ += is_block
                deepest = max(deepest, open_)
            elif c == "}" and stack:
                open_ -= stack.pop()
    return deepest - 1


def _without_text(line: str) -> str:
    return re.sub(r"//.*$", "", re.sub(r'"(?:[^"\\]|\\.)*"|\'.\'', '""', line))
