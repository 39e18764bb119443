"""Times a first use: `python -m tests.web.first_use` clones this repository, installs it into an empty environment, starts
`porism web`, pastes a statement into the page and waits for its proof. Needs a browser, as the page's tests do, and a quiet machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from tests.browser import launched
from tests.web.statements import PRINTED

PORT = 8455
ADDRESS = f"http://127.0.0.1:{PORT}/"


def main() -> None:
    root = Path(__file__).parents[2]
    with TemporaryDirectory() as folder:
        here = Path(folder)
        own = {"XDG_CACHE_HOME": folder, "XDG_DATA_HOME": folder}
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | own
        timed("clone", lambda: run("git", "clone", "-q", str(root), str(here / "porism")))
        timed("environment", lambda: run(sys.executable, "-m", "venv", str(here / "venv")))
        timed("install", lambda: run(str(here / "venv/bin/pip"), "install", "-q", f"{here / 'porism'}[web]"))
        with launched() as browser:
            begun = time.perf_counter()
            server = subprocess.Popen(
                [str(here / "venv/bin/porism"), "web", "--no-open", "--port", str(PORT)], cwd=here, env=environment
            )
            try:
                timed("server", wait_for_server)
                page = browser.new_page()
                page.set_default_timeout(120_000)
                timed("page", lambda: (page.goto(ADDRESS), page.wait_for_selector("#example-cards button")))
                page.fill("#statement", PRINTED)
                timed("read", lambda: page.wait_for_selector("#status.right"))
                page.click("#prove")
                timed("proof", lambda: page.wait_for_selector("li[data-line]:visible"))
                print(f"from the command to the proof: {time.perf_counter() - begun:.1f} s")
            finally:
                server.terminate()
                server.wait()


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for_server() -> None:
    while True:
        try:
            urlopen(f"{ADDRESS}api/server").close()
            return
        except URLError:
            time.sleep(0.02)


def timed(what: str, work: Callable[[], object]) -> None:
    begun = time.perf_counter()
    work()
    print(f"{what}: {time.perf_counter() - begun:.1f} s", flush=True)


if __name__ == "__main__":
    main()
