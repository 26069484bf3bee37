"""Instruments as data, and what was measured with them.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "instrument",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("legal_basis", sa.String(), nullable=True),
        sa.Column(
            "security_level",
            sa.Enum(
                "SUPER_MAXIMUM",
                "MAXIMUM",
                "MEDIUM",
                "MINIMUM",
                name="security_level",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("due_every_days", sa.Integer(), nullable=True),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.CheckConstraint("due_every_days >= 1", name=op.f("ck_instrument_due_every_days_range")),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 40", name=op.f("ck_instrument_code_length")),
        sa.CheckConstraint(
            "length(legal_basis) BETWEEN 1 AND 300", name=op.f("ck_instrument_legal_basis_length")
        ),
        sa.CheckConstraint(
            "length(name) BETWEEN 1 AND 200", name=op.f("ck_instrument_name_length")
        ),
        sa.CheckConstraint(
            "length(version) BETWEEN 1 AND 20", name=op.f("ck_instrument_version_length")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_instrument_batch_id_import_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
        sa.UniqueConstraint("code", "version", name=op.f("uq_instrument_code_version")),
    )
    op.create_index(op.f("ix_instrument_batch_id"), "instrument", ["batch_id"], unique=False)

    op.create_table(
        "instrument_scale",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_id", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("minimum", sa.Float(), nullable=False),
        sa.Column("maximum", sa.Float(), nullable=False),
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
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("scores_participation", sa.Boolean(), nullable=False),
        sa.Column("reliability", sa.Float(), nullable=True),
        sa.Column("reliability_source", sa.String(), nullable=True),
        sa.Column("standard_deviation", sa.Float(), nullable=True),
        sa.Column("population_mean", sa.Float(), nullable=True),
        sa.Column("norm_source", sa.String(), nullable=True),
        sa.CheckConstraint(
            "length(code) BETWEEN 1 AND 40", name=op.f("ck_instrument_scale_code_length")
        ),
        sa.CheckConstraint(
            "length(name_en) BETWEEN 1 AND 120", name=op.f("ck_instrument_scale_name_en_length")
        ),
        sa.CheckConstraint(
            "length(name_id) BETWEEN 1 AND 120", name=op.f("ck_instrument_scale_name_id_length")
        ),
        sa.CheckConstraint(
            "length(norm_source) BETWEEN 1 AND 300",
            name=op.f("ck_instrument_scale_norm_source_length"),
        ),
        sa.CheckConstraint(
            "length(reliability_source) BETWEEN 1 AND 300",
            name=op.f("ck_instrument_scale_reliability_source_length"),
        ),
        sa.CheckConstraint("maximum > minimum", name=op.f("ck_instrument_scale_range")),
        sa.CheckConstraint(
            "population_mean IS NULL OR norm_source IS NOT NULL",
            name=op.f("ck_instrument_scale_norm_has_source"),
        ),
        sa.CheckConstraint(
            "reliability >= 0 AND reliability <= 1",
            name=op.f("ck_instrument_scale_reliability_range"),
        ),
        sa.CheckConstraint(
            "reliability IS NULL OR reliability_source IS NOT NULL",
            name=op.f("ck_instrument_scale_reliability_has_source"),
        ),
        sa.CheckConstraint(
            "standard_deviation >= 0", name=op.f("ck_instrument_scale_standard_deviation_range")
        ),
        sa.CheckConstraint("weight >= 0", name=op.f("ck_instrument_scale_weight_range")),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_instrument_scale_batch_id_import_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"],
            ["instrument.id"],
            name=op.f("fk_instrument_scale_instrument_id_instrument"),
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["instrument_scale.id"],
            name=op.f("fk_instrument_scale_parent_id_instrument_scale"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument_scale")),
        sa.UniqueConstraint(
            "id", "minimum", "maximum", name=op.f("uq_instrument_scale_id_minimum_maximum")
        ),
        sa.UniqueConstraint(
            "instrument_id", "code", name=op.f("uq_instrument_scale_instrument_id_code")
        ),
    )
    op.create_index(
        op.f("ix_instrument_scale_batch_id"), "instrument_scale", ["batch_id"], unique=False
    )

    op.create_table(
        "instrument_band",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("scale_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label_id", sa.String(), nullable=False),
        sa.Column("label_en", sa.String(), nullable=False),
        sa.Column("lower", sa.Float(), nullable=False),
        sa.CheckConstraint(
            "length(code) BETWEEN 1 AND 40", name=op.f("ck_instrument_band_code_length")
        ),
        sa.CheckConstraint(
            "length(label_en) BETWEEN 1 AND 80", name=op.f("ck_instrument_band_label_en_length")
        ),
        sa.CheckConstraint(
            "length(label_id) BETWEEN 1 AND 80", name=op.f("ck_instrument_band_label_id_length")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_instrument_band_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["scale_id"],
            ["instrument_scale.id"],
            name=op.f("fk_instrument_band_scale_id_instrument_scale"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument_band")),
        sa.UniqueConstraint("scale_id", "code", name=op.f("uq_instrument_band_scale_id_code")),
        sa.UniqueConstraint("scale_id", "lower", name=op.f("uq_instrument_band_scale_id_lower")),
    )
    op.create_index(
        op.f("ix_instrument_band_batch_id"), "instrument_band", ["batch_id"], unique=False
    )

    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("assessor_id", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "DRAF",
                "DISUBMIT",
                "DITERIMA",
                "DITOLAK",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "RENDAH",
                "SEDANG",
                "TINGGI",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("consent", sa.Boolean(), nullable=True),
        sa.Column("assessor_is_facilitator", sa.Boolean(), nullable=True),
        sa.CheckConstraint("occasion >= 1", name=op.f("ck_assessment_occasion_range")),
        sa.ForeignKeyConstraint(
            ["assessor_id"], ["officer.id"], name=op.f("fk_assessment_assessor_id_officer")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_assessment_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"],
            ["instrument.id"],
            name=op.f("fk_assessment_instrument_id_instrument"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_assessment_unit_id_unit")),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_assessment_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint("id", "instrument_id", name=op.f("uq_assessment_id_instrument_id")),
        sa.UniqueConstraint(
            "wbp_id",
            "instrument_id",
            "assessed_on",
            "assessor_id",
            "occasion",
            name="uq_assessment_natural_key",
        ),
    )
    op.create_index(op.f("ix_assessment_batch_id"), "assessment", ["batch_id"], unique=False)
    op.create_index(
        "ix_assessment_unit_id_assessed_on", "assessment", ["unit_id", "assessed_on"], unique=False
    )
    op.create_index(op.f("ix_assessment_wbp_id"), "assessment", ["wbp_id"], unique=False)

    op.create_table(
        "assessment_score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("scale_id", sa.Integer(), nullable=False),
        sa.Column("minimum", sa.Float(), nullable=False),
        sa.Column("maximum", sa.Float(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.CheckConstraint(
            "score >= minimum AND score <= maximum", name=op.f("ck_assessment_score_in_range")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_assessment_score_assessment_id_assessment"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_assessment_score_batch_id_import_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["scale_id", "minimum", "maximum"],
            ["instrument_scale.id", "instrument_scale.minimum", "instrument_scale.maximum"],
            name=op.f("fk_assessment_score_scale_id_minimum_maximum_instrument_scale"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_score")),
        sa.UniqueConstraint(
            "assessment_id", "scale_id", name=op.f("uq_assessment_score_assessment_id_scale_id")
        ),
    )
    op.create_index(
        op.f("ix_assessment_score_batch_id"), "assessment_score", ["batch_id"], unique=False
    )
    op.create_index("ix_assessment_score_scale_id", "assessment_score", ["scale_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
