"""Official indicators: A and B of each month, the year's realisation, and the achievement.

Not to be used to compare units with few people: real reports print 666.66 % and n = 1. Nothing
is capped, 0 of 0 is no value, and under 10 (B, monthly average) a figure says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.indicators.declarations import OFFICIAL
from data.indicators.estimate import Estimate


@dataclass(frozen=True)
class MonthlyCount:
    """A and B of one month (1 to 12)."""

    month: int
    numerator: int
    denominator: int

    @property
    def share(self) -> float | None:
        """A / B; None for 0 of 0, and wherever there is no B."""
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True)
class OfficialFigure:
    """The year so far. `target` and `achievement` in percent, None where there is none."""

    realisation: Estimate
    mean_numerator: float | None
    mean_denominator: float | None
    months: int
    target: float | None
    achievement: float | None


def official_figure(
    months: Sequence[MonthlyCount], *, target: float | None, higher_is_better: bool
) -> OfficialFigure:
    """Mean A / mean B of the months that are recorded, against the target in percent.

    >>> months = [MonthlyCount(1, 8, 10), MonthlyCount(2, 12, 15)]
    >>> found = official_figure(months, target=64, higher_is_better=True)
    >>> found.realisation.value, found.mean_denominator, found.achievement
    (0.8, 12.5, 125.0)
    """
    n = len(months)
    mean_a = sum(month.numerator for month in months) / n if n else None
    mean_b = sum(month.denominator for month in months) / n if n else None
    realised = _realised(mean_a, mean_b, missing=12 - n)
    value = None if realised.value is None else 100 * realised.value
    return OfficialFigure(
        realised, mean_a, mean_b, n, target,
        achievement(value, target, higher_is_better=higher_is_better),
    )  # fmt: skip


def achievement(
    realised: float | None, target: float | None, *, higher_is_better: bool
) -> float | None:
    """Achievement in percent of `realised` against `target` (both in percent); never capped.

    >>> achievement(20.0, 25.0, higher_is_better=False)
    120.0
    """
    if realised is None or not target:
        return None
    reached = realised if higher_is_better else 2 * target - realised
    return 100 * reached / target


def _realised(mean_a: float | None, mean_b: float | None, *, missing: int) -> Estimate:
    if mean_a is None or not mean_b:
        return Estimate.not_estimable(
            OFFICIAL.code, reason="no_month" if mean_a is None else "zero_of_zero",
            denominator=mean_b, n_missing=missing, unit="proportion", method="mean_a_over_mean_b",
        )  # fmt: skip
    few = mean_b < OFFICIAL.minimum
    return Estimate(
        OFFICIAL.code, mean_a / mean_b, unit="proportion", n=round(mean_a), denominator=mean_b,
        n_missing=missing, method="mean_a_over_mean_b",
        status="insufficient" if few else "ok", reason="too_few" if few else None,
        needed=OFFICIAL.minimum if few else None,
    )  # fmt: skip
