"""A long session with the server: `python -m tests.agents.session CALLS [SEED]` prints its memory as it goes on.

Calls of all tools in random order, one in seven broken; every statement is another one, so that nothing is found again.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tests.cli.command import COMMAND

SERVER = StdioServerParameters(command=COMMAND[0], args=[*COMMAND[1:], "mcp"], env=dict(os.environ))


class Memory:
    """The memory of a server, a child of this process: bytes in memory of its process and of those that it began."""

    def __init__(self) -> None:
        self._before = set(_children(os.getpid()))

    def of_server(self) -> int:
        (server,) = set(_children(os.getpid())) - self._before
        return _resident(server)


def _children(process: int) -> list[int]:
    return [int(n) for n in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _resident(process: int) -> int:
    """What is the process's own: pages of files that it shares come and go with what else the machine does."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon"))


def calls(seed: int) -> Callable[[], tuple[str, dict[str, Any]]]:
    """The next call of a session, whenever it is asked for."""
    rng = random.Random(seed)

    def statement() -> str:
        a, b, c, d, e, h = rng.sample("ABCDEFGHKLMNPQRSTUVWXYZ", 6)
        return rng.choice(
            (
                f"triangle {a} {b} {c}; {a} {d} and {b} {e} altitudes; {a} {d} meets {b} {e} at {h}; prove {c} {h} perpendicular to {a} {b}",
                f"triangle {a} {b} {c}; {d} midpoint of {a} {b}; {e} midpoint of {a} {c}; prove {d} {e} parallel to {b} {c}",
                f"triangle {a} {b} {c}; {d} midpoint of {a} {b}; prove |{c} {d}| = |{a} {d}|",
            )
        )

    def following() -> tuple[str, dict[str, Any]]:
        given = {"statement": statement()}
        return rng.choice(
            (
                ("read_statement", given),
                ("check_statement", given),
                ("prove", given),
                ("draw", given),
                ("explore", given | {"count": 3}),
                ("search_problems", {"words": [rng.choice(("simson", "orthocenter", "circle"))]}),
                rng.choice(
                    (
                        ("prove", {"statement": "x" * rng.randrange(1, 3000)}),
                        ("check_certificate", {"certificate": "{" * rng.randrange(1, 3000)}),
                        ("prove", {"statement": rng.randrange(9)}),
                        ("no_such_tool", {}),
                    )
                ),
            )
        )

    return following


def refused() -> tuple[str, dict[str, Any]]:
    """A call that the server answers itself, so that a thousand take seconds."""
    return "no_such_tool", {}


async def session(following: Callable[[], tuple[str, dict[str, Any]]], count: int, every: int) -> list[int]:
    """The server's memory after each `every` calls."""
    memory, found = Memory(), []
    async with Client(SERVER) as client:
        for number in range(1, count + 1):
            await client.call_tool(*following())
            if number % every == 0:
                found.append(memory.of_server())
                print(number, f"{found[-1] / 2**20:.1f} MB", flush=True)
    return found


if __name__ == "__main__":
    anyio.run(session, calls(int(sys.argv[2]) if len(sys.argv) > 2 else 0), int(sys.argv[1]), 20)
