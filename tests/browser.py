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


def line_is_seen(page: Any) -> bool:
    """Whether nothing lies over the line that is walked to, such as the figure."""
    middle = (
        "(e => { const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + 4, r.y + r.height - 4]; })(e)"
    )
    at = "[y0, y1].every((y) => e.contains(document.elementFromPoint(x, y)))"
    line = "[...document.querySelectorAll('li.active')].find((e) => !e.closest('[hidden]'))"
    return bool(page.evaluate(f"(() => {{ const e = {line}, [x, y0, y1] = {middle}; return {at}; }})()"))


def is_above(page: Any, upper: str, lower: str) -> bool:
    """Whether the first that is seen of one kind ends where the first of another begins, or before."""
    over, under = (page.locator(f"{one}:visible >> nth=0").bounding_box() for one in (upper, lower))
    return bool(over["y"] + over["height"] <= under["y"] + 1)


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
