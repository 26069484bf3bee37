"""Official indicators, their targets and monthly values.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "official_indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_id", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("numerator", sa.String(), nullable=False),
        sa.Column("denominator", sa.String(), nullable=False),
        sa.Column(
            "direction",
            sa.Enum(
                "NAIK",
                "TURUN",
                name="direction",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("counted_by", sa.String(), nullable=True),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("legal_source", sa.String(), nullable=True),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "length(code) BETWEEN 1 AND 40", name=op.f("ck_official_indicator_code_length")
        ),
        sa.CheckConstraint(
            "length(counted_by) BETWEEN 1 AND 60",
            name=op.f("ck_official_indicator_counted_by_length"),
        ),
        sa.CheckConstraint(
            "length(denominator) BETWEEN 1 AND 300",
            name=op.f("ck_official_indicator_denominator_length"),
        ),
        sa.CheckConstraint(
            "length(legal_source) BETWEEN 1 AND 500",
            name=op.f("ck_official_indicator_legal_source_length"),
        ),
        sa.CheckConstraint(
            "length(name_en) BETWEEN 1 AND 300", name=op.f("ck_official_indicator_name_en_length")
        ),
        sa.CheckConstraint(
            "length(name_id) BETWEEN 1 AND 300", name=op.f("ck_official_indicator_name_id_length")
        ),
        sa.CheckConstraint(
            "length(numerator) BETWEEN 1 AND 300",
            name=op.f("ck_official_indicator_numerator_length"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_official_indicator_batch_id_import_batch"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_indicator")),
        sa.UniqueConstraint("code", name=op.f("uq_official_indicator_code")),
    )
    op.create_index(
        op.f("ix_official_indicator_batch_id"), "official_indicator", ["batch_id"], unique=False
    )
    op.create_table(
        "indicator_target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("target", sa.Float(), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
        sa.CheckConstraint(
            "length(document) BETWEEN 1 AND 300", name=op.f("ck_indicator_target_document_length")
        ),
        sa.CheckConstraint("target >= 0", name=op.f("ck_indicator_target_target_range")),
        sa.CheckConstraint(
            "year >= 2000 AND year <= 2100", name=op.f("ck_indicator_target_year_range")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_indicator_target_batch_id_import_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["official_indicator.id"],
            name=op.f("fk_indicator_target_indicator_id_official_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_indicator_target_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_target")),
        sa.UniqueConstraint(
            "indicator_id",
            "unit_id",
            "year",
            name=op.f("uq_indicator_target_indicator_id_unit_id_year"),
        ),
    )
    op.create_index(
        op.f("ix_indicator_target_batch_id"), "indicator_target", ["batch_id"], unique=False
    )
    op.create_table(
        "indicator_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("numerator", sa.Integer(), nullable=False),
        sa.Column("denominator", sa.Integer(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "DIHITUNG",
                "DIENTRI",
                name="source",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("data_version", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "source <> 'DIENTRI' OR (evidence IS NOT NULL AND officer_id IS NOT NULL)",
            name=op.f("ck_indicator_value_by_hand_has_evidence"),
        ),
        sa.CheckConstraint(
            "source <> 'DIHITUNG' OR data_version IS NOT NULL",
            name=op.f("ck_indicator_value_counted_has_version"),
        ),
        sa.CheckConstraint(
            "data_version >= 0 AND data_version <= 2000000000",
            name=op.f("ck_indicator_value_data_version_range"),
        ),
        sa.CheckConstraint(
            "denominator >= 0 AND denominator <= 2000000000",
            name=op.f("ck_indicator_value_denominator_range"),
        ),
        sa.CheckConstraint(
            "length(evidence) BETWEEN 1 AND 300", name=op.f("ck_indicator_value_evidence_length")
        ),
        sa.CheckConstraint(
            "month >= 1 AND month <= 12", name=op.f("ck_indicator_value_month_range")
        ),
        sa.CheckConstraint(
            "numerator >= 0 AND numerator <= 2000000000",
            name=op.f("ck_indicator_value_numerator_range"),
        ),
        sa.CheckConstraint(
            "year >= 2000 AND year <= 2100", name=op.f("ck_indicator_value_year_range")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_indicator_value_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["official_indicator.id"],
            name=op.f("fk_indicator_value_indicator_id_official_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_indicator_value_officer_id_officer")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_indicator_value_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_value")),
        sa.UniqueConstraint(
            "indicator_id",
            "unit_id",
            "year",
            "month",
            name=op.f("uq_indicator_value_indicator_id_unit_id_year_month"),
        ),
    )
    op.create_index(
        op.f("ix_indicator_value_batch_id"), "indicator_value", ["batch_id"], unique=False
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
