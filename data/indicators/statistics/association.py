"""Tests of tables, and what stands beside a test: many at once, and what was not measured."""

from dataclasses import dataclass
from math import isnan, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from data.indicators.statistics.arguments import (
    Numbers,
    as_long_as,
    counts,
    number,
    numbers,
    positive,
)


@dataclass(frozen=True)
class MarginalHomogeneity:
    """Whether a square table moved: its margins (Stuart-Maxwell) and its pairs (Bowker)."""

    stuart_maxwell: float
    df: int
    p_value: float
    bowker: float
    bowker_df: int
    bowker_p_value: float


@dataclass(frozen=True)
class Trend:
    """A chi-squared with one degree of freedom."""

    chi2: float
    p_value: float


@dataclass(frozen=True)
class EValue:
    """How strongly an unmeasured cause must act on both sides to explain the ratio away.

    `limit` is the same for the interval limit nearest 1; None when that limit is not given.
    """

    point: float
    limit: float | None


def marginal_homogeneity(table: ArrayLike) -> MarginalHomogeneity:
    """Row i, column j: how many went from level i to level j (Stuart 1955, Bowker 1948).

    Nothing is added to zeros. Levels, or pairs of levels, between which nobody moved take no
    degree of freedom; when nobody moved at all both p values are 1. Raises `ValueError` for a
    table that is not square or holds anything but counts.
    """
    square = _square(table)
    either = square + square.T
    np.fill_diagonal(either, 0)
    moved = square.sum(axis=1) - square.sum(axis=0)
    spread = np.diag(either.sum(axis=1)) - either
    # each group of levels that people moved among loses one degree: its margins add up
    df = int(np.linalg.matrix_rank(spread, hermitian=True))
    stuart = float(moved @ np.linalg.pinv(spread, hermitian=True) @ moved)
    upper = np.triu_indices(len(square), 1)
    both, gap = either[upper], (square - square.T)[upper]
    seen = both > 0
    bowker, pairs = float((gap[seen] ** 2 / both[seen]).sum()), int(seen.sum())
    return MarginalHomogeneity(
        stuart, df, chi2_p_value(stuart, df), bowker, pairs, chi2_p_value(bowker, pairs)
    )


def trend(events: ArrayLike, n: ArrayLike, scores: ArrayLike) -> Trend:
    """Whether a proportion rises or falls along scored groups (Cochran 1954, Armitage 1955).

    As R's `prop.trend.test`. When all or none had the event, chi2 is 0. Raises `ValueError` for
    lists that differ in length, events > n, n = 0, or scores that are all the same.
    """
    seen, size = counts("events", events, least=2), positive("n", n, least=2)
    along = numbers("scores", scores, least=2)
    as_long_as("n", size, "events", seen)
    as_long_as("scores", along, "events", seen)
    if (seen > size).any():
        raise ValueError("events: holds more events than n")
    if np.ptp(along) == 0:
        raise ValueError("scores: must not all be the same")
    rate = seen.sum() / size.sum()
    centred = along - np.average(along, weights=size)
    variance = rate * (1 - rate) * (size * centred**2).sum()
    chi2 = float((centred * seen).sum() ** 2 / variance) if variance > 0 else 0.0
    return Trend(chi2, chi2_p_value(chi2, 1))


def adjust_p(p_values: ArrayLike) -> Numbers:
    """The p values of one family, adjusted for their number (Benjamini and Hochberg 1995).

    In the order given; no p value gives an empty array. Raises `ValueError` outside 0 to 1.
    """
    given = numbers("p_values", p_values, least=0)
    if ((given < 0) | (given > 1)).any():
        raise ValueError("p_values: holds a value outside 0 to 1")
    order = np.argsort(given)[::-1]
    raised = given[order] * (given.size / np.arange(given.size, 0, -1))
    adjusted = np.empty_like(given)
    adjusted[order] = np.minimum.accumulate(raised)
    return adjusted


def e_value(
    ratio: float, low: float | None = None, high: float | None = None, *, rare: bool = True
) -> EValue:
    """The E-value of a risk ratio, or of a hazard ratio (VanderWeele and Ding 2017).

    `rare=False` (more than about 15 % have the outcome) first turns a hazard ratio into a risk
    ratio. `limit` is 1 when the interval holds 1. Raises `ValueError` for ratio not above 0 or
    limits on the wrong side of it.

    >>> found = e_value(3.9, 1.8, 8.7)
    >>> round(found.point, 2), round(found.limit, 2)
    (7.26, 3.0)
    """
    number("ratio", ratio, above=0)
    if low is not None and (isnan(low) or not 0 <= low <= ratio):
        raise ValueError(f"low: must lie between 0 and ratio, not {low}")
    if high is not None and (isnan(high) or high < ratio):
        raise ValueError(f"high: must be at least ratio, not {high}")
    near = low if ratio > 1 else high
    limit: float | None = None
    if (low is not None and high is not None and low <= 1 <= high) or ratio == 1:
        limit = 1.0
    elif near is not None:
        holds_one = near <= 1 if ratio > 1 else near >= 1
        limit = 1.0 if holds_one else _e_value(near, rare=rare)
    return EValue(_e_value(ratio, rare=rare), limit)


def chi2_p_value(chi2: float, df: int) -> float:
    """The upper tail of chi-squared; 1 without a degree of freedom."""
    return float(special.chdtrc(df, chi2)) if df else 1.0


def _square(table: ArrayLike) -> Numbers:
    try:
        square = np.array(table, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError("table: must be square, with two levels or more") from error
    if square.ndim != 2 or square.shape[0] != square.shape[1] or square.shape[0] < 2:
        raise ValueError("table: must be square, with two levels or more")
    if counts("table", square.ravel()).sum() == 0:
        raise ValueError("table: holds nobody")
    return square


def _e_value(ratio: float, *, rare: bool) -> float:
    risk = ratio if rare else (1 - 0.5 ** sqrt(ratio)) / (1 - 0.5 ** sqrt(1 / ratio))
    above = risk if risk >= 1 else 1 / risk
    return above + sqrt(above * (above - 1))
