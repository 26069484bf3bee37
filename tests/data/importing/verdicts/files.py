"""Cases about whole files: encoding, separators, headings, size, kind."""

import codecs
import io
import zipfile

import openpyxl

from .case import Case, as_csv, as_xlsx

UNIT = ["kode_unit", "nama_unit", "jenis_unit", "kapasitas", "kode_unit_induk"]
GOOD = ["CCC", "Lapas Contoh C", "LAPAS", "100", "DITJENPAS"]
ACCENTED = ["CCC", "Lapas André", "LAPAS", "100", "DITJENPAS"]
NAMES = ("unit", "name", ["Lapas André"])
CSV = ("csv",)
XLSX = ("xlsx",)


def _zip_of(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), body)
    return buffer.getvalue()


def _with_part(name: str, body: bytes = b"x") -> bytes:
    """A good workbook with one more part."""
    buffer = io.BytesIO(as_xlsx([UNIT, GOOD]))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return buffer.getvalue()


def _many_members() -> bytes:
    return _zip_of(**{f"f{n}": b"" for n in range(2_001)})


def _two_sheets() -> bytes:
    def add(book: openpyxl.Workbook) -> None:
        page = book.create_sheet("Lembar2")
        page.append(UNIT)
        page.append(GOOD)

    return as_xlsx([UNIT, GOOD], add)


def _hidden_sheet() -> bytes:
    def add(book: openpyxl.Workbook) -> None:
        page = book.create_sheet("Rahasia")
        page.append(UNIT)
        page.sheet_state = "hidden"

    return as_xlsx([UNIT, GOOD], add)


_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
_ENCRYPTED = _COMPOUND + "EncryptedPackage".encode("utf-16-le")
_NESTED = _zip_of(a_dot_zip=_zip_of(a=b"1"))
_ONE_BOM = codecs.BOM_UTF8 + as_csv([UNIT, ACCENTED])
_WIDE = [[*UNIT, *(f"kolom {n}" for n in range(1_995))]]

FILES = [
    Case(1, "nothing at all", "F", "berkas_kosong", body=b""),
    Case(1, "a workbook with an empty sheet", "F", "judul_kolom_tidak_dikenal", [], kinds=XLSX),
    Case(2, "headings only", "W", "tanpa_baris", [UNIT]),
    Case(3, "a byte order mark", "N", "pengodean", body=_ONE_BOM, new=1, stored=NAMES, kinds=CSV),
    Case(4, "UTF-16 little endian with mark", "N", "pengodean", kinds=CSV, new=1, stored=NAMES,
         body=codecs.BOM_UTF16_LE + as_csv([UNIT, ACCENTED], encoding="utf-16-le")),
    Case(4, "UTF-16 big endian with mark", "N", "pengodean", kinds=CSV, new=1, stored=NAMES,
         body=codecs.BOM_UTF16_BE + as_csv([UNIT, ACCENTED], encoding="utf-16-be")),
    Case(5, "UTF-16 without mark", "F", "byte_nul", kinds=CSV,
         body=as_csv([UNIT, GOOD], encoding="utf-16-le")),
    Case(6, "cp1252", "N", "pengodean", kinds=CSV, new=1, stored=NAMES, value="cp1252",
         body=as_csv([UNIT, ACCENTED], encoding="cp1252")),
    Case(6, "a byte that cp1252 does not have", "F", "pengodean_campur", kinds=CSV,
         body=as_csv([UNIT]) + b"CCC;Lapas \x81;LAPAS;1;DITJENPAS\n"),
    Case(7, "UTF-8, then cp1252", "F", "pengodean_campur", kinds=CSV, value="baris 3",
         body=as_csv([UNIT, ACCENTED]) + as_csv([ACCENTED], encoding="cp1252")),
    Case(7, "cp1252, then UTF-8", "F", "pengodean_campur", kinds=CSV, value="baris 2",
         body=as_csv([UNIT]) + as_csv([ACCENTED], encoding="cp1252") + as_csv([ACCENTED])),
    Case(7, "a character cut off by the end", "F", "pengodean_campur", kinds=CSV,
         body=as_csv([UNIT, ACCENTED]) + b"DDD;Lapas \xc3"),
    Case(8, "semicolons", "N", "pengodean", [UNIT, GOOD], kinds=CSV, new=1, value="`;`"),
    Case(8, "commas", "N", "pengodean", kinds=CSV, new=1, value="`,`",
         body=as_csv([UNIT, GOOD], ",")),
    Case(9, "tabs in a .csv", "N", "pengodean", kinds=CSV, new=1, value="tab",
         body=as_csv([UNIT, GOOD], "\t")),
    Case(10, "other separator in the body", "F", "pemisah_berbeda", kinds=CSV,
         body=as_csv([UNIT], ",") + as_csv([GOOD], ";"), value="baris 2"),
    *(Case(11, f"line ends {end!r}", "N", "pengodean", kinds=CSV, new=2,
           body=as_csv([UNIT, GOOD, ["DDD", *GOOD[1:]]], end=end)) for end in ("\r\n", "\n", "\r")),
    Case(11, "mixed line ends", "N", "pengodean", kinds=CSV, new=2,
         body=as_csv([UNIT]) + as_csv([GOOD], end="\n") + as_csv([["DDD", *GOOD[1:]]], end="\r")),
    Case(12, "a line end inside quotes", "ok", None, new=1,
         rows=[UNIT, ["CCC", "Lapas\nContoh", *GOOD[2:]]],
         stored=("unit", "name", ["Lapas Contoh"])),
    Case(13, "a quote that is never closed", "F", "kutip_tidak_ditutup", kinds=CSV,
         body=as_csv([UNIT, GOOD]) + b'DDD;"Lapas;LAPAS;1;DITJENPAS\r\n', value="baris 3"),
    Case(16, "title lines", "N", "baris_judul_dilewati",
         [["DAFTAR UNIT", "", "", "", ""], ["Juli 2026", "", "", "", ""], UNIT, GOOD], new=1),
    Case(16, "no header in 20 lines", "F", "judul_kolom_tidak_dikenal",
         [*[["judul", ""]] * 20, UNIT, GOOD]),
    Case(16, "headings nobody knows", "F", "judul_kolom_tidak_dikenal",
         [["kode_unti", "nama satker"], ["AAA", "Lapas"]], value="kode_unit"),
    Case(17, "one heading twice", "F", "judul_kolom_ganda", [[*UNIT, "Nama Unit"], [*GOOD, "x"]]),
    Case(18, "other spellings and English", "N", None, new=1, rows=[
        ["Unit Code", "NAMA  UNIT", "jenis-unit"], GOOD[:3]]),
    Case(19, "an unknown column", "W", "kolom_diabaikan", [[*UNIT, "agama"], [*GOOD, "x"]], new=1,
         value="agama"),
    Case(19, "a column without a heading", "W", "kolom_diabaikan", new=1, value="#5",
         rows=[[*UNIT[:4], "", UNIT[4]], [*GOOD[:4], "x", GOOD[4]]]),
    Case(20, "a required column missing", "F", "kolom_wajib_hilang", [UNIT[:2], GOOD[:2]],
         value="jenis_unit"),
    Case(21, "columns in another order", "ok", None, [UNIT[::-1], GOOD[::-1]], new=1),
    Case(23, "NUL in one cell", "R", "nul_dalam_sel", kinds=CSV, line=2, heading="nama_unit",
         body=as_csv([UNIT, ["CCC", "La\0pas", *GOOD[2:]]])),
    Case(23, "NUL in one cell of a workbook", "R", "nul_dalam_sel", kinds=XLSX, line=2,
         heading="nama_unit", rows=[UNIT, ["CCC", "La_x0000_pas", *GOOD[2:]]]),
    Case(23, "NUL in many lines", "F", "byte_nul", kinds=CSV,
         body=as_csv([UNIT, ["C\0", *GOOD[1:]], ["D\0", *GOOD[1:]]])),
    Case(59, "one endless line", "F", "baris_terlalu_panjang", kinds=CSV,
         body=as_csv([UNIT]) + b"x" * 3_000_000),
    Case(60, "2,000 columns", "F", "kolom_terlalu_banyak", _WIDE),
    Case(62, "a member that unpacks to far more", "F", "arsip_terlalu_besar", kinds=XLSX,
         body=_with_part("xl/media/x.bin", b"\0" * 20_000_000)),
    Case(62, "many members", "F", "arsip_terlalu_besar", kinds=XLSX, body=_many_members()),
    Case(62, "a zip in a zip", "F", "bukan_teks", kinds=XLSX, body=_NESTED),
    Case(63, "a PDF", "F", "bukan_teks", kinds=CSV, body=b"%PDF-1.7\n", value="PDF"),
    Case(63, "HTML", "F", "bukan_teks", kinds=CSV, body=b"\n <TABLE><tr>", value="HTML"),
    Case(63, "a program", "F", "bukan_teks", kinds=CSV, body=b"MZ\x90\0\x03", value="EXE"),
    Case(63, "an old XLS", "F", "bukan_teks", kinds=CSV, body=b"\xd0\xcf\x11\xe0" * 9, value="XLS"),
    Case(63, "a workbook named .csv", "N", "pengodean", kinds=CSV, new=1, value="XLSX",
         body=as_xlsx([UNIT, GOOD])),
    Case(64, "a password", "F", "berkas_terenkripsi", kinds=XLSX, body=_ENCRYPTED),
    Case(64, "macros", "F", "berkas_bermakro", kinds=XLSX, body=_with_part("xl/vbaProject.bin")),
    Case(64, "links to other files", "F", "tautan_luar", kinds=XLSX,
         body=_with_part("xl/externalLinks/externalLink1.xml")),
    Case(64, "a torn workbook", "F", "berkas_rusak", kinds=XLSX, body=as_xlsx([UNIT, GOOD])[:-200]),
    Case(65, "two sheets of data", "F", "beberapa_lembar", kinds=XLSX, body=_two_sheets(),
         value="Lembar2"),
    Case(65, "a hidden sheet", "W", "lembar_tersembunyi", kinds=XLSX, body=_hidden_sheet(), new=1,
         value="Rahasia"),
]  # fmt: skip
