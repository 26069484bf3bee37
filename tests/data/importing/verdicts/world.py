"""The small world in which the bad files arrive."""
# ruff: noqa: E501  the lines of a file are as long as they are

from pathlib import Path

from data.importing.road import import_files
from data.importing.runs import Options
from data.reference import reference_folder
from models import Setting
from models.door import Door, Viewer

from ..conftest import TODAY

FILES = {
    "unit": """kode_unit;nama_unit;jenis_unit;kode_unit_induk
AAA;Lapas Contoh A;LAPAS;DITJENPAS
BBB;Lapas Contoh B;LAPAS;DITJENPAS""",
    "partner": """unit_mitra;kode_mitra;nama_mitra
AAA;M1;Mitra Contoh""",
    "agreement": """unit_perjanjian;kode_perjanjian;tahap;tanggal_mulai;tanggal_berakhir
AAA;P1;PEMBAHASAN;2024-01-01;2026-07-05""",
    "agreement_party": """unit_perjanjian;kode_perjanjian;urutan_pihak;peran_pihak;unit_mitra;kode_mitra
AAA;P1;1;PIHAK;AAA;M1""",
    "programme": """unit_program;kode_program;nama_program;bidang;jenis_program
AAA;BRS;Barista (contoh);KEMANDIRIAN;PELATIHAN""",
    "cohort": """kode_unit;kode_angkatan;unit_program;kode_program;status_angkatan;tanggal_mulai;tanggal_selesai;unit_mitra;kode_mitra;unit_perjanjian;kode_perjanjian
AAA;K1;AAA;BRS;BERJALAN;2026-07-01;2026-08-31;;;;
AAA;K2;AAA;BRS;BERJALAN;2026-01-01;;AAA;M1;AAA;P1""",
    "programme_session": """kode_unit;kode_angkatan;nomor_sesi;tanggal_sesi;status_sesi;jam_mulai;menit_sesi
AAA;K1;1;2026-07-01;TERLAKSANA;09:00;90
AAA;K1;2;2026-07-20;TERLAKSANA;09:00;90
AAA;K1;3;2026-06-15;TERLAKSANA;;
AAA;K1;4;2026-09-15;TERLAKSANA;;
AAA;K1;5;2026-12-31;RENCANA;;
AAA;K2;1;2026-07-01;TERLAKSANA;10:00;60""",
    "wbp": """kode_unit;nomor_induk;nomor_register;nama;jenis_kelamin;tanggal_lahir
AAA;I-1;R-1;Contoh Satu;L;1990-01-01
AAA;I-2;R-2;Contoh Dua;P;1992-02-02
AAA;I-3;R-3;Contoh Tiga;L;
BBB;I-9;R-9;Contoh Sembilan;L;1990-01-01""",
    "custody": """kode_unit;nomor_induk;status_hukum;tanggal_mulai;tanggal_selesai;alasan_keluar
AAA;I-1;NARAPIDANA;2025-01-01;;
AAA;I-3;NARAPIDANA;2025-01-01;2026-07-10;""",
    "enrolment": """kode_unit;kode_angkatan;nomor_induk;status_kepesertaan;tanggal_mulai;tanggal_selesai
AAA;K1;I-1;AKTIF;2026-07-01;
AAA;K2;I-1;AKTIF;2026-07-01;
AAA;K1;I-2;PINDAH;2026-07-01;2026-07-10
AAA;K1;I-3;AKTIF;2026-07-01;""",
    "person_identifier": """jenis_nomor;kode_unit_penerbit;nilai_nomor;kode_unit;nomor_induk
NIK;BBB;3275010101900009;BBB;I-9""",
    "instrument": """kode_instrumen;versi_instrumen;nama_instrumen
INS;1;Instrumen Contoh""",
}


def build(door: Door, viewer: Viewer, folder: Path) -> None:
    """Fill an empty database."""
    reference = [reference_folder() / f"{name}.csv" for name in
                 ("unit", "province", "code", "attendance_mark")]  # fmt: skip
    import_files(door, viewer, reference, Options(TODAY))
    with door.writing(viewer) as session:
        session.add(Setting(key="baca_nik", value="ya"))
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    for outcome in import_files(door, viewer, [folder], Options(TODAY)):
        assert not outcome.refused_rows, (outcome.table, outcome.reasons)
