"""Results in words and in JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from solver.bench.attempt import record_of
from solver.bench.records import NOT_RUN, STATUSES, Record
from solver.bench.soundness import SoundnessReport
from solver.checker import CheckReport
from solver.cli.figures import Drawn, drawing_for, numbered
from solver.language.constructions import Construction
from solver.language.convert import goal_in_words, understood
from solver.language.problem import Problem
from solver.language.syntax import printable
from solver.proof.write.forms import WRITERS, Form
from solver.proving import Result, Status, Timings
from solver.verdict.words import case_in_words, conditions_in_words

#: Problems of a run that could not be run are listed up to this number; the page has them all.
MOST_BROKEN = 10


@dataclass(frozen=True)
class Report:
    """What `porism prove` says.

    verdict: one line. timings: what the time was spent on, without the reading. figures: of the proof, of a
    counterexample, or of each case. is_written: whether the text is of the form that was asked for; where there is no
    proof, only text and JSON can say why.
    """

    text: str
    verdict: str
    is_proved: bool
    timings: Timings
    figures: tuple[Drawn, ...] = ()
    is_written: bool = True


def statement_read(problem: Problem) -> str:
    """The statement as it was understood, with an empty line after it, to be shown above what came of it; what is said by predicates speaks for itself."""
    if not problem.is_plain:
        return ""
    lines = understood(problem).rstrip("\n").split("\n")
    return "\n".join(["Understood as", *(f"  {line}" for line in lines)]) + "\n\n"


def report_on(result: Result, seed: int, form: Form, figure: Path | None = None) -> Report:
    """figure: where it will be drawn, if it is asked for (laying out a large one takes seconds)."""
    writer = WRITERS.get(form)
    began = time.perf_counter()
    if writer is not None and result.is_proved:
        text = writer.write(result.proofs)
    else:
        text = _as_json(result, seed) if form is Form.JSON else _as_text(result, figure)
    timings = replace(result.timings, words=result.timings.words + time.perf_counter() - began)
    drawn = tuple(drawing_for(figure)(*shown) for shown in result.figures) if figure is not None else ()
    verdict = f"{_verdict(replace(result, timings=timings))} (seed {seed})"
    return Report(text, verdict, result.is_proved, timings, drawn, writer is None or result.is_proved)


def _verdict(result: Result) -> str:
    if not result.is_proved:
        return result.reason
    count = f"{len(result.parts)} goals " if result.parts else ""
    how = " by coordinates" if any(proof.is_by_coordinates for proof in result.proofs) else ""
    return f"{count}proved{how} in {result.timings.total:.2f} s, checked"


def _as_json(result: Result, seed: int) -> str:
    """The record of `porism bench`, the statement as it was understood and what came out; of several goals, of each."""
    entry = record_of(result.problem.name, result, seed)
    entry |= {"understood": understood(result.problem) if result.problem.is_plain else ""}
    if not result.parts:
        return to_json(entry | _outcome(result))
    goals = [record_of(str(part.problem.goal), part, seed) | _outcome(part) for part in result.parts]
    return to_json(entry | {"goals": goals})


def _outcome(result: Result) -> dict[str, object]:
    return {
        "note": result.note,
        "hypotheses": [str(c) for c in result.hypotheses],
        "cases": [
            {
                "goal": None if case.goal is None else str(case.goal),
                "condition": [str(c) for c in case.condition],
                "points": {p: list(xy) for p, xy in case.figure.as_dict().items()},
            }
            for case in result.cases
        ],
        "counterexample": {p: list(xy) for p, xy in result.counterexample.items()},
        "certificate": result.proof.certificate if result.proof is not None else None,
    }


def _as_text(result: Result, figure: Path | None) -> str:
    """The proof, or why there is none; of several goals, one after the other."""
    if not result.parts:
        return _part_as_text(result, figure)
    count = len(result.parts)
    goals = zip(result.problem.goals, result.parts, strict=True)
    return "\n".join(
        f"Goal {number} of {count}: {goal_in_words(result.problem, goal)}\n{_part_as_text(part, figure)}{_verdict(part)}\n"
        for number, (goal, part) in enumerate(goals, start=1)
    )


def _part_as_text(result: Result, figure: Path | None) -> str:
    """A counterexample with its coordinates."""
    if result.proof is not None:
        answer = f"{result.reason[0].upper()}{result.reason[1:]}.\n\n" if result.reason else ""
        where = f"For figures where {conditions_in_words(result.hypotheses)}.\n\n" if result.hypotheses else ""
        note = f"\nNote: {result.note}.\n" if result.note else ""
        return answer + where + result.proof.text() + note
    lines = [f"{result.status.value}: {result.problem.name}"]
    for case in result.cases:
        lines.append(f"  {case_in_words(case)}:")
        lines += [f"    {p} = ({x:.6g}, {y:.6g})" for p, (x, y) in case.figure.as_dict().items()]
    if result.cases:
        names = ", ".join(map(str, numbered(figure, len(result.cases)))) if figure else ""
        lines.append(f"drawn in {names}" if names else "to see them, add --figure figure.svg")
    lines += [f"  {p} = ({x:.6g}, {y:.6g})" for p, (x, y) in result.counterexample.items()]
    if result.counterexample:
        lines.append(f"drawn in {figure}" if figure else "to see it, add --figure counterexample.svg")
    return "\n".join(lines) + "\n"


def bench_as_text(summary: Record, records: Mapping[str, Record], out: Path) -> str:
    """A line of counts, after a line for each problem (of the first few) that could not be run as it should."""
    broken = [r for r in records.values() if r["status"] in NOT_RUN]
    lines = [f"{printable(r['name'])}: {r['status']}: {printable(r['message'])}" for r in broken[:MOST_BROKEN]]
    if len(broken) > MOST_BROKEN:
        lines.append(f"and {len(broken) - MOST_BROKEN} more: see {out / 'report.html'}")
    others = ", ".join(f"{summary[status]} {status}" for status in STATUSES if status != Status.PROVED.value)
    lines.append(
        f"{summary['proved']} of {summary['total']} proved and checked, {others}; "
        f"{summary['seconds_wall']:.1f} s (seed {summary['seed']}), results in {out}"
    )
    return "\n".join(lines) + "\n"


def check_as_text(report: CheckReport, beyond: Sequence[str]) -> str:
    """beyond: theorems that aren't the library's, on which an accepted certificate rests."""
    rests = f"it rests on theorems that aren't in the library: {', '.join(beyond)}\n" if beyond else ""
    conditions = "".join(f"  {words}\n" for words in report.conditions)
    return (
        f"accepted: {report.name}, {report.steps} steps, {report.side_conditions} side conditions, "
        f"{report.diagrams} figures of its own, {report.digits} digits\n{rests}"
        f"given: {'; '.join(report.given) or 'nothing'}\nproved: {report.proved}\n"
        f"{'in figures in which' if conditions else ''}\n{conditions}".rstrip("\n")
        + "\n"
    )


def check_as_json(report: CheckReport, beyond: Sequence[str]) -> str:
    return to_json(
        {
            "accepted": True,
            "name": report.name,
            "given": list(report.given),
            "proved": report.proved,
            "conditions": list(report.conditions),
            "steps": report.steps,
            "side_conditions": report.side_conditions,
            "diagrams": report.diagrams,
            "digits": report.digits,
            "theorems_beyond_the_library": list(beyond),
        }
    )


def soundness_as_text(report: SoundnessReport, seed: int) -> str:
    """Violations first, each with the command that shows it again; the counts last."""
    lines = [f"{v}\n    porism soundness --seed {seed} --first {v.number} --diagrams 1" for v in report.violations]
    lines += [f"{count:>12,} {name}" for name, count in sorted(report.counts.items())]
    lines.append(
        f"{report.statements:,} entailed statements of {report.diagrams:,} diagrams tested in fresh ones, "
        f"{len(report.violations)} violations; {report.skipped} other diagrams had no exact figure; "
        f"{report.seconds:.0f} s (seed {seed})"
    )
    return "\n".join(lines) + "\n"


def soundness_as_object(report: SoundnessReport) -> dict[str, object]:
    return {
        "diagrams": report.diagrams,
        "skipped": report.skipped,
        "statements": report.statements,
        "counts": dict(sorted(report.counts.items())),
        "violations": [
            {"number": v.number, "problem": v.problem, "claim": v.claim, "error": v.error} for v in report.violations
        ],
        "seconds": round(report.seconds, 3),
    }


def construction_as_text(construction: Construction) -> str:
    asserts = "".join(f"    asserts {template}\n" for template in construction.asserts)
    return f"{construction.syntax}\n    {construction.description}\n{asserts}    example {construction.example}\n"


def construction_as_object(construction: Construction) -> dict[str, object]:
    return {
        "name": construction.name,
        "syntax": construction.syntax,
        "description": construction.description,
        "asserts": list(construction.asserts),
        "example": construction.example,
    }


def to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
