"""Change in pairs: the same people before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from scipy import special


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


def paired_change(
    before: Sequence[float], after: Sequence[float], *, confidence: float = 0.95
) -> PairedChange:
    """The mean of after - before by the paired t distribution (Student 1908).

    `g_av` = J x mean / mean of the two SDs, J = 1 - 3 / (4 df - 1), df = 2 (n - 1) (Lakens
    2013); `srm` = mean / SD of the differences. Raises `ValueError` naming the argument for
    lengths that differ, no pairs, or values that are not finite.
    """
    first, second = _pairs(before, after)
    if not 0 < confidence < 1:
        raise ValueError(f"confidence: must lie between 0 and 1, not {confidence}")
    change = second - first
    n, mean, df = len(change), float(change.mean()), len(change) - 1
    if n == 1:
        return PairedChange(n, mean, -inf, inf, None, df, None, None, None)
    spread = float(change.std(ddof=1))
    g_av = _g_av(mean, float(first.std(ddof=1)), float(second.std(ddof=1)), n)
    if spread == 0 or np.ptp(change) == 0:
        return PairedChange(n, mean, mean, mean, None, df, None, g_av, None)
    error = spread / sqrt(n)
    reach = float(special.stdtrit(df, 0.5 + confidence / 2)) * error
    t = mean / error
    p_value = float(2 * special.stdtr(df, -abs(t)))
    return PairedChange(n, mean, mean - reach, mean + reach, t, df, p_value, g_av, mean / spread)


def _pairs(
    before: Sequence[float], after: Sequence[float]
) -> tuple["np.ndarray[tuple[int], np.dtype[np.float64]]", ...]:
    first = np.asarray(before, dtype=np.float64)
    second = np.asarray(after, dtype=np.float64)
    if first.ndim != 1 or first.size == 0:
        raise ValueError("before: needs at least one value")
    if second.shape != first.shape:
        raise ValueError("after: must be as long as before")
    for name, values in (("before", first), ("after", second)):
        if not np.isfinite(values).all():
            raise ValueError(f"{name}: holds a value that is not a finite number")
    return first, second


def _g_av(mean: float, sd_before: float, sd_after: float, n: int) -> float | None:
    pooled = (sd_before + sd_after) / 2
    correction = 1 - 3 / (4 * 2 * (n - 1) - 1)
    return correction * mean / pooled if pooled > 0 else None
