"""What `porism prove` says of a result, in words and in JSON."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from solver.cli.figures import drawing_for, numbered
from solver.cli.output import to_json
from solver.language.convert import goal_in_words, understood
from solver.language.problem import Problem
from solver.proof.phrases.languages import LANGUAGES
from solver.proof.phrases.phrases import Tongue
from solver.proof.premises import understood_in_words
from solver.proof.reading import task_in_words, voice_of
from solver.proof.style import Style
from solver.proof.write.form import Form
from solver.proving import Result, Timings
from solver.verdict.words import case_in_words

if TYPE_CHECKING:
    from solver.cli.figures import Drawn
    from solver.proof.reading import Reading


#: How a result says what is the answer.
_ANSWER = "the answer is "


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


def statement_read(problem: Problem, language: Tongue) -> str:
    """The statement as it was understood, with an empty line after it, to be shown above what came of it; what is said by
    predicates speaks for itself. In English that is the plain language, which can be read again."""
    if not problem.is_plain:
        return ""
    lines = understood(problem).rstrip("\n").split("\n") if language is Tongue.ENGLISH else _in_words(problem, language)
    return "\n".join([LANGUAGES[language].understood_title, *(f"  {line}" for line in lines)]) + "\n\n"


def _in_words(problem: Problem, language: Tongue) -> list[str]:
    voice = voice_of(problem, LANGUAGES[language])
    said = understood_in_words(problem, voice)
    return [*said, *(_task(problem, part, language) for part in problem.parts())]


def _task(problem: Problem, part: Problem, language: Tongue) -> str:
    """What is to be proved in a part, after what is given for it alone."""
    voice = voice_of(part, LANGUAGES[language])
    known = set(understood_in_words(problem, voice_of(problem, LANGUAGES[language])))
    given = [said for said in understood_in_words(part, voice) if said not in known] if problem.others else []
    task = task_in_words(part, voice)
    return voice.phrases.supposing.format(given=voice.enumerated(given), task=task) if given else task


def report_on(
    result: Result, seed: int, form: Form, language: Tongue, style: Style, figure: Path | None = None
) -> Report:
    """figure: where it will be drawn, if it is asked for (laying out a large one takes seconds)."""
    is_written = result.is_proved or form in (Form.TEXT, Form.JSON)
    began = time.perf_counter()
    text = _in_form(result, seed, form if is_written else Form.TEXT, language, style, figure)
    result = _with_words(result, time.perf_counter() - began)
    drawn = tuple(drawing_for(figure)(*shown) for shown in result.figures) if figure is not None else ()
    return Report(text, f"{_verdict(result)} (seed {seed})", result.is_proved, result.timings, drawn, is_written)


def _in_form(result: Result, seed: int, form: Form, language: Tongue, style: Style, figure: Path | None) -> str:
    match form:
        case Form.TEXT:
            return _as_text(result, language, style, figure)
        case Form.JSON:
            return _as_json(result, seed)
        case _:
            from solver.proof.write.writers import WRITERS

            return WRITERS[form](result.proofs, language, style)


def _with_words(result: Result, seconds: float) -> Result:
    """The words are part of what the proof took."""
    return replace(result, timings=replace(result.timings, words=result.timings.words + seconds))


def _verdict(result: Result) -> str:
    if not result.is_proved:
        return result.reason
    count = f"{len(result.parts)} goals " if result.parts else ""
    how = " by coordinates" if any(proof.is_by_coordinates for proof in result.proofs) else ""
    return f"{count}proved{how} in {result.timings.total:.2f} s, checked"


def _as_json(result: Result, seed: int) -> str:
    """The record of `porism bench`, the statement as it was understood and what came out; of several goals, of each."""
    from solver.bench.attempt import record_of

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


def _as_text(result: Result, language: Tongue, style: Style, figure: Path | None) -> str:
    """The proof, or why there is none; of several goals, one after the other."""
    if not result.parts:
        reading = None if result.proof is None else result.proof.reading_in(language, style)
        return _part_as_text(result, reading, figure)
    from solver.proof.together import together

    count, phrases = len(result.parts), LANGUAGES[language]
    asked = [goal_in_words(result.problem, goal) for goal in result.problem.goals]
    tasks = (
        asked
        if language is Tongue.ENGLISH
        else [_task(result.problem, part, language) for part in result.problem.parts()]
    )
    proved = [part.proof.reading_in(language, style) for part in result.parts if part.proof is not None]
    readings = iter(together(proved) if len(proved) == count else proved)
    return "\n".join(
        f"{phrases.part_of.format(number=number, count=count, task=task)}\n"
        f"{_part_as_text(part, None if part.proof is None else next(readings), figure)}{_verdict(part)}\n"
        for number, (task, part) in enumerate(zip(tasks, result.parts, strict=True), start=1)
    )


def _part_as_text(result: Result, reading: Reading | None, figure: Path | None) -> str:
    """A proof by its reading, or a counterexample with its coordinates."""
    if reading is not None:
        from solver.proof.write.text import plain_text

        phrases, value = reading.phrases, result.reason.removeprefix(_ANSWER)
        said = phrases.answer_is.format(value=value) if value != result.reason else f"{value[:1].upper()}{value[1:]}"
        answer = f"{said}{phrases.stop}\n\n" if result.reason else ""
        note = f"\nNote: {result.note}.\n" if result.note else ""
        return answer + plain_text(reading) + note
    lines = [f"{result.status.value}: {result.problem.name}"]
    for case in result.cases:
        lines.append(f"  {case_in_words(result.problem, case)}:")
        lines += [f"    {p} = ({x:.6g}, {y:.6g})" for p, (x, y) in case.figure.as_dict().items()]
    if result.cases:
        names = ", ".join(map(str, numbered(figure, len(result.cases)))) if figure else ""
        lines.append(f"drawn in {names}" if names else "to see them, add --figure figure.svg")
    lines += [f"  {p} = ({x:.6g}, {y:.6g})" for p, (x, y) in result.counterexample.items()]
    if result.counterexample:
        lines.append(f"drawn in {figure}" if figure else "to see it, add --figure counterexample.svg")
    return "\n".join(lines) + "\n"
