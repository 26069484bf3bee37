"""What the road says about what cells mean: numbers of citizens, days, texts, odd characters."""

from data.importing.issues import Rule, Weight

SPACES_TIDIED = Rule(
    "spasi_dirapikan", Weight.NOTE,
    "{count} sel dengan spasi ganda atau spasi khusus dirapikan.",
    "{count} cells with double or special spaces were tidied.",
)  # fmt: skip
DIGITS_TRANSLATED = Rule(
    "angka_dialihkan", Weight.NOTE,
    "{count} sel dengan angka dari aksara lain ditulis dengan 0-9.",
    "{count} cells with digits of another script were written with 0-9.",
)  # fmt: skip
LOCAL_DAY = Rule(
    "tanggal_setempat", Weight.NOTE,
    "{count} sel memuat jam; tanggal setempat dipakai, mis. {value}.",
    "{count} cells hold a time; the local day was taken, e.g. {value}.",
)  # fmt: skip
MORE = Rule("peringatan_lain", Weight.NOTE, "dan {count} hal serupa.", "and {count} more like it.")
FREE_TEXT = Rule(
    "data_peka_dalam_teks", Weight.WARNING,
    "teks tampak memuat NIK, keadaan kesehatan atau perkara; hapus bila tidak perlu.",
    "the text seems to hold a NIK, a state of health or an offence; delete what is not needed.",
)  # fmt: skip

NIK_NOT_READ = Rule(
    "nik_tidak_dibaca", Weight.REFUSED,
    "NIK hanya dibaca bila diizinkan: `sinergi setting baca_nik ya`.",
    "NIK are read only when that was allowed: `sinergi setting baca_nik ya`.",
)  # fmt: skip
NIK_LENGTH = Rule(
    "nik_bukan_16_angka", Weight.REFUSED,
    "{value} bukan 16 angka. Ketik ulang dari KTP, dalam sel berformat teks.",
    "{value} is not 16 digits. Type it again from the identity card, in a text cell.",
)  # fmt: skip
NIK_TIDIED = Rule(
    "nik_dirapikan", Weight.NOTE,
    "{count} NIK ditulis tanpa petik, spasi, titik dan strip.",
    "{count} NIK were written without apostrophes, spaces, dots and dashes.",
)  # fmt: skip
NIK_ROUNDED = Rule(
    "nik_dibulatkan", Weight.SET_ASIDE,
    "{value} berakhir 0 seperti kebanyakan NIK di kolom ini: tampaknya dibulatkan Excel. "
    "Ketik ulang sebagai teks.",
    "{value} ends in 0 like most NIK of this column: Excel seems to have rounded it. "
    "Type it again as text.",
)  # fmt: skip
NIK_BIRTH = Rule(
    "nik_tanggal_lahir", Weight.WARNING,
    "angka 7-12 dari {value} tidak cocok dengan tanggal lahir atau jenis kelamin.",
    "digits 7 to 12 of {value} do not fit the birth date or sex.",
)  # fmt: skip
NIK_PROVINCE = Rule(
    "nik_provinsi", Weight.WARNING,
    "dua angka pertama {value} bukan kode provinsi yang dikenal.",
    "the first two digits of {value} are no known province code.",
)  # fmt: skip
NIK_TWO_PERSONS = Rule(
    "nik_dua_orang", Weight.SET_ASIDE,
    "NIK ini ada pada dua orang dalam berkas; petugas perlu memutuskan.",
    "this NIK stands with two persons in the file; an officer must decide.",
)  # fmt: skip
NIK_ELSEWHERE = Rule(
    "nik_di_unit_lain", Weight.SET_ASIDE,
    "NIK ini sudah tercatat pada orang lain. Pindahan? Hubungi unit asal; petugas perlu "
    "memutuskan.",
    "this NIK is already recorded with another person. A transfer? An officer must decide.",
)  # fmt: skip

NOT_YET_HELD = Rule(
    "sesi_belum_terjadi", Weight.REFUSED,
    "{value}: presensi untuk sesi yang belum terjadi. Perbaiki tanggal sesi atau hapus baris.",
    "{value}: attendance at a session still to come. Correct the date or delete the row.",
)  # fmt: skip
BEFORE_START = Rule(
    "sebelum_mulai", Weight.SET_ASIDE,
    "{value}: presensi sebelum peserta atau angkatan mulai; petugas perlu memutuskan.",
    "{value}: attendance before the participant or the cohort started; an officer must decide.",
)  # fmt: skip
AFTER_END = Rule(
    "setelah_selesai", Weight.SET_ASIDE,
    "{value}: presensi setelah peserta atau angkatan selesai; petugas perlu memutuskan.",
    "{value}: attendance after the participant or the cohort ended; an officer must decide.",
)  # fmt: skip
AFTER_RELEASE = Rule(
    "setelah_keluar", Weight.SET_ASIDE,
    "{value}: presensi setelah orang itu bebas atau pindah; petugas perlu memutuskan.",
    "{value}: attendance after the person was released or transferred; an officer must decide.",
)  # fmt: skip
OVERLAPPING = Rule(
    "sesi_bertumpuk", Weight.SET_ASIDE,
    "{value}: orang ini juga hadir di sesi lain pada jam yang sama; petugas perlu memutuskan.",
    "{value}: this person is also at another session at that time; an officer must decide.",
)  # fmt: skip
AGREEMENT_EXPIRED = Rule(
    "perjanjian_berakhir", Weight.WARNING,
    "perjanjian angkatan ini sudah berakhir pada hari itu. Periksa perpanjangannya.",
    "the agreement of this cohort had ended by that day. Look for its extension.",
)  # fmt: skip
