"""The letter of a verification stands with its report, as that of an approval with its plan.

Revision ID: 0012
Revises: 0011
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_VERIFIED = "'DIVERIFIKASI_UPT', 'DIVERIFIKASI_KANWIL', 'DIVERIFIKASI_DITJEN'"
_OF_STEP = (
    "(SELECT {column} FROM report_step WHERE report_step.report_id = progress_report.id "
    "AND report_step.status = progress_report.status ORDER BY number DESC LIMIT 1)"
)
_OF_REPORT = "(SELECT {column} FROM standing WHERE standing.id = progress_report.id)"


def upgrade() -> None:
    """Verified reports wait as drafts while the rule is added: SQLite holds it at once."""
    letter, day = (_OF_STEP.format(column=name) for name in ("letter_number", "letter_on"))
    op.execute(
        f"CREATE TEMPORARY TABLE standing AS SELECT id, status, {letter} AS letter, {day} AS day "
        f"FROM progress_report WHERE status IN ({_VERIFIED})"
    )
    op.execute("UPDATE progress_report SET status = 'DRAF' WHERE id IN (SELECT id FROM standing)")
    op.execute("ALTER TABLE progress_report ADD COLUMN\n verified_on DATE")
    op.execute(
        "ALTER TABLE progress_report ADD COLUMN\n verified_letter VARCHAR\n"
        "CONSTRAINT ck_progress_report_verified_letter_length "
        "CHECK (length(verified_letter) BETWEEN 1 AND 120)\n"
        "CONSTRAINT ck_progress_report_verified_has_letter "
        "CHECK (status IN ('DRAF', 'DIAJUKAN', 'DIKEMBALIKAN') "
        "OR (verified_letter IS NOT NULL AND verified_on IS NOT NULL))"
    )
    letter, day, status = (
        _OF_REPORT.format(column=name) for name in ("letter", "day", "status")
    )
    op.execute(
        f"UPDATE progress_report SET verified_letter = coalesce({letter}, 'tidak tercatat'), "
        f"verified_on = coalesce({day}, submitted_on), status = {status} "
        "WHERE id IN (SELECT id FROM standing)"
    )
    op.execute("DROP TABLE standing")


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
