"""The server for agents as a process: over its standard streams, and over HTTP on this machine."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp")

from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tests.agents.test_server import ALTITUDES, MIDDLE
from tests.cli.command import COMMAND, grid

SERVER = StdioServerParameters(command=COMMAND[0], args=[*COMMAND[1:], "mcp"], env=dict(os.environ))


def test_over_standard_streams_a_statement_is_proved_and_a_call_cancelled() -> None:
    async def talk() -> None:
        async with Client(SERVER) as client:
            assert len((await client.list_tools()).tools) == 10
            proved = await client.call_tool("prove", {"statement": ALTITUDES})
            assert proved.structured_content["status"] == "proved"
            with anyio.move_on_after(0.7) as waiting:
                await client.call_tool("prove", {"statement": grid(), "seconds": 120})
            assert waiting.cancelled_caught
            wrong = await client.call_tool("prove", {"statement": "foo"})
            assert wrong.is_error and json.loads(wrong.content[0].text)["error"]["kind"] == "unread"

    anyio.run(talk)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [*COMMAND, "mcp", "--transport", "http", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/mcp"
    finally:
        process.terminate()
        process.wait(10)


def test_over_http_two_clients_dont_disturb_each_other(address: str) -> None:
    found: dict[str, list[Any]] = {}

    async def talk(name: str, statement: str) -> None:
        async with Client(address) as client:
            calls = [await client.call_tool("check_statement", {"statement": statement}) for _ in range(3)]
            found[name] = [call.structured_content["verdict"] for call in calls]

    async def main() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(talk, "true", ALTITUDES)
            group.start_soon(talk, "false", MIDDLE)

    anyio.run(main)
    assert found == {"true": ["true"] * 3, "false": ["false"] * 3}


def test_other_hosts_names_are_refused_over_http(address: str) -> None:
    # A page in a browser may name this machine as it likes (DNS rebinding).
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    request = Request(address, b"{}", {"Host": "evil.example", "Content-Type": "application/json", "Accept": "*/*"})
    with pytest.raises(HTTPError) as refused:
        urlopen(request, timeout=10)
    assert refused.value.code in (403, 421)


def test_without_the_package_it_says_what_to_install() -> None:
    program = "import sys; sys.modules['mcp'] = None; import importlib.util as u; u.find_spec = lambda n: None;"
    process = subprocess.run(
        [sys.executable, "-c", f"{program} from solver.cli import main; main()", "mcp"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 2 and 'pip install "porism[agents]"' in process.stderr
