"""When and how people who started left a cohort, and how long those referred waited."""

from datetime import date
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import days_between
from data.queries.dosages import dosage_flags, enrolment_dosages
from data.queries.due import LEFT_EARLY
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import HELD, in_field, in_period, in_units
from data.queries.tables import (
    attendance,
    attendance_mark,
    cohort,
    enrolment,
    programme_session,
)
from models.codes import EnrolmentStatus

# how reasons of the open list `alasan_berhenti` count; every other reason, and none, is "other"
AVOIDABLE_REASONS = ("MENOLAK", "PELANGGARAN")
ADMINISTRATIVE_REASONS = ("PINDAH", "BEBAS", "MITRA_BERHENTI")

DAYS = "days"
END = "end"  # one of the names below
STILL_IN = "still_in"
COMPLETED = "completed"
AVOIDABLE = "avoidable"
ADMINISTRATIVE = "administrative"
OTHER = "other"
ENDS = (DAYS, END)

CAME = "came"
WAITS = (DAYS, CAME)

Column = sa.ColumnElement[Any]


def ends_of_starters(session: Session, filter: Filter, *, as_of: date) -> pd.DataFrame:
    """One row an enrolment that started in the period, as known on `as_of`: columns ENDS.

    Left out: who left on a day that nobody wrote down, and who reached the end with a dosage that
    blanks decide. Who reached the end below the minimum dosage is "other".
    """
    with_starters = sa.select(enrolment.c.cohort_id).where(
        in_period(enrolment.c.started_on, filter)
    )
    chosen = sa.and_(
        sa.or_(in_period(cohort.c.starts_on, filter), cohort.c.id.in_(with_starters)),
        in_units(cohort.c.unit_id, filter),
        in_field(cohort.c.id, filter),
    )
    dose = enrolment_dosages(chosen).subquery()
    flags = dosage_flags(dose)
    began = sa.func.coalesce(enrolment.c.started_on, cohort.c.starts_on)
    over = sa.case(
        (enrolment.c.ended_on.is_not(None), enrolment.c.ended_on),
        (dose.c.at_end, cohort.c.ends_on),
    )
    today = sa.literal(as_of, sa.Date)
    gone = sa.and_(over.is_not(None), over <= today)
    end = sa.case((gone, _end(dose, flags)), else_=STILL_IN)
    until = sa.case((gone, over), else_=today)
    unknown_day = sa.and_(enrolment.c.status.in_(LEFT_EARLY), over.is_(None))
    statement = (
        sa.select(days_between(began, until), end)
        .select_from(dose)
        .join(enrolment, enrolment.c.id == dose.c.enrolment_id)
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .where(in_period(began, filter), began <= today, ~unknown_day, ~flags["unknown"])
        .order_by(enrolment.c.id)
    )
    return frame(session, statement, ENDS)


def _end(dose: sa.Subquery, flags: dict[str, Column]) -> Column:
    reason, status = enrolment.c.exit_reason, enrolment.c.status
    moved = status.in_((EnrolmentStatus.PINDAH, EnrolmentStatus.BEBAS))
    removed = sa.and_(status == EnrolmentStatus.DIKELUARKAN, reason.is_(None))
    return sa.case(
        (flags["completed"], COMPLETED),
        (dose.c.at_end, OTHER),
        (sa.or_(reason.in_(ADMINISTRATIVE_REASONS), moved), ADMINISTRATIVE),
        (sa.or_(reason.in_(AVOIDABLE_REASONS), removed), AVOIDABLE),
        else_=OTHER,
    )


def waits_of_referred(session: Session, filter: Filter, *, as_of: date) -> pd.DataFrame:
    """One row a person referred in the period: days to the first attended session: columns WAITS.

    `came` is 0 for those still waiting on `as_of`, and for those who left before coming. Days are
    negative where the first session lies before the referral: for the indicator to refuse.
    """
    today = sa.literal(as_of, sa.Date)
    referred = sa.and_(
        enrolment.c.wbp_id.is_not(None),
        enrolment.c.referred_on <= today,
        in_period(enrolment.c.referred_on, filter),
        in_units(enrolment.c.unit_id, filter),
        in_field(enrolment.c.cohort_id, filter),
        enrolment.c.status != EnrolmentStatus.TIDAK_TERUNDI,
    )
    first = (
        sa.select(attendance.c.enrolment_id, sa.func.min(programme_session.c.held_on).label("day"))
        .select_from(programme_session)
        .join(attendance, attendance.c.session_id == programme_session.c.id)
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .where(
            HELD,
            attendance_mark.c.attended,
            programme_session.c.held_on <= today,
            programme_session.c.cohort_id.in_(sa.select(enrolment.c.cohort_id).where(referred)),
        )
        .group_by(attendance.c.enrolment_id)
        .subquery()
    )
    left = sa.case(
        (sa.and_(enrolment.c.ended_on.is_not(None), enrolment.c.ended_on < today),
         enrolment.c.ended_on),
        else_=today,
    )  # fmt: skip
    until = sa.func.coalesce(first.c.day, left)
    statement = (
        sa.select(
            days_between(enrolment.c.referred_on, until),
            sa.case((first.c.day.is_not(None), 1), else_=0),
        )
        .outerjoin(first, first.c.enrolment_id == enrolment.c.id)
        .where(referred)
        .order_by(enrolment.c.id)
    )
    return frame(session, statement, WAITS)
