"""How many people took part, and what share of those in care that is.

Participation says that somebody came at least once; it says nothing about how much they got. One
mass event lifts it to 100 %, so read it beside attendance and completion.
"""

from dataclasses import dataclass

from data.indicators.declarations import HOURS, PARTICIPATION, PEOPLE, RECORDED_SHARE
from data.indicators.estimate import Estimate
from data.indicators.proportion import proportion
from data.indicators.statistics import proportion_interval

ENOUGH_HOURS = 8  # what one mass lecture cannot give


@dataclass(frozen=True)
class ParticipationCounts:
    """People in a period: `participants` are the `eligible` who attended.

    `people` attended whether or not their custody is known; `recorded` have any mark;
    `possible` were never marked as attending but have an unrecorded person-session.
    """

    eligible: int
    participants: int
    people: int
    recorded: int
    possible: int = 0


def people_reached(counts: ParticipationCounts) -> Estimate:
    """The number of distinct people who attended. Without any mark it is unknown, not 0.

    >>> people_reached(ParticipationCounts(50, participants=20, people=22, recorded=25)).value
    22.0
    """
    nothing = counts.recorded == 0
    return Estimate(
        name=PEOPLE.code,
        value=None if nothing else float(counts.people),
        low=None,
        high=None,
        unit="people",
        n=counts.people,
        denominator=None,
        n_missing=counts.possible,
        method="count",
        status="insufficient" if nothing else "ok",
        reason="nothing_recorded" if nothing else None,
        needed=None,
        bounds=_bounds(counts.people, counts, of=None),
        p_value=None,
        evidence="A",
        caveats=(),
    )


def participation_rate(counts: ParticipationCounts) -> Estimate:
    """Participants of those in care, with what it could be if all unrecorded people had come.

    >>> found = participation_rate(ParticipationCounts(50, participants=20, people=22, recorded=25))
    >>> found.value, round(found.low, 2), round(found.high, 2)
    (0.4, 0.28, 0.54)
    """
    eligible, participants = counts.eligible, counts.participants
    known = eligible > 0 and counts.recorded > 0
    interval = proportion_interval(participants, eligible) if known else None
    reason = _reason(counts)
    return Estimate(
        name=PARTICIPATION.code,
        value=participants / eligible if known else None,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        unit="proportion",
        n=participants,
        denominator=float(eligible),
        n_missing=counts.possible,
        method="wilson",
        status="insufficient" if reason else "ok",
        reason=reason,
        needed=PARTICIPATION.minimum if reason == "too_few" else None,
        bounds=_bounds(participants, counts, of=eligible),
        p_value=None,
        evidence="A",
        caveats=("outside_custody",) if counts.people > participants else (),
    )


def _reason(counts: ParticipationCounts) -> str | None:
    if counts.eligible == 0:
        return "nobody_in_care"
    if counts.recorded == 0:
        return "nothing_recorded"
    if counts.eligible < PARTICIPATION.minimum:
        return "too_few"
    if counts.people < RECORDED_SHARE * (counts.people + counts.possible):
        return "unrecorded"
    return None


def _bounds(
    certain: int, counts: ParticipationCounts, *, of: int | None
) -> tuple[float, float] | None:
    """From what is certain to what is possible; None where nothing is open."""
    if counts.possible == 0 or of == 0:
        return None
    most = certain + counts.possible
    return (float(certain), float(most)) if of is None else (certain / of, min(most, of) / of)


@dataclass(frozen=True)
class HoursCounts:
    """People in care: `enough` surely received ENOUGH_HOURS, for `possible` blanks decide."""

    eligible: int
    enough: int
    possible: int = 0


def participation_eight_hours(counts: HoursCounts) -> Estimate:
    """The share of those in care who received at least eight hours: beside participation.

    >>> found = participation_eight_hours(HoursCounts(eligible=50, enough=10, possible=5))
    >>> found.value, found.bounds
    (0.2, (0.2, 0.3))
    """
    eligible, open_ = counts.eligible, counts.possible
    unrecorded = open_ > (1 - RECORDED_SHARE) * (counts.enough + open_) and open_ > 0
    low, high = counts.enough, counts.enough + open_
    return proportion(
        HOURS,
        counts.enough,
        eligible,
        n_missing=open_,
        bounds=(low / eligible, high / eligible) if open_ and eligible else None,
        reason="nobody_in_care" if eligible == 0 else "unrecorded" if unrecorded else None,
    )
