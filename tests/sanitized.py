"""Builds the core with the address and undefined-behavior sanitizers and runs tests over it: python -m tests.sanitized [TESTS]

Without arguments: tests/deduction and tests/search. The build is in build/sanitized; the checkout's own core stays as it is.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "sanitized"
TREE = BUILD / "tree"  # a checkout in links, with the other core
TESTS = ("tests/deduction", "tests/search")


def main() -> int:
    nanobind = _said(sys.executable, "-m", "nanobind", "--cmake_dir")
    options = ["-DPORISM_SANITIZE=ON", f"-Dnanobind_DIR={nanobind}", f"-DPython_EXECUTABLE={sys.executable}"]
    subprocess.run(["cmake", "-S", ROOT, "-B", BUILD, *options], check=True)
    subprocess.run(["cmake", "--build", BUILD, "--parallel", "2"], check=True)
    package = TREE / "solver"
    package.mkdir(parents=True, exist_ok=True)
    _link(ROOT, TREE, [p for p in ROOT.iterdir() if p.name not in ("solver", "build", ".git")])
    _link(ROOT / "solver", package, [p for p in (ROOT / "solver").iterdir() if not p.name.startswith("_core.cpython")])
    _link(BUILD, package, list(BUILD.glob("_core*.so")))
    environment = os.environ | {
        "PYTHONPATH": str(TREE),
        "LD_PRELOAD": _said("g++", "-print-file-name=libasan.so"),
        "ASAN_OPTIONS": "detect_leaks=0",  # Python frees little at its end
        "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
    }
    tests = sys.argv[1:] or TESTS
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-s", *tests], cwd=TREE, env=environment, check=False
    ).returncode


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _link(source: Path, target: Path, paths: list[Path]) -> None:
    for path in paths:
        link = target / path.relative_to(source)
        link.unlink(missing_ok=True)
        link.symlink_to(path)


if __name__ == "__main__":
    sys.exit(main())
