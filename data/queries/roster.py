"""The sessions of a cohort that can be marked, and who is due at one of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.due import due_at
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import HELD, in_field, in_units
from data.queries.tables import (
    attendance,
    change,
    cohort,
    enrolment,
    officer,
    programme,
    programme_session,
    unit,
    wbp,
)
from models.codes import SessionStatus

COHORT_ID = "cohort_id"
UNIT_NAME = "unit_name"
COHORT_CODE = "cohort_code"
PROGRAMME = "programme_name"
OPEN = "open"
LAST = "last"
COHORTS = (COHORT_ID, UNIT_NAME, COHORT_CODE, PROGRAMME, OPEN, LAST)

SESSION_ID = "session_id"
NUMBER = "session_number"
HELD_ON = "held_on"
STARTS_AT = "starts_at"
MINUTES = "minutes"
STATUS = "status"
MARKS = "marks"
VERSION = "row_version"
SESSIONS = (SESSION_ID, NUMBER, HELD_ON, STARTS_AT, MINUTES, STATUS, MARKS, VERSION)

PARTICIPANT = (
    "enrolment_id", "number", "wbp_id", "name", "nip", "mark", "attended_minutes", "note",
)  # fmt: skip
HISTORY = ("row_key", "at", "account", "action", "before")

_MARKED = (
    sa.select(sa.func.count())
    .where(attendance.c.session_id == programme_session.c.id)
    .scalar_subquery()
)


def cohorts_with_sessions(session: Session, filter: Filter, *, today: date) -> pd.DataFrame:
    """One row a cohort with a session up to today: columns COHORTS.

    First those with something to mark and somebody to be marked, then the latest. `open` counts
    its sessions without any mark, whether they are called planned or held.
    """
    unmarked = ~sa.exists().where(attendance.c.session_id == programme_session.c.id)
    open_ones = sa.func.sum(sa.case((unmarked, 1), else_=0)).label(OPEN)
    last = sa.func.max(programme_session.c.held_on).label(LAST)
    taking_part = sa.exists().where(
        enrolment.c.cohort_id == cohort.c.id, enrolment.c.started_on.is_not(None)
    )
    statement = (
        sa.select(cohort.c.id, unit.c.name, cohort.c.code, programme.c.name, open_ones, last)
        .join_from(programme_session, cohort, cohort.c.id == programme_session.c.cohort_id)
        .join(unit, unit.c.id == cohort.c.unit_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(
            _markable(today),
            in_units(cohort.c.unit_id, filter),
            in_field(cohort.c.id, filter),
        )
        .group_by(cohort.c.id, unit.c.name, cohort.c.code, programme.c.name)
        .order_by(
            sa.case((sa.and_(open_ones > 0, taking_part), 0), (open_ones > 0, 1), else_=2),
            last.desc(),
            unit.c.name,
            cohort.c.code,
        )
    )
    return frame(session, statement, COHORTS)


def sessions_to_mark(session: Session, cohort_id: int, *, today: date) -> pd.DataFrame:
    """One row a session up to today: columns SESSIONS, the latest first.

    Before all others stand those held without any mark, then those planned and past.
    """
    columns = programme_session.c
    statement = (
        sa.select(
            columns.id, columns.number, columns.held_on, columns.starts_at, columns.minutes,
            columns.status, _MARKED.label(MARKS), columns.row_version,
        )
        .where(_markable(today), columns.cohort_id == cohort_id)
        .order_by(
            sa.case((_MARKED > 0, 2), (HELD, 0), else_=1),
            columns.held_on.desc(), columns.number.desc(),
        )
    )  # fmt: skip
    return frame(session, statement, SESSIONS)


def participants(session: Session, session_id: int) -> Sequence[Any]:
    """Who is due at the session or has a mark there, by participant number: rows PARTICIPANT."""
    mark = attendance.alias("mark")
    recorded = mark.c.session_id.is_not(None)
    statement = (
        sa.select(
            enrolment.c.id.label("enrolment_id"), enrolment.c.number, enrolment.c.wbp_id,
            sa.func.coalesce(wbp.c.name, officer.c.name).label("name"), officer.c.nip,
            mark.c.mark, mark.c.minutes.label("attended_minutes"), mark.c.note,
        )
        .join_from(programme_session, cohort, cohort.c.id == programme_session.c.cohort_id)
        .join(enrolment, enrolment.c.cohort_id == cohort.c.id)
        .outerjoin(wbp, wbp.c.id == enrolment.c.wbp_id)
        .outerjoin(officer, officer.c.id == enrolment.c.officer_id)
        .outerjoin(
            mark,
            sa.and_(mark.c.session_id == programme_session.c.id,
                    mark.c.enrolment_id == enrolment.c.id),
        )
        .where(
            programme_session.c.id == session_id,
            sa.or_(recorded, due_at(programme_session.c.held_on)),
        )
        .order_by(enrolment.c.number.is_(None), enrolment.c.number, sa.text("name"), enrolment.c.id)
    )  # fmt: skip
    return session.execute(statement).all()


def mark_changes(session: Session, keys: Sequence[str]) -> Sequence[Any]:
    """What screens and files changed in these rows of attendance, oldest first: rows HISTORY."""
    statement = (
        sa.select(change.c.row_key, change.c.at, change.c.account, change.c.action, change.c.before)
        .where(change.c.table_name == "attendance", change.c.row_key.in_(keys))
        .order_by(change.c.id)
    )
    return session.execute(statement).all()


def _markable(today: date) -> "sa.ColumnElement[bool]":
    return sa.and_(
        programme_session.c.held_on <= today, programme_session.c.status != SessionStatus.BATAL
    )
