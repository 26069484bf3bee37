"""People in care by the hours they received in a period."""

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.in_care import people_in_care
from data.queries.tables import cohort, programme
from data.queries.tallies import participant_sums

ELIGIBLE = "eligible"
ENOUGH = "enough"  # surely received the hours
POSSIBLE = "possible"  # unrecorded attendance or unknown lengths decide
_MINUTES = ("minutes", "lengthless", "open_minutes", "open_lengthless")
COUNTS = (ELIGIBLE, ENOUGH, POSSIBLE)


def hours_counts(session: Session, filter: Filter, *, hours: int) -> pd.DataFrame:
    """One row: columns COUNTS. A length is the mark's, else the session's, else the planned one."""
    care = people_in_care(filter).subquery()
    person = _minutes(filter)
    received, open_ = (sa.func.coalesce(person.c[name], 0) for name in ("received", "open"))
    blank = sa.func.coalesce(person.c.blank, 0) > 0
    needed = 60 * hours
    could = sa.and_(received < needed, sa.or_(received + open_ >= needed, blank))
    statement = (
        sa.select(
            sa.func.count(),
            sa.func.coalesce(sa.func.sum(sa.case((received >= needed, 1), else_=0)), 0),
            sa.func.coalesce(sa.func.sum(sa.case((could, 1), else_=0)), 0),
        )
        .select_from(care)
        .outerjoin(person, person.c.wbp_id == care.c.wbp_id)
    )
    return frame(session, statement, COUNTS)


def _minutes(filter: Filter) -> sa.Subquery:
    """Per person: minutes received, minutes that blanks could add, and attended ones unknown."""
    rows = participant_sums(filter, *_MINUTES)
    planned = sa.func.coalesce(cohort.c.planned_minutes, programme.c.planned_minutes)
    length = sa.func.coalesce(planned, 0)
    blank = sa.case((planned.is_(None), rows.c.lengthless + rows.c.open_lengthless), else_=0)
    return (
        sa.select(
            rows.c.wbp_id,
            sa.func.sum(rows.c.minutes + rows.c.lengthless * length).label("received"),
            sa.func.sum(rows.c.open_minutes + rows.c.open_lengthless * length).label("open"),
            sa.func.sum(blank).label("blank"),
        )
        .select_from(rows)
        .join(cohort, cohort.c.id == rows.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .group_by(rows.c.wbp_id)
        .subquery()
    )
