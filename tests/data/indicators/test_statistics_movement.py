"""Incidence limits, bootstrap, clustered ratio, slope, movement and agreement, against others."""

import numpy as np
import pytest
import statsmodels.api as sm
from lifelines import AalenJohansenFitter
from scipy import stats
from statsmodels.stats.inter_rater import cohens_kappa

from data.indicators import statistics as core

RANDOM = np.random.default_rng(3)
TIMES = RANDOM.choice(np.arange(1, 2000), 200, replace=False) / 10
CODES = RANDOM.choice([0, 1, 2], 200, p=[0.3, 0.4, 0.3])
DAYS = RANDOM.integers(30, 90, 60), RANDOM.integers(30, 90, 60)
EVENTS = RANDOM.poisson(0.01 * DAYS[0]), RANDOM.poisson(0.02 * DAYS[1])


def test_incidence_and_its_limits_are_those_of_lifelines() -> None:
    fitted = AalenJohansenFitter(calculate_variance=True).fit(TIMES, CODES, 1)
    reached, interval = core.incidence_interval(TIMES, CODES, event=1, at=100)
    limits = fitted.confidence_interval_.loc[:100].iloc[-1]
    assert reached == pytest.approx(fitted.cumulative_density_.loc[:100].iloc[-1, 0])
    assert (interval.low, interval.high) == pytest.approx(tuple(limits))


@pytest.mark.parametrize(("event", "share"), [(1, 1.0), (2, 0.0)])
def test_all_or_nobody_have_the_limits_of_a_proportion(event: int, share: float) -> None:
    reached, interval = core.incidence_interval([1, 2, 2, 3], [1, 1, 1, 1], event=event, at=9)
    wilson = core.proportion_interval(4 * share, 4)
    assert (reached, interval) == (share, wilson)


@pytest.mark.parametrize("n", [30, 31])
def test_the_median_interval_agrees_with_scipy(n: int) -> None:
    values = np.random.default_rng(1).exponential(1, n)
    found = core.median_interval(values)
    other = stats.bootstrap((values,), np.median, method="BCa", rng=1).confidence_interval
    assert found is not None
    assert (found.low, found.high) == pytest.approx(other, abs=0.05)


def test_a_large_median_has_limits_by_its_order_and_a_constant_one_none() -> None:
    found = core.median_interval(np.arange(10_001))
    assert found is not None
    # 5000 +- 1.96 x sqrt(10001) / 2
    assert (found.low, found.high) == pytest.approx((4902, 5099), abs=1)
    assert core.median_interval([0.5] * 12) is None
    assert core.median_interval([0.5]) is None


def _g_av(before: np.ndarray, after: np.ndarray, axis: int = -1) -> np.ndarray:
    n = before.shape[axis]
    spread = (after.std(axis=axis, ddof=1) + before.std(axis=axis, ddof=1)) / 2
    return (1 - 3 / (8 * (n - 1) - 1)) * (after - before).mean(axis=axis) / spread


def test_the_interval_of_g_av_agrees_with_scipy_and_between_small_and_large() -> None:
    random = np.random.default_rng(1)
    before = random.normal(50, 10, 40)
    after = before + random.normal(3, 6, 40)
    found = core.standardised_change_interval(before, after)
    other = stats.bootstrap((before, after), _g_av, paired=True, method="BCa", rng=1)
    assert found is not None
    assert (found.low, found.high) == pytest.approx(other.confidence_interval, abs=0.01)
    many = core.standardised_change_interval(np.tile(before, 126), np.tile(after, 126))
    assert many is not None
    small = found.high - found.low
    assert many.high - many.low == pytest.approx(small / np.sqrt(126), rel=0.1)
    assert core.standardised_change_interval([5, 5, 5], [6, 6, 6]) is None


def test_the_interval_of_a_mean_count_agrees_with_scipy() -> None:
    found = core.mean_count_interval([0, 1, 2, 3], [60, 20, 8, 2])
    people = np.repeat([0, 1, 2, 3], [60, 20, 8, 2])
    other = stats.bootstrap((people,), np.mean, method="BCa", rng=1).confidence_interval
    assert found is not None
    assert (found.low, found.high) == pytest.approx(other, abs=0.02)
    assert core.mean_count_interval([0], [40]) is None


def test_the_clustered_ratio_is_that_of_a_poisson_model_with_errors_by_person() -> None:
    found = core.clustered_rate_ratio(EVENTS[0], DAYS[0], EVENTS[1], DAYS[1])
    people = np.arange(60)
    design = np.column_stack([np.ones(120), np.repeat([1, 0], 60)])
    model = sm.GLM(
        np.concatenate(EVENTS), design, family=sm.families.Poisson(),
        offset=np.log(np.concatenate(DAYS)),
    )  # fmt: skip
    groups = {"groups": np.tile(people, 2), "use_correction": False}
    fitted = model.fit(cov_type="cluster", cov_kwds=groups)
    assert found.ratio == pytest.approx(np.exp(fitted.params[1]))
    assert found.low is not None and found.ratio is not None
    error = np.log(found.ratio / found.low) / 1.959964
    assert error == pytest.approx(fitted.bse[1] * np.sqrt(60 / 59), rel=1e-6)


def test_the_slope_is_that_of_least_squares() -> None:
    x, z, noise = np.random.default_rng(2).normal(size=(3, 50))
    found = core.adjusted_slope(x, x + z + noise, adjust_for=[z])
    fitted = sm.OLS(x + z + noise, np.column_stack([x, np.ones(50), z])).fit()
    assert (found.slope, found.p_value) == pytest.approx((fitted.params[0], fitted.pvalues[0]))
    assert (found.low, found.high) == pytest.approx(tuple(fitted.conf_int()[0]))
    with pytest.raises(ValueError, match="x"):
        core.adjusted_slope([1, 1, 1, 1], [1, 2, 3, 4])


def test_stationarity_adds_up_the_rows() -> None:
    tables = [[[10, 5], [3, 12]], [[8, 7], [6, 9]]]
    found = core.stationarity(tables)
    rows = [[tables[0][row], tables[1][row]] for row in (0, 1)]
    expected = sum(
        stats.chi2_contingency(row, correction=False, lambda_="log-likelihood").statistic
        for row in rows
    )
    assert (found.g2, found.df) == (pytest.approx(expected), 2)
    assert core.stationarity([tables[0], tables[0]]).p_value == 1


def test_weighted_kappa_is_that_of_statsmodels() -> None:
    table = [[20, 5, 0], [3, 15, 4], [1, 2, 10]]
    assert core.weighted_kappa(table) == pytest.approx(cohens_kappa(table, wt="quadratic").kappa)


def test_unequal_units_are_drawn_in_by_their_size() -> None:
    shrunken = core.shrink([5, 50, 10, 120, 30], [10, 100, 40, 300, 100])
    raw = np.array([0.5, 0.5, 0.25, 0.4, 0.3])
    assert abs(shrunken[0] - raw[0]) > abs(shrunken[1] - raw[1])
    assert (np.abs(shrunken - shrunken.mean()) < np.abs(raw - raw.mean()) + 0.05).all()
    assert list(core.shrink([0, 0, 0, 0], [10, 20, 30, 40])) == [0, 0, 0, 0]
    same = core.shrink([18, 9, 20, 14], 45)
    assert core.shrink([18, 9, 20, 14], [45] * 4) == pytest.approx(same)
