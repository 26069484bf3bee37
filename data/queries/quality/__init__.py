"""How good the data are: each check counts its items, and names the rows that need a look."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlmodel import Session

from data.queries.dates import months, windows
from data.queries.filter import Filter
from data.queries.frames import frame
from data.queries.quality import people, scores, sheets
from data.queries.quality.items import COHORT, DAY, DETAIL, FLAGGED, NUMBER, PERSON, UNIT
from data.queries.tables import cohort, unit, wbp

Items = Callable[[Filter], "sa.Select[Any]"]

CHECKS: dict[str, Items] = {
    "unrecorded_marks": sheets.unrecorded_marks,
    "unrecorded_sessions": sheets.unrecorded_sessions,
    "late_marks": sheets.late_marks,
    "all_present_sheets": sheets.all_present_sheets,
    "impossible_marks": sheets.impossible_marks,
    "double_sessions": sheets.double_sessions,
    "unreal_referrals": sheets.unreal_referrals,
    "not_followed_up": sheets.not_followed_up,
    "not_assessed": people.not_assessed,
    "identical_scores": scores.identical_scores,
    "carried_scores": scores.carried_scores,
    "heaped_scores": scores.heaped_scores,
    "score_jumps": scores.score_jumps,
    "rated_by_own_officer": scores.rated_by_own_officer,
    "without_number": people.without_number,
    "possible_duplicates": people.possible_duplicates,
    "impossible_ages": people.impossible_ages,
}

UNIT_CODE = "unit_code"
UNIT_NAME = "unit_name"
MONTH = "month"  # its first day
PART = "part"  # items that need a look
WHOLE = "whole"  # items of which it can be told
MISSING = "missing"  # items of which it cannot
COHORT_CODE = "cohort_code"
SESSION_NUMBER = "session_number"
PUBLIC_ID = "public_id"

COUNTS = (PART, WHOLE, MISSING)
BY_UNIT_AND_MONTH = (UNIT_CODE, UNIT_NAME, MONTH, *COUNTS)
ROWS = (UNIT_CODE, DAY, COHORT_CODE, SESSION_NUMBER, PUBLIC_ID, DETAIL)


def quality_counts(session: Session, filter: Filter, check: str) -> pd.DataFrame:
    """One row: columns COUNTS, zeros where there is nothing to check. `check` is in CHECKS."""
    found = CHECKS[check](filter).subquery()
    return frame(session, sa.select(*_counts(found)), COUNTS)


def quality_by_unit_and_month(session: Session, filter: Filter, check: str) -> pd.DataFrame:
    """One row a unit and month with anything to check, by name: columns BY_UNIT_AND_MONTH."""
    found = CHECKS[check](filter).subquery()
    month = windows(months(filter))
    statement = (
        sa.select(unit.c.code, unit.c.name, month.c.first, *_counts(found))
        .select_from(found)
        .join(unit, unit.c.id == found.c[UNIT])
        .join(month, sa.and_(found.c[DAY] >= month.c.first, found.c[DAY] < month.c.until))
        .group_by(unit.c.code, unit.c.name, month.c.first)
        .order_by(unit.c.name, unit.c.code, month.c.first)
    )
    return frame(session, statement, BY_UNIT_AND_MONTH)


def quality_rows(session: Session, filter: Filter, check: str, *, most: int) -> pd.DataFrame:
    """The first `most` items that need a look, by unit and day: columns ROWS, about persons."""
    found = CHECKS[check](filter).subquery()
    statement = (
        sa.select(
            unit.c.code, found.c[DAY], cohort.c.code, found.c[NUMBER], wbp.c.public_id,
            found.c[DETAIL],
        )
        .select_from(found)
        .join(unit, unit.c.id == found.c[UNIT])
        .outerjoin(cohort, cohort.c.id == found.c[COHORT])
        .outerjoin(wbp, wbp.c.id == found.c[PERSON])
        .where(found.c[FLAGGED] == 1)
        .order_by(unit.c.code, found.c[DAY], cohort.c.code, found.c[NUMBER], wbp.c.public_id)
        .limit(most)
    )  # fmt: skip
    return frame(session, statement, ROWS)


def _counts(found: sa.Subquery) -> list["sa.ColumnElement[Any]"]:
    flagged = found.c[FLAGGED]
    unknown = sa.case((flagged.is_(None), 1), else_=0)
    parts = (sa.func.sum(flagged), sa.func.count(flagged), sa.func.sum(unknown))
    return [sa.cast(sa.func.coalesce(part, 0), sa.BigInteger()) for part in parts]
