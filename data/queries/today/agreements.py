"""Waiting work about agreements: those that end soon, and those that stand still."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from data.queries.covered import active_on
from data.queries.scope import HELD
from data.queries.tables import activity, agreement, cohort, programme_session
from data.queries.today.items import Column, at, items, since, until

SOON_DAYS = 90


def ending_agreements(unit: str | None, today: date) -> "sa.Select[Any]":
    """Active agreements that end within 90 days."""
    days = until(agreement.c.ends_on, today)
    return items(
        unit=agreement.c.owner_id, subject=_called(), day=agreement.c.ends_on, days=days,
        urgency=days,
    ).where(
        active_on(today), agreement.c.ends_on <= today + timedelta(days=SOON_DAYS),
        at(agreement.c.owner_id, unit),
    )  # fmt: skip


def quiet_agreements(unit: str | None, today: date) -> "sa.Select[Any]":
    """Active agreements with neither an activity nor a session held in this quarter.

    One that has never had any comes first.
    """
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    held, done = _held(today), _done(today)
    day = sa.case(
        (held.c.day.is_(None), done.c.day), (done.c.day.is_(None), held.c.day),
        (held.c.day > done.c.day, held.c.day), else_=done.c.day,
    )  # fmt: skip
    days = since(day, today)
    return (
        items(unit=agreement.c.owner_id, subject=_called(), day=day, days=days, urgency=-days)
        .outerjoin(held, held.c.agreement_id == agreement.c.id)
        .outerjoin(done, done.c.agreement_id == agreement.c.id)
        .where(active_on(today), at(agreement.c.owner_id, unit), sa.or_(day.is_(None), day < first))
    )


def _called() -> Column:
    """The number as signed; where it is not known, the code."""
    return sa.func.coalesce(agreement.c.number, agreement.c.code)


def _held(today: date) -> sa.Subquery:
    """The last session held under each agreement."""
    return (
        sa.select(cohort.c.agreement_id, sa.func.max(programme_session.c.held_on).label("day"))
        .join(programme_session, programme_session.c.cohort_id == cohort.c.id)
        .where(HELD, programme_session.c.held_on <= today, cohort.c.agreement_id.is_not(None))
        .group_by(cohort.c.agreement_id)
        .subquery()
    )


def _done(today: date) -> sa.Subquery:
    """The last activity recorded under each agreement."""
    return (
        sa.select(activity.c.agreement_id, sa.func.max(activity.c.held_on).label("day"))
        .where(activity.c.held_on <= today)
        .group_by(activity.c.agreement_id)
        .subquery()
    )
