"""Checks of sessions, attendance and enrolments."""

from typing import Any

import sqlalchemy as sa

from data.queries.dates import days_between
from data.queries.due import person_sessions
from data.queries.filter import Filter
from data.queries.quality.items import Column, flag, items
from data.queries.scope import in_field, in_period, in_units, sessions_held
from data.queries.tables import (
    assessment,
    attendance,
    attendance_mark,
    change,
    cohort,
    enrolment,
    import_batch,
    programme_session,
)
from models.codes import AssessmentStatus, EnrolmentStatus, RowAction

LATE_AFTER_DAYS = 7
SMALLEST_SHEET = 5  # marks; of fewer people all may well have come
FOLLOW_UP_DAYS = 30

_HELD: Column = programme_session.c.held_on
_NOT_STARTED = (
    EnrolmentStatus.DAFTAR_TUNGGU, EnrolmentStatus.TIDAK_TERUNDI, EnrolmentStatus.SETUJU,
)  # fmt: skip


def _chosen(filter: Filter) -> Column:
    return sa.and_(sessions_held(filter), in_period(_HELD, filter))


def _session_items(flagged: Column, **more: Column) -> "sa.Select[Any]":
    return items(
        unit=programme_session.c.unit_id, day=_HELD, flagged=flagged,
        cohort=programme_session.c.cohort_id, number=programme_session.c.number, **more,
    )  # fmt: skip


def unrecorded_marks(filter: Filter) -> "sa.Select[Any]":
    """Each person due at a held session: without a mark."""
    rows = person_sessions(_chosen(filter))
    return _session_items(rows.c.unrecorded, person=rows.c.wbp_id).join(
        rows, rows.c.session_id == programme_session.c.id
    )


def unrecorded_sessions(filter: Filter) -> "sa.Select[Any]":
    """Each held session: without any mark."""
    marked = sa.exists().where(attendance.c.session_id == programme_session.c.id)
    return _session_items(flag(~marked)).where(_chosen(filter))


def late_marks(filter: Filter) -> "sa.Select[Any]":
    """Each mark: written more than 7 days after its session. A corrected one by its correction.

    A mark without a file and without an entry in the history of changes cannot be told.
    """
    first = sa.func.min(change.c.at).label("at")
    typed = (
        sa.select(change.c.row_key, first)
        .where(change.c.table_name == "attendance", change.c.action == RowAction.TAMBAH)
        .group_by(change.c.row_key)
        .subquery()
    )
    key = sa.cast(attendance.c.session_id, sa.String()).concat(":").concat(
        sa.cast(attendance.c.enrolment_id, sa.String())
    )  # fmt: skip
    written = sa.func.date(sa.func.coalesce(import_batch.c.created_at, typed.c.at))
    days = days_between(_HELD, written)
    return (
        _session_items(
            flag(days > LATE_AFTER_DAYS, known=days.is_not(None)),
            person=enrolment.c.wbp_id, detail=days,
        )
        .join(attendance, attendance.c.session_id == programme_session.c.id)
        .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .outerjoin(import_batch, import_batch.c.id == attendance.c.batch_id)
        .outerjoin(typed, typed.c.row_key == key)
        .where(_chosen(filter))
    )  # fmt: skip


def all_present_sheets(filter: Filter) -> "sa.Select[Any]":
    """Each session with 5 marks or more: everybody ticked present."""
    sheet = (
        sa.select(
            attendance.c.session_id,
            sa.func.count().label("marks"),
            sa.func.sum(sa.case((attendance_mark.c.attended, 1), else_=0)).label("attended"),
        )
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .join(programme_session, programme_session.c.id == attendance.c.session_id)
        .where(_chosen(filter))
        .group_by(attendance.c.session_id)
        .subquery()
    )
    return (
        _session_items(flag(sheet.c.attended == sheet.c.marks), detail=sheet.c.marks)
        .join(sheet, sheet.c.session_id == programme_session.c.id)
        .where(sheet.c.marks >= SMALLEST_SHEET)
    )


def impossible_marks(filter: Filter) -> "sa.Select[Any]":
    """Each mark: longer than its session, or present outside the cohort's or one's own dates."""
    outside = sa.or_(
        cohort.c.starts_on > _HELD, cohort.c.ends_on < _HELD, enrolment.c.started_on > _HELD,
        enrolment.c.ended_on < _HELD,
    )  # fmt: skip
    impossible = sa.or_(
        attendance.c.minutes > programme_session.c.minutes,
        sa.and_(attendance_mark.c.attended, outside),
    )
    return (
        _session_items(flag(impossible), person=enrolment.c.wbp_id)
        .join(attendance, attendance.c.session_id == programme_session.c.id)
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .where(_chosen(filter))
    )


def double_sessions(filter: Filter) -> "sa.Select[Any]":
    """Each held session: another of its cohort that day, and no time that tells them apart."""
    alike = sa.func.count().over(partition_by=(programme_session.c.cohort_id, _HELD))
    doubled = sa.and_(alike > 1, programme_session.c.starts_at.is_(None))
    return _session_items(flag(doubled)).where(_chosen(filter))


def unreal_referrals(filter: Filter) -> "sa.Select[Any]":
    """Each person who started in the period: referred on the day of starting. Null: no date."""
    referred, started = enrolment.c.referred_on, enrolment.c.started_on
    return items(
        unit=enrolment.c.unit_id, day=started, cohort=enrolment.c.cohort_id,
        person=enrolment.c.wbp_id,
        flagged=flag(referred == started, known=referred.is_not(None)),
    ).where(
        enrolment.c.wbp_id.is_not(None), in_period(started, filter),
        in_units(enrolment.c.unit_id, filter), in_field(enrolment.c.cohort_id, filter),
    )  # fmt: skip


def not_followed_up(filter: Filter) -> "sa.Select[Any]":
    """Each starter who ended in the period: no accepted assessment within 30 days of the end."""
    ended = sa.func.coalesce(enrolment.c.ended_on, cohort.c.ends_on)
    after = sa.exists().where(
        assessment.c.wbp_id == enrolment.c.wbp_id,
        assessment.c.status == AssessmentStatus.DITERIMA,
        assessment.c.assessed_on >= ended,
        days_between(ended, assessment.c.assessed_on) <= FOLLOW_UP_DAYS,
    )
    return (
        items(
            unit=enrolment.c.unit_id, day=ended, cohort=enrolment.c.cohort_id,
            person=enrolment.c.wbp_id, flagged=flag(~after),
        )
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .where(
            enrolment.c.wbp_id.is_not(None), enrolment.c.status.not_in(_NOT_STARTED),
            in_period(ended, filter), in_units(enrolment.c.unit_id, filter),
            in_field(enrolment.c.cohort_id, filter),
        )
    )  # fmt: skip
