"""Enrolments, marks and attendance.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attendance_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label_id", sa.String(), nullable=False),
        sa.Column("label_en", sa.String(), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=False),
        sa.Column("expected", sa.Boolean(), nullable=False),
        sa.Column("excused", sa.Boolean(), nullable=False),
        sa.Column("needs_note", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "NOT attended OR expected", name=op.f("ck_attendance_mark_attended_is_expected")
        ),
        sa.CheckConstraint(
            "length(code) BETWEEN 1 AND 20", name=op.f("ck_attendance_mark_code_length")
        ),
        sa.CheckConstraint(
            "length(label_en) BETWEEN 1 AND 60", name=op.f("ck_attendance_mark_label_en_length")
        ),
        sa.CheckConstraint(
            "length(label_id) BETWEEN 1 AND 60", name=op.f("ck_attendance_mark_label_id_length")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_attendance_mark_batch_id_import_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_mark")),
        sa.UniqueConstraint("code", name=op.f("uq_attendance_mark_code")),
    )
    op.create_index(
        op.f("ix_attendance_mark_batch_id"), "attendance_mark", ["batch_id"], unique=False
    )

    op.create_table(
        "enrolment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("wbp_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("referred_on", sa.Date(), nullable=True),
        sa.Column("suitable_on", sa.Date(), nullable=True),
        sa.Column("enrolled_on", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "DAFTAR_TUNGGU",
                "TIDAK_TERUNDI",
                "SETUJU",
                "AKTIF",
                "LULUS",
                "SELESAI",
                "TIDAK_LULUS",
                "MENGUNDURKAN_DIRI",
                "DIKELUARKAN",
                "PINDAH",
                "BEBAS",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("exit_reason", sa.String(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("grade", sa.String(), nullable=True),
        sa.Column("certificate_number", sa.String(), nullable=True),
        sa.Column("certificate_issuer", sa.String(), nullable=True),
        sa.Column(
            "exit_reason_list",
            sa.Text(),
            sa.Computed("'alasan_berhenti'", persisted=True),
            nullable=True,
        ),
        sa.CheckConstraint(
            "(wbp_id IS NULL) <> (officer_id IS NULL)", name=op.f("ck_enrolment_person_or_officer")
        ),
        sa.CheckConstraint(
            "ended_on IS NULL OR started_on IS NULL OR ended_on >= started_on",
            name=op.f("ck_enrolment_ended_on_not_before_started_on"),
        ),
        sa.CheckConstraint(
            "length(basis) BETWEEN 1 AND 120", name=op.f("ck_enrolment_basis_length")
        ),
        sa.CheckConstraint(
            "length(certificate_issuer) BETWEEN 1 AND 160",
            name=op.f("ck_enrolment_certificate_issuer_length"),
        ),
        sa.CheckConstraint(
            "length(certificate_number) BETWEEN 1 AND 80",
            name=op.f("ck_enrolment_certificate_number_length"),
        ),
        sa.CheckConstraint(
            "length(grade) BETWEEN 1 AND 40", name=op.f("ck_enrolment_grade_length")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_enrolment_number_range")),
        sa.CheckConstraint("score >= 0 AND score <= 100", name=op.f("ck_enrolment_score_range")),
        sa.CheckConstraint(
            "started_on IS NULL OR referred_on IS NULL OR started_on >= referred_on",
            name=op.f("ck_enrolment_started_on_not_before_referred_on"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_enrolment_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["cohort_id", "unit_id"],
            ["cohort.id", "cohort.unit_id"],
            name=op.f("fk_enrolment_cohort_id_unit_id_cohort"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["exit_reason_list", "exit_reason"],
            ["code.list", "code.code"],
            name=op.f("fk_enrolment_exit_reason_list_exit_reason_code"),
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_enrolment_officer_id_officer")
        ),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_enrolment_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
        sa.UniqueConstraint("cohort_id", "number", name=op.f("uq_enrolment_cohort_id_number")),
        sa.UniqueConstraint(
            "cohort_id", "officer_id", name=op.f("uq_enrolment_cohort_id_officer_id")
        ),
        sa.UniqueConstraint("cohort_id", "wbp_id", name=op.f("uq_enrolment_cohort_id_wbp_id")),
        sa.UniqueConstraint(
            "id", "cohort_id", "unit_id", name=op.f("uq_enrolment_id_cohort_id_unit_id")
        ),
    )
    op.create_index(op.f("ix_enrolment_batch_id"), "enrolment", ["batch_id"], unique=False)
    op.create_index("ix_enrolment_unit_id", "enrolment", ["unit_id"], unique=False)
    op.create_index(op.f("ix_enrolment_wbp_id"), "enrolment", ["wbp_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "length(note) BETWEEN 1 AND 300", name=op.f("ck_attendance_note_length")
        ),
        sa.CheckConstraint(
            "minutes >= 0 AND minutes <= 1440", name=op.f("ck_attendance_minutes_range")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_attendance_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id", "cohort_id", "unit_id"],
            ["enrolment.id", "enrolment.cohort_id", "enrolment.unit_id"],
            name=op.f("fk_attendance_enrolment_id_cohort_id_unit_id_enrolment"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mark"], ["attendance_mark.code"], name=op.f("fk_attendance_mark_attendance_mark")
        ),
        sa.ForeignKeyConstraint(
            ["session_id", "cohort_id", "unit_id"],
            ["programme_session.id", "programme_session.cohort_id", "programme_session.unit_id"],
            name=op.f("fk_attendance_session_id_cohort_id_unit_id_programme_session"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "enrolment_id", name=op.f("pk_attendance")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
