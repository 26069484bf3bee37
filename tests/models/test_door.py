"""The door: transactions that hold on both databases."""

import threading

import pytest
import sqlalchemy as sa

from models import Setting
from models.door import Door, Viewer
from models.location import NetworkLocationError, is_network_path


def test_four_threads_that_read_then_write_lose_no_update(door: Door, viewer: Viewer) -> None:
    with door.writing(viewer) as session:
        session.add(Setting(key="counter", value="0"))

    def add_ten() -> None:
        for _ in range(10):
            with door.writing(viewer) as session:
                query = sa.select(Setting).where(Setting.key == "counter").with_for_update()
                row = session.execute(query).scalar_one()
                row.value = str(int(row.value) + 1)

    threads = [threading.Thread(target=add_ten) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with door.reading(viewer) as session:
        assert session.execute(sa.select(Setting.value)).scalar_one() == "40"


def test_ddl_in_a_failed_migration_rolls_back(door: Door) -> None:
    with pytest.raises(ZeroDivisionError), door.altering() as connection:
        connection.execute(sa.text("CREATE TABLE half_done (id integer)"))
        raise ZeroDivisionError
    with door.altering() as connection:
        assert not sa.inspect(connection).has_table("half_done")


def test_a_reading_session_cannot_write(door: Door, viewer: Viewer) -> None:
    with door.reading(viewer) as session, pytest.raises(sa.exc.DBAPIError):
        session.execute(sa.insert(Setting.__table__).values(key="a", value="b"))


def test_a_failed_writing_session_leaves_nothing(door: Door, viewer: Viewer) -> None:
    with pytest.raises(ZeroDivisionError), door.writing(viewer) as session:
        session.add(Setting(key="a", value="b"))
        session.flush()
        raise ZeroDivisionError
    with door.reading(viewer) as session:
        assert session.execute(sa.select(sa.func.count(Setting.id))).scalar_one() == 0


def test_a_statement_that_fails_does_not_tell_its_values(door: Door, viewer: Viewer) -> None:
    def write(value: str) -> None:
        with door.writing(viewer) as session:
            session.execute(sa.insert(Setting.__table__).values(key="satu", value=value))

    write("1")
    with pytest.raises(sa.exc.IntegrityError) as caught:
        write("nama-orang")
    assert "nama-orang" not in str(caught.value)


@pytest.mark.parametrize("path", [r"\\server\data\sinergi.db", "//server/data/sinergi.db"])
def test_a_network_path_is_refused(path: str) -> None:
    assert is_network_path(path)
    with pytest.raises(NetworkLocationError):
        Door(f"sqlite:///{path}")
