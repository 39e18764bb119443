"""Which porism this is: its version, and the commit that it was built from."""

from __future__ import annotations

import subprocess
from pathlib import Path

#: As in pyproject.toml; semantic versioning.
NUMBER = "0.1.0"


def version() -> str:
    """`0.1.0 (commit 0123456789ab)`; without the commit where nobody knows it."""
    commit = _commit()
    return f"{NUMBER} (commit {commit[:12]})" if commit else NUMBER


def _commit() -> str:
    """Written into an installed package when it was built (CMakeLists.txt); of a checkout, asked of git."""
    package = Path(__file__).parent
    try:
        return (package / "content" / "commit.txt").read_text(encoding="utf-8").strip()
    except OSError:
        pass
    if not (package.parent / ".git").exists():
        return ""
    command = ["git", "-C", str(package.parent), "rev-parse", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=10).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""
