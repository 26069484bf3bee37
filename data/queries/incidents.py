"""Incidents and days in custody before, during and after a programme, of the same people."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import days_between
from data.queries.dosages import CERTAINLY_STARTED
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import in_field, in_period, in_units
from data.queries.tables import cohort, custody, enrolment, incident
from models.codes import CLIENT_STATUSES

WINDOW_DAYS = 90  # before the start and after the end

PERSON = "wbp_id"
BEFORE, DURING, AFTER = "before", "during", "after"
PHASES = (BEFORE, DURING, AFTER)
EVENTS = "events"
DAYS = "days"
ALLEGED = "alleged"
PHASE = "phase"
ROWS = (PERSON, PHASE, EVENTS, DAYS, ALLEGED)

Column = sa.ColumnElement[Any]


def incidents_by_phase(session: Session, filter: Filter, *, as_of: date) -> pd.DataFrame:
    """Three rows a person with an enrolment that ended in the period, followed for 90 days: ROWS.

    `days` are those in an institution, the first day in, the last day out not; `events` are
    proven entries on such a day, `alleged` the others. Of several enrolments the first to end
    counts, so that no entry is told twice. Rows leave the database because errors are by person.
    """
    followed = _followed(filter, as_of).subquery()
    spans = sa.union_all(*(_span(followed, phase) for phase in PHASES)).subquery()
    stays = _stays(spans)
    seen = _entries(spans)
    statement = (
        sa.select(
            spans.c.wbp_id,
            spans.c.phase,
            sa.func.coalesce(seen.c.proven, 0),
            sa.func.coalesce(stays.c.days, 0),
            sa.func.coalesce(seen.c.alleged, 0),
        )
        .outerjoin(stays, sa.and_(stays.c.wbp_id == spans.c.wbp_id, stays.c.phase == spans.c.phase))
        .outerjoin(seen, sa.and_(seen.c.wbp_id == spans.c.wbp_id, seen.c.phase == spans.c.phase))
        .order_by(spans.c.wbp_id, spans.c.phase)
    )
    return frame(session, statement, ROWS)


def _followed(filter: Filter, as_of: date) -> "sa.Select[Any]":
    """wbp_id, and the days on which each person's first programme of the period began and ended."""
    began = sa.func.coalesce(enrolment.c.started_on, cohort.c.starts_on)
    ended = sa.func.coalesce(enrolment.c.ended_on, cohort.c.ends_on)
    place = sa.func.row_number().over(
        partition_by=enrolment.c.wbp_id, order_by=(ended, enrolment.c.id)
    )
    ranked = (
        sa.select(
            enrolment.c.wbp_id, began.label("began"), ended.label("ended"), place.label("place")
        )
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .where(
            enrolment.c.wbp_id.is_not(None),
            sa.or_(enrolment.c.started_on.is_not(None), enrolment.c.status.in_(CERTAINLY_STARTED)),
            ended > began,
            in_period(ended, filter),
            ended <= as_of - timedelta(days=WINDOW_DAYS),
            in_units(cohort.c.unit_id, filter),
            in_field(cohort.c.id, filter),
        )
        .subquery()
    )
    return sa.select(ranked.c.wbp_id, ranked.c.began, ranked.c.ended).where(ranked.c.place == 1)


def _span(followed: sa.Subquery, phase: str) -> "sa.Select[Any]":
    """The people with the first day of the phase and the day after its last."""
    began, ended, window = followed.c.began, followed.c.ended, WINDOW_DAYS
    edges = {
        BEFORE: (began, -window, began, 0),
        DURING: (began, 0, ended, 0),
        AFTER: (ended, 0, ended, window),
    }
    start, shift, stop, reach = edges[phase]
    return sa.select(
        followed.c.wbp_id,
        sa.literal(phase).label("phase"),
        start.label("start"),
        sa.literal(shift).label("shift"),
        stop.label("stop"),
        sa.literal(reach).label("reach"),
    )


def _inside(spans: sa.Subquery, day: Column) -> Column:
    """Whether `day` lies in the phase, in days from its edges."""
    return sa.and_(
        days_between(spans.c.start, day) >= spans.c.shift,
        days_between(spans.c.stop, day) < spans.c.reach,
    )


def _stays(spans: sa.Subquery) -> sa.Subquery:
    """Days in an institution within each phase."""
    length = days_between(spans.c.start, spans.c.stop) + spans.c.reach - spans.c.shift
    entered = days_between(spans.c.start, custody.c.started_on) - spans.c.shift
    left = days_between(spans.c.start, custody.c.ended_on) - spans.c.shift
    first = sa.case((entered > 0, entered), else_=0)
    last = sa.case((left < length, left), else_=length)
    days = sa.case((last > first, last - first), else_=0)
    return (
        sa.select(spans.c.wbp_id, spans.c.phase, sa.func.sum(days).label("days"))
        .join(custody, custody.c.wbp_id == spans.c.wbp_id)
        .where(custody.c.legal_status.not_in(CLIENT_STATUSES))
        .group_by(spans.c.wbp_id, spans.c.phase)
        .subquery()
    )


def _entries(spans: sa.Subquery) -> sa.Subquery:
    day = incident.c.occurred_on
    held = sa.exists().where(
        custody.c.wbp_id == incident.c.wbp_id,
        custody.c.legal_status.not_in(CLIENT_STATUSES),
        custody.c.started_on <= day,
        sa.or_(custody.c.ended_on.is_(None), custody.c.ended_on > day),
    )
    proven = incident.c.proven.is_(sa.true())
    return (
        sa.select(
            spans.c.wbp_id,
            spans.c.phase,
            sa.func.sum(sa.case((proven, 1), else_=0)).label("proven"),
            sa.func.sum(sa.case((incident.c.proven.is_(None), 1), else_=0)).label("alleged"),
        )
        .join(incident, incident.c.wbp_id == spans.c.wbp_id)
        .where(_inside(spans, day), held)
        .group_by(spans.c.wbp_id, spans.c.phase)
        .subquery()
    )
