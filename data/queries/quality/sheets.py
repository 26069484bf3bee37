"""Checks of sessions, attendance and enrolments."""

from typing import Any

import sqlalchemy as sa

from data.queries.dates import days_after, days_between
from data.queries.due import person_sessions
from data.queries.filter import Filter
from data.queries.quality.items import Column, flag, items, tally, told
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
from data.queries.tallies import participant_sums
from models.codes import AssessmentStatus, EnrolmentStatus, RowAction

LATE_AFTER_DAYS = 7
SMALLEST_SHEET = 5  # marks; of fewer people all may well have come
FOLLOW_UP_DAYS = 30

_HELD: Column = programme_session.c.held_on
_NOT_STARTED = (
    EnrolmentStatus.DAFTAR_TUNGGU, EnrolmentStatus.TIDAK_TERUNDI, EnrolmentStatus.SETUJU,
)  # fmt: skip


def marks_due(filter: Filter) -> "sa.Select[Any]":
    """Each person due at a held session: without a mark."""
    rows = person_sessions(_chosen(filter))
    without = told("unrecorded_marks", rows.c.unrecorded == 1)
    return _of_sessions(*without, person=rows.c.wbp_id).join(
        rows, rows.c.session_id == programme_session.c.id
    )


def months_due(filter: Filter) -> "sa.Select[Any]":
    """The same counted by participant and month, without the sessions."""
    rows = participant_sums(filter, "recorded", "unrecorded")
    without = tally(
        "unrecorded_marks", part=rows.c.unrecorded, whole=rows.c.recorded + rows.c.unrecorded,
        missing=sa.literal(0),
    )  # fmt: skip
    return items(
        *without, unit=rows.c.unit_id, day=rows.c.month, cohort=rows.c.cohort_id,
        person=rows.c.wbp_id,
    )  # fmt: skip


def meetings(filter: Filter) -> "sa.Select[Any]":
    """Each held session: without any mark; another of its cohort that day.

    Two of a day are not doubled where a time tells them apart.
    """
    marked = sa.exists().where(attendance.c.session_id == programme_session.c.id)
    alike = sa.func.count().over(partition_by=(programme_session.c.cohort_id, _HELD))
    doubled = sa.and_(alike > 1, programme_session.c.starts_at.is_(None))
    return _of_sessions(
        *told("unrecorded_sessions", ~marked), *told("double_sessions", doubled)
    ).where(_chosen(filter))


def sheets(filter: Filter) -> "sa.Select[Any]":
    """Each session with a mark: everybody ticked present; and its late and impossible marks.

    Of fewer than 5 marks nothing is said of all.
    """
    mark = _marks(filter).subquery()
    number, late = sa.func.count(), sa.func.count(mark.c.late)
    sheet = (
        sa.select(
            mark.c.session_id,
            number.label("marks"),
            sa.func.sum(mark.c.attended).label("attended"),
            sa.func.sum(mark.c.impossible).label("impossible"),
            sa.func.coalesce(sa.func.sum(mark.c.late), 0).label("late"),
            late.label("told"),
        )
        .group_by(mark.c.session_id)
        .subquery()
    )
    whole = flag(sheet.c.marks >= SMALLEST_SHEET)
    nobody_away = flag(sheet.c.attended == sheet.c.marks)
    zero = sa.literal(0)
    return _of_sessions(
        *tally("all_present_sheets", part=whole * nobody_away, whole=whole, missing=zero),
        *tally("impossible_marks", part=sheet.c.impossible, whole=sheet.c.marks, missing=zero),
        *tally("late_marks", part=sheet.c.late, whole=sheet.c.told,
               missing=sheet.c.marks - sheet.c.told),
        detail=sheet.c.marks,
    ).join(sheet, sheet.c.session_id == programme_session.c.id)  # fmt: skip


def marks(filter: Filter) -> "sa.Select[Any]":
    """Each mark: late, or impossible."""
    mark = _marks(filter).subquery()
    return _of_sessions(
        *told("late_marks", mark.c.late == 1, known=mark.c.late.is_not(None)),
        *told("impossible_marks", mark.c.impossible == 1),
        person=mark.c.wbp_id, detail=days_between(_HELD, mark.c.written_on),
    ).join(mark, mark.c.session_id == programme_session.c.id)  # fmt: skip


def referrals(filter: Filter) -> "sa.Select[Any]":
    """Each person who started in the period: referred on the day of starting. Null: no date."""
    referred, started = enrolment.c.referred_on, enrolment.c.started_on
    return items(
        *told("unreal_referrals", referred == started, known=referred.is_not(None)),
        unit=enrolment.c.unit_id, day=started, cohort=enrolment.c.cohort_id,
        person=enrolment.c.wbp_id,
    ).where(
        enrolment.c.wbp_id.is_not(None), in_period(started, filter),
        in_units(enrolment.c.unit_id, filter), in_field(enrolment.c.cohort_id, filter),
    )  # fmt: skip


def endings(filter: Filter) -> "sa.Select[Any]":
    """Each starter who ended in the period: no accepted assessment within 30 days of the end."""
    ended = sa.func.coalesce(enrolment.c.ended_on, cohort.c.ends_on)
    after = sa.exists().where(
        assessment.c.wbp_id == enrolment.c.wbp_id,
        assessment.c.status == AssessmentStatus.DITERIMA,
        assessment.c.assessed_on.between(ended, days_after(ended, FOLLOW_UP_DAYS)),
    )
    return (
        items(
            *told("not_followed_up", ~after),
            unit=enrolment.c.unit_id, day=ended, cohort=enrolment.c.cohort_id,
            person=enrolment.c.wbp_id,
        )
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .where(
            enrolment.c.wbp_id.is_not(None), enrolment.c.status.not_in(_NOT_STARTED),
            in_period(ended, filter), in_units(enrolment.c.unit_id, filter),
            in_field(enrolment.c.cohort_id, filter),
        )
    )  # fmt: skip


def _chosen(filter: Filter) -> Column:
    return sa.and_(sessions_held(filter), in_period(_HELD, filter))


def _of_sessions(*counts: Column, **more: Column) -> "sa.Select[Any]":
    return items(
        *counts, unit=programme_session.c.unit_id, day=_HELD,
        cohort=programme_session.c.cohort_id, number=programme_session.c.number, **more,
    )  # fmt: skip


def _marks(filter: Filter) -> "sa.Select[Any]":
    """Each mark: session_id, wbp_id; attended, impossible, late (null: cannot be told), written_on.

    Late is written more than 7 days after the session, a corrected mark by its correction: told
    by its file, else by the history of changes. Impossible is longer than the session, or
    present outside the cohort's or one's own dates.
    """
    # Outer joins keep the chosen sessions first: SQLite would begin with all marks there are.
    outside = sa.or_(
        cohort.c.starts_on > _HELD, cohort.c.ends_on < _HELD, enrolment.c.started_on > _HELD,
        enrolment.c.ended_on < _HELD,
    )  # fmt: skip
    impossible = sa.or_(
        attendance.c.minutes > programme_session.c.minutes,
        sa.and_(attendance_mark.c.attended, outside),
    )
    file, typed = _files(), _typed_marks()
    without_file = sa.case((attendance.c.batch_id.is_(None), _typed_key()))
    on_time_from = sa.func.coalesce(file.c.on_time_from, typed.c.on_time_from)
    return (
        sa.select(
            programme_session.c.id.label("session_id"), enrolment.c.wbp_id,
            flag(attendance_mark.c.attended).label("attended"),
            flag(impossible).label("impossible"),
            sa.case((on_time_from > _HELD, 1), (on_time_from <= _HELD, 0)).label("late"),
            sa.func.coalesce(file.c.written_on, typed.c.written_on).label("written_on"),
        )
        .select_from(programme_session)
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .outerjoin(attendance, attendance.c.session_id == programme_session.c.id)
        .outerjoin(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .outerjoin(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .outerjoin(file, file.c.id == attendance.c.batch_id)
        .outerjoin(typed, typed.c.row_key == without_file)
        .where(_chosen(filter), attendance.c.session_id.is_not(None))
    )  # fmt: skip


def _typed_key() -> Column:
    """A mark as the history of changes names it."""
    parts = (attendance.c.session_id, attendance.c.enrolment_id)
    session, person = (sa.cast(part, sa.String()) for part in parts)
    return session.concat(":").concat(person)


def _files() -> sa.CTE:
    written = sa.func.date(import_batch.c.created_at)
    return _written(sa.select(import_batch.c.id), written)


def _typed_marks() -> sa.CTE:
    first = sa.func.date(sa.func.min(change.c.at))
    return _written(
        sa.select(change.c.row_key)
        .where(change.c.table_name == "attendance", change.c.action == RowAction.TAMBAH)
        .group_by(change.c.row_key),
        first,
    )


def _written(of: "sa.Select[Any]", day: Column) -> sa.CTE:
    """With `written_on`, and the first day of a session for which that is on time.

    Worked out once for a file, not again for each of its marks.
    """
    since = days_after(day, -LATE_AFTER_DAYS)
    rows = of.add_columns(day.label("written_on"), since.label("on_time_from"))
    return rows.cte().prefix_with("MATERIALIZED")
