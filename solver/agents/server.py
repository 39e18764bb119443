"""The server: what it says of itself, and how errors are answered.

A tool is a call of `solver.service`, run in a process of its own (`solver.service.bounded`): its time and memory are
limited, a client that cancels ends it, and nothing of it stays in the server. Nothing is read from or written to the user's
files, but for the user's store, which is read.
"""

from __future__ import annotations

import logging
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, InputRequiredResult
from pydantic import ValidationError

from solver.agents.calls import Calls
from solver.agents.failures import defective, failed, misused, unknown
from solver.agents.tools import add_tools
from solver.errors import PorismError
from solver.version import NUMBER

_LOG = logging.getLogger(__name__)

INSTRUCTIONS = """porism proves, refutes and explains statements of plane geometry.

Write statements as a paper prints them (English or Chinese, LaTeX allowed) or tersely, a fact a line:

    triangle A B C
    A D and B E altitudes
    A D meets B E at H
    prove C H perpendicular to A B

Points are capitals. The last sentence says what to prove, or to find (find ∠ A B C), or asks "what can be said?".
Call check_statement first: it says in a second whether the statement is false, depends on the figure, or contradicts itself.
Then prove. A proof comes with a certificate that an independent checker has accepted. When a call fails, the error says
where, and what to write instead."""


class Porism(MCPServer[Any]):
    """A server whose calls end with an answer or with an error of porism's own form."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            cause = error.__cause__
            if isinstance(cause, ValidationError):
                return misused(cause)
            if isinstance(cause, PorismError):
                return failed(cause)
            known = [tool.name for tool in await self.list_tools()]
            if name not in known:
                return unknown(name, known)
            _LOG.error("%s failed", name, exc_info=cause)
            return defective(name)


def server() -> Porism:
    """A server with all tools; it can serve any number of clients."""
    porism = Porism("porism", title="porism", version=NUMBER, instructions=INSTRUCTIONS, log_level="WARNING")
    add_tools(porism, Calls())
    return porism
