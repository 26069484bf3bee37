"""Files that wait: fetched under an address that nobody can guess, and gone by themselves."""

import asyncio
import time
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from dashboard.widgets import downloads


def waiting() -> tuple[Path, str]:
    path = downloads.new_folder() / "orang.csv"
    path.write_text("nama", encoding="utf-8")
    return path, downloads.hand_out(path).removeprefix(f"{downloads.PATH}/")


def fetched(token: str) -> Response:
    return asyncio.run(
        downloads.fetch(Request({"type": "http", "path_params": {"token": token}}))
    )  # fmt: skip


def test_a_file_is_fetched_by_its_own_address_alone_and_not_kept() -> None:
    path, token = waiting()
    found = fetched(token)
    assert isinstance(found, FileResponse)
    assert (found.path, found.headers["Cache-Control"]) == (path, "no-store")
    assert fetched(f"{token}x").status_code == 404
    downloads.forget_all()
    assert fetched(token).status_code == 404
    assert not path.parent.exists()


def test_a_file_is_deleted_when_its_time_is_over_though_nobody_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(downloads, "KEPT_SECONDS", 0.1)
    path, _ = waiting()
    until = time.monotonic() + 20
    while path.parent.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not path.parent.exists()
