"""What was delivered under an agreement or by a partner: cohorts, meetings, activities."""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.agreement_page import Key
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_field, in_period, in_units, sessions_held
from data.queries.tables import (
    activity,
    agreement,
    attendance,
    attendance_mark,
    cohort,
    enrolment,
    programme,
    programme_session,
    unit,
)

AGREEMENT = "agreement_id"
UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
COHORT_CODE = "cohort_code"
PROGRAMME_NAME = "programme_name"
FIELD = "field"
SUPPORTS = "supports"
STATUS = "status"
STARTS_ON = "starts_on"
ENDS_ON = "ends_on"
SESSIONS = "sessions"
HELD_ON = "held_on"
NUMBER = "number"
TOPIC = "topic"
MINUTES = "minutes"
FACILITATOR_KIND = "facilitator_kind"
ATTENDED = "attended"
EXPECTED = "expected"
COMMUNITY = "community"
OFFICERS = "officers"
WBP = "wbp"
KIND = "kind"
TITLE = "title"
EVIDENCE = "evidence"
GRADE = "grade"
UNKNOWN_OFFICERS = "unknown_officers"
UNKNOWN_COMMUNITY = "unknown_community"
UNKNOWN_WBP = "unknown_wbp"
ACTIVITIES = "activities"

COHORTS = (
    UNIT_CODE, UNIT_NAME, COHORT_CODE, PROGRAMME_NAME, FIELD, SUPPORTS, STATUS, STARTS_ON,
    ENDS_ON, SESSIONS,
)  # fmt: skip
MEETINGS = (
    HELD_ON, UNIT_CODE, UNIT_NAME, COHORT_CODE, PROGRAMME_NAME, NUMBER, TOPIC, MINUTES,
    FACILITATOR_KIND, ATTENDED, EXPECTED, COMMUNITY,
)  # fmt: skip
EVENTS = (HELD_ON, UNIT_CODE, UNIT_NAME, KIND, TITLE, OFFICERS, COMMUNITY, WBP, EVIDENCE, GRADE)
PILLARS = (
    AGREEMENT, SESSIONS, OFFICERS, COMMUNITY, WBP, UNKNOWN_OFFICERS, UNKNOWN_COMMUNITY, UNKNOWN_WBP,
)  # fmt: skip
GRADES = (
    AGREEMENT, GRADE, ACTIVITIES, OFFICERS, COMMUNITY, WBP, UNKNOWN_OFFICERS, UNKNOWN_COMMUNITY,
    UNKNOWN_WBP,
)  # fmt: skip


def cohorts_delivered(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a cohort, whatever the period, the newest first: columns COHORTS."""
    held = (
        sa.select(programme_session.c.cohort_id, sa.func.count().label("n"))
        .where(sessions_held(filter))
        .group_by(programme_session.c.cohort_id)
        .subquery()
    )
    statement = (
        sa.select(
            unit.c.code, unit.c.name, cohort.c.code, programme.c.name, programme.c.field,
            programme.c.supports, cohort.c.status, cohort.c.starts_on, cohort.c.ends_on,
            sa.func.coalesce(held.c.n, 0),
        )
        .join(unit, unit.c.id == cohort.c.unit_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .outerjoin(held, held.c.cohort_id == cohort.c.id)
        .where(in_field(cohort.c.id, filter), in_units(cohort.c.unit_id, filter))
        .order_by(cohort.c.starts_on.desc(), unit.c.code, cohort.c.code)
    )  # fmt: skip
    return frame(session, statement, COHORTS)


def meetings_delivered(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a session held in the period, the newest first: columns MEETINGS.

    `attended` of `expected` participants with a mark; both missing where none is recorded.
    """
    marks = (
        sa.select(
            attendance.c.session_id,
            _sum_where(attendance_mark.c.attended).label("attended"),
            _sum_where(attendance_mark.c.expected).label("expected"),
        )
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .join(programme_session, programme_session.c.id == attendance.c.session_id)
        .where(sessions_held(filter), in_period(programme_session.c.held_on, filter))
        .group_by(attendance.c.session_id)
        .subquery()
    )
    statement = (
        sa.select(
            programme_session.c.held_on, unit.c.code, unit.c.name, cohort.c.code,
            programme.c.name, programme_session.c.number, programme_session.c.topic,
            programme_session.c.minutes, programme_session.c.facilitator_kind,
            marks.c.attended, marks.c.expected, programme_session.c.community_present,
        )
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(unit, unit.c.id == programme_session.c.unit_id)
        .outerjoin(marks, marks.c.session_id == programme_session.c.id)
        .where(sessions_held(filter), in_period(programme_session.c.held_on, filter))
        .order_by(programme_session.c.held_on.desc(), unit.c.code, cohort.c.code,
                  programme_session.c.number)
    )  # fmt: skip
    return frame(session, statement, MEETINGS)


def events_delivered(session: Session, filter: Filter, key: Key) -> pd.DataFrame:
    """One row an activity under the agreement in the period, the newest first: columns EVENTS."""
    statement = (
        sa.select(
            activity.c.held_on, unit.c.code, unit.c.name, activity.c.kind, activity.c.title,
            activity.c.reached_officers, activity.c.reached_community, activity.c.reached_wbp,
            activity.c.evidence, activity.c.grade,
        )
        .join(unit, unit.c.id == activity.c.unit_id)
        .where(_under(key, filter))
        .order_by(activity.c.held_on.desc(), unit.c.code, activity.c.number)
    )  # fmt: skip
    return frame(session, statement, EVENTS)


def people_by_pillar(session: Session, filter: Filter) -> pd.DataFrame:
    """One row an agreement with sessions held in the period: columns PILLARS.

    Officers and WBP are people who attended once or more; community is present persons summed
    over sessions. `unknown_...` are sessions without any mark, and without a community count.
    """
    held = (
        sa.select(
            programme_session.c.id, programme_session.c.community_present, cohort.c.agreement_id,
            sa.exists().where(attendance.c.session_id == programme_session.c.id).label("marked"),
        )
        .join(cohort, cohort.c.id == programme_session.c.cohort_id)
        .where(
            sessions_held(filter), in_period(programme_session.c.held_on, filter),
            cohort.c.agreement_id.is_not(None),
        )
        .cte()
    )  # fmt: skip
    came = (
        sa.select(
            held.c.agreement_id,
            sa.func.count(enrolment.c.officer_id.distinct()).label("officers"),
            sa.func.count(enrolment.c.wbp_id.distinct()).label("wbp"),
        )
        .join(attendance, attendance.c.session_id == held.c.id)
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .where(attendance_mark.c.attended)
        .group_by(held.c.agreement_id)
        .subquery()
    )
    officers, wbp = (sa.func.coalesce(count, 0) for count in (came.c.officers, came.c.wbp))
    unmarked, uncounted = ~held.c.marked, held.c.community_present.is_(None)
    statement = (
        sa.select(
            held.c.agreement_id, sa.func.count(), officers,
            sa.func.sum(held.c.community_present), wbp,
            _count_where(unmarked), _count_where(uncounted), _count_where(unmarked),
        )
        .outerjoin(came, came.c.agreement_id == held.c.agreement_id)
        .group_by(held.c.agreement_id, came.c.officers, came.c.wbp)
    )  # fmt: skip
    return frame(session, statement, PILLARS)


def people_by_grade(session: Session, filter: Filter, key: Key | None = None) -> pd.DataFrame:
    """One row an agreement and grade of its activities in the period: columns GRADES.

    Sums are missing where no activity tells; `unknown_...` are activities that do not tell.
    """
    reached = (activity.c.reached_officers, activity.c.reached_community, activity.c.reached_wbp)
    grade = (activity.c.agreement_id, activity.c.grade)
    statement = (
        sa.select(
            *grade, sa.func.count(), *(sa.func.sum(count) for count in reached),
            *(_count_where(count.is_(None)) for count in reached),
        )
        .where(_under(key, filter))
        .group_by(*grade)
        .order_by(*grade)
    )  # fmt: skip
    return frame(session, statement, GRADES)


def _under(key: Key | None, filter: Filter) -> "sa.ColumnElement[bool]":
    """Activities of the agreement (of any, without a key) in the period and the chosen units.

    They have no field.
    """
    there = sa.and_(in_period(activity.c.held_on, filter), in_units(activity.c.unit_id, filter))
    if key is None:
        return sa.and_(there, activity.c.agreement_id.is_not(None))
    owner = unit.alias("owner")
    wanted = (
        sa.select(agreement.c.id)
        .join(owner, owner.c.id == agreement.c.owner_id)
        .where(owner.c.code == key.owner, agreement.c.code == key.code)
    )
    return sa.and_(there, activity.c.agreement_id.in_(wanted))


def _sum_where(flag: "sa.ColumnElement[Any]") -> "sa.ColumnElement[Any]":
    return sa.func.sum(sa.case((flag, 1), else_=0))


def _count_where(flag: "sa.ColumnElement[Any]") -> "sa.ColumnElement[Any]":
    return sa.func.coalesce(_sum_where(flag), 0)
