"""A long session leaves little behind in the server."""

from __future__ import annotations

import sys

import anyio
import pytest

pytest.importorskip("mcp")

from tests.agents.session import session


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_memory_hardly_grows_over_a_session_of_mixed_calls() -> None:
    # `python -m tests.agents.session 1000`: from 69.4 to 74.8 MB, 5 KB a call. It isn't Python's objects, nor what processes of
    # calls leave, nor the certificates that are kept.
    early, *_, late = anyio.run(session, 90, 1, 30)
    assert late < 1.02 * early
