"""Programmes, their cohorts, money and meetings.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=True),
        sa.Column("planned_sessions", sa.Integer(), nullable=True),
        sa.Column("planned_minutes", sa.Integer(), nullable=True),
        sa.Column("minimum_dosage", sa.Integer(), nullable=False),
        sa.Column("gives_certificate", sa.Boolean(), nullable=False),
        sa.Column("supports", sa.String(), nullable=True),
        sa.Column(
            "field_list", sa.Text(), sa.Computed("'bidang_program'", persisted=True), nullable=True
        ),
        sa.Column(
            "kind_list", sa.Text(), sa.Computed("'jenis_program'", persisted=True), nullable=True
        ),
        sa.Column(
            "need_list", sa.Text(), sa.Computed("'kebutuhan'", persisted=True), nullable=True
        ),
        sa.Column(
            "supports_list", sa.Text(), sa.Computed("'dukungan'", persisted=True), nullable=True
        ),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 40", name=op.f("ck_programme_code_length")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_programme_name_length")),
        sa.CheckConstraint(
            "minimum_dosage >= 0 AND minimum_dosage <= 100",
            name=op.f("ck_programme_minimum_dosage_range"),
        ),
        sa.CheckConstraint("planned_minutes >= 1", name=op.f("ck_programme_planned_minutes_range")),
        sa.CheckConstraint(
            "planned_sessions >= 1", name=op.f("ck_programme_planned_sessions_range")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_programme_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["field_list", "field"],
            ["code.list", "code.code"],
            name=op.f("fk_programme_field_list_field_code"),
        ),
        sa.ForeignKeyConstraint(
            ["kind_list", "kind"],
            ["code.list", "code.code"],
            name=op.f("fk_programme_kind_list_kind_code"),
        ),
        sa.ForeignKeyConstraint(
            ["need_list", "need"],
            ["code.list", "code.code"],
            name=op.f("fk_programme_need_list_need_code"),
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["unit.id"], name=op.f("fk_programme_owner_id_unit")),
        sa.ForeignKeyConstraint(
            ["supports_list", "supports"],
            ["code.list", "code.code"],
            name=op.f("fk_programme_supports_list_supports_code"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("owner_id", "code", name=op.f("uq_programme_owner_id_code")),
    )
    op.create_index(op.f("ix_programme_batch_id"), "programme", ["batch_id"], unique=False)

    op.create_table(
        "cohort",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "USULAN",
                "DISETUJUI",
                "BERJALAN",
                "SELESAI",
                "DIBATALKAN",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "assignment",
            sa.Enum(
                "BIASA",
                "UNDIAN",
                name="assignment",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("seed", sa.Integer(), nullable=True),
        sa.Column("planned_sessions", sa.Integer(), nullable=True),
        sa.Column("planned_minutes", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "assignment <> 'UNDIAN' OR seed IS NOT NULL", name=op.f("ck_cohort_lottery_has_seed")
        ),
        sa.CheckConstraint(
            "agreement_id IS NULL OR partner_id IS NOT NULL",
            name=op.f("ck_cohort_partner_with_agreement"),
        ),
        sa.CheckConstraint("capacity >= 0", name=op.f("ck_cohort_capacity_range")),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on",
            name=op.f("ck_cohort_ends_on_not_before_starts_on"),
        ),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 40", name=op.f("ck_cohort_code_length")),
        sa.CheckConstraint("planned_minutes >= 1", name=op.f("ck_cohort_planned_minutes_range")),
        sa.CheckConstraint("planned_sessions >= 1", name=op.f("ck_cohort_planned_sessions_range")),
        sa.ForeignKeyConstraint(
            ["agreement_id", "partner_id"],
            ["agreement_party.agreement_id", "agreement_party.partner_id"],
            name=op.f("fk_cohort_agreement_id_partner_id_agreement_party"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_cohort_agreement_id_agreement")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_cohort_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_cohort_partner_id_partner")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_cohort_programme_id_programme")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_cohort_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
        sa.UniqueConstraint("id", "unit_id", name=op.f("uq_cohort_id_unit_id")),
        sa.UniqueConstraint("unit_id", "code", name=op.f("uq_cohort_unit_id_code")),
    )
    op.create_index(op.f("ix_cohort_batch_id"), "cohort", ["batch_id"], unique=False)
    op.create_index("ix_cohort_partner_id", "cohort", ["partner_id"], unique=False)
    op.create_index("ix_cohort_programme_id", "cohort", ["programme_id"], unique=False)

    op.create_table(
        "cost",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "DIPA",
                "MITRA",
                "LAINNYA",
                name="source",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("in_kind", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "amount >= 0 AND amount <= 2000000000", name=op.f("ck_cost_amount_range")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_cost_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["cohort_id"], ["cohort.id"], name=op.f("fk_cost_cohort_id_cohort")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cost")),
        sa.UniqueConstraint(
            "cohort_id", "period", "source", name=op.f("uq_cost_cohort_id_period_source")
        ),
    )
    op.create_index(op.f("ix_cost_batch_id"), "cost", ["batch_id"], unique=False)

    op.create_table(
        "programme_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("facilitator", sa.String(), nullable=True),
        sa.Column(
            "facilitator_kind",
            sa.Enum(
                "PETUGAS",
                "MITRA",
                "WBP",
                "INSTANSI_LAIN",
                name="facilitator_kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("community_present", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "RENCANA",
                "TERLAKSANA",
                "BATAL",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("cancel_reason", sa.String(), nullable=True),
        sa.Column(
            "cancel_reason_list",
            sa.Text(),
            sa.Computed("'alasan_batal'", persisted=True),
            nullable=True,
        ),
        sa.CheckConstraint(
            "(status = 'BATAL') = (cancel_reason IS NOT NULL)",
            name=op.f("ck_programme_session_cancelled_has_reason"),
        ),
        sa.CheckConstraint(
            "community_present >= 0", name=op.f("ck_programme_session_community_present_range")
        ),
        sa.CheckConstraint(
            "length(facilitator) BETWEEN 1 AND 160",
            name=op.f("ck_programme_session_facilitator_length"),
        ),
        sa.CheckConstraint(
            "length(topic) BETWEEN 1 AND 300", name=op.f("ck_programme_session_topic_length")
        ),
        sa.CheckConstraint(
            "minutes >= 1 AND minutes <= 1440", name=op.f("ck_programme_session_minutes_range")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_programme_session_number_range")),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_programme_session_batch_id_import_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["cancel_reason_list", "cancel_reason"],
            ["code.list", "code.code"],
            name=op.f("fk_programme_session_cancel_reason_list_cancel_reason_code"),
        ),
        sa.ForeignKeyConstraint(
            ["cohort_id", "unit_id"],
            ["cohort.id", "cohort.unit_id"],
            name=op.f("fk_programme_session_cohort_id_unit_id_cohort"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_session")),
        sa.UniqueConstraint(
            "cohort_id",
            "held_on",
            "starts_at",
            name=op.f("uq_programme_session_cohort_id_held_on_starts_at"),
        ),
        sa.UniqueConstraint(
            "cohort_id", "number", name=op.f("uq_programme_session_cohort_id_number")
        ),
        sa.UniqueConstraint(
            "id", "cohort_id", "unit_id", name=op.f("uq_programme_session_id_cohort_id_unit_id")
        ),
    )
    op.create_index(
        op.f("ix_programme_session_batch_id"), "programme_session", ["batch_id"], unique=False
    )
    op.create_index(
        "ix_programme_session_unit_id_held_on",
        "programme_session",
        ["unit_id", "held_on"],
        unique=False,
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
