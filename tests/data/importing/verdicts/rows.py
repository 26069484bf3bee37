"""Cases about rows and cells: texts, codes, days, numbers."""

from datetime import date, datetime
from typing import Any

import openpyxl

from .case import Case, as_xlsx
from .files import CSV, GOOD, UNIT, XLSX

PERSON = ["kode_unit", "nomor_induk", "nama", "jenis_kelamin", "tanggal_lahir"]
AGREEMENT = ["unit_perjanjian", "kode_perjanjian", "tahap", "tanggal_mulai"]
SCALE = ["kode_instrumen", "versi_instrumen", "kode_skala", "nama_skala_id", "nama_skala_en",
         "nilai_terendah", "nilai_tertinggi", "arah", "simpangan_baku"]  # fmt: skip
ENTRY = ["daftar", "kode", "label_id", "label_en", "aktif"]
RESULT = ["kode_unit", "kode_angkatan", "nomor_induk", "status_kepesertaan", "nilai_akhir"]


def _named(name: str) -> list[list[str]]:
    return [UNIT, ["CCC", name, *GOOD[2:]]]


def _born(day: str) -> list[list[str]]:
    return [PERSON, ["AAA", "I-50", "Contoh Baru", "L", day]]


def _begun(*days: str) -> list[list[str]]:
    return [AGREEMENT, *(["AAA", f"X{n}", "PEMBAHASAN", day] for n, day in enumerate(days))]


def _spread(number: str) -> list[list[str]]:
    return [SCALE, ["INS", "1", "S1", "Skala", "Scale", "0", "100", "NAIK", number]]


def _said(word: str) -> list[list[str]]:
    return [ENTRY, ["pendidikan", "XX", "Lain", "Other", word]]


def _scored(score: str) -> list[list[str]]:
    return [RESULT, ["AAA", "K1", "I-1", "AKTIF", score]]


def _in_1904() -> bytes:
    def change(book: openpyxl.Workbook) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book.active["D2"] = datetime(2022, 7, 8)  # type: ignore[index]

    return as_xlsx(_begun(""), change)


def _cell(where: str, value: Any, number_format: str = "General") -> Any:
    def change(book: openpyxl.Workbook) -> None:
        book.active[where] = value  # type: ignore[index]
        book.active[where].number_format = number_format  # type: ignore[index]

    return change


def _merged(book: openpyxl.Workbook) -> None:
    book.active.merge_cells("B2:C2")  # type: ignore[union-attr]


def _hidden(book: openpyxl.Workbook) -> None:
    book.active.row_dimensions[2].hidden = True  # type: ignore[union-attr]


def _hidden_column(book: openpyxl.Workbook) -> None:
    book.active.column_dimensions["D"].hidden = True  # type: ignore[union-attr]


def _stored_days(*days: date) -> tuple[str, str, list[Any]]:
    return ("agreement", "starts_on", list(days))


JULY = date(2022, 7, 8)
ROWS = [
    Case(14, "one cell too many", "R", "jumlah_sel", [UNIT, [*GOOD, "lebih"]], line=2),
    Case(15, "one cell too few", "R", "jumlah_sel", [UNIT, GOOD[:4]], line=2, kinds=CSV),
    Case(22, "a new value of an open list", "Q", "kode_baru", line=2, heading="kelas",
         rows=[[*UNIT, "kelas"], [*GOOD, "IV"]]),
    Case(22, "a new value of a closed list", "R", "kode_tidak_dikenal", line=2,
         heading="jenis_unit", rows=[UNIT, ["CCC", "Lapas", "ISTANA", "1", "DITJENPAS"]],
         value="LAPAS"),
    Case(24, "odd spaces", "N", "spasi_dirapikan", _named(" Lapas\u00a0  Contoh  "), new=1,
         stored=("unit", "name", ["Lapas Contoh"]), line=2, heading="nama_unit"),
    Case(25, "Arabic-Indic digits", "N", "angka_dialihkan", new=1, line=2, heading="kapasitas",
         rows=[UNIT, ["CCC", "Lapas", "LAPAS", "١٠٠", "DITJENPAS"]],
         stored=("unit", "capacity", [100])),
    Case(26, "a formula in a name", "W", "teks_mirip_rumus", _named("=cmd|' /C calc'!A0"), new=1,
         stored=("unit", "name", ["=cmd|' /C calc'!A0"]), line=2, heading="nama_unit"),
    *(Case(27, f"text that begins like a formula: {text}", "ok", None, _named(text), new=1,
           stored=("unit", "name", [text])) for text in ("+6281", "-", "@x")),
    *(Case(28, f"markup: {text}", "ok", None, _named(text), new=1, stored=("unit", "name", [text]))
      for text in ("<script>alert(1)</script>", "[x](http://x)")),
    Case(29, "SQL", "ok", None, _named("'; DROP TABLE unit; --"), new=1,
         stored=("unit", "name", ["'; DROP TABLE unit; --"])),
    Case(42, "leading zeros", "ok", None, [UNIT, ["007", *GOOD[1:]]], new=1,
         stored=("unit", "code", ["007"])),
    Case(42, "leading zeros by number format", "N", None, kinds=XLSX, new=1,
         body=as_xlsx([UNIT, GOOD], _cell("A2", 7, "000")), stored=("unit", "code", ["007"])),
    Case(43, "an unknown parent unit", "R", "rujukan_tidak_ditemukan", line=2,
         rows=[UNIT, [*GOOD[:4], "ZZZ"]], heading="kode_unit_induk", value="ZZZ"),
    Case(43, "an unknown unit", "R", "rujukan_tidak_ditemukan", line=2,
         rows=[PERSON, ["ZZZ", "I-50", "Contoh", "L", ""]], heading="kode_unit", value="ZZZ"),
    Case(44, "another unit's people", "R", "unit_lain", line=2, heading="kode_unit", real=True,
         rows=[PERSON, ["BBB", "I-50", "Contoh", "L", ""]], value="BBB"),
    Case(45, "day first with hyphens", "ok", None, _begun("08-07-2022"), new=1,
         stored=_stored_days(JULY)),
    Case(45, "month first only", "F", "urutan_tanggal", _begun("03/27/2024"), value="03/27"),
    Case(46, "both orders in one column", "F", "urutan_tanggal", value="01/13/2024",
         rows=_begun("13/01/2024", "01/13/2024")),
    Case(47, "months in words", "N", None, new=4,
         rows=_begun("8 Juli 2022", "8 Jul 22", "8 Agustus 2022", "8 Agst 2022"),
         stored=_stored_days(JULY, JULY, date(2022, 8, 8), date(2022, 8, 8))),
    Case(48, "an Excel serial number", "R", "nomor_seri_excel", _begun("44750"), line=2,
         heading="tanggal_mulai"),
    Case(48, "a serial number formatted as a day", "N", None, kinds=XLSX, new=1,
         body=as_xlsx(_begun(""), _cell("D2", 44750, "dd/mm/yyyy")), stored=_stored_days(JULY)),
    Case(49, "a 1904 workbook", "N", None, kinds=XLSX, new=1, body=_in_1904(),
         stored=_stored_days(JULY)),
    Case(50, "31 February", "R", "bukan_tanggal", _begun("31-02-2022"), line=2,
         heading="tanggal_mulai", value="31-02-2022"),
    Case(52, "born in the future", "R", "tanggal_di_masa_depan", _born("01/01/2027"), line=2,
         heading="tanggal_lahir"),
    Case(52, "older than 110", "R", "umur_mustahil", _born("01/01/1900"), line=2),
    Case(52, "younger than 12", "R", "umur_mustahil", _born("01/01/2020"), line=2),
    Case(53, "a moment in WIT", "N", "tanggal_setempat", _begun("08/07/2022 09:00 WIT"), new=1,
         stored=_stored_days(JULY), line=2, heading="tanggal_mulai"),
    Case(53, "a moment with offset", "N", "tanggal_setempat", _begun("2022-07-08T09:00:00+07:00"),
         new=1, stored=_stored_days(JULY)),
    Case(53, "a moment in UTC has no local day", "R", "bukan_tanggal",
         _begun("2022-07-08T20:00:00Z"), line=2),
    Case(78, "half past eleven in WIT", "N", "tanggal_setempat", _begun("2022-07-08 23:30 WIT"),
         new=1, stored=_stored_days(JULY)),
    Case(54, "a decimal comma", "N", None, _spread("2,5"), new=1,
         stored=("instrument_scale", "standard_deviation", [2.5])),
    Case(54, "thousands and a decimal comma", "N", None, _spread("1.234,5"), new=1,
         stored=("instrument_scale", "standard_deviation", [1234.5])),
    Case(54, "a number cell", "N", None, kinds=XLSX, new=1,
         body=as_xlsx(_spread(""), _cell("I2", 0.1 + 0.2)),
         stored=("instrument_scale", "standard_deviation", [0.3])),
    Case(55, "three decimals after a comma", "N", None, _spread("1,234"), new=1,
         stored=("instrument_scale", "standard_deviation", [1.234])),
    Case(55, "a number cell with three decimals", "N", None, kinds=XLSX, new=1,
         body=as_xlsx(_spread(""), _cell("I2", 1.234)),
         stored=("instrument_scale", "standard_deviation", [1.234])),
    *(Case(56, f"a score of {score}", "R", rule, _scored(score), line=2, heading="nilai_akhir")
      for score, rule in (("101", "di_luar_rentang"), ("-1", "di_luar_rentang"),
                          ("inf", "bukan_angka"), ("NaN", "bukan_angka"),
                          ("1e999", "bukan_angka"))),
    *(Case(57, f"yes or no: {word}", "N", None, _said(word), new=1,
           stored=("code", "active", [yes]))
      for word, yes in (("Ya", True), ("Y", True), ("1", True), ("✓", True), ("Tidak", False),
                        ("T", False), ("0", False))),
    Case(57, "a boolean cell", "N", None, kinds=XLSX, new=1,
         body=as_xlsx(_said(""), _cell("E2", False)), stored=("code", "active", [False])),
    Case(58, "a very long cell", "R", "terlalu_panjang", _named("x" * 12_000), line=2,
         heading="nama_unit"),
    Case(65, "a formula never computed", "R", "rumus_tanpa_nilai", kinds=XLSX, line=2,
         heading="kapasitas", body=as_xlsx([UNIT, GOOD], _cell("D2", "=50+50"))),
    Case(65, "an Excel error", "R", "sel_galat", kinds=XLSX, line=2, heading="kapasitas",
         body=as_xlsx([UNIT, GOOD], _cell("D2", "#N/A")), value="#N/A"),
    Case(65, "merged cells", "Q", "sel_gabungan", kinds=XLSX, line=2,
         body=as_xlsx([UNIT, GOOD], _merged), value="B2:C2"),
    Case(65, "a hidden row", "Q", "baris_tersembunyi", kinds=XLSX, line=2,
         body=as_xlsx([UNIT, GOOD], _hidden)),
    Case(65, "a hidden column", "W", "kolom_tersembunyi", kinds=XLSX, new=1,
         body=as_xlsx([UNIT, GOOD], _hidden_column), value="4"),
    Case(77, "a name that is no name", "ok", None, [UNIT, GOOD], new=1,
         file_name="daftar Contoh Satu;rm -rf.csv",
         stored=("import_batch", "file_name", ["daftar Contoh Satu;rm -rf"])),
]  # fmt: skip
