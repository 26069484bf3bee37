"""Incidents per 1,000 days in custody, before, during and after a programme, same people.

Not to be read as what the programme did: entry often requires a clean record, or follows an
incident; units write down more or less; and what was extreme comes back to the usual.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.indicators.declarations import INCIDENT_RATE, INCIDENT_RATE_RATIO
from data.indicators.estimate import Estimate
from data.indicators.statistics import (
    RateRatio,
    clustered_rate_ratio,
    rate_interval,
    rate_ratio,
)

PER = 1000  # days


@dataclass(frozen=True)
class PhaseCounts:
    """Events and person-days of one phase; `alleged` entries are not proven and do not count."""

    events: int
    days: float
    people: int
    alleged: int = 0


def incident_rate(counts: PhaseCounts) -> Estimate:
    """Proven entries per 1,000 person-days; without any, 0 with its exact upper limit.

    >>> found = incident_rate(PhaseCounts(events=0, days=1000, people=12))
    >>> found.value, found.low, round(found.high, 2), found.status
    (0.0, 0.0, 3.69, 'ok')
    """
    if counts.days <= 0:
        return Estimate.not_estimable(
            INCIDENT_RATE.code, reason="no_days", n=counts.events, unit="per_1000_days",
            method="garwood",
        )  # fmt: skip
    interval = rate_interval(counts.events, counts.days)
    return Estimate(
        INCIDENT_RATE.code,
        PER * counts.events / counts.days,
        PER * interval.low,
        PER * interval.high,
        unit="per_1000_days",
        n=counts.events,
        denominator=float(counts.days),
        method="garwood",
        caveats=("supervision_differs",) + (("alleged_apart",) if counts.alleged else ()),
    )


def incident_rate_ratio(
    events: Sequence[int], days: Sequence[float], events_before: Sequence[int],
    days_before: Sequence[float],
) -> Estimate:  # fmt: skip
    """The rate of one phase over the rate before, one entry a person in both.

    Below 10 events, or with none in one phase, exact conditional; else Poisson with errors by
    person. Without any event in either there is no ratio: `bounds` then holds 0 and the upper
    limit of the rate of both together per 1,000 days.

    >>> found = incident_rate_ratio([0, 0], [400, 400], [0, 0], [100, 100])
    >>> found.reason, round(found.bounds[1], 2)
    ('no_events', 3.69)
    """
    seen = [np.asarray(events, dtype=np.float64), np.asarray(events_before, dtype=np.float64)]
    time = [np.asarray(days, dtype=np.float64), np.asarray(days_before, dtype=np.float64)]
    now, before = int(seen[0].sum()), int(seen[1].sum())
    spent, spent_before = float(time[0].sum()), float(time[1].sum())
    if min(spent, spent_before) <= 0:
        return Estimate.not_estimable(
            INCIDENT_RATE_RATIO.code, reason="no_days", n=now + before, unit="ratio"
        )
    if now + before == 0:
        return _no_events(spent + spent_before)
    by_person = now + before >= INCIDENT_RATE_RATIO.minimum and min(now, before) > 0
    by_person = by_person and seen[0].size > 1
    found = (
        clustered_rate_ratio(seen[0], time[0], seen[1], time[1])
        if by_person
        else rate_ratio(now, spent, before, spent_before)
    )
    return _ratio(found, now + before, "poisson_cluster" if by_person else "exact_conditional")


def exact_rate_ratio(counts: PhaseCounts, before: PhaseCounts) -> Estimate:
    """The same from totals alone: exact conditional, as if events of a person were unrelated.

    >>> found = exact_rate_ratio(PhaseCounts(11, 800, 40), PhaseCounts(21, 3011, 40))
    >>> round(found.value, 2), round(found.low, 2), round(found.high, 2)
    (1.97, 0.86, 4.28)
    """
    return incident_rate_ratio([counts.events], [counts.days], [before.events], [before.days])


def _no_events(days: float) -> Estimate:
    return Estimate(
        INCIDENT_RATE_RATIO.code, None, unit="ratio", method="exact_conditional",
        status="not_estimable", reason="no_events", denominator=float(days),
        bounds=(0.0, PER * rate_interval(0, days).high), caveats=("supervision_differs",),
    )  # fmt: skip


def _ratio(found: RateRatio, events: int, method: str) -> Estimate:
    few = events < INCIDENT_RATE_RATIO.minimum
    endless = found.ratio is not None and not np.isfinite(found.ratio)
    return Estimate(
        INCIDENT_RATE_RATIO.code,
        None if endless else found.ratio,
        found.low,
        None if endless else found.high,
        unit="ratio",
        n=events,
        method=method,
        status="insufficient" if few else "not_estimable" if endless else "ok",
        reason="too_few" if few else "none_before" if endless else None,
        needed=INCIDENT_RATE_RATIO.minimum if few else None,
        p_value=None if few else found.p_value,
        caveats=("supervision_differs", "entry_after_record"),
    )
