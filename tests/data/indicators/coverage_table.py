"""How often the intervals of the core hold the truth: exact where outcomes can be counted.

    python -m tests.data.indicators.coverage_table

prints every figure beside what it must be; the tests hold the same figures.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy import stats

from data.indicators import statistics as core

RUNS = 4000
SHARES = np.linspace(0.005, 0.995, 199)
SIZES = (10, 20, 50, 100, 200)
MEANS = (0.3, 1.0, 4.0, 20.0)
ARMS = ((30, 40), (50, 50), (60, 80))
PAIRS = (10, 20, 50)


class Row(NamedTuple):
    """One figure: how often the truth was held, and between what it must lie."""

    name: str
    covered: float
    least: float
    most: float

    @property
    def holds(self) -> bool:
        """Whether it lies there."""
        return self.least <= self.covered <= self.most


def proportions(n: int) -> Iterator[Row]:
    """Over 199 shares, every outcome weighed by its chance."""
    chance = stats.binom.pmf(np.arange(n + 1)[:, None], n, SHARES)
    covered = {}
    for method in ("wilson", "clopper-pearson"):
        limits = [core.proportion_interval(x, n, method=method) for x in range(n + 1)]
        low, high = (np.array([getattr(at, end) for at in limits]) for end in ("low", "high"))
        holds = (low[:, None] <= SHARES) & (high[:, None] >= SHARES)
        covered[method] = (chance * holds).sum(axis=0)
    yield Row(f"Clopper-Pearson, n {n}, worst", float(covered["clopper-pearson"].min()), 0.95, 1)
    yield Row(f"Wilson, n {n}, mean", float(covered["wilson"].mean()), 0.94, 0.96)


def rate(mean: float) -> Row:
    """Garwood's interval of one Poisson count, every outcome weighed by its chance."""
    limits = [core.rate_interval(x, 1) for x in range(120)]
    holds = [at.low <= mean <= at.high for at in limits]
    covered = float(stats.poisson.pmf(np.arange(120), mean)[holds].sum())
    return Row(f"Garwood, mean {mean:g}", covered, 0.95, 1)


def difference(n_a: int, n_b: int) -> Row:
    """Newcombe's interval over 361 pairs of shares, every outcome weighed by its chance."""
    shares = np.linspace(0.05, 0.95, 19)
    limits = [
        [core.difference_interval(a, n_a, b, n_b) for b in range(n_b + 1)] for a in range(n_a + 1)
    ]
    low = np.array([[at.low for at in row] for row in limits])
    high = np.array([[at.high for at in row] for row in limits])
    covered = [
        (
            np.outer(
                stats.binom.pmf(np.arange(n_a + 1), n_a, a),
                stats.binom.pmf(np.arange(n_b + 1), n_b, b),
            )
            * ((low <= a - b) & (a - b <= high))
        ).sum()
        for a in shares
        for b in shares
    ]
    return Row(f"Newcombe, n {n_a} and {n_b}, mean", float(np.mean(covered)), 0.94, 0.96)


def paired(n: int) -> Row:
    """The paired t interval over 4,000 studies of people who gain 3 points."""
    random = np.random.default_rng(n)
    held = 0
    for _ in range(RUNS):
        before = random.normal(50, 10, n)
        found = core.paired_change(before, before + random.normal(3, 8, n))
        held += found.low is not None and found.low <= 3 <= (found.high or 0)
    return Row(f"paired t, n {n}, {RUNS} runs", held / RUNS, 0.94, 0.96)


def rows() -> Iterator[Row]:
    """Every figure."""
    for n in SIZES:
        yield from proportions(n)
    yield from map(rate, MEANS)
    yield from (difference(*arms) for arms in ARMS)
    yield from map(paired, PAIRS)


if __name__ == "__main__":
    for row in rows():
        mark = "ok " if row.holds else "OFF"
        print(f"{mark} {row.name:36} {row.covered:8.4f}   {row.least:.2f} to {row.most:.2f}")
