"""How much of what was planned people received.

Not to be read as a dose that works: who stays receives more, and staying is not by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from data.indicators.declarations import DOSAGE
from data.indicators.estimate import Estimate
from data.indicators.proportion import proportion
from data.indicators.statistics import median_interval

MOST = 0.8  # of the planned hours; the share above it is shown beside the median


@dataclass(frozen=True)
class Dosage:
    """The median share received, its quartiles, and how many received at least 80 %."""

    median: Estimate
    quartiles: tuple[float, float] | None
    at_least_most: Estimate


def dosage(received: Sequence[float], planned: Sequence[float], *, unknown: int = 0) -> Dosage:
    """One entry a person: hours received and planned; `unknown` people could not be told.

    Entries without a planned number of hours, or that are not numbers, are unknown as well. Where
    all received the same share there is a value and no interval.

    >>> found = dosage([8, 10, 20, 5] * 3, [20] * 12)
    >>> found.median.value, found.at_least_most.value
    (0.45, 0.25)
    """
    shares = [
        float(got) / float(plan)
        for got, plan in zip(received, planned, strict=True)
        if isfinite(got) and isfinite(plan) and got >= 0 and plan > 0
    ]
    missing = unknown + len(received) - len(shares)
    quartiles = None
    if shares:
        first, third = np.quantile(shares, [0.25, 0.75])
        quartiles = float(first), float(third)
    most = sum(share >= MOST for share in shares)
    return Dosage(
        _median(shares, missing),
        quartiles,
        proportion(DOSAGE, most, len(shares), n_missing=missing),
    )


def _median(shares: list[float], missing: int) -> Estimate:
    n, value = len(shares), float(np.median(shares)) if shares else None
    if n < DOSAGE.minimum:
        return Estimate.insufficient(
            DOSAGE.code, n=n, needed=DOSAGE.minimum, value=value, n_missing=missing,
            unit="proportion", method="bca",
        )  # fmt: skip
    interval = median_interval(shares)
    return Estimate(
        DOSAGE.code, value, interval.low if interval else None, interval.high if interval else None,
        unit="proportion", n=n, denominator=float(n), n_missing=missing, method="bca",
        status="ok" if interval else "not_estimable", reason=None if interval else "all_alike",
        caveats=("dose_is_chosen",),
    )  # fmt: skip
