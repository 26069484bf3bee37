"""The command as an officer types it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = (
    Path(__file__).parents[2] / "data" / "importing" / "samples"
    / "daftar-kerja-sama-2022-06-27.csv"
)  # fmt: skip
Run = subprocess.CompletedProcess[str]


class Home:
    """A data folder of its own, and the command run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *arguments: str, answer: str = "") -> Run:
        """Run `sinergi` with these arguments."""
        environment = {**os.environ, "SINERGI_HOME": str(self.folder), "CI": "true"}
        environment.pop("SINERGI_DATABASE", None)
        return subprocess.run(
            [sys.executable, "-m", "dashboard", *arguments], env=environment, input=answer,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "rumah")


@pytest.fixture
def real(home: Home) -> Home:
    done = home.run(
        "init", "--nyata", "--unit", "AAA", "--unit-name", "Lapas Contoh A", "--legal-basis",
        "UU 22/2022", "--no-disk-encrypted",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "MODE SATU PETUGAS" in done.stderr
    assert "tidak terenkripsi" in done.stderr
    return home


def test_without_a_database_the_command_says_what_to_run(home: Home) -> None:
    done = home.run("export", "unit")
    assert done.returncode == 4
    assert "sinergi init" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_new_database_needs_to_know_whether_its_people_are_real(home: Home) -> None:
    done = home.run("init")
    assert done.returncode == 2
    assert "--nyata" in done.stderr
    assert home.run("init", "--contoh").returncode == 0
    assert home.run("init").returncode == 0


def test_a_list_goes_in_and_a_file_comes_out(home: Home, tmp_path: Path) -> None:
    assert home.run("init", "--contoh").returncode == 0
    taken = home.run("import", str(SAMPLE), "--refused", str(tmp_path))
    assert taken.returncode == 0, taken.stderr
    assert "agreement: 3 baru" in taken.stderr
    out = tmp_path / "perjanjian.csv"
    assert home.run("export", "agreement", "-o", str(out), "--format", "csv-excel").returncode == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfunit_perjanjian;kode_perjanjian;")
    assert "PKS-2022-06-27-CV-AMURA" in out.read_text(encoding="utf-8-sig")


def test_refused_rows_end_with_status_3_and_a_file_to_correct(home: Home, tmp_path: Path) -> None:
    home.run("init", "--contoh")
    path = tmp_path / "unit.csv"
    path.write_text("kode_unit;nama_unit;jenis_unit\nAAA;A;ISTANA\n", encoding="utf-8")
    done = home.run("import", str(path))
    assert done.returncode == 3
    assert "Baris 2, kolom `jenis_unit`" in done.stderr
    assert (tmp_path / "unit.ditolak.csv").exists()


def test_a_file_is_listed_and_undone_whole(home: Home) -> None:
    home.run("init", "--contoh")
    home.run("import", str(SAMPLE))
    last = home.run("history", "--most", "1").stdout.split("\t")
    would = home.run("undo", last[0], "--dry-run")
    assert "(uji coba)" in would.stderr
    assert "agreement: 3 dihapus, 0 dipulihkan." in would.stderr
    assert home.run("undo", last[0]).returncode == 0
    assert "dibatalkan oleh petugas-lokal" in home.run("history", "--most", "1").stdout
    again = home.run("undo", last[0])
    assert again.returncode == 1
    assert "sudah dibatalkan" in again.stderr


def test_a_row_that_waits_is_decided_from_the_command_line(home: Home, tmp_path: Path) -> None:
    home.run("init", "--contoh")
    path = tmp_path / "mitra.csv"
    path.write_text(
        "unit_mitra;kode_mitra;nama_mitra;jenis_mitra\nDITJENPAS;M1;Satu;KIOS\n"
        "DITJENPAS;M2;Dua;KIOS\n",
        encoding="utf-8",
    )
    home.run("import", str(path))
    first, second = (line.split("\t") for line in home.run("waiting").stdout.splitlines())
    assert first[1:4] == ["2", "mitra.csv -> partner", "kode_baru"]
    refused = home.run("decide", first[0], "2")
    assert refused.returncode == 1
    assert "belum ada dalam daftar" in refused.stderr
    done = home.run("decide", first[0], "2", "--cell", "jenis_mitra=SWASTA")
    assert done.returncode == 0, done.stderr
    assert "1 baru" in done.stderr
    assert home.run("decide", second[0], "3", "--drop").returncode == 0
    assert home.run("waiting").stdout == ""


def test_data_about_persons_need_a_purpose(home: Home) -> None:
    home.run("init", "--contoh")
    done = home.run("export", "wbp")
    assert done.returncode == 2
    assert "--purpose" in done.stderr


def test_templates_are_workbooks_with_drop_downs(home: Home, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    home.run("init", "--contoh")
    done = home.run("template", "attendance", "--folder", str(tmp_path))
    assert done.returncode == 0, done.stderr
    page = load_workbook(tmp_path / "templat-attendance.xlsx")["attendance"]
    headings = [cell.value for cell in page[1]]
    assert headings[:3] == ["kode_unit", "kode_angkatan", "nomor_sesi"]
    assert page.data_validations.dataValidation


def test_real_data_are_never_offered_to_a_network(real: Home) -> None:
    done = real.run("serve", "--host", "0.0.0.0", "--no-browser")  # noqa: S104  what is refused
    assert done.returncode == 2
    assert "127.0.0.1" in done.stderr


def test_people_of_a_second_unit_are_refused(real: Home, tmp_path: Path) -> None:
    (tmp_path / "unit.csv").write_text(
        "kode_unit;nama_unit;jenis_unit\nBBB;Lapas Contoh B;LAPAS\n", encoding="utf-8"
    )
    path = tmp_path / "wbp.csv"
    path.write_text(
        "kode_unit;nomor_induk;nama;jenis_kelamin\nAAA;1;Contoh Satu;L\nBBB;2;Contoh Dua;L\n",
        encoding="utf-8",
    )
    assert real.run("import", str(tmp_path / "unit.csv")).returncode == 0
    done = real.run("import", str(path), "--refused", str(tmp_path))
    assert done.returncode == 3
    assert "1 baru" in done.stderr
    assert "[BBB] bukan unit basis data ini" in done.stderr


def test_a_network_folder_is_refused_without_a_trace() -> None:
    environment = {**os.environ, "SINERGI_DATABASE": r"sqlite:///\\server\data\sinergi.db"}
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "backup"], env=environment, capture_output=True,
        text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 4
    assert "folder jaringan" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_backup_is_brought_back_equal(home: Home) -> None:
    home.run("init", "--contoh")
    home.run("import", str(SAMPLE))
    before = home.run("export", "agreement_party").stdout
    copy = home.run("backup").stdout.strip()
    assert home.run("restore", copy, "--dry-run").returncode == 0
    (home.folder / "sinergi.db").unlink()
    assert home.run("restore", copy, "--yes").returncode == 0
    assert home.run("export", "agreement_party").stdout == before


def test_a_row_that_two_tables_refuse_stands_once_in_one_file(home: Home, tmp_path: Path) -> None:
    assert home.run("init", "--contoh").returncode == 0
    lines = SAMPLE.read_text(encoding="utf-8-sig").splitlines()
    damaged = [line.replace("27/06/2022", "31/06/2022") for line in lines]
    path = tmp_path / "rusak.csv"
    path.write_text("\n".join(damaged) + "\n", encoding="utf-8")
    done = home.run("import", str(path))
    assert done.returncode == 3, done.stderr
    rows = (tmp_path / "rusak.ditolak.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == len(lines)
    assert all("31/06/2022" in row for row in rows[1:])
