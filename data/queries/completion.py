"""Who started, and who reached the end with enough of the programme, in cohorts that closed."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dosages import closed_in_period, dosage_flags, enrolment_dosages
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.tables import cohort, unit

STARTED = "started"
COMPLETED = "completed"  # reached the end with at least the minimum dosage
BELOW_DOSAGE = "below_dosage"  # reached the end, and surely with less than that
UNKNOWN = "unknown"  # reached the end; unrecorded person-sessions decide about the dosage

COUNTS = (STARTED, COMPLETED, BELOW_DOSAGE, UNKNOWN)

UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
BY_UNIT = (UNIT_CODE, UNIT_NAME, *COUNTS)
AGREEMENT = "agreement_id"
BY_AGREEMENT = (AGREEMENT, *COUNTS)


def completion_counts(session: Session, filter: Filter) -> pd.DataFrame:
    """One row over the cohorts that ended in the period: columns COUNTS.

    A cohort that was broken off is closed too: those who had started did not complete. A
    dosage is minutes received of minutes planned, or sessions where no length is known.
    """
    dose = enrolment_dosages(closed_in_period(filter)).subquery()
    return frame(session, sa.select(*_sums(dose)).select_from(dose), COUNTS)


def completion_by_unit(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a unit with cohorts that ended in the period, by name: columns BY_UNIT."""
    dose = enrolment_dosages(closed_in_period(filter)).subquery()
    statement = (
        sa.select(unit.c.code, unit.c.name, *_sums(dose))
        .select_from(dose)
        .join(cohort, cohort.c.id == dose.c.cohort_id)
        .join(unit, unit.c.id == cohort.c.unit_id)
        .group_by(unit.c.code, unit.c.name)
        .order_by(unit.c.name, unit.c.code)
    )
    return frame(session, statement, BY_UNIT)


def completion_by_agreement(session: Session, filter: Filter) -> pd.DataFrame:
    """One row an agreement with cohorts that ended in the period: columns BY_AGREEMENT."""
    dose = enrolment_dosages(closed_in_period(filter)).subquery()
    statement = (
        sa.select(cohort.c.agreement_id, *_sums(dose))
        .select_from(dose)
        .join(cohort, cohort.c.id == dose.c.cohort_id)
        .where(cohort.c.agreement_id.is_not(None))
        .group_by(cohort.c.agreement_id)
    )
    return frame(session, statement, BY_AGREEMENT)


def _sums(dose: sa.Subquery) -> "list[sa.ColumnElement[Any]]":
    flags = {STARTED: sa.true(), **dosage_flags(dose)}
    return [
        sa.func.coalesce(sa.func.sum(sa.case((flag, 1), else_=0)), 0).label(name)
        for name, flag in flags.items()
    ]
