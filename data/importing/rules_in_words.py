"""Rules over several columns, as a person who fills in a form reads them."""

from collections.abc import Mapping

from data.importing.issues import Rule, Weight


def _rule(code: str, sentence_id: str, sentence_en: str) -> Rule:
    return Rule(code, Weight.REFUSED, sentence_id, sentence_en)


def already_there(labels_id: str, labels_en: str) -> Rule:
    """That another row has the same values in these columns."""
    return _rule(
        "sudah_ada", f"sudah ada catatan dengan {labels_id} yang sama. Periksa yang sudah ada.",
        f"there is a record with the same {labels_en} already. Look at that one.",
    )  # fmt: skip


_ORDER = _rule(
    "akhir_sebelum_awal",
    "tanggal akhir lebih awal daripada tanggal awal. Perbaiki salah satunya.",
    "the last day is before the first. Correct one of them.",
)
OUTSIDE_TERM = _rule(
    "di_luar_masa_berlaku",
    "{value} di luar tahun rencana dan masa berlaku perjanjian ({allowed}).",
    "{value} is outside the plan's year and the agreement's term ({allowed}).",
)
EXPLAIN_DIFFERENCE = _rule(
    "selisih_tanpa_penjelasan",
    "dilaporkan {value}, terhitung {allowed}. Tuliskan satu kalimat mengapa berbeda.",
    "{value} reported, {allowed} counted. Write one sentence on why they differ.",
)
REPORT_SOMETHING = _rule(
    "belum_dilaporkan",
    "belum diisi. Tuliskan angkanya; nol bila memang tidak ada.",
    "is not filled in. Write the figure; zero if there was none.",
)
# table.rule -> the column beside which it is said, and the sentence
IN_WORDS: Mapping[str, tuple[str, Rule]] = {
    "agreement.ends_on_not_before_starts_on": ("ends_on", _ORDER),
    "agreement.ends_on_not_before_signed_on": ("ends_on", _ORDER),
    "agreement.signed_has_date": ("signed_on", _rule(
        "tanpa_tanggal", "perjanjian yang ditandatangani memerlukan tanggal penandatanganan.",
        "a signed agreement needs the day of signing.",
    )),
    "agreement.data_terms_whole": ("data_role", _rule(
        "syarat_data_tidak_lengkap",
        "isi ketiganya (peran, dasar hukum, sampai kapan), atau kosongkan ketiganya.",
        "fill in all three (role, legal basis, until when), or none.",
    )),
    "work_plan.approved_has_letter": ("approval_letter", _rule(
        "tanpa_surat",
        "rencana yang disetujui memerlukan nomor dan tanggal surat persetujuannya.",
        "an approved plan needs the number and the date of its approval letter.",
    )),
    "work_plan.returned_has_reason": ("return_reason", _rule(
        "tanpa_alasan", "rencana yang dikembalikan memerlukan alasannya.",
        "a returned plan needs the reason.",
    )),
    "progress_report.submitted_is_frozen": ("submitted_on", _rule(
        "tanpa_pengajuan",
        "laporan yang sudah diajukan memerlukan tanggal pengajuan dan versi datanya.",
        "a submitted report needs the day of submission and its data version.",
    )),
    "progress_report.verified_has_letter": ("verified_letter", _rule(
        "tanpa_surat",
        "laporan yang diverifikasi memerlukan nomor dan tanggal surat verifikasinya.",
        "a verified report needs the number and the date of the verification letter.",
    )),
    "planned_activity.ends_on_not_before_starts_on": ("ends_on", _ORDER),
    "entitlement.hearing_on_not_before_proposed_on": ("hearing_on", _ORDER),
    "entitlement.decided_on_not_before_proposed_on": ("decided_on", _ORDER),
    "enrolment.started_on_not_before_referred_on": ("started_on", _ORDER),
    "enrolment.ended_on_not_before_started_on": ("ended_on", _ORDER),
    "planned_activity.quarters_add_up": ("target_year", _rule(
        "triwulan_tidak_sama_tahun",
        "jumlah target keempat triwulan tidak sama dengan target setahun. Samakan, atau "
        "kosongkan salah satunya.",
        "the four quarters do not add up to the target of the year. Make them agree, or leave "
        "one of them empty.",
    )),
    "planned_activity.programme_or_field": ("field", _rule(
        "program_atau_bidang",
        "pilih programnya atau bidangnya, jangan keduanya; program sudah punya bidang.",
        "choose the programme or the field, not both; a programme has its field.",
    )),
    "planned_activity.kind_can_be_counted": ("activity_kind", _rule(
        "jenis_tidak_dapat_dihitung",
        "kegiatan di luar angkatan tidak punya sesi, jam, kelulusan, atau sertifikat. Pilih "
        "satuan Kegiatan atau Orang, atau kosongkan jenis kegiatannya.",
        "activities outside cohorts have no sessions, hours, completions or certificates. "
        "Choose activities or people as the unit, or leave the kind empty.",
    )),
}  # fmt: skip
