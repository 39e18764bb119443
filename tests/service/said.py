"""The messages that the sources have, found in their syntax: what stands where an error, a verdict or a note is made."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import solver

ROOT = Path(solver.__file__).parent
#: Where messages for people who use the page come from.
ROOMS = (
    "language", "diagram", "verdict", "geogebra", "answers", "service", "proving", "questions.py", "web", "search", "coordinates",
    "proof", "inequalities",
)  # fmt: skip
#: What makes one, with the words as an argument.
MAKERS = frozenset((
    "ParseError", "Refusal", "Misvalued", "Unread", "ConstructionError", "NoFigure", "FalseStatement", "Failure", "Unplaced",
    "fail", "misvalued", "unresolved", "note", "nearest", "ended", "GoalChecked", "NoValue",
    "unknown", "DeadlineExceeded", "check_deadline", "Extreme", "Judged",
))  # fmt: skip
#: Files whose messages no page shows: readers of files, the text of statements for other programs.
ELSEWHERE = ("problem_file.py", "read.py", "jgex.py", "convert.py", "syntax.py")


def messages() -> Iterator[str]:
    """Each message, with {} for what is filled in."""
    for room in ROOMS:
        place = ROOT / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if path.name not in ELSEWHERE:
                yield from _messages_in(path)


def _messages_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in MAKERS:
            for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                yield from _sentences(argument)
        elif isinstance(node, ast.keyword | ast.Assign) and _is_reason(node):
            yield from _sentences(node.value)


def _is_reason(node: ast.keyword | ast.Assign) -> bool:
    """Whether it says why there is no proof."""
    names = [node.arg] if isinstance(node, ast.keyword) else [_name(target) for target in node.targets]
    return "reason" in names


def _sentences(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _sentences(node.body)
        yield from _sentences(node.orelse)
        return
    text = _template(node)
    if len(text.split()) > 1 and any(word.isalpha() and word.islower() for word in text.split()):
        yield text


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _template(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return f"{_template(node.left) or '{}'}{_template(node.right) or '{}'}"
    return ""
