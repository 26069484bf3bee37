"""How long people wait from referral to their first session, those still waiting included.

Averaging only those who have started would hide the queue.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.indicators.declarations import WAITING_TIME
from data.indicators.estimate import Estimate
from data.indicators.statistics import KaplanMeier, kaplan_meier

HALF, TENTH = 0.5, 0.1  # the shares that still wait at the median and at P90


@dataclass(frozen=True)
class WaitingTime:
    """Days until half, and until nine in ten, had their first session."""

    median: Estimate
    ninetieth: Estimate
    still_waiting: int


def waiting_time(
    days: Sequence[float], started: Sequence[int], *, impossible: int = 0
) -> WaitingTime:
    """One entry a person: days waited, and 1 if the first session came (0: still waiting).

    `impossible` people have a first session before their referral; days that are negative or no
    number are counted among them. A share that has not been reached yet has no value.

    >>> found = waiting_time([10, 20, 20, 30, 30, 40, 50, 60, 90, 90], [1] * 8 + [0, 0])
    >>> found.median.value, found.ninetieth.reason, found.still_waiting
    (30.0, 'not_reached', 2)
    """
    time, came = np.asarray(days, dtype=np.float64), np.asarray(started, dtype=np.float64)
    fits = np.isfinite(time) & (time >= 0)
    time, came = time[fits], came[fits]
    missing = impossible + int((~fits).sum())
    curve = kaplan_meier(time, came) if time.size else None
    median, ninetieth = (_until(curve, share, time.size, missing) for share in (HALF, TENTH))
    return WaitingTime(median, ninetieth, int((came == 0).sum()))


def _until(curve: KaplanMeier | None, waiting: float, n: int, missing: int) -> Estimate:
    """The first day on which at most `waiting` (a share) still wait."""
    method = "kaplan_meier_median" if waiting == HALF else "kaplan_meier_p90"
    given = {"unit": "days", "n_missing": missing, "method": method}
    value = None if curve is None else _first(curve.time, curve.survival, waiting)
    if n < WAITING_TIME.minimum:
        return Estimate.insufficient(
            WAITING_TIME.code, n=n, needed=WAITING_TIME.minimum, value=value,
            denominator=float(n), **given,  # type: ignore[arg-type]
        )  # fmt: skip
    if curve is None or value is None:
        return Estimate.not_estimable(
            WAITING_TIME.code,
            reason="not_reached",
            n=n,
            denominator=float(n),
            **given,  # type: ignore[arg-type]
        )
    return Estimate(
        WAITING_TIME.code, value,
        _first(curve.time, curve.low, waiting), _first(curve.time, curve.high, waiting),
        n=n, denominator=float(n), **given,  # type: ignore[arg-type]
    )  # fmt: skip


def _first(time: np.ndarray, share: np.ndarray, waiting: float) -> float | None:
    """A limit that is unknown because the curve has ended is reached where it ended."""
    reached = np.flatnonzero(np.isnan(share) | (share <= waiting + 1e-12))
    return float(time[reached[0]]) if reached.size else None
