"""The verdict of each statement at many seeds: `python -m tests.verdict.seeds 20`; what is wrong is printed."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from solver.collection import entries
from solver.language.read import parse_statement
from solver.proving import Status, prove
from solver.search.budget import Budget
from tests.verdict.statements import (
    DEPENDS,
    DEPENDS_AS_A_WHOLE,
    FALSE,
    FALSE_AS_A_WHOLE,
    PROVED_AS_A_WHOLE,
    TRUE,
    VALUES,
)

#: What bounds a statement's proof: trials of auxiliary points, so that a busy machine changes no verdict; seconds for what hangs.
WORK, TIMEOUT = Budget(seconds=float("inf"), closures=20_000), 3600.0
#: Seconds of the processor for a statement that are worth a line.
LONG = 30.0
#: Problems of the collection: figures that were hard to find.
COLLECTED = ("imo-2022-p4", "imo-2012-p1")


def deserved() -> Iterator[tuple[str, str, set[Status]]]:
    """Each statement: its name, its text, and the verdicts that are right."""
    yield from ((name, text, {Status.PROVED}) for name, text in (TRUE | PROVED_AS_A_WHOLE).items())
    yield from ((name, text, {Status.FALSE}) for name, text in (FALSE | FALSE_AS_A_WHOLE).items())
    yield from ((name, text, {Status.DEPENDS}) for name, text in (DEPENDS | DEPENDS_AS_A_WHOLE).items())
    collected = {entry.statement.name: entry.statement.text for entry in entries()}
    yield from ((name, collected[name], {Status.PROVED}) for name in COLLECTED)
    for name, (text, values) in VALUES.items():
        yield name, text, {Status.DEPENDS} if len(values) > 1 else {Status.PROVED, Status.DEPENDS}


def wrong_verdicts(seed: int) -> Iterator[str]:
    for name, text, right in deserved():
        begun = time.process_time()
        status = prove(parse_statement(text), seed=seed, timeout=TIMEOUT, search=WORK).status
        spent = time.process_time() - begun
        if status not in right:
            yield f"seed {seed}: {name}: {status.value}\n    {text}"
        elif spent > LONG:
            print(f"seed {seed}: {name}: right after {spent:.0f} s of the processor", flush=True)


def main() -> None:
    """The number of seeds; of the first one, too, where it isn't 0."""
    count, asked = 0, 0
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for seed in range(first, first + int(sys.argv[1])):
        asked += sum(1 for _ in deserved())
        for line in wrong_verdicts(seed):
            count += 1
            print(line, flush=True)
    print(f"{asked} verdicts, {count} wrong")
    sys.exit(count > 0)


if __name__ == "__main__":
    main()
