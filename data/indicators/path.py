"""The mean score month by month since the start: a line of means, never the lines of persons.

The people are not the same at each month, and who is assessed was not drawn by lot: a line that
rises can also be one that low scorers have left.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import special

MONTH, MEAN, LOW, HIGH, PEOPLE = "month", "mean", "low", "high", "people"
PATH = (MONTH, MEAN, LOW, HIGH, PEOPLE)
FEWEST = 10  # people behind a mean
MOST_MONTHS = 24


def mean_path(
    people: Sequence[int], months: Sequence[float], scores: Sequence[float]
) -> pd.DataFrame:
    """One row a month with ten people or more, raw scores: columns PATH, a t interval of 95 %.

    A person counts once a month, by the mean of their scores; a baseline before the start counts
    as month 0.

    >>> found = mean_path(list(range(12)) * 2, [-0.4] * 12 + [1.2] * 12, [50, 54] * 6 + [60] * 12)
    >>> found[[MONTH, MEAN, PEOPLE]].values.tolist()
    [[0.0, 52.0, 12.0], [1.0, 60.0, 12.0]]
    """
    rows = pd.DataFrame({"person": list(people), MONTH: list(months), MEAN: list(scores)})
    rows = rows[np.isfinite(rows[MONTH]) & np.isfinite(rows[MEAN])]
    rows[MONTH] = rows[MONTH].clip(lower=0).round().astype(int)
    each = rows[rows[MONTH] <= MOST_MONTHS].groupby([MONTH, "person"])[MEAN].mean()
    by_month = each.groupby(MONTH).agg(["mean", "std", "count"])
    enough = by_month[by_month["count"] >= FEWEST]
    reach = special.stdtrit(enough["count"] - 1, 0.975) * enough["std"] / np.sqrt(enough["count"])
    found = pd.DataFrame(
        {
            MONTH: enough.index,
            MEAN: enough["mean"],
            LOW: enough["mean"] - reach,
            HIGH: enough["mean"] + reach,
            PEOPLE: enough["count"],
        },
        columns=list(PATH),
    ).reset_index(drop=True)
    return found.astype({MONTH: "int64", PEOPLE: "int64"})
