"""Who went up, down, or stayed between two risk assessments.

Not a proof of anything a programme did: static items cannot fall, and who is assessed again was
not drawn by lot.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.indicators.declarations import RISK_TRANSITION, TRANSITION_STATIONARITY
from data.indicators.estimate import Estimate
from data.indicators.proportion import proportion
from data.indicators.statistics import binomial_p, marginal_homogeneity, stationarity

NOT_REASSESSED = "not_reassessed"
ROW_MINIMUM = 5  # people of a level before its percentages are shown
EXACT_BELOW = 25  # who moved; below it the exact sign test


@dataclass(frozen=True)
class TransitionMatrix:
    """From a level (rows) to a level, with those not assessed again as the last column.

    `shares` are row proportions of those reassessed, missing where under 5 were. `test` says
    whether down and up differ: "sign_exact" or "stuart_maxwell"; `p_value` is of that test.
    """

    counts: pd.DataFrame
    shares: pd.DataFrame
    down: Estimate
    same: Estimate
    up: Estimate
    test: str | None
    p_value: float | None
    bowker_p_value: float | None


def risk_transition(
    table: Sequence[Sequence[int]], not_reassessed: Sequence[int], *, levels: Sequence[str]
) -> TransitionMatrix:
    """`table[i][j]` people went from level i to level j (from low to high); and who was missed.

    >>> found = risk_transition([[20, 10, 5], [3, 30, 15], [0, 5, 40]], [4, 0, 6],
    ...     levels=["low", "medium", "high"])
    >>> found.down.n, found.same.n, found.up.n, found.test, round(found.p_value, 4)
    (8, 90, 30, 'stuart_maxwell', 0.001)
    """
    square, lost = np.asarray(table, dtype=np.int64), np.asarray(not_reassessed, dtype=np.int64)
    n = int(square.sum())
    down, up = int(np.tril(square, -1).sum()), int(np.triu(square, 1).sum())
    test, p_value, bowker = _tested(square, down, up)
    counts = pd.DataFrame(square, index=list(levels), columns=list(levels))
    rows = square.sum(axis=1, keepdims=True)
    shares = np.where(rows >= ROW_MINIMUM, square / np.maximum(rows, 1), np.nan)
    reason = None if n else "nobody_reassessed"
    said = [
        proportion(
            RISK_TRANSITION, part, n, n_missing=int(lost.sum()), reason=reason,
            caveats=("static_items",),
        )
        for part in (down, n - down - up, up)
    ]  # fmt: skip
    return TransitionMatrix(
        counts=counts.assign(**{NOT_REASSESSED: lost}),
        shares=pd.DataFrame(shares, index=list(levels), columns=list(levels)),
        down=said[0], same=said[1], up=said[2],
        test=test, p_value=p_value, bowker_p_value=bowker,
    )  # fmt: skip


def _tested(
    square: np.ndarray, down: int, up: int
) -> tuple[str | None, float | None, float | None]:
    if square.sum() < RISK_TRANSITION.minimum or down + up == 0:
        return None, None, None
    whole = marginal_homogeneity(square)
    if down + up < EXACT_BELOW:
        return "sign_exact", binomial_p(down, down + up, 0.5), whole.bowker_p_value
    return "stuart_maxwell", whole.p_value, whole.bowker_p_value


def transition_stationarity(tables: Sequence[Sequence[Sequence[int]]]) -> Estimate:
    """G² of the hypothesis that the row proportions are the same in all periods.

    A level with fewer than 5 people in a period is left out of that period. The value is G², the
    p value that of its chi-squared.

    >>> found = transition_stationarity([[[10, 5], [5, 12]], [[8, 7], [6, 9]]])
    >>> round(found.value, 2), found.n, found.status
    (0.95, 62, 'ok')
    """
    kept = [np.asarray(table, dtype=np.int64).copy() for table in tables]
    for square in kept:
        square[square.sum(axis=1) < ROW_MINIMUM] = 0
    n = int(sum(square.sum() for square in kept))
    told = stationarity(kept) if len(kept) > 1 and n else None
    few = n < TRANSITION_STATIONARITY.minimum
    usable = told is not None and told.df > 0
    return Estimate(
        TRANSITION_STATIONARITY.code,
        told.g2 if told and usable and not few else None,
        unit="statistic",
        n=n,
        method="likelihood_ratio",
        status="insufficient" if few else "ok" if usable else "not_estimable",
        reason="too_few" if few else None if usable else "one_period",
        needed=TRANSITION_STATIONARITY.minimum if few else None,
        p_value=told.p_value if told and usable and not few else None,
    )
