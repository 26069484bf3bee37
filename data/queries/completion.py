"""Who started, and who reached the end with enough of the programme, in cohorts that closed."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.due import person_sessions
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import HELD, in_field, in_period, in_units
from data.queries.tables import cohort, enrolment, programme, programme_session
from models.codes import CohortStatus, EnrolmentStatus

STARTED = "started"
COMPLETED = "completed"  # reached the end with at least the minimum dosage
BELOW_DOSAGE = "below_dosage"  # reached the end, and surely with less than that
UNKNOWN = "unknown"  # reached the end; unrecorded person-sessions decide about the dosage

COUNTS = (STARTED, COMPLETED, BELOW_DOSAGE, UNKNOWN)

CLOSED = (CohortStatus.SELESAI, CohortStatus.DIBATALKAN)
REACHED_THE_END = (EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI, EnrolmentStatus.TIDAK_LULUS)
CERTAINLY_STARTED = (EnrolmentStatus.AKTIF, *REACHED_THE_END)

Column = sa.ColumnElement[Any]


def completion_counts(session: Session, filter: Filter) -> pd.DataFrame:
    """One row over the cohorts that ended in the period: columns COUNTS.

    A cohort that was broken off is closed too: those who had started did not complete. A
    dosage is minutes received of minutes planned, or sessions where no length is known.
    """
    person = _dosages(filter).subquery()
    flags = {
        STARTED: sa.true(),
        COMPLETED: sa.and_(person.c.at_end, person.c.received >= person.c.needed),
        BELOW_DOSAGE: sa.and_(person.c.at_end, person.c.possible < person.c.needed),
        UNKNOWN: sa.and_(
            person.c.at_end,
            sa.or_(
                person.c.needed.is_(None),
                sa.and_(person.c.received < person.c.needed, person.c.possible >= person.c.needed),
            ),
        ),
    }
    sums = (
        sa.func.coalesce(sa.func.sum(sa.case((flag, 1), else_=0)), 0).label(name)
        for name, flag in flags.items()
    )
    return frame(session, sa.select(*sums).select_from(person), COUNTS)


def _closed(filter: Filter) -> sa.Subquery:
    """The closed cohorts with what was planned; `needed` of it (0 to 1) is the minimum."""
    held = (
        sa.select(sa.func.count())
        .where(programme_session.c.cohort_id == cohort.c.id, HELD)
        .scalar_subquery()
    )
    return (
        sa.select(
            cohort.c.id,
            sa.func.coalesce(cohort.c.planned_minutes, programme.c.planned_minutes).label("length"),
            sa.func.coalesce(
                cohort.c.planned_sessions, programme.c.planned_sessions, sa.func.nullif(held, 0)
            ).label("planned"),
            (programme.c.minimum_dosage / sa.literal(100.0)).label("minimum"),
        )
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(
            cohort.c.status.in_(CLOSED),
            in_period(cohort.c.ends_on, filter),
            in_units(cohort.c.unit_id, filter),
            in_field(cohort.c.id, filter),
        )
        .subquery()
    )


def _dosages(filter: Filter) -> "sa.Select[Any]":
    """One row an enrolment that started: what was received, possible at most, and needed."""
    closed = _closed(filter)
    tally = _tally(closed)
    attended = sa.func.coalesce(tally.c.attended, 0)
    return (
        sa.select(
            enrolment.c.status.in_(REACHED_THE_END).label("at_end"),
            sa.func.coalesce(tally.c.received, 0).label("received"),
            sa.func.coalesce(tally.c.possible, 0).label("possible"),
            (closed.c.minimum * closed.c.planned * sa.func.coalesce(closed.c.length, 1)).label(
                "needed"
            ),
        )
        .join(closed, closed.c.id == enrolment.c.cohort_id)
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


def _tally(closed: sa.Subquery) -> sa.Subquery:
    """Per enrolment: sessions attended, and received and possible, in minutes or in sessions."""
    rows = person_sessions(sa.and_(HELD, programme_session.c.cohort_id.in_(sa.select(closed.c.id))))
    lasts = sa.func.coalesce(rows.c.session_minutes, closed.c.length)
    received: Column = sa.case(
        (rows.c.attended == 0, 0),
        (closed.c.length.is_(None), 1),
        else_=sa.func.coalesce(rows.c.minutes, lasts),
    )
    open_: Column = sa.case(
        (rows.c.unrecorded == 0, 0), (closed.c.length.is_(None), 1), else_=lasts
    )
    return (
        sa.select(
            rows.c.enrolment_id,
            sa.func.sum(rows.c.attended).label("attended"),
            sa.func.sum(received).label("received"),
            sa.func.sum(received + open_).label("possible"),
        )
        .join(enrolment, enrolment.c.id == rows.c.enrolment_id)
        .join(closed, closed.c.id == enrolment.c.cohort_id)
        .group_by(rows.c.enrolment_id)
        .subquery()
    )
