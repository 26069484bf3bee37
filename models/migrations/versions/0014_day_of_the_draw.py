"""The day of a draw: who left the waiting list before it was not in the draw.

Revision ID: 0014
Revises: 0013
"""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE cohort ADD COLUMN\n drawn_on DATE\n"
        "CONSTRAINT ck_cohort_only_a_lottery_is_drawn "
        "CHECK (drawn_on IS NULL OR assignment = 'UNDIAN')"
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
