"""Fifty viewers at once, each with a click every three seconds, on one server process.

    python -m tests.bench.crowd [SECONDS]

SECONDS of clicking (120 by default). No browser draws anything: what is measured is the server.
"""

import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median, quantiles

from tests.bench.reruns import CHOICES, LABEL
from tests.bench.serving import Server, serving
from tests.bench.sockets import viewing
from tests.sample import sample

VIEWERS, PAUSE, SECONDS, PEOPLE = 50, 3.0, 120.0, 3000
PAGES = ("", "program", "perubahan", "perjanjian", "metode")


def main() -> None:
    """Reruns a second, how long they took, how many failed, and memory for each viewer."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory(prefix="sinergi-ukur-") as name:
        url = sample(Path(name), PEOPLE)
        with serving(url) as server:
            for page in PAGES:  # as in the middle of a working day
                _click(server, page, [], until=time.monotonic() + 2, pause=0)
            _crowd(server, seconds)


def _crowd(server: Server, seconds: float) -> None:
    waits: list[float] = []
    failed: list[str] = []
    before, cpu, start = server.megabytes(), server.cpu(), time.monotonic()
    threads = [
        threading.Thread(
            target=_watched,
            args=(server, PAGES[number % len(PAGES)], waits, failed, start + seconds, number),
        )
        for number in range(VIEWERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - start
    print(f"{len(waits) / took:.1f} reruns a second, {len(failed)} failed")
    print(f"median {median(waits):.2f} s, p95 {quantiles(waits, n=20)[-1]:.2f} s")
    print(f"server {100 * (server.cpu() - cpu) / took:.0f} % of one processor")
    print(f"{(server.megabytes() - before) / VIEWERS:.2f} MB a viewer")


def _watched(
    server: Server, page: str, waits: list[float], failed: list[str], until: float, number: int
) -> None:
    time.sleep(PAUSE * number / VIEWERS)  # people do not click in step
    try:
        _click(server, page, waits, until=until, pause=PAUSE)
    except (OSError, TimeoutError) as error:
        failed.append(str(error))


def _click(server: Server, page: str, waits: list[float], *, until: float, pause: float) -> None:
    with viewing(server.port, page) as viewer:
        turn = 0
        while time.monotonic() < until:
            begun = time.monotonic()
            viewer.choose(LABEL, CHOICES[turn % len(CHOICES)])
            if viewer.failed:
                raise OSError(page)
            waits.append(time.monotonic() - begun)
            turn += 1
            time.sleep(max(0.0, pause - (time.monotonic() - begun)))


if __name__ == "__main__":
    main()
