"""Who took part, among those in care: people, never enrolments or sessions.

A person is in care in a period when they were in custody or on a caseload for at least one day
of it (the day they leave is not counted); a participant attended at least one held session.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import Window, windows
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_period, in_units, sessions_held
from data.queries.tables import (
    attendance,
    attendance_mark,
    cohort,
    custody,
    enrolment,
    programme,
    programme_session,
    province,
    unit,
)

FIRST = "first"
UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
PROVINCE_CODE = "province_code"
PROVINCE_NAME = "province_name"
TILE_ROW = "tile_row"
TILE_COLUMN = "tile_column"
FIELD = "field"
SESSIONS = "sessions"
ELIGIBLE = "eligible"  # people in care
PARTICIPANTS = "participants"  # of those in care, attended
PEOPLE = "people"  # attended, in care or not
RECORDED = "recorded"  # people with any mark

COUNTS = (ELIGIBLE, PARTICIPANTS, PEOPLE, RECORDED)
BY_WINDOW = (FIRST, *COUNTS)
BY_UNIT = (UNIT_CODE, UNIT_NAME, *COUNTS)
BY_PROVINCE = (PROVINCE_CODE, PROVINCE_NAME, TILE_ROW, TILE_COLUMN, *COUNTS)
BY_FIELD = (FIELD, PEOPLE, SESSIONS, RECORDED)

Column = sa.ColumnElement[Any]


def participation_by_window(
    session: Session, filter: Filter, periods: Sequence[Window]
) -> pd.DataFrame:
    """One row a period with anybody in it, by its first day: columns BY_WINDOW."""
    period = windows(periods)
    first: Column = period.c.first
    counts = _counts(filter, period, in_care=first, at_session=first)
    return frame(session, sa.select(counts).order_by(counts.c.key), BY_WINDOW)


def participation_by_unit(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a unit with people in care or with marks, by name: columns BY_UNIT."""
    period = windows([(filter.start, filter.end)])
    counts = _counts(
        filter, period, in_care=custody.c.unit_id, at_session=programme_session.c.unit_id
    )
    statement = (
        sa.select(unit.c.code, unit.c.name, *(counts.c[name] for name in COUNTS))
        .join(unit, unit.c.id == counts.c.key)
        .order_by(unit.c.name, unit.c.code)
    )
    return frame(session, statement, BY_UNIT)


def participation_by_province(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a province, those without anybody too, by code: columns BY_PROVINCE.

    People of units without a province are in none.
    """
    period = windows([(filter.start, filter.end)])
    at = [
        sa.select(unit.c.province_id).where(unit.c.id == column).scalar_subquery()
        for column in (custody.c.unit_id, programme_session.c.unit_id)
    ]
    counts = _counts(filter, period, in_care=at[0], at_session=at[1])
    sums = (sa.func.coalesce(counts.c[name], 0) for name in COUNTS)
    place = (province.c.code, province.c.name, province.c.tile_row, province.c.tile_column)
    statement = (
        sa.select(*place, *sums)
        .outerjoin(counts, counts.c.key == province.c.id)
        .order_by(province.c.code)
    )
    return frame(session, statement, BY_PROVINCE)


def participation_by_field(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a field with held sessions, by code: columns BY_FIELD."""
    fields = (
        sa.select(programme_session.c.id, programme.c.field)
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(sessions_held(filter), in_period(programme_session.c.held_on, filter))
        .subquery()
    )
    held = sa.select(fields.c.field, sa.func.count().label(SESSIONS)).group_by(fields.c.field)
    sessions = held.subquery()
    marked = _marked_people(sa.select(fields.c.id, fields.c.field.label("key")).subquery())
    people = _one_row_a_person(marked).subquery()
    statement = (
        sa.select(
            sessions.c.field,
            sa.func.coalesce(sa.func.sum(people.c.attended), 0),
            sessions.c[SESSIONS],
            sa.func.count(people.c.wbp_id),
        )
        .outerjoin(people, people.c.key == sessions.c.field)
        .group_by(sessions.c.field, sessions.c[SESSIONS])
        .order_by(sessions.c.field)
    )
    return frame(session, statement, BY_FIELD)


def _counts(filter: Filter, period: sa.CTE, *, in_care: Column, at_session: Column) -> sa.Subquery:
    """`key` and COUNTS; the key comes from the row of custody and from that of the session."""
    held = (
        sa.select(programme_session.c.id, at_session.label("key"))
        .join(period, _day_in(period, programme_session.c.held_on))
        .where(sessions_held(filter))
        .subquery()
    )
    cared_for = _flags(in_care.label("key"), custody.c.wbp_id, eligible=sa.literal(1)).where(
        custody.c.started_on < period.c.until,
        sa.or_(custody.c.ended_on.is_(None), custody.c.ended_on > period.c.first),
        in_units(custody.c.unit_id, filter),
    )
    people = _one_row_a_person(
        cared_for.select_from(custody.join(period, sa.true())), _marked_people(held)
    ).subquery()
    return (
        sa.select(
            people.c.key,
            sa.func.sum(people.c.eligible).label(ELIGIBLE),
            sa.func.sum(people.c.eligible * people.c.attended).label(PARTICIPANTS),
            sa.func.sum(people.c.attended).label(PEOPLE),
            sa.func.sum(people.c.recorded).label(RECORDED),
        )
        .group_by(people.c.key)
        .subquery()
    )


def _day_in(period: sa.CTE, day: Column) -> "sa.ColumnElement[bool]":
    return sa.and_(day >= period.c.first, day < period.c.until)


def _marked_people(held: sa.Subquery) -> "sa.Select[Any]":
    """Flags of each enrolled person with a mark in `held` (id, key): counted by mark first."""
    marks = (
        sa.select(held.c.key, attendance.c.enrolment_id, attendance.c.mark)
        .join(attendance, attendance.c.session_id == held.c.id)
        .group_by(held.c.key, attendance.c.enrolment_id, attendance.c.mark)
        .subquery()
    )
    attended = sa.case((attendance_mark.c.attended, 1), else_=0)
    return (
        _flags(marks.c.key, enrolment.c.wbp_id, recorded=sa.literal(1), attended=attended)
        .select_from(marks)
        .join(enrolment, enrolment.c.id == marks.c.enrolment_id)
        .join(attendance_mark, attendance_mark.c.code == marks.c.mark)
        .where(enrolment.c.wbp_id.is_not(None))
    )


def _flags(key: Column, person: Column, **given: Column) -> "sa.Select[Any]":
    names = ("eligible", "recorded", "attended")
    flags = [given.get(name, sa.literal(0)).label(name) for name in names]
    return sa.select(key, person, *flags)


def _one_row_a_person(*sources: "sa.Select[Any]") -> "sa.Select[Any]":
    rows = sa.union_all(*sources).subquery() if len(sources) > 1 else sources[0].subquery()
    flags = (sa.func.max(rows.c[name]).label(name) for name in ("eligible", "recorded", "attended"))
    return sa.select(rows.c.key, rows.c.wbp_id, *flags).group_by(rows.c.key, rows.c.wbp_id)
