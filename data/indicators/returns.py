"""Return with a new offence after release, and the one comparison that a lottery allows.

A raw difference between participants and others is no result: who takes part was chosen. Only
where places were drawn by recorded lottery is the difference that of the offer.
"""

from dataclasses import dataclass

from data.indicators.declarations import LOTTERY_DIFFERENCE, RETURNS
from data.indicators.estimate import Estimate
from data.indicators.statistics import difference_interval, proportion_interval


@dataclass(frozen=True)
class ReturnCounts:
    """People of one group: released and followed in full, of them returned; excluded apart."""

    released: int
    returned: int
    excluded: int = 0


def reoffending_rate(counts: ReturnCounts) -> Estimate:
    """The share of one group that returned: a description of the group, not a comparison.

    >>> found = reoffending_rate(ReturnCounts(released=216, returned=66, excluded=9))
    >>> round(found.value, 3), round(found.low, 3), round(found.high, 3)
    (0.306, 0.248, 0.37)
    """
    released = counts.released
    interval = proportion_interval(counts.returned, released) if released else None
    enough = released >= RETURNS.minimum
    return Estimate(
        name=RETURNS.code,
        value=counts.returned / released if released else None,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        unit="proportion",
        n=counts.returned,
        denominator=float(released),
        n_missing=counts.excluded,
        method="wilson",
        status="ok" if enough else "insufficient",
        reason=None if enough else "too_few",
        needed=None if enough else RETURNS.minimum,
        bounds=None,
        p_value=None,
        evidence="A",
        caveats=("no_comparison_group",),
    )


def lottery_difference(
    drawn: ReturnCounts, not_drawn: ReturnCounts, *, method: str = "newcombe"
) -> Estimate:
    """Share returned among the drawn minus that among the others: minus means fewer returned.

    By intention to treat: everybody in the draw, whether they came or not.

    >>> found = lottery_difference(ReturnCounts(216, 48), ReturnCounts(216, 66))
    >>> round(found.value, 3), round(found.low, 3), round(found.high, 4)
    (-0.083, -0.165, -0.0002)
    """
    smallest = min(drawn.released, not_drawn.released)
    counts = (drawn.returned, drawn.released, not_drawn.returned, not_drawn.released)
    interval = difference_interval(*counts, method=method) if smallest else None
    rates = (
        drawn.returned / drawn.released - not_drawn.returned / not_drawn.released
        if (smallest)
        else None
    )
    enough = smallest >= LOTTERY_DIFFERENCE.minimum
    return Estimate(
        name=LOTTERY_DIFFERENCE.code,
        value=rates,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        unit="proportion_difference",
        n=smallest,
        denominator=float(drawn.released + not_drawn.released),
        n_missing=drawn.excluded + not_drawn.excluded,
        method=method,
        status="ok" if enough else "insufficient",
        reason=None if enough else "too_few",
        needed=None if enough else LOTTERY_DIFFERENCE.minimum,
        bounds=None,
        p_value=None,
        evidence="R",
        caveats=("effect_of_the_offer",),
    )


def comparison_refused(n: int) -> Estimate:
    """What is answered when a comparison is asked for and places were not drawn: nothing."""
    return Estimate(
        name=LOTTERY_DIFFERENCE.code,
        value=None,
        low=None,
        high=None,
        unit="proportion_difference",
        n=n,
        denominator=None,
        n_missing=0,
        method="none",
        status="not_estimable",
        reason="no_lottery",
        needed=None,
        bounds=None,
        p_value=None,
        evidence="C",
        caveats=(),
    )
