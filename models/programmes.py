"""What is delivered: programmes, their cohorts, money and meetings."""

from typing import ClassVar

import sqlalchemy as sa

from models.base import UNIT, Sourced, composite, date, in_order, rule, time, unique
from models.codes import (
    CohortAssignment,
    CohortStatus,
    CostSource,
    FacilitatorKind,
    SessionStatus,
)
from models.columns import Heading, Privacy, closed, column, derived, key
from models.partners import AGREEMENT, PARTNER

PROGRAMME = (
    Heading("unit_program", "programme_owner"),
    Heading("kode_program", "programme_code"),
)
COHORT = (UNIT, Heading("kode_angkatan", "cohort_code"))
SESSION = (*COHORT, Heading("nomor_sesi", "session_number"))


class Programme(Sourced, table=True):
    """One row is a kind of programme (its curriculum); national ones belong to DITJENPAS."""

    __tablename__ = "programme"
    called: ClassVar = ("Program", "Programmes")
    __table_args__ = (unique("owner_id", "code"),)
    natural_key: ClassVar = ("owner_id", "code")

    owner_id: int = key(
        "Unit pemilik", "Owning unit", target="unit", path=PROGRAMME[:1], foreign_key="unit.id"
    )
    code: str = column(
        "Kode program", "Programme code", heading="kode_program", english="programme_code",
        max_length=40,
    )  # fmt: skip
    name: str = column(
        "Nama program", "Programme", heading="nama_program", english="programme_name",
        max_length=200,
    )  # fmt: skip
    field: str = column(
        "Bidang", "Field", heading="bidang", english="field", codes="bidang_program"
    )
    kind: str = column(
        "Jenis program", "Programme kind", heading="jenis_program", english="programme_kind",
        codes="jenis_program",
    )  # fmt: skip
    need: str | None = column(
        "Kebutuhan yang dijawab", "Need addressed", heading="kebutuhan", english="need",
        codes="kebutuhan", default=None,
    )  # fmt: skip
    planned_sessions: int | None = column(
        "Rencana sesi", "Planned sessions", heading="rencana_sesi", english="planned_sessions",
        unit="sesi", minimum=1, default=None,
    )  # fmt: skip
    planned_minutes: int | None = column(
        "Menit per sesi", "Minutes a session", heading="rencana_menit",
        english="planned_minutes", unit="menit", minimum=1, default=None,
    )  # fmt: skip
    minimum_dosage: int = column(
        "Dosis minimum", "Minimum dosage", heading="dosis_minimum", english="minimum_dosage",
        unit="persen", minimum=0, maximum=100, default=50,
    )  # fmt: skip
    gives_certificate: bool = column(
        "Bersertifikat", "Gives certificate", heading="bersertifikat",
        english="gives_certificate", default=False,
    )  # fmt: skip
    supports: str | None = column(
        "Mendukung", "Supports", heading="mendukung", english="supports", codes="dukungan",
        default=None,
    )  # fmt: skip


class Cohort(Sourced, table=True):
    """One row is one run of a programme (angkatan) at a unit.

    Planned sessions and minutes are copied from the programme when it starts, so that a later
    change of the curriculum does not change what was promised. A partner must be a party to
    the agreement that is named.
    """

    __tablename__ = "cohort"
    called: ClassVar = ("Angkatan", "Cohorts")
    __table_args__ = (
        unique("unit_id", "code"),
        unique("id", "unit_id"),
        in_order("starts_on", "ends_on"),
        rule("partner_with_agreement", "agreement_id IS NULL OR partner_id IS NOT NULL"),
        rule("lottery_has_seed", "assignment <> 'UNDIAN' OR seed IS NOT NULL"),
        rule("only_a_lottery_is_drawn", "drawn_on IS NULL OR assignment = 'UNDIAN'"),
        composite(
            ["agreement_id", "partner_id"], "agreement_party", ["agreement_id", "partner_id"]
        ),
        sa.Index("ix_cohort_programme_id", "programme_id"),
        sa.Index("ix_cohort_partner_id", "partner_id"),
    )
    natural_key: ClassVar = ("unit_id", "code")

    unit_id: int = key("Unit", "Unit", target="unit", path=(UNIT,), foreign_key="unit.id")
    code: str = column(
        "Kode angkatan", "Cohort code", heading="kode_angkatan", english="cohort_code",
        max_length=40,
    )  # fmt: skip
    programme_id: int = key(
        "Program", "Programme", target="programme", path=PROGRAMME, foreign_key="programme.id"
    )
    partner_id: int | None = key(
        "Mitra", "Partner", target="partner", path=PARTNER, default=None,
        foreign_key="partner.id",
    )  # fmt: skip
    agreement_id: int | None = key(
        "Perjanjian", "Agreement", target="agreement", path=AGREEMENT, default=None,
        foreign_key="agreement.id",
    )  # fmt: skip
    capacity: int | None = column(
        "Kapasitas", "Capacity", heading="kapasitas_angkatan", english="cohort_capacity",
        unit="orang", minimum=0, default=None,
    )  # fmt: skip
    starts_on: date | None = column(
        "Mulai", "Starts on", heading="tanggal_mulai", english="starts_on", default=None
    )
    ends_on: date | None = column(
        "Selesai", "Ends on", heading="tanggal_selesai", english="ends_on", default=None
    )
    status: CohortStatus = column(
        "Status", "Status", heading="status_angkatan", english="cohort_status",
        sa_type=closed(CohortStatus, "status"),
    )  # fmt: skip
    assignment: CohortAssignment = column(
        "Cara penempatan", "Assignment", heading="cara_penempatan", english="assignment",
        default=CohortAssignment.BIASA, sa_type=closed(CohortAssignment, "assignment"),
    )  # fmt: skip
    seed: int | None = column(
        "Benih undian", "Lottery seed", heading="benih_undian", english="lottery_seed",
        default=None,
    )  # fmt: skip
    drawn_on: date | None = column(
        "Diundi", "Drawn on", heading="tanggal_undian", english="drawn_on", default=None
    )
    planned_sessions: int | None = column(
        "Rencana sesi", "Planned sessions", heading="rencana_sesi", english="planned_sessions",
        unit="sesi", minimum=1, default=None,
    )  # fmt: skip
    planned_minutes: int | None = column(
        "Menit per sesi", "Minutes a session", heading="rencana_menit",
        english="planned_minutes", unit="menit", minimum=1, default=None,
    )  # fmt: skip


class Cost(Sourced, table=True):
    """One row is the money of a cohort in a period from one source, in whole rupiah."""

    __tablename__ = "cost"
    called: ClassVar = ("Biaya angkatan", "Costs")
    __table_args__ = (unique("cohort_id", "period", "source"),)
    natural_key: ClassVar = ("cohort_id", "period", "source")

    cohort_id: int = key(
        "Angkatan", "Cohort", target="cohort", path=COHORT, foreign_key="cohort.id"
    )
    period: date = column(
        "Bulan", "Month", heading="bulan_biaya", english="cost_month", unit="hari pertama bulan"
    )
    source: CostSource = column(
        "Sumber biaya", "Source", heading="sumber_biaya", english="cost_source",
        sa_type=closed(CostSource, "source"),
    )  # fmt: skip
    amount: int = column(
        "Jumlah", "Amount", heading="jumlah_rupiah", english="amount_rupiah", unit="rupiah",
        minimum=0, maximum=2_000_000_000,
    )  # fmt: skip
    in_kind: bool = column(
        "Dalam bentuk barang atau jasa", "In kind", heading="natura", english="in_kind",
        default=False,
    )  # fmt: skip


class ProgrammeSession(Sourced, table=True):
    """One row is one meeting of a cohort. A cancelled meeting is kept, with its reason."""

    __tablename__ = "programme_session"
    called: ClassVar = ("Sesi", "Sessions")
    __table_args__ = (
        unique("cohort_id", "number"),
        unique("cohort_id", "held_on", "starts_at"),
        unique("id", "cohort_id", "unit_id"),
        composite(["cohort_id", "unit_id"], "cohort", ["id", "unit_id"]),
        rule("cancelled_has_reason", "(status = 'BATAL') = (cancel_reason IS NOT NULL)"),
        sa.Index("ix_programme_session_unit_id_held_on", "unit_id", "held_on"),
    )
    natural_key: ClassVar = ("cohort_id", "number")

    cohort_id: int = key("Angkatan", "Cohort", target="cohort", path=COHORT)
    unit_id: int = derived("Unit", "Unit", source=("cohort_id", "unit_id"))
    number: int = column(
        "Nomor sesi", "Session number", heading="nomor_sesi", english="session_number",
        minimum=1,
    )  # fmt: skip
    held_on: date = column("Tanggal", "Held on", heading="tanggal_sesi", english="held_on")
    starts_at: time | None = column(
        "Jam mulai", "Starts at", heading="jam_mulai", english="starts_at", default=None
    )
    minutes: int | None = column(
        "Lama", "Length", heading="menit_sesi", english="session_minutes", unit="menit",
        minimum=1, maximum=1440, default=None,
    )  # fmt: skip
    topic: str | None = column(
        "Materi", "Topic", heading="materi", english="topic", max_length=300, default=None
    )
    facilitator: str | None = column(
        "Pengajar", "Facilitator", Privacy.IDENTIFIER, heading="pengajar",
        english="facilitator", max_length=160, default=None,
    )  # fmt: skip
    facilitator_kind: FacilitatorKind | None = column(
        "Jenis pengajar", "Facilitator kind", heading="jenis_pengajar",
        english="facilitator_kind", default=None,
        sa_type=closed(FacilitatorKind, "facilitator_kind"),
    )  # fmt: skip
    community_present: int | None = column(
        "Masyarakat hadir", "Community present", heading="masyarakat_hadir",
        english="community_present", unit="orang", minimum=0, default=None,
    )  # fmt: skip
    status: SessionStatus = column(
        "Status sesi", "Session status", heading="status_sesi", english="session_status",
        sa_type=closed(SessionStatus, "status"),
    )  # fmt: skip
    cancel_reason: str | None = column(
        "Alasan batal", "Reason cancelled", heading="alasan_batal", english="cancel_reason",
        codes="alasan_batal", default=None,
    )  # fmt: skip
