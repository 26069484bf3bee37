"""Agreement with established libraries, on many inputs drawn once and for all by a seed."""

import warnings

import numpy as np
import pytest
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.statistics import logrank_test
from scipy import optimize, stats
from statsmodels.stats.contingency_tables import SquareTable
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestPower
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from data.indicators import statistics as core

SEEDS = range(12)


def _pairs(seed: int, n: int) -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    before = draw.normal(60, 10, n)
    return before, before + draw.normal(3, 8, n)


def _followed(seed: int, n: int = 60) -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    return draw.integers(0, 12, n).astype(float), draw.integers(0, 2, n)


@pytest.mark.parametrize(("method", "theirs"), [("wilson", "wilson"), ("clopper-pearson", "beta")])
@pytest.mark.parametrize(("events", "n"), [(0, 7), (1, 7), (7, 7), (12, 40), (499, 1000)])
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.998])
def test_a_proportion_has_the_limits_of_statsmodels(
    method: str, theirs: str, events: int, n: int, confidence: float
) -> None:
    found = core.proportion_interval(events, n, confidence=confidence, method=method)
    low, high = proportion_confint(events, n, alpha=1 - confidence, method=theirs)
    assert (found.low, found.high) == pytest.approx((max(low, 0), high), abs=1e-9)


@pytest.mark.parametrize("counts", [(56, 70, 48, 80), (9, 10, 3, 10), (0, 10, 3, 30), (5, 9, 5, 9)])
def test_a_difference_has_the_newcombe_limits_of_statsmodels(
    counts: tuple[int, int, int, int],
) -> None:
    found = core.difference_interval(*counts)
    expected = confint_proportions_2indep(*counts, method="newcomb", compare="diff")
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-9)


def test_a_difference_has_the_miettinen_nurminen_limits_that_newcombe_printed() -> None:
    """56 of 70 against 48 of 80: 0.0528 to 0.3382 (Newcombe 1998, Table II)."""
    found = core.difference_interval(56, 70, 48, 80, method="miettinen-nurminen")
    assert (found.low, found.high) == pytest.approx((0.0528, 0.3382), abs=5e-5)


def _score_by_search(counts: tuple[int, int, int, int], at: float) -> float:
    """The score statistic at a difference, its restricted likelihood maximised by search."""
    x, n, y, m = counts

    def unlikely(b: float) -> float:
        return -float(stats.binom.logpmf(x, n, b + at) + stats.binom.logpmf(y, m, b))

    span = (max(0.0, -at) + 1e-12, min(1.0, 1.0 - at) - 1e-12)
    b = optimize.minimize_scalar(
        unlikely, bounds=span, method="bounded", options={"xatol": 1e-12}
    ).x
    a, total = b + at, n + m
    variance = (a * (1 - a) / n + b * (1 - b) / m) * total / (total - 1)
    return float((x / n - y / m - at) ** 2 / variance)


@pytest.mark.parametrize(
    "counts", [(56, 70, 48, 80), (9, 10, 3, 10), (10, 10, 0, 20), (0, 10, 0, 20)]
)
def test_at_a_miettinen_nurminen_limit_the_score_test_just_refuses(
    counts: tuple[int, int, int, int],
) -> None:
    found = core.difference_interval(*counts, method="miettinen-nurminen")
    inside = [limit for limit in (found.low, found.high) if abs(limit) < 1]
    assert inside
    for limit in inside:
        expected = stats.chi2.ppf(0.95, 1)
        assert _score_by_search(counts, limit) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("events", [0, 1, 5, 50, 1000])
def test_a_rate_has_the_chi_squared_limits_of_garwood(events: int) -> None:
    found = core.rate_interval(events, 400)
    low = stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0.0
    assert found.low * 400 == pytest.approx(low)
    assert found.high * 400 == pytest.approx(stats.chi2.ppf(0.975, 2 * events + 2) / 2)


@pytest.mark.parametrize("counts", [(11, 800, 21, 3011), (3, 50, 0, 70), (0, 50, 4, 70)])
def test_a_rate_ratio_is_the_exact_binomial_test_of_its_total(
    counts: tuple[int, float, int, float],
) -> None:
    events_a, exposure_a, events_b, exposure_b = counts
    found = core.rate_ratio(*counts)
    expected = exposure_a / (exposure_a + exposure_b)
    test = stats.binomtest(events_a, events_a + events_b, expected)
    limits = test.proportion_ci(method="exact")
    assert found.p_value == pytest.approx(test.pvalue)
    for limit, share in ((found.low, limits.low), (found.high, limits.high)):
        odds = share / (1 - share) if share < 1 else np.inf
        assert limit == pytest.approx(odds * exposure_b / exposure_a)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_paired_change_is_the_paired_t_test_of_scipy(seed: int) -> None:
    before, after = _pairs(seed, 5 + 3 * seed)
    found, test = core.paired_change(before, after), stats.ttest_rel(after, before)
    assert (found.t, found.df, found.p_value) == pytest.approx(
        (test.statistic, test.df, test.pvalue)
    )
    limits = test.confidence_interval()
    assert (found.low, found.high) == pytest.approx((limits.low, limits.high))


@pytest.mark.parametrize("seed", SEEDS)
def test_ranks_without_ties_are_those_of_scipy(seed: int) -> None:
    before, after = _pairs(seed, 5 + 4 * seed)
    found = core.signed_rank(before, after)
    test = stats.wilcoxon(before, after, alternative="two-sided", correction=True)
    smaller = min(found.statistic, found.n * (found.n + 1) / 2 - found.statistic)
    assert (smaller, found.p_value) == pytest.approx((test.statistic, test.pvalue))


@pytest.mark.parametrize("seed", SEEDS)
def test_ranks_with_ties_count_every_sign(seed: int) -> None:
    draw = np.random.default_rng(seed)
    before, after = draw.integers(0, 5, 12), draw.integers(0, 5, 12)
    changed = before != after
    found = core.signed_rank(before, after)
    test = stats.wilcoxon(
        before[changed], after[changed], method=stats.PermutationMethod(n_resamples=1_000_000)
    )
    assert found.p_value == pytest.approx(test.pvalue)


@pytest.mark.parametrize("seed", SEEDS)
def test_moves_between_levels_are_tested_as_in_statsmodels(seed: int) -> None:
    table = np.random.default_rng(seed).integers(1, 30, (3 + seed % 3, 3 + seed % 3))
    found, theirs = core.marginal_homogeneity(table), SquareTable(table, shift_zeros=False)
    margins, pairs = theirs.homogeneity(), theirs.symmetry()
    assert (found.stuart_maxwell, found.df) == pytest.approx((margins.statistic, margins.df))
    assert (found.bowker, found.bowker_df) == pytest.approx((pairs.statistic, pairs.df))
    assert found.p_value == pytest.approx(margins.pvalue, abs=1e-12)
    assert found.bowker_p_value == pytest.approx(pairs.pvalue, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_curve_has_the_steps_and_limits_of_lifelines(seed: int) -> None:
    durations, events = _followed(seed)
    found = core.kaplan_meier(durations, events)
    fitter = KaplanMeierFitter().fit(durations, events)
    theirs = fitter.survival_function_.iloc[:, 0].loc[found.time]
    assert found.survival == pytest.approx(theirs.to_numpy())
    inside = (found.survival > 0) & (found.survival < 1)
    limits = fitter.confidence_interval_.loc[found.time].to_numpy()
    assert found.low[inside] == pytest.approx(limits[inside, 0])
    assert found.high[inside] == pytest.approx(limits[inside, 1])
    at_risk = fitter.event_table["at_risk"].loc[found.time[found.time > 0]]
    assert found.at_risk[found.time > 0].tolist() == at_risk.tolist()


@pytest.mark.parametrize("seed", SEEDS)
def test_two_curves_are_compared_as_in_lifelines(seed: int) -> None:
    first, second = _followed(seed), _followed(seed + 100, 45)
    found = core.logrank(*first, *second)
    theirs = logrank_test(first[0], second[0], first[1], second[1])
    assert (found.chi2, found.p_value) == pytest.approx((theirs.test_statistic, theirs.p_value))


@pytest.mark.parametrize("seed", SEEDS)
def test_competing_events_add_up_as_in_lifelines_where_nothing_is_tied(seed: int) -> None:
    draw = np.random.default_rng(seed)
    durations, codes = draw.permutation(np.arange(1.0, 61.0)), draw.integers(0, 3, 60)
    codes[0] = 1
    found = core.cumulative_incidence(durations, codes, event=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitter = AalenJohansenFitter(calculate_variance=False).fit(durations, codes, 1)
    theirs = fitter.cumulative_density_.iloc[:, 0].loc[found.time]
    assert found.incidence == pytest.approx(theirs.to_numpy())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_trend_is_the_score_test_of_a_correlation(seed: int) -> None:
    draw = np.random.default_rng(seed)
    n = draw.integers(5, 40, 4)
    events, scores = draw.integers(1, n), np.array([0.0, 1.0, 2.5, 4.0])
    marks = np.concatenate([[1] * e + [0] * (m - e) for e, m in zip(events, n, strict=True)])
    r = np.corrcoef(np.repeat(scores, n), marks)[0, 1]
    found = core.trend(events, n, scores)
    assert found.chi2 == pytest.approx(n.sum() * r**2)
    assert found.p_value == pytest.approx(stats.chi2.sf(found.chi2, 1))


@pytest.mark.parametrize("seed", SEEDS)
def test_many_p_values_are_adjusted_as_in_statsmodels(seed: int) -> None:
    p_values = np.random.default_rng(seed).random(1 + seed) ** 2
    assert core.adjust_p(p_values) == pytest.approx(multipletests(p_values, method="fdr_bh")[1])


@pytest.mark.parametrize(
    ("n", "effect"),
    [(2, 0.5), (5, 0.0), (5, 2.0), (30, 0.1), (30, -0.5), (30, 0.5), (400, 0.0), (400, 0.1)],
)
def test_paired_power_is_that_of_statsmodels(n: int, effect: float) -> None:
    expected = TTestPower().power(effect, n, 0.05)
    assert core.paired_power(n, effect) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(("n", "rate"), [(10, 0.2), (57, 0.31), (300, 0.6)])
def test_funnel_limits_are_those_of_scipys_binomial(n: int, rate: float) -> None:
    for probability, found in zip((0.001, 0.5, 0.999), core.funnel_limits(
        n, rate, [0.001, 0.5, 0.999]
    ), strict=True):  # fmt: skip
        at = stats.binom.ppf(probability, n, rate)
        beyond = stats.binom.cdf(at, n, rate) - probability
        assert found == pytest.approx((at - beyond / stats.binom.pmf(at, n, rate)) / n)


def test_agreement_of_raters_is_the_published_one() -> None:
    """Shrout and Fleiss 1979, table 2: ICC(2,1) = .29."""
    ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    assert core.icc(ratings) == pytest.approx(0.2897638)


@pytest.mark.parametrize(("direction", "points"), [("reduction", 0.21), ("increase", 0.25)])
def test_what_sixty_a_group_can_see_differs_down_and_up(direction: str, points: float) -> None:
    found = core.minimum_detectable_difference(60, 60, 0.31, direction=direction)
    assert found == pytest.approx(points, abs=0.005)


def test_thirty_a_group_cannot_see_any_reduction_of_one_in_five() -> None:
    assert core.minimum_detectable_difference(30, 30, 0.2) is None


def test_the_power_of_two_proportions_is_that_of_the_normal_formula() -> None:
    """50 a group, .50 against .75, written out plainly (Fleiss; the formula of power.prop.test)."""
    n, one, two = 50, 0.5, 0.75
    middle = (one + two) / 2
    spread = (one * (1 - one) + two * (1 - two)) ** 0.5
    reach = stats.norm.ppf(0.975) * (2 * middle * (1 - middle)) ** 0.5
    power = float(stats.norm.cdf((n**0.5 * (two - one) - reach) / spread))
    found = core.minimum_detectable_difference(n, n, one, direction="increase", power=power)
    assert found == pytest.approx(0.25, abs=1e-6)
