"""Intervals by bootstrap, where no formula holds for few people. The same seed: the same limits."""

from math import sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from data.indicators.statistics.arguments import (
    Interval,
    Numbers,
    count,
    counts,
    numbers,
    pairs,
    share,
)

LARGE = 5000  # above it the asymptotic interval, which is then as good and quicker
DRAWS = 10_000
_CELLS = 6_000_000  # draws x people held at once
_SEED = 1979  # of Efron's paper; fixed, so that a figure does not change when it is looked at again


def median_interval(values: ArrayLike, *, confidence: float = 0.95) -> Interval | None:
    """The BCa bootstrap interval of a median (Efron 1987); above 5,000 values by order statistics.

    None when every draw gives the same median: then the data cannot show how sure it is. Raises
    `ValueError` naming the argument.
    """
    ordered = np.sort(numbers("values", values))
    share("confidence", confidence)
    n = ordered.size
    if n > LARGE:
        reach = _z(confidence) * sqrt(n) / 2
        low, high = int(n / 2 - reach), min(n - 1, int(np.ceil(n / 2 + reach)))
        return Interval(float(ordered[max(0, low)]), float(ordered[high]))
    return _bca(float(np.median(ordered)), _medians(ordered), _left_out(ordered), confidence)


def standardised_change_interval(
    before: ArrayLike, after: ArrayLike, *, confidence: float = 0.95
) -> Interval | None:
    """The BCa bootstrap interval of g_av (see `paired_change`); above 5,000 pairs by jackknife.

    None when it cannot be told: fewer than three pairs, or scores without any spread. Raises
    `ValueError` naming the argument.
    """
    first, second = pairs(before, after)
    share("confidence", confidence)
    n = first.size
    if n < 3 or (np.ptp(first) == 0 and np.ptp(second) == 0):
        return None
    centred = (first - first.mean(), second - second.mean())
    shift = float(second.mean() - first.mean())
    powers = np.column_stack([*centred, centred[0] ** 2, centred[1] ** 2])
    found = float(_g_av(powers.sum(axis=0)[None, :], n, shift)[0])
    without = _g_av(powers.sum(axis=0) - powers, n - 1, shift)
    if n > LARGE:
        reach = _z(confidence) * sqrt((n - 1) / n * float(((without - without.mean()) ** 2).sum()))
        return Interval(found - reach, found + reach)
    random = np.random.default_rng(_SEED)
    draws = min(DRAWS, _CELLS // n)
    cells = random.integers(0, n, size=(draws, n)) + n * np.arange(draws)[:, None]
    drawn = np.bincount(cells.ravel(), minlength=draws * n).reshape(draws, n).astype(np.float64)
    return _bca(found, _g_av(drawn @ powers, n, shift), without, confidence)


def mean_count_interval(
    values: ArrayLike, people: ArrayLike, *, confidence: float = 0.95
) -> Interval | None:
    """The BCa bootstrap interval of a mean count: `people[i]` had `values[i]` events each.

    None when all had the same. Raises `ValueError` naming the argument.
    """
    events, weight = counts("values", values), counts("people", people)
    n = count("people", float(weight.sum()), least=2)
    share("confidence", confidence)
    if (weight > 0).sum() < 2:
        return None
    random = np.random.default_rng(_SEED)
    drawn = random.multinomial(n, weight / n, size=DRAWS)
    found = float(events @ weight) / n
    without = np.repeat((events @ weight - events) / (n - 1), weight.astype(np.int64))
    return _bca(found, drawn @ events / n, without, confidence)


def _z(confidence: float) -> float:
    return float(special.ndtri(0.5 + confidence / 2))


def _medians(ordered: Numbers) -> Numbers:
    """Medians of bootstrap samples: where the middle of n uniform draws falls is a beta."""
    n, random = ordered.size, np.random.default_rng(_SEED)
    lower = (n + 1) // 2
    below = random.beta(lower, n + 1 - lower, size=DRAWS)
    if n % 2:
        return _at(ordered, below)
    above = 1 - (1 - below) * random.random(DRAWS) ** (1 / (n - lower))
    middle: Numbers = (_at(ordered, below) + _at(ordered, above)) / 2
    return middle


def _at(ordered: Numbers, where: Numbers) -> Numbers:
    found: Numbers = ordered[np.minimum((where * ordered.size).astype(np.int64), ordered.size - 1)]
    return found


def _left_out(ordered: Numbers) -> Numbers:
    """The median of all others, for each value."""
    n = ordered.size
    if n == 1:
        return ordered
    place = np.arange(n)
    lower, upper = (n - 2) // 2, (n - 1) // 2
    first, second = lower + (place <= lower), upper + (place <= upper)
    middle: Numbers = (ordered[first] + ordered[second]) / 2
    return middle


def _g_av(sums: Numbers, n: int, shift: float) -> Numbers:
    """From sums of x, y, x² and y² (both centred before): one g_av a row."""
    means = sums[:, :2] / n
    spread = np.sqrt(np.maximum(0.0, (sums[:, 2:] - n * means**2) / (n - 1))).mean(axis=1)
    correction = 1 - 3 / (4 * 2 * (n - 1) - 1)
    gap = correction * (means[:, 1] - means[:, 0] + shift)
    found: Numbers = np.divide(gap, spread, out=np.zeros_like(gap), where=spread > 0)
    return found


def _bca(found: float, draws: Numbers, left_out: Numbers, confidence: float) -> Interval | None:
    """Bias-corrected and accelerated limits (Efron 1987)."""
    if np.ptp(draws) <= 1e-12 * max(1.0, float(np.abs(draws).max())):
        return None
    below = ((draws < found).mean() + (draws <= found).mean()) / 2
    bias = float(special.ndtri(np.clip(below, 1 / draws.size, 1 - 1 / draws.size)))
    gap = left_out.mean() - left_out
    scale = 6 * float((gap**2).sum()) ** 1.5
    speed = float((gap**3).sum()) / scale if scale > 0 else 0.0
    tails = np.array([-1.0, 1.0]) * _z(confidence) + bias
    low, high = np.quantile(draws, special.ndtr(bias + tails / (1 - speed * tails)))
    return Interval(float(low), float(high))
