"""Events per time at risk: one rate, and the ratio of two."""

from dataclasses import dataclass
from math import inf

from scipy import special

from data.indicators.statistics.arguments import Interval, count, number, share
from data.indicators.statistics.proportions import binomial_p


@dataclass(frozen=True)
class RateRatio:
    """Rate a over rate b. Without any event nothing is known: ratio and limits are None, p is 1.

    Without events in b alone the ratio and its upper limit are infinite.
    """

    ratio: float | None
    low: float | None
    high: float | None
    p_value: float


def rate_interval(events: float, exposure: float, *, confidence: float = 0.95) -> Interval:
    """The exact interval of a rate, in events per unit of `exposure` (Garwood 1936).

    0 events have a lower limit of 0 and an upper one above it. Raises `ValueError` naming the
    argument.

    >>> interval = rate_interval(0, 1000)
    >>> interval.low, round(1000 * interval.high, 2)
    (0.0, 3.69)
    """
    count("events", events)
    number("exposure", exposure, above=0)
    share("confidence", confidence)
    tail = (1 - confidence) / 2
    low = 0.0 if events == 0 else float(special.gammaincinv(events, tail))
    high = float(special.gammainccinv(events + 1, tail))
    return Interval(low / exposure, high / exposure)


def rate_ratio(
    events_a: float, exposure_a: float, events_b: float, exposure_b: float, *,
    confidence: float = 0.95,
) -> RateRatio:  # fmt: skip
    """The ratio of two rates, exact given the total of events (as R's `poisson.test`).

    Given the total, the events of a are binomial; its Clopper-Pearson limits become those of
    the ratio, and the p value is the two-sided exact binomial one. Raises `ValueError` naming
    the argument.
    """
    count("events_a", events_a)
    count("events_b", events_b)
    number("exposure_a", exposure_a, above=0)
    number("exposure_b", exposure_b, above=0)
    share("confidence", confidence)
    if events_a + events_b == 0:
        return RateRatio(None, None, None, 1.0)
    tail, scale = (1 - confidence) / 2, exposure_b / exposure_a
    low = high = 0.0
    if events_a > 0:
        low = _odds(float(special.betaincinv(events_a, events_b + 1, tail)))
    if events_b > 0:
        high = _odds(float(special.betaincinv(events_a + 1, events_b, 1 - tail)))
    ratio = events_a / events_b * scale if events_b else inf
    expected = exposure_a / (exposure_a + exposure_b)
    p_value = binomial_p(int(events_a), int(events_a + events_b), expected)
    return RateRatio(ratio, low * scale, high * scale if events_b else inf, p_value)


def _odds(chance: float) -> float:
    return chance / (1 - chance) if chance < 1 else inf
