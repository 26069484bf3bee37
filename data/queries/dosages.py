"""What each person who started a cohort received of what was planned."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import HELD, in_field, in_period, in_units
from data.queries.tables import cohort, enrolment, programme, programme_session
from data.queries.tallies import all_sums
from models.codes import CohortStatus, EnrolmentStatus

CLOSED = (CohortStatus.SELESAI, CohortStatus.DIBATALKAN)
REACHED_THE_END = (EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI, EnrolmentStatus.TIDAK_LULUS)
CERTAINLY_STARTED = (EnrolmentStatus.AKTIF, *REACHED_THE_END)

ENROLMENT = "enrolment_id"
RECEIVED = "received"  # minutes, or sessions where no length is known
POSSIBLE = "possible"  # the same if all unrecorded sessions had been attended
PLANNED = "planned"
DOSAGES = (ENROLMENT, RECEIVED, POSSIBLE, PLANNED)

Column = sa.ColumnElement[Any]


def closed_in_period(filter: Filter) -> Column:
    """The condition on `cohort`: closed, and ended in the period, chosen units and field.

    A cohort that was broken off is closed too.
    """
    return sa.and_(
        cohort.c.status.in_(CLOSED),
        in_period(cohort.c.ends_on, filter),
        in_units(cohort.c.unit_id, filter),
        in_field(cohort.c.id, filter),
    )


def dosage_rows(session: Session, filter: Filter) -> pd.DataFrame:
    """One row an enrolment that started, of cohorts that ended in the period: columns DOSAGES.

    Rows leave the database because a median needs them.
    """
    dose = enrolment_dosages(closed_in_period(filter)).subquery()
    columns = (dose.c[name] for name in DOSAGES)
    return frame(session, sa.select(*columns).order_by(dose.c.enrolment_id), DOSAGES)


def enrolment_dosages(cohorts: Column) -> "sa.Select[Any]":
    """One row an enrolment that started, in cohorts that meet the condition `cohorts`.

    Columns: enrolment_id, cohort_id, wbp_id, at_end, received, possible, planned, and `needed`
    (the minimum dosage); in minutes, or in sessions where no length is known.
    """
    chosen = _planned(cohorts)
    tally = _tally(chosen)
    attended = sa.func.coalesce(tally.c.attended, 0)
    whole = chosen.c.planned * sa.func.coalesce(chosen.c.length, 1)
    return (
        sa.select(
            enrolment.c.id.label("enrolment_id"),
            enrolment.c.cohort_id,
            enrolment.c.wbp_id,
            enrolment.c.status.in_(REACHED_THE_END).label("at_end"),
            sa.func.coalesce(tally.c.received, 0).label("received"),
            sa.func.coalesce(tally.c.possible, 0).label("possible"),
            whole.label("planned"),
            (chosen.c.minimum * whole).label("needed"),
        )
        .join(chosen, chosen.c.id == enrolment.c.cohort_id)
        .outerjoin(tally, tally.c.enrolment_id == enrolment.c.id)
        .where(
            enrolment.c.wbp_id.is_not(None),
            sa.or_(
                enrolment.c.started_on.is_not(None),
                enrolment.c.status.in_(CERTAINLY_STARTED),
                attended > 0,
            ),
        )
    )


def dosage_flags(dose: sa.Subquery) -> dict[str, Column]:
    """Of rows of `enrolment_dosages`: completed, surely below the dosage, or not known yet."""
    unsure = sa.and_(dose.c.received < dose.c.needed, dose.c.possible >= dose.c.needed)
    return {
        "completed": sa.and_(dose.c.at_end, dose.c.received >= dose.c.needed),
        "below_dosage": sa.and_(dose.c.at_end, dose.c.possible < dose.c.needed),
        "unknown": sa.and_(dose.c.at_end, sa.or_(dose.c.needed.is_(None), unsure)),
    }


def _planned(cohorts: Column) -> sa.Subquery:
    """The chosen cohorts with what was planned; `minimum` of it (0 to 1) is needed."""
    held = (
        sa.select(programme_session.c.cohort_id, sa.func.count().label("sessions"))
        .where(HELD)
        .group_by(programme_session.c.cohort_id)
        .subquery()
    )
    return (
        sa.select(
            cohort.c.id,
            sa.func.coalesce(cohort.c.planned_minutes, programme.c.planned_minutes).label("length"),
            sa.func.coalesce(
                cohort.c.planned_sessions, programme.c.planned_sessions, held.c.sessions
            ).label("planned"),
            (programme.c.minimum_dosage / sa.literal(100.0)).label("minimum"),
        )
        .join(programme, programme.c.id == cohort.c.programme_id)
        .outerjoin(held, held.c.cohort_id == cohort.c.id)
        .where(cohorts)
        .subquery()
    )


def _tally(chosen: sa.Subquery) -> sa.Subquery:
    """Per enrolment: sessions attended, and received and possible, in minutes or in sessions."""
    rows = all_sums(
        cohort.c.id.in_(sa.select(chosen.c.id)),
        "attended", "minutes", "lengthless", "unrecorded", "open_minutes", "open_lengthless",
    )  # fmt: skip
    length = chosen.c.length
    received, open_ = (
        sa.case((length.is_(None), sessions), else_=minutes + lengthless * length)
        for sessions, minutes, lengthless in (
            (rows.c.attended, rows.c.minutes, rows.c.lengthless),
            (rows.c.unrecorded, rows.c.open_minutes, rows.c.open_lengthless),
        )
    )
    return (
        sa.select(
            rows.c.enrolment_id,
            sa.func.sum(rows.c.attended).label("attended"),
            sa.func.sum(received).label("received"),
            sa.func.sum(received + open_).label("possible"),
        )
        .select_from(rows)
        .join(chosen, chosen.c.id == rows.c.cohort_id)
        .group_by(rows.c.enrolment_id)
        .subquery()
    )
