"""Migrations: a database that was upgraded is the database that the tables declare."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

import models
from models.door import Door, Viewer
from models.migrating import (
    configuration,
    current_revision,
    known_revisions,
    newest_revision,
    upgrade,
)
from tests.models.schema import Fact, differences, facts

ROWS = Path(__file__).with_name("rows")
REVISIONS = [
    script.revision
    for script in reversed(list(ScriptDirectory.from_config(configuration()).walk_revisions()))
]


@pytest.fixture
def empty(database_url: str) -> Iterator[Door]:
    """A door to a database without tables."""
    opened = Door(database_url)
    yield opened
    opened.close()


class _Undone(Exception):
    pass


def declared(door: Door, instead: Mapping[str, str] | None = None) -> set[Fact]:
    """The facts of a database made by `create_all`, texts of its DDL replaced, then undone."""

    def rewrite(_c: Any, _k: Any, statement: str, parameters: Any, _x: Any, _m: Any) -> Any:
        for written, other in (instead or {}).items():
            statement = statement.replace(written, other)
        return statement, parameters

    found: set[Fact] = set()
    with pytest.raises(_Undone), door.altering() as connection:
        sa.event.listen(connection, "before_cursor_execute", rewrite, retval=True)
        models.metadata.create_all(connection)
        found = facts(connection)
        raise _Undone
    return found


def upgraded(door: Door) -> set[Fact]:
    """The facts of the database behind `door`."""
    with door.altering() as connection:
        return facts(connection)


def fill(door: Door, revision: str) -> None:
    """Insert the rows that were written for `revision`."""
    text = (ROWS / f"{revision}.sql").read_text(encoding="utf-8")
    with door.altering() as connection:
        for statement in text.split(";\n")[:-1]:
            connection.exec_driver_sql(statement)


def contents(door: Door, tables: dict[str, list[str]] | None = None) -> dict[str, Any]:
    """The rows of each table, in the columns of `tables` (by default all there are)."""
    with door.altering() as connection:
        inspector = sa.inspect(connection)
        columns = (
            tables
            if tables is not None
            else {
                table: [item["name"] for item in inspector.get_columns(table)]
                for table in inspector.get_table_names()
                if table != "alembic_version"
            }
        )
        return {
            table: (names, sorted(map(repr, connection.execute(_select(table, names)))))
            for table, names in columns.items()
        }


def columns_of(found: dict[str, Any]) -> dict[str, list[str]]:
    return {table: names for table, (names, _) in found.items()}


def _select(table: str, names: list[str]) -> sa.Executable:
    return sa.select(*(sa.column(name) for name in names)).select_from(sa.table(table))


def test_an_upgraded_database_is_the_declared_one(empty: Door) -> None:
    expected = declared(empty)
    upgrade(empty)
    assert differences(expected, upgraded(empty)) == []


def test_rows_of_the_first_revision_go_to_the_newest_at_once(empty: Door) -> None:
    expected = declared(empty)
    upgrade(empty, REVISIONS[0])
    fill(empty, REVISIONS[0])
    inserted = contents(empty)
    upgrade(empty)
    assert contents(empty, columns_of(inserted)) == inserted
    assert differences(expected, upgraded(empty)) == []


def test_rows_of_every_revision_survive_every_later_one(empty: Door) -> None:
    """By steps: what stood there before a step stands there after it, in every table."""
    expected = declared(empty)
    before: dict[str, Any] = {}
    for revision in REVISIONS:
        upgrade(empty, revision)
        assert contents(empty, columns_of(before)) == before, revision
        fill(empty, revision)
        before = contents(empty)
        assert [table for table, (_, rows) in before.items() if not rows] == [], revision
    assert differences(expected, upgraded(empty)) == []


def test_revisions_stand_in_one_line_that_ends_at_the_newest() -> None:
    assert (newest_revision(), known_revisions()) == (REVISIONS[-1], set(REVISIONS))
    assert len(set(REVISIONS)) == len(REVISIONS)


def test_a_failed_migration_leaves_the_revision_before(empty: Door) -> None:
    upgrade(empty, REVISIONS[0])
    with empty.altering() as connection:
        connection.execute(sa.text("CREATE TABLE cohort (id integer)"))
    with pytest.raises(sa.exc.DBAPIError):
        upgrade(empty)
    assert current_revision(empty) == REVISIONS[0]


def test_foreign_keys_hold_again_after_a_failed_migration(door: Door, viewer: Viewer) -> None:
    with pytest.raises(ZeroDivisionError), door.altering():
        raise ZeroDivisionError
    with pytest.raises(sa.exc.IntegrityError), door.writing(viewer) as session:
        session.execute(sa.text("UPDATE database_state SET unit_id = 999"))


def test_there_is_no_way_back(empty: Door) -> None:
    upgrade(empty)
    with pytest.raises(NotImplementedError), empty.altering() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.downgrade(config, REVISIONS[0])


def test_tables_made_on_postgresql_first_lose_nothing_on_sqlite(
    postgresql_url: str, tmp_path: Path
) -> None:
    made = Door(f"sqlite:///{tmp_path / 'first.db'}")
    expected = declared(made)
    server = Door(postgresql_url.replace("postgresql://", "postgresql+psycopg://"))
    declared(server)
    assert differences(expected, declared(made)) == []
    made.close()
    server.close()


# Texts of the DDL, each with another in its place and its table; a round changes a table once.
ROUNDS = [
    [
        (", \n\tCONSTRAINT ck_cost_amount_range CHECK (amount >= 0 AND amount <= 2000000000)", "",
         "cost"),
        ("scale_id, minimum, maximum) REFERENCES instrument_scale (id, minimum, maximum)"
         " ON UPDATE CASCADE",
         "scale_id, minimum, maximum) REFERENCES instrument_scale (id, minimum, maximum)",
         "assessment_score"),
        ("'pendidikan'", "'lain'", "wbp"),
        ("ended_on IS NULL AND legal_status IN", "legal_status IN", "custody"),
        ("THEN 2 END", "THEN 1 END", "agreement"),
        ("nip VARCHAR NOT NULL", "nip VARCHAR", "officer"),
        ("seed INTEGER", "seed BIGINT", "cohort"),
    ],
    [
        ("amount <= 2000000000", "amount <= 2000000001", "cost"),
        ("ix_custody_unit_id_started_on ON custody (unit_id, started_on)",
         "ix_custody_unit_id_started_on ON custody (unit_id)", "custody"),
        ("DEFERRABLE INITIALLY DEFERRED", "", "agreement"),
    ],
    [("CONSTRAINT ck_cost_amount_range CHECK", "CONSTRAINT ck_cost_amount CHECK", "cost")],
    [(", \n\tCONSTRAINT uq_cost_cohort_id_period_source UNIQUE (cohort_id, period, source)", "",
      "cost")],
]  # fmt: skip


def test_each_difference_is_noticed(empty: Door) -> None:
    expected = declared(empty)
    for texts in ROUNDS:
        found = differences(expected, declared(empty, {old: new for old, new, _ in texts}))
        assert {line.split(" | ")[0][2:] for line in found} == {table for *_, table in texts}


def test_a_verified_report_takes_the_letter_of_its_last_verification(empty: Door) -> None:
    for revision in REVISIONS[: REVISIONS.index("0012")]:
        upgrade(empty, revision)
        fill(empty, revision)
    stamp = "'2026-01-05 08:00:00', '2026-01-05 08:00:00', 1"
    with empty.altering() as connection:
        connection.exec_driver_sql(
            "UPDATE progress_report SET status = 'DIVERIFIKASI_UPT', submitted_on = '2026-04-10', "
            "data_version = 1"
        )
        connection.exec_driver_sql(
            "INSERT INTO report_step (id, created_at, updated_at, row_version, report_id, number, "
            "status, taken_on, letter_number, letter_on) "
            f"VALUES (2, {stamp}, 1, 2, 'DIVERIFIKASI_UPT', '2026-04-20', 'W.7', '2026-04-18')"
        )
    upgrade(empty, "0012")
    with empty.altering() as connection:
        row = connection.exec_driver_sql(
            "SELECT status, verified_letter, verified_on FROM progress_report"
        ).one()
    assert [str(value) for value in row] == ["DIVERIFIKASI_UPT", "W.7", "2026-04-18"]
