"""What the road says about workbooks and zip files, in both languages."""

from data.importing.issues import Rule, Weight

DAMAGED_ARCHIVE = Rule(
    "berkas_rusak", Weight.FILE,
    "Berkas XLSX atau ZIP rusak atau terpotong. Buka di Excel, simpan ulang, lalu impor lagi.",
    "The XLSX or ZIP file is damaged or cut off. Open it in Excel, save it again, import again.",
)  # fmt: skip
ENCRYPTED = Rule(
    "berkas_terenkripsi", Weight.FILE,
    "Berkas dilindungi kata sandi. Simpan tanpa kata sandi (Berkas > Info > Lindungi), "
    "lalu impor lagi.",
    "The file is protected by a password. Save it without one (File > Info > Protect), "
    "then import again.",
)  # fmt: skip
MACROS = Rule(
    "berkas_bermakro", Weight.FILE,
    "Buku kerja memuat makro. Simpan sebagai Buku Kerja Excel (.xlsx) tanpa makro.",
    "The workbook holds macros. Save it as an Excel workbook (.xlsx) without macros.",
)  # fmt: skip
EXTERNAL_LINKS = Rule(
    "tautan_luar", Weight.FILE,
    "Buku kerja mengambil nilai dari berkas lain. Salin nilainya (Tempel Khusus > Nilai), "
    "lalu impor lagi.",
    "The workbook takes values from another file. Paste them as values, then import again.",
)  # fmt: skip
ZIP_BOMB = Rule(
    "arsip_terlalu_besar", Weight.FILE,
    "Isi berkas melebihi batas {allowed} {other} setelah dibuka; tidak dibaca.",
    "The unpacked file exceeds the limit of {allowed} {other}; it was not read.",
)  # fmt: skip
TWO_SHEETS = Rule(
    "beberapa_lembar", Weight.FILE,
    "Berkas memuat beberapa lembar data ({allowed}). Simpan tiap lembar sebagai berkas sendiri.",
    "The file holds several sheets of data ({allowed}). Save each sheet as a file of its own.",
)  # fmt: skip
NO_SHEET = Rule(
    "tanpa_lembar", Weight.FILE,
    "Buku kerja tidak memuat lembar yang terlihat dan berisi.",
    "The workbook has no visible sheet with anything in it.",
)  # fmt: skip

OTHER_SHEETS = Rule(
    "lembar_tidak_dibaca", Weight.WARNING,
    "Lembar yang tidak dibaca: {allowed}.", "Sheets that were not read: {allowed}.",
)  # fmt: skip
HIDDEN_SHEETS = Rule(
    "lembar_tersembunyi", Weight.WARNING,
    "Lembar tersembunyi tidak dibaca: {allowed}. Tampilkan bila memang berisi data.",
    "Hidden sheets were not read: {allowed}. Unhide them if they hold data.",
)  # fmt: skip
HIDDEN_COLUMNS = Rule(
    "kolom_tersembunyi", Weight.WARNING,
    "Kolom tersembunyi ikut dibaca: {allowed}. Hapus bila tidak dimaksud.",
    "Hidden columns were read too: {allowed}. Delete them if they are not meant.",
)  # fmt: skip
FORMULAS_READ = Rule(
    "rumus_dibaca", Weight.NOTE,
    "{allowed} sel rumus dibaca dari nilai yang terakhir dihitung.",
    "{allowed} formula cells were read by their last computed value.",
)  # fmt: skip

FORMULA_WITHOUT_VALUE = Rule(
    "rumus_tanpa_nilai", Weight.REFUSED,
    "rumus belum dihitung. Buka di Excel, simpan, lalu impor lagi, atau ketik nilainya.",
    "the formula was never computed. Open it in Excel, save and import again, or type the value.",
)  # fmt: skip
CELL_ERROR = Rule(
    "sel_galat", Weight.REFUSED,
    "{value} adalah galat Excel, bukan nilai. Perbaiki rumusnya atau ketik nilainya.",
    "{value} is an Excel error, not a value. Correct the formula or type the value.",
)  # fmt: skip
HIDDEN_ROW = Rule(
    "baris_tersembunyi", Weight.SET_ASIDE,
    "baris ini tersembunyi (mungkin tersaring); tampilkan, periksa, lalu impor lagi.",
    "this row is hidden (perhaps filtered); unhide it, look at it and import again.",
)  # fmt: skip
MERGED_CELLS = Rule(
    "sel_gabungan", Weight.SET_ASIDE,
    "sel gabungan {value}; pisahkan dan isi tiap sel, lalu impor lagi.",
    "merged cells {value}; unmerge and fill in each cell, then import again.",
)  # fmt: skip
ROUNDED_BY_EXCEL = Rule(
    "dibulatkan_excel", Weight.SET_ASIDE,
    "{value} disimpan sebagai angka; Excel membulatkan setelah digit ke-15. Ketik ulang sebagai "
    "teks.",
    "{value} was stored as a number; Excel rounds after 15 digits. Type it again as text.",
)  # fmt: skip
