"""Every screen, wide and narrow, light and dark, in both languages, in a real browser."""

import hashlib
import json
import re
import urllib.error
import urllib.request
from datetime import date

import pytest
from playwright.sync_api import Browser, Page
from sqlmodel import select

import models
from data.answers import choices
from data.opening import LOCAL_OFFICER
from data.queries.filter import Filter
from models.door import Door
from tests.trips.looks import fits, look_at, looks, resize
from tests.trips.pages import (
    CHARTS,
    DOCUMENTS,
    PATHS,
    TABLES,
    Look,
    opened,
    settle,
    texts_of,
    unfold_tables,
)
from tests.trips.reachable import STREAMLITS_OWN, barriers
from tests.trips.words import unknown_words

VIEWS = (*PATHS, *DOCUMENTS)
WIDE = Look("ringkasan", 1440, "light", "id")


@pytest.mark.parametrize("view", VIEWS)
def test_a_screen_fits_in_every_look_and_keeps_nobody_out(
    browser: Browser, server: str, database: str, view: str
) -> None:
    for look, page in looks(browser, server, view):
        look_at(page, look)
        if (look.width, look.scheme) == (390, "dark"):  # the last one of each language
            _look_closer(page, look, database)


def _look_closer(page: Page, look: Look, database: str) -> None:
    """Tables unfolded: in English on a phone, in Indonesian word for word."""
    if look.language == "id":
        resize(page, look.view, 1440)
    if look.view in PATHS:
        assert unfold_tables(page) == TABLES.get(look.view, 1)
    if look.language == "en":
        fits(page, look)
        assert barriers(page) == []
        assert look.view not in PATHS or page.get_by_text("CSV for Excel").count()
    elif look.view in PATHS:
        first, last = page.url.split("dari=")[1][:10], page.url.split("sampai=")[1][:10]
        end = date.fromordinal(date.fromisoformat(last).toordinal() + 1)
        filter = Filter(date.fromisoformat(first), end)
        assert unknown_words(texts_of(page), database, filter) == []


def test_what_is_excused_as_streamlits_own_is_still_there(browser: Browser, server: str) -> None:
    with opened(browser, server, Look("laporan", 1440, "light", "id")) as page:
        found = barriers(page, excused={})
        resize(page, "laporan", 390)
        found += barriers(page, excused={})
    assert {one.split(":")[0] for one in found} == set(STREAMLITS_OWN)


def test_streamlits_own_words_are_covered_by_ours(browser: Browser, server: str) -> None:
    covered = {
        "stFileUploaderDropzone": ("span button p", "Pilih berkas"),
        "stFileUploaderDropzoneInstructions": ("span", "atau letakkan di sini"),
        "stMainMenuPopover": ("[data-testid=stMainMenuItemLabel]", "Cetak"),
    }
    with opened(browser, server, Look("impor", 1440, "light", "id")) as page:
        page.get_by_test_id("stMainMenu").click()
        page.get_by_test_id("stMainMenuPopover").wait_for()
        for place, (inside, words) in covered.items():
            found = (
                page.get_by_test_id(place)
                .locator(inside)
                .first.evaluate(
                    "e => [getComputedStyle(e).fontSize, getComputedStyle(e, '::after').content]"
                )
            )
            assert found == ["0px", f'"{words}"']
        assert page.get_by_test_id("stMainMenuItem-recordScreencast").is_hidden()


def test_a_choice_survives_a_change_of_screen_and_a_reload(
    browser: Browser, server: str, database: str
) -> None:
    with Door(database).reading(LOCAL_OFFICER) as session:
        unit = choices.units(session)["unit_code"].iloc[-1]
    asked = f"/?dari=2026-01-01&sampai=2026-03-31&unit={unit}"
    with opened(browser, server, WIDE) as page:
        page.goto(server + asked)
        settle(page, "perjanjian")
        page.get_by_role("link", name="Perubahan perilaku").click()
        page.wait_for_selector("h1:has-text('Perubahan perilaku')")
        page.wait_for_url(re.compile(r"/perubahan\?dari=2026-01-01&sampai=2026-03-31&unit="))
        page.reload()
        settle(page, "perjanjian")
        assert page.url.endswith(f"dari=2026-01-01&sampai=2026-03-31&unit={unit}")


def test_the_other_language_speaks_at_once(browser: Browser, server: str) -> None:
    with opened(browser, server, WIDE) as page:
        assert page.evaluate("document.documentElement.lang") == "id"
        unfold_tables(page)
        page.get_by_role("radio", name="English").click()
        page.wait_for_selector("h1:has-text('Overview')")
        page.wait_for_url(re.compile("bahasa=en"))
        settle(page, "ringkasan")
        assert page.get_by_role("button", name="CSV for Excel").count() == CHARTS["ringkasan"]
        page.reload()
        page.wait_for_selector("h1:has-text('Overview')")
        assert page.evaluate("document.documentElement.lang") == "en"


def test_choices_survive_every_change_of_language(browser: Browser, server: str) -> None:
    with opened(browser, server, Look("perubahan", 1440, "light", "id")) as page:
        first = page.url.split("dari=")[1][:10]
        page.set_viewport_size({"width": 1440, "height": 1500})
        page.get_by_role("combobox", name="Periode").click()
        page.get_by_role("option", name="Semua data").click()
        page.wait_for_url(lambda url: first not in url)
        page.get_by_role("radio", name="Kondisi mental").click()
        settle(page, "perjanjian")
        chosen = page.url.split("?")[1]
        for language, title in [("English", "Behaviour change"), ("Indonesia", "Perubahan")] * 2:
            page.get_by_role("radio", name=language).click()
            page.wait_for_selector(f"h1:has-text('{title}')")
            settle(page, "perjanjian")
        assert page.url.split("?")[1] == chosen
        assert page.get_by_role("radio", name="Kondisi mental").is_checked()


def test_the_table_behind_a_chart_can_be_taken_along(browser: Browser, server: str) -> None:
    with opened(browser, server, WIDE) as page:
        unfold_tables(page)
        with page.expect_download() as waiting:
            page.get_by_role("button", name="CSV untuk Excel").first.click()
        content = waiting.value.path().read_bytes()
        assert waiting.value.suggested_filename == "partisipasi-per-bulan-excel.csv"
    assert content.startswith(b"\xef\xbb\xbfBulan;Peserta;")
    assert b"," in content.splitlines()[1]


def test_a_printed_page_has_its_figures_and_charts_and_nothing_to_click(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, WIDE) as page:
        page.emulate_media(media="print")
        for part in ("stSidebar", "stButton", "stExpander", "stHeader"):
            assert page.get_by_test_id(part).first.is_hidden()
        assert page.get_by_test_id("stMetric").count() == 4
        assert page.get_by_test_id("stVegaLiteChart").first.is_visible()
        assert len(page.pdf(format="A4")) > 20_000


def test_a_figure_opens_to_its_definition_and_the_rows_behind_it(
    browser: Browser, server: str
) -> None:
    with opened(browser, server, WIDE) as page:
        page.get_by_role("button", name="Rincian").nth(1).click()
        page.get_by_text("Di balik angka ini").wait_for()
        opened_door = page.get_by_role("dialog")
        assert "Tidak boleh dikatakan" in opened_door.inner_text()
        opened_door.get_by_test_id("stDataFrame").wait_for()
        opened_door.get_by_role("link", name="Ekspor").click()
        page.wait_for_selector("h1:has-text('Ekspor')")


def test_rows_about_persons_leave_with_a_purpose_a_record_and_a_dictionary(
    browser: Browser, server: str, database: str
) -> None:
    with opened(browser, server, Look("ekspor", 1440, "light", "id")) as page:
        page.set_viewport_size({"width": 1440, "height": 1500})
        assert page.get_by_role("button", name="Siapkan berkas").is_disabled()
        page.get_by_role("combobox", name="Tujuan").click()
        page.get_by_role("option", name="Evaluasi").click()
        page.get_by_role("button", name="Siapkan berkas").click()
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Unduh berkas").click()
        content = waiting.value.path().read_bytes()
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Unduh kamus").click()
        described = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    with Door(database).reading(LOCAL_OFFICER) as session:
        record = session.exec(select(models.ExportRecord)).all()[-1]
    assert content.startswith(b"\xef\xbb\xbfkode_unit;nama_unit;")
    assert content.count(b"\n") == (record.rows or 0) + 1
    assert record.sha256 == hashlib.sha256(content).hexdigest()
    assert described["resources"][0]["hash"] == f"sha256:{record.sha256}"


def test_a_guessed_address_gives_no_file(server: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{server}/unduh/tebakan")  # noqa: S310  our own address


def test_the_server_says_that_it_is_well_and_guards_every_answer(server: str) -> None:
    with urllib.request.urlopen(f"{server}/sehat") as answer:  # noqa: S310  our own address
        assert answer.read() == b'{"status":"sehat"}'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_a_forged_host_is_turned_away(server: str) -> None:
    request = urllib.request.Request(  # noqa: S310  our own address
        f"{server}/_stcore/health", headers={"Host": "jahat.example"}
    )
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(request)  # noqa: S310
