"""Verdicts on statements as SARIF 2.1.0, which editors and code hosts show beside the lines of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from solver.service.answers import Place, Remark, StatementChecked, Verdict
from solver.version import NUMBER

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: What each verdict that isn't `true` is about, and how grave it is.
RULES: Mapping[Verdict, tuple[str, str]] = {
    Verdict.FALSE: ("error", "The goal fails in every figure of what is given."),
    Verdict.NO_FIGURE: ("error", "No figure meets what is given."),
    Verdict.DEGENERATE: ("error", "Points that the goal speaks of are one point in every figure."),
    Verdict.UNREAD: ("error", "The statement isn't understood."),
    Verdict.DEPENDS: ("warning", "The goal holds in some figures of what is given and fails in others."),
    Verdict.TRIVIAL: ("warning", "There is nothing to prove."),
    Verdict.UNDECIDED: ("warning", "Too few figures were found to tell."),
}
#: What remarks are about; each is a note.
REMARKS: Mapping[str, str] = {
    "superfluous-premise": "The goal holds without this sentence.",
    "nothing-needed": "The goal holds for any points.",
    "coincidence": "Two points are one in every figure.",
    "assumption": "Points are taken to be different.",
    "choice": "The goal holds for a choice of intersections, which the statement doesn't say.",
    "note": "Something of the text was left out or taken otherwise.",
}


def sarif_log(found: Iterable[tuple[Path, int, StatementChecked]]) -> dict[str, object]:
    """The log of statements, each with its file and the line where it begins."""
    rules = [_rule(verdict.value, level, text) for verdict, (level, text) in RULES.items()]
    rules += [_rule(rule, "note", text) for rule, text in REMARKS.items()]
    driver = {"name": "porism lint", "version": NUMBER, "rules": rules}
    results = [result for file, line, checked in found for result in _results(file, line, checked)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str, level: str, text: str) -> dict[str, object]:
    return {"id": name, "shortDescription": {"text": text}, "defaultConfiguration": {"level": level}}


def _results(file: Path, line: int, checked: StatementChecked) -> Iterable[dict[str, object]]:
    if checked.verdict in RULES:
        level, _ = RULES[checked.verdict]
        message = f"{checked.message}; {checked.hint}" if checked.hint else checked.message
        yield _result(checked.verdict.value, level, f"{checked.name}: {message}", file, line, checked.place)
    for remark in checked.remarks:
        yield _of_remark(remark, file, line, checked.name)


def _of_remark(remark: Remark, file: Path, line: int, name: str) -> dict[str, object]:
    return _result(remark.rule, "note", f"{name}: {remark.message}", file, line, remark.place)


def _result(rule: str, level: str, message: str, file: Path, line: int, place: Place | None) -> dict[str, object]:
    region: dict[str, int] = {"startLine": line}
    if place is not None:
        region = {
            "startLine": place.line, "startColumn": place.column, "endColumn": place.column + max(place.length, 1)
        }  # fmt: skip
    location = {"physicalLocation": {"artifactLocation": {"uri": file.as_posix()}, "region": region}}
    return {"ruleId": rule, "level": level, "message": {"text": message}, "locations": [location]}
