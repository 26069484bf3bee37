"""How many took part, came and finished: the four figures of the first screen."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlmodel import Session

from data.indicators.attendance import AttendanceCounts, attendance_rate
from data.indicators.completion import CompletionCounts, completion
from data.indicators.estimate import Estimate
from data.indicators.participation import ParticipationCounts, participation_rate, people_reached
from data.queries import attendance as attendances
from data.queries import completion as completions
from data.queries import participation as participations
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


class _Figures(NamedTuple):
    people: Estimate
    participation: Estimate
    attendance: Estimate
    completion: Estimate


def overview(session: Session, filter: Filter) -> Overview:
    """People reached, participation, attendance and completion, each beside the period before.

    `before` is None for a figure without any data in that period.
    """
    now, before = _figures(session, filter), _figures(session, filter.before())
    return Overview(
        people=_beside(now.people, before.people),
        participation=_beside(now.participation, before.participation),
        attendance=_beside(now.attendance, before.attendance),
        completion=_beside(now.completion, before.completion),
        data_until=attendances.last_recorded_day(session, filter),
    )


def _beside(now: Estimate, before: Estimate) -> Figure:
    return Figure(now, None if before.value is None else before)


def _figures(session: Session, filter: Filter) -> _Figures:
    sums = attendances.attendance_totals(session, filter).iloc[0]
    expected = {name: int(sums[name]) for name in attendances.COUNTS}
    possible = expected.pop(attendances.POSSIBLE)
    people = participations.participation_totals(session, filter).iloc[0]
    closed = completions.completion_counts(session, filter).iloc[0]
    reached = {name: int(people[name]) for name in participations.COUNTS}
    part = ParticipationCounts(**reached, possible=possible)
    return _Figures(
        people_reached(part),
        participation_rate(part),
        attendance_rate(AttendanceCounts(**expected)),
        completion(CompletionCounts(**{name: int(closed[name]) for name in completions.COUNTS})),
    )
