"""How large a change is beside the spread of the scores: one convention, g_av of Lakens (2013).

Never to be compared with the SRM, or with the g of another study: their denominators differ.
"""

from collections.abc import Sequence

from data.indicators.change import ScaleRange
from data.indicators.declarations import EFFECT_SIZE
from data.indicators.estimate import Estimate
from data.indicators.pairs import complete_pairs
from data.indicators.statistics import paired_change, standardised_change_interval


def effect_size(
    before: Sequence[float], after: Sequence[float], *, scale: ScaleRange, started: int
) -> Estimate:
    """g_av with its bootstrap interval, turned so that + is better.

    Under 20 pairs the value is kept and the status says `insufficient`; scores without any
    spread have no size.

    >>> pre, post = [9, 6, 7, 8, 7, 9, 8, 8, 8, 7] * 2, [9, 7, 8, 9, 8, 9, 9, 10, 9, 9] * 2
    >>> found = effect_size(pre, post, scale=ScaleRange(0, 10, higher_is_better=True), started=20)
    >>> round(found.value, 2), found.status
    (1.14, 'ok')
    """
    first, last = complete_pairs(before, after)
    sign = 1 if scale.higher_is_better else -1
    first, last = [sign * score for score in first], [sign * score for score in last]
    n = len(first)
    value = paired_change(first, last).g_av if n > 1 else None
    interval = standardised_change_interval(first, last) if value is not None else None
    few = n < EFFECT_SIZE.minimum
    untold = None if few else "no_spread" if value is None else None
    return Estimate(
        EFFECT_SIZE.code,
        value,
        interval.low if interval and not few else None,
        interval.high if interval and not few else None,
        unit="standard_deviations",
        n=n,
        denominator=float(started),
        n_missing=started - n,
        method="bca",
        status="insufficient" if few else "not_estimable" if untold else "ok",
        reason="too_few" if few else untold,
        needed=EFFECT_SIZE.minimum if few else None,
        caveats=("no_comparison_group", "regression_to_the_mean"),
    )
