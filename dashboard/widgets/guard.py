"""What every answer of the web server carries: security headers, the page's language, and
what it will need next."""

import re
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.widgets.preloading import links

# Streamlit starts its page with an inline script, Vega compiles what a chart computes, and the
# script of the attendance sheet comes as a blob.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'{sockets}; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")
_PORT = re.compile(r":\d+$")
_WRITTEN = b'<html lang="en"'


class Guard:
    """ASGI middleware. The page's language is rewritten in place: both codes are as long."""

    def __init__(self, app: ASGIApp, allowed: Callable[[], Iterable[str]]) -> None:
        """`allowed` gives the names under which this server may be asked."""
        self.app = app
        self.names = allowed

    def allowed(self, host: str) -> bool:
        """Whether the server may be asked under this name, whatever the port.

        Another name that points here would let a foreign page read our answers.
        """
        return _PORT.sub("", host).strip("[]") in self.names()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, with headers and language put right."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if not self.allowed(_header(scope, b"host")):
            await PlainTextResponse("Host?", 400)(scope, receive, send)
            return
        policy = _POLICY.format(sockets=_sockets(scope))
        language = _language(scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(message, policy)
            elif message["type"] == "http.response.body" and _WRITTEN in message.get("body", b""):
                html = b'<html lang="' + language + b'"'
                message["body"] = message["body"].replace(_WRITTEN, html, 1)
            await send(message)

        await self.app(_uncompressed(scope), receive, guarded)


def _add(message: MutableMapping[str, Any], policy: str) -> None:
    headers = MutableHeaders(scope=message)
    headers["Content-Security-Policy"] = policy
    for name, value in _HEADERS.items():
        headers[name] = value
    if headers.get("content-type", "").startswith("text/html"):
        headers["Link"] = links()


def _header(scope: Scope, name: bytes) -> str:
    found = dict(scope["headers"]).get(name, b"")
    return str(found.decode("latin-1"))


def _sockets(scope: Scope) -> str:
    """Older browsers do not count a web socket to the same host as 'self'."""
    host = _header(scope, b"host")
    return f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""


def _language(scope: Scope) -> bytes:
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("bahasa", ["id"])
    return b"en" if asked[0] == "en" else b"id"


def _uncompressed(scope: Scope) -> Scope:
    """Ask for the page itself as plain text, so that its language can be rewritten."""
    if "text/html" not in _header(scope, b"accept"):
        return scope
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": headers}
