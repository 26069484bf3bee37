"""Closed lists: codes on which the program branches, each with its two labels.

Open lists (fields, kinds, reasons, needs) are rows of the table `code`, so that an officer
can add one; nothing here may grow without a change of code.
"""

from models.labelled import Labelled as Labelled


class Sex(Labelled):
    """Sex as registered."""

    LAKI_LAKI = "L", "Laki-laki", "Male"
    PEREMPUAN = "P", "Perempuan", "Female"


class UnitKind(Labelled):
    """Kinds of unit from the directorate down (domain: UPT types)."""

    DITJENPAS = "DITJENPAS", "Direktorat Jenderal", "Directorate General"
    KANWIL = "KANWIL", "Kantor wilayah", "Regional office"
    LAPAS = "LAPAS", "Lapas", "Prison"
    LAPAS_NARKOTIKA = "LAPAS_NARKOTIKA", "Lapas narkotika", "Narcotics prison"
    LPP = "LPP", "Lapas perempuan", "Women's prison"
    LAPAS_PEMUDA = "LAPAS_PEMUDA", "Lapas pemuda", "Young adults' prison"
    LAPAS_TERBUKA = "LAPAS_TERBUKA", "Lapas terbuka", "Open prison"
    LAPAS_KHUSUS = "LAPAS_KHUSUS", "Lapas khusus", "High-risk prison"
    LPKA = "LPKA", "LPKA", "Juvenile institution"
    LPAS = "LPAS", "LPAS", "Temporary juvenile placement"
    RUTAN = "RUTAN", "Rutan", "Remand centre"
    CABANG_RUTAN = "CABANG_RUTAN", "Cabang rutan", "Remand branch"
    BAPAS = "BAPAS", "Bapas", "Probation and parole office"
    RUPBASAN = "RUPBASAN", "Rupbasan", "Confiscated goods store"


class SecurityLevel(Labelled):
    """Security levels of Permenkumham 35/2018."""

    SUPER_MAXIMUM = "SUPER_MAXIMUM", "Super maximum", "Super maximum"
    MAXIMUM = "MAXIMUM", "Maximum", "Maximum"
    MEDIUM = "MEDIUM", "Medium", "Medium"
    MINIMUM = "MINIMUM", "Minimum", "Minimum"


class LegalStatus(Labelled):
    """Legal status of one stretch of custody or guidance (UU 22/2022)."""

    TAHANAN = "TAHANAN", "Tahanan", "Detainee"
    ANAK = "ANAK", "Anak", "Child in conflict with the law"
    NARAPIDANA = "NARAPIDANA", "Narapidana", "Convict"
    ANAK_BINAAN = "ANAK_BINAAN", "Anak binaan", "Juvenile inmate"
    KLIEN_DEWASA = "KLIEN_DEWASA", "Klien dewasa", "Adult client"
    KLIEN_ANAK = "KLIEN_ANAK", "Klien anak", "Child client"


CLIENT_STATUSES = (LegalStatus.KLIEN_DEWASA, LegalStatus.KLIEN_ANAK)


class IdentifierKind(Labelled):
    """Kinds of number that a person carries."""

    INDUK = "INDUK", "Nomor induk", "Person number"
    NASIONAL = "NASIONAL", "Nomor induk nasional", "National person number"
    REGISTER = "REGISTER", "Nomor register", "Register number"
    BAPAS = "BAPAS", "Nomor Bapas", "Bapas number"
    NIK = "NIK", "NIK", "Citizen number"


class RegisterKind(Labelled):
    """Registers of Kepdirjenpas PAS-170.PK.01.01.02/2015."""

    A_I = "A_I", "A.I", "A.I"
    A_II = "A_II", "A.II", "A.II"
    A_III = "A_III", "A.III", "A.III"
    A_IV = "A_IV", "A.IV", "A.IV"
    A_V = "A_V", "A.V", "A.V"
    B_I = "B_I", "B.I", "B.I"
    B_IIA = "B_IIA", "B.IIa", "B.IIa"
    B_IIB = "B_IIB", "B.IIb", "B.IIb"
    B_III = "B_III", "B.III", "B.III"
    C = "C", "C", "C"
    SH = "SH", "Seumur hidup", "Life"
    MATI = "MATI", "Pidana mati", "Death"
    KLIEN = "KLIEN", "Klien", "Client"


class GuardianKind(Labelled):
    """Who cares for a person: wali in an institution, PK at a Bapas."""

    WALI = "WALI", "Wali pemasyarakatan", "Guardian officer"
    PK = "PK", "Pembimbing kemasyarakatan", "Community counsellor"


class NeedSource(Labelled):
    """Where an assessed need comes from."""

    RRI = "RRI", "RRI", "Risk instrument"
    KRIMINOGENIK = "KRIMINOGENIK", "Kebutuhan kriminogenik", "Criminogenic needs"
    LITMAS = "LITMAS", "Litmas", "Social inquiry report"


class RiskLevel(Labelled):
    """Level of risk or need; RRI gives the first three."""

    RENDAH = "RENDAH", "Rendah", "Low"
    SEDANG = "SEDANG", "Sedang", "Medium"
    TINGGI = "TINGGI", "Tinggi", "High"


class AgreementKind(Labelled):
    """Kinds of agreement (Permenkumham 65/2016)."""

    PKS = "PKS", "Perjanjian Kerja Sama (PKS)", "Cooperation agreement (PKS)"
    NOTA_KESEPAHAMAN = "NOTA_KESEPAHAMAN", "Nota Kesepahaman", "Memorandum of understanding"
    ADENDUM = "ADENDUM", "Adendum", "Addendum"


class AgreementLevel(Labelled):
    """Who signs on the government's side, if anybody."""

    DITJEN = "DITJEN", "Ditjen", "Directorate General"
    KANWIL = "KANWIL", "Kanwil", "Regional office"
    UPT = "UPT", "UPT", "Unit"
    ANTAR_MITRA = "ANTAR_MITRA", "Antar mitra", "Between partners"


class AgreementStage(Labelled):
    """Stages of an agreement; "expired" is derived from its end date, never stored."""

    PENJAJAKAN = "PENJAJAKAN", "Penjajakan", "Exploration"
    PEMBAHASAN = "PEMBAHASAN", "Pembahasan", "Negotiation"
    DITANDATANGANI = "DITANDATANGANI", "Ditandatangani", "Signed"
    DIAKHIRI = "DIAKHIRI", "Diakhiri", "Ended"


class PartyRole(Labelled):
    """What a signatory is."""

    PIHAK = "PIHAK", "Pihak", "Party"
    SAKSI = "SAKSI", "Saksi", "Witness"
    MENGETAHUI = "MENGETAHUI", "Mengetahui", "Acknowledging"


class ActivityGrade(Labelled):
    """How well an activity is known."""

    DIHITUNG = "DIHITUNG", "Dihitung dari data", "Counted from rows"
    DILAPORKAN = "DILAPORKAN", "Dilaporkan", "Reported only"


class Pillar(Labelled):
    """The three pillars of the agreements of 27 June 2022: whom they reach."""

    PETUGAS = "PETUGAS", "Petugas", "Officers"
    MASYARAKAT = "MASYARAKAT", "Masyarakat", "Community"
    WBP = "WBP", "WBP", "People in corrections"


class PlannedMeasure(Labelled):
    """What a planned activity promises so many of; all but the last are counted from rows."""

    KEGIATAN = "KEGIATAN", "Kegiatan", "Activities"
    SESI = "SESI", "Sesi", "Sessions"
    ORANG = "ORANG", "Orang", "People"
    JAM = "JAM", "Jam hadir", "Hours attended"
    SELESAI = "SELESAI", "Orang yang selesai", "Completions"
    SERTIFIKAT = "SERTIFIKAT", "Sertifikat", "Certificates"
    LAINNYA = "LAINNYA", "Lainnya (tidak dihitung)", "Other (not counted)"


class PlanStatus(Labelled):
    """Way of a work plan."""

    DRAF = "DRAF", "Draf", "Draft"
    DIAJUKAN = "DIAJUKAN", "Diajukan", "Submitted"
    DISETUJUI = "DISETUJUI", "Disetujui", "Approved"
    DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan", "Returned"


class ReportStatus(Labelled):
    """Way of a quarterly report: up the line, or back with a reason."""

    DRAF = "DRAF", "Draf", "Draft"
    DIAJUKAN = "DIAJUKAN", "Diajukan", "Submitted"
    DIVERIFIKASI_UPT = "DIVERIFIKASI_UPT", "Diverifikasi UPT", "Verified by the unit"
    DIVERIFIKASI_KANWIL = "DIVERIFIKASI_KANWIL", "Diverifikasi Kanwil", "Verified by the region"
    DIVERIFIKASI_DITJEN = (
        "DIVERIFIKASI_DITJEN", "Diverifikasi Ditjen", "Verified by the directorate",
    )  # fmt: skip
    DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan", "Returned"


class DocumentKind(Labelled):
    """What a stored file is."""

    NASKAH = "NASKAH", "Naskah perjanjian", "Agreement as signed"
    DAFTAR_HADIR = "DAFTAR_HADIR", "Daftar hadir bertanda tangan", "Signed attendance sheet"
    BUKTI = "BUKTI", "Bukti", "Evidence"
    SURAT = "SURAT", "Surat", "Letter"
    LAINNYA = "LAINNYA", "Lainnya", "Other"


class ContactKind(Labelled):
    """How a client of a Bapas was met or was to be met."""

    WAJIB_LAPOR = "WAJIB_LAPOR", "Wajib lapor", "Reporting duty"
    KUNJUNGAN_RUMAH = "KUNJUNGAN_RUMAH", "Kunjungan rumah", "Home visit"
    KUNJUNGAN_KERJA = "KUNJUNGAN_KERJA", "Kunjungan tempat kerja", "Workplace visit"
    TELEPON = "TELEPON", "Telepon atau daring", "Call"
    KELUARGA = "KELUARGA", "Pertemuan keluarga", "Family meeting"


class CohortStatus(Labelled):
    """Stages of a cohort."""

    USULAN = "USULAN", "Usulan", "Proposed"
    DISETUJUI = "DISETUJUI", "Disetujui", "Approved"
    BERJALAN = "BERJALAN", "Berjalan", "Running"
    SELESAI = "SELESAI", "Selesai", "Finished"
    DIBATALKAN = "DIBATALKAN", "Dibatalkan", "Cancelled"


class CohortAssignment(Labelled):
    """How places were given: as usual, or by recorded lottery (evidence level R)."""

    BIASA = "BIASA", "Biasa", "As usual"
    UNDIAN = "UNDIAN", "Undian tercatat", "Recorded lottery"


class SessionStatus(Labelled):
    """Stages of one meeting."""

    RENCANA = "RENCANA", "Rencana", "Planned"
    TERLAKSANA = "TERLAKSANA", "Terlaksana", "Held"
    BATAL = "BATAL", "Batal", "Cancelled"


class FacilitatorKind(Labelled):
    """Who leads a meeting."""

    PETUGAS = "PETUGAS", "Petugas", "Officer"
    MITRA = "MITRA", "Mitra", "Partner"
    WBP = "WBP", "WBP", "Participant"
    INSTANSI_LAIN = "INSTANSI_LAIN", "Instansi lain", "Other agency"


class EnrolmentStatus(Labelled):
    """Where a person stands in a cohort."""

    DAFTAR_TUNGGU = "DAFTAR_TUNGGU", "Daftar tunggu", "Waiting list"
    TIDAK_TERUNDI = "TIDAK_TERUNDI", "Tidak terundi", "Not drawn in the lottery"
    SETUJU = "SETUJU", "Disetujui", "Approved"
    AKTIF = "AKTIF", "Aktif", "Active"
    LULUS = "LULUS", "Lulus", "Passed"
    SELESAI = "SELESAI", "Selesai", "Completed"
    TIDAK_LULUS = "TIDAK_LULUS", "Tidak lulus", "Did not pass"
    MENGUNDURKAN_DIRI = "MENGUNDURKAN_DIRI", "Mengundurkan diri", "Withdrew"
    DIKELUARKAN = "DIKELUARKAN", "Dikeluarkan", "Removed"
    PINDAH = "PINDAH", "Pindah", "Transferred"
    BEBAS = "BEBAS", "Bebas", "Released"


class MeasureDirection(Labelled):
    """Which way a score is better."""

    NAIK = "NAIK", "Makin tinggi makin baik", "Higher is better"
    TURUN = "TURUN", "Makin rendah makin baik", "Lower is better"


class AssessmentStatus(Labelled):
    """Way of an assessment; only DITERIMA counts."""

    DRAF = "DRAF", "Draf", "Draft"
    DISUBMIT = "DISUBMIT", "Disubmit", "Submitted"
    DITERIMA = "DITERIMA", "Diterima", "Accepted"
    DITOLAK = "DITOLAK", "Ditolak", "Rejected"


class Severity(Labelled):
    """Severity of a Register F entry."""

    RINGAN = "RINGAN", "Ringan", "Light"
    SEDANG = "SEDANG", "Sedang", "Moderate"
    BERAT = "BERAT", "Berat", "Severe"


class EntitlementKind(Labelled):
    """Rights that are asked for and decided (Permenkumham 3/2018 as amended)."""

    REMISI = "REMISI", "Remisi", "Remission"
    ASIMILASI = "ASIMILASI", "Asimilasi", "Assimilation"
    CMK = "CMK", "Cuti mengunjungi keluarga", "Family visit leave"
    PB = "PB", "Pembebasan bersyarat", "Parole"
    CMB = "CMB", "Cuti menjelang bebas", "Pre-release leave"
    CB = "CB", "Cuti bersyarat", "Conditional leave"


class HearingResult(Labelled):
    """What the TPP hearing recommended."""

    DISETUJUI = "DISETUJUI", "Disetujui", "Recommended"
    DITUNDA = "DITUNDA", "Ditunda", "Deferred"
    DITOLAK = "DITOLAK", "Ditolak", "Not recommended"


class ReturnKind(Labelled):
    """How a return became known."""

    PIDANA_BARU = "PIDANA_BARU", "Pidana baru", "New conviction"
    PENANGKAPAN = "PENANGKAPAN", "Penangkapan ulang", "Re-arrest"
    PENCABUTAN = "PENCABUTAN", "Pencabutan hak", "Revocation"


class CostSource(Labelled):
    """Who pays."""

    DIPA = "DIPA", "DIPA", "State budget"
    MITRA = "MITRA", "Mitra", "Partner"
    LAINNYA = "LAINNYA", "Lainnya", "Other"


class ValueSource(Labelled):
    """Where a month of an official indicator comes from."""

    DIHITUNG = "DIHITUNG", "Dihitung dari data", "Counted from rows"
    DIENTRI = "DIENTRI", "Dientri petugas", "Entered by an officer"


class DatabaseMode(Labelled):
    """What a database holds: fictional data, or real people."""

    DEMO = "DEMO", "DATA CONTOH", "SAMPLE DATA"
    NYATA = "NYATA", "MODE SATU PETUGAS", "SINGLE OFFICER MODE"


class AccountRole(Labelled):
    """Who somebody is to the system."""

    PETUGAS = "PETUGAS", "Petugas", "Officer"
    PK = "PK", "Pembimbing kemasyarakatan", "Community counsellor"
    KA_UPT = "KA_UPT", "Kepala UPT", "Head of unit"
    KANWIL = "KANWIL", "Kanwil", "Regional office"
    ANALIS_PUSAT = "ANALIS_PUSAT", "Analis pusat", "Central analyst"
    MITRA = "MITRA", "Mitra", "Partner"
    ADMIN = "ADMIN", "Admin", "Administrator"
    AUDITOR = "AUDITOR", "Auditor", "Auditor"


class RowAction(Labelled):
    """What happened to a row."""

    TAMBAH = "TAMBAH", "Tambah", "Insert"
    UBAH = "UBAH", "Ubah", "Update"
    HAPUS = "HAPUS", "Hapus", "Delete"


class Verdict(Labelled):
    """What a refused cell waits for: R correction, Q a decision."""

    R = "R", "Ditolak", "Refused"
    Q = "Q", "Disisihkan", "Set aside"


class PurposeKind(Labelled):
    """What a file given out is for."""

    PEMBINAAN = "PEMBINAAN", "Pembinaan", "Coaching"
    LAPORAN = "LAPORAN", "Laporan", "Reporting"
    EVALUASI = "EVALUASI", "Evaluasi", "Evaluation"
    CADANGAN = "CADANGAN", "Cadangan", "Backup"


class DisclosureLevel(Labelled):
    """Levels of disclosure, for files and screens alike."""

    UNIT = "UNIT", "Unit sendiri", "Own unit"
    MITRA = "MITRA", "Mitra", "Partner"
    PUBLIK = "PUBLIK", "Publik", "Public"
    PSEUDONIM = "PSEUDONIM", "Pseudonim", "Pseudonymous"
