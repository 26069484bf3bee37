"""A figure is shown only as far as it may be, and compared only with its like."""

from dataclasses import replace

import pytest

from dashboard.texts.catalogue import use
from dashboard.widgets.figures import delta, shown
from data.answers.overview import Figure
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
    assert shown(Figure(RATE, None)) == "78,4%"
    use("en")
    assert shown(Figure(RATE, None)) == "78.4%"


def test_people_are_whole() -> None:
    assert shown(Figure(PEOPLE, None)) == "1.234"


@pytest.mark.parametrize("status", ["insufficient", "suppressed", "not_estimable", "check_failed"])
def test_a_figure_that_is_not_ok_stands_nowhere_alone(status: str) -> None:
    assert shown(Figure(replace(RATE, status=status), None)) == "–"  # type: ignore[arg-type]


def test_a_fall_has_an_ascii_minus() -> None:
    assert delta(Figure(RATE, replace(RATE, value=0.8))) == "-1,6 poin"
    assert delta(Figure(PEOPLE, replace(PEOPLE, value=1244.0))) == "-10"


def test_small_groups_are_compared_without_decimals() -> None:
    assert delta(Figure(RATE, replace(RATE, value=0.7, denominator=40.0))) == "+8 poin"


@pytest.mark.parametrize("before", [None, replace(RATE, status="insufficient")])
def test_nothing_is_compared_with_what_is_not_ok(before: Estimate | None) -> None:
    assert delta(Figure(RATE, before)) is None
