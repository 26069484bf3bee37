"""Counts of people by unit and field for tables that may leave the house, and their empty cells.

Whole months and years only: two files about nearly the same days would tell of those between.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from data.queries.filter import Filter
from data.queries.scope import HELD, in_field, in_period, in_units
from data.queries.tables import (
    attendance,
    attendance_mark,
    cohort,
    enrolment,
    programme,
    programme_session,
    unit,
)

Column = sa.ColumnElement[Any]


def participants_by_month(filter: Filter | None) -> "sa.Select[Any]":
    """Month (`2026-07`), unit's code and name, field, people: where a session was held.

    The people attended at least one session; somebody in two fields counts in each.
    """
    held = programme_session.c
    month = _month(held.held_on)
    attended = sa.case((attendance_mark.c.attended, enrolment.c.wbp_id))
    keys: tuple[Column, ...] = (month, unit.c.code, unit.c.name, programme.c.field)
    return (
        sa.select(*keys, sa.func.count(sa.distinct(attended)))
        .select_from(
            _runs(programme_session, held.cohort_id)
            .outerjoin(attendance, attendance.c.session_id == held.id)
            .outerjoin(attendance_mark, attendance_mark.c.code == attendance.c.mark)
            .outerjoin(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        )
        .where(HELD, *_within(_whole(filter, months=True), held.held_on))
        .group_by(*keys)
    )


def enrolled_by_year(filter: Filter | None) -> "sa.Select[Any]":
    """Year in which cohorts began, unit's code and name, field, status, people.

    A cohort without people gives a row without status.
    """
    year = sa.cast(sa.extract("year", cohort.c.starts_on), sa.Integer)
    keys: tuple[Column, ...] = (
        sa.cast(year, sa.String), unit.c.code, unit.c.name, programme.c.field, enrolment.c.status,
    )  # fmt: skip
    return (
        sa.select(*keys, sa.func.count(sa.distinct(enrolment.c.wbp_id)))
        .select_from(
            cohort.join(programme, programme.c.id == cohort.c.programme_id)
            .join(unit, unit.c.id == cohort.c.unit_id)
            .outerjoin(enrolment, enrolment.c.cohort_id == cohort.c.id)
        )
        .where(
            cohort.c.starts_on.is_not(None),
            *_within(_whole(filter, months=False), cohort.c.starts_on),
        )
        .group_by(*keys)
    )


def _month(day: Column) -> Column:
    return sa.func.substr(sa.cast(day, sa.String), 1, 7)


def _whole(filter: Filter | None, *, months: bool) -> Filter | None:
    """The filter with whole months, or whole years: those that its period touches."""
    if filter is None:
        return None
    last = filter.end - timedelta(days=1)
    if last.year == date.max.year:
        end = date.max
    elif months and last.month < 12:
        end = date(last.year, last.month + 1, 1)
    else:
        end = date(last.year + 1, 1, 1)
    start = filter.start.replace(day=1) if months else filter.start.replace(day=1, month=1)
    return replace(filter, start=start, end=end)


def _runs(source: Any, cohort_id: Column) -> Any:
    return (
        source.join(cohort, cohort.c.id == cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(unit, unit.c.id == cohort.c.unit_id)
    )


def _within(filter: Filter | None, day: Column) -> list[Column]:
    if filter is None:
        return []
    return [
        in_units(cohort.c.unit_id, filter), in_field(cohort.c.id, filter), in_period(day, filter),
    ]  # fmt: skip
