"""Ten tasks of a new officer, each from the start page and by the words that stand on the screen.

With SINERGI_UKUR the measured table is written into docs/tugas.md; else it must still hold there.
"""

import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

import models
from data import wording
from data.answers.change import behaviour_change
from data.opening import LOCAL_OFFICER
from data.queries.filter import Filter
from data.recording.lottery import winners
from models.door import Door
from tests import factories
from tests.sample import TODAY
from tests.trips.conftest import serving
from tests.trips.counting import Measured, Officer, timed, told, write_table
from tests.trips.pages import Look, opened
from tests.trips.worlds import PEOPLE, WAITING, fill

START = Look("ringkasan", 1440, "light", "id")
LAST = date(2026, 6, 29)
YEAR = Filter(date(2025, 7, 1), TODAY)
PROGRAMME = "Berpikir Kritis Contoh"
PARTNER = "Yayasan Contoh Harapan"
HEARING, UNIT = "30 Juni 2024", "Lapas Kelas I Contoh Dua"
MEASURED: list[Measured] = []
COLD = 180_000  # milliseconds that the first page of a server may take on a slow machine
MOST_SECONDS = 60  # for the attendance of thirty people


@pytest.fixture(scope="module")
def office(database: str) -> Iterator[Door]:
    """A door to the sample data, with one more office in which things are waiting to be done."""
    door = Door(database)
    with door.writing(LOCAL_OFFICER) as session:
        fill(session, last=LAST)
        first = _one(session, "programme_session", number=1, cohort_id=_cohort(session, "LAS-1"))
        for place in _all(session, "enrolment", cohort_id=_cohort(session, "LAS-1")):
            factories.attendance(session, session_id=first["id"], enrolment_id=place["id"])
    yield door
    door.close()


@pytest.fixture(scope="module")
def address(office: Door, browser: Browser) -> Iterator[str]:
    """The address of a server on it that is warm. At its end the table of what was measured."""
    with serving(office.url.render_as_string()) as found:
        page = browser.new_page()
        page.goto(found)
        page.get_by_role("heading", name="Ringkasan").wait_for(timeout=COLD)
        page.close()
        yield found
    print("", *(one.line for one in MEASURED), sep="\n")
    if os.environ.get("SINERGI_UKUR"):
        write_table(MEASURED)


@contextmanager
def at_start(browser: Browser, address: str, task: str) -> Iterator[Officer]:
    """An officer on the start page; what is done there is measured as this task."""
    with opened(browser, address, START) as page:
        officer = Officer(page)
        with timed(officer, task, MEASURED):
            yield officer
        assert page.get_by_text("laporkan nomor").count() == 0
    if not os.environ.get("SINERGI_UKUR"):
        assert (officer.clicks, officer.keys) == told(task)


def _all(session: Any, table: str, **values: Any) -> list[dict[str, Any]]:
    columns = models.metadata.tables[table].c
    query = sa.select(columns).where(*(columns[name] == one for name, one in values.items()))
    return [dict(row) for row in session.execute(query.order_by(columns.id)).mappings()]


def _one(session: Any, table: str, **values: Any) -> dict[str, Any]:
    [found] = _all(session, table, **values)
    return found


def _cohort(session: Any, code: str) -> int:
    return int(_one(session, "cohort", code=code)["id"])


def marks(door: Door, number: int) -> list[tuple[str, str | None]]:
    """What stands about each participant at this session of LAS-1, by participant number."""
    attendance, enrolment = (models.metadata.tables[one] for one in ("attendance", "enrolment"))
    with door.reading(LOCAL_OFFICER) as session:
        meeting = _one(
            session, "programme_session", number=number, cohort_id=_cohort(session, "LAS-1")
        )
        query = (
            sa.select(attendance.c.mark, attendance.c.note)
            .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
            .where(attendance.c.session_id == meeting["id"])
            .order_by(enrolment.c.number)
        )
        return [(row.mark, row.note) for row in session.execute(query)]


def row_of(page: Page, name: str) -> Locator:
    """The marks beside a name on the sheet."""
    return page.get_by_role("radiogroup", name=name)


def card(page: Page, title: str) -> Locator:
    """What stands in one frame with this title."""
    return page.get_by_test_id("stColumn").filter(has_text=title).last


def test_take_attendance(browser: Browser, address: str, office: Door) -> None:
    with at_start(browser, address, "Isi presensi 30 orang") as officer:
        officer.click("link", "Presensi")
        officer.choose_by_typing("Angkatan", "LAS-1")
        officer.click("button", "Semua hadir")
        officer.click("radio", "Sakit", among=row_of(officer.page, "Peserta Contoh 03"))
        officer.click("radio", "Tanpa keterangan", among=row_of(officer.page, "Peserta Contoh 20"))
        officer.click("radio", "Menolak", among=row_of(officer.page, "Peserta Contoh 12"))
        note = officer.page.get_by_role("textbox", name="catatan: Peserta Contoh 12")
        officer.type(note, "Tidak mau")
        officer.click("button", "Simpan presensi")
        officer.sees(f"Tersimpan: {PEOPLE} tanda baru")
    found = marks(office, 2)
    assert found[2] == ("SAKIT", None)
    assert found[11] == ("MENOLAK", "Tidak mau")
    assert found[19] == ("TANPA_KETERANGAN", None)
    assert found.count(("HADIR", None)) == PEOPLE - 3
    assert MEASURED[-1].seconds < MOST_SECONDS


def test_find_who_waits_longest(browser: Browser, address: str) -> None:
    with at_start(browser, address, "Cari siapa yang paling lama menunggu") as officer:
        officer.click("link", "Hari ini")
        place = card(officer.page, "Menunggu tempat")
        officer.unfold("Lihat orangnya", among=place)
        officer.take_first_row(place.get_by_test_id("stDataFrame"))
        officer.sees("Riwayat")
        name = officer.page.get_by_role("heading", level=2).first
        expect(name).to_have_text(f"Peminat {WAITING}")  # each waits longer than the one before


def test_correct_a_mark(browser: Browser, address: str, office: Door) -> None:
    with at_start(browser, address, "Betulkan satu tanda") as officer:
        officer.click("link", "Presensi")
        officer.choose_by_typing("Angkatan", "LAS-1")
        officer.choose("Sesi", "Sesi 1")
        officer.click("radio", "Izin", among=row_of(officer.page, "Peserta Contoh 05"))
        officer.click("button", "Simpan presensi")
        officer.sees("0 tanda baru, 1 diubah")
        officer.sees("Koreksi yang pernah dibuat (1)")
    assert marks(office, 1)[4] == ("IZIN", None)
    with office.reading(LOCAL_OFFICER) as session:
        history = _all(session, "change", table_name="attendance", action="UBAH")
    assert [one["before"]["mark"] for one in history] == ["HADIR"]


def test_enrol_by_lottery(browser: Browser, address: str, office: Door) -> None:
    with at_start(browser, address, "Undi tempat untuk daftar tunggu") as officer:
        officer.click("link", "Catat")
        officer.choose_by_typing("Angkatan", "LAS-2")
        officer.click("button", "Undi sekarang")
        officer.sees("Undian selesai dan tercatat: 2 orang terundi")
    with office.reading(LOCAL_OFFICER) as session:
        cohort = _one(session, "cohort", code="LAS-2")
        places = _all(session, "enrolment", cohort_id=cohort["id"])
    keys = [f"tunggu-{number}" for number in range(1, WAITING + 1)]
    won = winners(cohort["seed"], keys, 2)
    assert [one["status"] for one in places] == [
        "SETUJU" if key in won else "TIDAK_TERUNDI" for key in keys
    ]


def test_record_an_assessment(browser: Browser, address: str, office: Door) -> None:
    with at_start(browser, address, "Catat satu penilaian") as officer:
        page = officer.page
        officer.click("link", "Catat")
        officer.click("radio", "Penilaian")
        officer.type(
            page.get_by_role("textbox", name="Cari orang"), "Peserta Contoh 04", end="Enter"
        )
        officer.choose_by_typing("Instrumen", "Instrumen Uji")
        officer.choose_by_typing("Penilai *", "Petugas Penilai")
        officer.type(page.get_by_role("spinbutton", name="Rutinitas"), "8", end="Tab")
        officer.type(page.get_by_role("spinbutton", name="Disiplin"), "6", end="Tab")
        officer.sees("Sikap: 70,0")
        officer.click("button", "Submit penilaian")
        officer.sees("Tersimpan.")
    with office.reading(LOCAL_OFFICER) as session:
        measure = _one(session, "instrument", code="UJI")
        found = _one(session, "assessment", instrument_id=measure["id"])
        scores = _all(session, "assessment_score", assessment_id=found["id"])
    assert found["status"] == "DISUBMIT"
    assert sorted(one["score"] for one in scores) == [6, 8, 70]


def test_see_what_changed_and_what_may_be_concluded(
    browser: Browser, address: str, office: Door
) -> None:
    with office.reading(LOCAL_OFFICER) as session:
        entries = behaviour_change(session, YEAR, scale="SIKAP")
    entry = next(one for one in entries if one.programme_name == PROGRAMME)
    with at_start(browser, address, "Lihat apakah peserta satu program berubah") as officer:
        officer.click("link", "Perubahan perilaku")
        officer.sees("Yang dapat dikatakan")
        place = card(officer.page, f"{PROGRAMME}Rata-rata")
        expect(place).to_contain_text(wording.change_sentence(entry.estimate, "id"))
        cannot = card(officer.page, "Yang tidak dapat dikatakan")
        expect(cannot).to_contain_text(wording.cannot_say(entry.estimate, "id"))
    assert entry.estimate.n >= 10


def test_find_the_sessions_that_a_partner_delivered(
    browser: Browser, address: str, office: Door
) -> None:
    with office.reading(LOCAL_OFFICER) as session:
        partner = _one(session, "partner", name=PARTNER)["id"]
        cohorts = {one["id"] for one in _all(session, "cohort", partner_id=partner)}
        held = [
            one
            for one in _all(session, "programme_session", status="TERLAKSANA")
            if one["cohort_id"] in cohorts and YEAR.start <= one["held_on"] < YEAR.end
        ]
    with at_start(browser, address, "Cari sesi yang dilaksanakan satu mitra") as officer:
        officer.click("link", "Mitra dan perjanjian")
        officer.click("radio", "Mitra")
        officer.click("button", f"Lihat sesi {PARTNER}")
        officer.sees("Sesi yang terlaksana")
        expect(officer.page.get_by_text(f"{len(held)} sesi")).to_be_visible()
    assert len(held) > 0


def test_print_the_dossiers_of_one_hearing(browser: Browser, address: str, office: Door) -> None:
    with at_start(browser, address, "Cetak berkas satu tanggal sidang") as officer:
        officer.click("link", "WBP")
        officer.choose_by_typing("Satu sidang", HEARING, entry=f"{HEARING} · {UNIT}")
        officer.click("button", "Siapkan berkas")
        with officer.page.expect_download(timeout=60_000) as waiting:
            officer.click("link", "Unduh PDF")
        body = waiting.value.path().read_bytes()
    with office.reading(LOCAL_OFFICER) as session:
        unit = _one(session, "unit", name=UNIT)["id"]
        heard = _all(session, "entitlement", hearing_on=date(2024, 6, 30), unit_id=unit)
        record = _all(session, "export_record")[-1]
    pages = PdfReader(io.BytesIO(body)).pages
    assert len(pages) == len({one["wbp_id"] for one in heard})
    assert (record["dataset"], record["sha256"]) == ("berkas_tpp", sha256(body).hexdigest())


def test_export_the_table_of_a_chart(browser: Browser, address: str) -> None:
    with at_start(browser, address, "Ambil tabel satu grafik") as officer:
        officer.unfold("Tabel data")
        with officer.page.expect_download(timeout=60_000) as waiting:
            officer.click("button", "CSV untuk Excel")
        content = waiting.value.path().read_bytes().decode("utf-8-sig")
    lines = content.splitlines()
    assert lines[0].startswith("Bulan;Peserta;")
    assert [line[:10] for line in lines[1:]] == [
        f"01/{place % 12 + 1:02}/{2025 + place // 12}" for place in range(6, 18)
    ]


def test_switch_the_language(browser: Browser, address: str) -> None:
    with at_start(browser, address, "Ganti bahasa") as officer:
        officer.click("radio", "English")
        officer.page.wait_for_selector("h1:has-text('Overview')")
        officer.page.wait_for_url(re.compile("bahasa=en"))
