"""The statistical core: numbers and arrays in, frozen results out; no data base, no screen."""

from data.indicators.statistics.paired import PairedChange, paired_change
from data.indicators.statistics.proportions import (
    Interval,
    difference_interval,
    proportion_interval,
)

__all__ = [
    "Interval",
    "PairedChange",
    "difference_interval",
    "paired_change",
    "proportion_interval",
]
