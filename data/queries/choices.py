"""Units, fields, the period with data, and the state of the database."""

from datetime import date
from functools import cache
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.frames import frame
from data.queries.scope import HELD
from data.queries.tables import (
    SAMPLE_DAY,
    code,
    database_state,
    programme_session,
    setting,
    unit,
    wbp,
)

ID = "id"
UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
KIND = "kind"
PARENT = "parent_id"
UNITS = (ID, UNIT_CODE, UNIT_NAME, KIND, PARENT)

CODE = "code"
LABEL_ID = "label_id"
LABEL_EN = "label_en"
FIELDS = (CODE, LABEL_ID, LABEL_EN)
FIELD_LIST = "bidang_program"


def unit_rows(session: Session) -> pd.DataFrame:
    """One row a unit, by name: columns UNITS."""
    statement = sa.select(
        unit.c.id, unit.c.code, unit.c.name, unit.c.kind, unit.c.parent_id
    ).order_by(unit.c.name, unit.c.code)
    return frame(session, statement, UNITS)


def entries(session: Session, code_list: str) -> pd.DataFrame:
    """One row an active entry of an open list, in its order: columns FIELDS."""
    statement = (
        sa.select(code.c.code, code.c.label_id, code.c.label_en)
        .where(code.c.list == code_list, code.c.active)
        .order_by(code.c.order, code.c.code)
    )
    return frame(session, statement, FIELDS)


def first_and_last_session(session: Session) -> tuple[date | None, date | None]:
    """The first and the last day on which a session was held."""
    day = programme_session.c.held_on
    first, last = session.execute(sa.select(sa.func.min(day), sa.func.max(day)).where(HELD)).one()
    return first, last


def database_row(session: Session) -> dict[str, Any]:
    """The one row about this database. Raises `sqlalchemy.exc.NoResultFound` before `init`."""
    return dict(session.execute(_about()).mappings().one())


@cache
def _about() -> "sa.Select[Any]":
    """Built once: it is asked in every run."""
    return sa.select(
        database_state.c.mode,
        database_state.c.data_version,
        database_state.c.last_backup_at,
        unit.c.code.label("unit_code"),
        unit.c.name.label("unit_name"),
        _number_of(wbp).label("people"),
        _number_of(programme_session, HELD).label("sessions"),
        sa.select(setting.c.value)
        .where(setting.c.key == SAMPLE_DAY)
        .scalar_subquery()
        .label("sample_day"),
    ).outerjoin(unit, unit.c.id == database_state.c.unit_id)


def _number_of(table: sa.Table, *which: "sa.ColumnElement[bool]") -> "sa.ScalarSelect[Any]":
    return sa.select(sa.func.count()).select_from(table).where(*which).scalar_subquery()
