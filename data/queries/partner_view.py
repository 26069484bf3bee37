"""How often each participant of a partner's own cohorts came, by participant number."""

from datetime import date
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.agreement_page import Key
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_period, sessions_held
from data.queries.tables import (
    attendance,
    attendance_mark,
    cohort,
    enrolment,
    programme,
    programme_session,
    unit,
)
from data.queries.terms import agreements_with_terms

UNIT_CODE = "unit_code"
COHORT_CODE = "cohort_code"
PROGRAMME_NAME = "programme_name"
PARTICIPANT = "participant"
ATTENDED = "attended"
EXPECTED = "expected"
PARTICIPANTS = (UNIT_CODE, COHORT_CODE, PROGRAMME_NAME, PARTICIPANT, ATTENDED, EXPECTED)


def participants_of_partner(
    session: Session, filter: Filter, key: Key, *, as_of: date
) -> pd.DataFrame:
    """One row a numbered participant of the partner's cohorts with marks: columns PARTICIPANTS.

    Only cohorts under agreements whose data terms are valid on the day `as_of`, and nothing
    that would say who somebody is or why they were absent.
    """
    marks = {ATTENDED: attendance_mark.c.attended, EXPECTED: attendance_mark.c.expected}
    sums = [sa.func.sum(sa.case((flag, 1), else_=0)) for flag in marks.values()]
    keys = (unit.c.code, cohort.c.code, programme.c.name, enrolment.c.number)
    statement: sa.Select[Any] = (
        sa.select(*keys, *sums)
        .select_from(attendance)
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .join(programme_session, programme_session.c.id == attendance.c.session_id)
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(unit, unit.c.id == cohort.c.unit_id)
        .where(
            sessions_held(filter), in_period(programme_session.c.held_on, filter),
            cohort.c.agreement_id.in_(agreements_with_terms(key, as_of)),
            enrolment.c.number.is_not(None),
        )
        .group_by(*keys)
        .order_by(*keys)
    )  # fmt: skip
    return frame(session, statement, PARTICIPANTS)
