"""A server is ready soon: it imports what its first screen needs, while files are served."""

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from typing import Any

import dashboard
from dashboard.warming import Warmed

LATER = {"alembic", "data.importing", "openpyxl", "scipy.optimize", "scipy.stats", "statsmodels"}


def test_the_first_screen_is_imported_without_what_only_others_need() -> None:
    code = (
        "import sys, dashboard.server, dashboard.views.overview, dashboard.widgets.opening;"
        f"print(*sorted({LATER!r} & set(sys.modules)))"
    )
    root = dashboard.__path__[0] + "/.."
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_a_session_waits_for_what_is_imported_and_a_file_does_not() -> None:
    gate, passed = Event(), list[str]()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        passed.append(scope["type"])
        gate.set()

    async def both() -> None:
        warmed: Any = Warmed(app, importing)
        session = asyncio.ensure_future(warmed({"type": "websocket"}, None, None))
        await asyncio.sleep(0)
        await warmed({"type": "http"}, None, None)
        await session

    importing = Thread(target=gate.wait, args=[20])
    importing.start()
    with ThreadPoolExecutor(1) as thread:  # a browser test may have left its loop on this one
        thread.submit(lambda: asyncio.run(both())).result()
    assert passed == ["http", "websocket"]
