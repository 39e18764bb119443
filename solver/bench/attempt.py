"""One problem of a benchmark run: its record for results.jsonl, and what there is to read."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from solver.answers.agree import agrees
from solver.bench.records import ERROR, UNREAD, Record
from solver.diagram.scene import scene_of
from solver.diagram.svg import to_svg
from solver.errors import ParseError, PorismError, Unread
from solver.knowledge.library import run_by_default
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem
from solver.language.read import NamedStatement
from solver.proving import Method, Result, prove
from solver.search.budget import Budget
from solver.search.strategy import Strategy


@dataclass(frozen=True)
class Answer:
    """What came of a problem. certificate (JSON), words (the proof as text) and figure (SVG) are empty where there is none."""

    record: Record
    certificate: str = ""
    words: str = ""
    figure: str = ""


def attempt(
    statement: NamedStatement,
    timeout: float,
    seed: int,
    search: Budget | None = None,
    threads: int = 1,
    strategy: Strategy | None = None,
    own: tuple[Theorem, ...] = (),
    method: Method = Method.SYNTHETIC,
) -> tuple[Answer, Result | None]:
    """The record and, if proved, the certificate. What can't be read or drawn is `unread`, with the message.

    `read` in the record says whether the statement was understood, `unread` which of its passages weren't.
    A problem on which the program fails is an `error`: a defect must not end the run, nor go unseen. own: theorems that may be
    used beside the library's.
    """
    try:
        problem = statement.parse()
    except ParseError as error:
        return Answer(
            failed(statement.name, UNREAD, str(error), seed)
            | {"read": False, "unread": passages(statement, error)}
            | ({"answer_agrees": agrees("", statement.answer)} if statement.answer else {})
        ), None
    except Exception as defect:
        return Answer(failed(statement.name, ERROR, _defect(defect), seed)), None
    answer, result = _prove(statement.name, problem, timeout, seed, search, threads, strategy, own, method)
    said = {"read": True, "unread": []}
    if statement.answer:
        said |= {"answer_agrees": agrees(answer.record.get("answer", ""), statement.answer)}
    return replace(answer, record=answer.record | said), result


def _prove(
    name: str,
    problem: Problem,
    timeout: float,
    seed: int,
    search: Budget | None,
    threads: int,
    strategy: Strategy | None,
    own: tuple[Theorem, ...],
    method: Method,
) -> tuple[Answer, Result | None]:
    try:
        result = prove(
            problem,
            timeout=timeout,
            seed=seed,
            search=search,
            threads=threads,
            strategy=strategy,
            theorems=(*run_by_default(), *own),
            method=method,
        )
    except PorismError as error:
        return Answer(failed(name, UNREAD, str(error), seed)), None
    except Exception as defect:
        return Answer(failed(name, ERROR, _defect(defect), seed)), None
    return Answer(record_of(name, result, seed), _certificates(result)), result


def how_read(statement: NamedStatement) -> Record:
    """Whether the statement of a problem whose worker is gone was understood, and which of its passages weren't."""
    try:
        statement.parse()
    except ParseError as error:
        return {"read": False, "unread": passages(statement, error)}
    return {"read": True, "unread": []}


def passages(statement: NamedStatement, error: ParseError) -> list[dict[str, object]]:
    """What of a statement wasn't understood, each passage with its place: the line of the file, the column, the length."""
    spans = error.passages if isinstance(error, Unread) else () if error.span is None else (error.span,)
    lines = statement.text.splitlines(keepends=True)
    found: list[dict[str, object]] = []
    for span in spans:
        rest = "".join(lines[span.line - statement.line :])
        text = rest[span.column - 1 : span.column - 1 + span.length]
        found.append({"line": span.line, "column": span.column, "length": span.length, "text": text})
    return found


def _certificates(result: Result) -> str:
    """The certificate; of several goals an object with a list of them."""
    if not result.parts:
        return result.proof.to_json() if result.proof is not None else ""
    found = [proof.certificate for proof in result.proofs]
    return json.dumps({"certificates": found}, ensure_ascii=False, indent=1) + "\n" if found else ""


def illustrated(answer: Answer, result: Result | None) -> Answer:
    """The answer with the proof in words and the figure: of the proof, of a counterexample, or of what is given."""
    if result is None:
        return answer
    try:
        words = "\n".join(proof.text() for proof in result.proofs)
        figure = to_svg(scene_of(*shown, shown[0].goal)) if (shown := result.figure) is not None else ""
    except Exception as defect:  # the proof is none the worse for it, but it must not go unseen
        return replace(answer, record=answer.record | {"message": f"not written out: {_defect(defect)}"})
    return replace(answer, words=words, figure=figure)


def _defect(error: Exception) -> str:
    return f"a defect: {type(error).__name__}: {error}"


def record_of(name: str, result: Result, seed: int) -> Record:
    """The sums over its goals, where there are several; their statuses are in `goals`."""
    timings, proofs = result.timings, result.proofs
    goals = {"goals": [part.status.value for part in result.parts]} if result.parts else {}
    return {
        "name": name,
        "status": result.status.value,
        "seconds": round(timings.total, 6),
        "seconds_diagram": round(timings.diagram, 6),
        "seconds_closure": round(timings.closure, 6),
        "seconds_search": round(timings.search, 6),
        "seconds_coordinates": round(timings.coordinates, 6),
        "seconds_proof": round(timings.proof, 6),
        "seconds_words": round(timings.words, 6),
        "closures": result.closures,
        "auxiliary": sum(len(proof.auxiliary) for proof in proofs),
        "proof_steps": sum(map(len, proofs)),
        "by_coordinates": any(proof.is_by_coordinates for proof in proofs),
        "checked": result.is_proved,
        "seed": seed,
        "message": result.reason,
        "answer": ", ".join(part.answer.text for part in result.each if part.answer is not None),
        **goals,
        **({"refusals": list(result.refusals)} if result.refusals else {}),
    }


def failed(name: str, status: str, message: str, seed: int, seconds: float = 0.0) -> Record:
    """The record of a problem that came to no result."""
    times = {
        "seconds": round(seconds, 6),
        "seconds_diagram": 0.0,
        "seconds_closure": 0.0,
        "seconds_search": 0.0,
        "seconds_coordinates": 0.0,
        "seconds_proof": 0.0,
        "seconds_words": 0.0,
    }
    rest = {
        "closures": 0,
        "auxiliary": 0,
        "proof_steps": 0,
        "by_coordinates": False,
        "checked": False,
        "seed": seed,
        "message": message,
        "answer": "",
    }
    return {"name": name, "status": status, **times, **rest}
