"""Who was due at a held session, and what was recorded about it: one row a person and session."""

from typing import Any

import sqlalchemy as sa

from data.queries.tables import attendance, attendance_mark, cohort, enrolment, programme_session
from models.codes import EnrolmentStatus

NOT_YET_IN = (EnrolmentStatus.DAFTAR_TUNGGU, EnrolmentStatus.TIDAK_TERUNDI, EnrolmentStatus.SETUJU)
LEFT_EARLY = (
    EnrolmentStatus.MENGUNDURKAN_DIRI,
    EnrolmentStatus.DIKELUARKAN,
    EnrolmentStatus.PINDAH,
    EnrolmentStatus.BEBAS,
)


def due_at(held_on: "sa.ColumnElement[Any]") -> "sa.ColumnElement[bool]":
    """The condition on `enrolment` and its `cohort` that somebody was due on the day `held_on`.

    They are due from their start (else enrolment, else the cohort's start) to their end; who
    left on an unknown day is not.
    """
    begun = sa.func.coalesce(enrolment.c.started_on, enrolment.c.enrolled_on, cohort.c.starts_on)
    return sa.and_(
        enrolment.c.status.not_in(NOT_YET_IN),
        sa.or_(begun.is_(None), begun <= held_on),
        sa.case(
            (enrolment.c.ended_on.is_not(None), enrolment.c.ended_on >= held_on),
            else_=enrolment.c.status.not_in(LEFT_EARLY),
        ),
    )


def person_sessions(which: "sa.ColumnElement[bool]") -> sa.Subquery:
    """Person-sessions of the sessions that meet `which` (a condition on programme_session
    and its cohort).

    A person is due from their start (else enrolment, else the cohort's start) to their end.
    Without a mark it is unrecorded: `attended` and `expected` are 0 and `unrecorded` is 1. A
    mark outside those dates counts all the same. Somebody who left on an unknown day is due
    only where a mark stands.
    """
    due = due_at(programme_session.c.held_on)
    recorded = attendance.c.session_id.is_not(None)
    return (
        sa.select(
            programme_session.c.id.label("session_id"),
            programme_session.c.cohort_id,
            programme_session.c.unit_id,
            programme_session.c.held_on,
            programme_session.c.minutes.label("session_minutes"),
            enrolment.c.id.label("enrolment_id"),
            enrolment.c.wbp_id,
            attendance.c.minutes,
            sa.case((attendance_mark.c.attended, 1), else_=0).label("attended"),
            sa.case((attendance_mark.c.expected, 1), else_=0).label("expected"),
            sa.case((recorded, 0), else_=1).label("unrecorded"),
        )
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .join(enrolment, enrolment.c.cohort_id == programme_session.c.cohort_id)
        .outerjoin(
            attendance,
            sa.and_(
                attendance.c.session_id == programme_session.c.id,
                attendance.c.enrolment_id == enrolment.c.id,
            ),
        )
        .outerjoin(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .where(which, enrolment.c.wbp_id.is_not(None), sa.or_(recorded, due))
        .subquery()
    )
