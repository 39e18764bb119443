"""A real browser for tests of pages: Debian's Chromium, driven by Playwright; without them the tests are skipped, and say so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="no playwright here: pip install 'porism[browser]'")
CHROMIUM = shutil.which("chromium")
if CHROMIUM is None:
    pytest.skip("no browser here: apt install chromium", allow_module_level=True)


@contextmanager
def launched() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


def serious_faults(page: Any) -> list[str]:
    """What axe-core finds on a page that keeps people from using it: kind, and where."""
    axe = pytest.importorskip("axe_playwright_python", reason="no axe here: pip install axe-playwright-python")
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{fault['id']}: {', '.join(str(node['target']) for node in fault['nodes'])}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
