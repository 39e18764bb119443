"""Processes load what this one does, whatever folder it is in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import solver

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
