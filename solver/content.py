"""Where the content folders are: theorems and problems beside the sources in a checkout, inside the package once installed."""

from __future__ import annotations

from pathlib import Path


def content_folder(name: str) -> Path:
    """The folder of that name. Raises FileNotFoundError where the installation lacks it."""
    package = Path(__file__).parent
    for folder in (package / "content" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the installation has no folder {name}")
