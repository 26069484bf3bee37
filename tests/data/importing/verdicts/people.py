"""Cases about people: their numbers, and their attendance."""

from datetime import date

from .case import Case, as_xlsx
from .files import XLSX
from .rows import PERSON, _cell

NUMBERS = ["jenis_nomor", "kode_unit_penerbit", "nilai_nomor", "kode_unit", "nomor_induk"]
MARKS = ["kode_unit", "kode_angkatan", "nomor_sesi", "nomor_induk", "tanda", "catatan"]
NIK = "3275010101900001"


def _nik(*pairs: tuple[str, str]) -> list[list[str]]:
    return [NUMBERS, *(["NIK", "AAA", number, "AAA", person] for person, number in pairs)]


def _mark(session: str, person: str, note: str = "", cohort: str = "K1") -> list[str]:
    return ["AAA", cohort, session, person, "HADIR", note]


def _stored(number: str) -> tuple[str, str, list[str]]:
    return ("person_identifier", "value", [number])


def _three(a: str, b: str, c: str) -> list[list[str]]:
    return _nik(("I-1", a), ("I-2", b), ("I-3", c))


PLACE = {"line": 2, "heading": "nilai_nomor"}
PEOPLE = [
    Case(30, "a NIK of 16 digits", "ok", None, _nik(("I-1", NIK)), new=1, stored=_stored(NIK)),
    Case(31, "scientific with a comma", "R", "rusak_oleh_excel", _nik(("I-1", "3,17501E+15")),
         **PLACE, value="3,*******15"),
    Case(31, "scientific with a point", "R", "rusak_oleh_excel", _nik(("I-1", "3.17501E+15")),
         **PLACE),
    Case(32, "most end in 0", "Q", "nik_dibulatkan", **PLACE, rows=_three(
        "3275010101900010", "3275014202920020", "3275010101900030"), value="32************10"),
    Case(32, "typed as a number", "Q", "dibulatkan_excel", kinds=XLSX, **PLACE,
         body=as_xlsx(_nik(("I-1", "")), _cell("C2", 3275010101900010))),
    *(Case(33, f"a NIK written {text}", "N", "nik_dirapikan", _nik(("I-1", text)), new=1,
           stored=_stored(NIK), **PLACE)
      for text in ("'" + NIK, "3275 0101 0190 0001", "32.75.01.010190-0001")),
    *(Case(34, f"a NIK of {len(text)} digits", "R", "nik_bukan_16_angka", _nik(("I-1", text)),
           **PLACE) for text in (NIK[:-1], NIK + "1")),
    Case(35, "another birth day", "W", "nik_tanggal_lahir", _nik(("I-1", "3275010201900001")),
         new=1, **PLACE),
    Case(35, "a woman's number for a man", "W", "nik_tanggal_lahir", new=1, **PLACE,
         rows=_nik(("I-1", "3275014101900001"))),
    Case(35, "a woman's number for a woman", "ok", None, _nik(("I-2", "3275014202920001")), new=1),
    Case(36, "an unknown province", "W", "nik_provinsi", _nik(("I-1", "0075010101900001")), new=1,
         **PLACE),
    Case(37, "no NIK at all", "ok", None, new=1, rows=[
        ["kode_unit", "nomor_register", "nama", "jenis_kelamin", "kewarganegaraan"],
        ["AAA", "R-77", "Contoh Asing", "L", "MYS"]]),
    *(Case(31, f"a {heading} damaged by Excel", "R", "rusak_oleh_excel", line=2, heading=heading,
           rows=[["kode_unit", heading, "nama", "jenis_kelamin"],
                 ["AAA", "3,17501E+15", "Contoh", "L"]])
      for heading in ("nomor_induk", "nomor_register")),
    Case(58, "a nomor induk of 61 signs", "R", "terlalu_panjang", line=2, heading="nomor_induk",
         rows=[PERSON, ["AAA", "9" * 61, "Contoh", "L", "01/01/1990"]]),
    Case(38, "one NIK, two persons", "Q", "baris_bertentangan", line=2,
         rows=_nik(("I-1", NIK), ("I-3", NIK))),
    Case(38, "one NIK, two persons, two issuing units", "Q", "nik_dua_orang", line=2, rows=[
        NUMBERS, ["NIK", "AAA", NIK, "AAA", "I-1"], ["NIK", "BBB", NIK, "AAA", "I-3"]]),
    Case(39, "one person twice, alike", "N", "baris_sama_disatukan", new=1, rows=[
        PERSON, *[["AAA", "I-50", "Contoh", "L", "01/01/1990"]] * 2]),
    Case(40, "one person twice, not alike", "Q", "baris_bertentangan", line=2, rows=[
        PERSON, ["AAA", "I-50", "Contoh", "L", "01/01/1990"],
        ["AAA", "I-50", "Contoh", "L", "02/01/1990"]]),
    Case(41, "a NIK that another unit has", "Q", "nik_di_unit_lain", line=2,
         rows=_nik(("I-1", "3275010101900009"))),
    Case(51, "a session still to come", "R", "sesi_belum_terjadi", [MARKS, _mark("5", "I-1")],
         line=2, heading="nomor_sesi", value="31/12/2026"),
    Case(51, "before the cohort starts", "Q", "sebelum_mulai", [MARKS, _mark("3", "I-1")], line=2),
    Case(51, "after the cohort ends", "Q", "setelah_selesai", [MARKS, _mark("4", "I-1")], line=2),
    Case(51, "after the participant ended", "Q", "setelah_selesai", [MARKS, _mark("2", "I-2")],
         line=2),
    Case(51, "after release", "Q", "setelah_keluar", [MARKS, _mark("2", "I-3")], line=2),
    Case(73, "not enrolled", "Q", "belum_terdaftar", line=2, rows=[
        MARKS, ["AAA", "K2", "1", "I-2", "HADIR", ""]]),
    Case(73, "enrolled twice", "Q", "baris_bertentangan", line=2, rows=[
        ["kode_unit", "kode_angkatan", "nomor_induk", "status_kepesertaan"],
        ["AAA", "K2", "I-2", "AKTIF"], ["AAA", "K2", "I-2", "LULUS"]]),
    Case(73, "two sessions at one time", "Q", "sesi_bertumpuk", line=2, heading="nomor_sesi",
         rows=[MARKS, _mark("1", "I-1"), _mark("1", "I-1", cohort="K2")]),
    Case(75, "an unknown agreement", "R", "rujukan_tidak_ditemukan", line=2,
         heading="kode_perjanjian", value="AAA/P9", rows=[
             ["kode_unit", "kode_angkatan", "unit_program", "kode_program", "status_angkatan",
              "unit_mitra", "kode_mitra", "unit_perjanjian", "kode_perjanjian"],
             ["AAA", "K9", "AAA", "BRS", "BERJALAN", "AAA", "M1", "AAA", "P9"]]),
    Case(75, "a session after the agreement ended", "W", "perjanjian_berakhir", new=1, rows=[
        ["kode_unit", "kode_angkatan", "nomor_sesi", "tanggal_sesi", "status_sesi"],
        ["AAA", "K2", "2", "06/07/2026", "TERLAKSANA"]], line=2,
        stored=("programme_session", "held_on", [date(2026, 7, 6)])),
    Case(76, "someone's NIK in a note", "W", "data_peka_dalam_teks", new=1, line=2,
         heading="catatan", rows=[MARKS, _mark("1", "I-1", f"bersama {NIK}")]),
    Case(76, "a state of health in a note", "W", "data_peka_dalam_teks", new=1, line=2,
         heading="catatan", rows=[MARKS, _mark("1", "I-1", "sedang berobat TBC")]),
]  # fmt: skip
