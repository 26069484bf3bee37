"""From promise to report in a real browser: a year's plan, its quarters, a session corrected."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sqlmodel import Session, select

import models
from data.answers.promised import quarter_of
from data.opening import LOCAL_OFFICER, prepare
from data.recording.sessions import cancel_session
from models.codes import DatabaseMode
from models.door import Door
from tests import factories
from tests.trips.conftest import serving
from tests.trips.pages import DONE, Look, clipped, opened, sideways

WAIT = 15_000
TODAY = date.today()
YEAR, QUARTER = TODAY.year - 1, 4  # the last quarter of the last whole year
*EARLIER, ROMAN = ("I", "II", "III", "IV")
HELD = 2
TALL: ViewportSize = {"width": 1440, "height": 2400}  # a list opens where there is room for it


@pytest.fixture(scope="module")
def address_of_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two partners with an agreement each; the first held two sessions last quarter."""
    home = tmp_path_factory.mktemp("perjanjian")
    url = f"sqlite:///{home / 'sinergi.db'}"
    door = Door(url)
    prepare(door, backups=home / "cadangan", today=TODAY, mode=DatabaseMode.DEMO)
    with door.writing(LOCAL_OFFICER) as session:
        _fill(session)
    door.close()
    return url


def _fill(session: Session) -> None:
    unit = factories.unit(session, name="Lapas Contoh", parent_id=factories.directorate(session))
    course = factories.programme(session, field="PERUBAHAN_PERILAKU", name="Berpikir Contoh")
    for place, name in enumerate(("Mitra Satu Contoh", "Mitra Dua Contoh"), start=1):
        partner = factories.partner(session, code=f"M{place}", name=name)
        signed = factories.agreement(
            session, code=f"A-{place}", partner_id=partner, title=f"Kerja sama contoh {place}",
            signed_on=date(YEAR - 1, 1, 1), starts_on=date(YEAR - 1, 1, 1),
            ends_on=date(YEAR + 3, 1, 1),
        )  # fmt: skip
        run = factories.cohort(
            session, unit_id=unit, programme_id=course, partner_id=partner, agreement_id=signed,
            starts_on=quarter_of(YEAR, QUARTER).start,
        )  # fmt: skip
        people = [factories.enrolment(session, cohort_id=run) for _ in range(3)]
        for number in range(1, HELD + 1):
            day = quarter_of(YEAR, QUARTER).start + timedelta(days=7 * number)
            met = factories.meeting(session, cohort_id=run, number=number, held_on=day)
            for one in people if number < HELD else ():  # the last one has no attendance yet
                factories.attendance(session, session_id=met, enrolment_id=one)


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


def test_a_partners_sessions_are_three_clicks_away(browser: Browser, own_server: str) -> None:
    with opened(browser, own_server, at("hari-ini")) as page:
        page.get_by_role("link", name="Mitra dan perjanjian").click()
        page.get_by_role("radio", name="Mitra", exact=True).click()
        press(page, "Lihat sesi Mitra Satu Contoh")
        sees(page, "Sesi yang terlaksana")
        sees(page, f"{HELD} sesi, yang terbaru di atas")
        assert "mitra=DITJENPAS~M1" in page.url


def test_a_year_is_planned_reported_returned_mended_and_verified(
    browser: Browser, own_server: str, address_of_database: str
) -> None:
    with opened(browser, own_server, at("rencana")) as page:
        page.set_viewport_size(TALL)
        page.goto(f"{own_server}/rencana-kerja?perjanjian=DITJENPAS~A-1")
        ready(page)
        _plan(page)
    with opened(browser, own_server, at("kemajuan")) as page:
        page.set_viewport_size(TALL)
        page.goto(f"{own_server}/kemajuan?perjanjian=DITJENPAS~A-1")
        ready(page)
        for quarter in EARLIER:
            _report_nothing(page, quarter)
        _report(page)
        _correct(address_of_database)
        page.reload()
        ready(page)
        choose(page, "Triwulan", f"Triwulan {ROMAN} {YEAR}")
        sees(page, "sebagian angka tidak lagi sama")
        sees(page, f"{HELD} saat diajukan, {HELD - 1} sekarang")
        expect(page.get_by_text("Ubah", exact=False).first).to_be_visible()
        assert sideways(page) == []
        assert clipped(page) == []


def _plan(page: Page) -> None:
    choose(page, "Tahun", str(YEAR))
    press(page, "Susun rencana")
    choose(page, "Bidang program", "Perubahan perilaku")
    for title in ("WBP mengikuti", "WBP menyelesaikan", "Masyarakat terlibat"):
        page.locator("label", has_text=title).first.click()
    press(page, "Tambahkan yang dipilih")
    sees(page, "1 baris sudah ditambahkan")
    press(page, "Ajukan rencana")
    sees(page, "belum punya target")
    choose(page, "Baris", "1. Sesi perubahan perilaku")
    write(page, f"Target triwulan {ROMAN}", "4")
    write(page, "Target setahun", "5")
    press(page, "Simpan baris")
    sees(page, "tidak sama dengan target setahun")
    write(page, "Target setahun", "4")
    press(page, "Simpan baris")
    sees(page, "Baris sudah disimpan.")
    press(page, "Ajukan rencana")
    sees(page, "Rencana sudah diajukan.")
    press(page, "Catat persetujuan")
    sees(page, "wajib diisi")
    write(page, "Surat persetujuan", "CONTOH-1")
    write_day(page, "Disetujui pada", TODAY)
    press(page, "Catat persetujuan")
    sees(page, "Persetujuan sudah dicatat.")


def _report_nothing(page: Page, quarter: str) -> None:
    """A quarter in which nothing was promised and nothing held."""
    choose(page, "Triwulan", f"Triwulan {quarter} {YEAR}")
    press(page, "Susun laporan")
    sees(page, "terisi dari data")
    press(page, "Ajukan laporan")
    sees(page, "angkanya dibekukan.")


def _report(page: Page) -> None:
    choose(page, "Triwulan", f"Triwulan {ROMAN} {YEAR}")
    press(page, "Susun laporan")
    sees(page, "terisi dari data")
    write(page, "Dilaporkan", str(HELD + 1))
    press(page, "Simpan baris")
    sees(page, "Baris laporan sudah disimpan.")
    press(page, "Ajukan laporan")
    sees(page, "1. Penjelasan selisih")
    write(page, "Penjelasan selisih", "Satu sesi belum dicatat di sini.")
    press(page, "Simpan baris")
    press(page, "Ajukan laporan")
    sees(page, "angkanya dibekukan.")
    write(page, "Alasan", "Lengkapi sesi yang kurang.")
    page.get_by_label("Oleh (jabatan atau kantor)").last.fill("Kanwil Contoh")
    press(page, "Catat pengembalian")
    sees(page, "Pengembalian sudah dicatat.")
    write(page, "Dilaporkan", str(HELD))
    press(page, "Simpan baris")
    press(page, "Ajukan laporan")
    sees(page, "semua angka yang dibekukan masih sama")
    write(page, "Oleh (jabatan atau kantor)", "Lapas Contoh")
    write(page, "Nomor surat", "CONTOH-2")
    write_day(page, "Tanggal surat", TODAY)
    press(page, "Catat verifikasi")
    sees(page, "menurut surat no. CONTOH-2")


def _correct(url: str) -> None:
    """The last session, which was counted, turns out not to have been held."""
    door = Door(url)
    with door.writing(LOCAL_OFFICER) as session:
        met = models.ProgrammeSession
        last = session.exec(select(met).where(met.number == HELD).order_by(met.id)).first()  # type: ignore[arg-type]
        assert last is not None
        cancel_session(
            session, LOCAL_OFFICER, last.id or 0, "LAINNYA", seen=last.row_version, today=TODAY
        )
    door.close()
