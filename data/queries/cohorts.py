"""Cohorts by the codes that people type."""

import sqlalchemy as sa
from sqlmodel import Session

from data.queries.tables import cohort, unit


def cohort_is_known(session: Session, unit_code: str, cohort_code: str) -> bool:
    """Whether the unit has a cohort of this code."""
    statement = (
        sa.select(cohort.c.id)
        .join(unit, unit.c.id == cohort.c.unit_id)
        .where(unit.c.code == unit_code, cohort.c.code == cohort_code)
    )
    return session.execute(statement).first() is not None
