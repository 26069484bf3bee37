"""The command as an officer types it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.dashboard.cli.conftest import Home

SAMPLE = (
    Path(__file__).parents[2] / "data" / "importing" / "samples"
    / "daftar-kerja-sama-2022-06-27.csv"
)  # fmt: skip


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


def typed(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments], env={**os.environ, **environment},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_without_a_database_the_command_says_what_to_run(tmp_path: Path) -> None:
    done = typed("export", "unit", SINERGI_HOME=str(tmp_path), SINERGI_DATABASE="")
    assert done.returncode == 4
    assert "sinergi init" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_new_database_needs_to_know_whether_its_people_are_real(home: Home) -> None:
    done = home.run("init")
    assert done.returncode == 2
    assert "--nyata" in done.stderr
    assert home.run("init", "--contoh").returncode == 0
    assert home.run("init").returncode == 0


def test_a_list_goes_in_and_a_file_comes_out(sample: Home, tmp_path: Path) -> None:
    taken = sample.run("import", str(SAMPLE), "--refused", str(tmp_path))
    assert taken.returncode == 0, taken.stderr
    assert "agreement: 3 baru" in taken.stderr
    out = tmp_path / "perjanjian.csv"
    done = sample.run("export", "agreement", "-o", str(out), "--format", "csv-excel")
    assert done.returncode == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfunit_perjanjian;kode_perjanjian;")
    assert "PKS-2022-06-27-CV-AMURA" in out.read_text(encoding="utf-8-sig")


def test_refused_rows_end_with_status_3_and_a_file_to_correct(sample: Home, tmp_path: Path) -> None:
    path = tmp_path / "unit.csv"
    path.write_text("kode_unit;nama_unit;jenis_unit\nAAA;A;ISTANA\n", encoding="utf-8")
    done = sample.run("import", str(path))
    assert done.returncode == 3
    assert "Baris 2, kolom `jenis_unit`" in done.stderr
    assert (tmp_path / "unit.ditolak.csv").exists()


def test_a_file_is_listed_and_undone_whole(sample: Home) -> None:
    sample.run("import", str(SAMPLE))
    last = sample.run("history", "--most", "1").stdout.split("\t")
    would = sample.run("undo", last[0], "--dry-run")
    assert "(uji coba)" in would.stderr
    assert "agreement: 3 dihapus, 0 dipulihkan." in would.stderr
    assert sample.run("undo", last[0]).returncode == 0
    assert "dibatalkan oleh petugas-lokal" in sample.run("history", "--most", "1").stdout
    again = sample.run("undo", last[0])
    assert again.returncode == 1
    assert "sudah dibatalkan" in again.stderr


def test_a_row_that_waits_is_decided_from_the_command_line(sample: Home, tmp_path: Path) -> None:
    path = tmp_path / "mitra.csv"
    path.write_text(
        "unit_mitra;kode_mitra;nama_mitra;jenis_mitra\nDITJENPAS;M1;Satu;KIOS\n"
        "DITJENPAS;M2;Dua;KIOS\n",
        encoding="utf-8",
    )
    sample.run("import", str(path))
    first, second = (line.split("\t") for line in sample.run("waiting").stdout.splitlines())
    assert first[1:4] == ["2", "mitra.csv -> partner", "kode_baru"]
    refused = sample.run("decide", first[0], "2")
    assert refused.returncode == 1
    assert "belum ada dalam daftar" in refused.stderr
    done = sample.run("decide", first[0], "2", "--cell", "jenis_mitra=SWASTA")
    assert done.returncode == 0, done.stderr
    assert "1 baru" in done.stderr
    assert sample.run("decide", second[0], "3", "--drop").returncode == 0
    assert sample.run("waiting").stdout == ""


def test_data_about_persons_need_a_purpose(sample: Home) -> None:
    done = sample.run("export", "wbp")
    assert done.returncode == 2
    assert "--purpose" in done.stderr


def test_templates_are_workbooks_with_drop_downs(sample: Home, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    done = sample.run("template", "attendance", "--folder", str(tmp_path))
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
    done = typed("backup", SINERGI_DATABASE=r"sqlite:///\\server\data\sinergi.db")
    assert done.returncode == 4
    assert "folder jaringan" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_backup_is_brought_back_equal(sample: Home) -> None:
    sample.run("import", str(SAMPLE))
    before = sample.run("export", "agreement_party").stdout
    copy = sample.run("backup").stdout.strip()
    assert sample.run("restore", copy, "--dry-run").returncode == 0
    (sample.folder / "sinergi.db").unlink()
    assert sample.run("restore", copy, "--yes").returncode == 0
    assert sample.run("export", "agreement_party").stdout == before


def test_fictional_data_replace_real_data_only_when_told(
    real: Home, prepared: Path, tmp_path: Path
) -> None:
    other = Home(tmp_path / "lain")
    shutil.copytree(prepared, other.folder)
    copy = other.run("backup").stdout.strip()
    done = real.run("restore", copy, "--yes")
    assert done.returncode == 1
    assert "berisi data DEMO, basis data ini NYATA" in done.stderr
    assert real.run("restore", copy, "--yes", "--ganti-mode").returncode == 0


def test_a_row_that_two_tables_refuse_stands_once_in_one_file(sample: Home, tmp_path: Path) -> None:
    lines = SAMPLE.read_text(encoding="utf-8-sig").splitlines()
    damaged = [line.replace("27/06/2022", "31/06/2022") for line in lines]
    path = tmp_path / "rusak.csv"
    path.write_text("\n".join(damaged) + "\n", encoding="utf-8")
    done = sample.run("import", str(path))
    assert done.returncode == 3, done.stderr
    rows = (tmp_path / "rusak.ditolak.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == len(lines)
    assert all("31/06/2022" in row for row in rows[1:])
