"""What was counted towards each line of a work plan in a period: rows only, no reports.

A line counts the cohorts of its programme (or field) under the agreement and its addenda, and
the dated activities of its kind, at its unit and all below it if it names one. With a partner in
the filter only its own cohorts count. What falls
under two lines counts in both. Community and people at activities are sums of those present,
WBP and officers of sessions are different persons.
"""

from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import HELD, in_period
from data.queries.tables import (
    activity,
    agreement,
    attendance,
    attendance_mark,
    cohort,
    enrolment,
    planned_activity,
    programme,
    programme_session,
    unit,
    work_plan,
)
from data.queries.terms import partner_id
from models.codes import AgreementKind, EnrolmentStatus, Pillar

LINE = "line_id"
SESSIONS = "sessions"
UNMARKED = "unmarked"  # sessions without any mark
COMMUNITY = "community"
UNCOUNTED = "uncounted"  # sessions without a count of the community
WBP = "wbp"
OFFICERS = "officers"
MINUTES = "minutes"  # received by people of the line's pillar
UNTIMED = "untimed"  # their marks without any length
COMPLETIONS = "completions"  # people of the pillar whose status says so
CERTIFICATES = "certificates"
GRADE = "grade"
ACTIVITIES = "activities"
UNKNOWN_WBP, UNKNOWN_OFFICERS, UNKNOWN_COMMUNITY = (
    "unknown_wbp", "unknown_officers", "unknown_community",
)  # fmt: skip

HELD_COLUMNS = (LINE, SESSIONS, UNMARKED, COMMUNITY, UNCOUNTED)
CAME_COLUMNS = (LINE, WBP, OFFICERS, MINUTES, UNTIMED)
ENDED_COLUMNS = (LINE, COMPLETIONS, CERTIFICATES)
ACTIVITY_COLUMNS = (
    LINE, GRADE, ACTIVITIES, WBP, OFFICERS, COMMUNITY, UNKNOWN_WBP, UNKNOWN_OFFICERS,
    UNKNOWN_COMMUNITY,
)  # fmt: skip
COMPLETED = (EnrolmentStatus.LULUS, EnrolmentStatus.SELESAI)


def sessions_of_lines(session: Session, plan_id: int, filter: Filter) -> pd.DataFrame:
    """One row a line with sessions held in the period: columns HELD_COLUMNS."""
    runs = runs_of_lines(plan_id, filter.partner).subquery()
    marked = sa.exists().where(attendance.c.session_id == programme_session.c.id)
    present = programme_session.c.community_present
    statement = (
        sa.select(
            runs.c.line_id, sa.func.count(), _count_where(~marked), sa.func.sum(present),
            _count_where(present.is_(None)),
        )
        .join(runs, runs.c.cohort_id == programme_session.c.cohort_id)
        .where(HELD, in_period(programme_session.c.held_on, filter))
        .group_by(runs.c.line_id)
    )  # fmt: skip
    return frame(session, statement, HELD_COLUMNS)


def people_of_lines(session: Session, plan_id: int, filter: Filter) -> pd.DataFrame:
    """One row a line with attendance in the period: columns CAME_COLUMNS."""
    runs = runs_of_lines(plan_id, filter.partner).subquery()
    length = sa.func.coalesce(
        attendance.c.minutes, programme_session.c.minutes, cohort.c.planned_minutes,
        programme.c.planned_minutes,
    )  # fmt: skip
    ours = _of_pillar(runs.c.pillar)
    statement = (
        sa.select(
            runs.c.line_id,
            sa.func.count(enrolment.c.wbp_id.distinct()),
            sa.func.count(enrolment.c.officer_id.distinct()),
            sa.func.coalesce(sa.func.sum(sa.case((ours, length), else_=0)), 0),
            _count_where(sa.and_(ours, length.is_(None))),
        )
        .join(programme_session, programme_session.c.id == attendance.c.session_id)
        .join(runs, runs.c.cohort_id == programme_session.c.cohort_id)
        .join(cohort, cohort.c.id == runs.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(enrolment, enrolment.c.id == attendance.c.enrolment_id)
        .join(attendance_mark, attendance_mark.c.code == attendance.c.mark)
        .where(HELD, attendance_mark.c.attended, in_period(programme_session.c.held_on, filter))
        .group_by(runs.c.line_id)
    )
    return frame(session, statement, CAME_COLUMNS)


def endings_of_lines(session: Session, plan_id: int, filter: Filter) -> pd.DataFrame:
    """One row a line with participants who ended in the period: columns ENDED_COLUMNS.

    The day is the participant's, or else the cohort's.
    """
    runs = runs_of_lines(plan_id, filter.partner).subquery()
    ended = sa.func.coalesce(enrolment.c.ended_on, cohort.c.ends_on)
    statement = (
        sa.select(
            runs.c.line_id,
            _count_where(enrolment.c.status.in_(COMPLETED)),
            _count_where(enrolment.c.certificate_number.is_not(None)),
        )
        .join(runs, runs.c.cohort_id == enrolment.c.cohort_id)
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .where(_of_pillar(runs.c.pillar), in_period(ended, filter))
        .group_by(runs.c.line_id)
    )
    return frame(session, statement, ENDED_COLUMNS)


def activities_of_lines(session: Session, plan_id: int, filter: Filter) -> pd.DataFrame:
    """One row a line and grade of its activities in the period: columns ACTIVITY_COLUMNS."""
    reached = (activity.c.reached_wbp, activity.c.reached_officers, activity.c.reached_community)
    statement = (
        sa.select(
            planned_activity.c.id, activity.c.grade, sa.func.count(),
            *(sa.func.sum(count) for count in reached),
            *(_count_where(count.is_(None)) for count in reached),
        )
        .join(work_plan, work_plan.c.id == planned_activity.c.plan_id)
        .join(activity, activity.c.agreement_id.in_(_under()))
        .where(
            planned_activity.c.plan_id == plan_id,
            activity.c.kind == planned_activity.c.activity_kind,
            _at_its_unit(activity.c.unit_id), in_period(activity.c.held_on, filter),
        )
        .group_by(planned_activity.c.id, activity.c.grade)
    )  # fmt: skip
    return frame(session, statement, ACTIVITY_COLUMNS)


def runs_of_lines(plan_id: int, partner: tuple[str, str] | None = None) -> "sa.Select[Any]":
    """line_id, cohort_id and pillar: which cohorts (of a partner) count towards which line."""
    return (
        sa.select(
            planned_activity.c.id.label("line_id"), cohort.c.id.label("cohort_id"),
            planned_activity.c.pillar,
        )
        .join(work_plan, work_plan.c.id == planned_activity.c.plan_id)
        .join(cohort, cohort.c.agreement_id.in_(_under()))
        .join(programme, programme.c.id == cohort.c.programme_id)
        .where(
            planned_activity.c.plan_id == plan_id,
            sa.or_(
                planned_activity.c.programme_id == cohort.c.programme_id,
                planned_activity.c.field == programme.c.field,
            ),
            _at_its_unit(cohort.c.unit_id),
            sa.true() if partner is None else cohort.c.partner_id == partner_id(partner),
        )
    )  # fmt: skip


def _under() -> "sa.Select[Any]":
    """Ids of the plan's agreement and of its addenda."""
    addendum = sa.and_(
        agreement.c.parent_id == work_plan.c.agreement_id,
        agreement.c.kind == AgreementKind.ADENDUM,
    )
    return (
        sa.select(agreement.c.id)
        .where(sa.or_(agreement.c.id == work_plan.c.agreement_id, addendum))
        .correlate(work_plan)
    )


def _at_its_unit(column: "sa.ColumnElement[Any]") -> "sa.ColumnElement[bool]":
    """The condition that a unit's id is the planned one or below it; any where none is planned."""
    tree = sa.select(unit.c.id.label("top"), unit.c.id.label("id")).cte(recursive=True)
    below = unit.alias("below_planned")
    tree = tree.union(sa.select(tree.c.top, below.c.id).join(tree, below.c.parent_id == tree.c.id))
    lies_below = sa.select(tree.c.id).where(tree.c.top == planned_activity.c.unit_id)
    return sa.or_(planned_activity.c.unit_id.is_(None), column.in_(lies_below))


def _of_pillar(pillar: "sa.ColumnElement[Any]") -> "sa.ColumnElement[bool]":
    """The condition that an enrolment is one of the line's pillar; the community enrols nobody."""
    return sa.or_(
        sa.and_(pillar == Pillar.WBP, enrolment.c.wbp_id.is_not(None)),
        sa.and_(pillar == Pillar.PETUGAS, enrolment.c.officer_id.is_not(None)),
    )


def _count_where(flag: "sa.ColumnElement[Any]") -> "sa.ColumnElement[Any]":
    return sa.func.coalesce(sa.func.sum(sa.case((flag, 1), else_=0)), 0)
