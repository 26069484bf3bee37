"""Participation on the map: province by province, those without data too."""

import pandas as pd
from sqlmodel import Session

from data.indicators.participation import ParticipationCounts, participation_rate
from data.queries import participation as participations
from data.queries.filter import Filter

CODE = "province_code"
NAME = "province_name"
TILE_ROW = "tile_row"
TILE_COLUMN = "tile_column"
PEOPLE = "people"
ELIGIBLE = "eligible"
RATE = "rate"
LOW = "low"
HIGH = "high"
STATUS = "status"
PROVINCES = (CODE, NAME, TILE_ROW, TILE_COLUMN, PEOPLE, ELIGIBLE, RATE, LOW, HIGH, STATUS)


def participation_by_province(session: Session, filter: Filter) -> pd.DataFrame:
    """One line a province, by code: columns PROVINCES.

    The rate is missing without marks and where too few are in care; a person in two provinces
    counts in both.
    """
    counted = participations.participation_by_province(session, filter).to_dict("records")
    lines = []
    for row in counted:
        counts = ParticipationCounts(**{name: int(row[name]) for name in participations.COUNTS})
        rate = participation_rate(counts)
        sure = rate.status == "ok"
        told = (rate.value, rate.low, rate.high) if sure else (None, None, None)
        people = counts.participants if counts.recorded else None
        place = tuple(row[name] for name in participations.BY_PROVINCE[:4])
        lines.append((*place, people, counts.eligible, *told, rate.status))
    found = pd.DataFrame(lines, columns=list(PROVINCES))
    floats = dict.fromkeys((RATE, LOW, HIGH), "float64")
    return found.astype({PEOPLE: "Int64", ELIGIBLE: "Int64"} | floats)
