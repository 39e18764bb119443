"""Processes load what this one does, whatever folder it is in."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import solver
from solver.runtime.executors import forking_context

#: It stands in a folder of its own, as the command `porism` does.
PROGRAM = """
from solver.runtime.executors import forking_context
if __name__ == "__main__":
    process = forking_context(["solver.errors"]).Process(target=exec, args=("import solver.errors",))
    process.start()
    process.join()
    raise SystemExit(process.exitcode)
"""


def test_a_folder_with_a_package_of_the_same_name_isnt_looked_into(tmp_path: Path) -> None:
    for folder in ("bin", "clone/solver"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "clone" / "solver" / "__init__.py").write_text("")
    (tmp_path / "bin" / "program.py").write_text(PROGRAM)
    environment = {**os.environ, "PYTHONPATH": str(Path(solver.__file__).parents[1])}
    command = [sys.executable, str(tmp_path / "bin" / "program.py")]
    ended = subprocess.run(
        command, cwd=tmp_path / "clone", env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr


def test_threads_that_make_contexts_at_once_leave_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", lambda: time.sleep(0.001))
    with ThreadPoolExecutor(8) as threads:
        for made in [threads.submit(forking_context, ()) for _ in range(64)]:
            made.result()
    assert "PYTHONSAFEPATH" not in os.environ
