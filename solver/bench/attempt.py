"""One problem of a benchmark run, as a record for results.jsonl."""

from __future__ import annotations

from typing import Any

from solver.errors import PorismError
from solver.knowledge.library import run_by_default
from solver.knowledge.theorem import Theorem
from solver.language.read import NamedStatement
from solver.proving import Result, Status, prove
from solver.search.strategy import STANDARD, Strategy
from solver.search.tree import Budget

Record = dict[str, Any]


def attempt(
    statement: NamedStatement,
    timeout: float,
    seed: int,
    search: Budget | None = None,
    threads: int = 1,
    strategy: Strategy = STANDARD,
    own: tuple[Theorem, ...] = (),
) -> tuple[Record, str]:
    """The record and, if proved, the certificate. What can't be read or built is `invalid`, with the message.

    So is a problem on which the program fails: a defect must not end the run, nor go unseen. own: theorems that may be
    used beside the library's.
    """
    try:
        result = prove(
            statement.parse(),
            timeout=timeout,
            seed=seed,
            search=search,
            threads=threads,
            strategy=strategy,
            theorems=(*run_by_default(), *own),
        )
    except PorismError as error:
        return failed(statement.name, Status.INVALID, str(error)), ""
    except Exception as defect:
        return failed(statement.name, Status.INVALID, f"a defect: {type(defect).__name__}: {defect}"), ""
    return record_of(statement.name, result), result.proof.to_json() if result.proof is not None else ""


def record_of(name: str, result: Result) -> Record:
    timings, proof = result.timings, result.proof
    return {
        "name": name,
        "status": result.status.value,
        "seconds": round(timings.total, 6),
        "seconds_diagram": round(timings.diagram, 6),
        "seconds_closure": round(timings.closure, 6),
        "seconds_search": round(timings.search, 6),
        "seconds_proof": round(timings.proof, 6),
        "closures": result.closures,
        "auxiliary": len(proof.auxiliary) if proof is not None else 0,
        "proof_steps": len(proof) if proof is not None else 0,
        "checked": proof is not None,
        "message": result.reason,
    }


def failed(name: str, status: Status, message: str, seconds: float = 0.0) -> Record:
    """The record of a problem that came to no result."""
    times = {
        "seconds": round(seconds, 6),
        "seconds_diagram": 0.0,
        "seconds_closure": 0.0,
        "seconds_search": 0.0,
        "seconds_proof": 0.0,
    }
    rest = {"closures": 0, "auxiliary": 0, "proof_steps": 0, "checked": False, "message": message}
    return {"name": name, "status": status.value, **times, **rest}
