"""Change in pairs: the same people before and after."""

from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from data.indicators.statistics.arguments import Numbers, pairs, share

EXACT_UP_TO = 50  # pairs; above it the normal curve is close (R changes over there as well)
ROUNDING = 1e-12  # relative: 0.3 - 0.2 and 0.2 - 0.1 are the same difference


@dataclass(frozen=True)
class PairedChange:
    """after - before: mean with its t interval, test, and two standardised sizes.

    With one pair the interval is the whole line; when all changed equally the t test is as well.
    """

    n: int
    mean: float
    low: float
    high: float
    t: float | None
    df: int
    p_value: float | None
    g_av: float | None
    srm: float | None


@dataclass(frozen=True)
class SignedRank:
    """The rank sum of the positive differences before - after, over `n` pairs that differ."""

    n: int
    statistic: float
    p_value: float


def paired_change(before: ArrayLike, after: ArrayLike, *, confidence: float = 0.95) -> PairedChange:
    """The mean of after - before by the paired t distribution (Student 1908).

    `g_av` = J x mean / mean of the two SDs, J = 1 - 3 / (4 df - 1), df = 2 (n - 1) (Lakens
    2013); `srm` = mean / SD of the differences. Raises `ValueError` naming the argument for
    lengths that differ, no pairs, or values that are not finite.
    """
    first, second = pairs(before, after)
    share("confidence", confidence)
    change = second - first
    n, mean, df = len(change), float(change.mean()), len(change) - 1
    if n == 1:
        return PairedChange(n, mean, -inf, inf, None, df, None, None, None)
    spread = float(change.std(ddof=1))
    g_av = _g_av(mean, float(first.std(ddof=1)), float(second.std(ddof=1)), n)
    if np.ptp(change) <= _rounding(first, second):
        return PairedChange(n, mean, mean, mean, None, df, None, g_av, None)
    error = spread / sqrt(n)
    reach = float(special.stdtrit(df, 0.5 + confidence / 2)) * error
    t = mean / error
    p_value = float(2 * special.stdtr(df, -abs(t)))
    return PairedChange(n, mean, mean - reach, mean + reach, t, df, p_value, g_av, mean / spread)


def signed_rank(before: ArrayLike, after: ArrayLike) -> SignedRank:
    """Whether pairs moved more one way than the other, by ranks, two-sided (Wilcoxon 1945).

    Pairs without a difference are left out; equal differences share their mean rank. The p value
    counts all signs up to 50 pairs, ties included, and is normal with continuity correction
    above. When nobody changed, p is 1. Raises `ValueError` as `paired_change` does.
    """
    first, second = pairs(before, after)
    grain = _rounding(first, second) or 1.0
    steps = np.round((first - second) / grain)
    steps = steps[steps != 0]
    if steps.size == 0:
        return SignedRank(0, 0.0, 1.0)
    ranks = _mean_ranks(np.abs(steps))
    statistic = float(ranks[steps > 0].sum())
    p_value = _exact_p if steps.size <= EXACT_UP_TO else _normal_p
    return SignedRank(int(steps.size), statistic, p_value(ranks, statistic))


def _rounding(first: Numbers, second: Numbers) -> float:
    return ROUNDING * float(max(np.abs(first).max(), np.abs(second).max()))


def _g_av(mean: float, sd_before: float, sd_after: float, n: int) -> float | None:
    pooled = (sd_before + sd_after) / 2
    correction = 1 - 3 / (4 * 2 * (n - 1) - 1)
    return correction * mean / pooled if pooled > 0 else None


def _mean_ranks(sizes: Numbers) -> Numbers:
    _, place, times = np.unique(sizes, return_inverse=True, return_counts=True)
    last = np.cumsum(times)
    middle: Numbers = last - (times - 1) / 2
    return middle[place]


def _exact_p(ranks: Numbers, statistic: float) -> float:
    """Over all 2^n equally likely signs; doubled ranks are whole even with ties."""
    doubled = np.rint(2 * ranks).astype(int)
    chance = np.zeros(doubled.sum() + 1)
    chance[0] = 1.0
    for rank in doubled:
        moved = np.zeros_like(chance)
        moved[rank:] = chance[: chance.size - rank]
        chance = (chance + moved) / 2
    at = round(2 * statistic)
    return min(1.0, 2 * float(min(chance[: at + 1].sum(), chance[at:].sum())))


def _normal_p(ranks: Numbers, statistic: float) -> float:
    gap = abs(statistic - ranks.sum() / 2) - 0.5
    spread = sqrt(float((ranks**2).sum()) / 4)
    return min(1.0, 2 * float(special.ndtr(-gap / spread)))
