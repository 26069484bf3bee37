"""The web server: Streamlit's screens, our routes, and what every answer must carry."""

import os
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit import config

from dashboard.charts.palette import DARK, LIGHT, Palette
from dashboard.later import later
from dashboard.warming import Warmed, importing
from dashboard.widgets import downloads
from dashboard.widgets.guard import Guard

LOOPBACK = ["localhost", "127.0.0.1", "::1"]
OPTIONS: dict[str, object] = {
    "browser.gatherUsageStats": False,
    "client.disableDataExport": True,  # rows leave by our own buttons: purpose asked, record kept
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "global.developmentMode": False,
    "runner.postScriptGC": False,  # the collector's own rounds are enough; see `settle`
    "server.enableAgentApi": False,
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxUploadSize": 50,
}


def configure(host: str) -> None:
    """Set Streamlit's options; `host` is where it will listen.

    Behind a proxy, SINERGI_HOSTS lists the names under which it may be asked, with commas.
    """
    for name, value in OPTIONS.items():
        config.set_option(name, value)
    config.set_option("server.allowedHosts", [*LOOPBACK, host, *_named_hosts()])
    _paint("light", LIGHT)
    _paint("dark", DARK)


def _named_hosts() -> list[str]:
    return [name for name in os.environ.get("SINERGI_HOSTS", "").split(",") if name]


def _paint(theme: str, palette: Palette) -> None:
    for name, value in {
        "primaryColor": palette.main,
        "backgroundColor": palette.ground,
        "secondaryBackgroundColor": palette.raised,
        "textColor": palette.text,
        "linkColor": palette.main,
        "borderColor": palette.faint,
        "chartCategoricalColors": list(palette.series),
        "baseRadius": "0.5rem",
    }.items():
        config.set_option(f"theme.{theme}.{name}", value)


def allowed_hosts() -> list[str]:
    """The names under which this server may be asked."""
    names: list[str] = config.get_option("server.allowedHosts")
    return names


async def health(_request: Request) -> JSONResponse:
    """That the server answers; nothing about the data."""
    return JSONResponse({"status": "sehat"})


configure("127.0.0.1")
app = st.App(
    Path(__file__).with_name("app.py"),
    routes=[Route("/sehat", health), Route(f"{downloads.PATH}/{{token}}", downloads.fetch)],
    middleware=[Middleware(Guard, allowed=allowed_hosts), Middleware(Warmed, importing=importing)],
)


def serve(host: str, port: int) -> None:
    """Serve the screens until Ctrl+C."""
    configure(host)
    importing.start()
    later.begin()
    try:
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
    finally:
        downloads.forget_all()
