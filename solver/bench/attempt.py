"""One problem of a benchmark run, as a record for results.jsonl."""

from __future__ import annotations

from typing import Any

from solver.errors import PorismError
from solver.knowledge.library import run_by_default
from solver.knowledge.theorem import Theorem
from solver.language.read import NamedStatement
from solver.prove import Result, Status, prove

Record = dict[str, Any]


def attempt(statement: NamedStatement, timeout: float, seed: int, own: tuple[Theorem, ...] = ()) -> tuple[Record, str]:
    """The record and, if proved, the certificate. What can't be read or built is `invalid`, with the message.

    own: theorems that may be used beside the library's.
    """
    try:
        result = prove(statement.parse(), timeout=timeout, seed=seed, theorems=(*run_by_default(), *own))
    except PorismError as error:
        return failed(statement.name, Status.INVALID, str(error)), ""
    return record_of(statement.name, result), result.proof.to_json() if result.proof else ""


def record_of(name: str, result: Result) -> Record:
    timings, proof = result.timings, result.proof
    return {
        "name": name,
        "status": result.status.value,
        "seconds": round(timings.total, 6),
        "seconds_diagram": round(timings.diagram, 6),
        "seconds_closure": round(timings.closure, 6),
        "seconds_proof": round(timings.proof, 6),
        "closures": result.closures,
        "auxiliary": 0,
        "proof_steps": len(proof) if proof else 0,
        "checked": proof is not None,
        "message": result.reason,
    }


def failed(name: str, status: Status, message: str, seconds: float = 0.0) -> Record:
    """The record of a problem that came to no result."""
    times = {"seconds": round(seconds, 6), "seconds_diagram": 0.0, "seconds_closure": 0.0, "seconds_proof": 0.0}
    rest = {"closures": 0, "auxiliary": 0, "proof_steps": 0, "checked": False, "message": message}
    return {"name": name, "status": status.value, **times, **rest}
