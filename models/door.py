"""The one door to the database: only this module makes engines and sessions.

What a session may see is decided here, so that no query mentions it and none can forget it.
Today one officer sees the whole of their own database; scopes by account come to this place.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from models.codes import AccountRole
from models.house import DatabaseState
from models.location import check_location

# Pages a connection may keep; with SQLite's own 2 MB it read them again and again. A sort may
# take as much once more, so that a long export has less.
CACHE_KIB = {"write": 32_768, "read": 16_384}
BUSY_TIMEOUT_MS = 30_000


@dataclass(frozen=True)
class Viewer:
    """Who asks: an account, its role, and the unit or partner it is bound to."""

    account: str
    role: AccountRole = AccountRole.PETUGAS
    unit_id: int | None = None
    partner_id: int | None = None

    @property
    def scope(self) -> tuple[str, int | None, int | None]:
        """What answers may be shared between viewers: equal scopes see equal rows."""
        return (self.role.value, self.unit_id, self.partner_id)


class Door:
    """Sessions on one database, given by its URL (SQLite file or PostgreSQL)."""

    def __init__(self, url: str) -> None:
        """Raises `models.location.NetworkLocationError` for SQLite on a network share."""
        self.url = sa.make_url(url)
        check_location(self.url)
        self._engine = _engine(self.url)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self, viewer: Viewer) -> Iterator[Session]:
        """A session that sees one state of the data and cannot write."""
        options = {} if self.is_sqlite else _READ_POSTGRESQL
        engine = self._engine.execution_options(**options)
        with Session(engine, info={"viewer": viewer}) as session:
            yield session

    @contextmanager
    def writing(self, viewer: Viewer) -> Iterator[Session]:
        """A session that commits at the end, whole or not at all, and bumps the data version.

        On SQLite the write lock is taken at once, so that a read inside it stays true.
        """
        with self._session(viewer, _WRITE) as session:
            yield session
            session.flush()
            state = DatabaseState.metadata.tables["database_state"]
            session.execute(sa.update(state).values(data_version=state.c.data_version + 1))

    @contextmanager
    def deriving(self, viewer: Viewer) -> Iterator[Session]:
        """A session for what only follows from the data: it commits, and the version stays.

        It sees one state of the data throughout.
        """
        options = _WRITE if self.is_sqlite else _WRITE | _ONE_STATE
        with self._session(viewer, options) as session:
            yield session

    @contextmanager
    def _session(self, viewer: Viewer, options: dict[str, Any]) -> Iterator[Session]:
        engine = self._engine.execution_options(**options)
        with Session(engine, info={"viewer": viewer}) as session, session.begin():
            yield session

    @contextmanager
    def altering(self) -> Iterator[sa.Connection]:
        """A connection for migrations: DDL rolls back; foreign keys are checked at the end."""
        with self._engine.execution_options(**_WRITE).connect() as connection:
            raw = connection.connection.driver_connection
            if self.is_sqlite and raw is not None:
                raw.execute("PRAGMA foreign_keys=OFF")
            try:
                with connection.begin():
                    yield connection
                    self._check_foreign_keys(connection)
            finally:
                if self.is_sqlite and raw is not None:
                    raw.execute("PRAGMA foreign_keys=ON")

    def _check_foreign_keys(self, connection: sa.Connection) -> None:
        if self.is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            raise sa.exc.IntegrityError("foreign_key_check", None, ValueError("migration"))

    def close(self) -> None:
        """Give all connections back; needed before the file is copied over."""
        self._engine.dispose()


_WRITE: dict[str, Any] = {"write": True}
_ONE_STATE: dict[str, Any] = {"isolation_level": "REPEATABLE READ"}
_READ_POSTGRESQL: dict[str, Any] = {"postgresql_readonly": True, **_ONE_STATE}


def _engine(url: sa.URL) -> sa.Engine:
    """What fails tells its statement without the values, which may be names and numbers."""
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = sa.create_engine(
        url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, hide_parameters=True
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        "foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL",
        f"busy_timeout={BUSY_TIMEOUT_MS}", "temp_store=FILE",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql(f"PRAGMA cache_size=-{CACHE_KIB['write' if writes else 'read']}")
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
