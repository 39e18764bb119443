"""`porism web`: the page in a browser, and the JSON interface."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import webbrowser
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from solver.errors import PorismError
from solver.runtime.garbage import look_often

#: Where it is found, unless one says otherwise.
PORT = 8312


def web(
    host: Annotated[
        str, typer.Option("--host", help="address to listen on; on any but this machine's own, callers need a token")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: any that is free")] = PORT,
    token: Annotated[
        str | None,
        typer.Option("--token", help="what callers have to know [default: none, or made up if they need one]"),
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=1, max=600, help="most seconds that a call may take")
    ] = 600.0,
    memory: Annotated[int, typer.Option("--memory", min=300, help="most megabytes that a call may take")] = 2000,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, max=256, help="calls at once [default: one a processor, at least 2]")
    ] = None,
    history: Annotated[
        Path | None, typer.Option("--history", help="the file of what was asked [default: in the user's data folder]")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep-history/--no-history", help="whether to keep what was asked")] = True,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="open the page in the browser")] = True,
) -> None:
    """Work in the browser: type a problem, see how it is read and its figure, prove it, walk through the proof."""
    if find_spec("fastapi") is None or find_spec("uvicorn") is None:
        raise PorismError("porism web needs the packages fastapi and uvicorn", None, 'pip install "porism[web]"')
    from solver.web.serve import serve
    from solver.web.settings import LOOPBACK, MEGABYTE, Settings, default_history

    if token is None:
        token = "" if host in LOOPBACK else secrets.token_urlsafe(16)
    elif not token.isascii() or len(token) < 8:
        raise PorismError(
            "a token has at least 8 characters, all of them ASCII", None, "leave --token out: one is made up"
        )
    standard = Settings(host, token, timeout, memory * MEGABYTE)
    settings = Settings(
        host, token, timeout, memory * MEGABYTE, jobs or standard.running, standard.waiting,
        (history or default_history()) if keep else None,
    )  # fmt: skip
    listening = _listening(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/" + (f"?token={token}" if token else "")

    def ready() -> None:
        print(f"porism is at {address}  (Ctrl-C ends it)", flush=True)
        if open_page and _has_screen():
            webbrowser.open(address)

    look_often()
    try:
        serve(settings, listening, ready)
    except KeyboardInterrupt:
        print("ended")


def _listening(host: str, port: int) -> socket.socket:
    """Raises PorismError where the address can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PorismError(
            f"can't listen on {host}, port {port}: {reason}", None, "--port 0 takes any that is free"
        ) from None


def _has_screen() -> bool:
    """Whether a browser that is opened will be seen."""
    if not sys.stdout.isatty():
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
