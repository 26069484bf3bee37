"""Changes of programmes as the rows of a chart and its table."""

from collections.abc import Sequence

import pandas as pd

from dashboard.charts import dumbbell
from data.answers.change import ProgrammeChange

STARTED, WITHOUT, CEILING, VERSION = "started", "without_post", "ceiling_share", "version"


def change_frame(found: Sequence[ProgrammeChange]) -> pd.DataFrame:
    """One row a programme (and version of the scale) with a pair, in the given order.

    With too few pairs there is no reach: an interval as wide as the scale would hide the others.
    """
    rows = [_row(entry) for entry in found if entry.pre_mean is not None]
    names = (*dumbbell.COLUMNS, STARTED, WITHOUT, CEILING, VERSION)
    return pd.DataFrame(rows, columns=list(names))


def _row(entry: ProgrammeChange) -> dict[str, object]:
    estimate, before = entry.estimate, entry.pre_mean or 0.0
    way = 1 if entry.higher_is_better else -1
    sure = estimate.status == "ok"
    reach = [
        before + way * limit if sure and limit is not None else None
        for limit in (estimate.low, estimate.high)
    ]
    return {
        dumbbell.KEY: f"{entry.programme_code} {entry.instrument_version}",
        dumbbell.NAME: entry.programme_name,
        dumbbell.PRE: entry.pre_mean,
        dumbbell.POST: entry.post_mean,
        dumbbell.CHANGE: estimate.value,
        dumbbell.LOW: estimate.low,
        dumbbell.HIGH: estimate.high,
        dumbbell.REACH_LOW: reach[0],
        dumbbell.REACH_HIGH: reach[1],
        dumbbell.N: estimate.n,
        dumbbell.ENOUGH: sure,
        STARTED: entry.started,
        WITHOUT: entry.without_post,
        CEILING: entry.ceiling_share,
        VERSION: entry.instrument_version,
    }
