"""What every screen needs, imported while the browser still loads its own scripts."""

import gc
from importlib import import_module
from threading import Thread

from anyio import to_thread
from starlette.types import ASGIApp, Receive, Scope, Send

_FIRST = "dashboard.views.overview"  # the other screens share nearly all of it


def _import() -> None:
    gc.disable()  # going through what is being imported frees nothing
    try:
        import_module(_FIRST)
    finally:
        gc.freeze()
        gc.enable()


importing = Thread(target=_import, daemon=True)


class Warmed:
    """ASGI middleware: a session waits for what is being imported.

    It would import the same itself; two threads amid one library can see it half made.
    """

    def __init__(self, app: ASGIApp, importing: Thread) -> None:
        """`app` serves files meanwhile."""
        self.app = app
        self.importing = importing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, a web socket once all is there."""
        if scope["type"] == "websocket" and self.importing.is_alive():
            await to_thread.run_sync(self.importing.join)
        await self.app(scope, receive, send)
