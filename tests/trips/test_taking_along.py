"""Rows leave a screen by our own ways only: no table has a download that asks no purpose."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.dashboard.worlds import door_to
from tests.trips.conftest import serving

WAIT = 90_000


def test_the_bar_of_a_table_searches_but_gives_no_file(browser: Browser, tmp_path: Path) -> None:
    door = door_to(tmp_path / "sinergi.db", filled=True)
    url = door.url.render_as_string()
    door.close()
    with serving(url) as address:
        page = browser.new_page()
        page.goto(f"{address}/program")
        page.get_by_test_id("stDataFrame").first.hover(timeout=WAIT)
        bar = page.get_by_test_id("stElementToolbar").first
        bar.locator("button[aria-label^=Search]").wait_for(state="attached", timeout=WAIT)
        expect(bar.locator("button[aria-label^=Download]")).to_have_count(0)
        page.close()
