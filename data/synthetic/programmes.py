"""Twenty-five fictional programmes, with what each truly does to the Sikap score."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.synthetic.writing import Line

HELPS, JOINS, NOTHING, LOTTERY = "PRG01", "PRG02", "PRG03", "PRG04"


@dataclass(frozen=True)
class Course:
    """One programme. `effect`: points that the whole of it truly adds to a Sikap score."""

    code: str
    name: str
    field: str
    kind: str
    sessions: int
    minutes: int
    every_days: int
    effect: float = 0.0
    need: str | None = None
    supports: str | None = None
    owner: str = "DITJENPAS"
    deal: str | None = None
    partner: str | None = None
    certificate: bool = False
    dosage: int = 50


COURSES = (
    Course(HELPS, "Berpikir Kritis Contoh", "PERUBAHAN_PERILAKU", "BERPIKIR_KRITIS", 24, 90, 4,
           8.0, "SIKAP_PIDANA", "SINERGI", deal="PKS-01", partner="MTR01", dosage=60),
    Course(JOINS, "Kelola Amarah Contoh", "PERUBAHAN_PERILAKU", "KELOLA_AMARAH", 24, 90, 4,
           0.0, "EMOSI", "SINERGI", deal="PKS-02", partner="MTR02", dosage=60),
    Course(NOTHING, "Ceramah Motivasi Contoh", "KEPRIBADIAN", "KONSELING", 24, 60, 4,
           0.0, "SIKAP_PIDANA"),
    Course(LOTTERY, "Persiapan Bebas Contoh", "PERUBAHAN_PERILAKU", "KELUARGA", 18, 90, 4,
           2.0, "KELUARGA", "SINERGI", deal="PKS-01", partner="MTR01"),
    Course("PRG05", "Pembinaan Rohani Contoh", "KEPRIBADIAN", "KEAGAMAAN", 110, 60, 3, 1.0,
           supports="BACK_TO_BASICS", deal="PKS-10", partner="MTR10"),
    Course("PRG06", "Wawasan Kebangsaan Contoh", "KEPRIBADIAN", "KEBANGSAAN", 16, 90, 7,
           supports="BACK_TO_BASICS"),
    Course("PRG07", "Penyuluhan Hukum Contoh", "KEPRIBADIAN", "HUKUM", 8, 90, 14),
    Course("PRG08", "Olahraga Pagi Contoh", "KEPRIBADIAN", "JASMANI", 150, 45, 2, 0.5),
    Course("PRG09", "Seni Musik Contoh", "KEPRIBADIAN", "KESENIAN", 40, 90, 7,
           need="WAKTU_LUANG"),
    Course("PRG10", "Pramuka Contoh", "KEPRIBADIAN", "PRAMUKA", 36, 90, 7),
    Course("PRG11", "Las Listrik Contoh", "KEMANDIRIAN", "PELATIHAN", 40, 240, 2, 1.5,
           "PENDIDIKAN_KERJA", deal="PKS-06", partner="MTR06", certificate=True, dosage=80),
    Course("PRG12", "Jahit Contoh", "KEMANDIRIAN", "PELATIHAN", 40, 240, 2, 1.5,
           "PENDIDIKAN_KERJA", certificate=True, dosage=80),
    Course("PRG13", "Bengkel Kerja Contoh", "KEMANDIRIAN", "KERJA", 160, 300, 2, 1.0,
           "PENDIDIKAN_KERJA", deal="PKS-04", partner="MTR04"),
    Course("PRG14", "Kriya Contoh", "KEMANDIRIAN", "MINAT_BAKAT", 50, 120, 4,
           need="WAKTU_LUANG", owner="CTH003"),
    Course("PRG15", "Kejar Paket B Contoh", "PENDIDIKAN", "PAKET_B", 120, 120, 3, 0.5,
           "PENDIDIKAN_KERJA", deal="PKS-07", partner="MTR07", certificate=True),
    Course("PRG16", "Kejar Paket C Contoh", "PENDIDIKAN", "PAKET_C", 120, 120, 3, 0.5,
           "PENDIDIKAN_KERJA", deal="PKS-07", partner="MTR07", certificate=True),
    Course("PRG17", "Literasi Dasar Contoh", "PENDIDIKAN", "LITERASI", 48, 60, 4,
           need="PENDIDIKAN_KERJA"),
    Course("PRG18", "Rehabilitasi Sosial Contoh", "REHABILITASI", "REHAB_SOSIAL", 90, 120, 2,
           2.5, "NARKOBA", "BERANTAS_NARKOBA", deal="PKS-09", partner="MTR09"),
    Course("PRG19", "Pascarehabilitasi Contoh", "REHABILITASI", "PASCA_REHAB", 24, 90, 7, 1.0,
           "NARKOBA", "BERANTAS_NARKOBA"),
    Course("PRG20", "Bimbingan Kepribadian Contoh", "PEMBIMBINGAN", "BIMB_KEPRIBADIAN", 24, 60,
           14),
    Course("PRG21", "Bimbingan Kemandirian Contoh", "PEMBIMBINGAN", "BIMB_KEMANDIRIAN", 20, 90,
           14, need="KEUANGAN"),
    Course("PRG22", "Konseling Klien Contoh", "PEMBIMBINGAN", "KONSELING_KLIEN", 16, 60, 14,
           need="EMOSI"),
    Course("PRG23", "Pendampingan Anak Contoh", "PEMBIMBINGAN", "PENDAMPINGAN_ANAK", 40, 60, 7,
           need="KELUARGA"),
    Course("PRG24", "Pelatihan Wali Contoh", "KAPASITAS_PETUGAS", "PELATIHAN_PETUGAS", 10, 180,
           3, deal="NK-05", partner="MTR05", certificate=True, supports="SINERGI"),
    Course("PRG25", "Pelatihan PK Contoh", "KAPASITAS_PETUGAS", "PELATIHAN_PETUGAS", 10, 180, 3,
           deal="NK-03", partner="MTR02", certificate=True, supports="SINERGI"),
)  # fmt: skip
COURSE = {course.code: course for course in COURSES}


def programme_lines() -> Iterator[Line]:
    """The file of programmes."""
    for course in COURSES:
        yield {
            "unit_program": course.owner, "kode_program": course.code,
            "nama_program": course.name, "bidang": course.field, "jenis_program": course.kind,
            "kebutuhan": course.need, "rencana_sesi": course.sessions,
            "rencana_menit": course.minutes, "dosis_minimum": course.dosage,
            "bersertifikat": course.certificate, "mendukung": course.supports,
        }  # fmt: skip
