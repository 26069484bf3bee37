"""Scores from an instrument's rows, worked out by hand."""

from dataclasses import replace

import pytest

from data.indicators.change import ScaleRange, ceiling_share
from data.indicators.reliable import Reliability, reliable_change
from data.indicators.scoring import (
    NOT_HELD,
    Band,
    ScaleRules,
    activities,
    instrument_scores,
    item_score,
    not_held_in,
)

BANDS = (Band("5", 81), Band("4", 61), Band("3", 41), Band("2", 21), Band("1", 0))
# two variables of two aspects each, as the SPPN is shaped
SHAPED = [
    ScaleRules("TOTAL", 0, 100, bands=BANDS),
    ScaleRules("SIKAP", 0, 100, parent="TOTAL", bands=BANDS),
    ScaleRules("RUTIN", 0, 100, weight=0.87, parent="SIKAP"),
    ScaleRules("AGRESI", 0, 7, higher_is_better=False, weight=1.08, parent="SIKAP"),
    ScaleRules("MENTAL", 0, 100, parent="TOTAL"),
    ScaleRules("DEPRESI", 0, 8, higher_is_better=False, parent="MENTAL"),
    ScaleRules("TIDUR", 0, 4, parent="MENTAL"),
]
GIVEN = {"RUTIN": 80.0, "AGRESI": 2.0, "DEPRESI": 2.0, "TIDUR": 1.0}


def test_aspects_make_variables_and_variables_the_total() -> None:
    found = instrument_scores(SHAPED, GIVEN)
    # (0.87 x 0.8 + 1.08 x 5/7) / 1.95 = (0.696 + 0.7714286) / 1.95 = 0.7525275
    assert found["SIKAP"].score == pytest.approx(75.25275, abs=1e-5)
    assert found["MENTAL"].score == pytest.approx(100 * (0.75 + 0.25) / 2)
    assert found["TOTAL"].score == pytest.approx((75.25275 + 50) / 2, abs=1e-5)
    assert (found["SIKAP"].band, found["TOTAL"].band) == ("4", "4")


@pytest.mark.parametrize(("score", "band"), [(60.9, "3"), (61.0, "4"), (61.1, "4"), (0.0, "1")])
def test_a_band_begins_at_its_lower_limit(score: float, band: str) -> None:
    scale = ScaleRules("X", 0, 100, bands=BANDS)
    assert instrument_scores([scale], {"X": score})["X"].band == band


def test_a_computed_score_does_not_miss_its_band_by_a_rounding_error() -> None:
    rules = [
        ScaleRules("S", 0, 100, bands=(Band("ATAS", 57.5),)),
        ScaleRules("A", 0, 20, parent="S"),
        ScaleRules("B", 0, 10, higher_is_better=False, weight=3, parent="S"),
    ]
    assert instrument_scores(rules, {"A": 10, "B": 4})["S"].band == "ATAS"


def test_polarity_is_the_rows_affair() -> None:
    turned = [ScaleRules("S", 0, 100), ScaleRules("A", 0, 10, parent="S")]
    against = [turned[0], ScaleRules("A", 0, 10, higher_is_better=False, parent="S")]
    assert instrument_scores(turned, {"A": 3})["S"].score == 30
    assert instrument_scores(against, {"A": 3})["S"].score == 70


def test_a_parent_where_lower_is_better_falls_as_its_parts_get_better() -> None:
    rules = [
        ScaleRules("RISIKO", 0, 50, higher_is_better=False),
        ScaleRules("BAIK", 0, 10, parent="RISIKO"),
    ]
    assert instrument_scores(rules, {"BAIK": 8})["RISIKO"].score == pytest.approx(10)


def test_a_total_that_runs_to_400_is_the_sum_of_its_four_variables() -> None:
    rules = [ScaleRules("T", 0, 400), *(ScaleRules(c, 0, 100, parent="T") for c in "ABCD")]
    given = {"A": 90.0, "B": 71.0, "C": 60.0, "D": 49.0}
    assert instrument_scores(rules, given)["T"].score == pytest.approx(sum(given.values()))


def test_missing_is_not_zero() -> None:
    found = instrument_scores(SHAPED, {key: GIVEN[key] for key in ("RUTIN", "DEPRESI", "TIDUR")})
    assert (found["SIKAP"].score, found["SIKAP"].missing) == (None, ("AGRESI",))
    assert found["TOTAL"].score is None
    assert found["MENTAL"].score == 50


def test_what_was_not_held_is_left_out_and_the_rest_counts() -> None:
    given = {key: GIVEN[key] for key in ("RUTIN", "AGRESI", "DEPRESI")}
    found = instrument_scores(SHAPED, given, not_held=["TIDUR"])
    assert (found["MENTAL"].score, found["MENTAL"].parts) == (75, 1)


def test_a_part_of_which_nothing_was_held_is_left_out_of_its_whole() -> None:
    found = instrument_scores(SHAPED, GIVEN, not_held=["DEPRESI", "TIDUR"])
    assert found["MENTAL"] == NOT_HELD
    assert found["TOTAL"].score == found["SIKAP"].score == pytest.approx(75.25275, abs=1e-5)
    nothing = ["RUTIN", "AGRESI", "DEPRESI", "TIDUR"]
    assert instrument_scores(SHAPED, {}, not_held=nothing)["TOTAL"] == NOT_HELD


def test_only_parts_that_score_taking_part_may_be_not_held() -> None:
    rules = [
        replace(one, scores_participation=one.code in ("MENTAL", "RUTIN")) for one in SHAPED
    ]  # fmt: skip
    assert activities(SHAPED) == []
    assert activities(rules) == ["RUTIN", "DEPRESI", "TIDUR"]


def test_what_was_left_out_shows_in_the_scores_of_a_whole() -> None:
    rules = [replace(one, scores_participation=True) for one in SHAPED]
    assert not_held_in(rules, {"MENTAL": 75.0, "DEPRESI": 2.0, "RUTIN": 80.0}) == ["TIDUR"]
    assert not_held_in(rules, {"TOTAL": 75.0, "SIKAP": 75.0, "RUTIN": 80.0, "AGRESI": 2.0}) == [
        "DEPRESI", "TIDUR",
    ]  # fmt: skip
    assert not_held_in(rules, {"MENTAL": 75.0}) == []


@pytest.mark.parametrize("given", [{"LAIN": 1.0}, {"TIDUR": 4.1}, {"TIDUR": float("nan")}])
def test_an_unknown_code_or_an_impossible_score_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"LAIN|TIDUR|unknown"):
        instrument_scores([rules for rules in SHAPED if rules.code != "LAIN"], given)


def test_a_loop_of_parents_is_refused() -> None:
    with pytest.raises(ValueError, match="own parent"):
        instrument_scores(
            [ScaleRules("A", 0, 1, parent="B"), ScaleRules("B", 0, 1, parent="A")], {}
        )


def test_an_item_is_the_share_of_its_expected_times() -> None:
    assert (item_score(31, 31), item_score(3, 4), item_score(0, 0)) == (1.0, 0.75, None)
    with pytest.raises(ValueError, match="5 of 4"):
        item_score(5, 4)


def test_the_ceiling_share_is_of_those_at_the_best_end() -> None:
    assert ceiling_share([100, 100, 90, 80], ScaleRange(0, 100, higher_is_better=True)) == 0.5
    assert ceiling_share([0, 5], ScaleRange(0, 100, higher_is_better=False)) == 0.5


def test_without_a_reliability_record_no_reliable_change_is_claimed() -> None:
    found = reliable_change(
        [40.0] * 60, [70.0] * 60, record=Reliability(None, 8.0), started=60,
        scale=ScaleRange(0, 100, higher_is_better=True),
    )  # fmt: skip
    assert {share.reason for share in found.shares().values()} == {"reliability_not_established"}
    assert {share.value for share in found.shares().values()} == {None}
