"""Backups: whole or not there, equal to the original, and brought back equal."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from models import metadata
from models.backup import (
    DamagedBackupError,
    NotSqliteError,
    OtherModeError,
    back_up,
    back_up_daily,
    missing_files,
    restore,
    upgrade_with_backup,
    verify,
)
from models.codes import DatabaseMode
from models.door import Door, Viewer
from models.kept_files import folder_of
from models.migrating import current_revision, newest_revision, upgrade
from tests import factories, planning, whole_world
from tests.conftest import OFFICER

NOON = datetime(2026, 1, 5, 5, 0, 0, tzinfo=UTC)
STATE = metadata.tables["database_state"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database stands."""
    return tmp_path / "data" / "sinergi.db"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file of the newest revision with one small world, made once."""
    path = tmp_path_factory.mktemp("world") / "sinergi.db"
    opened = Door(f"sqlite:///{path}")
    upgrade(opened)
    with opened.writing(OFFICER) as session:
        session.execute(sa.insert(STATE).values(id=1, mode=DatabaseMode.DEMO))
        session.flush()
        whole_world.world(session)
    opened.close()
    return path


@pytest.fixture
def filled(file: Path, world: Path) -> Iterator[Door]:
    """A door to a copy of that world."""
    file.parent.mkdir()
    shutil.copy(world, file)
    opened = Door(f"sqlite:///{file}")
    yield opened
    opened.close()


def contents(path: Path) -> dict[str, list[str]]:
    """Every row of every table of a file, but for when it was last backed up."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))
            for (name,) in names.fetchall()
            if name != STATE.name
        }


def last_backup(door: Door, viewer: Viewer) -> datetime | None:
    with door.reading(viewer) as session:
        found: datetime | None = session.execute(sa.select(STATE.c.last_backup_at)).scalar_one()
        return found


def damage(path: Path) -> None:
    """Overwrite the middle of the file."""
    data = bytearray(path.read_bytes())
    half = len(data) // 2
    data[half : half + 20_000] = b"\xff" * 20_000
    path.write_bytes(data)


def test_a_backup_equals_the_original_table_by_table(
    filled: Door, file: Path, tmp_path: Path
) -> None:
    copy = back_up(filled, tmp_path / "cadangan")
    assert contents(copy) == contents(file)
    assert len(contents(copy)["attendance"]) == 1


def test_a_backup_is_one_dated_file_and_nothing_else(filled: Door, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    copy = back_up(filled, folder, at=NOON)
    assert copy.name == f"sinergi-{NOON.astimezone():%Y%m%d-%H%M%S}.db"
    assert list(folder.iterdir()) == [copy]


def test_a_second_backup_in_one_second_leaves_the_first(filled: Door, tmp_path: Path) -> None:
    first, second = (back_up(filled, tmp_path / "cadangan", at=NOON) for _ in range(2))
    assert first.exists() and second.exists() and first != second


def test_a_backup_is_remembered(filled: Door, viewer: Viewer, tmp_path: Path) -> None:
    back_up(filled, tmp_path, at=NOON)
    assert last_backup(filled, viewer) == NOON


def test_a_backup_can_be_made_while_somebody_writes(
    filled: Door, viewer: Viewer, file: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM wbp").fetchone() == (1,)
        copy = back_up(filled, tmp_path / "cadangan")
        other.execute("ROLLBACK")
    assert verify(copy)["wbp"] == 1


def test_a_damaged_database_gives_no_backup(
    filled: Door, viewer: Viewer, file: Path, tmp_path: Path
) -> None:
    filled.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA foreign_keys=OFF")
        other.execute("UPDATE officer SET unit_id = 999")
    with pytest.raises(DamagedBackupError):
        back_up(filled, tmp_path / "cadangan")
    assert list((tmp_path / "cadangan").iterdir()) == []
    assert last_backup(filled, viewer) is None


@pytest.mark.parametrize(("hours", "made"), [(1, False), (23, True), (48, True)])
def test_the_first_start_of_a_day_makes_a_backup(
    filled: Door, tmp_path: Path, hours: int, made: bool
) -> None:
    morning = datetime(2026, 1, 5, 8, 0).astimezone()
    assert back_up_daily(filled, tmp_path / "cadangan", at=morning) is not None
    later = back_up_daily(filled, tmp_path / "cadangan", at=morning + timedelta(hours=hours))
    assert (later is not None) is made


def test_restoring_brings_everything_back(
    filled: Door, viewer: Viewer, file: Path, tmp_path: Path
) -> None:
    before = contents(file)
    copy = back_up(filled, tmp_path / "cadangan")
    with filled.writing(viewer) as session:
        factories.person(session)
    changed = contents(file)
    filled.close()
    restore(copy, file)
    assert contents(file) == before
    assert contents(file.with_name("sinergi.db.sebelum-pemulihan")) == changed


def test_what_stood_only_in_the_log_is_kept_too(
    filled: Door, viewer: Viewer, file: Path, tmp_path: Path
) -> None:
    copy = back_up(filled, tmp_path / "cadangan")
    with filled.writing(viewer) as session:
        factories.person(session)
    changed = contents(file)
    assert file.with_name("sinergi.db-wal").stat().st_size > 0
    restore(copy, file)
    assert not file.with_name("sinergi.db-wal").exists()
    assert contents(file.with_name("sinergi.db.sebelum-pemulihan")) == changed


def test_a_second_restore_keeps_what_the_first_kept(
    filled: Door, file: Path, tmp_path: Path
) -> None:
    copy = back_up(filled, tmp_path / "cadangan")
    filled.close()
    restore(copy, file)
    restore(copy, file)
    assert file.with_name("sinergi.db.sebelum-pemulihan").exists()
    assert file.with_name("sinergi.db.sebelum-pemulihan-2").exists()


def test_a_restored_database_opens_at_its_revision(
    filled: Door, viewer: Viewer, tmp_path: Path
) -> None:
    copy = back_up(filled, tmp_path / "cadangan")
    target = tmp_path / "baru.db"
    restore(copy, target)
    opened = Door(f"sqlite:///{target}")
    assert current_revision(opened) == newest_revision()
    opened.close()


def keep(door: Door, viewer: Viewer, file: Path, body: bytes) -> Path:
    """A stored file beside the database, known to it."""
    digest = hashlib.sha256(body).hexdigest()
    place = folder_of(file) / digest
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(body)
    with door.writing(viewer) as session:
        planning.document(session, sha256=digest, size=len(body))
    return place


def test_stored_files_go_with_a_backup_and_come_back(
    filled: Door, viewer: Viewer, file: Path, tmp_path: Path
) -> None:
    scan, other = (keep(filled, viewer, file, body) for body in (b"%PDF-1", b"%PDF-2"))
    (folder_of(file) / "asing").write_bytes(b"nobody knows it")
    backups = tmp_path / "cadangan"
    first = back_up(filled, backups, at=NOON)
    copied = {item.name for item in folder_of(first).iterdir()}
    assert (copied, missing_files(first)) == ({scan.name, other.name}, [])
    scan.unlink()
    other.write_bytes(b"changed there")
    second = back_up(filled, backups, at=NOON)  # what the first took along is still whole
    assert missing_files(second) == []
    filled.close()
    assert missing_files(file) == [scan.name, other.name]
    restore(second, file)
    assert (scan.read_bytes(), other.read_bytes()) == (b"%PDF-1", b"%PDF-2")


def test_a_file_that_is_gone_or_changed_is_named_and_not_copied(
    filled: Door, viewer: Viewer, file: Path, tmp_path: Path
) -> None:
    scan, other = (keep(filled, viewer, file, body) for body in (b"%PDF-1", b"%PDF-2"))
    scan.unlink()
    other.write_bytes(b"changed there")
    copy = back_up(filled, tmp_path / "cadangan")
    assert missing_files(copy) == [scan.name, other.name]
    assert not folder_of(copy).exists()


def test_fictional_data_never_replace_real_data_unasked(
    filled: Door, viewer: Viewer, file: Path, tmp_path: Path
) -> None:
    fictional = back_up(filled, tmp_path)
    with filled.writing(viewer) as session:
        session.execute(sa.update(STATE).values(mode=DatabaseMode.NYATA))
    real = back_up(filled, tmp_path)
    filled.close()
    with pytest.raises(OtherModeError, match="DEMO"):
        restore(fictional, file)
    restore(real, file)
    restore(fictional, file, other_mode=True)
    with pytest.raises(OtherModeError, match="NYATA"):
        restore(real, file)


def test_a_damaged_backup_is_refused_and_changes_nothing(
    filled: Door, file: Path, tmp_path: Path
) -> None:
    copy = back_up(filled, tmp_path / "cadangan")
    damage(copy)
    filled.close()
    before = file.read_bytes()
    with pytest.raises(DamagedBackupError, match=copy.name):
        restore(copy, file)
    assert file.read_bytes() == before
    assert {item.name for item in file.parent.iterdir()} == {"sinergi.db"}


@pytest.mark.parametrize("content", [b"", b"bukan basis data" * 100])
def test_a_file_that_is_no_database_of_ours_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lain.db"
    path.write_bytes(content)
    with pytest.raises(DamagedBackupError):
        verify(path)


def test_a_missing_backup_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedBackupError):
        verify(tmp_path / "tidak-ada.db")


def test_a_backup_is_made_before_a_migration(file: Path, viewer: Viewer, tmp_path: Path) -> None:
    file.parent.mkdir()
    opened = Door(f"sqlite:///{file}")
    upgrade(opened, "0001")
    with opened.writing(viewer) as session:
        session.execute(sa.insert(STATE).values(id=1, mode=DatabaseMode.DEMO))
        session.flush()
        factories.unit(session)
    copy = upgrade_with_backup(opened, tmp_path / "cadangan")
    assert current_revision(opened) == newest_revision()
    assert copy is not None
    older = Door(f"sqlite:///{copy}")
    assert (current_revision(older), verify(copy)["unit"]) == ("0001", 1)
    older.close()
    opened.close()


def test_a_new_database_and_one_of_today_need_no_backup(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    opened = Door(f"sqlite:///{file}")
    assert upgrade_with_backup(opened, tmp_path / "cadangan") is None
    assert upgrade_with_backup(opened, tmp_path / "cadangan") is None
    assert current_revision(opened) == newest_revision()
    assert not (tmp_path / "cadangan").exists()
    opened.close()


def test_postgresql_names_its_own_tools(postgresql_url: str, tmp_path: Path) -> None:
    server = Door(postgresql_url.replace("postgresql://", "postgresql+psycopg://"))
    with pytest.raises(NotSqliteError, match="pg_dump"):
        back_up(server, tmp_path)
    server.close()
