"""Time until something happens, when some are still waiting at the end of observation."""

from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from data.indicators.statistics.arguments import (
    Interval,
    Numbers,
    as_long_as,
    counts,
    frozen,
    not_negative,
    number,
    share,
)
from data.indicators.statistics.proportions import proportion_interval


@dataclass(frozen=True)
class KaplanMeier:
    """The share without the event, at each time that anybody had it or left observation.

    `at_risk` are the people still observed just before that time. Before the first event the
    limits are both 1; once the curve reaches 0 they are NaN, for nobody is left to tell.
    """

    time: Numbers
    survival: Numbers
    low: Numbers
    high: Numbers
    at_risk: Numbers


@dataclass(frozen=True)
class LogRank:
    """A chi-squared with one degree of freedom."""

    chi2: float
    p_value: float


@dataclass(frozen=True)
class CumulativeIncidence:
    """The share that has had the event, at each time that anybody had any or left observation."""

    time: Numbers
    incidence: Numbers


def kaplan_meier(
    durations: ArrayLike, events: ArrayLike, *, confidence: float = 0.95
) -> KaplanMeier:
    """The curve of those who have not had the event yet (Kaplan and Meier 1958).

    `events` is 1 for the event and 0 for leaving observation; at the same time events come
    first. The limits are log-log ones on Greenwood's variance, as R's `conf.type="log-log"`.
    Durations may be 0, not negative. Raises `ValueError` naming the argument.
    """
    time, happened = _observed("durations", durations, "events", events)
    share("confidence", confidence)
    times, at_risk, died = _at_risk(time, happened)
    survival = np.cumprod(1 - died / at_risk, dtype=np.float64)
    alive = survival > 0
    step = np.divide(died, at_risk * (at_risk - died), out=np.zeros_like(died), where=alive)
    inside = alive & (survival < 1)
    low, high = np.ones_like(survival), np.ones_like(survival)
    low[~alive] = high[~alive] = np.nan
    depth = -np.log(survival[inside])
    z = float(special.ndtri(0.5 + confidence / 2))
    reach = np.exp(z * np.sqrt(np.cumsum(step)[inside]) / depth)
    low[inside], high[inside] = np.exp(-depth * reach), np.exp(-depth / reach)
    return KaplanMeier(*(frozen(array) for array in (times, survival, low, high, at_risk)))


def logrank(
    durations_a: ArrayLike, events_a: ArrayLike, durations_b: ArrayLike, events_b: ArrayLike
) -> LogRank:
    """Whether events came sooner in one of two groups (Mantel 1966, Peto and Peto 1972).

    With the hypergeometric variance, as R's `survdiff`. Where there is nothing to compare (no
    event while both groups were observed), chi2 is 0 and p is 1. Raises `ValueError` naming the
    argument.
    """
    first, happened_a = _observed("durations_a", durations_a, "events_a", events_a)
    second, happened_b = _observed("durations_b", durations_b, "events_b", events_b)
    times, died_all = np.unique(
        np.concatenate([first[happened_a == 1], second[happened_b == 1]]), return_counts=True
    )
    in_a, in_b = _still_in(first, times), _still_in(second, times)
    died_a = _still_in(first[happened_a == 1], times)
    died_a = died_a - np.append(died_a[1:], 0)
    risk = in_a + in_b
    gap = float((died_a - died_all * in_a / risk).sum())
    others = np.maximum(risk - 1, 1)
    variance = float((died_all * (risk - died_all) * in_a * in_b / (risk**2 * others)).sum())
    chi2 = gap**2 / variance if variance > 0 else 0.0
    return LogRank(chi2, float(special.chdtrc(1, chi2)))


def cumulative_incidence(
    durations: ArrayLike, event_codes: ArrayLike, *, event: int
) -> CumulativeIncidence:
    """The share that has had `event`, when another event may come first (Aalen and Johansen 1978).

    Code 0 is leaving observation, every other code an event of its own kind; a release or a
    transfer is such an event, not a leaving. Exact for events at the same time. A code that
    nobody has gives a curve of 0. Raises `ValueError` naming the argument.
    """
    number("event", event, above=0)
    time, codes = _coded("durations", durations, "event_codes", event_codes)
    times, at_risk, died = _at_risk(time, (codes != 0).astype(np.float64))
    _, _, of_this = _at_risk(time, (codes == event).astype(np.float64))
    before = np.append(1.0, np.cumprod(1 - died / at_risk)[:-1])
    incidence = np.cumsum(before * of_this / at_risk)
    return CumulativeIncidence(frozen(times), frozen(incidence))


def incidence_interval(
    durations: ArrayLike, event_codes: ArrayLike, *, event: int, at: float, confidence: float = 0.95
) -> tuple[float, Interval]:
    """The share that has had `event` by the time `at`, with its interval.

    Limits are log-log ones on the variance of Aalen (1978) as lifelines computes it; without
    anybody leaving early it is that of a proportion. Where nobody or all have had the event, the
    Wilson limits of that share. Raises `ValueError` as `cumulative_incidence` does.
    """
    number("at", at)
    share("confidence", confidence)
    time, codes = _coded("durations", durations, "event_codes", event_codes)
    times, at_risk, died = _at_risk(time, (codes != 0).astype(np.float64))
    _, _, of_this = _at_risk(time, (codes == event).astype(np.float64))
    before = np.append(1.0, np.cumprod(1 - died / at_risk)[:-1])
    seen = times <= at
    steps = (before * of_this / at_risk)[seen]
    reached = float(steps.sum())
    if reached <= 0 or reached >= 1:
        edge = proportion_interval(round(reached) * time.size, time.size, confidence=confidence)
        return reached, edge
    risk, gone, this, alive = at_risk[seen], died[seen], of_this[seen], before[seen]
    left = reached - np.cumsum(steps)
    others = np.maximum(risk - gone, 1) * risk
    variance = left**2 * gone / others + alive**2 * this * (risk - this) / risk**3
    variance -= 2 * left * alive * this / risk**2
    spread = sqrt(max(0.0, float(variance.sum()))) / (reached * -log(reached))
    reach = float(special.ndtri(0.5 + confidence / 2)) * spread
    return reached, Interval(reached ** exp(reach), reached ** exp(-reach))


def _observed(
    time_name: str, durations: ArrayLike, event_name: str, events: ArrayLike
) -> tuple[Numbers, Numbers]:
    time, happened = _coded(time_name, durations, event_name, events)
    if (happened > 1).any():
        raise ValueError(f"{event_name}: holds a value that is neither 0 nor 1")
    return time, happened


def _coded(
    time_name: str, durations: ArrayLike, code_name: str, codes: ArrayLike
) -> tuple[Numbers, Numbers]:
    time, code = not_negative(time_name, durations), counts(code_name, codes)
    as_long_as(code_name, code, time_name, time)
    return time, code


def _at_risk(time: Numbers, happened: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The distinct times, the people observed until then, and the events at each."""
    times, place = np.unique(time, return_inverse=True)
    died = np.bincount(place, weights=happened, minlength=times.size)
    return times, _still_in(time, times), died.astype(np.float64)


def _still_in(time: Numbers, times: Numbers) -> Numbers:
    left = np.searchsorted(np.sort(time), times, side="left")
    return (time.size - left).astype(np.float64)
