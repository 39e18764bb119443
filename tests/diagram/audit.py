"""Looks at all figures of the collection and of hageo_dev: python -m tests.diagram.audit [WORD …]

Prints each fault (solver.diagram.faults) and how many figures there are; words choose the problems whose names have one of them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from solver.collection import entries
from solver.diagram.build import build_diagram
from solver.diagram.display import displayed
from solver.diagram.faults import faults_of
from solver.diagram.scene import scene_of
from solver.errors import PorismError
from solver.language.problem import Problem
from tests.suites import suite


def problems() -> Iterator[tuple[str, Callable[[], Problem]]]:
    for named in suite("hageo_dev.txt"):
        yield named.name, named.parse
    for entry in entries():
        yield entry.name, entry.statement.parse


def main(words: list[str]) -> int:
    seen = bad = without = 0
    for name, parse in problems():
        if words and not any(word in name for word in words):
            continue
        try:
            problem = parse()
            diagram = displayed(problem, build_diagram(problem))
        except PorismError as error:
            without += 1
            print(f"{name}: no figure: {error}", flush=True)
            continue
        faults = faults_of(problem, diagram, scene_of(problem, diagram, problem.goal))
        seen += 1
        bad += bool(faults)
        for fault in faults:
            print(f"{name}: {fault}", flush=True)
    print(f"{seen} figures, {bad} with faults; {without} statements without a figure")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
