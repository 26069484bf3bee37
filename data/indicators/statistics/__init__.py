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

__all__ = [
    "ChangeClasses",
    "Cutoffs",
    "EValue",
    "Interval",
    "MarginalHomogeneity",
    "PairedChange",
    "RateRatio",
    "ReliableChange",
    "SignedRank",
    "Trend",
    "adjust_p",
    "change_classes",
    "clinical_cutoffs",
    "difference_interval",
    "e_value",
    "icc",
    "marginal_homogeneity",
    "paired_change",
    "proportion_interval",
    "rate_interval",
    "rate_ratio",
    "reliable_change_index",
    "signed_rank",
    "trend",
]
