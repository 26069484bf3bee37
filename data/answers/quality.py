"""How good the data are: every check with its count, where it lies, and the rows behind it."""

from typing import Any

import pandas as pd
from sqlmodel import Session

from data.answers import columns
from data.indicators.declarations import QUALITY
from data.indicators.estimate import Estimate
from data.indicators.quality import data_quality
from data.queries import quality as checks
from data.queries.filter import Filter
from data.queries.quality.items import COUNTS, WHOLE


def quality(session: Session, filter: Filter) -> list[Estimate]:
    """Each declared check (QUALITY) over the whole choice, in their order; + needs a look."""
    counts = checks.quality_counts(session, filter, [check.code for check in QUALITY])
    return [
        _estimate(check, row)
        for check, row in zip(counts.index, counts.to_dict("records"), strict=True)
    ]


def quality_of(session: Session, filter: Filter, check: str) -> Estimate:
    """One check over the whole choice."""
    return _estimate(check, checks.quality_counts(session, filter, [check]).iloc[0])


def quality_by_unit_and_month(session: Session, filter: Filter, check: str) -> pd.DataFrame:
    """One line a unit and month with anything to check: columns QUALITY_BY_UNIT_AND_MONTH."""
    counted = checks.quality_by_unit_and_month(session, filter, check)
    lines = [_line(check, row) for row in counted.to_dict("records")]
    found = pd.DataFrame(lines, columns=list(columns.QUALITY_BY_UNIT_AND_MONTH))
    return found.astype({columns.RATE: "float64"})


def quality_rows(session: Session, filter: Filter, check: str, *, most: int) -> pd.DataFrame:
    """The first `most` rows that need a look: columns QUALITY_ROWS. About persons: never kept."""
    return checks.quality_rows(session, filter, check, most=most)


def _estimate(check: str, row: Any) -> Estimate:
    part, whole, missing = (int(row[name]) for name in COUNTS)
    return data_quality(check, part, whole, missing=missing)


def _line(check: str, row: dict[Any, Any]) -> dict[str, Any]:
    found = _estimate(check, row)
    return {
        columns.UNIT_CODE: row[checks.UNIT_CODE],
        columns.UNIT_NAME: row[checks.UNIT_NAME],
        columns.MONTH: row[checks.MONTH],
        columns.FLAGGED: found.n,
        columns.CHECKED: int(row[WHOLE]),
        columns.NOT_TOLD: found.n_missing,
        columns.RATE: found.value,
        columns.STATUS: found.status,
    }
