"""Errors and results in words."""

from __future__ import annotations

import json

from solver.errors import PorismError
from solver.prove import Result


def explain(error: PorismError) -> str:
    """What, where, why, and what to write instead; no more than a few lines."""
    where = f"line {error.span.line}, column {error.span.column}: " if error.span else ""
    hint = f"\n  hint: {error.hint}" if error.hint else ""
    return f"error: {where}{error.message}{hint}"


def verdict(result: Result) -> str:
    """The last line of `porism prove`."""
    return result.reason if result.proof is None else f"proved in {result.timings.total:.2f} s, checked"


def result_as_json(result: Result) -> str:
    """Status, timings and, where there is one, the certificate."""
    timings = result.timings
    return (
        json.dumps(
            {
                "name": result.problem.name,
                "status": result.status.value,
                "reason": result.reason,
                "seconds": round(timings.total, 6),
                "seconds_diagram": round(timings.diagram, 6),
                "seconds_closure": round(timings.closure, 6),
                "seconds_proof": round(timings.proof, 6),
                "counterexample": {p: list(xy) for p, xy in result.counterexample.items()},
                "certificate": result.proof.certificate if result.proof else None,
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def result_as_text(result: Result) -> str:
    """The proof, or why there is none; a counterexample's coordinates."""
    if result.proof is not None:
        answer = f"{result.reason[0].upper()}{result.reason[1:]}.\n\n" if result.reason else ""
        return answer + result.proof.text()
    lines = [f"{result.status.value}: {result.problem.name}"]
    lines += [f"  {p} = ({x:.6g}, {y:.6g})" for p, (x, y) in result.counterexample.items()]
    return "\n".join(lines) + "\n"
