"""`porism mcp`: the server for agents."""

from __future__ import annotations

from enum import Enum
from importlib.util import find_spec
from typing import Annotated

import typer

from solver.errors import PorismError
from solver.runtime.garbage import look_often


class Transport(str, Enum):
    """How clients are talked to."""

    STDIO = "stdio"
    HTTP = "http"


def mcp(
    transport: Annotated[
        Transport,
        typer.Option("--transport", help="stdio: one client starts the server; http: any number, on this machine"),
    ] = Transport.STDIO,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="port for http, on 127.0.0.1")] = 8311,
) -> None:
    """Serve porism to agents: tools that read, check, prove, explore and draw statements (Model Context Protocol)."""
    if find_spec("mcp") is None:
        raise PorismError("porism mcp needs the package mcp", None, 'pip install "porism[agents]"')
    from solver.agents.server import server

    porism = server()
    look_often()
    if transport is Transport.STDIO:
        porism.run("stdio")
    else:
        porism.run("streamable-http", host="127.0.0.1", port=port)
