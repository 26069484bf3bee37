"""What must hold for any numbers: bounds, symmetry, order, scale, and coverage of intervals."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as draw

from data.indicators import statistics as core
from tests.data.indicators import coverage_table

ANY = settings(max_examples=60, deadline=None)

scores = draw.floats(-100, 100).map(lambda score: round(score, 3))
pairs = draw.lists(draw.tuples(scores, scores), min_size=2, max_size=30)
followed = draw.lists(
    draw.tuples(draw.integers(0, 20), draw.sampled_from([0, 1])), min_size=1, max_size=40
)
square = draw.integers(2, 4).flatmap(
    lambda k: draw.lists(
        draw.lists(draw.integers(0, 30), min_size=k, max_size=k), min_size=k, max_size=k
    )
).filter(lambda table: sum(map(sum, table)) > 0)  # fmt: skip


@draw.composite
def counts(pick: draw.DrawFn) -> tuple[int, int]:
    n = pick(draw.integers(1, 300))
    return pick(draw.integers(0, n)), n


def _apart(rows: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [first for first, _ in rows], [last for _, last in rows]


@ANY
@given(counts(), draw.sampled_from(["wilson", "clopper-pearson"]))
def test_a_proportion_lies_in_its_interval_and_that_in_the_scale(
    of: tuple[int, int], method: str
) -> None:
    found = core.proportion_interval(*of, method=method)
    assert 0 <= found.low <= of[0] / of[1] <= found.high <= 1


@ANY
@given(counts(), draw.sampled_from(["wilson", "clopper-pearson"]))
def test_counting_those_without_the_event_mirrors_the_interval(
    of: tuple[int, int], method: str
) -> None:
    events, n = of
    found = core.proportion_interval(events, n, method=method)
    other = core.proportion_interval(n - events, n, method=method)
    assert (1 - other.high, 1 - other.low) == pytest.approx((found.low, found.high), abs=1e-9)


@ANY
@given(counts(), counts(), draw.sampled_from(["newcombe", "miettinen-nurminen"]))
def test_a_difference_lies_in_its_interval_and_turns_with_its_groups(
    a: tuple[int, int], b: tuple[int, int], method: str
) -> None:
    found = core.difference_interval(*a, *b, method=method)
    turned = core.difference_interval(*b, *a, method=method)
    difference = a[0] / a[1] - b[0] / b[1]
    assert -1 <= found.low <= difference + 1e-9
    assert difference - 1e-9 <= found.high <= 1
    assert (-turned.high, -turned.low) == pytest.approx((found.low, found.high), abs=1e-6)


@ANY
@given(draw.integers(0, 500), draw.floats(0.1, 1e6))
def test_a_rate_scales_with_its_exposure(events: int, exposure: float) -> None:
    found, unit = core.rate_interval(events, exposure), core.rate_interval(events, 1)
    assert found.low <= events / exposure <= found.high
    assert (found.low * exposure, found.high * exposure) == pytest.approx((unit.low, unit.high))


@ANY
@given(
    draw.integers(1, 60), draw.floats(1, 1e4), draw.integers(1, 60), draw.floats(1, 1e4)
)  # fmt: skip
def test_a_ratio_turns_with_its_groups(
    events_a: int, exposure_a: float, events_b: int, exposure_b: float
) -> None:
    found = core.rate_ratio(events_a, exposure_a, events_b, exposure_b)
    turned = core.rate_ratio(events_b, exposure_b, events_a, exposure_a)
    assert found.ratio and found.low and found.high and turned.low and turned.high
    assert found.low <= found.ratio <= found.high
    assert (1 / turned.high, 1 / turned.low) == pytest.approx((found.low, found.high))
    assert found.p_value == pytest.approx(turned.p_value)


@ANY
@given(pairs)
def test_change_turns_with_before_and_after(rows: list[tuple[float, float]]) -> None:
    before, after = _apart(rows)
    found, turned = core.paired_change(before, after), core.paired_change(after, before)
    assert found.low <= found.mean <= found.high
    assert (turned.mean, turned.low) == pytest.approx((-found.mean, -found.high), abs=1e-9)
    assert (found.p_value is None) == (turned.p_value is None)
    assert found.p_value is None or found.p_value == pytest.approx(turned.p_value)


@ANY
@given(pairs)
def test_ranks_share_their_sum_between_the_two_directions(rows: list[tuple[float, float]]) -> None:
    before, after = _apart(rows)
    found, turned = core.signed_rank(before, after), core.signed_rank(after, before)
    assert found.statistic + turned.statistic == found.n * (found.n + 1) / 2
    assert 0 < found.p_value <= 1
    assert found.p_value == pytest.approx(turned.p_value)


@ANY
@given(pairs, draw.floats(0.1, 50), draw.floats(0, 0.99), scores, draw.booleans())
def test_everybody_is_in_one_class_of_change(
    rows: list[tuple[float, float]], sd: float, reliability: float, cutoff: float, up: bool
) -> None:
    before, after = _apart(rows)
    instrument = {"sd": sd, "reliability": reliability}
    found = core.change_classes(before, after, cutoff=cutoff, higher_is_better=up, **instrument)
    without = core.change_classes(before, after, higher_is_better=up, **instrument)
    index = core.reliable_change_index(before, after, **instrument).index
    assert found.recovered + found.improved == without.improved
    assert (without.recovered, found.unchanged) == (0, without.unchanged)
    assert found.unchanged == int((np.abs(index) <= 1.96).sum())
    assert without.improved + without.unchanged + without.deteriorated == len(rows)


@ANY
@given(square)
def test_moves_are_tested_alike_in_both_directions(table: list[list[int]]) -> None:
    found = core.marginal_homogeneity(table)
    turned = core.marginal_homogeneity(np.array(table).T)
    assert found.stuart_maxwell == pytest.approx(turned.stuart_maxwell, abs=1e-6)
    assert found.bowker == pytest.approx(turned.bowker)
    assert 0 <= found.p_value <= 1
    # what moved the margins is part of what was not symmetric
    assert found.stuart_maxwell <= found.bowker + 1e-6


@ANY
@given(followed)
def test_a_curve_falls_within_its_limits(rows: list[tuple[int, int]]) -> None:
    found = core.kaplan_meier(*_apart(rows))
    assert (np.diff(found.survival) <= 0).all()
    assert (np.diff(found.at_risk) < 0).all()
    told = ~np.isnan(found.low)
    assert (found.low[told] <= found.survival[told]).all()
    assert (found.survival[told] <= found.high[told]).all()


@ANY
@given(draw.lists(draw.integers(0, 20), min_size=1, max_size=40))
def test_without_leaving_the_curve_is_the_share_still_waiting(days: list[int]) -> None:
    found = core.kaplan_meier(days, [1] * len(days))
    waiting = [sum(day > time for day in days) / len(days) for time in found.time]
    assert found.survival == pytest.approx(waiting)


@ANY
@given(followed, followed)
def test_two_curves_compare_alike_in_either_order(
    a: list[tuple[int, int]], b: list[tuple[int, int]]
) -> None:
    found, turned = core.logrank(*_apart(a), *_apart(b)), core.logrank(*_apart(b), *_apart(a))
    assert found.chi2 == pytest.approx(turned.chi2, abs=1e-9)
    assert core.logrank(*_apart(a), *_apart(a)).chi2 == pytest.approx(0, abs=1e-9)


@ANY
@given(draw.lists(draw.tuples(draw.integers(0, 9), draw.integers(0, 3)), min_size=1, max_size=40))
def test_competing_events_and_those_without_any_add_up_to_all(rows: list[tuple[int, int]]) -> None:
    durations, codes = _apart(rows)
    parts = [core.cumulative_incidence(durations, codes, event=code) for code in (1, 2, 3)]
    none = core.kaplan_meier(durations, [code > 0 for code in codes])
    assert sum(part.incidence for part in parts) + none.survival == pytest.approx(1)
    assert all((np.diff(part.incidence) >= 0).all() for part in parts)


@ANY
@given(draw.lists(counts(), min_size=2, max_size=6))
def test_a_trend_does_not_ask_where_scores_begin_or_how_wide_they_are(
    groups: list[tuple[int, int]],
) -> None:
    events, n = _apart(groups)
    along = np.arange(len(groups))
    found, moved = core.trend(events, n, along), core.trend(events, n, 7 - 3 * along)
    assert found.chi2 == pytest.approx(moved.chi2, abs=1e-9)


@ANY
@given(draw.integers(1, 400), draw.floats(0.03, 0.97))
def test_funnel_limits_keep_their_order_and_hold_the_target(n: int, target: float) -> None:
    limits = core.funnel_limits(n, target, [0.001, 0.025, 0.975, 0.999])
    assert limits == sorted(limits)
    assert limits[1] <= target <= limits[2]


@ANY
@given(draw.lists(draw.integers(0, 30), min_size=4, max_size=30))
def test_shrinking_keeps_the_mean_and_the_order(successes: list[int]) -> None:
    found, raw = core.shrink(successes, 30), np.array(successes) / 30
    assert found.mean() == pytest.approx(raw.mean())
    assert (np.abs(found - raw.mean()) <= np.abs(raw - raw.mean()) + 1e-12).all()
    assert (np.diff(found[np.argsort(raw, kind="stable")]) >= -1e-12).all()


@ANY
@given(draw.lists(draw.floats(0, 1), min_size=1, max_size=30))
def test_adjusted_p_values_are_never_smaller_and_keep_their_order(p_values: list[float]) -> None:
    found = core.adjust_p(p_values)
    assert (found >= np.array(p_values)).all()
    assert (found <= 1).all()
    assert (np.diff(found[np.argsort(p_values, kind="stable")]) >= 0).all()


@ANY
@given(draw.floats(0.05, 20))
def test_a_ratio_and_its_inverse_need_the_same_hidden_cause(ratio: float) -> None:
    for rare in (True, False):
        found, turned = core.e_value(ratio, rare=rare), core.e_value(1 / ratio, rare=rare)
        assert found.point >= 1
        assert found.point == pytest.approx(turned.point, rel=1e-6)


@ANY
@given(draw.integers(2, 300), draw.floats(0, 2), draw.floats(0, 2))
def test_a_larger_change_is_seen_more_often(n: int, one: float, other: float) -> None:
    small, large = sorted((one, other))
    assert core.paired_power(n, small) <= core.paired_power(n, large) + 1e-9


@ANY
@given(draw.integers(2, 300), draw.floats(0.1, 0.99))
def test_a_detectable_change_is_seen_as_often_as_was_asked(n: int, power: float) -> None:
    effect = core.detectable_effect(n, power=power)
    assert core.paired_power(n, effect) == pytest.approx(power, abs=1e-6)


@ANY
@given(draw.integers(5, 500), draw.integers(0, 1000).map(lambda permille: permille / 1000))
def test_down_from_a_rate_is_up_from_its_complement(n: int, rate: float) -> None:
    down = core.minimum_detectable_difference(n, n, rate)
    up = core.minimum_detectable_difference(n, n, 1 - rate, direction="increase")
    assert (down is None) == (up is None)
    assert down is None or (0 < down <= rate and down == pytest.approx(up, abs=1e-6))


@pytest.mark.parametrize("n", coverage_table.SIZES)
def test_an_exact_proportion_covers_everywhere_and_wilson_on_average(n: int) -> None:
    assert [row for row in coverage_table.proportions(n) if not row.holds] == []


@pytest.mark.parametrize("mean", coverage_table.MEANS)
def test_an_exact_rate_covers(mean: float) -> None:
    assert coverage_table.rate(mean).holds


def test_newcombe_covers_on_average() -> None:
    assert coverage_table.difference(30, 40).holds


@pytest.mark.parametrize("n", coverage_table.PAIRS)
def test_the_paired_interval_covers(n: int) -> None:
    assert coverage_table.paired(n).holds
