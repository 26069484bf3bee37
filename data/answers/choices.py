"""What a screen needs before the first question: units, fields, period, state of the data."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers import columns
from data.queries import choices
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
    sample_day: date | None = None  # the last day that the sample data know

    def today(self, clock: date) -> date:
        """The day that everything is told as of: that of the clock, or the sample data's last."""
        return clock if self.sample_day is None else self.sample_day


def units(session: Session) -> pd.DataFrame:
    """All units in tree order, siblings by name: columns UNITS; `depth` is 0 at the top.

    A unit in a loop of parents, which no file should bring, stands at the end with depth 0.
    """
    rows = choices.unit_rows(session).to_dict("records")
    codes = {row[choices.ID]: row[choices.UNIT_CODE] for row in rows}
    children: dict[int | None, list[dict[Any, Any]]] = {}
    for row in rows:
        children.setdefault(_parent(row), []).append(row)
    lines: list[dict[str, Any]] = []
    waiting = [(row, 0) for row in reversed(children.get(None, []))]
    while waiting:
        row, depth = waiting.pop()
        lines.append(_unit(row, codes, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(row[choices.ID], []))]
    placed = {line[columns.UNIT_CODE] for line in lines}
    lines += [_unit(row, codes, 0) for row in rows if row[choices.UNIT_CODE] not in placed]
    return pd.DataFrame(lines, columns=list(columns.UNITS))


def fields(session: Session, language: str) -> list[tuple[str, str]]:
    """(code, label) of each active programme field, in the order of the list."""
    return entries(session, choices.FIELD_LIST, language)


def entries(session: Session, code_list: str, language: str) -> list[tuple[str, str]]:
    """(code, label) of each active entry of an open list, in its order."""
    label = choices.LABEL_EN if language == "en" else choices.LABEL_ID
    rows = choices.entries(session, code_list)
    return list(zip(rows[choices.CODE], rows[label], strict=True))


def period(session: Session) -> tuple[date, date] | None:
    """The first and last day with a session held; None when there is none."""
    first, last = choices.first_and_last_session(session)
    return None if first is None or last is None else (first, last)


def state(session: Session) -> State:
    """The state of the database. Raises `sqlalchemy.exc.NoResultFound` before `sinergi init`."""
    row = choices.database_row(session)
    day = row.pop("sample_day")
    sample = row["mode"] == DatabaseMode.DEMO and day is not None
    return State(**row, sample_day=date.fromisoformat(day) if sample else None)


def _parent(row: dict[Any, Any]) -> int | None:
    return None if pd.isna(row[choices.PARENT]) else int(row[choices.PARENT])


def _unit(row: dict[Any, Any], codes: dict[int, str], depth: int) -> dict[str, Any]:
    parent = _parent(row)
    return {
        columns.UNIT_CODE: row[choices.UNIT_CODE],
        columns.UNIT_NAME: row[choices.UNIT_NAME],
        columns.KIND: str(row[choices.KIND]),
        columns.PARENT_CODE: None if parent is None else codes[parent],
        columns.DEPTH: depth,
    }
