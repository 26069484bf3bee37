"""Whether a programme reaches those who were found to need it.

Participation alone looks good where low-risk people are served; read it beside this, by level.
"""

from dataclasses import dataclass

from data.indicators.declarations import REACH, RECORDED_SHARE
from data.indicators.estimate import Estimate
from data.indicators.proportion import proportion


@dataclass(frozen=True)
class ReachCounts:
    """People in care in a period: with the need (or level), of them reached; never assessed."""

    with_need: int
    reached: int
    not_assessed: int = 0


def reach(counts: ReachCounts) -> Estimate:
    """The share of those with the need who came. Who was not assessed is not in it, but said.

    >>> found = reach(ReachCounts(with_need=40, reached=10, not_assessed=5))
    >>> found.value, found.denominator, found.n_missing
    (0.25, 40.0, 5)
    """
    assessed_few = counts.not_assessed > (1 - RECORDED_SHARE) * (
        counts.with_need + counts.not_assessed
    )
    return proportion(
        REACH,
        counts.reached,
        counts.with_need,
        n_missing=counts.not_assessed,
        reason=None if counts.with_need else "nobody_with_need",
        caveats=("assessment_coverage",) if assessed_few else (),
    )
