"""Programmes with their cohorts, places, meetings and reasons to leave: counts, never persons."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.due import LEFT_EARLY, NOT_YET_IN, person_sessions
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import HELD, in_field, in_period, in_units
from data.queries.tables import cohort, enrolment, programme, programme_session, unit
from models.codes import EnrolmentStatus

OWNER_CODE = "owner_code"
CODE = "programme_code"
NAME = "programme_name"
FIELD = "field"
KIND = "kind"
SUPPORTS = "supports"
CERTIFIED = "gives_certificate"
PLANNED = "planned_sessions"
MINIMUM = "minimum_dosage"
COHORTS = "cohorts"
PEOPLE = "people"
WAITING = "waiting"
CATALOGUE = (
    OWNER_CODE, CODE, NAME, FIELD, KIND, SUPPORTS, CERTIFIED, PLANNED, MINIMUM, COHORTS, PEOPLE,
    WAITING,
)  # fmt: skip

UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
COHORT_CODE = "cohort_code"
STATUS = "status"
ASSIGNMENT = "assignment"
STARTS_ON = "starts_on"
ENDS_ON = "ends_on"
CAPACITY = "capacity"
PLACES = "places"  # enrolled, whatever became of them; not waiting, not lost in a draw
NOT_DRAWN = "not_drawn"
FINISHED = "finished"  # reached the end, whatever the dosage
CERTIFICATES = "certificates"
SESSIONS = "sessions"  # held so far
RUNS = (
    UNIT_CODE, UNIT_NAME, COHORT_CODE, STATUS, ASSIGNMENT, STARTS_ON, ENDS_ON, CAPACITY, PLACES,
    WAITING, NOT_DRAWN, FINISHED, CERTIFICATES, SESSIONS, PLANNED,
)  # fmt: skip

NUMBER = "number"
HELD_ON = "held_on"
ATTENDED = "attended"
EXPECTED = "expected"
UNRECORDED = "unrecorded"
MEETINGS = (UNIT_CODE, COHORT_CODE, STARTS_ON, NUMBER, HELD_ON, ATTENDED, EXPECTED, UNRECORDED)

REASON = "reason"
LEAVING = (REASON, PEOPLE)

Column = sa.ColumnElement[Any]
_AT_END = (EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI, EnrolmentStatus.TIDAK_LULUS)


def catalogue(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a programme with cohorts in the period, by name: columns CATALOGUE."""
    owner = unit.alias("owner")
    places = _places(_running(filter))
    statement = (
        sa.select(
            owner.c.code, programme.c.code, programme.c.name, programme.c.field, programme.c.kind,
            programme.c.supports, programme.c.gives_certificate, programme.c.planned_sessions,
            programme.c.minimum_dosage, sa.func.count(cohort.c.id),
            sa.func.coalesce(sa.func.sum(places.c[PLACES]), 0),
            sa.func.coalesce(sa.func.sum(places.c[WAITING]), 0),
        )
        .join(owner, owner.c.id == programme.c.owner_id)
        .join(cohort, cohort.c.programme_id == programme.c.id)
        .outerjoin(places, places.c.cohort_id == cohort.c.id)
        .where(_running(filter))
        .group_by(owner.c.code, programme.c.id)
        .order_by(programme.c.name, owner.c.code, programme.c.code)
    )  # fmt: skip
    return frame(session, statement, CATALOGUE)


def runs(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a cohort in the period, the newest first: columns RUNS."""
    places = _places(_running(filter))
    held = (
        sa.select(programme_session.c.cohort_id, sa.func.count().label(SESSIONS))
        .where(HELD)
        .group_by(programme_session.c.cohort_id)
        .subquery()
    )
    counted = (PLACES, WAITING, NOT_DRAWN, FINISHED, CERTIFICATES)
    statement = (
        sa.select(
            unit.c.code, unit.c.name, cohort.c.code, cohort.c.status, cohort.c.assignment,
            cohort.c.starts_on, cohort.c.ends_on, cohort.c.capacity,
            *(sa.func.coalesce(places.c[name], 0) for name in counted),
            sa.func.coalesce(held.c[SESSIONS], 0),
            sa.func.coalesce(cohort.c.planned_sessions, programme.c.planned_sessions),
        )
        .join(unit, unit.c.id == cohort.c.unit_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .outerjoin(places, places.c.cohort_id == cohort.c.id)
        .outerjoin(held, held.c.cohort_id == cohort.c.id)
        .where(_running(filter))
        .order_by(cohort.c.starts_on.desc(), unit.c.code, cohort.c.code)
    )  # fmt: skip
    return frame(session, statement, RUNS)


def meetings(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a session held in the period, cohort by cohort, the newest first: MEETINGS.

    Person-sessions: attended of expected where marked, and those without a mark.
    """
    held = sa.and_(
        HELD,
        in_period(programme_session.c.held_on, filter),
        programme_session.c.cohort_id.in_(sa.select(cohort.c.id).where(_running(filter))),
    )
    rows = person_sessions(held)
    sums = (sa.func.sum(rows.c[name]) for name in (ATTENDED, EXPECTED, UNRECORDED))
    key = (
        unit.c.code, cohort.c.code, cohort.c.starts_on, programme_session.c.number,
        programme_session.c.held_on,
    )  # fmt: skip
    statement = (
        sa.select(*key, *sums)
        .select_from(rows)
        .join(programme_session, programme_session.c.id == rows.c.session_id)
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .join(unit, unit.c.id == cohort.c.unit_id)
        .group_by(*key)
        .order_by(cohort.c.starts_on.desc(), unit.c.code, cohort.c.code, programme_session.c.number)
    )
    return frame(session, statement, MEETINGS)


def reasons_to_leave(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a reason (its code; missing: none recorded) of those who left early in the period.

    Columns LEAVING, most first.
    """
    number = sa.func.count()
    statement = (
        sa.select(enrolment.c.exit_reason, number)
        .where(
            enrolment.c.wbp_id.is_not(None),
            enrolment.c.status.in_(LEFT_EARLY),
            in_period(enrolment.c.ended_on, filter),
            in_units(enrolment.c.unit_id, filter),
            in_field(enrolment.c.cohort_id, filter),
        )
        .group_by(enrolment.c.exit_reason)
        .order_by(number.desc(), enrolment.c.exit_reason)
    )
    return frame(session, statement, LEAVING)


def _running(filter: Filter) -> Column:
    """The condition on `cohort`: some of it lies in the period, or its days are not known."""
    return sa.and_(
        sa.or_(cohort.c.starts_on.is_(None), cohort.c.starts_on < filter.end),
        sa.or_(cohort.c.ends_on.is_(None), cohort.c.ends_on >= filter.start),
        in_units(cohort.c.unit_id, filter),
        in_field(cohort.c.id, filter),
    )


def _places(cohorts: Column) -> sa.Subquery:
    status = enrolment.c.status
    flags = {
        PLACES: status.not_in(NOT_YET_IN),
        WAITING: status == EnrolmentStatus.DAFTAR_TUNGGU,
        NOT_DRAWN: status == EnrolmentStatus.TIDAK_TERUNDI,
        FINISHED: status.in_(_AT_END),
        CERTIFICATES: enrolment.c.certificate_number.is_not(None),
    }
    sums = (sa.func.sum(sa.case((flag, 1), else_=0)).label(name) for name, flag in flags.items())
    return (
        sa.select(enrolment.c.cohort_id, *sums)
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .where(cohorts)
        .group_by(enrolment.c.cohort_id)
        .subquery()
    )
