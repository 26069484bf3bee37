"""Whether those who need a programme take part, and how many receive enough hours."""

from dataclasses import dataclass

import pandas as pd
from sqlmodel import Session

from data.indicators.estimate import Estimate
from data.indicators.participation import ENOUGH_HOURS, HoursCounts, participation_eight_hours
from data.indicators.reach import ReachCounts, reach
from data.queries import hours, reaching
from data.queries.filter import Filter


@dataclass(frozen=True)
class Group:
    """A need or a risk level (its code), and the share of the people with it who came."""

    code: str
    estimate: Estimate


def reach_by_need(session: Session, filter: Filter) -> list[Group]:
    """One entry a need that somebody in care has, by code; came to a programme for that need."""
    return _groups(reaching.reach_by_need(session, filter))


def reach_by_level(session: Session, filter: Filter) -> list[Group]:
    """One entry a risk level (RRI) that somebody in care has, by code; came to any programme."""
    return _groups(reaching.reach_by_level(session, filter))


def enough_hours(session: Session, filter: Filter) -> Estimate:
    """The share of people in care who received at least eight hours: the twin of participation."""
    counted = hours.hours_counts(session, filter, hours=ENOUGH_HOURS).iloc[0]
    return participation_eight_hours(
        HoursCounts(**{name: int(counted[name]) for name in hours.COUNTS})
    )


def _groups(counted: pd.DataFrame) -> list[Group]:
    names = (reaching.WITH_NEED, reaching.REACHED, reaching.NOT_ASSESSED)
    return [
        Group(row[reaching.GROUP], reach(ReachCounts(**{name: int(row[name]) for name in names})))
        for row in counted.to_dict("records")
    ]
