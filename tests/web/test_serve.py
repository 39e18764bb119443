"""`porism web` as a command: where it listens, and how it ends."""

from __future__ import annotations

import json
import signal
import socket
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

pytest.importorskip("fastapi", reason="no fastapi here: pip install 'porism[web]'")
from solver.cli import browsing
from tests.cli.command import run
from tests.web.serving import Served
from tests.web.statements import LONG


def test_ctrl_c_ends_it_whatever_it_is_at(tmp_path: Path) -> None:
    served = Served(tmp_path / "history.sqlite")
    body = json.dumps({"statement": LONG, "seconds": 300}).encode()
    with urlopen(Request(f"{served.address}api/jobs/prove", body, {"Content-Type": "application/json"}), timeout=60):
        pass
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(60) == 0


def test_a_port_that_is_taken_is_said_to_be(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        outcome = run(capsys, "web", "--no-open", "--port", taken.getsockname()[1], "--history", tmp_path / "h.sqlite")
    assert outcome.code == 2 and "can't listen on 127.0.0.1" in outcome.err and "--port 0" in outcome.err


def test_a_short_token_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "web", "--host", "0.0.0.0", "--token", "abc", "--no-history")
    assert outcome.code == 2 and "at least 8 characters" in outcome.err


def test_without_its_packages_it_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsing, "find_spec", lambda name: None)
    outcome = run(capsys, "web")
    assert outcome.code == 2 and 'pip install "porism[web]"' in outcome.err
