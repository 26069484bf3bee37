"""Partners, agreements with their parties, activities and accounts.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "PKS",
                "NOTA_KESEPAHAMAN",
                "ADENDUM",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "DITJEN",
                "KANWIL",
                "UPT",
                "ANTAR_MITRA",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("scope", sa.String(), nullable=True),
        sa.Column("follow_up", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column(
            "stage",
            sa.Enum(
                "PENJAJAKAN",
                "PEMBAHASAN",
                "DITANDATANGANI",
                "DIAKHIRI",
                name="stage",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("document_sha256", sa.String(), nullable=True),
        sa.Column("data_role", sa.String(), nullable=True),
        sa.Column("data_basis", sa.String(), nullable=True),
        sa.Column("data_until", sa.Date(), nullable=True),
        sa.Column(
            "party_1",
            sa.Integer(),
            sa.Computed("CASE WHEN signed_on IS NOT NULL THEN 1 END", persisted=True),
            nullable=True,
        ),
        sa.Column(
            "party_2",
            sa.Integer(),
            sa.Computed("CASE WHEN signed_on IS NOT NULL THEN 2 END", persisted=True),
            nullable=True,
        ),
        sa.CheckConstraint(
            "stage <> 'DITANDATANGANI' OR signed_on IS NOT NULL",
            name=op.f("ck_agreement_signed_has_date"),
        ),
        sa.CheckConstraint(
            "(data_role IS NULL AND data_basis IS NULL AND data_until IS NULL) OR (data_role IS NOT NULL AND data_basis IS NOT NULL AND data_until IS NOT NULL)",
            name=op.f("ck_agreement_data_terms_whole"),
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR signed_on IS NULL OR ends_on >= signed_on",
            name=op.f("ck_agreement_ends_on_not_before_signed_on"),
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on",
            name=op.f("ck_agreement_ends_on_not_before_starts_on"),
        ),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 60", name=op.f("ck_agreement_code_length")),
        sa.CheckConstraint(
            "length(data_basis) BETWEEN 1 AND 300", name=op.f("ck_agreement_data_basis_length")
        ),
        sa.CheckConstraint(
            "length(data_role) BETWEEN 1 AND 80", name=op.f("ck_agreement_data_role_length")
        ),
        sa.CheckConstraint(
            "length(document_sha256) BETWEEN 1 AND 64",
            name=op.f("ck_agreement_document_sha256_length"),
        ),
        sa.CheckConstraint(
            "length(follow_up) BETWEEN 1 AND 2000", name=op.f("ck_agreement_follow_up_length")
        ),
        sa.CheckConstraint(
            "length(number) BETWEEN 1 AND 120", name=op.f("ck_agreement_number_length")
        ),
        sa.CheckConstraint(
            "length(place) BETWEEN 1 AND 200", name=op.f("ck_agreement_place_length")
        ),
        sa.CheckConstraint(
            "length(scope) BETWEEN 1 AND 2000", name=op.f("ck_agreement_scope_length")
        ),
        sa.CheckConstraint(
            "length(title) BETWEEN 1 AND 300", name=op.f("ck_agreement_title_length")
        ),
        sa.CheckConstraint(
            "parent_id IS NULL OR parent_id <> id", name=op.f("ck_agreement_not_its_own_parent")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_agreement_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["id", "party_1"],
            ["agreement_party.agreement_id", "agreement_party.position"],
            name="fk_agreement_party_1",
            initially="DEFERRED",
            deferrable=True,
            use_alter=True,
        ),
        sa.ForeignKeyConstraint(
            ["id", "party_2"],
            ["agreement_party.agreement_id", "agreement_party.position"],
            name="fk_agreement_party_2",
            initially="DEFERRED",
            deferrable=True,
            use_alter=True,
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["unit.id"], name=op.f("fk_agreement_owner_id_unit")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["agreement.id"], name=op.f("fk_agreement_parent_id_agreement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("owner_id", "code", name=op.f("uq_agreement_owner_id_code")),
    )
    op.create_index(op.f("ix_agreement_batch_id"), "agreement", ["batch_id"], unique=False)

    op.create_table(
        "partner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("tax_number", sa.String(), nullable=True),
        sa.Column("contact", sa.String(), nullable=True),
        sa.Column("province_id", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column(
            "kind_list", sa.Text(), sa.Computed("'jenis_mitra'", persisted=True), nullable=True
        ),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 40", name=op.f("ck_partner_code_length")),
        sa.CheckConstraint(
            "length(contact) BETWEEN 1 AND 200", name=op.f("ck_partner_contact_length")
        ),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_partner_name_length")),
        sa.CheckConstraint(
            "length(tax_number) BETWEEN 1 AND 20", name=op.f("ck_partner_tax_number_length")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_partner_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["kind_list", "kind"],
            ["code.list", "code.code"],
            name=op.f("fk_partner_kind_list_kind_code"),
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["unit.id"], name=op.f("fk_partner_owner_id_unit")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["province.id"], name=op.f("fk_partner_province_id_province")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("owner_id", "code", name=op.f("uq_partner_owner_id_code")),
    )
    op.create_index(op.f("ix_partner_batch_id"), "partner", ["batch_id"], unique=False)

    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=80), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "PETUGAS",
                "PK",
                "KA_UPT",
                "KANWIL",
                "ANALIS_PUSAT",
                "MITRA",
                "ADMIN",
                "AUDITOR",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "unit_id IS NULL OR partner_id IS NULL", name=op.f("ck_account_unit_or_partner")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_account_partner_id_partner")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_account_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("login", name=op.f("uq_account_login")),
    )

    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("reached_officers", sa.Integer(), nullable=True),
        sa.Column("reached_community", sa.Integer(), nullable=True),
        sa.Column("reached_wbp", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column(
            "grade",
            sa.Enum(
                "DIHITUNG",
                "DILAPORKAN",
                name="grade",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind_list", sa.Text(), sa.Computed("'jenis_kegiatan'", persisted=True), nullable=True
        ),
        sa.CheckConstraint(
            "length(evidence) BETWEEN 1 AND 500", name=op.f("ck_activity_evidence_length")
        ),
        sa.CheckConstraint(
            "length(title) BETWEEN 1 AND 300", name=op.f("ck_activity_title_length")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_activity_number_range")),
        sa.CheckConstraint(
            "reached_community >= 0", name=op.f("ck_activity_reached_community_range")
        ),
        sa.CheckConstraint(
            "reached_officers >= 0", name=op.f("ck_activity_reached_officers_range")
        ),
        sa.CheckConstraint("reached_wbp >= 0", name=op.f("ck_activity_reached_wbp_range")),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_activity_agreement_id_agreement")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_activity_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["kind_list", "kind"],
            ["code.list", "code.code"],
            name=op.f("fk_activity_kind_list_kind_code"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_activity_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint(
            "agreement_id",
            "unit_id",
            "held_on",
            "number",
            name=op.f("uq_activity_agreement_id_unit_id_held_on_number"),
        ),
    )
    op.create_index(op.f("ix_activity_batch_id"), "activity", ["batch_id"], unique=False)
    op.create_index("ix_activity_unit_id_held_on", "activity", ["unit_id", "held_on"], unique=False)

    op.create_table(
        "agreement_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column(
            "role",
            sa.Enum(
                "PIHAK",
                "SAKSI",
                "MENGETAHUI",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("signatory", sa.String(), nullable=True),
        sa.CheckConstraint(
            "position > 2 OR role = 'PIHAK'", name=op.f("ck_agreement_party_first_two_are_parties")
        ),
        sa.CheckConstraint(
            "(partner_id IS NULL) <> (unit_id IS NULL)",
            name=op.f("ck_agreement_party_partner_or_unit"),
        ),
        sa.CheckConstraint(
            "length(signatory) BETWEEN 1 AND 160", name=op.f("ck_agreement_party_signatory_length")
        ),
        sa.CheckConstraint("position >= 1", name=op.f("ck_agreement_party_position_range")),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_party_agreement_id_agreement"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_agreement_party_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_agreement_party_partner_id_partner")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_agreement_party_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_party")),
        sa.UniqueConstraint(
            "agreement_id", "partner_id", name=op.f("uq_agreement_party_agreement_id_partner_id")
        ),
        sa.UniqueConstraint(
            "agreement_id", "position", name=op.f("uq_agreement_party_agreement_id_position")
        ),
    )
    op.create_index(
        op.f("ix_agreement_party_batch_id"), "agreement_party", ["batch_id"], unique=False
    )
    op.create_index(
        op.f("ix_agreement_party_partner_id"), "agreement_party", ["partner_id"], unique=False
    )

    # SQLite takes these two inside CREATE TABLE, before the parties exist; PostgreSQL after.
    if op.get_context().dialect.supports_alter:
        for position in (1, 2):
            op.create_foreign_key(
                f"fk_agreement_party_{position}", "agreement", "agreement_party",
                ["id", f"party_{position}"], ["agreement_id", "position"],
                deferrable=True, initially="DEFERRED",
            )  # fmt: skip


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
