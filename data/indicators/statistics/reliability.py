"""Change of one person against the error of the instrument, and agreement of raters."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose, sqrt
from typing import Generic, TypeVar, overload

import numpy as np
from numpy.typing import ArrayLike

from data.indicators.statistics.arguments import Numbers, frozen, number, pairs

RELIABLE = 1.96  # standard errors; the rounded quantile that Jacobson and Truax print


_ONE = (int, float, np.integer, np.floating)
Index = TypeVar("Index", float, Numbers)


@dataclass(frozen=True)
class ReliableChange(Generic[Index]):
    """`index` = change / `s_diff`; a change beyond `smallest_reliable_change` is no error.

    `index` is one number for one person, an array for a list of people.
    """

    index: Index
    s_diff: float
    smallest_reliable_change: float


@dataclass(frozen=True)
class Cutoffs:
    """Where the range of concern ends: `a` by its own norms, `b` by the others', `c` by both."""

    a: float
    b: float
    c: float


@dataclass(frozen=True)
class ChangeClasses:
    """People by class; the four add up to all pairs."""

    recovered: int
    improved: int
    unchanged: int
    deteriorated: int


@overload
def reliable_change_index(
    before: float, after: float, *, sd: float, reliability: float
) -> ReliableChange[float]: ...
@overload
def reliable_change_index(
    before: Sequence[float] | Numbers, after: Sequence[float] | Numbers, *,
    sd: float, reliability: float,
) -> ReliableChange[Numbers]: ...  # fmt: skip
def reliable_change_index(
    before: float | Sequence[float] | Numbers, after: float | Sequence[float] | Numbers, *,
    sd: float, reliability: float,
) -> ReliableChange[float] | ReliableChange[Numbers]:  # fmt: skip
    """Each person's change in standard errors of a difference (Jacobson and Truax 1991).

    `sd` and `reliability` belong to the instrument: s_diff = sd x sqrt(2 (1 - reliability)).
    Raises `ValueError` for sd not above 0 and reliability outside 0 to below 1.

    >>> round(reliable_change_index(32.5, 47.5, sd=7.5, reliability=0.8).index, 2)
    3.16
    """
    s_diff = _s_diff(sd, reliability)
    if isinstance(before, _ONE) and isinstance(after, _ONE):
        change = number("after", float(after)) - number("before", float(before))
        return ReliableChange(change / s_diff, s_diff, RELIABLE * s_diff)
    first, second = pairs(before, after)
    return ReliableChange(frozen((second - first) / s_diff), s_diff, RELIABLE * s_diff)


def clinical_cutoffs(
    *, mean_clinical: float, sd_clinical: float, mean_functional: float, sd_functional: float
) -> Cutoffs:
    """The three cut-offs of Jacobson and Truax (1991), whichever end is the better one.

    a: two SDs from the clinical mean; b: two SDs from the functional mean; c: equally likely
    under both. Raises `ValueError` for an SD not above 0 or two equal means.
    """
    spread_c = number("sd_clinical", sd_clinical, above=0)
    spread_f = number("sd_functional", sd_functional, above=0)
    clinical = number("mean_clinical", mean_clinical)
    functional = number("mean_functional", mean_functional)
    if clinical == functional:
        raise ValueError(f"mean_functional: must differ from mean_clinical, both are {clinical}")
    towards = 1 if functional > clinical else -1
    return Cutoffs(
        a=clinical + towards * 2 * spread_c,
        b=functional - towards * 2 * spread_f,
        c=(spread_c * functional + spread_f * clinical) / (spread_c + spread_f),
    )


def change_classes(
    before: ArrayLike, after: ArrayLike, *,
    sd: float, reliability: float, cutoff: float | None = None, higher_is_better: bool = True,
) -> ChangeClasses:  # fmt: skip
    """How many changed by more than the error of the instrument, and in which direction.

    Recovered: improved, and came from the worse side of `cutoff` to it or beyond; without a
    cut-off nobody is. A change of exactly 1.96 standard errors is unchanged. Raises
    `ValueError` as `reliable_change_index` does, and for lengths that differ.
    """
    first, second = pairs(before, after)
    sign = 1 if higher_is_better else -1
    index = sign * (second - first) / _s_diff(sd, reliability)
    better, worse = index > RELIABLE, index < -RELIABLE
    crossed = np.zeros(index.size, dtype=bool)
    if cutoff is not None:
        edge = sign * number("cutoff", cutoff)
        crossed = better & (sign * first < edge) & (sign * second >= edge)
    recovered, improved, deteriorated = int(crossed.sum()), int(better.sum()), int(worse.sum())
    return ChangeClasses(
        recovered=recovered,
        improved=improved - recovered,
        unchanged=index.size - improved - deteriorated,
        deteriorated=deteriorated,
    )


def icc(ratings: ArrayLike) -> float:
    """Agreement of single ratings, subjects x raters, both random: ICC(2,1).

    Shrout and Fleiss 1979. 1 is full agreement; below 0 raters differ more than subjects do.
    Raises `ValueError` for fewer than two subjects or raters, a missing rating, or ratings that
    are all the same.
    """
    table = np.asarray(ratings, dtype=np.float64)
    if table.ndim != 2 or min(table.shape) < 2 or not np.isfinite(table).all():
        raise ValueError("ratings: needs two or more subjects (rows) and raters, none missing")
    n, k = table.shape
    total = ((table - table.mean()) ** 2).sum()
    if isclose(total, 0, abs_tol=1e-20 * max(1.0, float((table**2).sum()))):
        raise ValueError("ratings: are all the same, so that agreement cannot be told")
    rows = k * ((table.mean(axis=1) - table.mean()) ** 2).sum()
    columns = n * ((table.mean(axis=0) - table.mean()) ** 2).sum()
    between = rows / (n - 1)
    raters = columns / (k - 1)
    error = max(0.0, total - rows - columns) / ((n - 1) * (k - 1))
    spread = between + (k - 1) * error + k * (raters - error) / n
    if spread <= 1e-12 * total:
        raise ValueError("ratings: are too few and too unlike for agreement to be told")
    return float((between - error) / spread)


def _s_diff(sd: float, reliability: float) -> float:
    if not 0 <= reliability < 1:
        raise ValueError(f"reliability: must be at least 0 and below 1, not {reliability}")
    return number("sd", sd, above=0) * sqrt(2 * (1 - reliability))
