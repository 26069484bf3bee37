"""How often the intervals of the newer methods hold the truth, over 4,000 simulated studies."""

from collections.abc import Callable

import numpy as np
import pytest

from data.indicators import statistics as core

RUNS = 4000
Random = np.random.Generator
Study = Callable[[Random], tuple[float | None, float | None]]


def incidence(random: Random) -> tuple[float, float]:
    """60 people, hazards .05 and .10 a month, some still watched: truth at six months .1978."""
    one, other = random.exponential(20, 60), random.exponential(10, 60)
    watched = random.uniform(3, 24, 60)
    days = np.minimum(np.minimum(one, other), watched)
    codes = np.where(days == watched, 0, np.where(one < other, 1, 2))
    _, interval = core.incidence_interval(days, codes, event=1, at=6)
    return interval.low, interval.high


def ratio(random: Random) -> tuple[float | None, float | None]:
    """80 people who differ threefold in how often they offend; the same rates before and during."""
    people = random.gamma(2, 0.5, 80)
    days = random.integers(60, 120, (2, 80))
    events = random.poisson(0.006 * people * days)
    if min(events.sum(axis=1)) == 0:
        return None, None
    found = core.clustered_rate_ratio(events[0], days[0], events[1], days[1])
    return found.low, found.high


def median(random: Random) -> tuple[float | None, float | None]:
    interval = core.median_interval(random.exponential(1, 31))
    return (interval.low, interval.high) if interval else (None, None)


def frequency(random: Random) -> tuple[float | None, float | None]:
    offences = random.negative_binomial(1, 0.6, 120)
    values, people = np.unique(offences, return_counts=True)
    interval = core.mean_count_interval(values, people)
    return (interval.low, interval.high) if interval else (None, None)


def standardised(random: Random) -> tuple[float | None, float | None]:
    lasting = random.normal(50, 10, 40)
    before, after = lasting + random.normal(0, 8, (2, 40))
    interval = core.standardised_change_interval(before, after + 4)
    return (interval.low, interval.high) if interval else (None, None)


SPREAD = float(np.sqrt(10**2 + 8**2))
STUDIES: dict[str, tuple[Study, float, float, float]] = {
    # the study, the truth, and between which shares it must be covered
    "incidence": (incidence, (1 - np.exp(-0.15 * 6)) / 3, 0.94, 0.97),
    "clustered ratio": (ratio, 1.0, 0.935, 0.96),
    # a median of 31 has few possible limits: BCa falls short by two points, as scipy's does
    "median (BCa)": (median, float(np.log(2)), 0.92, 0.97),
}
SLOW = {
    "mean count (BCa)": (frequency, 2 / 3, 0.93, 0.96),
    "g_av (BCa)": (standardised, 4 / SPREAD, 0.925, 0.96),
}


def covered(study: Study, truth: float, runs: int) -> float:
    random = np.random.default_rng(20220627)
    limits = [study(random) for _ in range(runs)]
    told = [(low, high) for low, high in limits if low is not None and high is not None]
    assert len(told) >= 0.99 * runs
    return float(np.mean([low <= truth <= high for low, high in told]))


@pytest.mark.long
@pytest.mark.parametrize("name", STUDIES)
def test_the_interval_holds_the_truth_as_often_as_it_says(name: str) -> None:
    study, truth, least, most = STUDIES[name]
    assert least <= covered(study, truth, RUNS) <= most


@pytest.mark.long
@pytest.mark.parametrize("name", SLOW)
def test_so_do_the_slower_ones(name: str) -> None:
    study, truth, least, most = SLOW[name]
    assert least <= covered(study, truth, RUNS) <= most
