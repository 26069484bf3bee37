"""Whether outcomes differ along the hours received: a pattern, never an effect of the hours.

How much somebody receives is chosen by them and by what happens to them; it is counted from the
programme's end, so that nobody could have had the outcome while still receiving hours.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.indicators.declarations import DOSE_RESPONSE
from data.indicators.estimate import Estimate
from data.indicators.statistics import adjusted_slope, proportion_interval, trend

BAND = "band"
LEAST = "from_hours"
MOST = "to_hours"
PEOPLE = "people"
EVENTS = "events"
RATE = "rate"
LOW = "low"
HIGH = "high"
BANDS = (BAND, LEAST, MOST, PEOPLE, EVENTS, RATE, LOW, HIGH)
PER_HOURS = 10
_CAVEATS = ("dose_is_chosen",)


@dataclass(frozen=True)
class DoseResponse:
    """A row a third of the people by hours (columns BANDS), and the trend along them.

    The trend's value is the rate of the last third minus that of the first.
    """

    bands: pd.DataFrame
    trend: Estimate


def dose_response(hours: Sequence[float], happened: Sequence[int]) -> DoseResponse:
    """One entry a participant: hours received (above 0) and whether the outcome came (0 or 1).

    Equal hours stay in one band, so bands may differ in size; each needs 20 people.

    >>> found = dose_response([1.0] * 20 + [2.0] * 20 + [3.0] * 20,
    ...     [1] * 10 + [0] * 10 + [1] * 8 + [0] * 12 + [1] * 4 + [0] * 16)
    >>> round(found.trend.value, 2), round(found.trend.p_value, 3), list(found.bands.people)
    (-0.3, 0.049, [20, 20, 20])
    """
    given, came = np.asarray(hours, dtype=np.float64), np.asarray(happened, dtype=np.float64)
    fits = np.isfinite(given) & np.isfinite(came) & (given > 0)
    missing = int((~fits).sum())
    given, came = given[fits], came[fits]
    band = _thirds(given)
    rows = [_band(number, given[band == number], came[band == number]) for number in range(3)]
    bands = pd.DataFrame([row for row in rows if row], columns=list(BANDS))
    return DoseResponse(bands, _trend(bands, missing))


def dose_slope(
    hours: Sequence[float], before: Sequence[float], after: Sequence[float], *,
    days: Sequence[float] | None = None,
) -> Estimate:  # fmt: skip
    """Points of the later score for every 10 hours, the score before (and days at risk) held.

    >>> hours = [float(1 + h % 30) for h in range(60)]
    >>> before = [50.0 + h % 7 for h in range(60)]
    >>> after = [b + h / 10 + (h % 3) for b, h in zip(before, hours)]
    >>> round(dose_slope(hours, before, after).value, 1)
    1.0
    """
    columns = [np.asarray(column, dtype=np.float64) for column in (hours, before, after)]
    columns += [np.asarray(days, dtype=np.float64)] if days is not None else []
    fits = np.isfinite(np.stack(columns)).all(axis=0) & (columns[0] > 0)
    given, first, last, *held = (column[fits] for column in columns)
    n, needed, missing = int(fits.sum()), 3 * DOSE_RESPONSE.minimum, int((~fits).sum())
    if n < needed:
        return Estimate.insufficient(
            DOSE_RESPONSE.code, n=n, needed=needed, n_missing=missing, unit="points_per_10_hours",
            method="least_squares", caveats=_CAVEATS,
        )  # fmt: skip
    spread = [column for column in (first, *held) if np.ptp(column) > 0]
    reason = "all_alike" if np.ptp(given) == 0 else _inseparable(given, spread)
    if reason is not None:
        return Estimate.not_estimable(
            DOSE_RESPONSE.code, reason=reason, n=n, n_missing=missing,
            unit="points_per_10_hours", method="least_squares", caveats=_CAVEATS,
        )  # fmt: skip
    line = adjusted_slope(given, last, adjust_for=spread)
    return Estimate(
        DOSE_RESPONSE.code, PER_HOURS * line.slope, PER_HOURS * line.low, PER_HOURS * line.high,
        unit="points_per_10_hours", n=n, denominator=float(n), n_missing=missing,
        method="least_squares", p_value=line.p_value, caveats=_CAVEATS,
    )  # fmt: skip


def _inseparable(given: np.ndarray, others: list[np.ndarray]) -> str | None:
    design = np.column_stack([given, np.ones_like(given), *others])
    full = int(np.linalg.matrix_rank(design)) == design.shape[1]
    return None if full else "not_separable"


def _thirds(given: np.ndarray) -> np.ndarray:
    if given.size == 0:
        return np.empty(0, dtype=np.int64)
    edges = np.quantile(given, [1 / 3, 2 / 3], method="inverted_cdf")
    found: np.ndarray = np.searchsorted(edges, given, side="left")
    return found


def _band(number: int, given: np.ndarray, came: np.ndarray) -> tuple[float, ...] | None:
    people, events = given.size, int(came.sum())
    if people == 0:
        return None
    interval = proportion_interval(events, people)
    limits = (events / people, interval.low, interval.high)
    return (number + 1, float(given.min()), float(given.max()), people, events, *limits)


def _trend(bands: pd.DataFrame, missing: int) -> Estimate:
    smallest, n = int(bands[PEOPLE].min()) if len(bands) else 0, int(bands[PEOPLE].sum())
    given = {"n_missing": missing, "method": "cochran_armitage", "caveats": _CAVEATS}
    if len(bands) < 2 and n >= 3 * DOSE_RESPONSE.minimum:
        return Estimate.not_estimable(
            DOSE_RESPONSE.code,
            reason="all_alike",
            n=n,
            unit="proportion_difference",
            **given,  # type: ignore[arg-type]
        )
    difference = float(bands[RATE].iloc[-1] - bands[RATE].iloc[0]) if len(bands) > 1 else None
    if smallest < DOSE_RESPONSE.minimum or difference is None:
        return Estimate.insufficient(
            DOSE_RESPONSE.code, n=smallest, needed=DOSE_RESPONSE.minimum, value=difference,
            unit="proportion_difference", **given,  # type: ignore[arg-type]
        )  # fmt: skip
    tested = trend(bands[EVENTS].tolist(), bands[PEOPLE].tolist(), bands[BAND].tolist())
    return Estimate(
        DOSE_RESPONSE.code, difference, unit="proportion_difference", n=smallest,
        denominator=float(n), p_value=tested.p_value, **given,  # type: ignore[arg-type]
    )  # fmt: skip
