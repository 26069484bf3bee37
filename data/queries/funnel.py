"""How many of an entry cohort reached each step, from referral to what lasted."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import days_between
from data.queries.dosages import CERTAINLY_STARTED, CLOSED, dosage_flags, enrolment_dosages
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_field, in_period, in_units
from data.queries.tables import cohort, enrolment, incident, returned
from models.codes import EnrolmentStatus

SUSTAINED_DAYS = 180  # after the end, without a proven incident or new offence; a house value

# each person is a pattern of what was reached (1), not reached (0) or not due yet (-1)
STEPS = ("suitable", "enrolled", "started", "completed", "sustained")
PEOPLE = "people"
PATTERNS = (*STEPS, PEOPLE)

DATED = "dated"  # started people whose referral date is not their start
DATES = "dates"  # started people with both dates
DATING = (DATED, DATES)

Column = sa.ColumnElement[Any]


def funnel_patterns(session: Session, filter: Filter, *, as_of: date) -> pd.DataFrame:
    """One row a pattern of people referred (else enrolled) in the period: columns PATTERNS.

    People not drawn in a lottery are left out: nobody refused them.
    """
    dose = _doses(filter)
    today = sa.literal(as_of, sa.Date)
    enrolled = sa.or_(
        enrolment.c.enrolled_on.is_not(None), enrolment.c.status != EnrolmentStatus.DAFTAR_TUNGGU
    )
    over = sa.or_(cohort.c.status.in_(CLOSED), enrolment.c.ended_on <= today)
    done = dosage_flags(dose)["completed"]
    ended = sa.func.coalesce(enrolment.c.ended_on, cohort.c.ends_on)
    steps = {
        "suitable": _step(sa.or_(enrolment.c.suitable_on.is_not(None), enrolled), sa.true()),
        "enrolled": _step(enrolled, sa.true()),
        "started": _step(_started(), sa.or_(cohort.c.starts_on.is_(None),
                                            cohort.c.starts_on <= today)),
        "completed": _step(done, over),
        "sustained": sa.case(
            (sa.func.coalesce(ended > as_of - timedelta(days=SUSTAINED_DAYS), sa.true()), -1),
            (_failed_after(ended), 0),
            else_=1,
        ),
    }  # fmt: skip
    columns = [column.label(name) for name, column in steps.items()]
    person = (
        sa.select(*columns)
        .select_from(enrolment)
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .outerjoin(dose, dose.c.enrolment_id == enrolment.c.id)
        .where(_entered(filter))
        .subquery()
    )
    keys = [person.c[name] for name in STEPS]
    statement = sa.select(*keys, sa.func.count()).group_by(*keys).order_by(*keys)
    return frame(session, statement, PATTERNS)


def referral_dating(session: Session, filter: Filter) -> pd.DataFrame:
    """One row: of people of the entry cohort with both dates, how many were not filled in alike."""
    both = sa.and_(enrolment.c.referred_on.is_not(None), enrolment.c.started_on.is_not(None))
    differs = sa.case((enrolment.c.referred_on != enrolment.c.started_on, 1), else_=0)
    statement = sa.select(sa.func.coalesce(sa.func.sum(differs), 0), sa.func.count()).where(
        _entered(filter), both
    )
    return frame(session, statement, DATING)


def _entered(filter: Filter) -> Column:
    entry = sa.func.coalesce(
        enrolment.c.referred_on, enrolment.c.enrolled_on, enrolment.c.started_on
    )
    return sa.and_(
        enrolment.c.wbp_id.is_not(None),
        enrolment.c.status != EnrolmentStatus.TIDAK_TERUNDI,
        in_period(entry, filter),
        in_units(enrolment.c.unit_id, filter),
        in_field(enrolment.c.cohort_id, filter),
    )


def _doses(filter: Filter) -> sa.Subquery:
    entered = sa.select(enrolment.c.cohort_id).where(_entered(filter))
    return enrolment_dosages(cohort.c.id.in_(entered)).subquery()


def _started() -> Column:
    return sa.or_(enrolment.c.started_on.is_not(None), enrolment.c.status.in_(CERTAINLY_STARTED))


def _step(reached: Column, due: Column) -> Column:
    """1 reached, 0 not, -1 not due yet; who has reached a step was due."""
    return sa.case((reached, 1), (sa.func.coalesce(due, sa.false()), 0), else_=-1)


def _failed_after(ended: Column) -> Column:
    within = SUSTAINED_DAYS
    bad = sa.exists().where(
        incident.c.wbp_id == enrolment.c.wbp_id,
        incident.c.proven.is_(sa.true()),
        incident.c.occurred_on > ended,
        days_between(ended, incident.c.occurred_on) <= within,
    )
    again = sa.exists().where(
        returned.c.wbp_id == enrolment.c.wbp_id,
        returned.c.offence_on > ended,
        days_between(ended, returned.c.offence_on) <= within,
    )
    return sa.or_(bad, again)
