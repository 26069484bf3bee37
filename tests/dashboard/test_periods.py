"""Periods are whole months, counted from the days that have data."""

from datetime import date

import pytest

from dashboard.widgets.periods import Period, preset_of, presets

KNOWN = Period(date(2024, 3, 14), date(2026, 2, 10))


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("12-bulan", date(2025, 3, 1), date(2026, 2, 28)),
        ("triwulan", date(2026, 1, 1), date(2026, 3, 31)),
        ("triwulan-lalu", date(2025, 10, 1), date(2025, 12, 31)),
        ("tahun", date(2026, 1, 1), date(2026, 12, 31)),
        ("semua", date(2024, 3, 1), date(2026, 2, 28)),
    ],
)
def test_an_offered_period(code: str, first: date, last: date) -> None:
    assert presets(KNOWN)[code] == Period(first, last)


def test_an_offered_period_is_recognised_by_its_days() -> None:
    assert preset_of(Period(date(2026, 1, 1), date(2026, 3, 31)), KNOWN) == "triwulan"


def test_other_days_are_nobodys_period() -> None:
    assert preset_of(Period(date(2026, 1, 2), date(2026, 3, 31)), KNOWN) is None


def test_a_filter_ends_the_day_after_the_last() -> None:
    assert Period(date(2026, 2, 1), date(2026, 2, 28)).end == date(2026, 3, 1)
