"""Who took part, by month, by field and by unit."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers import columns
from data.indicators.estimate import Estimate
from data.indicators.participation import ParticipationCounts, participation_rate
from data.queries import participation as participations
from data.queries.dates import months
from data.queries.filter import Filter


def participation_by_month(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a month of the period, in order: columns PARTICIPATION_BY_MONTH.

    `people` are those in care who attended; it and the rate are missing in a month without any
    recorded attendance. Empty when nobody was in care or came in the whole period.
    """
    counted = participations.participation_by_month(session, filter)
    by_month = {row[participations.MONTH]: row for row in _rows(counted)}
    lines = []
    for month in [first.replace(day=1) for first, _ in months(filter)] if by_month else []:
        lines.append({columns.MONTH: month, **_line(_counts(by_month.get(month, {})))})
    return _frame(lines, columns.PARTICIPATION_BY_MONTH)


def participation_by_field(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a field with sessions held, largest first: columns PARTICIPATION_BY_FIELD.

    `people` is missing for a field without any recorded attendance.
    """
    counted = participations.participation_by_field(session, filter)
    lines = [
        {
            columns.FIELD: row[participations.FIELD],
            columns.PEOPLE: int(row[participations.PEOPLE])
            if row[participations.RECORDED]
            else None,
            columns.SESSIONS: int(row[participations.SESSIONS]),
        }
        for row in _rows(counted)
    ]
    lines.sort(key=lambda line: (-(line[columns.PEOPLE] or 0), line[columns.FIELD]))
    return _frame(lines, columns.PARTICIPATION_BY_FIELD)


def participation_by_unit(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a unit with people in care or marks, by name: columns PARTICIPATION_BY_UNIT.

    `people` and the rate are missing where no attendance was recorded.
    """
    lines = []
    for row in _rows(participations.participation_by_unit(session, filter)):
        counts = _counts(row)
        lines.append(
            {
                columns.UNIT_CODE: row[participations.UNIT_CODE],
                columns.UNIT_NAME: row[participations.UNIT_NAME],
                **_line(counts),
                columns.STATUS: participation_rate(counts).status,
            }
        )
    return _frame(lines, columns.PARTICIPATION_BY_UNIT)


def _rows(frame: pd.DataFrame) -> list[dict[Any, Any]]:
    return frame.to_dict("records")


def _counts(row: dict[Any, Any]) -> ParticipationCounts:
    return ParticipationCounts(**{name: int(row.get(name, 0)) for name in participations.COUNTS})


def _line(counts: ParticipationCounts) -> dict[str, Any]:
    rate: Estimate = participation_rate(counts)
    return {
        columns.PEOPLE: counts.participants if counts.recorded else None,
        columns.ELIGIBLE: counts.eligible,
        columns.RATE: rate.value,
        columns.LOW: rate.low,
        columns.HIGH: rate.high,
    }


def _frame(lines: Iterable[dict[str, Any]], names: tuple[str, ...]) -> pd.DataFrame:
    """Counts as nullable whole numbers, rates as floats: missing stays missing."""
    found = pd.DataFrame(list(lines), columns=list(names))
    for name in (columns.PEOPLE, columns.ELIGIBLE, columns.SESSIONS):
        if name in names:
            found[name] = found[name].astype("Int64")
    for name in (columns.RATE, columns.LOW, columns.HIGH):
        if name in names:
            found[name] = found[name].astype("float64")
    return found
