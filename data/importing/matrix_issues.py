"""What the road says about attendance sheets with a row per person and a column per day."""

from data.importing.issues import Rule, Weight

TITLE_MISSING = Rule(
    "judul_lembar_hilang", Weight.FILE,
    "Baris judul `{allowed} : ...` tidak ada di atas judul kolom. Tambahkan, lalu impor lagi.",
    "Title line `{allowed} : ...` is missing above the headings. Add it and import again.",
)  # fmt: skip
MONTH_UNREADABLE = Rule(
    "bulan_tidak_terbaca", Weight.FILE,
    "Bulan {value} tidak terbaca. Tulis mis. `Bulan : Juli 2026`.",
    "Month {value} cannot be read. Write for instance `Bulan : Juli 2026`.",
)  # fmt: skip
COHORT_NOT_FOUND = Rule(
    "angkatan_tidak_ditemukan", Weight.FILE,
    "Angkatan {value} tidak ada. Impor berkas angkatan lebih dahulu, atau perbaiki judulnya.",
    "Cohort {value} is not there. Import the file of cohorts first, or correct the title.",
)  # fmt: skip
COHORT_AMBIGUOUS = Rule(
    "angkatan_tidak_pasti", Weight.FILE,
    "Angkatan {value} ada di beberapa unit ({allowed}). Tambahkan baris judul `Kode Unit : ...`.",
    "Cohort {value} exists at several units ({allowed}). Add a title line `Kode Unit : ...`.",
)  # fmt: skip
SESSION_AMBIGUOUS = Rule(
    "sesi_tidak_pasti", Weight.FILE,
    "Ada beberapa sesi pada {value}; kolom ini tidak menyebut yang mana. Pakai lembar dari "
    "`sinergi sheet attendance`.",
    "There are several sessions on {value} and the column does not say which. Use the sheet of "
    "`sinergi sheet attendance`.",
)  # fmt: skip
DAY_CHANGED = Rule(
    "tanggal_kolom_berubah", Weight.FILE,
    "Judul kolom ke-{row} berisi {value}, padahal kolom itu sesi {other} tanggal {allowed}. "
    "Kembalikan tanggalnya.",
    "The heading of column {row} holds {value}, but that column is session {other} on {allowed}. "
    "Restore the date.",
)  # fmt: skip
TOO_LARGE_A_MATRIX = Rule(
    "lembar_terlalu_besar", Weight.FILE,
    "Lembar presensi memuat lebih dari {allowed} baris. Pecah per angkatan.",
    "The attendance sheet has more than {allowed} rows. Split it by cohort.",
)  # fmt: skip

UNKNOWN_MARK = Rule(
    "tanda_tidak_dikenal", Weight.REFUSED,
    "{value} bukan tanda presensi. Pilihan: {allowed}.",
    "{value} is no attendance mark. Choose: {allowed}.",
)  # fmt: skip
WITHOUT_NUMBER = Rule(
    "orang_tanpa_nomor", Weight.SET_ASIDE,
    "{value} tanpa nomor induk; nama saja tidak dipakai untuk mencari orang. Isi nomornya, lalu "
    "impor baris ini lagi.",
    "{value} has no person number; names are not used to find people. Fill it in and import the "
    "row again.",
)  # fmt: skip
AFTER_LEAVING = Rule(
    "tanda_setelah_keluar", Weight.SET_ASIDE,
    "tanda {value} setelah tanggal keluar {allowed}; petugas perlu memutuskan.",
    "mark {value} after leaving on {allowed}; an officer must decide.",
)  # fmt: skip
SESSION_CANCELLED = Rule(
    "sesi_dibatalkan", Weight.SET_ASIDE,
    "tanda {value} pada sesi yang dibatalkan; petugas perlu memutuskan.",
    "mark {value} at a cancelled session; an officer must decide.",
)  # fmt: skip

LEFT_DURING_MONTH = Rule(
    "keluar_di_tengah_bulan", Weight.WARNING,
    "{value}: tanda setelah itu tidak diharapkan. Tutup kepesertaannya dengan tanggal dan alasan.",
    "{value}: no marks are expected after that. End the enrolment with its date and reason.",
)  # fmt: skip
NEW_ENROLMENTS = Rule(
    "kepesertaan_baru", Weight.WARNING,
    "{count} orang di lembar ini belum terdaftar pada angkatan {allowed}; kepesertaan AKTIF "
    "dibuat tanpa tanggal mulai. Lengkapi tanggalnya.",
    "{count} people of this sheet were not enrolled in cohort {allowed}; ACTIVE enrolments were "
    "made without a start. Complete the dates.",
)  # fmt: skip
MISSING_PARTICIPANT = Rule(
    "peserta_hilang_dari_lembar", Weight.WARNING,
    "Peserta nomor {allowed} tidak ada lagi di lembar (baris terhapus?); presensinya tetap.",
    "Participant {allowed} is no longer on the sheet (row deleted?); nothing changed for them.",
)  # fmt: skip
COLUMN_WITHOUT_SESSION = Rule(
    "kolom_tanpa_sesi", Weight.WARNING,
    "Kolom {allowed} disisipkan dan bukan sesi lembar ini; tidak dibaca. Hapus, atau tambahkan "
    "sesinya dan buat lembar baru.",
    "Column {allowed} was inserted and is no session of this sheet; it was not read. Delete it, "
    "or add the session and make a new sheet.",
)  # fmt: skip
TOTAL_DIFFERS = Rule(
    "jumlah_tidak_cocok", Weight.WARNING,
    "jumlah tertulis {value}, menurut tanda {allowed}. Tanda yang dipakai.",
    "the total says {value}, the marks {allowed}. The marks were used.",
)  # fmt: skip
FOOTER_SKIPPED = Rule(
    "baris_kaki_dilewati", Weight.NOTE,
    "Baris jumlah dan tanda tangan dilewati: {allowed}.",
    "Rows of totals and signatures were skipped: {allowed}.",
)  # fmt: skip
BLANK_MARKS = Rule(
    "tanda_kosong", Weight.NOTE,
    "{count} sel tanda kosong (baris {allowed}): presensi belum tercatat, bukan tidak hadir.",
    "{count} mark cells are empty (lines {allowed}): not recorded, which is not absent.",
)  # fmt: skip
NOT_EXPECTED = Rule(
    "tidak_diharapkan", Weight.NOTE,
    "{count} sel bertanda `-` (baris {allowed}): tidak diharapkan hadir, tidak dimuat.",
    "{count} cells marked `-` (lines {allowed}): not expected, not loaded.",
)  # fmt: skip
EMPTY_COLUMNS = Rule(
    "kolom_tanpa_tanda", Weight.NOTE,
    "Kolom tanpa satu tanda pun, sesinya tidak dibuat: {allowed}.",
    "Columns without any mark; no session was made: {allowed}.",
)  # fmt: skip
