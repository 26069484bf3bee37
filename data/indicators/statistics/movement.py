"""Movement between levels across periods, agreement on levels, and two standard regressions."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, log, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from data.indicators.statistics.arguments import (
    as_long_as,
    counts,
    numbers,
    share,
)
from data.indicators.statistics.association import chi2_p_value
from data.indicators.statistics.rates import RateRatio


@dataclass(frozen=True)
class Stationarity:
    """A likelihood ratio; df 0 and p 1 where nothing could differ."""

    g2: float
    df: int
    p_value: float


@dataclass(frozen=True)
class Slope:
    """Change of y for one unit of x, others held; p is 0 for a line without any error."""

    slope: float
    low: float
    high: float
    p_value: float
    df: int


def stationarity(tables: Sequence[ArrayLike]) -> Stationarity:
    """Whether several square tables share their row proportions (Anderson and Goodman 1957).

    df = (T - 1) k (k - 1), less what empty rows and columns cannot tell. Raises `ValueError` for
    fewer than two tables, or tables of unequal shape.
    """
    stacked = [np.asarray(table, dtype=np.float64) for table in tables]
    if len(stacked) < 2 or len({table.shape for table in stacked}) != 1 or stacked[0].ndim != 2:
        raise ValueError("tables: needs two or more tables of one shape")
    cube = np.stack(stacked)
    counts("tables", cube.ravel())
    pooled, rows, df, g2 = cube.sum(axis=0), cube.sum(axis=2), 0, 0.0
    for row in range(pooled.shape[0]):
        periods = rows[:, row] > 0
        df += max(0, int(periods.sum()) - 1) * max(0, int((pooled[row] > 0).sum()) - 1)
        expected = np.outer(rows[periods, row], pooled[row] / max(pooled[row].sum(), 1))
        seen = cube[periods, row]
        inside = seen > 0
        g2 += 2 * float((seen[inside] * np.log(seen[inside] / expected[inside])).sum())
    return Stationarity(max(0.0, g2), df, chi2_p_value(max(0.0, g2), df))


def weighted_kappa(table: ArrayLike) -> float:
    """Agreement of two raters on ordered levels, quadratic weights (Cohen 1968).

    Raises `ValueError` for a table that is not square, or ratings that are all the same.
    """
    square = np.asarray(table, dtype=np.float64)
    if square.ndim != 2 or square.shape[0] != square.shape[1] or square.sum() == 0:
        raise ValueError("table: must be square and hold somebody")
    counts("table", square.ravel())
    levels = np.arange(square.shape[0])
    distance = (levels[:, None] - levels[None, :]) ** 2
    chance = np.outer(square.sum(axis=1), square.sum(axis=0)) / square.sum()
    by_chance = float((distance * chance).sum())
    if by_chance == 0:
        raise ValueError("table: all ratings are the same, so that agreement cannot be told")
    return 1 - float((distance * square).sum()) / by_chance


def clustered_rate_ratio(
    events_a: ArrayLike, exposure_a: ArrayLike, events_b: ArrayLike, exposure_b: ArrayLike, *,
    confidence: float = 0.95,
) -> RateRatio:  # fmt: skip
    """Rate a over rate b of the same people, one number a person: Poisson, errors by person.

    Liang and Zeger 1986. Needs an event in a and in b. Raises `ValueError` naming the argument.
    """
    share("confidence", confidence)
    seen = [counts("events_a", events_a, least=2), counts("events_b", events_b, least=2)]
    time = [numbers("exposure_a", exposure_a), numbers("exposure_b", exposure_b)]
    as_long_as("events_b", seen[1], "events_a", seen[0])
    for name, exposure in zip(("exposure_a", "exposure_b"), time, strict=True):
        as_long_as(name, exposure, "events_a", seen[0])
        if (exposure < 0).any() or exposure.sum() <= 0:
            raise ValueError(f"{name}: must be times of which one is above 0")
    if min(seen[0].sum(), seen[1].sum()) == 0:
        raise ValueError("events_a, events_b: each needs an event")
    rates = [float(s.sum() / t.sum()) for s, t in zip(seen, time, strict=True)]
    parts = [(s - r * t) / s.sum() for s, t, r in zip(seen, time, rates, strict=True)]
    people = seen[0].size
    error = sqrt(people / (people - 1) * float(((parts[0] - parts[1]) ** 2).sum()))
    ratio, z = rates[0] / rates[1], float(special.ndtri(0.5 + confidence / 2))
    p_value = float(2 * special.ndtr(-abs(log(ratio)) / error)) if error > 0 else 1.0
    return RateRatio(ratio, ratio * exp(-z * error), ratio * exp(z * error), p_value)


def adjusted_slope(
    x: ArrayLike, y: ArrayLike, *, adjust_for: Sequence[ArrayLike] = (), confidence: float = 0.95
) -> Slope:
    """The least-squares slope of y on x, with other columns held.

    Raises `ValueError` for lengths that differ, too few rows, or an x that the others explain.
    """
    along, reached = numbers("x", x, least=3), numbers("y", y, least=3)
    as_long_as("y", reached, "x", along)
    others = [numbers("adjust_for", column) for column in adjust_for]
    design = np.column_stack([along, np.ones_like(along), *others])
    df = along.size - design.shape[1]
    if df < 1 or np.linalg.matrix_rank(design) < design.shape[1]:
        raise ValueError("x: cannot be told apart from the other columns, or too few rows")
    inverse = np.linalg.inv(design.T @ design)
    fitted = inverse @ design.T @ reached
    rest = reached - design @ fitted
    error = sqrt(float(rest @ rest) / df * float(inverse[0, 0]))
    slope, t = float(fitted[0]), float(special.stdtrit(df, 0.5 + confidence / 2))
    ratio = abs(slope) / error if error > 0 else inf
    return Slope(
        slope, slope - t * error, slope + t * error, float(2 * special.stdtr(df, -ratio)), df
    )
