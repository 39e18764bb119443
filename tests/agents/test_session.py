"""A long session leaves nothing behind in the server."""

from __future__ import annotations

import sys

import anyio
import pytest

pytest.importorskip("mcp")

from tests.agents.session import session


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_memory_is_flat_over_a_session_of_mixed_calls() -> None:
    # A thousand calls in a minute or two: python -m tests.agents.session 1000
    early, *_, late = anyio.run(session, 90, 1, 30)
    assert late < 1.02 * early
