"""A long session leaves little behind in the server."""

from __future__ import annotations

import sys

import anyio
import pytest

pytest.importorskip("mcp")

from tests.agents.session import calls, refused, session

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


def test_what_calls_leave_behind_is_found_soon() -> None:
    # Before `look_often` this was 4.3 KB a call: 5 % in a session of a thousand.
    early, late = anyio.run(session, refused, 800, 400)
    assert late - early < 400 * 1_000


def test_memory_hardly_grows_over_a_session_of_mixed_calls() -> None:
    early, *_, late = anyio.run(session, calls(1), 90, 30)
    assert late < 1.02 * early
