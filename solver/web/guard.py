"""Who may call: names of this machine only, the token, pages of this server only, and no more bytes than calls need.

A server on this machine can be reached by every page that its user visits: a page may post to 127.0.0.1, and a name of its
own may lead there (DNS rebinding). So the name that is asked for, and the page that asks, are looked at.
"""

from __future__ import annotations

from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from solver.service.failures import Failure
from solver.web.refusals import refused
from solver.web.settings import LOOPBACK, Settings

#: Bytes of a request.
MOST_BYTES = 8_000_000
#: What pages of this server may do: nothing of another server's.
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        failure = self._refusal(scope, headers)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if failure is not None and failure.kind == "token" and scope["path"] == "/" and self._is_token(given):
            response = RedirectResponse("/", 303)
            response.set_cookie(_cookie_of(scope), given, httponly=True, samesite="lax")
            await response(scope, receive, send)
            return
        if failure is not None:
            await refused(failure)(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    said.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, guarded)

    def _refusal(self, scope: Scope, headers: Headers) -> Failure | None:
        host = headers.get("host", "")
        if self._settings.is_local and _hostname(host) not in LOOPBACK:
            return Failure("host", "this server answers to the names of this machine only", "use 127.0.0.1")
        origin = headers.get("origin")
        if scope["method"] not in ("GET", "HEAD") and origin is not None and origin.partition("://")[2] != host:
            return Failure("host", "pages of other servers may not call this one")
        if self._settings.token and not self._is_token(_token_in(headers, _cookie_of(scope))):
            hint = "open the address that porism web has printed, or send Authorization: Bearer TOKEN"
            return Failure("token", "this server asks for a token", hint)
        length = headers.get("content-length", "0" if scope["method"] in ("GET", "HEAD", "DELETE") else "")
        if not length.isdigit() or int(length) > MOST_BYTES:
            return Failure("too-large", f"a request has at most {MOST_BYTES:,} bytes, and says how many")
        return None

    def _is_token(self, given: str) -> bool:
        return compare_digest(given.encode(), self._settings.token.encode())


def _hostname(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:  # brackets that don't close
        return None


def _cookie_of(scope: Scope) -> str:
    """Browsers don't tell the ports of a machine apart when they send cookies."""
    return f"porism_token_{(scope.get('server') or ('', 0))[1]}"


def _token_in(headers: Headers, cookie: str) -> str:
    kind, _, token = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return token.strip()
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return cookies[cookie].value if cookie in cookies else ""
