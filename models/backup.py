"""Verified copies of an SQLite database: made, checked, brought back.

A copy that is not whole never gets its name: it is written beside its place, verified and only
then put there. PostgreSQL has its own tools; here it is refused with their names.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from models.base import metadata, utc_now
from models.door import Door, Viewer
from models.migrating import current_revision, newest_revision, upgrade

KEPT_SUFFIX = ".sebelum-pemulihan"
_KEEPER = Viewer("cadangan")
_STATE = "database_state"


class BackupError(Exception):
    """A backup could not be made or brought back; the database is as it was."""


class DamagedBackupError(BackupError):
    """The file is not a whole database of this program."""

    def __init__(self, path: Path, complaint: str) -> None:
        """`complaint` is what SQLite says."""
        super().__init__(
            f"Cadangan [{path.name}] tidak utuh: {complaint}. Pakai cadangan lain. / "
            f"Backup [{path.name}] is damaged: {complaint}. Use another one."
        )


class NotSqliteError(BackupError):
    """PostgreSQL is backed up by its own tools."""

    def __init__(self) -> None:
        """Says which."""
        super().__init__(
            "Cadangkan PostgreSQL dengan pg_dump dan pulihkan dengan pg_restore. / "
            "Back up PostgreSQL with pg_dump and restore it with pg_restore."
        )


def back_up(door: Door, folder: Path, *, at: datetime | None = None) -> Path:
    """A verified copy of the database, `sinergi-YYYYMMDD-HHMMSS.db` in `folder`.

    Others may go on reading and writing; the copy is the state of one moment. Raises
    `NotSqliteError`, and `DamagedBackupError` when the database itself is not whole.
    """
    if not door.is_sqlite:
        raise NotSqliteError
    moment = at or utc_now()
    folder.mkdir(parents=True, exist_ok=True)
    place = _free(folder / f"sinergi-{moment.astimezone():%Y%m%d-%H%M%S}.db")
    with _written_beside(place) as unfinished:
        expected = _copy(door, unfinished)
        if (found := verify(unfinished)) != expected:
            raise DamagedBackupError(place, f"{found} <> {expected}")
    with door.writing(_KEEPER) as session:
        session.execute(sa.update(metadata.tables[_STATE]).values(last_backup_at=moment))
    return place


def back_up_daily(door: Door, folder: Path, *, at: datetime | None = None) -> Path | None:
    """The first copy of a local day; `None` when there is one already."""
    moment = at or utc_now()
    with door.reading(_KEEPER) as session:
        last = session.execute(sa.select(metadata.tables[_STATE].c.last_backup_at)).scalar()
    if last is not None and last.astimezone().date() == moment.astimezone().date():
        return None
    return back_up(door, folder, at=moment)


def upgrade_with_backup(door: Door, folder: Path) -> Path | None:
    """Run the missing migrations, after a copy of a database that has tables already.

    On PostgreSQL the copy is the administrator's duty; a migration that fails there leaves
    nothing behind, as everywhere.
    """
    revision = current_revision(door)
    if revision == newest_revision():
        return None
    copy = back_up(door, folder) if revision is not None and door.is_sqlite else None
    upgrade(door)
    return copy


def verify(path: Path) -> dict[str, int]:
    """The number of rows of each table. Raises `DamagedBackupError` unless the file is whole."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            complaint = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            orphan = copy.execute("PRAGMA foreign_key_check").fetchone()
            rows = _rows(copy)
    except sqlite3.DatabaseError as error:
        raise DamagedBackupError(path, str(error)) from error
    if complaint != "ok" or orphan:
        raise DamagedBackupError(path, complaint if complaint != "ok" else f"orphan {orphan}")
    if _STATE not in rows:
        raise DamagedBackupError(path, f"no table {_STATE}")
    return rows


def restore(path: Path, target: Path) -> None:
    """Put the backup `path` in the place of `target`, which must not be in use.

    The replaced database is kept beside it, named `.sebelum-pemulihan`.
    """
    expected = verify(path)
    with _written_beside(target) as unfinished:
        shutil.copyfile(path, unfinished)
        if verify(unfinished) != expected:
            raise DamagedBackupError(path, "changed while it was copied")
        _set_aside(target)


def _copy(door: Door, place: Path) -> dict[str, int]:
    """Copy the database, and count its rows in the same transaction."""
    with door.reading(_KEEPER) as session, closing(sqlite3.connect(place)) as copy:
        source = session.connection().connection.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise NotSqliteError
        rows = _rows(source)
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    return rows


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in tables
    }


@contextmanager
def _written_beside(place: Path) -> Iterator[Path]:
    """A file beside `place` that gets its name only when nothing was raised."""
    unfinished = _free(place.with_name(f"{place.name}.belum-selesai"))
    unfinished.touch(mode=0o600)
    try:
        yield unfinished
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def _set_aside(target: Path) -> None:
    """Rename a database with its log, which may hold what is not yet in the file."""
    kept = _free(target.with_name(target.name + KEPT_SUFFIX))
    for ending in ("", "-wal", "-shm"):
        file = target.with_name(target.name + ending)
        if file.exists():
            file.replace(kept.with_name(kept.name + ending))


def _free(path: Path) -> Path:
    """`path`, or it with the first number that is not taken: an older copy is never replaced."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(
            f"{path.stem}-{number}.db" if path.suffix == ".db" else f"{path.name}-{number}"
        )
    return free
