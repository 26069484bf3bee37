"""People in care by the hours they received in a period."""

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.due import person_sessions
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.in_care import people_in_care
from data.queries.scope import in_period, sessions_held
from data.queries.tables import cohort, enrolment, programme, programme_session

ELIGIBLE = "eligible"
ENOUGH = "enough"  # surely received the hours
POSSIBLE = "possible"  # unrecorded attendance or unknown lengths decide
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
    rows = person_sessions(
        sa.and_(sessions_held(filter), in_period(programme_session.c.held_on, filter))
    )
    planned = sa.func.coalesce(cohort.c.planned_minutes, programme.c.planned_minutes)
    lasts = sa.func.coalesce(rows.c.session_minutes, planned)
    got = sa.func.coalesce(rows.c.minutes, lasts)
    return (
        sa.select(
            rows.c.wbp_id,
            sa.func.sum(sa.case((rows.c.attended == 1, sa.func.coalesce(got, 0)), else_=0)).label(
                "received"
            ),
            sa.func.sum(
                sa.case((rows.c.unrecorded == 1, sa.func.coalesce(lasts, 0)), else_=0)
            ).label("open"),
            sa.func.sum(
                sa.case(
                    (sa.and_(rows.c.attended + rows.c.unrecorded > 0, got.is_(None)), 1), else_=0
                )
            ).label("blank"),
        )
        .join(enrolment, enrolment.c.id == rows.c.enrolment_id)
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .group_by(rows.c.wbp_id)
        .subquery()
    )
