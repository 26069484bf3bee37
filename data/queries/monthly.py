"""What a unit held in a period, programme kind by programme kind: days, meetings, people, teachers.

Days and people are counted once in a line, so that the line of all kinds is not a sum of the
others: it is counted by itself, with the key `ALL`.
"""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_field, in_period, in_units, sessions_held
from data.queries.tables import (
    activity,
    agreement,
    attendance,
    attendance_mark,
    code,
    cohort,
    enrolment,
    programme,
    programme_session,
    unit,
)
from models.codes import SessionStatus

ALL = ""
KIND = "kind"
DAYS = "days"
SESSIONS = "sessions"
RECORDED = "recorded"  # meetings with at least one mark
CANCELLED = "cancelled"
PLANNED = "planned"  # meetings whose day has a place in the month, and which nobody reported held
HELD = (KIND, DAYS, SESSIONS, RECORDED)
NOT_HELD = (KIND, CANCELLED, PLANNED)

PEOPLE = "people"
OFFICERS = "officers"
ATTENDED = (KIND, PEOPLE, OFFICERS)

TEACHER = "teacher"  # the code of a kind of facilitator; None where it was not written down
TEACHERS = "teachers"  # distinct names
UNNAMED = "unnamed"  # meetings without a name
TAUGHT = (KIND, TEACHER, TEACHERS, UNNAMED)

LABEL_ID, LABEL_EN = "label_id", "label_en"
LABELS = (KIND, LABEL_ID, LABEL_EN)

HELD_ON, NUMBER, TITLE, AGREEMENT, UNIT_NAME = "held_on", "number", "title", "agreement", "unit"
REACHED_OFFICERS = "reached_officers"
REACHED_COMMUNITY = "reached_community"
REACHED_WBP = "reached_wbp"
REACHED = (REACHED_OFFICERS, REACHED_COMMUNITY, REACHED_WBP)
GRADE = "grade"
ACTIVITIES = (HELD_ON, NUMBER, LABEL_ID, LABEL_EN, TITLE, AGREEMENT, UNIT_NAME, *REACHED, GRADE)

KIND_LIST, ACTIVITY_LIST = "jenis_program", "jenis_kegiatan"


def held_by_kind(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a kind with meetings held, and one for ALL: columns HELD."""
    marked = sa.exists().where(attendance.c.session_id == programme_session.c.id)

    statement = _of_meetings(
        filter,
        sa.func.count(programme_session.c.held_on.distinct()),
        sa.func.count(),
        sa.func.coalesce(sa.func.sum(sa.case((marked, 1), else_=0)), 0),
    )
    return _both(session, statement, HELD)


def not_held_by_kind(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a kind with meetings called off or only planned, and one for ALL: NOT_HELD."""
    status = programme_session.c.status
    statement = (
        sa.select(
            *(
                sa.func.coalesce(sa.func.sum(sa.case((status == one, 1), else_=0)), 0)
                for one in (SessionStatus.BATAL, SessionStatus.RENCANA)
            )
        )
        .select_from(_meetings())
        .where(
            status != SessionStatus.TERLAKSANA,
            in_units(programme_session.c.unit_id, filter),
            in_field(programme_session.c.cohort_id, filter),
            in_period(programme_session.c.held_on, filter),
        )
    )
    return _both(session, statement, NOT_HELD)


def attended_by_kind(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a kind with meetings held, and one for ALL: columns ATTENDED (people, not marks)."""
    came = attendance_mark.c.attended

    statement = (
        sa.select(
            sa.func.count(sa.case((came, enrolment.c.wbp_id)).distinct()),
            sa.func.count(sa.case((came, enrolment.c.officer_id)).distinct()),
        )
        .select_from(
            _meetings()
            .join(attendance, attendance.c.session_id == programme_session.c.id)
            .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
            .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        )
        .where(sessions_held(filter), in_period(programme_session.c.held_on, filter))
    )
    return _both(session, statement, ATTENDED)


def taught_by_kind(session: Session, filter: Filter) -> pd.DataFrame:
    """One row a kind and kind of facilitator, and those for ALL: columns TAUGHT."""
    name = sa.func.lower(sa.func.trim(programme_session.c.facilitator))

    statement = _of_meetings(
        filter,
        programme_session.c.facilitator_kind,
        sa.func.count(name.distinct()),
        sa.func.sum(sa.case((name.is_(None), 1), else_=0)),
    ).group_by(programme_session.c.facilitator_kind)
    return _both(session, statement, TAUGHT)


def kind_labels(session: Session) -> pd.DataFrame:
    """One row a kind of programme, in the order of its list: columns LABELS."""
    statement = (
        sa.select(code.c.code, code.c.label_id, code.c.label_en)
        .where(code.c.list == KIND_LIST)
        .order_by(code.c.order, code.c.code)
    )
    return frame(session, statement, LABELS)


def activities_held(session: Session, filter: Filter) -> pd.DataFrame:
    """One row an activity under an agreement, outside cohorts, by day: columns ACTIVITIES."""
    named = sa.and_(code.c.list == ACTIVITY_LIST, code.c.code == activity.c.kind)
    statement = (
        sa.select(
            activity.c.held_on, activity.c.number, code.c.label_id, code.c.label_en,
            activity.c.title, agreement.c.code, unit.c.name,
            *(activity.c[name] for name in REACHED), activity.c.grade,
        )
        .join(agreement, agreement.c.id == activity.c.agreement_id)
        .join(unit, unit.c.id == activity.c.unit_id)
        .join(code, named)
        .where(in_units(activity.c.unit_id, filter), in_period(activity.c.held_on, filter))
        .order_by(activity.c.held_on, unit.c.name, agreement.c.code, activity.c.number)
    )  # fmt: skip
    return frame(session, statement, ACTIVITIES)


def _meetings() -> sa.Join:
    return programme_session.join(cohort, cohort.c.id == programme_session.c.cohort_id).join(
        programme, programme.c.id == cohort.c.programme_id
    )


def _of_meetings(filter: Filter, *counts: Any) -> "sa.Select[Any]":
    return (
        sa.select(*counts)
        .select_from(_meetings())
        .where(sessions_held(filter), in_period(programme_session.c.held_on, filter))
    )


def _both(session: Session, statement: Any, names: tuple[str, ...]) -> pd.DataFrame:
    """The counts of `statement` by kind, then for all kinds together."""
    kind = programme.c.kind
    found = frame(session, statement.with_only_columns(kind, *statement.selected_columns)
                  .group_by(kind), names)  # fmt: skip
    everything = frame(session, statement, names[1:])
    everything.insert(0, KIND, ALL)
    return pd.concat([found, everything], ignore_index=True)
