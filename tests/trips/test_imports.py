"""Bringing files in, in a real browser: look, store, correct, decide, undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from data.importing.road import import_files
from data.importing.runs import Options
from data.opening import LOCAL_OFFICER, prepare
from models.codes import DatabaseMode
from models.door import Door
from tests.data.importing.sample_world import sample_world
from tests.sample import TODAY
from tests.trips.conftest import serving
from tests.trips.looks import keep_picture, look_at, looks
from tests.trips.pages import Look, clipped, opened, settle, sideways

SAMPLES = Path(__file__).parents[1] / "data" / "importing" / "samples"
ATTENDANCE = SAMPLES / "daftar-hadir-matriks.csv"
SIGNING = SAMPLES / "daftar-kerja-sama-2022-06-27.csv"
UNITS = "kode_unit;nama_unit;jenis_unit\nAAA;Lapas Contoh A;LAPAS\nBBB;Lapas Contoh B;ISTANA\n"
PARTNER = "unit_mitra;kode_mitra;nama_mitra;jenis_mitra\nDITJENPAS;M1;Mitra Contoh;KIOS\n"
WAIT = 60_000


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a database of its own, which these trips change."""
    home = tmp_path_factory.mktemp("impor")
    url = f"sqlite:///{home / 'sinergi.db'}"
    door = Door(url)
    prepare(door, backups=home / "cadangan", today=TODAY, mode=DatabaseMode.DEMO)
    for name, lines in sample_world("DDD").items():
        written(home, name, "\n".join((*lines, "")))
    import_files(door, LOCAL_OFFICER, sorted(home.glob("*.csv")), Options(TODAY))
    door.close()
    with serving(url) as address:
        yield address


def picture(page: Page, step: str) -> None:
    """Keep what is seen, when pictures are wanted."""
    assert sideways(page) == []
    assert clipped(page) == []
    keep_picture(page, Look(f"impor-{step}", 1440, "light", "id"))


def bring(page: Page, path: Path) -> None:
    """Drop a file and look at what it would do."""
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Periksa dahulu").click()
    page.get_by_text("Yang akan terjadi").wait_for(timeout=WAIT)
    settle(page, "impor")


def store(page: Page) -> None:
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.get_by_text("Berkas sudah masuk.").wait_for(timeout=WAIT)
    settle(page, "impor")


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("view", ("impor", "kiriman"))
def test_the_screens_fit_in_every_look_and_keep_nobody_out(
    browser: Browser, own_server: str, view: str
) -> None:
    for look, page in looks(browser, own_server, view):
        look_at(page, look)


def test_the_signing_goes_in_and_is_undone(browser: Browser, own_server: str) -> None:
    with opened(browser, own_server, Look("impor", 1440, "light", "id")) as page:
        bring(page, SIGNING)
        expect(page.get_by_text("daftar-kerja-sama").first).to_be_visible()
        picture(page, "pratinjau")
        store(page)
        page.get_by_role("button", name="Tutup hasil ini").click()
        page.get_by_role("radio", name="Riwayat dan pembatalan").click()
        page.get_by_role("combobox", name="Batalkan kiriman").click()
        page.get_by_role("option").first.click()
        page.get_by_text("akan dibatalkan").wait_for(timeout=WAIT)
        settle(page, "impor")
        picture(page, "batal")
        page.get_by_role("button", name="Ya, batalkan").click()
        page.get_by_text("dibatalkan.").first.wait_for(timeout=WAIT)


def test_an_attendance_list_makes_its_sessions_and_says_whom_it_left_out(
    browser: Browser, own_server: str
) -> None:
    with opened(browser, own_server, Look("impor", 1440, "light", "id")) as page:
        bring(page, ATTENDANCE)
        picture(page, "daftar-hadir")
        store(page)
        picture(page, "daftar-hadir-masuk")
        numbers = ["14", *"0000", "9", *"0000", "119", *"0001"]
        expect(page.get_by_test_id("stMetricValue")).to_have_text(numbers)
        expect(page.get_by_role("link", name="Unduh daftar-hadir")).to_be_visible()


def test_a_refused_row_is_fetched_corrected_and_brought_again(
    browser: Browser, own_server: str, tmp_path: Path
) -> None:
    with opened(browser, own_server, Look("impor", 1440, "light", "id")) as page:
        bring(page, written(tmp_path, "unit.csv", UNITS))
        store(page)
        picture(page, "ditolak")
        with page.expect_download() as fetched:
            page.get_by_role("link", name="Unduh unit").click()
        refused = tmp_path / "unit.ditolak.csv"
        fetched.value.save_as(refused)
        text = refused.read_text(encoding="utf-8-sig")
        assert "ISTANA" in text
        corrected = written(tmp_path, "benar.csv", text.replace(";ISTANA;", ";LAPAS;"))
        bring(page, corrected)
        store(page)
        expect(page.get_by_test_id("stMetricValue").first).to_have_text("1")


def test_a_row_that_waits_is_decided(browser: Browser, own_server: str, tmp_path: Path) -> None:
    with opened(browser, own_server, Look("impor", 1440, "light", "id")) as page:
        bring(page, written(tmp_path, "mitra.csv", PARTNER))
        store(page)
        page.get_by_role("radio", name="Menunggu keputusan").click()
        page.get_by_role("combobox", name="Pilih baris").click()
        page.get_by_role("option", name="mitra").first.click()
        kind = page.get_by_role("textbox", name="jenis_mitra")
        kind.wait_for(timeout=WAIT)
        settle(page, "impor")
        picture(page, "putusan")
        kind.fill("SWASTA")
        kind.press("Tab")
        page.get_by_role("button", name="Terima", exact=True).click()
        page.get_by_text("Baris 2 diterima.").wait_for(timeout=WAIT)
