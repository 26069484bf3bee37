"""Who takes part: enrolments, marks and attendance."""

from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import SQLModel

from models.base import NIP, PERSON, Sourced, composite, date, in_order, rule, unique
from models.codes import EnrolmentStatus
from models.columns import Privacy, closed, column, derived, internal, key
from models.programmes import COHORT, SESSION


class Enrolment(Sourced, table=True):
    """One row is a person or an officer in a cohort, from referral to end.

    `number` is the participant number in the cohort, the only one a partner sees.
    """

    __tablename__ = "enrolment"
    called: ClassVar = ("Kepesertaan", "Enrolments")
    __table_args__ = (
        unique("cohort_id", "wbp_id"),
        unique("cohort_id", "officer_id"),
        unique("cohort_id", "number"),
        unique("id", "cohort_id", "unit_id"),
        composite(["cohort_id", "unit_id"], "cohort", ["id", "unit_id"]),
        rule("person_or_officer", "(wbp_id IS NULL) <> (officer_id IS NULL)"),
        in_order("referred_on", "started_on"),
        in_order("started_on", "ended_on"),
        sa.Index("ix_enrolment_unit_id", "unit_id"),
    )
    natural_key: ClassVar = ("cohort_id", "wbp_id")
    alternative_key: ClassVar = ("cohort_id", "officer_id")

    cohort_id: int = key("Angkatan", "Cohort", target="cohort", path=COHORT)
    unit_id: int = derived("Unit", "Unit", source=("cohort_id", "unit_id"))
    wbp_id: int | None = key(
        "WBP", "Person", Privacy.IDENTIFIER, target="wbp", path=PERSON, default=None,
        foreign_key="wbp.id", index=True,
    )  # fmt: skip
    officer_id: int | None = key(
        "Petugas", "Officer", Privacy.IDENTIFIER, target="officer", path=(NIP,), default=None,
        foreign_key="officer.id",
    )  # fmt: skip
    number: int | None = column(
        "Nomor peserta", "Participant number", Privacy.QUASI, heading="nomor_peserta",
        english="participant_number", minimum=1, default=None,
    )  # fmt: skip
    basis: str | None = column(
        "Dasar", "Basis", heading="dasar_kepesertaan", english="basis", max_length=120,
        default=None,
    )  # fmt: skip
    referred_on: date | None = column(
        "Dirujuk", "Referred on", Privacy.QUASI, heading="tanggal_rujukan",
        english="referred_on", default=None,
    )  # fmt: skip
    suitable_on: date | None = column(
        "Dinyatakan cocok", "Found suitable on", Privacy.QUASI, heading="tanggal_cocok",
        english="suitable_on", default=None,
    )  # fmt: skip
    enrolled_on: date | None = column(
        "Didaftarkan", "Enrolled on", Privacy.QUASI, heading="tanggal_daftar",
        english="enrolled_on", default=None,
    )  # fmt: skip
    started_on: date | None = column(
        "Mulai", "Started on", Privacy.QUASI, heading="tanggal_mulai", english="started_on",
        default=None,
    )  # fmt: skip
    ended_on: date | None = column(
        "Selesai", "Ended on", Privacy.QUASI, heading="tanggal_selesai", english="ended_on",
        default=None,
    )  # fmt: skip
    status: EnrolmentStatus = column(
        "Status kepesertaan", "Enrolment status", heading="status_kepesertaan",
        english="enrolment_status", sa_type=closed(EnrolmentStatus, "status"),
    )  # fmt: skip
    exit_reason: str | None = column(
        "Alasan berhenti", "Exit reason", Privacy.SENSITIVE, heading="alasan_berhenti",
        english="exit_reason", codes="alasan_berhenti", default=None,
    )  # fmt: skip
    score: float | None = column(
        "Nilai", "Score", Privacy.SENSITIVE, heading="nilai_akhir", english="final_score",
        minimum=0, maximum=100, default=None,
    )  # fmt: skip
    grade: str | None = column(
        "Predikat", "Grade", Privacy.SENSITIVE, heading="predikat", english="grade",
        max_length=40, default=None,
    )  # fmt: skip
    certificate_number: str | None = column(
        "Nomor sertifikat", "Certificate number", Privacy.IDENTIFIER,
        heading="nomor_sertifikat", english="certificate_number", max_length=80, default=None,
    )  # fmt: skip
    certificate_issuer: str | None = column(
        "Penerbit sertifikat", "Certificate issuer", heading="penerbit_sertifikat",
        english="certificate_issuer", max_length=160, default=None,
    )  # fmt: skip


class AttendanceMark(Sourced, table=True):
    """One row is a mark and how it counts: the one place where that is written down."""

    __tablename__ = "attendance_mark"
    called: ClassVar = ("Tanda presensi", "Attendance marks")
    __table_args__ = (
        unique("code"),
        rule("attended_is_expected", "NOT attended OR expected"),
    )
    natural_key: ClassVar = ("code",)

    code: str = column("Tanda", "Mark", heading="kode_tanda", english="mark_code", max_length=20)
    label_id: str = column(
        "Label", "Label (Indonesian)", heading="label_tanda_id", english="mark_label_id",
        max_length=60,
    )  # fmt: skip
    label_en: str = column(
        "Label Inggris", "Label (English)", heading="label_tanda_en", english="mark_label_en",
        max_length=60,
    )  # fmt: skip
    attended: bool = column(
        "Dihitung hadir", "Counts as attended", heading="dihitung_hadir", english="attended"
    )
    expected: bool = column(
        "Diharapkan hadir", "Counts as expected", heading="diharapkan_hadir", english="expected"
    )
    excused: bool = column("Beralasan", "Excused", heading="beralasan", english="excused")
    needs_note: bool = column(
        "Perlu catatan", "Needs a note", heading="perlu_catatan", english="needs_note"
    )


class Attendance(SQLModel, table=True):
    """One row is one participant at one session.

    It has no id, no timestamps and no second index: there are tens of millions a year; who and
    when stands in `Change` for edits on a screen and in the batch for imports. A person's rows
    are found through the sessions of their cohort.
    """

    __tablename__ = "attendance"
    called: ClassVar = ("Presensi", "Attendance")
    __table_args__ = (
        composite(
            ["session_id", "cohort_id", "unit_id"], "programme_session",
            ["id", "cohort_id", "unit_id"],
        ),
        composite(
            ["enrolment_id", "cohort_id", "unit_id"], "enrolment", ["id", "cohort_id", "unit_id"]
        ),
        {"sqlite_with_rowid": False},
    )  # fmt: skip
    natural_key: ClassVar = ("session_id", "enrolment_id")

    session_id: int = key(
        "Sesi", "Session", target="programme_session", path=SESSION, primary_key=True
    )
    enrolment_id: int = key(
        "Peserta", "Participant", Privacy.IDENTIFIER, target="enrolment",
        path=(*COHORT, *PERSON[1:], NIP), primary_key=True,
    )  # fmt: skip
    cohort_id: int = derived("Angkatan", "Cohort", source=("session_id", "cohort_id"))
    unit_id: int = derived("Unit", "Unit", source=("session_id", "unit_id"))
    mark: str = column(
        "Tanda", "Mark", Privacy.SENSITIVE, heading="tanda", english="mark",
        codes="tanda_presensi", foreign_key="attendance_mark.code",
    )  # fmt: skip
    minutes: int | None = column(
        "Menit", "Minutes", Privacy.SENSITIVE, heading="menit_hadir",
        english="attended_minutes", unit="menit", minimum=0, maximum=1440, default=None,
    )  # fmt: skip
    note: str | None = column(
        "Catatan", "Note", Privacy.SENSITIVE, heading="catatan", english="note",
        max_length=300, default=None,
    )  # fmt: skip
    batch_id: int | None = internal("Kiriman", "Batch", default=None, foreign_key="import_batch.id")
