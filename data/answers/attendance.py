"""How regularly participants came, unit by unit."""

from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers import columns
from data.indicators.attendance import AttendanceCounts, attendance_rate
from data.queries import attendance as attendances
from data.queries.filter import Filter

_RATES = (columns.RATE, columns.LOW, columns.HIGH, columns.BOUND_LOW, columns.BOUND_HIGH)


def attendance_by_unit(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a unit with somebody due at a session, by name: columns ATTENDANCE_BY_UNIT.

    The rate is of what is recorded; `bound_low` and `bound_high` take the unrecorded in.
    """
    counted = attendances.attendance_by_unit(session, filter)
    lines = [_line(row) for row in counted.to_dict("records")]
    found = pd.DataFrame(lines, columns=list(columns.ATTENDANCE_BY_UNIT))
    return found.astype(dict.fromkeys(_RATES, "float64"))


def _line(row: dict[Any, Any]) -> dict[str, Any]:
    numbers = {name: int(row[name]) for name in attendances.COUNTS if name != attendances.POSSIBLE}
    rate = attendance_rate(AttendanceCounts(**numbers))
    low, high = rate.bounds or (None, None)
    return {
        columns.UNIT_CODE: row[attendances.UNIT_CODE],
        columns.UNIT_NAME: row[attendances.UNIT_NAME],
        columns.ATTENDED: numbers[attendances.ATTENDED],
        columns.EXPECTED: numbers[attendances.EXPECTED],
        columns.UNRECORDED: numbers[attendances.UNRECORDED],
        columns.PEOPLE: numbers[attendances.PEOPLE],
        columns.RATE: rate.value,
        columns.LOW: rate.low,
        columns.HIGH: rate.high,
        columns.BOUND_LOW: low,
        columns.BOUND_HIGH: high,
        columns.STATUS: rate.status,
    }
