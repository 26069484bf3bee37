"""People in custody or on a caseload in a period, and what they attended."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from data.queries.filter import Filter
from data.queries.scope import in_period, in_units, sessions_held
from data.queries.tables import (
    attendance,
    attendance_mark,
    cohort,
    custody,
    enrolment,
    programme,
    programme_session,
)

Column = sa.ColumnElement[Any]


def people_in_care(filter: Filter) -> "sa.Select[Any]":
    """Ids (`wbp_id`) of people in care for at least one day of the period at the chosen units."""
    return (
        sa.select(custody.c.wbp_id)
        .where(
            custody.c.started_on < filter.end,
            sa.or_(custody.c.ended_on.is_(None), custody.c.ended_on > filter.start),
            in_units(custody.c.unit_id, filter),
        )
        .distinct()
    )


def people_who_attended(filter: Filter, *conditions: Column) -> "sa.Select[Any]":
    """Ids (`wbp_id`) with each need that a programme they attended in the period addresses.

    Columns wbp_id, need (null: the programme names none). `conditions` are on those tables.
    """
    attended: Sequence[Column] = (
        attendance_mark.c.attended,
        enrolment.c.wbp_id.is_not(None),
        sessions_held(filter),
        in_period(programme_session.c.held_on, filter),
    )
    return (
        sa.select(enrolment.c.wbp_id, programme.c.need)
        .select_from(programme_session)
        .join(attendance, attendance.c.session_id == programme_session.c.id)
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(*attended, *conditions)
        .distinct()
    )
