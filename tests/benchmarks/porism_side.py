"""Our side of `against_newclid.py`: a line a problem, as `newclid_side.py` has it.

The closure is that alone, as yuclid's is; the whole adds reading, figures, the proof, its check and its words.
"""

from __future__ import annotations

import json
import sys
import time

from solver.deduction.closure import close
from solver.diagram.pair import draw_pair
from solver.knowledge.compile import compile_library
from solver.knowledge.library import run_by_default
from solver.language.read import parse_statement
from solver.proving import prove


def answer(text: str, seed: int) -> dict[str, object]:
    started, wall = time.process_time(), time.monotonic()
    result = prove(parse_statement(text), seed=seed, search=None, timeout=60.0)
    words = result.proof.text() if result.proof is not None else ""
    whole, wall = time.process_time() - started, time.monotonic() - wall
    drawn = draw_pair(parse_statement(text), seed, time.monotonic() + 60.0)
    before = time.process_time()
    close(drawn.problem, drawn.diagrams, goal=drawn.goal, timeout=60.0, theorems=run_by_default())
    return {
        "proved": result.is_proved,
        "closure": time.process_time() - before,
        "whole": whole,
        "wall": wall,
        "lines": len(words.splitlines()),
    }


def main() -> None:
    out, sys.stdout = sys.stdout, sys.stderr
    compile_library(run_by_default())
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
