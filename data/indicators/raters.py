"""Whether two raters who see the same person on the same day say the same.

The record of an instrument's reliability needs this from at least 30 people rated twice, before
any change of a person is called reliable.
"""

from collections.abc import Sequence

import numpy as np

from data.indicators.declarations import RATER_RELIABILITY
from data.indicators.estimate import Estimate
from data.indicators.statistics import icc, weighted_kappa

DRAWS = 1000
LARGE = 2000  # people a draw
_SEED = 1979


def rater_reliability(ratings: Sequence[Sequence[float]]) -> Estimate:
    """ICC(2,1) of people x raters, with a bootstrap interval over people.

    A row with a missing rating is missing. Ratings without any spread cannot be told.

    >>> rows = [[40 + 2 * k, 41 + 2 * k] for k in range(30)]
    >>> found = rater_reliability(rows)
    >>> round(found.value, 2), found.n, found.status
    (1.0, 30, 'ok')
    """
    table = _table(ratings)
    kept = table[np.isfinite(table).all(axis=1)]
    return _estimate(kept, len(ratings) - len(kept), "icc_2_1")


def level_agreement(ratings: Sequence[tuple[int, int]], *, levels: int) -> Estimate:
    """Quadratic weighted kappa of two raters' levels (0 to `levels` - 1), same interval.

    >>> round(level_agreement([(0, 0), (1, 1), (2, 2)] * 12, levels=3).value, 2)
    1.0
    """
    table = _table(ratings)
    fits = ((table >= 0) & (table < levels)).all(axis=1)
    return _estimate(table[fits], int((~fits).sum()), "weighted_kappa")


def _table(ratings: Sequence[Sequence[float]]) -> np.ndarray:
    return np.asarray(ratings, dtype=np.float64) if len(ratings) else np.empty((0, 2))


def _estimate(table: np.ndarray, missing: int, method: str) -> Estimate:
    n = len(table)
    value = _agreement(table, method) if n > 1 else None
    few = n < RATER_RELIABILITY.minimum
    limits = (None, None) if few or value is None else _limits(table, method)
    untold = value is None and not few
    return Estimate(
        RATER_RELIABILITY.code,
        value,
        *limits,
        unit="agreement",
        n=n,
        denominator=float(n),
        n_missing=missing,
        method=method,
        status="insufficient" if few else "not_estimable" if untold else "ok",
        reason="too_few" if few else "no_spread" if untold else None,
        needed=RATER_RELIABILITY.minimum if few else None,
    )


def _agreement(table: np.ndarray, method: str) -> float | None:
    """None where the ratings do not differ, so that agreement cannot be told."""
    try:
        if method == "icc_2_1":
            return icc(table)
        whole = table.astype(np.int64)
        levels = int(whole.max()) + 1
        square = np.bincount(whole[:, 0] * levels + whole[:, 1], minlength=levels**2)
        return weighted_kappa(square.reshape(levels, levels))
    except ValueError:
        return None


def _limits(table: np.ndarray, method: str) -> tuple[float | None, float | None]:
    """Percentiles over draws of people; many people are drawn 2,000 at a time, and scaled."""
    random, n = np.random.default_rng(_SEED), len(table)
    size = min(n, LARGE)
    draws = [
        found
        for _ in range(DRAWS)
        if (found := _agreement(table[random.integers(0, n, size)], method)) is not None
    ]
    if len(draws) < DRAWS // 2:
        return None, None
    middle = float(np.mean(draws)) if size < n else 0.0
    shift = (_agreement(table, method) or 0.0) - middle if size < n else 0.0
    narrower = float(np.sqrt(size / n))
    low, high = (middle + narrower * (np.quantile(draws, [0.025, 0.975]) - middle)) + shift
    return float(low), float(high)
