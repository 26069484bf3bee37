"""What an agreement promises: the duties of its parties, and the work plan of each year."""

from typing import ClassVar

import sqlalchemy as sa

from models.base import NIP, UNIT, Sourced, date, in_order, rule, unique
from models.codes import Pillar, PlannedMeasure, PlanStatus
from models.columns import Heading, Privacy, closed, column, key
from models.partners import AGREEMENT
from models.programmes import PROGRAMME

PLAN = (
    *AGREEMENT,
    Heading("tahun_rencana", "plan_year"),
    Heading("versi_rencana", "plan_version"),
)
PLANNED = (*PLAN, Heading("nomor_rencana", "planned_number"))
MOST_RUPIAH = 2_000_000_000
MOST = 10_000_000


class Obligation(Sourced, table=True):
    """One row is a duty that an agreement lays on one of its parties.

    It counts as done on a day, with what shows it. It cannot tell how well it was done.
    """

    __tablename__ = "obligation"
    called: ClassVar = ("Kewajiban pihak", "Obligations")
    __table_args__ = (
        unique("agreement_id", "number"),
        sa.ForeignKeyConstraint(
            ["agreement_id", "party_position"],
            ["agreement_party.agreement_id", "agreement_party.position"],
        ),
        rule("done_has_evidence", "(done_on IS NULL) = (evidence IS NULL)"),
    )
    natural_key: ClassVar = ("agreement_id", "number")

    agreement_id: int = key(
        "Perjanjian", "Agreement", target="agreement", path=AGREEMENT, foreign_key="agreement.id"
    )
    number: int = column(
        "Nomor kewajiban", "Obligation number", heading="nomor_kewajiban",
        english="obligation_number", minimum=1,
    )  # fmt: skip
    party_position: int | None = column(
        "Urutan pihak", "Position", heading="urutan_pihak", english="position", default=None
    )
    text: str = column(
        "Kewajiban", "Obligation", heading="kewajiban", english="obligation", max_length=1000
    )
    due: date | None = column(
        "Jatuh tempo", "Due", heading="jatuh_tempo", english="due", default=None
    )
    done_on: date | None = column(
        "Dipenuhi pada", "Done on", heading="tanggal_dipenuhi", english="done_on", past=True,
        default=None,
    )  # fmt: skip
    evidence: str | None = column(
        "Bukti", "Evidence", heading="bukti", english="evidence", max_length=500, default=None
    )


class WorkPlan(Sourced, table=True):
    """One row is the work plan of an agreement for one year, in one version.

    What was approved does not change any more; a new version takes its place.
    """

    __tablename__ = "work_plan"
    called: ClassVar = ("Rencana kerja", "Work plans")
    __table_args__ = (
        unique("agreement_id", "year", "version"),
        unique("id", "agreement_id", "year"),
        rule(
            "approved_has_letter",
            "status <> 'DISETUJUI' OR (approved_on IS NOT NULL AND approval_letter IS NOT NULL)",
        ),
        rule("returned_has_reason", "status <> 'DIKEMBALIKAN' OR return_reason IS NOT NULL"),
    )
    natural_key: ClassVar = ("agreement_id", "year", "version")

    agreement_id: int = key(
        "Perjanjian", "Agreement", target="agreement", path=AGREEMENT, foreign_key="agreement.id"
    )
    year: int = column(
        "Tahun rencana", "Plan year", heading=PLAN[2].id, english=PLAN[2].en, minimum=2000,
        maximum=2100,
    )  # fmt: skip
    version: int = column(
        "Versi", "Version", heading=PLAN[3].id, english=PLAN[3].en, minimum=1, default=1
    )
    status: PlanStatus = column(
        "Status rencana", "Plan status", heading="status_rencana", english="plan_status",
        default=PlanStatus.DRAF, sa_type=closed(PlanStatus, "status"),
    )  # fmt: skip
    submitted_on: date | None = column(
        "Diajukan pada", "Submitted on", heading="tanggal_diajukan", english="submitted_on",
        default=None,
    )  # fmt: skip
    approved_on: date | None = column(
        "Disetujui pada", "Approved on", heading="tanggal_disetujui", english="approved_on",
        default=None,
    )  # fmt: skip
    approval_letter: str | None = column(
        "Surat persetujuan", "Approval letter", heading="surat_persetujuan",
        english="approval_letter", max_length=120, default=None,
    )  # fmt: skip
    return_reason: str | None = column(
        "Alasan dikembalikan", "Reason returned", heading="alasan_dikembalikan",
        english="return_reason", max_length=1000, default=None,
    )  # fmt: skip


class PlannedActivity(Sourced, table=True):
    """One row is one line of a work plan: what is promised, to whom, how many by quarter.

    What counts towards it is said here and nowhere else: cohorts of `programme_id` (or of
    `field`) under the agreement, and dated activities of `activity_kind`, at `unit_id` if it is
    given. A line that names neither programme, field nor kind cannot be counted, only reported.
    """

    __tablename__ = "planned_activity"
    called: ClassVar = ("Rencana kegiatan", "Planned activities")
    __table_args__ = (
        unique("plan_id", "number"),
        unique("id", "plan_id"),
        in_order("starts_on", "ends_on"),
        rule(
            "quarters_add_up",
            "target_year IS NULL OR "
            "(target_q1 IS NULL AND target_q2 IS NULL AND target_q3 IS NULL "
            "AND target_q4 IS NULL) OR target_year = coalesce(target_q1, 0) "
            "+ coalesce(target_q2, 0) + coalesce(target_q3, 0) + coalesce(target_q4, 0)",
        ),
        rule("programme_or_field", "programme_id IS NULL OR field IS NULL"),
        rule(
            "kind_can_be_counted",
            "measure IN ('KEGIATAN', 'ORANG', 'LAINNYA') OR activity_kind IS NULL",
        ),
        sa.Index("ix_planned_activity_programme_id", "programme_id"),
    )
    natural_key: ClassVar = ("plan_id", "number")

    plan_id: int = key(
        "Rencana kerja", "Work plan", target="work_plan", path=PLAN, foreign_key="work_plan.id"
    )
    number: int = column("Nomor", "Number", heading=PLANNED[4].id, english=PLANNED[4].en, minimum=1)
    title: str = column(
        "Kegiatan", "Activity", heading="kegiatan", english="activity_title", max_length=300
    )
    indicator: str | None = column(
        "Indikator keberhasilan", "Indicator of success", heading="indikator",
        english="indicator", max_length=300, default=None,
    )  # fmt: skip
    pillar: Pillar = column(
        "Pilar", "Pillar", heading="pilar", english="pillar", sa_type=closed(Pillar, "pillar")
    )
    measure: PlannedMeasure = column(
        "Satuan target", "Target unit", heading="satuan_target", english="target_unit",
        sa_type=closed(PlannedMeasure, "measure"),
    )  # fmt: skip
    target_q1: int | None = column(
        "Target triwulan I", "Target quarter 1", heading="target_tw1", english="target_q1",
        minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    target_q2: int | None = column(
        "Target triwulan II", "Target quarter 2", heading="target_tw2", english="target_q2",
        minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    target_q3: int | None = column(
        "Target triwulan III", "Target quarter 3", heading="target_tw3", english="target_q3",
        minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    target_q4: int | None = column(
        "Target triwulan IV", "Target quarter 4", heading="target_tw4", english="target_q4",
        minimum=0, maximum=MOST, default=None,
    )  # fmt: skip
    target_year: int | None = column(
        "Target setahun", "Target of the year", heading="target_tahun", english="target_year",
        minimum=0, maximum=4 * MOST, default=None,
    )  # fmt: skip
    programme_id: int | None = key(
        "Program", "Programme", target="programme", path=PROGRAMME, default=None,
        foreign_key="programme.id",
    )  # fmt: skip
    field: str | None = column(
        "Bidang", "Field", heading="bidang", english="field", codes="bidang_program",
        default=None,
    )  # fmt: skip
    activity_kind: str | None = column(
        "Jenis kegiatan", "Activity kind", heading="jenis_kegiatan", english="activity_kind",
        codes="jenis_kegiatan", default=None,
    )  # fmt: skip
    unit_id: int | None = key(
        "Unit pelaksana", "Carried out at", target="unit", path=(UNIT,), default=None,
        foreign_key="unit.id",
    )  # fmt: skip
    officer_id: int | None = key(
        "Petugas penanggung jawab", "Responsible officer", Privacy.IDENTIFIER, target="officer",
        path=(NIP,), default=None, foreign_key="officer.id",
    )  # fmt: skip
    starts_on: date | None = column(
        "Mulai", "Starts on", heading="tanggal_mulai", english="starts_on", default=None
    )
    ends_on: date | None = column(
        "Selesai", "Ends on", heading="tanggal_selesai", english="ends_on", default=None
    )
    budget_state: int | None = column(
        "Anggaran DIPA", "State budget", heading="anggaran_dipa", english="budget_state",
        unit="rupiah", minimum=0, maximum=MOST_RUPIAH, default=None,
    )  # fmt: skip
    budget_partner: int | None = column(
        "Anggaran mitra", "Partner's budget", heading="anggaran_mitra", english="budget_partner",
        unit="rupiah", minimum=0, maximum=MOST_RUPIAH, default=None,
    )  # fmt: skip
    budget_other: int | None = column(
        "Anggaran lain", "Other budget", heading="anggaran_lain", english="budget_other",
        unit="rupiah", minimum=0, maximum=MOST_RUPIAH, default=None,
    )  # fmt: skip
