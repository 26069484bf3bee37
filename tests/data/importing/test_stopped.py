"""Two imports at once, a full disk, a database that goes away, a file that cannot be read."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

import models
from data.errors import SinergiError
from data.importing import road
from data.importing.road import files_in, import_files, take_files
from data.importing.runs import Options, Outcome
from models.door import Door, Viewer
from tests.data.importing.conftest import TODAY, Take, Write
from tests.data.importing.test_undoing import HEAD

OPTIONS = Options(TODAY)
ROWS = tuple(f"U{n:04};Lapas Contoh {n};LAPAS;10" for n in range(2_000))


def units(door: Door, viewer: Viewer) -> int:
    query = sa.select(sa.func.count()).select_from(models.metadata.tables["unit"])
    with door.reading(viewer) as session:
        return int(session.execute(query).scalar_one())


def test_a_second_import_waits_and_then_goes_on(
    ready: Door, viewer: Viewer, write: Write, database_url: str
) -> None:
    first, second = write("a.csv", HEAD, "AAA;A;LAPAS;1"), write("b.csv", HEAD, "BBB;B;LAPAS;1")
    done: list[Outcome] = []
    other = Door(database_url)
    waiting = threading.Thread(
        target=lambda: done.extend(import_files(other, viewer, [second], OPTIONS))
    )
    with ready.writing(viewer) as session:
        take_files(session, viewer, [first], OPTIONS)
        waiting.start()
        waiting.join(timeout=1)
        assert waiting.is_alive()
        assert done == []
    waiting.join(timeout=30)
    assert [outcome.counts.new for outcome in done] == [1]
    other.close()


def test_a_second_import_that_waited_long_enough_gets_a_clear_word(
    ready: Door, viewer: Viewer, write: Write, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = write("a.csv", HEAD, "AAA;A;LAPAS;1"), write("b.csv", HEAD, "BBB;B;LAPAS;1")
    monkeypatch.setattr("models.door.BUSY_TIMEOUT_MS", 300)
    monkeypatch.setattr(road, "BUSY_TIMEOUT_MS", 300)
    other = Door(database_url)
    with ready.writing(viewer) as session:
        take_files(session, viewer, [first], OPTIONS)
        with pytest.raises(SinergiError) as caught:
            import_files(other, viewer, [second], OPTIONS)
    assert caught.value.code == "sedang_berjalan"
    assert import_files(other, viewer, [second], OPTIONS)[0].counts.new == 1
    other.close()


@pytest.fixture
def cramped(tmp_path: Path) -> Iterator[list[int]]:
    """SQLite connections opened meanwhile may not grow past so many pages; 0 is no limit."""
    limit = [0]

    def narrow(connection: Any, _record: Any) -> None:
        if limit[0]:
            connection.execute(f"PRAGMA max_page_count={limit[0]}")

    sa.event.listen(sa.Engine, "connect", narrow)
    yield limit
    sa.event.remove(sa.Engine, "connect", narrow)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_full_disk_leaves_nothing_and_the_rerun_succeeds(
    ready: Door, viewer: Viewer, write: Write, database_url: str, cramped: list[int]
) -> None:
    before = units(ready, viewer)
    path = write("a.csv", HEAD, *ROWS)
    cramped[0] = 1
    narrow = Door(database_url)
    with pytest.raises(SinergiError) as caught:
        import_files(narrow, viewer, [path], OPTIONS)
    narrow.close()
    cramped[0] = 0
    assert caught.value.code == "disk_penuh"
    assert units(ready, viewer) == before
    assert import_files(ready, viewer, [path], OPTIONS)[0].counts.new == len(ROWS)


class Breaker:
    """Cuts every other connection to the database, as a restart does, a limited number of times."""

    def __init__(self, url: str, times: int) -> None:
        self.url = sa.make_url(url).set(drivername="postgresql")
        self.times = times

    def __call__(self, _table: str, _rows: int) -> None:
        if self.times == 0:
            return
        self.times -= 1
        with psycopg.connect(self.url.render_as_string(hide_password=False)) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_database_that_comes_back_at_once_is_tried_again(
    ready: Door, viewer: Viewer, write: Write, database_url: str
) -> None:
    path = write("a.csv", HEAD, *ROWS)
    options = Options(TODAY, progress=Breaker(database_url, 1))
    assert import_files(ready, viewer, [path], options)[0].counts.new == len(ROWS)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_database_that_stays_away_leaves_nothing_and_the_rerun_succeeds(
    ready: Door, viewer: Viewer, write: Write, database_url: str
) -> None:
    before = units(ready, viewer)
    path = write("a.csv", HEAD, *ROWS)
    with pytest.raises(SinergiError) as caught:
        import_files(ready, viewer, [path], Options(TODAY, progress=Breaker(database_url, 10)))
    assert caught.value.code == "basis_data_terputus"
    assert units(ready, viewer) == before
    assert import_files(ready, viewer, [path], OPTIONS)[0].counts.new == len(ROWS)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "used by another process", "a.csv"), "berkas_terkunci"),
        (OSError(28, "no space", "a.csv"), "disk_penuh"),
        (OSError(5, "input/output error", "a.csv"), "berkas_tidak_terbaca"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_words(
    take: Take, write: Write, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    path = write("a.csv", HEAD, "AAA;A;LAPAS;1")

    really = Path.open

    def refuse(self: Path, *arguments: Any, **options: Any) -> Any:
        if self == path:
            raise error
        return really(self, *arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        with pytest.raises(SinergiError) as caught:
            take(path)
    assert caught.value.code == code
    assert "a.csv" in caught.value.sentence("id") or code == "disk_penuh"
    assert take(path)[0].counts.new == 1


def test_a_folder_with_files_open_in_excel_is_taken_without_their_locks(write: Write) -> None:
    path = write("folder/unit.csv", HEAD)
    write("folder/~$unit.xlsx", "kunci")
    write("folder/catatan.txt", "bukan data")
    assert files_in([path.parent]) == [path]


def test_a_column_that_is_not_there_is_no_lost_connection(
    ready: Door, viewer: Viewer, write: Write
) -> None:
    with ready.altering() as connection:
        connection.execute(sa.text("ALTER TABLE unit RENAME COLUMN capacity TO old"))
    with pytest.raises(SinergiError) as caught:
        import_files(ready, viewer, [write("a.csv", HEAD, *ROWS[:1])], OPTIONS)
    assert caught.value.code == "tabel_lain_versi"
    assert "capacity" in caught.value.sentence("id")
