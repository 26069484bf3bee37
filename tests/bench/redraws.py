"""How long a real browser takes until a screen stands as it was asked for."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from statistics import median

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from tests.bench.screens import screens
from tests.bench.serving import serving
from tests.bench.sockets import viewing
from tests.trips.conftest import FLAGS, NAMES

FIRST = "12 bulan terakhir"
PERIODS = ("Triwulan ini", "Triwulan lalu", "Tahun ini", "Semua data")
WITH_CHARTS = ("", "program?program=DITJENPAS/PRG02", "perubahan")
CLICKS = 5
MOST_SECONDS, MOST_COLD = 0.6, 8.0
DONE = "[data-test-script-state=notRunning]"
CHART = "[data-testid=stVegaLiteChart] svg"
# The moment of the last change of the main part, once nothing has changed for a while.
WATCH = """() => {
    window.drawnAt = performance.now();
    new MutationObserver(() => { window.drawnAt = performance.now(); }).observe(
        document.querySelector('[data-testid=stMain]'),
        {subtree: true, childList: true, characterData: true});
    document.addEventListener('click', e => {
        if (e.target.closest('[role=option]')) window.askedAt = performance.now();
    }, true);
}"""
STILL = """() => performance.now() - Math.max(window.drawnAt, window.askedAt) > 500"""
TOOK = "() => (window.drawnAt - window.askedAt) / 1000"


def measure_redraws(url: str) -> None:
    """A line a screen: periods that nobody has asked for, then the same again."""
    print(f"\n{'browser, seconds':36}{'new':>8}{'again':>8}")
    with serving(url) as server, _browser() as browser:
        with viewing(server.port) as viewer:
            pages = viewer.pages
        for shown in screens(pages, ""):
            if ": satu " not in shown.name or "?" in shown.address:
                page = _opened(browser, f"http://127.0.0.1:{server.port}/{shown.address}")
                new = [_redraw(page, period) for period in PERIODS]
                again = [_redraw(page, period) for period in PERIODS]
                over = f"  over {MOST_SECONDS}" if median(new) > MOST_SECONDS else ""
                line = f"{median(new):8.2f}{median(again):8.2f}{over}"
                print(f"{shown.name:36}{line}", flush=True)
                page.context.close()


def measure_cold(url: str) -> None:
    """From the start of a process to the first chart in the browser, for screens with charts."""
    print()
    for address in WITH_CHARTS:
        with _browser() as browser:
            begun = time.monotonic()
            with serving(url) as server:
                page = browser.new_page(locale="id-ID")
                page.goto(f"http://127.0.0.1:{server.port}/{address}")
                page.wait_for_selector(CHART, timeout=60_000)
                took = time.monotonic() - begun
        over = f"  over {MOST_COLD}" if took > MOST_COLD else ""
        print(f"cold start to the first chart of /{address}: {took:.1f} s{over}", flush=True)


@contextmanager
def _browser() -> Iterator[Browser]:
    path = next(found for name in NAMES if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


def _opened(browser: Browser, address: str) -> Page:
    page = browser.new_page(locale="id-ID", viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.wait_for_selector(DONE, timeout=60_000)
    page.wait_for_selector("[data-testid=stMain] h1", timeout=60_000)
    page.wait_for_timeout(1500)
    page.evaluate(WATCH)
    return page


def _redraw(page: Page, period: str) -> float:
    option = page.get_by_role("option", name=period, exact=True)
    for _ in range(CLICKS):  # an answer under way can close the list again
        page.get_by_role("combobox", name="Periode").click()
        with suppress(TimeoutError):
            option.wait_for(timeout=3_000)
            break
    option.click()
    page.wait_for_selector(DONE, timeout=60_000)
    page.wait_for_function(STILL, timeout=60_000)
    page.wait_for_selector(DONE, timeout=60_000)
    return max(0.0, float(page.evaluate(TOOK)))
