"""Who took part, among those in care: people, never enrolments or sessions.

A person is in care in a period when they were in custody or on a caseload for at least one day
of it (the day they leave is not counted); a participant attended at least one held session.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import month_of, months, windows
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_period, in_units, sessions_held
from data.queries.tables import cohort, custody, programme, programme_session, province, unit
from data.queries.tallies import participant_sums

MONTH = "month"
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
BY_MONTH = (MONTH, *COUNTS)
BY_UNIT = (UNIT_CODE, UNIT_NAME, *COUNTS)
BY_PROVINCE = (PROVINCE_CODE, PROVINCE_NAME, TILE_ROW, TILE_COLUMN, *COUNTS)
BY_FIELD = (FIELD, PEOPLE, SESSIONS, RECORDED)

Column = sa.ColumnElement[Any]


def participation_totals(session: Session, filter: Filter) -> pd.DataFrame:
    """One row: columns COUNTS, zeros where nobody was in care or came."""
    counts = _counts(filter, lambda _unit: sa.literal(0))
    sums = (sa.func.coalesce(sa.func.sum(counts.c[name]), 0) for name in COUNTS)
    return frame(session, sa.select(*sums), COUNTS)


def participation_by_month(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a month of the period with anybody in it, in order: columns BY_MONTH."""
    month = windows(months(filter))
    stays = _stays(filter, month_of(month.c.first), month.c.first, month.c.until).join(
        month, sa.true()
    )
    rows = participant_sums(filter, "attended", RECORDED)
    counts = _by_key(stays, _marked_people(rows, rows.c.month))
    return frame(session, sa.select(counts).order_by(counts.c.key), BY_MONTH)


def participation_by_unit(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a unit with people in care or with marks, by name: columns BY_UNIT."""
    counts = _counts(filter, lambda at: at)
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
    counts = _counts(
        filter, lambda at: sa.select(unit.c.province_id).where(unit.c.id == at).scalar_subquery()
    )
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
    held = (
        sa.select(programme.c.field, sa.func.count().label(SESSIONS))
        .select_from(programme_session)
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(sessions_held(filter), in_period(programme_session.c.held_on, filter))
        .group_by(programme.c.field)
    )
    sessions = held.subquery()
    rows = participant_sums(filter, "attended", RECORDED)
    of_cohort = sa.select(programme.c.field).select_from(programme.join(cohort))
    at = of_cohort.where(cohort.c.id == rows.c.cohort_id)
    marked = _marked_people(rows, at.scalar_subquery())
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


def _counts(filter: Filter, key: Callable[[Column], Column]) -> sa.Subquery:
    """`key` and COUNTS; `key` makes the key from the unit of a stay or of a session."""
    rows = participant_sums(filter, "attended", RECORDED)
    stays = _stays(filter, key(custody.c.unit_id), filter.start, filter.end)
    return _by_key(stays, _marked_people(rows, key(rows.c.unit_id)))


def _stays(filter: Filter, key: Column, first: Any, until: Any) -> "sa.Select[Any]":
    """Flags of each person with a stay in `[first, until)`."""
    return (
        _flags(key.label("key"), custody.c.wbp_id, eligible=sa.literal(1))
        .select_from(custody)
        .where(
            custody.c.started_on < until,
            sa.or_(custody.c.ended_on.is_(None), custody.c.ended_on > first),
            in_units(custody.c.unit_id, filter),
        )
    )


def _by_key(*flags: "sa.Select[Any]") -> sa.Subquery:
    people = _one_row_a_person(*flags).subquery()
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


def _marked_people(rows: sa.Subquery, key: Column) -> "sa.Select[Any]":
    """Flags of each participant with a mark."""
    attended = sa.case((rows.c.attended > 0, 1), else_=0)
    flags = _flags(key.label("key"), rows.c.wbp_id, recorded=sa.literal(1), attended=attended)
    return flags.where(rows.c.recorded > 0)


def _flags(key: Column, person: Column, **given: Column) -> "sa.Select[Any]":
    names = ("eligible", "recorded", "attended")
    flags = [given.get(name, sa.literal(0)).label(name) for name in names]
    return sa.select(key, person, *flags)


def _one_row_a_person(*sources: "sa.Select[Any]") -> "sa.Select[Any]":
    rows = sa.union_all(*sources).subquery() if len(sources) > 1 else sources[0].subquery()
    flags = (sa.func.max(rows.c[name]).label(name) for name in ("eligible", "recorded", "attended"))
    return sa.select(rows.c.key, rows.c.wbp_id, *flags).group_by(rows.c.key, rows.c.wbp_id)
