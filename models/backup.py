"""Verified copies of an SQLite database: made, checked, brought back, with its stored files.

A copy that is not whole never gets its name: it is written beside its place, verified and only
then put there. All backups of a folder share one folder of files, as those never change under
their hash. PostgreSQL has its own tools; here it is refused with their names.
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
from models.kept_files import copy_files, folder_of, is_whole
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
            "Cadangkan PostgreSQL dengan pg_dump dan pulihkan dengan pg_restore; salin juga folder "
            "dokumen di SINERGI_HOME. / Back up PostgreSQL with pg_dump and restore it with "
            "pg_restore; copy the folder dokumen in SINERGI_HOME too."
        )


class OtherModeError(BackupError):
    """Fictional data would take the place of real data, or the reverse."""

    def __init__(self, path: Path, given: str, standing: str) -> None:
        """The backup holds `given` data, the database `standing` data."""
        super().__init__(
            f"Cadangan [{path.name}] berisi data {given}, basis data ini {standing}: tidak "
            f"dipulihkan. Pakai cadangan lain, atau --ganti-mode bila memang dimaksud. / "
            f"Backup [{path.name}] holds {given} data, this database {standing}: not restored. "
            "Use another one, or --ganti-mode if you mean it."
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
    copy_files(_digests(place), folder_of(Path(str(door.url.database))), folder_of(place))
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
        with _opened(path) as copy:
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


def missing_files(path: Path) -> list[str]:
    """The hashes of stored files that are gone or changed in the folder beside a database."""
    return [digest for digest in _digests(path) if not is_whole(folder_of(path) / digest)]


def restore(path: Path, target: Path, *, other_mode: bool = False) -> None:
    """Put the backup `path` in the place of `target`, which must not be in use, and its files.

    The replaced database is kept beside it, named `.sebelum-pemulihan`. Raises `OtherModeError`
    when one of them is fictional and the other real, unless that is what is asked for.
    """
    expected = verify(path)
    if not other_mode:
        _check_mode(path, target)
    with _written_beside(target) as unfinished:
        shutil.copyfile(path, unfinished)
        if verify(unfinished) != expected:
            raise DamagedBackupError(path, "changed while it was copied")
        _set_aside(target)
    copy_files(_digests(target), folder_of(path), folder_of(target))


def _check_mode(path: Path, target: Path) -> None:
    given, standing = _mode(path), _mode(target) if target.exists() else None
    if given and standing and given != standing:
        raise OtherModeError(path, given, standing)


def _mode(path: Path) -> str | None:
    """Whose data a database holds; None for one that is damaged: a backup may replace that."""
    try:
        with _opened(path) as opened:
            row = opened.execute(f"SELECT mode FROM {_STATE}").fetchone()  # noqa: S608
    except sqlite3.DatabaseError:
        return None
    return str(row[0]) if row else None


def _digests(path: Path) -> list[str]:
    """Of all stored files; none in a database from before there were any."""
    with _opened(path) as opened:
        table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'document'"
        if opened.execute(table).fetchone() is None:
            return []
        return [digest for (digest,) in opened.execute("SELECT sha256 FROM document ORDER BY id")]


def _opened(path: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True))


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
