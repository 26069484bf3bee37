"""From promise to report in a real browser: a year's plan, its quarters, a session corrected."""

import csv
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sqlmodel import select

import models
from data.answers.promised import quarter_of
from data.answers.roster import Mark
from data.opening import LOCAL_OFFICER, stop_the_clock
from data.recording.attendance import record_attendance
from data.recording.sessions import cancel_session
from data.synthetic import LAST_DAY
from models.door import Door
from tests.sample import sample
from tests.trips.conftest import serving
from tests.trips.pages import DONE, Look, clipped, opened, sideways

WAIT = 30_000
YEAR, QUARTER = LAST_DAY.year - 1, 4  # the last whole year of the sample data
*EARLIER, ROMAN = ("I", "II", "III", "IV")
DEAL, TRAINED = "PKS-04", "NK-05"  # the first has no plan for that year, the second has
PEOPLE = 300
TALL: ViewportSize = {"width": 1440, "height": 2400}
# What the screens must say, counted without any of our code.
SESSIONS = """
    SELECT count(DISTINCT s.id), count(DISTINCT CASE WHEN m.attended THEN e.{who}_id END)
    FROM programme_session s JOIN cohort c ON c.id = s.cohort_id
    JOIN agreement a ON a.id = c.agreement_id JOIN programme p ON p.id = c.programme_id
    LEFT JOIN attendance t ON t.session_id = s.id LEFT JOIN attendance_mark m ON m.code = t.mark
    LEFT JOIN enrolment e ON e.id = t.enrolment_id
    WHERE a.code = ? AND p.field = ? AND s.status = 'TERLAKSANA' AND s.held_on BETWEEN ? AND ?
"""


@pytest.fixture(scope="module")
def address_of_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample data as `sinergi demo` makes them, for these trips alone: they write."""
    url = sample(tmp_path_factory.mktemp("perjanjian"), PEOPLE, today=LAST_DAY)
    door = Door(url)
    stop_the_clock(door, LAST_DAY)
    door.close()
    return url


def plain_counts(url: str, deal: str, field: str, who: str, quarter: int) -> tuple[int, int]:
    """Sessions held in a quarter, and the people (or officers) who came."""
    month, last = 3 * quarter - 2, {1: 31, 2: 30, 3: 30, 4: 31}[quarter]
    days = f"{YEAR}-{month:02}-01", f"{YEAR}-{month + 2:02}-{last}"
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as base:
        found = base.execute(SESSIONS.format(who=who), (deal, field, *days)).fetchone()
    return int(found[0]), int(found[1])


def by_quarter(url: str, deal: str, field: str, who: str) -> list[tuple[int, int]]:
    """The same for each quarter of the year, in order."""
    return [plain_counts(url, deal, field, who, quarter) for quarter in range(1, QUARTER + 1)]


@pytest.fixture(scope="module")
def own_server(address_of_database: str) -> Iterator[str]:
    """A server on that database."""
    with serving(address_of_database) as address:
        yield address


def ready(page: Page) -> None:
    page.wait_for_timeout(300)
    page.wait_for_selector(DONE, timeout=WAIT)
    page.wait_for_timeout(300)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()
    ready(page)


def choose(page: Page, label: str, option: str) -> None:
    main = page.get_by_test_id("stMain")
    main.get_by_role("combobox", name=re.compile(label)).first.click()
    page.get_by_role("option", name=option).first.click()
    ready(page)


def write(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).first.fill(text)
    page.keyboard.press("Tab")


def write_day(page: Page, label: str, day: date) -> None:
    field = page.get_by_label(label, exact=True).first
    field.get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{day:%d%m%Y}")
    page.keyboard.press("Escape")  # the calendar would lie over the button


def sees(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible(timeout=WAIT)


def at(path: str, width: int = 1440) -> Look:
    return Look(path, width, "light", "id")


@contextmanager
def about(browser: Browser, server: str, path: str, deal: str) -> Iterator[Page]:
    """The screen at `path` about one agreement, in a window in which a list has room to open."""
    with opened(browser, server, at("kemajuan")) as page:
        page.set_viewport_size(TALL)
        page.goto(f"{server}/{path}?perjanjian=DITJENPAS~{deal}")
        ready(page)
        yield page


def test_a_partners_sessions_are_three_clicks_away(browser: Browser, own_server: str) -> None:
    with opened(browser, own_server, at("hari-ini")) as page:
        page.get_by_role("link", name="Mitra dan perjanjian").click()
        page.get_by_role("radio", name="Mitra", exact=True).click()
        press(page, "Lihat sesi CV Contoh Karya")
        sees(page, "Sesi yang terlaksana")
        sees(page, "sesi, yang terbaru di atas")
        assert "mitra=DITJENPAS~MTR04" in page.url


def test_a_year_is_planned_reported_returned_mended_and_verified(
    browser: Browser, own_server: str, address_of_database: str
) -> None:
    counts = by_quarter(address_of_database, DEAL, "KEMANDIRIAN", "wbp")
    with about(browser, own_server, "rencana-kerja", DEAL) as page:
        _plan(page, address_of_database)
    with about(browser, own_server, "kemajuan", DEAL) as page:
        for roman, counted in zip(EARLIER, counts, strict=False):
            _report_as_counted(page, roman, counted)
        _report(page, address_of_database, counts[-1])
        told = _plan_table(page, DEAL)
        sums = [sum(of_line) for of_line in zip(*counts, strict=True)]
        assert [int(row["Terhitung"]) for row in told] == sums
        assert [int(row["Dilaporkan"]) for row in told] == sums
        _correct(address_of_database)
        page.reload()
        ready(page)
        choose(page, "Triwulan", f"Triwulan {ROMAN} {YEAR}")
        sees(page, "sebagian angka tidak lagi sama")
        sees(page, f"{counts[-1][0]} saat diajukan, {counts[-1][0] - 1} sekarang")
        expect(page.get_by_text("Ubah", exact=False).first).to_be_visible()
        assert sideways(page) == []
        assert clipped(page) == []


def test_a_training_of_officers_counts_under_its_pillar(
    browser: Browser, own_server: str, address_of_database: str
) -> None:
    counts = by_quarter(address_of_database, TRAINED, "KAPASITAS_PETUGAS", "officer")
    with about(browser, own_server, "kemajuan", TRAINED) as page:
        choose(page, "Triwulan", f"Triwulan {ROMAN} {YEAR}")
        training = _plan_table(page, TRAINED)[0]
    assert training["Pilar"] == "PETUGAS"
    assert int(training["Terhitung"]) == sum(officers for _, officers in counts) > 0
    assert int(training["WBP"]) == 0


def _stored(url: str, table: str, where: str) -> None:
    """Wait until such a row stands: a message of the save before may still be on the screen."""
    until = time.monotonic() + WAIT / 1000
    while time.monotonic() < until:
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as base:
            if base.execute(f"SELECT 1 FROM {table} WHERE {where}").fetchone():
                return
        time.sleep(0.2)
    pytest.fail(f"no row of {table} where {where}")


def _plan_table(page: Page, deal: str) -> list[dict[str, str]]:
    """The year's plan on the screen, as its own button gives it."""
    button = page.locator(f"[class*='st-key-kemajuan-{deal}-{YEAR}-csv'] button").first
    button.wait_for(timeout=WAIT)
    with page.expect_download() as given:
        button.click()
    text = Path(given.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def _plan(page: Page, url: str) -> None:
    choose(page, "Tahun", str(YEAR))
    press(page, "Susun rencana")
    choose(page, "Bidang program", "Pembinaan kemandirian")
    for title in ("WBP menyelesaikan", "Sertifikat", "Masyarakat terlibat"):
        page.locator("label", has_text=title).first.click()
    press(page, "Tambahkan yang dipilih")
    sees(page, "2 baris sudah ditambahkan")
    press(page, "Ajukan rencana")
    sees(page, "belum punya target")
    _target(page, "1. Sesi pelatihan", quarter="40", year="41")
    sees(page, "tidak sama dengan target setahun")
    write(page, "Target setahun", "40")
    press(page, "Simpan baris")
    sees(page, "Baris sudah disimpan.")
    _target(page, "2. WBP mengikuti", quarter="9", year="9")
    _stored(url, "planned_activity", "title LIKE 'WBP mengikuti%' AND target_year = 9")
    press(page, "Ajukan rencana")
    sees(page, "Rencana sudah diajukan.")
    press(page, "Catat persetujuan")
    sees(page, "wajib diisi")
    write(page, "Surat persetujuan", "CONTOH-1")
    write_day(page, "Disetujui pada", LAST_DAY)
    press(page, "Catat persetujuan")
    sees(page, "Persetujuan sudah dicatat.")


def _target(page: Page, line: str, *, quarter: str, year: str) -> None:
    choose(page, "Baris", line)
    write(page, f"Target triwulan {ROMAN}", quarter)
    write(page, "Target setahun", year)
    press(page, "Simpan baris")


def _drafted(page: Page, quarter: str, counted: tuple[int, int]) -> None:
    """A draft, in which the first line proposes what was counted."""
    choose(page, "Triwulan", f"Triwulan {quarter} {YEAR}")
    press(page, "Susun laporan")
    sees(page, "terisi dari data")
    reported = page.get_by_label("Dilaporkan", exact=True).first
    expect(reported).to_have_value(str(counted[0]), timeout=WAIT)


def _report_as_counted(page: Page, quarter: str, counted: tuple[int, int]) -> None:
    _drafted(page, quarter, counted)
    press(page, "Ajukan laporan")
    sees(page, "angkanya dibekukan.")


def _report(page: Page, url: str, counted: tuple[int, int]) -> None:
    _drafted(page, ROMAN, counted)
    write(page, "Dilaporkan", str(counted[0] + 1))
    press(page, "Simpan baris")
    sees(page, "Baris laporan sudah disimpan.")
    press(page, "Ajukan laporan")
    sees(page, "1. Penjelasan selisih")
    write(page, "Penjelasan selisih", "Satu sesi belum dicatat di sini.")
    press(page, "Simpan baris")
    _stored(url, "progress_line", "difference = 'Satu sesi belum dicatat di sini.'")
    press(page, "Ajukan laporan")
    sees(page, "angkanya dibekukan.")
    write(page, "Alasan", "Lengkapi sesi yang kurang.")
    page.get_by_label("Oleh (jabatan atau kantor)").last.fill("Kanwil Contoh")
    press(page, "Catat pengembalian")
    sees(page, "Pengembalian sudah dicatat.")
    write(page, "Dilaporkan", str(counted[0]))
    press(page, "Simpan baris")
    _stored(url, "progress_line", f"difference LIKE 'Satu sesi%' AND reported = {counted[0]}")
    press(page, "Ajukan laporan")
    sees(page, "semua angka yang dibekukan masih sama")
    write(page, "Oleh (jabatan atau kantor)", "Lapas Contoh")
    write(page, "Nomor surat", "CONTOH-2")
    write_day(page, "Tanggal surat", LAST_DAY)
    press(page, "Catat verifikasi")
    sees(page, "menurut surat no. CONTOH-2")


def _correct(url: str) -> None:
    """A session that was counted turns out not to have been held: its marks go, and then it."""
    door = Door(url)
    first = quarter_of(YEAR, QUARTER).start
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as base:
        (key,) = base.execute(
            "SELECT s.id FROM programme_session s JOIN cohort c ON c.id = s.cohort_id "
            "JOIN agreement a ON a.id = c.agreement_id WHERE a.code = ? AND s.held_on >= ? "
            "AND s.status = 'TERLAKSANA' ORDER BY s.held_on, s.id",
            (DEAL, first.isoformat()),
        ).fetchone()
    with door.writing(LOCAL_OFFICER) as session:
        held = session.get_one(models.ProgrammeSession, key)
        marks = session.exec(
            select(models.Attendance).where(models.Attendance.session_id == key)
        ).all()
        seen = {row.enrolment_id: Mark(row.mark, row.minutes, row.note) for row in marks}
        record_attendance(
            session, LOCAL_OFFICER, key, dict.fromkeys(seen), seen=seen, today=LAST_DAY
        )
        cancel_session(
            session, LOCAL_OFFICER, key, "LAINNYA", seen=held.row_version, today=LAST_DAY
        )
    door.close()
