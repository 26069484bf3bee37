"""What the core does where formulas divide by zero, and what it refuses, with whose name."""

from collections.abc import Callable
from math import inf, nan

import numpy as np
import pytest

from data.indicators import statistics as core


def test_no_event_in_either_period_leaves_the_ratio_unknown() -> None:
    assert core.rate_ratio(0, 100, 0, 300) == core.RateRatio(None, None, None, 1.0)


def test_no_event_in_one_period_leaves_one_side_open() -> None:
    none_in_b, none_in_a = core.rate_ratio(5, 10, 0, 10), core.rate_ratio(0, 10, 5, 10)
    assert (none_in_b.ratio, none_in_b.high) == (inf, inf)
    assert (none_in_a.ratio, none_in_a.low) == (0.0, 0.0)
    assert none_in_b.low is not None and none_in_a.high is not None
    assert none_in_b.low == pytest.approx(1 / none_in_a.high)
    assert none_in_b.p_value == none_in_a.p_value == pytest.approx(0.0625)


def test_no_event_still_has_an_upper_limit() -> None:
    found = core.rate_interval(0, 1000)
    assert found.low == 0
    assert found.high == pytest.approx(0.003688879)


def test_nobody_and_everybody_have_limits_within_the_scale() -> None:
    for method in ("wilson", "clopper-pearson"):
        none, everybody = (core.proportion_interval(x, 20, method=method) for x in (0, 20))
        assert none.low == 0.0 < none.high
        assert everybody.low < 1.0 == everybody.high


def test_all_changed_equally_gives_no_test_even_after_rounding() -> None:
    found = core.paired_change([0.1, 0.2, 0.3], [0.2, 0.3, 0.4])
    assert found.mean == pytest.approx(0.1)
    assert (found.low, found.high) == (found.mean, found.mean)
    assert (found.t, found.p_value, found.srm) == (None, None, None)
    assert found.g_av is not None


def test_one_pair_tells_a_change_and_nothing_about_others() -> None:
    found = core.paired_change([50], [55])
    assert (found.n, found.mean, found.low, found.high, found.t) == (1, 5.0, -inf, inf, None)


def test_the_same_score_for_all_before_and_after_has_no_standardised_size() -> None:
    found = core.paired_change([50, 50, 50], [50, 50, 50])
    assert (found.mean, found.g_av, found.srm) == (0.0, None, None)


def test_nobody_changed_gives_a_p_value_of_one() -> None:
    found = core.signed_rank([3, 4, 5], [3, 4, 5])
    assert (found.n, found.statistic, found.p_value) == (0, 0.0, 1.0)


def test_differences_that_only_rounding_tells_apart_are_ties() -> None:
    rounded = core.signed_rank([0.3, 0.2, 0.9], [0.2, 0.1, 0.4])
    assert (rounded.statistic, rounded.p_value) == (6.0, 0.25)
    assert core.signed_rank([0.3, 0.1], [0.2, 0.2]).statistic == 1.5


def test_one_person_has_one_index_and_several_have_an_array() -> None:
    one = core.reliable_change_index(32.5, 47.5, sd=7.5, reliability=0.8)
    several = core.reliable_change_index([32.5, 40.0], [47.5, 40.0], sd=7.5, reliability=0.8)
    assert several.index.tolist() == [one.index, 0.0]
    counted = core.reliable_change_index(np.int64(30), np.int64(40), sd=7.5, reliability=0.8)
    assert counted.index == pytest.approx(10 / one.s_diff)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (59.7, (0, 0, 1, 0)),
        (59.9, (0, 1, 0, 0)),
        (65.0, (1, 0, 0, 0)),  # reaches the cut-off
        (40.1, (0, 0, 0, 1)),
    ],
)
def test_a_change_counts_from_beyond_1_96_errors(
    after: float, expected: tuple[int, int, int, int]
) -> None:
    """s_diff is 5, so that 1.96 errors are 9.8 points."""
    found = core.change_classes([50], [after], sd=12.5**0.5, reliability=0, cutoff=65)
    assert (found.recovered, found.improved, found.unchanged, found.deteriorated) == expected


def test_a_change_within_error_recovers_nobody_whatever_it_crosses() -> None:
    found = core.change_classes([50], [59.7], sd=12.5**0.5, reliability=0, cutoff=55)
    assert found == core.ChangeClasses(0, 0, 1, 0)


def test_where_lower_is_better_the_classes_turn() -> None:
    high = core.change_classes([50, 50, 50], [70, 50, 30], sd=5, reliability=0.8, cutoff=60)
    low = core.change_classes(
        [50, 50, 50], [30, 50, 70], sd=5, reliability=0.8, cutoff=40, higher_is_better=False
    )
    assert high == low == core.ChangeClasses(1, 0, 1, 1)


def test_cutoffs_lie_between_the_groups_whichever_end_is_better() -> None:
    found = core.clinical_cutoffs(
        mean_clinical=60, sd_clinical=5, mean_functional=40, sd_functional=10
    )
    assert (found.a, found.b, found.c) == pytest.approx((50, 60, 160 / 3))


def test_levels_without_anybody_change_nothing() -> None:
    small = core.marginal_homogeneity([[20, 10], [3, 30]])
    large = core.marginal_homogeneity([[20, 0, 10], [0, 0, 0], [3, 0, 30]])
    assert large.stuart_maxwell == pytest.approx(small.stuart_maxwell)
    assert (large.df, large.bowker, large.bowker_df) == (small.df, small.bowker, small.bowker_df)


def test_nobody_moved_gives_p_values_of_one() -> None:
    found = core.marginal_homogeneity([[5, 0, 0], [0, 4, 0], [0, 0, 3]])
    assert (found.stuart_maxwell, found.df, found.p_value) == (0.0, 0, 1.0)
    assert (found.bowker, found.bowker_p_value) == (0.0, 1.0)


def test_a_curve_without_events_stays_at_one() -> None:
    found = core.kaplan_meier([3, 5, 5], [0, 0, 0])
    assert found.time.tolist() == [3, 5]
    assert found.survival.tolist() == found.low.tolist() == found.high.tolist() == [1, 1]
    assert found.at_risk.tolist() == [3, 2]


def test_a_curve_that_ends_at_zero_has_no_limits_there() -> None:
    found = core.kaplan_meier([0, 1, 1], [1, 1, 1])
    assert found.survival.tolist() == pytest.approx([2 / 3, 0])
    assert np.isnan(found.low[-1]) and np.isnan(found.high[-1])
    assert found.low[0] < found.survival[0] < found.high[0]


def test_events_come_before_those_who_leave_on_the_same_day() -> None:
    found = core.kaplan_meier([2, 2, 4], [1, 0, 1])
    assert found.survival.tolist() == pytest.approx([2 / 3, 0])


def test_groups_never_observed_together_cannot_be_compared() -> None:
    assert core.logrank([1, 2], [0, 0], [1, 2], [0, 0]) == core.LogRank(0.0, 1.0)
    assert core.logrank([1, 1], [0, 0], [5, 6], [1, 1]) == core.LogRank(0.0, 1.0)


def test_competing_events_on_the_same_day_are_shared_exactly() -> None:
    durations, codes = [1, 1, 1, 1, 2, 2], [1, 1, 2, 0, 1, 2]
    first = core.cumulative_incidence(durations, codes, event=1)
    second = core.cumulative_incidence(durations, codes, event=2)
    assert first.incidence.tolist() == pytest.approx([2 / 6, 2 / 6 + 3 / 6 * 1 / 2])
    assert second.incidence.tolist() == pytest.approx([1 / 6, 1 / 6 + 3 / 6 * 1 / 2])
    assert core.cumulative_incidence(durations, codes, event=7).incidence.tolist() == [0, 0]


def test_a_release_counted_as_leaving_would_overstate_dropout() -> None:
    """Monthly hazards .05 and .10: 19.8 % in six months, 25.9 % when releases are censored."""
    durations, codes, left = [], [], 1_000_000
    for month in range(1, 7):
        dropped, released = round(0.05 * left), round(0.10 * left)
        durations += [month] * (dropped + released)
        codes += [1] * dropped + [2] * released
        left -= dropped + released
    durations, codes = durations + [7] * left, codes + [0] * left
    true = core.cumulative_incidence(durations, codes, event=1)
    naive = core.kaplan_meier(durations, [code == 1 for code in codes])
    assert true.incidence[5] == pytest.approx(0.05 * (1 - 0.85**6) / 0.15, abs=1e-4)
    assert 1 - naive.survival[5] > true.incidence[5] + 0.05


def test_all_or_none_with_the_event_show_no_trend() -> None:
    assert core.trend([0, 0], [5, 5], [1, 2]) == core.Trend(0.0, 1.0)
    assert core.trend([5, 5], [5, 5], [1, 2]) == core.Trend(0.0, 1.0)


def test_raw_funnel_limits_of_a_small_unit_leave_the_scale() -> None:
    low, high = core.funnel_limits(1, 0.15, [0.001, 0.999])
    assert low < 0
    assert high <= 1


def test_a_unit_without_events_counts_as_half_an_event() -> None:
    found = core.overdispersion([0, 4, 6], [4, 4, 4], kind="ratio", winsor=0)
    z = np.array([np.log(0.125), 0, np.log(1.5)]) * 2
    assert found.phi == pytest.approx((z**2).mean())


def test_units_alike_are_not_overdispersed() -> None:
    assert core.overdispersion([5, 5], [20, 20], kind="proportion") == core.Overdispersion(0, 0)
    assert core.overdispersion([0, 0], [20, 20], kind="proportion") == core.Overdispersion(0, 0)


def test_units_alike_stay_alike_and_chance_shrinks_to_the_mean() -> None:
    assert core.shrink([3, 3, 3, 3], 10) == pytest.approx([0.3] * 4)
    assert core.shrink([2, 3, 3, 4, 3, 3], 10) == pytest.approx([0.3] * 6)


def test_a_family_without_p_values_stays_empty() -> None:
    assert core.adjust_p([]).size == 0


def test_a_ratio_below_one_is_turned_and_its_upper_limit_taken() -> None:
    above, below = core.e_value(2.0, 1.25, 3.2), core.e_value(0.5, 1 / 3.2, 0.8)
    assert (below.point, below.limit) == pytest.approx((above.point, above.limit))


@pytest.mark.parametrize("ratio", [0.9, 1.0, 1.1])
def test_an_interval_that_holds_one_needs_no_hidden_cause(ratio: float) -> None:
    assert core.e_value(ratio, 0.7, 1.6).limit == 1.0


def test_a_frequent_outcome_turns_a_hazard_ratio_into_a_risk_ratio() -> None:
    found = core.e_value(2.0, rare=False)
    risk = (1 - 0.5**2**0.5) / (1 - 0.5**0.5**0.5)
    assert found.point == pytest.approx(risk + (risk * (risk - 1)) ** 0.5)
    assert found.limit is None


def test_a_large_study_sees_a_large_change_for_certain() -> None:
    assert core.paired_power(30, 2.0) == pytest.approx(1.0)
    assert core.paired_power(100_000, 5.0) == 1.0


def test_nothing_lies_below_a_rate_of_zero() -> None:
    assert core.minimum_detectable_difference(100, 100, 0.0) is None
    assert core.minimum_detectable_difference(100, 100, 1.0, direction="increase") is None
    assert core.minimum_detectable_difference(100, 100, 0.0, direction="increase") is not None


Call = Callable[[], object]
REFUSED: list[tuple[str, Call]] = [
    ("events", lambda: core.proportion_interval(-1, 10)),
    ("events", lambda: core.proportion_interval(11, 10)),
    ("events", lambda: core.proportion_interval(nan, 10)),
    ("n", lambda: core.proportion_interval(0, 0)),
    ("method", lambda: core.proportion_interval(1, 2, method="wald")),
    ("confidence", lambda: core.proportion_interval(1, 2, confidence=95)),
    ("n_a", lambda: core.difference_interval(0, 0, 1, 2)),
    ("n_b", lambda: core.difference_interval(1, 2, 0, 0)),
    ("events_b", lambda: core.difference_interval(1, 2, 3, 2)),
    ("method", lambda: core.difference_interval(1, 2, 1, 2, method="wald")),
    ("events", lambda: core.rate_interval(-1, 10)),
    ("events", lambda: core.rate_interval(1.5, 10)),
    ("exposure", lambda: core.rate_interval(1, 0)),
    ("exposure_a", lambda: core.rate_ratio(1, nan, 1, 10)),
    ("exposure_b", lambda: core.rate_ratio(0, 10, 0, 0)),
    ("events_b", lambda: core.rate_ratio(1, 10, -1, 10)),
    ("before", lambda: core.paired_change([], [])),
    ("before", lambda: core.paired_change([1, nan], [1, 2])),
    ("after", lambda: core.paired_change([1, 2], [1, nan])),
    ("after", lambda: core.paired_change([1, 2], [1])),
    ("after", lambda: core.signed_rank([1, 2], [1])),
    ("before", lambda: core.signed_rank([inf], [1])),
    ("sd", lambda: core.reliable_change_index(1, 2, sd=0, reliability=0.8)),
    ("reliability", lambda: core.reliable_change_index(1, 2, sd=1, reliability=1)),
    ("reliability", lambda: core.change_classes([1], [2], sd=1, reliability=nan)),
    ("after", lambda: core.reliable_change_index(1, nan, sd=1, reliability=0.8)),
    ("after", lambda: core.reliable_change_index([1, 2], [1], sd=1, reliability=0.8)),
    ("cutoff", lambda: core.change_classes([1], [2], sd=1, reliability=0.8, cutoff=nan)),
    ("mean_functional", lambda: core.clinical_cutoffs(
        mean_clinical=1, sd_clinical=1, mean_functional=1, sd_functional=1)),
    ("sd_functional", lambda: core.clinical_cutoffs(
        mean_clinical=1, sd_clinical=1, mean_functional=2, sd_functional=0)),
    ("table", lambda: core.marginal_homogeneity([[1, 2, 3], [4, 5, 6]])),
    ("table", lambda: core.marginal_homogeneity([[1, 2], [3]])),
    ("table", lambda: core.marginal_homogeneity([[1, -2], [4, 5]])),
    ("table", lambda: core.marginal_homogeneity([[1, nan], [4, 5]])),
    ("table", lambda: core.marginal_homogeneity([[0, 0], [0, 0]])),
    ("durations", lambda: core.kaplan_meier([], [])),
    ("durations", lambda: core.kaplan_meier([-1, 2], [1, 0])),
    ("durations", lambda: core.kaplan_meier([nan, 2], [1, 0])),
    ("events", lambda: core.kaplan_meier([1, 2], [1])),
    ("events", lambda: core.kaplan_meier([1, 2], [1, 2])),
    ("durations_b", lambda: core.logrank([1], [1], [], [])),
    ("events_a", lambda: core.logrank([1], [nan], [1], [1])),
    ("event_codes", lambda: core.cumulative_incidence([1, 2], [1, 0.5], event=1)),
    ("event", lambda: core.cumulative_incidence([1, 2], [1, 0], event=0)),
    ("events", lambda: core.trend([6, 1], [5, 5], [1, 2])),
    ("n", lambda: core.trend([0, 1], [0, 5], [1, 2])),
    ("n", lambda: core.trend([0, 1], [5, 5, 5], [1, 2])),
    ("scores", lambda: core.trend([1, 1], [5, 5], [2, 2])),
    ("n", lambda: core.funnel_limits(0, 0.1, [0.5])),
    ("target", lambda: core.funnel_limits(10, 1.1, [0.5])),
    ("probabilities", lambda: core.funnel_limits(10, 0.1, [0.5, 1.0])),
    ("expected", lambda: core.overdispersion([1, 2], [1, 0], kind="ratio")),
    ("observed", lambda: core.overdispersion([3, 2], [2, 2], kind="proportion")),
    ("kind", lambda: core.overdispersion([1, 2], [2, 2], kind="rate")),
    ("winsor", lambda: core.overdispersion([1, 2], [2, 2], kind="ratio", winsor=0.5)),
    ("successes", lambda: core.shrink([1, 2, 3], 10)),
    ("successes", lambda: core.shrink([1, 2, 3, 11], 10)),
    ("n", lambda: core.shrink([0, 0, 0, 0], 0)),
    ("p_values", lambda: core.adjust_p([0.1, nan])),
    ("p_values", lambda: core.adjust_p([0.1, 1.1])),
    ("ratio", lambda: core.e_value(0)),
    ("low", lambda: core.e_value(2, 2.5, 3)),
    ("high", lambda: core.e_value(2, 1, 1.5)),
    ("ratings", lambda: core.icc([[1, 2]])),
    ("ratings", lambda: core.icc([[1, nan], [2, 3]])),
    ("ratings", lambda: core.icc([[3, 3], [3, 3]])),
    ("ratings", lambda: core.icc([[1, 2], [2, 1]])),
    ("n_a", lambda: core.minimum_detectable_difference(0, 10, 0.5)),
    ("rate", lambda: core.minimum_detectable_difference(10, 10, nan)),
    ("direction", lambda: core.minimum_detectable_difference(10, 10, 0.5, direction="down")),
    ("power", lambda: core.minimum_detectable_difference(10, 10, 0.5, power=0.01)),
    ("n", lambda: core.paired_power(1, 0.5)),
    ("effect", lambda: core.paired_power(10, nan)),
    ("alpha", lambda: core.detectable_effect(10, alpha=1)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "call"), REFUSED, ids=[f"{at:02d} {name}" for at, (name, _) in enumerate(REFUSED)]
)
def test_a_bad_argument_is_refused_by_its_name(name: str, call: Call) -> None:
    with pytest.raises(ValueError, match=rf"^{name}: "):
        call()
