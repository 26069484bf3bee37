"""Every answer of the server carries its headers, and the page says its language."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import streamlit

from dashboard.widgets.guard import Guard

PAGE = b'<!doctype html><html lang="en"><body></body></html>'


def answer(query: bytes = b"", host: bytes = b"localhost:8501") -> tuple[dict[str, str], bytes]:
    """The headers and the body of the page, asked with `query`."""
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        assert b"accept-encoding" not in dict(scope["headers"])
        kind = [(b"content-type", b"text/html; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": kind})
        await send({"type": "http.response.body", "body": PAGE})

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"host", host), (b"accept", b"text/html"), (b"accept-encoding", b"gzip")]
    scope = {"type": "http", "headers": headers, "query_string": query}
    guard = Guard(app, lambda: ["localhost"])
    with ThreadPoolExecutor(1) as thread:  # a browser test may have left its loop on this one
        thread.submit(lambda: asyncio.run(guard(scope, None, send))).result()  # type: ignore[arg-type]
    given = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return given, sent[1]["body"]


def test_the_page_is_indonesian() -> None:
    assert b'<html lang="id">' in answer()[1]


def test_the_page_is_english_when_asked() -> None:
    assert b'<html lang="en">' in answer(b"bahasa=en&unit=1")[1]


def test_the_length_of_the_page_stays() -> None:
    assert len(answer()[1]) == len(PAGE)


def test_the_page_tells_which_scripts_a_chart_will_need() -> None:
    told = re.findall(r"</static/js/([^>]+)>", answer()[0]["link"])
    scripts = Path(streamlit.__file__).parent / "static" / "static" / "js"
    assert {name.split(".")[0] for name in told} > {"ArrowVegaLiteChart", "embed", "Quiver"}
    assert all((scripts / name).is_file() for name in told)
    assert len(answer()[0]["link"]) < 3000  # a proxy holds 4 kB of headers


def test_nobody_may_frame_the_page_or_guess_its_type() -> None:
    headers = answer()[0]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_only_our_own_sockets_may_be_opened() -> None:
    assert (
        "connect-src 'self' ws://localhost:8501 wss://localhost:8501;"
        in (answer()[0]["content-security-policy"])
    )


@pytest.mark.parametrize("host", [b"jahat.example", b"localhost.jahat.example", b"", b"x; y"])
def test_another_name_is_turned_away(host: bytes) -> None:
    assert answer(host=host)[1] == b"Host?"


@pytest.mark.parametrize("host", [b"localhost", b"localhost:8501"])
def test_our_own_name_is_answered_on_any_port(host: bytes) -> None:
    assert answer(host=host)[1] != b"Host?"
