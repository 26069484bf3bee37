"""Quarterly reports, their lines and steps, and agreed actions.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "progress_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "DRAF",
                "DIAJUKAN",
                "DIVERIFIKASI_UPT",
                "DIVERIFIKASI_KANWIL",
                "DIVERIFIKASI_DITJEN",
                "DIKEMBALIKAN",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("data_version", sa.Integer(), nullable=True),
        sa.Column("summary", sa.String(), nullable=True),
        sa.CheckConstraint(
            "status IN ('DRAF', 'DIKEMBALIKAN') OR (submitted_on IS NOT NULL AND data_version IS "
            "NOT NULL)",
            name=op.f("ck_progress_report_submitted_is_frozen"),
        ),
        sa.CheckConstraint(
            "data_version >= 0 AND data_version <= 2000000000",
            name=op.f("ck_progress_report_data_version_range"),
        ),
        sa.CheckConstraint(
            "length(summary) BETWEEN 1 AND 2000", name=op.f("ck_progress_report_summary_length")
        ),
        sa.CheckConstraint(
            "quarter >= 1 AND quarter <= 4", name=op.f("ck_progress_report_quarter_range")
        ),
        sa.CheckConstraint(
            "year >= 2000 AND year <= 2100", name=op.f("ck_progress_report_year_range")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_progress_report_agreement_id_agreement"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_progress_report_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id", "agreement_id", "year"],
            ["work_plan.id", "work_plan.agreement_id", "work_plan.year"],
            name=op.f("fk_progress_report_plan_id_agreement_id_year_work_plan"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_report")),
        sa.UniqueConstraint(
            "agreement_id",
            "year",
            "quarter",
            name=op.f("uq_progress_report_agreement_id_year_quarter"),
        ),
        sa.UniqueConstraint("id", "plan_id", name=op.f("uq_progress_report_id_plan_id")),
    )
    op.create_index(
        op.f("ix_progress_report_batch_id"), "progress_report", ["batch_id"], unique=False
    )
    op.create_index("ix_progress_report_plan_id", "progress_report", ["plan_id"], unique=False)
    op.create_table(
        "progress_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.Column("recorded", sa.Integer(), nullable=True),
        sa.Column("reported", sa.Integer(), nullable=True),
        sa.Column("difference", sa.String(), nullable=True),
        sa.Column("spent", sa.Integer(), nullable=True),
        sa.Column("obstacle", sa.String(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("sessions", sa.Integer(), nullable=True),
        sa.Column("activities", sa.Integer(), nullable=True),
        sa.Column("reached_wbp", sa.Integer(), nullable=True),
        sa.Column("reached_officers", sa.Integer(), nullable=True),
        sa.Column("reached_community", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("completions", sa.Integer(), nullable=True),
        sa.Column("certificates", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "activities >= 0 AND activities <= 10000000",
            name=op.f("ck_progress_line_activities_range"),
        ),
        sa.CheckConstraint(
            "certificates >= 0 AND certificates <= 10000000",
            name=op.f("ck_progress_line_certificates_range"),
        ),
        sa.CheckConstraint(
            "completions >= 0 AND completions <= 10000000",
            name=op.f("ck_progress_line_completions_range"),
        ),
        sa.CheckConstraint(
            "counted >= 0 AND counted <= 40000000", name=op.f("ck_progress_line_counted_range")
        ),
        sa.CheckConstraint(
            "length(difference) BETWEEN 1 AND 1000", name=op.f("ck_progress_line_difference_length")
        ),
        sa.CheckConstraint(
            "length(evidence) BETWEEN 1 AND 500", name=op.f("ck_progress_line_evidence_length")
        ),
        sa.CheckConstraint(
            "length(obstacle) BETWEEN 1 AND 1000", name=op.f("ck_progress_line_obstacle_length")
        ),
        sa.CheckConstraint(
            "minutes >= 0 AND minutes <= 2000000000", name=op.f("ck_progress_line_minutes_range")
        ),
        sa.CheckConstraint(
            "reached_community >= 0 AND reached_community <= 10000000",
            name=op.f("ck_progress_line_reached_community_range"),
        ),
        sa.CheckConstraint(
            "reached_officers >= 0 AND reached_officers <= 10000000",
            name=op.f("ck_progress_line_reached_officers_range"),
        ),
        sa.CheckConstraint(
            "reached_wbp >= 0 AND reached_wbp <= 10000000",
            name=op.f("ck_progress_line_reached_wbp_range"),
        ),
        sa.CheckConstraint(
            "recorded >= 0 AND recorded <= 40000000", name=op.f("ck_progress_line_recorded_range")
        ),
        sa.CheckConstraint(
            "reported >= 0 AND reported <= 40000000", name=op.f("ck_progress_line_reported_range")
        ),
        sa.CheckConstraint(
            "sessions >= 0 AND sessions <= 10000000", name=op.f("ck_progress_line_sessions_range")
        ),
        sa.CheckConstraint(
            "spent >= 0 AND spent <= 2000000000", name=op.f("ck_progress_line_spent_range")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id", "plan_id"],
            ["planned_activity.id", "planned_activity.plan_id"],
            name=op.f("fk_progress_line_activity_id_plan_id_planned_activity"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_progress_line_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["report_id", "plan_id"],
            ["progress_report.id", "progress_report.plan_id"],
            name=op.f("fk_progress_line_report_id_plan_id_progress_report"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_line")),
        sa.UniqueConstraint(
            "report_id", "activity_id", name=op.f("uq_progress_line_report_id_activity_id")
        ),
    )
    op.create_index("ix_progress_line_activity_id", "progress_line", ["activity_id"], unique=False)
    op.create_index(op.f("ix_progress_line_batch_id"), "progress_line", ["batch_id"], unique=False)
    op.create_table(
        "report_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "DRAF",
                "DIAJUKAN",
                "DIVERIFIKASI_UPT",
                "DIVERIFIKASI_KANWIL",
                "DIVERIFIKASI_DITJEN",
                "DIKEMBALIKAN",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("by_office", sa.String(), nullable=True),
        sa.Column("letter_number", sa.String(), nullable=True),
        sa.Column("letter_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "status <> 'DIKEMBALIKAN' OR reason IS NOT NULL",
            name=op.f("ck_report_step_returned_has_reason"),
        ),
        sa.CheckConstraint(
            "status IN ('DRAF', 'DIAJUKAN', 'DIKEMBALIKAN') OR (letter_number IS NOT NULL AND "
            "letter_on IS NOT NULL)",
            name=op.f("ck_report_step_verified_has_letter"),
        ),
        sa.CheckConstraint(
            "length(by_office) BETWEEN 1 AND 160", name=op.f("ck_report_step_by_office_length")
        ),
        sa.CheckConstraint(
            "length(letter_number) BETWEEN 1 AND 120",
            name=op.f("ck_report_step_letter_number_length"),
        ),
        sa.CheckConstraint(
            "length(reason) BETWEEN 1 AND 1000", name=op.f("ck_report_step_reason_length")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_report_step_number_range")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_report_step_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["progress_report.id"],
            name=op.f("fk_report_step_report_id_progress_report"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_step")),
        sa.UniqueConstraint("report_id", "number", name=op.f("uq_report_step_report_id_number")),
    )
    op.create_index(op.f("ix_report_step_batch_id"), "report_step", ["batch_id"], unique=False)
    op.create_table(
        "follow_up_action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(closed_on IS NULL) = (result IS NULL)",
            name=op.f("ck_follow_up_action_closed_has_result"),
        ),
        sa.CheckConstraint(
            "length(owner) BETWEEN 1 AND 160", name=op.f("ck_follow_up_action_owner_length")
        ),
        sa.CheckConstraint(
            "length(result) BETWEEN 1 AND 500", name=op.f("ck_follow_up_action_result_length")
        ),
        sa.CheckConstraint(
            "length(text) BETWEEN 1 AND 1000", name=op.f("ck_follow_up_action_text_length")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_follow_up_action_number_range")),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_follow_up_action_batch_id_import_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["line_id"],
            ["progress_line.id"],
            name=op.f("fk_follow_up_action_line_id_progress_line"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_action")),
        sa.UniqueConstraint("line_id", "number", name=op.f("uq_follow_up_action_line_id_number")),
    )
    op.create_index(
        op.f("ix_follow_up_action_batch_id"), "follow_up_action", ["batch_id"], unique=False
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
