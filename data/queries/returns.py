"""Releases, and new offences after them.

A release is the end of a stretch in an institution with an exit reason that sets a person free,
with no other stretch in an institution going on. Moving, dying and escaping are no releases.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import days_between
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.scope import HELD, in_field, in_period, in_units
from data.queries.tables import (
    attendance,
    attendance_mark,
    cohort,
    custody,
    enrolment,
    programme_session,
    returned,
    unit,
)
from models.codes import CLIENT_STATUSES, CohortAssignment, EnrolmentStatus, ReturnKind

NO_RELEASE = ("PINDAH", "MENINGGAL", "MELARIKAN_DIRI")

GROUP = "group"
RELEASED = "released"
RETURNED = "returned"
EXCLUDED = "excluded"
COUNTS = (GROUP, RELEASED, RETURNED, EXCLUDED)

PARTICIPANTS = "participants"
NOT_DRAWN = "not_drawn"
OTHERS = "others"
DRAWN = "drawn"


@dataclass(frozen=True)
class Follow:
    """How long, for what, and until when people are followed after release.

    With `proven` only convictions and proven arrests count, and the court gets `proof_days`
    more; nobody is counted before that time has passed as well.
    """

    within_days: int
    kinds: Sequence[ReturnKind]
    as_of: date
    proven: bool = True
    proof_days: int = 183

    @property
    def whole_days(self) -> int:
        """Days after release that must have passed."""
        return self.within_days + (self.proof_days if self.proven else 0)


def released_in_period(session: Session, filter: Filter, follow: Follow) -> pd.DataFrame:
    """People by their last release in the period, by group: columns COUNTS.

    Participants attended a session before that release; those not drawn in a lottery come
    next; the others did neither.
    """
    released = (
        releases()
        .where(in_period(custody.c.ended_on, filter), in_units(custody.c.unit_id, filter))
        .subquery()
    )
    person = (
        sa.select(released.c.wbp_id, sa.func.max(released.c.released_on).label("released_on"))
        .group_by(released.c.wbp_id)
        .subquery()
    )
    group = sa.case(
        (_attended_before_release(person, filter), PARTICIPANTS),
        (_not_drawn(person, filter), NOT_DRAWN),
        else_=OTHERS,
    )
    followed = sa.select(group.label("key"), person.c.wbp_id, person.c.released_on).subquery()
    return frame(session, _counts(followed, follow), COUNTS)


def lottery_arms(
    session: Session, unit_code: str, cohort_code: str, follow: Follow
) -> pd.DataFrame:
    """The two arms of a recorded lottery, all who were in the draw: columns COUNTS.

    The release is the last one before a person's first new offence since the cohort began, or
    before `as_of`. Empty for a cohort whose places were not drawn.
    """
    last = drawn_releases(unit_code, cohort_code, follow)
    return frame(session, _counts(last, follow), COUNTS)


def drawn_releases(unit_code: str, cohort_code: str, follow: Follow) -> sa.Subquery:
    """All in the draw of a lottery who were released: key (the arm), wbp_id, released_on."""
    offence = returned.alias("first_offence")
    entered = _in_the_draw(unit_code, cohort_code).subquery()
    first_offence = (
        sa.select(sa.func.min(offence.c.offence_on))
        .where(
            offence.c.wbp_id == entered.c.wbp_id,
            counts_as_return(offence, follow),
            sa.or_(entered.c.began.is_(None), offence.c.offence_on >= entered.c.began),
        )
        .scalar_subquery()
    )
    until = sa.select(
        entered.c.key,
        entered.c.wbp_id,
        sa.func.coalesce(first_offence, sa.literal(follow.as_of, sa.Date)).label("until"),
    ).subquery()
    released = releases().subquery()
    return (
        sa.select(
            until.c.key, until.c.wbp_id, sa.func.max(released.c.released_on).label("released_on")
        )
        .join(released, released.c.wbp_id == until.c.wbp_id)
        .where(released.c.released_on <= until.c.until)
        .group_by(until.c.key, until.c.wbp_id)
        .subquery()
    )


def _in_the_draw(unit_code: str, cohort_code: str) -> "sa.Select[Any]":
    """All in the draw; not who left the waiting list before it, where its day is recorded."""
    not_drawn = enrolment.c.status == EnrolmentStatus.TIDAK_TERUNDI
    return (
        sa.select(
            sa.case((not_drawn, NOT_DRAWN), else_=DRAWN).label("key"),
            enrolment.c.wbp_id,
            sa.func.coalesce(cohort.c.starts_on, enrolment.c.enrolled_on).label("began"),
        )
        .join(cohort, cohort.c.id == enrolment.c.cohort_id)
        .join(unit, unit.c.id == cohort.c.unit_id)
        .where(
            unit.c.code == unit_code,
            cohort.c.code == cohort_code,
            cohort.c.assignment == CohortAssignment.UNDIAN,
            enrolment.c.wbp_id.is_not(None),
            enrolment.c.status != EnrolmentStatus.DAFTAR_TUNGGU,
            sa.or_(
                cohort.c.drawn_on.is_(None),
                enrolment.c.ended_on.is_(None),
                enrolment.c.ended_on > cohort.c.drawn_on,
            ),
        )
    )


def releases() -> "sa.Select[Any]":
    """Ends of stretches in an institution that set a person free: wbp_id and released_on."""
    other = custody.alias("other")
    still_held = sa.exists().where(
        other.c.wbp_id == custody.c.wbp_id,
        other.c.id != custody.c.id,
        other.c.legal_status.not_in(CLIENT_STATUSES),
        other.c.started_on <= custody.c.ended_on,
        sa.or_(other.c.ended_on.is_(None), other.c.ended_on > custody.c.ended_on),
    )
    return sa.select(custody.c.wbp_id, custody.c.ended_on.label("released_on")).where(
        custody.c.legal_status.not_in(CLIENT_STATUSES),
        custody.c.ended_on.is_not(None),
        custody.c.exit_reason.is_not(None),
        custody.c.exit_reason.not_in(NO_RELEASE),
        ~still_held,
    )


def _attended_before_release(person: sa.Subquery, filter: Filter) -> "sa.ColumnElement[bool]":
    attended = sa.select(attendance_mark.c.code).where(attendance_mark.c.attended)
    return sa.exists().where(
        enrolment.c.wbp_id == person.c.wbp_id,
        in_field(enrolment.c.cohort_id, filter),
        programme_session.c.cohort_id == enrolment.c.cohort_id,
        programme_session.c.held_on <= person.c.released_on,
        HELD,
        attendance.c.session_id == programme_session.c.id,
        attendance.c.enrolment_id == enrolment.c.id,
        attendance.c.mark.in_(attended),
    )


def _not_drawn(person: sa.Subquery, filter: Filter) -> "sa.ColumnElement[bool]":
    return sa.exists().where(
        enrolment.c.wbp_id == person.c.wbp_id,
        enrolment.c.status == EnrolmentStatus.TIDAK_TERUNDI,
        in_field(enrolment.c.cohort_id, filter),
    )


def counts_as_return(table: Any, follow: Follow) -> "sa.ColumnElement[bool]":
    """The condition on a `return` row (or alias) that it is of the kinds followed, and proven."""
    proof = sa.and_(table.c.proven_on.is_not(None), table.c.proven_on <= follow.as_of)
    return sa.and_(
        table.c.kind.in_(list(follow.kinds)),
        table.c.offence_on <= follow.as_of,
        proof if follow.proven else sa.true(),
    )


def _counts(followed: sa.Subquery, follow: Follow) -> "sa.Select[Any]":
    """Counts by key of `followed` (key, wbp_id, released_on); without the full time: excluded."""
    whole = followed.c.released_on <= follow.as_of - timedelta(days=follow.whole_days)
    after = days_between(followed.c.released_on, returned.c.offence_on)
    proof = days_between(followed.c.released_on, returned.c.proven_on) <= follow.whole_days
    came_back = sa.exists().where(
        returned.c.wbp_id == followed.c.wbp_id,
        counts_as_return(returned, follow),
        after.between(0, follow.within_days),
        proof if follow.proven else sa.true(),
    )
    return (
        sa.select(
            followed.c.key,
            sa.func.sum(sa.case((whole, 1), else_=0)),
            sa.func.sum(sa.case((sa.and_(whole, came_back), 1), else_=0)),
            sa.func.sum(sa.case((whole, 0), else_=1)),
        )
        .group_by(followed.c.key)
        .order_by(followed.c.key)
    )
