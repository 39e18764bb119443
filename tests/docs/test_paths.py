"""The files that ARCHITECTURE.md, CONTRIBUTING.md and the glossary send a reader to are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: A path from the root of the repository, in backquotes or bare: solver/proof/fold.py, solver/checker/rules_*.py, .ci/run.
_PATH = re.compile(r"(?<![\w/.-])((?:solver|tests|theorems|docs|\.ci)/[\w./*-]*\w)")


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/glossary.md"])
def test_each_path_exists(page: str) -> None:
    paths = set(_PATH.findall((ROOT / page).read_text(encoding="utf-8")))
    assert len(paths) > 20
    assert not [path for path in sorted(paths) if not any(ROOT.glob(path))]
