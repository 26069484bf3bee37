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
from data.indicators.statistics.movement import (
    Slope,
    Stationarity,
    adjusted_slope,
    clustered_rate_ratio,
    stationarity,
    weighted_kappa,
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
from data.indicators.statistics.proportions import (
    binomial_p,
    difference_interval,
    proportion_interval,
)
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
from data.indicators.statistics.resampling import (
    mean_count_interval,
    median_interval,
    standardised_change_interval,
)
from data.indicators.statistics.survival import (
    CumulativeIncidence,
    KaplanMeier,
    LogRank,
    cumulative_incidence,
    incidence_interval,
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
    "Slope",
    "Stationarity",
    "Trend",
    "adjust_p",
    "adjusted_slope",
    "binomial_p",
    "change_classes",
    "clinical_cutoffs",
    "clustered_rate_ratio",
    "cumulative_incidence",
    "detectable_effect",
    "difference_interval",
    "e_value",
    "funnel_limits",
    "icc",
    "incidence_interval",
    "kaplan_meier",
    "logrank",
    "marginal_homogeneity",
    "mean_count_interval",
    "median_interval",
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
    "standardised_change_interval",
    "stationarity",
    "trend",
    "weighted_kappa",
]
