import pytest

from data.indicators.change import ScaleRange, ceiling_share, pre_post_change

UP = ScaleRange(0, 100, higher_is_better=True)
DOWN = ScaleRange(0, 100, higher_is_better=False)
# Student's sleep data: extra hours with two drugs
FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def test_students_sleep_data() -> None:
    found = pre_post_change(FIRST, SECOND, scale=UP, started=12)
    assert found.value == pytest.approx(1.58)
    assert (found.low, found.high) == pytest.approx((0.7001, 2.4599), abs=1e-4)
    assert (found.n, found.denominator, found.n_missing, found.status) == (10, 12, 2, "ok")
    assert found.p_value is None  # a test needs twenty pairs


def test_twenty_pairs_give_a_p_value() -> None:
    found = pre_post_change(FIRST * 2, SECOND * 2, scale=UP, started=20)
    assert found.p_value is not None
    assert found.p_value < 0.001


def test_where_lower_is_better_the_sign_turns() -> None:
    up = pre_post_change(FIRST, SECOND, scale=UP, started=10)
    down = pre_post_change(FIRST, SECOND, scale=DOWN, started=10)
    assert up.low is not None and up.high is not None and up.value is not None
    assert (down.value, down.low, down.high) == pytest.approx((-up.value, -up.high, -up.low))


@pytest.mark.parametrize(("pairs", "status"), [(9, "insufficient"), (10, "ok")])
def test_below_ten_pairs_the_value_is_kept(pairs: int, status: str) -> None:
    found = pre_post_change(FIRST[:pairs], SECOND[:pairs], scale=UP, started=10)
    assert found.value is not None
    assert (found.status, found.needed) == (status, 10 if status == "insufficient" else None)


def test_equal_changes_have_no_interval() -> None:
    found = pre_post_change([50.0] * 12, [55.0] * 12, scale=UP, started=12)
    assert (found.value, found.low, found.status) == (5.0, None, "not_estimable")
    assert found.reason == "all_changed_equally"


def test_no_pair_has_no_value() -> None:
    found = pre_post_change([], [], scale=UP, started=4)
    assert (found.value, found.n_missing, found.status) == (None, 4, "insufficient")


def test_a_ceiling_is_the_best_score_whichever_end_that_is() -> None:
    assert ceiling_share([100, 100, 90, 0], UP) == 0.5
    assert ceiling_share([100, 100, 90, 0], DOWN) == 0.25
    assert ceiling_share([], UP) is None
    found = pre_post_change([100.0] * 2 + [50.0] * 10, [60.0] * 12, scale=UP, started=12)
    assert "ceiling" in found.caveats


def test_it_never_travels_without_saying_that_nothing_was_compared() -> None:
    found = pre_post_change(FIRST, SECOND, scale=UP, started=13)
    assert {"no_comparison_group", "many_without_pair"} <= set(found.caveats)
    assert found.evidence == "A"


def test_decimal_scores_that_all_moved_alike_have_no_interval() -> None:
    before = [0.1 * step for step in range(1, 13)]
    after = [score + 0.1 for score in before]
    assert len({last - first for first, last in zip(before, after, strict=True)}) > 1
    scale = ScaleRange(0, 100, higher_is_better=True)
    change = pre_post_change(before, after, scale=scale, started=12)
    assert (change.status, change.reason) == ("not_estimable", "all_changed_equally")
    assert (change.low, change.high) == (None, None)
