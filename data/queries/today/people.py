"""Waiting work about people: queue, assessments, needs, and the hearing that comes near."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from data.queries.tables import (
    assessment,
    attendance,
    attendance_mark,
    cohort,
    custody,
    enrolment,
    instrument,
    need,
    programme,
    programme_session,
)
from data.queries.today.items import Column, at, in_care_here, items, since, until
from models.codes import AssessmentStatus, EnrolmentStatus, LegalStatus, RiskLevel

HALF_A_YEAR = 183  # days before two thirds are served
SENTENCED = (LegalStatus.NARAPIDANA, LegalStatus.ANAK_BINAAN)
TAKEN_UP = (
    EnrolmentStatus.DAFTAR_TUNGGU, EnrolmentStatus.SETUJU, EnrolmentStatus.AKTIF,
    EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI,
)  # fmt: skip
FINISHED = (EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI)
DONE = (AssessmentStatus.DITERIMA, AssessmentStatus.DISUBMIT)
_RANK = {RiskLevel.TINGGI: 0, RiskLevel.SEDANG: 1, RiskLevel.RENDAH: 2}
_BETWEEN_RANKS = 100_000  # days: a lower level never overtakes by waiting


def waiting_people(unit: str | None, today: date) -> "sa.Select[Any]":
    """People in care on a waiting list, the longest first. Without a date they come first."""
    begun = sa.func.coalesce(enrolment.c.referred_on, enrolment.c.enrolled_on)
    days = since(begun, today)
    return (
        items(
            unit=enrolment.c.unit_id, person=enrolment.c.wbp_id, subject=programme.c.name,
            day=begun, days=days, urgency=-days,
        )
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(
            enrolment.c.status == EnrolmentStatus.DAFTAR_TUNGGU, at(enrolment.c.unit_id, unit),
            in_care_here(enrolment.c.wbp_id, unit),
        )
    )  # fmt: skip


def _sentenced(unit: str | None) -> Column:
    return sa.and_(
        custody.c.legal_status.in_(SENTENCED), custody.c.ended_on.is_(None),
        at(custody.c.unit_id, unit),
    )  # fmt: skip


def late_assessments(unit: str | None, today: date) -> "sa.Select[Any]":
    """Convicts whose last assessment by an instrument is older than its interval.

    Only instruments with an interval that have been used on that person: which others are due
    nobody has said. Who was never assessed counts under `never_assessed`.
    """
    last = (
        sa.select(
            assessment.c.wbp_id, instrument.c.code, instrument.c.due_every_days,
            sa.func.max(assessment.c.assessed_on).label("day"),
        )
        .join(instrument, instrument.c.id == assessment.c.instrument_id)
        .where(instrument.c.due_every_days.is_not(None), assessment.c.status.in_(DONE))
        .group_by(assessment.c.wbp_id, instrument.c.code, instrument.c.due_every_days)
        .subquery()
    )  # fmt: skip
    late = since(last.c.day, today) - last.c.due_every_days
    return (
        items(
            unit=custody.c.unit_id, person=custody.c.wbp_id, subject=last.c.code, day=last.c.day,
            days=late, urgency=-late,
        )
        .join(last, last.c.wbp_id == custody.c.wbp_id)
        .where(_sentenced(unit), late >= 0)
    )  # fmt: skip


def never_assessed(unit: str | None, today: date) -> "sa.Select[Any]":
    """Convicts without any assessment that was handed in, the longest here first."""
    assessed = sa.exists().where(
        assessment.c.wbp_id == custody.c.wbp_id, assessment.c.status.in_(DONE)
    )
    days = since(custody.c.started_on, today)
    return items(
        unit=custody.c.unit_id, person=custody.c.wbp_id, day=custody.c.started_on, days=days,
        urgency=-days,
    ).where(_sentenced(unit), ~assessed)  # fmt: skip


def needs_without_programme(unit: str | None, today: date) -> "sa.Select[Any]":
    """Open needs of people in care that no place in a programme answers, the highest first.

    A place on a waiting list, taken or finished answers; one that was left early does not.
    """
    answered = (
        sa.exists()
        .where(
            enrolment.c.wbp_id == need.c.wbp_id, enrolment.c.status.in_(TAKEN_UP),
            cohort.c.id == enrolment.c.cohort_id, programme.c.id == cohort.c.programme_id,
            programme.c.need == need.c.need,
        )
        .correlate(need)
    )  # fmt: skip
    where = (
        sa.select(sa.func.min(custody.c.unit_id))
        .where(custody.c.wbp_id == need.c.wbp_id, custody.c.ended_on.is_(None),
               at(custody.c.unit_id, unit))
        .correlate(need)
        .scalar_subquery()
    )  # fmt: skip
    days = since(need.c.assessed_on, today)
    rank = sa.case(_RANK, value=need.c.level, else_=len(_RANK))
    return items(
        unit=where, person=need.c.wbp_id, subject=need.c.need, number=rank,
        day=need.c.assessed_on, days=days, urgency=rank * _BETWEEN_RANKS - days,
    ).where(need.c.closed_on.is_(None), in_care_here(need.c.wbp_id, unit), ~answered)  # fmt: skip


def near_two_thirds(unit: str | None, today: date) -> "sa.Select[Any]":
    """Convicts who reach two thirds within six months without evidence of a programme.

    Evidence is a programme that was finished, or a session that was attended.
    """
    finished = sa.exists().where(
        enrolment.c.wbp_id == custody.c.wbp_id, enrolment.c.status.in_(FINISHED)
    )
    attended = (
        sa.exists()
        .where(
            enrolment.c.wbp_id == custody.c.wbp_id,
            programme_session.c.cohort_id == enrolment.c.cohort_id,
            attendance.c.session_id == programme_session.c.id,
            attendance.c.enrolment_id == enrolment.c.id,
            attendance_mark.c.code == attendance.c.mark, attendance_mark.c.attended,
        )
        .correlate(custody)
    )  # fmt: skip
    day = custody.c.two_thirds_on
    days = until(day, today)
    return items(
        unit=custody.c.unit_id, person=custody.c.wbp_id, day=day, days=days, urgency=days
    ).where(
        _sentenced(unit), day >= today, day <= today + timedelta(days=HALF_A_YEAR), ~finished,
        ~attended,
    )  # fmt: skip
