from datetime import date

import pytest

from data.queries.dates import months
from data.queries.filter import Filter


def test_the_period_before_has_equal_length_and_ends_where_this_one_starts() -> None:
    chosen = Filter(date(2026, 3, 1), date(2026, 4, 1), unit="U1", field="KEMANDIRIAN")
    assert chosen.before() == Filter(
        date(2026, 1, 29), date(2026, 3, 1), unit="U1", field="KEMANDIRIAN"
    )


def test_a_period_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-03-01"):
        Filter(date(2026, 3, 1), date(2026, 3, 1))


def test_months_are_cut_to_the_period_and_cross_the_year() -> None:
    assert months(Filter(date(2025, 12, 15), date(2026, 2, 10))) == [
        (date(2025, 12, 15), date(2026, 1, 1)),
        (date(2026, 1, 1), date(2026, 2, 1)),
        (date(2026, 2, 1), date(2026, 2, 10)),
    ]
