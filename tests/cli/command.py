"""Running `porism` in tests: within this process, or as one of its own where limits and signals matter."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass

import pytest

from solver.cli import main

COMMAND = [sys.executable, "-c", "from solver.cli import main; main()"]


@dataclass(frozen=True)
class Outcome:
    """memory: the largest of the process and its own, in bytes."""

    code: int
    out: str
    err: str
    seconds: float = 0.0
    memory: int = 0


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Outcome:
    """Within this process."""
    before = sys.argv
    sys.argv = ["porism", *map(str, arguments)]
    capsys.readouterr()
    try:
        with pytest.raises(SystemExit) as exit_:
            main()
    finally:
        sys.argv = before
    out, err = capsys.readouterr()
    return Outcome(int(exit_.value.code or 0), out, err)


def start(*arguments: object, stdin: int | None = None) -> subprocess.Popen[str]:
    """As a process, the head of a group of its own, as a shell's are."""
    # What runs in the background of a script ignores Ctrl-C, and so would its children.
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, inherited)


def run_process(*arguments: object, data: bytes = b"") -> Outcome:
    """As a process, whose time on the processor and memory are measured."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(data)
        given.seek(0)
        process = subprocess.Popen([*COMMAND, *map(str, arguments)], stdin=given, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        seconds = usage.ru_utime + usage.ru_stime
        out.seek(0)
        err.seek(0)
        memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return Outcome(code, out.read().decode(), err.read().decode(), seconds, memory)


#: A square grid of 12 × 12 points: as much that is equal as there can be.
def grid(size: int = 12) -> str:
    def name(i: int, j: int) -> str:
        return f"g{i}_{j}"

    clauses = [f"{name(0, 0)} {name(1, 0)} {name(1, 1)} {name(0, 1)} = isquare"]
    for i in range(size):
        for j in range(size):
            if max(i, j) >= 2:
                first, second = ((i - 2, j), (i - 1, j)) if i >= 2 else ((i, j - 2), (i, j - 1))
                clauses.append(f"{name(i, j)} = mirror {name(*first)} {name(*second)}")
    end = size - 1
    return f"{'; '.join(clauses)} ? perp {name(0, end)} {name(end, 0)} {name(0, 0)} {name(end, end)}"
