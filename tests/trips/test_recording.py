"""Recording single acts in a real browser: places drawn by lot, sessions, an assessment."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, expect

import models
from data.opening import LOCAL_OFFICER
from data.recording.lottery import winners
from models.door import Door
from tests.trips.looks import fits, look_at, looks
from tests.trips.pages import DONE, Look, opened
from tests.trips.reachable import barriers
from tests.trips.worlds import WAITING, office

WIDE = Look("catat", 1440, "light", "id")
WAIT = 30_000
SEED = 20261124
LANGUAGES = 2  # they stand above every screen, before its own choices
PARTS = ("Kepesertaan", "Sesi", "Penilaian", "Register F", "Hak bersyarat", "Kegiatan")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Door]]:
    """A server on a database of its own, which these trips change, and a door to it."""
    with office(tmp_path_factory.mktemp("catat")) as found:
        yield found


def rows(door: Door, table: str) -> list[dict[str, Any]]:
    with door.reading(LOCAL_OFFICER) as session:
        found = session.execute(sa.select(models.metadata.tables[table]).order_by(sa.text("id")))
        return [dict(row) for row in found.mappings()]


def rest(page: Page) -> None:
    """Wait until the script has run for what was done last."""
    page.wait_for_timeout(300)
    page.wait_for_selector(DONE, timeout=WAIT)
    page.wait_for_timeout(200)


def go(page: Page, part: str) -> None:
    page.get_by_role("radio", name=part, exact=True).click()
    rest(page)


def choose(page: Page, field: str, entry: str) -> None:
    page.get_by_role("combobox", name=field).last.click()
    page.get_by_role("option", name=entry).first.click()
    rest(page)


def find(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name="Cari orang")
    box.fill(text)
    box.press("Enter")
    page.get_by_role("combobox", name="Orang yang dimaksud").wait_for(timeout=WAIT)
    rest(page)


def test_every_part_fits_in_every_look_and_keeps_nobody_out(
    browser: Browser, own: tuple[str, Door]
) -> None:
    for look, page in looks(browser, own[0], "catat"):
        look_at(page, look)
        if (look.width, look.scheme) == (390, "dark"):
            _look_at_the_other_parts(page, look)


def _look_at_the_other_parts(page: Page, look: Look) -> None:
    for place in range(1, len(PARTS)):
        page.get_by_test_id("stMain").get_by_role("radio").nth(LANGUAGES + place).click()
        rest(page)
        fits(page, look)
        if look.language == "en":
            assert barriers(page) == []
        assert page.get_by_test_id("stException").count() == 0
        assert page.get_by_text("laporkan nomor").count() == 0


def test_places_are_drawn_by_a_recorded_seed_and_the_cohort_starts(
    browser: Browser, own: tuple[str, Door]
) -> None:
    address, door = own
    with opened(browser, address, WIDE) as page:
        seed = page.get_by_role("spinbutton", name="Benih undian")
        seed.fill(str(SEED))
        seed.press("Tab")
        page.get_by_role("button", name="Undi sekarang").click()
        page.get_by_text("Undian selesai dan tercatat: 2 orang terundi").wait_for(timeout=WAIT)
        expect(page.get_by_text(f"diundi dengan benih {SEED}")).to_be_visible()
        places = {one["id"]: one["status"] for one in rows(door, "enrolment")[-WAITING:]}
        page.get_by_role("button", name="Mulai angkatan").click()
        page.get_by_text("kini aktif").wait_for(timeout=WAIT)
    keys = [f"tunggu-{number}" for number in range(1, WAITING + 1)]
    won = winners(SEED, keys, 2)
    assert list(places.values()) == ["SETUJU" if key in won else "TIDAK_TERUNDI" for key in keys]
    assert rows(door, "cohort")[-1]["status"] == "BERJALAN"
    assert [one["status"] for one in rows(door, "enrolment")].count("AKTIF") == 30 + 2


def test_a_series_of_sessions_is_seen_before_it_is_added(
    browser: Browser, own: tuple[str, Door]
) -> None:
    address, door = own
    before = len(rows(door, "programme_session"))
    with opened(browser, address, WIDE) as page:
        go(page, "Sesi")
        choose(page, "Angkatan", "LAS-1")
        number = page.get_by_role("spinbutton", name="Banyaknya sesi")
        number.fill("3")
        number.press("Tab")
        page.get_by_role("button", name="Tambah 3 sesi").click()
        page.get_by_text("3 sesi ditambahkan.").wait_for(timeout=WAIT)
    assert len(rows(door, "programme_session")) == before + 3


def test_an_assessment_is_scored_while_it_is_typed_and_submitted(
    browser: Browser, own: tuple[str, Door]
) -> None:
    address, door = own
    with opened(browser, address, WIDE) as page:
        go(page, "Penilaian")
        find(page, "Contoh 04")
        choose(page, "Instrumen", "Instrumen Uji")
        choose(page, "Penilai *", "Petugas Penilai")
        for name, score in (("Rutinitas", "8"), ("Disiplin", "6")):
            box = page.get_by_role("spinbutton", name=name)
            box.fill(score)
            box.press("Tab")
            rest(page)
        expect(page.get_by_text("Sikap: 70,0")).to_be_visible()
        page.get_by_role("button", name="Submit penilaian").click()
        page.get_by_text("Tersimpan.").wait_for(timeout=WAIT)
        assert "Contoh" not in page.url + page.title()
    assert [one["status"] for one in rows(door, "assessment")] == ["DISUBMIT"]
    assert sorted(one["score"] for one in rows(door, "assessment_score")) == [6, 8, 70]


def test_what_lacks_is_said_beside_its_field_and_what_was_entered_stays(
    browser: Browser, own: tuple[str, Door]
) -> None:
    address, door = own
    with opened(browser, address, WIDE) as page:
        go(page, "Register F")
        find(page, "CTH-005")
        choose(page, "Terbukti", "Ya")
        page.get_by_role("button", name="Simpan", exact=True).click()
        page.get_by_text("wajib diisi").first.wait_for(timeout=WAIT)
        assert page.get_by_text("wajib diisi").count() == 2
        choose(page, "Berat pelanggaran", "Sedang")
        day = page.get_by_test_id("stDateInput").get_by_role("spinbutton").first
        day.click()
        page.keyboard.type("02112026")
        page.get_by_role("button", name="Simpan", exact=True).click()
        page.get_by_text("Tersimpan.").wait_for(timeout=WAIT)
    [entry] = rows(door, "incident")
    assert (entry["severity"], entry["proven"], entry["number"]) == ("SEDANG", True, 1)
