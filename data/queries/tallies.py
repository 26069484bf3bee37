"""Person-sessions by participant and period: from tallies where they hold, else counted now.

Whole months of a cohort come from its tallies; the days at both ends of a period, and cohorts
whose rows changed since, are counted from sessions and marks. Both ways give the same sums.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from data.queries.dates import month_of, next_month
from data.queries.due import person_sessions
from data.queries.filter import Filter
from data.queries.scope import HELD, in_field, in_units
from data.queries.tables import attendance_tally, cohort, programme_session, stale_tally

# attended, expected, recorded and unrecorded person-sessions; minutes attended, and of sessions
# without a mark; of both how many have no length that is known
SUMS = (
    "attended", "expected", "recorded", "unrecorded", "minutes", "lengthless", "open_minutes",
    "open_lengthless",
)  # fmt: skip
KEYS = ("cohort_id", "month", "unit_id", "enrolment_id", "wbp_id")

Column = sa.ColumnElement[Any]
_HOLDS: Column = cohort.c.id.not_in(sa.select(stale_tally.c.cohort_id))


def participant_sums(filter: Filter, *sums: str) -> sa.Subquery:
    """KEYS and `sums` (of SUMS) of participants with sessions in what was chosen.

    A participant has a row for each month, or several: they are there to be summed. Officers
    are in none.
    """
    cohorts = sa.and_(in_units(cohort.c.unit_id, filter), in_field(cohort.c.id, filter))
    begin, end = _whole_months(filter)
    if begin >= end:
        return _now(cohorts, _days(filter.start, filter.end), sums).subquery()
    parts = [
        _tallied(cohorts, sums).where(
            attendance_tally.c.month >= begin, attendance_tally.c.month < end
        ),
        _now(sa.and_(cohorts, ~_HOLDS), _days(begin, end), sums),
    ]
    left = [days for days in ((filter.start, begin), (end, filter.end)) if days[0] < days[1]]
    if left:
        parts.append(_now(cohorts, sa.or_(*(_days(*days) for days in left)), sums))
    return sa.union_all(*parts).subquery()


def all_sums(cohorts: Column, *sums: str) -> sa.Subquery:
    """KEYS and `sums` over all sessions held, whenever, of cohorts that meet the condition."""
    return sa.union_all(_tallied(cohorts, sums), _now(cohorts, ~_HOLDS, sums)).subquery()


def tallies_of(cohorts: Column) -> "sa.Select[Any]":
    """What the tallies of these cohorts must say, counted now: one row a cohort, month, person."""
    rows = person_sessions(sa.and_(HELD, cohorts))
    month = month_of(rows.c.held_on).label("month")
    key = (rows.c.cohort_id, month, rows.c.enrolment_id, rows.c.wbp_id)
    sums = (sa.func.sum(value).label(name) for name, value in _each(rows).items())
    return sa.select(*key, *sums).group_by(*key)


def _whole_months(filter: Filter) -> tuple[date, date]:
    """The part of the period that is whole months; the end is not after the start if none is."""
    first = filter.start
    return first if first.day == 1 else next_month(first), filter.end.replace(day=1)


def _days(begin: date, end: date) -> Column:
    return sa.and_(programme_session.c.held_on >= begin, programme_session.c.held_on < end)


def _tallied(cohorts: Column, sums: Sequence[str]) -> "sa.Select[Any]":
    found = {**attendance_tally.c, "unit_id": cohort.c.unit_id}
    return (
        sa.select(*(found[name] for name in (*KEYS, *sums)))
        .join(cohort, cohort.c.id == attendance_tally.c.cohort_id)
        .where(cohorts, _HOLDS)
    )


def _now(cohorts: Column, days: Column, sums: Sequence[str]) -> "sa.Select[Any]":
    rows = person_sessions(sa.and_(HELD, cohorts, days))
    found = {**rows.c, "month": month_of(rows.c.held_on), **_each(rows)}
    return sa.select(*(found[name].label(name) for name in (*KEYS, *sums)))


def _each(rows: sa.Subquery) -> dict[str, Column]:
    """What one person-session adds to each of SUMS."""
    came, blank = rows.c.attended == 1, rows.c.unrecorded == 1
    length = sa.func.coalesce(rows.c.minutes, rows.c.session_minutes)
    planned = rows.c.session_minutes
    return {
        "attended": rows.c.attended,
        "expected": rows.c.expected,
        "recorded": 1 - rows.c.unrecorded,
        "unrecorded": rows.c.unrecorded,
        "minutes": sa.case((came, sa.func.coalesce(length, 0)), else_=0),
        "lengthless": sa.case((sa.and_(came, length.is_(None)), 1), else_=0),
        "open_minutes": sa.case((blank, sa.func.coalesce(planned, 0)), else_=0),
        "open_lengthless": sa.case((sa.and_(blank, planned.is_(None)), 1), else_=0),
    }
