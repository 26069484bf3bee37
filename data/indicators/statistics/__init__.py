"""The statistical core: numbers and arrays in, frozen results out; no data base, no screen."""

from data.indicators.statistics.arguments import Interval
from data.indicators.statistics.association import (
    EValue,
    MarginalHomogeneity,
    Trend,
    adjust_p,
    e_value,
    marginal_homogeneity,
    trend,
)
from data.indicators.statistics.paired import (
    PairedChange,
    SignedRank,
    paired_change,
    signed_rank,
)
from data.indicators.statistics.power import (
    detectable_effect,
    minimum_detectable_difference,
    paired_power,
)
from data.indicators.statistics.proportions import difference_interval, proportion_interval
from data.indicators.statistics.rates import RateRatio, rate_interval, rate_ratio
from data.indicators.statistics.reliability import (
    ChangeClasses,
    Cutoffs,
    ReliableChange,
    change_classes,
    clinical_cutoffs,
    icc,
    reliable_change_index,
)
from data.indicators.statistics.survival import (
    CumulativeIncidence,
    KaplanMeier,
    LogRank,
    cumulative_incidence,
    kaplan_meier,
    logrank,
)
from data.indicators.statistics.units import (
    Overdispersion,
    funnel_limits,
    overdispersion,
    shrink,
)

__all__ = [
    "ChangeClasses",
    "CumulativeIncidence",
    "Cutoffs",
    "EValue",
    "Interval",
    "KaplanMeier",
    "LogRank",
    "MarginalHomogeneity",
    "Overdispersion",
    "PairedChange",
    "RateRatio",
    "ReliableChange",
    "SignedRank",
    "Trend",
    "adjust_p",
    "change_classes",
    "clinical_cutoffs",
    "cumulative_incidence",
    "detectable_effect",
    "difference_interval",
    "e_value",
    "funnel_limits",
    "icc",
    "kaplan_meier",
    "logrank",
    "marginal_homogeneity",
    "minimum_detectable_difference",
    "overdispersion",
    "paired_change",
    "paired_power",
    "proportion_interval",
    "rate_interval",
    "rate_ratio",
    "reliable_change_index",
    "shrink",
    "signed_rank",
    "trend",
]
