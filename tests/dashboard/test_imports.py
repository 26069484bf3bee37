"""The screen Impor: a file in, looked at, stored; a row decided; a batch undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import factories
from tests.conftest import OFFICER
from tests.dashboard.test_views import run, said
from tests.dashboard.worlds import door_to

UNITS = "kode_unit;nama_unit;jenis_unit\nAAA;Lapas A;LAPAS\nBBB;Lapas B;ISTANA\n"
PARTNERS = "unit_mitra;kode_mitra;nama_mitra;jenis_mitra\nDITJENPAS;M9;Contoh;KIOS\n"
FOREIGN = "Kode;Nama Lapas;Macam\nCCC;Lapas C;LAPAS\n"


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """A database of its own, with rows, that a test may change."""
    path = tmp_path / "sinergi.db"
    door = door_to(path, filled=True)
    with door.writing(OFFICER) as session:
        factories.code(session, "jenis_mitra", "SWASTA")
    door.close()
    yield f"sqlite:///{path}"


def brought(url: str, name: str, text: str) -> AppTest:
    app = run(url, "imports")
    app.file_uploader[0].set_value((name, text.encode(), "text/csv")).run()
    assert not app.exception
    return app


def part(url: str, name: str) -> AppTest:
    app = run(url, "imports")
    app.session_state["impor-bagian"] = name
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception
    return app


def test_without_a_file_the_screen_says_what_to_do(url: str) -> None:
    assert "Tidak ada yang disimpan sebelum" in said(run(url, "imports"))


def test_a_file_is_looked_at_before_it_is_stored(url: str) -> None:
    app = brought(url, "unit.csv", UNITS)
    assert "dikenali sebagai" in said(app)
    press(app, "Periksa dahulu")
    assert [one.value for one in app.metric] == ["1", "0", "0", "1", "0"]
    assert "Belum ada yang disimpan" in said(app)
    press(app, "Simpan")
    assert "Berkas sudah masuk." in [one.value for one in app.success]
    links = [one.proto for one in app.get("link_button")]
    assert [link.label for link in links] == ["Unduh unit\\-unit\\.ditolak\\.csv"]
    assert links[0].url.startswith("/unduh/")
    press(app, "Tutup hasil ini")
    assert not app.metric


def test_nothing_of_a_file_stays_on_the_disk(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    press(brought(url, "unit.csv", UNITS.replace("ISTANA", "LAPAS")), "Periksa dahulu")
    assert list(folder.iterdir()) == []


def test_a_foreign_file_goes_in_once_its_headings_are_named(url: str) -> None:
    app = brought(url, "asing.csv", FOREIGN)
    assert len(app.error) == 1
    app.selectbox(key="impor-tabel-asing.csv").set_value("unit").run()
    for heading, meaning in (
        ("Kode", "kode_unit"), ("Nama Lapas", "nama_unit"), ("Macam", "jenis_unit"),
    ):  # fmt: skip
        app.selectbox(key=f"impor-judul-asing.csv-unit-{heading}").set_value(meaning).run()
    press(app, "Periksa dahulu")
    assert [one.value for one in app.metric] == ["1", "0", "0", "0", "0"]


def test_a_file_that_cannot_be_read_is_refused_in_words(url: str) -> None:
    app = brought(url, "kosong.csv", "")
    assert "kosong" in app.error[0].value
    assert next(one for one in app.button if one.label == "Periksa dahulu").disabled


def test_a_row_that_waits_is_taken_in_with_the_right_code(url: str) -> None:
    app = brought(url, "mitra.csv", PARTNERS)
    press(press(app, "Periksa dahulu"), "Simpan")
    app = part(url, "menunggu")
    app.selectbox(key="impor-menunggu").select_index(0).run()
    assert "belum ada dalam daftar" in app.warning[0].value
    press(app, "Terima")
    assert "belum ada dalam daftar" in app.error[0].value
    code = next(one for one in app.text_input if "jenis" in str(one.key))
    code.set_value("SWASTA")
    press(app, "Terima")
    assert "Baris 2 diterima." in [one.value for one in app.success]
    assert "Tidak ada baris yang menunggu keputusan." in said(app)


def test_a_batch_is_undone_after_its_consequences_were_seen(url: str) -> None:
    press(press(brought(url, "unit.csv", UNITS), "Periksa dahulu"), "Simpan")
    app = part(url, "riwayat")
    app.selectbox(key="impor-kiriman").select_index(0).run()
    assert "1 baris dihapus" in app.warning[0].value
    press(app, "Ya, batalkan")
    assert any("dibatalkan" in one.value for one in app.success)
    assert "dibatalkan oleh petugas-lokal" in app.dataframe[0].value.to_string()
