"""The server for agents, by the protocol's own client."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import time
import zlib
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp")

from mcp import Client

from solver.agents.certificates import Certificates
from solver.agents.server import server
from tests.cli.command import grid
from tests.search.statements import NEEDS_A_POINT

ALTITUDES = "triangle A B C; A D and B E altitudes; A D meets B E at H; prove C H perpendicular to A B"
MIDDLE = "triangle A B C; M midpoint of A B; prove |C M| = |A M|"


def with_client(talk: Callable[[Client], Awaitable[Any]]) -> Any:
    async def main() -> Any:
        async with Client(server()) as client:
            return await talk(client)

    return anyio.run(main)


def called(tool: str, **arguments: object) -> dict[str, Any]:
    """The structured content of an answer."""
    result = with_client(lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    return dict(result.structured_content)


def test_every_tool_says_what_it_takes_and_what_it_gives() -> None:
    tools = with_client(lambda client: client.list_tools()).tools
    assert len(tools) == 10
    for tool in tools:
        assert tool.description and tool.output_schema and tool.annotations.read_only_hint
        described = tool.input_schema["properties"]
        assert all("description" in about or name in ("count", "seed") for name, about in described.items()), tool.name


def test_a_statement_is_checked_proved_and_its_certificate_read() -> None:
    async def talk(client: Client) -> None:
        checked = await client.call_tool("check_statement", {"statement": ALTITUDES})
        assert checked.structured_content["verdict"] == "true"
        proved = (await client.call_tool("prove", {"statement": ALTITUDES})).structured_content
        assert proved["status"] == "proved"
        (goal,) = proved["goals"]
        assert "CH ⟂ AB" in goal["proof"]
        (certificate,) = (await client.read_resource(goal["certificate"])).contents
        assert json.loads(certificate.text)["format"] == "porism-proof"
        for given in (goal["certificate"], certificate.text):
            accepted = await client.call_tool("check_certificate", {"certificate": given})
            assert accepted.structured_content["is_accepted"]
        broken = certificate.text.replace('"perp"', '"para"')
        refused = await client.call_tool("check_certificate", {"certificate": broken})
        assert not refused.structured_content["is_accepted"]

    with_client(talk)


def test_a_false_statement_is_refuted_by_coordinates() -> None:
    checked = called("check_statement", statement=MIDDLE)
    assert checked["verdict"] == "false"
    assert set(checked["goals"][0]["counterexample"]) == {"A", "B", "C", "M"}


def test_a_value_is_found() -> None:
    assert "45" in called("find", statement="square A B C D; find angle B A C")["reason"]


def test_facts_are_listed_and_points_tried() -> None:
    assert called("explore", statement=ALTITUDES, count=3)["facts"]
    text = "triangle A B C; |A B| = |A C|; prove angle A B C = angle A C B"
    tried = called("try_points", statement=text, points="M midpoint of B C")
    assert tried["goal_follows"] and "M midpoint of B C" in tried["statement"]


def test_a_figure_is_drawn() -> None:
    result = with_client(lambda client: client.call_tool("draw", {"statement": MIDDLE}))
    assert result.content[0].mime_type == "image/svg+xml"
    assert not result.structured_content["goal_holds"]


def test_problems_are_found_by_their_words() -> None:
    found = called("search_problems", words=["simson"])
    assert found["total"] >= 1 and "statement" in found["problems"][0]


STATEMENT = {"statement": ALTITUDES}
#: Calls that can't be answered, and the kind of error that each deserves.
HOSTILE: dict[str, tuple[str, dict[str, object], str]] = {
    "no such tool": ("remove_all", {}, "unknown-tool"),
    "a tool named as nothing is": ("\0", {}, "unknown-tool"),
    "no statement": ("prove", {}, "arguments"),
    "an empty statement": ("prove", {"statement": ""}, "arguments"),
    "blanks": ("read_statement", {"statement": "  \n "}, "unread"),
    "a number for a statement": ("prove", {"statement": 7}, "arguments"),
    "nothing for a statement": ("check_statement", {"statement": None}, "arguments"),
    "a list for a statement": ("check_statement", {"statement": [ALTITUDES]}, "arguments"),
    "an object for a statement": ("draw", {"statement": {"text": ALTITUDES}}, "arguments"),
    "a statement without end": ("check_statement", {"statement": "A" * 300_000}, "arguments"),
    "no time": ("prove", STATEMENT | {"seconds": 0}, "arguments"),
    "time before now": ("prove", STATEMENT | {"seconds": -5}, "arguments"),
    "time without end": ("prove", STATEMENT | {"seconds": 1e9}, "arguments"),
    "time that is no number": ("prove", STATEMENT | {"seconds": float("nan")}, "arguments"),
    "time that is infinite": ("explore", STATEMENT | {"seconds": float("inf")}, "arguments"),
    "words for time": ("prove", STATEMENT | {"seconds": "soon"}, "arguments"),
    "a seed below 0": ("draw", STATEMENT | {"seed": -1}, "arguments"),
    "a huge seed": ("draw", STATEMENT | {"seed": 10**30}, "arguments"),
    "a broken seed": ("draw", STATEMENT | {"seed": 0.5}, "arguments"),
    "no facts wanted": ("explore", STATEMENT | {"count": 0}, "arguments"),
    "a million facts wanted": ("explore", STATEMENT | {"count": 10**6}, "arguments"),
    "no points to try": ("try_points", STATEMENT, "arguments"),
    "many words": ("search_problems", {"words": ["a"] * 100}, "arguments"),
    "a long word": ("search_problems", {"words": ["a" * 1000]}, "arguments"),
    "a word for words": ("search_problems", {"words": "simson"}, "arguments"),
    "a suite that there isn't": ("search_problems", {"words": [], "suite": "../.."}, "unread"),
    "a file for a statement": ("read_statement", {"statement": "/etc/passwd"}, "unread"),
    "a shell for a statement": ("check_certificate", {"certificate": "$(touch /tmp/x)"}, "certificate"),
    "a pickle for a certificate": ("check_certificate", {"certificate": "\x80\x04K\x01."}, "certificate"),
    "nested brackets": ("check_certificate", {"certificate": "[" * 100_000}, "certificate"),
    "another's address": ("check_certificate", {"certificate": "porism://certificate/../../etc"}, "certificate"),
}


def test_hostile_calls_are_answered_with_errors_of_one_form() -> None:
    async def talk(client: Client) -> dict[str, Any]:
        return {name: await client.call_tool(tool, given) for name, (tool, given, _) in HOSTILE.items()}

    for name, result in with_client(talk).items():
        assert result.is_error, name
        error = result.structured_content["error"]
        assert (error["kind"], bool(error["message"])) == (HOSTILE[name][2], True), (name, error)
        assert "Traceback" not in json.dumps(error) and len(json.dumps(error)) < 5_000, name


def test_what_isnt_understood_is_named_with_its_place_and_what_to_write() -> None:
    call = {"statement": "triangle A B C\nD blorb of B C\nprove |A D| = |A B|"}
    result = with_client(lambda client: client.call_tool("prove", call))
    error = result.structured_content["error"]
    assert error["kind"] == "unread" and error["place"]["line"] == 2 and error["hint"]


def test_a_call_that_is_cancelled_ends_its_process() -> None:
    async def talk(client: Client) -> None:
        with anyio.move_on_after(1) as waiting:
            await client.call_tool("prove", {"statement": grid(), "seconds": 120})
        assert waiting.cancelled_caught
        until = time.monotonic() + 5
        while multiprocessing.active_children() and time.monotonic() < until:
            await anyio.sleep(0.05)
        assert not multiprocessing.active_children()
        answer = await client.call_tool(
            "read_statement", {"statement": ALTITUDES}
        )  # the server is none the worse for it
        assert not answer.is_error

    with_client(talk)


def test_a_search_reports_its_progress() -> None:
    seen: list[tuple[float, float | None, str | None]] = []

    async def hear(progress: float, total: float | None, message: str | None) -> None:
        seen.append((progress, total, message))

    async def talk(client: Client) -> Any:
        call = {"statement": NEEDS_A_POINT, "seconds": 30}
        return await client.call_tool("prove", call, progress_callback=hear)

    assert with_client(talk).structured_content["status"] == "proved"
    assert seen and seen[0][1] == 30 and "tried" in str(seen[0][2])


def test_a_call_out_of_time_says_so() -> None:
    call = {"statement": ALTITUDES, "seconds": 0.1, "points": "M midpoint of A B"}
    result = with_client(lambda client: client.call_tool("try_points", call))
    assert not result.is_error or result.structured_content["error"]["kind"] in ("timeout", "no-figure")


def test_few_certificates_are_kept() -> None:
    texts = [hashlib.sha256(bytes([number])).hexdigest() for number in range(5)]
    certificates = Certificates(most=2 * max(len(zlib.compress(text.encode())) for text in texts))
    addresses = [certificates.keep(text) for text in texts]
    found = [certificates.find(address.rpartition("/")[2]) for address in addresses]
    assert found == [None, None, None, *texts[3:]]


def test_a_certificate_that_is_kept_takes_little_memory() -> None:
    step = json.dumps(
        [{"id": f"s{n}", "rule": "similar_aa", "claim": ["cong", "A", "B", "C", "D"]} for n in range(400)]
    )
    kept = Certificates(most=10_000)
    first = kept.keep(step)
    for number in range(5):
        kept.keep(step.replace("similar_aa", f"rule {number}"))
    assert kept.find(first.rpartition("/")[2]) == step
