"""How agreements end, duties of parties, work plans, stored documents.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE agreement ADD COLUMN\n ended_on DATE")
    op.execute(
        "ALTER TABLE agreement ADD COLUMN\n end_reason VARCHAR\n"
        " CONSTRAINT ck_agreement_end_reason_length CHECK (length(end_reason) BETWEEN 1 AND 500)\n"
        " CONSTRAINT ck_agreement_end_whole CHECK ((ended_on IS NULL) = (end_reason IS NULL))\n"
        " CONSTRAINT ck_agreement_end_is_a_stage"
        " CHECK (ended_on IS NULL OR stage = 'DIAKHIRI')"
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "NASKAH",
                "DAFTAR_HADIR",
                "BUKTI",
                "SURAT",
                "LAINNYA",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=80), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_document_sha256_is_whole")),
        sa.CheckConstraint("size > 0", name=op.f("ck_document_size_is_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("sha256", name=op.f("uq_document_sha256")),
    )
    op.create_index(
        "ix_document_table_name_row_id", "document", ["table_name", "row_id"], unique=False
    )
    op.create_table(
        "obligation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("party_position", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(done_on IS NULL) = (evidence IS NULL)", name=op.f("ck_obligation_done_has_evidence")
        ),
        sa.CheckConstraint(
            "length(evidence) BETWEEN 1 AND 500", name=op.f("ck_obligation_evidence_length")
        ),
        sa.CheckConstraint(
            "length(text) BETWEEN 1 AND 1000", name=op.f("ck_obligation_text_length")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_obligation_number_range")),
        sa.ForeignKeyConstraint(
            ["agreement_id", "party_position"],
            ["agreement_party.agreement_id", "agreement_party.position"],
            name=op.f("fk_obligation_agreement_id_party_position_agreement_party"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_obligation_agreement_id_agreement")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_obligation_batch_id_import_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligation")),
        sa.UniqueConstraint(
            "agreement_id", "number", name=op.f("uq_obligation_agreement_id_number")
        ),
    )
    op.create_index(op.f("ix_obligation_batch_id"), "obligation", ["batch_id"], unique=False)
    op.create_table(
        "work_plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "DRAF",
                "DIAJUKAN",
                "DISETUJUI",
                "DIKEMBALIKAN",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("approval_letter", sa.String(), nullable=True),
        sa.Column("return_reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "status <> 'DIKEMBALIKAN' OR return_reason IS NOT NULL",
            name=op.f("ck_work_plan_returned_has_reason"),
        ),
        sa.CheckConstraint(
            "status <> 'DISETUJUI' OR (approved_on IS NOT NULL AND approval_letter IS NOT NULL)",
            name=op.f("ck_work_plan_approved_has_letter"),
        ),
        sa.CheckConstraint(
            "length(approval_letter) BETWEEN 1 AND 120",
            name=op.f("ck_work_plan_approval_letter_length"),
        ),
        sa.CheckConstraint(
            "length(return_reason) BETWEEN 1 AND 1000",
            name=op.f("ck_work_plan_return_reason_length"),
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_work_plan_version_range")),
        sa.CheckConstraint("year >= 2000 AND year <= 2100", name=op.f("ck_work_plan_year_range")),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_work_plan_agreement_id_agreement")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_work_plan_batch_id_import_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_plan")),
        sa.UniqueConstraint(
            "agreement_id", "year", "version", name=op.f("uq_work_plan_agreement_id_year_version")
        ),
        sa.UniqueConstraint(
            "id", "agreement_id", "year", name=op.f("uq_work_plan_id_agreement_id_year")
        ),
    )
    op.create_index(op.f("ix_work_plan_batch_id"), "work_plan", ["batch_id"], unique=False)
    op.create_table(
        "planned_activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=True),
        sa.Column(
            "pillar",
            sa.Enum(
                "PETUGAS",
                "MASYARAKAT",
                "WBP",
                name="pillar",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "measure",
            sa.Enum(
                "KEGIATAN",
                "SESI",
                "ORANG",
                "JAM",
                "SELESAI",
                "SERTIFIKAT",
                "LAINNYA",
                name="measure",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("target_q1", sa.Integer(), nullable=True),
        sa.Column("target_q2", sa.Integer(), nullable=True),
        sa.Column("target_q3", sa.Integer(), nullable=True),
        sa.Column("target_q4", sa.Integer(), nullable=True),
        sa.Column("target_year", sa.Integer(), nullable=True),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("activity_kind", sa.String(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("budget_state", sa.Integer(), nullable=True),
        sa.Column("budget_partner", sa.Integer(), nullable=True),
        sa.Column("budget_other", sa.Integer(), nullable=True),
        sa.Column(
            "field_list", sa.Text(), sa.Computed("'bidang_program'", persisted=True), nullable=True
        ),
        sa.Column(
            "activity_kind_list",
            sa.Text(),
            sa.Computed("'jenis_kegiatan'", persisted=True),
            nullable=True,
        ),
        sa.CheckConstraint(
            "measure IN ('KEGIATAN', 'ORANG', 'LAINNYA') OR activity_kind IS NULL",
            name=op.f("ck_planned_activity_kind_can_be_counted"),
        ),
        sa.CheckConstraint(
            "budget_other >= 0 AND budget_other <= 2000000000",
            name=op.f("ck_planned_activity_budget_other_range"),
        ),
        sa.CheckConstraint(
            "budget_partner >= 0 AND budget_partner <= 2000000000",
            name=op.f("ck_planned_activity_budget_partner_range"),
        ),
        sa.CheckConstraint(
            "budget_state >= 0 AND budget_state <= 2000000000",
            name=op.f("ck_planned_activity_budget_state_range"),
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on",
            name=op.f("ck_planned_activity_ends_on_not_before_starts_on"),
        ),
        sa.CheckConstraint(
            "length(indicator) BETWEEN 1 AND 300", name=op.f("ck_planned_activity_indicator_length")
        ),
        sa.CheckConstraint(
            "length(title) BETWEEN 1 AND 300", name=op.f("ck_planned_activity_title_length")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_planned_activity_number_range")),
        sa.CheckConstraint(
            "programme_id IS NULL OR field IS NULL",
            name=op.f("ck_planned_activity_programme_or_field"),
        ),
        sa.CheckConstraint(
            "target_q1 >= 0 AND target_q1 <= 10000000",
            name=op.f("ck_planned_activity_target_q1_range"),
        ),
        sa.CheckConstraint(
            "target_q2 >= 0 AND target_q2 <= 10000000",
            name=op.f("ck_planned_activity_target_q2_range"),
        ),
        sa.CheckConstraint(
            "target_q3 >= 0 AND target_q3 <= 10000000",
            name=op.f("ck_planned_activity_target_q3_range"),
        ),
        sa.CheckConstraint(
            "target_q4 >= 0 AND target_q4 <= 10000000",
            name=op.f("ck_planned_activity_target_q4_range"),
        ),
        sa.CheckConstraint(
            "target_year >= 0 AND target_year <= 40000000",
            name=op.f("ck_planned_activity_target_year_range"),
        ),
        sa.CheckConstraint(
            "target_year IS NULL OR (target_q1 IS NULL AND target_q2 IS NULL AND target_q3 IS "
            "NULL AND target_q4 IS NULL) OR target_year = coalesce(target_q1, 0) + "
            "coalesce(target_q2, 0) + coalesce(target_q3, 0) + coalesce(target_q4, 0)",
            name=op.f("ck_planned_activity_quarters_add_up"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_kind_list", "activity_kind"],
            ["code.list", "code.code"],
            name=op.f("fk_planned_activity_activity_kind_list_activity_kind_code"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_planned_activity_batch_id_import_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["field_list", "field"],
            ["code.list", "code.code"],
            name=op.f("fk_planned_activity_field_list_field_code"),
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_planned_activity_officer_id_officer")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_planned_activity_plan_id_work_plan")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_planned_activity_programme_id_programme"),
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_planned_activity_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_activity")),
        sa.UniqueConstraint("id", "plan_id", name=op.f("uq_planned_activity_id_plan_id")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_planned_activity_plan_id_number")),
    )
    op.create_index(
        op.f("ix_planned_activity_batch_id"), "planned_activity", ["batch_id"], unique=False
    )
    op.create_index(
        "ix_planned_activity_programme_id", "planned_activity", ["programme_id"], unique=False
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
