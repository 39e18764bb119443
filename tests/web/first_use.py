"""Times a first use: `python -m tests.web.first_use` runs README's first commands in an empty folder and an empty environment, as
they stand but for the address; then starts `porism web`, pastes a statement into the page and waits for its proof. Needs a
browser, as the page's tests do, and a quiet machine.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
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
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        environment |= {
            "XDG_CACHE_HOME": folder,
            "XDG_DATA_HOME": folder,
            "PATH": f"{here}/venv/bin:{os.environ['PATH']}",
        }
        timed("environment", partial(run, sys.executable, "-m", "venv", str(here / "venv")))
        for command in first_commands(root):
            timed(command, partial(run, "bash", "-ec", command, cwd=here, env=environment))
            here = here / "porism" if command.startswith("git clone") else here
        with launched() as browser:
            begun = time.perf_counter()
            server = subprocess.Popen(["porism", "web", "--no-open", "--port", str(PORT)], cwd=here, env=environment)
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


def first_commands(root: Path) -> list[str]:
    """README's first block, with a clone of this repository."""
    found = re.search(r"```sh\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1].replace("ADDRESS", str(root)).strip().splitlines()


def run(*command: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


def wait_for_server() -> None:
    while True:
        try:
            urlopen(f"{ADDRESS}api/server").close()
            return
        except URLError:
            time.sleep(0.02)


def timed(what: str, work: Callable[[], object]) -> None:
    begun, busy = time.perf_counter(), processor_time()
    work()
    took = processor_time() - busy
    print(f"{what}: {time.perf_counter() - begun:.1f} s ({took:.1f} s of processor time)", flush=True)


def processor_time() -> float:
    """Seconds of this process and of those that it started and that have ended."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    main()
