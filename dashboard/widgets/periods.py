"""Periods that people ask for, counted from the days that have data, in whole months."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """From `first` to `last`, both included, as people say it."""

    first: date
    last: date

    @property
    def end(self) -> date:
        """The day after the last one, where a filter ends."""
        return self.last + timedelta(days=1)


def presets(known: Period) -> dict[str, Period]:
    """The offered periods by code, in order. `known` are the first and last day with data."""
    return {code: make(known) for code, make in _MAKERS.items()}


def preset_of(period: Period, known: Period) -> str | None:
    """The code of the offered period that this one is, if it is one."""
    return next((code for code, found in presets(known).items() if found == period), None)


def _months_back(day: date, months: int) -> date:
    """The first day of the month `months` before the month of `day`."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def _month_end(day: date) -> date:
    return _months_back(day, -1) - timedelta(days=1)


def _quarter_start(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _quarter(day: date) -> Period:
    start = _quarter_start(day)
    return Period(start, _months_back(start, -3) - timedelta(days=1))


def _twelve_months(known: Period) -> Period:
    return Period(_months_back(known.last, 11), _month_end(known.last))


def _this_quarter(known: Period) -> Period:
    return _quarter(known.last)


def _last_quarter(known: Period) -> Period:
    return _quarter(_quarter_start(known.last) - timedelta(days=1))


def _this_year(known: Period) -> Period:
    return Period(date(known.last.year, 1, 1), date(known.last.year, 12, 31))


def _everything(known: Period) -> Period:
    return Period(known.first.replace(day=1), _month_end(known.last))


_MAKERS: dict[str, Callable[[Period], Period]] = {
    "12-bulan": _twelve_months,
    "triwulan": _this_quarter,
    "triwulan-lalu": _last_quarter,
    "tahun": _this_year,
    "semua": _everything,
}
DEFAULT = "12-bulan"
