"""Attendance counted ahead by participant and month, kept true by triggers.

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_SIDES = {"insert": ("new",), "update": ("old", "new"), "delete": ("old",)}
_EVERY_COHORT = "INSERT INTO stale_tally (cohort_id) SELECT id FROM cohort"
_COHORT, _EVENTS = "cohort_id", tuple(_SIDES)
# table, its column with the cohort (None: all cohorts), events, columns that a tally follows from
WATCHED: tuple[tuple[str, str | None, tuple[str, ...], str], ...] = (
    ("attendance", _COHORT, _EVENTS, "session_id, enrolment_id, cohort_id, mark, minutes"),
    ("programme_session", _COHORT, _EVENTS, "cohort_id, held_on, minutes, status"),
    ("enrolment", _COHORT, _EVENTS,
     "cohort_id, wbp_id, enrolled_on, started_on, ended_on, status"),
    ("cohort", "id", ("update",), "starts_on"),
    ("attendance_mark", None, ("update",), "code, attended, expected"),
)  # fmt: skip


def triggers(dialect: str) -> list[str]:
    return [
        statement
        for table, key, events, columns in WATCHED
        for event in events
        for statement in (
            _by_row(table, event, key=key, columns=columns)
            if dialect == "sqlite"
            else _by_statement(table, event, key=key)
        )
    ]


def _by_row(table: str, event: str, *, key: str | None, columns: str) -> list[str]:
    """SQLite knows no other. A cohort stands there once; other columns do not count."""
    of = f" OF {columns}" if event == "update" else ""
    once = (
        "INSERT INTO stale_tally (cohort_id) SELECT {0} WHERE NOT EXISTS "
        "(SELECT 1 FROM stale_tally WHERE cohort_id = {0})"
    )
    each = [once.format(f"{side}.{key}") for side in _SIDES[event]]
    acts = "; ".join(each if key else [_EVERY_COHORT])
    return [f"CREATE TRIGGER stale_{table}_{event} AFTER {event}{of} ON {table} BEGIN {acts}; END"]


def _by_statement(table: str, event: str, *, key: str | None) -> list[str]:
    """PostgreSQL: once for all rows of a statement, and without a lock that others wait for."""
    name, sides = f"stale_{table}_{event}", _SIDES[event]
    rows = " UNION ".join(f"SELECT DISTINCT {key} FROM {side}_rows" for side in sides)  # noqa: S608
    act = f"INSERT INTO stale_tally (cohort_id) {rows}" if key else _EVERY_COHORT
    seen = " ".join(f"{side} TABLE AS {side}_rows" for side in sides)
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {act}; RETURN NULL; END $$",
        f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {seen} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    ]



def upgrade() -> None:
    """Nothing is counted yet: every cohort that stands already is still to be counted."""
    op.create_table(
        "attendance_tally",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in (
                "enrolment_id", "wbp_id", "attended", "expected", "recorded", "unrecorded", "minutes",
                "lengthless", "open_minutes", "open_lengthless",
            )
        ),
        sa.PrimaryKeyConstraint(
            "month", "cohort_id", "enrolment_id", name=op.f("pk_attendance_tally")
        ),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "stale_tally",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stale_tally")),
    )
    op.create_index(
        op.f("ix_attendance_tally_cohort_id"), "attendance_tally", ["cohort_id"], unique=False
    )
    op.create_index(op.f("ix_stale_tally_cohort_id"), "stale_tally", ["cohort_id"], unique=False)
    for statement in triggers(op.get_bind().dialect.name):
        op.execute(statement)
    op.execute(_EVERY_COHORT)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward; restore the backup instead")
