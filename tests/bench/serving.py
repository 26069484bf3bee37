"""The real server process on a database, and what its processor time is spent on."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server: its port and its process."""

    port: int
    process: psutil.Process

    def cpu(self) -> float:
        """Seconds of processor time that it has taken so far."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def megabytes(self) -> float:
        """The memory that it holds."""
        return float(self.process.memory_info().rss) / 1e6


@contextmanager
def serving(url: str, code: str | None = None) -> Iterator[Server]:
    """The server on this database; `code` may be another program that listens on {port}."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    text = code or "from dashboard.server import serve; serve('127.0.0.1', {port})"
    command = [sys.executable, "-c", text.format(port=port)]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "SINERGI_DATABASE": url})
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield Server(port, psutil.Process(process.pid))
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address):  # noqa: S310  our own address
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)
