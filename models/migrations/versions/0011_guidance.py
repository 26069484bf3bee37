"""Guidance of clients: plans, contacts, reviews.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "client_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("working", sa.Boolean(), nullable=True),
        sa.Column("reporting_met", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "length(note) BETWEEN 1 AND 300", name=op.f("ck_client_review_note_length")
        ),
        sa.CheckConstraint(
            "months >= 0 AND months <= 240", name=op.f("ck_client_review_months_range")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_client_review_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_client_review_unit_id_unit")
        ),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_client_review_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_review")),
        sa.UniqueConstraint(
            "wbp_id", "reviewed_on", name=op.f("uq_client_review_wbp_id_reviewed_on")
        ),
    )
    op.create_index(op.f("ix_client_review_batch_id"), "client_review", ["batch_id"], unique=False)
    op.create_index("ix_client_review_unit_id", "client_review", ["unit_id"], unique=False)
    op.create_index(op.f("ix_client_review_wbp_id"), "client_review", ["wbp_id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "WAJIB_LAPOR",
                "KUNJUNGAN_RUMAH",
                "KUNJUNGAN_KERJA",
                "TELEPON",
                "KELUARGA",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("kept", sa.Boolean(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("length(note) BETWEEN 1 AND 300", name=op.f("ck_contact_note_length")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_contact_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_contact_officer_id_officer")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_contact_unit_id_unit")),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_contact_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint(
            "wbp_id", "held_on", "kind", name=op.f("uq_contact_wbp_id_held_on_kind")
        ),
    )
    op.create_index(op.f("ix_contact_batch_id"), "contact", ["batch_id"], unique=False)
    op.create_index("ix_contact_unit_id_held_on", "contact", ["unit_id", "held_on"], unique=False)
    op.create_index(op.f("ix_contact_wbp_id"), "contact", ["wbp_id"], unique=False)
    op.create_table(
        "guidance_plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("need", sa.String(), nullable=True),
        sa.Column("goal", sa.String(), nullable=True),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column(
            "need_list", sa.Text(), sa.Computed("'kebutuhan'", persisted=True), nullable=True
        ),
        sa.CheckConstraint(
            "(closed_on IS NULL) = (result IS NULL)",
            name=op.f("ck_guidance_plan_closed_has_result"),
        ),
        sa.CheckConstraint(
            "length(goal) BETWEEN 1 AND 500", name=op.f("ck_guidance_plan_goal_length")
        ),
        sa.CheckConstraint(
            "length(result) BETWEEN 1 AND 500", name=op.f("ck_guidance_plan_result_length")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_guidance_plan_number_range")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_guidance_plan_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["need_list", "need"],
            ["code.list", "code.code"],
            name=op.f("fk_guidance_plan_need_list_need_code"),
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_guidance_plan_officer_id_officer")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_guidance_plan_programme_id_programme")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_guidance_plan_unit_id_unit")
        ),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_guidance_plan_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guidance_plan")),
        sa.UniqueConstraint("wbp_id", "number", name=op.f("uq_guidance_plan_wbp_id_number")),
    )
    op.create_index(op.f("ix_guidance_plan_batch_id"), "guidance_plan", ["batch_id"], unique=False)
    op.create_index("ix_guidance_plan_unit_id", "guidance_plan", ["unit_id"], unique=False)
    op.create_index(op.f("ix_guidance_plan_wbp_id"), "guidance_plan", ["wbp_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
