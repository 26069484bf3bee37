"""What the road says about a file, a row or a cell: one catalogue, both languages."""

from dataclasses import dataclass, field
from enum import StrEnum

from data.errors import SinergiError


class Weight(StrEnum):
    """What an issue does: refuse the file or the row, set aside, warn, or just note."""

    FILE = "F"
    REFUSED = "R"
    SET_ASIDE = "Q"
    WARNING = "W"
    NOTE = "N"


@dataclass(frozen=True)
class Rule:
    """One kind of issue. The sentences may use `{value}`, `{heading}`, `{allowed}`, `{other}`."""

    code: str
    weight: Weight
    sentence_id: str
    sentence_en: str


@dataclass(frozen=True)
class Issue:
    """One thing found: where (line as the spreadsheet shows it, heading), what, and the rule.

    `value` is already masked when the column identifies a person.
    """

    rule: Rule
    line: int | None = None
    heading: str | None = None
    value: str | None = None
    details: dict[str, str] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """Where and what and what to do, in `language`."""
        template = self.rule.sentence_en if language == "en" else self.rule.sentence_id
        words = {"value": f"[{self.value or ''}]", "heading": self.heading or "", **self.details}
        text = template.format_map(_Blank(words))
        return f"{self._place(language)}{text}"

    def _place(self, language: str) -> str:
        line, column = ("Line", "column") if language == "en" else ("Baris", "kolom")
        parts = [f"{line} {self.line}"] if self.line is not None else []
        parts += [f"{column} `{self.heading}`"] if self.heading else []
        return f"{', '.join(parts)}: " if parts else ""


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"<{key}>"


class FileRefused(SinergiError):
    """A whole file is refused; `issue` says why."""

    def __init__(self, issue: Issue, file_name: str = "") -> None:
        """Make the error of `issue`, found in `file_name`."""
        self.issue = issue
        prefix = f"{file_name}: " if file_name else ""
        super().__init__(
            issue.rule.code, prefix + issue.sentence("id"), prefix + issue.sentence("en")
        )


def masked(value: str) -> str:
    """An identifying value with all but its first and last two characters hidden."""
    if len(value) <= 4:
        return "*" * len(value)
    return f"{value[:2]}{'*' * (len(value) - 4)}{value[-2:]}"


def _rule(code: str, weight: Weight, sentence_id: str, sentence_en: str) -> Rule:
    return Rule(code, weight, sentence_id, sentence_en)


EMPTY_FILE = _rule(
    "berkas_kosong", Weight.FILE,
    "Berkas kosong. Simpan ulang lembar yang berisi data, lalu impor lagi.",
    "The file is empty. Save the sheet that holds the data and import again.",
)  # fmt: skip
NOT_TEXT = _rule(
    "bukan_teks", Weight.FILE,
    "Berkas ini {other}, bukan CSV atau XLSX. Simpan sebagai XLSX atau CSV UTF-8.",
    "This file is {other}, neither CSV nor XLSX. Save it as XLSX or CSV UTF-8.",
)  # fmt: skip
NUL_BYTES = _rule(
    "byte_nul", Weight.FILE,
    "Berkas memuat byte NUL; mungkin UTF-16 tanpa tanda. Simpan sebagai CSV UTF-8.",
    "The file holds NUL bytes; perhaps UTF-16 without a mark. Save it as CSV UTF-8.",
)  # fmt: skip
MIXED_ENCODING = _rule(
    "pengodean_campur", Weight.FILE,
    "Pengodean campur: sebagian UTF-8, tetapi byte ke-{offset} (baris {row}) bukan. "
    "Simpan ulang sebagai CSV UTF-8.",
    "Mixed encodings: partly UTF-8, but byte {offset} (line {row}) is not. "
    "Save it again as CSV UTF-8.",
)  # fmt: skip
LONG_LINE = _rule(
    "baris_terlalu_panjang", Weight.FILE,
    "Ada baris yang lebih panjang dari {allowed} byte. Periksa tanda baris baru.",
    "A line is longer than {allowed} bytes. Check the line ends.",
)  # fmt: skip
TOO_LARGE = _rule(
    "berkas_terlalu_besar", Weight.FILE,
    "Berkas lebih besar dari {allowed} byte. Pecah per bulan.",
    "The file is larger than {allowed} bytes. Split it by month.",
)  # fmt: skip
TOO_MANY_COLUMNS = _rule(
    "kolom_terlalu_banyak", Weight.FILE,
    "Lebih dari {allowed} kolom. Pakai templat.",
    "More than {allowed} columns. Use the template.",
)  # fmt: skip
UNCLOSED_QUOTE = _rule(
    "kutip_tidak_ditutup", Weight.FILE,
    "Tanda kutip yang dibuka di baris {row} tidak ditutup.",
    "The quote opened in line {row} is never closed.",
)  # fmt: skip
NO_HEADER = _rule(
    "judul_kolom_tidak_dikenal", Weight.FILE,
    "Judul kolom tidak dikenal dalam 20 baris pertama. Terdekat: {other}. "
    "Lihat `sinergi template`.",
    "No known headings in the first 20 lines. Nearest: {other}. See `sinergi template`.",
)  # fmt: skip
MISSING_HEADING = _rule(
    "kolom_wajib_hilang", Weight.FILE,
    "Kolom wajib tidak ada untuk {table}: {allowed}. {other}",
    "Required columns are missing for {table}: {allowed}. {other}",
)  # fmt: skip
DUPLICATE_HEADING = _rule(
    "judul_kolom_ganda", Weight.FILE,
    "Judul kolom {value} muncul lebih dari sekali.",
    "Heading {value} stands more than once.",
)  # fmt: skip
AMBIGUOUS_TABLE = _rule(
    "tabel_tidak_jelas", Weight.FILE,
    "Judul kolom cocok untuk beberapa tabel ({allowed}). Tentukan dengan --table.",
    "The headings fit several tables ({allowed}). Decide with --table.",
)  # fmt: skip
OTHER_DELIMITER = _rule(
    "pemisah_berbeda", Weight.FILE,
    "Judul kolom dipisah dengan {allowed}, tetapi isinya dengan {other} (baris {row}). "
    "Pakai satu pemisah.",
    "The headings are separated by {allowed} but the rows by {other} (line {row}). "
    "Use one separator.",
)  # fmt: skip
DATE_ORDER = _rule(
    "urutan_tanggal", Weight.FILE,
    "Kolom `{column}` memuat tanggal {value} (baris {row}), yang tidak mungkin dalam urutan "
    "{allowed} unit ini. Perbaiki kolom itu seluruhnya.",
    "Column `{column}` holds date {value} (line {row}), impossible in this unit's order "
    "{other}. Correct the whole column.",
)  # fmt: skip
CHANGED_WHILE_READ = _rule(
    "berkas_berubah", Weight.FILE,
    "Berkas berubah selama dibaca. Tutup di Excel, lalu impor lagi.",
    "The file changed while it was read. Close it in Excel and import again.",
)  # fmt: skip

UNKNOWN_HEADING = _rule(
    "kolom_diabaikan", Weight.WARNING,
    "Kolom tidak dikenal diabaikan: {allowed}.",
    "Unknown columns were left out: {allowed}.",
)  # fmt: skip
NO_ROWS = _rule(
    "tanpa_baris", Weight.WARNING, "Hanya judul kolom; 0 baris.", "Headings only; 0 rows."
)
SKIPPED_LINES = _rule(
    "baris_judul_dilewati", Weight.NOTE,
    "Baris di atas judul kolom dilewati: {allowed}.",
    "Lines above the headings were skipped: {allowed}.",
)  # fmt: skip
ENCODING_NOTE = _rule("pengodean", Weight.NOTE, "Dibaca sebagai {allowed}.", "Read as {allowed}.")
COLLAPSED = _rule(
    "baris_sama_disatukan", Weight.NOTE,
    "{allowed} baris yang persis sama disatukan.",
    "{allowed} rows that were exactly alike were collapsed.",
)  # fmt: skip

ROW_WIDTH = _rule(
    "jumlah_sel", Weight.REFUSED,
    "Baris ini punya {other} sel, judul kolom {allowed}. Periksa pemisah dan tanda kutip.",
    "This row has {other} cells, the header {allowed}. Check separators and quotes.",
)  # fmt: skip
NUL_IN_CELL = _rule(
    "nul_dalam_sel", Weight.REFUSED,
    "sel memuat byte NUL; ketik ulang isinya.", "the cell holds a NUL byte; type it again.",
)  # fmt: skip
REQUIRED = _rule("wajib_diisi", Weight.REFUSED, "wajib diisi.", "must be filled in.")
NOT_A_NUMBER = _rule(
    "bukan_bilangan", Weight.REFUSED,
    "{value} bukan bilangan bulat.", "{value} is not a whole number.",
)  # fmt: skip
NOT_A_DECIMAL = _rule(
    "bukan_angka", Weight.REFUSED,
    "{value} bukan angka. Pakai koma untuk desimal, mis. 2,5.",
    "{value} is not a number. Use a comma for decimals, e.g. 2,5.",
)  # fmt: skip
OUT_OF_RANGE = _rule(
    "di_luar_rentang", Weight.REFUSED,
    "{value} di luar rentang {allowed}.", "{value} is outside {allowed}.",
)  # fmt: skip
NOT_A_DATE = _rule(
    "bukan_tanggal", Weight.REFUSED,
    "{value} bukan tanggal. Gunakan HH/BB/TTTT.",
    "{value} is not a date. Use DD/MM/YYYY.",
)  # fmt: skip
NOT_A_DATE_MONTH_FIRST = _rule(
    "bukan_tanggal", Weight.REFUSED,
    "{value} bukan tanggal. Gunakan BB/HH/TTTT.",
    "{value} is not a date. Use MM/DD/YYYY.",
)  # fmt: skip
EXCEL_SERIAL = _rule(
    "nomor_seri_excel", Weight.REFUSED,
    "{value} tampak seperti nomor seri Excel, bukan tanggal. Format sel sebagai teks.",
    "{value} looks like an Excel serial number, not a date. Format the cell as text.",
)  # fmt: skip
NOT_A_TIME = _rule(
    "bukan_jam", Weight.REFUSED,
    "{value} bukan jam. Gunakan JJ:MM.", "{value} is not a time. Use HH:MM.",
)  # fmt: skip
NOT_A_BOOLEAN = _rule(
    "bukan_ya_tidak", Weight.REFUSED,
    "{value} bukan Ya atau Tidak.", "{value} is neither Ya (yes) nor Tidak (no).",
)  # fmt: skip
FUTURE_DATE = _rule(
    "tanggal_di_masa_depan", Weight.REFUSED,
    "{value} belum terjadi.", "{value} has not happened yet.",
)  # fmt: skip
UNLIKELY_AGE = _rule(
    "umur_mustahil", Weight.REFUSED,
    "tanggal lahir {value} memberi umur di luar 12 sampai 110 tahun.",
    "birth date {value} gives an age outside 12 to 110 years.",
)  # fmt: skip
TOO_LONG = _rule(
    "terlalu_panjang", Weight.REFUSED,
    "lebih panjang dari {allowed} huruf.", "is longer than {allowed} characters.",
)  # fmt: skip
DAMAGED_BY_EXCEL = _rule(
    "rusak_oleh_excel", Weight.REFUSED,
    "{value} rusak oleh Excel. Ketik ulang nomor dalam sel berformat teks.",
    "{value} was damaged by Excel. Type the number again in a cell formatted as text.",
)  # fmt: skip
UNKNOWN_CLOSED_CODE = _rule(
    "kode_tidak_dikenal", Weight.REFUSED,
    "{value} tidak dikenal. Pilihan: {allowed}.", "{value} is not known. Choose: {allowed}.",
)  # fmt: skip
UNKNOWN_OPEN_CODE = _rule(
    "kode_baru", Weight.SET_ASIDE,
    "{value} belum ada dalam daftar {other}. Tambahkan ke daftar atau pilih: {allowed}.",
    "{value} is not yet in list {other}. Add it to the list or choose: {allowed}.",
)  # fmt: skip
KEY_NOT_FOUND = _rule(
    "rujukan_tidak_ditemukan", Weight.REFUSED,
    "{value} tidak ada dalam {other}. Impor {other} lebih dahulu, atau perbaiki.",
    "{value} is not in {other}. Import {other} first, or correct it.",
)  # fmt: skip
KEY_INCOMPLETE = _rule(
    "rujukan_tidak_lengkap", Weight.REFUSED,
    "rujukan ke {other} tidak lengkap; perlu {allowed}.",
    "the reference to {other} is incomplete; it needs {allowed}.",
)  # fmt: skip
PERSON_NOT_FOUND = _rule(
    "orang_tidak_ditemukan", Weight.REFUSED,
    "nomor {value} tidak ditemukan. Impor berkas WBP lebih dahulu, atau perbaiki nomor.",
    "number {value} was not found. Import the file of persons first, or correct the number.",
)  # fmt: skip
PERSON_AMBIGUOUS = _rule(
    "orang_tidak_pasti", Weight.SET_ASIDE,
    "nomor {value} menunjuk lebih dari satu orang; petugas perlu memutuskan.",
    "number {value} points at more than one person; an officer must decide.",
)  # fmt: skip
NOT_ENROLLED = _rule(
    "belum_terdaftar", Weight.SET_ASIDE,
    "nomor {value} tidak terdaftar pada angkatan ini; petugas perlu memutuskan.",
    "number {value} is not enrolled in this cohort; an officer must decide.",
)  # fmt: skip
CONFLICTING_ROWS = _rule(
    "baris_bertentangan", Weight.SET_ASIDE,
    "baris lain dalam berkas ini memberi nilai berbeda untuk kunci yang sama.",
    "another row of this file gives other values for the same key.",
)  # fmt: skip
EDITED_HERE = _rule(
    "sudah_diubah_di_layar", Weight.SET_ASIDE,
    "baris ini sudah diubah di layar dan berbeda; petugas perlu memutuskan.",
    "this row was edited on a screen since and differs; an officer must decide.",
)  # fmt: skip
BREAKS_UNIQUE = _rule(
    "sudah_dipakai", Weight.REFUSED,
    "baris lain sudah memakai {allowed} yang sama.",
    "another row already has the same {allowed}.",
)  # fmt: skip
BREAKS_RULE = _rule(
    "aturan_dilanggar", Weight.REFUSED,
    "melanggar aturan `{other}`: {allowed}.", "breaks the rule `{other}`: {allowed}.",
)  # fmt: skip
BREAKS_REFERENCE = _rule(
    "rujukan_bertentangan", Weight.REFUSED,
    "{allowed} tidak cocok satu sama lain dalam {other}.",
    "{allowed} do not belong together in {other}.",
)  # fmt: skip
NOTE_NEEDED = _rule(
    "perlu_catatan", Weight.REFUSED,
    "tanda {value} memerlukan catatan.", "mark {value} needs a note.",
)  # fmt: skip
OTHER_UNIT = _rule(
    "unit_lain", Weight.REFUSED,
    "unit {value} bukan unit basis data ini (mode satu petugas).",
    "unit {value} is not the unit of this database (single officer mode).",
)  # fmt: skip
FORMULA_TEXT = _rule(
    "teks_mirip_rumus", Weight.WARNING,
    "isi {value} mirip rumus; disimpan sebagai teks.",
    "content {value} looks like a formula; kept as text.",
)  # fmt: skip
