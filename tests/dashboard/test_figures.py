"""A figure is shown only as far as it may be, and compared only with its like."""

from dataclasses import replace

import pytest

from dashboard.texts.catalogue import use
from dashboard.widgets.doors import defined, told, written_value
from dashboard.widgets.figures import delta
from data.answers.overview import Figure
from data.indicators.declarations import BY_CODE
from data.indicators.estimate import Estimate

RATE = Estimate(
    name="attendance_rate", value=0.7842, low=0.7, high=0.85, unit="proportion", n=40,
    denominator=400.0, n_missing=0, method="wilson", status="ok", reason=None, needed=None,
    bounds=None, p_value=None, evidence="A", caveats=(),
)  # fmt: skip
PEOPLE = replace(RATE, name="people", value=1234.0, unit="people", denominator=None)


@pytest.fixture(autouse=True)
def indonesian() -> None:
    use("id")


def test_a_rate_is_shown_in_the_language() -> None:
    assert written_value(RATE) == "78,4%"
    use("en")
    assert written_value(RATE) == "78.4%"


def test_people_are_whole() -> None:
    assert written_value(PEOPLE) == "1.234"


@pytest.mark.parametrize("status", ["insufficient", "suppressed", "not_estimable", "check_failed"])
def test_a_figure_that_is_not_ok_stands_nowhere_alone(status: str) -> None:
    assert written_value(replace(RATE, status=status)) == "–"  # type: ignore[arg-type]


def test_a_fall_has_an_ascii_minus() -> None:
    assert delta(Figure(RATE, replace(RATE, value=0.8))) == "-1,6 poin"
    assert delta(Figure(PEOPLE, replace(PEOPLE, value=1244.0))) == "-10"


def test_small_groups_are_compared_without_decimals() -> None:
    assert delta(Figure(RATE, replace(RATE, value=0.7, denominator=40.0))) == "+8 poin"


@pytest.mark.parametrize("before", [None, replace(RATE, status="insufficient")])
def test_nothing_is_compared_with_what_is_not_ok(before: Estimate | None) -> None:
    assert delta(Figure(RATE, before)) is None


def test_the_change_of_scores_carries_its_sign_and_its_own_difference() -> None:
    change = replace(RATE, name="pre_post_change", value=3.94, unit="points")
    assert written_value(change) == "+3,9"
    assert delta(Figure(change, replace(change, value=3.0))) == "+0,9 poin"


def test_a_door_tells_what_the_figure_rests_on_and_leaves_out_what_it_has_not() -> None:
    assert told(RATE) == {
        "Nilai": "78,4%", "Interval 95%": "70,0% sampai 85,0%", "n": "40",
        "Banyaknya penyebut": "400", "Tingkat bukti": "A: deskriptif, tanpa pembanding.",
    }  # fmt: skip
    assert list(told(PEOPLE)) == ["Nilai", "Interval 95%", "n", "Tingkat bukti"]
    bare = replace(PEOPLE, low=None, bounds=(0.0, 4.0), n_missing=3)
    assert told(bare)["Kemungkinan bila yang belum tercatat dihitung"] == "0 sampai 4"
    assert told(bare)["Belum tercatat atau tidak dapat dihitung"] == "3"


def test_a_door_gives_the_definition_with_what_may_not_be_said() -> None:
    parts = defined(BY_CODE["attendance_rate"])
    assert "Penyebut" in parts
    assert parts["Tidak boleh dikatakan"]
