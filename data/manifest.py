"""What a bundle says about itself: which unit sent it, for which month, the how-manieth it is."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from data.errors import ExitStatus, SinergiError
from data.queries.filter import Filter

DESCRIPTOR = "datapackage.json"
KEY, TABLE = "sinergi:bundle", "sinergi:table"
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Manifest:
    """The head of a bundle. `snapshot`: what it lacks of its unit and month was withdrawn there.

    `month` is written yyyy-mm; None means the whole time.
    """

    unit: str
    sequence: int
    month: str | None = None
    snapshot: bool = False

    @property
    def filter(self) -> Filter:
        """The unit with all below it, and the days of the month."""
        start, end = days_of(self.month)
        return Filter(start, end, self.unit)

    def described(self) -> dict[str, Any]:
        """As it stands in the descriptor."""
        return {
            "unit": self.unit, "month": self.month, "sequence": self.sequence,
            "snapshot": self.snapshot,
        }  # fmt: skip


def manifest_of(descriptor: Mapping[str, Any]) -> Manifest | None:
    """The head in a descriptor; None when there is none that can be understood."""
    said = descriptor.get(KEY)
    if not isinstance(said, Mapping):
        return None
    unit, sequence, month = said.get("unit"), said.get("sequence"), said.get("month")
    if not isinstance(unit, str) or not isinstance(sequence, int) or sequence < 1:
        return None
    if month is not None and not (isinstance(month, str) and _MONTH.fullmatch(month)):
        return None
    return Manifest(unit, sequence, month, said.get("snapshot") is True)


def days_of(month: str | None) -> tuple[date, date]:
    """The first day of the month and of the one after. Raises `SinergiError` for no month.

    >>> days_of("2026-07")
    (datetime.date(2026, 7, 1), datetime.date(2026, 8, 1))
    """
    if month is None:
        return date.min, date.max
    if not _MONTH.fullmatch(month):
        raise SinergiError(
            "bulan_salah", f"[{month}] bukan bulan. Tulis TTTT-BB, mis. 2026-07.",
            f"[{month}] is no month. Write YYYY-MM, e.g. 2026-07.", ExitStatus.USAGE,
        )  # fmt: skip
    first = date(int(month[:4]), int(month[5:]), 1)
    return first, first + timedelta(days=monthrange(first.year, first.month)[1])


def recent_months(today: date, count: int) -> list[str]:
    """The month of `today` and those before it, newest first.

    >>> recent_months(date(2026, 1, 15), 3)
    ['2026-01', '2025-12', '2025-11']
    """
    newest = today.year * 12 + today.month - 1
    return [f"{at // 12}-{at % 12 + 1:02}" for at in range(newest, newest - count, -1)]
