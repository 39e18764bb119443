"""`porism lint`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from solver.cli.isolated import run_isolated
from solver.cli.options import Only, OutFile, ProblemFiles, Timeout
from solver.cli.output import to_json
from solver.cli.sarif import sarif_log
from solver.cli.sources import files_of, read_suite, write
from solver.errors import DeadlineExceeded, PorismError, ProcessDied
from solver.language.read import NamedStatement
from solver.language.syntax import printable
from solver.service.answers import StatementChecked, Verdict
from solver.service.lint import check_statement


class LintFormat(str, Enum):
    """How the verdicts are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


@dataclass(frozen=True)
class Linted:
    """A statement of a file, and the verdict on it."""

    file: Path
    statement: NamedStatement
    checked: StatementChecked


def lint(
    files: ProblemFiles,
    only: Only = "*",
    timeout: Timeout = 10.0,
    format: Annotated[LintFormat, typer.Option("--format", help="how the verdicts are written")] = LintFormat.TEXT,
    all: Annotated[bool, typer.Option("--all", help="also show the statements with nothing wrong")] = False,
    out: OutFile = None,
) -> None:
    """Look for what is wrong with statements, by their figures; nothing is proved. Exit code 1: something is wrong.

    Wrong: the goal is false, no figure meets what is given, points fall together, the text isn't understood. Worth a look: the goal
    depends on the configuration, is given, or doesn't need a sentence.
    """
    found: list[Linted] = []
    shown: list[str] = []
    for one in _linted(files, only, timeout):
        found.append(one)
        if format is LintFormat.TEXT and (all or one.checked.verdict is not Verdict.TRUE or one.checked.remarks):
            shown.append(_as_text(one))
            if out is None:
                sys.stdout.write(shown[-1])
                sys.stdout.flush()
    if not found:
        raise PorismError(f"no name matches {only!r:.60}", None, "see the names with porism lint --all")
    match format:
        case LintFormat.TEXT:
            write(_count(found) if out is None else "".join((*shown, _count(found))), out)
        case LintFormat.JSON:
            write(to_json([_as_object(one) for one in found]), out)
        case LintFormat.SARIF:
            write(to_json(sarif_log([(one.file, one.statement.line, one.checked) for one in found])), out)
    raise typer.Exit(1 if any(one.checked.is_faulty for one in found) else 0)


def _linted(files: list[Path], only: str, timeout: float) -> Iterator[Linted]:
    for path in files:
        for file in files_of(path):
            for statement in read_suite(file):
                if fnmatchcase(statement.name, only):
                    yield Linted(file, statement, _checked(statement, timeout))


def _checked(statement: NamedStatement, timeout: float) -> StatementChecked:
    """In a process of its own, so that the time limit holds."""
    try:
        return run_isolated(partial(check_statement, statement, timeout), timeout)
    except (DeadlineExceeded, ProcessDied) as error:
        return StatementChecked(statement.name, Verdict.UNDECIDED, error.message)


def _as_text(one: Linted) -> str:
    checked = one.checked
    place = f"{checked.place.line}:{checked.place.column}" if checked.place else f"{one.statement.line}"
    lines = [f"{one.file}:{place}: {printable(checked.name)}: {checked.verdict.value}: {printable(checked.message)}"]
    lines += [f"    {printable(checked.hint)}"] if checked.hint else []
    for goal in checked.goals:
        points = ", ".join(f"{p} ({x:.6g}, {y:.6g})" for p, (x, y) in goal.counterexample.items())
        lines += [f"    where it fails: {points}"] if points else []
    lines += [f"    {remark.rule}: {printable(remark.message)}" for remark in checked.remarks]
    return "\n".join(lines) + "\n"


def _count(found: list[Linted]) -> str:
    counts = Counter(one.checked.verdict for one in found)
    said = ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict])
    return f"{len(found)} {'statement' if len(found) == 1 else 'statements'}: {said}\n"


def _as_object(one: Linted) -> dict[str, object]:
    return {"file": str(one.file), "line": one.statement.line, **asdict(one.checked)}
