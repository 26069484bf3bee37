"""What is counted ahead: each participant's attendance by month, and where that must be redone.

A tally follows from other rows and says nothing that they do not. Triggers write down the
cohorts whose rows changed; until those are counted again their tallies are not read. So no
writer can forget it, and a figure is the same whether its tallies stand or not.
"""

from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import SQLModel

from models.base import date, metadata
from models.columns import Privacy, internal


class AttendanceTally(SQLModel, table=True):
    """One row is a person in a cohort in a month with sessions held: person-sessions and minutes.

    `minutes` are those attended as far as a length is known, `open_minutes` those of sessions
    without a mark; the lengthless ones are counted beside them. No foreign keys: rows of a
    person or cohort that is gone are never read, and go when the cohort is counted again.
    """

    __tablename__ = "attendance_tally"
    called: ClassVar = ("Rekap presensi", "Attendance tallies")
    __table_args__ = ({"sqlite_with_rowid": False},)
    natural_key: ClassVar = ("month", "cohort_id", "enrolment_id")

    month: date = internal("Bulan", "Month", primary_key=True)
    cohort_id: int = internal("Angkatan", "Cohort", primary_key=True, index=True)
    enrolment_id: int = internal("Peserta", "Participant", Privacy.IDENTIFIER, primary_key=True)
    wbp_id: int = internal("WBP", "Person", Privacy.IDENTIFIER)
    attended: int = internal("Hadir", "Attended", Privacy.SENSITIVE)
    expected: int = internal("Diharapkan", "Expected", Privacy.SENSITIVE)
    recorded: int = internal("Tercatat", "Recorded", Privacy.SENSITIVE)
    unrecorded: int = internal("Tidak tercatat", "Unrecorded", Privacy.SENSITIVE)
    minutes: int = internal("Menit hadir", "Minutes attended", Privacy.SENSITIVE)
    lengthless: int = internal("Hadir tanpa lama", "Attended, no length", Privacy.SENSITIVE)
    open_minutes: int = internal("Menit tidak tercatat", "Unrecorded minutes", Privacy.SENSITIVE)
    open_lengthless: int = internal(
        "Tidak tercatat tanpa lama", "Unrecorded, no length", Privacy.SENSITIVE
    )


class StaleTally(SQLModel, table=True):
    """One row is a cohort whose tallies no longer hold; it may stand here more than once."""

    __tablename__ = "stale_tally"
    called: ClassVar = ("Rekap yang harus dihitung ulang", "Tallies to be counted again")
    natural_key: ClassVar = ("id",)

    id: int | None = internal("Id", "Id", default=None, primary_key=True)
    cohort_id: int = internal("Angkatan", "Cohort", index=True)


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
    """The statements that make all triggers, in a database that has the tables and no trigger."""
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


@sa.event.listens_for(metadata, "after_create")
def _make_triggers(
    _metadata: sa.MetaData, connection: sa.Connection, *, tables: Any, **_settings: Any
) -> None:
    if metadata.tables[StaleTally.__tablename__] in tables:
        for statement in triggers(connection.dialect.name):
            connection.exec_driver_sql(statement)
