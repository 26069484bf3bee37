"""Intervals of one proportion and of the difference of two."""

from collections.abc import Callable
from math import acos, cos, isfinite, pi, sqrt

import numpy as np
from scipy import special

from data.indicators.statistics.arguments import Interval, share


def proportion_interval(
    events: float, n: float, *, confidence: float = 0.95, method: str = "wilson"
) -> Interval:
    """The interval of a proportion: "wilson" (Wilson 1927) or "clopper-pearson" (exact, 1934).

    `n` may be an effective size that is not whole. Raises `ValueError` naming the argument.

    >>> interval = proportion_interval(48, 216)
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.1719, 0.2822)
    """
    _check(events, n, "events", "n")
    share("confidence", confidence)
    if method == "wilson":
        return _wilson(events, n, confidence)
    if method == "clopper-pearson":
        return _clopper_pearson(events, n, confidence)
    raise ValueError(f"method: {method!r} is neither wilson nor clopper-pearson")


def difference_interval(
    events_a: float, n_a: float, events_b: float, n_b: float, *,
    confidence: float = 0.95, method: str = "newcombe",
) -> Interval:  # fmt: skip
    """The interval of proportion a minus proportion b.

    "newcombe" joins two Wilson intervals (Newcombe 1998, method 10); "miettinen-nurminen"
    inverts the score test (Miettinen and Nurminen 1985). Raises `ValueError` naming the argument.
    """
    _check(events_a, n_a, "events_a", "n_a")
    _check(events_b, n_b, "events_b", "n_b")
    share("confidence", confidence)
    if method == "newcombe":
        return _newcombe(events_a, n_a, events_b, n_b, confidence)
    if method == "miettinen-nurminen":
        return _miettinen_nurminen(events_a, n_a, events_b, n_b, confidence)
    raise ValueError(f"method: {method!r} is neither newcombe nor miettinen-nurminen")


def binomial_p(events: int, n: int, chance: float) -> float:
    """The two-sided exact p value of `events` in `n`: the chance of what is no likelier.

    >>> round(binomial_p(3, 15, 0.1), 4)
    0.1841
    """
    seen = np.arange(n + 1)
    ways = special.gammaln(n + 1) - special.gammaln(seen + 1) - special.gammaln(n - seen + 1)
    each = np.exp(ways + special.xlogy(seen, chance) + special.xlog1py(n - seen, -chance))
    alike = 1 + 1e-7  # equal chances may differ in their last digits
    return min(1.0, float(each[each <= each[events] * alike].sum()))


def _check(events: float, n: float, events_name: str, n_name: str) -> None:
    if not isfinite(n) or n <= 0:
        raise ValueError(f"{n_name}: must be a number above 0, not {n}")
    if not isfinite(events) or not 0 <= events <= n:
        raise ValueError(f"{events_name}: must lie between 0 and {n_name}, not {events}")


def _z(confidence: float) -> float:
    return float(special.ndtri(0.5 + confidence / 2))


def _wilson(events: float, n: float, confidence: float) -> Interval:
    z, rate = _z(confidence), events / n
    middle = rate + z * z / (2 * n)
    reach = z * sqrt(rate * (1 - rate) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    low = 0.0 if events == 0 else max(0.0, (middle - reach) / scale)
    high = 1.0 if events == n else min(1.0, (middle + reach) / scale)
    return Interval(low, high)


def _clopper_pearson(events: float, n: float, confidence: float) -> Interval:
    tail = (1 - confidence) / 2
    low = 0.0 if events == 0 else float(special.betaincinv(events, n - events + 1, tail))
    high = 1.0 if events == n else float(special.betaincinv(events + 1, n - events, 1 - tail))
    return Interval(low, high)


def _newcombe(
    events_a: float, n_a: float, events_b: float, n_b: float, confidence: float
) -> Interval:
    a, b = events_a / n_a, events_b / n_b
    one, two = _wilson(events_a, n_a, confidence), _wilson(events_b, n_b, confidence)
    low = a - b - sqrt((a - one.low) ** 2 + (two.high - b) ** 2)
    high = a - b + sqrt((one.high - a) ** 2 + (b - two.low) ** 2)
    return Interval(max(-1.0, low), min(1.0, high))


def _miettinen_nurminen(
    events_a: float, n_a: float, events_b: float, n_b: float, confidence: float
) -> Interval:
    limit = _z(confidence) ** 2
    difference = events_a / n_a - events_b / n_b

    def too_far(at: float) -> bool:
        return _score(events_a, n_a, events_b, n_b, at) > limit

    return Interval(_edge(difference, -1.0, too_far), _edge(difference, 1.0, too_far))


def _edge(inside: float, outside: float, too_far: Callable[[float], bool]) -> float:
    """The border between a point that fits and one that may not, by halving."""
    if not too_far(outside):
        return outside
    for _ in range(80):
        middle = (inside + outside) / 2
        if too_far(middle):
            outside = middle
        else:
            inside = middle
    return (inside + outside) / 2


def _score(events_a: float, n_a: float, events_b: float, n_b: float, at: float) -> float:
    """Chi-squared of the score test that the difference is `at`, with Miettinen's N/(N-1)."""
    a, b = _restricted(events_a, n_a, events_b, n_b, at)
    total = n_a + n_b
    variance = (a * (1 - a) / n_a + b * (1 - b) / n_b) * total / (total - 1)
    gap = events_a / n_a - events_b / n_b - at
    if variance <= 0:
        return 0.0 if abs(gap) < 1e-12 else float("inf")
    return gap * gap / variance


def _restricted(
    events_a: float, n_a: float, events_b: float, n_b: float, at: float
) -> tuple[float, float]:
    """The likeliest two proportions whose difference is `at`: the root of a cubic in [0, 1]."""

    total, events = n_a + n_b, events_a + events_b
    l3, l2 = total, (n_a + 2 * n_b) * at - total - events
    l1 = (n_b * at - total - 2 * events_b) * at + events
    l0 = events_b * at * (1 - at)
    q = l2**3 / (27 * l3**3) - l1 * l2 / (6 * l3 * l3) + l0 / (2 * l3)
    root = sqrt(max(0.0, l2 * l2 / (9 * l3 * l3) - l1 / (3 * l3)))
    p = root if q >= 0 else -root
    angle = 1.0 if p == 0 else max(-1.0, min(1.0, q / p**3))
    b = 2 * p * cos((pi + acos(angle)) / 3) - l2 / (3 * l3)
    b = min(max(b, 0.0, -at), 1.0, 1.0 - at)
    return b + at, b
