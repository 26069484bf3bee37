"""The profile that read a file is kept with its batch, so that it can be understood and repeated.

Revision ID: 0013
Revises: 0012
"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE import_batch ADD COLUMN\n profile_text VARCHAR")


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
