"""Waiting work about sessions: without attendance, and missed twice in a row."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from data.queries.scope import HELD
from data.queries.tables import attendance, attendance_mark, cohort, enrolment, programme_session
from data.queries.today.items import at, items, since
from models.codes import CohortStatus, EnrolmentStatus, SessionStatus

LOOK_BACK_DAYS = 365  # older sheets are a matter of data quality, nobody remembers who came
IN_A_ROW = 2
RECENT = 8  # sessions of a cohort among which the last two of a person are looked for


def unmarked_sessions(unit: str | None, today: date) -> "sa.Select[Any]":
    """Sessions of the last 12 months whose day has come, without any mark."""
    held_on = programme_session.c.held_on
    marked = sa.exists().where(attendance.c.session_id == programme_session.c.id)
    days = since(held_on, today)
    return (
        items(
            unit=programme_session.c.unit_id, subject=cohort.c.code,
            number=programme_session.c.number, day=held_on, days=days, urgency=-days,
        )
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .where(
            programme_session.c.status != SessionStatus.BATAL,
            cohort.c.status != CohortStatus.DIBATALKAN,
            held_on <= today, held_on > today - timedelta(days=LOOK_BACK_DAYS),
            at(programme_session.c.unit_id, unit), ~marked,
        )
    )  # fmt: skip


def missed_in_a_row(unit: str | None, today: date) -> "sa.Select[Any]":
    """Active participants whose last two sessions that expected them were missed unexcused.

    A hearing or a transfer in between does not count; a session without a mark does not either.
    """
    recent = _recent_sessions(unit, today)
    newest = (recent.c.held_on.desc(), recent.c.number.desc())
    mark = (
        sa.select(
            enrolment.c.id, enrolment.c.unit_id, enrolment.c.wbp_id, recent.c.code,
            recent.c.held_on,
            sa.case((sa.or_(attendance_mark.c.attended, attendance_mark.c.excused), 0), else_=1)
            .label("missed"),
            sa.func.row_number().over(partition_by=enrolment.c.id, order_by=newest).label("place"),
        )
        .select_from(recent)
        .join(attendance, attendance.c.session_id == recent.c.id)
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .where(
            recent.c.back <= RECENT, attendance_mark.c.expected,
            enrolment.c.status == EnrolmentStatus.AKTIF, enrolment.c.wbp_id.is_not(None),
        )
        .subquery()
    )  # fmt: skip
    last = sa.func.max(mark.c.held_on)
    return (
        items(
            unit=sa.func.min(mark.c.unit_id), person=sa.func.min(mark.c.wbp_id),
            subject=sa.func.min(mark.c.code), number=sa.func.sum(mark.c.missed), day=last,
            days=since(last, today), urgency=since(last, today),
        )
        .where(mark.c.place <= IN_A_ROW)
        .group_by(mark.c.id)
        .having(sa.func.sum(mark.c.missed) == IN_A_ROW)
    )  # fmt: skip


def _recent_sessions(unit: str | None, today: date) -> sa.Subquery:
    """Sessions held by running cohorts; `back` is 1 for the last of each."""
    newest = (programme_session.c.held_on.desc(), programme_session.c.number.desc())
    return (
        sa.select(
            programme_session.c.id, programme_session.c.number, programme_session.c.held_on,
            cohort.c.code,
            sa.func.row_number().over(partition_by=cohort.c.id, order_by=newest).label("back"),
        )
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .where(
            cohort.c.status == CohortStatus.BERJALAN, HELD, programme_session.c.held_on <= today,
            at(cohort.c.unit_id, unit),
        )
        .subquery()
    )  # fmt: skip
