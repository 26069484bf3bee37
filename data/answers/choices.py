"""What a screen needs before the first question: units, fields, period, state of the data."""

from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd
from sqlmodel import Session

from models.codes import DatabaseMode


@dataclass(frozen=True)
class State:
    """What this database is. `data_version` grows with every write."""

    mode: DatabaseMode
    data_version: int
    last_backup_at: datetime | None
    unit_code: str | None
    unit_name: str | None
    people: int
    sessions: int


def units(session: Session) -> pd.DataFrame:
    """All units in tree order: columns UNITS; `depth` is 0 at the top."""
    raise NotImplementedError


def fields(session: Session, language: str) -> list[tuple[str, str]]:
    """(code, label) of each active programme field, in the order of the list."""
    raise NotImplementedError


def period(session: Session) -> tuple[date, date] | None:
    """The first and last day with a session held; None when there is none."""
    raise NotImplementedError


def state(session: Session) -> State:
    """The state of the database. Raises `sqlalchemy.exc.NoResultFound` before `init`."""
    raise NotImplementedError
