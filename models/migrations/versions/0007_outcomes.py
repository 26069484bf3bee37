"""Incidents, entitlements and returns.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entitlement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "REMISI",
                "ASIMILASI",
                "CMK",
                "PB",
                "CMB",
                "CB",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("hearing_on", sa.Date(), nullable=True),
        sa.Column(
            "hearing_result",
            sa.Enum(
                "DISETUJUI",
                "DITUNDA",
                "DITOLAK",
                name="hearing_result",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("decree", sa.String(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "decided_on IS NULL OR proposed_on IS NULL OR decided_on >= proposed_on",
            name=op.f("ck_entitlement_decided_on_not_before_proposed_on"),
        ),
        sa.CheckConstraint(
            "hearing_on IS NULL OR proposed_on IS NULL OR hearing_on >= proposed_on",
            name=op.f("ck_entitlement_hearing_on_not_before_proposed_on"),
        ),
        sa.CheckConstraint(
            "length(decree) BETWEEN 1 AND 80", name=op.f("ck_entitlement_decree_length")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_entitlement_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_entitlement_unit_id_unit")),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_entitlement_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entitlement")),
        sa.UniqueConstraint(
            "wbp_id", "kind", "proposed_on", name=op.f("uq_entitlement_wbp_id_kind_proposed_on")
        ),
    )
    op.create_index(op.f("ix_entitlement_batch_id"), "entitlement", ["batch_id"], unique=False)
    op.create_index(op.f("ix_entitlement_unit_id"), "entitlement", ["unit_id"], unique=False)
    op.create_index(op.f("ix_entitlement_wbp_id"), "entitlement", ["wbp_id"], unique=False)

    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "severity",
            sa.Enum(
                "RINGAN",
                "SEDANG",
                "BERAT",
                name="severity",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("proven", sa.Boolean(), nullable=True),
        sa.Column("sanction", sa.String(), nullable=True),
        sa.Column(
            "sanction_list",
            sa.Text(),
            sa.Computed("'hukuman_disiplin'", persisted=True),
            nullable=True,
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_incident_number_range")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_incident_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["sanction_list", "sanction"],
            ["code.list", "code.code"],
            name=op.f("fk_incident_sanction_list_sanction_code"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_incident_unit_id_unit")),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_incident_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint(
            "unit_id",
            "wbp_id",
            "occurred_on",
            "number",
            name=op.f("uq_incident_unit_id_wbp_id_occurred_on_number"),
        ),
    )
    op.create_index(op.f("ix_incident_batch_id"), "incident", ["batch_id"], unique=False)
    op.create_index(
        "ix_incident_unit_id_occurred_on", "incident", ["unit_id", "occurred_on"], unique=False
    )
    op.create_index(op.f("ix_incident_wbp_id"), "incident", ["wbp_id"], unique=False)

    op.create_table(
        "return",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column("offence_on", sa.Date(), nullable=False),
        sa.Column("proven_on", sa.Date(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "PIDANA_BARU",
                "PENANGKAPAN",
                "PENCABUTAN",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "kind <> 'PIDANA_BARU' OR proven_on IS NOT NULL",
            name=op.f("ck_return_conviction_is_proven"),
        ),
        sa.CheckConstraint(
            "proven_on IS NULL OR offence_on IS NULL OR proven_on >= offence_on",
            name=op.f("ck_return_proven_on_not_before_offence_on"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_return_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_return_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return")),
        sa.UniqueConstraint("wbp_id", "offence_on", name=op.f("uq_return_wbp_id_offence_on")),
    )
    op.create_index(op.f("ix_return_batch_id"), "return", ["batch_id"], unique=False)
    op.create_index(op.f("ix_return_wbp_id"), "return", ["wbp_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
