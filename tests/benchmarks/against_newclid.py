"""porism against Newclid 3 with yuclid, the fastest public engine, in one interleaved run.

    python3 -m venv NC && NC/bin/pip install newclid py-yuclid pyyaml   # newclid doesn't say that it needs pyyaml
    python -m tests.benchmarks.against_newclid NC imo_ag_30.txt jgex_ag_231.txt --runs 3

Each problem goes to one engine and then to the other, `--runs` times, each a process that has loaded all it needs and has one
thread. Times are processor time, so that a busy machine disturbs little; neither adds auxiliary points of its own. Ours is a
proof that the checker has accepted, theirs is not checked by anything. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import select
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from solver.cli.sources import read_suite
from solver.language.read import NamedStatement
from solver.version import version

ROOT = Path(__file__).parents[2]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
MEASURES = ("closure", "whole")


class Side:
    """A process that proves; it is begun anew after it has been silent for `patience` seconds."""

    def __init__(self, command: list[str], environment: dict[str, str], patience: float) -> None:
        self._command, self._environment, self._patience = command, os.environ | ONE_THREAD | environment, patience
        self._begin()

    def _begin(self) -> None:
        self._process = subprocess.Popen(
            self._command, env=self._environment, cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        if self._process.stdout is None or not self._process.stdout.readline():
            raise SystemExit(f"{self._command} didn't begin")

    def ask(self, text: str, seed: int) -> dict[str, Any]:
        assert self._process.stdin is not None and self._process.stdout is not None
        print(json.dumps([text, seed]), file=self._process.stdin, flush=True)
        if select.select([self._process.stdout], [], [], self._patience)[0]:
            if line := self._process.stdout.readline():
                return dict(json.loads(line))
        self.stop()
        self._begin()
        return {"proved": False, "error": f"nothing in {self._patience} s"}

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()


@dataclass
class Found:
    """What one engine made of a suite: for each problem that it proved in all runs, the medians of what that took."""

    proved: dict[str, dict[str, float]] = field(default_factory=dict)

    def add(self, name: str, runs: list[dict[str, Any]]) -> None:
        if all(run["proved"] for run in runs):
            self.proved[name] = {key: statistics.median(run[key] for run in runs) for key in (*MEASURES, "lines")}


def compared(problems: list[NamedStatement], ours: Side, theirs: Side, runs: int) -> tuple[Found, Found]:
    """The suite by both engines, run by run in turns."""
    found = (Found(), Found())
    for number, problem in enumerate(problems, 1):
        of_sides: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
        for seed in range(runs):
            for side, kept in zip((ours, theirs), of_sides, strict=True):
                kept.append(side.ask(problem.text, seed))
        for one, kept in zip(found, of_sides, strict=True):
            one.add(problem.name, kept)
        said = ", ".join(f"{kept[-1].get('whole', float('nan')):.3f} s" for kept in of_sides)
        print(f"{number}/{len(problems)} {problem.name}: {said}", file=sys.stderr, flush=True)
    return found


def rows(suite: str, count: int, ours: Found, theirs: Found) -> list[str]:
    """Lines of the table: medians and sums over the problems that both prove."""
    both = [name for name in ours.proved if name in theirs.proved]
    lines = []
    for what in MEASURES:
        mine, other = ([of.proved[name][what] for name in both] for of in (ours, theirs))
        ratios = sorted(b / max(a, 1e-6) for a, b in zip(mine, other, strict=True))
        lost = sum(ratio < 1 for ratio in ratios)
        cells = [
            f"{suite} ({count})", what, f"{len(ours.proved)}, {len(theirs.proved)}, {len(both)}",
            *(f"{1000 * statistics.median(of):.1f}, {sum(of):.2f}" for of in (mine, other)),
            f"{statistics.median(ratios):.1f}", f"{ratios[0]:.2f}", str(lost),
        ]  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def versions(python: str) -> str:
    said = subprocess.run(
        [python, "-c", "from importlib.metadata import version as v; print(v('newclid'), v('py-yuclid'))"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    load = ", ".join(f"{x:.0f}" for x in os.getloadavg())
    return (
        f"porism {version()}; Newclid {said[0]} with yuclid {said[1]}; Python {platform.python_version()}; {model}, "
        f"{os.cpu_count()} cores, load {load}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("venv", type=Path, help="the virtual environment with newclid")
    parser.add_argument("suites", type=Path, nargs="+", help="files in the constructive language")
    parser.add_argument("--runs", type=int, default=3, help="of each problem, with seeds from 0")
    parser.add_argument("--patience", type=float, default=120.0, help="seconds on the clock for one problem")
    parser.add_argument("--every", type=int, default=1, help="only every so-many-th problem")
    given = parser.parse_args()
    bin_ = given.venv.resolve() / "bin"
    python = str(bin_ / "python")
    path = {"PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}"}  # py_yuclid looks for its program there
    ours = Side([sys.executable, "-m", "tests.benchmarks.porism_side"], {}, given.patience)
    theirs = Side([python, str(Path(__file__).with_name("newclid_side.py"))], path, given.patience)
    print(versions(python) + "\n")
    print(
        "| suite | what | proved: ours, theirs, both | ours: median ms, sum s | theirs | ratio, median | least | slower than theirs |"
    )
    print("|---|---|---|---|---|---|---|---|", flush=True)
    try:
        for suite in given.suites:
            problems = read_suite(suite)[:: given.every]
            for line in rows(suite.stem, len(problems), *compared(problems, ours, theirs, given.runs)):
                print(line, flush=True)
    finally:
        ours.stop()
        theirs.stop()


if __name__ == "__main__":
    main()
