"""What came of a work plan: quarterly reports, their lines, their way, and agreed actions."""

from typing import ClassVar

import sqlalchemy as sa

from models.base import Sourced, composite, date, rule, unique
from models.codes import ReportStatus
from models.columns import Heading, closed, column, derived, key
from models.partners import AGREEMENT
from models.plans import MOST, MOST_RUPIAH, PLAN, PLANNED

REPORT = (
    *AGREEMENT,
    Heading("tahun_laporan", "report_year"),
    Heading("triwulan", "quarter"),
)
MOST_VERSIONS = 2_000_000_000


class ProgressReport(Sourced, table=True):
    """One row is the report of an agreement about one quarter, against one work plan.

    `data_version` names the state of the data that its counted figures were frozen at. The letter
    is that of the verification it stands at; all its steps are in `ReportStep`.
    """

    __tablename__ = "progress_report"
    called: ClassVar = ("Laporan triwulan", "Quarterly reports")
    __table_args__ = (
        unique("agreement_id", "year", "quarter"),
        unique("id", "plan_id"),
        composite(["plan_id", "agreement_id", "year"], "work_plan", ["id", "agreement_id", "year"]),
        rule(
            "submitted_is_frozen",
            "status IN ('DRAF', 'DIKEMBALIKAN') "
            "OR (submitted_on IS NOT NULL AND data_version IS NOT NULL)",
        ),
        rule(
            "verified_has_letter",
            "status IN ('DRAF', 'DIAJUKAN', 'DIKEMBALIKAN') "
            "OR (verified_letter IS NOT NULL AND verified_on IS NOT NULL)",
        ),
        sa.Index("ix_progress_report_plan_id", "plan_id"),
    )
    natural_key: ClassVar = ("agreement_id", "year", "quarter")

    agreement_id: int = key(
        "Perjanjian", "Agreement", target="agreement", path=AGREEMENT, foreign_key="agreement.id"
    )
    plan_id: int = key("Rencana kerja", "Work plan", target="work_plan", path=PLAN)
    year: int = column(
        "Tahun laporan", "Report year", heading=REPORT[2].id, english=REPORT[2].en, minimum=2000,
        maximum=2100,
    )  # fmt: skip
    quarter: int = column(
        "Triwulan", "Quarter", heading=REPORT[3].id, english=REPORT[3].en, minimum=1, maximum=4
    )
    status: ReportStatus = column(
        "Status laporan", "Report status", heading="status_laporan", english="report_status",
        default=ReportStatus.DRAF, sa_type=closed(ReportStatus, "status"),
    )  # fmt: skip
    submitted_on: date | None = column(
        "Diajukan pada", "Submitted on", heading="tanggal_diajukan", english="submitted_on",
        default=None,
    )  # fmt: skip
    data_version: int | None = column(
        "Versi data", "Data version", heading="versi_data", english="data_version", minimum=0,
        maximum=MOST_VERSIONS, default=None,
    )  # fmt: skip
    verified_letter: str | None = column(
        "Surat verifikasi terakhir", "Letter of the last verification",
        heading="surat_verifikasi", english="verified_letter", max_length=120, default=None,
    )  # fmt: skip
    verified_on: date | None = column(
        "Tanggal surat verifikasi", "Date of that letter", heading="tanggal_verifikasi",
        english="verified_on", past=True, default=None,
    )  # fmt: skip
    summary: str | None = column(
        "Ringkasan", "Summary", heading="ringkasan", english="summary", max_length=2000,
        default=None,
    )  # fmt: skip


class ProgressLine(Sourced, table=True):
    """One row is one planned activity in a report: counted, recorded and reported, side by side.

    `counted` comes from rows (cohorts under the agreement, activities graded DIHITUNG),
    `recorded` from activities graded DILAPORKAN, `reported` from the officer; all three in the
    target unit of the planned activity. Empty is not known, zero is none. What makes up
    `counted` is kept beside it, frozen when the report is submitted.
    """

    __tablename__ = "progress_line"
    called: ClassVar = ("Baris laporan triwulan", "Lines of quarterly reports")
    __table_args__ = (
        unique("report_id", "activity_id"),
        composite(["report_id", "plan_id"], "progress_report", ["id", "plan_id"]),
        composite(["activity_id", "plan_id"], "planned_activity", ["id", "plan_id"]),
        sa.Index("ix_progress_line_activity_id", "activity_id"),
    )
    natural_key: ClassVar = ("report_id", "activity_id")

    report_id: int = key(
        "Laporan triwulan", "Quarterly report", target="progress_report", path=REPORT
    )
    plan_id: int = derived("Rencana kerja", "Work plan", source=("report_id", "plan_id"))
    activity_id: int = key(
        "Rencana kegiatan", "Planned activity", target="planned_activity", path=PLANNED
    )
    counted: int | None = column(
        "Terhitung", "Counted", heading="terhitung", english="counted", minimum=0,
        maximum=4 * MOST, default=None,
    )  # fmt: skip
    recorded: int | None = column(
        "Dari kegiatan yang dilaporkan", "From reported activities",
        heading="dari_kegiatan_dilaporkan", english="recorded", minimum=0, maximum=4 * MOST,
        default=None,
    )  # fmt: skip
    reported: int | None = column(
        "Dilaporkan", "Reported", heading="dilaporkan", english="reported", minimum=0,
        maximum=4 * MOST, default=None,
    )  # fmt: skip
    difference: str | None = column(
        "Penjelasan selisih", "Why they differ", heading="penjelasan_selisih",
        english="difference", max_length=1000, default=None,
    )  # fmt: skip
    spent: int | None = column(
        "Anggaran terpakai", "Spent", heading="anggaran_terpakai", english="spent",
        unit="rupiah", minimum=0, maximum=MOST_RUPIAH, default=None,
    )  # fmt: skip
    obstacle: str | None = column(
        "Kendala", "Obstacle", heading="kendala", english="obstacle", max_length=1000,
        default=None,
    )  # fmt: skip
    evidence: str | None = column(
        "Bukti", "Evidence", heading="bukti", english="evidence", max_length=500, default=None
    )
    sessions: int | None = column(
        "Sesi terlaksana", "Sessions held", heading="sesi_terlaksana", english="sessions_held",
        unit="sesi", minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    activities: int | None = column(
        "Kegiatan terhitung", "Activities counted", heading="kegiatan_terhitung",
        english="activities_counted", minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    reached_wbp: int | None = column(
        "WBP terjangkau", "WBP reached", heading="jumlah_wbp", english="reached_wbp",
        unit="orang", minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    reached_officers: int | None = column(
        "Petugas terjangkau", "Officers reached", heading="jumlah_petugas",
        english="reached_officers", unit="orang", minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    reached_community: int | None = column(
        "Masyarakat terjangkau", "Community reached", heading="jumlah_masyarakat",
        english="reached_community", unit="orang", minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    minutes: int | None = column(
        "Menit hadir", "Minutes attended", heading="menit_hadir", english="attended_minutes",
        unit="menit", minimum=0, maximum=MOST_VERSIONS, default=None,
    )  # fmt: skip
    completions: int | None = column(
        "Orang yang selesai", "Completions", heading="jumlah_selesai", english="completions",
        unit="orang", minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    certificates: int | None = column(
        "Sertifikat", "Certificates", heading="jumlah_sertifikat", english="certificates",
        minimum=0, maximum=MOST, default=None,
    )  # fmt: skip


class ReportStep(Sourced, table=True):
    """One row is one step of a report's way: submitted, verified by a letter, or returned.

    A verification is known by its letter; nobody clicks it in another's name.
    """

    __tablename__ = "report_step"
    called: ClassVar = ("Langkah laporan", "Steps of reports")
    __table_args__ = (
        unique("report_id", "number"),
        rule(
            "verified_has_letter",
            "status IN ('DRAF', 'DIAJUKAN', 'DIKEMBALIKAN') "
            "OR (letter_number IS NOT NULL AND letter_on IS NOT NULL)",
        ),
        rule("returned_has_reason", "status <> 'DIKEMBALIKAN' OR reason IS NOT NULL"),
    )
    natural_key: ClassVar = ("report_id", "number")

    report_id: int = key(
        "Laporan triwulan", "Quarterly report", target="progress_report", path=REPORT,
        foreign_key="progress_report.id",
    )  # fmt: skip
    number: int = column(
        "Nomor langkah", "Step number", heading="nomor_langkah", english="step_number", minimum=1
    )
    status: ReportStatus = column(
        "Status", "Status", heading="status_langkah", english="step_status",
        sa_type=closed(ReportStatus, "status"),
    )  # fmt: skip
    taken_on: date = column(
        "Dicatat pada", "Recorded on", heading="tanggal_langkah", english="taken_on"
    )
    by_office: str | None = column(
        "Oleh (jabatan atau kantor)", "By (office)", heading="oleh_kantor", english="by_office",
        max_length=160, default=None,
    )  # fmt: skip
    letter_number: str | None = column(
        "Nomor surat", "Letter number", heading="nomor_surat", english="letter_number",
        max_length=120, default=None,
    )  # fmt: skip
    letter_on: date | None = column(
        "Tanggal surat", "Letter date", heading="tanggal_surat", english="letter_on", past=True,
        default=None,
    )  # fmt: skip
    reason: str | None = column(
        "Alasan", "Reason", heading="alasan", english="reason", max_length=1000, default=None
    )


class FollowUpAction(Sourced, table=True):
    """One row is an action agreed in a report; it stays open over later reports until closed."""

    __tablename__ = "follow_up_action"
    called: ClassVar = ("Tindak lanjut", "Follow-up actions")
    __table_args__ = (
        unique("line_id", "number"),
        rule("closed_has_result", "(closed_on IS NULL) = (result IS NULL)"),
    )
    natural_key: ClassVar = ("line_id", "number")

    line_id: int = key(
        "Baris laporan", "Report line", target="progress_line", path=(*REPORT, *PLANNED[2:]),
        foreign_key="progress_line.id",
    )  # fmt: skip
    number: int = column(
        "Nomor tindak lanjut", "Action number", heading="nomor_tindak_lanjut",
        english="action_number", minimum=1,
    )  # fmt: skip
    text: str = column(
        "Tindak lanjut", "Action", heading="tindak_lanjut", english="follow_up", max_length=1000
    )
    owner: str = column(
        "Penanggung jawab (jabatan atau pihak)", "Owner (office or party)",
        heading="penanggung_jawab", english="action_owner", max_length=160,
    )  # fmt: skip
    due: date = column("Jatuh tempo", "Due", heading="jatuh_tempo", english="due")
    closed_on: date | None = column(
        "Selesai pada", "Closed on", heading="tanggal_selesai", english="closed_on", past=True,
        default=None,
    )  # fmt: skip
    result: str | None = column(
        "Hasil", "Result", heading="hasil", english="result", max_length=500, default=None
    )
