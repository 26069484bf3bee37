"""One server on sample data and one real browser, for all trips."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, TimeoutError, sync_playwright

from tests.sample import sample

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PEOPLE = 1000
START_SECONDS = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A trip that ran out of time has one more try: a busy machine decides nothing."""
    again = pytest.mark.flaky(reruns=1, only_rerun=[TimeoutError])
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(again)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium. Without one the trips are skipped, but never in continuous integration."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        reason = "there is no Chromium"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database with the sample data, taken in as any office's files are."""
    return sample(tmp_path_factory.mktemp("contoh"), PEOPLE)


@pytest.fixture(scope="module")
def server(database: str) -> Iterator[str]:
    """The address of a server on the sample data."""
    with serving(database) as address:
        yield address


@contextmanager
def serving(database: str) -> Iterator[str]:
    """The address of a server on this database, for a while."""
    port = _free_port()
    code = f"from dashboard.server import serve; serve('127.0.0.1', {port})"
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "SINERGI_DATABASE": database}
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/sehat", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(url):  # noqa: S310  our own address
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not answer in time")
