"""How many took part, came and finished: the four figures of the first screen."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from data.indicators.estimate import Estimate
from data.queries.filter import Filter


@dataclass(frozen=True)
class Figure:
    """An estimate for the period, and for the equally long period just before it."""

    now: Estimate
    before: Estimate | None


@dataclass(frozen=True)
class Overview:
    """The figures of the first screen and the day of the last session with attendance."""

    people: Figure
    participation: Figure
    attendance: Figure
    completion: Figure
    data_until: date | None


def overview(session: Session, filter: Filter) -> Overview:
    """People reached, participation, attendance and completion, each beside the period before."""
    raise NotImplementedError
