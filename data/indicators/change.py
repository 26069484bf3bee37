"""How the scores of participants changed between the start and the end of a programme.

Not to be used as proof that the programme worked: there is no comparison group, and people who
start low tend to score higher the second time whatever happens (regression to the mean).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data.indicators.declarations import CHANGE, MINIMUM_PAIRS_FOR_TEST
from data.indicators.estimate import Estimate
from data.indicators.pairs import complete_pairs
from data.indicators.statistics import paired_change

CEILING_SHARE = 0.15  # from here on a ceiling is said (Terwee and others 2007)
LOST_SHARE = 0.2  # from here on the missing pairs are said; a house value

Status = Literal["ok", "insufficient", "not_estimable"]


@dataclass(frozen=True)
class ScaleRange:
    """The possible scores of a scale, and which end is the better one."""

    minimum: float
    maximum: float
    higher_is_better: bool

    @property
    def best(self) -> float:
        """The best possible score."""
        return self.maximum if self.higher_is_better else self.minimum


def pre_post_change(
    before: Sequence[float], after: Sequence[float], *, scale: ScaleRange, started: int
) -> Estimate:
    """Mean of after minus before, turned so that + is better; `started` gives the missing.

    Under 10 pairs the value is kept and the status says `insufficient`; a p value is given from
    20 pairs. When all changed equally there is no interval. A score that is no number is missing.

    >>> up = ScaleRange(0, 100, higher_is_better=True)
    >>> found = pre_post_change([50.0] * 10, [51.0, 53.0] * 5, scale=up, started=12)
    >>> found.value, round(found.low, 2), round(found.high, 2), found.n_missing
    (2.0, 1.25, 2.75, 2)
    """
    before, after = complete_pairs(before, after)
    n = len(before)
    sign = 1 if scale.higher_is_better else -1
    oriented = [sign * score for score in before], [sign * score for score in after]
    found = paired_change(*oriented) if n else None
    equal = found is not None and found.t is None
    paired = None if equal else found
    status, reason = _status(n, equal=equal)
    return Estimate(
        name=CHANGE.code,
        value=found.mean if found else None,
        low=float(paired.low) if paired else None,
        high=float(paired.high) if paired else None,
        unit="points",
        n=n,
        denominator=float(started),
        n_missing=started - n,
        method="paired_t",
        status=status,
        reason=reason,
        needed=CHANGE.minimum if reason == "too_few" else None,
        bounds=None,
        p_value=paired.p_value if paired and n >= MINIMUM_PAIRS_FOR_TEST else None,
        evidence="A",
        caveats=_caveats(before, scale, started),
    )


def ceiling_share(before: Sequence[float], scale: ScaleRange) -> float | None:
    """The share that stood at the best possible score before, so that nothing could improve."""
    if not before:
        return None
    return sum(score == scale.best for score in before) / len(before)


def expected_regression(
    before: Sequence[float], *, population_mean: float | None, reliability: float | None
) -> float | None:
    """The mean change to expect of chance alone: (1 - r) x (population mean - mean before).

    Raw, not turned. None unless the instrument's record states both.

    >>> round(expected_regression([50.0, 60.0], population_mean=65, reliability=0.64), 2)
    3.6
    """
    if not before or population_mean is None or reliability is None:
        return None
    return (1 - reliability) * (population_mean - sum(before) / len(before))


def _status(n: int, *, equal: bool) -> tuple[Status, str | None]:
    if n < CHANGE.minimum:
        return "insufficient", "too_few"
    return ("not_estimable", "all_changed_equally") if equal else ("ok", None)


def _caveats(before: Sequence[float], scale: ScaleRange, started: int) -> tuple[str, ...]:
    at_best = ceiling_share(before, scale)
    lost = started - len(before)
    said = {
        "no_comparison_group": True,
        "regression_to_the_mean": True,
        "officer_score": True,
        "ceiling": at_best is not None and at_best >= CEILING_SHARE,
        "many_without_pair": started > 0 and lost / started >= LOST_SHARE,
    }
    return tuple(caveat for caveat, applies in said.items() if applies)
