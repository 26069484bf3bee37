"""How many new offences each released person had, and how soon the first one came."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import days_between
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.returns import Follow, counts_as_return, drawn_releases, releases
from data.queries.scope import in_period, in_units
from data.queries.tables import custody, returned

PEOPLE = "people"

RETURNED = "returned"
ARM = "arm"
DAYS = "days"
TIMES = (ARM, DAYS, RETURNED)

Column = sa.ColumnElement[Any]


def return_numbers(session: Session, filter: Filter, follows: Sequence[Follow]) -> pd.DataFrame:
    """One row a combination of numbers of new offences, of people by their last release.

    Columns 0, 1... for `follows` in this order, and PEOPLE. Who has not been followed for the
    whole time has no number there.
    """
    person = _released(filter)
    numbers = (
        sa.case((_followed(person, follow), _offences(person, follow))).label(f"number_{place}")
        for place, follow in enumerate(follows)
    )
    each = sa.select(*numbers).select_from(person).subquery()
    statement = sa.select(*each.c, sa.func.count()).group_by(*each.c)
    found = frame(session, statement, (*map(str, range(len(follows))), PEOPLE))
    return found.astype(dict.fromkeys(found, "Int64"))


def times_to_return(session: Session, filter: Filter, follows: Sequence[Follow]) -> pd.DataFrame:
    """One row a person released in the period for each of `follows`: columns TIMES.

    `arm` is the place in `follows`. Days to the first new offence, or to the day of the data,
    the proof that is still possible taken off; `returned` is 1 or 0.
    """
    person = _released(filter)
    parts = (_times(person, sa.literal(place), one) for place, one in enumerate(follows))
    return frame(session, sa.union_all(*parts), TIMES)


def times_by_arm(
    session: Session, unit_code: str, cohort_code: str, follow: Follow
) -> pd.DataFrame:
    """The same for all in the draw of a lottery, by `arm`: "drawn" or "not_drawn"."""
    person = drawn_releases(unit_code, cohort_code, follow)
    return frame(session, _times(person, person.c.key, follow), TIMES)


def _released(filter: Filter) -> sa.CTE:
    """People by their last release in the period: wbp_id and released_on."""
    freed = (
        releases()
        .where(in_period(custody.c.ended_on, filter), in_units(custody.c.unit_id, filter))
        .subquery()
    )
    return (
        sa.select(freed.c.wbp_id, sa.func.max(freed.c.released_on).label("released_on"))
        .group_by(freed.c.wbp_id)
        .cte()
    )


def _followed(person: sa.FromClause, follow: Follow) -> Column:
    return person.c.released_on <= follow.as_of - timedelta(days=follow.whole_days)


def _offences(person: sa.FromClause, follow: Follow) -> Column:
    after = days_between(person.c.released_on, returned.c.offence_on)
    proof = days_between(person.c.released_on, returned.c.proven_on) <= follow.whole_days
    return (
        sa.select(sa.func.count())
        .where(
            returned.c.wbp_id == person.c.wbp_id,
            counts_as_return(returned, follow),
            after.between(0, follow.within_days),
            proof if follow.proven else sa.true(),
        )
        .scalar_subquery()
    )


def _times(person: sa.FromClause, arm: Column, follow: Follow) -> "sa.Select[Any]":
    """Nobody is watched into the months in which an offence could not have been proven yet."""
    until = follow.as_of - timedelta(days=follow.proof_days if follow.proven else 0)
    last = min(until, follow.as_of)
    first = (
        sa.select(sa.func.min(returned.c.offence_on))
        .where(
            returned.c.wbp_id == person.c.wbp_id,
            counts_as_return(returned, follow),
            returned.c.offence_on >= person.c.released_on,
            returned.c.offence_on <= last,
        )
        .scalar_subquery()
    )
    each = sa.select(arm.label(ARM), person.c.released_on, first.label("first")).subquery()
    until_day = sa.func.coalesce(each.c.first, sa.literal(last, sa.Date))
    return sa.select(
        each.c[ARM],
        days_between(each.c.released_on, until_day),
        sa.case((each.c.first.is_not(None), 1), else_=0),
    ).where(each.c.released_on <= last)
