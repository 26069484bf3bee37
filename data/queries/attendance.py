"""Person-sessions attended, expected and unrecorded, with what an interval by person needs."""

from datetime import date
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import sessions_held
from data.queries.tables import attendance, cohort, programme_session, unit
from data.queries.tallies import participant_sums

UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
PEOPLE = "people"  # people with at least one expected person-session
ATTENDED = "attended"
EXPECTED = "expected"
UNRECORDED = "unrecorded"
ATTENDED_SQUARED = "attended_squared"  # sums over people of the squares and the product
ATTENDED_EXPECTED = "attended_expected"
EXPECTED_SQUARED = "expected_squared"
POSSIBLE = "possible"  # people never seen, with at least one unrecorded person-session

COUNTS = (
    PEOPLE, ATTENDED, EXPECTED, UNRECORDED, ATTENDED_SQUARED, ATTENDED_EXPECTED,
    EXPECTED_SQUARED, POSSIBLE,
)  # fmt: skip
BY_UNIT = (UNIT_CODE, UNIT_NAME, *COUNTS)
AGREEMENT = "agreement_id"
BY_AGREEMENT = (AGREEMENT, *COUNTS)


def attendance_totals(session: Session, filter: Filter) -> pd.DataFrame:
    """One row: columns COUNTS, zeros where nothing was held."""
    person = _by_person(filter).subquery()
    return frame(session, sa.select(*_sums(person)), COUNTS)


def attendance_by_unit(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a unit with somebody due at a held session, by name: columns BY_UNIT."""
    person = _by_person(filter, "unit_id").subquery()
    statement = (
        sa.select(unit.c.code, unit.c.name, *_sums(person))
        .join(unit, unit.c.id == person.c.unit_id)
        .group_by(unit.c.code, unit.c.name)
        .order_by(unit.c.name, unit.c.code)
    )
    return frame(session, statement, BY_UNIT)


def attendance_by_agreement(session: Session, filter: Filter) -> pd.DataFrame:
    """One row an agreement with somebody due at a held session: columns BY_AGREEMENT."""
    rows = participant_sums(filter, ATTENDED, EXPECTED, UNRECORDED)
    key = (cohort.c.agreement_id, rows.c.wbp_id)
    person = (
        sa.select(*key, *_each(rows))
        .join(cohort, cohort.c.id == rows.c.cohort_id)
        .where(cohort.c.agreement_id.is_not(None))
        .group_by(*key)
        .subquery()
    )
    statement = sa.select(person.c.agreement_id, *_sums(person)).group_by(person.c.agreement_id)
    return frame(session, statement, BY_AGREEMENT)


def last_recorded_day(session: Session, filter: Filter) -> date | None:
    """The day of the last held session with a mark, up to the end of the period, or None."""
    marked = sa.exists().where(attendance.c.session_id == programme_session.c.id)
    statement = sa.select(sa.func.max(programme_session.c.held_on)).where(
        sessions_held(filter), programme_session.c.held_on < filter.end, marked
    )
    found: date | None = session.execute(statement).scalar()
    return found


def _by_person(filter: Filter, *keys: str) -> "sa.Select[Any]":
    rows = participant_sums(filter, ATTENDED, EXPECTED, UNRECORDED)
    group = [rows.c[key] for key in (*keys, "wbp_id")]
    return sa.select(*group, *_each(rows)).group_by(*group)


def _each(rows: sa.Subquery) -> list["sa.ColumnElement[Any]"]:
    return [sa.func.sum(rows.c[name]).label(name) for name in (ATTENDED, EXPECTED, UNRECORDED)]


def _sums(person: sa.Subquery) -> list["sa.ColumnElement[Any]"]:
    attended, expected, unrecorded = (person.c[key] for key in (ATTENDED, EXPECTED, UNRECORDED))
    unseen = sa.and_(attended == 0, unrecorded > 0)
    parts = {
        PEOPLE: sa.case((expected > 0, 1), else_=0),
        ATTENDED: attended,
        EXPECTED: expected,
        UNRECORDED: unrecorded,
        ATTENDED_SQUARED: attended * attended,
        ATTENDED_EXPECTED: attended * expected,
        EXPECTED_SQUARED: expected * expected,
        POSSIBLE: sa.case((unseen, 1), else_=0),
    }
    whole = sa.BigInteger()
    return [
        sa.cast(sa.func.coalesce(sa.func.sum(part), 0), whole).label(name)
        for name, part in parts.items()
    ]
