"""The page's modules have the types that their comments say, by TypeScript's own compiler."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import solver

MODULES = Path(solver.__file__).parent / "web" / "page"
#: What the scripts of a proof's own page give to them.
GIVEN = Path(__file__).parent / "figure.d.ts"
TSC = shutil.which("tsc")


@pytest.mark.skipif(TSC is None, reason="no TypeScript here: npm install -g typescript")
def test_the_modules_have_the_types_that_they_say() -> None:
    options = "--noEmit --allowJs --checkJs --strict --target es2023 --lib es2023,dom,dom.iterable --module es2022"
    modules = [str(path) for path in sorted(MODULES.glob("*.js"))]
    command = [str(TSC), *options.split(), "--moduleResolution", "bundler", str(GIVEN), *modules]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
