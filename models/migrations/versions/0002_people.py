"""People, their numbers, custody, guardianship and needs.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wbp",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("public_id", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=True),
        sa.Column(
            "sex",
            sa.Enum("L", "P", name="sex", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("citizenship", sa.String(), nullable=True),
        sa.Column("education", sa.String(), nullable=True),
        sa.Column("origin_province_id", sa.Integer(), nullable=True),
        sa.Column(
            "education_list", sa.Text(), sa.Computed("'pendidikan'", persisted=True), nullable=True
        ),
        sa.CheckConstraint("length(alias) BETWEEN 1 AND 160", name=op.f("ck_wbp_alias_length")),
        sa.CheckConstraint(
            "length(citizenship) BETWEEN 1 AND 3", name=op.f("ck_wbp_citizenship_length")
        ),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 160", name=op.f("ck_wbp_name_length")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_wbp_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["education_list", "education"],
            ["code.list", "code.code"],
            name=op.f("fk_wbp_education_list_education_code"),
        ),
        sa.ForeignKeyConstraint(
            ["origin_province_id"], ["province.id"], name=op.f("fk_wbp_origin_province_id_province")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wbp")),
        sa.UniqueConstraint("public_id", name=op.f("uq_wbp_public_id")),
    )
    op.create_index(op.f("ix_wbp_batch_id"), "wbp", ["batch_id"], unique=False)

    op.create_table(
        "custody",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column(
            "legal_status",
            sa.Enum(
                "TAHANAN",
                "ANAK",
                "NARAPIDANA",
                "ANAK_BINAAN",
                "KLIEN_DEWASA",
                "KLIEN_ANAK",
                name="legal_status",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("exit_reason", sa.String(), nullable=True),
        sa.Column(
            "register_kind",
            sa.Enum(
                "A_I",
                "A_II",
                "A_III",
                "A_IV",
                "A_V",
                "B_I",
                "B_IIA",
                "B_IIB",
                "B_III",
                "C",
                "SH",
                "MATI",
                "KLIEN",
                name="register_kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("register_number", sa.String(), nullable=True),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("offence_group", sa.String(), nullable=True),
        sa.Column("sentence_days", sa.Integer(), nullable=True),
        sa.Column("two_thirds_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column(
            "exit_reason_list",
            sa.Text(),
            sa.Computed("'alasan_keluar_tahanan'", persisted=True),
            nullable=True,
        ),
        sa.Column(
            "offence_group_list",
            sa.Text(),
            sa.Computed("'tindak_pidana'", persisted=True),
            nullable=True,
        ),
        sa.CheckConstraint(
            "ended_on IS NULL OR started_on IS NULL OR ended_on >= started_on",
            name=op.f("ck_custody_ended_on_not_before_started_on"),
        ),
        sa.CheckConstraint(
            "expires_on IS NULL OR started_on IS NULL OR expires_on >= started_on",
            name=op.f("ck_custody_expires_on_not_before_started_on"),
        ),
        sa.CheckConstraint(
            "expires_on IS NULL OR two_thirds_on IS NULL OR expires_on >= two_thirds_on",
            name=op.f("ck_custody_expires_on_not_before_two_thirds_on"),
        ),
        sa.CheckConstraint(
            "length(case_id) BETWEEN 1 AND 60", name=op.f("ck_custody_case_id_length")
        ),
        sa.CheckConstraint(
            "length(register_number) BETWEEN 1 AND 60",
            name=op.f("ck_custody_register_number_length"),
        ),
        sa.CheckConstraint("sentence_days >= 0", name=op.f("ck_custody_sentence_days_range")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_custody_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["exit_reason_list", "exit_reason"],
            ["code.list", "code.code"],
            name=op.f("fk_custody_exit_reason_list_exit_reason_code"),
        ),
        sa.ForeignKeyConstraint(
            ["offence_group_list", "offence_group"],
            ["code.list", "code.code"],
            name=op.f("fk_custody_offence_group_list_offence_group_code"),
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_custody_unit_id_unit")),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_custody_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody")),
        sa.UniqueConstraint(
            "wbp_id",
            "started_on",
            "legal_status",
            "unit_id",
            name=op.f("uq_custody_wbp_id_started_on_legal_status_unit_id"),
        ),
    )
    op.create_index(op.f("ix_custody_batch_id"), "custody", ["batch_id"], unique=False)
    op.create_index(
        "ix_custody_unit_id_started_on", "custody", ["unit_id", "started_on"], unique=False
    )
    op.create_index(op.f("ix_custody_wbp_id"), "custody", ["wbp_id"], unique=False)
    op.create_index(
        "uq_custody_one_open_in_guidance",
        "custody",
        ["wbp_id"],
        unique=True,
        sqlite_where=sa.text("ended_on IS NULL AND legal_status IN ('KLIEN_DEWASA', 'KLIEN_ANAK')"),
        postgresql_where=sa.text(
            "ended_on IS NULL AND legal_status IN ('KLIEN_DEWASA', 'KLIEN_ANAK')"
        ),
    )
    op.create_index(
        "uq_custody_one_open_in_institution",
        "custody",
        ["wbp_id"],
        unique=True,
        sqlite_where=sa.text(
            "ended_on IS NULL AND legal_status NOT IN ('KLIEN_DEWASA', 'KLIEN_ANAK')"
        ),
        postgresql_where=sa.text(
            "ended_on IS NULL AND legal_status NOT IN ('KLIEN_DEWASA', 'KLIEN_ANAK')"
        ),
    )

    op.create_table(
        "need",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
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
        sa.Column(
            "source",
            sa.Enum(
                "RRI",
                "KRIMINOGENIK",
                "LITMAS",
                name="source",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("litmas_number", sa.String(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column(
            "need_list", sa.Text(), sa.Computed("'kebutuhan'", persisted=True), nullable=True
        ),
        sa.CheckConstraint(
            "closed_on IS NULL OR assessed_on IS NULL OR closed_on >= assessed_on",
            name=op.f("ck_need_closed_on_not_before_assessed_on"),
        ),
        sa.CheckConstraint(
            "length(litmas_number) BETWEEN 1 AND 80", name=op.f("ck_need_litmas_number_length")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_need_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["need_list", "need"],
            ["code.list", "code.code"],
            name=op.f("fk_need_need_list_need_code"),
        ),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_need_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
        sa.UniqueConstraint(
            "wbp_id", "need", "assessed_on", name=op.f("uq_need_wbp_id_need_assessed_on")
        ),
    )
    op.create_index(op.f("ix_need_batch_id"), "need", ["batch_id"], unique=False)
    op.create_index(op.f("ix_need_wbp_id"), "need", ["wbp_id"], unique=False)

    op.create_table(
        "person_identifier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "INDUK",
                "NASIONAL",
                "REGISTER",
                "BAPAS",
                "NIK",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(value) BETWEEN 1 AND 60", name=op.f("ck_person_identifier_value_length")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_person_identifier_batch_id_import_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_person_identifier_unit_id_unit")
        ),
        sa.ForeignKeyConstraint(
            ["wbp_id"], ["wbp.id"], name=op.f("fk_person_identifier_wbp_id_wbp")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_identifier")),
        sa.UniqueConstraint(
            "kind", "unit_id", "value", name=op.f("uq_person_identifier_kind_unit_id_value")
        ),
    )
    op.create_index(
        op.f("ix_person_identifier_batch_id"), "person_identifier", ["batch_id"], unique=False
    )
    op.create_index(
        "ix_person_identifier_value_kind", "person_identifier", ["value", "kind"], unique=False
    )
    op.create_index(
        op.f("ix_person_identifier_wbp_id"), "person_identifier", ["wbp_id"], unique=False
    )

    op.create_table(
        "guardianship",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("wbp_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "WALI", "PK", name="kind", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("decree", sa.String(), nullable=True),
        sa.CheckConstraint(
            "ended_on IS NULL OR started_on IS NULL OR ended_on >= started_on",
            name=op.f("ck_guardianship_ended_on_not_before_started_on"),
        ),
        sa.CheckConstraint(
            "length(decree) BETWEEN 1 AND 80", name=op.f("ck_guardianship_decree_length")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_guardianship_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_guardianship_officer_id_officer")
        ),
        sa.ForeignKeyConstraint(["wbp_id"], ["wbp.id"], name=op.f("fk_guardianship_wbp_id_wbp")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardianship")),
        sa.UniqueConstraint(
            "officer_id",
            "wbp_id",
            "started_on",
            name=op.f("uq_guardianship_officer_id_wbp_id_started_on"),
        ),
    )
    op.create_index(op.f("ix_guardianship_batch_id"), "guardianship", ["batch_id"], unique=False)
    op.create_index(op.f("ix_guardianship_wbp_id"), "guardianship", ["wbp_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
