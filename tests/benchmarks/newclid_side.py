"""Newclid's side of `against_newclid.py`, run by the Python that has newclid, py_yuclid and pyyaml: a line a problem.

Reads a statement, as JSON, from each line and answers with a line: whether it is proved, the steps of its proof, and what it
took. The closure is yuclid, a process of its own; the whole adds figure, reading, tracing and the proof in words, which nobody
checks.
"""

from __future__ import annotations

import json
import sys
import time
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

import numpy as np
from newclid import GeometricSolverBuilder
from newclid.jgex.problem_builder import JGEXProblemBuilder


def cpu(who: int) -> float:
    used = getrusage(who)
    return used.ru_utime + used.ru_stime


def answer(text: str, seed: int) -> dict[str, object]:
    own, children, wall = cpu(RUSAGE_SELF), cpu(RUSAGE_CHILDREN), time.monotonic()
    rng = np.random.default_rng(seed)
    setup = JGEXProblemBuilder(rng=rng).with_problem_from_txt(text).build()
    solver = GeometricSolverBuilder(rng).build(setup)
    is_proved = solver.run()
    words = solver.proof() if is_proved else ""
    closure = cpu(RUSAGE_CHILDREN) - children
    return {
        "proved": is_proved,
        "closure": closure,
        "whole": closure + cpu(RUSAGE_SELF) - own,
        "wall": time.monotonic() - wall,
        "lines": len(words.splitlines()),
    }


def main() -> None:
    out, sys.stdout = sys.stdout, sys.stderr
    print(json.dumps("ready"), file=out, flush=True)
    for line in sys.stdin:
        text, seed = json.loads(line)
        try:
            found = answer(text, seed)
        except Exception as error:
            found = {"proved": False, "error": f"{type(error).__name__}: {error}"[:200]}
        print(json.dumps(found), file=out, flush=True)


if __name__ == "__main__":
    main()
