"""How often, and how soon, people of one group offended again. A description, not a comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.indicators.declarations import FREQUENCY, TIME_TO_RETURN
from data.indicators.estimate import Estimate
from data.indicators.statistics import KaplanMeier, kaplan_meier, logrank, mean_count_interval

PER = 100  # people released


@dataclass(frozen=True)
class Frequency:
    """New offences per 100 released, and per person who returned (missing where nobody did)."""

    per_released: Estimate
    per_returned: float | None


@dataclass(frozen=True)
class TimeToReturn:
    """The curve of those not yet returned (None without anybody), and 1 - S at each day asked."""

    curve: KaplanMeier | None
    by_day: dict[int, Estimate]


def reoffending_frequency(
    offences: Sequence[int], people: Sequence[int], *, excluded: int = 0
) -> Frequency:
    """`people[i]` of those followed in full had `offences[i]` new offences each, 0 included.

    >>> found = reoffending_frequency([0, 1, 2], [70, 20, 10])
    >>> found.per_released.value, round(found.per_returned, 2)
    (40.0, 1.33)
    """
    number, counted = np.asarray(offences), np.asarray(people)
    n, total = int(counted.sum()), int((number * counted).sum())
    returned = int(counted[number > 0].sum()) if n else 0
    few = n < FREQUENCY.minimum
    interval = mean_count_interval(number, counted) if n > 1 else None
    estimate = Estimate(
        FREQUENCY.code,
        PER * total / n if n else None,
        PER * interval.low if interval else None,
        PER * interval.high if interval else None,
        unit="per_100_people",
        n=total,
        denominator=float(n),
        n_missing=excluded,
        method="bca",
        status="insufficient" if few else "ok" if interval else "not_estimable",
        reason="too_few" if few else None if interval else "all_alike",
        needed=FREQUENCY.minimum if few else None,
        caveats=("no_comparison_group",),
    )
    return Frequency(estimate, total / returned if returned else None)


def time_to_reoffence(
    days: Sequence[float], returned: Sequence[int], *, by_days: Sequence[int] = (365, 730)
) -> TimeToReturn:
    """One entry a person released: days to the first new offence, or followed without one (0).

    A share by a day to which nobody was followed is not given. Needs 10 events.

    >>> found = time_to_reoffence([30.0] * 10 + [400.0] * 30, [1] * 10 + [0] * 30)
    >>> round(found.by_day[365].value, 2), found.by_day[730].reason
    (0.25, 'not_followed')
    """
    time, event = np.asarray(days, dtype=np.float64), np.asarray(returned, dtype=np.float64)
    fits = np.isfinite(time) & (time >= 0)
    missing, time, event = int((~fits).sum()), time[fits], event[fits]
    curve = kaplan_meier(time, event) if time.size else None
    return TimeToReturn(curve, {day: _by(curve, time, event, day, missing) for day in by_days})


def compare_times(
    days_a: Sequence[float], returned_a: Sequence[int], days_b: Sequence[float],
    returned_b: Sequence[int],
) -> float | None:  # fmt: skip
    """The log-rank p value of two arms *of a lottery*; None with fewer than 10 events in one."""
    if min(sum(returned_a), sum(returned_b)) < TIME_TO_RETURN.minimum:
        return None
    return logrank(days_a, returned_a, days_b, returned_b).p_value


def _by(
    curve: KaplanMeier | None, time: np.ndarray, event: np.ndarray, day: int, missing: int
) -> Estimate:
    events = int(((event == 1) & (time <= day)).sum())
    followed = curve is not None and bool((time >= day).any())
    few = events < TIME_TO_RETURN.minimum
    reason = "not_followed" if not followed else "too_few" if few else None
    value = low = high = None
    if curve is not None and followed:
        until = curve.time <= day
        last = int(until.sum()) - 1
        value = 1 - float(curve.survival[last]) if last >= 0 else 0.0
        low, high = (
            (1 - float(curve.high[last]), 1 - float(curve.low[last])) if last >= 0 else (None, None)
        )
    return Estimate(
        TIME_TO_RETURN.code,
        value,
        low if events and low is not None and np.isfinite(low) else None,
        high if events and high is not None and np.isfinite(high) else None,
        unit="proportion",
        n=events,
        denominator=float(time.size),
        n_missing=missing,
        method="kaplan_meier",
        status="ok" if reason is None else "not_estimable" if not followed else "insufficient",
        reason=reason,
        needed=TIME_TO_RETURN.minimum if reason == "too_few" else None,
        caveats=("no_comparison_group",),
    )
