"""Who changed by more than the instrument's own error, and who came into the reference range.

Without a reliability that has a source nothing is claimed. Words for people are neutral: nobody
is "cured" by a score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import stdev

from data.indicators.change import ScaleRange
from data.indicators.declarations import CLINICAL_CHANGE, RELIABLE_CHANGE, Indicator
from data.indicators.estimate import Estimate
from data.indicators.pairs import complete_pairs
from data.indicators.proportion import proportion
from data.indicators.statistics import change_classes, clinical_cutoffs

OWN_SPREAD_FROM = 50  # pairs from which the group's own SD may stand in for a missing norm
CLASSES = ("recovered", "improved", "unchanged", "deteriorated")


@dataclass(frozen=True)
class Reliability:
    """What the record of the instrument says: r_xx and SD, each None where it has no source."""

    reliability: float | None
    standard_deviation: float | None


@dataclass(frozen=True)
class Norms:
    """Means and SDs of a group of concern and of a reference group, from the literature."""

    mean_clinical: float
    sd_clinical: float
    mean_functional: float
    sd_functional: float


@dataclass(frozen=True)
class ChangeClassShares:
    """Each class of CLASSES with its share; the four add up to all pairs."""

    recovered: Estimate
    improved: Estimate
    unchanged: Estimate
    deteriorated: Estimate
    cutoff: float | None

    def shares(self) -> dict[str, Estimate]:
        """The estimates by the names of CLASSES."""
        return {name: getattr(self, name) for name in CLASSES}


def reliable_change(
    before: Sequence[float], after: Sequence[float], *,
    record: Reliability, scale: ScaleRange, started: int,
) -> ChangeClassShares:  # fmt: skip
    """Improved, unchanged and deteriorated beyond 1.96 standard errors; nobody is `recovered`.

    A missing SD is taken from the group itself from 50 pairs on, and said.

    >>> found = reliable_change([40.0, 50.0, 60.0], [55.0, 52.0, 45.0], started=3,
    ...     record=Reliability(0.8, 7.5), scale=ScaleRange(0, 100, higher_is_better=True))
    >>> [share.n for share in found.shares().values()]
    [0, 1, 1, 1]
    """
    first, last = complete_pairs(before, after)
    return _classes(RELIABLE_CHANGE, first, last, record, None, scale, started)


def clinically_significant_change(
    before: Sequence[float], after: Sequence[float], *,
    record: Reliability, norms: Norms | None, scale: ScaleRange, started: int,
) -> ChangeClassShares:  # fmt: skip
    """As `reliable_change`, and of the improved those who crossed the cut-off c are `recovered`.

    >>> norms = Norms(40, 7.5, 60, 7.5)
    >>> found = clinically_significant_change([32.5] * 20, [47.5] * 10 + [52.5] * 10, started=20,
    ...     record=Reliability(0.8, 7.5), norms=norms,
    ...     scale=ScaleRange(0, 100, higher_is_better=True))
    >>> found.cutoff, found.recovered.n, found.improved.n
    (50.0, 10, 10)
    """
    first, last = complete_pairs(before, after)
    if norms is None or norms.mean_clinical == norms.mean_functional:
        return _untold(CLINICAL_CHANGE, len(first), started, "norms_not_established")
    cutoff = clinical_cutoffs(
        mean_clinical=norms.mean_clinical, sd_clinical=norms.sd_clinical,
        mean_functional=norms.mean_functional, sd_functional=norms.sd_functional,
    ).c  # fmt: skip
    return _classes(CLINICAL_CHANGE, first, last, record, cutoff, scale, started)


def _classes(
    indicator: Indicator, first: list[float], last: list[float], record: Reliability,
    cutoff: float | None, scale: ScaleRange, started: int,
) -> ChangeClassShares:  # fmt: skip
    n = len(first)
    if record.reliability is None or not 0 <= record.reliability < 1:
        return _untold(indicator, n, started, "reliability_not_established")
    own = stdev(first) if record.standard_deviation is None and n >= OWN_SPREAD_FROM else None
    spread = record.standard_deviation or own
    if not spread:
        return _untold(indicator, n, started, "reliability_not_established")
    if n == 0:
        return _untold(indicator, n, started, "no_pairs")
    counted = change_classes(
        first, last, sd=spread, reliability=record.reliability, cutoff=cutoff,
        higher_is_better=scale.higher_is_better,
    )  # fmt: skip
    said: tuple[str, ...] = ("no_comparison_group", "regression_to_the_mean")
    said += ("own_spread",) if own else ()
    shares = {
        name: proportion(indicator, getattr(counted, name), n, n_missing=started - n, caveats=said)
        for name in CLASSES
    }
    return ChangeClassShares(**shares, cutoff=cutoff)


def _untold(indicator: Indicator, n: int, started: int, reason: str) -> ChangeClassShares:
    nothing = Estimate.not_estimable(
        indicator.code, reason=reason, n=n, n_missing=started - n, unit="proportion",
        method="wilson",
    )  # fmt: skip
    return ChangeClassShares(nothing, nothing, nothing, nothing, None)
